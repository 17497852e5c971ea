"""Tables and lists of records: what the pointer and the keyboard are at."""

import pytest
from PySide6.QtCore import QEvent, QStringListModel
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.record_views import HoveredRow, RecordList, RecordTable

from ..hands import settle


@pytest.fixture(params=[RecordTable, RecordList])
def view(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> RecordTable | RecordList:
    model = QStringListModel(["a", "b", "c"])
    view = request.param(model)
    model.setParent(view)
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def edge(view: QWidget) -> QColor:
    settle()
    return view.viewport().grab().toImage().pixelColor(1, 150)


def test_the_row_under_the_pointer_is_known_until_the_pointer_leaves(view: RecordTable | RecordList) -> None:
    hovered = HoveredRow(view)
    view.entered.emit(view.model().index(1, 0))
    assert hovered.row == 1
    view.viewportEntered.emit()
    assert hovered.row == -1
    view.entered.emit(view.model().index(2, 0))
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert hovered.row == -1


def test_rows_with_the_keyboard_and_no_selection_have_a_ring(view: RecordTable | RecordList, theme: Theme) -> None:
    view.setFocus()
    view.selectionModel().clear()
    assert edge(view) == theme.color("accent")
    view.setCurrentIndex(view.model().index(0, 0))
    assert edge(view) == theme.color("paper")
