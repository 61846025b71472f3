"""Counts of each batch, kept by the database itself in the transaction of what they count.

A list of a hundred thousand candidates must show its counts as fast as one of a thousand, and
whoever writes, one row or a portion, must not have to remember it: so triggers keep them.

SQLite drops a table's triggers when a migration makes the table anew, and a new wording here does
not reach the database by itself. In both cases a test says so, and the cure is a migration that
calls `keep_tallies` again, as 0007 does.
"""

# ruff: noqa: S608 - the statements are put together from the names and keys below, and nothing else

import hashlib
from collections.abc import Iterator

from django.db import connection, transaction

from vagvisare.inventory.models import Batch, Counted
from vagvisare.inventory.rules import LIKELY_FROM, SURE_FROM

PREFIX = "inventory_tally_"
# Table -> what is counted -> the key, where {r} stands for the row.
KEYS: dict[str, dict[str, str]] = {
    "inventory_sourcefile": {
        Counted.FILE: "CASE WHEN {r}.duplicate_of_id IS NULL THEN {r}.state ELSE 'duplicate' END",
    },
    "inventory_candidate": {
        Counted.STATE: "{r}.state",
        Counted.VALIDITY: "{r}.validity",
        Counted.DOCUMENT_TYPE: "{r}.document_type",
        Counted.DECIDING_BODY: "{r}.deciding_body",
        Counted.SURENESS: (
            f"CASE WHEN {{r}}.confidence >= {SURE_FROM} THEN 'sure' "
            f"WHEN {{r}}.confidence >= {LIKELY_FROM} THEN 'likely' ELSE 'unsure' END"
        ),
    },
}
# Columns whose change may move a row from one key to another.
COLUMNS = {
    "inventory_sourcefile": "batch_id, state, duplicate_of_id",
    "inventory_candidate": "batch_id, state, validity, document_type, deciding_body, confidence",
}
INTO = "INSERT INTO inventory_tally (batch_id, counted, key, number)"
ADDED = (
    "ON CONFLICT (batch_id, counted, key) DO UPDATE SET "
    "number = inventory_tally.number + excluded.number"
)


def keep_tallies() -> None:
    """Put the triggers in place where they are not, and count what they missed."""
    wanted = dict(_triggers())
    if set(wanted) == _present():
        return
    with transaction.atomic():
        for name, table in _present_with_tables():
            _execute(f"DROP TRIGGER {name}" + (f" ON {table}" if _on_postgres() else ""))
        for statement in wanted.values():
            _execute(statement)
        recount()


@transaction.atomic
def recount(batch: Batch | None = None) -> None:
    """Throw the tallies away, of one batch or of all, and count anew."""
    only = "" if batch is None else f"WHERE r.batch_id = {int(batch.pk)}"
    _execute(f"DELETE FROM inventory_tally AS r {only}")
    for table, keys in KEYS.items():
        for counted, key in keys.items():
            _execute(
                f"{INTO} SELECT r.batch_id, '{counted}', {key.format(r='r')}, count(*) "
                f"FROM {table} r {only} GROUP BY 1, 3"
            )


def _triggers() -> Iterator[tuple[str, str]]:
    make = _postgres_trigger if _on_postgres() else _sqlite_trigger
    for table in KEYS:
        for event in ("INSERT", "UPDATE", "DELETE"):
            body = make("{name}", table, event)
            # A new wording gets a new name, so that it takes the place of the old one.
            version = hashlib.sha256(body.encode()).hexdigest()[:8]
            name = f"{PREFIX}{table.removeprefix('inventory_')}_{event.lower()}_{version}"
            yield name, body.replace("{name}", name)


def _sqlite_trigger(name: str, table: str, event: str) -> str:
    if event == "DELETE":
        return _sqlite_trigger_on_delete(name, table)
    moves = {"INSERT": (("NEW", 1),), "UPDATE": (("OLD", -1), ("NEW", 1))}
    rows = ", ".join(
        f"({row}.batch_id, '{counted}', {key.format(r=row)}, {step})"
        for row, step in moves[event]
        for counted, key in KEYS[table].items()
    )
    of = f" OF {COLUMNS[table]}" if event == "UPDATE" else ""
    return (
        f"CREATE TRIGGER {name} AFTER {event}{of} ON {table} "
        f"BEGIN {INTO} VALUES {rows} {ADDED}; END"
    )


def _sqlite_trigger_on_delete(name: str, table: str) -> str:
    """Adds no tally: where the whole database is emptied, its batch may be gone before the row."""
    updates = " ".join(
        "UPDATE inventory_tally SET number = number - 1 WHERE batch_id = OLD.batch_id "
        f"AND counted = '{counted}' AND key = {key.format(r='OLD')};"
        for counted, key in KEYS[table].items()
    )
    return f"CREATE TRIGGER {name} AFTER DELETE ON {table} BEGIN {updates} END"


def _postgres_trigger(name: str, table: str, event: str) -> str:
    """A function and its trigger: once a statement, so that portions cost one count."""
    columns = COLUMNS[table]
    new = f"SELECT {columns}, 1 AS step FROM new_rows"
    old = f"SELECT {columns}, -1 AS step FROM old_rows"
    rows = {"INSERT": new, "DELETE": old, "UPDATE": f"{new} UNION ALL {old}"}[event]
    keys = ", ".join(f"('{counted}', {key.format(r='r')})" for counted, key in KEYS[table].items())
    news = "NEW TABLE AS new_rows" if event != "DELETE" else ""
    olds = "OLD TABLE AS old_rows" if event != "INSERT" else ""
    # Sorted, so that two writers take the tallies in the same order and never wait in a ring.
    return (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"{INTO} SELECT r.batch_id, k.counted, k.key, sum(r.step) FROM ({rows}) r, "
        f"LATERAL (VALUES {keys}) k(counted, key) GROUP BY 1, 2, 3 HAVING sum(r.step) <> 0 "
        f"ORDER BY 1, 2, 3 {ADDED}; RETURN NULL; END $$; "
        f"CREATE TRIGGER {name} AFTER {event} ON {table} REFERENCING {news} {olds} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
    )


def _present() -> set[str]:
    return {name for name, _table in _present_with_tables()}


def _present_with_tables() -> list[tuple[str, str]]:
    if _on_postgres():
        query = (
            "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE t.tgname LIKE %s AND pg_table_is_visible(c.oid)"
        )
    else:
        query = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s"
    with connection.cursor() as cursor:
        cursor.execute(query, [f"{PREFIX}%"])
        return cursor.fetchall()


def _execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def _on_postgres() -> bool:
    return connection.vendor == "postgresql"
