from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from vagvisare.config.env import read_environment


@pytest.fixture
def clean(monkeypatch, tmp_path):
    for name in ("VAGVISARE_SECRET_KEY", "DATABASE_URL", "VAGVISARE_MUNICIPALITIES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VAGVISARE_DATA", str(tmp_path))
    return tmp_path


def test_without_a_key_the_remedy_is_named(clean):
    with pytest.raises(ImproperlyConfigured, match="VAGVISARE_SECRET_KEY"):
        read_environment(Path())


def test_the_key_kept_beside_the_data_is_used(clean):
    (clean / "secret-key").write_text("hemlig\n", "ascii")

    assert read_environment(Path()).secret_key == "hemlig"


def test_the_database_lies_with_the_data_unless_named(clean, monkeypatch):
    monkeypatch.setenv("VAGVISARE_SECRET_KEY", "x")
    assert read_environment(Path()).database_url.endswith("vagvisare.sqlite3")

    monkeypatch.setenv("DATABASE_URL", "postgres://server/base")
    assert read_environment(Path()).database_url == "postgres://server/base"
