"""What every test may use."""

import pytest
from django.test import Client

from tests.factories.organization import person
from vagvisare.access.roles import Role
from vagvisare.organization.actions.sync_profile import sync_profile
from vagvisare.organization.models import Person
from vagvisare.organization.profile import current_profile

SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture(autouse=True)
def own_file_store(settings, tmp_path):
    """Each test keeps its files in a folder of its own."""
    (tmp_path / "files").mkdir()
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
    }


@pytest.fixture
def municipality(db) -> None:
    """The demo municipality's bodies and departments."""
    sync_profile(profile=current_profile())


@pytest.fixture
def registrar(municipality) -> Person:
    return person(Role.REGISTRAR)


@pytest.fixture
def reader(municipality) -> Person:
    return person(Role.READER)


@pytest.fixture
def signed_in(client: Client, registrar: Person) -> Client:
    """A client signed in as the registrar."""
    client.force_login(registrar, backend=SIGN_IN)
    return client
