"""The commands that list records, in a library of several sections."""

import csv
import io
import json
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders

from .conftest import Run

FIRST = """Diplomatic Bluebook 2019

Chapter 3

1 Efforts for Peace

In May 2018, Foreign Minister Kono Taro visited Camp Zama. Minister Kono stated, “Japan will continue to work closely \
with the United States on peace.” The Special Action Committee on Okinawa (SACO) met.
"""
SECOND = """Diplomatic Bluebook 2019

Chapter 3

2 Efforts for Trade

In May 2018, Foreign Minister Kono Taro visited Camp Zama. In March 2018, Prime Minister Abe Shinzo visited Kadena Air \
Base. Minister Kono stated, “Commerce makes all of us richer, and Japan will remain open to trade.”
"""


@pytest.fixture
def filled(home: UserFolders, bluebook: Run, tmp_path: Path) -> UserFolders:
    """A library with the bundled section and two of an edition."""
    for number, text in enumerate((FIRST, SECOND), 1):
        file = tmp_path / f"text{number}.txt"
        file.write_text(text, encoding="utf-8")
        assert bluebook("import", str(file), "--edition", "2019-en", "--section", f"3.1.{number}").exit_code == 0
    return home


def test_the_timeline_is_in_order_of_time_through_all_sections_of_an_edition(
    filled: UserFolders, bluebook: Run
) -> None:
    lines = [line for line in bluebook("timeline", "--edition", "2019-en").stdout.splitlines() if line[0] != " "]
    assert [line[:8] for line in lines] == ["Mar 2018", "May 2018", "May 2018"]
    assert [line.rsplit("; ", 1)[1] for line in lines] == [
        "2019-en/3.1.2 ¶ 1)",
        "2019-en/3.1.1 ¶ 1)",
        "2019-en/3.1.2 ¶ 1)",
    ]


def test_in_json_every_record_says_its_section(filled: UserFolders, bluebook: Run) -> None:
    found = json.loads(bluebook("timeline", "--edition", "2019-en", "--json").stdout)
    assert found["sections"] == ["2019-en/3.1.1", "2019-en/3.1.2"]
    assert [one["section"] for one in found["events"]] == ["2019-en/3.1.2", "2019-en/3.1.1", "2019-en/3.1.2"]
    dates = [one["date"]["edtf"] for one in found["events"]]
    assert dates == sorted(dates) == ["2018-03", "2018-05", "2018-05"]


@pytest.mark.parametrize("name", ["quotations", "people", "facilities", "abbreviations"])
def test_the_others_print_section_by_section_under_its_title(filled: UserFolders, bluebook: Run, name: str) -> None:
    lines = bluebook(name).stdout.splitlines()
    titles = [line for line in lines if line.startswith(("2021-en/", "2019-en/"))]
    assert titles[0] == "2021-en/4.2.2  Japan-U.S. Security Arrangements"
    assert titles[1] == "2019-en/3.1.1  Efforts for Peace"
    assert titles[2:] == ([] if name == "abbreviations" else ["2019-en/3.1.2  Efforts for Trade"])


def test_someone_whom_only_a_later_section_names_is_found(filled: UserFolders, bluebook: Run) -> None:
    result = bluebook("people", "Abe", "--edition", "2019-en")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == "2019-en/3.1.2  Efforts for Trade"


def test_nothing_found_says_how_many_sections_were_looked_through(filled: UserFolders, bluebook: Run) -> None:
    result = bluebook("people", "Nobody")
    assert result.exit_code == 1
    assert result.stdout == "No person is recorded under the name “Nobody”. All 3 sections were looked through.\n"


def test_a_name_that_no_record_has_is_said_to_stand_in_the_text_where_it_does(
    filled: UserFolders, bluebook: Run
) -> None:
    result = bluebook("people", "commerce", "--edition", "2019-en")
    assert result.exit_code == 1
    assert result.stdout == (
        "No person is recorded under the name “commerce”. 1 passage holds it: “bluebook search” shows where. "
        "All 2 sections were looked through.\n"
    )


def test_a_table_has_one_head_and_the_section_in_every_row(filled: UserFolders, bluebook: Run) -> None:
    text = bluebook("facilities", "--edition", "2019-en", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert [(row["section"], row["name"]) for row in rows] == [
        ("2019-en/3.1.1", "Camp Zama"),
        ("2019-en/3.1.2", "Camp Zama"),
        ("2019-en/3.1.2", "Kadena Air Base"),
    ]
    assert text.count("\ufeff") == 1


def test_json_says_of_each_section_where_it_is_from(filled: UserFolders, bluebook: Run) -> None:
    found = json.loads(bluebook("quotations", "--edition", "2019-en", "--format", "json").stdout)
    assert list(found) == ["sections", "made_by", "quotations"]
    assert [one["section"] for one in found["sections"]] == ["2019-en/3.1.1", "2019-en/3.1.2"]
    assert len({one["made_from"]["sha256"] for one in found["sections"]}) == 2
    assert [(one["section"], one["text"].split()[-1]) for one in found["quotations"]] == [
        ("2019-en/3.1.1", "peace."),
        ("2019-en/3.1.2", "trade."),
    ]


def test_facilities_of_one_id_are_told_apart_on_the_map(filled: UserFolders, bluebook: Run) -> None:
    found = json.loads(bluebook("facilities", "Zama", "--format", "geojson").stdout)
    assert found["type"] == "FeatureCollection"
    ids = [one["id"] for one in found["features"]]
    assert len(set(ids)) == len(ids) == 3
    assert all(one["id"].startswith(f"{one['properties']['section']}/") for one in found["features"])


def test_readable_exports_follow_upon_each_other_each_with_where_it_is_from(filled: UserFolders, bluebook: Run) -> None:
    text = bluebook("timeline", "--edition", "2019-en", "--format", "markdown").stdout
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        "# Timeline: Efforts for Peace (Diplomatic Bluebook 2019)",
        "# Timeline: Efforts for Trade (Diplomatic Bluebook 2019)",
    ]
    assert text.count("Created by editing") == 2


