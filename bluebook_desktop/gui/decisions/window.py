"""Decisions in the window: what its actions do, and the words in the status bar that offer to undo the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from bluebook_desktop.gui.decisions.strip import Deed
from bluebook_desktop.gui.spoken_roles import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.gui.decisions.desk import DecisionDesk
    from bluebook_desktop.gui.workspace import Workspace

_OFFERED_FOR_MS = 15_000


def decision_slots(workspace: Workspace, window: QWidget) -> dict[str, Callable[[], None]]:
    """What the window's actions for decisions do."""

    def show_decisions() -> None:
        from bluebook_desktop.gui.dialogs.decisions import DecisionsDialog  # noqa: PLC0415 - when first asked for

        dialog = DecisionsDialog(workspace.desk, workspace.library.address, window)
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
        self._words: QLabel | None = None
        self._undo = self._link(self.tr("Undo"), desk.undo)
        self._redo = self._link(self.tr("Redo"), desk.redo)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 8, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._undo)
        self._row.addWidget(self._redo)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_OFFERED_FOR_MS)
        self._timer.timeout.connect(self.hide)
        desk.done.connect(self._on_done)
        self.hide()

    def _link(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("link", "true")
        button.clicked.connect(slot)
        return button

    def _on_done(self, words: str, undone: bool) -> None:
        if self._words is None:  # most windows never decide anything
            self._words = QLabel(self)
            self._words.setTextFormat(Qt.TextFormat.PlainText)
            self._row.insertWidget(0, self._words)
        self._words.setText(words)
        self._undo.setVisible(self._desk.can_undo and not undone)
        self._redo.setVisible(self._desk.can_redo and undone)
        self.show()
        self._timer.start()
        announce(self, words)
