"""A small button with a menu of what can be chosen, each with its count; the first entry chooses nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from bluebook_desktop.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Option:
    """An entry of the menu; without a count it is never faint."""

    key: str
    words: str
    count: int | None = None
    icon: QIcon | None = None

    @property
    def line(self) -> str:
        """The entry as the menu shows it: its count stands at the right, where menus have keys."""
        words = self.words.replace("&", "&&").replace("\t", " ")
        return words if self.count is None else f"{words}\t{self.count:,}"


class ChipButton(QPushButton):
    """A button that looks like a chip, shows what its menu has chosen, and says it to a screen reader."""

    def __init__(self, name: str, nothing: str, parent: QWidget | None = None) -> None:
        """`name` is what is chosen (“Speaker”), `nothing` what is said while nothing is (“all”)."""
        super().__init__(parent)
        self._name, self._nothing = name, nothing
        self._said = ""
        self._most_letters = MOST_LETTERS
        self.setMenu(QMenu(self))
        self.menu().setAccessibleName(name)
        self.setProperty("menu_chip", "true")
        self.say("")

    def say(self, chosen: str) -> None:
        """Show words for what is chosen, or nothing."""
        self._said = chosen
        self.setAccessibleName(self.tr("{0}: {1}").format(self._name, chosen or self._nothing))
        self._show_words()
        on = "true" if chosen else "false"
        if self.property("on") != on:
            self.setProperty("on", on)
            self.style().unpolish(self)
            self.style().polish(self)

    def shorten(self, letters: int = MOST_LETTERS) -> None:
        """Show so many letters of what is chosen, where there is little room; the tip says all."""
        if letters != self._most_letters:
            self._most_letters = letters
            self._show_words()

    def _show_words(self) -> None:
        whole, most = self._said, self._most_letters
        short = whole if len(whole) <= most else whole[: most - 1].rstrip() + "…"
        self.setText(f"{short or self._name} ▾".replace("&", "&&"))
        self.setToolTip(plain_tip(whole) if short != whole else "")


class MenuChip(ChipButton):
    """`chosen` tells the key of an option, or nothing for the first entry."""

    chosen = Signal(str)

    def __init__(self, name: str, nothing: str, first: str, parent: QWidget | None = None) -> None:
        """`first` is the entry that chooses nothing."""
        super().__init__(name, nothing, parent)
        self._first = Option("", first)
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

    @property
    def current_words(self) -> str:
        """The words of the option chosen, or nothing."""
        option = self._options.get(self._current)
        return option.words if option else ""

    def set_options(self, options: Sequence[Option], total: int | None = None) -> None:
        """Offer these; one that is no longer among them is let go. What would leave nothing is faint.

        `total` is the count of the entry that chooses nothing. Without any options the button is disabled.
        """
        wanted = {one.key: one for one in options}
        if list(wanted) != list(self._options) or not self._actions:
            self._rebuild(wanted)
        self._options = wanted
        if self._current not in wanted:
            self._current = ""
        for key, option in {"": Option("", self._first.words, total), **wanted}.items():
            action = self._actions[key]
            action.setText(option.line)
            action.setEnabled(not key or option.count != 0 or key == self._current)
            if option.icon is not None:
                action.setIcon(option.icon)
                action.setIconVisibleInMenu(True)
        self.setEnabled(bool(wanted))
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
        self._actions = {"": self._add(self._first)}
        if wanted:
            menu.addSeparator()
        for key, option in wanted.items():
            self._actions[key] = self._add(option)

    def _add(self, option: Option) -> QAction:
        action = QAction(option.line, self.menu())
        action.setCheckable(True)
        action.setData(option.key)
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
            font = action.font()  # where a line has an icon, the menu shows no tick
            font.setWeight(QFont.Weight.DemiBold if key == self._current else QFont.Weight.Normal)
            action.setFont(font)
        self.say(self.current_words)
