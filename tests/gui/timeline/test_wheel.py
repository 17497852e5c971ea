"""What a wheel and a touchpad ask for."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent

from bluebook_desktop.gui.timeline.moving import NOTCH, PIXELS_A_NOTCH
from bluebook_desktop.gui.timeline.wheel import Turn, turn_of

SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    ("pixels", "angle", "modifiers", "turn"),
    [
        ((0, 0), (0, NOTCH), NONE, Turn(0, 1, 0)),
        ((0, 0), (-2 * NOTCH, NOTCH), NONE, Turn(-2, 0, 0)),
        ((0, 0), (0, NOTCH), SHIFT, Turn(1, 0, 0)),
        ((0, PIXELS_A_NOTCH), (0, 7), NONE, Turn(0, 1, 0)),
        ((PIXELS_A_NOTCH, 5), (7, 0), NONE, Turn(1, 0, PIXELS_A_NOTCH)),
        ((0, 0), (0, 0), SHIFT, Turn(0, 0, 0)),
    ],
)
def test_turning_is_upright_sideways_or_followed_by_pixels(
    pixels: tuple[int, int], angle: tuple[int, int], modifiers: Qt.KeyboardModifier, turn: Turn
) -> None:
    at, button, phase = QPointF(5, 5), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, at, QPoint(*pixels), QPoint(*angle), button, modifiers, phase, False)
    assert turn_of(event) == turn
