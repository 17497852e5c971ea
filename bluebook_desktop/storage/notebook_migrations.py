"""How the notebook's tables came to be: small named steps, each recorded in the transaction that makes it.

A step is never changed once published; what is wanted next is a new step at the end of STEPS, with a test from a file
of the version before it. What was applied is read with sqlite3 alone: sqlite-utils takes 200 ms to import, which only
a start that migrates pays. Tables are strict, so that SQLite's check of a file finds values of the wrong type as well.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from bluebook_desktop.storage.notebook_errors import NotebookDamagedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlite_utils import Database, Migrations

#: The name under which sqlite-utils records our steps in its table.
MIGRATION_SET = "notebook"
_RECORD = "_sqlite_migrations"
#: Marks the file as ours ("Bbn1").
APPLICATION_ID = 0x42626E31

_VISITS = {
    "id": int,
    "position": int,
    "tab": str,
    "section": str,
    "passage": int,
    "kind": str,
    "reference_section": str,
    "record": str,
    "visited_at": str,
}
_SAVED = {"id": int, "text": str, "position": int, "saved_at": str}
_SEARCHES = {"id": int, "text": str, "position": int, "times": int, "searched_at": str}
_DECISIONS = {
    "id": int,
    "key": str,
    "section": str,
    "kind": str,
    "record": str,
    "title": str,
    "verdict": str,
    "fields": str,
    "passage": int,
    "heading": int,
    "exact": str,
    "prefix": str,
    "suffix": str,
    "start": int,
    "end": int,
    "decided_at": str,
}


def create_visits(database: Database) -> None:
    """The reading history; `reference_section` and `record` are empty together with `kind`: nothing was selected."""
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.table("visits").create(
        _VISITS,
        pk="id",
        not_null={"position", "tab", "section", "passage", "visited_at"},
        strict=True,
    )
    database.table("visits").create_index(["position"], unique=True)


def create_searches(database: Database) -> None:
    """What was searched for and gone to; `position` keeps the order where the clock does not."""
    database.table("searches").create(
        _SEARCHES,
        pk="id",
        not_null={"text", "position", "times", "searched_at"},
        strict=True,
    )
    database.table("searches").create_index(["text"], unique=True)
    database.table("searches").create_index(["position"], unique=True)


def create_decisions(database: Database) -> None:
    """What the reader decided on found records; `fields` are the reader's values as JSON, `heading` may be empty."""
    database.table("decisions").create(
        _DECISIONS,
        pk="id",
        not_null=set(_DECISIONS) - {"id", "heading"},
        strict=True,
    )
    database.table("decisions").create_index(["key"], unique=True)
    database.table("decisions").create_index(["section", "kind", "record"])


def create_saved_searches(database: Database) -> None:
    """Searches that the reader keeps; `position` is their order, newest last."""
    database.table("saved_searches").create(_SAVED, pk="id", not_null={"text", "position", "saved_at"}, strict=True)
    database.table("saved_searches").create_index(["text"], unique=True)
    database.table("saved_searches").create_index(["position"], unique=True)


class Step(NamedTuple):
    """One migration, and the columns by table that a notebook has after it."""

    apply: Callable[[Database], None]
    columns: dict[str, Iterable[str]]

    @property
    def name(self) -> str:
        """The name that it is recorded under."""
        return self.apply.__name__


#: Every step in order.
STEPS = (
    Step(create_visits, {"visits": _VISITS}),
    Step(create_searches, {"searches": _SEARCHES}),
    Step(create_decisions, {"decisions": _DECISIONS}),
    Step(create_saved_searches, {"saved_searches": _SAVED}),
)


def migrations() -> Migrations:
    """The steps as sqlite-utils applies them."""
    from sqlite_utils import Migrations  # noqa: PLC0415 - see above

    found = Migrations(MIGRATION_SET)
    for step in STEPS:
        found()(step.apply)
    return found


def applied(connection: sqlite3.Connection) -> list[str]:
    """The names of the steps that a notebook records, in order; none for an empty file."""
    if _RECORD not in tables(connection):
        return []
    rows = connection.execute(f"SELECT name FROM {_RECORD} WHERE migration_set = ? ORDER BY rowid", (MIGRATION_SET,))
    return [str(name) for (name,) in rows]


def pending(connection: sqlite3.Connection) -> list[str]:
    """The names of the steps that a notebook still lacks, in order."""
    done = set(applied(connection))
    return [step.name for step in STEPS if step.name not in done]


def unknown(connection: sqlite3.Connection) -> list[str]:
    """The names of recorded steps that only a newer program knows."""
    known = {step.name for step in STEPS}
    return [name for name in applied(connection) if name not in known]


def check_tables(connection: sqlite3.Connection) -> None:
    """Raise NotebookDamagedError where a column is missing that a recorded step has made."""
    done = applied(connection)
    wanted = [item for step in STEPS if step.name in done for item in step.columns.items()]
    for table, columns in wanted:
        there = connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall()
        if not {(column,) for column in columns} <= set(there):
            raise NotebookDamagedError("The notebook is damaged.")


def tables(connection: sqlite3.Connection) -> set[str]:
    """The names of all tables; none for an empty file."""
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def apply_pending(connection: sqlite3.Connection) -> None:
    """Apply what is pending, within the transaction that the caller has begun."""
    from sqlite_utils import Database  # noqa: PLC0415 - see above

    migrations().apply(Database(connection, execute_plugins=False))
