"""The words of the trade: types of documents, bodies, labels, municipalities, as data."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, eq=False)  # known by identity, so that patterns made from it can be kept
class Vocabulary:
    """What the grammars know by heart. A municipality may add words of its own."""

    types: Mapping[str, str]  # any form of a type, in lower case -> its base form
    short_bodies: Mapping[str, str]  # KF -> kommunfullmäktige
    bodies: tuple[str, ...]  # whole names, in lower case
    roles: tuple[str, ...]  # officials who decide
    labels: Mapping[str, str]  # a label in lower case -> the field it names
    municipalities: tuple[str, ...]
    false_friends: tuple[str, ...] = ()  # words that only end like a type: revision, flygplan

    def type_of(self, word: str) -> str | None:
        """Return the base form of the type that `word` names or ends in, None for other words."""
        return _type_of(self, word.casefold())

    def type_of_small(self, word: str) -> str | None:
        """Return the same for a word that is in lower case already; `type_of` remembers it."""
        if self.false_friends and word.endswith(self.false_friends):
            return None
        for form in (word, word.removesuffix("s")):
            for start in range(len(form)):
                base = self.types.get(form[start:])
                if base and (start == 0 or _may_begin_compound(form[:start])):
                    return base
        return None


@lru_cache(maxsize=50_000)
def _type_of(vocabulary: Vocabulary, word: str) -> str | None:
    return vocabulary.type_of_small(word)


def _may_begin_compound(first: str) -> bool:
    # "avtaxa" is no word; a first part has at least two letters and a vowel, or a hyphen.
    return len(first) > 1 and (first.endswith("-") or bool(re.search(r"[aeiouyåäö]", first)))


def _data(name: str) -> str:
    return (files("vagvisare.reading") / "data" / name).read_text(encoding="utf-8")


@cache
def standard() -> Vocabulary:
    """Return the vocabulary that comes with the package."""
    bodies: dict[str, Any] = tomllib.loads(_data("bodies.toml"))
    names = bodies["names"]
    documents: dict[str, Any] = tomllib.loads(_data("document_types.toml"))
    return Vocabulary(
        types=_types(documents["types"]),
        false_friends=tuple(documents["false_friends"]),
        short_bodies=bodies["short"],
        bodies=(*names["assemblies"], *names["boards"]),
        roles=tuple(names["roles"]),
        labels=_labels(tomllib.loads(_data("labels.toml"))),
        municipalities=tuple(_data("municipalities.txt").split("\n")[:-1]),
    )


def _types(table: dict[str, Any]) -> dict[str, str]:
    forms = {base: base for base in table}
    return forms | {form: base for base, row in table.items() for form in row["also"]}


def _labels(table: dict[str, Any]) -> dict[str, str]:
    return {label.casefold(): field for field, labels in table.items() for label in labels}
