"""The embedded coast lines as paths to paint, made when they are first needed and kept for each level of detail."""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from functools import cache
from itertools import chain

from PySide6.QtCore import QByteArray, QDataStream
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from bluebook_desktop.domain.geometry import Box, Point, View
from bluebook_desktop.domain.outline import TOLERANCES, Outline, Step, unpack
from bluebook_desktop.paths import bundled

#: How far, in pixels of the screen, a coast may be from where it is.
_UNSEEN = 0.45


@dataclass(frozen=True, slots=True)
class Paths:
    """Land to fill and coasts to draw, in the outline's own steps."""

    land: QPainterPath
    coast: QPainterPath


@cache
def outline() -> Outline:
    """The coast lines, read at the first call."""
    return unpack(bundled("resources", "map", "outline.bin").read_bytes())


def frame() -> Box:
    """What the outline covers."""
    return outline().frame


def level_for(scale: float) -> int:
    """The coarsest level that looks like the whole at so many pixels of the screen a degree."""
    step = outline().step
    fitting = [level for level, away in enumerate(TOLERANCES, 1) if away * step * scale <= _UNSEEN]
    return max(fitting, default=0)


@cache
def paths(level: int, box: Box | None = None) -> Paths:
    """All land at a level, or the rings that reach into a box."""
    whole = outline()
    land, coast = QPainterPath(), QPainterPath()
    for ring in whole.rings(level, box):
        lines = [_polygon(line) for line in whole.coasts(ring)]
        is_whole = len(lines) == 1 and lines[0].isClosed()
        land.addPolygon(lines[0] if is_whole else _polygon(ring))
        for line in lines:
            coast.addPolygon(line)
    return Paths(land, coast)


def transform(view: View) -> QTransform:
    """From steps to the pixels of a view."""
    whole = outline()
    left, top = view.to_surface(_corner(whole.frame))
    by = whole.step * view.scale
    return QTransform(by, 0, 0, by, left, top)


def _corner(box: Box) -> Point:
    return Point(box.left, box.top)


def _polygon(points: list[Step]) -> QPolygonF:
    """A polygon, read from a stream because that is several times as fast as point by point."""
    numbers = array("d", chain.from_iterable(points))
    if sys.byteorder == "little":
        numbers.byteswap()
    polygon = QPolygonF()
    stream = QDataStream(QByteArray(len(points).to_bytes(4, "big") + numbers.tobytes()))
    stream >> polygon
    return polygon
