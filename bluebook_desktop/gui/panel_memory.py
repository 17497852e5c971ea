"""What the tabs beside the reader remember from run to run: filters, order, and how their room is divided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from bluebook_desktop.gui.centre import Centre
    from bluebook_desktop.settings import Settings

SETTING = "panels"


class PanelMemory(QObject):
    """Gives every panel what it remembered when it is made, and takes it down again."""

    def __init__(self, centre: Centre, settings: Settings) -> None:
        super().__init__(centre)
        self._centre = centre
        self._settings = settings
        centre.panel_made.connect(self._on_panel_made)

    def remember(self) -> None:
        """Put the state of all panels into the settings; of one that was not opened, what is known stays."""
        states = {tab: panel.state() for tab, panel in self._centre.made.items()}
        self._settings.set(SETTING, {**self._settings.get(SETTING), **states})

    def _on_panel_made(self, tab: str, panel: Any) -> None:
        state = self._settings.get(SETTING).get(tab)
        if isinstance(state, dict):
            panel.restore(state)
