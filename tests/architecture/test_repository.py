"""What is committed speaks of the project alone: no registry's host, no machine's path."""

import re

import pytest

from tests.architecture.house import REPOSITORY, kept_files

REGISTRY = re.compile(
    r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|jsdelivr|unpkg|crates|golang|debian)\.\w+"
)
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|home|root|Users)/\w")
LOCKS = ["requirements.lock", "requirements-test.lock", "frontend/package-lock.json"]


def texts():
    """Yield each committed text file by its path; pictures and fonts are no text."""
    for path in kept_files():
        try:
            yield str(path.relative_to(REPOSITORY)), path.read_text("utf-8")
        except UnicodeDecodeError:
            continue


@pytest.mark.parametrize("pattern", [REGISTRY, MACHINE_PATH], ids=["registry", "machine path"])
def test_no_committed_file_names_one(pattern):
    found = {name: match[0] for name, text in texts() if (match := pattern.search(text))}

    assert found == {}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock):
    assert "://" not in (REPOSITORY / lock).read_text("utf-8")


@pytest.mark.parametrize("lock", LOCKS[:2])
def test_every_locked_package_has_hashes(lock):
    lines = (REPOSITORY / lock).read_text("utf-8").splitlines()
    packages = [line for line in lines if line and not line.startswith((" ", "#"))]

    assert packages
    assert [line for line in packages if not line.endswith("\\")] == []
