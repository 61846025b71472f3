"""Several writers edit one document at once, each with the revision it has seen."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tests.factories.organization import person
from tests.factories.register import entered
from vagvisare.access.roles import Role
from vagvisare.audit.models import AuditLine
from vagvisare.audit.queries import first_broken_line
from vagvisare.register.actions.edit import EditedMeanwhile, edit
from vagvisare.register.models import SteeringDocument

WRITERS, EDITS_EACH = 4, 250


def write(writer, key):
    """Make this writer's edits, each tried until it is made on what the writer has seen."""
    refused = 0
    try:
        for number in range(EDITS_EACH):
            while not tried(writer, key, number):
                refused += 1
    finally:
        connection.close()
    return refused


def tried(writer, key, number):
    """Edit the document as it was seen; whether nobody was there first."""
    seen = SteeringDocument.objects.get(pk=key)
    try:
        edit(
            document=seen,
            based_on=seen.revision,
            title=seen.title,
            popular_name="",
            document_type="plan",
            department=None,
            responsible_role="",
            summary=f"{writer.pk}:{number}",
            by=writer,
        )
    except EditedMeanwhile:
        return False
    return True


@pytest.fixture
def raced_on(transactional_db, tmp_path, municipality):
    """Let threads meet as they do in service: SQLite in a file, not in the suite's own memory."""
    writers = [person(Role.REGISTRAR) for _ in range(WRITERS)]
    document = entered("Plan", by=writers[0])
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        file = str(tmp_path / "raced.sqlite3")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [file])
        connection.settings_dict["NAME"] = file
    yield writers, document
    connection.settings_dict["NAME"] = name


def test_a_thousand_racing_edits_are_all_there(raced_on):
    writers, document = raced_on

    with ThreadPoolExecutor(WRITERS) as pool:
        refused = sum(pool.map(lambda writer: write(writer, document.pk), writers))
        revision, told, broken_at = pool.submit(outcome, document.pk).result()

    expected = {f"{w.pk}:{n}" for w in writers for n in range(EDITS_EACH)}
    assert revision == document.revision + len(expected)
    assert sorted(after for _, after in told) == sorted(expected)
    # Each edit was made on what the one before it left, so that none went over another.
    assert [before for before, _ in told][1:] == [after for _, after in told][:-1]
    assert refused > 0  # otherwise they did not race at all
    assert broken_at is None


def outcome(key):
    """The document's revision, what its edits tell in order, and where the trail is broken."""
    try:
        lines = AuditLine.objects.filter(subject_key=str(key), verb="edited").order_by("number")
        told = [(line.before["summary"], line.after["summary"]) for line in lines]
        return SteeringDocument.objects.get(pk=key).revision, told, first_broken_line()
    finally:
        connection.close()
