"""Bodies come and go: what the room of bodies does, checked here and left in the trail."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.access.checks import check
from vagvisare.access.permissions import Permission
from vagvisare.audit.record import record
from vagvisare.decisions.models import Meeting
from vagvisare.organization.actions.change_body import CannotChangeBody, change_body
from vagvisare.organization.actions.enter_body import enter_body
from vagvisare.organization.models import Body, Person


@transaction.atomic
def keep_body(
    *,
    body: Body,
    first_day: date | None,
    last_day: date | None,
    successor: Body | None,
    by: Person,
    because: str = "",
) -> Body:
    """Say from when through when the body is there, and which body took over.

    :raises NotAllowed: when `by` may not change the organization
    :raises CannotChangeBody: when it met outside those days, they are out of order, or a ring forms
    """
    check(by, Permission.ORGANIZATION_CHANGE)
    before = _as_kept(Body.objects.select_related("successor").get(pk=body.pk))
    met = Meeting.objects.filter(body=body)
    too_early = met.filter(day__lt=first_day).order_by("day").first() if first_day else None
    too_late = met.filter(day__gt=last_day).order_by("-day").first() if last_day else None
    outside = too_early or too_late
    if outside is not None:
        raise CannotChangeBody(
            _(
                "Decisions of {body} are recorded from {day}, when it would not have existed."
            ).format(body=body, day=outside.day.isoformat())
        )
    body = change_body(body=body, first_day=first_day, last_day=last_day, successor=successor)
    record("body-changed", body, by=by, because=because, before=before, after=_as_kept(body))
    return body


@transaction.atomic
def keep_former_body(
    *,
    name: str,
    kind: str,
    first_day: date | None,
    last_day: date | None,
    successor: Body | None,
    by: Person,
    because: str = "",
) -> Body:
    """Enter a body that old decisions name and the municipality's files do not.

    :raises NotAllowed: when `by` may not change the organization
    :raises CannotChangeBody: when the name is empty or taken, or the days contradict
    """
    check(by, Permission.ORGANIZATION_CHANGE)
    body = enter_body(
        name=name, kind=kind, first_day=first_day, last_day=last_day, successor=successor
    )
    record("body-entered", body, by=by, because=because, after=_as_kept(body))
    return body


def _as_kept(body: Body) -> dict[str, object]:
    return {
        "first_day": body.first_day,
        "last_day": body.last_day,
        "successor": body.successor.name if body.successor else None,
    }
