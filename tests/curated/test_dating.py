"""Whether printed words and EDTF agree."""

import pytest

from bluebook_desktop.curated.dating import disagreement
from bluebook_desktop.domain.dates import parse_edtf


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("January 19, 1960", "1960-01-19"),
        ("August", "2020-08"),
        ("December 5 and 6", "2020-12-05/2020-12-06"),
        ("FY2023", "2023-04/2024-03"),
        ("first half of the 2020s", "2020/2024"),
        ("since 2006", "2006/.."),
        ("later this year", "2021"),
        ("March 31. 2022", "2022-03-31"),
    ],
)
def test_words_that_say_the_same_agree(printed: str, edtf: str) -> None:
    assert disagreement(printed, parse_edtf(edtf)) == ""


@pytest.mark.parametrize(
    ("printed", "edtf", "said"),
    [
        ("April 2019", "2018-04", "names the year 2019"),
        ("April 2019", "2019-05", "names April"),
        ("January 17", "2020-01-18", "names another day"),
        ("December 5 and 6", "2020-12-05/2020-12-07", "names another day"),
        ("FY2023", "2024-04/2025-03", "names the year 2023"),
    ],
)
def test_words_that_say_otherwise_do_not(printed: str, edtf: str, said: str) -> None:
    assert said in disagreement(printed, parse_edtf(edtf))
