"""Search results as rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from bluebook_desktop.services.search import Hit

HIT = Qt.ItemDataRole.UserRole + 1


class ResultsModel(QAbstractListModel):
    """One row a hit; a row's text, for a screen reader, is its kind, place and snippet in words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits in their order."""
        return self._hits

    def set_hits(self, hits: tuple[Hit, ...]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == HIT:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = [self.kind_name(hit), self.tr("paragraph {0}").format(hit.passage), hit.title, hit.snippet]
            return ", ".join(part for part in dict.fromkeys(parts) if part)
        return None

    def kind_name(self, hit: Hit) -> str:
        """The kind of a hit in words."""
        names = {
            "passage": self.tr("Passage"),
            "quotation": self.tr("Quotation"),
            "event": self.tr("Event"),
            "facility": self.tr("Facility"),
            "person": self.tr("Person"),
            "abbreviation": self.tr("Abbreviation"),
            "heading": self.tr("Heading"),
        }
        return names[hit.reference.kind.value]
