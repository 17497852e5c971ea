from dataclasses import replace

import pytest

from bluebook_desktop.domain.querying import parse_query
from bluebook_desktop.domain.querying.facets import (
    date_facets,
    edition_facet,
    exact_date_facet,
    person_facet,
    place_facet,
    section_facet,
    speaker_facet,
    year_facet,
)
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.storage.expressions import Plan, plan_is_exact
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.search import (
    count,
    dated_records,
    errata_in,
    find,
    rows_of,
    words_like,
)


def passages(library: Library, typed: str, *facets: str) -> list[int]:
    plan = Plan(parse_query(typed)).with_facets(*facets)
    return [one.passage for one in find(library, plan, Kind.PASSAGE, 10)]


def test_passages_come_in_reading_order_up_to_the_limit_and_after_a_row(library: Library) -> None:
    plan = Plan(parse_query("camp"))
    assert passages(library, "camp hill") == [1, 2]
    assert len(find(library, plan, Kind.PASSAGE, 1)) == 1
    assert [one.passage for one in find(library, plan, Kind.PASSAGE, 10, after=1)] == [2]
    assert count(library, plan, Kind.PASSAGE) == 2
    assert rows_of(library, plan, 10) == [1, 2]


def test_the_first_letters_of_the_last_word_are_enough(library: Library) -> None:
    assert passages(library, "vis") == [1]
    assert passages(library, "vis ") == []


def test_a_slip_is_found_as_printed_and_in_its_right_reading(library: Library) -> None:
    assert passages(library, "isrock ") == [1]
    assert passages(library, '"friendship is rock solid"') == [1]
    assert errata_in(library, "1999-en/1.1", 1) == [("is rock-solid", 74, 86)]
    assert errata_in(library, "1999-en/1.1", 2) == []


def test_no_phrase_crosses_from_a_passage_into_its_right_reading(library: Library) -> None:
    assert passages(library, '"column in may"') == []


def test_records_and_headings_are_found_and_counted_by_kind(library: Library) -> None:
    plan = Plan(parse_query("camp"))
    counts = {kind: count(library, plan, kind) for kind in Kind}
    assert {kind: number for kind, number in counts.items() if number} == {
        Kind.PASSAGE: 2,
        Kind.FACILITY: 1,
        Kind.EVENT: 1,
        Kind.ABBREVIATION: 1,
    }
    found = find(library, plan, Kind.FACILITY, 10)
    assert [(one.id, one.title, one.passage) for one in found] == [("camp-hill", "Camp Hill", 1)]
    headings = find(library, Plan(parse_query("ties of friendship ")), Kind.HEADING, 10)
    assert [one.title for one in headings] == ["1 Ties of Friendship"]


def test_a_speaker_is_named_once_in_a_quotations_title(library: Library) -> None:
    found = find(library, Plan(parse_query("friendship")), Kind.QUOTATION, 10)
    assert [one.title for one in found] == ["Minister Ono Aya"]


def test_words_of_the_index_s_own_language_are_words(library: Library) -> None:
    for typed in ("NEAR(camp hill)", "camp AND", "camp OR zebra", 'words:"camp"', "camp*", "-camp", "camp^2", "a:b"):
        for kind in Kind:
            find(library, Plan(parse_query(typed)), kind, 10)
    assert passages(library, "camp AND zebra ") == []
    assert passages(library, "camp OR zebra ") == [1, 2]


@pytest.mark.parametrize(
    ("facet", "found"),
    [
        (place_facet("caption"), [2]),
        (place_facet("paragraph"), [1]),
        (person_facet("ono"), [1, 2]),
        (speaker_facet("ono"), [1]),
        (speaker_facet("Minister Ono Aya"), [1]),
        (edition_facet("1999-en"), [1, 2]),
        (edition_facet("1999-ja"), []),
        (section_facet("1999-en/1.1"), [1, 2]),
        (section_facet("1999-en/1"), [1, 2]),
        (section_facet("1999-en/1.1.1"), []),
        (section_facet("1999-en/2"), []),
        (year_facet(1998), [1, 2]),
        (year_facet(1997), []),
    ],
)
def test_filters_are_words_of_the_index(library: Library, facet: str, found: list[int]) -> None:
    assert passages(library, "camp ", facet) == found
    everything = Plan(parse_query("")).with_facets(facet)
    assert [one.passage for one in find(library, everything, Kind.PASSAGE, 10)] == found


def test_what_is_barred_is_left_out(library: Library) -> None:
    plan = replace(Plan(parse_query("camp ")), barred=(place_facet("caption"),))
    assert [one.passage for one in find(library, plan, Kind.PASSAGE, 10)] == [1]


def test_no_text_can_hold_what_a_filter_asks_for(library: Library) -> None:
    """A private character parts words when a text is indexed, and no query holds one."""
    assert parse_query("\ue000icaption").words == ("icaption",)


def test_dates_are_found_by_the_day_and_by_what_holds_it(library: Library) -> None:
    may = next(one for one in dated_records(library, "1999-en/1.1") if one.kind is Kind.EVENT)
    assert (may.slug, may.edtf, may.printed) == ("visit", "1998-05", "In May 1998")
    from bluebook_desktop.domain.dates import parse_edtf

    day = parse_edtf("2020-12-05/2020-12-06")
    for asked in ("2020-12-05", "2020-12-06", "2020-12", "2020"):
        assert exact_date_facet(parse_edtf(asked)) in date_facets(day, 2021)
    for asked in ("2020-12-04", "2020-11", "2021"):
        assert exact_date_facet(parse_edtf(asked)) not in date_facets(day, 2021)
    assert exact_date_facet(parse_edtf("2020-05-03")) not in date_facets(parse_edtf("2020-05"), 2021)
    open_ended = date_facets(parse_edtf("2006/.."), 2008)
    assert open_ended == [year_facet(year) for year in (2006, 2007, 2008)]


def test_words_like_another_are_words_of_the_text_alone(library: Library) -> None:
    assert dict(words_like(library, "", 4, 4)) == {"camp": 2, "hill": 2, "said": 1, "view": 1, "rock": 1, "1998": 1}


@pytest.mark.parametrize(
    ("typed", "exact"),
    [
        ("japan near alliance ", True),
        ("japan near japan ", False),
        ("japan near the.japan ", False),
        ("security near secur", False),
        ("security near allia", True),
        ("japan near alliance near treaty ", False),
        ("self-defense near forces ", False),
        ("kishi or japan near japan ", False),
    ],
)
def test_near_is_counted_by_the_index_only_where_it_finds_what_a_reader_does(typed: str, exact: bool) -> None:
    assert plan_is_exact(Plan(parse_query(typed))) is exact
