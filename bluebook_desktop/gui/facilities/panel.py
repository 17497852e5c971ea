"""Facilities: every facility and area that the text names, as a table and a map with one filter and one selection."""

from __future__ import annotations

from functools import partial
from operator import is_
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSplitter, QToolButton, QWidget

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import FacilityKind
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.facilities.canvas import MapCanvas
from bluebook_desktop.gui.facilities.delegate import ONE_LINE, PAD, FacilityDelegate
from bluebook_desktop.gui.facilities.exporting import export_button
from bluebook_desktop.gui.facilities.filtering import CHIPS, NOWHERE, Wanted
from bluebook_desktop.gui.facilities.model import KEYS, MARK, FacilityFilter, FacilityModel
from bluebook_desktop.gui.widgets.chips import ChipRow
from bluebook_desktop.gui.widgets.filter_field import FilterField
from bluebook_desktop.gui.widgets.filtered_panel import FilteredPanel
from bluebook_desktop.gui.widgets.menu_chip import MenuChip, Option
from bluebook_desktop.gui.widgets.record_views import RecordTable
from bluebook_desktop.gui.wording import facility_kind_word, origin_mark, short_place, with_origin

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluebook_desktop.gui.tasks import AnyLane
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.sections import OpenSection

_NAME, _SAYS = KEYS.index("name"), KEYS.index("says")
#: Room that the names take of what the narrow columns leave, when not all can be shown in one line.
_NAME_SHARE = 0.47
_LEAST_WIDE = 120
#: While the window is made wider the heights of rows in so many widths are kept: with and without a scroll bar.
_KEPT_WIDTHS = 4
#: How wide a narrow column may get beyond its heading, as a share of the whole.
_NARROW_SHARE = 0.15
#: The map's share of the height at first, and the height of the tab below which it gives way to the table.
_MAP_SHARE = 0.45
_LEAST_HIGH = 420


