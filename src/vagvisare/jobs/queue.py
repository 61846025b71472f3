"""Queue work in the same database, so that it is there exactly when the write is."""

from django.db import transaction
from django_q.tasks import async_task


def later(function: str, *arguments: int | str) -> None:
    """Run `function` (a dotted path) with plain arguments after the transaction holds."""
    transaction.on_commit(lambda: async_task(function, *arguments))
