"""Dates in Japanese, with eras, kanji numerals and what is counted from the date before."""

import pytest

from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("令和2年8月に会談が行われた。", ["2020-08"]),
        ("2020年8月15日に会談が行われ、同月20日に外相が訪米した。", ["2020-08-15", "2020-08-20"]),
        ("平成二十七年四月二十二日に会談が行われた。翌23日に声明が発表された。", ["2015-04-22", "2015-04-23"]),
        ("2019年12月に合意した。翌年、作業が始まった。", ["2019-12", "2020"]),
        ("2019年11月に合意し、翌月、発効した。", ["2019-11", "2019-12"]),
        ("令和元年5月1日、即位した。", ["2019-05-01"]),
        ("同年8月末までに完了した。", ["2020-08"]),
        ("8月に会談した。", ["2020-08"]),
        ("2019年度に開始した。", ["2019-04/2020-03"]),
        ("８月２８日から30日まで開催された。", ["2020-08-28/2020-08-30"]),
        ("2015年の成長率は前年比6.9%増であった。", ["2015"]),
        ("10月以降、対話を重ねた。", ["2020-10/.."]),
    ],
)
def test_what_a_japanese_sentence_dates(find: Extract, words: str, dates: list[str]) -> None:
    assert [event.date.span.edtf for event in find(words, language="ja").events] == dates


def test_a_japanese_title_is_what_follows_the_date(find: Extract) -> None:
    events = find("2020年8月に両国の会談が行われ、同月28日に外相が訪米した。", language="ja").events
    assert [event.title for event in events] == ["両国の会談が行われ", "外相が訪米した"]


def test_a_japanese_day_in_brackets_dates_what_stands_before_it_and_a_subject_has_its_verb(find: Extract) -> None:
    words = (
        "北による発射(7月)及び核実験(10月)が示すとおり不安がある。2020年1月19日、当時の岸総理大臣は、条約に署名した。"
    )
    events = find(words, language="ja").events
    assert [event.title for event in events] == ["北による発射", "核実験", "当時の岸総理大臣は、条約に署名した"]


def test_who_speaks_may_stand_between_the_marks_and_the_verb(find: Extract) -> None:
    said = find("翌年2月には、「我々は前に進んでいる」と久間防衛大臣が強調した。", language="ja").quotations
    assert [one.speaker_names for one in said] == [("久間防衛大臣",)]
