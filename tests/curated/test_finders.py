"""The finders know forms of words, not this section: each is tried on words that it has never seen."""

from collections.abc import Callable

import pytest

from bluebook_desktop.curated import finders
from bluebook_desktop.curated.places import Places
from bluebook_desktop.domain.documents import Document, Heading, HeadingKind, Passage, PassageKind
from bluebook_desktop.domain.excerpts import Excerpt

Finder = Callable[[Places], list[Excerpt]]


def found(finder: Finder, text: str) -> list[str]:
    """What a finder finds in a document of one paragraph."""
    heading = Heading(0, HeadingKind.SECTION, "", "-", 1, 1, 0, 1)
    passage = Passage(1, PassageKind.PARAGRAPH, text, 0, 3, 3 + len(text))
    return [excerpt.exact for excerpt in finder(Places(Document((heading,), (passage,))))]


@pytest.mark.parametrize(
    ("text", "expressions"),
    [
        ("It met in May 2019.", ["May 2019"]),
        ("On June 3, 1999, and on July 4 too.", ["June 3, 1999", "July 4"]),
        ("From August 5 and 6 to October 7. 2020", ["August 5 and 6", "October 7. 2020"]),
        ("In September of the following year it ended.", ["September of the following year"]),
        ("The budget of FY2022 and of fiscal year 2023.", ["FY2022", "fiscal year 2023"]),
        ("By the latter half of 2024 or in the 2030s.", ["latter half of 2024", "2030s"]),
        ("In the second half of the year.", ["second half of the year"]),
        ("It will meet again later this year.", ["later this year"]),
        ("Since 1972 and since the war.", ["Since 1972", "since"]),
        ("Ties grew over the past six decades.", ["over the past six decades"]),
        ("After 25 years, for two weeks.", ["25 years", "two weeks"]),
        ("Today it stands; at present nobody asks; so far so good.", ["Today", "at present", "so far"]),
        ("The 50th anniversary and the Seventieth Anniversary.", ["50th anniversary", "Seventieth Anniversary"]),
        ("You may march 4,000 miles on page 217.", []),
    ],
)
def test_expressions_of_time_are_found(text: str, expressions: list[str]) -> None:
    assert found(finders.dates, text) == expressions


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Camp Hansen and Misawa Air Base", ["Camp Hansen", "Misawa Air Base"]),
        ("the Ie Jima Training Area, the Army Depot", ["Jima Training Area", "Army Depot"]),
        ("moved from Guam to Henokosaki", ["Guam", "Henokosaki"]),
        ("They camped in the air and fleeted.", []),
    ],
)
def test_facilities_and_places_taken_for_one_are_found(text: str, places: list[str]) -> None:
    assert found(finders.facilities, text) == places


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("The minister declared that all was well.", ["declared"]),
        ("Both pledgedthat they would meet.", ["pledged"]),
        ("He expressed his thanks and paid tribute to them.", ["expressed his", "paid tribute"]),
        ("They shared the view that it rains.", ["shared the view"]),
        ("The law provides that ships stop.", ["provides that"]),
        ("The United States built the station.", []),
    ],
)
def test_verbs_of_saying_are_found(text: str, verbs: list[str]) -> None:
    assert found(finders.verbs_of_saying, text) == verbs


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister Suga met Mr. Moon. Later Suga left.", ["Suga", "Moon", "Suga"]),
        ("John Doe, Secretary of Energy, and General Jane Roe", ["John Doe", "Jane Roe"]),
        ("Under the Obama administration Obama came.", ["Obama", "Obama"]),
        ("Secretary of State John F. Dulles signed; Dulles left.", ["John F. Dulles", "Dulles"]),
        ("The Prime Minister and the Minister of Defense met.", []),
    ],
)
def test_names_are_found_by_title_and_office_and_then_everywhere(text: str, names: list[str]) -> None:
    assert found(finders.people, text) == names


def test_brackets_and_capitals_before_a_colon_may_introduce_a_short_form() -> None:
    text = "the World Health Organization (WHO), and JOY: Journeys of Youth; note: no more"
    assert found(finders.short_forms, text) == ["(WHO)", "JOY:"]


def test_pointers_are_found_and_plain_seeing_is_not() -> None:
    assert found(finders.pointers, "See the Column on page 3; they see that it is so.") == ["See the"]


def test_a_quotation_mark_that_is_never_closed_is_found_too() -> None:
    assert found(finders.quoted, "He said “yes” and “no") == ["“yes”", "“no"]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("they saidthat it", "saidthat"),
        ("under ChapterX of", "ChapterX"),
        ("by May 3. 2020 at", "May 3. 2020"),
        ("in June On the", "June On the"),
        ("of the U.S and", "U.S"),
        ("the US view", "US"),
        ("the (ABC)-7 craft", ")-7"),
        ("see page on 12", "page on 12"),
        ("this , that", " ,"),
    ],
)
def test_slips_of_form_are_found(text: str, slip: str) -> None:
    assert found(finders.slips, text) == [slip]


@pytest.mark.parametrize(
    "text", ["General McCarthy of DoDEA", "with that, which", "for us in the U.S. and", "SM-3 (BMD)"]
)
def test_what_is_no_slip_is_left_alone(text: str) -> None:
    assert found(finders.slips, text) == []
