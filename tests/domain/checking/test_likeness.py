import pytest

from bluebook_desktop.domain.checking.comparison import compare
from bluebook_desktop.domain.checking.units import Units

TEXT = Units(
    "In his message President Trump praised that the rock-solid Alliance between the two great nations has been "
    "essential to peace, security, and prosperity for the United States, Japan, the Indo-Pacific region, and the "
    "entire world over the past six decades, and said that in the years to come it is of no small weight for all of us."
)


def is_altered(typed: str) -> bool:
    found = compare(Units(typed), {}, TEXT)
    return found is not None and found.is_altered


@pytest.mark.parametrize(
    "typed",
    [
        "lliance between the two great nation",
        "praised the Alliance between two great nations",
        "the Alliance between great nations",
        "the Alliance has been essential to security, peace and prosperity",
        "the rock-solid Alliance between our two nations will be essential over the next six decades",
        "peace for the United States and the entire world",
    ],
)
def test_two_thirds_of_the_words_in_order_and_close_together_are_altered(typed: str) -> None:
    assert is_altered(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "the of and in",
        "the to and of the in of",
        "in the that the to for the and the",
        "a treaty between the two small islands",
        "praised the world in six years",
        "Trump Alliance security Japan world years",
    ],
)
def test_words_that_stand_in_order_far_apart_or_say_nothing_are_not(typed: str) -> None:
    assert not is_altered(typed)
