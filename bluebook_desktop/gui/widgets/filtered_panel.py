"""What the tabs with a bar of filters above rows have in common: which signals they have, and how the keyboard goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bluebook_desktop.gui.widgets.filter_bar import FilterBar
from bluebook_desktop.gui.widgets.record_views import Picker
from bluebook_desktop.gui.widgets.rows_or_nothing import RowsOrNothing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.gui.widgets.chips import ChipRow
    from bluebook_desktop.gui.widgets.filter_field import FilterField
    from bluebook_desktop.gui.widgets.record_views import RecordList, RecordTable


class FilteredPanel(QWidget):
    """A bar of filters over a view of rows, one of which is selected and told to the window.

    Who inherits it makes the widgets, in the order in which the Tab key goes, and hands them to `_put_together`.
    """

    selected = Signal(object)
    read_requested = Signal(object)
    status_changed = Signal(str)

    def _put_together(
        self,
        chips: ChipRow,
        filters: Sequence[QWidget],
        tools: Sequence[QWidget],
        field: FilterField,
        view: RecordTable | RecordList,
    ) -> None:
        """Lay the bar over the view, or over what `_body` makes of it, and let the keyboard go between them."""
        self._chips, self._field, self._view = chips, field, view
        self._picker = Picker(view)
        self._picker.watch()
        self._bar = FilterBar(chips, filters, tools, field, self)
        self._rows = RowsOrNothing(view, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._body(self._rows), 1)
        field.textChanged.connect(self._refresh)
        field.left.connect(view.setFocus)
        self._rows.cleared.connect(self._on_cleared)

    def _body(self, rows: QWidget) -> QWidget:
        """What stands below the bar: the rows, alone or with something beside them."""
        return rows

    def _refresh(self) -> None:
        """Show what the filters leave."""
        raise NotImplementedError

    def _leave_nothing_out(self) -> None:
        """Take all filters back."""
        raise NotImplementedError

    def _on_cleared(self) -> None:
        self._leave_nothing_out()
        self._view.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: with a focus proxy the Tab key would pass over what stands above it."""
        self._view.setFocus(event.reason())

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
