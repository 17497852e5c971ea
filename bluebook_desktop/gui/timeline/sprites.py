"""Dots, ends of bars and clusters as small pictures: drawn once for each colour and scale, then only copied.

A stroke with round corners or dashes takes the raster engine some 80 µs at factor 2, a copy about one; with hundreds of
marks on the axis that is the difference between 20 and 60 frames a second (benchmarks/timeline.py).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from bluebook_desktop.domain.records import EventKind, Status
from bluebook_desktop.gui.timeline.entries import LANES
from bluebook_desktop.gui.timeline.layout import DOT, FADE

if TYPE_CHECKING:
    from bluebook_desktop.gui.theme import ColorName, Theme

BAR_HEIGHT = 16
CLUSTER_HEIGHT = 16
#: Room around a dot for the width of its line.
_AROUND = 2
DOT_SIDE = round(DOT) + 2 * _AROUND
#: How long the round end of a bar is.
CAP = 8
#: A dash with its gap in a bar's outline; the middle of a bar is as many of them as it takes.
_DASH = (3.0, 2.0)
_PERIOD = int(sum(_DASH))
#: What is repeated is some dashes long: fewer and larger copies are faster.
_MIDDLE = 24 * _PERIOD
#: Most bars are shorter than this beside their ends, and then are two copies.
_HEAD = 48 * _PERIOD
_DOT_DASHES = (2.2, 1.6)
_LINE = 1.2
_DOT_LINE = 1.4
_RADIUS = 5.0
#: How much of a kind's colour the ground of a bar and of a cluster has, on light and on dark paper.
_TINTS = (0.16, 0.3)
_FADING = round(FADE)
#: So many numbers on their grounds are kept; more are begun anew.
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of any length: how it begins (as much of that as there is room for), what is repeated, and its end."""

    head: QPixmap
    middle: QPixmap
    tail: QPixmap
    head_width: int
    tail_width: int


