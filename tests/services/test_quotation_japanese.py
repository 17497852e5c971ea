"""Checking quotations of Japanese text, whose units are characters: width is folded, nothing else is."""

import dataclasses
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.checking.verdicts import Concern, Verdict
from bluebook_desktop.domain.documents import Document, Passage, PassageKind
from bluebook_desktop.domain.records import Records
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.services.quotation_check import QuotationChecker
from bluebook_desktop.storage.build import build_in_memory
from bluebook_desktop.storage.library import Library

PASSAGES = (
    "日米同盟は、日本外交・安全保障の基軸であり、インド太平洋地域の平和と繁栄の礎である。2020年１月、両首脳は人々の努力を称えた。",
    "岸信介総理大臣は「日米両国は対等な協力者である」と述べた。コンピューター及びサイバー空間における課題は3,500件を超えない。",
    "ドナルド・トランプ大統領は、50％の増加を歓迎した。在日米軍の駐留経費は約２千億円ではない。",
    "二十一世紀の国際連合は日本外交の柱である。",
)
#: Marks that may differ between the same words.
MAY_DIFFER = dict.fromkeys(map(ord, "「」、"))
GOOD = (Verdict.EXACT, Verdict.SAME_WORDS)


@pytest.fixture(scope="module")
def japanese() -> Iterator[QuotationChecker]:
    edition, section, _, _ = next(iter(read_contents()))
    edition = dataclasses.replace(edition, id="2021-ja", language="ja")
    passages = tuple(Passage(n, PassageKind.PARAGRAPH, text, None, 0, len(text)) for n, text in enumerate(PASSAGES, 1))
    document = Document((), passages)
    section = dataclasses.replace(section, edition="2021-ja")
    address, kept = build_in_memory("japanese", [(edition, section, document, Records())], "japanese")
    library = Library(address)
    yield QuotationChecker(library)
    library.close()
    kept.close()


@pytest.mark.parametrize(
    "text",
    [
        "日米同盟は、日本外交安全保障の基軸",  # the middle dot
        "ドナルドトランプ大統領は",
        "ドナルド=トランプ大統領は",
        "両首脳は人人の努力を称えた",  # 々
        "コンピュータ及びサイバー空間",  # the long vowel mark
        "コンピューター及びサイバ空間",
        "コンピュ一タ一及びサイバー空間",  # 一 for ー
        "コンピユーター及びサイバー空間",  # ユ for ュ
        "二〇二〇年１月、両首脳は人々の",
        "3.500件を超えない",
        "約二千億円ではない",
        "五〇％の増加を歓迎した",
        "50パーセントの増加を歓迎した",
        "岸信介總理大臣は「日米両国は",
        "基軸てあり、インド太平洋地域",  # て for で
        "日米両国は対等な協力者ではない",
        "日米両国は不対等な協力者である",
        "3,500件を超える",
        "約２千億円である",
        "両首脳は人々の努力を称えなかった",
        "礎である。岸信介総理大臣は",  # across two passages
    ],
)
def test_what_only_looks_like_japanese_text_is_never_its_words(japanese: QuotationChecker, text: str) -> None:
    answer = japanese.check(text)
    assert answer.verdict not in GOOD
    assert bool(answer.differences) == (answer.verdict is Verdict.ALTERED)


@pytest.mark.parametrize(
    "text",
    [
        "日米同盟は、日本外交・安全保障の基軸",
        "日米同盟は日本外交･安全保障の基軸",
        "２０２０年1月、両首脳は",
        "３，５００件を超えない",
        "3500件を超えない",
        "50%の増加",
        "ｺﾝﾋﾟｭｰﾀｰ及びサイバー空間",
        "コンヒ\u309aューター及び",
        "対等な協力者て\u3099ある",
        "『日米両国は対等な協力者である』",
        "日 米 同 盟",
        "約2千億円ではない",
        "日米同盟…平和と繁栄の礎である",
    ],
)
def test_what_is_only_printed_otherwise_is_the_japanese_texts_words(japanese: QuotationChecker, text: str) -> None:
    assert japanese.check(text).verdict in GOOD


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("3,500件を超える", Concern.NEGATION),
        ("日米両国は対等な協力者ではない", Concern.NEGATION),
        ("日米両国は不対等な協力者である", Concern.NEGATION),
        ("両首脳は人々の努力を称えなかった", Concern.NEGATION),
        ("約２千億円である", Concern.NEGATION),
        ("約２千…である", Concern.NEGATION),
        ("駐留経費は約三千億円ではない", Concern.NUMBER),
    ],
)
def test_a_not_and_a_number_are_said_first_in_japanese(japanese: QuotationChecker, text: str, concern: Concern) -> None:
    answer = japanese.check(text)
    assert answer.verdict is Verdict.ALTERED
    assert answer.differences[0].concern is concern


def test_a_japanese_quotation_of_two_passages_is_spliced(japanese: QuotationChecker) -> None:
    answer = japanese.check("日米同盟は、日本外交・安全保障の基軸である。日米両国は対等な協力者である")
    assert answer.verdict is Verdict.SPLICED
    assert [place.passage for place in answer.places] == [1, 2]


def test_a_number_in_kanji_is_told_as_a_whole(japanese: QuotationChecker) -> None:
    answer = japanese.check("21世紀の国際連合は日本外交の柱である")
    assert answer.verdict is Verdict.ALTERED
    assert [(one.given, one.text, one.concern) for one in answer.differences] == [
        ("21", "二十一", Concern.NUMBER),
    ]
    assert answer.places[0].matched == "二十一世紀の国際連合は日本外交の柱である"


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_any_cut_is_exact_and_a_changed_dropped_or_added_character_is_not(
    japanese: QuotationChecker, data: st.DataObject
) -> None:
    passage = data.draw(st.sampled_from(PASSAGES))
    first = data.draw(st.integers(0, len(passage) - 8))
    words = passage[first : first + data.draw(st.integers(8, 40))]
    # A number is not cut: half of one is another.
    assume(not (words[0].isdigit() or words[-1].isdigit() or words[0] in ",，" or words[-1] in ",，"))
    assert japanese.check(words).verdict is Verdict.EXACT
    at = data.draw(st.integers(1, len(words) - 2))
    assume(words[at].isalpha())
    for altered in (words[:at] + words[at + 1 :], words[:at] + "鯨" + words[at + 1 :], f"{words[:at]}鯨{words[at:]}"):
        if not any(altered.translate(MAY_DIFFER) in one.translate(MAY_DIFFER) for one in PASSAGES):
            assert japanese.check(altered).verdict not in GOOD
