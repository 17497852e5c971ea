"""What stands where on the map: the main view, the inset, the dots and their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bluebook_desktop.domain.geometry import Point, View, box_of, project, view_of
from bluebook_desktop.domain.labels import Anchor, Rect, place_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bluebook_desktop.domain.geometry import Box
    from bluebook_desktop.domain.records import Facility

#: What is always seen when all is: the four main islands.
HOME = box_of(129.0, 30.1, 146.2, 45.8)
#: What the inset takes over, and what of it is always seen: the island of Okinawa.
OKINAWA = box_of(127.2, 25.95, 128.5, 27.1)
_ISLAND = box_of(127.62, 26.06, 128.36, 26.9)
#: As many facilities are a crowd that deserves an inset.
_SEVERAL = 2
#: Degrees of the plane around a dot when all is seen.
_MARGIN, _INSET_MARGIN = 1.2, 0.03
EDGE = 8.0
CAPTION = 26.0
_INSET_SHARE, _INSET_WIDEST = 0.36, 380.0
#: Smaller maps have no room for an inset.
_LEAST_WIDTH, _LEAST_HEIGHT = 460.0, 170.0
RADIUS, SELECTED_RADIUS = 4.5, 6.0
#: A pointer so near to a dot means it.
_REACH = 9.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A facility with a position, and the forms of its name, the best first."""

    facility: Facility
    point: Point
    forms: tuple[str, ...]


def spot_of(facility: Facility) -> Spot | None:
    """A facility on the map; None when it has no position."""
    if facility.latitude is None or facility.longitude is None:
        return None
    return Spot(facility, project(facility.latitude, facility.longitude), forms_of(facility))


def forms_of(facility: Facility) -> tuple[str, ...]:
    """The shortest name of several words, and the shortest of all where that is another one."""
    names = sorted([facility.name, *facility.aliases], key=len)
    words = next((one for one in names if " " in one), facility.name)
    return tuple(dict.fromkeys((words, names[0])))


@dataclass(frozen=True, slots=True)
class Dot:
    """A spot in pixels with its words, which may be none."""

    spot: Spot
    x: float
    y: float
    radius: float
    words: str = ""
    rect: Rect | None = None

    def distance(self, x: float, y: float) -> float:
        return float(((self.x - x) ** 2 + (self.y - y) ** 2) ** 0.5)


@dataclass(frozen=True, slots=True)
class Inset:
    """A part of the map drawn larger in a corner; its view has pixels of the corner's own."""

    rect: Rect
    view: View

    def on_map(self, point: Point) -> tuple[float, float]:
        """A point of the plane in pixels of the map."""
        x, y = self.view.to_surface(point)
        return x + self.rect.left, y + self.rect.top


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is painted; the first dots had the first choice of room for their words."""

    view: View
    inset: Inset | None
    dots: list[Dot] = field(default_factory=list)

    def dots_at(self, x: float, y: float) -> list[Dot]:
        """The dots at a pixel, the nearest first; else the one whose words are there."""
        near = [dot for dot in self.dots if dot.distance(x, y) <= _REACH]
        if near:
            return sorted(near, key=lambda dot: dot.distance(x, y))
        return [dot for dot in self.dots if dot.rect is not None and dot.rect.contains(x, y)][:1]

    def plane_at(self, x: float, y: float) -> tuple[Point, float]:
        """The point below a pixel and the scale there, in the inset or on the main map."""
        if self.inset is not None and self.inset.rect.contains(x, y):
            rect, view = self.inset.rect, self.inset.view
            return view.to_plane(x - rect.left, y - rect.top), view.scale
        return self.view.to_plane(x, y), self.view.scale


def inset_for(spots: Sequence[Spot], width: float, height: float) -> Inset | None:
    """An inset of Okinawa when several facilities lie there and the map has room for it."""
    points = [spot.point for spot in spots if OKINAWA.contains(spot.point)]
    if len(points) < _SEVERAL or width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        return None
    tall = height - 2 * EDGE
    wide = min(width * _INSET_SHARE, _INSET_WIDEST, tall * 1.1)
    left = width - EDGE - wide
    rect = Rect(left, EDGE, left + wide, EDGE + tall)
    box = _ISLAND.with_points(points, _INSET_MARGIN)
    view = view_of(box, wide, tall - CAPTION - EDGE)
    view = View(view.centre, view.scale, wide, tall + CAPTION - EDGE)
    beside = (wide - box.width * view.scale) / 2
    return Inset(rect, view.moved(max(0.0, beside - 1.5 * EDGE), 0))  # most dots lie west: room for words left of them


def whole_view(spots: Sequence[Spot], frame: Box, width: float, height: float) -> tuple[View, Inset | None]:
    """Japan with all facilities that the frame holds, left of the inset where there is one."""
    inset = inset_for(spots, width, height)
    points = [spot.point for spot in spots if frame.contains(spot.point)]
    if inset is not None:
        points = [point for point in points if not OKINAWA.contains(point)]
    room = width if inset is None else inset.rect.left - EDGE
    return view_of(HOME.with_points(points, _MARGIN), width, height, room).within(frame), inset


def arrange(
    spots: Sequence[Spot],
    selected: str,
    *,
    view: View,
    inset: Inset | None,
    taken: Sequence[Rect],
    measure: Callable[[str, bool], tuple[float, float]],
) -> Scene:
    """Dots and words of what is shown; `measure` gives the size of words, strong or not."""
    whole = Rect(0, 0, view.width, view.height)
    room_of_inset = inset and Rect(
        inset.rect.left + 4, inset.rect.top + CAPTION, inset.rect.right - 4, inset.rect.bottom - 4
    )
    room = Rect(4, 4, (inset.rect.left if inset else view.width) - 4, view.height - 4)
    dots: list[Dot] = []
    anchors: list[Anchor] = []
    for spot in sorted(spots, key=lambda one: (one.facility.id != selected, -len(one.facility.mentions))):
        in_inset = inset is not None and OKINAWA.contains(spot.point)
        x, y = inset.on_map(spot.point) if inset and in_inset else view.to_surface(spot.point)
        if not whole.contains(x, y) or (inset and not in_inset and inset.rect.contains(x, y)):
            continue
        is_selected = spot.facility.id == selected
        radius = SELECTED_RADIUS if is_selected else RADIUS
        sizes = tuple(measure(words, is_selected) for words in spot.forms)
        dots.append(Dot(spot, x, y, radius))
        place = room_of_inset if room_of_inset and in_inset else room
        anchors.append(Anchor(x, y, radius, sizes, place, must=is_selected))
    placed = place_labels(anchors, taken)
    return Scene(
        view,
        inset,
        [
            dot if found is None else Dot(dot.spot, dot.x, dot.y, dot.radius, dot.spot.forms[found.form], found.rect)
            for dot, found in zip(dots, placed, strict=True)
        ],
    )
