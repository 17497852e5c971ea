"""The buttons below a card: what can be done with the record, the first one being the primary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bluebook_desktop.gui.details.cards import Ask
from bluebook_desktop.gui.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from bluebook_desktop.gui.details.cards import Button


class ButtonRow(FlowRow):
    """One push button for each `Button` of a card."""

    asked = Signal(object)  # a Button

    def __init__(self, buttons: tuple[Button, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(16, 12, 16, 12)
        texts = {
            Ask.READ: self.tr("Read in place"),
            Ask.COPY: self.tr("Copy with citation"),
            Ask.TIMELINE: self.tr("On timeline"),
            Ask.MAP: self.tr("On map"),
            Ask.FACILITIES: self.tr("In facilities"),
            Ask.QUOTATIONS: self.tr("In quotations"),
            Ask.PEOPLE: self.tr("Person’s page"),
        }
        for number, button in enumerate(buttons):
            widget = QPushButton(texts[button.ask], self)
            widget.setProperty("primary", "true" if number == 0 else "false")
            widget.clicked.connect(lambda _=False, button=button: self.asked.emit(button))
            self.add(widget)
