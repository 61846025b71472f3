"""The day a page is asked about."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _


def day_asked(request: HttpRequest) -> tuple[date, str]:
    """Return the day in `?on=`, else today; and a sentence when it was no day."""
    given = request.GET.get("on", "").strip()
    today = timezone.localdate()
    if not given:
        return today, ""
    try:
        return date.fromisoformat(given), ""
    except ValueError:
        return today, _("“{given}” is no day. Write 2009-06-01. Today is shown.").format(
            given=given
        )
