import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.dates import Precision, describe, parse_edtf

YEARS = st.integers(1, 9999)


@pytest.mark.parametrize(
    ("edtf", "start", "end", "precision"),
    [
        ("1960-01-19", "1960-01-19", "1960-01-19", Precision.DAY),
        ("2020-08", "2020-08-01", "2020-08-31", Precision.MONTH),
        ("2020-02", "2020-02-01", "2020-02-29", Precision.MONTH),
        ("2021-02", "2021-02-01", "2021-02-28", Precision.MONTH),
        ("2020", "2020-01-01", "2020-12-31", Precision.YEAR),
        ("2023-04/2024-03", "2023-04-01", "2024-03-31", Precision.FISCAL_YEAR),
        ("2020-07/2020-12", "2020-07-01", "2020-12-31", Precision.RANGE),
        ("2020/2024", "2020-01-01", "2024-12-31", Precision.RANGE),
        ("2020-12-05/2020-12-06", "2020-12-05", "2020-12-06", Precision.RANGE),
        ("2006/..", "2006-01-01", None, Precision.YEAR),
        ("2020-03/..", "2020-03-01", None, Precision.MONTH),
        ("../2022-03-31", None, "2022-03-31", Precision.DAY),
    ],
)
def test_a_date_spans_full_days(edtf: str, start: str | None, end: str | None, precision: Precision) -> None:
    span = parse_edtf(edtf)
    assert (span.edtf, span.start, span.end, span.precision) == (edtf, start, end, precision)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "August",
        "20",
        "2020-13",
        "2020-00",
        "2020-02-30",
        "2020-2-3",
        "0000",
        "2020-08-1x",
        "2024/2020",
        "../..",
        "/",
        "2020/",
        "/2020",
        "2020/2021/2022",
        "２０２０",
        " 2020",
        "2020\n",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_edtf(text)


@pytest.mark.parametrize(
    ("edtf", "short", "full"),
    [
        ("1960-01-19", "19 Jan 1960", "19 January 1960"),
        ("2020-08", "Aug 2020", "August 2020"),
        ("2020", "2020", "2020"),
        ("2023-04/2024-03", "FY2023", "fiscal year 2023"),
        ("2006/..", "since 2006", "since 2006"),
        ("../2022-03-31", "until 31 Mar 2022", "until 31 March 2022"),
        ("2020-12-05/2020-12-06", "5–6 Dec 2020", "5–6 December 2020"),
        ("2020-07/2020-12", "Jul – Dec 2020", "July – December 2020"),
        ("2020-01-30/2020-02-02", "30 Jan – 2 Feb 2020", "30 January – 2 February 2020"),
        ("2020/2024", "2020 – 2024", "2020 – 2024"),
        ("2019-12/2020-01", "Dec 2019 – Jan 2020", "December 2019 – January 2020"),
    ],
)
def test_a_date_is_said_as_exactly_as_it_is_known(edtf: str, short: str, full: str) -> None:
    span = parse_edtf(edtf)
    assert (describe(span), describe(span, full=True)) == (short, full)


@given(st.dates())
def test_every_day_is_a_date(day: datetime.date) -> None:
    span = parse_edtf(day.isoformat())
    assert span.start == span.end == day.isoformat()
    assert str(day.year) in describe(span).lstrip("0") or day.year < 1000


@given(st.dates(), st.dates())
def test_an_interval_is_open_to_none_of_its_days(one: datetime.date, other: datetime.date) -> None:
    first, last = sorted((one, other))
    span = parse_edtf(f"{first}/{last}")
    assert (span.start, span.end, span.precision) == (str(first), str(last), Precision.RANGE)
    assert describe(span)


@given(YEARS)
def test_a_fiscal_year_runs_from_april_to_march(year: int) -> None:
    if year < 9999:
        span = parse_edtf(f"{year:04}-04/{year + 1:04}-03")
        assert span.precision is Precision.FISCAL_YEAR
        assert (span.start, span.end) == (f"{year:04}-04-01", f"{year + 1:04}-03-31")


@given(st.text(alphabet="0123456789-/. ", max_size=24))
def test_anything_else_is_refused_or_read(text: str) -> None:
    try:
        span = parse_edtf(text)
    except ValueError:
        return
    assert span.start is None or span.end is None or span.start <= span.end
    assert describe(span)
