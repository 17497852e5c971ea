"""The map's three buttons: closer, farther, all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

if TYPE_CHECKING:
    from bluebook_desktop.gui.theme import Theme

_HEIGHT = 28
_ICON = 16


class ZoomButtons(QWidget):
    """A row on a ground that the map paints. Signals say what was asked for."""

    out_requested = Signal()
    in_requested = Signal()
    fit_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._minus, self._plus, self._fit = (QToolButton(self) for _ in range(3))
        for button, name, asked in (
            (self._minus, self.tr("Zoom out on the map"), self.out_requested),
            (self._plus, self.tr("Zoom in on the map"), self.in_requested),
            (self._fit, self.tr("Show the whole map"), self.fit_requested),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFixedHeight(_HEIGHT)
            button.clicked.connect(asked)
            row.addWidget(button)
        self._fit.setText(self.tr("Fit"))

    def set_whole(self, whole: bool) -> None:
        """Nothing is farther than the whole map."""
        self._minus.setEnabled(not whole)
        self._fit.setEnabled(not whole)

    def dress(self) -> None:
        """Take the icons of the theme, and the size that they ask for."""
        for button, name in ((self._minus, "minus"), (self._plus, "plus")):
            button.setIcon(self._theme.icon(name, "ink"))
            button.setIconSize(QSize(_ICON, _ICON))
        self.adjustSize()
