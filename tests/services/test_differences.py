from typing import Any

import pytest

from bluebook_desktop.services.differences import Difference, compare_rows, sentence

ROW = {"id": 1, "section": "s", "number": 12, "text": "The Guidelines for cooperation"}


def only(expected: dict[Any, dict[str, Any]], found: dict[Any, dict[str, Any]]) -> Difference:
    (difference,) = compare_rows("passages", expected, found)
    return difference


def test_equal_rows_do_not_differ() -> None:
    assert not list(compare_rows("passages", {1: ROW}, {1: dict(ROW)}))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Guidalines for cooperation", "at character 9: “Guidalines” instead of “Guidelines”."),
        ("the Guidelines for cooperation", "at character 1: “the” instead of “The”."),
        ("The Guidelines for cooperation.", "at character 31: “cooperation.” instead of “cooperation”."),
        ("The Guidelines for", "at character 19: “for” instead of “for cooperation”."),
        ("TheGuidelines for cooperation", "at character 4: “TheGuidelines” instead of “The Guidelines”."),
    ],
)
def test_the_place_and_both_readings_are_named(text: str, said: str) -> None:
    difference = only({1: ROW}, {1: {**ROW, "text": text}})
    assert sentence(difference, 12) == f"¶ 12 differs from the original {said}"


def test_a_value_of_another_type_differs() -> None:
    assert sentence(only({1: ROW}, {1: {**ROW, "number": "12"}}), 12).endswith("“12” instead of “12”.")
    assert sentence(only({1: ROW}, {1: {**ROW, "text": None}}), 12).endswith(
        "nothing instead of “The Guidelines for cooperation”."
    )


def test_rows_that_are_missing_or_too_many_are_named() -> None:
    assert sentence(only({1: ROW}, {}), 12) == "¶ 12 is missing."
    assert sentence(only({}, {1: ROW}), 12) == "¶ 12 does not stand in the original."
