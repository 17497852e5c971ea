"""The bar above a table or list: chips, further filters and the filter field; the chips have first call on the room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

if TYPE_CHECKING:
    from bluebook_desktop.gui.widgets.chips import ChipRow
    from bluebook_desktop.gui.widgets.filter_field import FilterField

_SPACING = 8
_SIDE = 14
_WIDEST = 220


class FilterBar(QWidget):
    """One line where there is room; the field gives way before the chips wrap."""

    def __init__(
        self, chips: ChipRow, others: list[QWidget], field: FilterField, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._chips = chips
        self._others = others
        self._field = field
        self.setProperty("role", "filters")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = QHBoxLayout(self)
        line.setContentsMargins(_SIDE, 6, _SIDE, 6)
        line.setSpacing(_SPACING)
        line.addWidget(chips, 1, Qt.AlignmentFlag.AlignVCenter)
        for other in others:
            line.addWidget(other)
        line.addWidget(field)

    def fit(self) -> None:
        """Give the field the room that chips and other filters leave; to be called when their words change."""
        chips = [chip for chip in self._chips.findChildren(QPushButton) if not chip.isHidden()]
        for one in [*chips, *self._others]:
            one.ensurePolished()  # the style sheet has a say in how wide they are
        taken = sum(max(one.sizeHint().width(), one.minimumWidth()) + _SPACING for one in [*chips, *self._others])
        room = self.width() - 2 * _SIDE - taken - 1
        self._field.setFixedWidth(max(self._field.least_width, min(_WIDEST, room)))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # words of chips changed, or their style came
            self.fit()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
