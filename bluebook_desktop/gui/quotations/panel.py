"""Quotations: every quoted statement with who, when, how and on what occasion; terms and reports kept apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.quotations.date_filter import DateFilter
from bluebook_desktop.gui.quotations.exporting import export_button
from bluebook_desktop.gui.quotations.filtering import (
    ALL,
    GROUPS,
    Choice,
    Months,
    group_of,
    in_order,
    months_in,
    months_of,
)
from bluebook_desktop.gui.quotations.list_view import QuotationList
from bluebook_desktop.gui.quotations.model import Entry, QuotationModel, entries_of, entry_of, speakers_in
from bluebook_desktop.gui.widgets.chips import ChipRow
from bluebook_desktop.gui.widgets.filter_field import FilterField
from bluebook_desktop.gui.widgets.filtered_panel import FilteredPanel
from bluebook_desktop.gui.widgets.menu_chip import MenuChip, Option
from bluebook_desktop.gui.wording import capitalised, quotation_kind_word, with_origin

if TYPE_CHECKING:
    from bluebook_desktop.gui.quotations.model import Speaker
    from bluebook_desktop.gui.tasks import AnyLane
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.sections import OpenSection

_UNDATED = "none"


class QuotationsPanel(FilteredPanel):
    """A list of quotations; one selection, told to the window. `followed` asks for a speaker's page."""

    followed = Signal(object)
    said = Signal(str)  # what was done, in a sentence

    def __init__(self, theme: Theme, parent: QWidget | None = None, lane: AnyLane | None = None) -> None:
        """`lane` writes what is exported; without one it is written at once."""
        super().__init__(parent)
        self._section: OpenSection | None = None
        self._entries: list[Entry] = []
        self._speaker_names: list[Speaker] = []
        self._months: list[str] = []
        self._forms_there: set[str] = set()
        self._shown: list[Entry] = []
        self._model = QuotationModel(self)
        # Made in the order in which the Tab key goes.
        chips = ChipRow(self.tr("Which quotations"), self)
        self._export = export_button(lane, self)
        self._forms = MenuChip(self.tr("Form"), self.tr("all"), self.tr("All forms"), self)
        self._speakers = MenuChip(self.tr("Speaker"), self.tr("all"), self.tr("All speakers"), self)
        self._dates = DateFilter(self)
        self._order = MenuChip(self.tr("Order"), self.tr("as in the text"), self.tr("As in the text"), self)
        self._order.set_options([Option("date", self.tr("By date")), Option("speaker", self.tr("By speaker"))])
        field = FilterField(theme, self.tr("Filter quotations"), self)
        self._list = QuotationList(theme, self._model, self)
        self._list.setAccessibleName(self.tr("Quotations"))
        filters = [self._forms, self._speakers, self._dates, self._order]
        self._put_together(chips, filters, [self._export], field, self._list)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        self._chips.chosen.connect(self._on_group_chosen)
        self._forms.chosen.connect(self._on_form_chosen)
        self._speakers.chosen.connect(self._on_narrowed)
        self._dates.chosen.connect(self._on_narrowed)
        self._order.chosen.connect(self._refresh)
        self._picker.picked.connect(lambda index: self._tell(self.selected, index))
        self._picker.read.connect(lambda index: self._tell(self.read_requested, index))
        self._list.person_followed.connect(self._on_person_followed)
        self._export.written.connect(self.said)

    @property
    def status(self) -> str:
        """How many quotations of which group are shown, and how many of them the program found."""
        count = len(self._shown)
        ids = (one.quotation.id for one in self._shown if one.quotation)
        found = self._section.count_found(Kind.QUOTATION, ids) if self._section else 0
        one = count == 1
        words = {
            "statements": self.tr("Quotations: 1 statement") if one else self.tr("Quotations: {0} statements"),
            "reported": self.tr("Quotations: {0} reported"),
            "testimony": self.tr("Quotations: 1 testimony") if one else self.tr("Quotations: {0} testimonies"),
            "terms": self.tr("Quotations: 1 term") if one else self.tr("Quotations: {0} terms"),
        }
        status = words.get(self._chips.current, self.tr("Quotations: {0}")).format(count)
        return with_origin(status, found, count)

    def set_section(self, section: OpenSection) -> None:
        """Show the quotations of a section."""
        self._section = section
        self._entries = entries_of(section)
        self._speaker_names = speakers_in(section, self._entries)
        self._months = months_in(self._entries)
        self._forms_there = {one.form for one in self._entries}
        self._offer()
        if not self._choice.of(self._entries):  # begin with what there is
            self._chips.choose(ALL)
        self._refresh()

    def select(self, reference: Reference | None) -> None:
        """Select a quotation and scroll to it, whatever is filtered; or nothing."""
        section = self._section.id if self._section else ""
        if reference is None or reference.kind is not Kind.QUOTATION or reference.section != section:
            self._picker.select(QModelIndex())
            return
        entry = next((one for one in self._entries if one.quotation and one.quotation.id == reference.id), None)
        if entry is not None and entry not in self._shown:
            self._clear_filters(self._chips.current if self._chips.current in (entry.group, ALL) else entry.group)
        self._picker.select(self._model.row_of(reference.id))

    def _leave_nothing_out(self) -> None:
        self._clear_filters(ALL)

    def _clear_filters(self, chip: str) -> None:
        self._forms.choose("")
        self._speakers.choose("")
        self._dates.choose(Months())
        self._field.clear()
        self._chips.choose(chip)
        self._refresh()

    def state(self) -> dict[str, Any]:
        """What is asked for and the order, to be remembered."""
        months = self._dates.current
        return {
            "chip": self._chips.current,
            "form": self._forms.current,
            "speaker": self._speakers.current,
            "dates": _UNDATED if months.undated else months.edtf,
            "order": self._order.current,
            "filter": self._field.text(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was remembered; what cannot be used is passed over."""
        if state.get("chip") in (*GROUPS, ALL):
            self._chips.choose(state["chip"])
        for menu, key in ((self._forms, "form"), (self._speakers, "speaker"), (self._order, "order")):
            if isinstance(state.get(key), str):
                menu.choose(state[key])
        if isinstance(state.get("dates"), str):
            words = state["dates"]
            self._dates.choose(Months(undated=True) if words == _UNDATED else months_of(words))
        if isinstance(state.get("filter"), str):
            self._field.setText(state["filter"])
        self._refresh()

    @property
    def _choice(self) -> Choice:
        """What chips, menus and field ask for."""
        group = self._chips.current or next(iter(GROUPS))
        words = tuple(fold(self._field.text()).split())
        return Choice(group, self._forms.current, self._speakers.current, self._dates.current, words)

    def _tell(self, signal: Any, index: QModelIndex) -> None:
        entry = entry_of(index)
        if entry is not None and entry.quotation is not None and self._section is not None:
            signal.emit(Reference(Kind.QUOTATION, self._section.id, entry.quotation.id))

    def _on_person_followed(self, person: str) -> None:
        if self._section is not None:
            self.followed.emit(Reference(Kind.PERSON, self._section.id, person))

    def _on_group_chosen(self) -> None:
        """A group says more than a form of another one: the form is let go."""
        self._forms.choose("")
        self._refresh()

    def _on_form_chosen(self, form: str) -> None:
        if form and self._chips.current != ALL:
            self._chips.choose(group_of(QuotationKind(form)))
        self._on_narrowed()

    def _on_narrowed(self) -> None:
        """Who looks for a speaker or a time wants to see what there is, in whatever group."""
        choice = self._choice
        if not choice.of(self._entries) and choice.in_any_group().of(self._entries):
            self._chips.choose(ALL)
        self._refresh()

    def _refresh(self) -> None:
        """Show what is asked for; the selected row stays selected while it is among them."""
        before = entry_of(self._list.currentIndex()) if self._list.selectedIndexes() else None
        self._shown = in_order(self._choice.of(self._entries), self._order.current)
        with self._picker.quietly():
            self._model.show_entries(self._shown)
        still = self._model.row_of(before.quotation.id) if before and before.quotation else QModelIndex()
        self._picker.select(still)
        if not still.isValid():
            self._list.scrollToTop()
        self._offer()
        self._export.offer(self._section, self._model.quotations, len(self._entries))
        self._rows.say("" if self._shown else self._nothing_found(), filtered=bool(self._entries))
        self.status_changed.emit(self.status)

    def _offer(self) -> None:
        """Offer groups, forms, speakers and months, each with what all else that is asked for leaves of it."""
        words = {
            "statements": self.tr("Statements {0}"),
            "reported": self.tr("Reported {0}"),
            "testimony": self.tr("Testimony {0}"),
            "terms": self.tr("Terms {0}"),
            ALL: self.tr("All {0}"),
        }
        choice = self._choice
        left = choice.in_any_group(form="").of(self._entries)
        counts = {group: sum(one.group == group for one in left) for group in GROUPS} | {ALL: len(left)}
        self._chips.set_chips({key: words[key].format(counts[key]) for key in words})
        forms = Counter(one.form for one in left)
        self._forms.set_options(
            [
                Option(kind.value, capitalised(quotation_kind_word(kind)), forms[kind.value])
                for kinds in GROUPS.values()
                for kind in kinds
                if kind.value in self._forms_there
            ],
            len(left),
        )
        said = choice.in_any_group(speaker="").of(self._entries)
        speakers = Counter(key for one in said for key in one.keys)
        self._speakers.set_options(
            [Option(one.key, one.name, speakers[one.key]) for one in self._speaker_names], len(said)
        )
        self._dates.offer(self._months, self._count_in)
        self._bar.fit()

    def _count_in(self, months: Months) -> int:
        """How many quotations there would be of some months."""
        return len(self._choice.in_any_group(months=months).of(self._entries))

    def _nothing_found(self) -> str:
        if not self._entries:
            return self.tr(
                "This section quotes nobody, or the program recognises nothing as a quotation.\n"
                "Ctrl+K searches the text for any words."
            )
        choice = self._choice
        missing = [word for word in choice.words if not any(word in one.searched for one in self._entries)]
        if missing:
            return self.tr("No quotation of this section has {0}.").format(", ".join(f"“{one}”" for one in missing))
        if left := choice.in_any_group(form="").of(self._entries):
            return self.tr("None of this kind; the other kinds have {0}.").format(len(left))
        return self.tr("No quotation matches all filters.")
