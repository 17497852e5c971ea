"""*Your decisions*: what is listed, and what can be done with it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget

from bluebook_desktop.gui.dialogs.decisions import DecisionsDialog
from bluebook_desktop.paths import UserFolders
from tests.gui.decisions.conftest import Begin, begin, decide, event_about, folders, select, titles
from tests.gui.hands import Hands, settle
from tests.services.deciding import SECTION, TEXT, bring_in

__all__ = ["begin", "folders"]  # pytest finds them here


@pytest.fixture
def hands(begin: Begin) -> Hands:
    return begin()


def open_dialog(hands: Hands) -> DecisionsDialog:
    hands.press("Ctrl+Shift+D")
    dialog = hands.dialog(DecisionsDialog)
    assert isinstance(dialog, DecisionsDialog)
    return dialog


def rows(dialog: DecisionsDialog) -> list[list[str]]:
    tree = dialog.findChild(QTreeWidget)
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return [[item.text(column).replace("\N{NO-BREAK SPACE}", " ") for column in range(4)] for item in items]


def button(dialog: DecisionsDialog, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


def words(dialog: DecisionsDialog) -> str:
    return dialog.findChild(QLabel).text()


def take_two(hands: Hands) -> None:
    select(hands, event_about(hands, "Yokota"))
    decide(hands, lambda: hands.press("Ctrl+Del"))
    select(hands, event_about(hands, "visited"))
    decide(hands, lambda: hands.press("Ctrl+Return"))


def test_without_decisions_it_says_how_to_take_some(hands: Hands) -> None:
    dialog = open_dialog(hands)
    assert words(dialog).startswith("Nothing was decided yet.")
    assert not button(dialog, "Take back").isEnabled()
    dialog.close()


def test_all_are_listed_newest_first_and_rejected_ones_can_be_restored(hands: Hands) -> None:
    hands.do("timeline")
    before = len(titles(hands))
    take_two(hands)
    dialog = open_dialog(hands)
    hands.qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    assert rows(dialog) == [
        ["Confirmed", "Foreign Minister Kono Taro visited Ruritania", "Event", f"{SECTION} ¶ 1"],
        ["Rejected", "Yokota Air Base hosted the Ruritania exercise", "Event", f"{SECTION} ¶ 2"],
    ]
    assert words(dialog) == "2 decisions"
    tree = dialog.findChild(QTreeWidget)
    tree.setCurrentItem(tree.topLevelItem(1))
    decide(hands, lambda: hands.click(button(dialog, "Restore")))
    hands.qtbot.waitUntil(lambda: len(rows(dialog)) == 1)
    dialog.close()
    settle()
    assert len(titles(hands)) == before
    decide(hands, lambda: hands.press("Ctrl+Z"))
    assert len(titles(hands)) == before - 1


def test_a_rejected_record_is_read_where_it_stood(hands: Hands) -> None:
    take_two(hands)
    hands.do("timeline")
    dialog = open_dialog(hands)
    hands.qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    tree = dialog.findChild(QTreeWidget)
    tree.setCurrentItem(tree.topLevelItem(1))
    hands.qtbot.keyClick(tree, Qt.Key.Key_Return)
    settle()
    assert hands.tab == "reader"
    assert "PASSAGE" in hands.details()


def test_what_lost_its_place_says_so_and_can_be_taken_back(begin: Begin, folders: UserFolders, tmp_path: Path) -> None:
    first = begin()
    take_two(first)
    first.window.close()
    bring_in(folders, tmp_path, TEXT.replace("Yokota Air Base hosted", "At sea took place"))
    hands = begin()
    dialog = open_dialog(hands)
    hands.qtbot.waitUntil(lambda: len(rows(dialog)) == 2)
    assert rows(dialog)[1][3] == f"lost its place, was {SECTION} ¶ 2"
    assert words(dialog) == "2 decisions; 1 has lost its place"
    tree = dialog.findChild(QTreeWidget)
    tree.setCurrentItem(tree.topLevelItem(1))
    assert not button(dialog, "Read in place").isEnabled()
    decide(hands, lambda: hands.click(button(dialog, "Restore")))
    hands.qtbot.waitUntil(lambda: len(rows(dialog)) == 1)
    dialog.close()
