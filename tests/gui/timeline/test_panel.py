"""The Timeline tab as its reader uses it."""

import json
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.records import Records
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.model import Column
from bluebook_desktop.gui.timeline.panel import TimelinePanel
from bluebook_desktop.services.sections import OpenSection
from tests.gui.timeline.conftest import SECTION, choose, reference


def button(panel: TimelinePanel, text: str) -> QPushButton:
    return next(one for one in panel.findChildren(QPushButton) if one.text().startswith(text))


def shown_words(panel: TimelinePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def rows(panel: TimelinePanel) -> int:
    return panel._table.model().rowCount()


def selected_id(panel: TimelinePanel) -> str | None:
    """What the list has as selected; the axis must say the same."""
    index = panel._table.currentIndex()
    found = panel._table._rows.entry(index.row()).event.id if index.isValid() else None
    on_axis = panel._axis._selected
    assert (on_axis.event.id if on_axis else None) == found
    return found


def press(qtbot: QtBot, panel: TimelinePanel, key: Qt.Key) -> None:
    qtbot.keyClick(panel._table, key)


def made_up_section(*events: Any) -> Any:
    """Stands in for a section of another make than the bundled one."""
    edition = SimpleNamespace(period_start="2020-01-01", period_end="2020-12-31")
    return SimpleNamespace(id="made-up/1", edition=edition, records=Records(events=events), people={}, facilities={})


def test_at_first_the_years_with_most_events_are_shown(panel: TimelinePanel) -> None:
    assert panel.status == "Timeline: 2013 – 2024 of 1950 – 2024"


def test_fit_shows_all_time_and_the_status_says_so(qtbot: QtBot, panel: TimelinePanel) -> None:
    with qtbot.waitSignal(panel.status_changed) as said:
        button(panel, "Fit").click()
    assert said.args == ["Timeline: 1950 – 2024 of 1950 – 2024"]


def test_the_zoom_buttons_zoom(panel: TimelinePanel) -> None:
    before = panel._axis.window_shown.length
    names = {one.accessibleName(): one for one in panel.findChildren(QPushButton)}
    names["Zoom in"].click()
    assert panel._axis.window_shown.length < before
    names["Zoom out"].click()
    assert panel._axis.window_shown.length == pytest.approx(before)


def test_the_list_holds_every_event_of_the_section(panel: TimelinePanel, section: OpenSection) -> None:
    assert rows(panel) == len(section.records.events)
    assert f"{rows(panel)} events" in shown_words(panel)


def test_a_row_that_is_clicked_is_selected_on_the_axis_too(qtbot: QtBot, panel: TimelinePanel) -> None:
    at = panel._table.visualRect(panel._table.model().index(2, Column.WHAT)).center()
    with qtbot.waitSignal(panel.selected) as said:
        qtbot.mouseClick(panel._table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert said.args == [reference("unc-established")]
    assert selected_id(panel) == "unc-established"
    # June 1950 was not in view: the axis has moved to it.
    assert panel._axis.window_shown.first <= panel._entries[0].first


def test_the_first_row_can_be_the_first_to_be_clicked(qtbot: QtBot, panel: TimelinePanel) -> None:
    panel._axis.setFocus()
    at = panel._table.visualRect(panel._table.model().index(0, Column.WHAT)).center()
    qtbot.mouseClick(panel._table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert selected_id(panel) == "korean-war"


def test_a_mark_that_is_clicked_is_selected_in_the_list_too(qtbot: QtBot, panel: TimelinePanel) -> None:
    mark = next(one for one in panel._axis.picture.marks if one.entry.event.id == "consolidation-plan")
    lane = next(one for one in panel._axis.picture.lanes if one.number == mark.lane)
    at = QPoint(round(mark.left + 5), round(lane.row_middle(mark.row)))
    with qtbot.waitSignal(panel.selected) as said:
        qtbot.mouseClick(panel._axis, Qt.MouseButton.LeftButton, pos=at)
    assert said.args == [reference("consolidation-plan")]
    assert selected_id(panel) == "consolidation-plan"


def test_a_selection_from_elsewhere_is_shown_and_emits_nothing(qtbot: QtBot, panel: TimelinePanel) -> None:
    with qtbot.assertNotEmitted(panel.selected):
        panel.select(reference("treaty-signed"))
        assert selected_id(panel) == "treaty-signed"
        row = panel._table.visualRect(panel._table.currentIndex())
        assert panel._table.viewport().rect().contains(row.center())
        panel.select(Reference(Kind.PASSAGE, SECTION, "3"))
        assert selected_id(panel) is None


def test_enter_and_a_double_click_ask_to_read_the_event_in_place(qtbot: QtBot, panel: TimelinePanel) -> None:
    panel.select(reference("korean-war"))
    with qtbot.waitSignal(panel.read_requested) as asked:
        press(qtbot, panel, Qt.Key.Key_Return)
    assert asked.args == [reference("korean-war")]
    at = panel._table.visualRect(panel._table.currentIndex()).center()
    qtbot.mouseClick(panel._table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(panel.read_requested) as asked:
        qtbot.mouseDClick(panel._table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [reference("korean-war")]


def test_down_in_the_list_selects_the_next_event(qtbot: QtBot, panel: TimelinePanel) -> None:
    panel.select(reference("treaty-signed"))
    with qtbot.waitSignal(panel.selected) as said:
        press(qtbot, panel, Qt.Key.Key_Down)
    assert said.args == [reference("sm3-development")]


def test_a_kind_filters_axis_and_list_alike(panel: TimelinePanel, section: OpenSection) -> None:
    incidents = [one for one in section.records.events if one.kind == "incidents"]
    choose(panel, "Kind", "Incidents")
    assert rows(panel) == len(incidents)
    assert [lane.number for lane in panel._axis.picture.lanes] == [4]
    assert f"{len(incidents)} of {len(section.records.events)}" in shown_words(panel)
    assert button(panel, "Incidents").accessibleName() == "Kind: Incidents"


def test_the_selection_survives_sorting_and_filtering(panel: TimelinePanel) -> None:
    panel.select(reference("korean-war"))
    panel._table.sort_by(Column.WHAT, ascending=False)
    assert selected_id(panel) == "korean-war"
    choose(panel, "Kind", "Incidents")
    assert selected_id(panel) == "korean-war"
    choose(panel, "Kind", "Defence")
    assert not panel._table.currentIndex().isValid()
    choose(panel, "Kind", "All kinds")
    assert selected_id(panel) == "korean-war"


def test_filtering_tells_nobody_of_a_selection(qtbot: QtBot, panel: TimelinePanel) -> None:
    panel.select(reference("korean-war"))
    with qtbot.assertNotEmitted(panel.selected):
        for kind in ("Defence", "Incidents", "All kinds"):
            choose(panel, "Kind", kind)


def test_an_event_that_the_filter_hides_clears_it(panel: TimelinePanel) -> None:
    choose(panel, "Kind", "Incidents")
    panel.select(reference("treaty-signed"))
    assert selected_id(panel) == "treaty-signed"
    assert button(panel, "Kind").accessibleName() == "Kind: All kinds"


def test_a_section_without_dates_says_so(panel: TimelinePanel) -> None:
    panel.set_section(made_up_section())
    assert "This section dates no events" in shown_words(panel)
    assert panel.status == "Timeline: no events"


def test_what_is_remembered_comes_back(qtbot: QtBot, panel: TimelinePanel, theme: Theme, section: OpenSection) -> None:
    choose(panel, "Kind", "Defence")
    panel._filters._field.setText("cabinet")
    panel._table.sort_by(Column.WHAT, ascending=False)
    panel._axis.zoom(3)
    remembered = json.loads(json.dumps(panel.state()))
    other = TimelinePanel(theme)
    qtbot.addWidget(other)
    other.resize(680, 660)
    other.restore(remembered)
    other.set_section(section)
    with qtbot.waitExposed(other):
        other.show()
    assert other.state() == remembered
    assert other.status == panel.status
    assert rows(other) == rows(panel)


@pytest.mark.parametrize(
    "state",
    [
        {},
        {"section": SECTION, "window": None, "splitter": "wide", "sort": ["colour", "up"], "filters": "weather"},
        {"section": SECTION, "window": ["yesterday", "today"], "sort": 3, "filters": {"kind": 4}, "words": None},
        {"section": SECTION, "window": ["2020-01-01", "2019-01-01"], "splitter": [None], "filters": {"moon": "full"}},
        {"section": "elsewhere", "window": ["1950-01-01", "1951-01-01"], "filters": {"kind": "incidents"}, "words": ""},
    ],
)
def test_a_state_that_cannot_be_read_changes_nothing(panel: TimelinePanel, state: dict[str, Any]) -> None:
    before = panel.state()
    panel.restore(state)
    assert panel.state() == before


def test_the_focus_of_the_tab_is_the_lists(panel: TimelinePanel) -> None:
    panel._axis.setFocus()
    panel.setFocus()
    assert panel._table.hasFocus()


def test_giving_the_list_the_focus_selects_nothing(qtbot: QtBot, panel: TimelinePanel) -> None:
    with qtbot.assertNotEmitted(panel.selected):
        for reason in (Qt.FocusReason.OtherFocusReason, Qt.FocusReason.TabFocusReason):
            panel._axis.setFocus()
            panel._table.setFocus(reason)
    assert panel._table.hasFocus()
    assert selected_id(panel) is None
    press(qtbot, panel, Qt.Key.Key_Down)
    assert selected_id(panel) == "korean-war"


def test_the_tab_key_goes_from_the_filters_to_the_buttons_the_axis_and_the_list(panel: TimelinePanel) -> None:
    stops, widget = [], panel.nextInFocusChain()
    while widget is not panel:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QLabel):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    kinds = [type(one).__name__ for one in stops]
    assert kinds.index("TimelineAxis") < kinds.index("EventTable")
    assert stops[0] is button(panel, "Kind")
    assert stops.index(button(panel, "Fit")) < kinds.index("TimelineAxis") < kinds.index("TimelineOverview")


def test_the_dark_theme_paints_a_dark_ground(panel: TimelinePanel, theme: Theme) -> None:
    theme.choose("dark")
    try:
        assert panel._axis.grab().toImage().pixelColor(300, 5) == theme.color("paper")
    finally:
        theme.choose("light")
    assert panel._axis.grab().toImage().pixelColor(300, 5) == theme.color("paper")


def test_nothing_moves_when_a_filter_leaves_few_rows(qtbot: QtBot, panel: TimelinePanel) -> None:
    header = panel._table.horizontalHeader()
    before = [header.sectionViewportPosition(one) for one in Column]
    top = panel._axis.mapTo(panel, QPoint()).y()
    choose(panel, "Kind", "Incidents")
    qtbot.wait(20)  # a new layout, had anything changed its size
    assert panel._axis.mapTo(panel, QPoint()).y() == top
    assert [header.sectionViewportPosition(one) for one in Column] == before
