"""Says in the reader's words what went wrong with the notebook's file."""

import contextlib
import sqlite3
from collections.abc import Iterator

from bluebook_desktop.errors import BluebookError


class NotebookDamagedError(BluebookError):
    """The notebook's file cannot be read as a notebook of this program."""


#: What the place is to blame for, not the file, by SQLite's primary result code.
_REASONS = {
    sqlite3.SQLITE_PERM: "the file cannot be written",
    sqlite3.SQLITE_BUSY: "another program is using it",
    sqlite3.SQLITE_LOCKED: "another program is using it",
    sqlite3.SQLITE_NOMEM: "there is not enough memory",
    sqlite3.SQLITE_READONLY: "the file cannot be written",
    sqlite3.SQLITE_INTERRUPT: "it was interrupted",
    sqlite3.SQLITE_IOERR: "the disk reports an error or is full",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_PROTOCOL: "another program is using it",
    sqlite3.SQLITE_CANTOPEN: "the folder or the file cannot be used",
}
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@contextlib.contextmanager
def told(what: str) -> Iterator[None]:
    """Turn a failure of the disk or the file into a sentence that begins with `what`; a bug stays what it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _primary_code(error)
        if code in _DAMAGED:
            raise NotebookDamagedError(f"{what}: its file is damaged.") from error
        if not isinstance(error, sqlite3.OperationalError):
            raise
        raise BluebookError(f"{what}: {_REASONS.get(code, str(error))}.") from error
    except OSError as error:
        raise BluebookError(f"{what}: {(error.strerror or str(error)).lower()}.") from error


@contextlib.contextmanager
def reading_closely() -> Iterator[None]:
    """As `told`, for looking at a file that may be anything: whatever is not the place's fault is damage."""
    with told("The notebook cannot be opened"):
        try:
            yield
        except (sqlite3.ProgrammingError, sqlite3.IntegrityError):
            raise
        except sqlite3.DatabaseError as error:
            if _primary_code(error) in _REASONS:
                raise
            raise NotebookDamagedError("The notebook is damaged.") from error
        except UnicodeDecodeError as error:  # sqlite3 quotes a garbled file in its own message
            raise NotebookDamagedError("The notebook is damaged.") from error


def needs_recovery(error: sqlite3.OperationalError) -> bool:
    """Whether a file must be opened for writing first, because a program was cut off while writing it."""
    return getattr(error, "sqlite_errorcode", 0) in (
        sqlite3.SQLITE_READONLY_ROLLBACK,
        sqlite3.SQLITE_READONLY_RECOVERY,
    )


def _primary_code(error: sqlite3.DatabaseError) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
