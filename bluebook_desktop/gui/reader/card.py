"""The card that explains marked words: a pop-up within the window, in the theme's own look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bluebook_desktop.gui.reader.mark_lines import LOOKS, draw_line, pen_of
from bluebook_desktop.services.marks import MarkKind

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent

    from bluebook_desktop.gui.reader.explaining import Explanation
    from bluebook_desktop.gui.theme import Role, Theme

_WIDEST = 348
_NARROWEST = 160
_PAD_X, _PAD_Y = 14, 11


class LineSample(QWidget):
    """A piece of the line that marks a kind: the card teaches what the lines mean."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = MarkKind.DATE
        self.setFixedSize(26, 12)

    def set_kind(self, kind: MarkKind) -> None:
        """Show the line of a kind."""
        self._kind = kind
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = LOOKS[self._kind]
        painter.setPen(pen_of(look, self._theme))
        draw_line(painter, 1, 25, 6.5)
        if look.hooks:
            painter.setPen(QPen(self._theme.color(look.color), 1.25))
            painter.drawPolyline([QPointF(1, 3), QPointF(1, 6.5), QPointF(5, 6.5)])
            painter.drawPolyline([QPointF(25, 3), QPointF(25, 6.5), QPointF(21, 6.5)])


class HoverCard(QWidget):
    """Shows one explanation. The pointer may move onto it; a click on it is a click on the words."""

    entered = Signal()
    left = Signal()
    clicked = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("hover_card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._sample = LineSample(theme, self)
        self._label = self._words("label")
        self._title = self._words("title")
        self._lines = self._words("")
        self._small = self._words("small")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sample)
        head.addWidget(self._label, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD_X, _PAD_Y, _PAD_X, _PAD_Y)
        column.setSpacing(4)
        column.addLayout(head)
        for label in (self._title, self._lines, self._small):
            column.addWidget(label)
        column.addStretch(1)
        self._head, self._column = head, column
        self.hide()

    def _words(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label

    @property
    def text(self) -> str:
        """All words of the card, a part a line."""
        parts = (self._label, self._title, self._lines, self._small)
        return "\n".join(part.text() for part in parts if part.text())

    def explain(self, told: Explanation) -> QSize:
        """Take up an explanation; the size that the card needs for it."""
        self._sample.set_kind(told.kind)
        self._label.setText(told.label.upper())
        self._title.setText(told.title)
        self._lines.setText("\n".join(told.lines))
        self._small.setText("\n".join(told.small))
        for part in (self._lines, self._small):
            part.setHidden(not part.text())
        self.setAccessibleName(told.spoken)
        width = self._width(told)
        self.ensurePolished()
        for label in (self._label, self._title, self._lines, self._small):
            label.ensurePolished()
        for layout in (self._head, self._column):  # a layout forgets for itself alone
            layout.invalidate()
        return QSize(width, self._column.totalHeightForWidth(width))

    def _width(self, told: Explanation) -> int:
        def widest(role: Role, words: tuple[str, ...], beside: int = 0) -> float:
            metrics = QFontMetricsF(self._theme.font(role))
            return max((metrics.horizontalAdvance(one) + beside for one in words), default=0.0)

        needed = max(
            widest("small_strong", (told.label.upper(),), 26 + 8 + 16),
            widest("title", (told.title,)),
            widest("interface", told.lines),
            widest("small", told.small) * 1.06,
        )
        return max(_NARROWEST, min(_WIDEST, round(needed) + 2 * _PAD_X + 4))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.left.emit()
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.entered.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what lies below is not meant

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("soft" if self._theme.high_contrast else "rule"), 1))
        painter.setBrush(self._theme.color("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
