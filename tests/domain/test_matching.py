import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import fold, fold_verbatim, words
from bluebook_desktop.domain.foldings import MatchedBy
from bluebook_desktop.domain.matching import find, find_any_marks, find_marks, make_snippet
from bluebook_desktop.domain.querying import parse_query

TEXT = "Japan and the U.S. agreed. The rock-solid Alliance (“2+2”) is rock solid; the Alliance's rocks stay."


def marked(text: str, typed: str) -> list[str] | None:
    marks = find_marks(text, parse_query(typed))
    return None if marks is None else [text[start:end] for start, end in marks]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("agreed ", ["agreed"]),
        ("AGREED ", ["agreed"]),
        ("U.S. ", ["U.S"]),
        ("roc", ["rock", "rock", "rocks"]),
        ("roc ", None),
        ("agreed zebra ", None),
        ('"rock solid"', ["rock-solid", "rock solid"]),
        ('"agreed. The"', ["agreed. The"]),
        ('"agreed the"', None),
        ('"roc"', None),
        ('"ock"', None),
        ('"the Alliance"', ["the Alliance"]),
        ('"s rocks"', ["s rocks"]),
        ('"Alliances rocks"', ["Alliance's rocks"]),
        ('"the U.S. agreed"', ["the U.S. agreed"]),
    ],
)
def test_what_is_asked_for_is_marked_and_nothing_else(typed: str, found: list[str] | None) -> None:
    assert marked(TEXT, typed) == found


def test_words_side_by_side_hold_what_was_asked() -> None:
    found = marked(TEXT, "rock solid ")
    assert found is not None
    assert " ".join(word.folded for one in found for word in words(one)).count("rock solid") == 2


def test_some_of_the_terms_are_enough_where_any_will_do() -> None:
    assert find_any_marks(TEXT, parse_query("agreed zebra ")) == ((19, 25),)


@pytest.mark.parametrize(
    ("text", "typed", "named"),
    [
        ("the rock-solid Alliance", "rock solid ", {MatchedBy.HYPHENS}),
        ("the rock-solid Alliance", "rock-solid ", set()),
        ("the rock–solid Alliance", '"rock solid"', {MatchedBy.HYPHENS}),
        ("counter-intelligence", "counterintelligence ", {MatchedBy.JOINED}),
        ("counter-intelligence", "counterintel", {MatchedBy.JOINED}),
        ("counterintelligence", "counter-intelligence ", {MatchedBy.JOINED}),
        ("close co-\noperation", "cooperation ", {MatchedBy.LINE_END}),
        ("close co\u00adoperation", "cooperation ", {MatchedBy.SOFT_HYPHENS}),
        ("Foreign Minister Kōno", "kono ", {MatchedBy.CASE, MatchedBy.ACCENTS}),
        ("ＵＳＦＪ", "USFJ ", {MatchedBy.WIDTH}),
        ("the ﬁrst", "first ", {MatchedBy.LIGATURES}),
        ("Japan’s", "Japan's ", {MatchedBy.QUOTES}),
        ("ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン", {MatchedBy.WIDTH}),
        ("Japan agreed", "Japan", set()),
    ],
)
def test_the_folding_that_made_it_match_is_named(text: str, typed: str, named: set[MatchedBy]) -> None:
    found = find(text, parse_query(typed))
    assert found is not None
    assert found.foldings == named


@pytest.mark.parametrize(
    ("typed", "holds"),
    [
        ("agreed or zebra ", True),
        ("zebra or zebu ", False),
        ("agreed -zebra ", True),
        ("agreed -alliance ", False),
        ('agreed -"solid alliance" ', False),
        ('agreed -"alliance the" ', True),
        ("agreed near/2 alliance ", False),
        ("agreed near/3 alliance ", True),
        ("US ", False),
    ],
)
def test_or_near_and_without_are_held_to(typed: str, holds: bool) -> None:
    text = "Japan and the U.S. agreed. The rock-solid Alliance lets us keep it."
    assert (find_marks(text, parse_query(typed)) is not None) == holds


def test_a_phrase_crosses_a_comma_only_where_one_is_typed_or_commas_are_ignored() -> None:
    text = "peace, security, and prosperity"
    assert marked(text, '"peace security"') is None
    assert marked(text, '"peace, security"') == ["peace, security"]
    assert marked(text, '~"peace security and"') == ["peace, security, and"]
    assert marked("peace security", '~"peace, security"') == ["peace security"]


