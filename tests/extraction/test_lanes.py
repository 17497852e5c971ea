"""Happened, planned or a deadline, in an edition of 2021, which covers 2020."""

import pytest

from tests.extraction.conftest import Extract, dates_of


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("By January 2021, more than two million people had died.", "2021-01"),
        ("By March 2021, the project was completed.", "2021-03"),
        ("By March 2021, the project was to be completed.", "2021-03!d"),
        ("By March 2021, Ur had to complete the project.", "2021-03!d"),
        ("By March 2021, all were required to leave.", "2021-03!d"),
        ("By March 2021, Ur will have completed the project.", "2021-03!d"),
        ("The project is to be completed by March 2021.", "2021-03!d"),
        ("They were prolonged on October 10, until April 13.", "2020-10-10; 2021-04-13!d"),
    ],
)
def test_what_was_done_by_a_day_of_spring_is_no_deadline(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("Ur and Lod speed up the talks, which they hope to conclude in 2021.", "2021!p"),
        ("He asked for support; by the end of March 2021, he wants to present a plan.", "2021-03!d"),
        ("He wanted to come in May.", "2020-05"),
    ],
)
def test_what_somebody_hopes_or_wants_to_do_is_still_to_come(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates
