"""The notebook reads back what was written, and keeps what was there whatever happens."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.notebook import LONGEST_HISTORY, NotebookChange, Visit
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.storage.notebook import Notebook, open_file
from tests.storage.notebook_files import EVENT, PASSAGE, READER, SECTION, day


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notebook.db"


@pytest.fixture
def notebook(path: Path) -> Iterator[Notebook]:
    with closing(open_file(path, path.parent / "backups", day(5))) as opened:
        yield opened


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_a_new_notebook_is_empty(notebook: Notebook) -> None:
    assert (notebook.visits(), notebook.searches()) == ([], [])


def test_the_history_comes_back_in_order_after_a_restart(path: Path) -> None:
    with closing(open_file(path, path.parent / "backups", day(5))) as notebook:
        notebook.replace_visits([READER, EVENT, PASSAGE, READER])
    with closing(open_file(path, path.parent / "backups", day(6))) as notebook:
        assert notebook.visits() == [READER, EVENT, PASSAGE, READER]


_references = st.none() | st.builds(Reference, st.sampled_from(Kind), st.text(), st.text())
_visits = st.lists(st.builds(Visit, st.sampled_from(["reader", "timeline"]), _references, st.integers(1, 9), st.text()))


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(histories=st.lists(_visits, max_size=4))
def test_whatever_history_is_written_is_read_back(notebook: Notebook, histories: list[list[Visit]]) -> None:
    for history in histories:
        notebook.replace_visits(history)
        assert notebook.visits() == history


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 2)), max_size=12))
def test_a_history_of_few_places_is_read_back_however_it_moves(
    notebook: Notebook, steps: list[tuple[int, int, int]]
) -> None:
    history: list[Visit] = []
    for lost_first, lost_last, place in steps:
        history = [*history[lost_first : len(history) - lost_last], (READER, EVENT, PASSAGE)[place]]
        notebook.replace_visits(history)
        assert notebook.visits() == history


def test_the_last_two_hundred_places_are_kept(notebook: Notebook) -> None:
    history = [Visit("reader", None, number, SECTION) for number in range(1, LONGEST_HISTORY + 51)]
    notebook.replace_visits(history)
    assert notebook.visits() == history[50:]


def test_a_place_that_stays_in_the_history_keeps_its_time(path: Path) -> None:
    with closing(open_file(path, path.parent / "backups", day(5))) as notebook:
        notebook.replace_visits([READER, EVENT, PASSAGE])
    with closing(open_file(path, path.parent / "backups", day(6))) as notebook:
        notebook.replace_visits([EVENT, READER])
    assert rows(path, "SELECT tab, visited_at FROM visits ORDER BY position") == [
        ("timeline", "2026-01-05T12:00:00+00:00"),
        ("reader", "2026-01-06T12:00:00+00:00"),
    ]


def test_times_are_kept_in_utc(path: Path) -> None:
    in_tokyo = datetime(2026, 1, 5, 8, 30, tzinfo=timezone(timedelta(hours=9)))
    with closing(open_file(path, path.parent / "backups", lambda: in_tokyo)) as notebook:
        notebook.replace_visits([READER])
    assert rows(path, "SELECT visited_at FROM visits") == [("2026-01-04T23:30:00+00:00",)]


def test_a_write_tells_what_it_changed(notebook: Notebook) -> None:
    assert notebook.replace_visits([READER]) == NotebookChange(visits=True)
    assert notebook.replace_visits([READER]) == NotebookChange()
    assert notebook.record_search("rock solid") == NotebookChange(searches=True)
    assert notebook.record_search(" \n ") == NotebookChange()


def test_searches_come_newest_first_and_each_once(notebook: Notebook) -> None:
    for text in ("Futenma", "rock solid", "  Futenma ", "SM-3"):
        notebook.record_search(text)
    assert notebook.searches() == ["SM-3", "Futenma", "rock solid"]
    assert notebook.searches(limit=1) == ["SM-3"]


def test_how_often_something_was_searched_for_is_counted(path: Path, notebook: Notebook) -> None:
    for text in ("Futenma", "rock solid", "Futenma"):
        notebook.record_search(text)
    assert rows(path, "SELECT text, times FROM searches ORDER BY text") == [("Futenma", 2), ("rock solid", 1)]


@pytest.mark.parametrize("text", ["'; DROP TABLE searches; --", "NEAR(", "a\0b", "“", "x" * 10_000, "日米"])
def test_any_words_can_be_recorded(notebook: Notebook, text: str) -> None:
    notebook.record_search(text)
    assert notebook.searches() == [text]


def test_half_a_surrogate_pair_is_recorded_as_a_question_mark(notebook: Notebook) -> None:
    notebook.record_search("Futenma \ud800")
    assert notebook.searches() == ["Futenma ?"]


def test_a_place_of_an_unknown_kind_is_left_out(path: Path, notebook: Notebook) -> None:
    notebook.replace_visits([READER, EVENT])
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE visits SET kind = 'treaty' WHERE kind = 'event'")
    assert notebook.visits() == [READER]


def test_garbled_letters_are_read_as_such(path: Path, notebook: Notebook) -> None:
    notebook.record_search("Futenma")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE searches SET text = CAST(x'46ff' AS TEXT)")
    assert notebook.searches() == ["F\ufffd"]


@pytest.mark.parametrize("change", ["visits SET passage = 'first'", "searches SET text = x'00'"])
def test_the_tables_take_no_values_of_another_type(path: Path, notebook: Notebook, change: str) -> None:
    notebook.replace_visits([READER])
    notebook.record_search("Futenma")
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE {change}")


def test_the_file_is_written_safely(path: Path, notebook: Notebook) -> None:
    connection = notebook._connection
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)  # FULL
    assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_full_disk_is_told_and_nothing_is_lost(notebook: Notebook) -> None:
    notebook.replace_visits([READER, EVENT])
    pages = notebook._connection.execute("PRAGMA page_count").fetchone()[0]
    notebook._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(BluebookError, match=r"^The notebook cannot be written: the disk is full\.$"):
        notebook.record_search("x" * 100_000)
    with pytest.raises(BluebookError, match="the disk is full"):
        notebook.replace_visits([Visit("reader", None, 1, "s" * 100_000)])
    assert (notebook.visits(), notebook.searches()) == ([READER, EVENT], [])
    notebook.record_search("rock solid")
    assert notebook.searches() == ["rock solid"]


def test_a_write_that_another_program_blocks_for_too_long_is_told(path: Path, notebook: Notebook) -> None:
    notebook._connection.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BluebookError, match=r"^The notebook cannot be written: another program is using it\.$"):
            notebook.record_search("rock solid")
        other.execute("ROLLBACK")
    notebook.record_search("Futenma")
    assert notebook.searches() == ["Futenma"]


def test_it_can_be_used_from_a_thread_that_did_not_open_it(notebook: Notebook) -> None:
    threads = [threading.Thread(target=notebook.record_search, args=(f"word {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(notebook.searches()) == [f"word {n}" for n in range(8)]


_WRITER = """
import sys
from pathlib import Path
from bluebook_desktop.domain.notebook import Visit
from bluebook_desktop.storage.notebook import open_file
from tests.storage.notebook_files import day
path, name = Path(sys.argv[1]), sys.argv[2]
notebook = open_file(path, path.parent / "backups", day(5))
print("ready", flush=True)
for number in range(int(sys.argv[3])):
    notebook.replace_visits([Visit("reader", None, number, name)] * 20)
    notebook.record_search(f"{name} {number % 10}")
