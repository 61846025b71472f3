"""A document's whole life, in order: what was decided, ordered, followed up, and when its term ran out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from vagvisare.decisions.models import Assignment, Decision
from vagvisare.kernel.partial_dates import last_day_of
from vagvisare.register.models import Act, StandingSpan, SteeringDocument
from vagvisare.register.sentences import decision_sentence
from vagvisare.register.states import ActKind, Standing


@dataclass(frozen=True)
class HistoryEntry:
    """One thing in a document's life.

    stated  the day as stated: a day, a month or a year
    kind    an ActKind, "assignment", "assignment_closed", "term_over" or "retracted"
    """

    day: date
    stated: str
    kind: str
    heading: str
    decision: str = ""
    because: str = ""
    successor: SteeringDocument | None = None


def history_of(document: SteeringDocument, *, through: date) -> list[HistoryEntry]:
    """Return what happened to the document through `through`, oldest first. Four queries."""
    entries = [*_acts(document), *_assignments(document), *_terms(document)]
    return sorted((entry for entry in entries if entry.day <= through), key=lambda entry: entry.day)


def _acts(document: SteeringDocument) -> Iterator[HistoryEntry]:
    overridden = dict(
        Decision.objects.filter(Q(document=document) | Q(successor=document))
        .exclude(competence_override="")
        .values_list("pk", "competence_override")
    )
    for act in Act.every.filter(document=document).select_related("body", "successor"):
        day = last_day_of(act.decided_on) if act.decided_on else act.first_day
        if day is not None:
            yield HistoryEntry(
                day=day,
                stated=act.decided_on or day.isoformat(),
                kind="retracted" if act.retracted_at else act.kind,
                heading=_heading(act),
                decision=decision_sentence(act),
                because=_reason(act, overridden.get(_decision_behind(act), "")),
                successor=act.successor,
            )


def _decision_behind(act: Act) -> int:
    """The key of the decision that the act is from; 0 for one from elsewhere."""
    number = act.source.removeprefix("decision:")
    return int(number) if number.isdecimal() and number != act.source else 0


def _heading(act: Act) -> str:
    label = str(ActKind(act.kind).label)
    return _("{what} (no longer counts)").format(what=label) if act.retracted_at else label


def _reason(act: Act, override: str) -> str:
    """The reason given, from when it works where that is another day, and what to know of it."""
    parts = [act.because, act.retracted_because]
    if override:
        parts.append(
            _("Decided outside the rules of competence, because: {reason}").format(reason=override)
        )
    if act.first_day and act.first_day.isoformat() != act.decided_on:
        parts.append(_("From {day}.").format(day=act.first_day.isoformat()))
    if act.last_day:
        parts.append(_("Through {day}.").format(day=act.last_day.isoformat()))
    if act.open_ended:
        parts.append(_("Until further notice."))
    return " ".join(part for part in parts if part)


def _assignments(document: SteeringDocument) -> Iterator[HistoryEntry]:
    found = Assignment.objects.filter(
        Q(document=document) | Q(given_by__document=document)
    ).select_related("given_by__meeting__body", "closed_by__meeting__body", "department")
    for assignment in found:
        given = assignment.given_by.meeting
        yield HistoryEntry(
            day=given.day,
            stated=given.day.isoformat(),
            kind="assignment",
            heading=_("assignment"),
            decision=str(assignment.given_by),
            because=" ".join(filter(None, [assignment.subject, assignment.given_by.because])),
        )
        if assignment.closed_by:
            closed = assignment.closed_by.meeting
            yield HistoryEntry(
                day=closed.day,
                stated=closed.day.isoformat(),
                kind="assignment_closed",
                heading=_("assignment closed"),
                decision=str(assignment.closed_by),
                because=assignment.subject,
            )


def _terms(document: SteeringDocument) -> Iterator[HistoryEntry]:
    """The days on which a term ran out: nobody decided them, so nobody noticed."""
    spans = StandingSpan.objects.filter(
        document=document, standing__in=[Standing.OVER_BUT_STANDING, Standing.ENDED]
    )
    for span in spans:
        if span.first_day and span.first_day == span.since:
            yield HistoryEntry(
                day=span.first_day,
                stated=span.first_day.isoformat(),
                kind="term_over",
                heading=_("the term is over"),
            )
