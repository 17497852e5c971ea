"""Opening the notebook: what was there is there, and whatever is wrong is said in one sentence."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bluebook_desktop.domain.notebook import Visit
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.notebook import OpenedNotebook, open_notebook
from bluebook_desktop.storage.notebook import Notebook
from tests.storage.notebook_files import (
    EVENT,
    READER,
    SECTION,
    add_migration_of_the_future,
    day,
    folders_in,
    make_old_notebook,
)

NEWER = "The notebook was written by a newer version of this program and is left as it is; history is not saved."
KEPT = "The notebook was damaged and is kept as notebook-damaged-{}.db"
EMPTY = "The notebook was empty and is kept as notebook-damaged-{}.db"


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return folders_in(tmp_path / "home")


def notebook_of(opened: OpenedNotebook) -> Notebook:
    assert opened.notebook is not None, opened.notices
    return opened.notebook


def use_on(number: int, folders: UserFolders) -> None:
    """A day with the program that searches for something."""
    with closing(notebook_of(open_notebook(folders, day(number)))) as notebook:
        notebook.replace_visits([READER, EVENT])
        notebook.record_search(f"search of day {number}")


def found_on(number: int, folders: UserFolders) -> tuple[list[str], list[str]]:
    """What is in the notebook that day, and what is said."""
    opened = open_notebook(folders, day(number))
    with closing(notebook_of(opened)) as notebook:
        return notebook.searches(), opened.notices


def files(folders: UserFolders) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folders.data.glob("notebook*") if path.name != "notebook.lock"}


def test_a_first_start_begins_a_notebook_and_says_nothing(folders: UserFolders) -> None:
    assert found_on(1, folders) == ([], [])
    assert sorted(path.name for path in folders.data.iterdir()) == ["notebook.db", "notebook.lock"]


def test_history_and_searches_are_there_at_the_next_start(folders: UserFolders) -> None:
    use_on(1, folders)
    opened = open_notebook(folders, day(1))
    with closing(notebook_of(opened)) as notebook:
        assert (notebook.visits(), notebook.searches()) == ([READER, EVENT], ["search of day 1"])
    assert opened.notices == []


def test_there_is_a_copy_for_each_day_of_use(folders: UserFolders) -> None:
    for number in (1, 2, 2, 3):
        use_on(number, folders)
    copies = sorted(path.name for path in (folders.data / "backups").iterdir())
    assert copies == ["notebook-2026-01-02.db", "notebook-2026-01-03.db"]


def test_a_newer_notebook_is_refused_and_not_touched(folders: UserFolders) -> None:
    use_on(1, folders)
    add_migration_of_the_future(folders.notebook)
    was, at = files(folders), folders.notebook.stat().st_mtime_ns
    assert open_notebook(folders, day(2)) == OpenedNotebook(None, [NEWER])
    assert files(folders) == was
    assert list(was) == ["notebook.db"]
    assert folders.notebook.stat().st_mtime_ns == at
    assert not (folders.data / "backups").exists()


def test_a_newer_notebook_that_another_program_has_open_is_refused(folders: UserFolders) -> None:
    """Its record of the newer step is in the write-ahead log alone."""
    use_on(1, folders)
    with closing(sqlite3.connect(folders.notebook, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('notebook', 'create_notes')")
        was = folders.notebook.read_bytes(), folders.notebook.with_name("notebook.db-wal").read_bytes()
        assert open_notebook(folders, day(2)) == OpenedNotebook(None, [NEWER])
        assert was == (folders.notebook.read_bytes(), folders.notebook.with_name("notebook.db-wal").read_bytes())


def test_a_newer_notebook_is_refused_even_if_it_is_damaged(folders: UserFolders) -> None:
    use_on(1, folders)
    add_migration_of_the_future(folders.notebook)
    with closing(sqlite3.connect(folders.notebook)) as connection:
        connection.execute("DROP TABLE visits")
    was = files(folders)
    assert open_notebook(folders, day(2)) == OpenedNotebook(None, [NEWER])
    assert files(folders) == was


def test_steps_of_other_programs_in_the_file_are_none_of_ours(folders: UserFolders) -> None:
    use_on(1, folders)
    with closing(sqlite3.connect(folders.notebook)) as connection, connection:
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('other', 'create_notes')")
    assert found_on(1, folders) == (["search of day 1"], [])


@pytest.mark.parametrize("content", [b"garbled " * 2000, b"short", b"SQLite format 3\0" + b"\0" * 4080])
def test_a_damaged_notebook_is_set_aside_and_its_newest_copy_opened(folders: UserFolders, content: bytes) -> None:
    for number in (1, 2, 3):
        use_on(number, folders)
    folders.notebook.write_bytes(content)
    searches, notices = found_on(4, folders)
    assert searches == ["search of day 2", "search of day 1"]
    assert notices == [f"{KEPT.format('2026-01-04')}; its copy of 2026-01-03 was opened in its stead."]
    assert files(folders)["notebook-damaged-2026-01-04.db"] == content
    assert found_on(4, folders) == (searches, [])


def test_a_damaged_notebook_without_a_copy_is_set_aside_and_an_empty_one_begun(folders: UserFolders) -> None:
    use_on(1, folders)
    folders.notebook.write_bytes(b"garbled " * 2000)
    assert found_on(1, folders) == (
        [],
        [f"{KEPT.format('2026-01-01')}; there is no sound copy, so an empty one was begun."],
    )
    assert files(folders)["notebook-damaged-2026-01-01.db"] == b"garbled " * 2000


def test_damaged_and_newer_copies_are_passed_over(folders: UserFolders) -> None:
    for number in (1, 2, 3, 4):
        use_on(number, folders)
    copies = folders.data / "backups"
    (copies / "notebook-2026-01-04.db").write_bytes(b"garbled " * 2000)
    add_migration_of_the_future(copies / "notebook-2026-01-03.db")
    folders.notebook.write_bytes(b"garbled " * 2000)
    searches, notices = found_on(5, folders)
    assert searches == ["search of day 1"]
    assert "its copy of 2026-01-02 was opened" in notices[0]


def test_a_cut_off_notebook_is_replaced_by_its_newest_copy(folders: UserFolders) -> None:
    for number in (1, 2):
        use_on(number, folders)
    folders.notebook.write_bytes(folders.notebook.read_bytes()[:9000])
    searches, notices = found_on(2, folders)
    assert searches == ["search of day 1"]
    assert len(notices) == 1


def test_a_notebook_of_another_program_is_set_aside(folders: UserFolders) -> None:
    folders.data.mkdir()
    with closing(sqlite3.connect(folders.notebook)) as connection:
        connection.execute("CREATE TABLE recipes (name)")
    was = folders.notebook.read_bytes()
    assert found_on(1, folders)[0] == []
    assert files(folders)["notebook-damaged-2026-01-01.db"] == was


def test_a_notebook_that_lacks_a_table_it_records_is_replaced(folders: UserFolders) -> None:
    for number in (1, 2):
        use_on(number, folders)
    with closing(sqlite3.connect(folders.notebook)) as connection:
        connection.execute("DROP TABLE searches")
    searches, notices = found_on(2, folders)
    assert searches == ["search of day 1"]
    assert len(notices) == 1


def test_a_lost_notebook_is_replaced_by_its_newest_copy(folders: UserFolders) -> None:
    for number in (1, 2):
        use_on(number, folders)
    folders.notebook.unlink()
    assert found_on(3, folders) == (
        ["search of day 1"],
        ["The notebook was missing; its copy of 2026-01-02 was opened in its stead."],
    )


def test_an_empty_notebook_is_kept_and_its_newest_copy_opened(folders: UserFolders) -> None:
    for number in (1, 2):
        use_on(number, folders)
    folders.notebook.write_bytes(b"")
    assert found_on(3, folders) == (
        ["search of day 1"],
        [f"{EMPTY.format('2026-01-03')}; its copy of 2026-01-02 was opened in its stead."],
    )
    assert files(folders)["notebook-damaged-2026-01-03.db"] == b""
    assert found_on(3, folders) == (["search of day 1"], [])


def test_an_empty_notebook_without_a_copy_is_kept_and_told(folders: UserFolders) -> None:
    use_on(1, folders)
    folders.notebook.write_bytes(b"")
    said = f"{EMPTY.format('2026-01-01')}; there is no sound copy, so an empty one was begun."
    assert found_on(1, folders) == ([], [said])
    assert files(folders)["notebook-damaged-2026-01-01.db"] == b""
    assert found_on(1, folders) == ([], [])


def test_the_log_of_an_emptied_notebook_is_kept_whole(folders: UserFolders) -> None:
    """What was written last stands in the log alone, which SQLite throws away beside an empty file."""
    with closing(notebook_of(open_notebook(folders, day(1)))) as notebook:
        notebook.record_search("in the log")
        log = folders.notebook.with_name("notebook.db-wal").read_bytes()
    folders.notebook.write_bytes(b"")
    folders.notebook.with_name("notebook.db-wal").write_bytes(log)
    assert found_on(1, folders)[0] == []
    assert files(folders)["notebook-damaged-2026-01-01.db-wal"] == log


def test_a_first_start_that_was_cut_off_is_no_loss(folders: UserFolders) -> None:
    folders.data.mkdir()
    with closing(sqlite3.connect(folders.notebook)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert folders.notebook.stat().st_size > 0
    assert found_on(1, folders) == ([], [])


def test_the_log_of_a_lost_notebook_is_not_played_into_the_next(folders: UserFolders) -> None:
    for number in (1, 2):
        use_on(number, folders)
    log = folders.notebook.with_name("notebook.db-wal")
    with closing(notebook_of(open_notebook(folders, day(2)))) as notebook:
        notebook.record_search("in the log")
        shutil.copy(log, folders.data / "saved")
    folders.notebook.unlink()
    (folders.data / "saved").rename(log)
    was = log.read_bytes()
    assert found_on(3, folders)[0] == ["search of day 1"]
    assert files(folders)["notebook-damaged-2026-01-03.db-wal"] == was


def test_an_old_copy_is_migrated_when_it_is_taken(folders: UserFolders) -> None:
    make_old_notebook(folders.data / "backups" / "notebook-2026-01-01.db")
    opened = open_notebook(folders, day(5))
    with closing(notebook_of(opened)) as notebook:
        assert (notebook.visits(), notebook.searches()) == ([READER], [])


def test_whatever_bytes_are_garbled_the_notebook_opens_and_the_old_file_is_kept(tmp_path: Path) -> None:
    model = folders_in(tmp_path / "model")
    for number in (1, 2):
        use_on(number, model)
    sound, chance = model.notebook.read_bytes(), random.Random(3)  # noqa: S311
    for number in range(60):
        folders = folders_in(tmp_path / str(number))
        shutil.copytree(model.data, folders.data)
        garbled = bytearray(sound)
        for _ in range(chance.randint(1, 40)):
            garbled[chance.randrange(len(garbled))] = chance.randrange(256)
        folders.notebook.write_bytes(garbled)
        opened = open_notebook(folders, day(3))
        if opened.notices == [NEWER]:
            assert folders.notebook.read_bytes() == garbled
            continue
        with closing(notebook_of(opened)) as notebook:
            assert all(isinstance(visit.passage, int) for visit in notebook.visits())
            notebook.replace_visits([EVENT, READER])
            assert notebook.visits() == [EVENT, READER]
            notebook.record_search("rock solid")
            assert notebook.searches()[0] == "rock solid"
        if opened.notices:
            assert files(folders)["notebook-damaged-2026-01-03.db"] == garbled


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows deletes no file that is open")


@posix
@pytest.mark.parametrize("gone", ["the file", "the file and its log", "the folder"])
def test_a_notebook_deleted_while_it_is_open_is_written_anew_with_all_it_held(folders: UserFolders, gone: str) -> None:
    use_on(1, folders)
    with closing(notebook_of(open_notebook(folders, day(1)))) as notebook:
        notebook.record_search("before")
        if gone == "the folder":
            shutil.rmtree(folders.data)
        else:
            folders.notebook.unlink()
        if gone == "the file and its log":
            for tail in ("-wal", "-shm"):
                folders.notebook.with_name(f"notebook.db{tail}").unlink()
        notebook.record_search("after")
        notebook.record_search("last")
    assert found_on(1, folders) == (["last", "after", "before", "search of day 1"], [])


@posix
def test_a_notebook_that_another_took_the_place_of_is_told_and_left_alone(folders: UserFolders) -> None:
    use_on(1, folders)
    with closing(notebook_of(open_notebook(folders, day(1)))) as notebook:
        other = folders.notebook.with_name("other.db")
        shutil.copy(folders.notebook, other)
        other.replace(folders.notebook)
        was = folders.notebook.read_bytes()
        with pytest.raises(BluebookError, match="was replaced while it is open; start the program anew"):
            notebook.record_search("nowhere")
        assert folders.notebook.read_bytes() == was


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    opened = open_notebook(folders_in(tmp_path / "file" / "home"), day(1))
    assert opened == OpenedNotebook(None, ["The notebook cannot be opened: not a directory; history cannot be saved."])


@contextmanager
def _as_nobody() -> Iterator[None]:
    """Root may write everywhere: as somebody else for the while."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("there", ["nothing", "a notebook"])
