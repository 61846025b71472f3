"""A document's whole life, in order: what was decided, ordered, followed up, and when its term ran out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from vagvisare.decisions.models import Assignment
from vagvisare.kernel.partial_dates import last_day_of
from vagvisare.register.models import Act, StandingSpan, SteeringDocument
from vagvisare.register.sentences import decision_sentence
from vagvisare.register.states import ActKind, Standing


@dataclass(frozen=True)
class HistoryEntry:
    """One thing in a document's life.

    stated  the day as stated: a day, a month or a year
    kind    an ActKind, "assignment", "assignment_closed" or "term_over"
    """

    day: date
    stated: str
    kind: str
    heading: str
    decision: str = ""
    because: str = ""
    successor: SteeringDocument | None = None


def history_of(document: SteeringDocument, *, through: date) -> list[HistoryEntry]:
    """Return what happened to the document through `through`, oldest first. Three queries."""
    entries = [*_acts(document), *_assignments(document), *_terms(document)]
    return sorted((entry for entry in entries if entry.day <= through), key=lambda entry: entry.day)


def _acts(document: SteeringDocument) -> Iterator[HistoryEntry]:
    for act in document.acts.select_related("body", "successor"):
        day = last_day_of(act.decided_on) if act.decided_on else act.first_day
        if day is not None:
            yield HistoryEntry(
                day=day,
                stated=act.decided_on or day.isoformat(),
                kind=act.kind,
                heading=str(ActKind(act.kind).label),
                decision=decision_sentence(act),
                because=_reason(act),
                successor=act.successor,
            )


def _reason(act: Act) -> str:
    """The reason given, and from when it works where that is another day."""
    parts = [act.because]
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
