import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import fold, fold_verbatim, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Alliance", "alliance"),
        ("Séoul", "seoul"),
        ("Se\u0301oul", "seoul"),
        ("ＵＳＦＪ", "usfj"),
        ("straße", "strasse"),
        ("co\u00adoperation", "cooperation"),
        ("ﬁrst", "first"),
        ("日本", "日本"),
        ("ガ", "ガ"),
    ],
)
def test_case_accents_and_width_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_are_parted_by_hyphens_stops_and_apostrophes() -> None:
    text = "Japan-U.S. Alliance's COVID-19"
    assert [word.folded for word in words(text)] == ["japan", "u", "s", "alliance", "s", "covid", "19"]
    assert [text[word.start : word.end] for word in words(text)] == ["Japan", "U", "S", "Alliance", "s", "COVID", "19"]


def test_a_sign_is_no_part_of_the_word_that_it_follows() -> None:
    assert fold("Michibiki™") == "michibiki™"
    assert [word.folded for word in words("Michibiki™ No. ①")] == ["michibiki", "no", "1"]


def test_for_phrases_quotation_marks_go_and_hyphens_are_blanks() -> None:
    assert fold_verbatim("“Rock-solid”  — Alliance.").text == "rock solid alliance."


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_a_words_place_gives_the_word_back(text: str) -> None:
    last = 0
    for word in words(text):
        assert last <= word.start < word.end <= len(text)
        assert word.folded
        assert word.folded in fold(text[word.start : word.end])
        last = word.start


@given(st.text())
def test_words_are_those_of_the_folded_text(text: str) -> None:
    assert [word.folded for word in words(fold(text))] == [word.folded for word in words(text)]


@given(st.text())
def test_every_folded_character_knows_where_it_came_from(text: str) -> None:
    folded = fold_verbatim(text)
    assert len(folded.text) == len(folded.offsets)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= offset < len(text) for offset in folded.offsets)
    assert "  " not in folded.text
    if folded.text:
        assert folded.span(0, len(folded.text))[1] <= len(text)
