"""Searching and checking in a text without blanks. Its sentences were written for these tests."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.checking.verdicts import Verdict
from bluebook_desktop.domain.documents import Document, Edition, Passage, PassageKind, Section
from bluebook_desktop.domain.folding import fold, is_japanese, words
from bluebook_desktop.domain.records import Records
from bluebook_desktop.services.quotation_check import QuotationChecker
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

SENTENCES = (
    "1960年1月19日、岸信介総理大臣は日米安全保障条約に署名した。",
    "日米同盟は、FOIP（自由で開かれたインド太平洋）構想の礎である。",
    "ｶﾞｲﾄﾞﾗｲﾝは二〇一五年四月に改定され、両国は宇宙・サイバー分野での協力を確認した。",
    "沖縄の負担軽減は、政府の最も重要な課題の一つである。核の傘",
)
PASSAGES = [*SENTENCES, *(f"第{number}回の会合では、経済と文化の交流が話し合われた。" for number in range(1, 60))]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    edition = Edition("2021-ja", "外交青書 2021", 2021, "ja", "2020-01-01", "2020-12-31", "外務省", "L", "A")
    section = Section("2021-ja", "3.1", "日米関係", "3", "https://x", "2026-01-01", "出典", "0" * 64)
    place, passages = 0, []
    for number, text in enumerate(PASSAGES, start=1):
        passages.append(Passage(number, PassageKind.PARAGRAPH, text, None, place, place + len(text)))
        place += len(text) + 1
    content = (edition, section, Document((), tuple(passages)), Records())
    folder: Path = tmp_path_factory.mktemp("library")
    with closing(Library(address_of(build_file(folder, [content], "of the tests")))) as library:
        yield library


@pytest.fixture(scope="module")
def japanese(library: Library) -> SearchService:
    return SearchService(library)


def found(search: SearchService, typed: str) -> list[int]:
    return sorted(hit.passage for hit in search.search(typed, limit=None).hits)


@pytest.mark.parametrize(
    ("typed", "passages"),
    [
        ("岸", [1]),
        ("傘", [4]),
        ("核", [4]),
        ("条約", [1]),
        ("日米", [1, 2]),
        ("日米安全保障条約", [1]),
        ("米同", [2]),
        ("ガイドライン", [3]),
        ("ｶﾞｲﾄﾞﾗｲﾝ", [3]),
        ("ＦＯＩＰ", [2]),
        ("foip構想", []),
        ("FOIP 構想", [2]),
        ('"FOIP（自由"', [2]),
        ("インド太平洋 -同盟", []),
        ("岸 or 沖縄", [1, 4]),
        ("署名 条約", [1]),
        ("宇宙サイバー", []),
        ("宇宙・サイバー", [3]),
        ("昭和35年1月19日", [1]),
        ("January 19, 1960", [1]),
        ("2015年4月", [3]),
        ("April 2015", [3]),
        ("二〇一五年", [3]),
        ("飛行機", []),
    ],
)
def test_words_of_any_length_and_width_are_found(japanese: SearchService, typed: str, passages: list[int]) -> None:
    assert found(japanese, typed) == passages


@given(st.data())
@settings(deadline=None, max_examples=200)
def test_whatever_is_cut_from_a_run_is_found_and_marked(japanese: SearchService, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(SENTENCES)))
    text = SENTENCES[number - 1]
    runs = [text[word.start : word.end] for word in words(text) if is_japanese(word.folded)]
    run = data.draw(st.sampled_from(runs))
    first = data.draw(st.integers(0, len(run) - 1))
    cut = run[first : data.draw(st.integers(first + 1, len(run)))]
    if cut[0] in "ﾞﾟ" or run[first + len(cut) : first + len(cut) + 1] in ("ﾞ", "ﾟ"):
        return  # half a letter
    hits = {hit.passage: hit for hit in japanese.search(f'"{cut}"', limit=None).hits}
    assert number in hits
    assert all(fold(cut) in fold(hits[number].snippet[a:b]) for a, b in hits[number].marks)


@pytest.mark.parametrize(
    "typed", ["日米同盟は、FOIP", "自由で開かれたインド太平洋", "政府の最も重要な課題の一つである。"]
)
def test_a_quotation_is_checked_by_way_of_the_pairs(library: Library, typed: str) -> None:
    assert QuotationChecker(library).check(typed).verdict is Verdict.EXACT


def test_an_altered_quotation_is_found_by_its_rare_pairs(library: Library) -> None:
    answer = QuotationChecker(library).check("沖縄の負担軽減は、政府の最も大切な課題の一つである。")
    assert answer.verdict is Verdict.ALTERED
    assert answer.places[0].passage == 4


@pytest.mark.parametrize(
    ("typed", "passage"),
    [
        ("署名した日米安全保障条約", None),  # other order
        ("岸信介総理 大臣は日米安全 保障条約に署名した。", 1),  # blanks that the text has not
        ("日米同盟は、FOIP(自由で開かれたインド太平洋)構想の礎", 2),
        ("ガイドラインは二〇一五年四月に改定され", 3),
    ],
)
def test_blanks_and_width_of_a_japanese_quotation_are_folded(library: Library, typed: str, passage: int | None) -> None:
    answer = QuotationChecker(library).check(typed)
    if passage is None:
        assert answer.verdict not in (Verdict.EXACT, Verdict.SAME_WORDS)
    else:
        assert answer.verdict is Verdict.SAME_WORDS
        assert answer.places[0].passage == passage


@pytest.mark.parametrize(("typed", "times"), [("礎", 1), ("傘", 1), ("政府", 1), ("鬱", 0)])
def test_single_characters_and_pairs_are_counted(library: Library, typed: str, times: int) -> None:
    assert QuotationChecker(library).check(typed).occurrences == times


def test_part_of_a_japanese_quotation_is_found_among_other_words(library: Library) -> None:
    answer = QuotationChecker(library).check("会議では誰も何も言わず、沖縄の負担軽減は忘れられたままであった。")
    assert answer.verdict is Verdict.IN_PART
    assert answer.places[0].passage == 4
