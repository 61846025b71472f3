"""Real minutes and agendas, taken in by date: the register stands as their labels imply.

The texts lie outside the repository and are not copied into it.
"""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from tests.factories.organization import person
from tests.journeys.minutes.feeding import accept_proposed, fed, standings
from tests.journeys.minutes.labels import Model, key
from vagvisare.organization.actions.sync_profile import sync_profile
from vagvisare.organization.profile import current_profile

SHARED = Path(__file__).parents[4] / "shared/corpus"
FOLDER = Path(os.environ.get("VAGVISARE_CORPUS", SHARED)) / "real/decisions"
DAYS = [date(2023, 6, 30), date(2024, 3, 1), date(2026, 1, 1)]
PLACES = ["Göteborg", "Kungsbacka"]

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"SKIPPED: no corpus of decisions in {FOLDER}"
)


@pytest.fixture
def any_municipality(db, settings, tmp_path):
    """A municipality where every type the vocabulary knows exists, and every body may decide."""
    folder = tmp_path / "orten"
    folder.mkdir()
    (folder / "municipality.toml").write_text('name = "Orten"\n[categories]\nall = "Alla"\n')
    (folder / "departments.toml").write_text(
        '[departments.one]\nname = "Kontoret"\nbody = "kommunstyrelsen"\n'
    )
    bodies = [("kommunfullmaktige", "Kommunfullmäktige", "assembly", 1)]
    bodies += [("kommunstyrelsen", "Kommunstyrelsen", "board", 2)]
    (folder / "bodies.toml").write_text(
        "".join(
            f'[bodies.{k}]\nname = "{n}"\nshort = ""\nkind = "{kind}"\nrank = {rank}\n'
            for k, n, kind, rank in bodies
        )
    )
    (folder / "document_types.toml").write_text("".join(_types()))
    settings.MUNICIPALITIES_FOLDER, settings.MUNICIPALITY = tmp_path, "orten"
    sync_profile(profile=current_profile())
    return person()


def _types():
    from vagvisare.reading.vocabulary import standard

    for number, word in enumerate(sorted(set(standard().types.values()))):
        yield (
            f'[document_types.t{number}]\nname = "{word}"\nplural = "{word}"\nenglish = "{word}"\n'
            'category = "all"\nkind = "normative"\ndeciders = ["assembly", "board"]\n'
            "review_years = 4\nnotice_days = 180\nlapses_by_itself = false\n"
        )


def papers_of(place: str) -> list[dict]:
    """The labelled papers of a municipality, oldest meeting first."""
    lines = (FOLDER / "gold.jsonl").read_text("utf-8").splitlines()
    found = [paper for paper in map(json.loads, lines) if paper["meeting"]["municipality"] == place]
    return sorted(found, key=lambda paper: paper["meeting"]["date"])


@pytest.mark.parametrize("place", PLACES)
def test_the_register_stands_as_the_labels_imply(any_municipality, place):
    model = Model()
    for paper in papers_of(place):
        meeting = paper["meeting"]
        fed(
            paper["id"],
            (FOLDER / paper["file"]).read_text("utf-8"),
            any_municipality,
            body=meeting["body"],
            day=meeting["date"],
            kind=meeting["kind"],
        )
        accept_proposed(any_municipality)
        for event in paper["events"]:
            model.meet(event)

    assert len(model.lives) > (10 if place == "Göteborg" else 0)
    for day in DAYS:
        found = sorted((key(title), standing) for title, standing in standings(day))
        assert found == model.on(day)
