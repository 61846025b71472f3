"""Make docs/reference/extractors.md of the cases: `python -m tests.reading.extractors.page`."""

import importlib
import inspect
from collections.abc import Callable
from pathlib import Path

from vagvisare.reading.beyond import BEYOND
from vagvisare.reading.extractors import EXTRACTORS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "extractors.md"

HEAD = """# Facts read from documents

Made from the cases in `tests/reading/extractors/`: what each extractor finds, and what it leaves
alone. `⏎` is a line break. A value comes with its evidence (page, characters, words) and with how
sure the rule is; a label that stands without a value is told as missing.
"""

BEYOND_HEAD = """
## Beyond the header

Made from the cases in `tests/reading/beyond/`. Each is a key of its own, only where something is
found; `·` parts what is told of one finding and `;` one finding from the next. Cells of a table are
parted by `⇥`.
"""


def page() -> str:
    """Return the page."""
    header = (_section(field, find, "extractors") for field, find in EXTRACTORS.items())
    beyond = (_section(fact, find, "beyond") for fact, find in BEYOND.items())
    return HEAD + "".join(header) + BEYOND_HEAD + "".join(beyond)


def _section(field: str, find: Callable[..., object], folder: str) -> str:
    cases = importlib.import_module(f"tests.reading.{folder}.test_{field}")
    module = inspect.getmodule(find)
    finds = "".join(f"| {_cell(text)} | {_cell(value)} |\n" for text, value in cases.FINDS)
    refuses = "".join(f"| {_cell(text)} | {_cell(why)} |\n" for text, why in cases.REFUSES)
    return (
        f"\n## {field}\n\n{inspect.getdoc(module)}\n"
        f"\n| the text says | found |\n|---|---|\n{finds}"
        f"\n| the text says | not taken: |\n|---|---|\n{refuses}"
    )


def _cell(text: str) -> str:
    return (
        " ⏎ ".join(line for line in text.replace("\t", " ⇥ ").split("\n") if line)
        .replace("|", "\\|")
        .strip()
    )


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
