"""The strip below the axis: all events as dots, and the visible stretch of time as a frame to move and resize."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.entries import Entry
from bluebook_desktop.gui.timeline.scale import SHORTEST_DAYS, Scale, Window, date_of

MARGIN = 10.0
STRIP_TOP = 7.0
STRIP_HEIGHT = 16.0
#: How near to an edge of the frame the pointer takes hold of it, and how narrow a frame is drawn at least.
EDGE = 5.0
NARROWEST = 14.0


class _Grip(Enum):
    """What of the frame the pointer holds."""

    FRAME = "frame"
    FIRST = "first"
    LAST = "last"


class TimelineOverview(QWidget):
    """All time at a glance; asks for another window when its frame is moved."""

    window_requested = Signal(object)  # a Window

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._moments: list[float] = []
        self._limits = Window(0, 1)
        self._window = Window(0, 1)
        self._grip: _Grip | None = None
        self._held_at = 0.0
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Overview of all events"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(320, 46)

    def set_entries(self, entries: Sequence[Entry], limits: Window) -> None:
        """Show these entries."""
        self._moments = [(entry.first + entry.last) / 2 if not entry.open_end else entry.first for entry in entries]
        self._limits = limits
        self.update()

    def set_window(self, window: Window) -> None:
        """Frame this stretch of time."""
        self._window = window
        self.update()

    @property
    def scale(self) -> Scale:
        """All time in pixels; a little room at both ends keeps the outermost dots within the strip's curve."""
        return Scale(self._limits, MARGIN + 8, max(1.0, self.width() - 2 * MARGIN - 16))

    def frame(self) -> QRectF:
        """Where the frame is drawn."""
        scale = self.scale
        left, right = scale.x(self._window.first), scale.x(self._window.last)
        short = max(0.0, NARROWEST - (right - left)) / 2
        left, right = left - short, right + short
        return QRectF(left, STRIP_TOP - 3, right - left, STRIP_HEIGHT + 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._theme.color
        painter.fillRect(self.rect(), color("paper"))
        strip = QRectF(MARGIN + 0.5, STRIP_TOP + 0.5, self.width() - 2 * MARGIN - 1, STRIP_HEIGHT - 1)
        painter.setPen(QPen(color("rule"), 1))
        painter.setBrush(color("chrome"))
        painter.drawRoundedRect(strip, STRIP_HEIGHT / 2, STRIP_HEIGHT / 2)
        frame = self.frame().adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent_soft"))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setBrush(color("accent"))
        scale = self.scale
        for x in sorted({round(scale.x(moment)) for moment in self._moments}):
            painter.drawEllipse(QPointF(x, STRIP_TOP + STRIP_HEIGHT / 2), 2.25, 2.25)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("accent"), 1.5))
        painter.drawRoundedRect(frame, 6, 6)
        self._paint_years(painter)
        painter.end()

    def _paint_years(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("soft"))
        below = QRectF(MARGIN + 6, STRIP_TOP + STRIP_HEIGHT + 3, self.width() - 2 * MARGIN - 12, 18)
        first, last = date_of(self._limits.first).year, date_of(self._limits.last - 1).year
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(first))
        if last != first:
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(last))

    # Pointer

    def _grip_at(self, x: float) -> _Grip | None:
        frame = self.frame()
        if abs(x - frame.left()) <= EDGE:
            return _Grip.FIRST
        if abs(x - frame.right()) <= EDGE:
            return _Grip.LAST
        return _Grip.FRAME if frame.left() < x < frame.right() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        x = event.position().x()
        grip = self._grip_at(x)
        if grip is None:
            self.window_requested.emit(self._window.moved(self.scale.day(x) - self._window.middle))
            grip = _Grip.FRAME
        self._grip = grip
        held = self._window.last if grip is _Grip.LAST else self._window.first
        self._held_at = self.scale.day(x) - held

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._grip is None:
            over = self._grip_at(x)
            sideways = over in (_Grip.FIRST, _Grip.LAST)
            plain = Qt.CursorShape.ArrowCursor if over is None else Qt.CursorShape.OpenHandCursor
            self.setCursor(Qt.CursorShape.SizeHorCursor if sideways else plain)
            return
        day, window = self.scale.day(x) - self._held_at, self._window
        if self._grip is _Grip.FIRST:
            first = min(max(day, self._limits.first), window.last - SHORTEST_DAYS)
            self.window_requested.emit(Window(first, window.last))
        elif self._grip is _Grip.LAST:
            last = max(min(day, self._limits.last), window.first + SHORTEST_DAYS)
            self.window_requested.emit(Window(window.first, last))
        else:
            self.window_requested.emit(window.moved(day - window.first))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
        super().mouseReleaseEvent(event)
