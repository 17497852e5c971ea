"""What the tabs show and how, kept over restarts; the words of a filter are not: they belong to one question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from bluebook_desktop.gui.centre import Centre
    from bluebook_desktop.gui.navigator import Navigator
    from bluebook_desktop.settings import Settings

_SETTING = "panels"
_FORGOTTEN = ("filter", "words")


class PanelMemory(QObject):
    """Gives every panel, when it is made, the state in which it was left."""

    def __init__(self, settings: Settings, centre: Centre, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._centre, self._navigator = settings, centre, navigator
        centre.panel_made.connect(self._on_made)

    def remember(self) -> None:
        """Put the states of the panels into the settings; those that were not made keep the earlier ones."""
        states = dict(self._settings.get(_SETTING))
        for tab, panel in self._centre.made.items():
            states[tab] = {key: value for key, value in panel.state().items() if key not in _FORGOTTEN}
        self._settings.set(_SETTING, states)

    def _on_made(self, tab: str, panel: Any) -> None:
        state = self._settings.get(_SETTING).get(tab)
        if isinstance(state, dict):
            panel.restore(state)
            panel.select(self._navigator.selection)  # is shown whatever is filtered
