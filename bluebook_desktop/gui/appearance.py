"""What the reader sets about how the window looks: the size of the text, and light or dark."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.gui.reader.panel import ReaderPanel
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.settings import Settings

ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_USUAL = 100


class Appearance:
    """Changes size and colours, and keeps them in the settings."""

    def __init__(self, theme: Theme, reader: ReaderPanel, settings: Settings, zoomed: Callable[[int], None]) -> None:
        """`zoomed` is told the size of the text in per cent."""
        self._theme, self._reader, self._settings, self._zoomed = theme, reader, settings, zoomed

    def slots(self) -> dict[str, Callable[[], None]]:
        """What the actions of the menu do."""
        return {
            "zoom_in": lambda: self._step_zoom(1),
            "zoom_out": lambda: self._step_zoom(-1),
            "zoom_reset": lambda: self._set_zoom(_USUAL),
            **{f"theme_{choice}": partial(self._choose, choice) for choice in ("system", "light", "dark")},
        }

    def _step_zoom(self, step: int) -> None:
        zoom = self._reader.zoom
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - zoom))
        self._set_zoom(ZOOMS[min(max(nearest + step, 0), len(ZOOMS) - 1)])

    def _set_zoom(self, zoom: int) -> None:
        self._reader.set_zoom(zoom)
        self._settings.set("zoom", zoom)
        self._zoomed(zoom)

    def _choose(self, theme: str) -> None:
        self._settings.set("theme", theme)
        self._theme.choose(theme)
