"""Hostile files, made when they are needed: `python -m tests.hostile.files FOLDER` writes them all.

Each kind has a module with CASES: the file's name -> how to make it and what reading it may end in.
"""

from pathlib import Path

from tests.hostile.files import (
    office,
    old_word,
    packages,
    pdf_content,
    pdf_structure,
    pictures,
    rich_text,
    texts,
    web,
    wrong,
)
from tests.hostile.files.case import Case

MODULES = (
    packages,
    office,
    pdf_structure,
    pdf_content,
    pictures,
    texts,
    web,
    rich_text,
    old_word,
    wrong,
)
CASES: dict[str, Case] = {name: case for module in MODULES for name, case in module.CASES.items()}


def make_files(folder: Path) -> list[Path]:
    """Write every hostile file into the folder; return them in order."""
    for name, case in CASES.items():
        (folder / name).write_bytes(case.build())
    return [folder / name for name in CASES]
