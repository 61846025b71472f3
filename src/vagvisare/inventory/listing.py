"""The documents of a batch, narrowed, sorted and paged: as fast for 100,000 as for 1,000.

Two plans, chosen by what is known beforehand. Few hits: their keys are found, by the index of what
is rarest or in the one index that holds all a filter asks about, and then sorted. Many: the index
of the sort order is walked, and enough of them turn up at once. The tallies tell which; where they
cannot, the first thousand keys are looked for, rare words by the index of words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Func, OrderBy, Q, QuerySet

from vagvisare.inventory.models import Batch, Candidate, Counted, SourceFile, Tally
from vagvisare.inventory.models.candidate import SURENESS
from vagvisare.inventory.wanted import SURENESS_BOUNDS, Wanted, decided_before
from vagvisare.inventory.word_index import few_with

ROWS_A_PAGE = 50
COUNTED_HITS = 1_000  # beyond these a number of hits is only said to be larger
DEEPEST_PAGE = 200  # whoever leafs further should narrow the list
CHOICES_SHOWN = 40  # types or bodies to choose among, the most frequent

SORTS: dict[str, tuple[str | OrderBy, ...]] = {
    "title": ("words", "pk"),
    "body": ("deciding_body", "pk"),
    "newest": ("-decided_on", "-pk"),
    "oldest": ("decided_on", "pk"),
    "unsure": (OrderBy(SURENESS), "pk"),
}
FACETS = {
    "state": Counted.STATE,
    "validity": Counted.VALIDITY,
    "document_type": Counted.DOCUMENT_TYPE,
    "deciding_body": Counted.DECIDING_BODY,
    "sureness": Counted.SURENESS,
}
LONG = (Counted.DOCUMENT_TYPE, Counted.DECIDING_BODY)  # as many values as papers have spellings


@dataclass(frozen=True)
class Hits:
    """A page of the hits. number: how many there are, or `more` than that."""

    candidates: list[Candidate]
    page: int
    number: int
    more: bool
    has_next: bool


class Unindexed(Func):
    """The column without its index: so that SQLite, which cannot know better, walks another."""

    template = "%(expressions)s"

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> tuple[str, Any]:
        sql, parameters = self.as_sql(compiler, connection, template="+%(expressions)s", **context)
        return sql, tuple(parameters)


def choices_of(batch: Batch) -> dict[str, list[tuple[str, int]]]:
    """Return what can be chosen by in the batch, most frequent first: value, how many."""
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in FACETS}
    names = {counted: name for name, counted in FACETS.items()}
    rows = Tally.objects.filter(batch=batch, number__gt=0).order_by("-number")
    short = rows.filter(counted__in=[c for c in names if c not in LONG])
    parts = [short, *(rows.filter(counted=counted)[:CHOICES_SHOWN] for counted in LONG)]
    for part in parts:
        for counted, key, number in part.values_list("counted", "key", "number"):
            found[names[Counted(counted)]].append((key, number))
    return found


def matching(
    batch: Batch,
    wanted: Wanted,
    *,
    on: date,
    by_index: Iterable[str] = FACETS,
    walking: bool = False,
    among: list[int] | None = None,
) -> QuerySet[Candidate]:
    """Return the candidates of the batch that fit, in no order.

    on        the day ages are counted from
    by_index  the facets whose index may be used
    walking   whether they will be walked in the order of an index that begins with the batch
    among     the keys they are known to be among; of other batches too
    """
    found = Candidate.objects.order_by()
    if among is not None:
        found = found.alias(plain_batch=Unindexed("batch_id")).filter(pk__in=among)
        found = found.filter(plain_batch=batch.pk)
    elif walking or not wanted.versions:
        found = found.filter(batch=batch)
    for name, condition in _conditions(wanted).items():
        if name not in by_index:
            column = "confidence" if name == "sureness" else name
            found = found.alias(**{f"plain_{column}": Unindexed(column)})
            condition = _renamed(condition, column)
        found = found.filter(condition)
    for word in wanted.words.casefold().split():
        found = found.filter(words__contains=word)
    if wanted.older_than:
        found = found.alias(plain_decided_on=Unindexed("decided_on"))
        found = found.filter(_older(wanted.older_than, on))
    if wanted.versions:
        # Above nothing rather than not null: that is a stretch of the index on every database.
        several = SourceFile.objects.filter(batch=batch, versions__gt=0)
        found = found.filter(file__in=several.order_by().values("pk"))
    return found


def hits(batch: Batch, wanted: Wanted, *, on: date, sort: str, page: int) -> Hits:
    """Return a page of what fits. At most six queries, however large the batch is."""
    numbers = _numbers(batch, wanted)
    rare = _rare(numbers)
    fitting = matching(batch, wanted, on=on, by_index=rare, walking=True)
    number, more = _known(batch, wanted, numbers)
    if number is None:
        among = few_with(batch, wanted.words.casefold().split())
        indexes = rare if among is None else []
        looked_for = matching(batch, wanted, on=on, by_index=indexes, among=among)
        keys = list(looked_for.values_list("pk", flat=True)[: COUNTED_HITS + 1])
        number, more = min(len(keys), COUNTED_HITS), len(keys) > COUNTED_HITS
        if not more:
            fitting = Candidate.objects.filter(pk__in=keys)
    last = DEEPEST_PAGE if more else min(max(1, -(-number // ROWS_A_PAGE)), DEEPEST_PAGE)
    page = min(max(page, 1), last)
    first = (page - 1) * ROWS_A_PAGE
    # Keys alone are found in the index; the rows are then fetched for those that are shown.
    ordered = fitting.order_by(*SORTS[sort]).values_list("pk", flat=True)
    shown = list(ordered[first : first + ROWS_A_PAGE + 1])
    rows = rows_of(shown[:ROWS_A_PAGE])
    return Hits(rows, page, number, more, len(shown) > ROWS_A_PAGE and page < last)


def rows_of(keys: list[int]) -> list[Candidate]:
    """Return these candidates in this order, with what a list shows of them; no page texts."""
    found = Candidate.objects.select_related("file__versions", "document").defer(
        "file__pages", "file__reading", "file__signature"
    )
    by_key = {one.pk: one for one in found.filter(pk__in=keys)}
    return [by_key[key] for key in keys if key in by_key]


def _rare(numbers: dict[str, int]) -> list[str]:
    """The facet to begin with, where one is known to leave few."""
    rarest = min(numbers, key=lambda name: numbers[name], default="")
    return [rarest] if rarest and numbers[rarest] <= COUNTED_HITS else []


def _conditions(wanted: Wanted) -> dict[str, Q]:
    conditions = {
        name: Q(**{name: getattr(wanted, name)})
        for name in FACETS
        if name != "sureness" and getattr(wanted, name)
    }
    if wanted.sureness in SURENESS_BOUNDS:
        least, below = SURENESS_BOUNDS[wanted.sureness]
        condition = Q() if least is None else Q(confidence__gte=least)
        if below is not None:
            under = Q(confidence__lt=below)
            condition &= under | Q(confidence__isnull=True) if least is None else under
        conditions["sureness"] = condition
    return conditions


def _renamed(condition: Q, column: str) -> Q:
    """The same condition, asked of the column without its index."""
    renamed = Q()
    renamed.connector, renamed.negated = condition.connector, condition.negated
    renamed.children = [
        _renamed(child, column)
        if isinstance(child, Q)
        else (child[0].replace(column, f"plain_{column}", 1), child[1])  # type: ignore[index]
        for child in condition.children
    ]
    return renamed


def _numbers(batch: Batch, wanted: Wanted) -> dict[str, int]:
    """How many candidates have what each chosen facet asks for. One query, none without any."""
    chosen = {name: getattr(wanted, name) for name in FACETS if getattr(wanted, name)}
    if not chosen:
        return {}
    asked = Q()
    for name, key in chosen.items():
        asked |= Q(counted=FACETS[name], key=key)
    rows = Tally.objects.filter(asked, batch=batch).values_list("counted", "number")
    known = dict(rows)
    return {name: known.get(FACETS[name], 0) for name in chosen}


def _known(batch: Batch, wanted: Wanted, numbers: dict[str, int]) -> tuple[int | None, bool]:
    """The number of hits where the tallies tell it: nothing chosen, or one facet alone."""
    if wanted.is_everything:
        tallies = Tally.objects.filter(batch=batch, counted=Counted.STATE)
        return sum(tallies.values_list("number", flat=True)), False
    if len(wanted.as_json()) == 1 and len(numbers) == 1:
        return next(iter(numbers.values())), False
    return None, False


def _older(years: int, on: date) -> Q:
    """Decided before that day for certain: of a bare year or month within it nobody knows."""
    limit = decided_before(years, on)
    uncertain = Q(plain_decided_on__in=[limit[:4], limit[:7]])
    return Q(plain_decided_on__gt="", plain_decided_on__lt=limit) & ~uncertain
