"""The list of quotations: the names of speakers in its rows lead to their pages, by mouse or by the rows' menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from bluebook_desktop.gui.quotations.delegate import QuotationDelegate
from bluebook_desktop.gui.quotations.model import entry_of
from bluebook_desktop.gui.widgets.record_views import RecordList

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from bluebook_desktop.gui.quotations.model import QuotationModel
    from bluebook_desktop.gui.theme import Theme


class QuotationList(RecordList):
    """`person_followed` tells the id of a person whose name was clicked on, or chosen from a row's menu."""

    person_followed = Signal(str)

    def __init__(self, theme: Theme, model: QuotationModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._delegate = QuotationDelegate(theme, self)
        self.setItemDelegate(self._delegate)

    def person_at(self, at: QPoint) -> str:
        """The id of the person whose name is there, or nothing."""
        index = self.indexAt(at)
        return self._delegate.person_at(index, self.visualRect(index), at) if index.isValid() else ""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        person = self.person_at(event.position().toPoint())
        if person and event.button() == Qt.MouseButton.LeftButton:
            self.person_followed.emit(person)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        self._hover(self.person_at(at), self.indexAt(at))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover("", self.currentIndex())

    def _hover(self, person: str, index: QModelIndex) -> None:
        entry = entry_of(index) if index.isValid() else None
        over = (entry.quotation.id, person) if person and entry and entry.quotation else ("", "")
        if self._delegate.hover(over):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if person else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a row, for the mouse and for the menu key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        entry = entry_of(index) if index.isValid() else None
        if entry is None or entry.quotation is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Read in place")).triggered.connect(lambda: self.entered_key.emit(index))
        for name, person in entry.speakers:
            if person:
                words = self.tr("Page of {0}").format(name).replace("&", "&&")
                menu.addAction(words).triggered.connect(partial(self._follow, person))
        where = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        menu.popup(where)

    def _follow(self, person: str, _checked: bool = False) -> None:
        self.person_followed.emit(person)
