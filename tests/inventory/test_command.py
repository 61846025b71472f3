"""`vagvisare inventory`, run as people run it, but in the test's own database."""

import json

import pytest
from click.testing import CliRunner

from tests.factories.organization import person
from tests.inventory import papers
from vagvisare.access.roles import Role
from vagvisare.cli.inventory import inventory
from vagvisare.inventory.models import Batch, Claim
from vagvisare.register.models import SteeringDocument


@pytest.fixture
def folder(tmp_path):
    """A folder as they are: a plan, a copy of it, a broken file, an empty one, a link away."""
    papers_folder = tmp_path / "Styrdokument"
    (papers_folder / "äldre").mkdir(parents=True)
    plan = papers.word()
    (papers_folder / "plan.docx").write_bytes(plan)
    (papers_folder / "äldre" / "kopia.docx").write_bytes(plan)
    (papers_folder / "trasig.pdf").write_bytes(b"%PDF-1.4 broken")
    (papers_folder / "tom.txt").touch()
    outside = tmp_path / "hemlig.txt"
    outside.write_text("inte med")
    (papers_folder / "länk.txt").symlink_to(outside)
    return papers_folder


def run(*arguments: object):
    return CliRunner().invoke(inventory, [str(argument) for argument in arguments])


def figures(output: str) -> dict[str, str]:
    return dict(line.split("\t") for line in output.splitlines() if "\t" in line)


@pytest.mark.django_db
def test_a_folder_becomes_a_batch_and_a_file_of_claims(folder, tmp_path):
    administrator = person(Role.ADMINISTRATOR)

    result = run(folder, "--on", "2026-11-24", "--out", tmp_path / "ut", "--workers", 2)

    assert result.exit_code == 0, result.output
    counted = figures(result.output)
    assert (counted["files"], counted["read"]) == ("4", "1")
    assert (counted["failed"], counted["duplicates"]) == ("2", "1")
    batch = Batch.objects.get()
    assert (batch.name, batch.taken_in_by) == ("Styrdokument", administrator.name)
    assert counted["claims"] == str(Claim.objects.filter(found="value").count())
    assert not SteeringDocument.objects.exists()

    lines = (tmp_path / "ut" / "inventory.jsonl").read_text(encoding="utf-8").splitlines()
    rows = {row["path"]: row for row in map(json.loads, lines)}
    assert set(rows) == {"plan.docx", "äldre/kopia.docx", "trasig.pdf", "tom.txt"}
    assert rows["plan.docx"]["decision_date"] == "2018-11-29"
    assert rows["äldre/kopia.docx"]["duplicate"] is True
    assert rows["äldre/kopia.docx"]["title"] == rows["plan.docx"]["title"]
    assert rows["tom.txt"]["error"]["code"] == "empty"
    assert rows["trasig.pdf"]["error"]["code"] != ""


@pytest.mark.django_db
def test_acts_as_the_person_named(folder, tmp_path):
    registrar = person(Role.REGISTRAR)

    result = run(folder / "plan.docx", "--out", tmp_path, "--as", registrar.email.upper())

    assert result.exit_code == 0, result.output
    assert Batch.objects.get().taken_in_by == registrar.name
    assert Batch.objects.get().files.get().path == "plan.docx"


@pytest.mark.django_db
@pytest.mark.parametrize("arguments", [[], ["--as", "ingen@example.se"]])
def test_says_whom_it_lacks(folder, arguments):
    result = run(folder, *arguments)

    assert result.exit_code == 1
    assert "Error: " in result.output
    assert not Batch.objects.exists()


@pytest.mark.django_db
def test_refuses_somebody_who_may_not(folder):
    reader = person(Role.READER)

    result = run(folder, "--as", reader.email)

    assert result.exit_code == 1
    assert not Batch.objects.exists()


def test_a_folder_without_files_is_told_to_be_empty(municipality, tmp_path):
    person(Role.ADMINISTRATOR)
    (tmp_path / "tom").mkdir()
    found = CliRunner().invoke(inventory, [str(tmp_path / "tom"), "--out", str(tmp_path)])
    assert found.exit_code == 1
    assert f"Det finns inte en enda fil i {tmp_path / 'tom'}." in found.output
