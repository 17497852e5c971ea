"""Searching held against a plain scan of the real section, and what must hold for any words."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import fold, fold_verbatim, words
from bluebook_desktop.domain.foldings import FOLDS, MatchedBy, apply
from bluebook_desktop.domain.querying import Dated, Phrase, Query, Words
from bluebook_desktop.domain.querying.typed_dates import find_dates
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.paths import bundled
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.services.search import Hit, SearchService
from bluebook_desktop.sources.plaintext import read_plaintext

TEXT = bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_bytes().decode("utf-8")
PASSAGES = [passage.text for passage in read_plaintext(TEXT).passages]
PARTED = [[word.folded for word in words(text)] for text in PASSAGES]
VOCABULARY = sorted({word for parted in PARTED for word in parted})
#: Passages that hold a slip of the source, which search finds in its right reading as well.
SLIPS = {erratum.excerpt.passage for _, _, _, records in read_contents() for erratum in records.errata}
SIGNS = [
    '"',
    "“",
    "”",
    "(",
    "*",
    "AND",
    "NEAR(",
    "-",
    "or",
    "near",
    "~",
    "-the",
    "in:column",
    "year:2020",
    "speaker:abe",
]
PIECES = st.sampled_from([*TEXT.split()[:400], *SIGNS, "January 19, 1960"]) | st.text(max_size=4)
TYPED = st.text(max_size=60) | st.lists(PIECES, max_size=8).map(" ".join)
WORD = st.sampled_from(VOCABULARY)
FILTERS = st.sampled_from(
    [
        "in:column",
        "-in:caption",
        "year:2020",
        "2015..2019",
        "person:kishi",
        "facility:futenma",
        "speaker:abe",
        "kind:event",
    ]
)


def passages(search: SearchService, typed: str) -> set[int]:
    result = search.search(typed, kinds=frozenset([Kind.PASSAGE]), limit=None)
    return {hit.passage for hit in result.hits}


def references(search: SearchService, typed: str) -> set[object]:
    return {hit.reference for hit in search.search(typed, limit=None).hits}


@given(TYPED)
@settings(deadline=None, max_examples=300)
def test_any_text_is_answered_and_every_mark_holds_what_was_asked(search: SearchService, typed: str) -> None:
    result = search.search(typed)
    for hit in result.hits:
        last = 0
        for start, end in hit.marks:
            assert last <= start < end <= len(hit.snippet)
            last = end
            assert _holds(hit, hit.snippet[start:end], result.query), (typed, hit.snippet[start:end], hit.foldings)
    assert len(result.hits) <= result.total
    assert bool(result.hits) == bool(result.total)
    assert all(offer.count > 0 and offer.text for offer in result.offers)


def _holds(hit: Hit, printed: str, query: Query) -> bool:
    """Whether marked words hold something that was asked for, once what the hit names is folded away."""
    if MatchedBy.SLIP in hit.foldings or MatchedBy.DATE in hit.foldings:
        return True
    named = frozenset(FOLDS) & frozenset(hit.foldings)
    folded = apply(printed, named)
    return any(_in(folded, apply(one, named)) for one in _asked(query))


def _in(text: str, asked: str) -> bool:
    return bool(asked.strip(" .,;:")) and asked.strip(" .,;:") in text


def _asked(query: Query) -> Iterator[str]:
    for atom in query.atoms:
        if isinstance(atom, Dated):
            yield from (way[-1] for way in atom.ways)
        elif isinstance(atom, Words | Phrase):
            yield atom.typed or " ".join(atom.words)
            yield from atom.words


@given(st.lists(WORD, min_size=1, max_size=3, unique=True))
@settings(deadline=None, max_examples=150)
def test_words_find_exactly_the_passages_that_a_scan_finds(search: SearchService, asked: list[str]) -> None:
    scanned = {n for n, parted in enumerate(PARTED, 1) if set(asked) <= set(parted)}
    assert passages(search, f"{' '.join(asked)} ") - SLIPS == scanned - SLIPS


@given(WORD, st.integers(1, 4))
@settings(deadline=None, max_examples=100)
def test_a_beginning_finds_exactly_what_a_scan_finds(search: SearchService, word: str, size: int) -> None:
    if fold(word[:size]) in ("or", "us") or word[:size].isdecimal():
        return
    beginning = word[:size]
    scanned = {n for n, parted in enumerate(PARTED, 1) if any(one.startswith(beginning) for one in parted)}
    joined = {n for n, text in enumerate(PASSAGES, 1) if any(c in text for c in "-‐‑")}  # words joined by a hyphen
    assert (passages(search, beginning) ^ scanned) - SLIPS <= joined
    assert scanned - SLIPS <= passages(search, beginning)


@given(WORD, WORD)
@settings(deadline=None, max_examples=100)
def test_or_and_without_find_exactly_what_a_scan_finds(search: SearchService, one: str, other: str) -> None:
    has = {word: {n for n, parted in enumerate(PARTED, 1) if word in parted} for word in (one, other)}
    assert passages(search, f"{one} or {other} ") - SLIPS == (has[one] | has[other]) - SLIPS
    assert passages(search, f"{one} -{other} ") - SLIPS == (has[one] - has[other]) - SLIPS


def are_near(parted: list[str], one: str, other: str, distance: int) -> bool:
    first = [place for place, word in enumerate(parted) if word == one]
    second = [place for place, word in enumerate(parted) if word == other]
    return any(0 < abs(a - b) <= distance + 1 for a in first for b in second)


@given(WORD, WORD, st.integers(0, 12))
@settings(deadline=None, max_examples=100)
@example("the", "the", 3)
@example("security", "security", 3)
def test_near_finds_exactly_what_a_scan_finds(search: SearchService, one: str, other: str, distance: int) -> None:
    scanned = {n for n, parted in enumerate(PARTED, 1) if are_near(parted, one, other, distance)}
    assert passages(search, f"{one} near/{distance} {other} ") - SLIPS == scanned - SLIPS


#: A part of a query, and whether the words of a passage hold it.
Part = tuple[str, Callable[[list[str]], bool]]
COMMON = st.sampled_from([word for word in VOCABULARY if sum(word in parted for parted in PARTED) > 5])
SINGLE: st.SearchStrategy[Part] = COMMON.map(lambda word: (word, lambda parted: word in parted))
NEAR: st.SearchStrategy[Part] = st.tuples(COMMON, COMMON, st.integers(0, 9)).map(
    lambda two: (f"{two[0]} near/{two[2]} {two[1]}", lambda parted: are_near(parted, *two))
)
EITHER: st.SearchStrategy[Part] = st.tuples(SINGLE | NEAR, SINGLE | NEAR).map(
    lambda two: (f"{two[0][0]} or {two[1][0]}", lambda parted: two[0][1](parted) or two[1][1](parted))
)


@given(st.lists(SINGLE | NEAR | EITHER, min_size=1, max_size=3), st.lists(COMMON, max_size=1))
@settings(deadline=None, max_examples=200)
def test_all_put_together_finds_exactly_what_a_scan_finds(
    search: SearchService, parts: list[Part], without: list[str]
) -> None:
    typed = " ".join([*(words for words, _ in parts), *(f"-{word}" for word in without)])
    if find_dates(typed):
        return
    scanned = {
        n
        for n, parted in enumerate(PARTED, 1)
        if all(holds(parted) for _, holds in parts) and not set(without) & set(parted)
    }
    found = search.search(f"{typed} ", kinds=frozenset([Kind.PASSAGE]), limit=None)
    assert found.widened or {hit.passage for hit in found.hits} - SLIPS == scanned - SLIPS


@given(st.data())
@settings(deadline=None, max_examples=150)
def test_a_phrase_finds_exactly_what_a_scan_of_its_characters_finds(search: SearchService, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(PASSAGES)))
    parted = words(PASSAGES[number - 1])
    first = data.draw(st.integers(0, len(parted) - 1))
    last = data.draw(st.integers(first, min(first + 6, len(parted) - 1)))
    phrase = PASSAGES[number - 1][parted[first].start : parted[last].end].translate(dict.fromkeys(map(ord, "“”"), None))
    wanted = f" {fold_verbatim(phrase).text.strip()} "
    scanned = {n for n, text in enumerate(PASSAGES, 1) if wanted in f" {_bare(text)} "}
    found = passages(search, f'"{phrase}"')
    assert number in found
    assert scanned - SLIPS <= found
    assert all(fold_verbatim(phrase).text.strip() in fold_verbatim(PASSAGES[n - 1]).text for n in found - SLIPS)


def _bare(text: str) -> str:
    return " ".join(fold_verbatim(text).text.split())


@given(st.lists(WORD, max_size=2), FILTERS)
@settings(deadline=None, max_examples=100)
def test_what_a_filter_keeps_was_found_without_it(search: SearchService, asked: list[str], kept: str) -> None:
    filtered = references(search, f"{' '.join(asked)} {kept}")
    if asked:
        assert filtered <= references(search, f"{' '.join(asked)} ")
    assert references(search, f"{' '.join(asked)} {kept} section:4.2") <= filtered


@given(st.lists(WORD, min_size=1, max_size=3))
@settings(deadline=None, max_examples=60)
def test_a_page_holds_hits_of_the_whole_and_counts_are_the_same(search: SearchService, asked: list[str]) -> None:
    typed = f"{' '.join(asked)} "
    page, whole = search.search(typed, limit=5), search.search(typed, limit=None)
    assert page.counts == whole.counts
    assert {hit.reference for hit in page.hits} <= {hit.reference for hit in whole.hits}


@pytest.mark.parametrize("number", range(1, len(PASSAGES) + 1))
def test_every_hit_of_a_scan_is_marked_at_its_place(search: SearchService, number: int) -> None:
    word = max(PARTED[number - 1], key=len)
    hits = search.search(f"{word} ", kinds=frozenset([Kind.PASSAGE]), limit=None).hits
    (hit,) = [one for one in hits if one.passage == number]
    scanned = [(one.start, one.end) for one in words(PASSAGES[number - 1]) if one.folded == word]
    assert list(hit.source_marks) == scanned
