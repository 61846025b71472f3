"""Where things lie in the repository, for the tests of its shape."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PACKAGE = REPOSITORY / "src/vagvisare"
TESTS = REPOSITORY / "tests"


def kept_files() -> list[Path]:
    """Return every file that is, or would be, committed."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = [REPOSITORY / name for name in listed.split("\0") if name]
    return sorted({path for path in paths if path.is_file()})


def rooms() -> list[str]:
    """Return the names of all rooms and doors."""
    return sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


def written_modules() -> list[Path]:
    """Return the package's modules that people write: migrations are made by Django."""
    return sorted(path for path in PACKAGE.rglob("*.py") if "migrations" not in path.parts)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function and method of a module."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node


def layers() -> list[list[str]]:
    """Return the rooms of the import contract that are built, from the top layer down."""
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    contracts = {c["id"]: c for c in settings["tool"]["importlinter"]["contracts"]}
    named = [re.split(r"[|:]", layer) for layer in contracts["order"]["layers"]]
    built = [[name.strip() for name in layer if "(" not in name] for layer in named]
    return [layer for layer in built if layer]
