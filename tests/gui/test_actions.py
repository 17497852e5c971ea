"""The table of actions."""

from collections import Counter

from PySide6.QtGui import QKeySequence

from bluebook_desktop.gui.actions import ACTIONS
from bluebook_desktop.gui.main_window import MainWindow

from .hands import Hands

LETTERS = [QKeySequence(keys) for spec in ACTIONS for keys in spec.keys if len(keys) == 1]


def test_no_two_actions_share_keys(window: MainWindow) -> None:
    keys = Counter(one.toString() for action in window.actions_by_id.values() for one in action.shortcuts())
    assert [one for one, count in keys.items() if count > 1] == []


def test_no_keys_are_the_beginning_of_others_or_empty(window: MainWindow) -> None:
    keys = [one for action in window.actions_by_id.values() for one in action.shortcuts()]
    assert all(one.count() == 1 for one in keys)


def test_every_action_of_the_table_is_made_once(window: MainWindow) -> None:
    ids = [spec.id for spec in ACTIONS]
    assert list(window.actions_by_id) == ids
    assert len(set(ids)) == len(ids)


def test_every_action_says_what_it_does_without_a_full_stop(window: MainWindow) -> None:
    for action in window.actions_by_id.values():
        assert action.text()
        assert not action.text().endswith(".")


def test_single_letters_work_in_the_text_and_not_in_fields(hands: Hands) -> None:
    assert [one.toString() for one in LETTERS] == ["/", "?"]
    hands.press("Ctrl+K")
    for letters in ("/", "?"):
        hands.write(letters)
    assert hands.field.text() == "/?"
    hands.press("Esc")
    hands.window.workspace.centre.focus()
    hands.press("/")
    assert hands.field.hasFocus()


def test_the_side_bar_and_details_actions_show_their_state(hands: Hands) -> None:
    side, details = hands.window.actions_by_id["side"], hands.window.actions_by_id["details"]
    assert (side.isChecked(), details.isChecked()) == (True, False)
    hands.press("Ctrl+B")
    hands.press("Ctrl+D")
    assert (side.isChecked(), details.isChecked()) == (False, True)
    assert not hands.window.workspace.side.isVisible()
    assert hands.details()
    hands.press("Ctrl+B")
    hands.press("Ctrl+D")
    assert (side.isChecked(), details.isChecked()) == (True, False)
    assert hands.window.workspace.side.isVisible()
    assert hands.details() == ""
