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
from bluebook_desktop.gui.timeline.sprites import BAR_HEIGHT, CLUSTER_HEIGHT, DOT_SIDE, Bar, Sprites
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
        #: The pictures that one frame has asked for.
        self._dots: dict[int, QPixmap] = {}
        self._bars: dict[tuple[int, bool, bool], Bar] = {}
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
            lane.number: [self._row(lane.row_middle(row)) for row in range(lane.rows)] for lane in picture.lanes
        }
        self._dots, self._bars = {}, {}
        self.sprites.use_ratio(self._ratio)
        self._paint_ground()
        self._paint_years()
        self._paint_lanes(hovered)
        scale, height = picture.scale, picture.height
        painter.setClipRect(QRectF(scale.left - 6, HEADER, picture.width - scale.left + 6, height - HEADER))
        painter.setFont(self.small.font)
        painter.setPen(self._theme.color("ink"))
        self._paint_clusters(selected, hovered)
        self._paint_marks(selected, hovered)
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

    def _paint_marks(self, selected: Entry | None, hovered: Mark | Cluster | int | None) -> None:
        """Dots, bars and labels: some hundreds in every frame, so that little is asked for twice."""
        ratio, rows, labels = self._ratio, self._rows, self.small
        draw, write = self._painter.drawPixmap, self._painter.drawStaticText
        for mark in self._picture.marks:
            row, entry = rows[mark.lane][mark.row], mark.entry
            is_selected = entry is selected
            stands_out = is_selected or mark is hovered
            if stands_out:
                self._paint_emphasis(mark, row.middle, is_selected)
            if mark.is_bar:
                self._paint_bar(mark, row.bar)
            else:
                left = round((mark.left + mark.right - DOT_SIDE) / 2 * ratio) / ratio
                draw(QPointF(left, row.dot), self._dots.get(entry.look) or self._dot(entry))
            if is_selected:
                ring = QRectF(mark.left, row.middle, mark.right - mark.left, 0)
                self._paint_ring(ring, BAR_HEIGHT if mark.is_bar else 10)
            if stands_out:
                self._painter.setPen(self._theme.color("ink"))  # set once for all others
            if mark.label_width > 0:
                room = mark.label_width + 1 if mark.label_width < mark.wanted else None
                at = QPointF(round(mark.label_left * ratio) / ratio, row.text)
                write(at, labels.laid_out(entry.event.title, room))

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

    def _dot(self, entry: Entry) -> QPixmap:
        """The picture of a dot, which is asked for once in a frame."""
        dot = self.sprites.dot(entry.event.kind.value, entry.event.status)
        self._dots[entry.look] = dot
        return dot

    def _bar(self, entry: Entry, *, open_end: bool) -> Bar:
        """The pictures of a bar, the same way."""
        key = (entry.look, entry.open_start, open_end)
        bar = self._bars.get(key)
        if bar is None:
            kind, status = entry.event.kind, entry.event.status
            self._bars[key] = bar = self.sprites.bar(kind, status, open_start=entry.open_start, open_end=open_end)
        return bar

    def _paint_bar(self, mark: Mark, top: float) -> None:
        """Its beginning, its middle as often as it takes, and its end; what cannot be seen is not drawn."""
        painter, scale, ratio = self._painter, self._picture.scale, self._ratio
        bar = self._bar(mark.entry, open_end=mark.entry.open_end or mark.is_cut)
        left = round(max(mark.left, scale.left - FADE_ROOM) * ratio) / ratio
        right = round(min(mark.right, scale.right + FADE_ROOM) * ratio) / ratio
        tail = right - bar.tail_width
        painter.drawPixmap(QPointF(tail, top), bar.tail)
        if left + bar.head_width <= tail:
            painter.drawPixmap(QPointF(left, top), bar.head)
            left += bar.head_width
            painter.drawTiledPixmap(QRectF(left, top, tail - left, BAR_HEIGHT), bar.middle)
        elif left < tail:
            painter.drawPixmap(QPointF(left, top), bar.head, QRectF(0, 0, (tail - left) * ratio, bar.head.height()))

    def _paint_clusters(self, selected: Entry | None, hovered: Mark | Cluster | int | None) -> None:
        ratio, rows, numbers, draw = self._ratio, self._rows, self.sprites.numbers, self._painter.drawPixmap
        for cluster in self._picture.clusters:
            row, width = rows[cluster.lane][cluster.row], round(cluster.right - cluster.left)
            key = (cluster.lane, width, cluster.count, cluster is hovered)
            left = round(cluster.left * ratio) / ratio
            draw(QPointF(left, row.cluster), numbers.get(key) or self.sprites.number(*key))
            if selected is not None and selected.lane == cluster.lane and selected in cluster.entries:
                self._paint_ring(QRectF(left, row.middle, width, 0), CLUSTER_HEIGHT)
                self._painter.setPen(self._theme.color("ink"))