def test_a_whole_edition_is_exported_as_a_list_of_its_sections(filled: UserFolders, bluebook: Run) -> None:
    found = json.loads(bluebook("export", "--edition", "2019-en").stdout)
    assert [one["section"]["id"] for one in found["sections"]] == ["2019-en/3.1.1", "2019-en/3.1.2"]
    assert found["sections"][1] == json.loads(bluebook("export", "--section", "2019-en/3.1.2").stdout)


def test_a_record_that_one_section_has_is_found_without_naming_it(filled: UserFolders, bluebook: Run) -> None:
    [kadena] = json.loads(bluebook("facilities", "Kadena", "--edition", "2019-en", "--json").stdout)["facilities"]
    result = bluebook("decide", "facility", kadena["id"], "--confirm", "--edition", "2019-en")
    assert result.stdout == "Confirmed: Kadena Air Base (facility, 2019-en/3.1.2)\n"
    assert bluebook("decide", "facility", kadena["id"], "--undo").stdout.startswith("Taken back: ")


def test_of_a_record_that_several_sections_have_it_must_be_said_which(filled: UserFolders, bluebook: Run) -> None:
    zama = json.loads(bluebook("facilities", "Zama", "--edition", "2019-en", "--json").stdout)["facilities"][0]
    result = bluebook("decide", "facility", zama["id"], "--confirm")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(
        f"2 sections have the facility “{zama['id']}” (2019-en/3.1.1, 2019-en/3.1.2): say which with --edition and"
    )
    assert bluebook("decisions").exit_code == 1


def test_a_quotation_of_any_section_is_cited(filled: UserFolders, bluebook: Run) -> None:
    said = json.loads(bluebook("quotations", "--section", "2019-en/3.1.2", "--json").stdout)["quotations"]
    result = bluebook("cite", "--quotation", said[0]["id"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Diplomatic Bluebook 2019" in result.stdout
    assert "open to trade.”" in result.stdout


def test_the_check_of_a_quotation_follows_what_was_decided_on_who_said_it(filled: UserFolders, bluebook: Run) -> None:
    where = ["--edition", "2019-en", "--section", "3.1.1"]
    words = "Japan will continue to work closely with the United States on peace."
    [said] = json.loads(bluebook("quotations", *where, "--json").stdout)["quotations"]

    def checked(speaker: str) -> tuple[list[str], str, str | None]:
        found = json.loads(bluebook("check-quote", words, "--speaker", speaker, "--json").stdout)
        return found["speakers"], found["speaker_check"], found["origin"]

    assert checked("Kono") == (["Kono Taro"], "agrees", "found by the program")
    assert "Found by the program, not checked by hand." in bluebook("check-quote", words).stdout
    assert bluebook("decide", "quotation", said["id"], "--set", "speakers=Abe Shinzo", *where).exit_code == 0
    assert checked("Kono") == (["Abe Shinzo"], "differs", "yours")
    assert bluebook("decide", "quotation", said["id"], "--reject", *where).exit_code == 0
    assert checked("Kono") == ([], "differs", None)


@pytest.fixture
def twice(filled: UserFolders, bluebook: Run, tmp_path: Path) -> UserFolders:
    """The same with a section 3.1.1 of another edition."""
    file = tmp_path / "later.txt"
    file.write_text(SECOND.replace("2019", "2020").replace("Trade", "Golf").replace("trade", "golf"), encoding="utf-8")
    assert bluebook("import", str(file), "--edition", "2020-en", "--section", "3.1.1").exit_code == 0
    return filled


def test_a_number_alone_means_that_section_of_every_edition(twice: UserFolders, bluebook: Run) -> None:
    found = json.loads(bluebook("facilities", "--section", "3.1.1", "--json").stdout)
    assert found["sections"] == ["2020-en/3.1.1", "2019-en/3.1.1"]
    assert bluebook("facilities", "Kadena", "--section", "3.1.1").exit_code == 0


@pytest.mark.parametrize("call", [["search", "peace"], ["check-quote", "work closely with the United States"]])
def test_a_search_by_a_number_that_several_editions_have_asks_which(
    twice: UserFolders, bluebook: Run, call: list[str]
) -> None:
    result = bluebook(*call, "--section", "3.1.1")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "2 editions have a section 3.1.1 (2020-en/3.1.1, 2019-en/3.1.1): say which with --edition.\n"
    )


@pytest.mark.parametrize(("date", "told"), [("2018-07", "2018-07"), ("", None)])
def test_when_something_was_said_can_be_put_right_or_left_open(
    filled: UserFolders, bluebook: Run, date: str, told: str | None
) -> None:
    where = ["--edition", "2019-en", "--section", "3.1.1"]
    [said] = json.loads(bluebook("quotations", *where, "--json").stdout)["quotations"]
    assert said["date"]["edtf"] == "2018-05"
    assert bluebook("decide", "quotation", said["id"], "--set", f"date={date}", *where).exit_code == 0
    [said] = json.loads(bluebook("quotations", *where, "--json").stdout)["quotations"]
    assert (said["date"] and said["date"]["edtf"], said["event"]) == (told, None)
    assert bluebook("timeline", *where, "--to", "2018-05").exit_code == 0
