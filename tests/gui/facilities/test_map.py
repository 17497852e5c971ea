"""The map of the facilities as a user meets it, with the real section."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.records import Facility
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.facilities.canvas import MapCanvas
from bluebook_desktop.gui.facilities.panel import FacilitiesPanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.sections import OpenSection

from .conftest import dot

SECTION = "2021-en/4.2.2"


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


def test_a_decision_on_something_else_leaves_the_look_as_it_is(
    panel: FacilitiesPanel, canvas: MapCanvas, section: OpenSection
) -> None:
    canvas.zoom_in()
    look = canvas.look
    assert look
    panel.set_section(section.snapshot())
    assert canvas.look == look


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


def test_two_hundred_facilities_all_have_their_place(alone: MapCanvas, section: OpenSection) -> None:
    one = section.facilities["yokota"]
    many: list[Facility] = [
        replace(one, id=f"n{n}", name=f"Facility Number {n}", latitude=31 + n % 20 * 0.6, longitude=130 + n // 20)
        for n in range(200)
    ]
    alone.set_facilities(many)
    assert len(alone.scene.dots) == 200
    alone.set_shown(many[:50])
    assert len(alone.scene.dots) == 50
