import json

import pytest

from bluebook_desktop.domain.querying import shortcuts
from bluebook_desktop.domain.querying.shortcuts import Shortcuts, chosen, from_json

#: *of the* in every row; *the mist* in every tenth; *mist of* once; and a dozen words that begin alike.
ROWS = [
    " ".join(
        [
            "of the bay",
            *(["the mist"] if number % 10 == 0 else ["mist"]),
            *(["mist of"] if number == 7 else []),
            f"conta{number % 12}",
        ]
    )
    for number in range(100)
]


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred rows are many, ten words are many with one beginning."""
    monkeypatch.setattr(shortcuts, "FEWEST_ROWS", 100)
    monkeypatch.setattr(shortcuts, "_MANY", 10)
    monkeypatch.setattr(shortcuts, "_PAIRS_A_ROW", 0.5)


def test_two_common_words_that_seldom_stand_together_have_a_word_of_their_own() -> None:
    found = chosen(ROWS)
    assert found.of_pair("mist", "of")
    assert found.of_pair("the", "mist")
    assert found.of_pair("mist", "the")  # nowhere in the first rows, perhaps in others
    assert found.of_pair("mist", "of") != found.of_pair("of", "mist")


def test_two_that_often_do_have_none_nor_has_a_word_that_is_not_common() -> None:
    found = chosen(ROWS)
    assert found.of_pair("of", "the") == "" == found.of_pair("the", "bay")
    assert found.of_pair("the", "treaty") == "" == found.of_pair("treaty", "the")


def test_a_beginning_of_many_words_has_a_word_of_its_own() -> None:
    found = chosen(ROWS)
    assert found.of_beginning("cont")
    assert found.of_beginning("mist") == "" == found.of_beginning("con") == found.of_beginning("conta")


def test_a_row_has_the_words_of_all_its_pairs_and_beginnings_once() -> None:
    found = chosen(ROWS)
    row = found.of_row(["of", "the", "mist", "container", "of", "the", "mist", "of", "continents"])
    assert sorted(row) == sorted(
        [found.of_pair("the", "mist"), found.of_pair("mist", "of"), found.of_beginning("cont")]
    )


def test_more_than_there_is_room_for_is_left_out_the_most_common_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shortcuts, "_PAIRS_A_ROW", 0.05)
    monkeypatch.setattr(shortcuts, "_BEGINNINGS_A_ROW", 0.5)
    found = chosen(ROWS)
    assert found.of_pair("mist", "of")
    assert found.of_pair("the", "mist") == "" == found.of_beginning("cont")


def test_signs_and_japanese_have_none() -> None:
    found = chosen([f"{row} \ue001 日米 米同" for row in ROWS])
    assert found.of_pair("\ue001", "of") == "" == found.of_pair("日米", "米同")


def test_a_small_library_has_none() -> None:
    assert chosen(ROWS[1:]) == Shortcuts() == from_json("")


def test_what_is_kept_is_what_was_chosen() -> None:
    found = chosen(ROWS)
    assert from_json(found.to_json()) == found != Shortcuts()


@pytest.mark.parametrize("kept", ["{", "1", '["a"]', '[["a"], ["b"], []]', "[1, 2, 3]"])
def test_garbled_ones_are_refused(kept: str) -> None:
    with pytest.raises((ValueError, TypeError)):
        from_json(kept)


def test_what_is_kept_is_readable() -> None:
    common, left_out, beginnings = json.loads(chosen(ROWS).to_json())
    assert "of" in common
    assert "of the" in left_out
    assert beginnings == ["cont"]
