"""Words found in the titles of a large batch without looking at each: an index of three letters.

PostgreSQL has it in the extension pg_trgm and uses it by itself. SQLite keeps it in a table of
its own, by triggers, and must be asked: `few_with`. Where a database has neither, each title is
looked at, as before: the same is found, only later.

SQLite drops the triggers when a migration makes the table of candidates anew. A test says so, and
the cure is a migration that calls `keep_word_index` again, as 0011 does.
"""

# ruff: noqa: S608 - the statements are put together from the names below, and nothing else

import logging

from django.db import DatabaseError, OperationalError, connection, transaction

from vagvisare.inventory.models import Batch

FEW = 1_000  # more than these are not looked up: then they turn up soon enough by themselves
SHORTEST = 3  # letters the index knows
TABLE = "inventory_words"
EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
ON_POSTGRES = (
    "CREATE INDEX IF NOT EXISTS inventory_candidate_words_trgm "
    "ON inventory_candidate USING gin (words gin_trgm_ops)"
)
ADD = f"INSERT INTO {TABLE} (rowid, words) VALUES (NEW.id, NEW.words);"
TAKE = f"INSERT INTO {TABLE} ({TABLE}, rowid, words) VALUES ('delete', OLD.id, OLD.words);"
ON_SQLITE = {
    f"{TABLE}_insert": f"AFTER INSERT ON inventory_candidate BEGIN {ADD} END",
    f"{TABLE}_delete": f"AFTER DELETE ON inventory_candidate BEGIN {TAKE} END",
    f"{TABLE}_update": f"AFTER UPDATE OF words ON inventory_candidate BEGIN {TAKE} {ADD} END",
}
# The keys of a batch lie together, so other batches' hits need not be looked at.
FOUND = f"""
SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s
AND rowid >= (SELECT id FROM inventory_candidate WHERE batch_id = %s ORDER BY id LIMIT 1)
AND rowid <= (SELECT id FROM inventory_candidate WHERE batch_id = %s ORDER BY id DESC LIMIT 1)
LIMIT %s
"""

log = logging.getLogger(__name__)


def few_with(batch: Batch, words: list[str]) -> list[int] | None:
    """Return keys of candidates, among them all of the batch that have these words.

    None where the index cannot tell, or where they are more than a few. At most one query.

    words  folded; those of one or two letters are not looked up
    """
    asked = [word for word in words if len(word) >= SHORTEST and "\0" not in word]
    if connection.vendor != "sqlite" or not asked:
        return None
    phrases = " AND ".join('"{}"'.format(word.replace('"', '""')) for word in asked)
    try:
        with connection.cursor() as cursor:
            cursor.execute(FOUND, [phrases, batch.pk, batch.pk, FEW + 1])
            keys = [key for (key,) in cursor.fetchall()]
    except OperationalError:  # this SQLite was built without it
        return None
    return keys if len(keys) <= FEW else None


def keep_word_index() -> None:
    """Put the index in place where it is not, and let it hold what it missed."""
    statements = [EXTENSION, ON_POSTGRES]
    if connection.vendor == "sqlite":
        if set(ON_SQLITE) == present():
            return
        statements = [
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {TABLE} USING fts5("
            "words, content='inventory_candidate', content_rowid='id', tokenize='trigram')",
            f"INSERT INTO {TABLE} ({TABLE}) VALUES ('rebuild')",
            *(f"CREATE TRIGGER IF NOT EXISTS {name} {rest}" for name, rest in ON_SQLITE.items()),
        ]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    except DatabaseError as error:
        log.warning("Words are searched for without an index: %s", error)


def present() -> set[str]:
    """Return the names of the triggers in place; SQLite only."""
    query = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
    with connection.cursor() as cursor:
        cursor.execute(query, [f"{TABLE}_%"])
        return {name for (name,) in cursor.fetchall()}
