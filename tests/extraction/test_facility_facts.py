"""Whose the printed hectares are, and what was returned, where one sentence names several facilities."""

import pytest

from tests.extraction.conftest import Extract


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        (
            "North of Camp Hansen, about 4,000 hectares of the Northern Training Area were returned on May 3, 2020.",
            {"Camp Hansen": ("", False), "Northern Training Area": ("about 4,000 hectares", True)},
        ),
        (
            "Half of the Northern Training Area, about 4,000 hectares, was returned in May, and Camp Kuwae follows.",
            {"Northern Training Area": ("about 4,000 hectares", True), "Camp Kuwae": ("", False)},
        ),
        (
            "In May, about 51 hectares of West Futenma Housing Area of Camp Zukeran were returned.",
            {"West Futenma Housing Area": ("about 51 hectares", True), "Camp Zukeran": ("", False)},
        ),
        (
            "In May an Engineering Compound in Camp Zukeran (11 hectares) and Camp Kuwae (2 hectares) were returned.",
            {
                "Engineering Compound": ("11 hectares", True),
                "Camp Zukeran": ("", False),
                "Camp Kuwae": ("2 hectares", True),
            },
        ),
        (
            "In May about 4 hectares along the eastern side of MCAS Futenma were returned, while Camp Zama stayed.",
            {"MCAS Futenma": ("about 4 hectares", True), "Camp Zama": ("", False)},
        ),
        (
            "In exchange for Camp Schwab, MCAS Futenma was returned in May, 480 hectares in all.",
            {"Camp Schwab": ("", False), "MCAS Futenma": ("480 hectares", True)},
        ),
        ("In May both sides agreed on the return of Camp Zama.", {"Camp Zama": ("", False)}),
        (
            "In May, the Engineering Compound of Camp Zukeran, also called Camp Foster (51 hectares), was returned.",
            {"Engineering Compound": ("51 hectares", True), "Camp Zukeran": ("", False)},
        ),
        (
            "In May, the Northern Training Area (NTA, approximately 4,000 ha) north of Camp Hansen was returned.",
            {"Northern Training Area": ("approximately 4,000 ha", True), "Camp Hansen": ("", False)},
        ),
        ("In May, approx. 3 ha of Camp Courtney was returned.", {"Camp Courtney": ("approx. 3 ha", True)}),
        (
            "In May, West Futenma Housing Area of Camp Zukeran (approx. 51 ha) was returned.",
            {"West Futenma Housing Area": ("approx. 51 ha", True), "Camp Zukeran": ("", False)},
        ),
        (
            "Of the 481 hectares of MCAS Futenma, 4ha were returned in May, and Camp Zama (Zama; 235.1 ha) stays.",
            {"MCAS Futenma": ("4ha", True), "Camp Zama": ("235.1 ha", False)},
        ),
    ],
)
def test_hectares_and_a_return_are_of_what_they_are_said_of(
    find: Extract, words: str, facts: dict[str, tuple[str, bool]]
) -> None:
    found = find(f"U.S. Forces in Japan use it. {words}").facilities
    told = {one.name: ("; ".join(fact.hectares for fact in one.facts if fact.hectares), one.returned) for one in found}
    assert told == facts


@pytest.mark.parametrize(
    ("words", "returned"),
    [
        ("the return of the Northern Training Area was discussed", []),
        ("the return of Camp Kinser was postponed", []),
        ("the return of Camp Kinser, which had been agreed upon, was again demanded", []),
        ("the two Governments announced the return of Camp Kinser", []),
        ("the return of Camp Kinser was completed", ["Camp Kinser"]),
        ("the return of Camp Kinser, which had been agreed upon, was completed", ["Camp Kinser"]),
        ("the return to Japan of Camp Kinser was realized", ["Camp Kinser"]),
        ("U.S. Forces returned 5 hectares of Camp Kinser to Japan", ["Camp Kinser"]),
        ("the soldiers returned to Camp Kinser", []),
        ("the soldiers returned the flag of Camp Kinser", []),
        ("Japan celebrated the return of the soldiers to Camp Zama", []),
        ("the unit marked the return of its helicopters from Kadena Air Base", []),
        ("the remains found at Camp Hansen were returned", []),
        ("the remains found at Camp Hansen and Camp Zama were returned", []),
        ("the soldiers of Camp Hansen were returned", []),
        ("Camp Hansen’s aircraft were returned", []),
        ("Camp Hansen’s northern part was returned", ["Camp Hansen"]),
        ("at Camp Hansen, about 4 hectares were returned", ["Camp Hansen"]),
        ("at Camp Hansen, the remains were returned", []),
        ("Japan marked the Return of Land at Camp Hansen", ["Camp Hansen"]),
        ("Camp Kinser was visited and Camp Zama was returned", ["Camp Zama"]),
        ("Camp Kinser, which was returned, is a park", ["Camp Kinser"]),
        ("the northern part of Camp Kinser had already been returned", ["Camp Kinser"]),
        ("the north access road of Camp Kinser, about 1 hectare, was returned", ["Camp Kinser"]),
        ("Camp Kinser was not returned", []),
        ("several areas were returned, including Camp Zama and Camp Kinser", ["Camp Kinser", "Camp Zama"]),
        ("aircraft were returned to bases including Camp Zama", []),
        (
            "both marked the return of land: Camp Zama, Camp Kinser and part of Camp Hansen",
            [
                "Camp Hansen",
                "Camp Kinser",
                "Camp Zama",
            ],
        ),
    ],
)
def test_only_what_was_itself_given_back_is_returned(find: Extract, words: str, returned: list[str]) -> None:
    found = find(f"U.S. Forces in Japan use it. In May, {words}.").facilities
    assert sorted(one.name for one in found if one.returned) == returned


@pytest.mark.parametrize(
    ("words", "name", "says"),
    [
        (
            "The U.S. extended its strikes to Ur on May 3; among the units were ships at Camp Courtney.",
            "Camp Courtney",
            "… among the units were ships at Camp Courtney",
        ),
        ("Camp Zama was opened in May 2020.", "Camp Zama", "Camp Zama was opened"),
    ],
)
def test_what_the_text_says_of_a_facility_names_it(find: Extract, words: str, name: str, says: str) -> None:
    (facility,) = [one for one in find(words).facilities if one.name == name]
    assert [fact.label for fact in facility.facts] == [says]
