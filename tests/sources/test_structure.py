"""Other numbering, notes, tables, columns and Japanese sections, in words of our own."""

import pytest

from bluebook_desktop.sources.plaintext import read_plaintext, read_text


def titles(text: str) -> list[tuple[str, int, str, str]]:
    return [(h.kind.value, h.level, h.label, h.title) for h in read_plaintext(text).headings]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(p.kind.value, p.text) for p in read_plaintext(text).passages]


SECTION_2017 = """DIPLOMATIC BLUEBOOK 2017

CHAPTER IV
Japan's Security and the World

Section 2
North America

1. Overview
(1) General Situation
The Government of Japan worked with its partners over the year.

(a) Talks on Defense
The two ministers met in Tokyo.

i) First Round
It was held in March.

ii) Second Round
It was held in May.

(b) Talks on Space
The two sides met again.

2. Realignment of Forces
Work went on.

COLUMN
Learning from Each Other
Students wrote about their stay.

Jane Doe, Some High School, Some City
It was a good time.

3. Host Nation Support
The agreement was signed.
"""


def test_seven_levels_of_numbering_stand_under_each_other() -> None:
    assert titles(SECTION_2017) == [
        ("edition", 1, "", "DIPLOMATIC BLUEBOOK 2017"),
        ("chapter", 2, "CHAPTER IV", "Japan's Security and the World"),
        ("section", 3, "Section 2", "North America"),
        ("part", 4, "1.", "Overview"),
        ("subpart", 5, "(1)", "General Situation"),
        ("item", 6, "(a)", "Talks on Defense"),
        ("item", 7, "i)", "First Round"),
        ("item", 7, "ii)", "Second Round"),
        ("item", 6, "(b)", "Talks on Space"),
        ("part", 4, "2.", "Realignment of Forces"),
        ("column", 6, "COLUMN", "Learning from Each Other"),
        ("voice", 7, "", "Jane Doe, Some High School, Some City"),
        ("part", 4, "3.", "Host Nation Support"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chapter II Diplomacy\nII North America\n1 United States\nText a.\n(1) Ties\nText b.\n2 Canada\nText c.\n",
            [("chapter", 2), ("section", 3), ("part", 4), ("subpart", 5), ("part", 4)],
        ),
        ("1 Overview\nText.\n① Bases\nText.\n② Areas\nText.\n", [("section", 3), ("subpart", 5), ("subpart", 5)]),
        ("1-1 Overview\nText.\n1-2 The Alliance\nText.\n(1) Bases\nText.\n", [("section", 3)] * 2 + [("part", 4)]),
        (
            "A Overview\nText.\n1 Bases\nText.\n2 Areas\nText.\nB Trade\nText.\n1 Cars\nText.\n2 Rice\nText.\n",
            [("subpart", 5), ("item", 6), ("item", 6), ("subpart", 5), ("item", 6), ("item", 6)],
        ),
        ("Section 3: Ties\n\n2. Trade\n\nText of it.\n", [("section", 3), ("part", 4)]),
    ],
    ids=["Roman", "circled", "compound", "letters outside", "Section"],
)
def test_other_numbering_is_understood(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(kind, level) for kind, level, _, _ in titles(text)] == expected


@pytest.mark.parametrize(
    "line",
    [
        "A Japanese School in New York",
        "60 Years of the Treaty",
        "2020 in Review",
        "I Have a Dream",
    ],
)
def test_a_title_that_begins_like_a_mark_has_no_label(line: str) -> None:
    read = read_plaintext(f"1 Overview\n\nText one.\n\n{line}\n\nText two.\n")
    assert [(one.label, one.title) for one in read.headings] == [("1", "Overview"), ("", line)]


@pytest.mark.parametrize(
    "line",
    [
        "(1) The Government will go on with this work.",
        "(1) land and buildings; and",
        "- Strengthening of Deterrence",
        "Note: Figures of the Fiscal Year",
        "(Note 1) Figures of the Fiscal Year",
        "Reference: Text of the Agreement",
        "*1 Figures of the Fiscal Year",
        "Section 2   Asia and Oceania   096",
        "Section 2 Asia and Oceania ........ 96",
        "Name\tArea\tSince",
        "（注１）数字は概数",
    ],
)
def test_entries_notes_and_rows_are_paragraphs(line: str) -> None:
    text = f"1 Overview\n\nText one.\n\n{line}\n\nText two.\n"
    assert len(read_plaintext(text).headings) == 1
    assert kinds(text) == [("paragraph", "Text one."), ("paragraph", line), ("paragraph", "Text two.")]


@pytest.mark.parametrize(
    "line",
    [
        "Figure II-1-1 Outline of the Plan",
        "Table 3: Areas",
        "Ministers shaking hands before their talks",
        "Foreign Minister Doe and Secretary Roe (February 12, Munich, Germany)",
        "Secretary Roe (second from left)",
        "View of the Harbor (Photo: Some Agency)",
    ],
)
def test_words_under_a_picture_are_a_caption_though_printed_once(line: str) -> None:
    text = f"1 Overview\n\nText one.\n\n{line}\n\nText two.\n"
    assert kinds(text)[1] == ("caption", line)


