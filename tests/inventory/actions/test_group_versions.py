import pytest

from tests.factories.inventory import batch_of, facts_of
from tests.factories.organization import person
from tests.inventory.likeness.generated import Writer
from vagvisare.access.checks import NotAllowed
from vagvisare.access.roles import Role
from vagvisare.audit.queries import lines_about
from vagvisare.inventory.actions.group_versions import group_versions
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.likeness.queries import versions_of
from vagvisare.inventory.models import SourceFile, VersionGroup
from vagvisare.reading.reading import Page, Reading

TEXT = Writer(11).text()


def read_batch(by, *papers: tuple[str, str, str]):
    """A batch of plans that have been read: title, day of the decision ("" unsaid), text."""
    batch = batch_of(*((f"{n}.txt", f"{p}".encode()) for n, p in enumerate(papers)), by=by)
    for file, (title, day, text) in zip(batch.files.order_by("pk"), papers, strict=True):
        whole = f"{title}\n{day}\n{text}"
        values = {"title": title} | ({"decision_date": day} if day else {})
        facts = facts_of(values, text=whole)
        keep_reading(file=file, reading=Reading("plan", (Page(whole),), facts), by=by)
    return batch


def revised(share: float = 0.3) -> str:
    return "\n".join(Writer(12).revised(TEXT, share))


@pytest.fixture
def batch(registrar):
    return read_batch(
        registrar,
        ("Biblioteksplan 2012-2015", "2011-11-24", "\n".join(TEXT)),
        ("Biblioteksplan 2016-2019", "2015-11-26", revised()),
        ("Kulturpolitiskt program", "2015-11-26", "\n".join(TEXT)),
    )


def test_versions_are_grouped_and_the_latest_decided_is_told(batch, registrar):
    assert group_versions(batch=batch, by=registrar) == 1

    group = VersionGroup.objects.get()
    first, second, other = batch.files.order_by("pk")
    assert (first.versions, second.versions, other.versions) == (group, group, None)
    assert (group.latest, group.title) == (second, "Biblioteksplan 2016-2019")
    assert "2015-11-26" in group.because
    assert len(bytes(first.signature)) == 512


def test_twice_is_as_once(batch, registrar):
    group_versions(batch=batch, by=registrar)
    before = list(VersionGroup.objects.values())
    lines = lines_about(batch).count()

    assert group_versions(batch=batch, by=registrar) == 0

    assert list(VersionGroup.objects.values()) == before
    assert lines_about(batch).count() == lines
    assert lines_about(batch)[0].after == {"groups": 1, "files": 2}


def test_a_later_batch_joins_the_group_there_is(batch, registrar):
    group_versions(batch=batch, by=registrar)
    later = read_batch(registrar, ("Biblioteksplan", "2019-11-28", revised(0.2)))

    assert group_versions(batch=later, by=registrar) == 1

    group = VersionGroup.objects.get()
    assert group.files.count() == 3
    assert group.latest == later.files.get()


def test_it_says_when_it_cannot_be_told(registrar):
    papers = [("Biblioteksplan", "", "\n".join(TEXT)), ("Biblioteksplan", "", revised())]
    batch = read_batch(registrar, *papers)

    group_versions(batch=batch, by=registrar)

    group = VersionGroup.objects.get()
    assert group.latest is None
    assert group.because


def test_what_is_undone_is_no_version_of_anything(batch, registrar):
    type(batch).objects.filter(pk=batch.pk).update(
        undone_at=batch.created_at, undone_by="x", undone_because="fel mapp"
    )
    later = read_batch(registrar, ("Biblioteksplan", "2019-11-28", revised(0.2)))

    assert group_versions(batch=later, by=registrar) == 0
    assert not VersionGroup.objects.exists()


def test_a_page_asks_once_for_the_versions_of_its_files(
    batch, registrar, django_assert_num_queries
):
    group_versions(batch=batch, by=registrar)
    files = list(batch.files.all())

    with django_assert_num_queries(1):
        found = versions_of(files)
        names = {key: [str(file) for file in versions] for key, versions in found.items()}

    first, second, other = SourceFile.objects.filter(batch=batch).order_by("pk")
    assert names == {first.pk: ["0.txt", "1.txt"], second.pk: ["0.txt", "1.txt"]}
    assert other.pk not in found


def test_refuses_those_who_may_not(batch):
    with pytest.raises(NotAllowed):
        group_versions(batch=batch, by=person(Role.READER))
