"""How the notebook's tables came to be: small named steps, each recorded in the transaction that makes it.

A step is never changed once published; what is wanted next is a new step at the end of STEPS, with a test from a file
of the version before it. What was applied is read with sqlite3 alone: sqlite-utils takes 200 ms to import, which only
a start that migrates pays. Tables are strict, so that SQLite's check of a file finds values of the wrong type as well.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from bluebook_desktop.storage.notebook_errors import NotebookDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database, Migrations

#: The name under which sqlite-utils records our steps in its table.
MIGRATION_SET = "notebook"
_RECORD = "_sqlite_migrations"
#: Marks the file as ours ("Bbn1").
APPLICATION_ID = 0x42626E31


def create_visits(database: Database) -> None:
    """The reading history; `reference_section` and `record` are empty together with `kind`: nothing was selected."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.table("visits").create(
        {
            "id": int,
            "position": int,
            "tab": str,
            "section": str,
            "passage": int,
            "kind": str,
            "reference_section": str,
            "record": str,
            "visited_at": str,
        },
        pk="id",
        not_null={"position", "tab", "section", "passage", "visited_at"},
        strict=True,
    )
    database.table("visits").create_index(["position"], unique=True)


def create_searches(database: Database) -> None:
    """What was searched for and gone to; `position` keeps the order where the clock does not."""
    database.table("searches").create(
        {"id": int, "text": str, "position": int, "times": int, "searched_at": str},
        pk="id",
        not_null={"text", "position", "times", "searched_at"},
        strict=True,
    )
    database.table("searches").create_index(["text"], unique=True)
    database.table("searches").create_index(["position"], unique=True)


#: Every step in order, and the table that it makes.
STEPS: tuple[tuple[Callable[[Database], None], str], ...] = (
    (create_visits, "visits"),
    (create_searches, "searches"),
)


def migrations() -> Migrations:
    """The steps as sqlite-utils applies them."""
    from sqlite_utils import Migrations  # noqa: PLC0415 - see above

    found = Migrations(MIGRATION_SET)
    for step, _ in STEPS:
        found()(step)
    return found


def applied(connection: sqlite3.Connection) -> list[str]:
    """The names of the steps that a notebook records, in order; none for an empty file."""
    if _RECORD not in tables(connection):
        return []
    rows = connection.execute(f"SELECT name FROM {_RECORD} WHERE migration_set = ? ORDER BY rowid", (MIGRATION_SET,))  # noqa: S608
    return [str(name) for (name,) in rows]


def pending(connection: sqlite3.Connection) -> list[str]:
    """The names of the steps that a notebook still lacks, in order."""
    done = set(applied(connection))
    return [step.__name__ for step, _ in STEPS if step.__name__ not in done]


def unknown(connection: sqlite3.Connection) -> list[str]:
    """The names of recorded steps that only a newer program knows."""
    known = {step.__name__ for step, _ in STEPS}
    return [name for name in applied(connection) if name not in known]


def check_tables(connection: sqlite3.Connection) -> None:
    """Raise NotebookDamagedError where a recorded step's table is not there."""
    done, there = applied(connection), tables(connection)
    if any(step.__name__ in done and table not in there for step, table in STEPS):
        raise NotebookDamagedError("The notebook is damaged.")


def tables(connection: sqlite3.Connection) -> set[str]:
    """The names of all tables; none for an empty file."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def apply_pending(connection: sqlite3.Connection) -> None:
    """Apply what is pending, within the transaction that the caller has begun."""
    from sqlite_utils import Database  # noqa: PLC0415 - see above

    migrations().apply(Database(connection, execute_plugins=False))
