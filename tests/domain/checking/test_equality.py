import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.checking.equality import Match, find_matches, matches_in
from bluebook_desktop.domain.checking.units import Units
from bluebook_desktop.domain.checking.verdicts import Folding

TEXT = Units(
    "President Trump praised that “the rock-solid Alliance between the two nations has been essential to peace, "
    "security, and prosperity over six decades.” Some 4,000 hectares of U.S. Forces’ land (Kōno, FY2023) were returned."
)


@pytest.mark.parametrize(
    ("typed", "foldings"),
    [
        ("the rock-solid Alliance", set()),
        ("“the rock-solid Alliance", set()),
        ('"the rock-solid Alliance"', set()),
        ("the rock solid Alliance", {Folding.HYPHENS}),
        ("the rock—solid Alliance", {Folding.HYPHENS}),
        ("The rock-solid alliance", {Folding.CASE}),
        ("the  rock-solid\nAlliance", {Folding.WHITE_SPACE}),
        ("peace security and prosperity", {Folding.COMMAS}),
        ("ｐeace, security", {Folding.WIDTH}),
        ("U.S. Forces' land", {Folding.QUOTES}),
        ("essential to “peace”, security", {Folding.QUOTES}),
        ("4000 hectares", {Folding.COMMAS}),
        ("es\u00adsential to peace", {Folding.INVISIBLE}),
        ("(Ko\u0304no, FY2023)", {Folding.ACCENT_FORM}),
        ("(“Kōno”, FY2023)", {Folding.QUOTES}),
        ("THE ROCK SOLID ALLIANCE", {Folding.CASE, Folding.HYPHENS}),
    ],
)
def test_the_same_words_differ_in_what_is_named(typed: str, foldings: set[Folding]) -> None:
    found = list(find_matches(TEXT, Units(typed)))
    assert [set(match.foldings) for match in found] == [foldings]


def test_marks_in_another_order_are_named() -> None:
    text = Units("a “Free and Open Indo-Pacific (FOIP),” and to strengthen")
    found = list(find_matches(text, Units("Indo-Pacific (FOIP)”, and to")))
    assert [set(match.foldings) for match in found] == [{Folding.QUOTES, Folding.COMMAS}]


@pytest.mark.parametrize(
    "typed",
    [
        "the rocksolid Alliance",
        "ock-solid Alliance",
        "the rock-solid Alliances",
        "peace; security",
        "essential to peace, security, and prosperity.",
        "decades. Some 4 hectares",
        "US Forces’ land",
        "U.S. Forces land",
        "4 hectares",
        "000 hectares",
        "Kono, FY2023",
        "FY 2023",
        "six decades Some",
        "not essential to peace",
        "essential peace",
    ],
)
def test_a_word_or_mark_that_differs_is_never_the_same(typed: str) -> None:
    assert list(find_matches(TEXT, Units(typed))) == []


@given(st.text(max_size=80))
def test_any_text_is_exactly_itself(typed: str) -> None:
    units = Units(typed.strip())
    if units.all:
        assert next(iter(find_matches(units, units))).foldings == frozenset()


def test_a_mark_that_joins_two_words_closes_no_quotation() -> None:
    text = Units("peace and stability of the Indo-Pacific region")
    assert not list(find_matches(text, Units("'and stability of the Indo`Pacific")))
    assert list(find_matches(text, Units("'and stability' of the Indo-Pacific")))


#: Pieces that are easily parted in another way when a text is not read from its beginning.
PIECES = (
    *("the", "Forces", "Forces'", "‘Forces", "’", "'", "O’Brien", "o", "clock", "1960's", "5th", "U.S.", "rock-solid"),
    *("4,000", "000", "4", "-5", "5", "12.5", "3.5", "-", "—", "(", ")", "“", "”", ",", ".", "_", "…"),
    *("ﬁ", "Kōno", "日米", "\u00ad", "\u200b"),
)


@settings(max_examples=1_500)
@given(
    pieces=st.lists(st.sampled_from(PIECES), min_size=1, max_size=14),
    blanks=st.lists(st.sampled_from(["", " ", " ", "  "]), min_size=14, max_size=14),
    data=st.data(),
)
def test_what_is_found_without_parting_the_whole_text_is_what_is_found_by_it(
    pieces: list[str], blanks: list[str], data: st.DataObject
) -> None:
    text = "".join(piece + blank for piece, blank in zip(pieces, blanks, strict=False))
    first = data.draw(st.integers(0, len(text)))
    for typed in (text[first : first + data.draw(st.integers(1, 14))], data.draw(st.sampled_from(pieces))):
        given_units = Units(typed)
        assert spans(matches_in(text, given_units)) == spans(list(find_matches(Units(text), given_units))), typed


def spans(matches: list[Match]) -> list[tuple[int, int, frozenset[Folding]]]:
    return [(one.start, one.end, one.foldings) for one in matches]
