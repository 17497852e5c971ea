"""What of the painted axis is at a point, and how much room it takes there."""

from PySide6.QtCore import QPointF, QRect, QRectF

from bluebook_desktop.gui.timeline.layout import Cluster, Mark
from bluebook_desktop.gui.timeline.painting import Picture

#: What the pointer can be over: a mark, a cluster, or (as its number) the name of a lane.
Item = Mark | Cluster | int
#: Around a mark, since a small one is hard to point at.
_AROUND = 3
_BESIDE_NAMES = 6


def item_at(picture: Picture, column: float, at: QPointF) -> Item | None:
    """The mark (with its label), cluster or name of a lane at a point; `column` is how wide the names' one is."""
    lane = next((lane for lane in picture.lanes if lane.top <= at.y() < lane.top + lane.height), None)
    if lane is None:
        return None
    if at.x() < column - _BESIDE_NAMES:
        return lane.number
    items: list[Mark | Cluster] = [*picture.marks, *picture.clusters]
    for item in items:
        if item.lane != lane.number or abs(lane.row_middle(item.row) - at.y()) > lane.pitch / 2:
            continue
        left, right = _extent(item)
        if left - _AROUND <= at.x() <= right + _AROUND:
            return item
    return None


def area_of(picture: Picture, column: float, item: Item, first: float, last: float) -> QRect:
    """The part of the axis that an item takes, with its label, between the edges `first` and `last`."""
    number = item if isinstance(item, int) else item.lane
    lane = next(lane for lane in picture.lanes if lane.number == number)
    if isinstance(item, int):
        return QRectF(0, lane.top, column - _BESIDE_NAMES, lane.height).toRect()
    left, right = _extent(item)
    left, right = max(left, first - _AROUND) - _AROUND, min(right, last) + _AROUND
    return QRectF(left, lane.row_middle(item.row) - lane.pitch / 2, right - left, lane.pitch).toRect()


def _extent(item: Mark | Cluster) -> tuple[float, float]:
    """From where to where an item reaches, with its label."""
    if isinstance(item, Mark) and item.label_width > 0:
        return min(item.left, item.label_left), max(item.right, item.label_left + item.label_width)
    return item.left, item.right
