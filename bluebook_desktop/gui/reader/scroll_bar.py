"""A scroll bar that shows where things lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollBar

from bluebook_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class MarkedScrollBar(QScrollBar):
    """A scroll bar that shows where the marked places lie (0 at the top, 1 at the end)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()  # vertical, as Qt makes them; an argument would load the Qt namespace
        self._theme = theme
        self._marks: list[float] = []

    def set_marks(self, marks: list[float]) -> None:
        """Show these places instead of the ones before."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._marks:
            return
        from PySide6.QtGui import QPainter  # noqa: PLC0415 - see FirstFrame

        painter = QPainter(self)
        for place in self._marks:
            y = round(place * (self.height() - 4))
            painter.fillRect(2, y, self.width() - 4, 3, self._theme.color("accent"))
