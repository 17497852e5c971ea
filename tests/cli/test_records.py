"""Contents, timeline, facilities, quotations, people, abbreviations, read and cite."""

import json
from typing import Any

import pytest

from bluebook_desktop.paths import UserFolders

from .conftest import Run


def as_json(bluebook: Run, *arguments: str) -> Any:
    result = bluebook(*arguments, "--json")
    assert result.stderr == ""
    return json.loads(result.stdout)


def test_contents_lists_twenty_headings_in_order(home: UserFolders, bluebook: Run) -> None:
    lines = bluebook("contents").stdout.splitlines()
    assert len(lines) == 20
    assert lines[0] == "Diplomatic Bluebook 2021  (¶ 1–36)"
    assert "        B Ballistic Missile Defense (BMD)  (¶ 15)" in lines
    assert len(as_json(bluebook, "contents")["headings"]) == 20


def test_the_whole_section_is_read_with_its_headings(home: UserFolders, bluebook: Run) -> None:
    shown = bluebook("read").stdout
    assert shown.startswith("Diplomatic Bluebook 2021\n")
    assert [line.split("  ")[0] for line in shown.splitlines() if line.startswith("¶")] == [
        f"¶ {number}" for number in range(1, 37)
    ]


@pytest.mark.parametrize(
    ("places", "numbers"),
    [
        (["8"], [8]),
        (["¶8"], [8]),
        (["¶ 8"], [8]),
        (["12-14"], [12, 13, 14]),
        (["¶¶ 12–14", "2"], [2, 12, 13, 14]),
        (["bluebook:2021-en/4.2.2/12"], [12]),
        (["2021-en/4.2.2/12-13", "8"], [8, 12, 13]),
        (["bluebook:2021-en/4.2.2"], list(range(1, 37))),
    ],
)
def test_passages_are_read_by_number_range_and_locator(
    home: UserFolders, bluebook: Run, places: list[str], numbers: list[int]
) -> None:
    assert [one["number"] for one in as_json(bluebook, "read", *places)["passages"]] == numbers


def test_a_passage_is_printed_verbatim(home: UserFolders, bluebook: Run) -> None:
    shown = bluebook("read", "12").stdout
    assert "affirmed that ArticleV of the Japan-U.S. Security Treaty" in shown
    assert "affirmedthat both nations" in shown


def test_the_timeline_is_in_order_of_time_and_says_how_exactly_it_knows(home: UserFolders, bluebook: Run) -> None:
    events = as_json(bluebook, "timeline")["events"]
    starts = [event["date"]["start"] or "" for event in events]
    assert starts == sorted(starts)
    shown = bluebook("timeline").stdout
    assert shown.splitlines()[0].startswith("Jun 1950")
    assert "19 Jan 1960" in shown
    assert "printed “January 17”" in shown


def test_the_timeline_is_cut_by_dates_that_events_touch(home: UserFolders, bluebook: Run) -> None:
    for event in as_json(bluebook, "timeline", "--from", "2020-03", "--to", "2020-04")["events"]:
        assert (event["date"]["end"] or "9999") >= "2020-03-01"
        assert event["date"]["start"] <= "2020-04-30"
    titles = [event["title"] for event in as_json(bluebook, "timeline", "--to", "1959")["events"]]
    assert titles
    assert not [title for title in titles if "Treaty signed" in title]


def test_the_timeline_is_filtered_by_kind_and_status(home: UserFolders, bluebook: Run) -> None:
    events = as_json(bluebook, "timeline", "--kind", "agreements", "--status", "planned")["events"]
    assert all((event["kind"], event["status"]) == ("agreements", "planned") for event in events)
    everything = as_json(bluebook, "timeline")["events"]
    kinds = ("diplomacy", "agreements", "defence", "realignment", "incidents")
    assert sum(len(as_json(bluebook, "timeline", "--kind", kind)["events"]) for kind in kinds) == len(everything)


