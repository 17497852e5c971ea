"""The plane that the map is drawn in: projection, boxes, views, and what an outline is cut and thinned with.

The plane is Mercator's, in degrees: x is the longitude, y grows north and equals the latitude at the equator.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: Mercator has no poles.
_NORTHMOST = 85.0
_HAIR = 1e-6
Direction = Literal["left", "right", "up", "down"]
_AHEAD: dict[Direction, tuple[int, int]] = {"right": (1, 0), "left": (-1, 0), "up": (0, 1), "down": (0, -1)}


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the plane."""

    x: float
    y: float


def project(latitude: float, longitude: float) -> Point:
    """Where a position lies in the plane."""
    held = math.radians(max(-_NORTHMOST, min(_NORTHMOST, latitude)))
    return Point(longitude, math.degrees(math.asinh(math.tan(held))))


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle of the plane."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def contains(self, point: Point) -> bool:
        return self.left <= point.x <= self.right and self.bottom <= point.y <= self.top

    def with_points(self, points: Iterable[Point], margin: float = 0.0) -> Box:
        """The smallest box that holds this one and the points, each with a margin."""
        box = self
        for one in points:
            box = Box(
                min(box.left, one.x - margin),
                min(box.bottom, one.y - margin),
                max(box.right, one.x + margin),
                max(box.top, one.y + margin),
            )
        return box


def box_of(west: float, south: float, east: float, north: float) -> Box:
    """The box between two meridians and two parallels."""
    low, high = project(south, west), project(north, east)
    return Box(low.x, low.y, high.x, high.y)


@dataclass(frozen=True, slots=True)
class View:
    """A stretch of the plane on a surface of `width` by `height` pixels; `scale` is in pixels a degree."""

    centre: Point
    scale: float
    width: float
    height: float

    def to_surface(self, point: Point) -> tuple[float, float]:
        """Pixels right of and below the upper left corner."""
        return (
            (point.x - self.centre.x) * self.scale + self.width / 2,
            (self.centre.y - point.y) * self.scale + self.height / 2,
        )

    def to_plane(self, x: float, y: float) -> Point:
        """The point below a pixel."""
        return Point(
            self.centre.x + (x - self.width / 2) / self.scale, self.centre.y - (y - self.height / 2) / self.scale
        )

    def anchored(self, fixed: Point, scale: float, x: float, y: float) -> View:
        """At a scale, with a point below a pixel."""
        centre = Point(fixed.x - (x - self.width / 2) / scale, fixed.y + (y - self.height / 2) / scale)
        return replace(self, centre=centre, scale=scale)

    def moved(self, dx: float, dy: float) -> View:
        """With the land moved by so many pixels to the right and down."""
        return replace(self, centre=Point(self.centre.x - dx / self.scale, self.centre.y + dy / self.scale))

    def within(self, frame: Box) -> View:
        """Moved, and enlarged where it must be, so that nothing beyond a frame is seen."""
        scale = max(self.scale, self.width / frame.width, self.height / frame.height)
        across, along = self.width / scale / 2, self.height / scale / 2
        x = min(max(self.centre.x, frame.left + across), frame.right - across)
        y = min(max(self.centre.y, frame.bottom + along), frame.top - along)
        return replace(self, centre=Point(x, y), scale=scale)

    def showing(self, point: Point, margin: float) -> View:
        """Moved as little as needed for a point to be `margin` pixels from every edge; centred when it is far off."""
        x, y = self.to_surface(point)
        if not (-self.width < x < 2 * self.width and -self.height < y < 2 * self.height):
            return replace(self, centre=point)
        dx = max(0.0, margin - x) - max(0.0, x - (self.width - margin))
        dy = max(0.0, margin - y) - max(0.0, y - (self.height - margin))
        return self.moved(dx, dy) if dx or dy else self


def view_of(box: Box, width: float, height: float, room: float | None = None) -> View:
    """A view in which a box is as large as the left `room` pixels allow, and in their middle."""
    room = width if room is None else room
    scale = min(room / box.width, height / box.height)
    centre_x = (box.left + box.right) / 2 + (width - room) / 2 / scale
    return View(Point(centre_x, (box.bottom + box.top) / 2), scale, width, height)


def nearest_towards(points: Sequence[Point], start: int, direction: Direction) -> int | None:
    """The position in `points` of the nearest one in a direction, or None.

    Every point lies in exactly one of the four directions, and the directions lead from any point to any other.
    Points at one place stand in a row, as if each were a hair's breadth to the right of the one before.
    """
    ahead_x, ahead_y = _AHEAD[direction]
    origin = points[start]
    best: tuple[float, int] | None = None
    for position, point in enumerate(points):
        if position == start:
            continue
        east, north = point.x - origin.x, point.y - origin.y
        if not east and not north:
            east = (position - start) * _HAIR * _HAIR
        dx, dy = east + north * _HAIR, north - east * _HAIR  # turned, so that no point lies on a diagonal
        along, aside = dx * ahead_x + dy * ahead_y, abs(dx * ahead_y) + abs(dy * ahead_x)
        if along > aside:
            found = (along + aside, position)
            best = min(best, found) if best else found
    return best[1] if best else None


Ring = list[tuple[float, float]]


def clip_ring(ring: Sequence[tuple[float, float]], box: Box) -> Ring:
    """The part of a closed ring within a box; where the box cuts it, it runs along the box's edge."""
    clipped: Ring = list(ring)
    for axis, edge, sign in ((0, box.left, 1), (0, box.right, -1), (1, box.bottom, 1), (1, box.top, -1)):
        clipped = _clip_at(clipped, axis, edge, sign)
    return clipped


def _clip_at(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    """What of a ring lies on the inner side of one line (Sutherland and Hodgman)."""
    kept: Ring = []
    for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was_in, is_in = sign * (before[axis] - edge) >= 0, sign * (here[axis] - edge) >= 0
        if was_in != is_in:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            kept.append((edge, other) if axis == 0 else (other, edge))
        if is_in:
            kept.append(here)
    return kept


def deviations(ring: Sequence[tuple[float, float]]) -> list[float]:
    """How far a closed ring would be from each of its points without it (Douglas and Peucker).

    A ring thinned to the points of at least some deviation differs from the whole by no more than it.
    """
    if len(ring) < 3:
        return [math.inf] * len(ring)
    far = max(range(len(ring)), key=lambda i: math.dist(ring[0], ring[i]))
    found = [0.0] * len(ring)
    found[0] = found[far] = math.inf
    closed = [*ring, ring[0]]
    open_runs = [(0, far, math.inf), (far, len(ring), math.inf)]
    while open_runs:
        first, last, limit = open_runs.pop()
        if last - first < 2:
            continue
        distances = [_distance(closed[i], closed[first], closed[last]) for i in range(first + 1, last)]
        most = max(distances)
        middle = first + 1 + distances.index(most)
        found[middle] = min(most, limit)  # never more than the point that it hangs on
        open_runs += [(first, middle, found[middle]), (middle, last, found[middle])]
    return found


def _distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """From a point to a straight stretch."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    if not length:
        return math.dist(point, start)
    share = max(0.0, min(1.0, ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length))
    return math.dist(point, (start[0] + share * dx, start[1] + share * dy))
