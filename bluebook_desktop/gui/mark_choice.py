"""Which marks the text has: the user's choice, kept in the settings and shown by the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook_desktop.services.marks import MarkKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction

    from bluebook_desktop.gui.reader.panel import ReaderPanel
    from bluebook_desktop.settings import Settings

#: All marks, by the name of setting and action; links go with them.
ALL = "marks"
#: A name of setting and action for each kind that can be turned off by itself.
KINDS = {
    "mark_dates": MarkKind.DATE,
    "mark_facilities": MarkKind.FACILITY,
    "mark_people": MarkKind.PERSON,
    "mark_abbreviations": MarkKind.ABBREVIATION,
    "mark_quotations": MarkKind.QUOTATION,
}


class MarkChoice:
    """Turns marks on and off, and goes from one to another."""

    def __init__(self, settings: Settings, reader: ReaderPanel, step: Callable[[int], None]) -> None:
        """`step` goes to the next (1) or previous (-1) mark."""
        self._settings = settings
        self._reader = reader
        self._step = step
        self._actions: Mapping[str, QAction] = {}

    def slots(self) -> dict[str, Callable[[], None]]:
        """What each action does."""
        togglers = {name: self._toggler(name) for name in (ALL, *KINDS)}
        return {**togglers, "next_mark": lambda: self._step(1), "previous_mark": lambda: self._step(-1)}

    def _toggler(self, name: str) -> Callable[[], None]:
        def toggle() -> None:
            self._settings.set(name, not self._settings.get(name))
            self.apply()

        return toggle

    def take_actions(self, actions: Mapping[str, QAction]) -> None:
        """Show the choice on these actions from now on, and in the menu of the text."""
        self._actions = actions
        self._reader.menu_actions = [actions["check_quotation"], actions[ALL]]

    def apply(self) -> None:
        """Bring text and actions into line with the settings."""
        on = self._settings.get(ALL)
        for name in (ALL, *KINDS):
            if name in self._actions:
                self._actions[name].setChecked(self._settings.get(name))
                self._actions[name].setEnabled(on or name == ALL)
        wanted = {kind for name, kind in KINDS.items() if self._settings.get(name)} | {MarkKind.POINTER}
        self._reader.set_marked(frozenset(wanted) if on else frozenset())
