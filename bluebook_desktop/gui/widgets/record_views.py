"""A table and a list of records: one row is selected, the user's choices are told, the program's are not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QTableView, QWidget

from bluebook_desktop.gui.widgets.batched_list import BatchedList

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

#: Rows of a list that are set in one go.
_BATCH = 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Picker(QObject):
    """Tells what the user picks in a view, and what they want to read (Enter or a double click)."""

    picked = Signal(QModelIndex)
    read = Signal(QModelIndex)

    def __init__(self, view: RecordTable | RecordList) -> None:
        super().__init__(view)
        self._view = view
        self._quiet = False
        view.doubleClicked.connect(self.read)
        view.entered_key.connect(self.read)
        view.pressed_again.connect(self.picked)

    def watch(self) -> None:
        """Listen to the selection of the view's model; to be called once it has one."""
        self._view.selectionModel().selectionChanged.connect(self._on_selected)

    @contextmanager
    def quietly(self) -> Iterator[None]:
        """Whatever is selected meanwhile was not the user's choice."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before

    def select(self, index: QModelIndex) -> None:
        """Select a row and scroll to it, or nothing, without telling."""
        with self.quietly():
            if index.isValid():
                self._view.setCurrentIndex(index)
                self._view.scrollTo(index)
            else:
                self._view.clearSelection()
                self._view.setCurrentIndex(QModelIndex())

    def _on_selected(self, selected: QItemSelection, _deselected: QItemSelection) -> None:
        indexes = selected.indexes()
        if indexes and not self._quiet:
            self.picked.emit(indexes[0])


class HoveredRow(QObject):
    """Knows the row under the pointer, all cells of which are one thing to choose; Qt knows the cell alone."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self.row = -1
        view.entered.connect(lambda index: self._set(index.row()))
        view.viewportEntered.connect(lambda: self._set(-1))
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._set(-1)
        return super().eventFilter(watched, event)

    def _set(self, row: int) -> None:
        if row != self.row:
            self.row = row
            self._view.viewport().update()


def paint_focus(view: QAbstractItemView) -> None:
    """A ring around rows that have the keyboard while none of them is selected, which would show it."""
    if view.hasFocus() and not view.currentIndex().isValid():
        painter = QPainter(view.viewport())
        painter.setPen(QPen(view.palette().color(QPalette.ColorRole.Accent), 2))
        painter.drawRect(view.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()


def _prepare(view: QAbstractItemView) -> None:
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setTabKeyNavigation(False)
    view.setMouseTracking(True)


def _edge(view: QAbstractItemView, key: int) -> QModelIndex:
    """The first row that can be selected for Home, the last for End; invalid for any other key."""
    rows = range(view.model().rowCount())
    order = {Qt.Key.Key_Home: rows, Qt.Key.Key_End: reversed(rows)}.get(Qt.Key(key), ())
    indexes = (view.model().index(row, 0) for row in order)
    return next((one for one in indexes if one.flags() & Qt.ItemFlag.ItemIsSelectable), QModelIndex())


class RecordTable(QTableView):
    """A table of whole rows; Left, Right, Home and End move by rows, as in a list."""

    entered_key = Signal(QModelIndex)
    pressed_again = Signal(QModelIndex)
    width_changed = Signal()

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _prepare(self)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.setCornerButtonEnabled(False)
        self.setModel(model)
        #: The row under the pointer.
        self.hovered = HoveredRow(self)

    @property
    def room(self) -> int:
        """How wide the rows are beside a scroll bar, whether there is one at present or not."""
        return self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()

    @contextmanager
    def arranging(self) -> Iterator[None]:
        """Set columns and rows within, after which all is in its place, the scroll bar too.

        Qt would see to it a moment later, when the rows were painted once in vain.
        """
        headers = self.horizontalHeader(), self.verticalHeader()
        before = [one.blockSignals(True) for one in headers]
        try:
            yield
        finally:
            for one, was in zip(headers, before, strict=True):
                one.blockSignals(was)
            self.executeDelayedItemsLayout()
            self.updateGeometries()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_focus(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered_key.emit(self.currentIndex())
        elif (edge := _edge(self, event.key())).isValid():
            self.setCurrentIndex(edge)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex() if self.selectionModel().hasSelection() else QModelIndex()
        super().mousePressEvent(event)
        pressed = self.indexAt(event.position().toPoint())
        if pressed.isValid() and before.isValid() and pressed.row() == before.row():
            self.pressed_again.emit(pressed)


class RecordList(BatchedList):
    """A list of rows of their own height, laid out anew when it gets wider or narrower.

    Setting the words of a row takes a third of a millisecond: what is seen is set at once, the rest a few rows at a
    time, between which the window answers.
    """

    entered_key = Signal(QModelIndex)
    pressed_again = Signal(QModelIndex)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(_BATCH, parent)
        _prepare(self)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_focus(self)

    def doItemsLayout(self) -> None:
        """Where somebody has scrolled, set all rows at once: what they look at would have no place meanwhile."""
        if self.verticalScrollBar().value() > 0:
            self.lay_out_all()
        else:
            super().doItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()  # a scroll bar that came or went changes where lines break

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.entered_key.emit(self.currentIndex())
        elif (edge := _edge(self, event.key())).isValid():
            self.setCurrentIndex(edge)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex() if self.selectionModel().hasSelection() else QModelIndex()
        super().mousePressEvent(event)
        pressed = self.indexAt(event.position().toPoint())
        if pressed.isValid() and pressed == before:
            self.pressed_again.emit(pressed)
