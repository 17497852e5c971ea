"""The head of a row: what a hit is, where, why it matches, and its title; a title that has no room has its own line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QFontMetrics

_JOINT = " · "


def head_lines(words: str, title: str, metrics: QFontMetrics, first: int, whole: int) -> tuple[str, ...]:
    """One line, or two: the first has so much room, the second the `whole` row's."""
    together = _JOINT.join(filter(None, (words, title)))
    if not title or metrics.horizontalAdvance(together) <= first:
        return (metrics.elidedText(together, Qt.TextElideMode.ElideRight, first),)
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, first), _fitted(title, metrics, whole)


def _fitted(title: str, metrics: QFontMetrics, room: int) -> str:
    """A title as far as it goes: of several names as many as have room, each whole; else as many whole words."""
    if metrics.horizontalAdvance(title) <= room:
        return title
    for joint in (", ", " "):
        parts = title.split(joint)
        for number in range(len(parts) - 1, 0, -1):
            shown = f"{joint.join(parts[:number])}{joint.rstrip()} …"
            if metrics.horizontalAdvance(shown) <= room:
                return shown
    return metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
