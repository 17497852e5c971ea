"""What the tests of the window share: the theme, the real section, the window itself, and a look for what is left."""

import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.settings import Settings
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

from .desk import desk, folders, make_desk, slow_desk  # noqa: F401 - fixtures of tests that import
from .hands import Hands, settle

MakeWindow = Callable[..., MainWindow]

# No test is timed: what is waited for comes at once, or late on a loaded machine.
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitActive, QtBot.waitExposed):
    _wait.__kwdefaults__["timeout"] = 60_000


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, "light")
    theme.style()
    return theme


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The library of the real section."""
    folder = tmp_path_factory.mktemp("library")
    with closing(Library(address_of(build_file(folder, read_contents(), "of the tests")))) as library:
        yield library


@pytest.fixture(scope="session")
def section(library: Library) -> OpenSection:
    return OpenSection(library, library.editions()[0], library.section("2021-en/4.2.2"))


@pytest.fixture
def in_theme(theme: Theme) -> Iterator[Callable[[str], None]]:
    """Changes the theme for one test."""
    yield theme.choose
    theme.choose("light")


@pytest.fixture
def make_window(qtbot: QtBot, theme: Theme, library: Library) -> Iterator[MakeWindow]:
    """Opens the window as a start does: first the text, then the rest. The search answers at once."""
    made = []

    def make(settings: Settings | None = None, size: tuple[int, int] = (1280, 800)) -> MainWindow:
        window = MainWindow(theme, settings or Settings(None), library)
        qtbot.addWidget(window)
        made.append(window)
        if not window.restore_geometry():
            window.resize(*size)
        window.open_first()
        with qtbot.waitExposed(window):
            window.show()
        window.complete(lane=ImmediateLane())
        window.workspace.search.patience = 0
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        return window

    yield make
    for window in made:
        window.close()
    theme.choose("light")


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """The window at its first start, 1280 by 800."""
    return make_window()


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """What a user does with the window."""
    return Hands(window, qtbot)


@pytest.fixture(autouse=True)
def nothing_left_open(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window or a thread behind."""
    windows, threads = set(map(id, _windows())), set(threading.enumerate())
    yield
    for one in threading.enumerate():
        if one not in threads:
            one.join(timeout=2)
    left = [one.name for one in threading.enumerate() if one not in threads]
    assert not left, f"threads left behind: {left}"
    if any(id(one) not in windows for one in _windows()):
        gc.collect()  # takes too long to be done after every test
    still = [repr(one) for one in _windows() if id(one) not in windows]
    assert not still, f"windows left open: {still}"


def _windows() -> list[QWidget]:
    """The windows that are open: shown, or hidden with nobody to show them again."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.windowTitle() != "qtooltip_label"]


@pytest.fixture(scope="session", autouse=True)
def clean_clipboard(qapp: QApplication) -> Iterator[None]:
    """Words that a widget of ours copied must not outlive Python, which would crash at its very end."""
    yield
    QGuiApplication.clipboard().clear()