@pytest.mark.parametrize(
    ("announcement", "kind", "label"),
    [
        ("Special Feature\n\nFifty Years of the Treaty", "feature", "Special Feature"),
        ("SPECIAL FEATURE: Fifty Years of the Treaty", "feature", "SPECIAL FEATURE"),
        ("COLUMN\nFifty Years of the Treaty", "column", "COLUMN"),
        ("Column 2 Fifty Years of the Treaty", "column", "Column 2"),
        ("Opinion: Fifty Years of the Treaty", "column", "Opinion"),
        ("Topics\n\nFifty Years of the Treaty", "column", "Topics"),
    ],
)
def test_features_and_columns_are_known_by_their_announcement(announcement: str, kind: str, label: str) -> None:
    text = f"1 Overview\n\nText one.\n\n{announcement}\n\nText of it.\n\n2 Next\n\nText two.\n"
    assert titles(text)[1] == (kind, 5, label, "Fifty Years of the Treaty")
    assert titles(text)[2][0] == "section"


def test_the_text_before_announces_what_is_not_labelled() -> None:
    text = (
        "1 Overview\n\nText (see the Special Feature on page 3, and see the\nColumn on page 4).\n\n"
        "Fifty Years of the Treaty\n\nIt was signed.\n\nFriends from Abroad\n\nThey came.\n"
    )
    assert [kind for kind, *_ in titles(text)] == ["section", "feature", "column"]


def test_a_usual_title_is_no_column_though_one_was_announced() -> None:
    text = "1 Asia\n\nText (see the Column on page 4).\n\nOverview\n\nIt went on.\n"
    assert [kind for kind, *_ in titles(text)] == ["section", "part"]


def test_headings_without_numbers_stand_under_the_number_before() -> None:
    text = "Diplomatic Bluebook 2010\n\nTies\n\nOverview\nThey grew.\n\nEconomic Ties\nTrade grew.\n"
    assert [(level, title) for _, level, _, title in titles(text)] == [
        (1, "Diplomatic Bluebook 2010"),
        (3, "Ties"),
        (4, "Overview"),
        (4, "Economic Ties"),
    ]


def test_what_begins_anew_under_each_number_stands_right_below_it() -> None:
    """Letters below one “(3)” alone do not make it look as if “(1)” began anew under a letter."""
    text = (
        "Chapter 2 The World\n\n1 Europe\n\n(1) Overview\n\nText.\n\n(2) Assistance\n\nA Loans\n\nText.\n\n"
        "B Grants\n\nText.\n\n2 Asia\n\n(1) Talks\n\nText.\n\n(2) Trade\n\nText.\n\n3 Africa\n\n(1) Aid\n\nText.\n"
    )
    assert [(level, label) for _, level, label, _ in titles(text)] == [
        (2, "Chapter 2"),
        (3, "1"),
        (4, "(1)"),
        (4, "(2)"),
        (5, "A"),
        (5, "B"),
        (3, "2"),
        (4, "(1)"),
        (4, "(2)"),
        (3, "3"),
        (4, "(1)"),
    ]


def test_a_number_out_of_order_is_reported() -> None:
    document, problems = read_text("1 Overview\n\n(1) One\n\nText.\n\n(4) Four\n\nText.\n")
    assert [one.label for one in document.headings] == ["1", "(1)", "(4)"]
    assert [(one.line, one.sentence) for one in problems] == [(7, "“(4) Four” is out of the order of its numbering.")]


JAPANESE = """外交青書2020
第3章　国益と国民の利益を守る
第2節　日米安全保障体制
１　総論
　両国は８月に協議し、安全保障環境が厳しさを増す中で協力を
進めていくことで一致した。
　同月、協議が行われた。
（１）防衛協力
ア　指針の下での取組
　両国は協力を進めた。
イ　サイバー
　両国は協議した。
会合の様子（8月14日、東京　写真提供：外務省）
（注1）数字は概数である。
コラム
若者の交流
　参加者は感想を述べた。
２　再編
　作業は続いた。
"""


