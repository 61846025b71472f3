"""What the open web's pages need, shaped for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from vagvisare.organization.profile import current_profile
from vagvisare.register.models import Act, StandingSpan, SteeringDocument
from vagvisare.register.sentences import decision_sentence, standing_sentence
from vagvisare.register.states import APPLIES, OVER, Standing


@dataclass(frozen=True)
class Row:
    """A line of the list."""

    document: SteeringDocument
    type_name: str
    span: StandingSpan
    decision: str


@dataclass(frozen=True)
class Answer:
    """Does it apply? Yes or no first, then why, by which decision, and where to go instead."""

    span: StandingSpan
    short: str
    sentence: str
    decision: str
    because: str
    successor: SteeringDocument | None


def rows_of(documents: Iterable[SteeringDocument], day: date) -> list[Row]:
    """Return the lines of a list whose documents carry their span of `day`."""
    types = current_profile().document_types
    rows = []
    for document in documents:
        kind = types.get(document.document_type)
        span = _span(document)
        name = kind.name if kind else document.document_type
        rows.append(Row(document, name, span, _decision(span.act)))
    return rows


def answer_of(document: SteeringDocument, day: date) -> Answer:
    """Return the answer for a document that carries its span of `day`."""
    span = _span(document)
    ending = span.act if span.standing in OVER else None
    successor = ending.successor if ending else None
    return Answer(
        span=span,
        short=_short(span.standing),
        sentence=standing_sentence(span, day),
        decision=_decision(span.act),
        because=ending.because if ending else "",
        successor=successor if successor and successor.published_at else None,
    )


def _short(standing: str) -> str:
    if standing in APPLIES:
        return _("Yes, it applies")
    if standing == Standing.OVER_BUT_STANDING:
        return _("Its term is over")
    if standing == Standing.UPCOMING:
        return _("Not yet")
    if standing == Standing.UNKNOWN:
        return _("It cannot be told")
    return _("No, it does not apply")


def _decision(act: Act | None) -> str:
    return decision_sentence(act) if act else ""


def _span(document: SteeringDocument) -> StandingSpan:
    return document.spans_of_day[0]
