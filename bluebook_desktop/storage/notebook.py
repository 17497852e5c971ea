"""The notebook: the reader's own database, never rebuilt and never overwritten.

`opening` keeps other processes out while a notebook is looked at, set aside, copied or migrated; `look_at` reads a file
without leaving a trace; `open_file` opens and migrates it; Notebook reads and writes.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from datetime import UTC
from typing import TYPE_CHECKING

from bluebook_desktop.domain.notebook import LONGEST_HISTORY, NotebookChange, Visit
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.errors import BluebookError, NewerSchemaError
from bluebook_desktop.storage import notebook_decisions
from bluebook_desktop.storage.backups import back_up, put_safely, write_anew
from bluebook_desktop.storage.notebook_errors import NotebookDamagedError, needs_recovery, reading_closely, told
from bluebook_desktop.storage.notebook_migrations import (
    APPLICATION_ID,
    apply_pending,
    check_tables,
    pending,
    tables,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from bluebook_desktop.domain.decisions import Decision
    from bluebook_desktop.storage.notebook_decisions import KeptDecisions

#: How long (seconds) to wait for another process that writes.
_PATIENCE = 5.0
_LOCK = "notebook.lock"
_COLUMNS = "tab, section, passage, kind, reference_section, record"

#: A visit as it lies in the table.
_Row = tuple[str, str, int, str | None, str | None, str | None]


@contextlib.contextmanager
def opening(folder: Path) -> Iterator[None]:
    """Make the folder, and keep other processes from opening a notebook in it at the same time.

    The lock is SQLite's own on an empty file: it works on every platform and ends with the process that holds it.
    """
    with told("The notebook cannot be opened"):
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / _LOCK, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    with contextlib.closing(lock):
        with told("The notebook cannot be opened"):
            lock.execute("BEGIN IMMEDIATE")
        yield


def look_at(path: Path) -> bool:
    """Whether a file holds anything; missing and empty ones do not. Not a byte of it changes.

    Raises NewerSchemaError for a notebook of a newer program, NotebookDamagedError for what is no sound notebook,
    BluebookError where it cannot be read.
    """
    with reading_closely():
        if not path.exists() or path.stat().st_size == 0:  # of an empty file SQLite would throw away the log beside it
            return False
        try:
            address = notebook_decisions.address_of(path)
            with contextlib.closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as connection:
                return _check(connection)
        except sqlite3.OperationalError as error:
            if not needs_recovery(error):
                raise
            return True  # `open_file` recovers it and then checks it


def open_file(path: Path, backups: Path, now: Callable[[], datetime]) -> Notebook:
    """Open a notebook for reading and writing; what it lacks is added, after a backup. Raises as `look_at`."""
    connection = _connected(path)
    try:
        with reading_closely():
            _check(connection)
        with told("The notebook cannot be written"):
            connection.execute("BEGIN IMMEDIATE")  # fails at once where nothing can be written
            if pending(connection):
                _migrate(connection, path, backups, now().date())
            connection.execute("COMMIT")
    except BaseException:
        connection.close()  # rolls back
        raise
    return Notebook(connection, path, now)


def _connected(path: Path) -> sqlite3.Connection:
    with reading_closely():
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
        try:
            connection.text_factory = _readable
            connection.execute("PRAGMA foreign_keys = ON")
            _use_wal(connection)
            connection.execute("PRAGMA synchronous = FULL")
        except BaseException:
            connection.close()
            raise
    return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """Keep a write-ahead log. SQLite does not wait for another program that changes to one at the same moment."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


