"""The strip below the axis."""

import pytest
from PySide6.QtCore import QPoint, Qt
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
