"""Patterns find what a regular expression would that knows where words begin and end."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import LETTER, fold_places, is_japanese
from bluebook_desktop.domain.patterns import is_letter, parted_pattern, phrase_pattern, plain_signs, words_pattern
from bluebook_desktop.domain.querying import Phrase

SIGNS = "ab1é日カ -‐–'“”’.,\n"
WORDS = st.text("ab1é", min_size=1, max_size=3)
HYPHENS = "-‐‑‒–—―−﹣－"


def expected(pattern: str, first: str, last: str, text: str, *, prefix: bool) -> list[tuple[int, int]]:
    before = "" if is_japanese(first) else f"(?<!{LETTER})"
    after = "" if is_japanese(last) else f"{LETTER}*" if prefix else f"(?!{LETTER})"
    return [match.span() for match in re.finditer(f"{before}(?:{pattern}){after}", text)]


def signed(text: str) -> str:
    return plain_signs(fold_places(text)).text


@given(st.text(SIGNS, max_size=40), WORDS, st.booleans())
def test_a_word_is_found_where_one_stands_or_begins(text: str, word: str, prefix: bool) -> None:
    text = signed(text)
    wanted = signed(word)
    assert words_pattern((wanted,), prefix=prefix).spans(text) == expected(
        re.escape(wanted), wanted[0], wanted[-1], text, prefix=prefix
    )


@given(st.text(SIGNS, max_size=40), st.lists(WORDS, min_size=2, max_size=3), st.booleans())
def test_words_are_found_side_by_side_whatever_signs_part_them(text: str, several: list[str], prefix: bool) -> None:
    text, parts = signed(text), tuple(map(signed, several))
    pattern = r"[\W_]+".join(map(re.escape, parts))
    assert words_pattern(parts, prefix=prefix).spans(text) == expected(
        pattern, parts[0][0], parts[-1][-1], text, prefix=prefix
    )


@given(st.text(SIGNS, max_size=40), st.text("ab", min_size=4, max_size=5), st.booleans())
def test_a_word_is_found_that_hyphens_part(text: str, word: str, prefix: bool) -> None:
    text = signed(text)
    pattern = rf"(?:[{HYPHENS}]\s?)?".join(word)
    if not words_pattern((word,), prefix=prefix).spans(text):  # else that is what was meant
        found = parted_pattern(word, prefix=prefix).spans(text)
        assert found == expected(pattern, word[0], word[-1], text, prefix=prefix)


@pytest.mark.parametrize(
    ("text", "characters", "commas", "found"),
    [
        ("the “rock-solid” Alliance", "rock solid alliance", False, ["rock-solid” alliance"]),
        ("rock, solid", "rock solid", False, []),
        ("rock, solid", "rock solid", True, ["rock, solid"]),
        ("bedrock solid", "rock solid", False, []),
        ("日米同盟の礎", "米同", False, ["米同"]),
    ],
)
def test_a_phrase_is_found_character_for_character(text: str, characters: str, commas: bool, found: list[str]) -> None:
    pattern = phrase_pattern(Phrase((), characters, "", commas))
    spans = pattern.spans(signed(text))
    assert [fold_places(text).text[start:end] for start, end in spans] == found


@given(st.characters())
def test_letters_are_those_of_the_index(character: str) -> None:
    assert is_letter(character) == (re.fullmatch(LETTER, character) is not None)
