"""Confirming, correcting and rejecting from the command line, and what the other commands say then."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bluebook_desktop.paths import UserFolders
from tests.services.deciding import TEXT

from .conftest import Run

PLACE = ("--edition", "2019-en", "--section", "3.1")


@pytest.fixture
def imported(home: UserFolders, bluebook: Run, tmp_path: Path) -> UserFolders:
    file = tmp_path / "peace.txt"
    file.write_text(TEXT, "utf-8")
    assert bluebook("import", str(file)).exit_code == 0
    return home


def answer(bluebook: Run, *arguments: str) -> Any:
    result = bluebook(*arguments, "--json")
    assert result.stderr == ""
    return json.loads(result.stdout)


def events(bluebook: Run) -> list[Any]:
    found: list[Any] = answer(bluebook, "timeline", *PLACE)["events"]
    return found


def id_about(bluebook: Run, words: str) -> str:
    return next(str(one["id"]) for one in events(bluebook) if words in one["sentence"])


def test_every_record_says_by_which_rule_it_was_found_and_how_sure_that_is(
    imported: UserFolders, bluebook: Run
) -> None:
    for command, name in (
        ("timeline", "events"),
        ("quotations", "quotations"),
        ("people", "people"),
        ("facilities", "facilities"),
        ("abbreviations", "abbreviations"),
    ):
        found = answer(bluebook, command, *PLACE)[name]
        assert found
        for one in found:
            origin = one["origin"]
            assert (origin["state"], origin["verdict"], origin["found"]) == ("found by the program", "", None)
            assert origin["rule"]
            assert 0 < origin["confidence"] <= 1
        shown = bluebook(command, *PLACE).stdout
        assert shown.count("found by the program: ") == len(found)
        assert f"(id: {found[0].get('id', 'UNRM')})" in shown
        assert "checked by hand" not in shown


@pytest.mark.parametrize("command", ["timeline", "quotations", "people", "facilities", "abbreviations"])
def test_records_that_were_checked_by_hand_say_so(home: UserFolders, bluebook: Run, command: str) -> None:
    shown = bluebook(command).stdout
    assert shown.endswith("\nAll of these were checked by hand.\n")
    assert "found by the program" not in shown


def test_a_rejected_event_is_shown_no_more_until_that_is_undone(imported: UserFolders, bluebook: Run) -> None:
    id_ = id_about(bluebook, "Yokota")
    before = bluebook("timeline", *PLACE).stdout
    result = bluebook("decide", "event", id_, "--reject", *PLACE)
    assert (result.exit_code, result.stdout, result.stderr) == (
        0,
        "Rejected: Yokota Air Base hosted the Ruritania exercise (event, 2019-en/3.1)\n",
        "",
    )
    assert "Yokota" not in bluebook("timeline", *PLACE).stdout
    assert bluebook("search", "Yokota", "--kind", "event", *PLACE).exit_code == 1
    assert bluebook("decide", "event", id_, "--undo", *PLACE).stdout.startswith("Taken back: Yokota")
    assert bluebook("timeline", *PLACE).stdout == before


def test_a_corrected_event_says_what_is_yours_and_what_was_found(imported: UserFolders, bluebook: Run) -> None:
    id_ = id_about(bluebook, "treaty")
    done = answer(
        bluebook, "decide", "event", id_, "--set", "title=Treaty to be signed", "--set", "date=2019-06", *PLACE
    )
    assert done == {
        "section": "2019-en/3.1",
        "kind": "event",
        "id": id_,
        "verdict": "corrected",
        "values": {"title": "Treaty to be signed", "date": "2019-06"},
    }
    event = next(one for one in events(bluebook) if one["id"] == id_)
    assert event["title"] == "Treaty to be signed"
    assert (event["date"]["printed"], event["date"]["edtf"]) == ("FY2019", "2019-06")
    assert event["excerpt"]["exact"] in TEXT
    assert event["origin"]["state"] == "yours"
    assert event["origin"]["found"]["date"] == "2019-04/2020-03"
    assert "yours, corrected; the program had found title “" in bluebook("timeline", *PLACE).stdout
    (hit,) = answer(bluebook, "search", '"Treaty to be signed"', *PLACE)["hits"]
    assert hit["title"] == "Treaty to be signed"


def test_a_confirmed_person_is_yours(imported: UserFolders, bluebook: Run) -> None:
    assert bluebook("decide", "person", "abe-shinzo", "--confirm", *PLACE).exit_code == 0
    shown = bluebook("people", "Abe", *PLACE).stdout
    assert "yours, confirmed; the program had found it (" in shown


def test_all_decisions_are_listed_with_those_that_lost_their_place(
    imported: UserFolders, bluebook: Run, tmp_path: Path
) -> None:
    nothing = bluebook("decisions")
    assert (nothing.exit_code, nothing.stdout) == (1, "Nothing was decided.\n")
    id_ = id_about(bluebook, "Yokota")
    bluebook("decide", "event", id_, "--set", "title=Exercise", *PLACE)
    bluebook("decide", "person", "abe-shinzo", "--reject", *PLACE)
    assert bluebook("decisions").stdout == (
        "2019-en/3.1\n"
        f"  corrected  Yokota Air Base hosted the Ruritania exercise (event, ¶ 2, id: {id_})\n"
        "    title: Exercise\n"
        "  rejected  Abe Shinzo (person, ¶ 2, id: abe-shinzo)\n"
    )
    file = tmp_path / "peace.txt"
    file.write_text(TEXT.replace("Yokota Air Base hosted the Ruritania exercise", "peace came"), "utf-8")
    bluebook("import", str(file))
    listed = answer(bluebook, "decisions", "--section", "2019-en/3.1")["decisions"]
    assert [(one["verdict"], one["lost"]) for one in listed] == [("corrected", True), ("rejected", False)]
    assert "(event, lost its place, was ¶ 2, id: " in bluebook("decisions").stdout
    assert bluebook("decide", "event", id_, "--undo", *PLACE).exit_code == 0
    assert len(answer(bluebook, "decisions")["decisions"]) == 1


_ONE = "One of --confirm, --reject, --set and --undo is needed, and no two of them."


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("event", "x", "--confirm", "--reject"), _ONE),
        (("event", "x"), _ONE),
        (("event", "x", "--confirm", "--set", "a=b"), _ONE),
        (("event", "nothing", "--confirm"), "2019-en/3.1 has no event “nothing”."),
        (("person", "abe-shinzo", "--set", "name"), "“name” sets nothing; write --set FIELD=VALUE."),
        (
            ("person", "abe-shinzo", "--set", "age=65"),
            "There is no “age” to correct; of this kind these can be: name, ",
        ),
        (("person", "abe-shinzo", "--set", "offices=King"), "The text does not print “King”; an office is given as "),
        (("person", "abe-shinzo", "--undo"), "Nothing was decided on the person “abe-shinzo” of 2019-en/3.1."),
        (("passage", "1", "--confirm"), "Invalid value for "),
    ],
)
def test_a_wrong_use_is_told_in_one_sentence(
    imported: UserFolders, bluebook: Run, arguments: tuple[str, ...], sentence: str
) -> None:
    result = bluebook("decide", *arguments, *PLACE)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(sentence)
    assert result.stderr.count("\n") == 1
    assert not imported.notebook.exists()


def test_what_was_checked_by_hand_cannot_be_decided_on(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("decide", "event", "treaty-signed", "--reject")
    assert (result.exit_code, result.stderr) == (
        2,
        "The event “treaty-signed” was checked by hand; only what the program found can be decided on.\n",
    )


def test_a_notebook_that_cannot_be_read_is_told_and_the_records_are_printed(
    imported: UserFolders, bluebook: Run
) -> None:
    whole = bluebook("timeline", *PLACE).stdout
    imported.notebook.write_bytes(b"garbled " * 1000)
    result = bluebook("timeline", *PLACE)
    assert (result.exit_code, result.stdout) == (0, whole)
    assert result.stderr == "The notebook is damaged; your decisions are not shown.\n"
    assert imported.notebook.read_bytes() == b"garbled " * 1000


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"garbled " * 1000, "The notebook is damaged; your decisions are not shown.\n"),
        (b"", "The notebook’s file is empty; your decisions are not shown.\n"),
    ],
)
def test_of_a_notebook_that_cannot_be_read_nobody_says_that_nothing_was_decided(
    imported: UserFolders, bluebook: Run, content: bytes, sentence: str
) -> None:
    imported.notebook.write_bytes(content)
    result = bluebook("decisions")
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", sentence)


def test_commands_that_print_no_record_read_no_notebook(imported: UserFolders, bluebook: Run) -> None:
    imported.notebook.write_bytes(b"garbled " * 1000)
    assert bluebook("read", "1", *PLACE).stderr == ""


def test_a_damaged_decision_is_told_and_the_others_hold(imported: UserFolders, bluebook: Run) -> None:
    bluebook("decide", "person", "abe-shinzo", "--reject", *PLACE)
    bluebook("decide", "person", "kono-taro", "--reject", *PLACE)
    with closing(sqlite3.connect(imported.notebook)) as connection, connection:
        connection.execute("UPDATE decisions SET fields = '{' WHERE record = 'abe-shinzo'")
    result = bluebook("people", *PLACE)
    assert result.stderr == "One decision in the notebook cannot be read; it is left out, and kept.\n"
    assert "Abe Shinzo" in result.stdout
    assert "Kono Taro" not in result.stdout
