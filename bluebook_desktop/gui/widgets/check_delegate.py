"""Rows that can be ticked, their boxes drawn in the theme's colours: the style's own vanish on a dark ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluebook_desktop.gui.theme import Theme

_SIZE = 14


class CheckDelegate(QStyledItemDelegate):
    """Paints rows as ever, and the box of those that have one anew."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        place = self._view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, drawn, self._view)
        can_be_ticked = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        box = QRectF(0, 0, _SIZE, _SIZE)
        box.moveCenter(QRectF(place).center())
        is_ticked = Qt.CheckState(state) is Qt.CheckState.Checked
        selected = self._view.selectionModel().isSelected(index)
        painter.save()
        painter.fillRect(place.adjusted(-1, -1, 1, 1), self._theme.color("accent_soft" if selected else "paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent" if is_ticked else "soft" if can_be_ticked else "rule"), 1))
        painter.setBrush(self._theme.color("accent" if is_ticked else "paper"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if is_ticked:
            ends, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
            painter.setPen(QPen(self._theme.color("on_accent"), 1.75, Qt.PenStyle.SolidLine, ends, joins))
            corner = box.topLeft()
            tick = [QPointF(3.5, 7.2), QPointF(6, 9.8), QPointF(10.6, 4.4)]
            painter.drawPolyline([corner + point for point in tick])
        painter.restore()
