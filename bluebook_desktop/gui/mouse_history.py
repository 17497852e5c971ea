"""The mouse's own buttons for Back and Forward, wherever in the window they are pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_STEPS = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}


class MouseHistory(QObject):
    """Triggers the actions ``back`` and ``forward``."""

    def __init__(self, window: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._actions = actions
        window.installEventFilter(self)  # what no part of the window takes comes to it

    def watch(self, part: QWidget) -> None:
        """Look at presses before lists and tables do, which would take any button for a click on a row."""
        for area in part.findChildren(QAbstractScrollArea):
            area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES and isinstance(event, QMouseEvent) and event.button() in _STEPS:
            self._actions[_STEPS[event.button()]].trigger()
            return True
        return super().eventFilter(watched, event)
