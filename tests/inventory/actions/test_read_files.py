"""Real files through the real jail."""

import shutil
from datetime import date

import pytest
from django_q.models import OrmQ

from tests.factories.inventory import MOMENT, batch_of, reading_of
from tests.factories.organization import person
from tests.inventory import papers
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.queries import lines_about
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.actions.queue_reading import queue_reading, read_again
from vagvisare.inventory.actions.read_files import read_batch, read_files
from vagvisare.inventory.actions.undo_batch import take_up_batch, undo_batch
from vagvisare.inventory.models import Candidate, Claim, SourceFile
from vagvisare.inventory.states import FileState
from vagvisare.inventory.store import path_of

DAY = date(2026, 11, 24)


def read_values(batch, name: str) -> dict[str, str]:
    file = batch.files.get(name=name)
    assert file.state == FileState.READ, file.error_message
    claims = Claim.objects.filter(candidate__file=file, candidate__about="own", found="value")
    return dict(claims.values_list("field", "value"))


def test_reads_pdf_and_word_whatever_they_are_called(registrar):
    batch = batch_of(("plan.pdf", papers.pdf()), ("utan ändelse", papers.word()), by=registrar)

    assert read_files(batch=batch, on=DAY, by=registrar) == 2

    for name in ("plan.pdf", "utan ändelse"):
        values = read_values(batch, name)
        assert values["decision_date"] == "2018-11-29"
        assert values["deciding_body"].casefold() == "kommunfullmäktige"


def test_the_evidence_stands_where_it_is_said_to(registrar):
    batch = batch_of(("plan.pdf", papers.pdf()), by=registrar)
    read_files(batch=batch, on=DAY, by=registrar)

    file = batch.files.get()
    claims = Claim.objects.filter(candidate__file=file, page__isnull=False)
    assert claims.count() >= 4
    for claim in claims:
        assert file.pages[claim.page - 1]["text"][claim.start : claim.end] == claim.evidence_text


def test_an_undone_batch_is_read_no_further(registrar):
    batch = batch_of(("plan.txt", b"Biblioteksplan"), ("annan.txt", b"Arkivplan"), by=registrar)
    undo_batch(batch=batch, because="Fel mapp", by=registrar, at=MOMENT)

    assert read_files(batch=batch, on=DAY, by=registrar) == 0
    keep_reading(file=batch.files.first(), reading=reading_of(), by=registrar)
    assert not Candidate.objects.exists()

    take_up_batch(batch=batch, by=registrar)
    assert read_files(batch=batch, on=DAY, by=registrar) == 2


def test_undone_while_it_is_read_it_stops_at_the_next_portion(registrar):
    """Undone by another while the first portion is being kept."""
    names = [(f"plan-{number}.txt", b"Biblioteksplan nummer %d" % number) for number in range(400)]
    batch = batch_of(*names, by=registrar)

    def undo(kept):
        undo_batch(batch=batch, because="Fel mapp", by=registrar, at=MOMENT)

    count = read_files(batch=batch, on=DAY, by=registrar, on_read=undo)

    assert 0 < count < 400
    assert SourceFile.objects.filter(state=FileState.READ).count() == count


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_a_scanned_page_is_read_by_its_letters(registrar):
    batch = batch_of(("skannad.pdf", papers.scanned()), by=registrar)

    read_files(batch=batch, on=DAY, by=registrar)

    assert batch.files.get().pages[0]["method"] == "ocr"
    assert read_values(batch, "skannad.pdf")["decision_date"] == "2018-11-29"


def test_a_broken_file_fails_with_a_reason_and_its_neighbours_live(registrar):
    batch = batch_of(
        ("a.pdf", b"%PDF-1.7 and nothing more"),
        ("b.zip", b"PK\x03\x04 no package"),
        ("c.txt", "\n".join(papers.PLAN_LINES).encode()),
        by=registrar,
    )

    read_files(batch=batch, on=DAY, by=registrar)

    states = {file.name: (file.state, file.error_code) for file in batch.files.all()}
    assert states["a.pdf"][0] == states["b.zip"][0] == FileState.FAILED
    assert all(states[name][1] for name in ("a.pdf", "b.zip"))
    assert states["c.txt"] == (FileState.READ, "")
    assert Candidate.objects.filter(file__state=FileState.FAILED).count() == 0


def test_the_job_twice_is_as_once(registrar):
    batch = batch_of(("plan.txt", "\n".join(papers.PLAN_LINES).encode()), by=registrar)
    read_batch(batch.pk, registrar.pk, DAY.isoformat())
    before = (Candidate.objects.count(), Claim.objects.count())

    read_batch(batch.pk, registrar.pk, DAY.isoformat())

    assert (Candidate.objects.count(), Claim.objects.count()) == before
    assert before[0] == 1


def test_a_job_that_was_cut_short_goes_on(registrar):
    batch = batch_of(("a.txt", b"Plan A"), ("b.txt", b"Plan B"), by=registrar)
    batch.files.filter(name="a.txt").update(state=FileState.READING)

    assert read_files(batch=batch, on=DAY, by=registrar, workers=2) == 2

    assert set(batch.files.values_list("state", flat=True)) == {FileState.READ}


def test_a_duplicate_is_not_read_again(registrar):
    batch = batch_of(("a.txt", b"Plan"), ("b.txt", b"Plan"), by=registrar)

    assert read_files(batch=batch, on=DAY, by=registrar) == 1
    assert Candidate.objects.count() == 1


def test_a_job_about_what_is_gone_is_no_work(registrar):
    read_batch(4711, registrar.pk, DAY.isoformat())

    assert not Candidate.objects.exists()


def test_a_lost_original_is_said_to_be_lost(registrar):
    file = batch_of(by=registrar).files.get()
    path_of(file.sha256).unlink()

    read_files(batch=file.batch, on=DAY, by=registrar)

    file.refresh_from_db()
    assert (file.state, file.error_code) == (FileState.FAILED, "lost")


def test_reading_is_queued_when_the_write_holds(registrar, django_capture_on_commit_callbacks):
    batch = batch_of(by=registrar)

    with django_capture_on_commit_callbacks(execute=True):
        queue_reading(batch=batch, on=DAY, by=registrar)

    (task,) = OrmQ.objects.all()
    assert task.task["func"].endswith("read_batch")
    assert task.task["args"] == (batch.pk, registrar.pk, "2026-11-24", "")


def test_what_failed_can_be_tried_again_but_not_what_was_refused(registrar):
    batch = batch_of(("a.pdf", b"%PDF-1.7"), ("tom", b""), by=registrar)
    read_files(batch=batch, on=DAY, by=registrar)

    read_again(batch=batch, on=DAY, by=registrar)

    states = dict(batch.files.values_list("name", "state"))
    assert states == {"a.pdf": FileState.RECEIVED, "tom": FileState.FAILED}
    assert lines_about(batch)[0].verb == "read-again"


def test_only_those_who_take_in_start_a_reading(registrar):
    batch, reader = batch_of(by=registrar), person(Role.READER)

    for attempt in (read_files, queue_reading, read_again):
        with pytest.raises(NotAllowed):
            attempt(batch=batch, on=DAY, by=reader)
    assert SourceFile.objects.get().state == FileState.RECEIVED
