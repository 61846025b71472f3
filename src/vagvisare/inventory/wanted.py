"""What a list of candidates, or a rule about many of them, is narrowed by."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from vagvisare.inventory.rules import LIKELY_FROM, SURE_FROM

# Sureness -> confidence at least, confidence below. The last also holds those that gave none.
SURENESS_BOUNDS: dict[str, tuple[float | None, float | None]] = {
    "sure": (SURE_FROM, None),
    "likely": (LIKELY_FROM, SURE_FROM),
    "unsure": (None, LIKELY_FROM),
}


@dataclass(frozen=True)
class Wanted:
    """A filter. What is empty narrows nothing.

    words       all of them in the title or the file's name, in any case
    older_than  years since the decision, counted from the day the batch was judged on
    versions    only documents whose file is one of several versions
    """

    words: str = ""
    state: str = ""
    validity: str = ""
    document_type: str = ""
    deciding_body: str = ""
    sureness: str = ""
    older_than: int | None = None
    versions: bool = False

    def as_json(self) -> dict[str, Any]:
        """Return it as a rule keeps it: what is empty is left out."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """Return what `as_json` wrote."""
        return cls(**kept)

    @property
    def is_everything(self) -> bool:
        """Whether it narrows nothing."""
        return not self.as_json()


def decided_before(years: int, day: date) -> str:
    """Return the day, in ISO form, that lies so many years before `day`."""
    year = max(day.year - years, 1)
    # 29 February has no namesake in most years; the day before it is as good.
    number = 28 if (day.month, day.day) == (2, 29) else day.day
    return date(year, day.month, number).isoformat()
