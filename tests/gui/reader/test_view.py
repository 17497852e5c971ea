"""Clicking, dragging and double-clicking over marks; the text stays where it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bluebook_desktop.domain.references import Kind

from ..hands import Hands, settle
from .pointing import at_passage, point


def line_of(hands: Hands, passage: int, words: str) -> int:
    """How far below the top of the window words are."""
    view = hands.window.reader.view
    at = hands.point_of(passage, words)
    return view.viewport().mapTo(hands.window, at).y()


@pytest.mark.parametrize("size", [(1280, 800), (1120, 700), (1000, 700), (1920, 1080)])
@pytest.mark.parametrize(
    ("passage", "words"), [(1, "2020"), (1, "Security Treaty"), (12, "April 2019"), (35, "Yokota")]
)
def test_a_click_opens_details_and_the_words_stay_where_they_are(
    hands: Hands, size: tuple[int, int], passage: int, words: str
) -> None:
    hands.window.resize(*size)
    settle()
    if passage > 1:
        at_passage(hands, passage)
    view = hands.window.reader.view
    before = line_of(hands, passage, words)
    hands.click_words(passage, words)
    assert hands.details()
    start = hands.window._section.document.passage(passage).text.index(words)
    rect = view.cursorRect(view.span_cursor((passage, start, start + 1)))
    after = view.viewport().mapTo(hands.window, rect.center()).y()
    assert abs(after - before) <= 1
    hands.do("details")
    assert abs(line_of(hands, passage, words) - before) <= 1


def test_the_words_that_were_clicked_are_set_off(hands: Hands) -> None:
    hands.click_words(1, "2020")
    assert hands.marked("accent_soft") == ["2020"]


def test_the_innermost_of_overlapping_marks_is_selected(hands: Hands) -> None:
    at_passage(hands, 12)
    hands.click_words(12, "April 2019")
    assert hands.window.workspace.navigator.selection.kind is Kind.EVENT
    assert "On the same words".upper() in hands.details()


def test_a_name_in_a_heading_can_be_clicked(hands: Hands) -> None:
    view = hands.window.reader.view
    number = next(i for i, one in enumerate(view.page.blocks) if one.heading and "Ikeda" in one.heading.title)
    view.scroll_to_block(number)
    settle()
    hands.click(view.viewport(), view.cursorRect(view.block_cursor((number, 2, 3))).center())
    assert hands.window.workspace.navigator.selection.id == "ikeda-reika"
    assert hands.marked("accent_soft") == ["Ikeda Reika"]


def test_the_pointer_is_a_hand_over_marks_and_numbers_and_a_bar_over_plain_words(hands: Hands) -> None:
    viewport = hands.window.reader.view.viewport()
    point(hands, hands.point_of(1, "2020"))
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    point(hands, hands.point_of(1, "Under the security"))
    assert viewport.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_dragging_over_marks_selects_text_and_no_record(hands: Hands) -> None:
    view = hands.window.reader.view
    start, end = hands.point_of(1, "Japan-U.S. Security Treaty"), hands.point_of(1, "page on 217")
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (0.3, 0.6, 1.0):
        QTest.mouseMove(view.viewport(), start + (end - start) * step)
        settle()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    settle()
    assert (
        "Security Treaty" in view.textCursor().selectedText() or "see the Special" in view.textCursor().selectedText()
    )
    assert hands.window.workspace.navigator.selection is None


def test_a_double_click_on_a_mark_selects_the_word_although_the_column_moved(hands: Hands) -> None:
    view = hands.window.reader.view
    at = hands.point_of(1, "Futenma") + QPoint(12, 0)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert hands.details()  # Details opened: the column is elsewhere now
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle()
    assert QApplication.focusWidget() is view
    assert view.textCursor().selectedText() == "Futenma"


def test_a_change_of_colours_leaves_the_text_where_it_is(hands: Hands) -> None:
    bar = hands.window.reader.view.verticalScrollBar()
    bar.setValue(777)
    hands.do("theme_dark")
    assert abs(bar.value() - 777) <= 1
