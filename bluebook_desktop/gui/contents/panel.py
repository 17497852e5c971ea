"""The contents: every heading of the section, the one being read marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from bluebook_desktop.domain.documents import Document, Heading, HeadingKind, Section
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from bluebook_desktop.services.sections import OpenSection

_HEADING = Qt.ItemDataRole.UserRole + 1
_MARK = Qt.ItemDataRole.UserRole + 2
_SECTION = Qt.ItemDataRole.UserRole + 3
#: Room above a row, with a line in it.
_GAP = Qt.ItemDataRole.UserRole + 4
#: Of a row that folds: its edition, and how many sections that has.
_EDITION = Qt.ItemDataRole.UserRole + 5
_COUNT = Qt.ItemDataRole.UserRole + 6
_INDENT = {
    HeadingKind.PART: 14,
    HeadingKind.SUBPART: 28,
    HeadingKind.ITEM: 42,
    HeadingKind.FEATURE: 28,
    HeadingKind.COLUMN: 28,
    HeadingKind.VOICE: 42,
}
_PAD = 6
_MOST_LINES = 3
#: Rows whose lines are kept: more than can be seen at once.
_MOST_KEPT = 500
#: With more sections than these only the open edition shows its own at once.
_ALL_SHOWN = 40
#: Above an edition, below another one.
_GROUP_GAP = 17


class ContentsPanel(QTreeView):
    """A tree of headings; `heading_chosen` tells the position of the one to read."""

    heading_chosen = Signal(int)
    section_chosen = Signal(str)
    menu_requested = Signal(str, QPoint)  # for a section, at a place of the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: Document | None = None
        self._items: dict[int, QStandardItem] = {}
        self._current = -1
        self._open_id = ""
        self._shows: tuple[object, ...] = ()
        self._first: QStandardItem | None = None  # the first row of the open section
        self._folded: dict[str, list[Section]] = {}
        self._unfolded: set[str] = set()
        self.setObjectName("contents")
        self.setAccessibleName(self.tr("Contents"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_HeadingDelegate(theme, self))
        #: The heading under the pointer.
        self.hovered: Heading | None = None
        self.clicked.connect(self._on_chosen)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_left)

    def set_section(self, section: OpenSection, all_sections: Sequence[tuple[str, Section]] = ()) -> None:
        """Show the headings of a section, in its place among all sections of the library below their editions.

        `all_sections` come with the titles of their editions, in the order of the library.
        """
        shows = (section.id, section.document.headings, tuple(all_sections))
        if shows == self._shows:
            self._document = section.document
            return  # after a decision or an import elsewhere
        self._shows = shows
        self._document = section.document
        self._model.clear()
        self._items.clear()
        self._current = -1
        self._open_id, self._first = section.id, None
        self._folded.clear()
        folds = len(all_sections) > _ALL_SHOWN
        for edition, group in groupby(all_sections, lambda one: one[1].edition):
            several = list(group)
            if folds and edition != section.section.edition:
                self._append_folded(edition, several)
            else:
                self._append_edition(section, several)
        if all(one.id != section.id for _, one in all_sections):
            self._append_headings(section.document, None, 0)
        self.expandAll()

    def _append_edition(self, section: OpenSection, several: list[tuple[str, Section]]) -> None:
        """The sections of an edition below its name, the headings of the open one in its place."""
        root = self._model.invisibleRootItem()
        gap = _GROUP_GAP if root.rowCount() else 0
        row = None
        if several[0][1].id != section.id or not _names_its_edition(section.document):
            row = self._other(several[0][0], HeadingKind.EDITION, "")
            row.setData(gap, _GAP)
            root.appendRow(row)
            gap = 0
        for _, one in several:
            if one.id != section.id:
                root.appendRow(self._other(f"{one.number} {one.title}", HeadingKind.PART, one.id))
                continue
            self._append_headings(section.document, row, gap)
            if not section.document.headings:
                root.appendRow(self._other(f"{one.number} {one.title}", HeadingKind.SECTION, one.id))

    def _append_folded(self, edition: str, several: list[tuple[str, Section]]) -> None:
        """An edition in one row that shows its sections when it is chosen: a library may hold hundreds."""
        root = self._model.invisibleRootItem()
        row = self._other(several[0][0], HeadingKind.EDITION, "")
        row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        row.setData(edition, _EDITION)
        row.setData(len(several), _COUNT)
        if root.rowCount() and not root.child(root.rowCount() - 1).data(_EDITION):
            row.setData(_GROUP_GAP, _GAP)
        root.appendRow(row)
        self._folded[edition] = [one for _, one in several]
        self._set_folded(row, folded=edition not in self._unfolded)

    def _set_folded(self, row: QStandardItem, *, folded: bool) -> None:
        """Show an edition's sections, or put them away."""
        edition = str(row.data(_EDITION))
        sections = self._folded[edition]
        if folded:
            self._unfolded.discard(edition)
            row.removeRows(0, row.rowCount())
        else:
            self._unfolded.add(edition)
            row.appendRows([self._other(f"{one.number} {one.title}", HeadingKind.PART, one.id) for one in sections])
            self.expand(row.index())
        words = self.tr("{0}, {1} sections, folded") if folded else self.tr("{0}, {1} sections, unfolded")
        row.setAccessibleText(words.format(row.text(), len(sections)))

    def _append_headings(self, document: Document, edition: QStandardItem | None, gap: int) -> None:
        """The headings of the open section; where the edition has its row already it is not named once more."""
        path: list[tuple[int, QStandardItem]] = []
        for heading in document.headings:
            if edition is not None and heading.kind is HeadingKind.EDITION and heading.position == 0:
                self._items[0] = edition
                continue
            mark = _mark(heading, self)
            item = QStandardItem(heading.full_title)
            item.setData(heading, _HEADING)
            item.setData(mark, _MARK)
            item.setData(gap, _GAP)
            gap = 0
            item.setAccessibleText(f"{heading.full_title}, {mark}" if mark else heading.full_title)
            item.setToolTip(plain_tip(heading.full_title))
            while path and path[-1][0] >= heading.level:
                path.pop()
            (path[-1][1] if path else self._model.invisibleRootItem()).appendRow(item)
            path.append((heading.level, item))
            self._items[heading.position] = item
            self._first = self._first or item

    def _other(self, words: str, kind: HeadingKind, section_id: str) -> QStandardItem:
        """A row that opens another section, or names its edition."""
        item = QStandardItem(words)
        item.setData(Heading(-1, kind, "", words, 0, 0, 0, 0), _HEADING)
        item.setData(section_id, _SECTION)
        item.setData("", _MARK)
        item.setToolTip(plain_tip(words))
        if not section_id:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def set_current(self, passage: int) -> None:
        """Mark the heading that covers a passage, and keep it in view."""
        if self._document is None or not 1 <= passage <= len(self._document.passages):
            return
        position: int | None = self._document.passage(passage).heading
        if position is not None and position != self._current:
            self._current = position
            index = self._items[position].index()
            self.setCurrentIndex(index)
            if passage == 1 and self._first is not None:
                self.scrollTo(self._first.index(), QAbstractItemView.ScrollHint.PositionAtTop)
            else:
                self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_chosen(self.currentIndex())
            return
        row = self._model.itemFromIndex(self.currentIndex()) if self.currentIndex().data(_EDITION) else None
        if row is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            if (event.key() == Qt.Key.Key_Right) is (row.rowCount() == 0):
                self._set_folded(row, folded=row.rowCount() > 0)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        heading = index.data(_HEADING)
        if index.isValid() and isinstance(heading, Heading):
            section_id = index.data(_SECTION) or ("" if heading.position < 0 else self._open_id)
            place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
            if section_id:
                self.menu_requested.emit(section_id, place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._on_left()

    def _on_entered(self, index: QModelIndex) -> None:
        self.hovered = index.data(_HEADING)
        self.viewport().update()

    def _on_left(self) -> None:
        self.hovered = None
        self.viewport().update()

    def _on_chosen(self, index: QModelIndex) -> None:
        heading = index.data(_HEADING)
        if index.data(_EDITION):
            row = self._model.itemFromIndex(index)
            self._set_folded(row, folded=row.rowCount() > 0)
        elif section_id := index.data(_SECTION):
            self.section_chosen.emit(section_id)
        elif isinstance(heading, Heading) and heading.position >= 0:
            self.heading_chosen.emit(heading.position)


def _names_its_edition(document: Document) -> bool:
    return bool(document.headings) and document.headings[0].kind is HeadingKind.EDITION


def _mark(heading: Heading, widget: QWidget) -> str:
    """What sets a heading apart, in words; nothing for most."""
    if heading.kind is HeadingKind.FEATURE:
        return widget.tr("special feature")
    return widget.tr("column") if heading.kind is HeadingKind.COLUMN else ""


class _HeadingDelegate(QStyledItemDelegate):
    """Paints a heading over up to three lines, indented by its level."""

    def __init__(self, theme: Theme, view: ContentsPanel) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        #: Lines by what they depend on: rows are painted often, and their words change seldom.
        self._lines_kept: dict[tuple[str, str, int, int], tuple[str, ...]] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        heading = index.data(_HEADING)
        font = self._font(heading, chosen=True)
        metrics = QFontMetrics(font)
        lines = len(self._lines(index, font))
        return QSize(self._view.viewport().width(), lines * (metrics.height() + 3) + 9 + (index.data(_GAP) or 0))

    def _lines(self, index: QModelIndex | QPersistentModelIndex, font: QFont) -> tuple[str, ...]:
        """The heading over a few lines; one that is set apart has its mark on the last."""
        width = self._view.viewport().width() - self._left(index.data(_HEADING)) - 12 - _PAD
        mark = index.data(_MARK)
        if mark:
            return (*self._wrapped(index.data(), font, width, _MOST_LINES - 1), f"▪ {mark}")
        return self._wrapped(index.data(), font, width, _MOST_LINES)

    def _wrapped(self, text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
        key = (text, font.key(), width, most)
        if key not in self._lines_kept:
            if len(self._lines_kept) >= _MOST_KEPT:
                self._lines_kept.clear()
            self._lines_kept[key] = tuple(_wrap(text, QFontMetrics(font), width, most))
        return self._lines_kept[key]

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        heading = index.data(_HEADING)
        # Asked of the view: the flags of the option would load QStyle, 5 ms of a start.
        chosen = self._view.currentIndex().data(_HEADING) is heading
        hovered = self._view.hovered is heading
        rect: QRect = option.rect
        painter.save()
        if gap := index.data(_GAP) or 0:
            painter.setPen(self._theme.color("rule"))
            painter.drawLine(16, rect.top() + gap // 2, rect.right() - 10, rect.top() + gap // 2)
            rect = rect.adjusted(0, gap, 0, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRect(10, rect.top() + 1, self._view.viewport().width() - 16, rect.height() - 2)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(inner, 6, 6)
        if chosen and self._view.hasFocus():
            painter.setPen(self._theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(0, 0, -1, -1), 6, 6)
        font = self._font(heading, chosen=chosen)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        quiet = heading.kind in (HeadingKind.EDITION, HeadingKind.CHAPTER)
        painter.setPen(self._theme.color("accent" if chosen else "soft" if quiet else "ink"))
        left = self._left(heading)
        y = rect.top() + 5 + metrics.ascent()
        lines = self._lines(index, self._font(heading, chosen=True))
        for number, line in enumerate(lines, 1):
            if number == len(lines) and index.data(_MARK):
                painter.setPen(self._theme.color("accent" if chosen else "soft"))
            painter.drawText(left, y, line)
            y += metrics.height() + 3
        if index.data(_EDITION):
            self._paint_fold(painter, index, rect)
        painter.restore()

    def _paint_fold(self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, rect: QRect) -> None:
        """At the right of an edition: how many sections it has, and whether they are shown."""
        right = self._view.viewport().width() - 14
        icon = self._theme.icon("down" if index.model().rowCount(index) else "right", "soft")
        icon.paint(painter, QRect(right - 14, rect.top() + (rect.height() - 14) // 2, 14, 14))
        painter.setPen(self._theme.color("soft"))
        painter.setFont(self._theme.font("small"))
        place = rect.adjusted(0, 0, right - 20 - rect.right(), 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(_COUNT)))

    def _font(self, heading: Heading, *, chosen: bool) -> QFont:
        quiet = heading.kind in (HeadingKind.EDITION, HeadingKind.CHAPTER)
        font = self._theme.font("small" if quiet else "interface")
        if chosen or heading.kind is HeadingKind.SECTION:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    @staticmethod
    def _left(heading: Heading) -> int:
        return 12 + _PAD + (0 if heading.position < 0 else _INDENT.get(heading.kind, 0))


def _wrap(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """A text over so many lines at most, the last cut with … where it is too long."""
    lines: list[str] = []
    line = ""
    parts = text.split(" ")
    for number, word in enumerate(parts):
        longer = f"{line} {word}" if line else word
        if line and metrics.horizontalAdvance(longer) > width:
            lines.append(line)
            line = word
            if len(lines) == most - 1:
                rest = " ".join(parts[number:])
                return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        else:
            line = longer
    return [*lines, metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)]
