"""Paints the axis: gridlines, lanes, marks, labels and clusters, in the theme's colours."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.entries import LANES, Entry
from bluebook_desktop.gui.timeline.labels import Labels
from bluebook_desktop.gui.timeline.layout import Cluster, Lane, Mark
from bluebook_desktop.gui.timeline.scale import Scale, ticks
from bluebook_desktop.gui.timeline.sprites import BAR_HEIGHT, CLUSTER_HEIGHT, Sprites
from bluebook_desktop.gui.wording import event_kind_word

#: Heights of the years above the lanes and of the line below them.
HEADER = 26.0
FOOT = 18.0
#: How far beyond what is visible a bar is drawn: its end must not show there.
FADE_ROOM = 40.0
#: Where lanes are named; the list below begins there too.
EDGE = 10.0
TICK_GAP = 4.0


@dataclass(slots=True)
class Picture:
    """All that is to be painted, worked out beforehand."""

    width: float
    height: float
    scale: Scale
    lanes: Sequence[Lane] = ()
    marks: list[Mark] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    horizon: int = 0
    caption: str = ""
    #: How many events each lane holds, in view or not.
    counts: dict[int, int] = field(default_factory=dict)


class AxisPainter:
    """Paints pictures of the axis, with what was drawn once kept for the next one."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.sprites = Sprites(theme)
        self.dress()

    def dress(self) -> None:
        """Take up the theme's typefaces."""
        self.small = Labels(self._theme.font("small"))
        self.strong = Labels(self._theme.font("strong"))
        self._interface = Labels(self._theme.font("interface"))

    def paint(
        self, painter: QPainter, picture: Picture, selected: Entry | None, hovered: Mark | Cluster | int | None
    ) -> None:
        """Paint everything; `selected` and `hovered` (a lane's number for its name) are what stands out."""
        self._painter, self._picture = painter, picture
        self._middles = {(lane.number, row): lane.row_middle(row) for lane in picture.lanes for row in range(lane.rows)}
        self._ratio = painter.device().devicePixelRatio()
        self.sprites.use_ratio(self._ratio)
        self._paint_ground()
        self._paint_grid()
        self._paint_lanes(hovered)
        scale, height = picture.scale, picture.height
        painter.setClipRect(QRectF(scale.left - 6, HEADER, picture.width - scale.left + 6, height - HEADER))
        painter.setFont(self.small.font)
        painter.setPen(self._theme.color("ink"))
        for cluster in picture.clusters:
            self._paint_cluster(cluster, selected in cluster.entries if selected else False, cluster is hovered)
        for mark in picture.marks:
            self._paint_mark(mark, mark.entry is selected, mark is hovered)
        painter.setClipping(False)

    def _snapped(self, x: float) -> float:
        """The nearest whole pixel: what is copied there stays sharp."""
        return round(x * self._ratio) / self._ratio

    def _write(self, labels: Labels, left: float, middle: float, text: str, room: float | None = None) -> None:
        at = QPointF(self._snapped(left), self._snapped(middle - labels.rise))
        self._painter.drawStaticText(at, labels.laid_out(text, room))

    def _paint_ground(self) -> None:
        """The paper, and the shade after the text's period."""
        picture, painter = self._picture, self._painter
        width, height = round(picture.width), round(picture.height)
        x = round(max(picture.scale.x(picture.horizon), picture.scale.left))
        if x >= picture.scale.right:
            painter.fillRect(QRect(0, 0, width, height), self._theme.color("paper"))
            return
        top = round(HEADER)
        painter.fillRect(QRect(0, 0, width, top), self._theme.color("paper"))
        painter.fillRect(QRect(0, top, x, height - top), self._theme.color("paper"))
        painter.fillRect(QRect(x, top, width - x, height - top), self._theme.color("chrome"))
        painter.setFont(self.small.font)
        painter.setPen(self._theme.color("soft"))
        caption = self.small.width(picture.caption)
        left = max(picture.scale.left + TICK_GAP, min(x + TICK_GAP + 2, picture.width - caption - 12))
        self._write(self.small, left, picture.height - FOOT / 2, picture.caption)

    def _paint_grid(self) -> None:
        picture, painter = self._picture, self._painter
        painter.setFont(self._interface.font)
        painter.setPen(self._theme.color("soft"))
        lines = {True: self._theme.color("coast"), False: self._theme.color("rule")}
        top, length = round(HEADER - 5), round(picture.height - FOOT - HEADER + 5)
        free, year_is_known = float("-inf"), False
        for tick in ticks(picture.scale):
            x = round(picture.scale.x(tick.day))
            painter.fillRect(QRect(x, top, 1, length), lines[tick.major])
            label = tick.label if year_is_known else tick.full
            width = self._interface.width(label)
            if x + TICK_GAP < free or x + TICK_GAP + width > picture.width:
                continue
            free, year_is_known = x + TICK_GAP + width + 6, True
            self._write(self._interface, x + TICK_GAP, (HEADER - 3) / 2, label)

    def _paint_lanes(self, hovered: Mark | Cluster | int | None) -> None:
        picture, painter = self._picture, self._painter
        for lane in picture.lanes:
            painter.fillRect(QRect(0, round(lane.top), round(picture.width), 1), self._theme.color("rule"))
            painter.setFont(self.strong.font)
            painter.setPen(self._theme.color("accent" if hovered == lane.number else "ink"))
            self._write(self.strong, EDGE, lane.row_middle(0), event_kind_word(LANES[lane.number]))
            if lane.rows > 1:
                painter.setFont(self.small.font)
                painter.setPen(self._theme.color("soft"))
                self._write(self.small, EDGE, lane.row_middle(1), f"{picture.counts.get(lane.number, 0):,}")

    def _paint_mark(self, mark: Mark, is_selected: bool, is_hovered: bool) -> None:
        middle = self._middles[mark.lane, mark.row]
        if is_selected or is_hovered:
            self._paint_emphasis(mark, middle, is_selected)
        if mark.is_bar:
            self._paint_bar(mark, middle)
        else:
            self._paint_dot(mark, middle)
        if is_selected:
            self._paint_ring(QRectF(mark.left, middle, mark.right - mark.left, 0), BAR_HEIGHT if mark.is_bar else 10)
        if is_selected or is_hovered:
            self._painter.setPen(self._theme.color("ink"))  # set once for all others
        if mark.label_width > 0:
            room = mark.label_width + 1 if mark.label_width < mark.wanted else None
            self._write(self.small, mark.label_left, middle, mark.entry.event.title, room)

    def _paint_emphasis(self, mark: Mark, middle: float, is_selected: bool) -> None:
        """The ground behind a mark and its label when it is selected or under the pointer."""
        left, right = mark.left, mark.right
        if mark.label_width > 0:
            left, right = min(left, mark.label_left), max(right, mark.label_left + mark.label_width)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("accent_soft" if is_selected else "hover"))
        self._painter.drawRoundedRect(QRectF(left - 5, middle - 9, right - left + 10, 18), 6, 6)

    def _paint_ring(self, line: QRectF, thickness: float) -> None:
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._theme.color("accent"), 2))
        half = thickness / 2 + 3
        ring = line.adjusted(-3, -half, 3, half)
        radius = min(half, 8.0)
        self._painter.drawRoundedRect(ring, radius, radius)

    def _paint_dot(self, mark: Mark, middle: float) -> None:
        dot = self.sprites.dot(mark.entry.event.kind.value, mark.entry.event.status)
        half = dot.width() / self._ratio / 2
        left = (mark.left + mark.right) / 2 - half
        self._painter.drawPixmap(QPointF(self._snapped(left), self._snapped(middle - half)), dot)

    def _paint_bar(self, mark: Mark, middle: float) -> None:
        """The two ends, and between them its middle as often as it takes; what cannot be seen is not drawn."""
        entry, painter, scale = mark.entry, self._painter, self._picture.scale
        bar = self.sprites.bar(
            entry.event.kind, entry.event.status, open_start=entry.open_start, open_end=entry.open_end
        )
        left = self._snapped(max(mark.left, scale.left - FADE_ROOM))
        right = self._snapped(min(mark.right, scale.right + FADE_ROOM))
        top = self._snapped(middle - BAR_HEIGHT / 2)
        tail = right - bar.right_width
        inner = tail - left - bar.left_width
        if inner > 0:
            painter.drawTiledPixmap(QRectF(left + bar.left_width, top, inner, BAR_HEIGHT), bar.middle)
        painter.drawPixmap(QPointF(tail, top), bar.right)
        if inner >= 0:
            painter.drawPixmap(QPointF(left, top), bar.left)
        elif tail > left:  # shorter than both ends: of the left one what there is room for
            part = QRectF(0, 0, (tail - left) * self._ratio, bar.left.height())
            painter.drawPixmap(QRectF(left, top, tail - left, BAR_HEIGHT), bar.left, part)

    def _paint_cluster(self, cluster: Cluster, is_selected: bool, is_hovered: bool) -> None:
        middle = self._middles[cluster.lane, cluster.row]
        width = round(cluster.right - cluster.left)
        ground = self.sprites.cluster(LANES[cluster.lane], width, is_hovered=is_hovered)
        left, top = self._snapped(cluster.left), self._snapped(middle - CLUSTER_HEIGHT / 2)
        self._painter.drawPixmap(QPointF(left, top), ground)
        if is_selected:
            self._paint_ring(QRectF(left, middle, width, 0), CLUSTER_HEIGHT)
            self._painter.setPen(self._theme.color("ink"))
        count = cluster.count
        self._write(self.small, left + (width - self.small.width(count)) / 2, middle, count)
