"""Two hundred files that break readers, among two thousand good ones."""

from datetime import date

import pytest

from tests.factories.inventory import MOMENT
from tests.hostile.files import CASES
from tests.hostile.files.case import READS
from tests.inventory.engine.installation import fill
from vagvisare.inventory.actions.read_files import read_files
from vagvisare.inventory.actions.take_in import take_in_source
from vagvisare.inventory.models import Claim
from vagvisare.inventory.sources import files_in
from vagvisare.inventory.states import FileState
from vagvisare.reading.jail.limits import Limits

DAY = date(2026, 11, 24)
LIMITS = Limits(seconds=5, cpu_seconds=5)
GOOD, BAD = 2000, 200


@pytest.fixture
def folder(tmp_path):
    """Good and bad, mixed: the bad lie in folders between the good."""
    folder = fill(tmp_path / "Styrdokument", GOOD)
    for number, (name, case) in enumerate(list(CASES.items())[:BAD]):
        (folder / f"del {number % 3}" / f"plan {number * 10:05} {name}").write_bytes(case.build())
    return folder


def test_all_good_ones_are_right_and_all_bad_ones_are_named(folder, registrar):
    batch = take_in_source(
        files=files_in(str(folder)),
        by=registrar,
        at=MOMENT,
        name="Styrdokument",
        source=str(folder),
        judged_on=DAY,
    )
    read_files(batch=batch, on=DAY, by=registrar, workers=2, limits=LIMITS)

    bad = good = 0
    for file in batch.files.select_related("duplicate_of"):
        _plan, which, *name = file.name.split(" ", 2)
        original = file.duplicate_of or file
        if name:
            bad += 1
            ended_in = original.error_code or READS
            allowed = CASES[name[0]].ends_in | {"timeout"}  # the limits are low here
            assert ended_in in allowed or (ended_in == "empty" and not file.sha256), file.name
            assert bool(original.error_message) == (original.state == FileState.FAILED)
        else:
            good += 1
            number = int(which.removesuffix(".txt"))
            assert original.state == FileState.READ, (file.name, original.error_message)
            wanted = (number - 1 if number % 10 == 9 else number) % 300 + 1
            claim = Claim.objects.get(candidate__file=original, field="paragraph")
            assert claim.value == str(wanted)
    assert (good, bad) == (GOOD, BAD)
