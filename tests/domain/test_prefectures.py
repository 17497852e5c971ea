"""Prefectures in the words for a place."""

import pytest

from bluebook_desktop.domain.prefectures import PREFECTURES, prefecture_in


def test_there_are_forty_seven() -> None:
    assert len(set(PREFECTURES)) == 47


@pytest.mark.parametrize(
    ("place", "prefecture"),
    [
        ("Sasebo, Nagasaki", "Nagasaki"),
        ("Kadena, Chatan and Okinawa City, Okinawa", "Okinawa"),
        ("Okinawa Island, south of Kadena Air Base; several areas", "Okinawa"),
        ("Hiroshima and Iwakuni, Yamaguchi", "Yamaguchi"),
        ("Narashino", ""),
        ("Guam", ""),
        ("", ""),
    ],
)
def test_the_last_prefecture_named_is_meant(place: str, prefecture: str) -> None:
    assert prefecture_in(place) == prefecture
