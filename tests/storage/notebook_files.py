"""Notebooks for the tests: places, older files, and programs that are killed."""

import itertools
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from bluebook_desktop.domain.decisions import Decision
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.notebook import Visit
from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.notebook import open_notebook
from bluebook_desktop.storage.notebook_migrations import migrations

SECTION = "2021-en/4.2.2"
READER = Visit("reader", None, 12, SECTION)
EVENT = Visit("timeline", Reference(Kind.EVENT, SECTION, "treaty-signed"), 3, SECTION)
PASSAGE = Visit("reader", Reference(Kind.PASSAGE, SECTION, "8"), 8, SECTION)

DECISION = Decision(
    key="0123456789abcdef",
    section="2019-en/3.1",
    kind=Kind.EVENT,
    record="ruritania-visited",
    title="Ruritania visited",
    verdict=Verdict.CORRECTED,
    anchor=Excerpt(1, "In May 2018, Kono visited Ruritania", "", ". He said", 0, 35),
    decided_at="2026-01-05T12:00:00.000000+00:00",
    values={"title": "Visit to Ruritania", "date": "2018-05-03"},
)

#: The columns of a version-1 notebook with one visit in it.
_OLD_VISIT = {
    "position": 1,
    "tab": "reader",
    "section": SECTION,
    "passage": 12,
    "kind": None,
    "reference_section": None,
    "record": None,
    "visited_at": "2026-01-01T08:00:00+00:00",
}


def day(number: int) -> Callable[[], datetime]:
    """A clock that stands at noon of that day in January 2026."""
    return lambda: datetime(2026, 1, number, 12, tzinfo=UTC)


def folders_in(root: Path) -> UserFolders:
    return UserFolders(data=root, config=root, log=root / "log")


_OLD_SEARCH = {"text": "rock solid", "position": 1, "times": 2, "searched_at": "2026-01-01T08:00:00+00:00"}


def make_notebook_before(path: Path, step: str) -> None:
    """A file of the version before a step, in which READER was visited and, where it knew of searches, one was made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as connection:
        database = Database(connection)
        database.enable_wal()
        migrations().apply(database, stop_before=step)
        database.table("visits").insert(_OLD_VISIT)
        if database.table("searches").exists():
            database.table("searches").insert(_OLD_SEARCH)
        connection.commit()


def make_old_notebook(path: Path) -> None:
    """A file of version 1: only the first migration was known."""
    make_notebook_before(path, "create_searches")


def make_notebook_without_decisions(path: Path) -> None:
    """A file of version 2, with a place and a search in it: decisions were not known."""
    make_notebook_before(path, "create_decisions")


def add_migration_of_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('notebook', 'create_notes', '')"
        )


#: What is done to the disk; a program is killed before each of these in turn.
_DEEDS = {
    "execute",
    "executemany",
    "backup",
    "connect",
    "mkdir",
    "open",
    "rename",
    "replace",
    "unlink",
    "fsync",
    "close",
}


def die_at(number: int) -> None:
    """Kill this process before its deed of that number, as kill -9 does."""
    done = 0

    def watch(_frame: Any, event: str, function: Any) -> None:
        nonlocal done
        if event == "c_call" and getattr(function, "__name__", "") in _DEEDS:
            done += 1
            if done == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)


def open_and_write(root: Path) -> None:
    """What a killed program was about: opening (which may migrate or restore), then two writes."""
    notebook = open_notebook(folders_in(root), day(5)).notebook
    assert notebook is not None
    notebook.replace_visits([READER, EVENT])
    notebook.record_search("rock solid")
    notebook.close()


def kill_at_every_deed(model: Path, roots: Path) -> int:
    """Run `open_and_write` in numbered copies of a folder, killed one deed later in each; how many were killed."""
    for number in itertools.count(1):
        root = roots / str(number)
        shutil.copytree(model, root)
        child = os.fork()
        if child == 0:
            die_at(number)
            open_and_write(root)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            assert os.waitstatus_to_exitcode(status) == 0
            return number - 1
    raise AssertionError


if __name__ == "__main__":
    sys.stdout.write(str(kill_at_every_deed(Path(sys.argv[1]), Path(sys.argv[2]))))
