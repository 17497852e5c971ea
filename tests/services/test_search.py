import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import fold_verbatim, words
from bluebook_desktop.domain.foldings import MatchedBy
from bluebook_desktop.domain.references import Kind, passage_reference
from bluebook_desktop.paths import bundled
from bluebook_desktop.services.search import Advice, Hit, SearchService, counted
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.sources.plaintext import read_plaintext
from bluebook_desktop.storage.library import Library

TEXT = bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_bytes().decode("utf-8")
PASSAGES = [passage.text for passage in read_plaintext(TEXT).passages]


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


def passages(search: SearchService, typed: str) -> list[int]:
    result = search.search(typed, kinds=frozenset([Kind.PASSAGE]), limit=200)
    return sorted(hit.passage for hit in result.hits)


@given(st.data())
@settings(deadline=None, max_examples=300)
def test_whole_words_cut_from_a_passage_find_it_as_a_phrase(search: SearchService, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(PASSAGES)))
    text = PASSAGES[number - 1]
    parted = words(text)
    first = data.draw(st.integers(0, len(parted) - 1))
    last = data.draw(st.integers(first, min(first + 40, len(parted) - 1)))
    cut = text[parted[first].start : parted[last].end]
    assert number in passages(search, f'"{cut}"')


@given(st.integers(1, len(PASSAGES)))
@settings(deadline=None)
def test_a_whole_passage_finds_itself(search: SearchService, number: int) -> None:
    assert number in passages(search, PASSAGES[number - 1])


@given(st.data())
@settings(deadline=None, max_examples=100)
def test_a_phrase_with_one_word_changed_is_not_found_there(search: SearchService, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(PASSAGES)))
    text = PASSAGES[number - 1]
    parted = words(text)
    if len(parted) < 3:
        return
    middle = data.draw(st.integers(1, len(parted) - 2))
    before, word, after = parted[middle - 1 : middle + 2]
    changed = f"{text[before.start : word.start]}zeppelin{text[word.end : after.end]}"
    assert passages(search, f'"{changed}"') == []


def test_every_passage_marks_are_the_words_at_their_place_in_it(search: SearchService, section: OpenSection) -> None:
    for hit in search.search("alliance security").hits:
        if hit.reference.kind is Kind.PASSAGE:
            text = section.document.passage(hit.passage).text
            for start, end in hit.source_marks:
                assert {word.folded for word in words(text[start:end])} & {"alliance", "security"}


def test_a_phrase_does_not_cross_a_full_stop(search: SearchService) -> None:
    assert passages(search, '"common values and interests"') == [6]
    assert passages(search, '"values and interests in addition"') == []
    assert passages(search, '"values and interests.” In addition"') == [6]


def test_counts_are_exact_for_phrases_and_limited_only_in_what_is_shown(search: SearchService) -> None:
    result = search.search('"the four ministers"', limit=2)
    assert len(result.hits) == 2
    assert result.counts[Kind.PASSAGE] == len(passages(search, '"the four ministers"')) == 3


def test_the_name_of_a_facility_lists_the_facility_first(search: SearchService) -> None:
    assert search.search("Yokota Air Base").hits[0].reference.kind is Kind.FACILITY
    assert search.search("kono").hits[0].title == "Kono Taro"


@pytest.mark.parametrize(
    ("typed", "passage", "printed"),
    [
        ('"affirmed that both nations oppose"', 12, "affirmedthat"),
        ('"Article V of the"', 12, "ArticleV"),
        ('"see the Special Feature on page 217"', 1, "page on 217"),
        ('"March 31, 2022"', 27, "March 31. 2022"),
    ],
)
def test_a_slip_is_found_in_its_right_reading_and_shown_as_printed(
    search: SearchService, typed: str, passage: int, printed: str
) -> None:
    result = search.search(typed, kinds=frozenset([Kind.PASSAGE]))
    hit = next(hit for hit in result.hits if hit.passage == passage)
    assert any(printed in one or one in printed for one in marked(hit))
    assert any(printed in note for note in result.notes)


def test_us_in_capitals_is_the_country_and_never_the_pronoun(search: SearchService) -> None:
    assert passages(search, "US ") == [14]
    assert passages(search, "us ") == [10, 14, 32]
    assert "US" not in {offer.said for offer in search.search("us ").offers}
    assert {offer.said: offer.count for offer in search.search("U.S. ").offers}["US"] == 3


@pytest.mark.parametrize(
    ("typed", "said", "passage"),
    [
        ("Article V ", "Article 5", 35),
        ("Article 5 ", "Article V", 12),
        ("US ", "United States", 28),
        ("United States ", "U.S.", 1),
        ("FY2023 ", "fiscal year 2023", None),
        ("MCAS Futenma ", "Marine Corps Air Station", 35),
        ("Marine Corps Air Station Futenma ", "MCAS", 22),
        ("UNC ", "United Nations Command", 35),
        ('"Article V of the" ', "Article 5", 12),
    ],
)
def test_other_words_for_the_same_are_offered_with_what_they_find(
    search: SearchService, typed: str, said: str, passage: int | None
) -> None:
    offers = {offer.said: offer for offer in search.search(typed).offers}
    if passage is None:
        assert said not in offers  # it does not occur
        return
    offer = offers[said]
    assert passage in passages(search, f"{offer.text} ")
    assert set(passages(search, typed)) <= set(passages(search, f"{offer.text} "))
    assert offer.count > 0


