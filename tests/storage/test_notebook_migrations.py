"""An older notebook becomes one of today without losing a word; a killed program leaves the old one or the new."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.notebook import open_notebook
from bluebook_desktop.storage.notebook_decisions import KeptDecisions
from bluebook_desktop.storage.notebook_migrations import STEPS, applied
from tests.storage import notebook_files
from tests.storage.notebook_files import (
    DECISION,
    EVENT,
    READER,
    day,
    folders_in,
    make_notebook_before,
    make_notebook_without_decisions,
    make_old_notebook,
)

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return folders_in(tmp_path / "home")


def steps_of(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return applied(connection)


def test_a_new_notebook_records_every_step(folders: UserFolders) -> None:
    notebook = open_notebook(folders, day(5)).notebook
    assert notebook is not None
    notebook.close()
    assert (
        steps_of(folders.notebook)
        == [step.name for step in STEPS]
        == ["create_visits", "create_searches", "create_decisions", "create_saved_searches"]
    )


def test_a_notebook_without_saved_searches_gets_them_and_keeps_all_that_it_had(folders: UserFolders) -> None:
    make_notebook_before(folders.notebook, "create_saved_searches")
    opened = open_notebook(folders, day(5))
    assert opened.notices == []
    assert opened.notebook is not None
    assert opened.notebook.visits() == [READER]
    assert opened.notebook.searches() == ["rock solid"]
    assert opened.notebook.saved_searches() == []
    opened.notebook.save_search("Futenma")
    assert opened.notebook.saved_searches() == ["Futenma"]
    opened.notebook.close()


def test_a_notebook_without_searches_gets_them_and_keeps_its_history(folders: UserFolders) -> None:
    make_old_notebook(folders.notebook)
    opened = open_notebook(folders, day(5))
    assert opened.notices == []
    assert opened.notebook is not None
    assert opened.notebook.visits() == [READER]
    opened.notebook.record_search("rock solid")
    assert opened.notebook.searches() == ["rock solid"]
    opened.notebook.close()


def test_a_notebook_without_decisions_gets_them_and_keeps_all_else(folders: UserFolders) -> None:
    make_notebook_without_decisions(folders.notebook)
    opened = open_notebook(folders, day(5))
    assert opened.notices == []
    notebook = opened.notebook
    assert notebook is not None
    assert (notebook.visits(), notebook.searches()) == ([READER], ["rock solid"])
    assert notebook.decisions() == KeptDecisions()
    notebook.put_decision(DECISION)
    assert notebook.decisions() == KeptDecisions((DECISION,))
    notebook.close()
    (copy,) = (folders.data / "backups").iterdir()
    assert copy.name == "notebook-2026-01-05-before-create_decisions.db"
    assert steps_of(copy) == ["create_visits", "create_searches"]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT text, times FROM searches").fetchall() == [("rock solid", 2)]


def test_the_notebook_is_copied_as_it_was_before_it_is_migrated(folders: UserFolders) -> None:
    make_old_notebook(folders.notebook)
    notebook = open_notebook(folders, day(5)).notebook
    assert notebook is not None
    notebook.close()
    (copy,) = (folders.data / "backups").iterdir()
    assert copy.name == "notebook-2026-01-05-before-create_searches.db"
    assert steps_of(copy) == ["create_visits"]
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT passage FROM visits").fetchall() == [(12,)]


def test_no_migration_is_begun_where_the_copy_cannot_be_made(folders: UserFolders) -> None:
    make_old_notebook(folders.notebook)
    (folders.data / "backups").write_text("in the way")
    opened = open_notebook(folders, day(5))
    assert opened.notebook is None
    assert opened.notices == ["The notebook cannot be backed up: file exists; history cannot be saved."]
    assert steps_of(folders.notebook) == ["create_visits"]


def test_a_failing_step_leaves_the_notebook_as_it_was(folders: UserFolders, monkeypatch: pytest.MonkeyPatch) -> None:
    make_old_notebook(folders.notebook)

    def create_searches(database: object) -> None:
        STEPS[1].apply(database)  # type: ignore[arg-type]
        raise ZeroDivisionError

    module = "bluebook_desktop.storage.notebook_migrations.STEPS"
    with monkeypatch.context() as patch:
        patch.setattr(module, (STEPS[0], STEPS[1]._replace(apply=create_searches)))
        with pytest.raises(ZeroDivisionError):
            open_notebook(folders, day(5))
    assert steps_of(folders.notebook) == ["create_visits"]
    notebook = open_notebook(folders, day(5)).notebook
    assert notebook is not None
    assert notebook.visits() == [READER]
    notebook.close()


def test_sqlite_utils_is_imported_only_to_migrate(folders: UserFolders) -> None:
    code = (
        "import sys; from bluebook_desktop.paths import user_folders;"
        "from bluebook_desktop.services.notebook import open_notebook;"
        "n = open_notebook(user_folders()).notebook; n.record_search('x'); n.close();"
        "print('sqlite_utils' in sys.modules)"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"BLUEBOOK_HOME": str(folders.data)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True", "False"]


@pytest.mark.skipif(sys.platform == "win32", reason="kills forked processes")
@pytest.mark.parametrize("before", ["nothing", "old", "damaged"])
def test_a_program_killed_at_any_step_leaves_the_old_notebook_or_the_new(tmp_path: Path, before: str) -> None:
    """Before every single deed on the disk while it opens, copies, migrates, restores and writes."""
    model = tmp_path / "model"
    model.mkdir()
    if before != "nothing":
        make_old_notebook(model / "notebook.db")
    if before == "damaged":
        (model / "backups").mkdir()
        shutil.copy(model / "notebook.db", model / "backups" / "notebook-2026-01-04.db")
        (model / "notebook.db").write_bytes(b"garbled " * 1000)
    roots = tmp_path / "roots"
    said = subprocess.run(
        [sys.executable, "-m", notebook_files.__name__, str(model), str(roots)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    killed = int(said)
    assert killed > 100
    for number in range(1, killed + 2):
        _is_old_or_new(folders_in(roots / str(number)), before)


def _is_old_or_new(folders: UserFolders, before: str) -> None:
    opened = open_notebook(folders, day(5))
    assert opened.notebook is not None, opened.notices
    visits, searches = opened.notebook.visits(), opened.notebook.searches()
    opened.notebook.close()
    old = [] if before == "nothing" else [READER]
    assert (visits, searches) in [(old, []), ([READER, EVENT], []), ([READER, EVENT], ["rock solid"])]
    assert not list(folders.data.rglob("*draft*")) + list(folders.data.glob("*.new"))
    if before == "damaged":
        (aside,) = folders.data.glob("notebook-damaged-*.db")
        assert aside.read_bytes() == b"garbled " * 1000
    for copy in (folders.data / "backups").glob("*.db"):
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
