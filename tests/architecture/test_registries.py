"""A registry names every module of its folder that is of its kind, and nothing else."""

import ast

import pytest

from tests.architecture.house import PACKAGE

# folder with a registry in its __init__.py -> what a module defines that belongs in it
REGISTRIES = {
    "reading/extractors": "find",
    "reading/readers": "read",
    "memos/kinds": "compose",
    "memos/checks": "RULE",
}


def defines(path, name: str) -> bool:
    """Whether the module has a function or a constant of that name at its top."""
    for node in ast.parse(path.read_text("utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", node)]
        if name in {getattr(t, "id", getattr(t, "name", None)) for t in targets}:
            return True
    return False


def of_the_kind(folder: str) -> set[str]:
    """The modules and packages of the folder that define what its registry holds."""
    here, name = PACKAGE / folder, REGISTRIES[folder]
    found = {path for path in here.rglob("*.py") if path.parent != here or path.stem != "__init__"}
    return {
        path.relative_to(here).parts[0].removesuffix(".py") for path in found if defines(path, name)
    }


def registered(folder: str) -> set[str]:
    """The folder's modules and packages from which its __init__.py takes that name."""
    package, name = "vagvisare." + folder.replace("/", "."), REGISTRIES[folder]
    tree = ast.parse((PACKAGE / folder / "__init__.py").read_text("utf-8"))
    used = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == name
        and isinstance(node.value, ast.Name)
    }
    for node in ast.walk(tree):
        module = getattr(node, "module", None) or ""
        if module.startswith(f"{package}.") and name in {alias.name for alias in node.names}:
            used.add(module.removeprefix(f"{package}.").split(".")[0])
    return used


@pytest.mark.parametrize("folder", REGISTRIES)
def test_the_registry_and_its_folder_agree(folder):
    assert of_the_kind(folder)
    assert of_the_kind(folder) == registered(folder)
