import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.queries import LONGEST, MOST_WORDS, Term, parse_query


def terms(text: str) -> list[tuple[tuple[str, ...], bool, str]]:
    return [(term.words, term.prefix, term.verbatim) for term in parse_query(text).terms]


def test_words_are_terms_and_the_last_may_go_on() -> None:
    assert terms("rock sol") == [(("rock",), False, ""), (("sol",), True, "")]


@pytest.mark.parametrize("text", ["rock sol ", "rock sol.", "rock sol)"])
def test_a_blank_or_a_mark_ends_the_last_word(text: str) -> None:
    assert terms(text)[-1] == (("sol",), False, "")


def test_a_word_with_marks_inside_is_words_side_by_side() -> None:
    assert terms("U.S. ")[0] == (("u", "s"), False, "")
    assert terms("Japan's")[0] == (("japan", "s"), False, "")


def test_the_last_letter_of_a_possessive_begins_no_word() -> None:
    """Else “Japan's” would find “Japan successively”."""
    assert terms("rock solid")[-1] == (("solid",), True, "")
    assert terms("U.S")[0] == (("u", "s"), False, "")


@pytest.mark.parametrize("text", ['"Rock-solid Alliance"', "“Rock-solid Alliance”", "„rock solid alliance”"])
def test_a_pair_of_quotation_marks_makes_a_phrase(text: str) -> None:
    assert terms(text) == [(("rock", "solid", "alliance"), False, "rock solid alliance")]


def test_a_lone_quotation_mark_is_ignored() -> None:
    assert terms('"rock solid ') == terms("rock solid ")
    assert terms('rock" solid ') == terms("rock solid ")


def test_a_phrase_keeps_its_full_stops() -> None:
    assert terms('"interests.” In addition"')[0] == (("interests",), False, "interests.")


@pytest.mark.parametrize("text", ["", " ", '"', '""', "“”", "...", "*", "(-)", "\x00", "\ud800", "😀"])
def test_what_holds_no_word_is_empty(text: str) -> None:
    assert parse_query(text).is_empty


def test_a_word_typed_twice_is_one_term() -> None:
    assert len(parse_query("Japan Japan ").terms) == 1


def test_too_long_a_text_is_cut_and_says_so() -> None:
    query = parse_query("alliance " * 2_000)
    assert query.cut
    assert query.terms == (Term(("alliance",)),)
    assert parse_query("x" * 10_000).cut


@given(st.text(max_size=300))
def test_no_text_is_an_error(text: str) -> None:
    query = parse_query(text)
    assert query.text == text
    assert sum(len(term.words) for term in query.terms) <= MOST_WORDS
    for term in query.terms:
        assert term.words
        assert all(word and word.isalnum() for word in term.words)


@given(st.integers(LONGEST - 3, LONGEST + 3), st.sampled_from(["a", "a ", '"', "a-"]))
def test_no_length_is_an_error(length: int, piece: str) -> None:
    text = (piece * length)[:length]
    assert parse_query(text).cut == (length > LONGEST) or len(text.split()) > MOST_WORDS or "-" in text
