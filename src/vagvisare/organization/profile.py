"""A municipality as data: reads and checks `municipalities/<name>/`."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

BODY_KINDS = ("assembly", "board", "committee", "working_committee", "office")
TYPE_KINDS = ("superior", "activating", "normative", "organizing", "external_regulation")


@dataclass(frozen=True)
class BodyProfile:
    """An organ that decides. `rank` orders competence: the assembly is 1."""

    key: str
    name: str
    short: str
    kind: str
    rank: int


@dataclass(frozen=True)
class DepartmentProfile:
    """A part of the administration, and the body it serves."""

    key: str
    name: str
    body: str


@dataclass(frozen=True)
class DocumentType:
    """A kind of steering document, as this municipality uses the word.

    deciders            keys of bodies, or kinds of bodies, that may adopt and end it
    usual_years         how long it usually stands; None: until further notice
    review_years        how often it is looked at again
    notice_days         days before the last day when review starts
    lapses_by_itself    whether the passed term ends it without a decision
    """

    key: str
    name: str
    plural: str
    english: str
    category: str
    kind: str
    deciders: tuple[str, ...]
    usual_years: int | None
    review_years: int
    notice_days: int
    lapses_by_itself: bool
    also_called: tuple[str, ...] = ()


@dataclass(frozen=True)
class Profile:
    """Everything a municipality has laid down about its steering documents."""

    key: str
    name: str
    language: str
    categories: dict[str, str]
    bodies: dict[str, BodyProfile]
    departments: dict[str, DepartmentProfile]
    document_types: dict[str, DocumentType]
    memo: dict[str, Any] = field(default_factory=dict)

    def may_decide(self, type_key: str, body_key: str) -> bool:
        """Whether the body may adopt and end documents of the type. Unknown types: nobody may."""
        document_type, body = self.document_types.get(type_key), self.bodies.get(body_key)
        if document_type is None or body is None:
            return False
        return body.key in document_type.deciders or body.kind in document_type.deciders

    def type_called(self, word: str) -> DocumentType | None:
        """Return the type that goes by `word` in any number or spelling, or None."""
        wanted = word.casefold().strip()
        for document_type in self.document_types.values():
            names = (document_type.name, document_type.plural, *document_type.also_called)
            if wanted in (name.casefold() for name in names):
                return document_type
        return None

    def body_called(self, name: str) -> BodyProfile | None:
        """Return the body with this name, short name or key, or None."""
        wanted = name.casefold().strip()
        for body in self.bodies.values():
            if wanted in (body.name.casefold(), body.short.casefold(), body.key):
                return body
        return None


def current_profile() -> Profile:
    """Return this installation's municipality."""
    return load_profile(Path(settings.MUNICIPALITIES_FOLDER) / settings.MUNICIPALITY)


@cache
def load_profile(folder: Path) -> Profile:
    """Return the profile in `folder`.

    :raises ImproperlyConfigured: naming the file and what is wrong in it
    """
    head = _read(folder / "municipality.toml")
    bodies = _rows(folder / "bodies.toml", "bodies", BodyProfile)
    departments = _rows(folder / "departments.toml", "departments", DepartmentProfile)
    types = _rows(folder / "document_types.toml", "document_types", DocumentType)
    profile = Profile(
        key=folder.name,
        name=head["name"],
        language=head.get("language", "sv"),
        categories=head["categories"],
        bodies=bodies,
        departments=departments,
        document_types=types,
        memo=head.get("memo", {}),
    )
    _check(profile, folder)
    return profile


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as fault:
        raise ImproperlyConfigured(f"{path.name} of the municipality: {fault}") from fault


def _rows(path: Path, table: str, shape: type[Any]) -> dict[str, Any]:
    rows: dict[str, Any] = {}
    for key, values in _read(path).get(table, {}).items():
        values = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in values.items()
        }
        if shape is DocumentType:
            values.setdefault("usual_years", None)
        try:
            rows[key] = shape(key=key, **values)
        except TypeError as fault:
            raise ImproperlyConfigured(f"{path.name}, [{table}.{key}]: {fault}") from fault
    if not rows:
        raise ImproperlyConfigured(f"{path.name} has no [{table}.<key>] table.")
    return rows


def _check(profile: Profile, folder: Path) -> None:
    """Every reference leads somewhere, and every word is one we know."""
    faults = [
        f"body {b.key}: kind {b.kind}" for b in profile.bodies.values() if b.kind not in BODY_KINDS
    ]
    faults += [
        f"department {d.key}: no body {d.body}"
        for d in profile.departments.values()
        if d.body not in profile.bodies
    ]
    for document_type in profile.document_types.values():
        faults += [
            f"type {document_type.key}: {fault}" for fault in _type_faults(document_type, profile)
        ]
    if faults:
        raise ImproperlyConfigured(f"{folder.name}: " + "; ".join(faults))


def _type_faults(document_type: DocumentType, profile: Profile) -> list[str]:
    faults = []
    known = set(profile.bodies) | {body.kind for body in profile.bodies.values()}
    faults += [f"decider {decider}" for decider in document_type.deciders if decider not in known]
    if document_type.category not in profile.categories:
        faults.append(f"category {document_type.category}")
    if document_type.kind not in TYPE_KINDS:
        faults.append(f"kind {document_type.kind}")
    if not document_type.deciders:
        faults.append("no decider")
    if document_type.review_years < 1 or document_type.notice_days < 0:
        faults.append("review_years or notice_days out of range")
    return faults
