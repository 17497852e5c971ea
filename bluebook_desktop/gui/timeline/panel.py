"""The Timeline tab: one filter and one selection over an axis and a list."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.timeline.axis import TimelineAxis
from bluebook_desktop.gui.timeline.entries import Entry, entries_of
from bluebook_desktop.gui.timeline.exporting import export_button
from bluebook_desktop.gui.timeline.filtering import Facet, Found, Search, filtered
from bluebook_desktop.gui.timeline.filters import TimelineFilters
from bluebook_desktop.gui.timeline.model import Column
from bluebook_desktop.gui.timeline.overview import TimelineOverview
from bluebook_desktop.gui.timeline.painting import HEADER
from bluebook_desktop.gui.timeline.scale import Window, date_of, day_number, densest_window, whole_years
from bluebook_desktop.gui.timeline.table import EventTable
from bluebook_desktop.gui.timeline.words import count_in_words
from bluebook_desktop.gui.timeline.zoom_row import ZoomRow
from bluebook_desktop.gui.widgets.filter_bar import HEIGHT, SIDE
from bluebook_desktop.gui.widgets.rows_or_nothing import RowsOrNothing
from bluebook_desktop.gui.wording import origin_mark

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import EventKind
    from bluebook_desktop.gui.tasks import AnyLane, Lane
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.sections import OpenSection

_SPACING = 4
#: In a panel lower than this axis and list share what there is.
_LEAST_HIGH = 400
#: As wide as this the row of filters has room for the button that exports.
_ROOMY = 860
_UNBOUND = 16_777_215
#: Of a document that is of no Bluebook, and so of no year: nothing in it is after its time.
_NO_START, _NO_END = "1900-01-01", "9999-12-30"


class TimelinePanel(QWidget):
    """All dated events of a section, on an axis and in a list."""

    selected = Signal(object)  # Reference of the event that the user selected
    read_requested = Signal(object)  # Reference of the event to read in place
    status_changed = Signal(str)
    said = Signal(str)  # what was done, in a sentence

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        lane: AnyLane | None = None,
        filtering: Lane | None = None,
    ) -> None:
        """`lane` writes what is exported, `filtering` finds what is filtered; without them it is done at once."""
        super().__init__(parent)
        self._section = ""
        self._open: OpenSection | None = None
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._search: Search | None = None
        self._limits = Window(0, 1)
        self._horizon = 0
        self._current: Entry | None = None
        self._remembered: dict[str, Any] = {}
        self._axis = TimelineAxis(theme)
        self._overview = TimelineOverview(theme)
        self._table = EventTable(theme)
        self._filters = TimelineFilters(theme, self)
        self._export = export_button(lane, self)
        self._in_row: bool | None = None
        self._row, self._upper = QWidget(self), QWidget()
        self._filtering: Lane = filtering or ImmediateLane()
        self._count = QLabel()
        self._zoom = ZoomRow(theme)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._build()
        self._connect()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: with a focus proxy the Tab key would pass over what stands above it."""
        self._table.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears the filters, wherever in the tab the keyboard is."""
        if event.key() == Qt.Key.Key_Escape and self._filters.wanted.is_active:
            self._filters.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overview.setVisible(self.height() >= _LEAST_HIGH)  # below, its room is the list's
        self._fit_filters()

    def _fit_filters(self) -> None:
        """What the count and the buttons leave is the filters' and the field's."""
        self._place_export(in_row=self.width() >= _ROOMY)
        others = [self._count, self._zoom, *([self._export] if self._in_row else [])]
        taken = sum(min(one.sizeHint().width(), one.maximumWidth()) + _SPACING for one in others)
        self._filters.fit(self.width() - 2 * SIDE - _SPACING - taken)

    def _place_export(self, *, in_row: bool) -> None:
        """Into the row of filters as in the other tabs; where that is full, into the corner beside the years."""
        if in_row != self._in_row:
            self._in_row = in_row
            had_focus = self._export.hasFocus()
            self._export.setProperty("corner", not in_row)
            layout = self._row.layout()
            if in_row and isinstance(layout, QHBoxLayout):
                layout.insertWidget(layout.indexOf(self._zoom), self._export, 0, Qt.AlignmentFlag.AlignVCenter)
            else:
                self._export.setParent(self._upper)
                self._export.move(0, 0)
            self._export.setMaximumHeight(_UNBOUND if in_row else round(HEADER) - 4)
            self._export.style().unpolish(self._export)
            self._export.show()
            if had_focus:
                self._export.setFocus()
        self._export.ensurePolished()  # the style sheet has a say in how wide it is
        if not in_row:
            self._export.adjustSize()
            self._export.raise_()

    def focus_filter(self) -> None:
        """Put the keyboard into the field that filters by words."""
        self._filters.focus_words()

    # For the window

    @property
    def status(self) -> str:
        """Which part of the time is shown, for the status bar."""
        if not self._entries:
            return self.tr("Timeline: no events")
        return self.tr("Timeline: {}").format(self._shown_of_all())

    def set_section(self, section: OpenSection) -> None:
        """Show a section's events; of the one that is shown already, filters, time and selection stay."""
        is_same = section.id == self._section
        current = self._current.event.id if is_same and self._current is not None else ""
        self._section, self._open = section.id, section
        edition = section.edition
        self._horizon = day_number(edition.period_end or _NO_END) + 1
        records = section.records
        self._entries = entries_of(records.events, self._horizon, partial(origin_mark, records, Kind.EVENT))
        self._search = Search(section)
        self._current = None
        if self._entries:
            self._limits = whole_years(self._entries[0].first, max(entry.last for entry in self._entries))
        else:
            self._limits = Window(day_number(edition.period_start or _NO_START), self._horizon)
        if not is_same:
            self._filters.choose({}, "")
        self._filters.set_section(section, self._entries)
        self._table.fit_columns(self._entries)
        # The widest count keeps its room, so that no filter moves what stands beside it.
        everything = len(self._entries)
        widest = (count_in_words(everything), self._count_in_words(everything, narrowed=True))
        metrics = self._count.fontMetrics()
        self._count.setMinimumWidth(max(map(metrics.horizontalAdvance, widest)) + 2)
        self._show_filtered()
        if not is_same:
            self._axis.set_window(self._first_window())
            self._apply_remembered()
        self._show_selection(self._find(current))
        self._on_window_changed()

    def select(self, reference: Reference | None) -> None:
        """Show an event as selected; one that the filters hide clears them. Nothing is emitted."""
        entry = None
        if reference is not None and reference.kind is Kind.EVENT and reference.section == self._section:
            entry = self._find(reference.id)
        if entry is not None and entry not in self._shown:
            self._filters.choose({}, "")
            self._show_filtered()
        self._show_selection(entry)

    def show_together(self, ids: set[str]) -> None:
        """Show the stretch of time in which these events lie, where there are several."""
        together = [entry for entry in self._shown if entry.event.id in ids]
        if len(together) > 1:
            self._axis.show_together(together)

    def state(self) -> dict[str, Any]:
        """What the window remembers: the stretch of time, the splitter, sorting and filter."""
        column, ascending = self._table.sorting
        wanted = self._filters.wanted
        state: dict[str, Any] = {
            "section": self._section,
            "splitter": self._splitter.sizes(),
            "sort": [column.name.lower(), "ascending" if ascending else "descending"],
            "filters": {facet.value: wanted.chosen(facet) for facet in Facet},
            "words": self._filters.text,
        }
        if self._entries:
            window = self._axis.window_shown
            state["window"] = [date_of(window.first + 0.5).isoformat(), date_of(window.last + 0.5).isoformat()]
        return state

    def restore(self, state: dict[str, Any]) -> None:
        """Go back to a remembered state, at once or with the next section; what it does not hold stays as it is."""
        self._remembered = dict(state)
        if self._section:
            self._apply_remembered()

    # Building

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head())
        self._body = RowsOrNothing(self._split_views(), self)
        whole.addWidget(self._body, 1)

    def _head(self) -> QWidget:
        """The row above: filter, count, zoom."""
        self._count.setProperty("role", "soft")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = self._row
        head.setProperty("role", "filters")
        head.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head.setMinimumHeight(HEIGHT)
        row = QHBoxLayout(head)
        row.setContentsMargins(SIDE, 6, SIDE, 6)
        row.setSpacing(_SPACING)
        row.addWidget(self._filters, 1, Qt.AlignmentFlag.AlignVCenter)
        for widget in (self._count, self._zoom, self._filters.field):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _split_views(self) -> QSplitter:
        """Axis and overview over the list."""
        upper = self._upper
        stack = QVBoxLayout(upper)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._axis, 1)
        stack.addWidget(self._overview)
        self._splitter.addWidget(upper)
        self._splitter.addWidget(self._table)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        self._splitter.setSizes([600, 400])
        return self._splitter

    def _connect(self) -> None:
        self._filters.changed.connect(self._on_filters_changed)
        self._filters.left.connect(self._table.setFocus)
        self._body.cleared.connect(self._on_cleared)
        self._axis.kind_requested.connect(self._on_kind_requested)
        self._zoom.zoomed.connect(self._axis.zoom)
        self._zoom.fit_requested.connect(self._axis.fit)
        self._axis.window_changed.connect(self._on_window_changed)
        self._overview.window_requested.connect(self._axis.set_window)
        for view in (self._axis, self._table):
            view.chosen.connect(self._on_chosen)
            view.read_requested.connect(lambda entry: self.read_requested.emit(self._reference(entry)))
        self._table.horizontalHeader().sortIndicatorChanged.connect(self._offer_export)
        self._export.written.connect(self.said)

    # Filter and selection

    def _find(self, event_id: str) -> Entry | None:
        return next((one for one in self._entries if one.event.id == event_id), None)

    def _show_filtered(self) -> None:
        """Show at once what the filters leave; what is still being looked for is of no interest any more."""
        self._filtering.cancel()
        if self._search is not None:
            self._take(*filtered(self._entries, self._filters.wanted, self._search))

    def _take(self, found: Found, totals: dict[Facet, int]) -> None:
        """Show what a filter has left."""
        wanted = self._filters.wanted
        self._shown = found.entries
        self._filters.show_counts(found, totals)
        self._axis.set_entries(self._shown, self._limits, self._horizon, narrowed=wanted.is_active)
        self._overview.set_entries(self._shown, self._limits)
        blocked = self._table.blockSignals(True)
        self._table.set_entries(self._shown)
        self._table.blockSignals(blocked)
        self._offer_export()
        self._count.setText(self._count_in_words(len(self._shown), narrowed=wanted.is_active))
        self._fit_filters()
        self._body.say("" if self._shown else self._nothing_in_words(), filtered=bool(self._entries))
        if self._current is not None:
            self._table.select(self._current if self._current in self._shown else None)

    def _offer_export(self) -> None:
        """What is shown is exported in the order of the list."""
        self._export.offer(self._open, [one.event for one in self._table.entries], len(self._entries))

    def _count_in_words(self, shown: int, *, narrowed: bool) -> str:
        if not narrowed:
            return count_in_words(shown)
        return self.tr("{0} of {1}").format(f"{shown:,}", f"{len(self._entries):,}")

    def _nothing_in_words(self) -> str:
        if not self._entries or self._search is None:
            return self.tr(
                "This section dates no events, or none that the program recognises.\n"
                "Ctrl+K searches the text for any words."
            )
        missing = self._search.missing(self._filters.wanted.words, self._entries)
        if missing:
            return self.tr("No event of this section has {0}.").format(", ".join(f"“{one}”" for one in missing))
        return self.tr("No event for {0}.").format(" · ".join(self._filters.in_words()))

    def _show_selection(self, entry: Entry | None) -> None:
        self._current = entry
        self._axis.select(entry)
        self._table.select(entry)

    def _reference(self, entry: Entry) -> Reference:
        return Reference(Kind.EVENT, self._section, entry.event.id)

    def _on_chosen(self, entry: Entry) -> None:
        if entry is not self._current:
            self._show_selection(entry)
            self.selected.emit(self._reference(entry))

    def _on_filters_changed(self) -> None:
        """Show what is left as soon as it is found; what is shown stays until then."""
        if self._search is None:
            return
        work = partial(filtered, self._entries, self._filters.wanted, self._search)
        self._filtering.submit(work, self._on_filtered, self._on_failed)

    def _on_filtered(self, found: tuple[Found, dict[Facet, int]]) -> None:
        self._take(*found)
        if self._axis.is_empty_here:
            self._axis.fit()
        self._on_window_changed()

    @staticmethod
    def _on_failed(error: BaseException) -> None:
        raise error

    def _on_kind_requested(self, kind: EventKind) -> None:
        """The name of a lane was clicked: its kind alone, or again all of them."""
        wanted = self._filters.wanted
        chosen = {facet: wanted.chosen(facet) for facet in Facet}
        chosen[Facet.KIND] = "" if wanted.kind == kind.value else kind.value
        self._filters.choose(chosen, self._filters.text)
        self._on_filters_changed()

    def _on_cleared(self) -> None:
        self._filters.clear()
        self._table.setFocus()

    # Time

    def _first_window(self) -> Window:
        """Where most events are."""
        return densest_window([(entry.first, entry.last) for entry in self._entries], self._limits)

    def _on_window_changed(self) -> None:
        self._overview.set_window(self._axis.window_shown)
        self._overview.setAccessibleDescription(self._shown_of_all())
        self.status_changed.emit(self.status)

    def _shown_of_all(self) -> str:
        everything = f"{date_of(self._limits.first).year} – {date_of(self._limits.last - 1).year}"
        return self.tr("{shown} of {all}").format(shown=self._axis.words(), all=everything)

    def _apply_remembered(self) -> None:
        """Use what was remembered, as far as it can be read: a state file may be of another version."""
        state, self._remembered = self._remembered, {}
        with suppress(KeyError, TypeError, ValueError):
            self._splitter.setSizes([max(1, int(size)) for size in state["splitter"]])
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            column, order = state["sort"]
            self._table.sort_by(Column[column.upper()], ascending=order != "descending")
        if state.get("section") != self._section or self._current is not None:
            return  # another section has other people and years; and what is to be seen must be seen
        with suppress(KeyError, TypeError, AttributeError):
            chosen = {facet: str(state["filters"].get(facet.value, "")) for facet in Facet}
            words = state.get("words")
            self._filters.choose(chosen, words if isinstance(words, str) else "")
            self._show_filtered()
        with suppress(KeyError, TypeError, ValueError):
            first, last = map(day_number, state["window"])
            if first < last:
                self._axis.set_window(Window(first, last))
        if self._axis.is_empty_here:
            self._axis.fit()
