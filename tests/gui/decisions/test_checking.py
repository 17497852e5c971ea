"""A quotation that is checked in the window after its reader decided who said it."""

from PySide6.QtWidgets import QLabel, QPlainTextEdit

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.checking.opening import open_check
from bluebook_desktop.gui.tasks import ImmediateLane
from tests.gui.hands import Hands, offscreen_cannot_raise, settle

from .conftest import decide, section_of, select

WORDS = "Japan will continue to work closely with Ruritania on peace."


def whose(hands: Hands) -> str:
    """What the window that checks quotations says of who said the words."""
    dialog = open_check(hands.window, hands.window._theme, hands.window.workspace, ImmediateLane())
    field = dialog.findChild(QPlainTextEdit)
    for words in ("", WORDS):
        field.setPlainText(words)
        hands.qtbot.waitUntil(lambda: not dialog._timer.isActive())
        settle()
    said = next(one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and "speech" in one.text())
    dialog.close()
    hands.window.activateWindow()
    hands.qtbot.waitUntil(hands.window.isActiveWindow)
    return said


@offscreen_cannot_raise
def test_the_check_says_how_it_is_known_who_said_it_and_follows_what_was_decided(hands: Hands) -> None:
    assert whose(hands) == "Kono Taro, speech, May 2018 · found by the program, not checked by hand"
    section = section_of(hands)
    select(hands, Reference(Kind.QUOTATION, section.id, section.records.quotations[0].id))
    decide(hands, lambda: hands.click(hands.button("Confirm")))
    assert whose(hands) == "Kono Taro, speech, May 2018 · yours"
