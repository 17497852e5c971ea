"""Facilities and areas of the U.S. Forces in Japan, and camps and bases that are none."""

import pytest

from bluebook_desktop.extraction import Gazetteer
from tests.extraction.conftest import Extract


def printed(find: Extract, words: str) -> list[str]:
    places = [mention for facility in find(words).facilities for mention in facility.mentions]
    return [place.exact for place in sorted(places, key=lambda place: place.start)]


@pytest.mark.parametrize(
    ("words", "places"),
    [
        (
            "Camp Kinser (Makiminato Service Area) and Naha Port Facility",
            ["Camp Kinser", "Makiminato Service Area", "Naha Port Facility"],
        ),
        ("the Army POL Depot Kuwae Tank Farm No. 1", ["Army POL Depot Kuwae Tank Farm No. 1"]),
        ("the relocation of the Futenma air base", ["Futenma air base"]),
        ("the HQ moved from Kadena Airbase, and Army Tank FarmNo.1", ["Kadena Airbase", "Army Tank FarmNo.1"]),
        (
            "Marine Corps Air Station (MCAS) Futenma and Camp Zukeran (Foster)",
            ["Marine Corps Air Station (MCAS) Futenma", "Camp Zukeran (Foster)"],
        ),
        (
            "Kin Blue Beach, Tori Shima Range and Ie Jima Auxiliary Airfield",
            ["Kin Blue Beach", "Tori Shima Range", "Ie Jima Auxiliary Airfield"],
        ),
        (
            "Ikego Housing Area and Navy Annex, Sagami General Depot",
            ["Ikego Housing Area and Navy Annex", "Sagami General Depot"],
        ),
    ],
)
def test_facilities_are_found_in_their_spellings(find: Extract, words: str, places: list[str]) -> None:
    assert printed(find, f"In Okinawa and elsewhere, {words} were named.") == places


@pytest.mark.parametrize(
    "words",
    [
        "Camp David, Camp Humphreys in the ROK and Andersen Air Force Base in Guam",
        "Camp Asaka and Camp Narashino of the GSDF, and JGSDF Camp Ichigaya",
        "Ali Al Salem Air Base in Kuwait, Ream Naval Base (Cambodia) and refugee Camp Zaatari",
        "the towns of Kadena, Iwakuni and Yokosuka",
    ],
)
def test_camps_of_others_are_none(find: Extract, words: str) -> None:
    assert printed(find, f"U.S. Forces in Japan and {words} were named.") == []


@pytest.mark.parametrize(
    ("words", "towns"),
    [
        ("The base at Misawa held a fair, and the airfield in Yokosuka did not.", 2),
        ("Among them were U.S. fighters stationed at Misawa and ships which have Yokosuka as their home port.", 2),
        ("The King boarded the USS Wasp at Yokosuka.", 1),
        ("The airplane, which the U.S. had chartered, landed at Yokota.", 1),
        ("Carrier Air Wing Five was relocated from Atsugi to Iwakuni.", 2),
        ("The Mayor of Iwakuni met with U.S. officials in Yokosuka City.", 0),
        ("A destroyer of the MSDF is based at Yokosuka, as is a U.S. one.", 0),
        ("Destroyers based at Sasebo took part.", 0),
        ("The U.S. Ambassador arrived in Misawa for the snow festival.", 0),
        ("An American student group arrived in Iwakuni.", 0),
        ("The American opera ensemble landed at Yokosuka.", 0),
        ("U.S. bombers landed at Misawa.", 1),
        ("The U.S. Navy has fighters stationed at Misawa, Aomori.", 0),
        ("In April, MV-22 from Futenma carried relief supplies.", 1),
        ("On September 22, an AV-8 taking off from Kadena fell into the sea.", 1),
        ("The Mayor came from Kadena to Futenma.", 0),
    ],
)
def test_a_town_is_its_base_only_where_forces_are_said_to_be_there(find: Extract, words: str, towns: int) -> None:
    assert len(printed(find, words)) == towns


def test_a_text_that_tells_of_no_forces_has_no_facilities(find: Extract) -> None:
    assert printed(find, "Japan built the Mombasa Port Facility and the Kita Training Area for farmers.") == []


def test_no_name_of_the_gazetteer_is_given_twice(gazetteer: Gazetteer) -> None:
    names = [name for entry in gazetteer.entries for name in entry.names]
    assert len(names) == len(set(names))


def test_every_position_lies_in_japan(gazetteer: Gazetteer) -> None:
    assert all(24 <= one.latitude <= 46 and 122 <= one.longitude <= 146 for one in gazetteer.entries)


def test_a_facility_is_one_in_full_and_in_short(find: Extract) -> None:
    found = find(
        "U.S. Forces use Marine Corps Air Station (MCAS) Komaki, MCAS Komaki, Kumagaya Airbase and Kumagaya Air Base."
    )
    assert [len(facility.mentions) for facility in found.facilities] == [2, 2]
