"""Puts words beside dots so that they cover neither each other nor any dot."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Between a dot and its words.
_GAP = 4.0
#: Between a dot and the words above or below it, or those of another dot: letters that touch it are hard to read.
_CLEAR = 2.0
#: Edge of the squares that say who is near whom.
_CELL = 64.0


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle of pixels, y growing downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rect) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def contains(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def holds(self, other: Rect) -> bool:
        """Whether another rectangle lies wholly within."""
        return self.contains(other.left, other.top) and self.contains(other.right, other.bottom)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A dot that wants words; `sizes` are the width and height of each form of them, the best first."""

    x: float
    y: float
    radius: float
    sizes: tuple[tuple[float, float], ...]
    room: Rect
    must: bool = False  # rather over another dot than not at all

    @property
    def dot(self) -> Rect:
        """What the dot covers."""
        r = self.radius
        return Rect(self.x - r, self.y - r, self.x + r, self.y + r)

    @property
    def kept_clear(self) -> Rect:
        """What no words may cover: the dot and a little around it."""
        r = self.radius + _CLEAR
        return Rect(self.x - r, self.y - r, self.x + r, self.y + r)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the words stand, and which form of them."""

    form: int
    rect: Rect


class _Taken:
    """Rectangles that nothing may cover any more, found by the squares they touch."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)

    def add(self, rect: Rect) -> None:
        for cell in _cells(rect):
            self._cells[cell].append(rect)

    def is_free(self, rect: Rect) -> bool:
        """Whether a rectangle would cover none of them."""
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        for cell in _cells(rect):
            for one in self._cells.get(cell, ()):
                if left < one.right and one.left < right and top < one.bottom and one.top < bottom:
                    return False
        return True

    def covered(self, rect: Rect) -> int:
        """How many of them a rectangle would cover."""
        near = {one for cell in _cells(rect) for one in self._cells.get(cell, ())}
        return sum(rect.overlaps(one) for one in near)


def _cells(rect: Rect) -> list[tuple[int, int]]:
    rows = range(int(rect.top // _CELL), int(rect.bottom // _CELL) + 1)
    return [(x, y) for x in range(int(rect.left // _CELL), int(rect.right // _CELL) + 1) for y in rows]


def place_labels(anchors: Sequence[Anchor], taken: Iterable[Rect] = ()) -> list[Placed | None]:
    """Words for as many dots as have room for them: beside, above or below them; the first dots come first.

    The result has one entry for each anchor; None says that there was no room.
    """
    full, words = _Taken(), _Taken()
    for rect in taken:
        full.add(rect)
        words.add(rect)
    for anchor in anchors:
        full.add(anchor.kept_clear)
    found = []
    for anchor in anchors:
        placed = next(_free(anchor, full), None)
        if placed is None and anchor.must:
            placed = min(_free(anchor, words), key=lambda one: full.covered(one.rect), default=None)
        if placed is not None:
            full.add(placed.rect)
            words.add(placed.rect)
        found.append(placed)
    return found


def _free(anchor: Anchor, taken: _Taken) -> Iterator[Placed]:
    """The places within the room that cover nothing, the best first."""
    return (one for one in _tries(anchor) if anchor.room.holds(one.rect) and taken.is_free(one.rect))


def _tries(anchor: Anchor) -> Iterator[Placed]:
    away, off = anchor.radius + _GAP, anchor.radius + _CLEAR
    for form, (width, height) in enumerate(anchor.sizes):
        right, left = anchor.x + away, anchor.x - away - width
        middle, above, below = anchor.y - height / 2, anchor.y - off - height, anchor.y + off
        higher, lower = anchor.y - height, anchor.y
        # As far in the middle as the room allows; the dot is always beside some of the words.
        shifted = max(anchor.room.left, min(anchor.x - width / 2, anchor.room.right - width))
        for x, y in (
            (right, middle),
            (left, middle),
            (anchor.x - width / 2, above),
            (anchor.x - width / 2, below),
            (right, higher),
            (right, lower),
            (left, higher),
            (left, lower),
            (anchor.x, above),
            (anchor.x - width, above),
            (anchor.x, below),
            (anchor.x - width, below),
            (shifted, above),
            (shifted, below),
        ):
            yield Placed(form, Rect(x, y, x + width, y + height))
