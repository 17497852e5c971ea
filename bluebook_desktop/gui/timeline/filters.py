"""The row of filters above the timeline: kind, status, person, facility, words, and one button to clear them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import Status
from bluebook_desktop.gui.timeline.entries import LANES, Entry
from bluebook_desktop.gui.timeline.filtering import Facet, Filter, Found, values_of
from bluebook_desktop.gui.timeline.sprites import Sprites
from bluebook_desktop.gui.widgets.filter_field import FilterField
from bluebook_desktop.gui.widgets.flow_row import FlowRow
from bluebook_desktop.gui.widgets.menu_filter import Choice, MenuFilter
from bluebook_desktop.gui.wording import event_kind_word, status_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.gui.theme import ColorName, Theme
    from bluebook_desktop.services.sections import OpenSection

_SPACING = 4
#: The field takes what the others leave, up to so much.
_WIDEST_FIELD = 180
#: So many letters of what is chosen are shown; fewer where the row would not be one line.
_LETTERS = (18, 14, 11, 8)


class TimelineFilters(FlowRow):
    """`changed` tells that the user wants other events; the row shows what is chosen and what else there would be."""

    changed = Signal()
    left = Signal()  # from the field to the rows

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, _SPACING)
        self._theme = theme
        self._entries: Sequence[Entry] = ()
        self._section: OpenSection | None = None
        self._sprites = Sprites(theme)
        self._sprites.use_ratio(2)  # sharp on every screen
        names = {
            Facet.KIND: (self.tr("Kind"), self.tr("All kinds")),
            Facet.STATUS: (self.tr("Status"), self.tr("Happened or ahead")),
            Facet.PERSON: (self.tr("Person"), self.tr("All people")),
            Facet.FACILITY: (self.tr("Facility"), self.tr("All facilities")),
        }
        self._menus = {facet: MenuFilter(*words, self) for facet, words in names.items()}
        self._field = FilterField(theme, self.tr("Filter events by words"), self)
        self._clear = QToolButton(self)
        self._clear.setAccessibleName(self.tr("Clear all filters"))
        self._clear.setToolTip(self.tr("Clear all filters (Esc)"))
        self._clear.setIconSize(QSize(12, 12))
        self._clear.setFixedSize(24, 24)  # no taller than the field, so that the row keeps its height
        for widget in (*self._menus.values(), self._field, self._clear):
            self.add(widget)
        for menu in self._menus.values():
            menu.chosen.connect(self._on_changed)
        self._field.textChanged.connect(self._on_changed)
        self._field.left.connect(self.left)
        self._clear.clicked.connect(self.clear)
        theme.changed.connect(self._on_theme_changed)
        self._show_clear()
        self._on_theme_changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keep the row one line as long as can be: what is chosen is shortened, the field gives way."""
        room, taken = self.width() - self._field.least_width, 0
        for letters in _LETTERS:
            for menu in self._menus.values():
                menu.shorten(letters)
                menu.ensurePolished()  # the style sheet has a say in how wide it is
            others: list[QWidget] = [*self._menus.values(), self._clear]
            taken = sum(one.sizeHint().width() + _SPACING for one in others)
            if taken <= room:
                break
        spare = self.width() - taken
        self._field.setFixedWidth(min(_WIDEST_FIELD, max(self._field.least_width, spare)))

    @property
    def wanted(self) -> Filter:
        """What is chosen."""
        chosen = {facet.value: menu.current for facet, menu in self._menus.items()}
        return Filter(**chosen, words=tuple(fold(self._field.text()).split()))

    @property
    def text(self) -> str:
        """The words as typed."""
        return self._field.text()

    def in_words(self) -> list[str]:
        """What is chosen, as a reader would say it."""
        said = [menu.current_words for menu in self._menus.values() if menu.current]
        return said + ([f"“{self._field.text().strip()}”"] if self.wanted.words else [])

    def focus_words(self) -> None:
        """Give the keyboard to the field."""
        self._field.setFocus()
        self._field.selectAll()

    def set_section(self, section: OpenSection, entries: Sequence[Entry]) -> None:
        """Offer what a section's events hold; what is chosen stays where it is still offered."""
        self._section, self._entries = section, entries
        self._offer()

    def choose(self, wanted: dict[Facet, str], text: str) -> None:
        """Choose without telling."""
        for facet, menu in self._menus.items():
            menu.choose(wanted.get(facet, ""))
        blocked = self._field.blockSignals(True)
        self._field.setText(text)
        self._field.blockSignals(blocked)
        self._show_clear()

    def clear(self) -> None:
        """Leave nothing out; whether anything was."""
        if self.wanted.is_active or self._field.text():
            self.choose({}, "")
            self.changed.emit()

    def show_counts(self, found: Found, totals: dict[Facet, int]) -> None:
        """Say beside every choice how many events it would leave; `totals` are those without any choice."""
        for facet, menu in self._menus.items():
            menu.set_counts(found.counts[facet], totals[facet])

    def _offer(self) -> None:
        offers = {
            Facet.KIND: [Choice(kind.value, event_kind_word(kind), self._icon(kind.value)) for kind in LANES],
            Facet.STATUS: [
                Choice(status.value, status_word(status) or self.tr("Happened"), self._icon("ink", status))
                for status in Status
            ],
            Facet.PERSON: self._people(),
            Facet.FACILITY: self._facilities(),
        }
        for facet, menu in self._menus.items():
            menu.set_choices(offers[facet] if self._entries else ())

    def _icon(self, color: ColorName, status: Status = Status.HAPPENED) -> QIcon:
        return QIcon(self._sprites.dot(color, status))

    def _named(self, facet: Facet) -> set[str]:
        return {value for entry in self._entries for value in values_of(entry, facet)}

    def _people(self) -> list[Choice]:
        known = self._section.people if self._section is not None else {}
        people = [known[one] for one in self._named(Facet.PERSON) if one in known]
        people.sort(key=lambda one: fold(one.sort_name or one.name))
        return [Choice(one.id, one.name) for one in people]

    def _facilities(self) -> list[Choice]:
        known = self._section.facilities if self._section is not None else {}
        facilities = [known[one] for one in self._named(Facet.FACILITY) if one in known]
        return [Choice(one.id, one.name) for one in sorted(facilities, key=lambda one: fold(one.name))]

    def _on_changed(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self._fit()  # before: what appears is laid out at once
        self._clear.setVisible(self.wanted.is_active)

    def _on_theme_changed(self) -> None:
        self._clear.setIcon(self._theme.icon("close"))
        self._offer()
