"""The year of a month that prints none, in an edition of 2021, which covers 2020."""

import pytest

from tests.extraction.conftest import Extract, dates_of


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("Talks started in March 2014. In October, the parties reached agreement.", "2014-03; 2014-10"),
        ("The war ended in August 1945. In September, the instrument was signed.", "1945-08; 1945-09"),
        ("The Minister visited Ur in May 2013. Late October, the delegates met again.", "2013-05; 2013-10"),
        ("The Minister visited Ur in May 2013. Tano Ichiro, a nurse, died in October.", "2013-05; 2020-10"),
    ],
)
def test_a_time_that_opens_a_sentence_is_nobody_new(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("In March 2014, Ur annexed Lod, which had been part of Uz. In July, a plane fell.", "2014-03; 2014-07"),
        ("On March 11, 2011, a quake struck that had been feared. In December, Ur was told.", "2011-03-11; 2011-12"),
        ("In April 1945, forces had landed on the island. In June, the battle ended.", "1945-04; 1945-06"),
        (
            "In May 2020, Ur was told. In April 2014, forces had landed there. In June, talks began.",
            "2020-05; 2014-04; 2020-06",
        ),
        (
            "In May 2013, Mr. Doe went to Ur. He had been taken there in June 2007. In July, he came home.",
            "2013-05; 2007-06; 2013-07",
        ),
    ],
)
def test_only_what_had_happened_before_what_is_told_is_left_behind(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("Elections were held in June, after a state of emergency that lasted until February.", "2020-06; 2020-02"),
        ("Flights were resumed in July, following a ban which had been kept until May.", "2020-07; 2020-05"),
        ("A state of emergency was declared in October, which was prolonged until March.", "2020-10; 2021-03"),
    ],
)
def test_what_ended_before_ends_in_no_later_year(find: Extract, words: str, dates: str) -> None:
    told = dates_of(find(words))
    assert told.replace("!d", "") == dates


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        (
            "The Accord (RAA), signed on January 6, 2019, entered into force on August 13. Ur met Lod in May.",
            "2019-01-06; 2020-08-13; 2020-05",
        ),
        ("The Accord, signed in January 1960, entered into force in June.", "1960-01; 1960-06"),
        ("The Accord was signed in January 2019, and entered into force in June.", "2019-01; 2019-06"),
    ],
)
def test_the_year_in_which_a_thing_was_made_is_not_that_of_what_it_did(find: Extract, words: str, dates: str) -> None:
    assert dates_of(find(words)) == dates
