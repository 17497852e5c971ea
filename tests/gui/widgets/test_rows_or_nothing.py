"""Rows, or a sentence in their place."""

import pytest
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.rows_or_nothing import RowsOrNothing


@pytest.fixture
def rows(qtbot: QtBot, theme: Theme) -> RowsOrNothing:
    rows = RowsOrNothing(QListView())
    qtbot.addWidget(rows)
    rows.show()
    return rows


def seen(rows: RowsOrNothing) -> list[str]:
    return [one.text() for kind in (QLabel, QPushButton) for one in rows.findChildren(kind) if one.isVisible()]


def test_while_there_are_rows_nothing_is_said(rows: RowsOrNothing) -> None:
    rows.say("")
    assert seen(rows) == []
    assert rows.findChild(QListView).isVisible()


def test_what_a_section_does_not_have_no_button_brings_back(rows: RowsOrNothing) -> None:
    rows.say("Nothing <b>here</b>.")
    assert seen(rows) == ["Nothing <b>here</b>."]


def test_what_filters_hide_a_button_brings_back(rows: RowsOrNothing, qtbot: QtBot) -> None:
    rows.say("Nothing matches.", filtered=True)
    assert seen(rows) == ["Nothing matches.", "Clear all filters"]
    with qtbot.waitSignal(rows.cleared):
        rows.findChild(QPushButton).click()
