"""Texts that lost all of their line breaks."""

import random

from bluebook_desktop.domain.documents import HeadingKind, PassageKind
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.reading import SourceDocument, read_bytes

SECTION = bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_text(encoding="utf-8")


def read(text: str) -> SourceDocument:
    return read_bytes(text.encode(), "page.txt")


def in_one_line(text: str) -> SourceDocument:
    return read(" ".join(text.split()) + "\n")


def titles(source: SourceDocument) -> list[str]:
    return [one.full_title for one in source.document.headings]


def test_the_bundled_section_in_one_line_keeps_its_numbered_headings_and_has_no_wrong_one() -> None:
    whole, line = read(SECTION), in_one_line(SECTION)
    assert set(titles(line)) <= set(titles(whole))
    numbered = [one.full_title for one in whole.document.headings if one.label]
    assert titles(line) == ["Diplomatic Bluebook 2021", *numbered]
    assert (line.edition_year, line.chapter, line.section) == (2021, "4", "2")


def test_what_stands_between_titles_stays_under_them_and_is_a_slice_of_the_text() -> None:
    source = in_one_line(SECTION)
    document = source.document
    assert all(source.text[one.source_start : one.source_end] == one.text for one in document.passages)
    first = document.passages[0]
    assert first.text.startswith("Under the security environment surrounding Japan")
    assert [one.label for one in document.headings_above(first)] == ["", "Chapter 4", "2", "(1)"]


def test_captions_printed_twice_in_the_line_are_captions() -> None:
    whole, line = read(SECTION), in_one_line(SECTION)
    captions = {one.text for one in whole.document.passages if one.kind is PassageKind.CAPTION}
    found = {one.text for one in line.document.passages if one.kind is PassageKind.CAPTION}
    assert found <= captions
    assert "Students dancing together" in found
    assert any(one.startswith("The first Japan-U.S. “2+2” meeting") for one in found)


FILLER = " ".join("The two governments have held talks on many occasions and will go on with them." for _ in range(20))


def test_a_title_whose_end_is_not_sure_is_none() -> None:
    source = in_one_line(
        f"Chapter 2 Regional Diplomacy Section 1 Asia 1. Overview {FILLER} 2. China Demonstrations against the law "
        f"spread over Hong Kong. {FILLER} 3. Mongolia In May the President came. {FILLER}"
    )
    assert titles(source) == ["Chapter 2 Regional Diplomacy", "Section 1 Asia", "1. Overview", "3. Mongolia"]


def test_a_sentence_tells_its_beginning_by_its_subject_or_by_saying_the_title_again() -> None:
    source = in_one_line(
        f"Chapter 2 Regional Diplomacy 1. North Korea North Korea launched missiles. {FILLER} 2. Economic Ties Prime "
        f"Minister Abe visited Mexico. {FILLER} 3. Cyberspace Based on the need for efforts, talks were held. {FILLER}"
    )
    assert titles(source)[1:] == ["1. North Korea", "2. Economic Ties", "3. Cyberspace"]


def test_marks_that_fit_no_count_part_nothing() -> None:
    source = in_one_line(
        f"{FILLER} Article 9 Peace Clause The text is short. {FILLER} 17 Goals In 2015 they were agreed. {FILLER} A "
        f"Japanese School The pupils were many. {FILLER}"
    )
    assert titles(source) == []
    assert len(source.document.passages) == 1


def test_a_column_and_a_special_feature_within_the_line_stand_apart() -> None:
    source = in_one_line(
        f"Chapter 2 Regional Diplomacy 1. Overview {FILLER} Column Four Hundred Years after the Voyage On October 28 "
        f"the ship left. {FILLER} 2. Mexico The President came. {FILLER}"
    )
    kinds = [one.kind for one in source.document.headings]
    assert kinds == [HeadingKind.CHAPTER, HeadingKind.SECTION, HeadingKind.COLUMN, HeadingKind.SECTION]


