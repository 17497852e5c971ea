"""Work of the window's thread in small steps, between which it answers its user."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Seconds after which the user gets a turn. A step that takes longer is still done whole.
_TURN = 0.004


class Steps(QObject):
    """Goes through an iterator whose every item is a step. `ended` tells that all are done.

    As soon as `goes_on` says no, the rest is left undone.
    """

    ended = Signal()

    def __init__(self, steps: Iterator[object], goes_on: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._steps, self._goes_on = steps, goes_on

    def start(self) -> None:
        """Take the first steps at once."""
        self._go()

    def _go(self) -> None:
        until = time.monotonic() + _TURN
        while self._goes_on():
            try:
                next(self._steps)
            except StopIteration:
                self.ended.emit()
                return
            if time.monotonic() >= until:
                QTimer.singleShot(0, self, self._go)
                return
