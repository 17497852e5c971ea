import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import fold_verbatim, words
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.paths import bundled
from bluebook_desktop.services.search import Hit, SearchService, counted
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.sources.plaintext import read_plaintext
from bluebook_desktop.storage.library import Library

TEXT = bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_bytes().decode("utf-8")
PASSAGES = [passage.text for passage in read_plaintext(TEXT).passages]
#: Words of the text, signs, and whatever else a keyboard gives.
SIGNS = ['"', "“", "”", "(", "*", "AND", "NEAR(", "-"]
PIECES = st.sampled_from([*TEXT.split()[:400], *SIGNS]) | st.text(max_size=4)
TYPED = st.text(max_size=60) | st.lists(PIECES, max_size=8).map(" ".join)


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


def passages(search: SearchService, typed: str) -> list[int]:
    result = search.search(typed, kinds=frozenset([Kind.PASSAGE]), limit=200)
    return sorted(hit.passage for hit in result.hits)


@given(TYPED)
@settings(deadline=None, max_examples=300)
def test_any_text_is_answered_and_every_mark_holds_what_was_asked(search: SearchService, typed: str) -> None:
    result = search.search(typed)
    asked = {word for term in result.query.terms for word in term.words}
    for hit in result.hits:
        last = 0
        for start, end in hit.marks:
            assert last <= start < end <= len(hit.snippet)
            last = end
            held = [word.folded for word in words(hit.snippet[start:end])]
            is_slip = any("Slip of the source" in note for note in result.notes)
            assert is_slip or any(one.startswith(word) for one in held for word in asked)
    assert len(result.hits) <= result.total
    assert bool(result.hits) == bool(result.total)


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


def test_a_snippet_shows_the_text_verbatim(search: SearchService) -> None:
    for hit in search.search("Okinawa", kinds=frozenset([Kind.PASSAGE])).hits:
        assert hit.snippet.removeprefix("… ").removesuffix(" …") in PASSAGES[hit.passage - 1]
        assert marked(hit)
        assert all(fold_verbatim(one).text == "okinawa" for one in marked(hit))


def test_what_was_searched_is_told_even_when_nothing_is_found(search: SearchService) -> None:
    result = search.search("zeppelin")
    assert (result.hits, result.total, result.editions, result.passages) == ((), 0, 1, 36)


def test_no_words_find_nothing(search: SearchService) -> None:
    assert search.search('"" ( * )').hits == ()


def test_counts_beyond_ten_thousand_are_rounded() -> None:
    assert [counted(number) for number in (3, 10_000, 10_001)] == ["3", "10,000", "10,000+"]


def test_another_threads_stop_ends_no_later_search(search: SearchService, library: Library) -> None:
    search.stop()
    assert search.search("alliance").hits
