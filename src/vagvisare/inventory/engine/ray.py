"""The plan on a Ray cluster: the one RAY_ADDRESS names, or one started here for the job.

A node that is lost costs the files it was reading: Daft gives them to another, and what the job
still lacks at its end is planned anew (see `read_files`).
"""

import logging
import os
import uuid
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from vagvisare.inventory.engine import Answers, CannotRead, Row
from vagvisare.inventory.engine.plan import FAULTS, daft, in_a_sentence, reading_plan
from vagvisare.reading.jail.limits import Limits

try:
    import ray
except ImportError as fault:
    raise CannotRead(
        _('Ray is not installed. Install "vagvisare[cluster]", or choose --engine local.')
    ) from fault

PORTION = 32  # files a node takes at once


def readings(
    rows: Sequence[Row], *, originals: Path, on: date, workers: int, limits: Limits | None = None
) -> Iterator[Answers]:
    """Yield the readings as they come, in any order. See `Engine`.

    workers  those of a cluster started for the job; one that is there has its own cores
    """
    _connect(workers)
    plan = reading_plan(
        rows, key=uuid.uuid4().hex, originals=originals, on=on, limits=limits, portion=PORTION
    )
    try:
        with daft.execution_config_ctx(maintain_order=False):
            parts: Iterator[Any] = plan.iter_partitions(results_buffer_size=None)
            for part in parts:
                answers = ray.get(part).to_pydict()
                yield list(zip(answers["file"], answers["reading"], strict=True))
    except (*FAULTS, ray.exceptions.RayError) as fault:
        raise CannotRead(in_a_sentence(fault)) from fault


def _connect(workers: int) -> None:
    """Join the cluster, or start one on this machine that ends with the process."""
    if not ray.is_initialized():
        address = os.environ.get("RAY_ADDRESS")
        own: dict[str, Any] = {} if address else {"num_cpus": workers, "include_dashboard": False}
        try:
            ray.init(address, log_to_driver=False, logging_level=logging.ERROR, **own)
        except (ConnectionError, RuntimeError, ValueError, OSError) as fault:
            sentence = _("The Ray cluster does not answer: {reason}")
            raise CannotRead(sentence.format(reason=fault)) from fault
    daft.set_runner_ray(noop_if_initialized=True)
