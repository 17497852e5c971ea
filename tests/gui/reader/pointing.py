"""What the tests of marks share: pointing with the mouse, and what the card says."""

from PySide6.QtCore import QPoint, QRect

from bluebook_desktop.gui.reader.card import HoverCard

from ..hands import Hands, settle, text_of


def cards(hands: Hands) -> list[HoverCard]:
    """The cards that can be seen."""
    return [one for one in hands.window.findChildren(HoverCard) if one.isVisible()]


def card(hands: Hands) -> str:
    """What the card says, or nothing."""
    shown = cards(hands)
    assert len(shown) <= 1
    return shown[0].text.replace("\N{NO-BREAK SPACE}", " ") if shown else ""


def point(hands: Hands, at: QPoint) -> None:
    """Move the pointer to a place of the text."""
    viewport = hands.window.reader.view.viewport()
    hands.qtbot.mouseMove(viewport, at + QPoint(0, 1))
    hands.qtbot.mouseMove(viewport, at)
    settle()


def hover(hands: Hands, passage: int, words: str) -> str:
    """Rest the pointer on words of the text; what the card says."""
    point(hands, hands.point_of(passage, words))
    hands.qtbot.waitUntil(lambda: bool(cards(hands)))
    return card(hands)


def leave(hands: Hands) -> None:
    """Move the pointer to the empty margin of the text."""
    point(hands, QPoint(4, 4))


def rects(hands: Hands, passage: int, words: str) -> list[QRect]:
    """Where words of the text are in the window, one rectangle a line."""
    view = hands.window.reader.view
    start = text_of(hands.window, passage).index(words)
    corner = view.viewport().mapTo(hands.window, QPoint(0, 0))
    found: list[QRect] = []
    for place in range(start, start + len(words)):
        cursor = view.span_cursor((passage, place, place + 1))
        end = view.cursorRect(cursor)
        cursor.setPosition(cursor.selectionStart())
        begin = view.cursorRect(cursor)
        if begin.top() == end.top():
            found.append(QRect(begin.topLeft(), end.bottomRight()).translated(corner))
    return found


def at_passage(hands: Hands, passage: int) -> None:
    """Bring a passage to the top."""
    hands.window.reader.show_passage(passage)
    settle()
