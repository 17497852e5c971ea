"""A small button with a menu of choices that filter, each with how many rows it would leave."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QFont, QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_LETTERS = 18


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the menu."""

    key: str
    words: str
    icon: QIcon | None = None


class MenuFilter(QPushButton):
    """`chosen` tells the key that the user chose, or nothing for all of them."""

    chosen = Signal(str)

    def __init__(self, name: str, all_words: str, parent: QWidget | None = None) -> None:
        """`name` is what it filters by, `all_words` the line that filters nothing."""
        super().__init__(parent)
        self._name = name
        self._all_words = all_words
        self._words: dict[str, str] = {}
        self._current = ""
        self._most_letters = _MOST_LETTERS
        self._menu = QMenu(self)
        self._menu.setAccessibleName(name)
        self._group = QActionGroup(self._menu)
        self._group.triggered.connect(self._on_triggered)
        self.setMenu(self._menu)
        self.setProperty("menu_chip", "true")
        self.set_choices(())

    @property
    def current(self) -> str:
        """The key of what is chosen, or nothing."""
        return self._current

    @property
    def current_words(self) -> str:
        """The words of what is chosen, or nothing."""
        return self._words.get(self._current, "")

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; one that is no longer among them is let go. Without any the button is disabled."""
        self._words = {one.key: one.words for one in choices}
        self._menu.clear()
        for action in self._group.actions():
            self._group.removeAction(action)
        self._add(Choice("", self._all_words))
        self._menu.addSeparator()
        for one in choices:
            self._add(one)
        self.setEnabled(bool(choices))
        self.choose(self._current)

    def set_counts(self, counts: Mapping[str, int], all_count: int) -> None:
        """Say how many each choice would leave; one that would leave nothing cannot be chosen."""
        for action in self._group.actions():
            key = str(action.data())
            count = counts.get(key, 0) if key else all_count
            words = (self._words.get(key) or self._all_words).replace("&", "&&").replace("\t", " ")
            action.setText(f"{words}\t{count:,}")
            action.setEnabled(not key or bool(count) or key == self._current)

    def shorten(self, letters: int = _MOST_LETTERS) -> None:
        """Show so many letters of what is chosen, where there is little room; its tip says all."""
        if letters != self._most_letters:
            self._most_letters = letters
            self._show_words()

    def choose(self, key: str) -> None:
        """Choose without telling; what is not offered is nothing."""
        self._current = key if key in self._words else ""
        self._show_current()

    def _add(self, choice: Choice) -> None:
        action = QAction(choice.words.replace("&", "&&"), self._menu)
        if choice.icon is not None:
            action.setIcon(choice.icon)
            action.setIconVisibleInMenu(True)
        action.setCheckable(True)
        action.setData(choice.key)
        self._group.addAction(action)
        self._menu.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        self._current = str(action.data())
        self._show_current()
        self.chosen.emit(self._current)

    def _show_current(self) -> None:
        for action in self._group.actions():
            is_current = action.data() == self._current
            action.setChecked(is_current)
            font = action.font()  # where a line has an icon, the menu shows no tick
            font.setWeight(QFont.Weight.DemiBold if is_current else QFont.Weight.Normal)
            action.setFont(font)
        self._show_words()
        self.setProperty("on", "true" if self.current_words else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def _show_words(self) -> None:
        whole, most = self.current_words, self._most_letters
        short = whole if len(whole) <= most else whole[: most - 1].rstrip() + "…"
        self.setText(f"{short or self._name} ▾".replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {whole or self._all_words}")
        # As rich text of our own: what a text prints is never taken for markup.
        self.setToolTip("" if short == whole else f"<qt>{html.escape(whole)}</qt>")
