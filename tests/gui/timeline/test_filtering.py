"""Filters combine, and every menu counts under the other filters."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.records import EventKind, Status
from bluebook_desktop.gui.tasks import ThreadLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline import filtering
from bluebook_desktop.gui.timeline.entries import Entry, entries_of
from bluebook_desktop.gui.timeline.filtering import Facet, Filter, Search, find, values_of
from bluebook_desktop.gui.timeline.panel import TimelinePanel
from bluebook_desktop.gui.timeline.scale import day_number
from bluebook_desktop.services.sections import OpenSection
from tests.gui.timeline.conftest import choices, choose, filter_button, made_up

HORIZON = day_number("2021-01-01")


def shown(panel: TimelinePanel) -> set[str]:
    model = panel._table._rows
    return {model.entry(row).event.id for row in range(model.rowCount())}


def field(panel: TimelinePanel) -> QLineEdit:
    return next(one for one in panel.findChildren(QLineEdit) if one.accessibleName() == "Filter events by words")


def clear_button(panel: TimelinePanel) -> QToolButton:
    return next(one for one in panel.findChildren(QToolButton) if one.accessibleName() == "Clear all filters")


def words_shown(panel: TimelinePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_a_change_of_theme_leaves_the_counts_of_the_menus_as_they_were(panel: TimelinePanel, theme: Theme) -> None:
    choose(panel, "Kind", "Defence")
    before = {name: choices(panel, name) for name in ("Kind", "Status", "Person", "Facility")}
    assert any(count for count, _ in before["Status"].values())
    theme.choose("dark")
    try:
        assert {name: choices(panel, name) for name in before} == before
    finally:
        theme.choose("light")


def test_kind_status_person_facility_and_words_all_filter(panel: TimelinePanel, section: OpenSection) -> None:
    events = section.records.events
    person = next(one for one in section.records.people if any(one.id in event.people for event in events))
    facility = next(one for one in section.records.facilities if any(one.id in e.facilities for e in events))
    for name, words, expected in (
        ("Kind", "Defence", {one.id for one in events if one.kind == "defence"}),
        ("Status", "Planned", {one.id for one in events if one.status == "planned"}),
        ("Status", "Deadline", {one.id for one in events if one.status == "deadline"}),
        ("Person", person.name, {one.id for one in events if person.id in one.people}),
        ("Facility", facility.name, {one.id for one in events if facility.id in one.facilities}),
    ):
        choose(panel, name, words)
        assert shown(panel) == expected
        assert expected
        clear_button(panel).click()
    field(panel).setText("aegis ashore")
    assert shown(panel)
    assert all("aegis ashore" in str(section.events[one]).casefold() for one in shown(panel))


def test_filters_combine(panel: TimelinePanel, section: OpenSection) -> None:
    choose(panel, "Kind", "Defence")
    choose(panel, "Status", "Happened")
    field(panel).setText("cabinet")
    found = shown(panel)
    assert found
    for one in found:
        event = section.events[one]
        assert event.kind is EventKind.DEFENCE
        assert event.status is Status.HAPPENED
        assert "cabinet" in f"{event.title} {event.sentence}".casefold()


def test_every_menu_counts_under_the_other_filters(panel: TimelinePanel, section: OpenSection) -> None:
    events = section.records.events
    assert choices(panel, "Kind")["All kinds"] == (str(len(events)), True)
    choose(panel, "Status", "Planned")
    planned = [one for one in events if one.status is Status.PLANNED]
    kinds = choices(panel, "Kind")
    assert kinds["All kinds"] == (str(len(planned)), True)
    assert kinds["Defence"] == (str(sum(one.kind is EventKind.DEFENCE for one in planned)), True)
    assert kinds["Incidents"] == ("0", False)  # would leave nothing, so it cannot be chosen
    # Its own choice does not narrow what a menu offers.
    assert choices(panel, "Status")["Happened"] == (str(sum(one.status is Status.HAPPENED for one in events)), True)


def test_what_is_chosen_is_to_be_seen_and_heard(panel: TimelinePanel) -> None:
    button = filter_button(panel, "Kind")
    assert button.text() == "Kind ▾"
    choose(panel, "Kind", "Realignment")
    assert button.text() == "Realignment ▾"
    assert button.accessibleName() == "Kind: Realignment"
    assert button.property("on") == "true"
    assert clear_button(panel).isVisible()


def test_the_button_to_clear_is_there_only_when_there_is_something_to_clear(panel: TimelinePanel) -> None:
    assert not clear_button(panel).isVisible()
    choose(panel, "Kind", "Realignment")
    field(panel).setText("okinawa")
    clear_button(panel).click()
    assert not clear_button(panel).isVisible()
    assert field(panel).text() == ""
    assert len(shown(panel)) == len(panel._entries)


@pytest.mark.parametrize("part", ["_axis", "_table", "_overview"])
def test_esc_clears_all_filters(qtbot: QtBot, panel: TimelinePanel, part: str) -> None:
    choose(panel, "Kind", "Realignment")
    choose(panel, "Status", "Happened")
    widget = getattr(panel, part)
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Escape)
    assert len(shown(panel)) == len(panel._entries)


def test_esc_in_the_field_empties_it_and_leaves_the_other_filters(qtbot: QtBot, panel: TimelinePanel) -> None:
    choose(panel, "Kind", "Realignment")
    panel.focus_filter()
    assert field(panel).hasFocus()
    qtbot.keyClicks(field(panel), "camp")
    qtbot.keyClick(field(panel), Qt.Key.Key_Escape)
    assert field(panel).text() == ""
    assert filter_button(panel, "Kind").text() == "Realignment ▾"
    qtbot.keyClick(field(panel), Qt.Key.Key_Down)
    assert panel._table.hasFocus()


def test_a_word_that_no_event_has_is_named(panel: TimelinePanel) -> None:
    field(panel).setText("zebra okinawa")
    assert "No event of this section has “zebra”." in words_shown(panel)
    next(one for one in panel.findChildren(QPushButton) if one.text() == "Clear all filters").click()
    assert len(shown(panel)) == len(panel._entries)


def test_filters_that_leave_nothing_together_are_named(panel: TimelinePanel) -> None:
    choose(panel, "Kind", "Incidents")
    field(panel).setText("treaty signed")
    assert "No event for Incidents · “treaty signed”." in words_shown(panel)


def test_the_row_stays_one_line_while_details_take_their_room(qtbot: QtBot, panel: TimelinePanel) -> None:
    """680 pixels are what a window of 1280 leaves between side bar and Details."""
    before = panel._filters.height()
    choose(panel, "Kind", "Diplomacy")
    choose(panel, "Person", "Lloyd Austin")
    qtbot.wait(20)
    assert panel._filters.height() == before
    assert clear_button(panel).geometry().right() <= panel._filters.width()
    button = filter_button(panel, "Person")
    panel.resize(1000, 660)
    qtbot.waitUntil(lambda: button.text() == "Lloyd Austin ▾")


def test_a_name_that_is_shortened_is_told_in_full(panel: TimelinePanel) -> None:
    choose(panel, "Facility", "Marine Corps Air Station Futenma")
    button = filter_button(panel, "Facility")
    assert button.text().endswith("… ▾")
    assert "Marine Corps Air Station Futenma" in button.toolTip()
    assert button.accessibleName() == "Facility: Marine Corps Air Station Futenma"


def test_the_axis_goes_to_what_is_left_when_none_of_it_is_in_view(panel: TimelinePanel) -> None:
    field(panel).setText("korean war")
    window = panel._axis.window_shown
    assert any(one.first < window.last and one.last > window.first for one in panel._shown)


def test_the_name_of_a_lane_leaves_its_kind_and_once_more_all(panel: TimelinePanel) -> None:
    panel._axis.kind_requested.emit(EventKind.REALIGNMENT)
    assert filter_button(panel, "Kind").text() == "Realignment ▾"
    panel._axis.kind_requested.emit(EventKind.REALIGNMENT)
    assert filter_button(panel, "Kind").text() == "Kind ▾"


def test_a_section_that_comes_again_keeps_filters_time_and_selection(
    panel: TimelinePanel, section: OpenSection
) -> None:
    choose(panel, "Kind", "Defence")
    panel._axis.zoom(2)
    panel._on_chosen(panel._shown[1])
    before, window = shown(panel), panel._axis.window_shown
    panel.set_section(section)
    assert shown(panel) == before
    assert panel._axis.window_shown == window
    assert panel._current is panel._shown[1]


def test_filters_without_people_or_facilities_cannot_be_used(panel: TimelinePanel) -> None:
    from tests.gui.timeline.test_panel import made_up_section

    panel.set_section(made_up_section(made_up(1, "2020-03-01")))
    assert not filter_button(panel, "Person").isEnabled()
    assert not filter_button(panel, "Facility").isEnabled()
    assert filter_button(panel, "Kind").isEnabled()


class NoWords(Search):
    """Words play no part here."""

    def __init__(self) -> None:
        pass


@st.composite
def events(draw: Any) -> list[Any]:
    made = []
    for number in range(draw(st.integers(0, 25))):
        event = made_up(number, "2020-05", draw(st.sampled_from(EventKind)), draw(st.sampled_from(Status)))
        people = draw(st.frozensets(st.sampled_from("abc")))
        facilities = draw(st.frozensets(st.sampled_from("xy")))
        made.append(replace(event, people=tuple(people), facilities=tuple(facilities)))
    return made


filters = st.builds(
    Filter,
    kind=st.sampled_from(["", *(one.value for one in EventKind)]),
    status=st.sampled_from(["", *(one.value for one in Status)]),
    person=st.sampled_from(["", "a", "b", "c"]),
    facility=st.sampled_from(["", "x", "y"]),
)


@settings(deadline=None)
@given(events(), filters)
def test_a_count_is_what_choosing_it_would_leave(made: list[Any], wanted: Filter) -> None:
    entries = entries_of(made, HORIZON)
    found = find(entries, wanted, NoWords())
    assert [one for one in entries if one in found.entries] == found.entries
    for facet in Facet:
        for value in {value for entry in entries for value in values_of(entry, facet)}:
            chosen = find(entries, wanted.choosing(facet, value), NoWords())
            assert found.counts[facet][value] == len(chosen.entries)


@pytest.fixture
def in_thread(qtbot: QtBot, theme: Theme, section: OpenSection) -> Iterator[TimelinePanel]:
    """The panel as the window has it: what is filtered is found in a thread."""
    lane = ThreadLane("filtering")
    panel = TimelinePanel(theme, filtering=lane)
    qtbot.addWidget(panel)
    panel.resize(680, 660)
    panel.set_section(section)
    panel.show()
    yield panel
    lane.close()


def test_what_is_shown_stays_until_the_newest_words_are_found(
    qtbot: QtBot, in_thread: TimelinePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    go_on = threading.Event()
    find = filtering.filtered

    def slow(entries: Sequence[Entry], wanted: Filter, search: Search) -> object:
        asked.append(wanted.words)
        go_on.wait(5)
        return find(entries, wanted, search)

    monkeypatch.setattr("bluebook_desktop.gui.timeline.panel.filtered", slow)
    qtbot.keyClicks(field(in_thread), "futenma")
    assert len(shown(in_thread)) == 51
    go_on.set()
    qtbot.waitUntil(lambda: len(shown(in_thread)) < 51)
    assert asked[-1] == ("futenma",)
    assert len(asked) <= 2  # the first letter, and the last: what came between was dropped
    assert "of 51" in in_thread._count.text()


def test_words_that_are_still_looked_for_are_dropped_with_their_filter(
    qtbot: QtBot, in_thread: TimelinePanel, monkeypatch: pytest.MonkeyPatch, section: OpenSection
) -> None:
    go_on = threading.Event()
    find = filtering.filtered

    def slow(entries: Sequence[Entry], wanted: Filter, search: Search) -> object:
        if wanted.words:
            go_on.wait(5)
        return find(entries, wanted, search)

    monkeypatch.setattr("bluebook_desktop.gui.timeline.panel.filtered", slow)
    qtbot.keyClicks(field(in_thread), "futenma")
    in_thread.select(None)
    in_thread._filters.choose({}, "")
    in_thread.set_section(section)
    go_on.set()
    qtbot.wait(50)
    assert len(shown(in_thread)) == 51
