from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from vagvisare.kernel.errors import Refusal
from vagvisare.organization.models import Body
from vagvisare.organization.queries import Succession


class CannotChangeBody(Refusal):
    code = "organization.cannot-change-body"


@transaction.atomic
def change_body(
    *, body: Body, first_day: date | None, last_day: date | None, successor: Body | None
) -> Body:
    """Say from when through when the body is there, and which body took over.

    No check of the person and no trace: those lie in the rooms above, with who calls this.

    :raises CannotChangeBody: when the days are out of order, or the successions would form a ring
    """
    body = Body.objects.select_for_update().get(pk=body.pk)
    if first_day and last_day and last_day < first_day:
        raise CannotChangeBody(_("The last day comes before the first."))
    if successor is not None:
        _check_successor(body, successor, last_day)
    body.first_day, body.last_day, body.successor = first_day, last_day, successor
    body.save(update_fields=["first_day", "last_day", "successor"])
    return body


def _check_successor(body: Body, successor: Body, last_day: date | None) -> None:
    line = [successor, *Succession().after(successor)]
    if body in line:
        raise CannotChangeBody(
            _(
                "{successor} cannot take over from {body}: it is itself one that {body} took over from."
            ).format(successor=successor, body=body)
        )
    if last_day is None:
        raise CannotChangeBody(
            _("Write the last day of {body}: only what has ended has a successor.").format(
                body=body
            )
        )
    if successor.last_day is not None and successor.last_day <= last_day:
        raise CannotChangeBody(
            _("{successor} was itself gone after {day}.").format(
                successor=successor, day=successor.last_day.isoformat()
            )
        )
