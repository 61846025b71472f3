"""A page's text cut up so that the words claims were read from can be marked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vagvisare.inventory.models import Claim
from vagvisare.inventory.picture import Mark


@dataclass(frozen=True)
class Segment:
    """A stretch of text, marked or not. `starts`: keys of the claims whose words begin here."""

    text: str
    marked: bool = False
    focus: bool = False
    starts: tuple[int, ...] = ()


@dataclass(frozen=True)
class Span:
    """Where a claim's words stand on the page."""

    key: int
    start: int
    end: int


def segments(text: str, spans: Iterable[Span], focus: int | None = None) -> list[Segment]:
    """Return the whole text in order, cut where words of claims begin and end.

    Spans may overlap and may reach past the text; nothing of the text is lost or doubled.
    """
    within = [Span(s.key, s.start, min(s.end, len(text))) for s in spans if s.start < len(text)]
    cuts = {0, len(text)} | {s.start for s in within} | {s.end for s in within}
    edges = sorted(cuts)
    return [_segment(text, left, right, within, focus) for left, right in pairwise(edges)]


def _segment(text: str, left: int, right: int, spans: Sequence[Span], focus: int | None) -> Segment:
    covering = [span.key for span in spans if span.start <= left and right <= span.end]
    return Segment(
        text[left:right],
        marked=bool(covering),
        focus=focus in covering,
        starts=tuple(span.key for span in spans if span.start == left and span.end > left),
    )


@dataclass(frozen=True)
class EvidencePage:
    """A page to show beside the claims."""

    number: int
    by_ocr: bool
    segments: list[Segment]


def evidence_pages(
    pages: Sequence[dict[str, str]], claims: Sequence[Claim], focus: int | None, most: int = 5
) -> list[EvidencePage]:
    """Return the pages that claims were read from; the first page where there are none.

    most  how many at most; the page of the claim in focus is always among them
    """
    numbers = sorted({c.page for c in claims if c.page and c.page <= len(pages)}) or [1]
    wanted = next((c.page for c in claims if c.pk == focus), None)
    shown = numbers[:most]
    if wanted in numbers and wanted not in shown:
        shown[-1] = wanted
    return [
        EvidencePage(
            number,
            pages[number - 1]["method"] == "ocr",
            segments(pages[number - 1]["text"], spans_on(number, claims), focus),
        )
        for number in shown
        if number <= len(pages)
    ]


def spans_on(number: int, claims: Iterable[Claim]) -> list[Span]:
    """Return where the claims' words stand on page `number`, in order."""
    found = [
        Span(claim.pk, claim.start, claim.end)
        for claim in claims
        if claim.page == number and claim.start is not None and claim.end is not None
    ]
    return sorted(found, key=lambda span: span.start)


def marks_on(number: int, text: str, claims: Iterable[Claim], focus: int | None) -> list[Mark]:
    """Return what to mark on the picture of page `number`, the words in focus last: on top."""
    spans = sorted(spans_on(number, claims), key=lambda span: span.key == focus)
    return [Mark(text[s.start : s.end], text[: s.start], s.key == focus) for s in spans]
