"""The strip below the axis: all events as dots, and the visible stretch of time as a frame to move and resize."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline import moving
from bluebook_desktop.gui.timeline.entries import Entry
from bluebook_desktop.gui.timeline.scale import SHORTEST_DAYS, Scale, Window, date_of, year_start
from bluebook_desktop.gui.timeline.wheel import turn_of

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


class TimelineOverview(QSlider):
    """All time at a glance; asks for another window when its frame is moved.

    It is a slider, so that a screen reader says and sets its value: the first year that is visible.
    """

    window_requested = Signal(object)  # a Window

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._moments: list[float] = []
        self._limits = Window(0, 1)
        self._window = Window(0, 1)
        self._grip: _Grip | None = None
        self._held_at = 0.0
        self._strip: QPixmap | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Visible time"))
        self.valueChanged.connect(self._on_value_changed)
        theme.changed.connect(self._redraw)

    def sizeHint(self) -> QSize:
        return QSize(320, 46)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 46)

    def set_entries(self, entries: Sequence[Entry], limits: Window) -> None:
        """Show these entries."""
        self._moments = [(entry.first + entry.last) / 2 if not entry.open_end else entry.first for entry in entries]
        self._limits = limits
        blocked = self.blockSignals(True)
        self.setRange(date_of(limits.first).year, date_of(limits.last - 1).year)
        self.blockSignals(blocked)
        self._redraw()

    def _redraw(self) -> None:
        self._strip = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._redraw()

    def set_window(self, window: Window) -> None:
        """Frame this stretch of time."""
        self._window = window
        blocked = self.blockSignals(True)
        self.setValue(date_of(window.first + 0.5).year)
        self.blockSignals(blocked)
        self.update()

    def _on_value_changed(self, year: int) -> None:
        """Somebody set the value who sees no frame."""
        self.window_requested.emit(self._window.moved(year_start(year) - self._window.first))

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
        painter.drawPixmap(QPointF(0, 0), self._drawn_strip())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.frame().adjusted(0.75, 0.75, -0.75, -0.75)
        ground = self._theme.color("accent_soft")
        painter.setCompositionMode(
            QPainter.CompositionMode.CompositionMode_Lighten
            if self._theme.is_dark
            else QPainter.CompositionMode.CompositionMode_Multiply
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(frame, 6, 6)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent"), 1.5))
        painter.drawRoundedRect(frame, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _drawn_strip(self) -> QPixmap:
        """The strip with its dots and years; it changes with the events, not with the frame."""
        ratio = self.devicePixelRatio()
        if self._strip is None or self._strip.devicePixelRatio() != ratio:
            self._strip = QPixmap(self.size() * ratio)
            self._strip.setDevicePixelRatio(ratio)
            self._strip.fill(self._theme.color("paper"))
            painter = QPainter(self._strip)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_strip(painter)
            self._paint_years(painter)
            painter.end()
        return self._strip

    def _paint_strip(self, painter: QPainter) -> None:
        color, scale = self._theme.color, self.scale
        strip = QRectF(MARGIN + 0.5, STRIP_TOP + 0.5, self.width() - 2 * MARGIN - 1, STRIP_HEIGHT - 1)
        painter.setPen(QPen(color("rule"), 1))
        painter.setBrush(color("chrome"))
        painter.drawRoundedRect(strip, STRIP_HEIGHT / 2, STRIP_HEIGHT / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        for x in sorted({round(scale.x(moment)) for moment in self._moments}):
            painter.drawEllipse(QPointF(x, STRIP_TOP + STRIP_HEIGHT / 2), 2.25, 2.25)

    def _paint_years(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("soft"))
        below = QRectF(MARGIN + 6, STRIP_TOP + STRIP_HEIGHT + 3, self.width() - 2 * MARGIN - 12, 18)
        first, last = date_of(self._limits.first).year, date_of(self._limits.last - 1).year
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(first))
        if last != first:
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(last))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the frame, with Shift its right edge, + and − make it narrower and wider."""
        window, key = self._window, event.key()
        step = window.length * moving.PAN_SHARE / 2
        moves = {
            Qt.Key.Key_Left: -step,
            Qt.Key.Key_Right: step,
            Qt.Key.Key_PageUp: -window.length,
            Qt.Key.Key_PageDown: window.length,
            Qt.Key.Key_Home: self._limits.first - window.first,
            Qt.Key.Key_End: self._limits.last - window.last,
        }
        zooms = {
            Qt.Key.Key_Plus: moving.STEP_ZOOM,
            Qt.Key.Key_Equal: moving.STEP_ZOOM,
            Qt.Key.Key_Up: moving.STEP_ZOOM,
            Qt.Key.Key_Minus: 1 / moving.STEP_ZOOM,
            Qt.Key.Key_Down: 1 / moving.STEP_ZOOM,
        }
        edge = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        if edge:
            self._move_edge(_Grip.LAST, window.last + moves[Qt.Key(key)])
        elif key in moves:
            self.window_requested.emit(window.moved(moves[Qt.Key(key)]))
        elif key in zooms:
            self.window_requested.emit(window.zoomed(zooms[Qt.Key(key)], window.middle))
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Pointer

    def _grip_at(self, x: float) -> _Grip | None:
        frame = self.frame()
        if abs(x - frame.left()) <= EDGE:
            return _Grip.FIRST
        if abs(x - frame.right()) <= EDGE:
            return _Grip.LAST
        return _Grip.FRAME if frame.left() < x < frame.right() else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning zooms around the frame's middle; sideways, or with Shift, moves it."""
        turn, scale = turn_of(event), Scale(self._window, 0, self.scale.width)
        if turn.sideways:
            self.window_requested.emit(moving.rolled(scale, turn.sideways))
        elif turn.upright:
            self.window_requested.emit(moving.turned(scale, scale.width / 2, turn.upright))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
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
        self._move_edge(self._grip, self.scale.day(x) - self._held_at)

    def _move_edge(self, grip: _Grip, day: float) -> None:
        """Take an edge, or the whole frame by its left one, to a day."""
        window = self._window
        if grip is _Grip.FIRST:
            first = min(max(day, self._limits.first), window.last - SHORTEST_DAYS)
            self.window_requested.emit(Window(first, window.last))
        elif grip is _Grip.LAST:
            last = max(min(day, self._limits.last), window.first + SHORTEST_DAYS)
            self.window_requested.emit(Window(window.first, last))
        else:
            self.window_requested.emit(window.moved(day - window.first))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = None
        else:
            event.ignore()
