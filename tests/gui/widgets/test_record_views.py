"""Tables and lists of records: what the pointer and the keyboard are at."""

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QSize, QStringListModel, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem, QWidget
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


class Rows(QStyledItemDelegate):
    """Rows whose height depends on the width, as that of words does; counts how many were set."""

    def __init__(self, view: RecordList) -> None:
        super().__init__(view)
        self._view = view
        self.set: set[int] = set()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802 - Qt's name
        self.set.add(index.row())
        width = self._view.viewport().width()
        return QSize(width, 4000 // width + 10 * (index.row() % 3))


@pytest.fixture
def long(qtbot: QtBot, theme: Theme) -> tuple[RecordList, Rows]:
    """A list of a thousand rows, just shown."""
    model = QStringListModel([f"row {number}" for number in range(1000)])
    view = RecordList(model)
    model.setParent(view)
    rows = Rows(view)
    view.setItemDelegate(rows)
    qtbot.addWidget(view)
    view.resize(200, 200)
    with qtbot.waitExposed(view):
        view.show()
    return view, rows


def in_view(view: RecordList, row: int) -> bool:
    return view.viewport().rect().contains(view.visualRect(view.model().index(row, 0)).center())


def test_a_long_list_sets_the_first_rows_at_once_and_the_others_between_what_else_happens(
    qtbot: QtBot, long: tuple[RecordList, Rows]
) -> None:
    view, rows = long
    assert in_view(view, 0)
    assert len(rows.set) < 150
    qtbot.waitUntil(lambda: len(rows.set) == 1000)


@pytest.mark.parametrize("row", [999, 500])
def test_a_row_that_is_not_set_yet_can_be_gone_to(long: tuple[RecordList, Rows], row: int) -> None:
    view, rows = long
    assert row not in rows.set
    view.scrollTo(view.model().index(row, 0))
    assert in_view(view, row)


def test_end_leads_to_the_last_row_of_a_list_that_was_just_shown(qtbot: QtBot, long: tuple[RecordList, Rows]) -> None:
    view, _ = long
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 999
    assert in_view(view, 999)


def test_a_list_that_was_scrolled_is_where_it_was_when_it_gets_wider(
    qtbot: QtBot, long: tuple[RecordList, Rows]
) -> None:
    view, rows = long
    qtbot.waitUntil(lambda: len(rows.set) == 1000)
    view.scrollTo(view.model().index(700, 0))
    value = view.verticalScrollBar().value()
    view.resize(190, 200)
    qtbot.waitUntil(lambda: view.viewport().width() < 190)
    settle()
    assert view.verticalScrollBar().value() == value
    assert view.indexAt(view.viewport().rect().center()).isValid()
