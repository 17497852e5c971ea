"""The model of a list of records: rows that know what typing ahead looks at and what a screen reader says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


class Row(Protocol):
    """What a row must know of itself."""

    @property
    def key(self) -> str:
        """The id of its record, or nothing where it is a caption."""

    @property
    def typed(self) -> str:
        """What typing ahead looks at."""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""


R = TypeVar("R", bound=Row)


class RecordRows(QAbstractListModel, Generic[R]):
    """The rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = []

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, key: str) -> QModelIndex:
        """The row of a record, invalid when it is not shown."""
        return next((self.index(number) for number, row in enumerate(self._rows) if row.key == key), QModelIndex())

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.typed
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.spoken
            case _ if role == ROW:
                return row
        return None
