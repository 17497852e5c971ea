"""People: everybody whom the text names as a list, and beside it the page of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.details.composing import Composer
from bluebook_desktop.gui.people.delegate import PersonDelegate
from bluebook_desktop.gui.people.model import ALL, CHIPS, Entry, PeopleModel, entries_of, entry_of, in_order
from bluebook_desktop.gui.people.page import PersonPage
from bluebook_desktop.gui.widgets.chips import ChipRow
from bluebook_desktop.gui.widgets.filter_field import FilterField
from bluebook_desktop.gui.widgets.filtered_panel import FilteredPanel
from bluebook_desktop.gui.widgets.menu_chip import MenuChip, Option
from bluebook_desktop.gui.widgets.record_views import RecordList
from bluebook_desktop.gui.wording import with_origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluebook_desktop.domain.records import Person
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.sections import OpenSection

#: The list's share of the room beside the page, and the width below which it stands above the page.
_LIST_SHARE = 0.36
_BESIDE_FROM = 560


class PeoplePanel(FilteredPanel):
    """A list and a page. `selected` tells a record of the page as well, `place_requested` words to be read in place."""

    place_requested = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: OpenSection | None = None
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._share = _LIST_SHARE
        self._model = PeopleModel(self)
        # Made in the order in which the Tab key goes.
        chips = ChipRow(self.tr("Which people"), self)
        self._order = MenuChip(self.tr("Order"), self.tr("by name"), self.tr("By name"), self)
        self._order.set_options(
            [Option("text", self.tr("As in the text")), Option("mentions", self.tr("Most named first"))]
        )
        field = FilterField(theme, self.tr("Filter people"), self)
        self._list = RecordList(self._model, self)
        self._list.setAccessibleName(self.tr("People"))
        self._list.setItemDelegate(PersonDelegate(theme, self._list))
        self._page = PersonPage(theme, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._put_together(chips, [self._order], [], field, self._list)
        self._connect()
        self._refresh()

    def _body(self, rows: QWidget) -> QWidget:
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(rows)
        self._splitter.addWidget(self._page)
        return self._splitter

    def _connect(self) -> None:
        self._chips.chosen.connect(self._refresh)
        self._order.chosen.connect(self._refresh)
        self._picker.picked.connect(self._on_picked)
        self._picker.read.connect(self._on_read)
        self._page.followed.connect(self._on_followed)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    @property
    def status(self) -> str:
        """How many people are shown, and how many of them the program found."""
        count = len(self._shown)
        ids = (one.person.id for one in self._shown)
        found = self._section.count_found(Kind.PERSON, ids) if self._section else 0
        if count == len(self._entries):
            return with_origin(self.tr("People: {0}").format(count), found, count)
        return with_origin(self.tr("People: {0} of {1}").format(count, len(self._entries)), found, count)

    def preparing(self) -> Iterator[None]:
        """Make, step by step, the widgets that a page needs."""
        yield from self._page.preparing()

    def set_section(self, section: OpenSection) -> None:
        """Show the people of a section, and the page of the first of them; of the same one the page stays open."""
        before = self._page.person if self._section is not None and self._section.id == section.id else None
        self._section = section
        self._entries = entries_of(section)
        self._page.set_composer(Composer(section), section.people.get(before.id) if before else None)
        self._refresh()

    def select(self, reference: Reference | None) -> None:
        """Show the page of a person, or of one whom a quotation or an event concerns; else all stays as it is."""
        person = self._person_of(reference)
        if person is None:
            return
        if not any(one.person is person for one in self._shown):
            self._leave_nothing_out()
        self._show(person)

    def _leave_nothing_out(self) -> None:
        self._chips.choose(ALL)
        self._field.clear()
        self._refresh()

    def _person_of(self, reference: Reference | None) -> Person | None:
        """Who is meant; the one whose page is open where the record is theirs as well."""
        section = self._section
        if section is None or reference is None or reference.section != section.id:
            return None
        ids: tuple[str, ...] = ()
        match reference.kind:
            case Kind.PERSON:
                ids = (reference.id,)
            case Kind.QUOTATION if quotation := section.quotations.get(reference.id):
                ids = quotation.speakers
            case Kind.EVENT if event := section.events.get(reference.id):
                ids = event.people
        open_now = self._page.person
        if open_now is not None and open_now.id in ids:
            return open_now
        return next((section.people[one] for one in ids if one in section.people), None)

    def state(self) -> dict[str, Any]:
        """Chip, order, filter and the list's share of the room, to be remembered."""
        return {
            "chip": self._chips.current,
            "order": self._order.current,
            "filter": self._field.text(),
            "share": round(self._share, 3),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was remembered; what cannot be used is passed over."""
        if state.get("chip") in CHIPS:
            self._chips.choose(state["chip"])
        if isinstance(state.get("order"), str):
            self._order.choose(state["order"])
        if isinstance(state.get("filter"), str):
            self._field.setText(state["filter"])
        share = state.get("share")
        if isinstance(share, float) and 0 < share < 1:
            self._share = share
        self._share_room()
        self._refresh()

    def _share_room(self) -> None:
        beside = self.width() >= _BESIDE_FROM
        self._splitter.setOrientation(Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical)
        room = max(1, self._splitter.width() if beside else self._splitter.height())
        self._splitter.setSizes([round(room * self._share), round(room * (1 - self._share))])

    def _on_splitter_moved(self) -> None:
        first, second = self._splitter.sizes()
        if first and second:
            self._share = first / (first + second)

    def _on_picked(self, index: QModelIndex) -> None:
        entry = entry_of(index)
        if entry is not None and self._section is not None:
            self._page.show_person(entry.person)
            self.selected.emit(Reference(Kind.PERSON, self._section.id, entry.person.id))

    def _on_read(self, index: QModelIndex) -> None:
        """Enter goes on to the page, where all links are."""
        self._on_picked(index)
        self._page.focus_first()

    def _on_followed(self, target: Reference | Excerpt) -> None:
        (self.place_requested if isinstance(target, Excerpt) else self.selected).emit(target)

    def _show(self, person: Person | None) -> None:
        self._page.show_person(person)
        self._picker.select(self._model.row_of(person.id) if person else QModelIndex())

    def _refresh(self) -> None:
        """Show whom chip and filter leave; the page stays while its person is among them."""
        words = fold(self._field.text()).split()
        left = [one for one in self._entries if all(word in one.searched for word in words)]
        chip = self._chips.current or ALL
        self._shown = in_order([one for one in left if one.is_in(chip)], self._order.current)
        with self._picker.quietly():
            self._model.show_rows(self._shown)
        people = [one.person for one in self._shown]
        before = self._page.person
        self._show(before if any(one is before for one in people) else people[0] if people else None)
        titles = {
            ALL: self.tr("All {0}"),
            "quoted": self.tr("Quoted {0}"),
            "reported": self.tr("Reported {0}"),
            "events": self.tr("In events {0}"),
        }
        self._chips.set_chips({key: titles[key].format(sum(one.is_in(key) for one in left)) for key in CHIPS})
        self._bar.fit()
        self._rows.say("" if self._shown else self._nothing_found(words), filtered=bool(self._entries))
        self._page.setVisible(bool(self._shown))
        self.status_changed.emit(self.status)

    def _nothing_found(self, words: list[str]) -> str:
        if not self._entries:
            return self.tr(
                "This section names nobody, or the program recognises no name with a title or an office.\n"
                "Ctrl+K searches the text for any name."
            )
        missing = [word for word in words if not any(word in one.searched for one in self._entries)]
        if missing:
            return self.tr("Nobody of this section is called {0}.").format(", ".join(f"“{one}”" for one in missing))
        return self.tr("Nobody matches all filters.")
