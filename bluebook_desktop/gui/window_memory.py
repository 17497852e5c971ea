"""What a window remembers of itself over restarts: its place, its panels, the tab, and where the text was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bluebook_desktop.domain.references import locator_for
from bluebook_desktop.gui.panel_memory import PanelMemory

if TYPE_CHECKING:
    from bluebook_desktop.gui.main_window import MainWindow
    from bluebook_desktop.gui.workspace import Workspace
    from bluebook_desktop.settings import Settings

_SAVED_AFTER_MS = 1_500
_LEAST_WIDTH, _MOST_WIDTH = 200, 2000


class WindowMemory(QObject):
    """Puts into the settings what should be remembered; by itself shortly after something changed.

    Not every program ends by being closed.
    """

    def __init__(self, window: MainWindow, workspace: Workspace, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._workspace, self._settings = window, workspace, settings
        self._panels = PanelMemory(settings, workspace.centre, workspace.navigator, self)
        self._saver = QTimer(self)
        self._saver.setSingleShot(True)
        self._saver.setInterval(_SAVED_AFTER_MS)
        self._saver.timeout.connect(self._save)

    def keep_saved(self) -> None:
        """Save from now on."""
        for changed in (
            self._workspace.history.changed,
            self._workspace.status_changed,
            self._workspace.panels_changed,
        ):
            changed.connect(self._saver.start)

    def _save(self) -> None:
        self.remember()
        self._settings.save()

    def remember(self) -> None:
        """Put what should be remembered into the settings."""
        settings, workspace, section = self._settings, self._workspace, self._window.section
        bench = workspace.workbench
        settings.set("window_geometry", bytes(self._window.saveGeometry().toBase64().data()).decode("ascii"))
        for name, width in zip(("side_width", "details_width"), bench.widths, strict=True):
            settings.set(name, min(max(width, _LEAST_WIDTH), _MOST_WIDTH))
        settings.set("side_visible", bench.is_shown("side") or bench.side_over)
        settings.set("tab", workspace.centre.tab)
        self._panels.remember()
        if section is not None:
            settings.set("place", str(locator_for(section.id, self._window.reader.place)))
