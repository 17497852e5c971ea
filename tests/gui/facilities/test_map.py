"""The map of the facilities as a user meets it, with the real section."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.labels import Rect
from bluebook_desktop.domain.records import Facility
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.facilities.canvas import MapCanvas
from bluebook_desktop.gui.facilities.panel import FacilitiesPanel
from bluebook_desktop.gui.facilities.scene import Dot
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.sections import OpenSection

SECTION = "2021-en/4.2.2"
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


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, section: OpenSection) -> FacilitiesPanel:
    panel = FacilitiesPanel(theme)
    qtbot.addWidget(panel)
    panel.resize(680, 660)
    panel.set_section(section)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


@pytest.fixture
def canvas(panel: FacilitiesPanel) -> MapCanvas:
    return panel.findChild(MapCanvas)


@pytest.fixture
def alone(qtbot: QtBot, theme: Theme) -> MapCanvas:
    """A map of its own, for facilities that the section has not."""
    canvas = MapCanvas(theme)
    qtbot.addWidget(canvas)
    canvas.resize(800, 400)
    with qtbot.waitExposed(canvas):
        canvas.show()
    return canvas


def dot(canvas: MapCanvas, id_: str) -> Dot:
    return next(one for one in canvas.scene.dots if one.spot.facility.id == id_)


def at(canvas: MapCanvas, id_: str) -> QPoint:
    found = dot(canvas, id_)
    return QPoint(round(found.x), round(found.y))


def click(qtbot: QtBot, canvas: MapCanvas, id_: str) -> None:
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, id_))


def sea(canvas: MapCanvas) -> QPoint:
    """Where there is nothing, at the left edge."""
    return QPoint(6, canvas.height() // 2)


def turn(canvas: MapCanvas, where: QPoint, notches: int) -> None:
    no_buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    place, turned = QPointF(where), QPoint(0, 120 * notches)
    QApplication.sendEvent(
        canvas,
        QWheelEvent(
            place, canvas.mapToGlobal(place), QPoint(), turned, no_buttons, Qt.KeyboardModifier(0), phase, False
        ),
    )


def drag(qtbot: QtBot, canvas: MapCanvas, dx: int, dy: int) -> None:
    start = QPoint(canvas.width() // 3, canvas.height() // 2)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, start + QPoint(dx // 2, dy // 2))
    qtbot.mouseMove(canvas, start + QPoint(dx, dy))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(dx, dy))


def button(panel: FacilitiesPanel, name: str) -> QToolButton:
    return next(one for one in panel.findChildren(QToolButton) if one.accessibleName() == name)


def reference(id_: str) -> Reference:
    return Reference(Kind.FACILITY, SECTION, id_)


def listen(panel: FacilitiesPanel) -> list[Reference]:
    told: list[Reference] = []
    panel.selected.connect(told.append)
    return told


def selected_row(panel: FacilitiesPanel) -> str:
    table = panel.findChild(QTableView)
    return str(table.currentIndex().siblingAtColumn(0).data()) if table.selectedIndexes() else ""


def is_near(one: QColor, other: QColor) -> bool:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(a - b) < 12 for a, b in pairs)


# What is shown


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


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_dots_have_the_colour_of_facilities_the_selected_one_the_accent_the_planned_one_is_hollow(
    canvas: MapCanvas, panel: FacilitiesPanel, theme: Theme, in_theme: Callable[[str], None], choice: str
) -> None:
    in_theme(choice)
    panel.select(reference("yokosuka"))
    image = canvas.grab().toImage()
    assert is_near(image.pixelColor(at(canvas, "yokosuka")), theme.color("accent"))
    assert is_near(image.pixelColor(at(canvas, "camp-zama")), theme.color("realignment"))
    panel.select(reference("henoko"))
    for _ in range(8):
        canvas.zoom_in()
    image, planned = canvas.grab().toImage(), at(canvas, "futenma-replacement-facility")
    assert is_near(image.pixelColor(planned), theme.color("paper"))
    assert any(is_near(image.pixelColor(planned + QPoint(x, 0)), theme.color("realignment")) for x in range(2, 6))


def test_sea_is_sea_and_land_is_land(canvas: MapCanvas, theme: Theme) -> None:
    canvas.zoom_in()
    image = canvas.grab().toImage()
    for latitude, longitude, name in ((37.4, 139.9, "land"), (39.0, 134.5, "sea")):
        from bluebook_desktop.domain.geometry import project

        x, y = canvas.view_shown.to_surface(project(latitude, longitude))
        assert is_near(image.pixelColor(round(x), round(y)), theme.color("sea" if name == "sea" else "land")), name


def test_with_high_contrast_the_platforms_colours_win(canvas: MapCanvas, theme: Theme) -> None:
    theme.set_high_contrast(True)
    try:
        image = canvas.grab().toImage()
        right = QPoint(canvas.width() - 4, 4)
        assert is_near(image.pixelColor(right), theme.color("paper"))
    finally:
        theme.set_high_contrast(False)


# One filter, one selection


def test_the_filter_filters_the_map(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    whole = canvas.view_shown
    chip = next(one for one in panel.findChildren(QPushButton) if one.text().startswith("Returned"))
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert [one.spot.facility.id for one in canvas.scene.dots] == ["northern-training-area"]
    assert canvas.view_shown == whole
    assert canvas.accessibleDescription().startswith("1 facility on the map. 1 without a position: Facilities and")


def test_a_click_selects_in_the_table_and_tells(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    told = listen(panel)
    click(qtbot, canvas, "sasebo")
    assert told == [reference("sasebo")]
    assert selected_row(panel) == "U.S. Fleet Activities, Sasebo"


def test_a_click_into_the_sea_changes_nothing(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    panel.select(reference("sasebo"))
    told = listen(panel)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=sea(canvas))
    assert told == []
    assert selected_row(panel) == "U.S. Fleet Activities, Sasebo"


def test_a_row_selects_its_dot_and_its_words_stand_first(
    qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas
) -> None:
    table = panel.findChild(QTableView)
    table.setFocus()
    row = next(n for n in range(14) if table.model().index(n, 0).data() == "Camp Zukeran")
    table.setCurrentIndex(table.model().index(row, 0))
    assert canvas.scene.dots[0].spot.facility.id == "camp-zukeran"
    assert canvas.scene.dots[0].words == "Camp Zukeran"
    assert "Selected: Camp Zukeran, Chatan" in canvas.accessibleDescription()


def test_clicks_on_a_crowd_select_one_after_the_other(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    told = listen(panel)
    where = at(canvas, "camp-schwab-henokosaki")
    for _ in range(3):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=where)
    assert {one.id for one in told} == {"henoko", "camp-schwab-henokosaki", "futenma-replacement-facility"}


def test_a_double_click_reads(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    with qtbot.waitSignal(panel.read_requested) as read:
        click(qtbot, canvas, "kadena")
        qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=at(canvas, "kadena"))
    assert read.args == [reference("kadena")]


def test_selecting_from_outside_brings_the_dot_into_view_and_tells_nobody(
    panel: FacilitiesPanel, canvas: MapCanvas
) -> None:
    panel.select(reference("yokota"))
    for _ in range(5):
        canvas.zoom_in()
    told, scale = listen(panel), canvas.view_shown.scale
    panel.select(reference("sasebo"))
    assert dot(canvas, "sasebo").words
    assert canvas.view_shown.scale == scale
    assert told == []


# Zooming and moving


def test_the_wheel_zooms_at_the_pointer(canvas: MapCanvas) -> None:
    where = at(canvas, "sasebo")
    point = dot(canvas, "sasebo").spot.point
    turn(canvas, where, 5)
    assert canvas.view_shown.to_surface(point) == pytest.approx((where.x(), where.y()), abs=2)
    assert not canvas.is_whole
    turn(canvas, where, -9)
    assert canvas.is_whole


def test_the_wheel_in_the_inset_looks_closer_at_what_is_there(canvas: MapCanvas) -> None:
    for id_, number in (("kadena", 0), ("yokota", 1)):
        where, before = at(canvas, id_), canvas.scene.insets[number]
        turn(canvas, where, 1)
        assert canvas.view_shown.scale > before.view.scale
        assert (at(canvas, id_) - where).manhattanLength() <= 2
        canvas.fit()


def test_dragging_moves_the_land_and_selects_nothing(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    told = listen(panel)
    canvas.zoom_in()
    before = canvas.view_shown
    drag(qtbot, canvas, 60, -40)
    after = canvas.view_shown
    assert after.to_surface(before.centre) == pytest.approx((canvas.width() / 2 + 60, canvas.height() / 2 - 40))
    assert told == []


def test_no_drag_leads_beyond_the_outline(qtbot: QtBot, canvas: MapCanvas) -> None:
    for _ in range(40):
        drag(qtbot, canvas, 200, 100)
    assert canvas.view_shown.to_plane(0, 0).x >= 110 - 1e-6


def test_the_buttons_zoom_and_fit(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    closer, farther = button(panel, "Zoom in on the map"), button(panel, "Zoom out on the map")
    fit = button(panel, "Show the whole map")
    assert not farther.isEnabled()
    assert not fit.isEnabled()
    whole = canvas.view_shown.scale
    for _ in range(3):
        qtbot.mouseClick(closer, Qt.MouseButton.LeftButton)
    assert canvas.view_shown.scale > whole * 3
    qtbot.mouseClick(farther, Qt.MouseButton.LeftButton)
    assert not canvas.is_whole
    qtbot.mouseClick(fit, Qt.MouseButton.LeftButton)
    assert canvas.is_whole


def test_zooming_with_a_selection_keeps_it_in_view(panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    panel.select(reference("henoko"))
    for _ in range(12):
        canvas.zoom_in()
        assert any(one.spot.facility.id == "henoko" for one in canvas.scene.dots)


def test_the_view_follows_the_size(panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    before = canvas.view_shown.scale
    panel.resize(1300, 1000)
    assert canvas.view_shown.scale > before
    assert canvas.view_shown.width == canvas.width()


# Keys


def test_the_arrows_go_to_the_nearest_facility_that_way(
    qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas
) -> None:
    panel.select(reference("yokota"))
    told = listen(panel)
    qtbot.keyClick(canvas, Qt.Key.Key_Down)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert [one.id for one in told] == ["camp-zama", "yokosuka"]
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert told[-1].id == "sasebo"
    assert selected_row(panel) == "U.S. Fleet Activities, Sasebo"


def test_with_nothing_selected_an_arrow_selects_the_first(
    qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas
) -> None:
    told = listen(panel)
    qtbot.keyClick(canvas, Qt.Key.Key_Up)
    assert len(told) == 1


def test_keys_zoom_move_and_fit(qtbot: QtBot, canvas: MapCanvas) -> None:
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    before = canvas.view_shown
    qtbot.keyClick(canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert canvas.view_shown.centre.x > before.centre.x
    qtbot.keyClick(canvas, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert canvas.view_shown.centre.y > before.centre.y
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view_shown.scale == pytest.approx(before.scale)
    qtbot.keyClick(canvas, Qt.Key.Key_0)
    assert canvas.is_whole


def test_enter_reads_and_tab_leaves(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    panel.select(reference("camp-zama"))
    canvas.setFocus()
    with qtbot.waitSignal(panel.read_requested) as read:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert read.args == [reference("camp-zama")]
    qtbot.keyClick(canvas, Qt.Key.Key_Tab)
    assert not canvas.hasFocus()


# Words


def test_hovering_shows_a_card_with_name_kind_facts_place_and_that_the_position_is_added(canvas: MapCanvas) -> None:
    tip = canvas.tip_at(QPointF(at(canvas, "sasebo")))
    assert tip == (
        "<qt><b>U.S. Fleet Activities, Sasebo</b><br>Facility · named once<br>United Nations Command may use it"
        "<br>Sasebo, Nagasaki<br>position added, not in the text</qt>"
    )
    assert "<br>Facility · named 6 times<br>" in canvas.tip_at(QPointF(at(canvas, "futenma")))


def test_a_name_is_never_taken_for_markup(alone: MapCanvas, section: OpenSection) -> None:
    alone.set_facilities([replace(section.facilities["yokota"], name="<b>Base</b>", aliases=())])
    (only,) = alone.scene.dots
    assert alone.tip_at(QPointF(only.x, only.y)).startswith("<qt><b>&lt;b&gt;Base&lt;/b&gt;</b>")


def test_a_tip_is_shown_over_a_dot_and_none_over_the_sea(canvas: MapCanvas, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _widget: shown.append(text))
    monkeypatch.setattr(QToolTip, "hideText", lambda: shown.append("hidden"))
    for where in (at(canvas, "yokota"), sea(canvas)):
        QApplication.sendEvent(canvas, QHelpEvent(QHelpEvent.Type.ToolTip, where, canvas.mapToGlobal(where)))
    assert "Yokota Air Base" in shown[0]
    assert shown[1:] == ["hidden"]


def test_hovering_over_a_crowd_tells_of_all(canvas: MapCanvas) -> None:
    tip = canvas.tip_at(QPointF(at(canvas, "camp-schwab-henokosaki")))
    for name in ("Henoko", "Camp Schwab-Henokosaki area", "Futenma Replacement Facility"):
        assert f"<b>{name}</b><br>" in tip


def test_what_has_no_position_is_counted_and_named(canvas: MapCanvas) -> None:
    assert (
        "2 without a position: Facilities and Engineering Compound in Camp Zukeran; land south"
        in canvas.accessibleDescription()
    )
    tip = canvas.tip_at(QPointF(20, canvas._foot[0][0].top + 4))
    assert "land south of Kadena" in tip
    assert "Facilities and Engineering Compound" in tip


def test_what_lies_outside_the_map_is_counted_and_named(alone: MapCanvas, section: OpenSection) -> None:
    guam = replace(
        section.facilities["yokota"], id="guam", name="Andersen Air Force Base", latitude=13.6, longitude=144.9
    )
    alone.set_facilities([guam, section.facilities["yokota"]])
    description = alone.accessibleDescription()
    assert description == "1 facility on the map. 1 outside the map: Andersen Air Force Base"


def test_a_selection_without_a_position_is_said(panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    panel.select(reference("land-south-of-kadena"))
    assert "Selected: land south of Kadena" in canvas.accessibleDescription()
    assert canvas.accessibleDescription().endswith("place added, not in the text; no position")
    assert canvas.accessibleName() == "Map of the facilities"


# Room


def test_the_map_can_be_hidden_and_shown(qtbot: QtBot, panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    qtbot.mouseClick(button(panel, "Hide the map"), Qt.MouseButton.LeftButton)
    assert not canvas.isVisible()
    assert panel.state()["map"] is False
    qtbot.mouseClick(button(panel, "Show the map"), Qt.MouseButton.LeftButton)
    assert canvas.isVisible()


def test_a_low_window_has_room_for_the_table_alone(panel: FacilitiesPanel, canvas: MapCanvas) -> None:
    panel.resize(680, 400)
    assert not canvas.isVisible()
    assert not button(panel, "Hide the map").isEnabled()
    assert panel.state()["map"] is True
    panel.resize(680, 660)
    assert canvas.isVisible()


def test_where_and_how_close_one_looks_is_remembered(qtbot: QtBot, theme: Theme, section: OpenSection) -> None:
    first, second = FacilitiesPanel(theme), FacilitiesPanel(theme)
    for one in (first, second):
        qtbot.addWidget(one)
        one.resize(680, 800)
        one.set_section(section)
        one.show()
    first.select(reference("kadena"))
    first.findChild(MapCanvas).zoom_in()
    second.restore(first.state())
    for one in ("x", "y"):
        centres = [getattr(panel.findChild(MapCanvas).view_shown.centre, one) for panel in (first, second)]
        assert centres[0] == pytest.approx(centres[1], abs=0.001)
    assert not second.findChild(MapCanvas).is_whole


@pytest.mark.parametrize(
    "look", [[1.0], [140.0, 36.0, -5.0], [140.0, 36.0, float("inf")], [1e9, 0.0, 50.0], "x", [0, 0, 0]]
)
def test_a_look_that_makes_no_sense_is_passed_over(panel: FacilitiesPanel, canvas: MapCanvas, look: object) -> None:
    panel.restore({"map_look": look})
    assert canvas.is_whole


def test_the_share_of_the_map_is_remembered(qtbot: QtBot, theme: Theme, section: OpenSection) -> None:
    first, second = FacilitiesPanel(theme), FacilitiesPanel(theme)
    for one in (first, second):
        qtbot.addWidget(one)
        one.resize(680, 800)
        one.set_section(section)
        one.show()
    first.restore({"map": True, "map_share": 0.7})
    assert first.findChild(MapCanvas).height() > 480
    second.restore(first.state())
    assert second.findChild(MapCanvas).height() == first.findChild(MapCanvas).height()
    second.restore({"map": False})
    assert not second.findChild(MapCanvas).isVisible()


@pytest.mark.parametrize("share", [0, 1, -3, "half", None, True])
def test_a_share_that_makes_no_sense_is_passed_over(panel: FacilitiesPanel, canvas: MapCanvas, share: object) -> None:
    before = canvas.height()
    panel.restore({"map": 7, "map_share": share})
    assert canvas.height() == before


def test_two_hundred_facilities_are_arranged_in_time_for_the_next_frame(alone: MapCanvas, section: OpenSection) -> None:
    from time import perf_counter

    one = section.facilities["yokota"]
    many: list[Facility] = [
        replace(one, id=f"n{n}", name=f"Facility Number {n}", latitude=31 + n % 20 * 0.6, longitude=130 + n // 20)
        for n in range(200)
    ]
    alone.set_facilities(many)
    assert len(alone.scene.dots) == 200
    best = min(_timed(alone, many, perf_counter) for _ in range(3))
    assert best < 0.1  # generous: machines that test are slow


def _timed(canvas: MapCanvas, many: list[Facility], clock: Callable[[], float]) -> float:
    start = clock()
    canvas.set_shown(many)
    assert canvas.scene.dots
    return clock() - start
