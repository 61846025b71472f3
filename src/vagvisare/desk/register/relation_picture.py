"""A document among those it is tied to, laid out in rows: what stands above it, and what under.

A picture of a few boxes needs no library: it is drawn with the page's own colours, so that it is
right in dark and in forced colours. The list beside it says the same in words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from vagvisare.register.models import Relation, SteeringDocument

STEPS = 2
MOST = 14  # boxes; more is a list, not a picture
BOX_WIDTH, BOX_HEIGHT, GAP, ROW = 200, 56, 24, 120  # in the picture's own units
LINE = 26  # signs on a line of a box
LINES = 2


@dataclass(frozen=True)
class Box:
    """A document in the picture; x and y are its upper left corner."""

    x: int
    y: int
    lines: list[str]
    is_this: bool


@dataclass(frozen=True)
class Tie:
    """A line from a document to the one it is tied to, and where its word stands."""

    x1: int
    y1: int
    x2: int
    y2: int
    label: str
    label_x: int
    label_y: int


@dataclass(frozen=True)
class Picture:
    """Boxes and lines; left_out tells how many documents had no room."""

    width: int
    height: int
    boxes: list[Box]
    ties: list[Tie]
    left_out: int


def picture_of(document: SteeringDocument) -> Picture | None:
    """Return the picture of the documents two steps away, or None where there are none. Two queries."""
    relations = _near(document)
    if not relations:
        return None
    ranks = _ranks(document, relations)
    kept = list(ranks)[:MOST]
    places = _placed({pk: ranks[pk] for pk in kept})
    titles = {document.pk: document.title}
    for relation in relations:
        titles[relation.document_id] = relation.document.title
        titles[relation.other_id] = relation.other.title
    boxes = [
        Box(x, y, _lines(titles[pk]), is_this=pk == document.pk) for pk, (x, y) in places.items()
    ]
    ties = [
        _tie(relation, places, document.pk)
        for relation in relations
        if relation.document_id in places and relation.other_id in places
    ]
    return Picture(
        width=max(x for x, _y in places.values()) + BOX_WIDTH + GAP,
        height=max(y for _x, y in places.values()) + BOX_HEIGHT + GAP,
        boxes=boxes,
        ties=ties,
        left_out=len(ranks) - len(kept),
    )


def _near(document: SteeringDocument) -> list[Relation]:
    """The ties within two steps: those of the document, then those of what it is tied to."""
    found: dict[int, Relation] = {}
    reached = {document.pk}
    for _step in range(STEPS):
        ties = Relation.objects.filter(document__in=reached) | Relation.objects.filter(
            other__in=reached
        )
        for relation in ties.select_related("document", "other").order_by("pk")[: MOST * 4]:
            found[relation.pk] = relation
            reached |= {relation.document_id, relation.other_id}
    return list(found.values())


def _ranks(document: SteeringDocument, relations: list[Relation]) -> dict[int, int]:
    """Which row each document stands in: what another implements, amends or replaces stands above it."""
    ranks = {document.pk: 0}
    for _step in range(STEPS):
        for pk, rank in list(ranks.items()):
            for relation in relations:
                if relation.document_id == pk:
                    ranks.setdefault(relation.other_id, rank - 1)
                if relation.other_id == pk:
                    ranks.setdefault(relation.document_id, rank + 1)
    return ranks


def _placed(ranks: dict[int, int]) -> dict[int, tuple[int, int]]:
    """The corner of each box; a row stands in the middle of the widest."""
    rows: dict[int, list[int]] = {}
    for pk, rank in ranks.items():
        rows.setdefault(rank, []).append(pk)
    widest = max(len(row) for row in rows.values())
    places = {}
    for number, rank in enumerate(sorted(rows)):
        indent = (widest - len(rows[rank])) * (BOX_WIDTH + GAP) // 2
        for i, pk in enumerate(rows[rank]):
            places[pk] = (GAP + indent + i * (BOX_WIDTH + GAP), GAP + number * ROW)
    return places


def _tie(relation: Relation, places: dict[int, tuple[int, int]], this: int) -> Tie:
    """From the lower edge of the upper box to the upper edge of the lower; side by side in a row.

    The word stands at the end away from this document, where the lines have parted.
    """
    (x1, y1), (x2, y2) = places[relation.document_id], places[relation.other_id]
    label = str(relation.get_kind_display())
    if y1 == y2:
        left, right = min(x1, x2) + BOX_WIDTH, max(x1, x2)
        ends = (left, right) if x1 < x2 else (right, left)
        middle = y1 + BOX_HEIGHT // 2
        return Tie(ends[0], middle, ends[1], middle, label, left, y1 + BOX_HEIGHT + 16)
    from_y, to_y = (y1, y2 + BOX_HEIGHT) if y1 > y2 else (y1 + BOX_HEIGHT, y2)
    x1, x2 = x1 + BOX_WIDTH // 2, x2 + BOX_WIDTH // 2
    far_x, far_y, near_x, near_y = (
        (x1, from_y, x2, to_y) if relation.other_id == this else (x2, to_y, x1, from_y)
    )
    below = near_y > far_y
    # Beside the line, on the side that it leans away from.
    label_x = far_x + (8 if near_x <= far_x else -8 - 7 * len(label))
    return Tie(x1, from_y, x2, to_y, label, label_x, far_y + (20 if below else -10))


def _lines(title: str) -> list[str]:
    """The title on two lines at most."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= LINE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return [_cut(line) for line in _folded(lines)]


def _folded(lines: list[str]) -> Iterable[str]:
    kept = lines[:LINES]
    return kept if len(lines) <= LINES else [*kept[:-1], f"{kept[-1]} …"]


def _cut(line: str) -> str:
    return line if len(line) <= LINE + 2 else f"{line[: LINE - 1]}…"
