"""Copies of the notebook: made with SQLite's backup API, checked, put in place in one step, the last ten kept.

Whoever calls these functions holds the lock of `notebook.opening`, so that no two processes make copies at once.
"""

import contextlib
import datetime
import filecmp
import gc
import os
import re
import shutil
import sqlite3
import sys
from pathlib import Path

from bluebook_desktop.replacing import put_in_place
from bluebook_desktop.storage.notebook_errors import NotebookDamagedError, told

#: How many copies are kept.
KEPT = 10
_DRAFT = "notebook-draft.db"
_NAME = re.compile(r"notebook-(\d{4}-\d{2}-\d{2})(?:-before-\w+(?:-\d+)?)?\.db", re.ASCII)
#: What SQLite keeps beside a database.
_COMPANIONS = ("-wal", "-shm", "-journal")


def backups(folder: Path) -> list[Path]:
    """All copies, newest first."""
    with told("The copies of the notebook cannot be listed"):
        found = [path for path in folder.glob("notebook-*.db") if _NAME.fullmatch(path.name)]
        return sorted(found, key=lambda path: (day_of(path), path.stat().st_mtime_ns, path.name), reverse=True)


def day_of(backup: Path) -> str:
    """The day that a copy was made on, in ISO form."""
    match = _NAME.fullmatch(backup.name)
    return match[1] if match else ""


def back_up(source: sqlite3.Connection, folder: Path, day: datetime.date, before: str | None = None) -> Path | None:
    """Copy the notebook into `folder` and drop the oldest copies; the copy.

    `before` names the migration that follows. Without it this is the copy of the day, which is left out (None) where
    there is one already or nothing has changed since the last. Raises NotebookDamagedError when the copy is not sound,
    and BluebookError when it cannot be written.
    """
    with told("The notebook cannot be backed up"):
        earlier = backups(folder)
        if before is None and any(day_of(path) == day.isoformat() for path in earlier):
            return None
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / _DRAFT
        _remove(draft)  # of a program that was cut off
        try:
            _copy(source, draft)
            if before is None and earlier and filecmp.cmp(draft, earlier[0], shallow=False):
                return None
            target = _free_copy(folder, day, before)
            put_safely(draft, target)
        finally:
            _remove(draft)
        others = [path for path in backups(folder) if path != target]
        for path in others[KEPT - 1 :]:
            path.unlink()
    return target


def restore(backup: Path, target: Path) -> None:
    """Put a copy where the notebook lay, in one step; nothing may be there."""
    draft = target.with_name(target.name + ".new")
    with told("The copy of the notebook cannot be put in its place"):
        try:
            shutil.copyfile(backup, draft)
            put_safely(draft, target)
        finally:
            draft.unlink(missing_ok=True)


def write_anew(source: sqlite3.Connection, target: Path) -> Path:
    """All that an open notebook holds, whole in a new file beside where it lay, to be put there; the new file."""
    draft = target.with_name(target.name + ".new")
    with told("The notebook cannot be written anew"):
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(draft)
        _copy(source, draft)
    return draft


def set_aside(path: Path, day: datetime.date) -> Path | None:
    """Give a notebook, with all that SQLite keeps beside it, another name; its new path, or None if there is nothing.

    A write-ahead log without its notebook goes too: left there, it would be played into the next one.
    """
    there = [path.with_name(path.name + tail) for tail in ("", *_COMPANIONS)]
    there = [found for found in there if found.exists()]
    if not there:
        return None
    if sys.platform == "win32":
        gc.collect()  # what failed to read it, and refers to itself, holds it open, and Windows renames no open file
    with told("The damaged notebook cannot be set aside"):
        aside = _free_name(path, day)
        for found in there:
            found.rename(aside.with_name(aside.name + found.name.removeprefix(path.name)))
    return aside


def _free_copy(folder: Path, day: datetime.date, before: str | None) -> Path:
    """A name for a copy; one that was made before the same migration earlier that day is not overwritten."""
    stem, number = f"notebook-{day.isoformat()}", 1
    if before is not None:
        stem += f"-before-{before}"
    while True:
        path = folder / (f"{stem}.db" if number == 1 else f"{stem}-{number}.db")
        if not path.exists():
            return path
        number += 1


def _free_name(path: Path, day: datetime.date) -> Path:
    stem, number = f"{path.stem}-damaged-{day.isoformat()}", 1
    while True:
        name = f"{stem}{path.suffix}" if number == 1 else f"{stem}-{number}{path.suffix}"
        if not any(path.with_name(name + tail).exists() for tail in ("", *_COMPANIONS)):
            return path.with_name(name)
        number += 1


def _copy(source: sqlite3.Connection, draft: Path) -> None:
    """Copy a database into a new file that needs no other beside it, and check the copy."""
    with contextlib.closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if copy.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise NotebookDamagedError("The notebook is damaged.")


def put_safely(draft: Path, target: Path) -> None:
    """Rename a finished draft once it is safe on the disk."""
    with draft.open("r+b") as written:
        os.fsync(written.fileno())
    put_in_place(draft, target)
    with contextlib.suppress(OSError):  # Windows does not open folders
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _remove(draft: Path) -> None:
    for tail in ("", *_COMPANIONS):
        draft.with_name(draft.name + tail).unlink(missing_ok=True)
