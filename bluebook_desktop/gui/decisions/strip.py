"""The strip in Details that says where a record is from, with the buttons for what its reader makes of it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from bluebook_desktop.gui.widgets.flow_row import FlowRow


class Deed(StrEnum):
    """What can be done with a found record."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    TAKE_BACK = "take_back"


class DecisionStrip(QWidget):
    """A quiet line and a row of buttons, which stay the same widgets: the focus is never lost."""

    asked = Signal(object)  # a Deed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "small")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rule = QFrame(self)
        self._rule.setProperty("role", "rule")
        self._row = FlowRow(self, spacing=6)
        self._buttons: dict[Deed, QPushButton] = {}
        for deed, text in (
            (Deed.CONFIRM, self.tr("Confirm")),
            (Deed.CORRECT, self.tr("Correct …")),
            (Deed.REJECT, self.tr("Reject")),
            (Deed.TAKE_BACK, self.tr("Take back")),
        ):
            button = QPushButton(text, self._row)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, deed=deed: self.asked.emit(deed))
            self._row.add(button)
            self._buttons[deed] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._rule)
        column.addWidget(self._words)
        column.addWidget(self._row)

    @property
    def deeds(self) -> list[Deed]:
        """What is offered."""
        return [deed for deed, button in self._buttons.items() if not button.isHidden()]

    @property
    def stops(self) -> list[QPushButton]:
        """What Tab reaches, in order."""
        return [self._buttons[deed] for deed in self.deeds]

    def show_origin(self, words: str, deeds: tuple[Deed, ...], reason: str) -> None:
        """Say where a record is from and offer some deeds; `reason` says why none can be done now, if so."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        for deed, button in self._buttons.items():
            button.setVisible(deed in deeds)
            button.setEnabled(not reason)
            button.setToolTip(reason)
            button.setAccessibleDescription(reason)
        take_back = self.tr("Restore") if deeds == (Deed.TAKE_BACK,) else self.tr("Take back")
        self._buttons[Deed.TAKE_BACK].setText(take_back)
        self._row.setVisible(bool(deeds))
        self.setVisible(bool(words or deeds))
        if had_focus and deeds and (focus is None or focus.isHidden()):
            self._buttons[deeds[0]].setFocus(Qt.FocusReason.OtherFocusReason)
