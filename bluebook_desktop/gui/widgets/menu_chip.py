"""A small button with a menu of what can be chosen, each with its count; the first entry chooses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Option:
    """An entry of the menu; without a count it is never faint."""

    key: str
    words: str
    count: int | None = None

    @property
    def line(self) -> str:
        """The entry as the menu shows it."""
        return self.words if self.count is None else f"{self.words} ({self.count})"


class ChipButton(QPushButton):
    """A button that looks like a chip, shows what its menu has chosen, and says it to a screen reader."""

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        """`name` is what is chosen (“Speaker”), `nothing` what is said while nothing is (“all”)."""
        super().__init__(parent)
        self._name, self._nothing = name, nothing
        self.setMenu(QMenu(self))
        self.setProperty("menu_chip", "true")
        self.say("")

    def say(self, chosen: str) -> None:
        """Show words for what is chosen, or nothing."""
        short = chosen if len(chosen) <= _MOST_LETTERS else chosen[: _MOST_LETTERS - 1].rstrip() + "…"
        self.setText(f"{short or self._name} ▾".replace("&", "&&"))
        self.setAccessibleName(self.tr("{0}: {1}").format(self._name, chosen or self._nothing))
        self.setToolTip(chosen if short != chosen else "")
        self.setProperty("on", "true" if chosen else "false")
        self.style().unpolish(self)
        self.style().polish(self)


class MenuChip(ChipButton):
    """`chosen` tells the key of an option, or nothing for the first entry."""

    chosen = Signal(str)

    def __init__(self, name: str, nothing: str, first: str, parent: QWidget | None = None) -> None:
        """`first` is the entry that chooses nothing."""
        super().__init__(name, nothing, parent)
        self._first = first
        self._options: dict[str, Option] = {}
        self._actions: dict[str, QAction] = {}
        self._current = ""
        self._group = QActionGroup(self.menu())
        self._group.triggered.connect(self._on_triggered)
        self.set_options(())

    @property
    def current(self) -> str:
        """The key of the option chosen, or nothing."""
        return self._current

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer these; one that is no longer among them is let go. What would leave nothing is faint."""
        wanted = {one.key: one for one in options}
        if list(wanted) != list(self._options) or not self._actions:
            self._rebuild(wanted)
        self._options = wanted
        if self._current not in wanted:
            self._current = ""
        for key, option in wanted.items():
            self._actions[key].setText(option.line.replace("&", "&&"))
            self._actions[key].setEnabled(option.count != 0 or key == self._current)
        self._show_current()

    def choose(self, key: str) -> None:
        """Choose an option without telling."""
        self._current = key if key in self._options else ""
        self._show_current()

    def _rebuild(self, wanted: dict[str, Option]) -> None:
        menu = self.menu()
        menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        self._actions = {"": self._add("", self._first)}
        if wanted:
            menu.addSeparator()
        for key, option in wanted.items():
            self._actions[key] = self._add(key, option.line)

    def _add(self, key: str, words: str) -> QAction:
        action = QAction(words.replace("&", "&&"), self.menu())
        action.setCheckable(True)
        action.setData(key)
        self._group.addAction(action)
        self.menu().addAction(action)
        return action

    def _on_triggered(self, action: QAction) -> None:
        self._current = str(action.data())
        self._show_current()
        self.chosen.emit(self._current)

    def _show_current(self) -> None:
        for key, action in self._actions.items():
            action.setChecked(key == self._current)
        option = self._options.get(self._current)
        self.say(option.words if option else "")
