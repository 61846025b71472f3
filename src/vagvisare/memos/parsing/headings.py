"""Which part of a memo a heading begins."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _roles() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads(Path(__file__).with_name("headings.sv.toml").read_text("utf-8"))
    return {role: tuple(words) for role, words in table.items()}


def role_of(heading: str) -> str:
    """Return the role of a heading that begins with known words, else an empty text."""
    wanted = _plain(heading)
    for role, words in _roles().items():
        if any(wanted == word or wanted.startswith(word + " ") for word in words):
            return role
    return ""


def is_known(line: str) -> bool:
    """Whether the line is a known heading and nothing more, such as "Bakgrund:"."""
    return any(_plain(line) in words for words in _roles().values())


def _plain(heading: str) -> str:
    return " ".join(heading.casefold().strip(" :.*#_").split())
