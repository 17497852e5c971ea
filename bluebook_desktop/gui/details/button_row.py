"""The buttons below a card: what can be done with the record, the first one being the primary.

A button is made when it is first needed and kept: to make and dress five of them takes milliseconds.
"""

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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(16, 12, 16, 12)
        self._made: dict[tuple[Ask, bool], QPushButton] = {}
        self._targets: dict[Ask, Button] = {}

    @property
    def stops(self) -> list[QPushButton]:
        """The buttons that are shown, in order."""
        return [self._made[ask, number == 0] for number, ask in enumerate(self._targets)]

    def show_buttons(self, buttons: tuple[Button, ...]) -> None:
        """Offer these, in this order."""
        if buttons == tuple(self._targets.values()):
            return
        self._targets = {button.ask: button for button in buttons}
        for number, button in enumerate(buttons):
            if (button.ask, number == 0) not in self._made:
                self._made[button.ask, number == 0] = self._make(button.ask, is_primary=number == 0)
        shown = self.stops
        self.arrange(shown)
        for one in self._made.values():
            one.setVisible(one in shown)
        for one in shown:  # screen readers meet them as the eye does
            one.raise_()
        self.setVisible(bool(shown))
        self.updateGeometry()

    def _make(self, ask: Ask, *, is_primary: bool) -> QPushButton:
        texts = {
            Ask.READ: self.tr("Read in place"),
            Ask.COPY: self.tr("Copy with citation"),
            Ask.TIMELINE: self.tr("On timeline"),
            Ask.MAP: self.tr("On map"),
            Ask.FACILITIES: self.tr("In facilities"),
            Ask.QUOTATIONS: self.tr("In quotations"),
            Ask.PEOPLE: self.tr("Person’s page"),
        }
        button = QPushButton(texts[ask], self)
        button.setProperty("primary", "true" if is_primary else "false")
        button.clicked.connect(lambda: self._ask(ask))
        self.add(button)
        return button

    def _ask(self, ask: Ask) -> None:
        if ask in self._targets:
            self.asked.emit(self._targets[ask])