@pytest.mark.parametrize("typed", ["fiscal year 2023", "FY 2023", '"fiscal year 2023"'])
def test_where_only_other_words_for_it_occur_these_are_found_and_named(search: SearchService, typed: str) -> None:
    result = search.search(typed)
    assert [offer.said for offer in result.widened] == ["FY2023"]
    assert {hit.passage for hit in result.hits} == {17}
    assert all("FY2023" in marked(hit) for hit in result.hits)
    assert result.query.text == typed


def test_what_is_left_out_on_purpose_does_not_come_back_in_other_words(search: SearchService) -> None:
    assert search.search("mcas -mcas").total == 0


def test_commas_may_be_ignored_and_it_is_said_how_many_more_that_finds(search: SearchService) -> None:
    result = search.search('"peace security and prosperity"')
    assert result.total == 0
    (offer,) = result.offers
    assert (offer.why, offer.text) == (Advice.COMMAS, '~"peace security and prosperity"')
    assert offer.count == search.search(offer.text).total > 0


@pytest.mark.parametrize(
    "typed", ["January 19, 1960", "19 January 1960", "Jan 19 1960", "1960-01-19", "昭和35年1月19日"]
)
def test_a_date_finds_the_passages_and_events_of_that_day(search: SearchService, typed: str) -> None:
    result = search.search(typed)
    assert passages(search, typed) == [2, 3]
    assert result.counts[Kind.EVENT] == 1
    assert all("January 19, 1960" in marked(hit) for hit in result.hits)


def test_a_date_that_is_not_printed_in_full_finds_what_the_text_tells_of_it(search: SearchService) -> None:
    result = search.search("January 17, 2020")
    assert passages(search, "January 17, 2020") == [6]
    (event,) = [hit for hit in result.hits if hit.reference.kind is Kind.EVENT]
    assert marked(event) == ["January 17"]
    assert MatchedBy.DATE in event.foldings
    assert 9 not in passages(search, "January 18, 2020")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("speaker:abe", [10]),
        ("speaker:trump", [8]),
        ('speaker:"the four ministers"', [6, 12, 18]),
        ("person:eisenhower golf", [10]),
        ("facility:zukeran", [24]),
        ("in:column japanese", [30, 31, 32]),
        ("in:caption ", [2, 5, 9, 13, 25, 33, 34]),
        ("year:1960 ", [2, 3]),
        ("1950..1953 ", [35]),
        ("treaty -in:caption in:feature", [3, 4, 6, 7, 10, 11]),
        ("edition:2021 golf", [10]),
        ("edition:1999 golf", []),
        ("section:4 golf", [10]),
        ("section:3 golf", []),
        ("kind:event golf", []),
    ],
)
def test_filters_keep_to_what_they_ask_for(search: SearchService, typed: str, found: list[int]) -> None:
    assert passages(search, typed) == found


def test_a_filter_by_kind_is_told_in_the_counts(search: SearchService) -> None:
    assert set(search.search("kind:facility futenma").counts) == {Kind.FACILITY}
    assert Kind.PASSAGE not in search.search("-kind:passage futenma").counts


def test_headings_are_found(search: SearchService) -> None:
    result = search.search("host nation support in:heading")
    assert [(hit.reference.kind, hit.title) for hit in result.hits] == [(Kind.HEADING, "(4) Host Nation Support (HNS)")]


def test_all_forms_of_a_word_are_found_where_that_is_wished(search: SearchService) -> None:
    plain = search.search("strengthened ")
    all_forms = search.search("strengthened ", stemming=True)
    assert all_forms.total > plain.total
    forms = {word.lower() for hit in all_forms.hits for word in marked(hit)}
    assert forms == {"strengthen", "strengthened", "strengthening"}
    first = next(hit for hit in all_forms.hits if hit.reference == passage_reference("2021-en/4.2.2", 1))
    assert {PASSAGES[0][start:end] for start, end in first.source_marks} == {"strengthen", "strengthening"}
    assert any(MatchedBy.FORM in hit.foldings for hit in all_forms.hits)


def test_the_nearest_word_is_offered_where_one_occurs_nowhere(search: SearchService) -> None:
    result = search.search("Futemna return")
    assert result.missing == ("Futemna",)
    assert [(offer.why, offer.text) for offer in result.offers] == [(Advice.SPELLING, "futenma return")]
    assert result.offers[0].count == search.search("futenma return ").total
    result = search.search("speaker:abbe")
    assert (result.missing, [one.name for one in result.unknown]) == ((), ["abbe"])
    assert result.offers[0].text == 'speaker:"Abe"'


def test_fewer_words_are_offered_where_each_occurs(search: SearchService) -> None:
    result = search.search("golf perfluorooctane ")
    assert result.missing == ()
    assert {(offer.of, offer.text) for offer in result.offers} == {
        ("golf", "perfluorooctane"),
        ("perfluorooctane", "golf"),
    }


