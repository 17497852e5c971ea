import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import fold, fold_verbatim, words
from bluebook_desktop.domain.matching import find_any_marks, find_marks, hyphen_folded, make_snippet
from bluebook_desktop.domain.queries import parse_query

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


def test_a_folded_hyphen_is_named_unless_it_was_typed() -> None:
    for typed, named in (("rock solid ", "rock-solid"), ("rock-solid ", "")):
        query = parse_query(typed)
        marks = find_marks("the rock-solid Alliance", query)
        assert marks is not None
        assert hyphen_folded(marks, "the rock-solid Alliance", query) == named


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


def test_a_short_text_is_its_own_snippet() -> None:
    assert make_snippet("Short.", ((0, 5),)).text == "Short."


def test_a_snippet_starts_at_its_sentence_not_at_an_abbreviation() -> None:
    text = (
        "One thing was said. " * 20 + "Then the U.S. Government spoke of deterrence at last. " + "More followed. " * 20
    )
    query = parse_query("deterrence ")
    marks = find_marks(text, query)
    assert marks is not None
    assert make_snippet(text, marks).text.startswith("… Then the U.S. Government spoke of deterrence")


def test_a_phrase_is_compared_by_folded_characters() -> None:
    assert fold_verbatim("‘Rock–Solid’").text == "rock solid"
