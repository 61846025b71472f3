"""A reading as plain JSON between the jail and its keeper, who trusts nothing but plain values."""

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from vagvisare.reading.reading import (
    EndedDocument,
    Event,
    Evidence,
    Fact,
    Facts,
    MeetingContext,
    Note,
    Page,
    Reading,
    ReadingError,
)


def to_plain(value: Any) -> Any:
    """Return dataclasses as dicts, tuples as lists, the rest as it is."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    return value


def to_kept(reading: Reading) -> dict[str, Any]:
    """Return what is kept of a reading: the contract, the pages and what kind of file it was."""
    return {
        "reading": reading.as_dict(),
        "pages": [{"text": page.text, "method": page.read_by} for page in reading.pages],
        "media_type": reading.media_type,
    }


# The forms the keeper may ask for, by their name in the request.
FORMS: Mapping[str, Callable[[Reading], dict[str, Any]]] = {"reading": to_plain, "kept": to_kept}


def as_json(plain: dict[str, Any]) -> bytes:
    """Return the JSON of plain values; half a character is replaced, as UTF-8 has none."""
    return json.dumps(plain, ensure_ascii=False).encode("utf-8", errors="replace")


def reading_from(plain: dict[str, Any]) -> Reading:
    """Return the reading that `to_plain` made `plain` of."""
    return Reading(
        file=plain["file"],
        pages=tuple(Page(**page) for page in plain["pages"]),
        facts=_facts(plain["facts"]),
        missing=tuple(plain["missing"]),
        mentions=tuple(_facts(facts) for facts in plain["mentions"]),
        events=tuple(_event(event) for event in plain["events"]),
        areas=tuple(_note(note) for note in plain["areas"]),
        timeline=tuple(_note(note) for note in plain["timeline"]),
        media_type=plain["media_type"],
        error=ReadingError(**plain["error"]) if plain["error"] else None,
    )


def context_to_plain(context: MeetingContext | None) -> dict[str, Any] | None:
    """Return the context as plain values, its day in ISO form."""
    if context is None:
        return None
    plain: dict[str, Any] = to_plain(context)
    return plain | {"date": context.date.isoformat() if context.date else None}


def context_from(plain: dict[str, Any] | None) -> MeetingContext | None:
    """Return the context that `context_to_plain` made `plain` of."""
    if plain is None:
        return None
    day = datetime.date.fromisoformat(plain["date"]) if plain["date"] else None
    return MeetingContext(**(plain | {"date": day}))


def _facts(plain: dict[str, Any]) -> Facts:
    return Facts({name: _fact(fact) for name, fact in plain["values"].items()}, plain["validity"])


def _fact(plain: dict[str, Any]) -> Fact:
    value = plain["value"]
    return Fact(
        tuple(value) if isinstance(value, list) else value,
        tuple(Evidence(**e) for e in plain["evidence"]),
    )


def _event(plain: dict[str, Any]) -> Event:
    ends = tuple(EndedDocument(**ended) for ended in plain["ends"])
    return Event(**(plain | {"ends": ends, "evidence": Evidence(**plain["evidence"])}))


def _note(plain: dict[str, Any]) -> Note:
    return Note(**(plain | {"evidence": Evidence(**plain["evidence"])}))
