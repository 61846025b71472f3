"""Collect every room's words into its own catalogues; a room owns its words."""

import os
import subprocess
import sys
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "src/vagvisare"
LANGUAGES = ["sv"]

environment = os.environ | {"DJANGO_SETTINGS_MODULE": "vagvisare.config.settings"}
for room in sorted(path.parent for path in PACKAGE.glob("*/apps.py")):
    (room / "locale").mkdir(exist_ok=True)
    languages = [part for language in LANGUAGES for part in ("-l", language)]
    command = [
        sys.executable,
        "-m",
        "django",
        "makemessages",
        "--no-obsolete",
        "--add-location=file",
    ]
    subprocess.run([*command, *languages], cwd=room, env=environment, check=True)
