"""Work of the window's thread in small steps, between which it answers its user."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Seconds after which the user gets a turn. A step that takes longer is still done whole.
_TURN = 0.004
#: So many widgets are dressed in one step.
_AT_ONCE = 8


def dressing(widget: QWidget) -> Iterator[None]:
    """Let the style sheet dress a widget and all within it, some at a time; else it does when they are first seen."""
    widget.ensurePolished()
    for number, one in enumerate(widget.findChildren(QWidget), 1):
        one.ensurePolished()
        if number % _AT_ONCE == 0:
            yield


class Steps(QObject):
    """Goes through an iterator whose every item is a step. `ended` tells that all are done.

    As soon as `goes_on` says no, the rest is left undone. With a `pause` (in milliseconds) between the steps they take
    place beside what the user does, not before it.
    """

    ended = Signal()

    def __init__(
        self, steps: Iterator[object], goes_on: Callable[[], bool], parent: QObject, pause: int | None = None
    ) -> None:
        super().__init__(parent)
        self._steps, self._goes_on, self._pause = steps, goes_on, pause

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
            if self._pause is not None or time.monotonic() >= until:
                QTimer.singleShot(self._pause or 0, self, self._go)
                return
