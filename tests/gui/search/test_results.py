"""What stands around the results: how a search was understood, other searches, where hits lie, groups, saved ones."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.search.panel import ResultsPanel
from bluebook_desktop.gui.search.parts import Offers, SpreadBar, UnderstoodRow
from bluebook_desktop.gui.widgets.links import LinkButton
from bluebook_desktop.settings import Settings

from ..hands import Hands, offscreen_cannot_raise, settle


def understood(hands: Hands) -> list[str]:
    row = hands.window.findChild(UnderstoodRow)
    parts = [*row.findChildren(QLabel), *row.findChildren(QPushButton)]
    shown = sorted((one for one in parts if one.isVisible()), key=lambda one: (one.geometry().center().y(), one.x()))
    # What is cut where there is no room is said whole.
    return [one.accessibleName() if isinstance(one, QLabel) else one.text() for one in shown]


def offers(hands: Hands) -> list[LinkButton]:
    box = hands.window.findChild(Offers)
    return [one for one in box.findChildren(LinkButton) if one.isVisible()]


def panel(hands: Hands) -> ResultsPanel:
    return hands.window.workspace.side.results()


def choose(hands: Hands, words: str) -> None:
    """An entry of the menu below the list."""
    next(one for one in panel(hands)._menu.actions() if one.text() == words).trigger()
    settle()


def test_plain_words_need_no_chips(hands: Hands) -> None:
    hands.search('rock solid "the Alliance"')
    assert understood(hands) == []


def test_chips_show_how_a_search_was_understood(hands: Hands) -> None:
    hands.search("kishi or abe treaty -golf year:2015..2020 ")
    assert understood(hands) == ["kishi or abe", "treaty", "without golf  ×", "year: 2015–2020  ×"]


@offscreen_cannot_raise
def test_a_field_without_a_value_says_what_is_missing(hands: Hands) -> None:
    hands.search("speaker:")
    assert "Type what shall follow “speaker:”, for example speaker:abe." in hands.words()


@offscreen_cannot_raise
def test_a_field_without_a_value_keeps_nothing_from_being_found(hands: Hands) -> None:
    hands.search("futenma")
    rows = hands.rows()
    hands.search("futenma person:")
    assert rows
    assert hands.rows() == rows
    assert understood(hands) == ["futenma", "person: …"]


def test_years_in_the_wrong_order_are_named_in_their_order(hands: Hands) -> None:
    hands.search("treaty year:2020..2015")
    assert understood(hands) == ["treaty", "year: 2015–2020  ×"]
    assert hands.rows()


def test_a_long_part_of_a_search_is_cut_within_the_side_bar_and_said_whole(hands: Hands) -> None:
    hands.search('"peace security and prosperity of all nations" or zebra crossing ')
    row = hands.window.findChild(UnderstoodRow)
    chip = row.findChildren(QLabel)[0]
    assert chip.text().endswith("…")
    assert chip.geometry().right() < row.width()
    assert chip.accessibleName() == "“peace security and prosperity of all nations” or zebra"
    assert any(one.endswith("do not occur.") for one in hands.words())


@offscreen_cannot_raise
def test_a_filter_is_taken_out_by_its_chip(hands: Hands) -> None:
    hands.search("treaty -golf in:column ")
    row = hands.window.findChild(UnderstoodRow)
    hands.click(next(one for one in row.findChildren(QPushButton) if one.text().startswith("in: column")))
    assert hands.field.text() == "treaty -golf"
    assert understood(hands) == ["treaty", "without golf  ×"]


def test_other_words_for_the_same_are_one_click_away(hands: Hands) -> None:
    hands.search("MCAS Futenma ")
    before = len(hands.rows())
    (offer,) = offers(hands)
    assert offer.words == "Also “Marine Corps Air Station” for “MCAS” · 3 places"
    hands.click(offer)
    assert hands.field.text() == 'MCAS or "Marine Corps Air Station" Futenma'
    assert len(hands.rows()) > before


def test_the_nearest_word_is_one_click_away_where_nothing_is_found(hands: Hands) -> None:
    hands.search("Futemna")
    assert hands.rows() == []
    assert "Nothing found: “Futemna” does not occur." in hands.words()
    hands.click(offers(hands)[0])
    assert hands.field.text() == "futenma"
    assert hands.rows()


@offscreen_cannot_raise
def test_enter_follows_another_search_and_takes_a_filter_out(hands: Hands) -> None:
    hands.search("Futemna")
    offers(hands)[0].setFocus()
    hands.press("Return")
    assert hands.field.text() == "futenma"
    hands.search("treaty -golf ")
    row = hands.window.findChild(UnderstoodRow)
    chip = next(one for one in row.findChildren(QPushButton) if one.text().startswith("without golf"))
    chip.setFocus()
    hands.press("Return")
    assert hands.field.text() == "treaty"


@offscreen_cannot_raise
@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("section:3 treaty ", "Nothing found: there is no section “3”."),
        ("person:Okinawa zeppelin ", "Nothing found: “zeppelin” does not occur; no person is named “Okinawa”."),
        ("edition:2020 year:1800 ", "Nothing found: there is no edition “2020”; nothing is dated 1800."),
    ],
)
def test_of_a_name_that_there_is_not_it_is_said_what_it_should_be_the_name_of(
    hands: Hands, asked: str, why: str
) -> None:
    hands.search(asked)
    assert why in hands.words()


def test_where_two_words_are_missing_one_click_searches_for_the_nearest_of_both(hands: Hands) -> None:
    hands.search("Futemna okinwaa")
    assert "Nothing found: “Futemna” and “okinwaa” do not occur." in hands.words()
    (offer,) = offers(hands)
    assert offer.words == "Did you mean “futenma okinawa”? · 3 places"
    hands.click(offer)
    assert hands.field.text() == "futenma okinawa"
    assert len(hands.rows()) == 3


def test_where_the_nearest_words_never_stand_together_each_is_a_click_away(hands: Hands) -> None:
    hands.search("golg perfluoroctane Futemna")
    assert "Nothing found: “golg”, “perfluoroctane” and “Futemna” do not occur." in hands.words()
    assert [one.words.partition(" · ")[0] for one in offers(hands)] == [
        "Did you mean “golf”?",
        "Did you mean “perfluorooctane”?",
        "Did you mean “futenma”?",
    ]


def test_commas_are_ignored_at_a_click(hands: Hands) -> None:
    hands.search('"peace security and prosperity"')
    assert [one.words for one in offers(hands)] == ["Ignore commas · 6 more"]
    hands.click(offers(hands)[0])
    assert len(hands.rows()) == 6
    assert understood(hands) == ["“peace security and prosperity”, commas ignored"]


def test_what_was_searched_instead_is_said(hands: Hands) -> None:
    hands.search("fiscal year 2023")
    assert hands.rows()
    assert any("“fiscal year 2023” does not occur so; searched for “FY2023” as well." in one for one in hands.words())


def test_a_row_says_why_it_matches(hands: Hands) -> None:
    hands.search("rock solid")
    assert all(row.endswith(", hyphen") for row in hands.rows())
    hands.search('"Article V of the"')
    assert hands.rows()[0].endswith("slip, printed “ArticleV”")


def test_results_are_grouped_by_place_and_captions_are_left_out_when_walking(hands: Hands) -> None:
    hands.search("futenma")
    flat = len(hands.rows())
    choose(hands, "Group by place")
    rows = hands.rows()
    captions = [row for row in rows if row.startswith("(")]
    assert len(rows) == flat + len(captions)
    assert captions[0] == "(1) Overview of Japan-U.S. Security Relationship"
    hands.press("Down")
    assert hands.results.currentIndex().row() == 1
    seen = []
    for _ in range(flat):
        seen.append(hands.results.currentIndex().data())
        hands.press("Down")
    assert not set(seen) & set(captions)
    assert len(set(seen)) == len(set(rows) - set(captions))


def test_grouping_and_forms_are_remembered(make_window, qtbot: QtBot) -> None:
    settings = Settings(None)
    first = Hands(make_window(settings), qtbot)
    first.search("strengthened ")
    few = len(first.rows())
    choose(first, "Find all forms of a word")
    assert len(first.rows()) > few
    choose(first, "Group by place")
    assert (settings.get("stemming"), settings.get("group_results")) == (True, True)
    second = Hands(make_window(settings), qtbot)
    second.search("strengthened ")
    assert len(second.rows()) > few
    assert second.rows()[0].startswith("(")


@offscreen_cannot_raise
def test_a_bar_shows_where_the_hits_lie_and_leads_there(hands: Hands) -> None:
    hands.search("futenma ")
    bar = hands.window.findChild(SpreadBar)
    assert bar.isVisible()
    assert bar.accessibleName() == "Where the hits lie: in 4 of 6 parts"
    assert "(3) Realignment of U.S. Forces in Japan: 2 of 5 passages" in bar.accessibleDescription()
    bar.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press("Right", times=2)
    hands.press("Return")
    assert "22" in hands.results.currentIndex().data().split(", ")[1]
    assert hands.marked("hit")


def test_tab_goes_through_the_parts_as_they_stand(hands: Hands) -> None:
    hands.search("U.S. -golf ")
    walked = []
    while not walked or walked[-1] not in ("Views", "Search"):
        hands.press("Tab")
        focused = QApplication.focusWidget()
        walked.append(focused.accessibleName() or focused.text())
    assert walked == [
        "Side bar",
        "All 94",
        "without golf: take this out",
        "Where the hits lie: in 6 of 6 parts",
        "Results",
        "Also “US” for “U.S.”, 3 places",
        "Also “United States” for “U.S.”, 15 places",
        "More for these results",
        "Views",
    ]


def test_there_is_no_bar_where_nothing_is_found(hands: Hands) -> None:
    hands.search("futenma ")
    hands.search("zebra ")
    assert not hands.window.findChild(SpreadBar).isVisible()


def test_the_end_of_the_list_brings_more(hands: Hands) -> None:
    hands.search("the ")
    first = len(hands.rows())
    assert first == 30
    shown = hands.rows()
    hands.press("Up")  # from the top to the last
    assert len(hands.rows()) > first
    assert hands.rows()[:first] == shown
    assert hands.results.currentIndex().row() == first - 1


def test_what_is_selected_stays_so_where_more_come_before_it_in_groups(hands: Hands) -> None:
    choose(hands, "Group by place")
    hands.search("the ")
    before = len(hands.rows())
    last = hands.results.model().index(before - 1, 0).data()
    hands.press("Up")  # from the top to the last, which brings more
    assert len(hands.rows()) > before
    assert hands.results.currentIndex().data() == last


def test_return_to_where_i_was(hands: Hands) -> None:
    before = hands.top()
    hands.search("United Nations Command")
    hands.press("Down", times=2)
    assert hands.top() != before
    choose(hands, "Return to where I was")
    assert hands.top() == before
    assert hands.field.text() == ""


def test_saved_searches_are_offered_before_earlier_ones_and_can_be_removed(hands: Hands) -> None:
    said, gone = [], []
    hands.window.workspace.search_saved.connect(said.append)
    hands.window.workspace.saved_search_removed.connect(gone.append)
    hands.search("futenma near return ")
    choose(hands, "Save this search")
    assert said == ["futenma near return"]
    hands.window.workspace.show_earlier_searches(["okinawa", "futenma near return"])
    hands.window.workspace.show_saved_searches(["futenma near return"])
    hands.press("Esc")
    hands.window.workspace.side.show_face("results")
    settle()
    assert [one for one in hands.words() if one.endswith("SEARCHES")] == ["SAVED SEARCHES", "EARLIER SEARCHES"]
    links = [one for one in panel(hands).findChildren(QPushButton) if one.isVisible() and one.property("link")]
    assert [one.text() for one in links] == ["futenma near return", "okinawa"]
    remove = next(
        one for one in panel(hands).findChildren(QToolButton) if one.accessibleName().startswith("Remove the")
    )
    hands.click(remove)
    assert gone == ["futenma near return"]
    hands.click(links[0])
    assert hands.field.text() == "futenma near return"


# Names


@offscreen_cannot_raise
def test_names_are_completed_after_a_colon(hands: Hands) -> None:
    hands.search("speaker:a")
    completer = hands.window.workspace.search.completer
    assert completer.is_open
    assert "Prime Minister Abe" in completer.offered
    hands.search("speaker:prime")
    assert completer.offered == ["Prime Minister Abe", "Prime Minister Kishi"]
    hands.press("Tab")
    assert hands.field.text() == 'speaker:"Prime Minister Abe" '
    assert not completer.is_open
    assert hands.rows()
    hands.search("person:kishi")
    hands.press("Down", times=2)
    hands.press("Return")
    assert hands.field.text() == 'person:"Kishi Nobusuke" '  # the second
    assert hands.results.currentIndex().row() == -1  # the list took the keys


@offscreen_cannot_raise
@pytest.mark.parametrize(("typed", "offered"), [("kind:fa", "facility"), ("in:co", "column"), ("edition:2", "2021-en")])
def test_kinds_places_and_editions_are_completed_too(hands: Hands, typed: str, offered: str) -> None:
    hands.search(typed)
    assert offered in hands.window.workspace.search.completer.offered
    hands.press("Esc")  # closes the list alone
    assert hands.field.text() == typed


def test_no_names_are_offered_for_what_is_no_filter(hands: Hands) -> None:
    hands.search("colour:red")
    assert not hands.window.workspace.search.completer.is_open


def test_rows_that_nobody_sees_come_when_nothing_more_is_typed_or_the_list_is_scrolled(hands: Hands) -> None:
    hands.window.workspace.search.patience = 60_000
    hands.search("the")
    first = len(hands.rows())
    assert 0 < first < 30
    assert hands.results.visualRect(hands.results.model().index(first - 1, 0)).bottom() >= hands.results.height() - 1
    bar = hands.results.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert len(hands.rows()) == 30


@offscreen_cannot_raise
def test_walking_up_from_the_first_goes_to_the_last_of_all_rows(hands: Hands) -> None:
    hands.window.workspace.search.patience = 60_000
    hands.search("the")
    hands.press("Up")
    assert hands.results.currentIndex().row() == 29


def test_counts_that_come_later_move_nothing(hands: Hands) -> None:
    hands.search("the")
    shown = panel(hands)._result
    assert shown is not None
    kinds = shown.counts
    soon = replace(shown, counts=kinds | {Kind.PASSAGE: 1_001}, uncounted=frozenset({Kind.PASSAGE}))
    whole = replace(shown, counts=kinds | {Kind.PASSAGE: 10_001})
    panel(hands).show_result(soon)
    settle()
    assert "Passages 1,000+" in hands.chips()
    before = [one.geometry() for one in hands.window.findChildren(QPushButton) if one.property("chip")]
    panel(hands).show_around(whole, (), ())
    settle()
    assert "Passages 10,000+" in hands.chips()
    assert [one.geometry() for one in hands.window.findChildren(QPushButton) if one.property("chip")] == before
    assert any("of 10,000+ places" in words for words in hands.words())


@offscreen_cannot_raise
def test_several_steps_from_no_row_lead_as_far_as_one_after_another(hands: Hands) -> None:
    hands.search("futenma")
    model, last = panel(hands)._model, len(hands.rows()) - 1
    assert [model.step(-1, rows) for rows in (1, 2, 3, 999)] == [0, 1, 2, last]
    assert [model.step(-1, rows) for rows in (-1, -2, -999)] == [last, last - 1, 0]
