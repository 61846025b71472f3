"""Reading in bulk: one Daft plan, carried out on this machine or on a Ray cluster.

Engines are loaded when they are asked for: Daft and Ray take their time.
"""

import importlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from vagvisare.kernel.errors import Refusal
from vagvisare.reading.jail.limits import Limits

# The name of an engine -> the module with its `readings`.
ENGINES: Mapping[str, str] = {
    "local": "vagvisare.inventory.engine.local",
    "ray": "vagvisare.inventory.engine.ray",
}
Row = tuple[int, str]  # the key of a file, the hash of its original
Answers = list[tuple[int, bytes]]  # the key of a file, the JSON of its reading


class CannotRead(Refusal):
    """The engine cannot work here; nothing that was read is lost."""

    code = "inventory.cannot-read"


class Engine(Protocol):
    """What every engine's module has."""

    def readings(
        self,
        rows: Sequence[Row],
        *,
        originals: Path,
        on: date,
        workers: int,
        limits: Limits | None = None,
    ) -> Iterator[Answers]:
        """Yield the readings as they come, in any order, a few at a time.

        originals  the folder of the originals
        on         the day on which validity is judged
        workers    files that are read at the same time
        limits     what a file may cost; the standard ones when left out

        :raises CannotRead: when the machine or the cluster does not let it work
        """
        ...


def engine(name: str) -> Engine:
    """Return the engine of that name."""
    module: Engine = importlib.import_module(ENGINES[name])
    return module
