"""How far an inventory has come, for people on a terminal and for programs that watch it."""

import json
import sys
import time
from types import TracebackType
from typing import Self

SECONDS_BETWEEN = 0.5  # at least, from one line for programs to the next


class Quiet:
    """Says nothing; counts, for those who do."""

    def __init__(self) -> None:
        self.total = self.done = self.errors = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing to put away."""

    def taken(self, count: int) -> None:
        """Hear that so many files more are taken in."""

    def begin(self, total: int) -> None:
        """Hear how many files there are to read."""
        self.total = total

    def read(self, codes: dict[int, str]) -> None:
        """Hear the error code of each file that was read, empty where all went well."""
        self.done += len(codes)
        self.errors += sum(1 for code in codes.values() if code)


class Bar(Quiet):
    """A bar with rate, remaining time and errors; plain silence where nobody sees it."""

    def __init__(self) -> None:
        super().__init__()
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.completed}/{task.total}"),
            TextColumn("{task.fields[rate]:.0f}/s"),
            TimeRemainingColumn(),
            TextColumn("{task.fields[errors]} could not be read"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("Taking in", total=None, rate=0.0, errors=0)
        self._begun = time.monotonic()

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *fault: object) -> None:
        self._bar.stop()

    def taken(self, count: int) -> None:
        """Move on by so many files."""
        self.done += count
        self._show()

    def begin(self, total: int) -> None:
        """Start anew with reading."""
        super().begin(total)
        self.done, self._begun = 0, time.monotonic()
        self._bar.update(self._task, description="Reading", total=total, completed=0)

    def read(self, codes: dict[int, str]) -> None:
        """Move on by what was read."""
        super().read(codes)
        self._show()

    def _show(self) -> None:
        rate = self.done / max(time.monotonic() - self._begun, 0.001)
        self._bar.update(self._task, completed=self.done, rate=rate, errors=self.errors)


class JsonLines(Quiet):
    """One JSON object a line on stderr: {"step", "done", "total", "errors", "seconds"}."""

    def __init__(self) -> None:
        super().__init__()
        self._taken, self._begun, self._told = 0, time.monotonic(), 0.0

    def taken(self, count: int) -> None:
        """Tell how many are taken in."""
        self._taken += count
        self._tell("taking-in", self._taken, None)

    def begin(self, total: int) -> None:
        """Tell how many are to be read."""
        super().begin(total)
        self._tell("reading", 0, total)

    def read(self, codes: dict[int, str]) -> None:
        """Tell how many are read."""
        super().read(codes)
        self._tell("reading", self.done, self.total)

    def _tell(self, step: str, done: int, total: int | None) -> None:
        seconds = round(time.monotonic() - self._begun, 3)
        if done and done != total and seconds - self._told < SECONDS_BETWEEN:
            return
        self._told = seconds
        line = {"step": step, "done": done, "total": total, "errors": self.errors}
        print(json.dumps(line | {"seconds": seconds}), file=sys.stderr, flush=True)


# What --progress may be -> what shows it.
PROGRESS: dict[str, type[Quiet]] = {"bar": Bar, "json": JsonLines, "none": Quiet}