class FacilitiesPanel(FilteredPanel):
    """A table of facilities over a map of them; one selection, told to the window."""

    said = Signal(str)  # what was done, in a sentence

    def __init__(self, theme: Theme, parent: QWidget | None = None, lane: AnyLane | None = None) -> None:
        """`lane` writes what is exported; without one it is written at once."""
        super().__init__(parent)
        self._theme = theme
        self._section: OpenSection | None = None
        self._total = 0
        #: How wide the words of cells and columns are, and how high each facility's row is in columns of some widths.
        self._cells: dict[str, tuple[int, ...]] = {}
        self._natural = [0] * len(KEYS)
        self._heights: dict[tuple[int, ...], dict[str, int]] = {}
        self._map_wanted = True
        self._map_share = _MAP_SHARE
        self._model = FacilityModel(self)
        self._shown = FacilityFilter(self._model, self)
        # Made in the order in which the Tab key goes.
        chips = ChipRow(self.tr("Which facilities"), self)
        chips.set_chips(dict.fromkeys(CHIPS, ""))
        self._kinds = MenuChip(self.tr("Kind"), self.tr("all"), self.tr("All kinds"), self)
        self._places = MenuChip(self.tr("Where (added)"), self.tr("everywhere"), self.tr("Everywhere"), self)
        self._export = export_button(lane, self)
        self._toggle = QToolButton(self)
        self._toggle.setIconSize(QSize(16, 16))
        field = FilterField(theme, self.tr("Filter facilities"), self)
        self._table = RecordTable(self._shown, self)
        self._table.setAccessibleName(self.tr("Facilities"))
        self._table.setItemDelegate(FacilityDelegate(theme, self._table))
        self._map = MapCanvas(theme, self)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._put_together(chips, [self._kinds, self._places], [self._export, self._toggle], field, self._table)
        self._show_map()
        self._prepare_header()
        self._connect(theme)
        self._refresh()

    def _body(self, rows: QWidget) -> QWidget:
        self._splitter.addWidget(rows)
        self._splitter.addWidget(self._map)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        return self._splitter

    def _prepare_header(self) -> None:
        self._table.verticalHeader().setMinimumSectionSize(16)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.sectionClicked.connect(self._on_header_clicked)
        self._shown.sort(_NAME)

    def _connect(self, theme: Theme) -> None:
        for one in (self._chips, self._kinds, self._places):
            one.chosen.connect(self._refresh)
        self._picker.picked.connect(self._on_picked)
        self._picker.read.connect(lambda index: self._tell(self.read_requested, index))
        self._table.width_changed.connect(self._fit_columns)
        self._toggle.clicked.connect(self._on_toggled)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)
        self._map.chosen.connect(self._on_chosen)
        self._map.read_requested.connect(lambda id_: self._tell(self.read_requested, self._shown.row_of(id_)))
        self._export.written.connect(self.said)
        theme.changed.connect(self._table.viewport().update)
        theme.changed.connect(self._show_map)

    @property
    def status(self) -> str:
        """How many facilities are shown, and how many of them the program found."""
        shown = self._shown.facilities()
        found = self._section.count_found(Kind.FACILITY, (one.id for one in shown)) if self._section else 0
        if len(shown) == self._total:
            return with_origin(self.tr("Facilities: {0}").format(self._total), found, len(shown))
        return with_origin(self.tr("Facilities: {0} of {1}").format(len(shown), self._total), found, len(shown))

    def set_section(self, section: OpenSection) -> None:
        """Show the facilities of a section."""
        self._section = section
        facilities = section.records.facilities
        same = len(facilities) == self._total and all(map(is_, facilities, self._model.rows))
        self._total = len(facilities)
        with self._picker.quietly():
            self._shown.set_rows(facilities, partial(origin_mark, section.records, Kind.FACILITY), self._wanted)
        self._measure_cells()
        self._heights.clear()
        if not same:  # after a decision on something else the map has nothing to draw anew
            self._map.set_facilities(facilities)
        self._show_map()
        self._refresh()

    def drawing(self) -> Iterator[None]:
        """Make, step by step, what the map needs when it is first seen."""
        yield from self._map.drawing()

    def select(self, reference: Reference | None) -> None:
        """Select a facility and scroll to it, whatever is filtered; or nothing."""
        section = self._section.id if self._section else ""
        if reference is None or reference.kind is not Kind.FACILITY or reference.section != section:
            self._mark(QModelIndex())
            return
        if not self._shown.row_of(reference.id).isValid() and any(one.id == reference.id for one in self._model.rows):
            self._leave_nothing_out()
        self._mark(self._shown.row_of(reference.id))

    def _leave_nothing_out(self) -> None:
        self._chips.choose("all")
        self._kinds.choose("")
        self._places.choose("")
        self._field.clear()
        self._refresh()

    def want_map(self) -> None:
        """Show the map, where it was hidden."""
        self._map_wanted = True
        self._show_map()

    def state(self) -> dict[str, Any]:
        """Chip, filter, order and the map's share of the height, to be remembered."""
        key, order = self._shown.order
        return {
            "chip": self._chips.current,
            "kind": self._kinds.current,
            "place": self._places.current,
            "filter": self._field.text(),
            "sort": key,
            "descending": order == Qt.SortOrder.DescendingOrder,
            "map": self._map_wanted,
            "map_share": round(self._map_share, 3),
            "map_look": self._map.look,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was remembered; what cannot be used is passed over."""
        if state.get("chip") in tuple(CHIPS):
            self._chips.choose(state["chip"])
        for chip, key in ((self._kinds, "kind"), (self._places, "place")):
            if isinstance(state.get(key), str):
                chip.choose(state[key])
        if state.get("sort") in KEYS:
            order = Qt.SortOrder.DescendingOrder if state.get("descending") is True else Qt.SortOrder.AscendingOrder
            self._sort(KEYS.index(state["sort"]), order)
        if isinstance(state.get("filter"), str):
            self._field.setText(state["filter"])
        share = state.get("map_share")
        if isinstance(share, float) and 0 < share < 1:
            self._map_share = share
        self._map_wanted = state.get("map") is not False
        self._show_map()
        self._refresh()
        look = state.get("map_look")
        if isinstance(look, list) and len(look) == 3 and all(type(one) is float for one in look):
            self._map.look_again(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_map()

    def _show_map(self) -> None:
        """Show the map where it is wanted and there is room; it keeps its share of the height."""
        room = self.height() >= _LEAST_HIGH
        shown = self._map_wanted and room and self._total > 0
        self._map.setVisible(shown)
        if shown:
            high = max(1, self._splitter.height())
            self._splitter.setSizes([round(high * (1 - self._map_share)), round(high * self._map_share)])
        act = self.tr("Hide the map") if self._map_wanted else self.tr("Show the map")
        self._toggle.setAccessibleName(act)
        self._toggle.setToolTip(act if room else self.tr("The window is too low for the map"))
        self._toggle.setIcon(self._theme.icon("facility", "accent" if shown else "soft"))
        self._toggle.setEnabled(room and self._total > 0)

    def _on_toggled(self) -> None:
        self._map_wanted = not self._map_wanted
        self._show_map()

    def _on_splitter_moved(self) -> None:
        upper, lower = self._splitter.sizes()
        if upper and lower:
            self._map_share = lower / (upper + lower)

    def _mark(self, index: QModelIndex) -> None:
        """Select a row and its dot, or nothing, without telling."""
        self._picker.select(index)
        self._map.select(self._shown.facility(index))

    def _on_picked(self, index: QModelIndex) -> None:
        self._map.select(self._shown.facility(index))
        self._tell(self.selected, index)

    def _on_chosen(self, id_: str) -> None:
        index = self._shown.row_of(id_)
        self._mark(index)
        self._tell(self.selected, index)

    def _tell(self, signal: Any, index: QModelIndex) -> None:
        facility = self._shown.facility(index)
        if facility is not None and self._section is not None:
            signal.emit(Reference(Kind.FACILITY, self._section.id, facility.id))

    def _on_header_clicked(self, column: int) -> None:
        key, order = self._shown.order
        up = KEYS[column] != key or order == Qt.SortOrder.DescendingOrder
        self._sort(column, Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder)

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        with self._picker.quietly():
            self._shown.sort(column, order)
        self._fit_columns()
        self._table.scrollTo(self._table.currentIndex())

    def _refresh(self) -> None:
        """Show what chip and filter leave; the selected row stays selected while it is among them."""
        before = self._shown.facility(self._table.currentIndex()) if self._table.selectedIndexes() else None
        with self._picker.quietly():
            self._shown.set_filter(self._wanted)
        shown = self._shown.facilities()
        self._map.set_shown(shown)
        self._export.offer(self._section, shown, self._total)
        self._mark(self._shown.row_of(before.id) if before else QModelIndex())
        words = {
            "all": self.tr("All {0}"),
            "unc": self.tr("UNC may use {0}"),
            "returned": self.tr("Returned {0}"),
            "planned": self.tr("Planned {0}"),
        }
        counts = self._shown.found.chips
        self._chips.set_chips({key: words[key].format(counts[key]) for key in CHIPS})
        self._offer()
        self._bar.fit()
        self._rows.say("" if self._shown.rowCount() else self._nothing_found(), filtered=self._total > 0)
        self._fit_columns()
        self.status_changed.emit(self.status)

    @property
    def _wanted(self) -> Wanted:
        """What chips, menus and field ask for."""
        chip = self._chips.current or "all"
        return Wanted(chip, self._kinds.current, self._places.current, tuple(fold(self._field.text()).split()))

    def _offer(self) -> None:
        """Offer the kinds and places of this section, with what all other filters leave of each."""
        kinds, places = self._shown.found.kinds, self._shown.found.places
        there = {one.kind for one in self._model.rows}
        self._kinds.set_options(
            [Option(one.value, facility_kind_word(one), kinds[one.value]) for one in FacilityKind if one in there],
            kinds[""],
        )
        known = {short_place(one) for one in self._model.rows}
        options = [Option(one, one, places[one]) for one in sorted(known - {""}, key=fold)]
        if "" in known:
            options.append(Option(NOWHERE, self.tr("Not known"), places[NOWHERE]))
        self._places.set_options(options, places[""])

    def _nothing_found(self) -> str:
        if not self._total:
            return self.tr(
                "This section names no facility of the U.S. Forces in Japan, or none that the program recognises.\n"
                "Ctrl+K searches the text for any name."
            )
        if missing := self._shown.missing(self._wanted.words):
            words = ", ".join(f"“{word}”" for word in missing)
            return self.tr("No facility of this section has {0}.").format(words)
        return self.tr("No facility matches all filters.")

    def _fit_columns(self) -> None:
        with self._table.arranging():
            self._share_width()
            self._fit_rows()

    def _share_width(self) -> None:
        """Narrow columns as wide as their words; name and what the text says share the rest.

        Room for the scroll bar is kept: while there is none the last column has it, and no other one moves.
        """
        table, header = self._table, self._table.horizontalHeader()
        whole = room = table.room
        natural = [max(words, header.sectionSizeHint(column)) for column, words in enumerate(self._natural)]
        for column, width in enumerate(natural):
            if column not in (_NAME, _SAYS):
                narrow = min(width, max(header.sectionSizeHint(column), int(whole * _NARROW_SHARE)))
                last = column == len(natural) - 1
                table.setColumnWidth(column, narrow + (table.viewport().width() - whole if last else 0))
                room -= narrow
        name = natural[_NAME]
        if name + natural[_SAYS] > room:
            name = max(_LEAST_WIDE, min(name, int(room * _NAME_SHARE)))
        table.setColumnWidth(_NAME, name)
        table.setColumnWidth(_SAYS, max(_LEAST_WIDE, room - name))

    def _fit_rows(self) -> None:
        """Every row as high as its words, which are measured once: filters and the scroll bar come and go."""
        widths = tuple(self._table.columnWidth(column) for column in range(len(KEYS)))
        if widths not in self._heights and len(self._heights) >= _KEPT_WIDTHS:
            self._heights.clear()
        heights = self._heights.setdefault(widths, {})
        for row, facility in enumerate(self._shown.facilities()):
            if facility.id not in heights:
                fits = all(map(int.__le__, self._cells[facility.id], widths))
                heights[facility.id] = ONE_LINE if fits else self._table.sizeHintForRow(row)
            if self._table.rowHeight(row) != heights[facility.id]:
                self._table.setRowHeight(row, heights[facility.id])

    def _measure_cells(self) -> None:
        """How wide the words of each column are, whatever is filtered: no filter moves what is left."""
        metrics = QFontMetricsF(self._theme.font("interface"))

        def wide(row: int, column: int) -> int:
            index = self._model.index(row, column)
            words = " · ".join(filter(None, (str(index.data()), index.data(MARK))))
            return round(metrics.horizontalAdvance(words) + 1) + 2 * PAD

        columns = range(len(KEYS))
        self._cells = {one.id: tuple(wide(row, key) for key in columns) for row, one in enumerate(self._model.rows)}
        self._natural = [max((cells[key] for cells in self._cells.values()), default=1 + 2 * PAD) for key in columns]
