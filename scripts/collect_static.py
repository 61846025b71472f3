"""Collect the static files when any of them, or the release, is newer than what was collected."""

import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vagvisare.config.settings")

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

django.setup()
collected = Path(settings.STATIC_ROOT) / "staticfiles.json"
since = collected.stat().st_mtime if collected.exists() else 0.0
newest = max(
    Path(storage.path(name)).stat().st_mtime
    for finder in get_finders()
    for name, storage in finder.list([])
)
if newest > since:
    call_command("collectstatic", interactive=False, verbosity=0)
    collected.touch()
sys.exit(0)
