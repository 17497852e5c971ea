"""What stands where on the map: the main view, the insets, the dots and their words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bluebook_desktop.domain.geometry import Box, Point, View, box_of, project, view_of
from bluebook_desktop.domain.labels import Anchor, Rect, place_labels

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bluebook_desktop.domain.records import Facility

#: What is always seen when all is: the four main islands.
HOME = box_of(129.0, 30.1, 146.2, 45.8)


@dataclass(frozen=True, slots=True)
class Region:
    """Where facilities crowd: what an inset takes over from the main map, and what of it is always seen."""

    key: str
    box: Box
    core: Box
    share: float  # of the map's width, at most `widest` pixels
    widest: float
    west: bool = False  # most of its dots lie west: room for words left of them


#: From the right edge inwards; the first ones have the first claim on the room.
REGIONS = (
    Region("okinawa", box_of(127.2, 25.95, 128.5, 27.1), box_of(127.62, 26.06, 128.36, 26.9), 0.36, 380.0, west=True),
    Region("kanto", box_of(138.85, 34.85, 141.0, 36.4), box_of(139.3, 35.2, 140.0, 35.8), 0.27, 300.0),
)
#: As many facilities are a crowd that deserves an inset.
_SEVERAL = 2
#: Degrees of the plane around a dot when all is seen.
_MARGIN, _INSET_MARGIN = 1.2, 0.03
EDGE = 8.0
CAPTION = 26.0
#: Smaller maps have no room for one inset, or for a second one.
_LEAST_WIDTH, _LEAST_HEIGHT = 460.0, 170.0
_WIDTH_FOR_TWO = 600.0
#: What a second inset makes the first one give up of its share.
_GIVEN_UP = 0.04
#: Longer names are offered in two lines as well.
_LONG_NAME = 16
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
    """The shortest name of several words, the same in two lines, and the shortest of all where that is another one."""
    names = sorted([facility.name, *facility.aliases], key=len)
    words = next((one for one in names if " " in one), facility.name)
    return tuple(dict.fromkeys((words, in_two_lines(words), names[0])))


def in_two_lines(words: str) -> str:
    """A long name broken at the blank that makes the longer line shortest; a short one as it is."""
    blanks = [place for place, letter in enumerate(words) if letter == " "]
    if len(words) < _LONG_NAME or not blanks:
        return words
    middle = min(blanks, key=lambda place: max(place, len(words) - place - 1))
    return f"{words[:middle]}\n{words[middle + 1 :]}"


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
    """A part of the map drawn larger at its right edge; its view has pixels of its own."""

    region: Region
    rect: Rect
    view: View

    @property
    def room(self) -> Rect:
        """Where words may stand."""
        rect = self.rect
        return Rect(rect.left + 4, rect.top + CAPTION, rect.right - 4, rect.bottom - 4)

    def extent_on(self, view: View) -> Rect:
        """What it shows, in pixels of the main map."""
        left, top = view.to_surface(self.view.to_plane(0, 0))
        right, bottom = view.to_surface(self.view.to_plane(self.view.width, self.view.height))
        return Rect(left, top, right, bottom)

    def on_map(self, point: Point) -> tuple[float, float]:
        """A point of the plane in pixels of the map."""
        x, y = self.view.to_surface(point)
        return x + self.rect.left, y + self.rect.top


@dataclass(frozen=True, slots=True)
class Scene:
    """All that is painted; the first dots had the first choice of room for their words."""

    view: View
    insets: tuple[Inset, ...]
    dots: list[Dot] = field(default_factory=list)
    frames: list[Rect] = field(default_factory=list)  # on the main map, around what the insets show

    def inset_at(self, x: float, y: float) -> Inset | None:
        """The inset that covers a pixel."""
        return next((one for one in self.insets if one.rect.contains(x, y)), None)

    def dots_at(self, x: float, y: float) -> list[Dot]:
        """The dots at a pixel, the nearest first; else the one whose words are there."""
        near = [dot for dot in self.dots if dot.distance(x, y) <= _REACH]
        if near:
            return sorted(near, key=lambda dot: dot.distance(x, y))
        return [dot for dot in self.dots if dot.rect is not None and dot.rect.contains(x, y)][:1]

    def plane_at(self, x: float, y: float) -> tuple[Point, float]:
        """The point below a pixel and the scale there, in an inset or on the main map."""
        inset = self.inset_at(x, y)
        if inset is not None:
            return inset.view.to_plane(x - inset.rect.left, y - inset.rect.top), inset.view.scale
        return self.view.to_plane(x, y), self.view.scale


def insets_for(spots: Sequence[Spot], width: float, height: float, least: int = _SEVERAL) -> tuple[Inset, ...]:
    """Insets of the regions where so many facilities lie at least, as far as the map has room for them."""
    if width < _LEAST_WIDTH or height < _LEAST_HEIGHT:
        return ()
    crowded = [one for one in REGIONS if sum(one.box.contains(spot.point) for spot in spots) >= least]
    crowded = crowded if width >= _WIDTH_FOR_TWO else crowded[:1]
    given_up = _GIVEN_UP if len(crowded) > 1 else 0.0
    found: list[Inset] = []
    right = width - EDGE
    for region in crowded:
        share = region.share - (0.0 if found else given_up)
        wide = min(width * share, region.widest, (height - 2 * EDGE) * 1.1)
        points = [spot.point for spot in spots if region.box.contains(spot.point)]
        found.append(_inset(region, points, Rect(right - wide, EDGE, right, height - EDGE)))
        right -= wide + EDGE
    return tuple(found)


def _inset(region: Region, points: Sequence[Point], rect: Rect) -> Inset:
    wide, tall = rect.right - rect.left, rect.bottom - rect.top
    box = region.core.with_points(points, _INSET_MARGIN)
    view = view_of(box, wide, tall - CAPTION - EDGE)
    view = View(view.centre, view.scale, wide, tall + CAPTION - EDGE)
    if region.west:
        beside = (wide - box.width * view.scale) / 2
        view = view.moved(max(0.0, beside - 1.5 * EDGE), 0)
    return Inset(region, rect, view)


def left_of(insets: Sequence[Inset], width: float) -> float:
    """Where the insets begin, which is as far as the main map is seen."""
    return min((inset.rect.left for inset in insets), default=width)


def whole_view(
    spots: Sequence[Spot], frame: Box, width: float, height: float, foot: Callable[[float], float]
) -> tuple[View, tuple[Inset, ...]]:
    """Japan with all facilities that the frame holds, left of the insets where there are any, and above the foot.

    `foot` gives the height of the small print for the room that it has. A wide and low map, for which the outline does
    not reach far enough, shows what it would cut off in an inset.
    """
    view, insets = _whole_with(insets_for(spots, width, height), spots, frame, (width, height), foot)
    seen = _seen(view, height - foot(left_of(insets, width)))
    hidden = [
        spot
        for spot in spots
        if frame.contains(spot.point)
        and not seen.contains(spot.point)
        and not any(inset.region.box.contains(spot.point) for inset in insets)
    ]
    if not hidden:
        return view, insets
    regions = {inset.region.key for inset in insets}
    more = [
        one for one in spots if one in hidden or any(r.key in regions and r.box.contains(one.point) for r in REGIONS)
    ]
    return _whole_with(insets_for(more, width, height, least=1), spots, frame, (width, height), foot)


def _seen(view: View, bottom: float) -> Box:
    """What of the plane a view shows so that a dot is whole and above the small print."""
    first, last = view.to_plane(2 * RADIUS, 2 * RADIUS), view.to_plane(view.width - 2 * RADIUS, bottom - 2 * RADIUS)
    return Box(first.x, last.y, last.x, first.y)


def _whole_with(
    insets: tuple[Inset, ...],
    spots: Sequence[Spot],
    frame: Box,
    size: tuple[float, float],
    foot: Callable[[float], float],
) -> tuple[View, tuple[Inset, ...]]:
    width, height = size
    points = [spot.point for spot in spots if frame.contains(spot.point)]
    points = [one for one in points if not any(inset.region.box.contains(one) for inset in insets)]
    room = left_of(insets, width) - (EDGE if insets else 0)
    above = max(height / 2, height - foot(left_of(insets, width)))
    view = view_of(HOME.with_points(points, _MARGIN), width, above, room)
    view = View(view.centre, view.scale, width, height).moved(0, (above - height) / 2)
    below_insets = (width - room) / view.scale  # where nobody sees it the outline may end
    return view.within(Box(frame.left, frame.bottom, frame.right + below_insets, frame.top)), insets


def arrange(
    spots: Sequence[Spot],
    selected: str,
    *,
    view: View,
    insets: tuple[Inset, ...],
    taken: Sequence[Rect],
    measure: Callable[[str, bool], tuple[float, float]],
) -> Scene:
    """Dots and words of what is shown; `measure` gives the size of words, strong or not."""
    whole = Rect(0, 0, view.width, view.height)
    room = Rect(4, 4, left_of(insets, view.width) - 4, view.height - 4)
    dots: list[Dot] = []
    anchors: list[Anchor] = []
    for spot in sorted(spots, key=lambda one: (one.facility.id != selected, -len(one.facility.mentions))):
        inset = next((one for one in insets if one.region.box.contains(spot.point)), None)
        x, y = inset.on_map(spot.point) if inset else view.to_surface(spot.point)
        if not whole.contains(x, y) or (inset is None and any(one.rect.contains(x, y) for one in insets)):
            continue
        is_selected = spot.facility.id == selected
        radius = SELECTED_RADIUS if is_selected else RADIUS
        sizes = tuple(measure(words, is_selected) for words in spot.forms)
        dots.append(Dot(spot, x, y, radius))
        anchors.append(Anchor(x, y, radius, sizes, inset.room if inset else room, must=is_selected))
    frames = [inset.extent_on(view) for inset in insets]
    frames = [one for one in frames if room.holds(one) and not any(one.overlaps(other) for other in taken)]
    placed = place_labels(anchors, [*taken, *frames])
    return Scene(
        view,
        insets,
        [
            dot if found is None else Dot(dot.spot, dot.x, dot.y, dot.radius, dot.spot.forms[found.form], found.rect)
            for dot, found in zip(dots, placed, strict=True)
        ],
        frames,
    )
