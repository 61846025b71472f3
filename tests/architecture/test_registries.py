"""A registry names every module of its folder, and nothing that is not there."""

import ast

import pytest

from tests.architecture.house import PACKAGE

# folder with a registry in its __init__.py -> modules there that only serve the others
REGISTRIES = {
    "reading/extractors": {"decision", "validity_fields"},
    "reading/readers": {"ocr", "packages", "tables"},
    "memos/kinds": set(),
    "memos/checks": {"language", "page", "rule"},
}


def modules_in(folder: str) -> set[str]:
    """The names of the modules and packages that lie in the folder."""
    here = PACKAGE / folder
    return {path.stem for path in here.glob("*.py") if path.stem != "__init__"} | {
        path.parent.name for path in here.glob("*/__init__.py")
    }


def imported_by(folder: str) -> set[str]:
    """The names of the folder's modules that its __init__.py imports."""
    package = "vagvisare." + folder.replace("/", ".")
    tree = ast.parse((PACKAGE / folder / "__init__.py").read_text("utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{package}."):
            found.add((node.module or "").removeprefix(f"{package}.").split(".")[0])
    return found


@pytest.mark.parametrize("folder", REGISTRIES)
def test_the_registry_and_its_folder_agree(folder):
    helpers = REGISTRIES[folder]

    assert modules_in(folder) - helpers == imported_by(folder) - helpers


@pytest.mark.parametrize("folder", REGISTRIES)
def test_the_modules_named_as_helpers_are_there(folder):
    assert modules_in(folder) >= REGISTRIES[folder]
