"""The window for checking a quotation, as somebody with a draft uses it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from bluebook_desktop.gui.checking.comparison_view import ComparisonView
from bluebook_desktop.gui.checking.dialog import CheckDialog
from bluebook_desktop.gui.checking.opening import open_check
from bluebook_desktop.gui.tasks import ImmediateLane

from ..hands import Hands, offscreen_cannot_raise, settle

pytestmark = offscreen_cannot_raise

ALTERED = (
    "the rock solid alliance between our two great nations has not been essential to peace, security and prosperity"
)
#: Every verdict, and a quotation that has it.
EXAMPLES = {
    "Exact": "the rock-solid Alliance between the two great nations",
    "Same words": "The rock solid Alliance between the two great nations",
    "Altered": ALTERED,
    "Spliced": "the rock-solid Alliance between the two great nations a pillar safeguarding freedom, liberty",
    "In part": "Nobody ever heard him say that the rock-solid Alliance between them will see better days soon",
    "Not found": "cheese goes well with bread and red wine",
}
Open = Callable[[], CheckDialog]


@pytest.fixture
def open_window(hands: Hands) -> Iterator[Open]:
    opened: list[CheckDialog] = []

    def open_it() -> CheckDialog:
        window = hands.window
        opened.append(open_check(window, window._theme, window.workspace, ImmediateLane()))
        settle()
        return opened[-1]

    yield open_it
    QGuiApplication.clipboard().clear()


def type_words(dialog: CheckDialog, words: str, hands: Hands) -> None:
    dialog.findChild(QPlainTextEdit).setPlainText(words)
    hands.qtbot.waitUntil(lambda: not dialog._timer.isActive())
    settle()


def said(dialog: QWidget) -> list[str]:
    return [one.text() for one in dialog.findChildren(QLabel) if one.isVisible() and one.text()]


def button(dialog: QWidget, words: str) -> QPushButton:
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == words)


@pytest.mark.parametrize(("verdict", "words"), EXAMPLES.items())
def test_every_verdict_is_told_in_a_word_and_a_sentence(
    open_window: Open, hands: Hands, verdict: str, words: str
) -> None:
    dialog = open_window()
    type_words(dialog, words, hands)
    assert dialog.findChild(QLabel, "verdict").text() == verdict
    assert dialog.findChild(QLabel, "verdict_sentence").text().endswith(".")
    assert "Every passage: 36 in 1 edition" in said(dialog)


def test_differences_are_shown_in_place_and_the_gravest_first(open_window: Open, hands: Hands) -> None:
    dialog = open_window()
    type_words(dialog, ALTERED, hands)
    view = dialog.findChild(ComparisonView)
    assert "between our the two great nations has not been essential" in view.toPlainText()
    assert "[quotation: our] [text: the]" in view.accessibleName()
    words = said(dialog)
    assert words.index("Added · negation") < words.index("Changed")
    assert "“our” – the text has “the”" in words


def test_what_is_selected_in_the_text_is_checked_at_once(open_window: Open, hands: Hands) -> None:
    hands.select_words(1, "Japan-U.S. Alliance")
    dialog = open_window()
    assert dialog.findChild(QLabel, "verdict").text() == "Exact"


def test_what_was_copied_last_is_checked_where_nothing_is_selected(open_window: Open, hands: Hands) -> None:
    QGuiApplication.clipboard().setText(EXAMPLES["Exact"])
    dialog = open_window()
    assert dialog.findChild(QLabel, "verdict").text() == "Exact"


def test_the_speaker_that_was_named_is_checked(open_window: Open, hands: Hands) -> None:
    dialog = open_window()
    type_words(dialog, EXAMPLES["Exact"], hands)
    dialog.findChild(QLineEdit).setText("Abe")
    hands.qtbot.waitUntil(lambda: not dialog._timer.isActive())
    settle()
    assert "“Abe” is not whom the text names" in said(dialog)
    assert any(words.startswith("Trump, message, 19 January 2020") for words in said(dialog))


def test_the_place_is_read_and_marked_in_the_text(open_window: Open, hands: Hands) -> None:
    dialog = open_window()
    type_words(dialog, EXAMPLES["Exact"], hands)
    hands.click(button(dialog, "Read in place"))
    assert hands.sees(8, "rock-solid")
    assert EXAMPLES["Exact"] in "".join(hands.marked("accent_soft"))
    hands.do("back")
    assert hands.top() == 1


def test_a_heading_is_said_to_be_one_and_read_and_cited_as_one(open_window: Open, hands: Hands) -> None:
    dialog = open_window()
    type_words(dialog, "Various Issues Related to the Presence", hands)
    assert "Nobody: this is a heading, no quotation" in said(dialog)
    hands.click(button(dialog, "Read in place"))
    assert hands.marked("hit") == ["Various Issues Related to the Presence"]
    assert hands.heading.startswith("(5) Various Issues")
    hands.click(button(dialog, "Copy with citation"))
    assert hands.clipboard().startswith("“Various Issues Related to the Presence”\nMinistry of Foreign")
    assert "¶" not in hands.clipboard()


def test_the_exact_words_and_the_citation_are_copied(open_window: Open, hands: Hands) -> None:
    dialog = open_window()
    type_words(dialog, EXAMPLES["Same words"], hands)
    hands.click(button(dialog, "Copy the exact words"))
    assert hands.clipboard() == "the rock-solid Alliance between the two great nations"
    hands.click(button(dialog, "Copy with citation"))
    assert hands.clipboard().startswith("“the rock-solid Alliance between the two great nations”\nMinistry of Foreign")


def test_every_part_of_a_splice_is_shown_with_whose_it_is_and_cited(open_window: Open, hands: Hands) -> None:
    dialog = open_window()
    type_words(dialog, EXAMPLES["Spliced"], hands)
    shown = [one.toPlainText().replace("\N{NO-BREAK SPACE}", " ") for one in dialog.findChildren(ComparisonView)]
    assert shown == [
        "¶ 8  the rock-solid Alliance between the two great nations",
        "¶ 10  a pillar safeguarding freedom, liberty",
    ]
    speakers = "¶ 8: Trump, message, 19 January 2020\n¶ 10: Abe, speech, 19 January 2020"
    assert speakers in [words.replace("\N{NO-BREAK SPACE}", " ") for words in said(dialog)]
    hands.click(button(dialog, "Copy with citation"))
    first, second = hands.clipboard().split("\n\n")
    assert first.startswith("“the rock-solid Alliance between the two great nations”\nMinistry of Foreign")
    assert second.startswith("“a pillar safeguarding freedom, liberty”\nMinistry of Foreign")
    assert ("¶ 8." in first, "¶ 10." in second) == (True, True)


def test_nothing_can_be_copied_before_something_is_found(open_window: Open, hands: Hands) -> None:
    dialog = open_window()
    for words in ("", EXAMPLES["Not found"], "…"):
        type_words(dialog, words, hands)
        assert not any(button(dialog, one).isEnabled() for one in ("Read in place", "Copy with citation"))
    assert "There are no words to check." in said(dialog)


def test_the_keys_open_one_window_and_it_closes_with_the_main_one(hands: Hands) -> None:
    hands.press("Ctrl+Shift+Q")
    hands.press("Ctrl+Shift+Q")
    dialogs = hands.window.findChildren(CheckDialog)
    assert len(dialogs) == 1
    hands.window.close()
    assert not dialogs[0].isVisible()


def test_another_library_is_checked_against_once_the_window_shows_it(open_window: Open, hands: Hands) -> None:
    dialog = open_window()
    type_words(dialog, EXAMPLES["Exact"], hands)
    first = dialog._checking
    hands.window.set_library(hands.window.library)
    settle()
    assert dialog._checking is not first
    assert dialog.findChild(QLabel, "verdict").text() == "Exact"
