"""Collect the words of the rooms named, or of all, into their catalogues; a room owns its words.

python scripts/collect_messages.py [ROOM...]
"""

import os
import re
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src/vagvisare"
LANGUAGES = ["sv"]
# No places and no days: a catalogue changes when its words do, and not otherwise.
DATES = re.compile(r'^"(POT-Creation|PO-Revision)-Date:.*"\n', re.MULTILINE)
# A guess at a translation is worse than none: the test of the catalogues asks for a real one.
GUESSED = re.compile(
    r"^#, fuzzy(?P<flags>.*)\n(?P<source>(?:(?!msgstr).*\n)*)(?P<words>(?:.+\n)*)", re.MULTILINE
)


def without_guess(found: re.Match[str]) -> str:
    """Return the entry with its source as it is and no translation."""
    flags = found["flags"].removeprefix(", ")
    source = re.sub(r"^#\|.*\n", "", found["source"], flags=re.MULTILINE)
    words = re.sub(r"^(msgstr(?:\[\d\])?) .*$", r'\1 ""', found["words"], flags=re.MULTILINE)
    return (f"#, {flags}\n" if flags else "") + source + words


environment = os.environ | {"DJANGO_SETTINGS_MODULE": "vagvisare.config.settings"}
wanted = sys.argv[1:] or sorted(path.parent.name for path in PACKAGE.glob("*/apps.py"))
for name in wanted:
    room = PACKAGE / name
    (room / "locale").mkdir(exist_ok=True)
    # -P: a room has modules called like libraries.
    command = [sys.executable, "-P", "-m", "django", "makemessages"]
    options = ["--no-obsolete", "--no-location", "--no-wrap", "-v0"]
    languages = [part for language in LANGUAGES for part in ("-l", language)]
    subprocess.run([*command, *options, *languages], cwd=room, env=environment, check=True)
    for catalogue in (room / "locale").glob("*/LC_MESSAGES/django.po"):
        words = DATES.sub("", catalogue.read_text("utf-8"))
        catalogue.write_text(GUESSED.sub(without_guess, words), "utf-8")
