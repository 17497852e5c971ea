"""How far a wheel was turned, or fingers moved on a touchpad."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bluebook_desktop.gui.timeline import moving

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


@dataclass(frozen=True, slots=True)
class Turn:
    """In notches of a wheel, one of the two; `pixels` are those of a touchpad that was stroked sideways."""

    sideways: float
    upright: float
    pixels: float


def turn_of(event: QWheelEvent) -> Turn:
    """What is more sideways than upright, or turned with Shift held, is sideways."""
    pixels, angle = event.pixelDelta(), event.angleDelta()
    by_pixels = not pixels.isNull()
    delta, unit = (pixels, moving.PIXELS_A_NOTCH) if by_pixels else (angle, moving.NOTCH)
    sideways = delta.x() if abs(delta.x()) > abs(delta.y()) else 0
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        sideways = sideways or delta.y()
    return Turn(sideways / unit, 0 if sideways else delta.y() / unit, sideways if by_pixels else 0)
