"""The coast lines of the map as a compact file: whole numbers in the map's own plane, each point with its rank.

A file is a head, then the length of each ring, then all x, all y (from the upper left corner of the frame, in
`UNITS` to its width) and all ranks. A point of rank n belongs to the levels 0 (everything) to n (the coarsest).
"""

from __future__ import annotations

import struct
import sys
from array import array
from dataclasses import dataclass
from itertools import accumulate, compress, pairwise
from typing import TYPE_CHECKING

from bluebook_desktop.domain.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Steps to the width of the frame.
UNITS = 65535
#: How far a level may be from the whole, in steps; beyond level 0, which is the whole.
TOLERANCES = (6, 20)
_MAGIC = b"BBOUTL1\n"
_HEAD = struct.Struct("<4dII")
_LEAST_CORNERS = 3

#: x and y in steps.
Step = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """Closed rings of land within a frame; within it the frame itself is no coast."""

    frame: Box
    lengths: Sequence[int]
    xs: Sequence[int]
    ys: Sequence[int]
    ranks: bytes

    @property
    def step(self) -> float:
        """One step in degrees of the plane."""
        return self.frame.width / UNITS

    @property
    def bottom(self) -> int:
        """The lower edge of the frame in steps."""
        return round(self.frame.height / self.step)

    def rings(self, level: int = 0, box: Box | None = None) -> Iterator[list[Step]]:
        """The rings at a level that reach into a box, or all; those left fewer than three corners are passed over."""
        reach = self._in_steps(box) if box is not None else None
        ends = list(accumulate(self.lengths))
        for start, end in zip([0, *ends[:-1]], ends, strict=True):
            xs, ys = self.xs[start:end], self.ys[start:end]
            if reach is not None and not _reaches(xs, ys, reach):
                continue
            ring = list(zip(xs, ys, strict=True))
            if level:
                ring = list(compress(ring, [rank >= level for rank in self.ranks[start:end]]))
            if len(ring) >= _LEAST_CORNERS:
                yield ring

    def _in_steps(self, box: Box) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        frame, step = self.frame, self.step
        return (
            (box.left - frame.left) / step,
            (frame.top - box.top) / step,
            (box.right - frame.left) / step,
            (frame.top - box.bottom) / step,
        )

    def coasts(self, ring: Sequence[Step]) -> list[list[Step]]:
        """The stretches of a ring that are coast, not the edge of the frame; a ring within it comes back closed."""
        closed, bottom = [*ring, ring[0]], self.bottom
        xs, ys = {x for x, _ in ring}, {y for _, y in ring}
        if not (xs & {0, UNITS} or ys & {0, bottom}):
            return [closed]
        cut = [i for i, (a, b) in enumerate(pairwise(closed)) if _on_frame(a, b, bottom)]
        if not cut:
            return [closed]
        first = cut[0] + 1
        turned = [*ring[first:], *ring[:first]]
        starts = [0, *((one - first) % len(ring) + 1 for one in cut[1:])]
        ends = [*starts[1:], len(turned)]
        return [turned[start:end] for start, end in zip(starts, ends, strict=True) if end - start > 1]


def _reaches(xs: Sequence[int], ys: Sequence[int], box: tuple[float, float, float, float]) -> bool:
    left, top, right, bottom = box
    return min(xs) <= right and max(xs) >= left and min(ys) <= bottom and max(ys) >= top


def _on_frame(one: Step, other: Step, bottom: int) -> bool:
    return (one[0] == other[0] and one[0] in (0, UNITS)) or (one[1] == other[1] and one[1] in (0, bottom))


def pack(frame: Box, rings: Sequence[Sequence[tuple[int, int, int]]]) -> bytes:
    """A file of rings, each point with its rank."""
    points = [point for ring in rings for point in ring]
    head = _HEAD.pack(frame.left, frame.bottom, frame.right, frame.top, len(rings), len(points))
    numbers = (
        array("I", (len(ring) for ring in rings)),
        array("H", (point[0] for point in points)),
        array("H", (point[1] for point in points)),
    )
    return b"".join([_MAGIC, head, *(_little(one).tobytes() for one in numbers), bytes(one[2] for one in points)])


def unpack(content: bytes) -> Outline:
    """Read a file; ValueError when it is none."""
    if not content.startswith(_MAGIC) or len(content) < len(_MAGIC) + _HEAD.size:
        raise ValueError("no outline")
    *frame, rings, points = _HEAD.unpack_from(content, len(_MAGIC))
    at = len(_MAGIC) + _HEAD.size
    if len(content) != at + 4 * rings + 5 * points:
        raise ValueError("an outline of another length")
    lengths, xs, ys = array("I"), array("H"), array("H")
    for numbers, count in ((lengths, rings), (xs, points), (ys, points)):
        size = count * numbers.itemsize
        numbers.frombytes(content[at : at + size])
        at += size
    return Outline(Box(*frame), _little(lengths), _little(xs), _little(ys), content[at:])


def _little(numbers: array[int]) -> array[int]:
    """With the bytes turned where the machine has them the other way round."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
