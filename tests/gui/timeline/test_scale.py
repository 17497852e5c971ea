"""Dates on a line."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.dates import parse_edtf
from bluebook_desktop.gui.timeline.scale import (
    SHORTEST_DAYS,
    Scale,
    Window,
    bounds,
    day_number,
    densest_window,
    step_for,
    ticks,
    whole_years,
    window_in_words,
)
from bluebook_desktop.services.sections import OpenSection

LIMITS = Window(day_number("1950-01-01"), day_number("2025-01-01"))
moments = st.floats(LIMITS.first, LIMITS.last)


def window(first: str, last: str) -> Window:
    return Window(day_number(first), day_number(last))


def labels(first: str, last: str, width: float = 570) -> list[str]:
    return [tick.label for tick in ticks(Scale(window(first, last), 110, width))]


@given(moments, moments)
def test_a_moment_found_at_a_pixel_is_the_one_drawn_there(day: float, start: float) -> None:
    scale = Scale(Window(start, start + 4000), 110, 570)
    assert scale.day(scale.x(day)) == pytest.approx(day)


@given(moments, st.floats(1.01, 4))
def test_zooming_in_keeps_the_moment_under_the_pointer(at: float, factor: float) -> None:
    before = Scale(LIMITS, 110, 570)
    after = Scale(LIMITS.zoomed(factor, at), 110, 570)
    assert after.x(at) == pytest.approx(before.x(at))


@given(moments, st.floats(0.01, 100_000))
def test_a_window_never_leaves_its_limits_nor_gets_too_short_to_read(first: float, length: float) -> None:
    kept = Window(first, first + length).within(LIMITS)
    assert kept.first >= LIMITS.first
    assert kept.last <= LIMITS.last + 1e-6
    assert kept.length >= SHORTEST_DAYS - 1e-6


def test_gridlines_are_decades_when_all_time_is_shown() -> None:
    assert labels("1950-01-01", "2025-01-01")[:3] == ["1950", "1960", "1970"]


def test_gridlines_are_years_months_and_days_as_one_looks_closer() -> None:
    assert labels("2013-01-01", "2025-01-01")[0:2] == ["2013", "2014"]
    assert labels("2019-11-01", "2021-01-01")[:3] == ["Jan 2020", "Apr", "Jul"]
    assert labels("2020-06-01", "2020-12-31")[:2] == ["Jun", "Jul"]
    assert labels("2020-12-01", "2021-01-20")[:5] == ["1 Dec", "8 Dec", "15 Dec", "22 Dec", "1 Jan 2021"]
    assert labels("2020-12-01", "2020-12-09", 1000)[:2] == ["1 Dec", "2 Dec"]


def test_the_first_gridline_can_say_its_year() -> None:
    first = ticks(Scale(window("2020-06-01", "2020-12-31"), 110, 570))[0]
    assert (first.label, first.full) == ("Jun", "Jun 2020")


def test_the_first_window_is_where_most_events_of_the_section_are(section: OpenSection) -> None:
    horizon = day_number(section.edition.period_end) + 1
    stretches = sorted(bounds(event.date.span, horizon) for event in section.records.events)
    assert densest_window(stretches, LIMITS) == window("2013-01-01", "2025-01-01")


def test_the_first_window_has_no_empty_years_at_its_ends() -> None:
    days = [day_number(one) for one in ("1950-06-01", "1990-03-01", "1992-05-01")]
    stretches = [(day, day + 1) for day in days]
    assert densest_window(stretches, LIMITS) == window("1990-01-01", "1993-01-01")


def test_a_window_is_told_as_exactly_as_its_gridlines() -> None:
    told = {
        window("2013-01-01", "2025-01-01"): "2013 – 2024",
        window("2020-10-01", "2021-01-01"): "Oct – Dec 2020",
        window("2020-12-01", "2020-12-10"): "1–9 Dec 2020",
    }
    for one, words in told.items():
        assert window_in_words(one, step_for(Scale(one, 110, 570))) == words


def test_an_open_date_is_borne_out_to_the_end_of_the_texts_period() -> None:
    horizon = day_number("2021-01-01")
    assert bounds(parse_edtf("2006/.."), horizon) == (day_number("2006-01-01"), horizon)
    assert bounds(parse_edtf("../2022-03"), horizon) == (day_number("2022-03-31"), day_number("2022-04-01"))


def test_a_closed_date_ends_after_its_last_day() -> None:
    assert bounds(parse_edtf("2023-04/2024-03"), 0) == (day_number("2023-04-01"), day_number("2024-04-01"))


def test_a_window_moves_only_as_far_as_an_event_needs_it_to() -> None:
    shown = window("2013-01-01", "2025-01-01")
    assert shown.showing(day_number("2020-08-01"), day_number("2020-09-01")) is shown
    moved = shown.showing(day_number("1950-06-01"), day_number("1950-07-01"))
    assert moved.length == shown.length
    assert moved.first <= day_number("1950-06-01") < moved.last


def test_the_calendars_ends_are_no_error() -> None:
    last = datetime.date.max.toordinal() + 1
    assert whole_years(1, last) == Window(1, last)
    assert ticks(Scale(Window(1, last), 0, 500))


def test_of_equally_full_years_the_latest_are_shown_first() -> None:
    days = [day_number(one) for one in ("1952-06-01", "2001-03-01")]
    assert densest_window([(day, day + 1) for day in days], LIMITS) == window("2001-01-01", "2002-01-01")
