"""Hovering and walking over marks: the card, what it says, where it stands, and how it goes."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel

from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.reader.guide import SHOWN_AFTER_MS

from ..hands import Hands, settle
from .pointing import at_passage, card, cards, hover, leave, point, rects


def selection(hands: Hands) -> tuple[Kind, str] | None:
    reference = hands.window.workspace.navigator.selection
    return None if reference is None else (reference.kind, reference.id)


def ringed(hands: Hands) -> str:
    """The words that the keyboard is at."""
    view = hands.window.reader.view
    walked = view._walked
    if walked is None:
        return ""
    return view.block_cursor(walked.span).selectedText()


# What it says


def test_a_date_is_explained_with_its_event_its_precision_and_why_the_year(hands: Hands) -> None:
    at_passage(hands, 14)
    said = hover(hands, 14, "August").split("\n")
    assert said[0] == "DATE · DEFENCE"
    assert said[1].startswith("Visit") or "Raymond" in said[1]
    assert "August 2020 · to the month" in said
    assert any(one.startswith("The year is added, not printed here. ") and "second half of 2020" in one for one in said)


def test_a_facility_is_explained_with_what_the_text_says_and_what_is_added(hands: Hands) -> None:
    at_passage(hands, 35)
    said = hover(hands, 35, "Yokota").split("\n")
    assert said[0] == "FACILITY"
    assert said[1] == "Yokota Air Base"
    assert "Seat of UNC (Rear)" in said
    assert any(one.startswith("Added, not in the text: ") and "Tokyo" in one for one in said)


def test_a_person_is_explained_with_offices_and_a_fuller_name_as_added(hands: Hands) -> None:
    at_passage(hands, 6)
    said = hover(hands, 6, "Motegi").split("\n")
    assert said[0] == "PERSON"
    assert "Foreign Minister" in said
    assert "Added, not in the text: Motegi Toshimitsu" in said


def test_an_abbreviation_is_explained_wherever_it_is_used(hands: Hands) -> None:
    at_passage(hands, 18)
    text = hands.window._section.document.passage(18).text
    short = next(one for one in hands.window._section.abbreviations if one in text and one != "2+2")
    said = hover(hands, 18, short).split("\n")
    assert said[0] == f"ABBREVIATION · {short.upper()}"
    assert said[1] == hands.window._section.abbreviations[short].full[: len(said[1])]


def test_a_quotation_is_explained_with_who_said_it_when_and_in_which_form(hands: Hands) -> None:
    at_passage(hands, 8)
    said = hover(hands, 8, "rock-solid").split("\n")
    assert said[0] == "QUOTATION · MESSAGE"
    assert said[1] == "President Trump"
    assert any("2020" in one for one in said)


def test_a_pointer_is_explained_with_where_it_leads(hands: Hands) -> None:
    said = hover(hands, 1, "Special Feature page").split("\n")
    assert said[0] == "CROSS-REFERENCE"
    assert said[1].startswith("Sixtieth Anniversary of the Signing")
    assert said[2:] == ["Special feature · ¶ 2", "Page 217 of the printed edition"]


def test_the_innermost_mark_is_explained_and_the_outer_ones_are_named(hands: Hands) -> None:
    at_passage(hands, 12)
    said = hover(hands, 12, "April 2019").split("\n")
    assert said[0].startswith("DATE")
    assert any(one.startswith("Here too: Quotation · reported · ") for one in said)


def test_names_in_headings_are_explained_too(hands: Hands) -> None:
    view = hands.window.reader.view
    page = view.page
    number = next(i for i, one in enumerate(page.blocks) if one.heading and one.heading.title.startswith("Kawamura"))
    view.scroll_to_block(number)
    settle()
    cursor = view.block_cursor((number, 3, 4))
    point(hands, view.cursorRect(cursor).center())
    hands.qtbot.waitUntil(lambda: bool(cards(hands)))
    assert card(hands).split("\n")[:2] == ["PERSON", "Kawamura Yukino"]


def test_plain_words_are_not_explained(hands: Hands) -> None:
    point(hands, hands.point_of(1, "Under the security"))
    hands.qtbot.wait(SHOWN_AFTER_MS + 100)
    assert cards(hands) == []


def test_a_pointer_that_only_passes_brings_no_card(hands: Hands) -> None:
    point(hands, hands.point_of(1, "Futenma"))
    assert cards(hands) == []
    leave(hands)
    hands.qtbot.wait(SHOWN_AFTER_MS + 100)
    assert cards(hands) == []


# Where it stands


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (900, 600), (640, 480)])
def test_the_card_is_inside_the_window_and_never_over_the_words(hands: Hands, size: tuple[int, int]) -> None:
    hands.window.resize(*size)
    settle()
    view = hands.window.reader.view
    for passage, words in ((1, "Special Feature page"), (8, "rock-solid"), (12, "April 2019"), (35, "Yokota Air Base")):
        for third in (0.02, 0.5, 0.9):
            view.show_span((passage, 0, 1))
            start = hands.window._section.document.passage(passage).text.index(words)
            line = view.cursorRect(view.span_cursor((passage, start, start))).top()
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + line - round((view.viewport().height() - 40) * third))
            settle()
            hover(hands, passage, words)
            shown = cards(hands)[0].geometry()
            assert hands.window.rect().contains(shown)
            here = [one for one in rects(hands, passage, words) if one.intersects(shown)]
            assert here == [], (size, passage, third)
            leave(hands)
            hands.press("Esc")


# How it goes


def test_leaving_the_words_takes_the_card_away(hands: Hands) -> None:
    hover(hands, 1, "Futenma")
    leave(hands)
    hands.qtbot.waitUntil(lambda: not cards(hands))


def test_the_pointer_may_move_onto_the_card(hands: Hands) -> None:
    hover(hands, 1, "Futenma")
    shown = cards(hands)[0]
    leave(hands)
    hands.qtbot.mouseMove(shown, QPoint(20, 20))
    settle()
    hands.qtbot.wait(400)
    assert cards(hands) == [shown]
    leave(hands)


def test_esc_takes_the_card_away_and_does_nothing_else(hands: Hands) -> None:
    hands.press("Ctrl+F")
    hands.write("Okinawa")
    hands.window.reader.view.verticalScrollBar().setValue(0)
    hover(hands, 1, "Futenma")
    hands.press("Esc")
    assert cards(hands) == []
    assert hands.marked("accent") == ["Okinawa"]
    hands.press("Esc")
    assert hands.marked("accent") == []


def test_scrolling_takes_the_card_away(hands: Hands) -> None:
    hover(hands, 1, "Futenma")
    viewport = hands.window.reader.view.viewport()
    at = QPointF(viewport.rect().center())
    wheel = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(0, -60),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, wheel)
    settle()
    assert cards(hands) == []


def test_another_tab_takes_the_card_away(hands: Hands) -> None:
    hover(hands, 1, "Futenma")
    hands.do("timeline")
    assert cards(hands) == []


def test_a_click_on_the_card_is_a_click_on_the_words(hands: Hands) -> None:
    hover(hands, 1, "Futenma")
    hands.click(cards(hands)[0])
    assert selection(hands) == (Kind.FACILITY, "futenma")
    assert cards(hands) == []


def test_a_change_of_theme_takes_the_card_away(hands: Hands) -> None:
    hover(hands, 1, "Futenma")
    hands.do("theme_dark")
    assert cards(hands) == []


# The keyboard


def test_keys_walk_from_mark_to_mark_with_the_card_shown(hands: Hands) -> None:
    seen = []
    for _ in range(4):
        hands.press("Alt+Down")
        seen.append((ringed(hands), card(hands).split("\n")[0]))
    assert seen == [
        ("2020", "DATE · DIPLOMACY"),
        ("Japan-U.S. Security Treaty", "ABBREVIATION · JAPAN-U.S. SECURITY TREATY"),
        ("see the Special Feature page on 217", "CROSS-REFERENCE"),
        ("Marine Corps Air Station (MCAS) Futenma", "FACILITY"),
    ]
    last = ringed(hands)
    hands.press("Alt+Up")
    hands.press("Alt+Down")
    assert ringed(hands) == last


def test_walking_comes_to_every_mark_in_the_order_of_the_text_and_stops_at_the_end(hands: Hands) -> None:
    view = hands.window.reader.view
    places = []
    for _ in range(600):
        hands.window.workspace.step_mark(1)
        place = view._walked.span
        if hands.window.statusBar().currentMessage():
            break
        places.append(place)
        rect = view.mark_rects(view._walked)[0]
        assert 0 <= rect.top() <= view.viewport().height()
    assert len(places) > 200
    assert [(block, start) for block, start, _ in places] == sorted((block, start) for block, start, _ in places)
    assert hands.window.statusBar().currentMessage() == "No further mark"
    hands.press("Alt+Up")
    assert view._walked.span == places[-2]


def test_enter_selects_what_the_keyboard_is_at(hands: Hands) -> None:
    at_passage(hands, 35)
    while "Yokota" not in ringed(hands):
        hands.press("Alt+Down")
    hands.press("Return")
    assert selection(hands) == (Kind.FACILITY, "yokota")
    assert "Yokota Air Base" in hands.details()


def test_esc_takes_first_the_card_and_then_the_ring_away(hands: Hands) -> None:
    hands.press("Alt+Down")
    hands.press("Esc")
    assert cards(hands) == []
    assert ringed(hands)
    hands.press("Esc")
    assert not ringed(hands)


def test_walking_goes_on_from_what_was_clicked(hands: Hands) -> None:
    hands.click_words(1, "2020")
    hands.press("Alt+Down")
    assert ringed(hands) == "Japan-U.S. Security Treaty"


def test_walking_from_another_tab_leads_into_the_text(hands: Hands) -> None:
    hands.do("timeline")
    hands.press("Alt+Down")
    assert hands.tab == "reader"
    assert ringed(hands)
    assert hands.window.reader.view.hasFocus()


def test_a_screen_reader_is_told_what_the_card_says(hands: Hands) -> None:
    hands.press("Alt+Down")
    view = hands.window.reader.view
    said = view.accessibleDescription()
    for line in card(hands).split("\n")[1:]:
        assert line in said
    hands.press("Esc")
    assert view.accessibleDescription() == ""


def test_no_card_cuts_its_words_off_whatever_was_explained_before(hands: Hands) -> None:
    for _ in range(80):
        hands.press("Alt+Down")
        (shown,) = cards(hands)
        labels = [one for one in shown.findChildren(QLabel) if one.isVisible()]
        cut = [one.text() for one in labels if one.heightForWidth(one.width()) > one.height()]
        assert cut == [], card(hands)