def test_nothing_on_the_timeline_is_status_1(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("timeline", "--to", "1900")
    assert (result.exit_code, result.stdout) == (1, "No event is as asked for.\n")


def test_there_are_fourteen_facilities(home: UserFolders, bluebook: Run) -> None:
    names = {one["name"] for one in as_json(bluebook, "facilities")["facilities"]}
    assert len(names) == 14
    assert names.isdisjoint({"White House", "Guam", "Seoul", "Misawa City"})


def test_a_facility_is_found_by_name_and_alias_whatever_the_case(home: UserFolders, bluebook: Run) -> None:
    assert [one["name"] for one in as_json(bluebook, "facilities", "mcas", "futenma")["facilities"]] == [
        "Marine Corps Air Station Futenma"
    ]
    assert "named in ¶ 1, ¶ 21, ¶ 22, ¶ 28, ¶ 35" in bluebook("facilities", "MCAS Futenma").stdout
    missing = bluebook("facilities", "Guam")
    assert (missing.exit_code, missing.stdout) == (
        1,
        "No facility is recorded under the name “Guam”. 2 passages hold it: “bluebook search” shows where.\n",
    )


def test_what_the_text_does_not_say_is_marked_as_added(home: UserFolders, bluebook: Run) -> None:
    assert "  Added: Ginowan, Okinawa (" in bluebook("facilities", "Futenma").stdout
    assert "  Added: Motegi Toshimitsu (" in bluebook("people", "Motegi").stdout


def test_quotations_are_filtered_by_speaker_and_form(home: UserFolders, bluebook: Run) -> None:
    speeches = as_json(bluebook, "quotations", "--speaker", "Abe", "--form", "speech")["quotations"]
    assert [one["excerpt"]["passage"] for one in speeches] == [10, 10]
    assert all(one["speakers"] == ["Abe"] for one in speeches)
    assert len(as_json(bluebook, "quotations", "--form", "testimony")["quotations"]) == 2
    assert bluebook("quotations", "--speaker", "Churchill").exit_code == 1


def test_the_four_ministers_of_2020_and_2021_are_different_people(home: UserFolders, bluebook: Run) -> None:
    found = as_json(bluebook, "quotations", "--speaker", "the four ministers")["quotations"]
    of_2020 = {tuple(one["speakers"]) for one in found if one["excerpt"]["passage"] == 6}
    of_2021 = {tuple(one["speakers"]) for one in found if one["excerpt"]["passage"] == 12}
    assert of_2020 == {("Motegi", "Kono Taro", "Mike Pompeo", "Mark Esper")}
    assert of_2021 == {("Antony Blinken", "Lloyd Austin", "Motegi", "Kishi Nobuo")}


def test_the_two_kishis_and_the_two_eisenhowers_are_told_apart(home: UserFolders, bluebook: Run) -> None:
    assert len(as_json(bluebook, "people", "Kishi")["people"]) == 2
    assert len(as_json(bluebook, "people", "Eisenhower")["people"]) == 2
    assert [one["name"] for one in as_json(bluebook, "people", "Kishi Nobuo")["people"]] == ["Kishi Nobuo"]
    assert bluebook("people", "Bismarck").exit_code == 1


def test_abbreviations_say_what_they_stand_for(home: UserFolders, bluebook: Run) -> None:
    found = {one["short"]: one["full"] for one in as_json(bluebook, "abbreviations")["abbreviations"]}
    assert found["TOFU"].startswith("Think of Okinawa")
    assert found["SOFA"].endswith("Status of Forces Agreement")


SOURCE_LINE = (
    "Source: “Diplomatic Bluebook 2021.” Ministry of Foreign Affairs of Japan. URL: "
    "https://www.mofa.go.jp/policy/other/bluebook/2021/en_html/chapter4/c040202.html Accessed 2026-11-23."
)


def test_a_citation_names_author_title_place_address_and_date_and_ends_with_the_source_line(
    home: UserFolders, bluebook: Run
) -> None:
    citation, source_line = bluebook("cite", "15").stdout.splitlines()
    assert source_line == SOURCE_LINE
    assert citation == (
        "Ministry of Foreign Affairs of Japan, Diplomatic Bluebook 2021, Chapter 4 “Japan Strengthening Its Presence "
        "in the International Community”, section 4.2.2 “Japan-U.S. Security Arrangements”, (2) “Japan-U.S. Security "
        "and Defense Cooperation in Various Fields”, B “Ballistic Missile Defense (BMD)”, ¶ 15. "
        "https://www.mofa.go.jp/policy/other/bluebook/2021/en_html/chapter4/c040202.html (accessed 23 November 2026)."
    )


def test_a_range_and_a_whole_section_can_be_cited(home: UserFolders, bluebook: Run) -> None:
    assert ", ¶¶ 12–14. https://" in bluebook("cite", "12-14").stdout
    assert "“Japan-U.S. Security Arrangements”. https://" in bluebook("cite", "2021-en/4.2.2").stdout


def test_a_quotation_is_cited_with_its_words_and_speaker(home: UserFolders, bluebook: Run) -> None:
    lines = bluebook("cite", "--quotation", "rock-solid-alliance").stdout.splitlines()
    assert lines[0].startswith("“the rock-solid Alliance between")
    assert lines[0].endswith("past six decades.” (President Trump)")
    assert ", ¶ 8. https://" in lines[1]
    assert lines[2] == SOURCE_LINE
    elsewhere = bluebook("cite", "12", "--quotation", "rock-solid-alliance")
    assert elsewhere.exit_code == 2
    assert elsewhere.stderr == "The quotation “rock-solid-alliance” stands in ¶ 8, not in ¶ 12.\n"


def test_a_citation_as_json_has_its_parts(home: UserFolders, bluebook: Run) -> None:
    found = as_json(bluebook, "cite", "8")
    assert found["locator"] == "bluebook:2021-en/4.2.2/8"
    assert found["source_line"] == SOURCE_LINE
    assert found["quotation"] is None
