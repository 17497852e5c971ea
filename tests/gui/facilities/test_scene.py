"""What stands where on the map: insets, frames, and words that cover nothing."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.labels import Rect
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.facilities.canvas import MapCanvas
from bluebook_desktop.gui.facilities.outline import frame
from bluebook_desktop.gui.facilities.panel import FacilitiesPanel
from bluebook_desktop.gui.facilities.scene import RADIUS, REGIONS, Dot, arrange, in_two_lines, spot_of, whole_view
from bluebook_desktop.services.sections import OpenSection

from .conftest import dot

ON_OKINAWA = {
    "futenma",
    "futenma-replacement-facility",
    "camp-schwab-henokosaki",
    "henoko",
    "northern-training-area",
    "camp-zukeran",
    "kadena",
    "white-beach-area",
}
IN_KANTO = {"yokota", "camp-zama", "yokosuka"}
ELSEWHERE = IN_KANTO | {"sasebo"}


def test_every_facility_with_a_position_has_its_dot(canvas: MapCanvas) -> None:
    assert {one.spot.facility.id for one in canvas.scene.dots} == ON_OKINAWA | ELSEWHERE


def inside(canvas: MapCanvas, number: int) -> set[str]:
    """What an inset shows."""
    rect = canvas.scene.insets[number].rect
    return {one.spot.facility.id for one in canvas.scene.dots if rect.contains(one.x, one.y)}


def test_those_on_okinawa_and_in_kanto_are_in_insets_while_all_is_seen(canvas: MapCanvas) -> None:
    assert [one.region.key for one in canvas.scene.insets] == ["okinawa", "kanto"]
    assert inside(canvas, 0) == ON_OKINAWA
    assert inside(canvas, 1) == IN_KANTO
    canvas.zoom_in()
    assert canvas.scene.insets == ()


def test_in_the_inset_of_kanto_the_dots_lie_apart_and_have_their_words(canvas: MapCanvas) -> None:
    dots = [dot(canvas, id_) for id_ in sorted(IN_KANTO)]
    assert all(one.words for one in dots)
    assert all(one.distance(other.x, other.y) > 30 for one, other in combinations(dots, 2))


def test_at_the_first_sight_of_the_real_section_every_dot_has_its_words(panel: FacilitiesPanel) -> None:
    panel.resize(976, 688)
    assert [one.spot.facility.id for one in panel.findChild(MapCanvas).scene.dots if not one.words] == []


@pytest.mark.parametrize("width", [620, 678, 976])
def test_the_selected_one_has_its_words_however_narrow_the_map_is(
    panel: FacilitiesPanel, section: OpenSection, width: int
) -> None:
    panel.resize(width, 640)
    canvas = panel.findChild(MapCanvas)
    for facility in section.records.facilities:
        panel.select(Reference(Kind.FACILITY, section.id, facility.id))
        assert all(one.words for one in canvas.scene.dots if one.spot.facility.id == facility.id), facility.id


def test_what_an_inset_shows_is_framed_on_the_main_map(canvas: MapCanvas) -> None:
    (frame,) = canvas.scene.frames
    x, y = canvas.view_shown.to_surface(dot(canvas, "yokosuka").spot.point)
    assert frame.contains(x, y)
    assert frame.right < canvas.scene.insets[1].rect.left


def test_a_small_map_and_a_single_facility_there_need_no_inset(alone: MapCanvas, section: OpenSection) -> None:
    alone.set_facilities([section.facilities["kadena"], section.facilities["yokota"]])
    assert alone.scene.insets == ()
    assert len(alone.scene.dots) == 2
    alone.set_facilities(section.records.facilities)
    assert len(alone.scene.insets) == 2
    alone.resize(500, 300)
    assert [one.region.key for one in alone.scene.insets] == ["okinawa"]
    alone.resize(300, 200)
    assert alone.scene.insets == ()
    assert len(alone.scene.dots) == 12


@pytest.mark.parametrize("size", [(500, 200), (680, 218), (680, 290), (975, 290), (1320, 480), (2256, 640)])
def test_no_dot_lies_under_the_small_print_while_all_is_seen(
    alone: MapCanvas, section: OpenSection, size: tuple[int, int]
) -> None:
    alone.resize(*size)
    alone.set_facilities(section.records.facilities)
    assert len(alone.scene.dots) == 12
    assert not any(rect.overlaps(one) for one in map(around, alone.scene.dots) for rect, _ in alone._foot)


def around(found: Dot) -> Rect:
    return Rect(found.x - found.radius, found.y - found.radius, found.x + found.radius, found.y + found.radius)


#: Anywhere on and around the home islands, most often in a crowd.
PLACES = st.one_of(
    st.tuples(st.floats(25, 46), st.floats(124, 146)),
    st.tuples(st.floats(35.2, 35.9), st.floats(139.2, 140.1)),
    st.tuples(st.floats(26.1, 26.8), st.floats(127.6, 128.3)),
)
NAMES = st.sampled_from(["Camp Zama", "Henoko", "U.S. Fleet Activities, Yokosuka", "Iwakuni Air Station", "X" * 60])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    places=st.lists(st.tuples(PLACES, NAMES), max_size=40),
    size=st.tuples(st.integers(240, 1600), st.integers(150, 900)),
    closer=st.integers(0, 4),
)
def test_words_of_any_facilities_cover_no_words_no_dot_and_no_small_print_and_stay_within(
    alone: MapCanvas,
    section: OpenSection,
    places: list[tuple[tuple[float, float], str]],
    size: tuple[int, int],
    closer: int,
) -> None:
    one = section.facilities["yokota"]
    alone.resize(*size)
    alone.set_facilities(
        [
            replace(one, id=f"n{n}", name=name, aliases=(), latitude=latitude, longitude=longitude)
            for n, ((latitude, longitude), name) in enumerate(places)
        ]
    )
    for _ in range(closer):
        alone.zoom_in()
    scene = alone.scene
    words = [found.rect for found in scene.dots if found.rect is not None]
    taken = [*map(around, scene.dots), *scene.frames, *(rect for rect, _ in alone._foot)]
    assert not any(first.overlaps(second) for first, second in combinations(words, 2))
    assert not any(rect.overlaps(other) for rect in words for other in taken)
    assert all(Rect(0, 0, *size).holds(rect) for rect in words)
    assert not any(rect.overlaps(inset.rect) and not inset.rect.holds(rect) for rect in words for inset in scene.insets)


@pytest.mark.parametrize("size", [(240, 150), (680, 290), (1320, 480), (3000, 300), (300, 1200)])
def test_no_words_cover_other_words_or_a_dot_at_any_zoom(
    alone: MapCanvas, section: OpenSection, size: tuple[int, int]
) -> None:
    alone.resize(*size)
    alone.set_facilities(section.records.facilities)
    alone.select(section.facilities["futenma"])
    for _ in range(12):
        words = [one.rect for one in alone.scene.dots if one.rect is not None]
        assert not any(one.overlaps(other) for one, other in combinations(words, 2))
        others = [one.rect for one in alone.scene.dots if one.rect is not None and one.spot.facility.id != "futenma"]
        for one in alone.scene.dots:
            assert not any(rect.contains(one.x, one.y) for rect in others)
        alone.zoom_in()


def test_at_a_close_look_all_have_their_words(alone: MapCanvas, section: OpenSection) -> None:
    alone.set_facilities(section.records.facilities)
    alone.select(section.facilities["henoko"])
    for _ in range(8):
        alone.zoom_in()
    shown = {one.words.replace("\n", " ") for one in alone.scene.dots}
    assert shown == {"Henoko", "Camp Schwab-Henokosaki area", "Futenma Replacement Facility"}


def test_a_name_of_several_words_is_preferred_to_a_longer_one_to_two_lines_and_to_letters(canvas: MapCanvas) -> None:
    assert dot(canvas, "futenma").spot.forms == ("MCAS Futenma",)
    forms = ("Northern Training Area", "Northern\nTraining Area", "NTA")
    assert dot(canvas, "northern-training-area").spot.forms == forms


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Camp Zama", "Camp Zama"),
        ("Marinecorpsairstation", "Marinecorpsairstation"),
        ("U.S. Fleet Activities, Yokosuka", "U.S. Fleet\nActivities, Yokosuka"),
        ("A " + "x" * 30, "A\n" + "x" * 30),
    ],
)
def test_a_long_name_is_broken_where_its_lines_are_shortest(name: str, lines: str) -> None:
    assert in_two_lines(name) == lines


@pytest.mark.parametrize("size", [(975, 290), (1600, 400), (600, 800), (640, 300), (1300, 240)])
def test_a_facility_that_is_alone_has_its_dot_whole_and_where_an_inset_can_help_above_the_small_print(
    section: OpenSection, size: tuple[int, int]
) -> None:
    width, height = size
    spots = [spot for one in section.records.facilities if (spot := spot_of(one)) is not None]
    assert len(spots) == len(ON_OKINAWA | ELSEWHERE)
    for alone in spots:
        view, insets = whole_view([alone], frame(), width, height, lambda _most: 40.0)
        scene = arrange([alone], "", view=view, insets=insets, taken=[], measure=lambda *_: (120, 14))
        assert [one.spot for one in scene.dots] == [alone]
        [found] = scene.dots
        assert RADIUS <= found.x <= width - RADIUS
        low = 40 if any(one.box.contains(alone.point) for one in REGIONS) and not insets else 0
        assert RADIUS <= found.y <= height - low - RADIUS
