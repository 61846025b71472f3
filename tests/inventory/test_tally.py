"""The tallies are what counting would give, after whatever was done."""

from collections import Counter

import pytest
from django.core.management import call_command
from django.db import connection

from tests.factories.inventory import MOMENT, batch_of, candidate, facts_of, read_file, reading_of
from vagvisare.inventory import tally
from vagvisare.inventory.actions.confirm_all import confirm_all
from vagvisare.inventory.actions.enter_candidate import enter_candidate
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.actions.queue_reading import read_again
from vagvisare.inventory.actions.set_aside import set_aside, take_up_again
from vagvisare.inventory.models import Batch, Candidate, Counted, SourceFile, Tally
from vagvisare.inventory.rules import sureness
from vagvisare.reading.reading import Reading, ReadingError


def really(batch: Batch) -> dict[tuple[str, str], int]:
    """Count each row by hand."""
    counts: Counter[tuple[str, str]] = Counter()
    for file in SourceFile.objects.filter(batch=batch):
        counts[Counted.FILE, "duplicate" if file.duplicate_of_id else file.state] += 1
    for one in Candidate.objects.filter(batch=batch):
        counts[Counted.STATE, one.state] += 1
        counts[Counted.VALIDITY, one.validity] += 1
        counts[Counted.DOCUMENT_TYPE, one.document_type] += 1
        counts[Counted.DECIDING_BODY, one.deciding_body] += 1
        counts[Counted.SURENESS, sureness(one.confidence)] += 1
    return dict(counts)


def kept(batch: Batch) -> dict[tuple[str, str], int]:
    rows = Tally.objects.filter(batch=batch).exclude(number=0)
    return {(row.counted, row.key): row.number for row in rows}


def test_after_every_action(registrar):
    batch = batch_of(
        ("a.txt", b"A"), ("kopia.txt", b"A"), ("b.pdf", b"B"), ("c", b"C"), ("tom", b""),
        by=registrar,
    )  # fmt: skip
    assert kept(batch) == really(batch)
    error = ReadingError("encrypted", "x")
    keep_reading(
        file=batch.files.get(name="b.pdf"), reading=Reading("b", error=error), by=registrar
    )
    mention = facts_of({"title": "Biblioteksplan"}, confidence=0.75)
    for name in ("a.txt", "c"):
        keep_reading(
            file=batch.files.get(name=name), reading=reading_of(mentions=(mention,)), by=registrar
        )
        assert kept(batch) == really(batch)
    assert kept(batch)[Counted.SURENESS, "likely"] == 2
    read_again(batch=batch, on=MOMENT.date(), by=registrar)
    assert kept(batch) == really(batch)
    one, other, third, _fourth = Candidate.objects.order_by("-about", "pk")
    confirm_all(batch=batch, at_least=0.9, by=registrar, at=MOMENT)
    enter_candidate(candidate=one, by=registrar)
    set_aside(candidate=other, reason="Dubblett", by=registrar)
    set_aside(candidate=third, reason="Omnämnd", by=registrar)
    assert kept(batch) == really(batch)
    take_up_again(candidate=third, by=registrar)
    assert kept(batch) == really(batch)
    assert kept(batch)[Counted.STATE, "open"] == 2


def test_rows_written_many_at_a_time_are_counted_too(registrar):
    file = read_file(registrar)
    made = [
        Candidate(file=file, batch=file.batch, about="mentioned", position=n, confidence=n / 10)
        for n in range(10)
    ]
    Candidate.objects.bulk_create(made)
    assert kept(file.batch) == really(file.batch)
    Candidate.objects.filter(position__gt=4).update(document_type="policy", validity="repealed")
    assert kept(file.batch) == really(file.batch)
    Candidate.objects.filter(position__gt=6).delete()
    assert kept(file.batch) == really(file.batch)


def test_each_batch_has_its_own(registrar):
    one, other = candidate(registrar).batch, batch_of(("b", b"B"), by=registrar)

    assert kept(one) == really(one)
    assert kept(other) == {(Counted.FILE, "received"): 1}


def test_counting_anew_puts_right_what_is_wrong(registrar):
    batch, other = candidate(registrar).batch, batch_of(("b", b"B"), by=registrar)
    Tally.objects.update(number=99)

    tally.recount(batch)

    assert kept(batch) == really(batch)
    assert kept(other) == {(Counted.FILE, "received"): 99}
    tally.recount()
    assert kept(other) == really(other)


@pytest.mark.parametrize("table", tally.KEYS)
def test_lost_triggers_come_back_and_what_they_missed_is_counted(registrar, table):
    """As when SQLite makes a table anew for a migration."""
    with connection.cursor() as cursor:
        for name, where in tally._present_with_tables():
            if where == table:
                on = f" ON {where}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {name}{on}")
    batch = candidate(registrar).batch
    assert kept(batch) != really(batch)

    tally.keep_tallies()

    assert kept(batch) == really(batch)
    keep_reading(
        file=batch_of(("c", b"C"), by=registrar).files.get(), reading=reading_of(), by=registrar
    )
    assert all(kept(each) == really(each) for each in Batch.objects.all())


def test_the_triggers_in_place_are_those_written_down(db):
    """Fails after a migration that made a table anew on SQLite, or a new wording: see tally.py."""
    assert tally._present() == set(dict(tally._triggers()))


@pytest.mark.django_db(transaction=True)
def test_emptying_the_database_leaves_no_tally(registrar):
    """As after a test that commits: the batch may be gone before what is counted of it."""
    batch = candidate(registrar).batch
    assert kept(batch)

    call_command("flush", interactive=False, verbosity=0)

    assert not Tally.objects.exists()
    connection.check_constraints()
