"""Search results as rows of a list, grouped by place if wished."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bluebook_desktop.gui.search.words import folding_words, hit_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.services.search import Hit, SearchResult

Index = QModelIndex | QPersistentModelIndex
HIT = Qt.ItemDataRole.UserRole + 1
#: Where a hit stands, as short as it can be.
PLACE = Qt.ItemDataRole.UserRole + 2


class ResultsModel(QAbstractListModel):
    """One row a hit, or a caption above those of one place.

    A row's text, for a screen reader, is its kind, place and snippet in words, and why it matches.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._rows: list[Hit | str] = []
        self._shown = 0
        self._several = False

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits in their order."""
        return self._hits

    def set_hits(
        self,
        hits: tuple[Hit, ...],
        *,
        grouped: bool = False,
        several: bool = False,
        first: Callable[[list[Hit | str]], int] = len,
    ) -> None:
        """Show other hits: the best first, or `grouped` by their place in the order of the text.

        `several` says that the library holds more than one section, which every row then names. Only as many rows as
        `first` says are shown at once, the others after `show_rest`: while somebody types, nobody sees them, and to lay
        them out takes longer than to find them.
        """
        self.beginResetModel()
        self._several = several
        self._hits = hits
        self._rows = _grouped(hits, several=several) if grouped else list(hits)
        self._shown = first(self._rows)
        self.endResetModel()

    @property
    def is_whole(self) -> bool:
        """Whether all rows are shown."""
        return self._shown == len(self._rows)

    def show_rest(self) -> None:
        """Show all rows."""
        if not self.is_whole:
            self.beginInsertRows(QModelIndex(), self._shown, len(self._rows) - 1)
            self._shown = len(self._rows)
            self.endInsertRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._shown

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == HIT:
            return None if isinstance(row, str) else row
        if role == PLACE:
            return self.place_of(row)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, str):
                return row
            place = self.tr("paragraph {0}").format(row.passage)
            section = row.reference.section if self._several else ""
            parts = [hit_word(row), section, place, row.title, row.snippet, *folding_words(row)]
            return ", ".join(part for part in dict.fromkeys(parts) if part)
        return None

    def place_of(self, row: Hit | str) -> str:
        """Where a hit stands, as short as it can be; a caption stands nowhere."""
        if isinstance(row, str):
            return ""
        return f"{row.reference.section} ¶ {row.passage}" if self._several else f"¶ {row.passage}"

    def row_of(self, section: str, first: int, last: int) -> int:
        """The first row whose hit stands in these passages of a section, or -1."""
        for number, row in enumerate(self._rows):
            if not isinstance(row, str) and row.reference.section == section and first <= row.passage <= last:
                return number
        return -1

    def row_of_hit(self, hit: Hit) -> int:
        """The row of a hit that another list had, or -1."""
        wanted = hit.reference, hit.passage
        for number, row in enumerate(self._rows):
            if not isinstance(row, str) and (row.reference, row.passage) == wanted:
                return number
        return -1

    def step(self, row: int, rows: int) -> int:
        """The row so many further down or up, captions left out; at either end the last that there is."""
        held = [number for number, one in enumerate(self._rows) if not isinstance(one, str)]
        if not held:
            return -1
        nowhere = -1 if rows > 0 else len(held)  # the first step comes to the first or to the last
        at = held.index(row) if row in held else nowhere if row < 0 else 0
        return held[min(max(at + rows, 0), len(held) - 1)]


def _grouped(hits: tuple[Hit, ...], *, several: bool) -> list[Hit | str]:
    """The hits under the words of their places, places in the order of the text."""
    places: dict[tuple[str, tuple[str, ...]], list[Hit]] = {}
    for hit in hits:
        places.setdefault((hit.reference.section, hit.place), []).append(hit)
    ordered = sorted(places.items(), key=lambda one: (one[0][0], min(hit.passage for hit in one[1])))
    rows: list[Hit | str] = []
    for (section, place), inside in ordered:
        shown = (section.partition("/")[0], *place) if several else place[1:] or place
        rows += [" › ".join(shown), *inside]
    return rows


def lengthened(shown: SearchResult, result: SearchResult) -> SearchResult:
    """A longer list of the same, which begins with what is shown: kinds that had no room may rank higher there."""
    known = {(hit.reference, hit.passage) for hit in shown.hits}
    more = (hit for hit in result.hits if (hit.reference, hit.passage) not in known)
    return replace(result, hits=(*shown.hits, *more))
