from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.checking.aligning import beside

WORDS = st.lists(st.sampled_from("abcd"), max_size=12)


def test_the_nearest_of_several_equal_phrases_is_taken() -> None:
    assert beside(["x", "y", "a", "b"], ["q", "r", "a", "b", "s", "a", "b"]) == [(2, 2), (3, 3)]


def test_as_many_words_as_can_be_stand_in_order() -> None:
    assert beside(["a", "b", "c", "d"], ["b", "a", "b", "x", "c", "d"]) == [(0, 1), (1, 2), (2, 4), (3, 5)]


@given(WORDS, WORDS)
def test_pairs_are_equal_and_in_order_and_the_same_is_laid_over_itself(one: list[str], other: list[str]) -> None:
    pairs = beside(one, other)
    assert all(one[a] == other[b] for a, b in pairs)
    assert pairs == sorted(set(pairs))
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    assert beside(one, one) == [(place, place) for place in range(len(one))]
