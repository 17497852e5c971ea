"""Searches that find very much: the first page comes before all is counted. The texts are made for these tests."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from bluebook_desktop.domain.dates import EventDate, YearSource, parse_edtf
from bluebook_desktop.domain.documents import Document, Edition, Passage, PassageKind, Section
from bluebook_desktop.domain.excerpts import find_excerpt
from bluebook_desktop.domain.records import Event, EventKind, Quotation, QuotationKind, Records, Status
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

MANY, SOME = 1_200, 700


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SearchService]:
    edition = Edition("2021-en", "Diplomatic Bluebook 2021", 2021, "en", "2020-01-01", "2020-12-31", "M", "L", "A")
    section = Section("2021-en", "1.1", "Part", "1", "https://x", "2026-01-01", "Source.", "0" * 64)
    texts = [f"The Alliance of harbours, {'rare ' if n % 100 == 0 else ''}number {n}." for n in range(1, MANY + 1)]
    place, passages = 0, []
    for number, text in enumerate(texts, start=1):
        passages.append(Passage(number, PassageKind.PARAGRAPH, text, None, place, place + len(text)))
        place += len(text) + 1
    date = EventDate("then", parse_edtf("2020-05"), YearSource.INFERRED, "Made.")
    events, quotations = [], []
    for number, text in enumerate(texts[:SOME], start=1):
        excerpt = find_excerpt(number, text, text)
        assert excerpt is not None
        name = f"r{number}"
        events.append(Event(name, "Harbour", EventKind.DIPLOMACY, Status.HAPPENED, date, text, excerpt, excerpt))
        quotations.append(Quotation(name, QuotationKind.SPEECH, text, excerpt, (), ("The Minister",)))
    records = Records(events=tuple(events), quotations=tuple(quotations))
    content = (edition, section, Document((), tuple(passages)), records)
    path = build_file(tmp_path_factory.mktemp("library"), [content], "of the tests")
    with closing(Library(address_of(path))) as library:
        yield SearchService(library)


def test_a_first_page_is_the_same_whether_everything_is_counted_or_not(many: SearchService) -> None:
    soon, whole = many.search("the", limit=30, counting=False), many.search("the", limit=30)
    assert soon.hits == whole.hits
    assert soon.uncounted == {Kind.PASSAGE, Kind.EVENT, Kind.QUOTATION}
    assert not whole.uncounted
    assert all(soon.counts[kind] <= whole.counts[kind] for kind in whole.counts)


def test_what_was_not_counted_is_counted_afterwards(many: SearchService) -> None:
    counted = many.counted(many.search("harbours", limit=30, counting=False))
    assert counted.counts == {Kind.PASSAGE: MANY, Kind.EVENT: SOME, Kind.QUOTATION: SOME}
    assert not counted.uncounted


def test_kinds_that_are_filtered_out_are_told_though_they_are_not_counted(many: SearchService) -> None:
    soon = many.search("the", kinds=frozenset({Kind.PASSAGE}), limit=30, counting=False)
    assert set(soon.counts) == {Kind.PASSAGE, Kind.EVENT, Kind.QUOTATION}
    assert {hit.reference.kind for hit in soon.hits} == {Kind.PASSAGE}


def test_few_hits_are_counted_at_once(many: SearchService) -> None:
    soon = many.search("rare", limit=30, counting=False)
    assert soon.counts == {Kind.PASSAGE: 12, Kind.EVENT: 7, Kind.QUOTATION: 7}
    assert not soon.uncounted
    assert many.counted(soon) is soon


def test_a_phrase_that_very_many_may_hold_is_counted_at_most(many: SearchService) -> None:
    soon = many.search('"alliance of"', limit=30, counting=False)
    assert Kind.PASSAGE in soon.uncounted & soon.at_most
    assert many.counted(soon).counts[Kind.PASSAGE] == MANY


def test_the_rare_word_comes_before_what_is_common_where_the_index_ranks(many: SearchService) -> None:
    found = many.search("alliance or rare number", kinds=frozenset({Kind.EVENT}), limit=10)
    assert found.counts[Kind.EVENT] == SOME
    best = many.search("rare", kinds=frozenset({Kind.EVENT}), limit=10)
    assert {hit.reference.id for hit in best.hits} <= {hit.reference.id for hit in found.hits}


def test_a_page_of_many_kinds_is_what_each_kind_alone_gives(many: SearchService) -> None:
    together = many.search("rare", limit=60)
    alone = [many.search("rare", kinds=frozenset({kind}), limit=15).hits for kind in (Kind.EVENT, Kind.QUOTATION)]
    assert {hit.reference for hits in alone for hit in hits} <= {hit.reference for hit in together.hits}
    assert replace(together, hits=()).counts == together.counts


@pytest.fixture
def thrifty(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Every phrase is asked for without its common words, and few candidates are compared at once."""
    monkeypatch.setattr("bluebook_desktop.storage.loosening._DEAR", 0)
    monkeypatch.setattr("bluebook_desktop.storage.loosening._MOST_STEPS", 0)
    monkeypatch.setattr("bluebook_desktop.services.search_pages.LOOKED_AT", 5)
    return monkeypatch


@pytest.mark.parametrize("looked_at", [1, 150])
def test_a_phrase_is_found_by_its_rarest_words(
    many: SearchService, thrifty: pytest.MonkeyPatch, looked_at: int
) -> None:
    thrifty.setattr("bluebook_desktop.services.search_pages._MOST_LOOSE", looked_at)
    wanted = [hit.passage for hit in many.search('"harbours, rare number"', limit=None).hits]
    found = many.search('"harbours, rare number"', limit=30, counting=False)
    passages = [hit.passage for hit in found.hits if hit.reference.kind is Kind.PASSAGE]
    assert passages == sorted(set(wanted)) == list(range(100, MANY + 1, 100))
    assert (found.counts[Kind.PASSAGE], Kind.PASSAGE in found.uncounted) == (12, False)
    assert many.search('"harbours rare number"', limit=30, counting=False).total == 0


def test_how_often_a_phrase_occurs_is_told_when_it_was_counted(
    many: SearchService, thrifty: pytest.MonkeyPatch
) -> None:
    soon = many.search('"harbours, rare number"', limit=4, counting=False)
    assert Kind.PASSAGE in soon.uncounted & soon.at_most
    at_most = many.counted(soon)
    assert (at_most.counts[Kind.PASSAGE], at_most.at_most >= {Kind.PASSAGE}) == (12, True)
    thrifty.undo()
    exact = many.counted(soon)
    assert (exact.counts[Kind.PASSAGE], Kind.PASSAGE in exact.at_most) == (12, False)


def test_of_a_phrase_that_is_nowhere_no_passage_is_told(many: SearchService, thrifty: pytest.MonkeyPatch) -> None:
    only = frozenset({Kind.EVENT})
    found = many.search('"harbours rare number"', kinds=only, limit=30, counting=False)
    assert Kind.PASSAGE not in found.counts
    told = many.search('"harbours, rare number"', kinds=only, limit=30, counting=False)
    assert told.counts[Kind.PASSAGE] == 12
