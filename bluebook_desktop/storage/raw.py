"""The library's rows and indexes as they lie, for comparing two libraries letter by letter."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import TYPE_CHECKING, Any

from bluebook_desktop.errors import LibraryDamagedError
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import readable
from bluebook_desktop.storage.schema import KEYS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bluebook_desktop.storage.library import Library

Row = dict[str, Any]
#: Each index and the table whose rows it covers.
INDEXED = {"passage_words": "passages", "entry_words": "entries"}


def key_column(table: str) -> str:
    """The column that tells the rows of a table apart."""
    return KEYS.get(table, "id")


def raw_rows(library: Library, table: str) -> dict[Any, Row]:
    """Every row of a table by its key."""
    columns = ", ".join(f'"{column}"' for column in TABLES[table])
    key = key_column(table)
    rows = library.rows(f'SELECT {columns} FROM "{table}" ORDER BY "{key}"')  # names of the schema
    with readable("a row"):
        return {row[key]: dict(row) for row in rows}


def indexed_words(library: Library, index: str) -> dict[int, list[str]]:
    """What an index holds: for each row its words in order."""
    found: dict[int, list[str]] = {}
    with _vocabulary(library, index) as connection:
        for row, word in connection.execute('SELECT doc, term FROM temp.vocabulary ORDER BY doc, "offset"'):
            found.setdefault(row, []).append(word)
    return found


def rows_with_prefix(library: Library, index: str, prefix: str) -> list[int]:
    """The rows in which a word begins with `prefix`, a word of letters and digits, as a search finds them."""
    rows = library.rows(f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid", (f'"{prefix}"*',))
    return [row[0] for row in rows]


def imports_of(path: Path) -> str:
    """The list of imported files that a library was built with, even of a damaged or an older one; else nothing."""
    try:
        with contextlib.closing(sqlite3.connect(address_of(path), uri=True)) as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = 'imports'").fetchone()
    except (sqlite3.Error, UnicodeDecodeError):  # then it is none to go by
        return ""
    return row[0] if row is not None and isinstance(row[0], str) else ""


@contextlib.contextmanager
def _vocabulary(library: Library, index: str) -> Iterator[sqlite3.Connection]:
    """A connection of its own with an index's words as a table, which a connection for reading alone cannot make."""
    try:
        with contextlib.closing(sqlite3.connect(library.address, uri=True)) as connection:
            connection.execute(
                f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, {index}, instance)"  # names of the schema
            )
            yield connection
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise LibraryDamagedError(f"The library’s index cannot be read: {error}.") from error
