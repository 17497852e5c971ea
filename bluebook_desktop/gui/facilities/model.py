"""Facilities as a table: one list of columns, and the rows that the filters leave, sorted by one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import Facility
from bluebook_desktop.gui.facilities.filtering import Found, Search, Wanted, what_the_text_says
from bluebook_desktop.gui.facilities.words import facility_in_words
from bluebook_desktop.gui.widgets.tips import plain_tip
from bluebook_desktop.gui.wording import facility_kind_word, short_place

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
FACILITY = Qt.ItemDataRole.UserRole + 1
MARK = Qt.ItemDataRole.UserRole + 2
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what a cell says, what it says in full, and what it is sorted by."""

    key: str
    title: Callable[[], str]
    text: Callable[[Facility], str]
    sort: Callable[[Facility], Any]
    whole: Callable[[Facility], str] | None = None


def _place_in_full(facility: Facility) -> str:
    if facility.where is None:
        return ""
    said = "not in the text" in facility.where.source
    added = translate("Facilities", "added") if said else translate("Facilities", "added, not in the text")
    return f"{facility.where.text} ({added}: {facility.where.source})"


COLUMNS: tuple[Column, ...] = (
    Column("name", lambda: translate("Facilities", "Name"), lambda one: one.name, lambda one: fold(one.name)),
    Column(
        "kind",
        lambda: translate("Facilities", "Kind"),
        lambda one: facility_kind_word(one.kind),
        lambda one: facility_kind_word(one.kind),
    ),
    Column(
        "where",
        lambda: translate("Facilities", "Where (added)"),
        short_place,
        lambda one: fold(short_place(one)),
        _place_in_full,
    ),
    Column(
        "says",
        lambda: translate("Facilities", "The text says"),
        what_the_text_says,
        lambda one: fold(what_the_text_says(one)),
        lambda one: what_the_text_says(one, "\n"),
    ),
    Column(
        "mentions",
        lambda: translate("Facilities", "Mentions"),
        lambda one: str(len(one.mentions)),
        lambda one: len(one.mentions),
    ),
)
KEYS = tuple(column.key for column in COLUMNS)


def spoken(facility: Facility, column: Column) -> str:
    """A cell as a screen reader says it: every one tells whose it is; the first in the words of the map."""
    if column.key == "name":
        return facility_in_words(facility).replace("\n", ", ")
    text = (column.whole or column.text)(facility).replace("\n", " · ") or translate("Facilities", "nothing")
    return translate("Facilities", "{0}, {1}: {2}").format(facility.name, column.title(), text)


class FacilityModel(QAbstractTableModel):
    """All facilities of a section, in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Facility] = ()
        self._marks: dict[str, str] = {}

    @property
    def rows(self) -> Sequence[Facility]:
        """The facilities, row by row."""
        return self._rows

    def set_rows(self, rows: Sequence[Facility], mark: Callable[[str], str] = lambda _facility: "") -> None:
        """Show other facilities; `mark` gives the word of one that was not checked by hand, by its id."""
        self.beginResetModel()
        self._rows = rows
        self._marks = {one.id: mark(one.id) for one in rows}
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        facility, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(facility)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip((column.whole or column.text)(facility))
            case Qt.ItemDataRole.AccessibleTextRole:
                said = spoken(facility, column)
                mark = self._mark(facility, column)
                return f"{said} · {mark}" if mark else said
            case _ if role == FACILITY:
                return facility
            case _ if role == MARK:
                return self._mark(facility, column)
        return None

    def _mark(self, facility: Facility, column: Column) -> str:
        """Where a facility is from, beside its name alone."""
        return self._marks.get(facility.id, "") if column is COLUMNS[0] else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:  # not shown, but a screen reader says it with each cell
            return self._rows[section].name if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class FacilityFilter(QSortFilterProxyModel):
    """The rows that are as asked for, sorted by a column."""

    def __init__(self, model: FacilityModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = Search(())
        self._found = Found()
        self._keys: dict[int, list[Any]] = {}
        self._arrow = ("name", Qt.SortOrder.AscendingOrder)
        self._model = model
        model.modelAboutToBeReset.connect(self._forget)
        self.setSourceModel(model)

    @property
    def order(self) -> tuple[str, Qt.SortOrder]:
        """The key of the column that the rows are sorted by, and which way."""
        return self._arrow

    @property
    def found(self) -> Found:
        """What the filter left, with the counts of all other choices."""
        return self._found

    def set_rows(self, rows: Sequence[Facility], mark: Callable[[str], str], wanted: Wanted) -> None:
        """Filter other facilities from now on; see `FacilityModel.set_rows`."""
        self._search = Search(rows)
        self._found = self._search.find(wanted)
        self._model.set_rows(rows, mark)

    def set_filter(self, wanted: Wanted) -> None:
        """Leave the rows that are as asked for."""
        found = self._search.find(wanted)
        if found.rows == self._found.rows:
            self._found = found
            return
        self.beginFilterChange()
        self._found = found
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def missing(self, words: Sequence[str]) -> list[str]:
        """The words that occur nowhere."""
        return self._search.missing(words)

    def _forget(self) -> None:
        self._keys.clear()

    def facility(self, index: Index) -> Facility | None:
        """The facility of a row."""
        return self._model.rows[self.mapToSource(index).row()] if index.isValid() else None

    def facilities(self) -> list[Facility]:
        """The facilities that are shown, in the order of their rows."""
        rows = (self.facility(self.index(row, 0)) for row in range(self.rowCount()))
        return [one for one in rows if one is not None]

    def row_of(self, id_: str) -> QModelIndex:
        """The row of a facility, invalid when it is not shown."""
        for row in range(self.rowCount()):
            index = self.index(row, 0)
            facility = self.facility(index)
            if facility is not None and facility.id == id_:
                return index
        return QModelIndex()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(COLUMNS):
            self._arrow = (COLUMNS[column].key, order)
        super().sort(column, order)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = super().headerData(section, orientation, role)
        if orientation is not Qt.Orientation.Horizontal:
            return found
        key, order = self._arrow
        rises = order == Qt.SortOrder.AscendingOrder
        title, is_sorted = COLUMNS[section].title(), COLUMNS[section].key == key
        if role == Qt.ItemDataRole.DisplayRole and is_sorted:
            return f"{title} ↑" if rises else f"{title} ↓"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = translate("Facilities", "{0}, sorted, rising"), translate("Facilities", "{0}, sorted, falling")
            return said[0 if rises else 1].format(title) if is_sorted else title
        return found

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        return row in self._found.rows

    def lessThan(self, left: Index, right: Index) -> bool:
        keys = self._keys_of(left.column())
        return bool((keys[left.row()], left.row()) < (keys[right.row()], right.row()))

    def _keys_of(self, column: int) -> list[Any]:
        """What the rows are sorted by, put together once."""
        if column not in self._keys:
            self._keys[column] = [COLUMNS[column].sort(one) for one in self._model.rows]
        return self._keys[column]
