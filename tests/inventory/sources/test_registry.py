"""What a source is, and that the registry and its folder agree."""

import ast
from pathlib import Path

import pytest

from vagvisare.inventory import sources
from vagvisare.inventory.sources import KINDS, CannotTakeFrom, files_in, kind_of

FOLDER = Path(sources.__file__).parent


def defines_files(path: Path) -> bool:
    body = ast.parse(path.read_text("utf-8")).body
    return any(isinstance(node, ast.FunctionDef) and node.name == "files" for node in body)


def test_every_kind_is_registered_and_lies_in_a_file_of_its_own():
    assert {path.stem for path in FOLDER.glob("*.py") if defines_files(path)} == set(KINDS)
    for name, kind in KINDS.items():
        assert kind.files.__module__ == kind.recognizes.__module__ == f"{sources.__name__}.{name}"


@pytest.mark.parametrize(
    "source", ["https://www.tyreso.se/styrdokument", "/finns/inte", "", "ftp://a/b"]
)
def test_refuses_what_is_not_there_and_what_is_on_the_web(source):
    with pytest.raises(CannotTakeFrom) as refused:
        list(files_in(source))

    assert refused.value.code == "inventory.cannot-take-from"
    assert str(refused.value).endswith(".")


def test_a_word_file_is_one_file_though_it_is_a_zip_inside(tmp_path):
    from tests.inventory import papers

    (tmp_path / "plan.docx").write_bytes(papers.word())
    (tmp_path / "utan ändelse").write_bytes(papers.word())

    for name in ("plan.docx", "utan ändelse"):
        assert kind_of(str(tmp_path / name)) == "one_file"
        (found,) = files_in(str(tmp_path / name))
        with found.open() as file:
            assert (found.path, file.read(2)) == (name, b"PK")
