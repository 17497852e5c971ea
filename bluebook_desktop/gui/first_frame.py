"""What the first paint shows: the text in its place, and the ground of all that follows a moment later.

Building the rest takes as long as Qt itself; nobody who waits for the text should wait for it. Nothing here uses
the Qt namespace, which alone costs 16 ms to load.
"""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bluebook_desktop.gui.theme import ColorName, Theme

#: Heights of the top bar, the row of tabs and the status bar, as the finished window has them.
TOP = 48
TABS = 39
STATUS = 26


class FirstFrame(QWidget):
    """Holds the reader where it will stand."""

    def __init__(self, theme: Theme, reader: QWidget, side_width: int) -> None:
        """`side_width` is 0 where no side bar will be shown."""
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._ground(theme, "chrome", height=TOP))
        row = QHBoxLayout()
        row.setSpacing(1)
        if side_width:
            row.addWidget(self._ground(theme, "panel", width=side_width))
        centre = QVBoxLayout()
        centre.setSpacing(0)
        centre.addWidget(self._ground(theme, "chrome", height=TABS))
        centre.addWidget(reader, 1)
        row.addLayout(centre, 1)
        layout.addLayout(row, 1)
        layout.addWidget(self._ground(theme, "chrome", height=STATUS))

    def _ground(self, theme: Theme, color: ColorName, *, width: int = 0, height: int = 0) -> QWidget:
        """A plain area in a colour of the theme."""
        ground = QWidget(self)
        palette = ground.palette()
        palette.setColor(QPalette.ColorRole.Window, theme.color(color))
        ground.setPalette(palette)
        ground.setAutoFillBackground(True)
        if width:
            ground.setFixedWidth(width)
        if height:
            ground.setFixedHeight(height)
        return ground
