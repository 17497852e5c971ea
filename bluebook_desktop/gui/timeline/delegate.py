"""Paints the list's cells: a hairline below each row, the kind as dot and word, one ring around the focused row."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.entries import Entry
from bluebook_desktop.gui.timeline.labels import elided
from bluebook_desktop.gui.timeline.model import ENTRY_ROLE, Column, Index

PADDING = 10
ROW_HEIGHT = 32
DOT_ROOM = 16


class TimelineDelegate(QStyledItemDelegate):
    """Paints one cell."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(self._theme.font("interface"))
        width = metrics.horizontalAdvance(str(index.data() or "")) + 2 * PADDING
        return QSize(width + (DOT_ROOM if index.column() == Column.KIND else 0), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._theme.color("hover"))
        painter.setPen(QPen(self._theme.color("rule"), 1))
        painter.drawLine(QPointF(rect.left(), rect.bottom() - 0.5), QPointF(rect.right(), rect.bottom() - 0.5))
        text = rect.adjusted(PADDING, 0, -PADDING / 2, -1)
        if index.column() == Column.KIND:
            self._paint_dot(painter, QPointF(text.left() + 4.5, text.center().y()), index.data(ENTRY_ROLE))
            text.setLeft(text.left() + DOT_ROOM)
        font = self._theme.font("interface")
        painter.setFont(font)
        painter.setPen(self._theme.color("ink"))
        self._paint_text(painter, text, index)
        self._paint_ring(painter, option, index, rect)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """The cell's text, shortened where it must be; what stands behind the title is never cut off."""
        text, suffix = str(index.data()), ""
        entry: Entry = index.data(ENTRY_ROLE)
        if index.column() == Column.WHAT:
            text, suffix = entry.event.title, text.removeprefix(entry.event.title)
        metrics = QFontMetrics(painter.font())
        room = int(rect.width()) - metrics.horizontalAdvance(suffix)
        shown = elided(metrics, text, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, shown)
        if suffix:
            painter.setPen(self._theme.color("soft"))
            rect.setLeft(rect.left() + metrics.horizontalAdvance(shown))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, suffix)

    def _paint_dot(self, painter: QPainter, center: QPointF, entry: Entry) -> None:
        color = self._theme.color(entry.event.kind.value)
        if entry.is_ahead:
            pen = QPen(color, 1.4)
            pen.setDashPattern([2.2, 1.6])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(center, 4, 4)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(center, 4.5, 4.5)

    def _paint_ring(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        rect: QRectF,
    ) -> None:
        """The focus is the whole row's: each of its cells paints its part of the ring."""
        view = option.widget
        if not isinstance(view, QAbstractItemView) or not view.hasFocus() or view.currentIndex().row() != index.row():
            return
        painter.setPen(QPen(self._theme.color("accent"), 2))
        left, right, top, bottom = rect.left() + 1, rect.right() - 1, rect.top() + 1, rect.bottom() - 1
        painter.drawLine(QPointF(rect.left(), top), QPointF(rect.right(), top))
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))
        if index.column() == Column.WHEN:
            painter.drawLine(QPointF(left, top), QPointF(left, bottom))
        if index.column() == Column.PASSAGE:
            painter.drawLine(QPointF(right, top), QPointF(right, bottom))
