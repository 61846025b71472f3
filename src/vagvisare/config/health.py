"""Is the process alive, and can it serve: for the machines that watch."""

import os
from pathlib import Path

from django.contrib.auth.decorators import login_not_required
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse


@login_not_required
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 while the process answers at all."""
    return JsonResponse({"status": "ok"})


@login_not_required
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when the database is reached and up to date and files can be kept, else 503."""
    checks = {"database": _database(), "files": _files()}
    ready = all(value == "ok" for value in checks.values())
    return JsonResponse(
        {"status": "ok" if ready else "not ready", **checks}, status=200 if ready else 503
    )


def _database() -> str:
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Exception:
        # Whatever the fault is, the watcher gets an answer and the log gets the trace elsewhere.
        return "unreachable"
    return "migrations waiting" if waiting else "ok"


def _files() -> str:
    folder = Path(default_storage.path(""))
    return "ok" if os.access(folder, os.W_OK) else "not writable"
