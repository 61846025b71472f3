"""What a hostile file is to the tests."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

READS = "reads"


@dataclass(frozen=True)
class Case:
    """How to make a file, and what reading it may end in: READS or codes of errors."""

    build: Callable[[], bytes]
    ends_in: frozenset[str]


def case(build: Callable[..., bytes], *ends_in: str, **arguments: object) -> Case:
    """Return a case; `arguments` are for `build`."""
    return Case(partial(build, **arguments), frozenset(ends_in))
