"""What every bench shares: fair ratios, and one way to print them.

A machine with other work on it stretches every time. So two things are compared in the same
process, in turns, by the CPU seconds they use (children counted), and the median of the turns'
ratios is the figure: what disturbs one turn disturbs both sides of it.
"""

import argparse
import gc
import json
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Figure:
    """One measured value, what it counts in, what it should be, and whether it is."""

    figure: str
    value: float
    unit: str
    goal: str
    ok: bool


@dataclass(frozen=True)
class Ratio:
    """How two works compare: the median ratio of their turns, and each one's median seconds."""

    value: float
    ours: float
    reference: float


def cpu_seconds(work: Work) -> float:
    """Return the CPU seconds that `work` takes, those of the programs it runs included."""
    gc.collect()
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def compared(ours: Work, reference: Work, turns: int) -> Ratio:
    """Return how `ours` compares with `reference`, run in turns, each first every other time."""
    pairs: list[tuple[float, float]] = []
    for turn in range(turns):
        if turn % 2:
            second = cpu_seconds(reference)
            pairs.append((cpu_seconds(ours), second))
        else:
            first = cpu_seconds(ours)
            pairs.append((first, cpu_seconds(reference)))
    return Ratio(
        statistics.median(own / other for own, other in pairs),
        statistics.median(own for own, _ in pairs),
        statistics.median(other for _, other in pairs),
    )


def at_most(figure: str, value: float, limit: float, unit: str = "times") -> Figure:
    """Return a figure that is as it should be up to and including `limit`."""
    return Figure(figure, round(value, 4), unit, f"<= {limit:g}", value <= limit)


def told(figure: str, value: float, unit: str) -> Figure:
    """Return a figure without a goal, told to make the others readable."""
    return Figure(figure, round(value, 4), unit, "", True)


@dataclass(frozen=True)
class Options:
    """How much to do, and how to print it."""

    quick: bool
    json: bool


def options(description: str) -> Options:
    """Return what the command line asks for."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--quick", action="store_true", help="smaller work, at most 50 seconds")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    return Options(**vars(parser.parse_args()))


def report(figures: Sequence[Figure], asked: Options) -> int:
    """Print the figures; return 0 when each is as it should be, else 1."""
    for figure in figures:
        print(json.dumps(asdict(figure), ensure_ascii=False) if asked.json else _line(figure))
    return 0 if all(figure.ok for figure in figures) else 1


def _line(figure: Figure) -> str:
    verdict = f"  {'ok' if figure.ok else 'MISSED'} (goal {figure.goal})" if figure.goal else ""
    return f"{figure.figure:<52} {figure.value:>10.4g} {figure.unit}{verdict}"
