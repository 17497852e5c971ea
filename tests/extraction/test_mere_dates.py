"""A date that only tells which thing is meant belongs to no verb of its sentence."""

import pytest

from tests.extraction.conftest import Extract


def titles(find: Extract, words: str, edtf: str) -> list[str]:
    return [event.title for event in find(words).events if event.date.span.edtf == edtf]


@pytest.mark.parametrize(
    ("words", "edtf", "title"),
    [
        (
            "On May 7, Minister Doe came to Ur, where she met Ann Roe, her predecessor’s term having ended in March.",
            "2020-03",
            "… her predecessor’s term having ended in March",
        ),
        (
            "Jane Doe, a survivor, told them of the morning of August 6, 1945.",
            "1945-08-06",
            "… told them of the morning of August 6, 1945",
        ),
        (
            "The Agreement, signed on January 22, 2016, replaced that of 2011 and will remain valid.",
            "2011",
            "… replaced that of 2011 and will remain valid",
        ),
        (
            "Minister Doe confirmed that Ur would keep its pledge of July 2012, up to 3 million dollars.",
            "2012-07",
            "Minister Doe confirmed that Ur would keep its pledge of July 2012 …",
        ),
        (
            "The Command, which was set up in July 1950, a month after the war had broken out, moved to Ur in 1957.",
            "1957",
            "Command moved to Ur",
        ),
        (
            "It was made public that ten people in Ur had fallen ill since December 2019.",
            "2019-12/..",
            "Ten people in Ur had fallen ill",
        ),
        (
            "President Doe expressed the thanks of Ur for Japanese yen loans, which had been given since 1979.",
            "1979/..",
            "Japanese yen loans had been given",
        ),
    ],
)
def test_the_printed_words_tell_what_a_mere_date_belongs_to(find: Extract, words: str, edtf: str, title: str) -> None:
    assert titles(find, words, edtf) == [title]


@pytest.mark.parametrize(
    "words",
    [
        "In June, a law gave to September 3 the name of “Day of Ur.”",
        "In June, the Assembly declared September 3 a holiday.",
    ],
)
def test_a_day_that_gets_a_name_is_none_on_which_anything_was_done(find: Extract, words: str) -> None:
    assert [event.date.span.edtf for event in find(words).events] == ["2020-06"]


def test_a_day_on_which_something_was_given_is_an_event(find: Extract) -> None:
    assert titles(find, "The prize was given on September 3 to the town.", "2020-09-03")


def test_the_name_of_a_japanese_edition_is_no_event(find: Extract) -> None:
    words = "令和4年版外交青書は、主として令和3年5月の国際情勢を記述する。"
    assert [event.date.span.edtf for event in find(words, year=2022, language="ja").events] == ["2021-05"]