class Notebook:
    """An open notebook, for any one thread at a time.

    Every method raises BluebookError with a sentence when the disk or the file fails; what was there is there still.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._path = path
        self._identity = _identity_of(path)
        self._now = now
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the file; the object is of no use afterwards."""
        with self._lock:
            self._connection.close()

    def visits(self) -> list[Visit]:
        """The reading history, oldest first. A place that cannot be made out is left out."""
        with self._reading():
            rows = [row for _, row in self._visit_rows()]
        return [visit for row in rows if (visit := _visit(row)) is not None]

    def replace_visits(self, visits: Sequence[Visit]) -> NotebookChange:
        """Make this the reading history (its last 200 places); a place that stays keeps its time."""
        wanted = [_row(visit) for visit in visits[-LONGEST_HISTORY:]]
        with self._writing():
            there = self._visit_rows()
            first, kept = _longest_overlap([row for _, row in there], wanted)
            gone = [position for position, _ in there[:first] + there[first + kept :]]
            if not gone and kept == len(wanted):
                return NotebookChange()
            self._connection.executemany("DELETE FROM visits WHERE position = ?", [(position,) for position in gone])
            after = there[first + kept - 1][0] if kept else 0
            self._connection.executemany(
                f"INSERT INTO visits (position, visited_at, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [(after + number, self._time(), *row) for number, row in enumerate(wanted[kept:], 1)],
            )
        return NotebookChange(visits=True)

    def record_search(self, text: str) -> NotebookChange:
        """Note that something was searched for and gone to; white space is levelled, and nothing is not noted."""
        text = _levelled(text)
        if not text:
            return NotebookChange()
        with self._writing():
            self._connection.execute(
                "INSERT INTO searches (text, position, times, searched_at)"
                " VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM searches), 1, ?)"
                " ON CONFLICT (text) DO UPDATE SET"
                " position = excluded.position, times = times + 1, searched_at = excluded.searched_at",
                (text, self._time()),
            )
        return NotebookChange(searches=True)

    def searches(self, limit: int = 20) -> list[str]:
        """What was searched for, newest first, each once."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT text FROM searches ORDER BY position DESC LIMIT ?", (max(0, limit),)
            ).fetchall()
        return [text for (text,) in rows]

    def save_search(self, text: str) -> NotebookChange:
        """Keep a search until the reader removes it; one that is kept already stays where it is."""
        text = _levelled(text)
        if not text:
            return NotebookChange()
        with self._writing():
            made = self._connection.execute(
                "INSERT INTO saved_searches (text, position, saved_at)"
                " VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM saved_searches), ?) ON CONFLICT DO NOTHING",
                (text, self._time()),
            )
        return NotebookChange(saved_searches=made.rowcount > 0)

    def remove_saved_search(self, text: str) -> NotebookChange:
        """Keep a search no longer."""
        with self._writing():
            gone = self._connection.execute("DELETE FROM saved_searches WHERE text = ?", (_levelled(text),))
        return NotebookChange(saved_searches=gone.rowcount > 0)

    def saved_searches(self) -> list[str]:
        """The searches that are kept, in the order in which they were saved."""
        with self._reading():
            rows = self._connection.execute("SELECT text FROM saved_searches ORDER BY position").fetchall()
        return [text for (text,) in rows]

    def decisions(self, section: str = "") -> KeptDecisions:
        """What the reader decided on found records, in all sections or in one."""
        with self._reading():
            return notebook_decisions.read(self._connection, section)

    def put_decision(self, decision: Decision) -> NotebookChange:
        """Keep a decision; one on the same record gives way to it."""
        with self._writing():
            notebook_decisions.put(self._connection, decision)
        return NotebookChange(decisions=True)

    def remove_decision(self, key: str) -> NotebookChange:
        """Forget a decision."""
        with self._writing():
            gone = notebook_decisions.remove(self._connection, key)
        return NotebookChange(decisions=gone)

    def back_up(self, folder: Path) -> Path | None:
        """Make the copy of the day where one is due; call it within `opening`."""
        with self._lock:
            return back_up(self._connection, folder, self._now().date())

    def _visit_rows(self) -> list[tuple[int, _Row]]:
        rows = self._connection.execute(f"SELECT position, {_COLUMNS} FROM visits ORDER BY position")
        return [(position, tuple(row)) for position, *row in rows]

    def _time(self) -> str:
        return self._now().astimezone(UTC).isoformat(timespec="seconds")

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        with self._lock, told("The notebook cannot be read"):
            yield

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing."""
        with self._lock, told("The notebook cannot be written"):
            self._see_to_file()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def _see_to_file(self) -> None:
        """Write the file anew where it was deleted while it is open: the system would let us write to nowhere.

        Another one that lies in its place meanwhile is left alone.
        """
        there = _identity_of(self._path)
        if there == self._identity:
            return
        if there is not None:
            raise BluebookError("The notebook’s file was replaced while it is open; start the program anew to use it.")
        draft = write_anew(self._connection, self._path)
        self._connection.close()  # which takes the log of the deleted file away, and must not take that of the new one
        put_safely(draft, self._path)
        self._connection = _connected(self._path)
        self._identity = _identity_of(self._path)


def _identity_of(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one of the same name; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _levelled(text: str) -> str:
    """A search with its white space levelled, in letters that any file can hold."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _readable(text: bytes) -> str:
    """A text with its garbled letters replaced, which SQLite's check of a file does not look for."""
    return text.decode("utf-8", "replace")


def _check(connection: sqlite3.Connection) -> bool:
    """Whether a database holds anything; raises as `look_at` when it is not ours to use."""
    if not tables(connection):
        return False
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotebookDamagedError("The notebook’s file is not one of this program.")
    if unknown(connection):  # before all else: a newer one is never set aside
        raise NewerSchemaError("The notebook was written by a newer version of this program and is left as it is.")
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise NotebookDamagedError("The notebook is damaged.")
    check_tables(connection)
    return True


def _migrate(connection: sqlite3.Connection, path: Path, backups: Path, day: date) -> None:
    """Back up a notebook that holds something, then apply what is pending, in the transaction that was begun."""
    if tables(connection):
        # A reader of its own sees what was last committed, while our transaction keeps every other writer out.
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as reader:
            back_up(reader, backups, day, before=pending(connection)[0])
    apply_pending(connection)


def _longest_overlap(there: list[_Row], wanted: list[_Row]) -> tuple[int, int]:
    """Where the longest run of rows begins that the wanted history begins with, and how long it is.

    A step forward adds to the end, a step from the past cuts the end off, and a full history loses its beginning.
    """
    best = (0, 0)
    for first in range(len(there)):
        length = 0
        for old, new in zip(there[first:], wanted, strict=False):
            if old != new:
                break
            length += 1
        if length > best[1]:
            best = (first, length)
    return best


def _row(visit: Visit) -> _Row:
    reference = visit.reference
    selected = (None, None, None) if reference is None else (str(reference.kind), reference.section, reference.id)
    return (visit.tab, visit.section, visit.passage, *selected)


def _visit(row: _Row) -> Visit | None:
    tab, section, passage, kind, reference_section, record = row
    if kind is None:
        return Visit(tab, None, passage, section)
    if kind not in set(Kind) or reference_section is None or record is None:
        return None
    return Visit(tab, Reference(Kind(kind), reference_section, record), passage, section)
