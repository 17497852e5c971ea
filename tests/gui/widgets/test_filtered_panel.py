"""How the keyboard goes in the tabs that have a bar of filters above rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.facilities.panel import FacilitiesPanel
from bluebook_desktop.gui.people.panel import PeoplePanel
from bluebook_desktop.gui.quotations.panel import QuotationsPanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.filtered_panel import FilteredPanel
from bluebook_desktop.gui.widgets.record_views import RecordList, RecordTable
from bluebook_desktop.services.sections import OpenSection


@pytest.fixture(params=[FacilitiesPanel, QuotationsPanel, PeoplePanel])
def panel(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme, section: OpenSection) -> FilteredPanel:
    panel: FilteredPanel = request.param(theme)
    qtbot.addWidget(panel)
    panel.resize(900, 660)
    panel.set_section(section)  # type: ignore[attr-defined]
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def view_of(panel: FilteredPanel) -> QAbstractItemView:
    return next(one for one in panel.findChildren(QAbstractItemView) if isinstance(one, RecordList | RecordTable))


def test_the_keyboard_goes_to_the_rows_and_from_there_to_the_filter_and_back(
    qtbot: QtBot, panel: FilteredPanel
) -> None:
    panel.setFocus()
    assert view_of(panel).hasFocus()
    panel.focus_filter()
    field = panel.findChild(QLineEdit)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert view_of(panel).hasFocus()


def test_what_finds_nothing_can_be_taken_back_and_the_keyboard_goes_to_the_rows(
    qtbot: QtBot, panel: FilteredPanel
) -> None:
    rows = view_of(panel).model().rowCount()
    panel.focus_filter()
    qtbot.keyClicks(panel.findChild(QLineEdit), "xyzzy")
    assert view_of(panel).model().rowCount() == 0
    button = next(one for one in panel.findChildren(QPushButton) if one.text() == "Clear all filters")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert view_of(panel).model().rowCount() >= rows
    assert view_of(panel).hasFocus()
