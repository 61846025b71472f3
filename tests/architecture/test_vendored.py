"""What we copied from others is exactly what the manifest names, and nothing besides."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[2] / "src/vagvisare/look/static/vendor"
MANIFEST = VENDOR / "MANIFEST.sha256"


def listed() -> dict[str, str]:
    """Return the hash of each file the manifest names, by its path."""
    lines = MANIFEST.read_text(encoding="utf-8").splitlines()
    return {path: digest for digest, path in (line.split(maxsplit=1) for line in lines)}


def present() -> dict[str, str]:
    """Return the hash of each file that lies in the folder, by its path."""
    files = (path for path in VENDOR.rglob("*") if path.is_file() and path != MANIFEST)
    return {
        path.relative_to(VENDOR).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_every_vendored_file_is_the_one_in_the_manifest() -> None:
    assert present() == listed()


@pytest.mark.parametrize("name", sorted({path.split("/")[0] for path in listed()}))
def test_each_vendored_thing_has_one_version_and_its_licence(name: str) -> None:
    versions = {path.split("/")[1] for path in listed() if path.startswith(f"{name}/")}

    assert len(versions) == 1
    assert f"{name}/{versions.pop()}/LICENSE" in listed()


def test_the_style_sheets_fetch_nothing() -> None:
    fetched = re.compile(r"@import|url\((?!\s*[\"']?data:)")
    sheets = [path.name for path in VENDOR.rglob("*.css") if fetched.search(path.read_text())]

    assert sheets == []


def test_the_lock_names_no_host() -> None:
    lock = (Path(__file__).parents[2] / "frontend/package-lock.json").read_text(encoding="utf-8")

    assert "://" not in lock
