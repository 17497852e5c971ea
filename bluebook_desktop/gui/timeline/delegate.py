"""Paints the list's cells: a hairline below each row, the kind as dot and word, a bar beside the selected row."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.entries import Entry
from bluebook_desktop.gui.timeline.labels import elided
from bluebook_desktop.gui.timeline.model import ENTRY_ROLE, Column, Index
from bluebook_desktop.gui.widgets.record_views import HoveredRow

PADDING = 10
ROW_HEIGHT = 32
DOT_ROOM = 16
BAR = 3


class TimelineDelegate(QStyledItemDelegate):
    """Paints one cell."""

    def __init__(self, theme: Theme, view: QAbstractItemView, hovered: HoveredRow) -> None:
        super().__init__(view)
        self._theme, self._view, self._hovered = theme, view, hovered

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = QFontMetrics(self._theme.font("interface"))
        width = metrics.horizontalAdvance(str(index.data() or "")) + 2 * PADDING
        return QSize(width + (DOT_ROOM if index.column() == Column.KIND else 0), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected:
            painter.fillRect(rect, self._theme.color("accent_soft"))
        elif index.row() == self._hovered.row:
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
        if is_selected and index.column() == Column.WHEN:
            self._paint_bar(painter, rect)
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

    def _paint_bar(self, painter: QPainter, rect: QRectF) -> None:
        """At the left of the selected row, as in all lists: strong while the list has the keyboard."""
        color = self._theme.color("accent" if self._view.hasFocus() else "soft")
        painter.fillRect(QRectF(rect.left(), rect.top(), BAR, rect.height() - 1), color)
