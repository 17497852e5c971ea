"""A press that goes nowhere is a click; one that goes far enough drags; the keyboard shows as a ring."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.widgets.painted_view import PaintedView

LEFT, START = Qt.MouseButton.LeftButton, QPoint(50, 50)


class Noted(PaintedView):
    def __init__(self) -> None:
        super().__init__()
        self.clicks: list[QPoint] = []
        self.drags: list[QPoint] = []

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - the name is Qt's
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        self.paint_focus(painter, QColor("red"))
        painter.end()

    def _hover_at(self, at: QPointF) -> None:
        pass

    def _click_at(self, at: QPointF) -> None:
        self.clicks.append(at.toPoint())

    def _begin_drag(self) -> None:
        self.drags.append(QPoint())

    def _drag_by(self, moved: QPointF) -> None:
        self.drags.append(moved.toPoint())


@pytest.fixture
def view(qtbot: QtBot) -> Noted:
    view = Noted()
    qtbot.addWidget(view)
    view.resize(200, 100)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def test_a_hand_that_trembles_still_clicks(view: Noted) -> None:
    near = START + QPoint(QApplication.startDragDistance() - 1, 0)
    QTest.mousePress(view, LEFT, pos=START)
    QTest.mouseMove(view, near)
    QTest.mouseRelease(view, LEFT, pos=near)
    assert (view.clicks, view.drags) == ([near], [])


def test_what_is_dragged_follows_and_is_not_clicked(view: Noted) -> None:
    QTest.mousePress(view, LEFT, pos=START)
    QTest.mouseMove(view, START + QPoint(40, 5))
    QTest.mouseMove(view, START + QPoint(2, 0))  # back again: it is a drag all the same
    QTest.mouseRelease(view, LEFT, pos=START + QPoint(2, 0))
    assert (view.clicks, view.drags) == ([], [QPoint(), QPoint(40, 5), QPoint(2, 0)])
    QTest.mouseClick(view, LEFT, pos=START)
    assert view.clicks == [START]


def test_another_button_does_nothing(view: Noted) -> None:
    QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=START)
    assert (view.clicks, view.drags) == ([], [])


def test_a_ring_shows_the_keyboard(view: Noted) -> None:
    view.clearFocus()
    assert view.grab().toImage().pixelColor(100, 1) == QColor("white")
    view.setFocus()
    assert view.grab().toImage().pixelColor(100, 1) == QColor("red")
