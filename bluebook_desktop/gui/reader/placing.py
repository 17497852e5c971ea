"""Where a card stands: near words, inside the window, and never over these words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize

#: Pixels between words and card, and between card and the window's edge.
GAP = 6
#: A card that is cut to less than this tells nothing.
LEAST = 48


def place_card(size: QSize, words: Sequence[QRect], line: QRect, room: QRect) -> QRect | None:
    """Where a card of that size stands; cut in height where there is no room for all of it, None where it has none.

    It covers none of the `words` where that can be; never their `line` that is pointed at. `room` is the window.
    """
    whole = QRect(line)
    for one in words:
        whole = whole.united(one)
    width = min(size.width(), room.width())
    for over in (whole, line):
        for rect in _around(QRect(0, 0, width, size.height()), over, line, room):
            if room.contains(rect) and not rect.intersects(over):
                return rect
    top, bottom = max(room.top(), line.bottom() + GAP), min(room.bottom(), line.top() - GAP)
    below, above = room.bottom() - top, bottom - room.top()
    height = min(size.height(), max(below, above))
    if height < LEAST:
        return None
    return QRect(_within(line.left(), width, room), top if below >= above else bottom - height, width, height)


def _around(card: QRect, over: QRect, line: QRect, room: QRect) -> list[QRect]:
    """Below, above, right and left of a rectangle, along the line that is pointed at."""
    width, height = card.width(), card.height()
    left = _within(line.left(), width, room)
    top = min(max(line.top(), room.top()), room.bottom() + 1 - height)
    return [
        QRect(left, max(room.top(), over.bottom() + GAP), width, height),
        QRect(left, min(room.bottom(), over.top() - GAP) - height, width, height),
        QRect(over.right() + GAP, top, width, height),
        QRect(over.left() - GAP - width, top, width, height),
    ]


def _within(left: int, width: int, room: QRect) -> int:
    return max(room.left(), min(left, room.right() + 1 - width))
