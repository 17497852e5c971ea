"""The program put together: what the user is told about the library, and what the options open."""

import gc
import logging
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.gui.app import Rest
from bluebook_desktop.gui.centre import TABS
from bluebook_desktop.gui.kept_keys import KeptKeys
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.single_instance import ring
from bluebook_desktop.gui.start import Options
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.logs import CrashLog
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.library import open_library
from bluebook_desktop.settings import Settings
from bluebook_desktop.storage.library import Library

from .hands import Hands, offscreen_cannot_raise, settle

Begin = Callable[..., Hands]


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    return UserFolders(data=home, config=home, log=home / "log")


@pytest.fixture
def begin(folders: UserFolders, qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """Starts the program's window within this process."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    logger = logging.getLogger("bluebook_desktop")
    logged = (list(logger.handlers), logger.level, logger.propagate)
    endings: list[Callable[[], object]] = []

    def begin(options: Options | None = None, crash_log: CrashLog | None = None) -> Hands:
        opened = open_library(folders)
        window = MainWindow(theme, Settings(folders.settings), opened.library)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.open_first(options.place if options else None)
        rest = Rest(window, folders, crash_log or CrashLog(folders.log), opened, options or Options())
        with qtbot.waitSignal(window.reader.view.first_painted):
            window.show()
        rest.build()
        rest.build()  # the timer of a start that paints late
        qtbot.waitUntil(lambda: rest.built)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        settle()
        endings.extend([window.close, rest.close, opened.close])
        return Hands(window, qtbot)

    yield begin
    for end in endings:
        end()
    for handler in set(logger.handlers) - set(logged[0]):
        handler.close()
    logger.handlers, logger.level, logger.propagate = logged
    gc.unfreeze()


def notice(hands: Hands) -> str:
    return hands.window.workspace.notices.text


def library_file(folders: UserFolders) -> Path:
    return folders.libraries / (folders.libraries / "current").read_text("utf-8").split("\n")[0]


def build(folders: UserFolders) -> Path:
    open_library(folders).close()
    return library_file(folders)


def test_keys_pressed_while_the_window_is_built_are_pressed_when_it_is_there(
    folders: UserFolders, qtbot: QtBot, theme: Theme
) -> None:
    with closing(open_library(folders)) as opened:
        window = _window(qtbot, theme, Settings(None), opened.library)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        keys, handle = KeptKeys(window), window.windowHandle()
        building = window.completing(lane=ImmediateLane())
        next(building)
        QTest.keySequence(handle, QKeySequence("Ctrl+K"))
        for _ in building:
            pass
        hands = Hands(window, qtbot)
        QTest.keySequence(handle, QKeySequence("Ctrl+K"))  # its action is there by now, and must wait as well
        for letter in "rock solid":
            QTest.keyClick(handle, letter)
        assert hands.field.text() == ""
        assert not hands.field.hasFocus()
        keys.press()
        assert hands.field.text() == "rock solid"
        assert hands.field.hasFocus()
        qtbot.keyClicks(hands.field, "!")
        assert hands.field.text() == "rock solid!"
        window.close()


def test_a_first_start_has_nothing_to_tell(begin: Begin) -> None:
    assert notice(begin()) == ""


@pytest.mark.skipif(sys.platform == "darwin", reason="the bundle has the icon there")
def test_the_title_bar_has_the_programs_icon(begin: Begin) -> None:
    icon = begin().window.windowIcon()
    assert sorted(size.width() for size in icon.availableSizes()) == [16, 32, 48, 128]
    image = icon.pixmap(32, 32).toImage()
    assert image.pixelColor(16, 4).name() == "#1f4f8f"  # the cover, above its lines


def test_a_damaged_library_is_told_in_one_sentence(begin: Begin, folders: UserFolders) -> None:
    build(folders).write_bytes(b"garbled" * 1_000)
    hands = begin()
    assert notice(hands) == ("The library file is damaged. It was rebuilt from the original texts; nothing is lost.")
    assert hands.sees(1, "Under the security")


def test_a_missing_library_is_told(begin: Begin, folders: UserFolders) -> None:
    build(folders).unlink()
    assert notice(begin()) == "The library file was missing. It was rebuilt from the original texts; nothing is lost."


def test_a_newer_library_is_told(begin: Begin, folders: UserFolders) -> None:
    with closing(sqlite3.connect(build(folders))) as connection:
        connection.execute("PRAGMA user_version = 999")
    hands = begin()
    assert notice(hands).startswith("The library was made by a newer version of this program and is left as it is.")
    assert hands.sees(1, "Under the security")


def test_where_nothing_can_be_saved_it_says_so_and_can_be_searched(begin: Begin, folders: UserFolders, qtbot) -> None:
    folders.data.write_text("in the way", "utf-8")
    hands = begin()
    assert notice(hands).split("\n")[0].endswith("The bundled edition is shown; nothing can be saved.")
    hands.search("rock solid")
    qtbot.waitUntil(lambda: hands.results is not None and bool(hands.rows()))


def test_a_crash_of_the_last_run_is_told(begin: Begin, folders: UserFolders) -> None:
    last = CrashLog(folders.log)
    last.start()
    last.write("what went wrong")
    last.end()
    log = CrashLog(folders.log)
    log.start()
    hands = begin(crash_log=log)
    log.end()
    assert notice(hands).startswith("The program ended unexpectedly the last time;")
    assert str(log.last) in notice(hands)


def test_the_options_open_place_tab_and_search(begin: Begin, qtbot: QtBot) -> None:
    place = parse_locator("bluebook:2021-en/4.2.2/12")
    hands = begin(Options(place=place, tab="facilities", search="Futenma"))
    assert (hands.tab, hands.top(), hands.field.text()) == ("facilities", 12, "Futenma")
    qtbot.waitUntil(lambda: bool(hands.rows()))


@offscreen_cannot_raise
def test_a_later_start_is_answered(begin: Begin, folders: UserFolders, qtbot: QtBot) -> None:
    hands = begin()
    assert ring(folders.socket, "bluebook:2021-en/4.2.2/12")
    qtbot.waitUntil(lambda: hands.top() == 12)


@offscreen_cannot_raise
def test_a_later_start_with_an_address_that_is_none_is_told(begin: Begin, folders: UserFolders, qtbot: QtBot) -> None:
    hands = begin()
    assert ring(folders.socket, "bluebook:2021-en/4.2.2/77")
    qtbot.waitUntil(lambda: "has no ¶ 77" in notice(hands))


@pytest.mark.parametrize("left", [1, 2, 3, 4, 5, 6, 7])
def test_a_window_can_be_closed_while_it_is_built_and_remembers_what_it_knew(
    left: int, folders: UserFolders, qtbot: QtBot, theme: Theme
) -> None:
    settings = Settings(folders.settings)
    settings.set("place", "bluebook:2021-en/4.2.2/12")
    settings.set("side_width", 333)
    with closing(open_library(folders)) as opened:
        steps = len(list(_window(qtbot, theme, Settings(None), opened.library).completing(lane=ImmediateLane())))
        window = _window(qtbot, theme, settings, opened.library)
        building = window.completing(lane=ImmediateLane())
        for _ in range(steps - left):
            next(building)
        settle()
        assert window.close()
        assert not window.isVisible()
    kept = Settings(folders.settings)
    assert (kept.get("place"), kept.get("side_width")) == ("bluebook:2021-en/4.2.2/12", 333)


def _window(qtbot: QtBot, theme: Theme, settings: Settings, library: Library) -> MainWindow:
    """A window at its first paint."""
    window = MainWindow(theme, settings, library)
    qtbot.addWidget(window)
    window.open_first()
    with qtbot.waitSignal(window.reader.view.first_painted):
        window.show()
    return window


def test_the_tabs_that_nobody_opened_are_made_ready_after_the_start(begin: Begin, qtbot: QtBot) -> None:
    hands = begin()
    centre = hands.window.workspace.centre
    stack = centre.findChild(QStackedWidget)
    qtbot.waitUntil(lambda: stack.count() == len(TABS), timeout=20_000)
    assert centre.tab == "reader"
    assert centre.made == {}
    hands.window.workspace.navigator.open_tab("facilities")
    assert stack.count() == len(TABS)
    assert centre.panel("facilities").status == "Facilities: 14"
