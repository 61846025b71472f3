"""A word is found by its index exactly where it would be found by looking at each title."""

import pytest
from django.db import connection

from tests.inventory.many_candidates import batch_holding
from vagvisare.inventory import word_index
from vagvisare.inventory.listing import hits
from vagvisare.inventory.models import Candidate
from vagvisare.inventory.wanted import Wanted
from vagvisare.inventory.word_index import few_with, keep_word_index, present

TITLES = (
    "Biblioteksplan 2019–2022", "ÄLDREPOLICY", 'Plan för "särskilt" stöd', "100%_mål (utkast)",
    "Straßenplan", "الخطة البلدية", "O'Hara* OR NEAR(plan)", "Arkiv\\plan", "",
)  # fmt: skip
WORDS = (
    "plan", "PLAN", "biblio 2022", "äldre", "ÄLDREPOLICY", '"särskilt"', "%_m", "strasse", "ss",
    "البلدية", "o'hara*", "OR", "NEAR(plan)", "kiv\\p", "finns inte", "a", "lan 19", '"', '"""',
)  # fmt: skip
on_sqlite = pytest.mark.skipif("sqlite" not in str(connection.vendor), reason="SQLite's own way")


def found(batch, words: str) -> list[str]:
    asked = Wanted(words=words)
    return [one.title for one in hits(batch, asked, on=None, sort="title", page=1).candidates]


@pytest.fixture
def batch(registrar):
    batch_holding(registrar, *({"title": f"{title} igen"} for title in TITLES))
    return batch_holding(registrar, *({"title": title} for title in TITLES))


@pytest.mark.parametrize("words", WORDS)
def test_the_same_is_found_as_by_looking_at_each(batch, monkeypatch, words):
    by_index = found(batch, words)
    monkeypatch.setattr(word_index, "SHORTEST", 10**6)
    assert by_index == found(batch, words)
    folded = words.casefold().split()
    assert set(by_index) == {
        one.title for one in batch.candidates.all() if all(word in one.words for word in folded)
    }


@on_sqlite
def test_it_follows_what_is_changed_and_deleted(batch):
    one = Candidate.objects.get(batch=batch, title="ÄLDREPOLICY")
    assert few_with(batch, ["äldrepolicy"]) == [one.pk]
    Candidate.objects.filter(pk=one.pk).update(words="trafikpolicy")
    assert few_with(batch, ["äldrepolicy"]) == []
    assert few_with(batch, ["trafik", "policy"]) == [one.pk]
    one.claims.all().delete(), one.delete()
    assert few_with(batch, ["trafikpolicy"]) == []


@on_sqlite
def test_it_says_when_it_cannot_tell(batch, monkeypatch):
    assert few_with(batch, ["pl"]) is None
    assert few_with(batch, []) is None
    monkeypatch.setattr(word_index, "FEW", 1)
    assert few_with(batch, ["plan"]) is None
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE {word_index.TABLE}")
    assert few_with(batch, ["särskilt"]) is None
    assert found(batch, "särskilt") == ['Plan för "särskilt" stöd']


@on_sqlite
def test_lost_triggers_come_back_and_what_they_missed_is_found(registrar):
    """As when SQLite makes a table anew for a migration."""
    with connection.cursor() as cursor:
        for name in present():
            cursor.execute(f"DROP TRIGGER {name}")
    batch = batch_holding(registrar, {"title": "Trafikplan"})
    assert few_with(batch, ["trafik"]) == []

    keep_word_index()

    assert few_with(batch, ["trafik"]) == [batch.candidates.get().pk]


@on_sqlite
def test_the_triggers_in_place_are_those_written_down(db):
    """Fails after a migration that made a table anew on SQLite: see word_index.py."""
    assert present() == set(word_index.ON_SQLITE)


@pytest.mark.skipif("postgresql" not in str(connection.vendor), reason="PostgreSQL's own way")
def test_postgres_has_its_index(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT 1 FROM pg_indexes WHERE indexname = 'inventory_candidate_words_trgm'"
        )
        assert cursor.fetchone()