class Sprites:
    """The pictures of one theme and one scale factor; other ones begin anew."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._ratio = 1.0
        self._dots: dict[tuple[ColorName, Status], QPixmap] = {}
        self._bars: dict[tuple[EventKind, Status, bool, bool], Bar] = {}
        self._grounds: dict[tuple[EventKind, int, bool], QPixmap] = {}
        #: The clusters that were drawn, by lane, width, count and whether the pointer is on them.
        self.numbers: dict[tuple[int, int, str, bool], QPixmap] = {}
        self._font = theme.font("small")
        theme.changed.connect(self.forget)

    def use_ratio(self, ratio: float) -> None:
        """Draw for a screen with so many pixels to the unit."""
        if ratio != self._ratio:
            self._ratio = ratio
            self.forget()

    def forget(self) -> None:
        """Let go of all pictures."""
        self._dots.clear()
        self._bars.clear()
        self._grounds.clear()
        self.numbers.clear()
        self._font = self._theme.font("small")

    def dot(self, color: ColorName, status: Status) -> QPixmap:
        """What happened is a full dot, what is planned a dashed ring, a deadline a dashed diamond."""
        if (color, status) not in self._dots:
            self._dots[color, status] = self._draw(
                DOT_SIDE, DOT_SIDE, lambda painter: self._paint_dot(painter, color, status)
            )
        return self._dots[color, status]

    def bar(self, kind: EventKind, status: Status, *, open_start: bool, open_end: bool) -> Bar:
        """A bar fades where it is open, and is dashed when it lies ahead; a deadline's ends are pointed."""
        key = (kind, status, open_start, open_end)
        if key not in self._bars:
            left, right = (_FADING if is_open else CAP for is_open in (open_start, open_end))
            middle = self._slice(kind, status, fades=False, cut=(_PERIOD * 4, _MIDDLE))
            end = self._slice(kind, status, fades=open_start, cut=(0, left))
            tail = self._slice(kind, status, fades=open_end, cut=(0, right), mirrored=True)
            head = self._drawn_out(end, left, middle)
            self._bars[key] = Bar(head, middle, tail, left + _HEAD, right)
        return self._bars[key]

    def number(self, lane: int, width: int, count: str, is_hovered: bool) -> QPixmap:
        """How many events a cluster has, on a ground of its lane's colour."""
        if len(self.numbers) >= _MOST:
            self.numbers.clear()
        ground = self._ground(LANES[lane], width, is_hovered=is_hovered)
        self.numbers[lane, width, count, is_hovered] = number = self._numbered(ground, width, count)
        return number

    def _ground(self, kind: EventKind, width: int, *, is_hovered: bool) -> QPixmap:
        key = (kind, width, is_hovered)
        if key not in self._grounds:
            self._grounds[key] = self._draw(
                width, CLUSTER_HEIGHT, lambda painter: self._paint_cluster(painter, kind, width, is_hovered=is_hovered)
            )
        return self._grounds[key]

    def _numbered(self, ground: QPixmap, width: int, count: str) -> QPixmap:
        number = QPixmap(ground)
        painter = QPainter(number)
        painter.setFont(self._font)
        painter.setPen(self._theme.color("ink"))
        painter.drawText(QRectF(0, 0, width, CLUSTER_HEIGHT), Qt.AlignmentFlag.AlignCenter, count)
        painter.end()
        return number

    @property
    def _tint(self) -> float:
        return _TINTS[self._theme.is_dark]

    def color(self, kind: EventKind, alpha: float = 1.0) -> QColor:
        """A kind's colour, more or less opaque."""
        color = QColor(self._theme.color(kind.value))
        color.setAlphaF(alpha)
        return color

    def _draw(self, width: int, height: int, paint: Callable[[QPainter], None]) -> QPixmap:
        pixmap = QPixmap(QSize(round(width * self._ratio), round(height * self._ratio)))
        pixmap.setDevicePixelRatio(self._ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        return pixmap

    def _paint_dot(self, painter: QPainter, color: ColorName, status: Status) -> None:
        radius = DOT / 2
        center = QPointF(radius + _AROUND, radius + _AROUND)
        if status is Status.HAPPENED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(color))
            painter.drawEllipse(center, radius, radius)
            return
        painter.setBrush(self._theme.color("paper"))
        painter.setPen(_dashed(QPen(self._theme.color(color), _DOT_LINE), _DOT_DASHES))
        if status is Status.DEADLINE:
            reach = radius + 0.5
            corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
            painter.drawPolygon(QPolygonF([center + corner for corner in corners]))
        else:
            painter.drawEllipse(center, radius - 0.5, radius - 0.5)

    def _slice(
        self, kind: EventKind, status: Status, *, fades: bool, cut: tuple[int, int], mirrored: bool = False
    ) -> QPixmap:
        """So many units of a long bar, from where the cut begins; mirrored it is its right end."""
        start, width = cut

        def paint(painter: QPainter) -> None:
            if mirrored:
                painter.translate(width, 0)
                painter.scale(-1, 1)
            painter.translate(-start, 0)
            self._paint_bar(painter, kind, status, fades=fades)
            if fades and mirrored:
                self._paint_arrow(painter, kind)

        return self._draw(width, BAR_HEIGHT, paint)

    def _drawn_out(self, end: QPixmap, width: int, middle: QPixmap) -> QPixmap:
        """A bar's left end, so many units wide, with the middle after it."""

        def paint(painter: QPainter) -> None:
            painter.drawPixmap(QPointF(0, 0), end)
            painter.drawTiledPixmap(QRectF(width, 0, _HEAD, BAR_HEIGHT), middle)

        return self._draw(width + _HEAD, BAR_HEIGHT, paint)

    def _paint_bar(self, painter: QPainter, kind: EventKind, status: Status, *, fades: bool) -> None:
        """The left part of a long bar."""
        rect = QRectF(_LINE / 2, _LINE / 2, 400, BAR_HEIGHT - _LINE)
        if status is Status.HAPPENED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._fading(kind, self._tint) if fades else self.color(kind, self._tint))
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline: QBrush | QColor = self._fading(kind, 1.0) if fades else self.color(kind)
        painter.setPen(QPen(outline, _LINE))
        if status is Status.HAPPENED:
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        elif status is Status.DEADLINE and not fades:
            middle = QPointF(rect.left() + _LINE / 2, rect.center().y())
            corners = (QPointF(_RADIUS, rect.top()), middle, QPointF(_RADIUS, rect.bottom()))
            painter.drawPolyline(QPolygonF(corners))
        elif not fades:
            for top, angle in ((rect.top(), 105), (rect.bottom() - 2 * _RADIUS, 195)):
                painter.drawArc(QRectF(rect.left(), top, 2 * _RADIUS, 2 * _RADIUS), angle * 16, 60 * 16)
        if status is not Status.HAPPENED:
            # The dashes of the repeated part begin where those of the end do.
            pen = _dashed(QPen(outline, _LINE), (_DASH[0] / _LINE, _DASH[1] / _LINE))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            for edge in (rect.top(), rect.bottom()):
                painter.drawLine(QPointF(0 if fades else _PERIOD, edge), QPointF(200, edge))

    def _fading(self, kind: EventKind, alpha: float) -> QBrush:
        """A brush that comes out of nothing where the bar is open."""
        gradient = QLinearGradient(0, 0, _FADING, 0)
        gradient.setColorAt(0, self.color(kind, 0.0))
        gradient.setColorAt(1, self.color(kind, alpha))
        return QBrush(gradient)

    def _paint_arrow(self, painter: QPainter, kind: EventKind) -> None:
        """Shows that the bar goes on; the left end has none, it is painted mirrored."""
        middle = BAR_HEIGHT / 2
        painter.setPen(QPen(self.color(kind), _DOT_LINE))
        painter.drawPolyline(QPolygonF([QPointF(7, middle - 4), QPointF(3, middle), QPointF(7, middle + 4)]))

    def _paint_cluster(self, painter: QPainter, kind: EventKind, width: int, *, is_hovered: bool) -> None:
        rect = QRectF(0.7, 0.7, width - 1.4, CLUSTER_HEIGHT - 1.4)
        round_ = rect.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover" if is_hovered else "paper"))
        painter.drawRoundedRect(rect, round_, round_)
        painter.setBrush(self.color(kind, self._tint * (2 if is_hovered else 1)))
        painter.setPen(QPen(self.color(kind), _DOT_LINE))
        painter.drawRoundedRect(rect, round_, round_)


def _dashed(pen: QPen, dashes: tuple[float, float]) -> QPen:
    """The pen, drawing dashes: what has not happened yet is never a full line."""
    pen.setDashPattern(dashes)
    return pen
