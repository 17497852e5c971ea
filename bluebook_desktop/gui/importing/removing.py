"""Asks which imported sections are to leave the library."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout

from bluebook_desktop.gui.widgets.check_delegate import CheckDelegate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from bluebook_desktop.gui.theme import Theme

_ID = Qt.ItemDataRole.UserRole


class RemoveDialog(QDialog):
    """A list of imported sections to tick; `chosen` tells the ids of those that are to go."""

    chosen = Signal(list)

    def __init__(
        self, theme: Theme, sections: Sequence[tuple[str, str]], ticked: Collection[str], parent: QWidget | None = None
    ) -> None:
        """`sections` are ids and titles, `ticked` the ids of those that are meant already."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Remove from the library"))
        words = QLabel(self.tr("Sections that were imported. Their files are kept and can be imported again."), self)
        words.setProperty("role", "soft")
        words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setItemDelegate(CheckDelegate(theme, self.list))
        self.list.setAccessibleName(self.tr("Imported sections"))
        for section_id, title in sections:
            item = QListWidgetItem(f"{section_id}  {title}", self.list)
            item.setData(_ID, section_id)
            item.setToolTip(title)
            item.setCheckState(Qt.CheckState.Checked if section_id in ticked else Qt.CheckState.Unchecked)
            if section_id in ticked:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._remove = QPushButton(self)
        self._remove.setProperty("primary", "true")
        self._remove.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        room = self.screen().availableGeometry()
        self.resize(min(560, room.width() - 16), min(420, room.height() - 48))
        self.list.itemChanged.connect(self._refresh)
        self._remove.clicked.connect(self._on_remove)
        cancel.clicked.connect(self.reject)
        self._refresh()

    def _ticked(self) -> list[str]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [str(one.data(_ID)) for one in items if one.checkState() is Qt.CheckState.Checked]

    def _refresh(self) -> None:
        number = len(self._ticked())
        words = self.tr("Remove 1 section") if number == 1 else self.tr("Remove {0} sections").format(number)
        self._remove.setText(words)
        self._remove.setEnabled(number > 0)

    def _on_remove(self) -> None:
        ticked = self._ticked()
        self.accept()
        self.chosen.emit(ticked)
