"""Paints what stands beside the words: margin numbers, the rules of features and columns, the lines above captions."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QTextBlock

from bluebook_desktop.domain.documents import HeadingKind, PassageKind

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from bluebook_desktop.gui.reader.layout import Page
    from bluebook_desktop.gui.reader.view import ReaderView
    from bluebook_desktop.gui.theme import Theme

_LABELS = {HeadingKind.FEATURE: "Special Feature", HeadingKind.COLUMN: "Column"}


class MarginPainter:
    """Paints beside the blocks of one view, in the document's coordinates."""

    def __init__(self, view: ReaderView, theme: Theme) -> None:
        self._view = view
        self._theme = theme

    def paint(self, painter: QPainter, page: Page, block: QTextBlock, rect: QRectF) -> None:
        """Paint what belongs to one block."""
        shown = page.blocks[block.blockNumber()]
        column, zoom = self._view.column, self._view.zoom
        if shown.set_apart is not None:
            self._paint_bar(painter, page, block, rect)
        if shown.heading is not None and shown.heading.kind in _LABELS:
            painter.setFont(self._small_font(13, QFont.Weight.DemiBold))
            painter.setPen(self._theme.color("accent"))
            baseline = rect.top() - 26 * zoom / 100 + painter.fontMetrics().ascent()
            painter.drawText(QPointF(column.left, baseline), self._view.tr(_LABELS[shown.heading.kind]))
        if shown.passage is None:
            return
        below_heading = page.blocks[max(0, block.blockNumber() - 1)].heading is not None
        if shown.passage.kind is PassageKind.CAPTION and not below_heading:
            painter.setPen(self._theme.color("rule"))
            y = round(rect.top() - block.blockFormat().topMargin() / 2) - 0.5
            painter.drawLine(QPointF(column.left, y), QPointF(column.right, y))
        self._paint_number(painter, block, shown.passage.number)

    def _paint_bar(self, painter: QPainter, page: Page, block: QTextBlock, rect: QRectF) -> None:
        """The rule at the left of a special feature or column, whole from its label to its last line."""
        number = block.blockNumber()
        heading, set_apart = page.blocks[number].heading, page.blocks[number].set_apart
        starts = heading is not None and heading.position == set_apart
        following = page.blocks[number + 1] if number + 1 < len(page.blocks) else None
        ends = following is None or following.set_apart != set_apart
        # A block's rectangle is without its margins.
        top = rect.top() - (30 * self._view.zoom / 100 if starts else 0)
        bottom = rect.bottom() if ends else self._view.block_rect(block.next()).top()
        edge = round(self._view.column.left) - 19
        painter.fillRect(edge, math.floor(top), 3, math.ceil(bottom) - math.floor(top), self._theme.color("accent"))

    def _paint_number(self, painter: QPainter, block: QTextBlock, number: int) -> None:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        chosen = number == self._view.current
        painter.setFont(self._small_font(12, QFont.Weight.Bold if chosen else QFont.Weight.Normal))
        painter.setPen(self._theme.color("accent" if chosen else "soft"))
        baseline = block.layout().position().y() + line.y() + line.ascent()
        right = self._view.column.left - 34
        width = painter.fontMetrics().horizontalAdvance(str(number))
        painter.drawText(QPointF(right - width, baseline), str(number))

    def _small_font(self, size: int, weight: QFont.Weight) -> QFont:
        font = QFont(self._theme.font("interface"))
        font.setPixelSize(max(9, round(size * min(self._view.zoom, 150) / 100)))
        font.setWeight(weight)
        return font
