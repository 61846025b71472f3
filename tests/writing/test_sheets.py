import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from vagvisare.writing.sheets import (
    LONGEST_CELL,
    Column,
    Link,
    Sheet,
    harmless,
    plain,
    write_csv,
    write_workbook,
)

FORMULAS = ["=1+1", "+46 8 123", "-2", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK('x')", "#N/A", "'="]


TWO = (Column("A"), Column("B"))


def written(rows, columns=TWO):
    target = io.BytesIO()
    write_workbook(target, [Sheet("Blad", columns, rows)])
    target.seek(0)
    return load_workbook(target)["Blad"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_or_changes_in_a_workbook(text):
    cell = written([[text, ""]])["A2"]
    assert cell.data_type in ("s", "inlineStr")
    assert cell.value.replace("_x000D_", "\r") == text


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula_in_csv_and_comes_back_as_it_was(text):
    target = io.StringIO(newline="")
    write_csv(target, [Column("A")], [[text]])
    _heading, (cell,) = csv.reader(io.StringIO(target.getvalue(), newline=""), delimiter=";")
    assert cell[0] not in "=+-@\t\r"
    assert plain(cell) == text


def test_other_text_is_left_alone():
    assert harmless("Plan 2007-2010") == plain("Plan 2007-2010") == "Plan 2007-2010"


def test_numbers_days_and_flags_keep_their_kinds():
    row = written([[3, date(2007, 12, 12)]])
    assert row["A2"].value == 3
    assert row["B2"].value.date() == date(2007, 12, 12)


def test_a_link_leads_to_its_address():
    cell = written([[Link("plan.pdf", "plan.pdf#page=2"), None]])["A2"]
    assert (cell.value, cell.hyperlink.target or cell.hyperlink.location) == (
        "plan.pdf",
        "plan.pdf#page=2",
    )


def test_control_characters_and_endless_texts_do_not_break_the_file():
    sheet = written([["a\x00b\x0bc", "å" * 40_000]])
    assert sheet["A2"].value == "a b c"
    assert len(sheet["B2"].value) == LONGEST_CELL


def test_headings_stay_in_sight_and_every_column_can_be_filtered():
    sheet = written([["1", "2"], ["3", "4"]])
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"


def test_a_name_that_no_sheet_may_have_is_made_one():
    target = io.BytesIO()
    write_workbook(target, [Sheet("[KS]: beslut/2007 " + "x" * 40, [Column("A")], [])])
    (name,) = load_workbook(target).sheetnames
    assert name.startswith("-KS-- beslut-2007")
    assert len(name) <= 31
