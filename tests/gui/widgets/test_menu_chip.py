"""The small buttons with a menu of what can be chosen."""

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.menu_chip import MenuChip, Option


@pytest.fixture
def chip(qtbot: QtBot, theme: Theme) -> MenuChip:
    chip = MenuChip("Speaker", "all", "All speakers")
    qtbot.addWidget(chip)
    chip.set_options(
        [Option("a", "Abe", 3), Option("r", "R&D Board of the Two Governments", 1), Option("n", "Nobody", 0)]
    )
    return chip


def entries(chip: MenuChip) -> list[str]:
    return [one.text() for one in chip.menu().actions() if not one.isSeparator()]


def test_the_menu_has_the_options_with_their_counts_and_first_what_chooses_nothing(chip: MenuChip) -> None:
    assert entries(chip) == ["All speakers", "Abe (3)", "R&&D Board of the Two Governments (1)", "Nobody (0)"]
    assert chip.text() == "Speaker ▾"
    assert chip.accessibleName() == "Speaker: all"


def test_choosing_tells_and_shows_and_the_first_entry_takes_it_back(qtbot: QtBot, chip: MenuChip) -> None:
    with qtbot.waitSignal(chip.chosen) as told:
        chip.menu().actions()[2].trigger()
    assert told.args == ["a"]
    assert (chip.text(), chip.accessibleName(), chip.property("on")) == ("Abe ▾", "Speaker: Abe", "true")
    with qtbot.waitSignal(chip.chosen) as told:
        chip.menu().actions()[0].trigger()
    assert told.args == [""]
    assert chip.current == ""


def test_a_long_choice_is_cut_on_the_button_and_whole_in_its_tip(chip: MenuChip) -> None:
    chip.choose("r")
    assert chip.text() == "R&&D Board of the Tw… ▾"
    assert chip.toolTip() == "R&D Board of the Two Governments"
    assert chip.accessibleName() == "Speaker: R&D Board of the Two Governments"


def test_what_would_leave_nothing_is_faint_unless_it_is_chosen(chip: MenuChip) -> None:
    assert not chip.menu().actions()[-1].isEnabled()
    chip.choose("a")
    chip.set_options([Option("a", "Abe", 0)])
    assert chip.menu().actions()[-1].isEnabled()
    assert chip.current == "a"


def test_an_option_that_is_gone_is_let_go_and_a_stranger_is_not_chosen(chip: MenuChip) -> None:
    chip.choose("a")
    chip.set_options([Option("r", "R")])
    assert chip.current == ""
    chip.choose("x")
    assert chip.current == ""
