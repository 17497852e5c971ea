"""The embedded coast lines: what is land and what is sea, what is no coast, and the file they are in."""

from itertools import pairwise

import pytest

from bluebook_desktop.domain.geometry import box_of, project
from bluebook_desktop.domain.outline import UNITS, Outline, pack, unpack
from bluebook_desktop.paths import bundled

CONTENT = bundled("resources", "map", "outline.bin").read_bytes()


@pytest.fixture(scope="module")
def outline() -> Outline:
    return unpack(CONTENT)


def is_land(outline: Outline, latitude: float, longitude: float, level: int) -> bool:
    """Whether a line to the east crosses an odd number of shores."""
    point = project(latitude, longitude)
    x, y = (point.x - outline.frame.left) / outline.step, (outline.frame.top - point.y) / outline.step
    inside = False
    for ring in outline.rings(level):
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                inside = not inside
    return inside


@pytest.mark.parametrize("level", [0, 1, 2])
@pytest.mark.parametrize(
    ("place", "position", "expected"),
    [
        ("Tokyo", (35.7, 139.6), True),
        ("Sapporo", (43.0, 141.3), True),
        ("Kagoshima", (31.7, 130.5), True),
        ("the north of Okinawa", (26.72, 128.2), True),
        ("Seoul", (37.5, 127.1), True),
        ("the western edge, in China", (30.0, 110.01), True),
        ("the Sea of Japan", (39.5, 134.5), False),
        ("the Pacific", (30.0, 160.0), False),
        ("the bay of Tokyo", (35.45, 139.85), False),
        ("the eastern edge", (40.0, 179.9), False),
    ],
)
def test_land_is_land_and_sea_is_sea(
    outline: Outline, place: str, position: tuple[float, float], expected: bool, level: int
) -> None:
    assert is_land(outline, *position, level) is expected, place


def test_the_frame_is_no_coast(outline: Outline) -> None:
    edges = ((0, UNITS), (0, outline.bottom))
    cut = 0
    for ring in outline.rings():
        lines = outline.coasts(ring)
        cut += len(lines) > 1 or lines[0][0] != lines[0][-1]
        for line in lines:
            for one, other in pairwise(line):
                assert not any(one[axis] == other[axis] and one[axis] in edges[axis] for axis in (0, 1))
    assert cut, "no ring reaches the frame, so this shows nothing"


def test_the_coast_of_an_island_comes_back_to_where_it_began(outline: Outline) -> None:
    ring = [(10, 10), (20, 10), (20, 20)]
    assert outline.coasts(ring) == [[*ring, ring[0]]]


def test_a_ring_that_the_frame_cuts_twice_has_two_coasts(outline: Outline) -> None:
    ring = [(0, 5), (30, 9), (0, 12), (0, 20), (40, 25), (0, 40)]
    coasts = [[(0, 5), (30, 9), (0, 12)], [(0, 20), (40, 25), (0, 40)]]
    assert sorted(outline.coasts(ring)) == coasts
    assert sorted(outline.coasts([*ring[1:], ring[0]])) == coasts


def test_a_coarser_level_has_fewer_points_of_the_same_coast(outline: Outline) -> None:
    counts = [sum(map(len, outline.rings(level))) for level in (0, 1, 2)]
    assert counts == sorted(counts, reverse=True)
    assert counts[2] < counts[0] / 3
    everything = {point for ring in outline.rings() for point in ring}
    assert all(point in everything for ring in outline.rings(2) for point in ring)


def test_only_what_reaches_into_a_box_is_given(outline: Outline) -> None:
    okinawa = list(outline.rings(0, box_of(127.2, 25.95, 128.5, 27.1)))
    assert 3 < len(okinawa) < 20
    assert len(list(outline.rings())) > 200


def test_the_file_is_small() -> None:
    assert len(CONTENT) < 150_000


def test_what_is_packed_is_unpacked() -> None:
    rings = [[(0, 0, 2), (65535, 0, 0), (7, 40000, 1)], [(1, 2, 0), (3, 4, 0), (5, 6, 2)]]
    frame = box_of(120, 20, 150, 40)
    found = unpack(pack(frame, rings))
    assert found.frame == frame
    assert list(found.rings()) == [[(x, y) for x, y, _ in ring] for ring in rings]
    assert found.ranks == bytes([2, 0, 1, 0, 0, 2])


@pytest.mark.parametrize("content", [b"", b"PNG", CONTENT[:-1], CONTENT + b"x", CONTENT[:20]])
def test_a_file_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="outline"):
        unpack(content)
