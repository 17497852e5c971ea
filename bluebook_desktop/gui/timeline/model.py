"""The events as rows: a filtered and sorted list that Qt's views show."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.gui.timeline.entries import Entry
from bluebook_desktop.gui.timeline.words import row_in_words, tip_in_words, title_with_status
from bluebook_desktop.gui.widgets.tips import plain_tip
from bluebook_desktop.gui.wording import event_kind_word

Index = QModelIndex | QPersistentModelIndex
#: The entry of a row, for delegates.
ENTRY_ROLE = Qt.ItemDataRole.UserRole


class Column(IntEnum):
    """The columns, in their order."""

    WHEN = 0
    WHAT = 1
    KIND = 2
    PASSAGE = 3


_KEYS: dict[Column, Callable[[Entry], Any]] = {
    Column.WHEN: lambda entry: entry.in_time,
    Column.WHAT: lambda entry: (entry.event.title.strip("“‘").casefold(), entry.in_time),
    Column.KIND: lambda entry: (entry.lane, entry.in_time),
    Column.PASSAGE: lambda entry: (entry.event.date_excerpt.passage, entry.event.date_excerpt.start, entry.in_time),
}


class TimelineModel(QAbstractTableModel):
    """One row an event. Sorting keeps the view's current row; setting other entries does not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []
        self._row_of: dict[str, int] = {}
        self._sorted_by = Column.WHEN
        self._order = Qt.SortOrder.AscendingOrder

    def set_entries(self, entries: list[Entry]) -> None:
        """Show these entries in the present order."""
        self.beginResetModel()
        self._rows = self._in_order(entries)
        self._row_of = {entry.event.id: row for row, entry in enumerate(self._rows)}
        self.endResetModel()

    def entry(self, row: int) -> Entry:
        """The entry of a row."""
        return self._rows[row]

    def row_of(self, event_id: str) -> int | None:
        """The row of an event, None when it is not shown."""
        return self._row_of.get(event_id)

    def _in_order(self, entries: list[Entry]) -> list[Entry]:
        descending = self._order is Qt.SortOrder.DescendingOrder
        return sorted(entries, key=_KEYS[self._sorted_by], reverse=descending)

    # Qt

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        entries = [self._rows[index.row()] for index in kept]
        self._sorted_by, self._order = Column(column), order
        self._rows = self._in_order(self._rows)
        self._row_of = {entry.event.id: row for row, entry in enumerate(self._rows)}
        moved = [
            self.index(self._row_of[entry.event.id], index.column()) for entry, index in zip(entries, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation is not Qt.Orientation.Horizontal:  # not shown, but a screen reader says it with each cell
            event = self._rows[section].event
            is_name = role == Qt.ItemDataRole.AccessibleTextRole
            return f"{describe(event.date.span, full=True)}, {event.title}" if is_name else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = " ↑" if self._order is Qt.SortOrder.AscendingOrder else " ↓"
            return column_word(column) + (arrow if column is self._sorted_by else "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heading_in_words(column)
        return None

    def _heading_in_words(self, column: Column) -> str:
        """The heading without arrow and sign, for readers of the screen."""
        translate = QCoreApplication.translate
        word = translate("Timeline", "Paragraph") if column is Column.PASSAGE else column_word(column)
        if column is not self._sorted_by:
            return word
        if self._order is Qt.SortOrder.AscendingOrder:
            return translate("Timeline", "{}, sorted, rising").format(word)
        return translate("Timeline", "{}, sorted, falling").format(word)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(entry, column)
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.ToolTipRole and column in (Column.WHEN, Column.WHAT):
            return plain_tip(tip_in_words(entry.event))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell_in_words(entry, column)
        return None


def column_word(column: Column) -> str:
    """A column's heading."""
    translate = QCoreApplication.translate
    return {
        Column.WHEN: translate("Timeline", "When"),
        Column.WHAT: translate("Timeline", "What"),
        Column.KIND: translate("Timeline", "Kind"),
        Column.PASSAGE: "¶",
    }[column]


def cell_text(entry: Entry, column: Column) -> str:
    """What a cell says."""
    event = entry.event
    match column:
        case Column.WHEN:
            return describe(event.date.span)
        case Column.WHAT:
            return title_with_status(event) + (f" · {entry.mark}" if entry.mark else "")
        case Column.KIND:
            return event_kind_word(event.kind)
        case Column.PASSAGE:
            return str(event.date_excerpt.passage)


def cell_in_words(entry: Entry, column: Column) -> str:
    """What a cell says to readers of the screen. The first one, where the keyboard is, tells the whole row."""
    match column:
        case Column.WHEN:
            return row_in_words(entry.event)
        case Column.PASSAGE:
            return QCoreApplication.translate("Timeline", "Paragraph {}").format(entry.event.date_excerpt.passage)
        case _:
            return f"{column_word(column)}: {cell_text(entry, column)}"