def test_a_title_may_have_a_remark_in_brackets_or_small_letters_and_a_country_opens_its_sentence() -> None:
    source = in_one_line(
        f"Chapter 2 Regional Diplomacy 1.Korean Peninsula (1) North Korea (including the abduction issue) Under its "
        f"policy Japan goes on. {FILLER} A Domestic Affairs (A) Domestic affairs In North Korea, power grew. {FILLER} "
        f"(B) Economy North Korea suffers hardship. {FILLER} B Nuclear Issues North Korea conducted a test. {FILLER}"
    )
    assert titles(source)[2:] == [
        "(1) North Korea (including the abduction issue)",
        "A Domestic Affairs",
        "(A) Domestic affairs",
        "(B) Economy",
        "B Nuclear Issues",
    ]


SENTENCES = "両国は協力を進めた。" * 30


def test_a_japanese_section_in_one_line_is_parted_where_its_line_breaks_left_blanks() -> None:
    source = read(
        f"第3章 国益と世界 第1節 平和と安定 【総 論】 日本は{SENTENCES} 1 安全保障 【各 論】 "
        f"(1)北朝鮮(拉致問題含む。) 4月に、{SENTENCES} "
        f"首脳会談における総理大臣(4月28日、米国・ワシントンDC 写真提供:内閣広報室) "
        f"2015年には、Free and Open を{SENTENCES}\n"
    )
    assert titles(source) == [
        "第3章 国益と世界",
        "第1節 平和と安定",
        "【総 論】",
        "1 安全保障",
        "【各 論】",
        "(1) 北朝鮮(拉致問題含む。)",
    ]
    kinds = [(one.kind, one.text[:5]) for one in source.document.passages]
    assert kinds == [
        (PassageKind.PARAGRAPH, "日本は両国"),
        (PassageKind.PARAGRAPH, "4月に、両"),
        (PassageKind.CAPTION, "首脳会談に"),
        (PassageKind.PARAGRAPH, "2015年"),
    ]


def test_one_long_paragraph_among_others_is_left_alone() -> None:
    source = read(
        f"1. Overview\n{FILLER} {FILLER}\n2. China\n{FILLER} (1) Visits The visits were (2) many.\n{FILLER}\n"
    )
    assert titles(source) == ["1. Overview", "2. China"]
    assert len(source.document.passages) == 3


def test_any_row_of_marks_and_words_is_read() -> None:
    chance = random.Random(7)  # noqa: S311 - the same rows every time
    pieces = ["(1)", "A", "2.", "Chapter 3", "Peace", "of", "The", "talks", "ended.", "Japan", "Column", "“2+2”", "5"]
    for _ in range(30):
        source = read(" ".join(chance.choice(pieces) for _ in range(600)))
        assert all(source.text[one.source_start : one.source_end] == one.text for one in source.document.passages)


def test_a_full_stop_behind_fig_or_no_ends_no_sentence() -> None:
    source = in_one_line(
        f"Chapter 2 Regional Diplomacy 1. Overview {FILLER} Exports grew, as shown in Fig. 2 Trade with China The "
        f"total was 5. {FILLER} 2. China The President came. {FILLER} See Vol. 3 Trade The rest is there. {FILLER} "
        f"3. Mongolia In May the President came. {FILLER}"
    )
    assert titles(source) == ["Chapter 2 Regional Diplomacy", "1. Overview", "2. China", "3. Mongolia"]


def test_a_title_behind_an_a_needs_a_b() -> None:
    lone = in_one_line(
        f"Chapter 2 Regional Diplomacy 1. Overview {FILLER} They left. A Joint Statement The text was long. {FILLER} "
        f"2. China The President came. {FILLER}"
    )
    assert titles(lone) == ["Chapter 2 Regional Diplomacy", "1. Overview", "2. China"]
    counted = in_one_line(
        f"Chapter 2 Regional Diplomacy 1. Overview A Joint Statement The text was long. {FILLER} B Visits In May "
        f"they came. {FILLER} 2. China The President came. {FILLER}"
    )
    assert titles(counted)[1:] == ["1. Overview", "A Joint Statement", "B Visits", "2. China"]
    chained = in_one_line(
        f"Chapter 2 Regional Diplomacy 1. Overview {FILLER} 2. Asia (1) China A Situation in China In May they came. "
        f"{FILLER} (2) Mongolia The President came. {FILLER}"
    )
    assert titles(chained)[2:] == ["2. Asia", "(1) China", "A Situation in China", "(2) Mongolia"]
