"""The list of events below the axis."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.delegate import DOT_ROOM, PADDING, ROW_HEIGHT, TimelineDelegate
from bluebook_desktop.gui.timeline.entries import LANES, Entry
from bluebook_desktop.gui.timeline.model import Column, Index, TimelineModel, cell_text, column_word
from bluebook_desktop.gui.widgets.record_views import HoveredRow, paint_focus
from bluebook_desktop.gui.wording import event_kind_word


class EventTable(QTableView):
    """Rows of events, one of them selected; Enter and a double click ask to read it."""

    chosen = Signal(object)  # an Entry
    read_requested = Signal(object)  # an Entry

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = TimelineModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(TimelineDelegate(theme, self, HoveredRow(self)))
        self.setObjectName("timeline_list")
        self.setAccessibleName(self.tr("Events"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # Always there, so that no column moves when a filter leaves few rows.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        bar.setEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(36)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.WHAT, QHeaderView.ResizeMode.Stretch)
        self.sortByColumn(Column.WHEN, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda index: self.read_requested.emit(self._rows.entry(index.row())))
        theme.changed.connect(self.viewport().update)

    @property
    def sorting(self) -> tuple[Column, bool]:
        """The column that the list is sorted by and whether from the top down."""
        header = self.horizontalHeader()
        ascending = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        return Column(header.sortIndicatorSection()), ascending

    def sort_by(self, column: Column, *, ascending: bool) -> None:
        """Sort the list."""
        self.sortByColumn(column, Qt.SortOrder.AscendingOrder if ascending else Qt.SortOrder.DescendingOrder)

    @property
    def entries(self) -> list[Entry]:
        """The entries in the order in which they stand."""
        return [self._rows.entry(row) for row in range(self._rows.rowCount())]

    def set_entries(self, entries: list[Entry]) -> None:
        """Show these entries; none is selected then."""
        self._rows.set_entries(entries)
        self.executeDelayedItemsLayout()  # else the rows would be painted in their old places first

    def fit_columns(self, entries: list[Entry]) -> None:
        """Make the columns wide enough for these entries, so that no filter moves them."""
        metrics = QFontMetrics(self._theme.font("interface"))
        dates = sorted({cell_text(entry, Column.WHEN) for entry in entries}, key=len)[-20:]
        numbers = sorted({cell_text(entry, Column.PASSAGE) for entry in entries}, key=len)[-1:]
        for column, texts, more in (
            (Column.WHEN, dates, 0),
            (Column.KIND, [event_kind_word(kind) for kind in LANES], DOT_ROOM),
            (Column.PASSAGE, [*numbers, "¶ ↑"], 0),
        ):
            width = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            self.setColumnWidth(column, width + 2 * PADDING + more)

    def select(self, entry: Entry | None) -> None:
        """Select an entry's row and scroll to it; nothing is emitted."""
        row = self._rows.row_of(entry.event.id) if entry is not None else None
        blocked = self.blockSignals(True)
        if row is None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row() or not self.selectionModel().hasSelection():
            self.selectRow(row)
        self.blockSignals(blocked)
        if row is not None:
            self._bring_into_view(self._rows.index(row, Column.WHEN))
        self.viewport().update()

    def _bring_into_view(self, index: QModelIndex) -> None:
        """Scroll a row to the middle unless it can be seen already."""
        rect = self.visualRect(index)
        if rect.top() < 0 or rect.bottom() > self.viewport().height():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.isValid() and current.row() != previous.row():
            self.chosen.emit(self._rows.entry(current.row()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt makes the first row current when there is none; that would be a selection nobody made."""
        had_none = not self.currentIndex().isValid()
        blocked = self.blockSignals(True)
        super().focusInEvent(event)
        if had_none:
            self.selectionModel().clear()
        self.blockSignals(blocked)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_focus(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Reading, and sorting without a mouse (the menu key)."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        current = self.currentIndex()
        read = menu.addAction(self.tr("Read in place"))
        read.setEnabled(current.isValid())
        read.triggered.connect(lambda: self.read_requested.emit(self._rows.entry(current.row())))
        menu.addSeparator()
        for column in Column:
            word = self.tr("Paragraph") if column is Column.PASSAGE else column_word(column)
            action = menu.addAction(self.tr("Sort by “{}”").format(word))
            action.setCheckable(True)
            action.setChecked(self.sorting[0] is column)
            action.triggered.connect(lambda _on, column=column: self._turn(column))
        menu.popup(event.globalPos())

    def _turn(self, column: Column) -> None:
        """Sort by a column; by the one it is sorted by, the other way round."""
        by, ascending = self.sorting
        self.sort_by(column, ascending=not ascending if by is column else True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        rows = self._rows.rowCount()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self.read_requested.emit(self._rows.entry(current.row()))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and rows:
            self.setCurrentIndex(self._rows.index(0 if event.key() == Qt.Key.Key_Home else rows - 1, Column.WHEN))
        else:
            super().keyPressEvent(event)
