"""Rows of chips."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.chips import ChipRow


def test_chips_that_are_gone_are_not_seen_beside_the_new_ones(qtbot: QtBot, theme: Theme) -> None:
    row = ChipRow("Which")
    qtbot.addWidget(row)
    row.show()
    row.set_chips({"all": "All 24", "events": "Events 4"})
    row.set_chips({"all": "All 2", "passages": "Passages 1"})
    assert [one.text() for one in row.findChildren(QPushButton) if one.isVisible()] == ["All 2", "Passages 1"]


def test_chips_that_come_back_stand_where_their_key_says(qtbot: QtBot, theme: Theme) -> None:
    row = ChipRow("Which")
    qtbot.addWidget(row)
    row.resize(600, 40)
    row.show()
    row.set_chips({"all": "All 2", "people": "People 2"})
    row.set_chips({"all": "All 9", "events": "Events 5", "people": "People 4"})
    chips = [one for one in row.findChildren(QPushButton) if one.isVisible()]
    assert [one.text() for one in sorted(chips, key=lambda one: one.x())] == ["All 9", "Events 5", "People 4"]
    chips[0].setFocus()
    walked = [row.window().focusWidget().text()]
    for _ in chips[1:]:
        row.focusNextChild()
        walked.append(row.window().focusWidget().text())
    assert walked == ["All 9", "Events 5", "People 4"]


def test_a_chip_that_waits_for_its_count_keeps_its_place_when_it_comes(qtbot: QtBot, theme: Theme) -> None:
    row = ChipRow("Which")
    qtbot.addWidget(row)
    row.resize(600, 40)
    row.show()
    room = {"passages": "Passages ≤ 10,000+"}
    row.set_chips({"passages": "Passages 1,000+", "events": "Events 5"}, room)
    qtbot.wait(20)
    before = [one.geometry() for one in row.findChildren(QPushButton)]
    row.set_chips({"passages": "Passages 10,000+", "events": "Events 5"}, room)
    qtbot.wait(20)
    assert [one.geometry() for one in row.findChildren(QPushButton)] == before
