"""Paints a person: the name, below it the offices, and how often the text quotes and names them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluebook_desktop.gui.people.model import Entry, entry_of
from bluebook_desktop.gui.widgets.text_block import Run, TextBlock

if TYPE_CHECKING:
    from bluebook_desktop.gui.theme import ColorName, Theme

_PAD_X = 20
_PAD_RIGHT = 12
_PAD_Y = 9
_LINE = 18
_MOST_LINES = 2
_BAR = 3
Index = QModelIndex | QPersistentModelIndex
_BLANK = "\N{NO-BREAK SPACE}"


class PersonDelegate(QStyledItemDelegate):
    """Up to two lines of offices; the whole is on the person's page."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._blocks = lru_cache(maxsize=2000)(self._set)
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Set all rows anew."""
        self._blocks.cache_clear()
        self._view.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry, width = entry_of(index), self._view.viewport().width()
        blocks = self._blocks(entry, width) if entry is not None else []
        return QSize(width, round(sum(block.height for block in blocks)) + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = entry_of(index)
        if entry is None:
            return
        rect, theme = option.rect, self._theme
        is_selected = self._view.selectionModel().isSelected(index)
        focused = self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground: ColorName = "accent_soft" if is_selected else "hover" if hovered else "paper"
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.color(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("rule"))
        if is_selected:
            painter.fillRect(
                rect.left(), rect.top(), _BAR, rect.height() - 1, theme.color("accent" if focused else "soft")
            )
        top = float(rect.top() + _PAD_Y)
        for block in self._blocks(entry, self._view.viewport().width()):
            block.draw(painter, QPointF(rect.left() + _PAD_X, top))
            top += block.height
        if focused and not is_selected and self._view.currentIndex() == index:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
        painter.restore()

    def _set(self, entry: Entry, width: int) -> list[TextBlock]:
        theme, room = self._theme, width - _PAD_X - _PAD_RIGHT
        lines = [
            (Run(entry.person.name, theme.color("ink"), strong=True), "interface"),
            (Run(entry.offices, theme.color("ink")), "interface"),
            (Run(_kept_together(entry.counts), theme.color("soft")), "small"),
        ]
        return [
            TextBlock([run], theme.font(role), room, most=_MOST_LINES, line_height=_LINE)  # type: ignore[arg-type]
            for run, role in lines
            if run.text
        ]


def _kept_together(counts: str) -> str:
    """No count is parted, and no line begins with the dot that parts two of them."""
    return counts.replace(" ", _BLANK).replace(f"{_BLANK}·{_BLANK}", f"{_BLANK}· ")
