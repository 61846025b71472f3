"""A small archive, read, with hostile words in it."""

from tests.factories.inventory import TEXT, batch_of, reading_of
from vagvisare.inventory.actions.keep_reading import keep_reading
from vagvisare.inventory.models import Batch
from vagvisare.reading.reading import Evidence, Fact, Facts, Reading, ReadingError

HOSTILE = '<script>alert("x")</script>=1+1'


def over(title: str) -> Reading:
    """A plan that is over, called `title` whatever its text says."""
    facts = reading_of().facts
    named = facts.values | {"title": Fact(title, (Evidence(title, 1, 0, 5, 0.9),))}
    return Reading(file="x", pages=(), facts=Facts(named, "expired"), media_type="text/plain")


def read_archive(registrar) -> Batch:
    """A batch with what a report tells of: what is over, a duplicate, a broken file, a hostile one."""
    made = batch_of(
        ("plan.txt", TEXT.encode()),
        ("kopia/plan.txt", TEXT.encode()),
        ("trasig & <b>.pdf", b"%PDF-1.4 nonsense"),
        ("ond.txt", b"ond"),
        by=registrar,
    )
    broken = Reading(file="x", error=ReadingError("encrypted", "The file is locked."))
    readings = {"plan.txt": over("Biblioteksplan"), "trasig & <b>.pdf": broken, "ond.txt": over(HOSTILE)}  # fmt: skip
    for file in made.files.originals():
        keep_reading(file=file, reading=readings[file.path], by=registrar)
    return made