notebook.close()
"""


def start_writer(path: Path, name: str, times: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-c", _WRITER, str(path), name, str(times)]
    return subprocess.Popen(command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE)


def test_two_programs_at_once_lose_nothing(path: Path) -> None:
    writers = [start_writer(path, name, 40) for name in ("one", "two")]
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    with closing(open_file(path, path.parent / "backups", day(5))) as notebook:
        assert len(notebook.searches(100)) == 20
        assert len(notebook.visits()) == 20
        assert len(set(notebook.visits())) == 1
    assert rows(path, "SELECT sum(times) FROM searches") == [(80,)]
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def test_a_writer_killed_at_any_moment_leaves_one_whole_history(path: Path) -> None:
    for _ in range(3):
        writer = start_writer(path, "one", 1_000_000)
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            writer.wait(timeout=0.3)
        writer.kill()
        writer.wait()
        writer.stdout.close()
        with closing(open_file(path, path.parent / "backups", day(5))) as notebook:
            visits = notebook.visits()
        assert len(visits) == 20
        assert len(set(visits)) == 1
        assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def test_searches_are_kept_until_they_are_removed(notebook: Notebook) -> None:
    assert notebook.save_search(" rock   solid ") == NotebookChange(saved_searches=True)
    assert notebook.save_search("Futenma \ud800") == NotebookChange(saved_searches=True)
    assert notebook.save_search("rock solid") == NotebookChange()
    assert notebook.save_search("  ") == NotebookChange()
    assert notebook.saved_searches() == ["rock solid", "Futenma ?"]
    assert notebook.remove_saved_search("rock solid") == NotebookChange(saved_searches=True)
    assert notebook.remove_saved_search("rock solid") == NotebookChange()
    assert notebook.saved_searches() == ["Futenma ?"]
