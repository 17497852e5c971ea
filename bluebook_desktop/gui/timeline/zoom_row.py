"""The buttons that look closer at the timeline, further, and at all that the filters leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bluebook_desktop.gui.timeline.moving import STEP_ZOOM

if TYPE_CHECKING:
    from bluebook_desktop.gui.theme import Theme

_SPACING = 4
_WIDTH = 32
_ICON = QSize(16, 16)


class ZoomRow(QWidget):
    """`zoomed` tells how many times as close to look, `fit_requested` that everything is to be seen."""

    zoomed = Signal(float)
    fit_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.wider, self.closer, self.fit = QPushButton(self), QPushButton(self), QPushButton(self.tr("Fit"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_SPACING)
        for button, name in (
            (self.wider, self.tr("Zoom out")),
            (self.closer, self.tr("Zoom in")),
            (self.fit, self.tr("Fit: show all events that are left")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.wider, self.closer):
            button.setFixedWidth(_WIDTH)
            button.setIconSize(_ICON)
        self.wider.clicked.connect(lambda: self.zoomed.emit(1 / STEP_ZOOM))
        self.closer.clicked.connect(lambda: self.zoomed.emit(STEP_ZOOM))
        self.fit.clicked.connect(self.fit_requested)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.wider.setIcon(self._theme.icon("minus", "ink"))
        self.closer.setIcon(self._theme.icon("plus", "ink"))
