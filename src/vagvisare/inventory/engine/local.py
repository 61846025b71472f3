"""The plan on this machine: Daft's own runner, its threads each with a jail."""

import os
import uuid
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from vagvisare.inventory.engine import Answers, CannotRead, Row
from vagvisare.inventory.engine.plan import FAULTS, daft, in_a_sentence, reading_plan
from vagvisare.inventory.engine.reading_udf import POOLS, Pool
from vagvisare.reading.jail.limits import Limits

AHEAD = 256  # readings that may wait to be kept: enough to even out, and never more memory


def readings(
    rows: Sequence[Row], *, originals: Path, on: date, workers: int, limits: Limits | None = None
) -> Iterator[Answers]:
    """Yield the readings as they come, in any order. See `Engine`."""
    _use(workers)
    key = uuid.uuid4().hex
    pool = POOLS[key] = Pool(limits, workers=workers, ahead=AHEAD + 8 * workers)
    try:
        plan = reading_plan(rows, key=key, originals=originals, on=on)
        with daft.execution_config_ctx(maintain_order=False):
            parts: Iterator[Any] = plan.iter_partitions()
            for part in parts:
                answers = part.to_pydict()
                yield list(zip(answers["file"], answers["reading"], strict=True))
                pool.taken(len(answers["file"]))
    except FAULTS as fault:
        raise CannotRead(in_a_sentence(fault)) from fault
    finally:
        pool.close()
        del POOLS[key]


def _use(workers: int) -> None:
    """Let Daft have threads enough. It takes that in once a process; the pool sees to the rest."""
    global _threads
    if not _threads:
        _threads = max(workers, os.cpu_count() or 1)
        daft.set_runner_native(num_threads=_threads)


_threads = 0
