"""A register so simple that one can see that it is right: what the state machine compares with.

It asks day by day, never in spans, and knows nothing of `register.rules`.
"""

import calendar
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

ENDINGS = {"replaced": "replaced", "repealed": "repealed", "annulled": "annulled"}
TERMS_WITHOUT_END = {"until_further_notice", "until_successor", "until_repealed"}


def first_of(stated: str) -> date:
    parts = [int(part) for part in stated.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_of(stated: str) -> date:
    parts = [int(part) for part in stated.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(*parts, calendar.monthrange(*parts)[1])
    return date(*parts)


@dataclass
class Record:
    """What the register was told of one decision, in the order it was told."""

    key: int
    kind: str
    decided_on: str
    first_day: date | None = None
    last_day: date | None = None
    endless: bool = False
    lapses: bool | None = None
    retracted: bool = False
    successor: int | None = None

    @property
    def decided(self) -> date | None:
        """From when it is certain that it was decided."""
        return last_of(self.decided_on) if self.decided_on else self.first_day

    @property
    def earliest(self) -> date | None:
        """From when it may have been decided."""
        return first_of(self.decided_on) if self.decided_on else self.first_day

    @property
    def works(self) -> date | None:
        return max(filter(None, (self.decided, self.first_day)), default=None)


@dataclass
class Paper:
    """A document as the model has it."""

    kind: str
    drafted: bool
    published: bool = False
    secrecy: str = "open"
    revision: int = 1
    records: list[Record] = field(default_factory=list)

    @property
    def live(self) -> list[Record]:
        return [record for record in self.records if not record.retracted]

    def of_kind(self, *kinds: str) -> list[Record]:
        return [record for record in self.live if record.kind in kinds]

    def copy(self) -> "Paper":
        return replace(self, records=[replace(record) for record in self.records])

    @property
    def adoption(self) -> Record | None:
        return next(iter(self.of_kind("adopted")), None)

    @property
    def ending(self) -> Record | None:
        return next(iter(self.of_kind(*ENDINGS)), None)

    def changes(self) -> list[Record]:
        """What revised, amended, prolonged or ended it, as decided; nothing changes after the end."""
        found = self.of_kind("revised", "amended", "prolonged", *ENDINGS)
        found.sort(key=lambda record: (record.decided, record.key))
        kinds = [record.kind for record in found]
        end = next((n for n, kind in enumerate(kinds) if kind in ENDINGS), len(kinds))
        return found[: end + 1]

    def last_day(self) -> date | None:
        """The end of its term, as all that is recorded leaves it; only for what has not ended."""
        return self._term(self.changes(), lapses=False)[0] if self.adoption else None

    def standing(self, day: date, types) -> str:
        """How it stands on `day`, by what was decided by then."""
        changes = [change for change in self.changes() if change.decided <= day]
        ending = changes[-1] if changes and changes[-1].kind in ENDINGS else None
        if ending and ending.works <= day:
            return ENDINGS[ending.kind]
        return self._before_it_works(day) or self._within_its_term(day, changes, ending, types)

    def _before_it_works(self, day: date) -> str:
        adoption = self.adoption
        if adoption is None:
            return "draft" if self.drafted else "unknown"
        if adoption.works is None:
            return "unknown"
        if day < adoption.decided:
            return "unknown" if adoption.earliest <= day else "draft"
        return "upcoming" if day < adoption.works else ""

    def _within_its_term(self, day: date, changes: list[Record], ending, types) -> str:
        lapses, notice = types[self.kind]
        end, lapses = self._term(changes, lapses)
        if ending:
            end = min(filter(None, (end, ending.works - timedelta(1))))
        if end is None:
            return "in_force"
        if day > end:
            return "ended" if lapses else "over_but_standing"
        return "ending_soon" if (end - day).days < notice else "in_force"

    def _term(self, changes: list[Record], lapses: bool) -> tuple[date | None, bool]:
        """The last day, and whether it then ends by itself, as these changes leave them."""
        end = None
        for record in (self.adoption, *changes):
            if record.kind not in ("adopted", "revised", "prolonged"):
                continue
            if record.lapses is not None:
                lapses = record.lapses
            if record.endless or record.last_day:
                end = None if record.endless else record.last_day
        return end, lapses

    def days(self) -> set[date]:
        """The days on which something may change, and their neighbours."""
        named = set()
        for record in self.records:
            named |= {record.decided, record.earliest, record.works, record.last_day}
        one = timedelta(1)
        return {day + step for day in named - {None} for step in (-one, 0 * one, one)}
