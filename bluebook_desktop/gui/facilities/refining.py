"""Makes the paths for closer looks at the map while nobody waits for them, a level of detail at a time."""

from PySide6.QtCore import QObject, QTimer

from bluebook_desktop.gui.facilities import outline

_IDLE_MS = 150


class Refiner(QObject):
    """Each `wait` puts the next level off until the map has not been painted for a moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._levels = [0, 1]
        self._timer = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._timer.timeout.connect(self._make)

    def wait(self) -> None:
        """The map was painted just now."""
        if self._levels:
            self._timer.start()

    def _make(self) -> None:
        outline.paths(self._levels.pop())
        self.wait()
