"""Decisions in the window: what its actions do, and the words in the status bar that offer to undo the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from bluebook_desktop.gui.decisions.strip import Deed

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.gui.decisions.desk import DecisionDesk
    from bluebook_desktop.gui.workspace import Workspace
    from bluebook_desktop.storage.library import Library

_OFFERED_FOR_MS = 15_000


def decision_slots(workspace: Workspace, library: Library, window: QWidget) -> dict[str, Callable[[], None]]:
    """What the window's actions for decisions do."""

    def show_decisions() -> None:
        from bluebook_desktop.gui.dialogs.decisions import DecisionsDialog  # noqa: PLC0415 - when first asked for

        dialog = DecisionsDialog(workspace.desk, library.address, window)
        dialog.read_requested.connect(workspace.navigator.read)
        dialog.open()

    return {
        "confirm": lambda: workspace.decide(Deed.CONFIRM),
        "correct": lambda: workspace.decide(Deed.CORRECT),
        "reject": lambda: workspace.decide(Deed.REJECT),
        "undo": workspace.desk.undo,
        "redo": workspace.desk.redo,
        "decisions": show_decisions,
    }


class UndoOffer(QWidget):
    """``Rejected: Treaty  Undo``, and after that ``Undone: Treaty  Redo``: for a while, in the status bar."""

    def __init__(self, desk: DecisionDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._words = QLabel(self)
        self._undo = QPushButton(self.tr("Undo"), self)
        self._undo.setProperty("link", "true")
        self._undo.clicked.connect(desk.undo)
        self._redo = QPushButton(self.tr("Redo"), self)
        self._redo.setProperty("link", "true")
        self._redo.clicked.connect(desk.redo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self._words)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_OFFERED_FOR_MS)
        self._timer.timeout.connect(self.hide)
        desk.done.connect(self._on_done)
        self.hide()

    def _on_done(self, words: str, undone: bool) -> None:
        self._words.setText(words)
        self._undo.setVisible(self._desk.can_undo and not undone)
        self._redo.setVisible(self._desk.can_redo and undone)
        self.show()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