def test_a_japanese_section_has_its_order() -> None:
    assert titles(JAPANESE) == [
        ("edition", 1, "", "外交青書2020"),
        ("chapter", 2, "第3章", "国益と国民の利益を守る"),
        ("section", 3, "第2節", "日米安全保障体制"),
        ("part", 4, "１", "総論"),
        ("subpart", 5, "（１）", "防衛協力"),
        ("item", 6, "ア", "指針の下での取組"),
        ("item", 6, "イ", "サイバー"),
        ("column", 6, "コラム", "若者の交流"),
        ("part", 4, "２", "再編"),
    ]
    assert kinds(JAPANESE) == [
        ("paragraph", "両国は８月に協議し、安全保障環境が厳しさを増す中で協力を\n進めていくことで一致した。"),
        ("paragraph", "同月、協議が行われた。"),
        ("paragraph", "両国は協力を進めた。"),
        ("paragraph", "両国は協議した。"),
        ("caption", "会合の様子（8月14日、東京　写真提供：外務省）"),
        ("paragraph", "（注1）数字は概数である。"),
        ("paragraph", "参加者は感想を述べた。"),
        ("paragraph", "作業は続いた。"),
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("2 Harbors, Islands, etc.", ("2", "Harbors, Islands, etc.")),
        ("2.Harbors and Islands", ("2.", "Harbors and Islands")),
        ("What is a Harbor?", ("", "What is a Harbor?")),
        ("A The Situation in the Harbors", ("A", "The Situation in the Harbors")),
        ("A Brief Summary", ("A", "Brief Summary")),
        ("B. Islands", ("B.", "Islands")),
    ],
)
def test_a_title_right_below_a_numbered_one_keeps_its_mark(line: str, heading: tuple[str, str]) -> None:
    read = read_plaintext(f"Chapter 2\n\nThe Sea\n\n{line}\n\nText of it that runs on for a while and ends.\n")
    assert [(one.label, one.title) for one in read.headings] == [("Chapter 2", "The Sea"), heading]


def test_a_piece_may_begin_within_a_count() -> None:
    read = read_plaintext("(d) The United Harbors\nThey worked together.\n")
    assert [(one.label, one.title) for one in read.headings] == [("(d)", "The United Harbors")]


@pytest.mark.parametrize(
    "line", ["Diplomatic Bluebook 2014 Summary", "DIPLOMATIC BLUEBOOK 2014 (Summary)", "外交青書・白書"]
)
def test_the_name_of_the_book_is_the_edition(line: str) -> None:
    assert [kind for kind, *_ in titles(f"{line}\n\n1 Overview\n\nText one.\n")] == ["edition", "section"]


def test_a_page_s_trail_is_left_out_and_reported() -> None:
    document, problems = read_text("Top > Summary > Message\n\nMessage\n\nText one.\n")
    assert [one.title for one in document.headings] == ["Message"]
    assert [one.sentence for one in problems] == ["“Top > Summary > Message” was left out as a link of a web page."]


def test_footnotes_at_the_end_are_a_paragraph_each() -> None:
    text = (
        "1 Overview\n\nThe talks of the two sides went on through all of the year in both of their capitals [1] and\n"
        "ended in May.\n\n[1] Talks on the amendment of the accord had begun in the autumn of the year before that.\n"
        "[2] As of May.\n"
    )
    assert [words[:3] for _, words in kinds(text)] == ["The", "[1]", "[2]"]


def test_titles_with_nothing_but_titles_below_are_those_of_figures() -> None:
    text = "1 Overview\n\nText one.\n\nChanges in the Number of Harbors\nComparison of Harbors\n"
    assert len(titles(text)) == 1
    assert kinds(text)[1:] == [("caption", "Changes in the Number of Harbors"), ("caption", "Comparison of Harbors")]


def test_a_caption_that_fills_its_line_ends_with_its_bracket() -> None:
    caption = "Foreign Minister Doe shaking hands with Secretary Roe of the Harbors (May 12, Harbor City)"
    paragraph = "As the work went on in all of the harbors, the two sides agreed that a new plan would be\nmade."
    text = f"1 Overview\n{caption}\n{paragraph}\n"
    assert kinds(text)[0] == ("caption", caption)


def test_the_first_line_of_a_wrapped_paragraph_with_many_names_is_no_title() -> None:
    text = (
        "2 Measures of the Government\n\n"
        "The Government of the Islands established the New Harbor Response Headquarters in January\n"
        "2020 to respond to the storms with all that it had. From then on, the Government helped all\n"
        "who had lost their ships.\n\nIt went on.\n"
    )
    assert len(titles(text)) == 1
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph"]


def test_a_sign_before_a_title_is_its_label_and_before_entries_nothing() -> None:
    read = read_plaintext(
        "1. Overview\nThe year was good.\n■ Economic Relations\nTrade grew.\n"
        "■ Visits in May\n■ Visits in June\nBoth were short.\n"
    )
    assert [(one.label, one.title) for one in read.headings] == [("1.", "Overview"), ("■", "Economic Relations")]
    assert [one.text for one in read.passages] == [
        "The year was good.",
        "Trade grew.",
        "■ Visits in May",
        "■ Visits in June",
        "Both were short.",
    ]


def test_a_mark_with_its_full_stop_may_stand_alone_above_its_title() -> None:
    found = titles("6.\nThe Middle East and North Africa\nPeace there affects the whole world.\n(a)\nIraq\nIt is so.\n")
    assert [(label, title) for _, _, label, title in found] == [
        ("6.", "The Middle East and North Africa"),
        ("(a)", "Iraq"),
    ]


def test_a_text_may_begin_within_a_count_of_letters() -> None:
    found = titles("D Europe and the United Nations\n1 European Union\nIt met in May.\n2 Reform\nIt failed.\n")
    assert [(label, title) for _, _, label, title in found][:2] == [
        ("D", "Europe and the United Nations"),
        ("1", "European Union"),
    ]
