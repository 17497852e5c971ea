import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.places import Place, parse_place
from bluebook_desktop.errors import UsageError


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("12", Place(None, 12, 12)),
        ("¶12", Place(None, 12, 12)),
        ("¶ 12", Place(None, 12, 12)),
        ("12-15", Place(None, 12, 15)),
        ("¶¶ 12–15", Place(None, 12, 15)),
        ("¶ 12 – ¶ 15", Place(None, 12, 15)),
        ("bluebook:2021-en/4.2.2", Place("2021-en/4.2.2", None, None)),
        ("2021-en/4.2.2/12", Place("2021-en/4.2.2", 12, 12)),
        ("bluebook:2021-en/4.2.2/12-15", Place("2021-en/4.2.2", 12, 15)),
    ],
)
def test_a_place_is_read_as_people_write_it(text: str, place: Place) -> None:
    assert parse_place(text) == place


@pytest.mark.parametrize("text", ["", "-5", "12-", "12-13-14", "¶", "x", "４", "1.5"])
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is not a place in the library"):
        parse_place(text)


@given(st.integers(1, 999), st.integers(1, 999), st.integers(1, 999))
def test_a_range_names_passages_of_the_section_or_is_refused(first: int, last: int, count: int) -> None:
    try:
        numbers = parse_place(f"{first}-{last}").passages(count)
    except UsageError:
        assert last < first or last > count
    else:
        assert list(numbers) == list(range(first, last + 1))


def test_a_place_without_passage_is_the_whole_section() -> None:
    assert list(parse_place("2021-en/4.2.2").passages(3)) == [1, 2, 3]
