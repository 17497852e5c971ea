"""A small button with a menu of all who are quoted, to see what one of them said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.gui.quotations.model import Speaker

_MOST_LETTERS = 18


class SpeakerFilter(QPushButton):
    """`chosen` tells the key of a speaker, or nothing for all of them."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._current = ""
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self._group.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)
        self.setProperty("menu_chip", "true")
        self._show_current()

    @property
    def current(self) -> str:
        """The key of the speaker chosen, or nothing."""
        return self._current

    def set_speakers(self, speakers: Sequence[Speaker]) -> None:
        """Offer these; one that is no longer among them is let go."""
        self._names = {one.key: one.name for one in speakers}
        if self._current not in self._names:
            self._current = ""
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        self._add("", self.tr("All speakers"))
        self._menu.addSeparator()
        for one in speakers:
            self._add(one.key, f"{one.name} ({one.count})")
        self._show_current()

    def choose(self, key: str) -> None:
        """Choose a speaker without telling."""
        self._current = key if key in self._names else ""
        self._show_current()

    def _add(self, key: str, words: str) -> None:
        action = QAction(words.replace("&", "&&"), self._menu)
        action.setCheckable(True)
        action.setData(key)
        self._group.addAction(action)
        self._menu.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        self._current = str(action.data())
        self._show_current()
        self.chosen.emit(self._current)

    def _show_current(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._current)
        name = self._names.get(self._current, "")
        short = name if len(name) <= _MOST_LETTERS else name[: _MOST_LETTERS - 1].rstrip() + "…"
        words = short or self.tr("Speaker")
        self.setText(f"{words} ▾".replace("&", "&&"))
        self.setAccessibleName(self.tr("Speaker: {0}").format(name or self.tr("all")))
        self.setToolTip("")
        self.setProperty("on", "true" if name else "false")
        self.style().unpolish(self)
        self.style().polish(self)
