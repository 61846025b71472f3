"""Every word a person meets has its Swedish: extracted anew, in a copy, and compared."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.architecture.house import PACKAGE, rooms

TOOLS = ("xgettext", "msgmerge", "msguniq", "msgattrib")
with_gettext = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in TOOLS), reason="gettext is missing: apt-get install it"
)
# The names of the languages in settings.py are words of Django itself.
WORDS_OF_DJANGO = {"Swedish", "English"}


def has_catalogue(room: str) -> bool:
    """Whether Django looks for words there: only in what is an app of its own."""
    return (PACKAGE / room / "apps.py").is_file()


@pytest.fixture(scope="module")
def extracted(tmp_path_factory) -> Path:
    """A copy of the package in which the words of every room are extracted anew."""
    copy = tmp_path_factory.mktemp("words") / "vagvisare"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("static", "fonts", "*.mo"))
    for room in rooms():
        (copy / room / "locale").mkdir(exist_ok=True)
    made = subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "-l", "sv", "--no-obsolete"],
        cwd=copy,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "vagvisare.config.settings"},
        check=False,
        capture_output=True,
        text=True,
    )
    assert made.returncode == 0, made.stderr
    return copy


def messages_of(room: str, extracted: Path) -> list[Message]:
    """The room's messages with their Swedish as far as there is one."""
    catalogue = extracted / room / "locale/sv/LC_MESSAGES/django.po"
    if not catalogue.is_file():
        return []
    with catalogue.open("rb") as file:
        return [message for message in read_po(file) if message.id]


@with_gettext
@pytest.mark.parametrize("room", [room for room in rooms() if has_catalogue(room)])
def test_every_message_has_its_swedish(room, extracted):
    messages = messages_of(room, extracted)
    parts = [m.string if isinstance(m.string, tuple) else (m.string,) for m in messages]
    untranslated = [
        m.id for m, strings in zip(messages, parts, strict=True) if m.fuzzy or not all(strings)
    ]

    assert not untranslated, "\n".join(map(str, untranslated))


@with_gettext
@pytest.mark.parametrize("room", [room for room in rooms() if not has_catalogue(room)])
def test_a_room_without_catalogue_has_no_words(room, extracted):
    words = {message.id for message in messages_of(room, extracted)}

    assert words - WORDS_OF_DJANGO == set()


def swedish_of(room: str) -> dict[tuple[str, str | None], str]:
    """What the room's catalogue says of each message, plurals as one text."""
    path = PACKAGE / room / "locale/sv/LC_MESSAGES/django.po"
    with path.open("rb") as file:
        return {
            (str(message.id), message.context): str(message.string)
            for message in read_po(file)
            if message.id and message.string
        }


def test_a_message_has_one_swedish_in_all_rooms():
    """Rooms' catalogues are laid over one another: of two translations one is never seen."""
    said: dict[tuple[str, str | None], dict[str, str]] = {}
    for path in sorted(PACKAGE.glob("*/locale/sv/LC_MESSAGES/django.po")):
        room = path.relative_to(PACKAGE).parts[0]
        for key, words in swedish_of(room).items():
            said.setdefault(key, {})[room] = words

    assert said
    assert {key: each for key, each in said.items() if len(set(each.values())) > 1} == {}
