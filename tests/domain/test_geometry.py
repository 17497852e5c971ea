"""The plane of the map: projecting, views, the nearest in a direction, cutting and thinning."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.geometry import (
    Box,
    Direction,
    Point,
    View,
    box_of,
    clip_ring,
    deviations,
    nearest_towards,
    project,
    view_of,
)

FRAME = box_of(110, 20, 180, 50)
latitudes, longitudes = st.floats(-84, 84), st.floats(-180, 180)
coordinates = st.integers(-20, 20)
points = st.lists(st.builds(Point, coordinates, coordinates), min_size=2, max_size=20)
DIRECTIONS: tuple[Direction, ...] = ("left", "right", "up", "down")


@given(latitudes, latitudes, longitudes)
def test_north_is_up_and_meridians_are_straight(one: float, other: float, longitude: float) -> None:
    first, second = project(one, longitude), project(other, longitude)
    assert first.x == second.x == longitude
    assert (first.y < second.y) == (one < other) or first.y == pytest.approx(second.y)


def test_mercator_is_true_at_the_equator_and_stretches_as_the_parallels_shrink() -> None:
    assert project(0, 139.7) == Point(139.7, 0)
    step = project(35.001, 0).y - project(35, 0).y
    assert step == pytest.approx(0.001 / math.cos(math.radians(35)), rel=1e-4)


def test_the_poles_stay_in_the_plane() -> None:
    assert math.isfinite(project(90, 0).y)
    assert project(-90, 0).y == -project(90, 0).y


@given(st.floats(111, 179), st.floats(1, 4000), st.floats(0, 800), st.floats(0, 400))
def test_zooming_keeps_what_is_below_the_pointer(longitude: float, scale: float, x: float, y: float) -> None:
    view = View(project(35, longitude), 20, 800, 400)
    before = view.to_plane(x, y)
    after = view.anchored(before, scale, x, y).to_plane(x, y)
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=1e-6)


@given(st.floats(0, 360), st.floats(-60, 80), st.floats(0.5, 4000), st.integers(50, 3000), st.integers(50, 2000))
def test_nothing_beyond_the_frame_is_ever_seen(x: float, y: float, scale: float, width: int, height: int) -> None:
    view = View(Point(x, y), scale, width, height).within(FRAME)
    corner, other = view.to_plane(0, 0), view.to_plane(width, height)
    assert corner.x >= FRAME.left - 1e-6
    assert corner.y <= FRAME.top + 1e-6
    assert other.x <= FRAME.right + 1e-6
    assert other.y >= FRAME.bottom - 1e-6


def test_a_box_is_seen_whole_within_the_room_it_is_given() -> None:
    box = Box(10, 10, 20, 30)
    view = view_of(box, 900, 400, room=500)
    left, top = view.to_surface(Point(box.left, box.top))
    right, bottom = view.to_surface(Point(box.right, box.bottom))
    assert (top, bottom) == pytest.approx((0, 400))
    assert (left + right) / 2 == pytest.approx(250)


def test_a_point_out_of_view_is_brought_in_by_the_shortest_way() -> None:
    view = View(Point(0, 0), 10, 400, 200)
    assert view.showing(Point(5, 5), 20) == view
    assert view.showing(Point(30, 0), 20).to_surface(Point(30, 0)) == pytest.approx((380, 100))
    assert view.showing(Point(300, 0), 20).to_surface(Point(300, 0)) == pytest.approx((200, 100))


@given(points)
def test_every_other_point_lies_in_one_direction_and_each_direction_leads_to_its_nearest(found: list[Point]) -> None:
    reached = {nearest_towards(found, 0, one) for one in DIRECTIONS} - {None}
    assert reached
    assert 0 not in reached


@given(points)
def test_the_arrows_lead_from_any_point_to_any_other(found: list[Point]) -> None:
    seen, ahead = {0}, [0]
    while ahead:
        here = ahead.pop()
        for direction in DIRECTIONS:
            there = nearest_towards(found, here, direction)
            if there is not None and there not in seen:
                seen.add(there)
                ahead.append(there)
    assert seen == set(range(len(found)))


def test_the_nearest_that_way_is_preferred_to_a_nearer_one_aside() -> None:
    found = [Point(0, 0), Point(3, 0), Point(1.9, 1.8), Point(0, 1)]
    assert nearest_towards(found, 0, "right") == 1
    assert nearest_towards(found, 0, "up") == 3
    assert nearest_towards(found, 0, "left") is None


def test_points_at_one_place_stand_in_a_row() -> None:
    found = [Point(1, 1), Point(1, 1), Point(5, 1)]
    assert nearest_towards(found, 0, "right") == 1
    assert nearest_towards(found, 1, "right") == 2
    assert nearest_towards(found, 1, "left") == 0


def test_a_ring_is_cut_at_a_box_and_runs_along_its_edge() -> None:
    ring = [(-5.0, 2.0), (5.0, 2.0), (5.0, 4.0), (-5.0, 4.0)]
    assert set(clip_ring(ring, Box(0, 0, 10, 10))) == {(0, 2), (5, 2), (5, 4), (0, 4)}


def test_a_ring_within_stays_and_one_without_is_gone() -> None:
    ring = [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]
    assert clip_ring(ring, Box(0, 0, 10, 10)) == ring
    assert clip_ring(ring, Box(5, 5, 10, 10)) == []


rings = st.lists(st.tuples(st.integers(-30, 30), st.integers(-30, 30)), min_size=3, max_size=40, unique=True)


@given(rings)
def test_a_cut_ring_lies_within_the_box(ring: list[tuple[int, int]]) -> None:
    for x, y in clip_ring([(float(x), float(y)) for x, y in ring], Box(-10, -10, 10, 10)):
        assert -10 <= x <= 10
        assert -10 <= y <= 10


@given(rings, st.sampled_from([1.0, 3.0, 8.0]))
def test_a_thinned_ring_is_nowhere_farther_away_than_it_says(ring: list[tuple[int, int]], least: float) -> None:
    away = deviations(ring)
    kept = [one for one, distance in zip(ring, away, strict=True) if distance >= least]
    edges = list(zip(kept, [*kept[1:], kept[0]], strict=True))
    for point in ring:
        assert min(_away(point, *edge) for edge in edges) <= least


def _away(point: tuple[int, int], start: tuple[int, int], end: tuple[int, int]) -> float:
    steps = [n / 400 for n in range(401)]
    return (
        min(math.dist(point, (start[0] + s * (end[0] - start[0]), start[1] + s * (end[1] - start[1]))) for s in steps)
        - 0.25
    )


def test_points_on_a_straight_line_say_nothing() -> None:
    assert deviations([(0, 0), (5, 0), (10, 0), (10, 10)])[1] == 0
