"""The parts of the window that F6 goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def focus_next(panes: Sequence[tuple[QWidget, Callable[[], None]]]) -> None:
    """Give the keyboard to the pane after the one that has it, else to the first; each comes with what gives it."""
    focus = QGuiApplication.focusObject()
    inside = (i for i, (pane, _) in enumerate(panes) if isinstance(focus, QWidget) and pane.isAncestorOf(focus))
    panes[(next(inside, -1) + 1) % len(panes)][1]()
