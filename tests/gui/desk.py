"""A window over a home of its own, in which imports happen at once, or step by step as a test wants."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.importing.dialog import ImportDialog
from bluebook_desktop.gui.importing.helpers import Helper, ImmediateHelper
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.import_jobs import Job, Message, run_job
from bluebook_desktop.services.library import open_library
from bluebook_desktop.settings import Settings

from .hands import Hands, settle

TEXT = """Diplomatic Bluebook 2019

Chapter 3

Interests of the Nation

{number} Efforts for Peace

In May 2018, Foreign Minister Kono Taro visited Ruritania. Minister Kono stated, “Japan will continue to work closely \
with Ruritania on peace.”

In June 2018, the talks went on.
"""


class StepByStep(QObject):
    """A helper that does nothing by itself: a test lets it go on, or end."""

    told = Signal(object)
    ended = Signal(bool)

    def __init__(self, folders: UserFolders) -> None:
        super().__init__()
        self._folders = folders
        self.messages: list[Message] = []
        self.cancelled = self.closed = False

    def start(self, job: Job) -> None:
        self.job = job

    def work(self) -> None:
        """Do the job, but keep what is told."""
        run_job(self._folders, self.job, self.messages.append)

    def tell(self, number: int) -> None:
        """Tell so many messages."""
        for message in self.messages[:number]:
            self.told.emit(message)
        del self.messages[:number]
        settle()

    def end(self, by_itself: bool = True) -> None:
        self.ended.emit(by_itself)
        settle()

    def cancel(self) -> None:
        self.cancelled = True

    def close(self) -> None:
        self.closed = True


class Desk(Hands):
    """A user of the window who imports."""

    def __init__(self, window: MainWindow, qtbot: QtBot, folders: UserFolders, files: Path) -> None:
        super().__init__(window, qtbot)
        self.folders, self.files = folders, files
        self.helpers: list[StepByStep] = []

    def write_file(self, name: str, text: str = TEXT, number: int = 1) -> Path:
        path = self.files / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(number=number), "utf-8")
        return path

    def take(self, *paths: Path) -> ImportDialog:
        """Choose files, as the file dialog or a drop gives them."""
        self.window.importing.take(list(paths))
        settle()
        return self.import_dialog()

    def import_dialog(self) -> ImportDialog:
        dialog = self.window.findChild(ImportDialog)
        assert dialog is not None
        return dialog

    def import_all(self, *paths: Path) -> ImportDialog:
        """Choose files and import them where they say they belong."""
        dialog = self.take(*paths)
        self.click(dialog.act)
        return dialog

    def rows_of(self, dialog: ImportDialog) -> list[list[str]]:
        """The table's words, row by row."""
        model = dialog.model
        return [[str(model.index(r, c).data()) for c in range(4)] for r in range(model.rowCount())]

    def listed(self) -> list[str]:
        """All rows of the contents."""
        found, index = [], self.contents.model().index(0, 0)
        while index.isValid():
            found.append(str(index.data()))
            index = self.contents.indexBelow(index)
        return found

    def said(self) -> str:
        """What the window's notice says."""
        return self.window.workspace.notices.text

    def shown(self) -> str:
        page = self.window.reader.view.page
        assert page is not None
        return page.document.toPlainText()

    def step_helper(self) -> StepByStep:
        """The helper that works just now."""
        return self.helpers[-1]


MakeDesk = Callable[[bool], Desk]


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    return UserFolders(data=home, config=home, log=home / "log")


@pytest.fixture
def make_desk(qtbot: QtBot, theme: Theme, folders: UserFolders, tmp_path: Path) -> Iterator[MakeDesk]:
    with closing(open_library(folders)) as opened:
        made: list[MainWindow] = []

        def make(step_by_step: bool = False) -> Desk:
            window = MainWindow(theme, Settings(None), opened.library)
            made.append(window)
            qtbot.addWidget(window)
            window.resize(1280, 800)
            window.open_first()
            window.complete(lane=ImmediateLane())
            desk = Desk(window, qtbot, folders, tmp_path / "files")

            def helper(parent: QObject) -> Helper:
                if not step_by_step:
                    return ImmediateHelper(folders, parent)
                desk.helpers.append(StepByStep(folders))
                return desk.helpers[-1]

            window.importing.use(window, folders, helper, ImmediateLane())
            with qtbot.waitExposed(window):
                window.show()
            window.activateWindow()
            settle()
            return desk

        yield make
        for window in made:
            window.close()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A window in which imports happen at once."""
    return make_desk(False)


@pytest.fixture
def slow_desk(make_desk: MakeDesk) -> Desk:
    """A window in which imports go on only as a test wants."""
    return make_desk(True)
