"""What can be a place, and what cannot."""

import pytest

from bluebook_desktop.domain.imports import Place, check_place
from bluebook_desktop.errors import UsageError


@pytest.mark.parametrize(
    "place",
    [
        Place(),
        Place("2019-en"),
        Place("", "3"),
        Place("other-en", "12"),
        Place("2019-ja", "3.1.2"),
        Place("2025-zho", "1"),
    ],
)
def test_a_place_that_can_be_is_passed(place: Place) -> None:
    check_place(place)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (Place("2019"), "“2019” is no edition; an edition is a year and a language, such as 2019-en."),
        (Place("2019-EN"), "“2019-EN” is no edition; an edition is a year and a language, such as 2019-en."),
        (Place("../2019-en"), "“../2019-en” is no edition; an edition is a year and a language, such as 2019-en."),
        (Place("2019-en\n"), "“2019-en\n” is no edition; an edition is a year and a language, such as 2019-en."),
        (Place("2019-en", "three"), "“three” is no section; a section is a number such as 3.1.2."),
        (Place("2019-en", "3..1"), "“3..1” is no section; a section is a number such as 3.1.2."),
        (Place("2019-en", "٣.١"), "“٣.١” is no section; a section is a number such as 3.1.2."),
    ],
)
def test_what_is_no_place_is_told_in_a_sentence(place: Place, sentence: str) -> None:
    with pytest.raises(UsageError) as told:
        check_place(place)
    assert str(told.value) == sentence
