import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.references import Locator, locator_for, parse_locator, passage_reference
from bluebook_desktop.errors import UsageError

LOCATORS = st.builds(
    Locator,
    st.builds("{:04}-{}".format, st.integers(0, 9999), st.sampled_from(["en", "ja", "fra"])),
    st.lists(st.integers(0, 999), min_size=1, max_size=6).map(lambda parts: ".".join(map(str, parts))),
    st.none() | st.integers(0, 999_999),
)


@given(LOCATORS)
def test_a_printed_locator_is_read_back(locator: Locator) -> None:
    assert parse_locator(str(locator)) == locator
    assert parse_locator(str(locator).removeprefix("bluebook:")) == locator
    assert locator_for(locator.section_id, locator.passage) == locator


@pytest.mark.parametrize("text", ["bluebook:2021-en/4.2.2/12", "bluebook://2021-en/4.2.2/12/", " 2021-en/4.2.2/12 "])
def test_a_place_is_read_in_the_forms_that_programs_hand_over(text: str) -> None:
    assert parse_locator(text) == Locator("2021-en", "4.2.2", 12)


@pytest.mark.parametrize("text", ["", "12", "bluebook:", "2021/4.2.2", "2021-en/4..2/1", "２０２１-en/4.2", "../x"])
def test_what_is_no_place_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(UsageError, match=r"is not a place in the library; a place looks like .*\.$"):
        parse_locator(text)


@given(st.text(max_size=60))
def test_any_other_text_is_refused_or_read(text: str) -> None:
    try:
        locator = parse_locator(text)
    except UsageError:
        return
    assert parse_locator(str(locator)) == locator


def test_a_passages_reference_holds_its_number() -> None:
    assert passage_reference("2021-en/4.2.2", 12).number == 12
