"""What the notebook keeps of reading and searching is there at the next start."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.paths import UserFolders

from .conftest import MakeWindow
from .hands import Hands, settle


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return UserFolders(data=tmp_path, config=tmp_path, log=tmp_path / "log")


@pytest.fixture
def begin(make_window: MakeWindow, folders: UserFolders, qtbot: QtBot) -> Iterator[Callable[[], Hands]]:
    """Opens a window that keeps the notebook; the one before is closed first."""
    opened: list[MainWindow] = []

    def begin() -> Hands:
        for window in opened:
            window.close()
        window = make_window()
        opened.append(window)
        known: list[object] = []
        window.keep_notebook(folders)
        window._keeper.searches_known.connect(known.append)
        qtbot.waitUntil(lambda: bool(known))
        settle()
        return Hands(window, qtbot)

    yield begin
    for window in opened:
        window.close()


def earlier(hands: Hands) -> list[str]:
    panel = hands.window.workspace.side.results()
    return [one.text() for one in panel.findChildren(QPushButton) if one.isVisible() and one.property("link")]


def test_back_leads_to_places_of_the_last_time(begin: Callable[[], Hands]) -> None:
    first = begin()
    assert not first.window.workspace.history.can_go_back
    first.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/12"))
    first.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/30"))
    again = begin()
    seen = []
    while again.window.workspace.history.can_go_back:
        again.press("Alt+Left")
        seen.append(again.top())
    assert 12 in seen


def test_a_saved_search_is_offered_until_it_is_removed(begin: Callable[[], Hands], qtbot: QtBot) -> None:
    first = begin()
    first.search("futenma near return ")
    save = next(
        one for one in first.window.workspace.side.results()._menu.actions() if one.text() == "Save this search"
    )
    save.trigger()
    again = begin()
    again.window.workspace.side.show_face("results")
    settle()
    assert earlier(again) == ["futenma near return"]
    remove = next(
        one for one in again.window.findChildren(QToolButton) if one.toolTip() == "Remove" and one.isVisible()
    )
    again.click(remove)
    qtbot.waitUntil(lambda: earlier(again) == [])
    third = begin()
    third.window.workspace.side.show_face("results")
    settle()
    assert earlier(third) == []


def test_a_search_that_led_somewhere_is_offered_again(begin: Callable[[], Hands]) -> None:
    first = begin()
    for words in ("zebra", "rock solid", "Misawa City"):
        first.search(words)
        first.press("Enter")
    again = begin()
    again.window.workspace.side.show_face("results")
    settle()
    assert earlier(again) == ["Misawa City", "rock solid"]
    again.click(next(one for one in again.window.findChildren(QPushButton) if one.text() == "rock solid"))
    assert again.field.text() == "rock solid"
    assert again.rows()


def test_a_newer_notebook_is_told_and_the_window_works_on(begin: Callable[[], Hands], folders: UserFolders) -> None:
    begin().window.close()
    with closing(sqlite3.connect(folders.notebook, isolation_level=None)) as other:
        other.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('notebook', 'of_the_future')")
    hands = begin()
    assert hands.window.workspace.notices.text == (
        "The notebook was written by a newer version of this program and is left as it is; history is not saved."
    )
    hands.search("rock solid")
    hands.press("Enter")
    assert hands.marked("hit")
