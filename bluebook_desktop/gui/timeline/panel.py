"""The Timeline tab: one filter and one selection over an axis and a list."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from bluebook_desktop.domain.records import EventKind
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.timeline.axis import STEP_ZOOM, TimelineAxis
from bluebook_desktop.gui.timeline.entries import LANES, Entry, entries_of
from bluebook_desktop.gui.timeline.model import Column
from bluebook_desktop.gui.timeline.overview import TimelineOverview
from bluebook_desktop.gui.timeline.scale import Window, date_of, day_number, densest_window, whole_years
from bluebook_desktop.gui.timeline.table import EventTable
from bluebook_desktop.gui.widgets.chips import ChipRow
from bluebook_desktop.gui.wording import event_kind_word, origin_mark

if TYPE_CHECKING:
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.sections import OpenSection

ALL = "all"
PLANNED = "planned"


class TimelinePanel(QWidget):
    """All dated events of a section, on an axis and in a list."""

    selected = Signal(object)  # Reference of the event that the user selected
    read_requested = Signal(object)  # Reference of the event to read in place
    status_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section = ""
        self._entries: list[Entry] = []
        self._limits = Window(0, 1)
        self._horizon = 0
        self._current: Entry | None = None
        self._remembered: dict[str, Any] = {}
        self._axis = TimelineAxis(theme)
        self._overview = TimelineOverview(theme)
        self._table = EventTable(theme)
        self._chips = ChipRow(self.tr("Kinds of events"))
        self._count = QLabel()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._body = QStackedLayout()
        self._build()
        self._connect()
        self._on_theme_changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: with a focus proxy the Tab key would pass over what stands above it."""
        self._table.setFocus(event.reason())

    # For the window

    @property
    def status(self) -> str:
        """Which part of the time is shown, for the status bar."""
        if not self._entries:
            return self.tr("Timeline: no events")
        everything = f"{date_of(self._limits.first).year} – {date_of(self._limits.last - 1).year}"
        return self.tr("Timeline: {shown} of {all}").format(shown=self._axis.words(), all=everything)

    def set_section(self, section: OpenSection) -> None:
        """Show a section's events."""
        self._section = section.id
        self._horizon = day_number(section.edition.period_end) + 1
        records = section.records
        self._entries = entries_of(records.events, self._horizon, partial(origin_mark, records, Kind.EVENT))
        self._current = None
        if self._entries:
            self._limits = whole_years(self._entries[0].first, max(entry.last for entry in self._entries))
        else:
            self._limits = Window(day_number(section.edition.period_start), self._horizon)
        self._chips.set_chips(self._chip_texts())
        self._chips.choose(ALL)
        self._table.fit_columns(self._entries)
        # The widest count keeps its room, so that no filter moves the chips.
        widest = self._count_in_words(len(self._entries))
        self._count.setMinimumWidth(self._count.fontMetrics().horizontalAdvance(widest) + 2)
        self._show_filtered()
        self._axis.set_window(self._first_window())
        self._apply_remembered()
        self._on_window_changed()

    def select(self, reference: Reference | None) -> None:
        """Show an event as selected; one that the filter hides brings all kinds back. Nothing is emitted."""
        entry = None
        if reference is not None and reference.kind is Kind.EVENT and reference.section == self._section:
            entry = next((one for one in self._entries if one.event.id == reference.id), None)
        if entry is not None and not self._is_shown(entry):
            self._chips.choose(ALL)
            self._show_filtered()
        self._show_selection(entry)

    def state(self) -> dict[str, Any]:
        """What the window remembers: the stretch of time, the splitter, sorting and filter."""
        column, ascending = self._table.sorting
        state: dict[str, Any] = {
            "splitter": self._splitter.sizes(),
            "sort": [column.name.lower(), "ascending" if ascending else "descending"],
            "kind": self._chips.current or ALL,
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

    def _chip_texts(self) -> dict[str, str]:
        counts = Counter(entry.event.kind.value for entry in self._entries)
        texts = {ALL: self.tr("All kinds {}").format(f"{len(self._entries):,}")}
        texts |= {kind.value: f"{event_kind_word(kind)} {counts[kind.value]:,}" for kind in LANES}
        texts[PLANNED] = self.tr("Planned {}").format(f"{sum(entry.is_ahead for entry in self._entries):,}")
        return texts

    def _build(self) -> None:
        self._rule = QWidget()
        self._rule.setFixedHeight(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(self._rule)
        whole.addLayout(self._body, 1)  # before it has pages: Qt would show the first one as a window of its own
        self._body.addWidget(self._split_views())
        self._body.addWidget(self._empty_page())
        self.setTabOrder(self._fit, self._show_all)
        self.setAutoFillBackground(True)

    def _head(self) -> QHBoxLayout:
        """The row above: filter, count, zoom."""
        # The chips are made before the buttons: the Tab key goes in the order of making.
        self._chips.set_chips(self._chip_texts())
        self._count.setProperty("role", "soft")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._closer = QPushButton()
        self._wider = QPushButton()
        self._fit = QPushButton(self.tr("Fit"))
        for button, name in (
            (self._wider, self.tr("Zoom out")),
            (self._closer, self.tr("Zoom in")),
            (self._fit, self.tr("Show all time")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.setContentsMargins(10, 8, 10, 8)
        head.setSpacing(8)
        head.addWidget(self._chips, 1)
        head.addSpacing(8)
        for widget in (self._count, self._wider, self._closer, self._fit):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _split_views(self) -> QSplitter:
        """Axis and overview over the list."""
        upper = QWidget()
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

    def _empty_page(self) -> QWidget:
        self._nothing = QLabel()
        self._nothing.setProperty("role", "soft")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show_all = QPushButton(self.tr("Show all kinds"))
        self._show_all.setAutoDefault(False)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._nothing)
        column.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return page

    def _connect(self) -> None:
        self._chips.chosen.connect(self._on_kind_chosen)
        self._show_all.clicked.connect(self._on_show_all)
        self._wider.clicked.connect(lambda: self._axis.zoom(1 / STEP_ZOOM))
        self._closer.clicked.connect(lambda: self._axis.zoom(STEP_ZOOM))
        self._fit.clicked.connect(self._axis.fit)
        self._axis.window_changed.connect(self._on_window_changed)
        self._overview.window_requested.connect(self._axis.set_window)
        for view in (self._axis, self._table):
            view.chosen.connect(self._on_chosen)
            view.read_requested.connect(lambda entry: self.read_requested.emit(self._reference(entry)))
        self._theme.changed.connect(self._on_theme_changed)

    # Filter and selection

    def _is_shown(self, entry: Entry) -> bool:
        key = self._chips.current
        return key in (ALL, entry.event.kind.value) or (key == PLANNED and entry.is_ahead)

    def _show_filtered(self) -> None:
        shown = [entry for entry in self._entries if self._is_shown(entry)]
        self._axis.set_entries(shown, self._limits, self._horizon)
        self._overview.set_entries(shown, self._limits)
        blocked = self._table.blockSignals(True)
        self._table.set_entries(shown)
        self._table.blockSignals(blocked)
        self._count.setText(self._count_in_words(len(shown)))
        self._body.setCurrentIndex(0 if shown else 1)
        self._nothing.setText(self._nothing_in_words())
        self._show_all.setVisible(bool(self._entries))
        if self._current is not None:
            self._table.select(self._current if self._is_shown(self._current) else None)

    def _count_in_words(self, shown: int) -> str:
        return self.tr("1 event") if shown == 1 else self.tr("{} events").format(f"{shown:,}")

    def _nothing_in_words(self) -> str:
        if not self._entries:
            return self.tr("This section dates no events")
        if self._chips.current == PLANNED:
            return self.tr("No planned events")
        kinds = {kind.value: kind for kind in EventKind}
        kind = kinds.get(self._chips.current)
        return self.tr("No events of the kind {}").format(event_kind_word(kind)) if kind else ""

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

    def _on_kind_chosen(self) -> None:
        self._show_filtered()
        self._on_window_changed()

    def _on_show_all(self) -> None:
        self._chips.choose(ALL)
        self._on_kind_chosen()
        self._table.setFocus()

    # Time

    def _first_window(self) -> Window:
        """Where most events are."""
        return densest_window([(entry.first, entry.last) for entry in self._entries], self._limits)

    def _on_window_changed(self) -> None:
        self._overview.set_window(self._axis.window_shown)
        self.status_changed.emit(self.status)

    def _apply_remembered(self) -> None:
        """Use what was remembered, as far as it can be read: a state file may be of another version."""
        state, self._remembered = self._remembered, {}
        with suppress(KeyError, TypeError, ValueError):
            first, last = map(day_number, state["window"])
            if first < last:
                self._axis.set_window(Window(first, last))
        with suppress(KeyError, TypeError, ValueError):
            self._splitter.setSizes([max(1, int(size)) for size in state["splitter"]])
        with suppress(KeyError, TypeError, ValueError, AttributeError):
            column, order = state["sort"]
            self._table.sort_by(Column[column.upper()], ascending=order != "descending")
        kind = state.get("kind")
        if isinstance(kind, str) and kind != self._chips.current:
            self._chips.choose(kind)
            self._on_kind_chosen()

    def _on_theme_changed(self) -> None:
        self._wider.setIcon(self._theme.icon("minus", "ink"))
        self._closer.setIcon(self._theme.icon("plus", "ink"))
        for button in (self._wider, self._closer):
            button.setIconSize(QSize(16, 16))
        palette = self.palette()
        palette.setColor(self.backgroundRole(), self._theme.color("paper"))
        self.setPalette(palette)
        ground = self._rule.palette()
        ground.setColor(self._rule.backgroundRole(), self._theme.color("rule"))
        self._rule.setAutoFillBackground(True)
        self._rule.setPalette(ground)
