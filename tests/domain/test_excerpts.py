from hypothesis import assume, given
from hypothesis import strategies as st

from bluebook_desktop.domain.excerpts import CONTEXT, excerpt_at, find_excerpt


@given(st.text(max_size=120), st.integers(0, 120), st.integers(0, 120))
def test_an_excerpt_gives_back_its_words_and_their_neighbours(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    excerpt = excerpt_at(3, text, start, end)
    assert text[excerpt.start : excerpt.end] == excerpt.exact
    assert text[:start].endswith(excerpt.prefix)
    assert text[end:].startswith(excerpt.suffix)
    assert max(len(excerpt.prefix), len(excerpt.suffix)) <= CONTEXT


@given(st.text(alphabet="ab ", max_size=40), st.text(alphabet="ab ", min_size=1, max_size=3), st.integers(1, 4))
def test_the_nth_occurrence_is_found_or_there_is_none(text: str, exact: str, occurrence: int) -> None:
    places = [place for place in range(len(text)) if text.startswith(exact, place)]
    found = find_excerpt(1, text, exact, occurrence)
    if occurrence > len(places):
        assert found is None
    else:
        assert found is not None
        assert found.start == places[occurrence - 1]


@given(st.text(max_size=20))
def test_no_words_are_nowhere(text: str) -> None:
    assume(text)
    assert find_excerpt(1, text, "") is None
