"""Where the marks go."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.records import Event, EventKind, Status
from bluebook_desktop.gui.timeline.entries import Entry, Track, entries_of
from bluebook_desktop.gui.timeline.layout import (
    CROWD,
    Cluster,
    Lane,
    Mark,
    arrange_lanes,
    place,
    share_rows,
)
from bluebook_desktop.gui.timeline.scale import Scale, Window, day_number
from tests.gui.timeline.conftest import made_up

HORIZON = day_number("2021-01-01")
DECADES = Window(day_number("1950-01-01"), day_number("2025-01-01"))
YEARS = Window(day_number("2013-01-01"), day_number("2025-01-01"))
MONTHS = Window(day_number("2020-01-01"), day_number("2021-01-01"))
DAYS = Window(day_number("2020-12-01"), day_number("2020-12-15"))

years = st.integers(1950, 2024)
months = st.integers(1, 12)
days = st.integers(1, 28)
dates = st.one_of(
    st.builds(lambda y, m, d: f"{y}-{m:02}-{d:02}", years, months, days),
    st.builds(lambda y, m: f"{y}-{m:02}", st.integers(2018, 2021), months),
    st.builds(str, years),
    st.builds(lambda y: f"{y}-04/{y + 1}-03", years),
    st.builds(lambda y, n: f"{y}/{y + n}", years, st.integers(1, 20)),
    st.builds(lambda y: f"{y}/..", years),
    st.builds(lambda y: f"../{y}", years),
)
#: The four zooms, and any other stretch from a fortnight to all time.
windows = st.one_of(
    st.sampled_from([DECADES, YEARS, MONTHS, DAYS]),
    st.builds(
        lambda length, share: Window(0, length).moved(DECADES.first + share * (DECADES.length - length)),
        st.floats(14, DECADES.length),
        st.floats(0, 1),
    ),
)


def width_of(entry: Entry) -> float:
    return 40.0 + 23 * (entry.first % 12)


def laid_out(events: Sequence[Event], window: Window, rows: int = 3) -> tuple[list[Mark], list[Cluster]]:
    lane = Lane(2, 26, 8 + rows * 17, rows, 17, 4)
    return place(Track(entries_of(events, HORIZON)), lane, Scale(window, 110, 560), width_of)


def extent(item: Mark | Cluster) -> tuple[float, float]:
    """What an item covers, with its label."""
    left, right = max(item.left, 110), item.right
    if isinstance(item, Mark) and item.label_width:
        left, right = min(left, item.label_left), max(right, item.label_left + item.label_width)
    return left, right


@settings(deadline=None)
@given(st.lists(dates, max_size=60), windows, st.integers(2, 6))
def test_labels_marks_and_clusters_never_overlap(edtf: list[str], window: Window, rows: int) -> None:
    marks, clusters = laid_out([made_up(n, one) for n, one in enumerate(edtf)], window, rows)
    for row in range(rows):
        extents = sorted(extent(one) for one in [*marks, *clusters] if one.row == row)
        for (_, right), (left, _) in pairwise(extents):
            assert right <= left


@settings(deadline=None)
@given(st.lists(dates, max_size=CROWD * 2), windows, st.integers(2, 6))
def test_every_visible_event_is_shown_exactly_once(edtf: list[str], window: Window, rows: int) -> None:
    events = [made_up(n, one) for n, one in enumerate(edtf)]
    marks, clusters = laid_out(events, window, rows)
    shown = [mark.entry.event.id for mark in marks] + [one.event.id for cluster in clusters for one in cluster.entries]
    assert len(shown) == len(set(shown))
    margin = 15 * window.length / 560  # a dot is seen with its middle
    must = {
        entry.event.id
        for entry in entries_of(events, HORIZON)
        if entry.first < window.last - margin and entry.last > window.first + margin
    }
    dots_aside = {one.event.id for one in entries_of(events, HORIZON) if one.first < window.first}
    assert must - dots_aside <= set(shown)


def test_a_month_is_a_dot_at_the_scale_of_decades_and_a_bar_at_the_scale_of_months() -> None:
    event = made_up(0, "2020-08")
    (far,), _ = laid_out([event], DECADES)
    (near,), _ = laid_out([event], MONTHS)
    assert not far.is_bar
    assert near.is_bar
    assert near.right - near.left == pytest.approx(31 / 366 * 560)


def test_a_day_is_a_point_however_close_one_looks() -> None:
    (mark,), _ = laid_out([made_up(0, "2020-12-05")], DAYS)
    assert not mark.is_bar
    assert mark.right - mark.left == 10
    assert (mark.left + mark.right) / 2 == pytest.approx(110 + 4.5 / 14 * 560)


@pytest.mark.parametrize("edtf", ["2006/..", "2006/2022"])
def test_what_began_before_is_never_a_dot_as_if_it_began_at_the_edge(edtf: str) -> None:
    (bar, later), clusters = laid_out([made_up(0, edtf), made_up(1, "2018")], YEARS, rows=1)
    assert clusters == []
    assert bar.is_bar
    assert bar.left < Scale(YEARS, 110, 560).left
    assert bar.is_cut
    assert bar.right < later.left


def test_where_there_are_rows_for_all_no_label_is_cut_short() -> None:
    events = [made_up(number, f"2018-{number + 1:02}") for number in range(4)]
    marks, _ = laid_out(events, YEARS, rows=4)
    assert all(one.label_width == one.wanted for one in marks)
    assert {one.row for one in marks} == {0, 1, 2, 3}


def test_a_label_that_has_room_for_some_of_it_in_its_bar_leaves_its_row_to_it_while_others_are_free() -> None:
    # A year is 124 pixels wide: a readable part of each label fits into its bar, and not the whole.
    lane, scale = Lane(2, 26, 60, 3, 17, 4), Scale(YEARS, 110, 1490)
    entries = entries_of([made_up(1, "2015"), made_up(2, "2017")], HORIZON)
    marks, _ = place(Track(entries), lane, scale, lambda _entry: 250.0)
    assert [mark.label_width for mark in marks] == [250.0, 250.0]


def test_a_label_that_its_bar_would_cut_stands_beside_it_where_there_is_more_room() -> None:
    def labelled(*edtf: str) -> list[Mark]:
        events = [made_up(number, one) for number, one in enumerate(edtf)]
        lane, scale = Lane(2, 26, 42, 2, 17, 4), Scale(YEARS, 110, 560)
        return place(Track(entries_of(events, HORIZON)), lane, scale, lambda _entry: 200.0)[0]

    (alone,) = labelled("2015/2017")
    assert 104 < alone.right - alone.left < 200
    assert not alone.label_is_inside
    assert alone.label_width == alone.wanted
    crowded = labelled("2015/2017", "2017-06", "2018-06")
    assert crowded[0].label_is_inside


def test_a_fiscal_year_runs_from_april_to_march() -> None:
    (mark,), _ = laid_out([made_up(0, "2023-04/2024-03", status=Status.PLANNED)], YEARS)
    scale = Scale(YEARS, 110, 560)
    assert mark.is_bar
    assert mark.left == scale.x(day_number("2023-04-01"))
    assert mark.right == scale.x(day_number("2024-04-01"))


def test_an_open_end_runs_on_beyond_the_texts_period() -> None:
    (mark,), _ = laid_out([made_up(0, "2018/..")], YEARS)
    assert mark.entry.open_end
    assert mark.right > Scale(YEARS, 110, 560).x(HORIZON)


def test_what_began_before_the_window_and_goes_on_is_shown_in_it() -> None:
    (mark,), _ = laid_out([made_up(0, "2006/..")], YEARS)
    assert mark.label_left > 110


def test_events_without_room_become_a_cluster_with_all_of_them() -> None:
    marks, clusters = laid_out([made_up(n, f"2020-03-{n + 1:02}") for n in range(9)], YEARS, rows=3)
    assert len(marks) + sum(len(cluster.entries) for cluster in clusters) == 9
    assert clusters
    assert any(cluster.can_be_parted() for cluster in clusters)


def test_events_of_one_day_cannot_be_parted() -> None:
    _, clusters = laid_out([made_up(n, "2020-03-01") for n in range(9)], DAYS.moved(-275), rows=2)
    assert not any(cluster.can_be_parted() for cluster in clusters)


def test_a_crowd_of_thousands_is_counted_by_cells() -> None:
    edtf = [f"{1950 + n % 75}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(5000)]
    marks, clusters = laid_out([made_up(n, one) for n, one in enumerate(edtf)], DECADES)
    assert sum(len(cluster.entries) for cluster in clusters) + len(marks) == 5000
    assert len(clusters) < 20
    assert all(cluster.right - cluster.left < 44 for cluster in clusters)


def test_lanes_with_more_events_get_more_rows_and_none_more_than_it_has_events() -> None:
    assert share_rows([18, 9, 15, 6, 3], 13) == [4, 2, 3, 2, 2]
    assert share_rows([1, 2, 1], 12) == [2, 2, 2]
    assert share_rows([30], 14) == [14]


def test_where_there_is_little_room_every_lane_has_a_row() -> None:
    assert share_rows([18, 9, 15, 6, 3], 5) == [1, 1, 1, 1, 1]
    assert share_rows([18, 9, 15, 6, 3], 7) == [2, 1, 2, 1, 1]
    assert share_rows([18, 9, 15, 6, 3], 0) == [1, 1, 1, 1, 1]


def test_lanes_fill_the_height_without_gaps() -> None:
    lanes = arrange_lanes({0: 18, 2: 15, 4: 3}, 26, 300, 17, 8)
    assert [lane.number for lane in lanes] == [0, 2, 4]
    assert lanes[0].top == 26
    assert lanes[-1].top + lanes[-1].height == pytest.approx(326)
    for lane in lanes:
        assert lane.row_middle(lane.rows - 1) + lane.pitch / 2 <= lane.top + lane.height


def test_entries_are_in_the_order_of_time_and_of_one_date_in_that_of_the_text() -> None:
    events = [made_up(5, "2020-08"), made_up(1, "2020-08"), made_up(2, "1950-06"), made_up(3, "2020-08-01")]
    assert [one.event.id for one in entries_of(events, HORIZON)] == [
        "made-up-2",
        "made-up-3",
        "made-up-1",
        "made-up-5",
    ]


def test_each_kind_has_its_lane() -> None:
    entries = entries_of([made_up(n, "2020", kind) for n, kind in enumerate(EventKind)], HORIZON)
    assert sorted(entry.lane for entry in entries) == [0, 1, 2, 3, 4]
