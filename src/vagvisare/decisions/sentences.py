"""Decisions, proposals and assignments, said so that a person understands them."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vagvisare.decisions.models import Assignment, Decision
from vagvisare.decisions.rules import LegalForce, differing
from vagvisare.decisions.states import DecisionKind, Force, ForceReason
from vagvisare.register.sentences import duration, spelled_day


def force_sentence(force: LegalForce) -> str:
    """Return one sentence on whether a decision has legal force, with the days it hangs on."""
    end = spelled_day(force.last_appeal_day) if force.last_appeal_day else ""
    since = spelled_day(force.since) if force.since else ""
    match force.state:
        case Force.IN_FORCE:
            return _("It has had legal force since {since}.").format(since=since)
        case Force.RUNNING:
            return _("It can be appealed through {end}, if the notice stays up until then.").format(
                end=end
            )
        case Force.APPEALED:
            return _("It is appealed and has no legal force until the court has settled it.")
        case Force.ANNULLED:
            return _("A court annulled it on {since}.").format(since=since)
        case Force.UNKNOWN if force.reason == ForceReason.NOTICE_BROKEN:
            return _(
                "It has no legal force: the notice was taken down before {end} was over. "
                "Post the notice anew, for three whole weeks."
            ).format(end=end)
    return str(ForceReason(force.reason).label)


@dataclass(frozen=True)
class Difference:
    """What a decision settled otherwise than was proposed."""

    label: str
    proposed: str
    decided: str


def differences(proposal: Decision, answer: Decision) -> list[Difference]:
    """Return what `answer` says otherwise than `proposal`, ready for a page."""
    first, second = _compared(proposal), _compared(answer)
    labels = {
        "kind": _("What is decided"),
        "successor": _("Replaced by"),
        "first_day": _("Works from"),
        "last_day": _("Stands through"),
        "open_ended": _("Until further notice"),
        "text": _("Wording"),
    }
    if answer.kind == DecisionKind.REFER_BACK:
        return []
    return [
        Difference(labels[name], _in_words(first[name]), _in_words(second[name]))
        for name in differing(first, second)
    ]


def _compared(decision: Decision) -> dict[str, object]:
    return {
        "kind": DecisionKind(decision.kind),
        "successor": decision.successor,
        "first_day": decision.first_day,
        "last_day": decision.last_day,
        "open_ended": decision.open_ended,
        "text": decision.text,
    }


def _in_words(value: object) -> str:
    if isinstance(value, DecisionKind):
        return str(value.label)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return date_format(value, "Y-m-d")
    return str(value) if value else "–"


def step_sentence(decision: Decision) -> str:
    """Return who decided, or who proposes what to whom."""
    if decision.status != "proposed":
        return _("{body} decides").format(body=decision.meeting.body)
    if decision.proposed_to is None:
        return _("{body} proposes, to a body that the paper does not name").format(
            body=decision.meeting.body
        )
    if decision.proposed_to_id == decision.meeting.body_id:
        return _("Proposed on the agenda of {body}").format(body=decision.meeting.body)
    return _("{body} proposes to {other}").format(
        body=decision.meeting.body, other=decision.proposed_to
    )


def age_sentence(assignment: Assignment, day: date) -> str:
    """Return how long the assignment has been open on `day`, and how late it is."""
    given, due = assignment.given_by.meeting.day, assignment.due_day
    closed = assignment.closed_by.meeting.day if assignment.closed_by else None
    if closed is not None and closed <= day:
        return _("It was open for {duration}.").format(duration=duration(given, closed))
    parts = [
        _("It has been open for {duration}.").format(duration=duration(given, max(given, day)))
    ]
    reported = assignment.reported_on is not None and assignment.reported_on <= day
    if reported:
        parts.append(_("It is reported, but no decision has closed it."))
    elif due is not None and due < day:
        parts.append(_("It is {duration} overdue.").format(duration=duration(due, day)))
    elif due is not None:
        parts.append(_("It is due on {day}.").format(day=spelled_day(due)))
    else:
        parts.append(_("No day is set when it is due."))
    return " ".join(parts)
