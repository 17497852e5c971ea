"""Copies of the notebook: one a day, whole, the last ten kept, and none without need."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.storage.backups import back_up, backups, restore, set_aside
from bluebook_desktop.storage.notebook import Notebook, look_at, open_file
from bluebook_desktop.storage.notebook_errors import NotebookDamagedError
from tests.storage.notebook_files import EVENT, PASSAGE, READER, day


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def write_on(number: int, path: Path, folder: Path) -> Path | None:
    """A day with the program: a copy when it opens, then a search."""
    with closing(open_file(path, folder, day(number))) as notebook:
        made = notebook.back_up(folder)
        notebook.record_search(f"search of day {number}")
    return made


def searches_in(copy: Path) -> list[str]:
    with closing(sqlite3.connect(copy)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM searches ORDER BY position")]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_copy_holds_what_was_written_before_it(path: Path, folder: Path) -> None:
    write_on(1, path, folder)
    made = write_on(2, path, folder)
    assert made == folder / "notebook-2026-01-02.db"
    assert searches_in(made) == ["search of day 1"]


def test_the_copy_holds_what_is_still_in_the_write_ahead_log(path: Path, folder: Path) -> None:
    with closing(open_file(path, folder, day(1))) as notebook:
        notebook.record_search("rock solid")
        assert path.with_name("notebook.db-wal").stat().st_size
        made = notebook.back_up(folder)
    assert made is not None
    assert searches_in(made) == ["rock solid"]


def test_a_copy_is_one_file_even_while_it_is_read(path: Path, folder: Path) -> None:
    made = write_on(1, path, folder)
    assert made is not None
    with closing(sqlite3.connect(made)) as connection:
        connection.execute("SELECT * FROM visits").fetchall()
        assert names(folder) == ["notebook-2026-01-01.db"]


def test_there_is_one_copy_a_day(path: Path, folder: Path) -> None:
    write_on(1, path, folder)
    assert write_on(1, path, folder) is None
    assert names(folder) == ["notebook-2026-01-01.db"]


def test_nothing_is_copied_that_has_not_changed(path: Path, folder: Path) -> None:
    write_on(1, path, folder)
    for number in (2, 3, 4):
        with closing(open_file(path, folder, day(number))) as notebook:
            notebook.back_up(folder)
    assert names(folder) == ["notebook-2026-01-01.db", "notebook-2026-01-02.db"]


def test_the_last_ten_copies_are_kept(path: Path, folder: Path) -> None:
    for number in range(1, 15):
        write_on(number, path, folder)
    assert names(folder) == [f"notebook-2026-01-{number:02}.db" for number in range(5, 15)]


def test_a_copy_made_with_the_clock_set_back_is_not_the_one_to_go(path: Path, folder: Path) -> None:
    for number in range(11, 21):
        write_on(number, path, folder)
    made = write_on(1, path, folder)
    assert made is not None
    assert made.exists()
    assert len(names(folder)) == 10


def test_other_files_in_the_folder_are_left_alone(path: Path, folder: Path) -> None:
    folder.mkdir()
    for name in ("notebook-of-mine.db", "notes.txt"):
        (folder / name).write_text("mine")
    for number in range(1, 13):
        write_on(number, path, folder)
    assert {"notebook-of-mine.db", "notes.txt"} < set(names(folder))
    assert len(names(folder)) == 12


def test_two_copies_before_the_same_migration_on_one_day_are_both_kept(path: Path, folder: Path) -> None:
    with closing(open_file(path, folder, day(1))), closing(sqlite3.connect(path)) as source:
        first = back_up(source, folder, date(2026, 1, 1), before="create_notes")
        second = back_up(source, folder, date(2026, 1, 1), before="create_notes")
    assert [found and found.name for found in (first, second)] == [
        "notebook-2026-01-01-before-create_notes.db",
        "notebook-2026-01-01-before-create_notes-2.db",
    ]
    assert backups(folder) == [second, first]


def test_a_copy_that_is_not_sound_is_never_kept(path: Path, folder: Path) -> None:
    with closing(open_file(path, folder, day(1))) as notebook:
        notebook.replace_visits([READER, EVENT, PASSAGE])
        notebook.record_search("rock solid")
    with closing(sqlite3.connect(path)) as connection:
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'visits'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * 64)
    with closing(sqlite3.connect(path)) as source, pytest.raises(NotebookDamagedError):
        back_up(source, folder, date(2026, 1, 2))
    assert names(folder) == []


def test_a_copy_that_cannot_be_written_is_told(path: Path, folder: Path) -> None:
    folder.write_text("in the way")
    with (
        closing(open_file(path, folder, day(1))) as notebook,
        pytest.raises(BluebookError, match=r"^The notebook cannot be backed up: file exists\.$"),
    ):
        notebook.back_up(folder)


def test_a_restored_copy_is_the_notebook_it_was_made_from(path: Path, folder: Path) -> None:
    write_on(1, path, folder)
    made = write_on(2, path, folder)
    assert made is not None
    path.rename(path.with_name("elsewhere.db"))
    restore(made, path)
    with closing(open_file(path, folder, day(3))) as notebook:
        assert notebook.searches() == ["search of day 1"]


def test_what_is_set_aside_keeps_its_write_ahead_log(path: Path) -> None:
    path.write_bytes(b"a notebook")
    path.with_name("notebook.db-wal").write_bytes(b"its log")
    aside = set_aside(path, date(2026, 1, 5))
    assert aside == path.with_name("notebook-damaged-2026-01-05.db")
    assert aside.read_bytes() == b"a notebook"
    assert path.with_name("notebook-damaged-2026-01-05.db-wal").read_bytes() == b"its log"
    assert not path.exists()


def test_nothing_that_was_set_aside_is_overwritten(path: Path) -> None:
    for number in (1, 2, 3):
        path.write_text(f"damaged {number}")
        set_aside(path, date(2026, 1, 5))
    assert sorted(found.read_text() for found in path.parent.glob("notebook-damaged-*")) == [
        "damaged 1",
        "damaged 2",
        "damaged 3",
    ]


def test_looking_at_a_notebook_changes_nothing(path: Path, folder: Path) -> None:
    with closing(open_file(path, folder, day(1))) as notebook:
        notebook.record_search("rock solid")
    was = (path.read_bytes(), path.stat().st_mtime_ns, names(path.parent))
    assert look_at(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns, names(path.parent)) == was


def test_looking_at_a_notebook_sees_what_another_program_is_writing(path: Path, folder: Path) -> None:
    with closing(open_file(path, folder, day(1))) as notebook:
        assert isinstance(notebook, Notebook)
        assert path.with_name("notebook.db-wal").stat().st_size  # the tables are in there alone
        assert look_at(path)
