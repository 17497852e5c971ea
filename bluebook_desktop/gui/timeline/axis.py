"""The painted axis: zooms, pans, selects; the list beside it tells the same to those who cannot see it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.entries import LANES, Entry, Track
from bluebook_desktop.gui.timeline.layout import Cluster, Mark, arrange_lanes, place
from bluebook_desktop.gui.timeline.painting import EDGE, FOOT, HEADER, AxisPainter, Picture
from bluebook_desktop.gui.timeline.scale import Scale, Window, step_for, window_in_words
from bluebook_desktop.gui.timeline.words import event_in_words, title_with_status
from bluebook_desktop.gui.wording import event_kind_word

ROW_PITCH = 17.0
LANE_PADDING = 8.0
RIGHT_MARGIN = 14.0
#: One notch of the wheel, one press of a button or key.
WHEEL_ZOOM = 1.25
STEP_ZOOM = 1.6
PAN_SHARE = 0.2
#: How many events a cluster's tip names.
TIP_LENGTH = 12


class TimelineAxis(QWidget):
    """Events in lanes over time. It shows a selection that its owner sets, and asks for changes of it."""

    chosen = Signal(object)  # an Entry
    read_requested = Signal(object)  # an Entry
    window_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries: list[Entry] = []
        self._tracks: dict[int, Track] = {}
        self._limits = Window(0, 1)
        self._window = Window(0, 1)
        self._horizon = 0
        self._selected: Entry | None = None
        self._hovered: Mark | Cluster | None = None
        self._pressed: QPointF | None = None
        self._dragged_from: Window | None = None
        self._picture: Picture | None = None
        self._widths: dict[str, float] = {}
        self._column = 0.0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Timeline"))
        self._measure_fonts()
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(640, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, round(HEADER + FOOT + len(LANES) * (2 * ROW_PITCH + LANE_PADDING)))

    # What is shown

    @property
    def window_shown(self) -> Window:
        """The visible stretch of time."""
        return self._window

    @property
    def limits(self) -> Window:
        """All the time there is to show."""
        return self._limits

    @property
    def scale(self) -> Scale:
        """The visible stretch in pixels."""
        return Scale(self._window, self._column, max(1.0, self.width() - self._column - RIGHT_MARGIN))

    @property
    def picture(self) -> Picture:
        """Where everything stands at present."""
        if self._picture is None:
            self._picture = self._arrange()
        return self._picture

    def set_entries(self, entries: Sequence[Entry], limits: Window, horizon: int) -> None:
        """Show these entries (in time), within `limits`; the visible stretch stays as far as it can."""
        self._entries = list(entries)
        lanes = sorted({entry.lane for entry in entries})
        self._tracks = {lane: Track(entry for entry in entries if entry.lane == lane) for lane in lanes}
        self._limits, self._horizon = limits, horizon
        self._window = self._window.within(limits)
        self._refresh()

    def set_window(self, window: Window) -> None:
        """Show this stretch of time, or what of it there is to show."""
        window = window.within(self._limits)
        if window != self._window:
            self._window = window
            self._refresh()
            self.window_changed.emit()

    def fit(self) -> None:
        """Show everything."""
        self.set_window(self._limits)

    def zoom(self, factor: float) -> None:
        """Look closer at the selection where it is in view, else at the middle."""
        at = self._window.middle
        if self._selected is not None:
            middle = (self._selected.first + self._selected.last) / 2
            if self._window.first <= middle <= self._window.last:
                at = middle
        self.set_window(self._window.zoomed(factor, at))

    def select(self, entry: Entry | None) -> None:
        """Mark an entry as selected and bring it into view."""
        self._selected = entry
        if entry is not None:
            self.set_window(self._window.showing(entry.first, entry.last))
        self._describe()
        self.update()

    def words(self) -> str:
        """The visible stretch of time in words."""
        return window_in_words(self._window, step_for(self.scale))

    def _refresh(self) -> None:
        self._picture = None
        self._hovered = None
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say in words what is painted."""
        parts = [self.tr("Shows {}").format(self.words())]
        if self._selected is not None:
            parts.append(self.tr("Selected: {}").format(event_in_words(self._selected.event).replace("\n", ", ")))
        description = ". ".join(parts)
        if description != self.accessibleDescription():
            self.setAccessibleDescription(description)

    def _arrange(self) -> Picture:
        scale = self.scale
        counts = {lane: len(track.entries) for lane, track in self._tracks.items()}
        height = self.height() - HEADER - FOOT
        lanes = arrange_lanes(counts, HEADER, height, ROW_PITCH, LANE_PADDING)
        caption = self.tr("after the text’s period")
        picture = Picture(self.width(), self.height(), scale, lanes, horizon=self._horizon, caption=caption)
        for lane in lanes:
            marks, clusters = place(self._tracks[lane.number], lane, scale, self._width_of)
            picture.marks += marks
            picture.clusters += clusters
        return picture

    def _width_of(self, entry: Entry) -> float:
        title = entry.event.title
        if title not in self._widths:
            self._widths[title] = self._metrics.horizontalAdvance(title)
        return self._widths[title]

    def _measure_fonts(self) -> None:
        self._metrics = QFontMetricsF(self._theme.font("small"))
        strong = QFontMetricsF(self._theme.font("strong"))
        self._column = EDGE + max(strong.horizontalAdvance(event_kind_word(kind)) for kind in LANES) + 14.0
        self._widths.clear()

    def _on_theme_changed(self) -> None:
        self._measure_fonts()
        self._refresh()

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        AxisPainter(self._theme, painter, self.picture).paint(self._selected, self._hovered)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self.item_at(QPointF(event.pos()))
            if item is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.tip(item), self)
            return True
        return super().event(event)

    def tip(self, item: Mark | Cluster) -> str:
        """What hovering over a mark or a cluster tells."""
        if isinstance(item, Mark):
            return event_in_words(item.entry.event)
        events = [entry.event for entry in item.entries]
        lines = [f"{describe(event.date.span)}  {title_with_status(event)}" for event in events[:TIP_LENGTH]]
        if len(events) > TIP_LENGTH:
            lines.append(self.tr("and {} more").format(len(events) - TIP_LENGTH))
        return "\n".join(lines)

    def item_at(self, at: QPointF) -> Mark | Cluster | None:
        """The mark (with its label) or cluster at a point."""
        lane = next((lane for lane in self.picture.lanes if lane.top <= at.y() < lane.top + lane.height), None)
        if lane is None or at.x() < self._column - 6:
            return None
        items: list[Mark | Cluster] = [*self.picture.marks, *self.picture.clusters]
        for item in items:
            if item.lane != lane.number or abs(lane.row_middle(item.row) - at.y()) > lane.pitch / 2:
                continue
            left, right = item.left, item.right
            if isinstance(item, Mark) and item.label_width > 0:
                left, right = min(left, item.label_left), max(right, item.label_left + item.label_width)
            if left - 3 <= at.x() <= right + 3:
                return item
        return None

    # Pointer

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta()
        sideways = delta.x() if abs(delta.x()) > abs(delta.y()) else 0
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            sideways = sideways or delta.y()
        if sideways:
            self.set_window(self._window.moved(-sideways / 120 * self._window.length * PAN_SHARE / 2))
        elif delta.y():
            at = min(max(self.scale.day(event.position().x()), self._window.first), self._window.last)
            self.set_window(self._window.zoomed(WHEEL_ZOOM ** (delta.y() / 120), at))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._pressed = event.position()
        self._dragged_from = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._drag(event.position())
            return
        item = self.item_at(event.position())
        if item is not self._hovered:
            self._hovered = item
            self.setCursor(Qt.CursorShape.ArrowCursor if item is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def _drag(self, at: QPointF) -> None:
        assert self._pressed is not None  # noqa: S101 - for the type checker; the caller has asked
        moved = at.x() - self._pressed.x()
        if self._dragged_from is None and abs(moved) > 3:
            self._dragged_from = self._window
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragged_from is not None:
            self.set_window(self._dragged_from.moved(-moved / self.scale.per_day))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        was_dragged = self._dragged_from is not None
        self._pressed = self._dragged_from = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        if was_dragged:
            return
        item = self.item_at(event.position())
        if isinstance(item, Mark):
            self.chosen.emit(item.entry)
        elif item is not None:
            self._open_cluster(item)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(event.position())
        if isinstance(item, Mark) and event.button() == Qt.MouseButton.LeftButton:
            self.read_requested.emit(item.entry)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def _open_cluster(self, cluster: Cluster) -> None:
        """Zoom in until a cluster's events stand apart; where no closer look can do that, select them one by one."""
        if cluster.can_be_parted() and self._window.length > self._closest(cluster).length:
            self.set_window(self._closest(cluster))
            return
        after = cluster.entries.index(self._selected) + 1 if self._selected in cluster.entries else 0
        self.chosen.emit(cluster.entries[after % len(cluster.entries)])

    def _closest(self, cluster: Cluster) -> Window:
        """A window for the beginnings of a cluster's events."""
        first = min(entry.first for entry in cluster.entries)
        last = max(entry.first for entry in cluster.entries)
        edge = max(5.0, (last - first) * 0.2)
        return Window(first - edge, last + 2 * edge).within(self._limits)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                direction = -1 if event.key() == Qt.Key.Key_Left else 1
                if moves:
                    self.set_window(self._window.moved(direction * self._window.length * PAN_SHARE))
                else:
                    self._step(direction)
            case Qt.Key.Key_Home | Qt.Key.Key_End if self._entries:
                self.chosen.emit(self._entries[0 if event.key() == Qt.Key.Key_Home else -1])
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(STEP_ZOOM)
            case Qt.Key.Key_Minus:
                self.zoom(1 / STEP_ZOOM)
            case Qt.Key.Key_0 | Qt.Key.Key_F:
                self.fit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._selected is not None:
                self._enter(self._selected)
            case _:
                super().keyPressEvent(event)

    def _step(self, direction: int) -> None:
        """Select the next or previous entry in time; with none selected, the first or last one in view."""
        if not self._entries:
            return
        current = next((n for n, entry in enumerate(self._entries) if entry is self._selected), None)
        if current is not None:
            target = min(max(current + direction, 0), len(self._entries) - 1)
        else:
            window = self._window
            seen = [n for n, one in enumerate(self._entries) if one.last > window.first and one.first < window.last]
            target = (seen or range(len(self._entries)))[0 if direction > 0 else -1]
        self.chosen.emit(self._entries[target])

    def _enter(self, entry: Entry) -> None:
        """Read the selected event in place; one that hides in a cluster is first brought out of it."""
        cluster = next((one for one in self.picture.clusters if entry in one.entries), None)
        if cluster is not None and cluster.can_be_parted() and self._window.length > self._closest(cluster).length:
            self.set_window(self._closest(cluster))
        else:
            self.read_requested.emit(entry)
