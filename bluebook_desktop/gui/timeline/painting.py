"""Paints the axis: gridlines, lanes, marks, labels and clusters, in the theme's colours."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.entries import LANES, Entry
from bluebook_desktop.gui.timeline.labels import Labels, elided
from bluebook_desktop.gui.timeline.layout import INSIDE, Cluster, Lane, Mark
from bluebook_desktop.gui.timeline.scale import Scale, Tick, ticks
from bluebook_desktop.gui.timeline.sprites import BAR_HEIGHT, CLUSTER_HEIGHT, DOT_SIDE, Sprites
from bluebook_desktop.gui.wording import event_kind_word

#: Heights of the years above the lanes and of the line below them.
HEADER = 26.0
FOOT = 18.0
#: How far beyond what is visible a bar is drawn: its end must not show there.
FADE_ROOM = 40.0
#: Where lanes are named; the list below begins there too.
EDGE = 10.0
TICK_GAP = 4.0
#: How far a line of the grid reaches above the lanes.
_TICK = 5
#: How much of the ground is painted; the rest are copies.
_BAND = 8


class _Row(NamedTuple):
    """The middle of a row, and the upper edges of what stands in it, each at a whole pixel."""

    middle: float
    text: float
    dot: float
    bar: float
    cluster: float


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
    #: What is said where there is nothing to be seen, line by line.
    nothing: Sequence[str] = ()
    ticks: list[Tick] = field(init=False)

    def __post_init__(self) -> None:
        self.ticks = ticks(self.scale)


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
        self._ratio = painter.device().devicePixelRatio()
        self._rows = {
            (lane.number, row): self._row(lane.row_middle(row)) for lane in picture.lanes for row in range(lane.rows)
        }
        self.sprites.use_ratio(self._ratio)
        self._paint_ground()
        self._paint_years()
        self._paint_lanes(hovered)
        scale, height = picture.scale, picture.height
        painter.setClipRect(QRectF(scale.left - 6, HEADER, picture.width - scale.left + 6, height - HEADER))
        painter.setFont(self.small.font)
        painter.setPen(self._theme.color("ink"))
        for cluster in picture.clusters:
            self._paint_cluster(cluster, selected in cluster.entries if selected else False, cluster is hovered)
        for mark in picture.marks:
            self._paint_mark(mark, mark.entry is selected, mark is hovered)
        if picture.nothing:
            self._paint_nothing()
        painter.setClipping(False)

    def _paint_nothing(self) -> None:
        """Lines in the middle, on the ground's colour: the grid would cross the letters."""
        picture, painter, labels = self._picture, self._painter, self.small
        high = labels.metrics.height() + 5
        left, width = picture.scale.left, picture.scale.right - picture.scale.left
        top = (HEADER + picture.height - FOOT - len(picture.nothing) * high) / 2
        ground = self._theme.color("chrome" if picture.scale.window.first >= picture.horizon else "paper")
        painter.setPen(self._theme.color("soft"))
        for number, line in enumerate(picture.nothing):
            words = elided(labels.metrics, line, width - 2 * INSIDE)
            wide = labels.width(words)
            x, middle = left + (width - wide) / 2, top + (number + 0.5) * high
            painter.fillRect(QRectF(x - INSIDE, middle - high / 2, wide + 2 * INSIDE, high), ground)
            self._write(labels, x, middle, words)

    def _snapped(self, x: float) -> float:
        """The nearest whole pixel: what is copied there stays sharp."""
        return round(x * self._ratio) / self._ratio

    def _row(self, middle: float) -> _Row:
        """Where the things of a row are copied to."""
        return _Row(
            middle,
            self._snapped(middle - self.small.rise),
            self._snapped(middle - DOT_SIDE / 2),
            self._snapped(middle - BAR_HEIGHT / 2),
            self._snapped(middle - CLUSTER_HEIGHT / 2),
        )

    def _write(self, labels: Labels, left: float, middle: float, text: str) -> None:
        at = QPointF(self._snapped(left), self._snapped(middle - labels.rise))
        self._painter.drawStaticText(at, labels.laid_out(text))

    def _paint_ground(self) -> None:
        """The paper, the shade after the text's period, and the lines of the grid."""
        picture, painter = self._picture, self._painter
        width, height, top, foot = (round(one) for one in (picture.width, picture.height, HEADER, FOOT))
        x = min(round(max(picture.scale.x(picture.horizon), picture.scale.left)), width)
        is_shaded = x < picture.scale.right
        painter.fillRect(QRect(0, 0, width, top - _TICK), self._theme.color("paper"))
        painter.drawPixmap(QPointF(0, self._snapped(top - _TICK)), self._band(width, width))
        band = self._band(width, x if is_shaded else width)
        for row in range(round(top * self._ratio), round((height - foot) * self._ratio), band.height()):
            painter.drawPixmap(QPointF(0, row / self._ratio), band)
        painter.fillRect(QRect(0, height - foot, width, foot), self._theme.color("paper"))
        if not is_shaded:
            return
        painter.fillRect(QRect(x, height - foot, width - x, foot), self._theme.color("chrome"))
        painter.setFont(self.small.font)
        painter.setPen(self._theme.color("soft"))
        caption = self.small.width(picture.caption)
        left = max(picture.scale.left + TICK_GAP, min(x + TICK_GAP + 2, picture.width - caption - 12))
        self._write(self.small, left, picture.height - FOOT / 2, picture.caption)

    def _band(self, width: int, shade: int) -> QPixmap:
        """Some rows of the ground, which is the same from top to bottom, with the shade from a pixel on: copying them
        is half the work of painting all lines through every row.
        """
        ratio, scale = self._ratio, self._picture.scale
        band = QPixmap(ceil(width * ratio), ceil(_BAND * ratio))
        band.fill(self._theme.color("paper"))
        painter = QPainter(band)
        painter.fillRect(round(shade * ratio), 0, band.width(), band.height(), self._theme.color("chrome"))
        colors = {True: self._theme.color("coast"), False: self._theme.color("rule")}
        for tick in self._picture.ticks:
            left = round(round(scale.x(tick.day)) * ratio)
            painter.fillRect(left, 0, max(1, int(ratio)), band.height(), colors[tick.major])
        painter.end()
        band.setDevicePixelRatio(ratio)
        return band

    def _paint_years(self) -> None:
        """The labels of the grid."""
        picture, painter = self._picture, self._painter
        painter.setFont(self._interface.font)
        painter.setPen(self._theme.color("soft"))
        free, year_is_known = float("-inf"), False
        for tick in picture.ticks:
            x = round(picture.scale.x(tick.day))
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
        row = self._rows[mark.lane, mark.row]
        if is_selected or is_hovered:
            self._paint_emphasis(mark, row.middle, is_selected)
        if mark.is_bar:
            self._paint_bar(mark, row.bar)
        else:
            self._paint_dot(mark, row.dot)
        if is_selected:
            ring = QRectF(mark.left, row.middle, mark.right - mark.left, 0)
            self._paint_ring(ring, BAR_HEIGHT if mark.is_bar else 10)
        if is_selected or is_hovered:
            self._painter.setPen(self._theme.color("ink"))  # set once for all others
        if mark.label_width > 0:
            room = mark.label_width + 1 if mark.label_width < mark.wanted else None
            label = self.small.laid_out(mark.entry.event.title, room)
            self._painter.drawStaticText(QPointF(self._snapped(mark.label_left), row.text), label)

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

    def _paint_dot(self, mark: Mark, top: float) -> None:
        event = mark.entry.event
        left = self._snapped((mark.left + mark.right - DOT_SIDE) / 2)
        self._painter.drawPixmap(QPointF(left, top), self.sprites.dot(event.kind.value, event.status))

    def _paint_bar(self, mark: Mark, top: float) -> None:
        """The two ends, and between them its middle as often as it takes; what cannot be seen is not drawn."""
        entry, painter, scale = mark.entry, self._painter, self._picture.scale
        bar = self.sprites.bar(
            entry.event.kind, entry.event.status, open_start=entry.open_start, open_end=entry.open_end or mark.is_cut
        )
        left = self._snapped(max(mark.left, scale.left - FADE_ROOM))
        right = self._snapped(min(mark.right, scale.right + FADE_ROOM))
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
        row = self._rows[cluster.lane, cluster.row]
        width = round(cluster.right - cluster.left)
        number = self.sprites.cluster(LANES[cluster.lane], width, cluster.count, is_hovered=is_hovered)
        left = self._snapped(cluster.left)
        self._painter.drawPixmap(QPointF(left, row.cluster), number)
        if is_selected:
            self._paint_ring(QRectF(left, row.middle, width, 0), CLUSTER_HEIGHT)
            self._painter.setPen(self._theme.color("ink"))