def test_japanese_is_found_without_blanks_and_in_mixed_scripts() -> None:
    text = "日米同盟は、FOIP構想の下で2015年4月に新たな「日米防衛協力のための指針」を公表した。"
    for typed, found in (
        ("日", ["日", "日"]),
        ("同盟", ["同盟"]),
        ("FOIP", ["FOIP"]),
        ("ＦＯＩＰ構想", ["FOIP構想"]),
        ('"同盟は、FOIP"', ["同盟は、FOIP"]),
        ("二〇一五年四月", ["2015年4月"]),
    ):
        assert marked(text, typed) == found
    assert marked(text, "同盟構想") is None


@given(st.text(max_size=80), st.text(max_size=20))
def test_marks_lie_in_the_text_in_order_and_apart(text: str, typed: str) -> None:
    marks = find_marks(text, parse_query(typed)) or ()
    last = 0
    for start, end in marks:
        assert last <= start < end <= len(text)
        last = end


@given(st.data())
def test_a_word_of_the_text_is_found_and_marked(data: st.DataObject) -> None:
    text = data.draw(st.text(min_size=1, max_size=60))
    parted = words(text)
    if not parted:
        return
    word = data.draw(st.sampled_from(parted))
    found = marked(text, f"{word.folded} ")
    assert found is not None
    assert any(word.folded in fold(one) for one in found)


@given(st.text(max_size=400), st.lists(st.tuples(st.integers(0, 400), st.integers(1, 9)), max_size=6))
def test_a_snippets_marks_are_the_texts_own(text: str, places: list[tuple[int, int]]) -> None:
    marks: list[tuple[int, int]] = []
    for start, size in sorted(places):
        end = min(start + size, len(text))
        if start < end and (not marks or start > marks[-1][1]):
            marks.append((start, end))
    snippet = make_snippet(text, tuple(marks), 60)
    shown = {text[start:end] for start, end in marks}
    for start, end in snippet.marks:
        assert any(snippet.text[start:end] in one for one in shown)
    if marks:
        assert snippet.marks
    body = snippet.text.removeprefix("… ").removesuffix(" …")
    assert body in text or text.startswith("… ") or text.endswith(" …")


def test_a_sentence_without_end_is_cut_around_its_first_mark() -> None:
    text = "word " * 400 + "deterrence " + "word " * 400
    marks = find_marks(text, parse_query("deterrence "))
    assert marks is not None
    snippet = make_snippet(text, marks)
    assert snippet.text.startswith("… word")
    assert snippet.text.endswith("word …")
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["deterrence"]
    assert len(snippet.text) < 720


def test_a_short_text_is_its_own_snippet() -> None:
    assert make_snippet("Short.", ((0, 5),)).text == "Short."


def test_a_snippet_is_the_whole_sentence_and_no_abbreviation_ends_one() -> None:
    sentence = "Then the U.S. Government and Ms. Mary Jean Eisenhower spoke of deterrence at last."
    text = "One thing was said. " * 20 + f"{sentence} " + "More followed. " * 20
    marks = find_marks(text, parse_query("deterrence "))
    assert marks is not None
    snippet = make_snippet(text, marks)
    assert snippet.text == sentence
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["deterrence"]


def test_a_phrase_is_compared_by_folded_characters() -> None:
    assert fold_verbatim("‘Rock–Solid’").text == "rock solid"


@pytest.mark.parametrize(
    ("text", "typed", "holds"),
    [
        ("Japan and the world", "japan near japan ", False),
        ("Japan and the rest of Japan", "japan near japan ", True),
        ("the security treaty", "security near secur", False),
        ("the security treaty secures it", "security near secur", True),
        ("security, security", "security near/1 security ", True),
        ("security, security", "security near/0 security ", True),
        ("security and security", "security near/0 security ", False),
        ("“security” – ½ of “security”", "security near/3 security ", True),
        ("“security” – ½ of “security”", "security near/2 security ", False),
    ],
)
def test_a_word_is_not_near_itself(text: str, typed: str, holds: bool) -> None:
    assert (find_marks(text, parse_query(typed)) is not None) is holds


def test_each_of_several_stands_near_all_others() -> None:
    chain = "kishi one two abe three four suga"
    assert find_marks(chain, parse_query("kishi near/2 abe near/2 suga ")) is None
    assert find_marks(f"{chain} abe kishi", parse_query("kishi near/2 abe near/2 suga ")) is not None
