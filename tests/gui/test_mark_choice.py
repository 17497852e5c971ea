"""Turning marks off and on: at once, by kind, remembered."""

import pytest

from bluebook_desktop.gui.mark_choice import KINDS
from bluebook_desktop.services.marks import MarkKind
from bluebook_desktop.settings import Settings

from .hands import Hands


def shown(hands: Hands) -> set[MarkKind]:
    """The kinds of all marks that the text has."""
    view = hands.window.reader.view
    marks = view._marks._marks
    if marks is None:
        return set()
    return {one.mark.kind for one in marks.in_blocks(0, len(view.page.blocks) - 1)}


def test_at_first_every_kind_is_marked(hands: Hands) -> None:
    assert shown(hands) == set(MarkKind)
    assert hands.window.actions_by_id["marks"].isChecked()


def test_one_key_turns_all_marks_off_and_on_again(hands: Hands) -> None:
    hands.press("Ctrl+Shift+M")
    assert shown(hands) == set()
    assert not hands.window.actions_by_id["marks"].isChecked()
    assert not hands.window.actions_by_id["mark_dates"].isEnabled()
    hands.click_words(1, "2020")
    assert hands.window.workspace.navigator.selection is None
    hands.press("Ctrl+Shift+M")
    assert shown(hands) == set(MarkKind)


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_can_be_turned_off_by_itself(hands: Hands, name: str) -> None:
    hands.do(name)
    assert shown(hands) == set(MarkKind) - {KINDS[name]}
    assert not hands.window.actions_by_id[name].isChecked()
    hands.do(name)
    assert shown(hands) == set(MarkKind)


def test_the_choice_is_remembered(make_window, qtbot) -> None:
    settings = Settings(None)
    first = Hands(make_window(settings), qtbot)
    first.do("mark_people")
    second = Hands(make_window(settings), qtbot)
    assert MarkKind.PERSON not in shown(second)
    second.do("marks")
    third = Hands(make_window(settings), qtbot)
    assert shown(third) == set()
    assert not third.window.actions_by_id["marks"].isChecked()


def test_marks_that_are_off_stay_off_in_other_colours_and_sizes(hands: Hands) -> None:
    hands.do("marks")
    hands.do("theme_dark")
    hands.do("zoom_in")
    assert shown(hands) == set()


def test_walking_over_marks_that_are_off_says_so(hands: Hands) -> None:
    hands.do("marks")
    hands.press("Alt+Down")
    assert hands.window.statusBar().currentMessage() == "The marks in the text are turned off"
