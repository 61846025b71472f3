"""The whole register out of one installation and into an empty one: the same state."""

import hashlib
import io
import json
import zipfile
from datetime import date

import pytest
from django.apps import apps
from django.core.management import call_command

from tests.decisions.exchange.ugly import MOMENT, Ugly
from tests.factories.register import adopted
from vagvisare.access.checks import can
from vagvisare.access.permissions import Permission
from vagvisare.audit.queries import first_broken_line
from vagvisare.decisions.exchange.bring_whole import CannotImport, NotEmpty, bring_whole
from vagvisare.decisions.exchange.keep_whole import keep_whole
from vagvisare.decisions.exchange.parts import (
    LEFT_OUT,
    PARTS,
    SECRETS,
    as_line,
    fields_of,
    name_of,
)
from vagvisare.inventory.store import keep, path_of
from vagvisare.organization.models import Person
from vagvisare.register.models import StandingSpan, SteeringDocument

SIZE = 5000
ROOMS = ("organization", "access", "audit", "register", "decisions")


def kept_by_hash(file) -> str:
    return keep(file).sha256


def out(folder, name: str = "register.zip"):
    target = folder / name
    keep_whole(target, path_of=path_of, municipality="tyreso-demo", at=MOMENT)
    return target


def state() -> dict[str, list[str]]:
    """Everything there is, and how every document stands, as lines to compare."""
    parts = {
        name_of(part): [
            as_line(row, fields_of(part)) for row in part._base_manager.order_by("pk").iterator()
        ]
        for part in PARTS
    }
    spans = StandingSpan.objects.order_by("document", "first_day", "pk").values_list(
        "document", "standing", "first_day", "last_day", "since", "term_last_day", "act", "reason"
    )
    return parts | {"spans": sorted(map(repr, spans))}


def test_every_table_of_the_register_goes_along_or_says_why_not():
    models = {
        model._meta.label_lower
        for room in ROOMS
        for model in apps.get_app_config(room).get_models()
    }
    gone = {name for name in LEFT_OUT if name in models}

    assert models == {name_of(part) for part in PARTS} | gone
    assert {name for name, _fields in SECRETS.items()} <= models


@pytest.mark.django_db(transaction=True)
def test_five_thousand_ugly_documents_come_back_equal(tmp_path):
    somebody = Ugly(SIZE).make()
    before = state()
    retracted = sum('"retracted_at":"' in line for line in before["register.act"])
    target = out(tmp_path)
    assert b"password" not in people_in(target)
    call_command("flush", interactive=False, verbosity=0)
    for path in [path_of(sha256) for sha256 in originals_in(target)]:
        path.unlink()

    brought = bring_whole(target, keep=kept_by_hash)

    after = state()
    assert {name: len(lines) for name, lines in before.items() if lines != after[name]} == {}
    assert len(before["register.steeringdocument"]) == SIZE
    assert retracted > SIZE / 10
    assert brought.originals == len(originals_in(target)) > 10
    assert first_broken_line() is None
    for sha256 in originals_in(target):
        assert hashlib.sha256(path_of(sha256).read_bytes()).hexdigest() == sha256
    back = Person.objects.get(pk=somebody.pk)
    assert not back.has_usable_password()
    assert can(back, Permission.REGISTER_READ)
    # New rows get keys after those that came in.
    last = SteeringDocument.objects.order_by("pk").last()
    assert adopted("Ny plan").pk > last.pk


def people_in(target) -> bytes:
    with zipfile.ZipFile(target) as whole:
        return whole.read("rows/organization.person.jsonl")


def originals_in(target) -> list[str]:
    with zipfile.ZipFile(target) as whole:
        return [o["sha256"] for o in json.loads(whole.read("manifest.json"))["originals"]]


@pytest.fixture
def small(db, tmp_path):
    """A small register in a file, and an installation with nothing."""
    Ugly(30).make()
    target = out(tmp_path)
    yield target


def emptied() -> None:
    """Delete all rows as a fresh database lacks them, whatever protects them from Django."""
    for model in (StandingSpan, *reversed(PARTS)):
        model._base_manager.all()._raw_delete("default")


def test_what_is_not_empty_is_left_alone(small):
    before = state()

    with pytest.raises(NotEmpty, match=r"register\.steeringdocument"):
        bring_whole(small, keep=kept_by_hash)

    assert state() == before


