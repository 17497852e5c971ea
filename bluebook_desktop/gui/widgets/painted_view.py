"""A view that paints itself and is dragged: the map and the timeline's axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


class PaintedView(QWidget):
    """Takes the keyboard and shows that it has it; tells clicks from drags. Who inherits it says what either does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressed: QPointF | None = None
        self._is_dragged = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def describe(self, words: str) -> None:
        """Say to a screen reader what is painted."""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)

    def paint_focus(self, painter: QPainter, color: QColor) -> None:
        """A ring around all while the keyboard is here."""
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # The pointer

    def _hover_at(self, at: QPointF) -> None:
        """The pointer is there, with nothing pressed."""
        raise NotImplementedError

    def _click_at(self, at: QPointF) -> None:
        """The left button was pressed and let go there."""
        raise NotImplementedError

    def _begin_drag(self) -> None:
        """From now on what is shown follows the pointer."""
        raise NotImplementedError

    def _drag_by(self, moved: QPointF) -> None:
        """The pointer is so far from where it was pressed."""
        raise NotImplementedError

    @staticmethod
    def _distance(moved: QPointF) -> float:
        """How far a movement is of those that drag."""
        return moved.manhattanLength()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed, self._is_dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self._hover_at(event.position())
            return
        moved = event.position() - self._pressed
        if not self._is_dragged and self._distance(moved) >= QApplication.startDragDistance():
            self._is_dragged = True
            self._begin_drag()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._is_dragged:
            self._drag_by(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        was_dragged, self._pressed, self._is_dragged = self._is_dragged, None, False
        self.unsetCursor()
        if not was_dragged:
            self._click_at(event.position())
