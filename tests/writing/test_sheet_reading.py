import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from vagvisare.writing.sheet_reading import NotASheet, SheetLimits, decoded, read_rows
from vagvisare.writing.sheets import Column, Sheet, storable, write_csv, write_workbook

# Whatever a person or a file can have written; halves of characters are no text.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
UGLY = st.sampled_from(
    ["=", "+", "-", "@", "'", '"', ";", ",", "\t", "\r", "\n", "\r\n", "_x000D_"]
)
TEXTS = st.lists(st.one_of(TEXT, UGLY), max_size=6).map("".join)
TWO = (Column("Titel"), Column("Sammanfattning"))


def cells_of(path, **limits) -> list[tuple[str, ...]]:
    return [row.cells for row in read_rows(path, SheetLimits(**limits))]


def padded(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    return cells + ("",) * (width - len(cells))


@settings(max_examples=50, deadline=None)
@given(rows=st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_any_text_survives_a_workbook(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("book") / "list.xlsx"
    write_workbook(path, [Sheet("Lista", TWO, [("x", *row) for row in rows])])

    read = cells_of(path)[1:]

    assert [padded(cells, 3)[1:] for cells in read] == [
        tuple(storable(text) for text in row) for row in rows
    ]


@settings(max_examples=50, deadline=None)
@given(rows=st.lists(st.tuples(TEXTS, TEXTS), max_size=5))
def test_any_text_survives_a_csv_file(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("csv") / "list.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        write_csv(file, (Column("Nr"), *TWO), [("x", *row) for row in rows])

    read = cells_of(path)[1:]

    assert [padded(cells, 3)[1:] for cells in read] == [
        tuple(text.replace("\x00", " ") for text in row) for row in rows
    ]


def book_with(tmp_path, *rows, also=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for name in also:
        book.create_sheet(name)
    path = tmp_path / "book.xlsx"
    book.save(path)
    return path


def test_kinds_become_the_text_that_one_sees(tmp_path):
    row = (3, 2.0, 7.5, True, date(2007, 12, 12), datetime(2007, 12, 12, 9, 30), None, "plan")
    path = book_with(tmp_path, row)

    assert cells_of(path) == [
        ("3", "2", "7.5", "1", "2007-12-12", "2007-12-12 09:30:00", "", "plan")
    ]


def test_a_formula_is_its_text_and_is_never_worked_out(tmp_path):
    path = book_with(tmp_path, ("=1+1", ArrayFormula("B1", "=SUM(A1:A2)"), '=HYPERLINK("x")'))

    assert cells_of(path) == [("=1+1", "=SUM(A1:A2)", '=HYPERLINK("x")')]


def test_empty_rows_count_for_nothing_but_keep_their_number(tmp_path):
    path = book_with(tmp_path, ("Titel",), (None,), ("Plan",))

    assert [(row.number, row.cells) for row in read_rows(path)] == [(1, ("Titel",)), (3, ("Plan",))]


def test_the_first_sheet_that_holds_something_is_read(tmp_path):
    book = Workbook()
    book.create_sheet("Lista").append(["Titel"])
    path = tmp_path / "two.xlsx"
    book.save(path)

    assert cells_of(path) == [("Titel",)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_swedish_letters_come_in_any_encoding_excel_saves(encoding):
    assert decoded("Översyn;Åtgärd på ön".encode(encoding)) == "Översyn;Åtgärd på ön"


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_delimiter_is_found(tmp_path, sign):
    path = tmp_path / "list.csv"
    path.write_text(f'Nr{sign}"Titel, och\nmer; så"{sign}Typ\r\n1{sign}Plan{sign}plan\r\n', "utf-8")

    assert cells_of(path)[1] == ("1", "Plan", "plan")


def test_excels_word_on_the_delimiter_is_heeded(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("sep=|\r\nNr|Titel\r\n1|A;B,C\r\n", "utf-8")

    assert cells_of(path) == [("Nr", "Titel"), ("1", "A;B,C")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\r\n\r\n;;\r\n", "empty"),
        (b"\xd0\xcf\x11\xe0 old", "old-excel"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"\xff\xfe\x00\xd8", "damaged"),
        (b"\x80\x00\x81", "damaged"),
        (b"a;b\r\n" * 60, "too-many-rows"),
        (b"a;" * 60 + b"a\r\n", "too-many-columns"),
        (b"a" * 600, "too-long-cell"),
    ],
)
def test_what_is_no_list_is_told_apart(tmp_path, content, code):
    path = tmp_path / "list"
    path.write_bytes(content)

    with pytest.raises(NotASheet) as refused:
        cells_of(path, rows=50, columns=50, characters=500)
    assert refused.value.code == code


def test_a_workbook_that_unpacks_without_end_is_refused(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 2_000_000)

    with pytest.raises(NotASheet) as refused:
        cells_of(path, unpacked_bytes=1_000_000)
    assert refused.value.code == "too-large"


def test_a_zip_that_is_no_workbook_is_damaged(tmp_path):
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("a.txt", b"a")

    with pytest.raises(NotASheet) as refused:
        cells_of(path)
    assert refused.value.code == "damaged"


def test_a_page_that_says_it_is_huge_costs_no_more_than_it_holds(tmp_path):
    path = book_with(tmp_path, ("Titel",), ("Plan",))
    swollen = tmp_path / "swollen.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(swollen, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                assert b'ref="A1:A2"' in content
                content = content.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
            new.writestr(name, content)

    assert cells_of(swollen) == [("Titel",), ("Plan",)]


def test_what_is_written_to_a_buffer_is_what_is_read(tmp_path):
    target = io.BytesIO()
    write_workbook(target, [Sheet("Lista", TWO, [("=1", "'=2")])])
    path = tmp_path / "list.xlsx"
    path.write_bytes(target.getvalue())

    assert cells_of(path) == [("Titel", "Sammanfattning"), ("=1", "'=2")]
