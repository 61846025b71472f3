"""Make docs/reference/extractors.md of the cases: `python -m tests.reading.extractors.page`."""

import importlib
import inspect
from pathlib import Path

from vagvisare.reading.extractors import EXTRACTORS

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "extractors.md"

HEAD = """# Facts read from documents

Made from the cases in `tests/reading/extractors/`: what each extractor finds, and what it leaves
alone. `⏎` is a line break. A value comes with its evidence (page, characters, words) and with how
sure the rule is; a label that stands without a value is told as missing.
"""


def page() -> str:
    """Return the page."""
    return HEAD + "".join(_section(field) for field in EXTRACTORS)


def _section(field: str) -> str:
    cases = importlib.import_module(f"tests.reading.extractors.test_{field}")
    module = inspect.getmodule(EXTRACTORS[field])
    finds = "".join(f"| {_cell(text)} | {_cell(value)} |\n" for text, value in cases.FINDS)
    refuses = "".join(f"| {_cell(text)} | {_cell(why)} |\n" for text, why in cases.REFUSES)
    return (
        f"\n## {field}\n\n{inspect.getdoc(module)}\n"
        f"\n| the text says | found |\n|---|---|\n{finds}"
        f"\n| the text says | not taken: |\n|---|---|\n{refuses}"
    )


def _cell(text: str) -> str:
    return " ⏎ ".join(line for line in text.split("\n") if line).replace("|", "\\|").strip()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
