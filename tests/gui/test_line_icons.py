"""Icons of straight lines and circles look as QtSvg draws them."""

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.line_icons import line_path
from bluebook_desktop.paths import bundled

_SIDE = 96
_STRAIGHT = ["back", "forward", "search", "menu", "close", "plus", "minus", "up", "down", "right", "event"]


def blank() -> QImage:
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    return image


@pytest.mark.parametrize("name", _STRAIGHT)
def test_a_straight_icon_is_drawn_as_qtsvg_draws_it(qtbot: QtBot, name: str) -> None:
    svg = bundled("resources", "icons", f"{name}.svg").read_text("utf-8")
    ours, theirs = blank(), blank()
    path = line_path(svg)
    assert path is not None
    painter = QPainter(ours)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SIDE / 24, _SIDE / 24)
    painter.setPen(
        QPen(QColor("black"), 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.drawPath(path)
    painter.end()
    painter = QPainter(theirs)
    QSvgRenderer(QByteArray(svg.replace("currentColor", "#000000").encode())).render(
        painter, QRectF(0, 0, _SIDE, _SIDE)
    )
    painter.end()
    differing = sum(
        abs(ours.pixelColor(x, y).lightness() - theirs.pixelColor(x, y).lightness()) > 96
        for x in range(_SIDE)
        for y in range(_SIDE)
    )
    assert differing < 0.01 * _SIDE * _SIDE


@pytest.mark.parametrize("name", ["back", "forward", "search", "menu", "close"])
def test_what_every_window_shows_needs_no_qtsvg(qtbot: QtBot, name: str) -> None:
    assert line_path(bundled("resources", "icons", f"{name}.svg").read_text("utf-8")) is not None


def test_an_icon_with_curves_is_left_to_qtsvg(qtbot: QtBot) -> None:
    assert line_path(bundled("resources", "icons", "person.svg").read_text("utf-8")) is None
