import pytest
from django.utils.translation import gettext

from tests.factories.inventory import batch_of
from tests.factories.organization import person
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.queries import lines_about
from vagvisare.inventory.actions.take_in import CannotTakeIn
from vagvisare.inventory.models import Batch, SourceFile
from vagvisare.inventory.states import FileState
from vagvisare.inventory.store import path_of


def test_each_file_is_kept_and_waits(registrar):
    batch = batch_of(("a/plan.txt", b"Plan"), ("policy.txt", b"Policy"), by=registrar)

    files = batch.files.all()
    assert [(f.path, f.name, f.size, f.state) for f in files] == [
        ("a/plan.txt", "plan.txt", 4, FileState.RECEIVED),
        ("policy.txt", "policy.txt", 6, FileState.RECEIVED),
    ]
    assert path_of(files[0].sha256).read_bytes() == b"Plan"


def test_one_line_in_the_trail(registrar):
    batch = batch_of(("a", b"1"), ("b", b"1"), ("c", b""), by=registrar)

    (line,) = lines_about(batch)
    assert (line.verb, line.actor_name) == ("taken-in", registrar.name)
    assert line.after == {"files": 3, "duplicates": 1, "refused": 1}


def test_the_same_bytes_are_recognized_within_and_across_batches(registrar):
    first = batch_of(("plan.txt", b"Plan"), ("kopia.txt", b"Plan"), by=registrar)
    second = batch_of(("annat namn.txt", b"Plan"), by=registrar)

    original = first.files.get(name="plan.txt")
    assert original.duplicate_of is None
    assert first.files.get(name="kopia.txt").duplicate_of == original
    assert second.files.get().duplicate_of == original
    assert list(SourceFile.objects.to_be_read()) == [original]


def test_a_name_never_steers_where_the_bytes_lie(registrar, tmp_path):
    batch = batch_of(("../../../../etc/passwd", b"root"), ("\x00", b"null"), by=registrar)

    files = {file.sha256: file for file in batch.files.all()}
    assert {file.name for file in files.values()} == {"passwd", gettext("unnamed")}
    written = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert written == set(files)


def test_an_empty_file_is_kept_as_a_failure_with_its_reason(registrar):
    batch = batch_of(("tom.pdf", b""), ("plan.txt", b"Plan"), by=registrar)

    empty = batch.files.get(name="tom.pdf")
    assert (empty.state, empty.error_code, empty.sha256) == (FileState.FAILED, "empty", "")
    assert empty.error_message


def test_refuses_when_nothing_can_be_kept(registrar):
    with pytest.raises(CannotTakeIn):
        batch_of(("tom.pdf", b""), by=registrar)

    assert not Batch.objects.exists()


def test_refuses_a_batch_without_name(registrar):
    with pytest.raises(CannotTakeIn):
        batch_of(("plan.txt", b"Plan"), by=registrar, name="  ")


@pytest.mark.parametrize("role", [Role.READER, Role.POLITICIAN, Role.DEPARTMENT_HEAD])
def test_refuses_those_who_may_not(municipality, role, tmp_path):
    with pytest.raises(NotAllowed):
        batch_of(("plan.txt", b"Plan"), by=person(role))

    assert not list((tmp_path / "files").iterdir())
