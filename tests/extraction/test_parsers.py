"""What the forms of dates say, in an edition of 2021, which covers 2020."""

import pytest

from tests.extraction.conftest import Extract, dates_of


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("On December 31, 2019 and the following day, a meeting was held.", "2019-12-31/2020-01-01"),
        ("On December 31 and the next day, a meeting was held.", "2020-12-31/2021-01-01"),
        ("On February 28 and the next day, a meeting was held.", "2020-02-28/2020-02-29"),
        ("On February 28, 2019 and the next day, a meeting was held.", "2019-02-28/2019-03-01"),
        ("On February 30 and the next day, a meeting was held.", ""),
    ],
)
def test_the_day_after_is_the_next_of_the_calendar(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("Exports rose in the last six months of the previous fiscal year.", "2019-10/2020-03"),
        ("Exports rose in the last two months of fiscal year 2018.", "2019-02/2019-03"),
        ("Exports rose in the first ten months of FY2018.", "2018-04/2019-01"),
        ("Exports rose in the first two months of the fiscal year.", "2020-04/2020-05"),
        ("The first two months of 2020 saw a rise.", "2020-01/2020-02"),
        ("The last day of the year brought a storm.", "2020-12-31"),
    ],
)
def test_months_of_a_year_are_counted_from_where_it_begins(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("The summit held in September, 2012 was a turning point.", "2012-09"),
        ("For Ur, which chose a king in September, 2012 was a year of feasts.", "2020-09; 2012"),
        ("For Ur, which chose a king in September, 1997 was a difficult year.", "2020-09; 1997"),
    ],
)
def test_a_year_behind_a_month_is_told_of_only_where_it_is_called_a_year(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates
