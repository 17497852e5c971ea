"""The text as a user reads it: numbers, marks, hints, copying, and finding in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.dates import describe, parse_edtf
from bluebook_desktop.domain.references import Kind, parse_locator
from bluebook_desktop.gui.reader.find_bar import FindBar

from ..hands import Hands, settle, text_of


def bar_of(hands: Hands) -> FindBar:
    return hands.window.findChild(FindBar)


def count_of(hands: Hands) -> str:
    return next(one.text() for one in bar_of(hands).findChildren(QLabel))


def find(hands: Hands, text: str) -> None:
    hands.press("Ctrl+F")
    hands.write(text)


def scroll_marks(hands: Hands) -> int:
    """How many separate marks the scroll bar paints."""
    bar = hands.window.reader.view.verticalScrollBar()
    image = bar.grab().toImage()
    accent = hands.window._theme.color("accent")
    column = [image.pixelColor(image.width() // 2, y) == accent for y in range(image.height())]
    return sum(1 for before, here in zip([False, *column], column, strict=False) if here and not before)


def test_the_text_is_the_sources_word_for_word(hands: Hands) -> None:
    shown = hands.window.reader.view.toPlainText().split("\n")
    passages = [passage.text for passage in hands.window._section.document.passages]
    assert len(passages) == 36
    assert [line for line in shown if line in passages] == passages
    assert len(shown) == 36 + 20


def test_the_column_keeps_its_measure_however_wide_the_window(hands: Hands) -> None:
    hands.window.resize(1400, 800)
    settle()
    narrow = hands.window.reader.view.column.width
    hands.window.resize(2560, 1440)
    settle()
    assert hands.window.reader.view.column.width == narrow


def test_a_wider_window_keeps_the_place(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/19"))
    hands.do("details")
    for size in ((1000, 700), (640, 500), (1280, 800), (2000, 900)):
        hands.window.resize(*size)
        settle()
        assert hands.top() == 19


def test_clicking_a_marked_word_selects_its_record(hands: Hands) -> None:
    hands.click_words(1, "Futenma")
    assert hands.window.workspace.navigator.selection.kind is Kind.FACILITY
    assert "Futenma" in hands.details()


def test_clicking_plain_words_selects_nothing(hands: Hands) -> None:
    hands.click_words(1, "Under the security")
    assert hands.window.workspace.navigator.selection is None
    assert hands.details() == ""


# Copying


def test_selected_words_are_copied_with_passage_source_line_and_date(hands: Hands) -> None:
    hands.select_words(1, "milestone year")
    hands.press("Ctrl+Shift+C")
    copied = hands.clipboard()
    section = hands.window._section.section
    assert copied.startswith("“milestone year”\n")
    assert "¶ 1" in copied
    assert section.source_line in copied
    assert f"(accessed {describe(parse_edtf(section.accessed), full=True)})" in copied
    assert section.address in copied
    assert hands.window.statusBar().currentMessage() == "Copied with citation"


def test_without_selected_words_the_whole_passage_is_copied(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/5"))
    hands.press("Ctrl+Shift+C")
    assert text_of(hands.window, 5)[:60] in hands.clipboard().replace("‘", "“")
    assert "¶ 5" in hands.clipboard()


def test_a_selected_quotation_is_copied_with_its_speaker(hands: Hands) -> None:
    hands.do("quotations")
    hands.pick_row(2)
    hands.press("Ctrl+Shift+C")
    assert "¶ " in hands.clipboard()
    assert " (" in hands.clipboard().split("\n")[0]
    words = hands.clipboard()
    hands.window.statusBar().clearMessage()
    hands.click(hands.button("Copy with citation"))
    assert hands.clipboard() == words


def test_words_over_two_passages_are_copied_as_selected(hands: Hands) -> None:
    view = hands.window.reader.view
    first, second = view.span_cursor((1, 0, 5)), view.span_cursor((2, 0, 9))
    first.setPosition(second.selectionEnd(), first.MoveMode.KeepAnchor)
    view.setTextCursor(first)
    hands.press("Ctrl+Shift+C")
    assert text_of(hands.window, 2)[:9].strip() in hands.clipboard()


# Finding


def test_ctrl_f_finds_with_a_count_and_marks(hands: Hands) -> None:
    find(hands, "realignment of U.S. Forces")
    current, _, total = count_of(hands).partition(" of ")
    assert current == "1"
    assert int(total) >= 3
    assert len(hands.marked("hit")) == int(total) - 1
    assert [one.lower() for one in hands.marked("accent")] == ["realignment of u.s. forces"]
    assert scroll_marks(hands) >= 1


def test_headings_are_looked_through_too(hands: Hands) -> None:
    find(hands, "(HNS)")
    assert hands.marked("accent") == ["(HNS)"]
    assert hands.heading.startswith("(")
    assert count_of(hands).startswith("1 of ")


def test_next_and_previous_go_round(hands: Hands) -> None:
    find(hands, "realignment of U.S. Forces")
    total = int(count_of(hands).split()[-1])
    seen = []
    for _ in range(total):
        seen.append(count_of(hands))
        hands.press("Enter")
    assert seen == [f"{number} of {total}" for number in range(1, total + 1)]
    assert count_of(hands) == f"1 of {total}"
    hands.press("Shift+Enter")
    assert count_of(hands) == f"{total} of {total}"
    hands.press("F3")
    assert count_of(hands) == f"1 of {total}"
    hands.press("Shift+F3")
    assert count_of(hands) == f"{total} of {total}"
    assert bar_of(hands).isVisible()


def test_every_place_that_is_stepped_to_is_in_view(hands: Hands) -> None:
    find(hands, "Okinawa")
    view = hands.window.reader.view
    for _ in range(int(count_of(hands).split()[-1])):
        span = hands.window.reader._finder.current
        rect = view.cursorRect(view.block_cursor(span))
        assert view.viewport().rect().contains(rect.center())
        hands.press("Enter")


@pytest.mark.parametrize(
    "wanted", ["JAPAN-U.S. ALLIANCE", "japan\u2010u.s. alliance", "\uff2a\uff41\uff50\uff41\uff4e"]
)
def test_finding_folds_case_dashes_and_widths(hands: Hands, wanted: str) -> None:
    find(hands, "")
    bar_of(hands).findChild(QLineEdit).setText(wanted)
    assert " of " in count_of(hands)


def test_what_is_not_there_is_said(hands: Hands) -> None:
    find(hands, "zebra")
    assert count_of(hands) == "Not in this section"
    hands.press("Enter")
    assert hands.marked("accent") == []


def test_esc_closes_the_bar_and_takes_its_marks_away(hands: Hands) -> None:
    find(hands, "Alliance")
    hands.press("Esc")
    assert not bar_of(hands).isVisible()
    assert hands.marked("hit") == hands.marked("accent") == []
    assert scroll_marks(hands) == 0
    assert hands.window.reader.view.hasFocus()


def test_selected_words_are_looked_for(hands: Hands) -> None:
    hands.select_words(1, "milestone year")
    hands.press("Ctrl+F")
    assert bar_of(hands).text == "milestone year"


def test_a_question_mark_and_a_slash_are_letters_in_the_find_bar(hands: Hands) -> None:
    find(hands, "and/or?")
    assert bar_of(hands).text == "and/or?"


@pytest.mark.parametrize("change", ["theme_dark", "zoom_in"])
def test_other_colours_and_sizes_keep_what_was_found(hands: Hands, change: str) -> None:
    find(hands, "Okinawa")
    hands.press("Enter")
    before = (count_of(hands), hands.marked("hit"), hands.marked("accent"))
    assert scroll_marks(hands) > 3
    hands.do(change)
    assert (count_of(hands), hands.marked("hit"), hands.marked("accent")) == before
    assert scroll_marks(hands) > 3


def test_ctrl_f_on_a_record_tab_filters_that_tab(hands: Hands) -> None:
    hands.do("facilities")
    hands.press("Ctrl+F")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Filter facilities"
    hands.write("?/")
    assert field.text() == "?/"


def test_keys_scroll_the_text(hands: Hands) -> None:
    bar = hands.window.reader.view.verticalScrollBar()
    hands.press("PgDown")
    assert bar.value() > 0
    hands.press("End")
    assert bar.value() == bar.maximum()
    hands.press("Home")
    assert bar.value() == 0
    hands.press("Space")
    assert bar.value() > 0


def test_the_text_can_be_selected_with_the_mouse(hands: Hands, qtbot: QtBot) -> None:
    view = hands.window.reader.view
    start = hands.point_of(1, "milestone") - QPoint(6, 0)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(12, 0))
    assert view.textCursor().selectedText() == "milestone"
