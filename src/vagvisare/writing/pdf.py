"""From a paper to a PDF that is accessible (PDF/UA-1) and archivable (PDF/A-2a) at once.

The typesetter sees its own template, our fonts and the paper as JSON; no other file, no
system font and no network. Claimed by construction, checked in tests, not certified.
"""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import typst

from vagvisare.writing.blocks import Block, Paper, Table
from vagvisare.writing.characters import FONTS, drawable, spelled_out
from vagvisare.writing.columns import column_weights
from vagvisare.writing.json_form import to_json
from vagvisare.writing.sources import has_own_words, numbered_sources
from vagvisare.writing.words import WORDS

TEMPLATES = Path(__file__).parent / "templates"


def write_pdf(paper: Paper, *, day: date) -> bytes:
    """Return `paper` as a PDF dated `day`; the same two give the same bytes.

    A character that our fonts lack is shown by its code, as "[U+1F600]".
    """
    try:
        return _typeset(paper, day, drawable)
    except typst.TypstError:
        # PDF/A refuses a cluster that needs two fonts, and only typesetting finds it.
        return _typeset(paper, day, spelled_out)


def _typeset(paper: Paper, day: date, shown: Callable[[str], str]) -> bytes:
    return typst.compile(
        TEMPLATES / "paper.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        format="pdf",
        pdf_standards=["a-2a", "ua-1"],
        sys_inputs={"paper": json.dumps(_data(paper, day, shown), ensure_ascii=False)},
        timestamp=datetime(day.year, day.month, day.day, tzinfo=UTC),
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )


def _data(paper: Paper, day: date, shown: Callable[[str], str]) -> dict[str, object]:
    """Return what the template asks for: the paper, its sources in order, and our words."""
    words = WORDS[paper.language]
    written: dict[str, object] = {
        **to_json(paper),
        "blocks": [_block(block) for block in paper.blocks],
        "sources": [to_json(source) for source in numbered_sources(paper)],
    }
    return {
        **{name: _each_text(value, shown) for name, value in written.items()},
        "own_words": has_own_words(paper),
        "region": words.locale.partition("-")[2],
        "words": {"sources": words.sources, "missing": words.missing, "own": words.own},
        "day": [day.year, day.month, day.day],
    }


def _block(block: Block) -> dict[str, object]:
    if isinstance(block, Table):
        return {**to_json(block), "weights": list(column_weights(block))}
    return to_json(block)


def _each_text(value: object, shown: Callable[[str], str]) -> object:
    """Return `value` with each text in it as `shown` gives it."""
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, list):
        return [_each_text(item, shown) for item in value]
    if isinstance(value, dict):
        return {name: _each_text(item, shown) for name, item in value.items()}
    return value
