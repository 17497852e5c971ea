"""Paints the axis: gridlines, lanes, marks, labels and clusters, in the theme's colours."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPainter, QPen, QPolygonF

from bluebook_desktop.domain.records import Status
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.entries import LANES, Entry
from bluebook_desktop.gui.timeline.layout import FADE, Cluster, Lane, Mark
from bluebook_desktop.gui.timeline.scale import Scale, ticks
from bluebook_desktop.gui.wording import event_kind_word

#: Heights of the years above the lanes and of the line below them.
HEADER = 26.0
FOOT = 18.0
BAR_HEIGHT = 14.0
#: Where lanes are named; the list below begins there too.
EDGE = 10.0
CLUSTER_HEIGHT = 16.0
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


class AxisPainter:
    """Paints one picture; `selected` and `hovered` are what stands out in it."""

    def __init__(self, theme: Theme, painter: QPainter, picture: Picture) -> None:
        self._theme = theme
        self._painter = painter
        self._picture = picture
        self._small = theme.font("small")
        self._metrics = QFontMetricsF(self._small)
        self._lanes = {lane.number: lane for lane in picture.lanes}

    def paint(self, selected: Entry | None, hovered: Mark | Cluster | None) -> None:
        """Paint everything."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground()
        self._paint_grid()
        self._paint_lanes()
        scale, height = self._picture.scale, self._picture.height
        self._painter.setClipRect(QRectF(scale.left - 6, HEADER, self._picture.width - scale.left + 6, height - HEADER))
        self._painter.setFont(self._small)
        for cluster in self._picture.clusters:
            self._paint_cluster(cluster, selected in cluster.entries if selected else False, cluster is hovered)
        for mark in self._picture.marks:
            self._paint_mark(mark, mark.entry is selected, mark is hovered)
        self._painter.setClipping(False)

    def _paint_ground(self) -> None:
        """The paper, and the shade after the text's period."""
        picture = self._picture
        whole = QRectF(0, 0, picture.width, picture.height)
        self._painter.fillRect(whole, self._theme.color("paper"))
        x = picture.scale.x(picture.horizon)
        if x >= picture.scale.right:
            return
        x = max(x, picture.scale.left)
        after = QRectF(x, HEADER, picture.width - x, picture.height - HEADER)
        self._painter.fillRect(after, self._theme.color("chrome"))
        self._painter.setFont(self._small)
        self._painter.setPen(self._theme.color("soft"))
        width = self._metrics.horizontalAdvance(picture.caption)
        left = max(picture.scale.left + TICK_GAP, min(x + TICK_GAP + 2, picture.width - width - 12))
        foot = QRectF(left, picture.height - FOOT, width + 8, FOOT)
        self._painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, picture.caption)

    def _paint_grid(self) -> None:
        picture, painter = self._picture, self._painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setFont(self._theme.font("interface"))
        metrics = QFontMetricsF(painter.font())
        free, year_is_known = float("-inf"), False
        for tick in ticks(picture.scale):
            x = round(picture.scale.x(tick.day))
            painter.setPen(QPen(self._theme.color("coast" if tick.major else "rule"), 1))
            painter.drawLine(QPointF(x, HEADER - 5), QPointF(x, picture.height - FOOT))
            label = tick.label if year_is_known else tick.full
            width = metrics.horizontalAdvance(label)
            if x + TICK_GAP < free or x + TICK_GAP + width > picture.width:
                continue
            free, year_is_known = x + TICK_GAP + width + 6, True
            painter.setPen(self._theme.color("soft"))
            painter.drawText(QRectF(x + TICK_GAP, 0, width + 2, HEADER - 3), Qt.AlignmentFlag.AlignVCenter, label)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=True)

    def _paint_lanes(self) -> None:
        picture, painter = self._picture, self._painter
        painter.setFont(self._theme.font("strong"))
        for lane in picture.lanes:
            top = round(lane.top) + 0.5
            painter.setPen(QPen(self._theme.color("rule"), 1))
            painter.drawLine(QPointF(0, top), QPointF(picture.width, top))
            painter.setPen(self._theme.color("ink"))
            first_row = QRectF(EDGE, lane.row_middle(0) - 10, picture.scale.left - 16, 20)
            painter.drawText(first_row, Qt.AlignmentFlag.AlignVCenter, event_kind_word(LANES[lane.number]))

    def _kind_color(self, lane: int, alpha: float = 1.0) -> QColor:
        color = QColor(self._theme.color(LANES[lane].value))
        color.setAlphaF(alpha)
        return color

    def _paint_mark(self, mark: Mark, is_selected: bool, is_hovered: bool) -> None:
        middle = self._lanes[mark.lane].row_middle(mark.row)
        self._paint_emphasis(mark, middle, is_selected, is_hovered)
        if mark.is_bar:
            self._paint_bar(mark, middle)
        else:
            self._paint_dot(mark, middle)
        if is_selected:
            self._paint_ring(QRectF(mark.left, middle, mark.right - mark.left, 0), BAR_HEIGHT if mark.is_bar else 10)
        if mark.label_width > 0:
            self._painter.setPen(self._theme.color("ink"))
            text = mark.entry.event.title
            if mark.label_width < mark.wanted:
                text = self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, mark.label_width + 1)
            self._painter.drawText(
                QRectF(mark.label_left, middle - 10, mark.label_width + 4, 20), Qt.AlignmentFlag.AlignVCenter, text
            )

    def _paint_emphasis(self, mark: Mark, middle: float, is_selected: bool, is_hovered: bool) -> None:
        """The ground behind a mark and its label when it is selected or under the pointer."""
        if not (is_selected or is_hovered):
            return
        left, right = mark.left, mark.right
        if mark.label_width > 0:
            left, right = min(left, mark.label_left), max(right, mark.label_left + mark.label_width)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._theme.color("accent_soft" if is_selected else "hover"))
        self._painter.drawRoundedRect(QRectF(left - 5, middle - 9, right - left + 10, 18), 6, 6)

    def _paint_ring(self, line: QRectF, thickness: float) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._theme.color("accent"), 2))
        half = thickness / 2 + 3
        ring = line.adjusted(-3, -half, 3, half)
        radius = min(half, 8.0)
        self._painter.drawRoundedRect(ring, radius, radius)

    def _pen(self, entry: Entry, brush: QBrush | QColor, width: float = 1.4) -> QPen:
        pen = QPen(brush, width)
        if entry.is_ahead:
            pen.setDashPattern([2.2, 1.6])
        return pen

    def _paint_dot(self, mark: Mark, middle: float) -> None:
        color = self._kind_color(mark.lane)
        entry, radius = mark.entry, (mark.right - mark.left) / 2
        center = QPointF((mark.left + mark.right) / 2, middle)
        if not entry.is_ahead:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(color)
            self._painter.drawEllipse(center, radius, radius)
            return
        self._painter.setBrush(self._theme.color("paper"))
        self._painter.setPen(self._pen(entry, color))
        if entry.event.status is Status.DEADLINE:
            reach = radius + 0.5
            corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
            self._painter.drawPolygon(QPolygonF([center + corner for corner in corners]))
        else:
            self._painter.drawEllipse(center, radius - 0.5, radius - 0.5)

    def _paint_bar(self, mark: Mark, middle: float) -> None:
        entry = mark.entry
        outline: QBrush | QColor = self._kind_color(mark.lane)
        ground: QBrush | QColor = self._kind_color(mark.lane, 0.0 if entry.is_ahead else 0.16)
        if entry.open_start or entry.open_end:
            outline, ground = self._fading(mark, 1.0), self._fading(mark, 0.0 if entry.is_ahead else 0.16)
        self._painter.setPen(self._pen(entry, outline, 1.2))
        self._painter.setBrush(ground)
        rect = QRectF(mark.left + 0.6, middle - BAR_HEIGHT / 2, mark.right - mark.left - 1.2, BAR_HEIGHT)
        self._painter.drawRoundedRect(rect, 5, 5)
        if entry.open_end:
            self._paint_arrow(mark, middle)

    def _fading(self, mark: Mark, alpha: float) -> QBrush:
        """A brush that fades where the bar is open."""
        gradient = QLinearGradient(mark.left, 0, mark.right, 0)
        part = min(0.9, FADE / max(1.0, mark.right - mark.left))
        strong, none = self._kind_color(mark.lane, alpha), self._kind_color(mark.lane, 0.0)
        gradient.setColorAt(0, none if mark.entry.open_start else strong)
        gradient.setColorAt(part, strong)
        gradient.setColorAt(1 - part, strong)
        gradient.setColorAt(1, none if mark.entry.open_end else strong)
        return QBrush(gradient)

    def _paint_arrow(self, mark: Mark, middle: float) -> None:
        tip = mark.right - 3
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(self._kind_color(mark.lane), 1.4))
        self._painter.drawPolyline(
            QPolygonF([QPointF(tip - 4, middle - 4), QPointF(tip, middle), QPointF(tip - 4, middle + 4)])
        )

    def _paint_cluster(self, cluster: Cluster, is_selected: bool, is_hovered: bool) -> None:
        middle = self._lanes[cluster.lane].row_middle(cluster.row)
        rect = QRectF(cluster.left, middle - CLUSTER_HEIGHT / 2, cluster.right - cluster.left, CLUSTER_HEIGHT)
        self._painter.setPen(QPen(self._kind_color(cluster.lane), 1.4))
        self._painter.setBrush(self._theme.color("hover" if is_hovered else "paper"))
        self._painter.drawRoundedRect(rect, CLUSTER_HEIGHT / 2, CLUSTER_HEIGHT / 2)
        self._painter.setBrush(self._kind_color(cluster.lane, 0.16))
        self._painter.drawRoundedRect(rect, CLUSTER_HEIGHT / 2, CLUSTER_HEIGHT / 2)
        if is_selected:
            self._paint_ring(QRectF(rect.left(), middle, rect.width(), 0), CLUSTER_HEIGHT)
        self._painter.setPen(self._theme.color("ink"))
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, cluster.count)
