"""Months, and what they take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.dates import parse_edtf
from bluebook_desktop.gui.quotations.filtering import Months, months_of, year

MONTHS = st.one_of(st.just(""), st.builds("{:04}-{:02}".format, st.integers(1900, 2100), st.integers(1, 12)))


@pytest.mark.parametrize(
    ("months", "edtf", "taken"),
    [
        (Months("2020-01", "2020-03"), "2020-02-10", True),
        (Months("2020-01", "2020-03"), "2020-04", False),
        (Months("2020-01", "2020-03"), "2019", False),
        (Months("2020-01", "2020-03"), "2020", True),
        (Months("2020-01", ""), "2006/..", True),
        (Months("", "2005-12"), "2006/..", False),
        (Months("", "2005-12"), "../2004", True),
        (year("2020"), "2019-12-31", False),
        (year("2020"), "2019-12/2020-01", True),
        (Months(undated=True), "2020", False),
        (Months(), "2020", True),
    ],
)
def test_a_time_is_taken_when_it_touches_the_months(months: Months, edtf: str, taken: bool) -> None:
    assert months.takes(parse_edtf(edtf)) is taken


def test_what_has_no_date_is_taken_by_all_and_by_none() -> None:
    assert Months().takes(None)
    assert Months(undated=True).takes(None)
    assert not Months("2020-01").takes(None)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (Months(), ""),
        (year("2020"), "2020"),
        (Months("2020-01", "2020-01"), "Jan 2020"),
        (Months("2020-04", "2021-03"), "Apr 2020 – Mar 2021"),
        (Months("2020-04"), "since Apr 2020"),
        (Months("", "2020-04"), "until Apr 2020"),
    ],
)
def test_months_are_said_in_words(months: Months, words: str) -> None:
    assert months.words == words


@given(MONTHS, MONTHS)
def test_what_is_remembered_is_the_same_again(first: str, last: str) -> None:
    months = Months(first, last)
    again = months_of(months.edtf)
    assert again == (Months() if first and last and first > last else months)


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    assert isinstance(months_of(text), Months)
