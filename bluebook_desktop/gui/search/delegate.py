"""Paints a hit: its kind, place and why it matches, then its sentence with the found words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluebook_desktop.gui.reader.layout import code_points, utf16
from bluebook_desktop.gui.search.model import HIT, PLACE
from bluebook_desktop.gui.search.words import folding_words, kind_word
from bluebook_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from bluebook_desktop.services.search import Hit

#: A sentence is shown whole, up to so many lines.
_LINES = 12
_PAD_X = 12
_PAD_Y = 9
_GAP = 3


class HitDelegate(QStyledItemDelegate):
    """Keeps the laid-out snippets of the rows it has seen at the list's present width."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._layouts: dict[tuple[int, int], tuple[Hit, QTextLayout]] = {}
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Lay everything out anew: other hits, width or colours."""
        self._layouts.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        if index.data(HIT) is None:
            metrics = QFontMetrics(self._theme.font("small_strong"))
            return QSize(self._view.viewport().width(), metrics.height() + _PAD_Y + 4)
        layout = self._layout(index)
        head = QFontMetrics(self._theme.font("small")).height()
        height = _PAD_Y + head + _GAP + round(layout.boundingRect().height()) + _PAD_Y
        return QSize(self._view.viewport().width(), height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        hit: Hit | None = index.data(HIT)
        rect: QRect = option.rect
        theme = self._theme
        if hit is None:
            self._paint_caption(painter, rect, str(index.data()))
            return
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.color("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        painter.setPen(theme.color("rule"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_head(painter, rect, hit, str(index.data(PLACE)))
        layout = self._layout(index)
        top = rect.top() + _PAD_Y + QFontMetrics(theme.font("small")).height() + _GAP
        painter.setPen(theme.color("ink"))
        layout.draw(painter, QPointF(rect.left() + _PAD_X, top))
        painter.restore()

    def _paint_caption(self, painter: QPainter, rect: QRect, words: str) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("chrome"))
        font = self._theme.font("small_strong")
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        inside = rect.adjusted(_PAD_X, 0, -_PAD_X, 0)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideMiddle, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, hit: Hit, place: str) -> None:
        metrics = QFontMetrics(self._theme.font("small"))
        top = rect.top() + _PAD_Y
        icon = self._theme.icon(hit.reference.kind.value, "soft")
        icon.paint(painter, rect.left() + _PAD_X - 2, top + (metrics.height() - 14) // 2, 14, 14)
        words = f"{kind_word(hit.reference.kind)}  {place}"
        words = " · ".join(
            filter(None, [words, ", ".join(folding_words(hit)), hit.title if hit.title != hit.snippet else ""])
        )
        left = rect.left() + _PAD_X + 16
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("soft"))
        room = rect.right() - left - _PAD_X
        painter.drawText(left, top + metrics.ascent(), metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))

    def _layout(self, index: QModelIndex | QPersistentModelIndex) -> QTextLayout:
        hit: Hit = index.data(HIT)
        width = self._view.viewport().width() - 2 * _PAD_X
        key = (index.row(), width)
        known = self._layouts.get(key)
        if known is not None and known[0] is hit:
            return known[1]
        layout = self._lay_out(hit, width)
        self._layouts[key] = (hit, layout)
        return layout

    def _lay_out(self, hit: Hit, width: int) -> QTextLayout:
        """The snippet over a few lines, the last cut with … where it is longer."""
        quotes = hit.reference.kind.value == "quotation"
        text = f"“{hit.snippet}”" if quotes else hit.snippet
        marks = [(start + quotes, end + quotes) for start, end in hit.marks]
        layout, end = self._set(text, marks, width)
        if end < len(text):
            kept = text[: text.rfind(" ", 0, max(end - 1, 1))].rstrip(" ,;·")
            layout, _ = self._set(f"{kept} …", [mark for mark in marks if mark[1] <= len(kept)], width)
        return layout

    def _set(self, text: str, marks: list[tuple[int, int]], width: int) -> tuple[QTextLayout, int]:
        """The text laid out, and where its last line ends."""
        layout = QTextLayout(text, self._theme.font("interface"))
        layout.setCacheEnabled(True)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        look = QTextCharFormat()
        look.setBackground(QBrush(self._theme.color("hit")))
        look.setForeground(QBrush(self._theme.color("hit_ink")))
        ranges = []
        for start, end in marks:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = utf16(text, start), utf16(text, end) - utf16(text, start), look
            ranges.append(one)
        layout.setFormats(ranges)
        spacing = QFontMetrics(self._theme.font("interface")).height() + 2
        layout.beginLayout()
        reached = 0
        for number in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * spacing))
            reached = line.textStart() + line.textLength()
        layout.endLayout()
        return layout, code_points(text, reached)
