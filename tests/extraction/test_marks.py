"""Spans in quotation marks of every shape, also where a mark is lost or stands the wrong way round."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.extraction.marks import find_quoted


def spans(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “A is “nested” here.” Then “B.”", ["“A is “nested” here.”", "“B.”"]),
        ('He said "A \'nested\' is." Then "B".', ["\"A 'nested' is.\"", '"B"']),
        ("“He called it ‘a new era,’ and left.”", ["“He called it ‘a new era,’ and left.”"]),
        ('"A," "B," and "C"', ['"A,"', '"B,"', '"C"']),
        ("(the “Guidelines”)", ["“Guidelines”"]),
        ("the ‘grey zone’ and Japan’s leaders’ meeting", ["‘grey zone’"]),
        ("the 'so-called' plan", ["'so-called'"]),
        ("‘It’s the leaders’ wish,’ he said", ["‘It’s the leaders’ wish,’"]),
        ("「A『B』」と『C』", ["「A『B』」", "『C』"]),
        ("the ‘‘Long Title’’ of old pages", ["‘Long Title’"]),
    ],
)
def test_outermost_spans_are_found(text: str, found: list[str]) -> None:
    assert spans(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“2+2“ and “Guidelines“ are terms", ["“2+2“", "“Guidelines“"]),
        ("He said ”A is good.” and ”2+2” too", ["”A is good.”", "”2+2”"]),
        ('The “2+2" and "B” meetings', ['“2+2"', '"B”']),
    ],
)
def test_marks_that_stand_the_wrong_way_round_still_pair(text: str, found: list[str]) -> None:
    assert spans(text) == found


@pytest.mark.parametrize(
    "text",
    ["U.S. Forces' facilities' noise", "since the '90s, it's Japan's", 'a 5" gun', "students’ and teachers’ work"],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert spans(text) == []


def test_a_lost_closing_mark_swallows_no_later_span() -> None:
    found = find_quoted("the “Immediate Return plan. Then “2+2” met.")
    assert [(one.start, one.closed) for one in found] == [(4, False), (33, True)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said, “We run beside the sea, and thanked the hosts. It rained.", "We run beside the sea,"),
        ("He said, “We run beside the sea, while the hall rose to its feet.", "We run beside the sea,"),
        ("He said: “The sea is calm. At the meeting on May 3 both sides met.", "The sea is calm."),
        ("He said: “The sea is calm. We shall cross it.", "The sea is calm. We shall cross it."),
        ("“The sea is calm. The hosts were kind.", "The sea is calm. The hosts were kind."),
        ("He said: “They sang and danced, and the sea was calm.", "They sang and danced, and the sea was calm."),
    ],
)
def test_words_that_lost_their_closing_mark_end_where_the_book_speaks_again(text: str, inner: str) -> None:
    assert [one.inner(text) for one in find_quoted(text)] == [inner]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("He said ‘it is for us’ and left.", ["it is for us"]),
        ("He said 'it is for us' and 'so it is' again.", ["it is for us", "so it is"]),
        ("‘in the ministers’ own words’, he said", ["in the ministers’ own words"]),
        ("in '20 “the voters” of the voters' own", ["the voters"]),
        ("It's the ministers' own.", []),
    ],
)
def test_a_closing_mark_after_an_s_may_be_asked_for(text: str, inner: list[str]) -> None:
    assert [one.inner(text) for one in find_quoted(text, doubtful=True)] == inner


@given(st.text(alphabet="ab “”\"'‘’.,「」\n", max_size=60))
def test_spans_never_overlap_and_hold_something(text: str) -> None:
    found = find_quoted(text)
    for one, other in pairwise(found):
        assert one.end <= other.start
    for one in found:
        assert one.inner(text).strip()
        assert 0 <= one.start < one.end <= len(text)
