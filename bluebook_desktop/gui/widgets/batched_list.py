"""A list that lays out what is seen at once, and the rest a few rows at a time."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

_ENSURE_VISIBLE = QAbstractItemView.ScrollHint.EnsureVisible


class BatchedList(QListView):
    """A list of rows of their own height, whose words take long to lay out: between batches the window answers."""

    def __init__(self, batch: int, parent: QWidget | None = None) -> None:
        """`batch` rows are laid out at a time."""
        super().__init__(parent)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(batch)

    def lay_out_all(self) -> None:
        """Lay out all rows at once, since what somebody looks at, or goes to, would have no place meanwhile."""
        self.setLayoutMode(QListView.LayoutMode.SinglePass)
        QListView.doItemsLayout(self)
        self.setLayoutMode(QListView.LayoutMode.Batched)

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = _ENSURE_VISIBLE
    ) -> None:
        if index.isValid() and not self.visualRect(index).isValid():
            self.lay_out_all()
        super().scrollTo(index, hint)