def test_a_read_only_folder_is_told_and_nothing_changes(there: str) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folder is closed to others
        folders = folders_in(Path(name))
        if there == "a notebook":
            use_on(1, folders)
        was = files(folders)
        for path in folders.data.iterdir():
            path.chmod(0o444)
        folders.data.chmod(0o555)
        with _as_nobody():
            opened = open_notebook(folders, day(2))
        folders.data.chmod(0o755)
        assert opened.notebook is None
        (notice,) = opened.notices
        assert notice.startswith("The notebook cannot be opened: ")
        assert notice.endswith("; history cannot be saved.")
        assert files(folders) == was


_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.services.notebook import open_notebook
from tests.storage.notebook_files import day, folders_in
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
opened = open_notebook(folders_in(Path(sys.argv[1])), day(int(sys.argv[3])))
print("open" if opened.notebook else "none", *opened.notices, sep="|")
if opened.notebook:
    try:
        opened.notebook.record_search("x" * 200_000)
    except BluebookError as error:
        print(error)
    opened.notebook.close()
"""


def on_a_full_disk(folders: UserFolders, room: int, number: int = 1) -> list[str]:
    """What is said where no file can grow beyond so many bytes."""
    command = [sys.executable, "-c", _ON_A_FULL_DISK, str(folders.data), str(room), str(number)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_first_start_on_a_full_disk_is_told(folders: UserFolders) -> None:
    (said,) = on_a_full_disk(folders, 100)
    assert said.startswith("none|The notebook cannot be opened: ")
    assert said.endswith("; history cannot be saved.")
    assert found_on(1, folders) == ([], [])


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_write_on_a_full_disk_is_told_and_loses_nothing(folders: UserFolders) -> None:
    use_on(1, folders)
    opened, failed = on_a_full_disk(folders, 100_000)
    assert opened == "open"
    assert failed.startswith("The notebook cannot be written: ")
    assert found_on(1, folders) == (["search of day 1"], [])


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_migration_on_a_full_disk_leaves_the_old_notebook(folders: UserFolders) -> None:
    make_old_notebook(folders.notebook)
    was = folders.notebook.read_bytes()
    (said,) = on_a_full_disk(folders, 8192)
    assert said.startswith("none|The notebook cannot be ")
    assert folders.notebook.read_bytes() == was
    with closing(notebook_of(open_notebook(folders, day(1)))) as notebook:
        assert notebook.visits() == [READER]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_daily_copy_on_a_full_disk_is_told_and_the_notebook_opens(folders: UserFolders) -> None:
    with closing(notebook_of(open_notebook(folders, day(1)))) as notebook:
        notebook.replace_visits([Visit("reader", None, 1, SECTION * 900)] * 20)
    said = on_a_full_disk(folders, 50_000, number=2)
    assert said[0].startswith("open|The notebook cannot be backed up: ")
    assert list((folders.data / "backups").iterdir()) == []


def test_another_program_that_is_opening_the_notebook_is_waited_for(folders: UserFolders) -> None:
    use_on(1, folders)
    code = (
        "import sys; from pathlib import Path; from bluebook_desktop.storage.notebook import opening\n"
        "with opening(Path(sys.argv[1])): print('in', flush=True); sys.stdin.read()"
    )
    found: list[tuple[list[str], list[str]]] = []
    waiting = threading.Thread(target=lambda: found.append(found_on(1, folders)))
    run = [sys.executable, "-c", code, str(folders.data)]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "in\n"
        waiting.start()
        waiting.join(0.3)
        assert waiting.is_alive()
        other.stdin.close()
        waiting.join(60)
    assert found == [(["search of day 1"], [])]
