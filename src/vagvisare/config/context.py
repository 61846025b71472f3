"""What every page needs to know: whose signpost this is."""

from django.http import HttpRequest

from vagvisare.organization.profile import current_profile


def municipality(request: HttpRequest) -> dict[str, str]:
    """Return the municipality's name for the page heads."""
    return {"municipality_name": current_profile().name}
