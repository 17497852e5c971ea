"""The Results face of the side bar: kinds with their counts, the hits, and what was searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from bluebook_desktop.domain.querying import Query
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.search.delegate import HitDelegate
from bluebook_desktop.gui.search.model import HIT, ResultsModel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.chips import ChipRow

if TYPE_CHECKING:
    from bluebook_desktop.services.search import Hit, SearchResult

_ALL = "all"
#: A longer search is cut in the list of earlier ones.
_SHOWN_OF_SEARCH = 60


class _HitList(QListView):
    """The list; Enter goes to the row."""

    entered_row = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class ResultsPanel(QWidget):
    """Shows one search result. `followed` tells the hit that is walked over, `chosen` the one to go to."""

    followed = Signal(object)
    chosen = Signal(object)
    kinds_changed = Signal()
    repeated = Signal(str)  # an earlier search that is wanted once more

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._quiet = False
        self._query = Query("", ())
        self._chips = ChipRow(self.tr("Kinds of results"), self)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        self._empty.setTextFormat(Qt.TextFormat.PlainText)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(16)
        self._list = _HitList(self)
        self._list.setObjectName("results")
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setMouseTracking(True)
        self._model = ResultsModel(self._list)
        self._list.setModel(self._model)
        self._delegate = HitDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        self._foot = QLabel(self)
        self._foot.setWordWrap(True)
        self._foot.setTextFormat(Qt.TextFormat.PlainText)
        self._foot.setProperty("role", "small")
        self._foot.setContentsMargins(12, 10, 12, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._chips.setContentsMargins(12, 0, 12, 8)
        layout.addWidget(self._chips)
        layout.addWidget(self._empty)
        self._earlier = QWidget(self)
        self._earlier_layout = QVBoxLayout(self._earlier)
        self._earlier_layout.setContentsMargins(10, 0, 10, 0)
        self._earlier_layout.setSpacing(0)
        layout.addWidget(self._earlier)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._foot)
        self._spring = QWidget(self)
        layout.addWidget(self._spring, 1)
        self._chips.chosen.connect(self.kinds_changed)
        self._list.selectionModel().selectionChanged.connect(self._on_selected)
        self._list.entered_row.connect(self.go)
        self._list.doubleClicked.connect(self._on_double_clicked)
        self.show_nothing()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to what is shown; a focus proxy that is hidden would hold up the Tab key."""
        within = [self._list, *self._earlier.findChildren(QPushButton)]
        first = next((one for one in within if one.isVisible()), None)
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

    def set_earlier(self, searches: list[str]) -> None:
        """What was searched for before, newest first."""
        while (item := self._earlier_layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if searches:
            label = QLabel(self.tr("EARLIER SEARCHES"), self._earlier)
            label.setProperty("role", "label")
            label.setContentsMargins(6, 0, 6, 6)
            self._earlier_layout.addWidget(label)
        for words in searches:
            self._earlier_layout.addWidget(self._earlier_button(words))

    def _earlier_button(self, words: str) -> QPushButton:
        shown = words if len(words) <= _SHOWN_OF_SEARCH else f"{words[:_SHOWN_OF_SEARCH]}…"
        button = QPushButton(shown.replace("&", "&&"), self._earlier)
        button.setAccessibleName(self.tr("Search again for {0}").format(words[:200]))
        button.setProperty("link", "true")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.repeated.emit(words))
        return button

    def show_nothing(self) -> None:
        """Before anything was asked."""
        self._earlier.show()
        self._model.set_hits(())
        self._chips.hide()
        self._foot.hide()
        self._list.hide()
        self._spring.show()
        self._empty.show()
        self._empty.setText(
            self.tr("Type in the search field: passages, quotations, events, facilities and people appear here.")
        )

    def show_result(self, result: SearchResult) -> None:
        """Show what a search found."""
        if result.query.is_empty:
            self.show_nothing()
            self._empty.setText(self.tr("There is no word in that to search for."))
            return
        chips = {_ALL: self.tr("All {0}").format(_counted(result.total))}
        for kind, count in result.counts.items():
            chips[kind.value] = f"{self._plural(kind)} {_counted(count)}"
        if self.kinds is not None and self._chips.current not in chips:
            chips[self._chips.current] = f"{self._plural(Kind(self._chips.current))} 0"
        self._chips.set_chips(chips)
        self._chips.setVisible(result.total > 0)
        self._earlier.hide()
        self._query = result.query
        self._quiet = True
        self._delegate.forget()
        self._model.set_hits(result.hits)
        self._list.scrollToTop()
        self._quiet = False
        self._list.setVisible(bool(result.hits))
        self._spring.setVisible(not result.hits)
        self._empty.setVisible(not result.hits)
        self._empty.setText(self._why_nothing(result))
        self._foot.show()
        self._foot.setText(self._footnote(result))

    def show_error(self, sentence: str) -> None:
        """Say why there is no result."""
        self.show_nothing()
        self._empty.setText(sentence)

    def walk(self, rows: int) -> None:
        """Select the row so many further down or up."""
        count = self._model.rowCount()
        if not count:
            return
        now = self._list.currentIndex().row() if self._list.selectionModel().hasSelection() else -1
        target = min(max(now + rows, 0), count - 1) if now >= 0 else (0 if rows > 0 else count - 1)
        self._list.setCurrentIndex(self._model.index(target))

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

    def _plural(self, kind: Kind) -> str:
        return {
            Kind.PASSAGE: self.tr("Passages"),
            Kind.QUOTATION: self.tr("Quotations"),
            Kind.EVENT: self.tr("Events"),
            Kind.FACILITY: self.tr("Facilities"),
            Kind.PERSON: self.tr("People"),
            Kind.ABBREVIATION: self.tr("Abbreviations"),
            Kind.HEADING: self.tr("Headings"),
        }[kind]

    def _why_nothing(self, result: SearchResult) -> str:
        if not result.missing:
            return self.tr("Nothing found: each word occurs, but nowhere all of them. Try fewer words.")
        words = self.tr("” and “").join(result.missing)
        return self.tr("Nothing found: “{0}” does not occur. Try another word, or the start of one.").format(words)

    def _footnote(self, result: SearchResult) -> str:
        editions = self.tr("1 edition") if result.editions == 1 else self.tr("{0} editions").format(result.editions)
        ground = self.tr("{0} passages of {1}").format(f"{result.passages:,}", editions)
        if result.total == 0:
            first = self.tr("Searched: all {0}.").format(ground)
        elif result.total == 1:
            first = self.tr("The only place in {0}.").format(ground)
        elif len(result.hits) < result.total and self.kinds is None:
            first = self.tr("The first {0} of {1} places in {2}.").format(
                len(result.hits), _counted(result.total), ground
            )
        else:
            first = self.tr("All {0} places in {1}.").format(_counted(len(result.hits)), ground)
        return "\n".join([first, *result.notes[:2]])


def _counted(number: int) -> str:
    return "10,000+" if number > 10_000 else f"{number:,}"
