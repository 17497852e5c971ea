"""The dialogs: going to a passage, the keyboard map, About; and the diagnostics."""

import hashlib
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from bluebook_desktop import __version__
from bluebook_desktop.gui.actions import ACTIONS
from bluebook_desktop.gui.dialogs.about import AboutDialog
from bluebook_desktop.gui.dialogs.go_to import GoToDialog
from bluebook_desktop.gui.dialogs.shortcuts import ShortcutsDialog
from bluebook_desktop.paths import bundled

from ..hands import Hands, settle


def labels(dialog: QDialog) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible()]


# Go to a passage


def test_ctrl_g_goes_to_a_passage(hands: Hands) -> None:
    hands.press("Ctrl+G")
    dialog = hands.dialog(GoToDialog)
    assert "Passage, 1 to 36" in labels(dialog)
    hands.write("22")
    hands.press("Enter")
    assert not hands.window.findChildren(GoToDialog)
    assert hands.top() == 22
    hands.press("Alt+Left")
    assert hands.top() == 1


@pytest.mark.parametrize("number", ["0", "37", "99999"])
def test_a_number_that_is_none_is_said_with_the_range(hands: Hands, number: str) -> None:
    hands.press("Ctrl+G")
    hands.write(number)
    dialog = hands.dialog(GoToDialog)
    assert "This section has ¶ 1 to ¶ 36." in labels(dialog)
    hands.press("Enter")
    assert dialog.isVisible()
    assert hands.top() == 1
    hands.press("Esc")
    assert not hands.window.findChildren(GoToDialog)


def test_letters_are_not_taken_for_a_number(hands: Hands) -> None:
    hands.press("Ctrl+G")
    hands.write("x7y")
    assert hands.dialog(GoToDialog).findChild(QLineEdit).text() == "7"
    hands.press("Enter")
    assert hands.top() == 7


def test_the_passage_that_is_read_stands_in_the_field(hands: Hands) -> None:
    hands.press("Ctrl+G")
    hands.write("12")
    hands.press("Enter")
    hands.press("Ctrl+G")
    field = hands.dialog(GoToDialog).findChild(QLineEdit)
    assert (field.text(), field.selectedText()) == ("12", "12")
    hands.press("Esc")


def test_going_from_another_tab_opens_the_reader(hands: Hands) -> None:
    hands.do("timeline")
    hands.press("Ctrl+G")
    hands.write("9")
    hands.press("Enter")
    assert (hands.tab, hands.top()) == ("reader", 9)
    hands.press("PgDown")  # the text has the keyboard
    assert hands.top() > 9


# The keyboard map


@pytest.mark.parametrize("keys", ["F1", "?"])
def test_the_keyboard_map_lists_every_action_with_its_keys(hands: Hands, keys: str) -> None:
    hands.press(keys)
    shown = labels(hands.dialog(ShortcutsDialog))
    for spec in ACTIONS:
        if spec.keys:
            native = QKeySequence.SequenceFormat.NativeText
            assert spec.text in shown
            assert ", ".join(QKeySequence(one).toString(native) for one in spec.keys) in shown
    assert {"Up, Down", "Esc"} <= set(shown)
    hands.press("Esc")
    assert not hands.window.findChildren(ShortcutsDialog)


def test_all_words_of_the_keyboard_map_are_to_be_seen(hands: Hands) -> None:
    hands.press("F1")
    area = hands.dialog(ShortcutsDialog).findChild(QScrollArea)
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()
    hands.press("Esc")


# About


def test_about_fits_a_small_screen_however_much_the_library_holds(hands: Hands) -> None:
    hands.do("about")
    dialog = hands.dialog(AboutDialog)
    assert dialog.minimumSizeHint().height() <= 360
    assert dialog.findChild(QPushButton).visibleRegion().boundingRect() == dialog.findChild(QPushButton).rect()
    hands.press("Esc")


def test_about_shows_versions_and_hashes(hands: Hands) -> None:
    hands.do("about")
    dialog = hands.dialog(AboutDialog)
    shown = "\n".join(labels(dialog)).replace("\n", " ")
    whole = shown.replace(" ", "")
    assert __version__ in shown
    assert "PySide6 6.11" in shown
    section = hands.window._section.section
    assert section.sha256 in whole
    library = Path(urlsplit(hands.window._library.address).path)
    assert hashlib.sha256(library.read_bytes()).hexdigest() in whole
    assert hands.window._library.fingerprint.replace(" ", "") in whole
    hands.press("Esc")


def test_about_shows_whose_the_text_is_and_the_licences(hands: Hands, qtbot: QtBot) -> None:
    hands.do("about")
    dialog = hands.dialog(AboutDialog)
    shown = "\n".join(labels(dialog))
    assert "Ministry of Foreign Affairs" in shown
    assert "Public Data License" in shown
    licences = dialog.findChild(QPlainTextEdit)
    assert licences.toPlainText().startswith("a-list-of-all\n")
    files = sorted(bundled("resources", "licences").glob("*.txt"))
    qtbot.waitUntil(lambda: files[-1].read_text("utf-8").strip() in licences.toPlainText())
    assert all(path.read_text("utf-8").strip() in licences.toPlainText() for path in files)
    assert "SIL OPEN FONT LICENSE" in licences.toPlainText().upper()
    close = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Close")
    hands.click(close)
    assert not hands.window.findChildren(AboutDialog)


def test_dialogs_are_gone_when_they_are_closed(hands: Hands) -> None:
    for action in ("about", "shortcuts", "go_to_passage"):
        for _ in range(3):
            hands.do(action)
            hands.press("Esc")
            settle()
    assert hands.window.findChildren(QDialog) == []


def test_diagnostics_are_copied_and_tell_nothing_of_what_was_read(hands: Hands) -> None:
    hands.search("rock solid")
    hands.press("Down")
    hands.do("diagnostics")
    copied = hands.clipboard()
    assert f"Bluebook Desktop: {__version__}" in copied
    assert hands.window._section.section.sha256 in copied
    assert "Colours: light (light)" in copied
    assert "rock" not in copied
    assert hands.window.statusBar().currentMessage() == "Diagnostics copied"
