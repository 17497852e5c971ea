"""What days and months are counted from, in an edition of 2021, which covers 2020."""

import pytest

from tests.extraction.conftest import Extract, dates_of


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (
            "On May 3, they met. They praised the accord which had been signed on April 2. The next day, they left.",
            "2020-05-03; 2020-04-02; 2020-05-04",
        ),
        (
            "On May 3, they met in Ur. They praised the truce that was made on April 2. The following day, they left.",
            "2020-05-03; 2020-04-02; 2020-05-04",
        ),
        (
            "On May 3, they met in Ur. They praised a truce in force since January 10. The following day, they left.",
            "2020-05-03; 2020-01-10/..; 2020-05-04",
        ),
        (
            "On May 3, they met in Ur. The missile that Lod fired on May 9 fell. The following day, Ur protested.",
            "2020-05-03; 2020-05-09; 2020-05-10",
        ),
    ],
)
def test_the_following_day_is_not_that_of_what_was_before(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("In November 2016, Mr. Doe was elected. Two months after his inauguration, he met Mr. Roe.", "2016-11"),
        ("In November 2016, Mr. Doe was elected. Two months after his election, he met Mr. Roe.", "2016-11; 2017-01"),
        (
            "The King came on May 30. “I am glad,” he said. Six days after his departure, it began.",
            "2020-05-30; 2020-06-05",
        ),
    ],
)
def test_days_are_counted_from_a_happening_only_where_it_is_told(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (
            "On July 18, 2020, the Cabinet met. Minister Doe announced in January that Ur would lead from May 2021.",
            "2020-07-18; 2021-01; 2021-05!p",
        ),
        (
            "On July 18, 2020, the Cabinet met. Minister Doe announced in September that Ur would lead from May 2021.",
            "2020-07-18; 2020-09; 2021-05!p",
        ),
        (
            "In January 2020, the Cabinet met. Minister Doe announced in March that Ur would lead from May 2021.",
            "2020-01; 2020-03; 2021-05!p",
        ),
    ],
)
def test_a_month_behind_later_ones_that_announces_the_editions_year_is_of_it(
    find: Extract, words: str, dates: str
) -> None:
    assert dates_of(find(words)).replace("/..", "") == dates
