"""Paints a row of the facility table: up to three lines a cell, a hairline below, the selected row tinted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from bluebook_desktop.gui.facilities.model import KEYS, MARK
from bluebook_desktop.gui.theme import ColorName, Theme
from bluebook_desktop.gui.widgets.record_views import RecordTable
from bluebook_desktop.gui.widgets.text_block import Run, TextBlock

PAD = 10
_PAD_Y = 7
_LINE = 18
_MOST_LINES = 3
#: How high a row is whose cells all fit into a line.
ONE_LINE = _LINE + 2 * _PAD_Y
_BAR = 3


class FacilityDelegate(QStyledItemDelegate):
    """Cells that hold what was added, not what the text says, are softer."""

    def __init__(self, theme: Theme, table: RecordTable) -> None:
        super().__init__(table)
        self._theme = theme
        self._table = table
        self._blocks = lru_cache(maxsize=2000)(self._set)
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Set all words anew: their colours changed."""
        self._blocks.cache_clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._table.columnWidth(index.column())
        return QSize(width, round(self._block(index, width).height) + 2 * _PAD_Y)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        rect = option.rect
        painter.setClipRect(rect)
        painter.fillRect(rect, self._theme.color(self._ground(index)))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("rule"))
        if index.column() == 0 and self._is_selected(index):
            bar: ColorName = "accent" if self._table.hasFocus() else "soft"
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height() - 1, self._theme.color(bar))
        block = self._block(index, rect.width())
        top = rect.top() + (rect.height() - 1 - block.height) / 2
        block.draw(painter, QPointF(rect.left() + PAD, top))
        painter.restore()

    def _is_selected(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        return self._table.selectionModel().isSelected(index)

    def _ground(self, index: QModelIndex | QPersistentModelIndex) -> ColorName:
        if self._is_selected(index):
            return "accent_soft"
        return "hover" if self._table.hovered.row == index.row() else "paper"

    def _block(self, index: QModelIndex | QPersistentModelIndex, width: int) -> TextBlock:
        mark = index.data(MARK) or ""
        return self._blocks(str(index.data(Qt.ItemDataRole.DisplayRole)), mark, KEYS[index.column()], width)

    def _set(self, words: str, mark: str, column: str, width: int) -> TextBlock:
        runs = [Run(words, self._theme.color("soft" if column == "where" else "ink"))]
        if mark:
            runs.append(Run(f"\N{NO-BREAK SPACE}· {mark}", self._theme.color("soft")))
        return TextBlock(runs, self._theme.font("interface"), width - 2 * PAD, most=_MOST_LINES, line_height=_LINE)
