"""The real window on a section in which the program found records, with a notebook."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.references import Kind, Reference, parse_locator
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.settings import Settings
from tests.gui.hands import Hands, settle
from tests.services.deciding import SECTION, bring_in

Begin = Callable[[], Hands]


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    folders = UserFolders(data=home, config=home, log=home / "log")
    bring_in(folders, tmp_path)
    return folders


@pytest.fixture
def begin(qtbot: QtBot, theme: Theme, folders: UserFolders) -> Iterator[Begin]:
    """Opens the window with the notebook; the one before is closed first."""
    with ExitStack() as before:

        def begin() -> Hands:
            before.close()
            opened = before.enter_context(closing(open_library(folders)))
            window = MainWindow(theme, Settings(None), opened.library)
            before.callback(window.close)
            qtbot.addWidget(window)
            window.resize(1280, 800)
            window.open_first(parse_locator(f"bluebook:{SECTION}"))
            window.complete(lane=ImmediateLane())
            with qtbot.waitExposed(window):
                window.show()
            with qtbot.waitSignal(window.workspace.desk.ready, check_params_cb=None):
                window.keep_notebook(folders)
            qtbot.waitUntil(lambda: window.workspace.desk.reason != "The notebook is being opened.")
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow)  # else keys go to the window of the test before
            settle()
            return Hands(window, qtbot)

        yield begin


@pytest.fixture
def hands(begin: Begin) -> Hands:
    return begin()


def section_of(hands: Hands) -> OpenSection:
    section = hands.window._section
    assert section is not None
    return section


def event_about(hands: Hands, words: str) -> Reference:
    """The event whose sentence holds some words, as the program found it."""
    section = section_of(hands)
    found = (one.id for one in section.found.events if words in one.excerpt.exact)
    return Reference(Kind.EVENT, section.id, next(found))


def select(hands: Hands, reference: Reference) -> None:
    """Select a record where it is shown."""
    hands.window.workspace.navigator.select(reference)
    settle()


def decide(hands: Hands, deed: Callable[[], None]) -> None:
    """Do something that is written into the notebook, and wait until it is shown."""
    with hands.qtbot.waitSignal(hands.window.workspace.desk.done):
        deed()
    settle()


def titles(hands: Hands) -> list[str]:
    """What the list of the tab that is open says, row by row."""
    model = hands.rows_view().model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]
