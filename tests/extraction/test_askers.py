"""Whole sentences in marks, and fragments of what somebody vows or calls a thing, with those who say them."""

import pytest

from bluebook_desktop.domain.records import QuotationKind
from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("“Who will shout at us now?” the foreman of the depot wanted to know.", "the foreman of the depot"),
        (
            (
                "In Ur, John Doe, a urologist and Prime Minister since November, still operates. “Some play golf, "
                "and I like to operate,” he explains to visitors."
            ),
            "John Doe",
        ),
        (
            "Prime Minister Ann Roe vowed to build “a new Ur, in which the poor do not pay for the cars of the rich.”",
            "Prime Minister Ann Roe",
        ),
        (
            "Prime Minister Ann Roe walked through Ur; it was, she said, “truly devastating” to see the toys.",
            "Prime Minister Ann Roe",
        ),
    ],
)
def test_who_asks_explains_or_vows_states_something(find: Extract, words: str, who: str) -> None:
    quotations = find(words).quotations
    assert [(q.kind, q.speaker_names) for q in quotations] == [(QuotationKind.SPEECH, (who,))]


@pytest.mark.parametrize(
    "words",
    [
        "Minister Jane Doe promised to build “Freedom Bridge” in Ur.",
        "He vowed to join “the alliance of the willing” soon.",
        "It was, they say, “Freedom Day” in Ur.",
        "The hall called “Who Knows?” wondered at him.",
        "“What is it?” is the question everyone wondered at the time.",
    ],
)
def test_names_in_such_places_stay_terms(find: Extract, words: str) -> None:
    marked = [q.kind for q in find(words).quotations if q.kind is not QuotationKind.REPORTED]
    assert marked == [QuotationKind.TERM]
