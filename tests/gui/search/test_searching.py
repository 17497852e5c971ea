"""Searching as a user does: typing, filtering by kind, walking over the results, going there and coming back."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.search.parts import SpreadBar
from bluebook_desktop.gui.tasks import ThreadLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.widgets.links import LinkButton
from bluebook_desktop.settings import Settings
from bluebook_desktop.storage.library import Library

from ..hands import Hands, offscreen_cannot_raise, settle

ODD = [
    "U.S.",
    "Japan's",
    "COVID-19",
    "SM-3",
    "FOIP)",
    '"',
    "“",
    "'",
    "NEAR(",
    "NEAR(a b, 5",
    "*",
    "a*",
    "^",
    "AND",
    "OR OR",
    "NOT",
    "title:",
    "{x y} : z",
    "-",
    "--",
    ";",
    "\\",
    "%_",
    "x" * 10_000,
    "word " * 2_000,
    "(" * 9_999,
    '"' * 999,
    "a\x00b",
    "\x01\x02\x1b\x7f",
    "\u2029\u2028",
    "\u202e\u200b",
    "\ud800",
    "日本",
    "🗾",
]


def test_ctrl_k_and_a_slash_put_the_keyboard_into_the_field(hands: Hands) -> None:
    for keys in ("Ctrl+K", "/"):
        hands.window.workspace.centre.focus()
        assert not hands.field.hasFocus()
        hands.press(keys)
        assert hands.field.hasFocus()
        assert hands.field.text() == ""


def test_a_slash_and_a_question_mark_are_letters_in_the_field(hands: Hands) -> None:
    hands.search("1/2?")
    assert hands.field.text() == "1/2?"
    assert hands.field.hasFocus()
    assert not hands.window.findChildren(type(hands.window), "")  # no second window


def test_results_come_with_the_first_letters(hands: Hands) -> None:
    hands.search("Fut")
    assert hands.window.workspace.side.face == "results"
    assert any("Marine Corps Air Station (MCAS) Futenma" in row for row in hands.rows())


def test_results_are_of_all_kinds_in_one_list(hands: Hands) -> None:
    hands.search("Futenma")
    kinds = {row.split(",")[0] for row in hands.rows()}
    assert {"Passage", "Event", "Facility", "Abbreviation"} <= kinds


def test_people_are_found(hands: Hands) -> None:
    hands.search("Trump")
    assert any(row.startswith("Person, ") for row in hands.rows())


def test_chips_count_the_kinds_and_filter_by_them(hands: Hands) -> None:
    hands.search("Futenma")
    all_chip, *others = hands.chips()
    counts = {words.rsplit(" ", 1)[0]: int(words.rsplit(" ", 1)[1]) for words in others}
    assert all_chip == f"All {sum(counts.values())}"
    assert counts["Facilities"] >= 1
    hands.click_chip("Facilities")
    assert len(hands.rows()) == counts["Facilities"]
    assert all(row.startswith("Facility, ") for row in hands.rows())
    assert hands.chips() == [all_chip, *others]
    hands.click_chip("All")
    assert len(hands.rows()) == sum(counts.values())


def test_a_kind_that_is_not_found_any_more_stays_chosen_at_nought(hands: Hands) -> None:
    hands.search("Futenma")
    hands.click_chip("Facilities")
    hands.search("rock solid")
    assert "Facilities 0" in hands.chips()
    assert hands.rows() == []


def test_what_was_searched_is_said(hands: Hands) -> None:
    hands.search("rock solid")
    count = len(hands.rows())
    assert any(words.startswith(f"All {count} places in 36 passages of 1 edition.") for words in hands.words())


def test_nothing_found_is_said_with_what_was_searched(hands: Hands) -> None:
    hands.search("zebra")
    assert "Nothing found: “zebra” does not occur." in hands.words()
    assert "Every passage of 1 edition searched; the index matches the text (of the tests)." in hands.words()
    assert hands.chips() == []


def test_up_and_down_walk_the_results_and_the_text_follows(hands: Hands) -> None:
    hands.search("rock solid")
    hands.press("Down")
    first = hands.results.currentIndex().row()
    assert first == 0
    assert hands.marked("hit")
    hands.press("Down")
    assert hands.results.currentIndex().row() == 1
    hands.press("Up")
    assert hands.results.currentIndex().row() == 0
    assert hands.field.hasFocus()
    assert hands.field.text() == "rock solid"


def test_walking_stops_at_both_ends(hands: Hands) -> None:
    hands.search("rock solid")
    hands.press("Up")
    last = len(hands.rows()) - 1
    assert hands.results.currentIndex().row() == last
    hands.press("Down", times=3)
    assert hands.results.currentIndex().row() == last
    hands.press("PgUp")
    assert hands.results.currentIndex().row() == 0


def test_a_followed_hit_is_shown_in_details(hands: Hands) -> None:
    hands.search("rock solid")
    hands.press("Down")
    assert "rock" in hands.details()


def test_enter_goes_to_the_hit_and_the_words_stay(hands: Hands) -> None:
    hands.search("rock solid")
    hands.press("Down")
    hands.press("Enter")
    assert hands.field.text() == "rock solid"
    assert hands.window.reader.view.hasFocus()
    assert any("rock" in words for words in hands.marked("hit"))
    top = hands.top()
    hands.press("Alt+Left")
    assert hands.top() == 1
    hands.press("Alt+Right")
    assert hands.top() == top


def test_enter_without_walking_goes_to_the_first(hands: Hands) -> None:
    hands.search("Misawa of Aomori")
    hands.press("Return")
    assert hands.results.currentIndex().row() == 0
    assert "Misawa" in hands.marked("hit")


@offscreen_cannot_raise
def test_a_heading_that_was_found_is_gone_to(hands: Hands) -> None:
    hands.search("host nation support in:heading")
    hands.press("Return")
    assert hands.heading.startswith("(4) Host Nation Support")
    assert hands.marked("hit") == ["Host Nation Support"]
    hands.window._theme.choose("dark")
    settle()
    assert hands.marked("hit") == ["Host Nation Support"]


def test_esc_returns_to_where_the_reader_was_and_empties_the_field(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/30"))
    before = hands.window.reader.view.verticalScrollBar().value()
    hands.search("rock solid")
    hands.press("Down", times=2)
    assert hands.top() != 30
    hands.press("Esc")
    assert hands.field.text() == ""
    assert hands.top() == 30
    assert hands.window.reader.view.verticalScrollBar().value() == before
    assert hands.marked("hit") == []
    assert hands.window.workspace.side.face == "contents"


def test_esc_returns_to_the_very_line_of_a_tall_passage(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/12"))
    bar = hands.window.reader.view.verticalScrollBar()
    bar.setValue(bar.value() + 250)
    settle()
    before, passage = bar.value(), hands.top()
    hands.search("rock solid")
    hands.press("Down")
    assert abs(bar.value() - before) > 100
    hands.press("Esc")
    assert (bar.value(), hands.top()) == (before, passage)


def test_esc_returns_to_the_tab_and_selection_that_were_shown(hands: Hands) -> None:
    hands.do("facilities")
    hands.pick_row(2)
    selected = hands.window.workspace.navigator.selection
    hands.search("rock solid")
    hands.press("Down")
    assert hands.tab == "reader"
    hands.press("Esc")
    assert hands.tab == "facilities"
    assert hands.window.workspace.navigator.selection == selected


def test_esc_in_a_second_search_returns_to_where_the_first_led(hands: Hands) -> None:
    hands.search("host nation support")
    hands.press("Enter")
    there = hands.window.workspace.navigator.selection
    top = hands.top()
    hands.search("rock solid")
    hands.press("Down", times=2)
    assert hands.window.workspace.navigator.selection != there
    hands.press("Esc")
    assert hands.window.workspace.navigator.selection == there
    assert hands.top() == top


def test_esc_after_enter_keeps_the_place(hands: Hands) -> None:
    hands.search("host nation support")
    hands.press("Enter")
    top = hands.top()
    hands.press("Ctrl+K")
    hands.press("Esc")
    assert (hands.top(), hands.field.text()) == (top, "")


def test_deleting_the_words_brings_the_contents_back(hands: Hands) -> None:
    hands.search("xy")
    hands.press("Backspace", times=2)
    assert hands.window.workspace.side.face == "contents"


def test_a_double_click_on_a_result_goes_there(hands: Hands, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt

    hands.search("Misawa City")
    centre = hands.results.visualRect(hands.results.model().index(0, 0)).center()
    hands.click(hands.results.viewport(), centre)
    qtbot.mouseDClick(hands.results.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    settle()
    assert hands.window.reader.view.hasFocus()
    assert hands.window.workspace.history.can_go_back


@pytest.mark.parametrize("text", ODD, ids=[repr(one[:12]) for one in ODD])
def test_no_words_are_an_error(hands: Hands, text: str) -> None:
    """Whatever escapes a slot fails the test (pytest-qt)."""
    hands.field.setText(text)
    settle()
    for keys in ("Down", "Up", "Enter"):
        hands.press("Ctrl+K")
        hands.press(keys)
    assert not [words for words in hands.words() if "rror" in words]
    hands.press("Ctrl+K")
    hands.press("Esc")
    assert hands.field.text() == ""


def test_the_field_takes_ten_thousand_characters(hands: Hands) -> None:
    hands.field.setText("é" * 12_000)
    assert len(hands.field.text()) == 10_000


# With the real search thread


@pytest.fixture
def busy(qtbot: QtBot, theme: Theme, library: Library) -> Iterator[Hands]:
    """The window with its search in a thread, as it is in use."""
    window = MainWindow(theme, Settings(None), library)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.open_first()
    window.show()
    window.complete()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert isinstance(window.workspace.lane, ThreadLane)
    yield Hands(window, qtbot)
    window.close()


def test_fast_typing_shows_what_was_typed_last(busy: Hands, qtbot: QtBot) -> None:
    busy.press("Ctrl+K")
    qtbot.keyClicks(busy.field, "rock solid")
    qtbot.waitUntil(lambda: busy.results is not None and len(busy.rows()) > 0)
    qtbot.waitUntil(lambda: busy.window.workspace.side.results().query.text == "rock solid")
    assert "rock-solid" in busy.rows()[0] or "rock solid" in busy.rows()[0]


def test_keys_that_come_before_the_hits_are_pressed_in_the_list_that_they_were_meant_for(
    busy: Hands, qtbot: QtBot
) -> None:
    busy.press("Ctrl+K")
    qtbot.keyClicks(busy.field, "Misawa")
    qtbot.waitUntil(lambda: len(busy.rows()) > 1)
    busy.field.selectAll()
    qtbot.keyClicks(busy.field, "rock solid")
    busy.press("Down")
    busy.press("Down")
    busy.press("Return")
    qtbot.waitUntil(lambda: busy.window.workspace.side.results().query.text == "rock solid")
    qtbot.waitUntil(lambda: busy.results.currentIndex().row() == 1)
    qtbot.waitUntil(lambda: not busy.field.hasFocus())  # Return goes there


def test_what_was_pressed_is_forgotten_when_something_else_is_typed(busy: Hands, qtbot: QtBot) -> None:
    busy.press("Ctrl+K")
    qtbot.keyClicks(busy.field, "rock")
    busy.press("Down")
    qtbot.keyClicks(busy.field, " solid")
    qtbot.waitUntil(lambda: busy.results is not None and len(busy.rows()) > 0)
    qtbot.waitUntil(lambda: busy.window.workspace.side.results().query.text == "rock solid")
    assert busy.window.workspace.side.results().current is None


def test_esc_while_it_searches_leaves_no_results(busy: Hands, qtbot: QtBot) -> None:
    busy.press("Ctrl+K")
    qtbot.keyClicks(busy.field, "Japan")
    busy.press("Esc")
    qtbot.wait(50)
    assert busy.rows() == []
    assert busy.window.workspace.side.face == "contents"


def test_closing_before_it_was_looked_around_leaves_no_thread(busy: Hands, qtbot: QtBot) -> None:
    busy.press("Ctrl+K")
    qtbot.keyClicks(busy.field, "Japan ")
    qtbot.waitUntil(lambda: len(busy.rows()) > 0)
    busy.window.close()
    qtbot.wait(250)  # longer than the search's patience; a thread left behind fails the test


def test_what_stands_around_the_hits_follows_them(busy: Hands, qtbot: QtBot) -> None:
    busy.press("Ctrl+K")
    qtbot.keyClicks(busy.field, "U.S. ")
    around = busy.window.findChild(SpreadBar)
    qtbot.waitUntil(lambda: len(around.parts) == 6)
    assert any("United States" in words for words in offered(busy))


def offered(hands: Hands) -> list[str]:
    """The other searches that are offered."""
    return [one.words for one in hands.window.findChildren(LinkButton) if one.isVisible()]


def test_closing_while_it_searches_ends_the_thread(busy: Hands, qtbot: QtBot) -> None:
    before = search_threads()
    busy.press("Ctrl+K")
    qtbot.keyClicks(busy.field, "Japan U.S.")
    qtbot.waitUntil(lambda: bool(search_threads() - before))
    started = search_threads() - before
    busy.window.close()
    assert not any(thread.is_alive() for thread in started)


def search_threads() -> set[threading.Thread]:
    """The threads that search."""
    return {thread for thread in threading.enumerate() if thread.name == "search"}
