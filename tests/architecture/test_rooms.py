"""Every room says what it is for, keeps its order, and has tests where one looks for them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGE, REPOSITORY, TESTS, layers, rooms

DOORS = {"config", "desk", "public", "api", "cli"}
# Folders of tests that belong to no single room.
APART = {"architecture", "bench", "factories", "fuzz", "hostile", "journeys", "spec"}


@pytest.mark.parametrize("room", rooms())
def test_a_room_says_in_one_docstring_what_it_is_for(room):
    tree = ast.parse((PACKAGE / room / "__init__.py").read_text("utf-8"))

    assert ast.get_docstring(tree)


@pytest.mark.parametrize("room", [room for room in rooms() if room not in DOORS])
def test_a_domain_room_has_a_readme_of_its_name(room):
    readme = PACKAGE / room / "README.md"

    assert readme.is_file()
    assert readme.read_text("utf-8").startswith(f"# {room}")


def test_every_room_has_its_place_in_the_order():
    assert sorted(room for layer in layers() for room in layer) == rooms()


def test_the_import_contracts_are_kept():
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    checked = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)

    assert checked.returncode == 0, checked.stdout
    assert "0 broken" in checked.stdout


def test_the_tests_mirror_the_package():
    files = sorted(path.relative_to(TESTS) for path in TESTS.rglob("test_*.py"))
    mirrored = [path for path in files if path.parts[0] not in APART]
    astray = [str(path) for path in mirrored if not (PACKAGE / path.parent).is_dir()]

    assert astray == []


@pytest.mark.parametrize("room", rooms())
def test_every_room_has_tests(room):
    assert list((TESTS / room).rglob("test_*.py"))
