"""The painted axis, used with keys and pointer."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QToolTip
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.records import EventKind
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.axis import TimelineAxis
from bluebook_desktop.gui.timeline.entries import Entry, entries_of
from bluebook_desktop.gui.timeline.layout import Cluster, Mark
from bluebook_desktop.gui.timeline.panel import TimelinePanel
from bluebook_desktop.gui.timeline.scale import Window, day_number, whole_years
from bluebook_desktop.gui.wording import shortened
from bluebook_desktop.services.sections import OpenSection
from tests.gui.hands import offscreen_cannot_raise
from tests.gui.timeline.conftest import made_up

HORIZON = day_number("2021-01-01")
FIRST = Window(day_number("2013-01-01"), day_number("2025-01-01"))


@pytest.fixture
def axis(qtbot: QtBot, theme: Theme, section: OpenSection) -> TimelineAxis:
    axis = TimelineAxis(theme)
    qtbot.addWidget(axis)
    axis.resize(680, 310)
    entries = entries_of(section.records.events, HORIZON)
    axis.set_entries(entries, whole_years(entries[0].first, max(one.last for one in entries)), HORIZON)
    axis.set_window(FIRST)
    axis.show()
    # As a panel does: what the axis asks for becomes the selection.
    axis.chosen.connect(axis.select)
    return axis


def entry_of(axis: TimelineAxis, event_id: str) -> Entry:
    return next(one for one in axis._entries if one.event.id == event_id)


def middle_of(axis: TimelineAxis, item: Mark | Cluster) -> QPoint:
    lane = next(lane for lane in axis.picture.lanes if lane.number == item.lane)
    return QPointF((item.left + item.right) / 2, lane.row_middle(item.row)).toPoint()


def mark_of(axis: TimelineAxis, event_id: str) -> Mark:
    return next(mark for mark in axis.picture.marks if mark.entry.event.id == event_id)


def biggest_cluster(axis: TimelineAxis) -> Cluster:
    return max(axis.picture.clusters, key=lambda cluster: len(cluster.entries))


def turn_wheel(axis: TimelineAxis, x: float, notches: int, modifiers: Qt.KeyboardModifier) -> None:
    roll(axis, x, angle=QPoint(0, 120 * notches), modifiers=modifiers)


def roll(
    axis: TimelineAxis,
    x: float,
    angle: QPoint,
    pixels: QPoint | None = None,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    at = QPointF(x, 100)
    buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, axis.mapToGlobal(at), pixels or QPoint(), angle, buttons, modifiers, phase, False)
    QApplication.sendEvent(axis, event)


def test_a_click_on_a_mark_selects_its_event(qtbot: QtBot, axis: TimelineAxis) -> None:
    mark = mark_of(axis, "consolidation-plan")
    with qtbot.waitSignal(axis.chosen) as asked:
        qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=middle_of(axis, mark))
    assert asked.args[0].event.id == "consolidation-plan"


def test_a_click_on_a_label_selects_its_event(qtbot: QtBot, axis: TimelineAxis) -> None:
    mark = mark_of(axis, "consolidation-plan")
    at = middle_of(axis, mark) + QPoint(30, 0)
    with qtbot.waitSignal(axis.chosen) as asked:
        qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args[0].event.id == "consolidation-plan"


def test_a_double_click_asks_to_read_the_event(qtbot: QtBot, axis: TimelineAxis) -> None:
    at = middle_of(axis, mark_of(axis, "consolidation-plan"))
    with qtbot.waitSignal(axis.read_requested) as asked:
        qtbot.mouseDClick(axis, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args[0].event.id == "consolidation-plan"


def test_a_click_on_a_cluster_zooms_in_to_its_events(qtbot: QtBot, axis: TimelineAxis) -> None:
    cluster = biggest_cluster(axis)
    qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=middle_of(axis, cluster))
    assert axis.window_shown.length < 2 * 366
    assert all(axis.window_shown.first < entry.first < axis.window_shown.last for entry in cluster.entries)


def one_day(axis: TimelineAxis, count: int = 40) -> list[Entry]:
    """Made-up events: no lane has room for so many of one day."""
    entries = entries_of([made_up(n, "2020-03-01") for n in range(count)], HORIZON)
    axis.set_entries(entries, FIRST, HORIZON)
    return entries


def open_list(axis: TimelineAxis) -> QListWidget:
    return next(one for one in axis.findChildren(QListWidget) if one.isVisible())


@offscreen_cannot_raise
def test_a_cluster_of_one_day_lists_its_events_to_choose_from(qtbot: QtBot, axis: TimelineAxis) -> None:
    one_day(axis)
    cluster = biggest_cluster(axis)
    qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=middle_of(axis, cluster))
    rows = open_list(axis)
    assert rows.count() == len(cluster.entries)
    assert rows.accessibleName() == f"{len(cluster.entries)} events · 1 Mar 2020"
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(axis.chosen) as asked:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert asked.args == [cluster.entries[1]]


@offscreen_cannot_raise
def test_esc_closes_the_list_of_a_cluster_and_chooses_nothing(qtbot: QtBot, axis: TimelineAxis) -> None:
    one_day(axis)
    with qtbot.assertNotEmitted(axis.chosen):
        qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=middle_of(axis, biggest_cluster(axis)))
        qtbot.keyClick(open_list(axis), Qt.Key.Key_Escape)
    assert not [one for one in axis.findChildren(QListWidget) if one.isVisible()]


@offscreen_cannot_raise
def test_the_keyboard_opens_a_cluster_through_one_of_its_events(qtbot: QtBot, axis: TimelineAxis) -> None:
    one_day(axis)
    cluster = biggest_cluster(axis)
    axis.select(cluster.entries[2])
    assert axis.accessibleDescription().endswith(
        f"One of {len(cluster.entries)} events close together; Enter opens them"
    )
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(axis, key)
        rows = open_list(axis)
        assert rows.currentRow() == 2
        qtbot.keyClick(rows, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not axis.findChildren(QListWidget))


def plain(card: str) -> str:
    document = QTextDocument()
    document.setHtml(card)
    return document.toPlainText().replace("\N{NO-BREAK SPACE}", " ")


def test_a_card_tells_title_date_precision_kind_and_status(axis: TimelineAxis) -> None:
    mark = mark_of(axis, "sma-validity-end")
    assert plain(axis.tip(mark)).splitlines() == [
        mark.entry.event.title,
        "31 March 2022 · to the day",
        "◇ Agreements · Deadline · ¶ 27",
    ]


def test_a_clusters_card_lists_its_events_and_says_what_a_click_does(axis: TimelineAxis) -> None:
    cluster = biggest_cluster(axis)
    told = plain(axis.tip(cluster))
    assert told.startswith(f"{len(cluster.entries)} events · ")
    assert all(shortened(entry.event.title, 72) in told for entry in cluster.entries)
    assert told.endswith("Click or Enter: look closer")


def test_a_long_clusters_card_says_how_many_more_there_are(axis: TimelineAxis) -> None:
    one_day(axis)
    cluster = biggest_cluster(axis)
    told = plain(axis.tip(cluster))
    assert f"and {len(cluster.entries) - 12} more" in told
    assert told.endswith("Click or Enter: choose one")


def test_what_a_text_prints_is_never_taken_for_markup(axis: TimelineAxis) -> None:
    event = replace(made_up(1, "2020-03-01"), title="<img src=x> <b>not bold</b> & more")
    axis.set_entries(entries_of([event], HORIZON), FIRST, HORIZON)
    assert event.title in plain(axis.tip(axis.picture.marks[0]))


@offscreen_cannot_raise
def test_a_card_appears_under_the_pointer_after_a_moment(qtbot: QtBot, axis: TimelineAxis, monkeypatch) -> None:
    monkeypatch.setattr(axis, "underMouse", lambda: True)
    cluster = biggest_cluster(axis)
    qtbot.mouseMove(axis, middle_of(axis, cluster))
    qtbot.waitUntil(lambda: QToolTip.text() == axis.tip(cluster))
    QToolTip.hideText()


def test_the_name_of_a_lane_asks_for_its_kind_alone(qtbot: QtBot, axis: TimelineAxis) -> None:
    lane = axis.picture.lanes[2]
    with qtbot.waitSignal(axis.kind_requested) as asked:
        qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=QPoint(20, round(lane.row_middle(0))))
    assert asked.args == [EventKind.DEFENCE]
    assert axis.tip(lane.number) == "Show only Defence"


def test_the_wheel_zooms_at_the_pointer(axis: TimelineAxis) -> None:
    day = axis.scale.day(400)
    turn_wheel(axis, 400, 2, Qt.KeyboardModifier.NoModifier)
    assert axis.window_shown.length < FIRST.length
    assert axis.scale.day(400) == pytest.approx(day)


def test_the_wheel_with_shift_pans(axis: TimelineAxis) -> None:
    turn_wheel(axis, 400, 1, Qt.KeyboardModifier.ShiftModifier)
    assert axis.window_shown.length == pytest.approx(FIRST.length)
    assert axis.window_shown.first < FIRST.first


def test_a_touchpad_moves_the_time_by_as_many_pixels_as_the_fingers(axis: TimelineAxis) -> None:
    day = axis.scale.day(400)
    roll(axis, 400, angle=QPoint(40, 0), pixels=QPoint(25, 3))
    assert axis.scale.x(day) == pytest.approx(425)


def test_a_touchpad_zooms_smoothly_at_the_pointer(axis: TimelineAxis) -> None:
    day = axis.scale.day(400)
    roll(axis, 400, angle=QPoint(0, 8), pixels=QPoint(0, 6))
    assert FIRST.length * 0.95 < axis.window_shown.length < FIRST.length
    assert axis.scale.day(400) == pytest.approx(day)


def test_a_press_that_trembles_is_a_click(qtbot: QtBot, axis: TimelineAxis) -> None:
    at = middle_of(axis, mark_of(axis, "consolidation-plan"))
    with qtbot.waitSignal(axis.chosen):
        qtbot.mousePress(axis, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseMove(axis, at + QPoint(QApplication.startDragDistance() - 1, 0))
        qtbot.mouseRelease(axis, Qt.MouseButton.LeftButton, pos=at + QPoint(1, 0))
    assert axis.window_shown == FIRST


def test_dragging_pans_and_selects_nothing(qtbot: QtBot, axis: TimelineAxis) -> None:
    at = middle_of(axis, mark_of(axis, "consolidation-plan"))
    with qtbot.assertNotEmitted(axis.chosen):
        qtbot.mousePress(axis, Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseMove(axis, at + QPoint(100, 0))
        qtbot.mouseRelease(axis, Qt.MouseButton.LeftButton, pos=at + QPoint(100, 0))
    assert axis.window_shown.first == pytest.approx(FIRST.first - 100 / axis.scale.per_day)


def test_left_and_right_go_through_the_events_in_time(qtbot: QtBot, axis: TimelineAxis) -> None:
    axis.select(entry_of(axis, "treaty-signed"))
    with qtbot.waitSignal(axis.chosen) as asked:
        qtbot.keyClick(axis, Qt.Key.Key_Left)
    assert asked.args[0].event.id == "unc-headquarters-moved"
    with qtbot.waitSignal(axis.chosen) as asked:
        qtbot.keyClick(axis, Qt.Key.Key_Right)
    assert asked.args[0].event.id == "treaty-signed"


def test_with_nothing_selected_right_begins_with_what_is_in_view(qtbot: QtBot, axis: TimelineAxis) -> None:
    with qtbot.waitSignal(axis.chosen) as asked:
        qtbot.keyClick(axis, Qt.Key.Key_Right)
    assert asked.args[0].event.id == "sm3-development"  # since 2006, so it is in view from 2013 on
    assert axis.window_shown == FIRST


def test_home_and_end_go_to_the_first_and_last_event(qtbot: QtBot, axis: TimelineAxis) -> None:
    qtbot.keyClick(axis, Qt.Key.Key_Home)
    assert axis._selected is axis._entries[0]
    assert axis.window_shown.first <= axis._entries[0].first
    qtbot.keyClick(axis, Qt.Key.Key_End)
    assert axis._selected is axis._entries[-1]


def test_shift_or_control_with_an_arrow_pans(qtbot: QtBot, axis: TimelineAxis) -> None:
    for modifier in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier):
        before = axis.window_shown
        qtbot.keyClick(axis, Qt.Key.Key_Left, modifier)
        assert axis.window_shown.first < before.first
        assert axis.window_shown.length == pytest.approx(before.length)


def test_plus_and_minus_zoom_and_0_shows_all_time(qtbot: QtBot, axis: TimelineAxis) -> None:
    qtbot.keyClick(axis, Qt.Key.Key_Plus)
    assert axis.window_shown.length < FIRST.length
    qtbot.keyClick(axis, Qt.Key.Key_Minus)
    assert axis.window_shown.length == pytest.approx(FIRST.length)
    qtbot.keyClick(axis, Qt.Key.Key_0)
    assert axis.words() == "1950 – 2024"


def test_f_fits_what_the_filters_leave(qtbot: QtBot, axis: TimelineAxis) -> None:
    left = [one for one in axis._entries if one.event.id in ("treaty-signed", "consolidation-plan")]
    axis.set_entries(left, axis.limits, HORIZON)
    qtbot.keyClick(axis, Qt.Key.Key_F)
    assert axis.words() == "1960 – 2013"
    axis.set_entries(left[1:], axis.limits, HORIZON)
    qtbot.keyClick(axis, Qt.Key.Key_F)
    assert axis.window_shown.length < 90
    assert axis.window_shown.first < left[1].first < left[1].last < axis.window_shown.last


def test_page_keys_move_by_a_whole_window_and_shift_home_and_end_to_the_ends(qtbot: QtBot, axis: TimelineAxis) -> None:
    with qtbot.assertNotEmitted(axis.chosen):
        qtbot.keyClick(axis, Qt.Key.Key_PageUp)
        assert axis.window_shown.last == pytest.approx(FIRST.first)
        qtbot.keyClick(axis, Qt.Key.Key_PageDown)
        assert axis.window_shown == FIRST
        qtbot.keyClick(axis, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
        assert axis.window_shown.first == axis.limits.first
        qtbot.keyClick(axis, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        assert axis.window_shown.last == axis.limits.last
    assert axis.window_shown.length == pytest.approx(FIRST.length)


def test_up_and_down_go_to_the_nearest_event_of_the_next_lane(qtbot: QtBot, axis: TimelineAxis) -> None:
    axis.select(entry_of(axis, "consolidation-plan"))
    qtbot.keyClick(axis, Qt.Key.Key_Down)
    assert axis._selected.event.kind is EventKind.INCIDENTS
    qtbot.keyClick(axis, Qt.Key.Key_Down)  # there is no lane below
    assert axis._selected.event.kind is EventKind.INCIDENTS
    qtbot.keyClick(axis, Qt.Key.Key_Up)
    assert axis._selected.event.kind is EventKind.REALIGNMENT


def test_zooming_keeps_the_selected_event_where_it_is(qtbot: QtBot, axis: TimelineAxis) -> None:
    entry = entry_of(axis, "consolidation-plan")
    axis.select(entry)
    before = axis.scale.x((entry.first + entry.last) / 2)
    axis.zoom(1.2)
    assert axis.scale.x((entry.first + entry.last) / 2) == pytest.approx(before, abs=6)


def test_enter_reads_the_selected_event(qtbot: QtBot, axis: TimelineAxis) -> None:
    axis.select(entry_of(axis, "consolidation-plan"))
    with qtbot.waitSignal(axis.read_requested) as asked:
        qtbot.keyClick(axis, Qt.Key.Key_Return)
    assert asked.args[0].event.id == "consolidation-plan"


def test_enter_first_brings_an_event_out_of_its_cluster(qtbot: QtBot, axis: TimelineAxis) -> None:
    axis.select(biggest_cluster(axis).entries[0])
    with qtbot.assertNotEmitted(axis.read_requested):
        qtbot.keyClick(axis, Qt.Key.Key_Return)
    assert axis.window_shown.length < FIRST.length


def test_the_axis_says_in_words_what_it_shows(axis: TimelineAxis) -> None:
    assert axis.accessibleName() == "Timeline"
    assert axis.accessibleDescription() == "Shows 2013 – 2024"
    axis.select(entry_of(axis, "consolidation-plan"))
    assert axis.accessibleDescription() == (
        "Shows 2013 – 2024. Selected: April 2013, Consolidation Plan for Facilities and Areas in Okinawa"
    )


def test_ten_thousand_events_are_painted_as_a_few_marks(axis: TimelineAxis) -> None:
    events = [made_up(n, f"{1950 + n % 75}-{n % 12 + 1:02}-{n % 28 + 1:02}") for n in range(10_000)]
    axis.set_entries(entries_of(events, HORIZON), whole_years(1, 1).within(FIRST), HORIZON)
    axis.fit()
    assert len(axis.picture.marks) + len(axis.picture.clusters) < 200
    assert not axis.grab().isNull()


def test_a_stretch_without_events_says_so_and_which_ones_are_nearest(panel: TimelinePanel) -> None:
    axis = panel.findChild(TimelineAxis)
    axis.set_window(Window(day_number("1983-01-01"), day_number("1995-01-01")))
    nothing = [
        "No events in 1983 – 1994",
        "Before: 19 Jan 1960 · Japan-U.S. Security Treaty signed",
        "After: since 2006 · Joint development and production of the SM-3 Block IIA",
    ]
    assert axis.picture.nothing == nothing
    assert axis.accessibleDescription() == ". ".join(nothing)
    axis.fit()
    assert axis.picture.nothing == ()
    assert axis.accessibleDescription().startswith("Shows ")


def test_a_stretch_without_events_is_named_so_that_it_takes_in_none(panel: TimelinePanel) -> None:
    axis = panel.findChild(TimelineAxis)
    axis.set_window(Window(day_number("1960-01-25"), day_number("1960-06-20")))
    assert axis.picture.nothing[:2] == [
        "No events in 25 Jan – 19 Jun 1960",
        "Before: 19 Jan 1960 · Japan-U.S. Security Treaty signed",
    ]


def test_where_filters_hide_the_events_it_is_said_that_they_do(panel: TimelinePanel) -> None:
    axis = panel.findChild(TimelineAxis)
    panel.focus_filter()
    panel.findChild(QLineEdit).setText("korean")
    axis.set_window(Window(day_number("2019-01-01"), day_number("2021-01-01")))
    assert axis.picture.nothing[0] == "No events that the filters leave in Jan 2019 – Dec 2020"


def test_a_stretch_says_that_it_is_empty_only_where_no_event_touches_it(axis: TimelineAxis) -> None:
    for entry in axis.entries:
        for length in (30, 120, 1000):
            for edge in (entry.first + 0.1, (entry.first + entry.last) / 2, entry.last - 0.1):
                for window in (Window(edge, edge + length), Window(edge - length, edge)):
                    axis.set_window(window)
                    shown = axis.window_shown
                    touched = any(one.first < shown.last and one.last > shown.first for one in axis.entries)
                    assert bool(axis.picture.nothing) == axis.is_empty_here == (not touched)
