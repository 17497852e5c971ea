"""Reads the library: editions, sections, headings, passages. Records are read in `records`, words in `search`."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.documents import (
    Document,
    Edition,
    Heading,
    HeadingKind,
    Passage,
    PassageKind,
    Section,
)
from bluebook_desktop.errors import LibraryDamagedError, StoppedError, UsageError
from bluebook_desktop.storage.connections import check, connect
from bluebook_desktop.storage.schema import SHORTCUTS

if TYPE_CHECKING:
    from bluebook_desktop.domain.querying.shortcuts import Shortcuts

#: Steps of SQLite between two looks how many it has taken.
_STEPS_AT_ONCE = 20


class Library:
    """A read-only view of one built library over one connection.

    Raises LibraryDamagedError from any method when the file turns out to be damaged, StoppedError after `interrupt`.
    """

    def __init__(self, address: str, *, any_thread: bool = False) -> None:
        self.address = address
        self._connection = connect(address, any_thread=any_thread)
        try:
            self.fingerprint = check(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the connection; the object is of no use afterwards."""
        self._connection.close()

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[sqlite3.Row]:
        """All rows of a query, for the modules of this package."""
        with self._told():
            return self._connection.execute(sql, tuple(values)).fetchall()

    def rows_within(
        self, steps: int, sql: str, values: Iterable[Any] = (), *, a_row: int = 0
    ) -> tuple[list[sqlite3.Row], int]:
        """The rows that a query finds in so many of SQLite's steps, and how many it took.

        Where it took more than `steps` it was cut short and may have more rows; `a_row` are not counted for each that
        it has found. The same query takes the same steps on any machine; going through an index, 100 are a millisecond
        or less.
        """
        all_taken = taken = 0
        found: list[sqlite3.Row] = []

        def count() -> bool:
            nonlocal all_taken, taken
            all_taken += _STEPS_AT_ONCE
            taken = all_taken - a_row * len(found)
            return taken > steps

        with self._told():
            self._connection.set_progress_handler(count, _STEPS_AT_ONCE)
            try:
                found.extend(self._connection.execute(sql, tuple(values)))  # keeps what came before it was cut short
            except sqlite3.OperationalError:
                if taken <= steps:
                    raise
            finally:
                self._connection.set_progress_handler(None, 0)
        return found, taken

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Turns what goes wrong in a query into a sentence."""
        try:
            yield
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise StoppedError("The search was stopped.") from error
            raise LibraryDamagedError(f"The library cannot be read: {error}.") from error
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:  # SQLite's own words may quote garbled ones
            raise LibraryDamagedError("The library file is damaged.") from error

    def interrupt(self) -> None:
        """Stop the query that runs on this connection, from any thread."""
        self._connection.interrupt()

    def meta(self, key: str) -> str:
        """What the library says of itself under a key, or nothing."""
        rows = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return str(rows[0][0]) if rows else ""

    @cached_property
    def shortcuts(self) -> Shortcuts:
        """What its indexes have words of their own for."""
        from bluebook_desktop.domain.querying.shortcuts import from_json  # noqa: PLC0415 - not before the first paint

        with readable("shortcuts"):
            return from_json(self.meta(SHORTCUTS))

    def editions(self) -> list[Edition]:
        """All editions, newest first."""
        rows = self.rows("SELECT * FROM editions ORDER BY year DESC, id")
        with readable("an edition"):
            return [Edition(**dict(row)) for row in rows]

    def sections(self, edition: str | None = None) -> list[Section]:
        """The sections of an edition (or of all) in reading order."""
        where, values = ("WHERE edition = ?", (edition,)) if edition else ("", ())
        rows = self.rows(f"SELECT * FROM sections {where} ORDER BY position", values)
        with readable("a section"):
            return [_section(row) for row in rows]

    def section(self, section_id: str) -> Section:
        """The section of that id; UsageError when the library has none."""
        rows = self.rows("SELECT * FROM sections WHERE id = ?", (section_id,))
        if not rows:
            raise UsageError(f"The library has no section {section_id}.")
        with readable("a section"):
            return _section(rows[0])

    def document(self, section_id: str) -> Document:
        """Headings and passages of a section."""
        headings = self.rows("SELECT * FROM headings WHERE section = ? ORDER BY position", (section_id,))
        passages = self.rows("SELECT * FROM passages WHERE section = ? ORDER BY number", (section_id,))
        with readable("a passage or heading"):
            return Document(tuple(map(_heading, headings)), tuple(map(_passage, passages)))

    def headings(self, edition: str) -> list[tuple[str, Heading]]:
        """Every heading of an edition with the id of its section, in reading order."""
        rows = self.rows(
            "SELECT headings.* FROM headings JOIN sections ON sections.id = headings.section"
            " WHERE sections.edition = ? ORDER BY sections.position, headings.position",
            (edition,),
        )
        with readable("a heading"):
            return [(str(row["section"]), _heading(row)) for row in rows]

    def passage_count(self, scope: str = "") -> int:
        """How many passages the library holds, or an edition or section of it."""
        if scope:
            where = "section = ? OR section LIKE ? || '/%'"
            return int(self.rows(f"SELECT count(*) FROM passages WHERE {where}", (scope, scope))[0][0])
        return int(self.rows("SELECT count(*) FROM passages")[0][0])


@contextlib.contextmanager
def readable(what: str) -> Iterator[None]:
    """Turns what goes wrong when a row has values or columns that nothing of its kind has into a sentence."""
    try:
        yield
    except (ValueError, LookupError, TypeError) as error:
        raise LibraryDamagedError(f"The library holds {what} that cannot be read.") from error


def sqlite_version() -> str:
    """The version of the SQLite library in use."""
    return sqlite3.sqlite_version


def _section(row: sqlite3.Row) -> Section:
    values = dict(row)
    del values["id"], values["position"]
    return Section(**values)


def _heading(row: sqlite3.Row) -> Heading:
    return Heading(
        row["position"],
        HeadingKind(row["kind"]),
        row["label"],
        row["title"],
        row["first_passage"],
        row["last_passage"],
        row["source_start"],
        row["source_end"],
        row["level"],
    )


def _passage(row: sqlite3.Row) -> Passage:
    return Passage(
        row["number"],
        PassageKind(row["kind"]),
        row["text"],
        row["heading"],
        row["source_start"],
        row["source_end"],
        row["credit"],
    )
