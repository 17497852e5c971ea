"""The row of filters above the timeline: kind, status, person, facility, words, and one button to clear them all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QToolButton, QWidget

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import Status
from bluebook_desktop.gui.timeline.entries import LANES, Entry
from bluebook_desktop.gui.timeline.filtering import Facet, Filter, Found, values_of
from bluebook_desktop.gui.timeline.sprites import Sprites
from bluebook_desktop.gui.widgets.filter_field import FilterField
from bluebook_desktop.gui.widgets.flow_row import FlowRow
from bluebook_desktop.gui.widgets.menu_chip import MenuChip, Option
from bluebook_desktop.gui.wording import event_kind_word, status_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.gui.theme import ColorName, Theme
    from bluebook_desktop.services.sections import OpenSection

_SPACING = 4
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
        self._room = 0
        self._section: OpenSection | None = None
        self._counted: tuple[Found, dict[Facet, int]] | None = None
        self._sprites = Sprites(theme)
        self._sprites.use_ratio(2)  # sharp on every screen
        names = {
            Facet.KIND: (self.tr("Kind"), self.tr("all"), self.tr("All kinds")),
            Facet.STATUS: (self.tr("Status"), self.tr("all"), self.tr("Happened or ahead")),
            Facet.PERSON: (self.tr("Person"), self.tr("all"), self.tr("All people")),
            Facet.FACILITY: (self.tr("Facility"), self.tr("all"), self.tr("All facilities")),
        }
        self._offers: dict[Facet, list[Option]] = {}
        self._menus = {facet: MenuChip(*words, self) for facet, words in names.items()}
        self._field = FilterField(theme, self.tr("Filter events by words"), self)
        self._clear = QToolButton(self)
        self._clear.setAccessibleName(self.tr("Clear all filters"))
        self._clear.setToolTip(self.tr("Clear all filters (Esc)"))
        self._clear.setIconSize(QSize(12, 12))
        self._clear.setFixedSize(24, 22)  # as tall as the menus, so that nothing moves when it comes
        for widget in (*self._menus.values(), self._clear):
            self.add(widget)
        for menu in self._menus.values():
            menu.chosen.connect(self._on_changed)
        self._field.textChanged.connect(self._on_changed)
        self._field.left.connect(self.left)
        self._clear.clicked.connect(self.clear)
        theme.changed.connect(self._on_theme_changed)
        self._show_clear()
        self._on_theme_changed()

    def fit(self, room: int) -> None:
        """Share so much room with the field: it gives way, then what is chosen is shortened, to keep one line."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        if not self._room:
            return
        least, taken = self._field.least_width, 0
        for letters in _LETTERS:
            for menu in self._menus.values():
                menu.shorten(letters)
                menu.ensurePolished()  # the style sheet has a say in how wide it is
            menus = sum(menu.sizeHint().width() + _SPACING for menu in self._menus.values())
            taken = menus + self._clear.width()
            if taken <= self._room - least:
                break
        self._field.setFixedWidth(min(_WIDEST_FIELD, max(least, self._room - taken)))

    @property
    def field(self) -> FilterField:
        """The field for words, which stands where its owner puts it."""
        return self._field

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
        self._counted = found, totals
        for facet, menu in self._menus.items():
            counts = found.counts[facet]
            options = [replace(one, count=counts.get(one.key, 0)) for one in self._offers.get(facet, ())]
            menu.set_options(options, totals[facet])

    def _offer(self) -> None:
        self._offers = {}
        if self._entries:
            self._offers = {
                Facet.KIND: self._kinds(),
                Facet.STATUS: self._statuses(),
                Facet.PERSON: self._people(),
                Facet.FACILITY: self._facilities(),
            }
        self._counted = None
        for facet, menu in self._menus.items():
            menu.set_options(self._offers.get(facet, ()))

    def _icon(self, color: ColorName, status: Status = Status.HAPPENED) -> QIcon:
        return QIcon(self._sprites.dot(color, status))

    def _kinds(self) -> list[Option]:
        return [Option(kind.value, event_kind_word(kind), icon=self._icon(kind.value)) for kind in LANES]

    def _statuses(self) -> list[Option]:
        words = {status: status_word(status) or self.tr("Happened") for status in Status}
        return [Option(one.value, words[one], icon=self._icon("ink", one)) for one in Status]

    def _named(self, facet: Facet) -> set[str]:
        return {value for entry in self._entries for value in values_of(entry, facet)}

    def _people(self) -> list[Option]:
        known = self._section.people if self._section is not None else {}
        people = [known[one] for one in self._named(Facet.PERSON) if one in known]
        people.sort(key=lambda one: fold(one.sort_name or one.name))
        return [Option(one.id, one.name) for one in people]

    def _facilities(self) -> list[Option]:
        known = self._section.facilities if self._section is not None else {}
        facilities = [known[one] for one in self._named(Facet.FACILITY) if one in known]
        return [Option(one.id, one.name) for one in sorted(facilities, key=lambda one: fold(one.name))]

    def _on_changed(self) -> None:
        self._show_clear()
        self.changed.emit()

    def _show_clear(self) -> None:
        self._fit()  # before: what appears is laid out at once
        self._clear.setVisible(self.wanted.is_active)

    def _on_theme_changed(self) -> None:
        """The dots of kinds and statuses have other colours; all else, the counts too, is as it was."""
        self._clear.setIcon(self._theme.icon("close"))
        if self._offers:
            self._offers |= {Facet.KIND: self._kinds(), Facet.STATUS: self._statuses()}
        if self._counted is not None:
            self.show_counts(*self._counted)
