from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from vagvisare.organization.actions.sync_profile import sync_profile
from vagvisare.organization.models import Body, Department
from vagvisare.organization.profile import load_profile

FOLDERS = sorted(path for path in Path(settings.MUNICIPALITIES_FOLDER).iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_municipality_loads_and_every_type_has_somebody_to_decide(folder):
    profile = load_profile(folder)

    for key in profile.document_types:
        assert any(profile.may_decide(key, body) for body in profile.bodies), key


def test_there_are_the_three_presets():
    assert {"goteborg-like", "habo-like", "tyreso-demo"} <= {folder.name for folder in FOLDERS}


def test_deciders_differ_between_municipalities():
    by_name = {folder.name: load_profile(folder) for folder in FOLDERS}

    assert by_name["goteborg-like"].may_decide("riktlinje", "kommunfullmaktige")
    assert not by_name["tyreso-demo"].may_decide("riktlinje", "kommunfullmaktige")


@pytest.mark.parametrize(
    ("file", "line", "complaint"),
    [
        ("document_types.toml", 'deciders = ["storting"]', "storting"),
        ("document_types.toml", 'category = "okänd"', "okänd"),
        ("bodies.toml", 'kind = "kommitté"', "kommitté"),
        ("document_types.toml", "färg = 3", "document_types.toml"),
        ("departments.toml", 'body = "ingen"', "ingen"),
        ("municipality.toml", "name = ", "municipality.toml"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path, file, line, complaint):
    source = Path(settings.MUNICIPALITIES_FOLDER) / "tyreso-demo"
    for path in source.glob("*.toml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    key = line.partition(" = ")[0]
    kept = (tmp_path / file).read_text("utf-8").splitlines()
    changed = [line if row.startswith(f"{key} = ") else row for row in kept]
    (tmp_path / file).write_text("\n".join(changed if line in changed else [*kept, line]), "utf-8")

    with pytest.raises(ImproperlyConfigured, match=complaint):
        load_profile(tmp_path)


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Riktlinjer", "riktlinje"),
        ("biblioteksplan", "plan"),
        ("policys", "policy"),
        ("brev", None),
    ],
)
def test_a_type_is_known_in_every_spelling(word, key):
    profile = load_profile(Path(settings.MUNICIPALITIES_FOLDER) / "tyreso-demo")
    found = profile.type_called(word)

    assert (found.key if found else None) == key


@pytest.mark.django_db
def test_syncing_again_changes_nothing():
    profile = load_profile(FOLDERS[0])
    sync_profile(profile=profile)
    before = (list(Body.objects.values()), list(Department.objects.values()))
    sync_profile(profile=profile)

    assert (list(Body.objects.values()), list(Department.objects.values())) == before
