"""Pointers in the wordings of all years, whole and alone."""

import pytest

from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    "pointer",
    [
        "See Chapter 2-7-1",
        "see Chapter 3, Section 1, 2 (4)",
        "see 3-1-3(2)",
        "See the column entitled, “The Fiftieth Year of the Union”",
        "see feature column “An Open Strategy”",
        "See “Special Feature: Treaty on the Harbors”",
        "See the Columns on pages 340 and 341",
        "See page 53",
        "Please refer to Chapter IV, Section 2",
        "see the Opening Special Feature on page 2",
        "see (2) below",
        "see p. 12",
        "See Reference: Text of the Agreement",
        "For details, see Section 1, Item 3",
        "See the Column “Fifty Years” on page 88, and Chapter 3, Section 1, 1(2)",
    ],
)
def test_a_pointer_is_found_whole(find: Extract, pointer: str) -> None:
    found = find(f"The work went on in the year ({pointer}).").cross_references
    assert [one.excerpt.exact for one in found] == [pointer]


@pytest.mark.parametrize(
    "words", ["We will see chapter and verse.", "They see it as a figure of speech.", "It is seen on maps."]
)
def test_what_is_seen_otherwise_is_no_pointer(find: Extract, words: str) -> None:
    assert find(words).cross_references == ()
