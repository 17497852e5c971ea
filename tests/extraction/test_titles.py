"""Titles of events: the thing that is dated or what is told of it, in few words."""

import pytest

from bluebook_desktop.domain.records import EventKind
from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (
            "In May, Secretary-General Doe visited Japan to exchange views with the leaders of all sides.",
            ["Secretary-General Doe visited Japan"],
        ),
        (
            "The year 2012 saw frequent exchanges between the two countries.",
            ["Frequent exchanges between the two countries"],
        ),
        (
            "In relations with Asia, 2012 marked the 40th anniversary of the treaty.",
            ["40th anniversary of the treaty"],
        ),
        ("They spoke during Foreign Minister Roe's visit to Peru in June.", ["Foreign Minister Roe's visit to Peru"]),
        ("The alliance was confirmed at the Summit Meeting in April 2012.", ["Summit Meeting"]),
        ("Japan recovered after the Great North Earthquake of March 11, 2011.", ["Great North Earthquake"]),
        (
            "In August, General Doe, Chief of Staff of the Army, paid a courtesy call.",
            ["General Doe paid a courtesy call"],
        ),
        ("The Guidelines, which were formulated in 2012, were revised.", ["Guidelines formulated"]),
        (
            "Two attacks happened: the bombing at a station in Ur, Roe, in May; the attack in Lod, in June.",
            ["Bombing at a station in Ur, Roe", "Attack in Lod"],
        ),
        (
            "In April, the Emperor visited Palau, and in August, a statement was issued.",
            ["Emperor visited Palau", "Statement was issued"],
        ),
        ("In May, July, and October 2012, meetings of experts were held.", ["Meetings of experts"] * 3),
        ("As of the end of 2012, 809 Japanese were on the staff.", ["809 Japanese were on the staff"]),
    ],
)
def test_a_title_says_what_is_dated(find: Extract, words: str, titles: list[str]) -> None:
    assert [event.title for event in find(words, year=2013).events] == titles


def test_no_title_is_long_or_ends_within_a_phrase(find: Extract) -> None:
    (event,) = find(
        "In May, the Government of Japan and the Government of the Republic of Somewhere signed a memorandum of "
        "cooperation on the peaceful uses of outer space and on the exchange of students and teachers.",
    ).events
    assert len(event.title) <= 80
    assert not event.title.endswith((" of", " and", " the", " on", ","))


@pytest.mark.parametrize(
    ("words", "lane"),
    [
        ("In May, a suicide bombing struck the market.", EventKind.INCIDENTS),
        ("In May, the two sides signed the agreement.", EventKind.AGREEMENTS),
        ("In May, a joint exercise with the Navy took place.", EventKind.DEFENCE),
        ("In May, the Consulate-General in Ur was opened.", EventKind.DIPLOMACY),
        ("In May, the area was returned after the relocation of the forces.", EventKind.REALIGNMENT),
    ],
)
def test_an_event_stands_in_the_lane_of_its_words(find: Extract, words: str, lane: EventKind) -> None:
    assert [event.kind for event in find(words).events] == [lane]
