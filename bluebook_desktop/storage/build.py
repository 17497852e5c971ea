"""Builds a library file whole: a new file in one transaction, then one atomic step makes it the current one."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bluebook_desktop.errors import BluebookError, StoppedError
from bluebook_desktop.replacing import put_in_place
from bluebook_desktop.storage.files import point_to
from bluebook_desktop.storage.schema import APPLICATION_ID, LIBRARY_SCHEMA, create_tables, finish_indexes
from bluebook_desktop.storage.writing import SectionWriter

if TYPE_CHECKING:
    from bluebook_desktop.domain.documents import Document, Edition, Section
    from bluebook_desktop.domain.records import Records

#: Steps of SQLite between two looks whether the build was stopped; some milliseconds.
_LOOKED_AFTER = 20_000
#: Passages are some 600 bytes long: pages of this size leave less of themselves empty than smaller ones.
_PAGE = 8_192
#: Names that a library may be given where Windows holds files of the same.
_NAMES = 10
#: One section ready to be written.
Content = tuple["Edition", "Section", "Document", "Records"]


def fill(
    connection: sqlite3.Connection, contents: Iterable[Content], fingerprint: str, rules: str = "", imports: str = ""
) -> None:
    """Write a whole library into an empty database, in one transaction.

    `rules` is the version of the rules that found what was not checked by hand, `imports` the list of the
    imported files that are in it, should the list itself be lost.
    """
    import sqlite_utils  # noqa: PLC0415 - 200 ms that only a build pays

    database = sqlite_utils.Database(connection)
    with database.atomic():
        create_tables(database)
        writer = SectionWriter(database)
        known: set[str] = set()
        for edition, section, document, records in contents:
            if edition.id not in known:
                known.add(edition.id)
                writer.write_edition(edition)
            writer.write_section(section, document, records)
        writer.finish()
        finish_indexes(database)
        database.table("meta").insert_all(
            {"key": key, "value": value}
            for key, value in (("fingerprint", fingerprint), ("rules", rules), ("imports", imports), ("complete", "1"))
        )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {LIBRARY_SCHEMA}")
    connection.commit()


def build_file(
    folder: Path, contents: Iterable[Content], fingerprint: str, signature: str = "", rules: str = ""
) -> Path:
    """Build a library in `folder` and make it the current one; the old one stays whole until then.

    Raises BluebookError when the folder cannot be written to.
    """
    return settle(draft_file(folder, contents, fingerprint, rules), folder, signature)


def draft_file(
    folder: Path,
    contents: Iterable[Content],
    fingerprint: str,
    rules: str = "",
    imports: str = "",
    *,
    stopped: Callable[[], bool] = lambda: False,
) -> Path:
    """Build a whole library under a name that nobody opens.

    Raises BluebookError when the folder cannot be written to, StoppedError when `stopped` turns true meanwhile.
    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        filled, packed = _new_file(folder), _new_file(folder)
        try:
            with contextlib.closing(sqlite3.connect(filled)) as connection:
                connection.set_progress_handler(stopped, _LOOKED_AFTER)
                connection.execute(f"PRAGMA page_size = {_PAGE}")
                fill(connection, contents, fingerprint, rules, imports)
                # Without the room that the pieces of the indexes leave, and with what belongs together side by side.
                connection.execute("VACUUM INTO ?", [str(packed)])
        except BaseException as error:
            packed.unlink(missing_ok=True)
            if isinstance(error, sqlite3.OperationalError) and stopped():
                raise StoppedError("The library was not built: it was stopped.") from error
            raise
        finally:
            filled.unlink(missing_ok=True)
    return packed


def _new_file(folder: Path) -> Path:
    """An empty file that nobody opens."""
    handle, name = tempfile.mkstemp(prefix="building-", suffix=".db", dir=folder)
    os.close(handle)
    return Path(name)


def settle(draft: Path, folder: Path, signature: str = "") -> Path:
    """Make a draft the current library; its path. Raises BluebookError when the folder cannot be written to."""
    with _told(folder):
        try:
            target = _put_in_place(draft, folder)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise
        point_to(folder, target.name, signature)
    return target


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Turns what goes wrong when a folder is written to into a sentence."""
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        raise BluebookError(f"The library cannot be written to {folder}: {_reason(error)}.") from error


def build_in_memory(
    name: str, contents: Iterable[Content], fingerprint: str, rules: str = "", imports: str = ""
) -> tuple[str, sqlite3.Connection]:
    """Build a library that lives as long as the returned connection; its address can be opened by others."""
    address = f"file:{name}?mode=memory&cache=shared"
    connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    fill(connection, contents, fingerprint, rules, imports)
    return address, connection


def _put_in_place(draft: Path, folder: Path) -> Path:
    """Give a finished draft its name; a sound library of the same bytes stays as it is, a damaged one is replaced.

    One that Windows does not let go of, since a window shows it, stays; the new one then has a number after its name.
    """
    digest = _digest(draft)
    for number in ("", *(f"-{one}" for one in range(2, _NAMES))):
        target = folder / f"library-{digest[:16]}{number}.db"
        if target.exists() and _digest(target) == digest:
            draft.unlink()
            return target
        try:
            put_in_place(draft, target)
        except PermissionError:
            if not target.exists():
                raise
        else:
            return target
    raise BluebookError(f"Other programs keep every library in {folder} open; end them and start again.")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _reason(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()
