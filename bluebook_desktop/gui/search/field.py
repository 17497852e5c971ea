"""The one search field. It keeps the focus while Up and Down walk the results."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from bluebook_desktop.gui.theme import Theme

_LONGEST = 10_000


class SearchField(QLineEdit):
    """What was typed is told by `typed`; the keys that walk the results by the other signals."""

    typed = Signal(str)
    walked = Signal(int)  # rows down (1) or up (-1), a page (10, -10)
    entered = Signal()
    escaped = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("search_field")
        self.setPlaceholderText(self.tr("Search text, quotations, events, facilities, people"))
        self.setAccessibleName(self.tr("Search"))
        self.setMaxLength(_LONGEST)
        self.setFixedHeight(32)
        self.setMinimumWidth(160)
        self.setMaximumWidth(560)
        self.setTextMargins(24, 0, 56, 0)
        self.textChanged.connect(self.typed)
        theme.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}
        key = Qt.Key(event.key())
        if key in steps:
            self.walked.emit(steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = 16
        self._theme.icon("search", "soft").paint(painter, 10, (self.height() - side) // 2, side, side)
        self._paint_key(painter, self.tr("Esc") if self.hasFocus() else self.tr("Ctrl K"))

    def _paint_key(self, painter: QPainter, words: str) -> None:
        font = self._theme.font("small")
        width = QFontMetrics(font).horizontalAdvance(words) + 12
        box = QRectF(self.width() - width - 9.5, (self.height() - 18) / 2 + 0.5, width, 17)
        painter.setPen(QPen(self._theme.color("rule"), 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(self._theme.color("soft"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
