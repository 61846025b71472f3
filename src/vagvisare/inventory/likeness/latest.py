"""Which of the versions of a document is the latest decided. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vagvisare.inventory.likeness.signature import likeness

Reason = Literal["only_dated", "later", "revised", "same_text", "none_dated", "same_day"]
_ONE_TEXT = 0.9  # one text as Word and as PDF: page numbers and headings differ


@dataclass(frozen=True, slots=True)
class Version:
    """When a file says that it was decided and last revised (day, month or year, "" unsaid)."""

    key: int
    decided_on: str = ""
    revised_on: str = ""
    is_decided: bool = True  # False for drafts
    signature: bytes = b""


@dataclass(frozen=True)
class Latest:
    """The latest decided, None where it cannot be told, and why."""

    key: int | None
    reason: Reason
    day: str = ""
    revised: str = ""


def latest_of(versions: Sequence[Version]) -> Latest:
    """Return which version is the latest decided: by its day, else by when it was revised."""
    dated = [version for version in versions if version.is_decided and version.decided_on]
    if not dated:
        return Latest(None, "none_dated")
    day = max(version.decided_on for version in dated)
    first = [version for version in dated if _may_be_same(version.decided_on, day)]
    if len(first) == 1:
        reason: Reason = "only_dated" if len(dated) == 1 else "later"
        return Latest(first[0].key, reason, day)
    return _among_equals(first, day)


def _among_equals(versions: Sequence[Version], day: str) -> Latest:
    revised = max(version.revised_on for version in versions)
    last = [v for v in versions if revised and _may_be_same(v.revised_on, revised)]
    if len(last) == 1:
        return Latest(last[0].key, "revised", day, revised)
    equals = last or versions
    first = min(equals, key=lambda version: version.key)
    if all(v is first or likeness(first.signature, v.signature) >= _ONE_TEXT for v in equals):
        return Latest(first.key, "same_text", day)
    return Latest(None, "same_day", day)


def _may_be_same(stated: str, day: str) -> bool:
    """Whether "2019" may be "2019-04-02": a month or year does not say which day."""
    return bool(stated) and (day.startswith(stated) or stated.startswith(day))
