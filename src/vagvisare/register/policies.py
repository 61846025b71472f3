"""Does the state of things allow it: checks that refuse."""

from django.utils.translation import gettext as _

from vagvisare.kernel.errors import Refusal
from vagvisare.kernel.partial_dates import first_day_of, last_day_of
from vagvisare.register.models import SteeringDocument
from vagvisare.register.reference import DecisionReference
from vagvisare.register.states import ENDINGS, ActKind


class IncompleteDecision(Refusal):
    code = "register.incomplete-decision"


class AlreadyOver(Refusal):
    code = "register.already-over"


class NotAdopted(Refusal):
    code = "register.not-adopted"


class BeforeAdoption(Refusal):
    code = "register.before-adoption"


class NotADay(Refusal):
    code = "register.not-a-day"


def check_dates(decision: DecisionReference) -> None:
    """Refuse a date that is no day, month or year.

    :raises NotADay: with the forms that are
    """
    if not decision.decided_on:
        return
    try:
        first_day_of(decision.decided_on)
    except ValueError as fault:
        raise NotADay(
            _("“{given}” is no date. Write 2007-12-12, 2007-12 or 2007.").format(
                given=decision.decided_on
            )
        ) from fault


def check_complete(decision: DecisionReference) -> None:
    """Refuse a decision nobody could find again in the minutes.

    :raises IncompleteDecision: naming what is missing
    """
    missing = []
    if decision.body is None:
        missing.append(_("the deciding body"))
    if len(decision.decided_on) != len("YYYY-MM-DD"):
        missing.append(_("the day of the decision"))
    if not decision.section and not (decision.body and decision.body.kind == "office"):
        missing.append(_("the section of the minutes"))
    if missing:
        raise IncompleteDecision(
            _("A decision must be possible to find again. Missing: {missing}.").format(
                missing=", ".join(missing)
            )
        )


def check_adopted(document: SteeringDocument) -> None:
    """Refuse to change what no decision has adopted.

    :raises NotAdopted: when there is no adoption to change
    """
    if not document.acts.filter(kind=ActKind.ADOPTED).exists():
        raise NotAdopted(
            _("No decision to adopt “{title}” is recorded. Record that first.").format(
                title=document.title
            )
        )


def check_not_over(document: SteeringDocument) -> None:
    """Refuse to end or change what a decision has ended already.

    :raises AlreadyOver: with the decision that did
    """
    ending = document.acts.filter(kind__in=list(ENDINGS)).select_related("body").first()
    if ending is not None:
        raise AlreadyOver(
            _("“{title}” was already {kind} by {body} {day}.").format(
                title=document.title,
                kind=ending.get_kind_display(),
                body=ending.body or "?",
                day=ending.decided_on,
            )
        )


def check_after_adoption(document: SteeringDocument, decision: DecisionReference) -> None:
    """Refuse a decision about a document that was taken before the one that adopted it.

    Where only a month or year is known, it is enough that it could have come after.

    :raises NotADay: when the decision's date is none
    :raises BeforeAdoption: with both days
    """
    check_dates(decision)
    adoption = document.acts.filter(kind=ActKind.ADOPTED).first()
    if adoption is None or not adoption.decided_on or not decision.decided_on:
        return
    if last_day_of(decision.decided_on) < first_day_of(adoption.decided_on):
        raise BeforeAdoption(
            _(
                "“{title}” was adopted {adopted}, after this decision of {day}. Correct the "
                "wrong one of the two days first."
            ).format(title=document.title, adopted=adoption.decided_on, day=decision.decided_on)
        )
