"""The report's files, opened again."""

from datetime import date
from pathlib import Path

import lxml.html
import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from tests.factories.inventory import PLAN, batch_of
from tests.inventory.report.archive import HOSTILE, read_archive
from vagvisare.inventory.actions.confirm_claim import confirm_claim
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.models import Claim, SourceFile, VersionGroup
from vagvisare.inventory.report.findings import Finding
from vagvisare.inventory.report.rows import rows_of
from vagvisare.inventory.report.write import write_report
from vagvisare.reading.reading import Reading

DAY = date(2026, 11, 24)


@pytest.fixture
def batch(registrar):
    return read_archive(registrar)


def test_each_document_and_each_file_without_one_has_a_row(batch):
    rows = {row.path: row for row in rows_of(batch)}
    assert rows["plan.txt"].evidence["valid_until"].text == PLAN["valid_until"]
    assert rows["kopia/plan.txt"].duplicate_of == "plan.txt"
    assert (
        "lösenord" in rows["trasig & <b>.pdf"].fault or "password" in rows["trasig & <b>.pdf"].fault
    )


def test_what_a_person_has_corrected_stands_as_corrected(batch, registrar):
    claim = Claim.objects.get(candidate__file__path="plan.txt", field="title")
    Claim.objects.filter(pk=claim.pk).update(value="Biblioteksplan 2019-2022")
    confirm_claim(claim=Claim.objects.get(pk=claim.pk), by=registrar, at=batch.created_at)
    assert next(rows_of(batch)).title == "Biblioteksplan 2019-2022"


def test_an_older_version_is_not_told_to_be_over(batch):
    plan, newer = SourceFile.objects.filter(path__in=["plan.txt", "ond.txt"]).order_by("pk")
    group = VersionGroup.objects.create(title="Biblioteksplan", latest=newer)
    SourceFile.objects.filter(pk__in=[plan.pk, newer.pk]).update(versions=group)
    assert {row.path: row.latest for row in rows_of(batch)}["plan.txt"] == "ond.txt"
    assert {row.path: row.latest for row in rows_of(batch)}["ond.txt"] == ""


def test_the_queries_do_not_grow_with_the_rows(batch, django_assert_num_queries):
    with django_assert_num_queries(1 + 3 + 1):  # follow-ups; a portion; no further portion
        list(rows_of(batch))


def test_the_files_say_the_same(batch, tmp_path: Path):
    folder = tmp_path / "ut"
    folder.mkdir()
    written = write_report(batch, folder, day=DAY)

    sheet = load_workbook(written.workbook).worksheets[0]
    table = pq.read_table(written.parquet).to_pylist()
    assert [row["file"] for row in table] == [cell.value for cell in sheet["O"]][1:]
    assert [row["title"] for row in table] == [cell.value for cell in sheet["C"]][1:]
    assert {finding: each.number for finding, each in written.summary.findings.items() if each.number} == {
        Finding.OVER: 2,
        Finding.DUPLICATE: 1,
        Finding.UNREADABLE: 1,
    }  # fmt: skip
    assert sorted(path.name for path in folder.iterdir()) == [
        "inventory.html",
        "inventory.parquet",
        "inventory.xlsx",
    ]


def test_the_page_escapes_whatever_the_files_say(batch, tmp_path: Path):
    page = lxml.html.parse(str(write_report(batch, tmp_path, day=DAY).page))
    assert not page.xpath("//script")
    assert not page.xpath("//td//b | //th//b")
    assert HOSTILE in page.getroot().text_content()


def test_the_page_answers_first_what_to_decide(batch, tmp_path: Path):
    page = lxml.html.parse(str(write_report(batch, tmp_path, day=DAY).page))
    first = page.xpath("//main/section")[0]
    (over_ones,) = first.xpath(".//li[1]/a")
    assert "2" in over_ones.text_content()
    assert page.xpath(f'//*[@id="{over_ones.get("href")[1:]}"]//tbody/tr')


def test_files_in_a_folder_are_linked_to(batch, tmp_path: Path):
    archive, out = tmp_path / "arkivet å", tmp_path / "ut"
    archive.mkdir(), out.mkdir()
    batch.source = str(archive)
    page = lxml.html.parse(str(write_report(batch, out, day=DAY).page))
    assert "../arkivet%20%C3%A5/plan.txt" in page.xpath("//a/@href")
    assert "../arkivet%20%C3%A5/trasig%20%26%20%3Cb%3E.pdf" in page.xpath("//a/@href")


def test_an_empty_inventory_says_so(registrar, tmp_path: Path):
    made = batch_of(("anteckning.txt", b"x"), by=registrar)
    keep_reading(file=made.files.get(), reading=Reading(file="x"), by=registrar)
    page = lxml.html.parse(str(write_report(made, tmp_path, day=DAY).page))
    assert page.xpath('//section[@id="decide"]/p')


def test_a_folder_that_cannot_be_written_leaves_what_was_there(batch, tmp_path: Path):
    (tmp_path / "inventory.html").write_text("förra")
    (tmp_path / ".inventory.xlsx.half").mkdir()
    with pytest.raises(OSError):
        write_report(batch, tmp_path, day=DAY)
    assert (tmp_path / "inventory.html").read_text() == "förra"
