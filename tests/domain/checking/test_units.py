import pytest

from bluebook_desktop.domain.checking.units import Units


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("U.S. Forces’ land", ["u", ".", "s", ".", "forces'", "land"]),
        ("Japan's “rock-solid” Alliance", ["japan's", "rock", "solid", "alliance"]),
        ("‘US Forces’ said", ["us", "forces", "said"]),
        ("approximately 4,000 hectares", ["approximately", "4000", "hectares"]),
        ("83,84 and 3.5", ["83,84", "and", "3.5"]),
        ("by -5 percent", ["by", "-5", "percent"]),
        ("SM-3 and QZS-7", ["sm", "3", "and", "qzs", "7"]),
        ("ＦＹ２０２０", ["fy2020"]),
        ("日米同盟、強化", ["日", "米", "同", "盟", "強", "化"]),
        ("its; it's", ["its", ";", "it's"]),
        ("March 31. 2022", ["march", "31", ".", "2022"]),
        ("", []),
        ("… “”", ["…"]),
    ],
)
def test_a_text_is_parted_into_words_numbers_and_marks(text: str, keys: list[str]) -> None:
    assert Units(text).keys == keys


def test_a_place_is_found_by_whole_units_alone() -> None:
    text = Units("unable to do 4,000 things")
    assert text.find(["able", "to"]) == -1
    assert text.find(["4"]) == -1
    assert text.find(["to", "do"]) == 1
    assert text.find_all(["to"]) == [1]


def test_units_stand_where_they_were_read() -> None:
    units = Units("the “rock-solid” Alliance")
    assert [units.text[one.start : one.end] for one in units.all] == ["the", "rock", "solid", "Alliance"]
