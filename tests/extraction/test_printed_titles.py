"""Titles that say nothing by themselves give way to printed words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.extraction.printed_titles import telling_title
from tests.extraction.conftest import Extract


def _title(title: str, sentence: str, date: str) -> str:
    start = sentence.index(date)
    return telling_title(title, sentence, (start, start + len(date)))


@pytest.mark.parametrize(
    ("title", "sentence", "date", "shown"),
    [
        (
            "Review",
            "With this recognition, in the review of 2015 the panel looked at every project.",
            "2015",
            "… in the review of 2015 the panel looked at every project",
        ),
        (
            "Seen in discussions over the Treaty",
            "Differences remain, such as those seen in discussions over the Treaty adopted in July 2017, among others.",
            "July 2017",
            "… such as those seen in discussions over the Treaty adopted in July 2017 …",
        ),
        ("He said", "He said so in May.", "May", "He said so in May"),
        (
            "Blew up the cooling tower in Ur had been set",
            "Ur sent a list in June, a year after the day that had been set, and blew up the cooling tower in May.",
            "May",
            "… and blew up the cooling tower in May",
        ),
        (
            "Who visited Ur",
            "“It was there,” remarked the Emir, who visited Ur from May 3 to 5.",
            "May 3 to 5",
            "“It was there,” remarked the Emir, who visited Ur from May 3 to 5",
        ),
        (
            "Carried out",
            "The plan was agreed and carried out since May.",
            "May",
            "The plan was agreed and carried out since May",
        ),
        (
            "Between the two peoples",
            "Between the two peoples, visits came to about 4.8 million in 2008, it is said.",
            "2008",
            "… visits came to about 4.8 million in 2008 …",
        ),
        ("It had done", "It went there, as it had done in 1954.", "1954", "… as it had done in 1954"),
        (
            "President Doe commended Ur’s",
            "In May President Doe commended Ur’s “bold leadership in rebuilding its towns.”",
            "May",
            "In May President Doe commended Ur’s “bold leadership in rebuilding its towns.”",
        ),
        (
            "I believe that Ur succeeded in its reforms",
            "I believe that Ur succeeded in its reforms in 2007.",
            "2007",
            "Ur succeeded in its reforms",
        ),
    ],
)
def test_a_title_that_tells_nothing_gives_way_to_printed_words(
    title: str, sentence: str, date: str, shown: str
) -> None:
    assert _title(title, sentence, date) == shown


@pytest.mark.parametrize(
    "title",
    [
        "Ur was founded",
        "Foreign Minister Doe’s visit to Ur",
        "General election",
        "It was signed in Ur itself",
        "Driving of sand piles",
        "Meeting in Ur",
        "United Nations Forces in Japan signed",
        "Remaining part of the area was returned",
        "Armed group took the city",
    ],
)
def test_a_title_that_tells_something_stays(title: str) -> None:
    assert _title(title, "In May, as was told above, it was so.", "May") == title


@given(
    words=st.lists(
        st.sampled_from(["Ur", "the", "was", "of", "held,", "signed;", "(once)", "a\n", "longerword"]), max_size=60
    ),
    at=st.integers(0, 60),
    title=st.sampled_from(["Review", "He said", "Seen in Ur"]),
)
def test_printed_words_are_printed_short_and_hold_the_date(words: list[str], at: int, title: str) -> None:
    words.insert(min(at, len(words)), "May 2017")
    sentence = " ".join(words) + "."
    shown = _title(title, sentence, "May 2017")
    assert " ".join(shown.strip("… ").split()) in " ".join(sentence.split())
    assert "May 2017" in shown
    assert len(shown) <= 100


def test_a_date_that_goes_on_behind_a_full_stop_is_read(find: Extract) -> None:
    assert [event.date.printed for event in find("0:March 1. 2000A").events]
