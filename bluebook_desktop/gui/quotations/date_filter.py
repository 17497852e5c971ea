"""A small button with a menu of years and months, to see what was said from one month to another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup

from bluebook_desktop.domain.dates import describe, parse_edtf
from bluebook_desktop.gui.quotations.filtering import Months, year
from bluebook_desktop.gui.widgets.menu_chip import ChipButton, Option

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QWidget


class DateFilter(ChipButton):
    """`chosen` says that other months are asked for."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self._name, self._nothing = self.tr("Date"), self.tr("any")
        self._current = Months()
        self._groups: list[QActionGroup] = []
        self._within: list[QMenu] = []
        self._months: Sequence[str] = ()
        self._count: Callable[[Months], int] = lambda _: 0
        self._build()
        self.menu().aboutToShow.connect(self._build)  # counting for every key that is typed would be for nothing
        self._show_current()

    @property
    def current(self) -> Months:
        """What is asked for."""
        return self._current

    def offer(self, months: Sequence[str], count: Callable[[Months], int]) -> None:
        """Offer these months (``2020-01``) and their years; `count` says how many quotations a choice would leave."""
        self._months, self._count = months, count

    def _build(self) -> None:
        """Fill the menu."""
        months, count, menu = self._months, self._count, self.menu()
        menu.clear()
        for one in (*self._groups, *self._within):
            one.deleteLater()
        self._groups, self._within = [], []
        years = list(dict.fromkeys(one[:4] for one in months))
        now = self._current
        entries = [(Option("", self.tr("Any date")), Months())]
        entries += [(Option(one, one, count(year(one))), year(one)) for one in years]
        entries.append((Option("none", self.tr("Without a date"), count(Months(undated=True))), Months(undated=True)))
        self._fill(menu, entries)
        if months:
            menu.addSeparator()
            names = [Option(one, describe(parse_edtf(one), full=True)) for one in months]
            since, until = menu.addMenu(self.tr("From")), menu.addMenu(self.tr("Until"))
            self._within = [since, until]
            first = [(one, Months(one.key, now.last if now.last >= one.key else "")) for one in names]
            last = [(one, Months(now.first if now.first <= one.key else "", one.key)) for one in names]
            self._fill(since, [(Option("", self.tr("Any")), Months("", now.last)), *first], mark=now.first)
            self._fill(until, [(Option("", self.tr("Any")), Months(now.first, "")), *last], mark=now.last)

    def choose(self, months: Months) -> None:
        """Ask for other months without telling."""
        self._current = months
        self._show_current()

    def _fill(self, menu: QMenu, entries: Sequence[tuple[Option, Months]], mark: str | None = None) -> None:
        """Add entries, each with what it asks for; `mark` is the key of the one that is on, None to compare months."""
        group = QActionGroup(menu)
        self._groups.append(group)
        for option, months in entries:
            is_on = months == self._current if mark is None else option.key == mark
            action = QAction(option.line, menu)
            action.setCheckable(True)
            action.setChecked(is_on)
            action.setEnabled(option.count != 0 or is_on)
            action.triggered.connect(partial(self._on_chosen, months))
            group.addAction(action)
            menu.addAction(action)

    def _on_chosen(self, months: Months, _checked: bool = False) -> None:
        self._current = months
        self._show_current()
        self.chosen.emit()

    def _show_current(self) -> None:
        self.say(self.tr("No date") if self._current.undated else self._current.words)