def test_a_word_or_name_that_nothing_is_near_to_is_left_out_at_a_click(search: SearchService) -> None:
    for typed, left_out in (("xylophone golf", "xylophone"), ("golf person:xylophone", "person:xylophone")):
        result = search.search(typed)
        assert (*result.missing, *(one.typed for one in result.unknown)) == (left_out,)
        assert [(offer.why, offer.of, offer.text) for offer in result.offers] == [(Advice.FEWER, left_out, "golf")]


def test_a_filter_that_leaves_nothing_is_left_out_at_a_click(search: SearchService) -> None:
    result = search.search("golf in:column")
    assert result.missing == ()
    assert [(offer.of, offer.text) for offer in result.offers] == [("golf", "in:column"), ("in:column", "golf")]


def test_a_value_that_stands_apart_from_its_field_is_put_to_it_at_a_click(search: SearchService) -> None:
    (offer,) = search.search("speaker: abe Year: 2020").offers
    assert (offer.text, offer.said) == ("speaker:abe Year:2020", "speaker:abe, Year:2020")
    assert offer.count == search.search("speaker:abe year:2020").total
    texts = [one.text for one in search.search("golf in: column").offers]
    assert "golf in:" not in texts  # a field without its value


def test_every_hit_says_under_which_headings_it_stands(search: SearchService) -> None:
    (hit,) = search.search("TOFU", kinds=frozenset({Kind.PASSAGE})).hits
    assert hit.place[0] == "4.2.2 Japan-U.S. Security Arrangements"
    assert hit.place[-1].startswith("(5) Various Issues")


def test_without_a_limit_every_hit_is_given(search: SearchService) -> None:
    result = search.search("the ", limit=None)
    assert len(result.hits) == result.total > 100


def test_it_is_told_in_which_parts_the_hits_lie(search: SearchService) -> None:
    spread = search.spread(search.search("futenma ").query)
    assert sum(part.passages for part in spread) == 36
    assert {part.title[:3]: part.found for part in spread if part.found} == {"(1)": 1, "(3)": 2, "(5)": 1, "(6)": 1}


def test_a_snippet_shows_the_text_verbatim(search: SearchService) -> None:
    for hit in search.search("Okinawa", kinds=frozenset([Kind.PASSAGE])).hits:
        assert hit.snippet.removeprefix("… ").removesuffix(" …") in PASSAGES[hit.passage - 1]
        assert marked(hit)
        assert all(fold_verbatim(one).text == "okinawa" for one in marked(hit))


def test_what_was_searched_is_told_even_when_nothing_is_found(search: SearchService) -> None:
    result = search.search("zeppelin")
    assert (result.hits, result.total, result.editions, result.passages) == ((), 0, 1, 36)


@pytest.mark.parametrize(
    "text",
    [
        "alliance " * 120_000,
        "x" * 1_000_000,
        '"' * 1_000_000,
        '"U.S. ' * 200_000,
        "or near " * 120_000,
        "person:a " * 120_000,
        "-" * 1_000_000,
        "\u202e\x00\ud800 " * 300_000,
        "日" * 1_000_000,
        "January 19, 1960 " * 60_000,
    ],
    ids=range(10),
)
def test_a_megabyte_is_answered(search: SearchService, text: str) -> None:
    result = search.search(text)
    assert result.query.text == text


def test_no_words_find_nothing(search: SearchService) -> None:
    assert search.search('"" ( * )').hits == ()


def test_counts_beyond_ten_thousand_are_rounded() -> None:
    assert [counted(number) for number in (3, 10_000, 10_001)] == ["3", "10,000", "10,000+"]


def test_another_threads_stop_ends_no_later_search(search: SearchService, library: Library) -> None:
    search.stop()
    assert search.search("alliance").hits


def test_what_has_room_on_a_page_is_shown_whole_whatever_its_kind(search: SearchService) -> None:
    result = search.search("four ministers", limit=30)
    assert result.counts[Kind.QUOTATION] > 30 // 4
    assert len(result.hits) == result.total <= 30


@pytest.mark.parametrize("typed", ['-"host nation" support', "-host nation support", "host -nation support"])
def test_what_is_left_out_is_not_asked_for_in_other_words(search: SearchService, typed: str) -> None:
    assert not [one for one in search.search(typed).offers if one.why is Advice.EQUIVALENT]


def test_a_kind_that_is_typed_has_the_whole_page(search: SearchService) -> None:
    typed = search.search("kind:event ")
    assert len(typed.hits) == min(typed.counts[Kind.EVENT], 50) > 12


def test_a_heading_is_in_no_paragraph_or_caption_but_in_its_column(search: SearchService) -> None:
    for place in ("paragraph", "caption"):
        assert Kind.HEADING not in search.search(f"in:{place}").counts
    headings = search.search("in:column kind:heading").hits
    assert {hit.reference.kind for hit in headings} == {Kind.HEADING}
    assert set(search.search("in:heading").counts) == {Kind.HEADING}
