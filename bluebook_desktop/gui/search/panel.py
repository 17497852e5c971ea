"""The Results face of the side bar: kinds with their counts, the hits, where they lie, and what was searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bluebook_desktop.domain.querying.tree import Query
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.search.before import BeforeSearching
from bluebook_desktop.gui.search.delegate import HitDelegate
from bluebook_desktop.gui.search.exporting import ExportStrip, formats
from bluebook_desktop.gui.search.hit_list import HitList
from bluebook_desktop.gui.search.model import HIT, ResultsModel, lengthened
from bluebook_desktop.gui.search.parts import Offers, SpreadBar, UnderstoodRow
from bluebook_desktop.gui.search.words import (
    assurance,
    count_of,
    count_of_all,
    counted,
    ground_of,
    kinds_word,
    why_not_searched,
    why_nothing,
)
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.chips import ChipRow

if TYPE_CHECKING:
    from bluebook_desktop.services.search import Hit, Offer, SearchResult, Spread

_ALL = "all"
_LONGEST_COUNT = "≤ 10,000+"


class ResultsPanel(QWidget):
    """Shows one search result. `followed` tells the hit that is walked over, `chosen` the one to go to."""

    followed = Signal(object)
    chosen = Signal(object)
    kinds_changed = Signal()
    repeated = Signal(str)  # another search that is wanted, or an earlier one once more
    more_requested = Signal()  # the end of the list was reached
    return_requested = Signal()
    saved = Signal(str)
    saved_removed = Signal(str)
    stemming_changed = Signal(bool)
    grouping_changed = Signal(bool)
    export_requested = Signal(str)  # the key of a format

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._focused_before: QWidget | None = None
        self._query = Query("")
        self._result: SearchResult | None = None
        self._chips = ChipRow(self.tr("Kinds of results"), self)
        self._understood = UnderstoodRow(self)
        self._spread = SpreadBar(theme, self)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(12)
        self._offers = Offers(theme, self)
        self._before = BeforeSearching(theme, self)
        self._list = HitList(self)
        self._model = ResultsModel(self._list)
        self._list.setModel(self._model)
        self._delegate = HitDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._foot = QLabel(self)
        self._foot.setWordWrap(True)
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setProperty("role", "small")
        self._foot.setContentsMargins(12, 10, 4, 10)
        self._menu = QMenu(self)
        self._menu_button = self._make_menu()
        self._rule = QFrame(self)
        self._rule.setProperty("role", "rule")
        self._spring = QWidget(self)
        self.export_strip = ExportStrip(self)
        self._lay_out()
        self._connect()
        self.show_nothing()

    def _make_menu(self) -> QToolButton:
        self._grouping = self._menu.addAction(self.tr("Group by place"))
        self._grouping.setCheckable(True)
        self._stemming = self._menu.addAction(self.tr("Find all forms of a word"))
        self._stemming.setCheckable(True)
        self._menu.addSeparator()
        self._save = self._menu.addAction(self.tr("Save this search"))
        self._return = self._menu.addAction(self.tr("Return to where I was"))
        exports = self._menu.addMenu(self.tr("Export all hits"))
        for form in formats():
            action = exports.addAction(self.tr("As {0} …").format(form.name))
            action.triggered.connect(lambda _checked=False, key=form.key: self.export_requested.emit(key))
        self._export = exports.menuAction()
        button = QToolButton(self)
        button.setIcon(self._theme.icon("menu", "soft"))
        button.setAccessibleName(self.tr("More for these results"))
        button.setToolTip(self.tr("Group, save, export, return"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMenu(self._menu)
        return button

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._chips.setContentsMargins(12, 0, 12, 8)
        self._understood.setContentsMargins(12, 0, 12, 8)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 0, 8, 0)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._menu_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._chips)
        layout.addWidget(self._understood)
        layout.addWidget(self._spread)
        layout.addWidget(self._empty)
        layout.addWidget(self._before)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._rule)
        layout.addWidget(self._offers)
        layout.addWidget(self.export_strip)
        layout.addLayout(foot)
        layout.addWidget(self._spring, 1)

    def _connect(self) -> None:
        self._chips.chosen.connect(self.kinds_changed)
        self._list.selectionModel().selectionChanged.connect(self._on_selected)
        self._list.entered_row.connect(self.go)
        self._list.stepped.connect(self.walk)
        self._list.doubleClicked.connect(self._on_double_clicked)
        self._list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._before.repeated.connect(self.repeated)
        self._before.removed.connect(self.saved_removed)
        self._offers.asked.connect(self.repeated)
        self._understood.removed.connect(self._on_taken_out)
        self._spread.chosen.connect(self._on_part_chosen)
        self._grouping.toggled.connect(self._on_grouping)
        self._stemming.toggled.connect(self.stemming_changed)
        self._save.triggered.connect(lambda: self.saved.emit(self._query.text.strip()))
        self._return.triggered.connect(self.return_requested)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self._menu_button.setIcon(self._theme.icon("menu", "soft"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what is shown; a focus proxy that is hidden would hold up the Tab key."""
        parts = [self._list, *self._offers.findChildren(QAbstractButton), *self._before.findChildren(QAbstractButton)]
        first = next((one for one in parts if one.isVisible()), None)
        if first is not None:
            first.setFocus(event.reason())

    @property
    def kinds(self) -> frozenset[Kind] | None:
        """The kinds that are asked for; None for all."""
        current = self._chips.current
        return None if current in ("", _ALL) else frozenset({Kind(current)})

    @property
    def query(self) -> Query:
        """What the hits that are shown were found for."""
        return self._query

    @property
    def current(self) -> Hit | None:
        """The selected hit."""
        hit: Hit | None = self._list.currentIndex().data(HIT)
        return hit

    @property
    def stemming(self) -> bool:
        """Whether all forms of a word are asked for."""
        return self._stemming.isChecked()

    def prefer(self, *, stemming: bool, grouped: bool) -> None:
        """Begin with what the reader chose the last time."""
        self._stemming.setChecked(stemming)
        self._grouping.setChecked(grouped)

    def set_earlier(self, searches: list[str]) -> None:
        """What was searched for before, newest first."""
        self._before.set_earlier(searches)

    def set_saved(self, searches: list[str]) -> None:
        """The searches that the reader keeps."""
        self._before.set_saved(searches)

    def show_nothing(self) -> None:
        """Before anything was asked."""
        self._result = None
        self._before.show()
        self._model.set_hits(())
        parts = (self._chips, self._understood, self._spread, self._foot, self._menu_button, self._list, self._rule)
        for part in parts:
            part.hide()
        self._offers.show_offers(())
        self._spring.show()
        self._empty.show()
        self._empty.setText(
            self.tr("Type in the search field: passages, quotations, events, facilities and people appear here.")
        )

    def show_result(self, result: SearchResult, *, goes_on: bool = False) -> None:
        """Show what a search found; `goes_on` where it is the same list with more at its end."""
        if result.query.is_empty:
            self.show_nothing()
            self._empty.setText(why_not_searched(result.query))
            return
        at, kept, row = self._list.verticalScrollBar().value(), self.current, self._list.currentIndex().row()
        if goes_on and self._result is not None:
            result = lengthened(self._result, result)
        self._result, self._query = result, result.query
        self._before.hide()
        self._show_chips(result)
        self._understood.show_query(result.query, result.understood)
        self._quiet = True
        grouped, several = self._grouping.isChecked(), result.sections > 1
        first = len if goes_on else self._in_view
        self._model.set_hits(result.hits, grouped=grouped, several=several, first=first)
        if goes_on:
            # In groups more hits may stand before it now.
            now = row if kept is None else self._model.row_of_hit(kept)
            self._list.setCurrentIndex(self._model.index(now))
            self._list.lay_out_all()
            if now == row:
                self._list.verticalScrollBar().setValue(at)
            else:
                self._list.scrollTo(self._model.index(now), HitList.ScrollHint.PositionAtCenter)
        else:
            self._list.scrollToTop()
        self._quiet = False
        self._list.setVisible(bool(result.hits))
        self._rule.setVisible(bool(result.hits))
        self._spring.setVisible(not result.hits)
        self._empty.setVisible(not result.hits)
        self._empty.setText(why_nothing(result))
        if not goes_on:
            self._offers.show_offers(())
            self._spread.wait()
            self._spread.setVisible(result.total > 0)
        self._foot.show()
        self._menu_button.show()
        self._export.setEnabled(bool(result.hits))
        self._foot.setText(self._footnote(result))

    def show_rest(self) -> None:
        """Show the rows that are out of view as well."""
        self._model.show_rest()

    def _in_view(self, rows: list[Hit | str]) -> int:
        """How many of the first rows fill the list; it is no taller than this face."""
        room, number = self.height(), 0
        while room >= 0 and number < len(rows):
            room -= self._delegate.height_of(rows[number], self._model.place_of(rows[number]))
            number += 1
        return number

    def _show_chips(self, result: SearchResult, uncounted: frozenset[Kind] = frozenset()) -> None:
        """Show the kinds; those that are (or were) `uncounted` have room for the longest count.

        So nothing moves when it is known.
        """
        chips = {_ALL: self.tr("All {0}").format(count_of_all(result))}
        chips |= {kind.value: f"{kinds_word(kind)} {count_of(result, kind)}" for kind in result.counts}
        if self.kinds is not None and self._chips.current not in chips:
            chips[self._chips.current] = f"{kinds_word(Kind(self._chips.current))} 0"
        room = {kind.value: f"{kinds_word(kind)} {_LONGEST_COUNT}" for kind in uncounted or result.uncounted}
        if room:
            room[_ALL] = self.tr("All {0}").format(_LONGEST_COUNT)
        self._chips.set_chips(chips, room)
        self._chips.setVisible(result.total > 0)

    def show_around(self, result: SearchResult, offers: tuple[Offer, ...], parts: tuple[Spread, ...]) -> None:
        """Show the whole counts, what else could be asked, and where the hits lie."""
        if self._result is not None and self._result.uncounted:
            self._show_chips(result, self._result.uncounted)
            self._result = result
            self._foot.setText(self._footnote(result))
        self._offers.show_offers(offers)
        self._spread.show_spread(parts)
        self._order_focus()

    def stand_behind(self, widget: QWidget) -> None:
        """Let Tab come here from that widget of the window."""
        self._focused_before = widget

    def _order_focus(self) -> None:
        """Tab goes through the parts as they stand one below the other, though some are made later than others."""
        parts: list[QWidget] = [*self._chips.findChildren(QAbstractButton)]
        parts += self._understood.findChildren(QAbstractButton)
        parts += [self._spread, self._list, *self._offers.findChildren(QAbstractButton)]
        parts += [*self.export_strip.findChildren(QAbstractButton), self._menu_button]
        before = self._focused_before
        for part in parts:
            if before is not None:
                self.setTabOrder(before, part)
            before = part

    def show_error(self, sentence: str) -> None:
        """Say why there is no result."""
        self.show_nothing()
        self._empty.setText(sentence)

    def walk(self, rows: int) -> None:
        """Select the row so many further down or up."""
        self.show_rest()
        now = self._list.currentIndex().row() if self._list.selectionModel().hasSelection() else -1
        target = self._model.step(now, rows)
        if target >= 0:
            self._list.setCurrentIndex(self._model.index(target))
            if target == self._model.rowCount() - 1:
                self._ask_for_more()

    def go(self) -> None:
        """Go to the selected hit, or the first where none is selected."""
        if not self._list.selectionModel().hasSelection():
            self.walk(1)
        if self.current is not None:
            self.chosen.emit(self.current)

    def _on_selected(self, selected: QItemSelection, _before: QItemSelection) -> None:
        if not self._quiet and selected.indexes() and self.current is not None:
            self.followed.emit(self.current)

    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.go()

    def _on_scrolled(self, value: int) -> None:
        bar = self._list.verticalScrollBar()
        if self._quiet or not bar.maximum() or value != bar.maximum():
            return
        if self._model.is_whole:
            self._ask_for_more()
        else:
            self.show_rest()

    def _ask_for_more(self) -> None:
        result = self._result
        if result is None:
            return
        asked = sum(count for kind, count in result.counts.items() if self.kinds is None or kind in self.kinds)
        if len(result.hits) < asked:
            self.more_requested.emit()

    def _on_taken_out(self, typed: str) -> None:
        self.repeated.emit(" ".join(self._query.text.replace(typed, " ", 1).split()))

    def _on_part_chosen(self, part: Spread) -> None:
        """Walk to the first hit of a part; where none of it is in the list, search there alone."""
        self.show_rest()
        row = self._model.row_of(part.section, part.first, part.last)
        if row >= 0:
            self._list.setCurrentIndex(self._model.index(row))
        else:
            self.repeated.emit(f"{self._query.text.strip()} section:{part.section}")

    def _on_grouping(self, grouped: bool) -> None:
        if self._result is not None:
            self._model.set_hits(self._result.hits, grouped=grouped, several=self._result.sections > 1)
        self.grouping_changed.emit(grouped)

    def _footnote(self, result: SearchResult) -> str:
        lines = [self._how_many(result, ground_of(result))] if result.total else []
        for offer in result.widened:
            said = self.tr("“{0}” does not occur so; searched for “{1}” as well.")
            lines.append(said.format(offer.of, offer.said))
        return "\n".join([*lines, assurance(result)])

    def _how_many(self, result: SearchResult, ground: str) -> str:
        if result.total == 1:
            return self.tr("The only place in {0}.").format(ground)
        if len(result.hits) < result.total and self.kinds is None:
            first = self.tr("The first {0} of {1} places in {2}.")
            return first.format(len(result.hits), count_of_all(result), ground)
        return self.tr("All {0} places in {1}.").format(counted(len(result.hits)), ground)
