"""Opens the library read-only and checks, before a word of it is shown, that it is one of ours and whole."""

import sqlite3
from pathlib import Path

from bluebook_desktop.errors import LibraryDamagedError, NewerSchemaError
from bluebook_desktop.storage.schema import APPLICATION_ID, LIBRARY_SCHEMA

#: A file of up to so many bytes is checked whole when it is opened (some 5 ms).
_CHECKED_AT_ONCE = 8_000_000

_CACHE_KIB = 8_000
#: What SQLite finds sound and no build writes: text that is none, numbers that are none, a section without its text.
_STRANGE = """
SELECT EXISTS (SELECT 1 FROM passages WHERE typeof(text) <> 'text' OR typeof(number) <> 'integer')
    OR EXISTS (SELECT 1 FROM headings WHERE typeof(title) <> 'text' OR typeof(position) <> 'integer')
    OR EXISTS (SELECT 1 FROM entries WHERE typeof(text) <> 'text' OR typeof(title) <> 'text')
    OR EXISTS (SELECT 1 FROM sections s WHERE NOT EXISTS (SELECT 1 FROM passages p WHERE p.section = s.id))
"""


def address_of(path: Path) -> str:
    """The address by which connections open a library file read-only."""
    return f"{path.absolute().as_uri()}?mode=ro"


def connect(address: str, *, any_thread: bool = False) -> sqlite3.Connection:
    """A read-only connection to a library; LibraryDamagedError when there is no such database.

    `any_thread` allows use from other threads than this one, for who keeps them from using it at once.
    """
    try:
        connection = sqlite3.connect(address, uri=True, check_same_thread=not any_thread)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA query_only = ON")
    except sqlite3.Error as error:
        raise LibraryDamagedError(f"The library cannot be opened: {error}.") from error
    return connection


def check(connection: sqlite3.Connection) -> str:
    """The fingerprint of what the library was built from.

    Raises NewerSchemaError for a library of a newer program, LibraryDamagedError for one that is cut off, garbled
    or not ours.
    """
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if application != APPLICATION_ID:
            raise LibraryDamagedError("The library file is not one of this program.")
        if version > LIBRARY_SCHEMA:
            raise NewerSchemaError("The library was made by a newer version of this program and is left as it is.")
        if version < LIBRARY_SCHEMA:
            raise LibraryDamagedError("The library was made by an older version of this program.")
        found = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        filled = connection.execute("SELECT EXISTS (SELECT 1 FROM sections) AND EXISTS (SELECT 1 FROM passages)")
        told = found.get("complete") == "1" and "fingerprint" in found
        if not told or not filled.fetchone()[0] or not _is_whole(connection):
            raise LibraryDamagedError("The library file is damaged.")
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # SQLite's own words may quote garbled ones
        raise LibraryDamagedError("The library file is damaged.") from error
    return str(found["fingerprint"])


def _is_whole(connection: sqlite3.Connection) -> bool:
    """Whether SQLite finds the file sound. A large one is only asked for its first words: the check reads all."""
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    if pages * size > _CHECKED_AT_ONCE:
        return bool(connection.execute("SELECT text FROM passages LIMIT 1").fetchone())
    # With a small cache: what the check reads need not stay in memory.
    connection.execute("PRAGMA cache_size = -128")
    sound = bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    return sound and not connection.execute(_STRANGE).fetchone()[0]
