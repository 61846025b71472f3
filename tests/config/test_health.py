from pathlib import Path

import pytest
from django.core.files.storage import default_storage


def test_the_process_answers(client):
    assert client.get("/healthz").json() == {"status": "ok"}


@pytest.mark.django_db
def test_it_is_ready_with_an_up_to_date_database_and_a_folder_for_files(client):
    answer = client.get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {"status": "ok", "database": "ok", "files": "ok"}


@pytest.mark.django_db
def test_it_is_not_ready_without_its_folder(client):
    Path(default_storage.path("")).rmdir()

    assert client.get("/readyz").status_code == 503