def tampered(source, target, changes):
    """The file with some members changed: name -> function of the bytes, None takes it away."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            change = changes.get(name, lambda content: content)
            if change is not None:
                new.writestr(name, change(old.read(name)))
    return target


def manifest_with(**values):
    def change(content: bytes) -> bytes:
        return json.dumps(json.loads(content) | values).encode()

    return {"manifest.json": change}


def without_a_row(content: bytes) -> bytes:
    return b"".join(content.splitlines(keepends=True)[:-1])


DOCUMENTS = "rows/register.steeringdocument.jsonl"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({DOCUMENTS: without_a_row}, "29 .*30"),
        ({DOCUMENTS: lambda content: content.replace(b"2026", b"2025")}, "steeringdocument"),
        ({DOCUMENTS: None}, "damaged|skadad"),
        ({"manifest.json": None}, "damaged|skadad"),
        ({"manifest.json": lambda _content: b"{}"}, "manifest|innehåll"),
        ({"manifest.json": lambda _content: b"[1"}, "manifest|innehåll"),
        (manifest_with(version=99), "99"),
        (manifest_with(format="other"), "manifest|innehåll"),
        (manifest_with(parts=[]), "register.act"),
        (manifest_with(originals=[{"sha256": "../../etc", "bytes": 1}]), "hash|kontrollsumma"),
    ],
)
def test_what_differs_from_its_manifest_is_refused_whole(small, tmp_path, changes, words):
    broken = tampered(small, tmp_path / "broken.zip", changes)
    emptied()

    with pytest.raises(CannotImport, match=words):
        bring_whole(broken, keep=kept_by_hash)

    assert {name: lines for name, lines in state().items() if lines} == {}


def test_an_original_that_is_another_is_refused(small, tmp_path):
    name = f"originals/{originals_in(small)[0]}"
    changes = {name: lambda content: bytes(len(content))}
    broken = tampered(small, tmp_path / "broken.zip", changes)
    emptied()

    with pytest.raises(CannotImport):
        bring_whole(broken, keep=kept_by_hash)
    assert not SteeringDocument.objects.exists()


def resealed(source, target, name, change):
    """The file with a part changed and a manifest that agrees: a forger's work, or a fault's."""
    with zipfile.ZipFile(source) as old:
        content = change(old.read(name))
        manifest = json.loads(old.read("manifest.json"))
    for told in manifest["parts"]:
        if told["file"] == name:
            told["count"], told["bytes"] = content.count(b"\n"), len(content)
            told["sha256"] = hashlib.sha256(content).hexdigest()
    changes = {name: lambda _old: content, "manifest.json": lambda _old: json.dumps(manifest)}
    return tampered(source, target, changes)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        (
            "rows/audit.auditline.jsonl",
            lambda c: c.replace(b'"verb":"edited"', b'"verb":"noted"', 1),
        ),
        ("rows/audit.auditline.jsonl", without_a_row),
        ("rows/organization.body.jsonl", without_a_row),
        (DOCUMENTS, lambda c: c.replace(b'"slug":"dokument-1"', b'"slug":"dokument-2"')),
        (DOCUMENTS, lambda c: c.replace(b'"review_due":null', b'"review_due":"igar"')),
        (DOCUMENTS, lambda c: c.replace(b'"slug"', b'"snail"')),
        (DOCUMENTS, lambda c: b"[]\n" + c),
    ],
)
def test_rows_that_do_not_hold_together_are_refused_whole(small, tmp_path, name, change):
    forged = resealed(small, tmp_path / "forged.zip", name, change)
    emptied()

    with pytest.raises(CannotImport):
        bring_whole(forged, keep=kept_by_hash)

    assert not SteeringDocument.objects.exists()


def test_what_is_no_zip_is_refused(db, tmp_path):
    path = tmp_path / "file.zip"
    path.write_bytes(b"no zip")

    with pytest.raises(CannotImport):
        bring_whole(path, keep=kept_by_hash)


def test_an_original_that_the_store_lacks_is_told(small, tmp_path):
    sha256 = originals_in(small)[0]
    path_of(sha256).unlink()

    kept = keep_whole(tmp_path / "b.zip", path_of=path_of, municipality="m", at=MOMENT)

    assert kept.missing == [sha256]


def test_a_file_cut_short_leaves_what_was_there(small, tmp_path):
    target = tmp_path / "old.zip"
    target.write_bytes(b"the last good one")

    def gone(sha256: str):
        raise OSError("disk")

    with pytest.raises(OSError, match="disk"):
        keep_whole(target, path_of=gone, municipality="m", at=MOMENT)
    assert target.read_bytes() == b"the last good one"
    assert list(tmp_path.glob("*.part")) == []


def test_the_file_says_what_it_is(small):
    with zipfile.ZipFile(small) as whole:
        manifest = json.loads(whole.read("manifest.json"))
        first = json.loads(io.BytesIO(whole.read(DOCUMENTS)).readline())
    counts = {told["part"]: told["count"] for told in manifest["parts"]}

    assert (manifest["format"], manifest["version"]) == ("vagvisare-register", 1)
    assert counts["register.steeringdocument"] == 30
    assert date.fromisoformat(first["entered_at"][:10])
