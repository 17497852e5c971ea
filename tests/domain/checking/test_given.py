import pytest

from bluebook_desktop.domain.checking.given import read_given


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("a rock … a pillar", ["a rock", "a pillar"]),
        ("a rock ... a pillar", ["a rock", "a pillar"]),
        ("a rock . . . a pillar", ["a rock", "a pillar"]),
        ("a rock [...] a pillar", ["a rock", "a pillar"]),
        ("a rock (…) a pillar", ["a rock", "a pillar"]),
        ("a rock.... A pillar", ["a rock", "A pillar"]),
        ("protecting [their] common values", ["protecting ", " common values"]),
        ("[T]he rock", ["The rock"]),
        ("a rock", []),
        ("…", []),
    ],
)
def test_ellipses_and_brackets_part_a_quotation(typed: str, parts: list[str]) -> None:
    assert [part.units.text for part in read_given(typed).parts] == parts


def test_what_a_bracket_replaces_is_short_and_what_an_ellipsis_leaves_out_is_not() -> None:
    assert [part.gap for part in read_given("one [his] two … three").parts] == [0, 10, None]


def test_half_a_surrogate_is_read_as_an_unknown_character() -> None:
    assert read_given("a \ud800 rock").text == "a ? rock"
