"""Paints a quotation: its words in the reading face, below them who, in which form, when and where."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluebook_desktop.gui.quotations.model import Entry, entry_of
from bluebook_desktop.gui.widgets.text_block import Run, TextBlock

if TYPE_CHECKING:
    from bluebook_desktop.gui.theme import ColorName, Theme

_PAD_X = 20
_PAD_Y = 15
_BETWEEN = 4
_SERIF = 17
_SERIF_LINE = 24
_META_LINE = 20
_MOST_LINES = 4
#: Lines are never longer than reads well.
_MEASURE = 720
_CAPTION_Y = 12
_BAR = 3

Index = QModelIndex | QPersistentModelIndex


class QuotationDelegate(QStyledItemDelegate):
    """Sets each row once for a width; forgets what it set when the theme changes."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._blocks = lru_cache(maxsize=2000)(self._set)
        self._hovered = ("", "")  # the ids of a quotation and of the person whose name is pointed at
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Set all rows anew."""
        self._blocks.cache_clear()
        self._view.viewport().update()

    def hover(self, over: tuple[str, str]) -> bool:
        """Underline a person's name in a quotation's row; whether that is another one than before."""
        before, self._hovered = self._hovered, over
        return before != over

    def person_at(self, index: Index, rect: QRect, at: QPoint) -> str:
        """The id of the person whose name is at a point of a row, or nothing."""
        entry = entry_of(index)
        if entry is None or entry.quotation is None:
            return ""
        words, meta = self._blocks(entry, self._view.viewport().width(), "")
        if meta is None:
            return ""
        top = rect.top() + _PAD_Y + words.height + _BETWEEN
        offset = meta.offset_at(at.x() - rect.left() - _PAD_X, at.y() - top)
        return "" if offset is None else entry.person_at(offset)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry, width = entry_of(index), self._view.viewport().width()
        if entry is None:
            return QSize(width, 0)
        words, meta = self._blocks(entry, width, "")
        if meta is None:
            return QSize(width, round(words.height) + 2 * _CAPTION_Y)
        return QSize(width, round(words.height + meta.height) + _BETWEEN + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = entry_of(index)
        if entry is None:
            return
        rect: QRect = option.rect
        quotation, person = self._hovered
        pointed = person if entry.quotation is not None and entry.quotation.id == quotation else ""
        words, meta = self._blocks(entry, self._view.viewport().width(), pointed)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._theme.color(self._ground(option, index)))
        if meta is None:
            words.draw(painter, QPointF(rect.left() + _PAD_X, rect.top() + _CAPTION_Y))
        else:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._theme.color("rule"))
            words.draw(painter, QPointF(rect.left() + _PAD_X, rect.top() + _PAD_Y))
            meta.draw(painter, QPointF(rect.left() + _PAD_X, rect.top() + _PAD_Y + words.height + _BETWEEN))
            self._paint_state(painter, rect, index)
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRect, index: Index) -> None:
        focused = self._view.hasFocus()
        if self._view.selectionModel().isSelected(index):
            color: ColorName = "accent" if focused else "soft"
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height() - 1, self._theme.color(color))
        elif focused and self._view.currentIndex() == index:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _ground(self, option: QStyleOptionViewItem, index: Index) -> ColorName:
        if self._view.selectionModel().isSelected(index):
            return "accent_soft"
        entry = entry_of(index)
        hovered = option.state & QStyle.StateFlag.State_MouseOver and entry is not None and entry.quotation is not None
        return "hover" if hovered else "paper"

    def _set(self, entry: Entry, width: int, pointed: str) -> tuple[TextBlock, TextBlock | None]:
        theme, room = self._theme, min(width - 2 * _PAD_X, _MEASURE)
        interface = theme.font("interface")
        ink, soft = theme.color("ink"), theme.color("soft")
        if entry.quotation is None:
            return TextBlock([Run(entry.text, soft)], interface, room, line_height=_META_LINE), None
        serif = theme.italic() if entry.group == "reported" else theme.font("serif")
        serif.setPixelSize(_SERIF)
        words = TextBlock([Run(entry.text, ink)], serif, room, most=_MOST_LINES, line_height=_SERIF_LINE)
        runs: list[Run] = []
        for name, person in entry.speakers:
            if runs:
                runs.append(Run(", ", ink, strong=True))
            is_pointed = bool(pointed) and person == pointed
            color = theme.color("accent") if is_pointed else ink
            runs.append(Run(name, color, strong=True, underlined=is_pointed))
        rest = Run(f"{entry.meta}\N{LINE SEPARATOR}{entry.occasion}" if entry.occasion else entry.meta, soft)

        def below(*between: Run) -> TextBlock:
            return TextBlock([*runs, *between, rest], interface, room, line_height=_META_LINE)

        if not runs:
            return words, below()
        beside = below(Run(" · ", soft))
        if beside.height > _META_LINE * (2 if entry.occasion else 1):  # no line of the passage's number alone
            return words, below(Run("\N{LINE SEPARATOR}", soft))
        return words, beside
