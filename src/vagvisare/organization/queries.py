"""Reads across bodies and departments."""

from django.db.models import QuerySet

from vagvisare.organization.models import Body
from vagvisare.organization.profile import current_profile


def bodies_that_may_decide(type_key: str) -> QuerySet[Body]:
    """Return the bodies that may adopt and end documents of the type, highest first."""
    profile = current_profile()
    keys = [key for key in profile.bodies if profile.may_decide(type_key, key)]
    return Body.objects.filter(key__in=keys)


def body_called(name: str) -> Body | None:
    """Return the body with this name or short name, as papers spell it, or None."""
    known = current_profile().body_called(name)
    if known is not None:
        return Body.objects.filter(key=known.key).first()
    return Body.objects.filter(name__iexact=name.strip()).first()
