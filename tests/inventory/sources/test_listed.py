"""A list of documents, as registrars keep them."""

import io

import openpyxl
import pytest

from vagvisare.inventory.sources import CannotTakeFrom, files_in, kind_of
from vagvisare.inventory.sources.columns import columns_in
from vagvisare.inventory.sources.tables import delimiter_of


@pytest.fixture
def archive(tmp_path):
    """A folder beside the list, with papers in it."""
    for name in ("KF/Plan för mat.pdf", "KF/policy.docx", "utan år.txt"):
        path = tmp_path / "arkiv" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return tmp_path / "arkiv"


def listed(folder, text: str, encoding: str = "utf-8", name: str = "lista.csv") -> str:
    (folder / name).write_bytes(text.encode(encoding))
    return str(folder / name)


def sheet(folder, rows, links=None) -> str:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for cell, target in (links or {}).items():
        book.active[cell].hyperlink = target
    answer = io.BytesIO()
    book.save(answer)
    (folder / "lista.xlsx").write_bytes(answer.getvalue())
    return str(folder / "lista.xlsx")


def paths(source: str) -> list[str]:
    return [found.path for found in files_in(source)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_delimiter_and_encoding_are_told(archive, encoding, delimiter):
    rows = (["Titel", "Sökväg", "Antagen"], ["Mat", "KF/Plan för mat.pdf", "2019"])
    text = "\r\n".join(delimiter.join(row) for row in rows)
    source = listed(archive, text, encoding)

    assert kind_of(source) == "listed"
    (found,) = files_in(source)
    assert (found.path, found.fault) == ("KF/Plan för mat.pdf", "")
    with found.open() as file:
        assert file.read().decode() == "KF/Plan för mat.pdf"


@pytest.mark.parametrize(
    "heading",
    ["Sökväg", "FIL", "Filnamn:", "Länk", "path", "URL", "Länk till dokument", "file name"],
)
def test_the_column_is_told_by_its_heading(archive, heading):
    source = listed(archive, f"Titel;{heading};År\nMat;utan år.txt;2019\n")

    assert paths(source) == ["utan år.txt"]


def test_the_surest_heading_wins_and_title_rows_above_it_are_passed(archive):
    text = "Styrdokument i kommunen\n2024-01-01\nFilnamn;Titel;Sökväg\nx.pdf;Mat;utan år.txt\n"

    assert paths(listed(archive, text)) == ["utan år.txt"]


def test_a_column_without_heading_is_told_by_its_looks(archive):
    text = "Mat;KF/Plan för mat.pdf;2019\nPolicy;KF/policy.docx;2020\nSaknas;;2021\n"

    assert paths(listed(archive, text)) == ["KF/Plan för mat.pdf", "KF/policy.docx"]


def test_a_folder_in_one_column_and_the_name_in_another(archive):
    text = "Sökväg;Filnamn;Titel\nKF;policy.docx;P\nKF/policy.docx;policy.docx;P\n"

    assert paths(listed(archive, text)) == ["KF/policy.docx"]


@pytest.mark.parametrize(
    "written",
    [
        "kf\\POLICY.docx",
        "./KF/policy.docx",
        '"KF/policy.docx"',
        "G:\\Styrdokument\\arkiv\\KF\\policy.docx",
        "\\\\server\\gemensam\\KF\\policy.docx",
        "file:///G:/Styrdokument/KF/policy.docx",
        "file://server/gemensam/KF/policy.docx",
        "{archive}/KF/policy.docx",
        "file://{archive}/KF/policy.docx",
        "{archive}/../arkiv/KF/policy.docx",
    ],
)
def test_a_path_is_found_however_it_is_written(archive, written):
    source = listed(archive, f"Titel|Sökväg\nPolicy|{written.format(archive=archive)}\n")

    (found,) = files_in(source)
    assert (found.path, found.fault) == ("KF/policy.docx", "")
    with found.open() as file:
        assert file.read() == b"KF/policy.docx"


def test_percent_signs_of_an_address_are_read(archive):
    source = listed(archive, f"Länk\nfile://{archive}/KF/Plan%20f%C3%B6r%20mat.pdf\n")

    assert paths(source) == ["KF/Plan för mat.pdf"]


def test_a_file_outside_of_the_lists_folder_is_followed(archive):
    (archive.parent / "annan.txt").write_text("x")

    (found,) = files_in(listed(archive, "Sökväg\n../annan.txt\n"))

    assert not found.fault
    assert found.path.endswith("annan.txt")
    assert ".." not in found.path


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("KF/borta.pdf", "missing"),
        ("https://tyreso.se/plan.pdf", "not_local"),
        ("KF", "folder"),
        ("C:\\borta.pdf", "missing"),
        ("a" * 5000 + ".pdf", "missing"),
        ("KF/\x00.pdf", "missing"),
    ],
)
def test_what_cannot_be_had_is_a_row_that_says_which(archive, written, code):
    fault, found = files_in(listed(archive, f"Titel;Sökväg\nA;{written}\nB;utan år.txt\n"))

    assert fault.fault_code == code
    assert "2" in fault.fault
    assert found.path == "utan år.txt"


def test_a_file_named_twice_comes_once(archive):
    assert paths(listed(archive, "Sökväg\nutan år.txt\nutan år.txt\n")) == ["utan år.txt"]


def test_an_excel_list(archive):
    rows = [
        ["Titel", "Sökväg", "Antagen"],
        ["Mat", "KF/Plan för mat.pdf", 2019],
        [None, None, None],
    ]

    assert paths(sheet(archive, rows)) == ["KF/Plan för mat.pdf"]


def test_a_linked_cell_is_what_it_links_to(archive):
    rows = [["Länk", "År"], ["Policy för inköp", 2020]]

    assert paths(sheet(archive, rows, {"A2": "KF/policy.docx"})) == ["KF/policy.docx"]


@pytest.mark.parametrize(
    "text", ["Titel;Antagen\nMat;2019\n", "", "\n\n", "bara text utan kolumner\n" * 5]
)
def test_a_list_that_names_no_files_is_refused_with_what_to_do(archive, text):
    with pytest.raises(CannotTakeFrom) as refused:
        paths(listed(archive, text))

    assert "Sökväg" in str(refused.value)


def test_an_excel_file_that_is_none_is_refused(archive):
    (archive / "lista.xlsx").write_bytes(b"PK\x03\x04 nothing")

    with pytest.raises(CannotTakeFrom):
        paths(str(archive / "lista.xlsx"))


def test_the_delimiter_is_the_one_that_divides_evenly():
    assert delimiter_of("a;b, c, d\ne;f\ng;h, i\n") == ";"
    assert delimiter_of("en rad") == ";"


def test_half_of_the_cells_must_look_like_paths():
    assert columns_in([["a.pdf"], ["b.pdf"], ["c"]]).path == 0
    assert columns_in([["a.pdf"], ["b"], ["c"]]) is None
