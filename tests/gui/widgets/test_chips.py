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
