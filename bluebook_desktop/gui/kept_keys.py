"""Keys that are pressed while the window is being built: nothing takes them yet, and who pressed them expects it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from bluebook_desktop.gui.main_window import MainWindow

_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class KeptKeys(QObject):
    """Keeps keys from now on, until `press` presses them one after the other.

    It listens where the system hands them over: a filter of the application would be shown every event of every
    object, and PySide would make the types of all of them, which takes 1.5 MB.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._kept: list[QKeyEvent] = []
        self._handle = window.windowHandle()  # there is none before the window is first shown, and so no key either
        if self._handle is not None:
            self._handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress:
            self._kept.append(event.clone())
        event.accept()
        return True

    def press(self) -> None:
        """Press what was kept, in its order, and keep nothing any more."""
        if self._handle is not None:
            self._handle.removeEventFilter(self)
        kept, self._kept = self._kept, []
        for event in kept:
            if not self._trigger(event):
                QApplication.sendEvent(QApplication.focusWidget() or self._window, event)

    def _trigger(self, event: QKeyEvent) -> bool:
        """Do what a shortcut stands for; whether the keys are one."""
        keys = QKeySequence(event.keyCombination())
        for action in self._window.actions_by_id.values():
            if action.isEnabled() and keys in action.shortcuts():
                action.trigger()
                return True
        return False
