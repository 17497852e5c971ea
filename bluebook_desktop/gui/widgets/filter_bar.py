"""The bar above a table or list: chips, further filters, what is done with the rows, and the filter field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bluebook_desktop.gui.widgets.flow_row import FlowRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.gui.widgets.chips import ChipRow
    from bluebook_desktop.gui.widgets.filter_field import FilterField

_SPACING = 8
_SIDE = 14
_WIDEST = 220
_UNBOUNDED = 16_777_215  # as Qt has it


class FilterBar(QWidget):
    """One line where there is room, the chips with the first call on it; else filters and field have a second line."""

    def __init__(
        self,
        chips: ChipRow,
        filters: Sequence[QWidget],
        tools: Sequence[QWidget],
        field: FilterField,
        parent: QWidget | None = None,
    ) -> None:
        """`filters` say which rows are shown, `tools` do something with them."""
        super().__init__(parent)
        self._chips, self._filters, self._tools, self._field = chips, filters, tools, field
        self._is_split: bool | None = None
        self._row = FlowRow(self)
        for one in filters:
            self._row.add(one)
        self.setProperty("role", "filters")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 6, _SIDE, 6)
        column.setSpacing(4)
        for line in (self._first, self._second):
            line.setSpacing(_SPACING)
            column.addLayout(line)
        self._split(split=False)

    def fit(self) -> None:
        """Take one line or two, and give the field what is left; to be called when words change."""
        chips = [chip for chip in self._chips.findChildren(QPushButton) if not chip.isHidden()]
        for one in [*chips, *self._filters, *self._tools]:
            one.ensurePolished()  # the style sheet has a say in how wide they are
        room = self.width() - 2 * _SIDE - 1
        left = room - _taken([*chips, *self._filters, *self._tools])
        self._split(split=bool(self._filters) and left < self._field.least_width)
        filters = _taken(self._filters)
        if self._is_split:
            left = room - filters
            self._row.setMinimumWidth(0)
            self._row.setMaximumWidth(_UNBOUNDED)
        else:
            self._row.setFixedWidth(max(0, filters - _SPACING))
        self._field.setFixedWidth(max(self._field.least_width, min(_WIDEST, left)))

    def minimumSizeHint(self) -> QSize:
        """Chips and filters wrap: the widest of them is all that must have room."""
        widest = max((one.sizeHint().width() for one in self._filters), default=0)
        first = self._chips.minimumSizeHint().width() + _taken(self._tools)
        second = widest + _SPACING + self._field.least_width
        return QSize(2 * _SIDE + max(first, second), super().minimumSizeHint().height())

    def _split(self, *, split: bool) -> None:
        if split == self._is_split:
            return
        self._is_split = split
        for line in (self._first, self._second):
            while line.count():
                line.takeAt(0)
        self._first.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignVCenter)
        rest = self._second if split else self._first
        rest.addWidget(self._row, 1 if split else 0, Qt.AlignmentFlag.AlignVCenter)
        for one in self._tools:
            self._first.addWidget(one)
        rest.addWidget(self._field)

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # words of chips changed, or their style came
            self.fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _taken(widgets: Sequence[QWidget]) -> int:
    return sum(max(one.sizeHint().width(), one.minimumWidth()) + _SPACING for one in widgets)
