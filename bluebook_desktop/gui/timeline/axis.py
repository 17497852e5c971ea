"""The painted axis: zooms, pans, selects; the list beside it tells the same to those who cannot see it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from bluebook_desktop.gui.spoken_roles import speak_as
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline import moving
from bluebook_desktop.gui.timeline.cards import ClusterList, card
from bluebook_desktop.gui.timeline.emptiness import has_any, nothing_in_words
from bluebook_desktop.gui.timeline.entries import LANES, Entry, Track
from bluebook_desktop.gui.timeline.hits import Item, area_of, item_at
from bluebook_desktop.gui.timeline.keys import AxisKeys
from bluebook_desktop.gui.timeline.layout import Cluster, Mark, arrange_lanes, place
from bluebook_desktop.gui.timeline.painting import EDGE, FOOT, HEADER, AxisPainter, Picture
from bluebook_desktop.gui.timeline.scale import Scale, Window, step_for, window_in_words
from bluebook_desktop.gui.timeline.wheel import turn_of
from bluebook_desktop.gui.timeline.words import event_in_words
from bluebook_desktop.gui.widgets.painted_view import PaintedView
from bluebook_desktop.gui.wording import event_kind_word

ROW_PITCH = 17.0
LANE_PADDING = 8.0
RIGHT_MARGIN = 14.0
#: After so many milliseconds on a mark its card is shown; at once would flicker on the way across.
CARD_DELAY = 150


class TimelineAxis(PaintedView):
    """Events in lanes over time. It shows a selection that its owner sets, and asks for changes of it."""

    chosen = Signal(object)  # an Entry
    read_requested = Signal(object)  # an Entry
    kind_requested = Signal(object)  # the EventKind whose lane was clicked
    window_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, "chart")
        self._theme = theme
        self._entries: list[Entry] = []
        self._narrowed = False
        self._tracks: dict[int, Track] = {}
        self._limits = Window(0, 1)
        self._window = Window(0, 1)
        self._horizon = 0
        self._selected: Entry | None = None
        self._hovered: Item | None = None
        self._dragged_from: Scale | None = None
        self._picture: Picture | None = None
        self._painter = AxisPainter(theme)
        self._keys = AxisKeys(self)
        self._column = 0.0
        self._card_timer = QTimer(self)
        self._card_timer.setSingleShot(True)
        self._card_timer.setInterval(CARD_DELAY)
        self._card_timer.timeout.connect(self._show_card)
        self.setAccessibleName(self.tr("Timeline"))
        self._measure_fonts()
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        return QSize(640, 340)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, round(HEADER + FOOT + len(LANES) * (ROW_PITCH + LANE_PADDING)))

    # What is shown

    @property
    def window_shown(self) -> Window:
        """The visible stretch of time."""
        return self._window

    @property
    def entries(self) -> Sequence[Entry]:
        """The events that are shown, in time."""
        return self._entries

    @property
    def selected(self) -> Entry | None:
        """The event that is marked as selected, shown or not."""
        return self._selected

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

    def set_entries(self, entries: Sequence[Entry], limits: Window, horizon: int, *, narrowed: bool = False) -> None:
        """Show these entries (in time), within `limits`; the visible stretch stays as far as it can.

        `narrowed` says that filters leave them of more.
        """
        self._entries, self._narrowed = list(entries), narrowed
        lanes: dict[int, list[Entry]] = {}
        for entry in entries:
            lanes.setdefault(entry.lane, []).append(entry)
        self._tracks = {lane: Track(lanes[lane]) for lane in sorted(lanes)}
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
        """Show all events that the filters leave."""
        self.set_window(moving.fitting(self._entries, self._limits))

    def show_all_time(self) -> None:
        """Show everything, whatever is filtered."""
        self.set_window(self._limits)

    @property
    def is_empty_here(self) -> bool:
        """Whether there are events, but none in the visible stretch."""
        return bool(self._entries) and not has_any(self._tracks.values(), self._window.first, self._window.last)

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

    def show_together(self, entries: Sequence[Entry]) -> None:
        """Show the stretch of time that several events need."""
        self.set_window(moving.fitting(entries, self._limits))

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
        if self.is_empty_here:
            parts = self._nothing()
        if self._selected is not None:
            parts.append(self.tr("Selected: {}").format(event_in_words(self._selected.event).replace("\n", ", ")))
            cluster = self.cluster_of(self._selected)
            if cluster is not None:
                parts.append(self.tr("One of {} events close together; Enter opens them").format(len(cluster.entries)))
        self.describe(". ".join(parts))

    def _arrange(self) -> Picture:
        scale = self.scale
        counts = {lane: len(track.entries) for lane, track in self._tracks.items()}
        height = self.height() - HEADER - FOOT
        lanes = arrange_lanes(counts, HEADER, height, ROW_PITCH, LANE_PADDING)
        caption = self.tr("after the text’s period")
        size = (self.width(), self.height())
        picture = Picture(*size, scale, lanes, horizon=self._horizon, caption=caption, counts=counts)
        for lane in lanes:
            marks, clusters = place(self._tracks[lane.number], lane, scale, self._width_of)
            picture.marks += marks
            picture.clusters += clusters
        if self.is_empty_here:
            picture.nothing = self._nothing()
        return picture

    def _nothing(self) -> list[str]:
        """What is said of the visible stretch of time where it has no event."""
        unit = step_for(self.scale).unit
        return nothing_in_words(self._tracks.values(), self._window, unit, self._horizon, narrowed=self._narrowed)

    def _width_of(self, entry: Entry) -> float:
        return self._painter.small.width(entry.event.title)

    def _measure_fonts(self) -> None:
        self._painter.dress()
        self._column = EDGE + max(self._painter.strong.width(event_kind_word(kind)) for kind in LANES) + 14.0

    def forget_drawn(self) -> None:
        """Begin anew with all that is kept for the next frame."""
        self._measure_fonts()
        self._painter.sprites.forget()

    def _on_theme_changed(self) -> None:
        self._measure_fonts()
        self._refresh()

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._painter.paint(painter, self.picture, self._selected, self._hovered)
        self.paint_focus(painter, self._theme.color("accent"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return True  # the card comes by its own clock
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self.set_window(self._window.zoomed(max(0.2, 1 + event.value()), self.scale.day(event.position().x())))
            return True
        return super().event(event)

    # Cards

    def tip(self, item: Item) -> str:
        """What hovering over a mark, a cluster or the name of a lane tells."""
        if isinstance(item, int):
            return self.tr("Show only {}").format(event_kind_word(LANES[item]))
        return card(self._theme, item, self._selected)

    def _show_card(self) -> None:
        """Show what is told of the item under the pointer."""
        if self._hovered is not None and self._pressed is None and self.underMouse():
            self._show_tip(self._hovered)

    def _show_tip(self, item: Item) -> None:
        area = self._area_of(item)
        at = self.mapToGlobal(QPoint(max(area.left(), 0), area.bottom() - 8))
        QToolTip.showText(at, self.tip(item), self, area, 60_000)

    def _area_of(self, item: Item) -> QRect:
        return area_of(self.picture, self._column, item, self.scale.left, float(self.width()))

    def item_at(self, at: QPointF) -> Item | None:
        """The mark (with its label), cluster or name of a lane at a point."""
        return item_at(self.picture, self._column, at)

    # Pointer

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning zooms at the pointer; sideways, or with Shift, moves. A touchpad is followed by pixels."""
        turn, scale = turn_of(event), self.scale
        if turn.pixels:
            self.set_window(moving.dragged(scale, turn.pixels))
        elif turn.sideways:
            self.set_window(moving.rolled(scale, turn.sideways))
        elif turn.upright:
            self.set_window(moving.turned(scale, event.position().x(), turn.upright))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._card_timer.stop()
        QToolTip.hideText()
        super().mousePressEvent(event)

    def _hover_at(self, at: QPointF) -> None:
        item = self.item_at(at)
        if item is not self._hovered:
            self._hovered = item
            self.setCursor(Qt.CursorShape.ArrowCursor if item is None else Qt.CursorShape.PointingHandCursor)
            if item is None:
                QToolTip.hideText()
            self._card_timer.start()
            self.update()

    @staticmethod
    def _distance(moved: QPointF) -> float:
        return abs(moved.x())

    def _begin_drag(self) -> None:
        self._dragged_from = self.scale

    def _drag_by(self, moved: QPointF) -> None:
        if self._dragged_from is not None:
            self.set_window(moving.dragged(self._dragged_from, moved.x()))

    def _click_at(self, at: QPointF) -> None:
        item = self.item_at(at)
        if isinstance(item, Mark):
            self.chosen.emit(item.entry)
        elif isinstance(item, Cluster):
            self.open_cluster(item)
        elif item is not None:
            self.kind_requested.emit(LANES[item])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(event.position())
        if isinstance(item, Mark) and event.button() == Qt.MouseButton.LeftButton:
            self.read_requested.emit(item.entry)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._card_timer.stop()
        self._hovered = None
        self.update()

    # Clusters

    def cluster_of(self, entry: Entry) -> Cluster | None:
        """The cluster that an event hides in."""
        return next((one for one in self.picture.clusters if one.lane == entry.lane and entry in one.entries), None)

    def open_cluster(self, cluster: Cluster) -> None:
        """Zoom in until a cluster's events stand apart; where no closer look can do that, list them to choose from."""
        closest = moving.closest(cluster.entries, self._limits)
        if cluster.can_be_parted() and self._window.length > closest.length:
            self.set_window(closest)
        else:
            self.list_cluster(cluster)

    def list_cluster(self, cluster: Cluster) -> None:
        """List a cluster's events to choose one."""
        QToolTip.hideText()
        popup = ClusterList(self._theme, self._painter.sprites, cluster.entries, self._selected, self)
        popup.chosen.connect(self.chosen)
        popup.open_at(self.mapToGlobal(self._area_of(cluster).bottomLeft()))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.press(event.key(), event.modifiers()):
            super().keyPressEvent(event)

    def walk_to(self, entry: Entry | None) -> None:
        """Ask for an event to be selected; of one that hides in a cluster, show the cluster's card."""
        if entry is None:
            return
        self.chosen.emit(entry)
        cluster = self.cluster_of(entry)
        if cluster is not None and self.isVisible():
            self._show_tip(cluster)
        else:
            QToolTip.hideText()
