"""The style keeps its own rules: known classes, both reading directions, no inline styles."""

import re
from pathlib import Path

import pytest

from vagvisare.look.gallery import STANDINGS
from vagvisare.register.states import Standing

PACKAGE = Path(__file__).parents[2] / "src/vagvisare"
LOOK = PACKAGE / "look/static/look/look.css"
SHEETS = [LOOK, *PACKAGE.glob("look/static/vendor/**/*.css")]
# The report of an inventory is a file to be saved: it brings its own style and is never served
# as a page (see desk/inventory/report.py).
REPORT = sorted(PACKAGE.glob("inventory/templates/inventory/report*.html"))
TEMPLATES = sorted({*PACKAGE.glob("*/templates/**/*.html")} - {*REPORT})
PHYSICAL = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom"
    r"|(?:min-|max-)?(?:width|height))\s*:(?![^;]*\))|text-align\s*:\s*(?:left|right)"
)
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}", re.DOTALL)


def classes_in(template: str) -> set[str]:
    """Return the classes a template writes out; those made from a value are left out."""
    hidden = TAGS.sub("\0", template)
    written = re.findall(r'class="([^"]*)"', hidden)
    return {name for value in written for name in value.split() if "\0" not in name}


def has_rule(name: str, style: str) -> bool:
    """Tell whether a class is styled, by its name or as a tone of a styled part."""
    part, _, tone = name.partition("--")
    by_tone = bool(tone) and f'[class*="--{tone}"]' in style and has_rule(part, style)
    return by_tone or bool(re.search(rf"\.{re.escape(name)}(?![\w-])", style))


def without_rule(templates: list[Path], style: str) -> set[str]:
    """The classes of the templates that the style does not know."""
    return {
        f"{template.relative_to(PACKAGE)}: {name}"
        for template in templates
        for name in classes_in(template.read_text(encoding="utf-8"))
        if not has_rule(name, style)
    }


def test_every_class_in_a_template_has_a_rule():
    style = "".join(sheet.read_text(encoding="utf-8") for sheet in SHEETS)

    assert without_rule(TEMPLATES, style) == set()


def test_every_class_of_the_report_has_a_rule_of_its_own():
    style = PACKAGE.joinpath("inventory/templates/inventory/report.css").read_text("utf-8")

    assert REPORT
    assert without_rule(REPORT, style) == set()


@pytest.mark.parametrize("sheet", [LOOK, LOOK.with_name("fonts.css")], ids=lambda path: path.name)
def test_the_sheet_names_no_side_of_the_screen(sheet):
    text = re.sub(r"/\*.*?\*/|url\([^)]*\)|@media[^{]*", "", sheet.read_text(), flags=re.DOTALL)

    assert PHYSICAL.findall(text) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_template_breaks_the_content_policy(template):
    text = template.read_text(encoding="utf-8")

    assert not re.search(r"\sstyle=|\son\w+=|<style|<script(?![^>]*\ssrc=)", text)


def test_every_standing_has_a_sample_a_shape_and_a_tone():
    style = LOOK.read_text(encoding="utf-8")

    assert list(STANDINGS) == [standing.value for standing in Standing]
    assert [name for name in STANDINGS if f".badge--{name}" not in style] == []
    assert [name for name in STANDINGS if f'[class*="--{name}"]' not in style] == []
