"""The real helper program: it imports, is cancelled at once, and ends with the window."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.importing.helpers import ProcessHelper
from bluebook_desktop.paths import HOME_VARIABLE, UserFolders
from bluebook_desktop.services.import_jobs import Action, Job, Message
from bluebook_desktop.storage.originals import Originals

from ..desk import TEXT


class Watched:
    """A helper with what it told."""

    def __init__(self) -> None:
        self.helper = ProcessHelper()
        self.told: list[Message] = []
        self.ended: list[bool] = []
        self.helper.told.connect(self.told.append)
        self.helper.ended.connect(self.ended.append)

    @property
    def kinds(self) -> list[str]:
        return [one.get("phase", one["kind"]) for one in self.told]


@pytest.fixture
def watched(qtbot: QtBot, folders: UserFolders, monkeypatch: pytest.MonkeyPatch) -> Watched:
    monkeypatch.setenv(HOME_VARIABLE, str(folders.data))
    return Watched()


def write(folder: Path, number: int = 1) -> Path:
    path = folder / f"{number}.txt"
    path.write_text(TEXT.format(number=number), "utf-8")
    return path


def test_a_job_is_done_and_told_step_by_step(
    watched: Watched, qtbot: QtBot, folders: UserFolders, tmp_path: Path
) -> None:
    watched.helper.start(Job(Action.IMPORT, (write(tmp_path),)))
    qtbot.waitUntil(lambda: bool(watched.ended), timeout=20_000)
    assert watched.ended == [True]
    assert watched.kinds == ["reading", "finding", "read", "building", "committing", "report"]
    assert [one.section for one in Originals(folders.originals).active()] == ["3.1"]


def test_a_cancelled_helper_ends_at_once_and_leaves_everything_as_it_was(
    watched: Watched, qtbot: QtBot, folders: UserFolders, tmp_path: Path
) -> None:
    many = tuple(write(tmp_path, number) for number in range(200))
    watched.helper.start(Job(Action.IMPORT, many))
    qtbot.waitUntil(lambda: len(watched.told) > 6, timeout=20_000)
    watched.helper.cancel()
    qtbot.waitUntil(lambda: bool(watched.ended), timeout=20_000)
    assert "report" not in watched.kinds
    assert not folders.libraries.exists()
    # Killed while it wrote, it leaves a draft that the next import takes away.
    assert [one for one in folders.originals.glob("*") if not one.name.startswith("new-")] == []


def test_a_helper_that_is_busy_in_one_file_is_cancelled_too(
    watched: Watched, qtbot: QtBot, folders: UserFolders, tmp_path: Path
) -> None:
    path = tmp_path / "long.txt"
    path.write_text(TEXT.format(number=1) + "\nIn May 2018, Minister Kono Taro said that talks go on.\n" * 60_000)
    watched.helper.start(Job(Action.IMPORT, (path,)))
    qtbot.waitUntil(lambda: bool(watched.told), timeout=20_000)
    watched.helper.cancel()
    qtbot.waitUntil(lambda: bool(watched.ended), timeout=20_000)
    assert "report" not in watched.kinds
    assert not folders.libraries.exists()


def test_a_closed_window_leaves_no_helper_behind(watched: Watched, qtbot: QtBot, tmp_path: Path) -> None:
    watched.helper.start(Job(Action.IMPORT, tuple(write(tmp_path, number) for number in range(200))))
    qtbot.waitUntil(lambda: bool(watched.told), timeout=20_000)
    watched.helper.close()
    assert watched.ended == []
    assert watched.helper._process.processId() == 0


def test_a_program_that_is_not_there_is_told(
    watched: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("bluebook_desktop.gui.importing.helpers.command_line", lambda: [str(tmp_path / "none")])
    watched.helper.start(Job(Action.LOOK, (tmp_path,)))
    qtbot.waitUntil(lambda: bool(watched.ended), timeout=20_000)
    assert watched.ended == [False]
