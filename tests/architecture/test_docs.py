"""What the documents point at is there."""

import re

import pytest

from tests.architecture.house import REPOSITORY, kept_files
from vagvisare.cli.main import COMMANDS

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
MAKE = re.compile(r"(?:^ {4}|`)(?:[A-Z]+=\S+ )?make ([a-z]+)", re.MULTILINE)
COMMAND = re.compile(r"(?:\.venv/bin/|`)vagvisare ([a-z]+)")
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)
DOCUMENTS = [path for path in kept_files() if path.suffix == ".md"]


def named(path):
    return str(path.relative_to(REPOSITORY))


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_link_leads_to_a_file(document):
    links = LINK.findall(document.read_text("utf-8"))
    local = [link for link in links if "://" not in link]

    assert [link for link in local if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_every_make_and_command_named_is_there(document):
    text = document.read_text("utf-8")
    targets = TARGET.findall((REPOSITORY / "Makefile").read_text("utf-8"))

    assert set(MAKE.findall(text)) - set(targets) == set()
    assert set(COMMAND.findall(text)) - set(COMMANDS) == set()


def test_every_page_of_the_docs_is_in_its_table_of_contents():
    docs = REPOSITORY / "docs"
    index = (docs / "index.md").read_text("utf-8")
    linked = {(docs / link).resolve() for link in LINK.findall(index)}
    pages = {path.resolve() for path in docs.rglob("*.md")} - {docs / "index.md"}

    assert sorted(str(page.relative_to(docs)) for page in pages - linked) == []


def test_every_setting_named_in_the_docs_is_read():
    read = (REPOSITORY / "src/vagvisare/config/env.py").read_text("utf-8")
    names = set()
    for document in DOCUMENTS:
        names |= set(re.findall(r"\b(?:VAGVISARE_[A-Z_]+|DATABASE_URL)\b", document.read_text()))

    assert names
    assert {name for name in names if f'"{name}"' not in read} == set()


def test_every_path_in_the_developers_map_is_there():
    text = (REPOSITORY / "DEVELOPERS.md").read_text("utf-8")
    paths = re.findall(r"`([\w./-]+/[\w./-]*)`", text)
    roots = [REPOSITORY, REPOSITORY / "src/vagvisare"]

    deep = [path for path in paths if "/" in path.rstrip("/")]

    assert deep
    assert [p for p in deep if not any((root / p).exists() for root in roots)] == []
