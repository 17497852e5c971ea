"""Paints a hit: its kind, place and why it matches, then its sentence with the found words marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QRegion, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bluebook_desktop.domain.documents import ONE_LINE
from bluebook_desktop.gui.reader.layout import code_points, utf16
from bluebook_desktop.gui.search.heads import head_lines
from bluebook_desktop.gui.search.model import HIT, PLACE
from bluebook_desktop.gui.search.words import folding_words, hit_word
from bluebook_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from bluebook_desktop.services.search import Hit

#: A sentence is shown whole, up to so many lines.
_LINES = 12
#: So many snippets are kept laid out.
_MOST_KEPT = 1_600
_PAD_X = 12
_PAD_Y = 9
_GAP = 3
#: The icon of a hit's kind and the room after it.
_ICON = 16


class _Faces:
    """The typefaces of the rows and what is measured by them: to ask for them anew takes longer than to lay out."""

    def __init__(self, theme: Theme) -> None:
        self.head, self.caption, self.text = (theme.font(role) for role in ("small", "small_strong", "interface"))
        self.head_metrics, self.caption_metrics = QFontMetrics(self.head), QFontMetrics(self.caption)
        self.line = QFontMetrics(self.text).height() + 2
        self.wrapped = QTextOption()
        self.wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class _Laid(NamedTuple):
    """A snippet over its lines, how many characters of it are shown, and how tall it is."""

    layout: QTextLayout
    shown: int
    height: int


class HitDelegate(QStyledItemDelegate):
    """Keeps the laid-out snippets that it has seen: the next letter mostly finds the same, marked otherwise."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._layouts: dict[tuple[str, int], _Laid] = {}
        self._heads: dict[tuple[str, str, int], tuple[str, ...]] = {}
        self._known_faces: _Faces | None = None
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Lay everything out anew: the typeface or the colours are others."""
        self._layouts.clear()
        self._heads.clear()
        self._known_faces = None

    @property
    def _faces(self) -> _Faces:
        if self._known_faces is None:
            self._known_faces = _Faces(self._theme)
        return self._known_faces

    def height_of(self, row: Hit | str, place: str) -> int:
        """How tall a row is, or a caption; `place` is how the row says where the hit stands."""
        faces = self._faces
        if isinstance(row, str):
            return faces.caption_metrics.height() + _PAD_Y + 4
        head = len(self._head(row, place)) * faces.head_metrics.height()
        return _PAD_Y + head + _GAP + self._layout(row).height + _PAD_Y

    def _head(self, hit: Hit, place: str) -> tuple[str, ...]:
        """The lines above a snippet."""
        words = " · ".join(filter(None, (f"{hit_word(hit)}  {place}", ", ".join(folding_words(hit)))))
        title = hit.title if hit.title != hit.snippet else ""
        room = self._view.viewport().width() - 2 * _PAD_X
        key = (words, title, room)
        if key not in self._heads:
            if len(self._heads) >= _MOST_KEPT:
                self._heads.clear()
            self._heads[key] = head_lines(words, title, self._faces.head_metrics, room - _ICON, room)
        return self._heads[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hit: Hit | None = index.data(HIT)
        height = self.height_of("" if hit is None else hit, str(index.data(PLACE)))
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
        head = self._head(hit, str(index.data(PLACE)))
        self._paint_head(painter, rect, hit, head)
        laid = self._layout(hit)
        top = rect.top() + _PAD_Y + len(head) * self._faces.head_metrics.height() + _GAP
        painter.setPen(theme.color("ink"))
        self._paint_text(painter, QPointF(rect.left() + _PAD_X, top), hit, laid)
        painter.restore()

    def _paint_text(self, painter: QPainter, at: QPointF, hit: Hit, laid: _Laid) -> None:
        """The snippet, and over it the marks with their own words; selections are cut out as paths, which is slow."""
        laid.layout.draw(painter, at)
        marks = [rect.translated(at) for rect in self._marks(hit, laid)]
        if not marks:
            return
        region = QRegion()
        for mark in marks:
            painter.fillRect(mark, self._theme.color("hit"))
            region += mark.toAlignedRect()
        painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
        painter.setPen(self._theme.color("hit_ink"))
        laid.layout.draw(painter, at)

    def _paint_caption(self, painter: QPainter, rect: QRect, words: str) -> None:
        painter.save()
        painter.fillRect(rect, self._theme.color("chrome"))
        faces = self._faces
        painter.setFont(faces.caption)
        painter.setPen(self._theme.color("soft"))
        inside = rect.adjusted(_PAD_X, 0, -_PAD_X, 0)
        shown = faces.caption_metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, hit: Hit, lines: tuple[str, ...]) -> None:
        metrics = self._faces.head_metrics
        top = rect.top() + _PAD_Y
        icon = self._theme.icon(hit.reference.kind.value, "soft")
        icon.paint(painter, rect.left() + _PAD_X - 2, top + (metrics.height() - 14) // 2, 14, 14)
        painter.setFont(self._faces.head)
        painter.setPen(self._theme.color("soft"))
        for number, (words, left) in enumerate(zip(lines, (_ICON, 0), strict=False)):
            below = top + number * metrics.height() + metrics.ascent()
            painter.drawText(rect.left() + _PAD_X + left, below, words)

    @staticmethod
    def _marks(hit: Hit, laid: _Laid) -> list[QRectF]:
        """Where the words that were found stand in the layout."""
        quotes, found = hit.is_in_marks, []
        text = laid.layout.text()
        for first, last in hit.marks:
            if last + quotes > laid.shown:
                continue
            start, end = utf16(text, first + quotes), utf16(text, last + quotes)
            while start < end:
                line = laid.layout.lineForTextPosition(start)
                stop = min(end, line.textStart() + line.textLength()) if line.isValid() else start
                if stop <= start:
                    break
                left, right = _x_of(line, start), _x_of(line, stop)
                top, bottom = round(line.y()), round(line.y() + line.height())
                found.append(QRectF(round(left), top, max(round(right) - round(left), 1), bottom - top))
                start = stop
        return found

    def _layout(self, hit: Hit) -> _Laid:
        text = hit.snippet.translate(ONE_LINE)
        if hit.is_in_marks:
            text = f"“{text}”"
        key = (text, self._view.viewport().width() - 2 * _PAD_X)
        if key not in self._layouts:
            if len(self._layouts) >= _MOST_KEPT:
                self._layouts.clear()
            self._layouts[key] = self._lay_out(*key)
        return self._layouts[key]

    def _lay_out(self, text: str, width: int) -> _Laid:
        """A snippet over a few lines, the last cut with … where it is longer."""
        layout, end = self._set(text, width)
        shown = len(text)
        if end < len(text):
            kept = text[: text.rfind(" ", 0, max(end - 1, 1))].rstrip(" ,;·")
            shown = len(kept)
            layout, _ = self._set(f"{kept} …", width)
        return _Laid(layout, shown, round(layout.boundingRect().height()))

    def _set(self, text: str, width: int) -> tuple[QTextLayout, int]:
        """The text laid out, and where its last line ends."""
        faces = self._faces
        layout = QTextLayout(text, faces.text)
        layout.setCacheEnabled(True)
        layout.setTextOption(faces.wrapped)
        layout.beginLayout()
        number = reached = 0
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, number * faces.line))
            number += 1
            reached = line.textStart() + line.textLength()
            if number == _LINES:
                break
            line = layout.createLine()
        layout.endLayout()
        return layout, code_points(text, reached)


def _x_of(line: QTextLine, position: int) -> float:
    """How far from the left a character of a line begins."""
    place: Any = line.cursorToX(position)
    return float(place[0] if isinstance(place, tuple) else place)
