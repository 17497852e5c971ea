"""The strip below the axis."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.timeline.panel import TimelinePanel


def at(panel: TimelinePanel, x: float) -> QPoint:
    return QPoint(round(x), round(panel._overview.frame().center().y()))


def test_dragging_the_frame_moves_the_axis(qtbot: QtBot, panel: TimelinePanel) -> None:
    strip, before = panel._overview, panel._axis.window_shown
    x = strip.frame().center().x()
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=at(panel, x))
    qtbot.mouseMove(strip, at(panel, x - 200))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=at(panel, x - 200))
    after = panel._axis.window_shown
    assert after.length == pytest.approx(before.length)
    assert after.first == pytest.approx(before.first - 200 / strip.scale.per_day)


def test_dragging_an_edge_resizes_the_axis(qtbot: QtBot, panel: TimelinePanel) -> None:
    strip, before = panel._overview, panel._axis.window_shown
    x = strip.frame().left()
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=at(panel, x))
    qtbot.mouseMove(strip, at(panel, x - 100))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=at(panel, x - 100))
    after = panel._axis.window_shown
    assert after.last == pytest.approx(before.last)
    assert after.length > before.length + 90 / strip.scale.per_day


def test_a_click_beside_the_frame_brings_it_there(qtbot: QtBot, panel: TimelinePanel) -> None:
    strip = panel._overview
    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(panel, 200))
    assert strip.frame().center().x() == pytest.approx(200, abs=2)
    assert panel.status.endswith("of 1950 – 2024")


def test_the_frame_follows_the_axis(panel: TimelinePanel) -> None:
    panel._axis.fit()
    frame = panel._overview.frame()
    assert frame.width() == pytest.approx(panel._overview.scale.width)


def turn(panel: TimelinePanel, angle: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    strip, where = panel._overview, QPointF(200, 15)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(where, strip.mapToGlobal(where), QPoint(), angle, buttons, modifiers, phase, False)
    QApplication.sendEvent(strip, event)


def test_the_keys_move_narrow_and_widen_the_frame(qtbot: QtBot, panel: TimelinePanel) -> None:
    strip = panel._overview
    first = panel._axis.window_shown
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert panel._axis.window_shown.first < first.first
    assert panel._axis.window_shown.length == pytest.approx(first.length)
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert panel._axis.window_shown.first == panel._axis.limits.first
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert panel._axis.window_shown.last == panel._axis.limits.last
    qtbot.keyClick(strip, Qt.Key.Key_PageUp)
    assert panel._axis.window_shown.last == pytest.approx(panel._axis.limits.last - first.length)
    middle = panel._axis.window_shown.middle
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Up):
        before = panel._axis.window_shown.length
        qtbot.keyClick(strip, key)
        assert panel._axis.window_shown.length < before
        assert panel._axis.window_shown.middle == pytest.approx(middle)
    for key in (Qt.Key.Key_Minus, Qt.Key.Key_Down):
        qtbot.keyClick(strip, key)
    assert panel._axis.window_shown.length == pytest.approx(first.length)


def test_shift_with_an_arrow_moves_the_right_edge(qtbot: QtBot, panel: TimelinePanel) -> None:
    before = panel._axis.window_shown
    qtbot.keyClick(panel._overview, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert panel._axis.window_shown.first == pytest.approx(before.first)
    assert panel._axis.window_shown.last < before.last


def test_the_wheel_zooms_and_with_shift_moves(panel: TimelinePanel) -> None:
    before = panel._axis.window_shown
    turn(panel, QPoint(0, 120))
    assert panel._axis.window_shown.length < before.length
    assert panel._axis.window_shown.middle == pytest.approx(before.middle)
    turn(panel, QPoint(0, 120), Qt.KeyboardModifier.ShiftModifier)
    assert panel._axis.window_shown.middle < before.middle


def test_a_screen_reader_hears_and_sets_the_first_visible_year(panel: TimelinePanel) -> None:
    strip = panel._overview
    interface = QAccessible.queryAccessibleInterface(strip)
    assert interface.role() == QAccessible.Role.Slider
    assert interface.text(QAccessible.Text.Name) == "Visible time"
    assert interface.text(QAccessible.Text.Value) == "2013"
    assert interface.text(QAccessible.Text.Description) == "2013 – 2024 of 1950 – 2024"
    strip.setValue(1980)
    assert panel.status == "Timeline: 1980 – 1991 of 1950 – 2024"
    assert (strip.minimum(), strip.maximum()) == (1950, 2024)


def test_moving_the_frame_by_days_is_not_rounded_to_years(qtbot: QtBot, panel: TimelinePanel) -> None:
    panel._axis.zoom(40)
    before = panel._axis.window_shown
    qtbot.keyClick(panel._overview, Qt.Key.Key_Left)
    assert panel._axis.window_shown.first == pytest.approx(before.first - before.length / 10)
