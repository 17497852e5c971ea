"""What the window is answered while somebody types is what the whole search answers, however soon it is found."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.folding import words
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services import search_pages
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.storage import loosening

TEXTS = [passage.text for content in read_contents() for passage in content[2].passages]
WORD = st.sampled_from(sorted({word.folded for text in TEXTS for word in words(text)}))
#: More than there are.
PAGE = 500


@pytest.fixture(params=[0, 10, 1_000])
def thrifty(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Whatever can be asked for otherwise is; few candidates are compared at once, and none to many of those."""
    monkeypatch.setattr(loosening, "_DEAR", 0)
    monkeypatch.setattr(loosening, "_MOST_STEPS", 20)
    monkeypatch.setattr(loosening, "MOST_NEAR", 1)
    monkeypatch.setattr(search_pages, "LOOKED_AT", 3)
    monkeypatch.setattr(search_pages, "_MOST_LOOSE", request.param)


def found(search: SearchService, typed: str, *, counting: bool) -> tuple[set[Reference], int]:
    result = search.search(typed, limit=PAGE, counting=counting, offering=False)
    hits = {hit.reference for hit in result.hits if hit.reference.kind is Kind.PASSAGE}
    return hits, result.counts.get(Kind.PASSAGE, 0)


@pytest.mark.usefixtures("thrifty")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(TEXTS), st.integers(0, 600), st.integers(1, 80))
def test_of_a_phrase(search: SearchService, text: str, start: int, length: int) -> None:
    typed = f'"{text[start : start + length]}"'
    hits, count = found(search, typed, counting=False)
    assert (hits, count) == (found(search, typed, counting=True)[0], len(hits))


@pytest.mark.usefixtures("thrifty")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORD, WORD, st.integers(2, 6), st.integers(1, 9))
def test_of_what_stands_near_a_beginning(
    search: SearchService, one: str, other: str, letters: int, distance: int
) -> None:
    typed = f"{one} near/{distance} {other[:letters]}"
    hits, count = found(search, typed, counting=False)
    assert (hits, count) == (found(search, typed, counting=True)[0], len(hits))
