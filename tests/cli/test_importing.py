"""`bluebook import`, `editions`, `remove`, and every command in a library of several sections."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bluebook_desktop.cli.main import commands
from bluebook_desktop.paths import UserFolders

from .conftest import Run

TEXT = """Diplomatic Bluebook 2019

Chapter 3

Interests of the Nation

{number} Efforts for Peace

(1) Overview

In May 2018, Foreign Minister Kono Taro visited Camp Zama. Minister Kono stated, “Japan will continue to work closely \
with the United States on peace.” The Special Action Committee on Okinawa (SACO) met.

(4) Out of order

In June 2018, the talks went on.
"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = [tmp_path / f"c03010{number}.txt" for number in (1, 2)]
    for number, path in enumerate(made, 1):
        path.write_text(TEXT.format(number=number), "utf-8")
    return made


@pytest.fixture
def filled(home: UserFolders, bluebook: Run, files: list[Path]) -> UserFolders:
    assert bluebook("import", *map(str, files)).exit_code == 0
    return home


def test_an_import_reports_what_became_of_each_file(home: UserFolders, bluebook: Run, files: list[Path]) -> None:
    bad = files[0].with_name("empty.txt")
    bad.write_bytes(b"")
    result = bluebook("import", str(files[0]), str(bad))
    assert result.exit_code == 2
    assert result.stdout.splitlines() == [
        "c030101.txt is now 2019-en/3.1.1",
        "  Efforts for Peace: 5 headings, 2 passages.",
        "  Found by the program: 2 events, 1 quotation, 1 facility, 1 person, 1 short form.",
        "  1 thing was not understood or left out:",
        "    Line 13: “(4) Out of order” is out of the order of its numbering.",
    ]
    assert result.stderr == f"{bad} is empty.\n"


def test_the_report_as_json(home: UserFolders, bluebook: Run, files: list[Path]) -> None:
    found = json.loads(bluebook("import", str(files[0]), "--json").stdout)["files"][0]
    assert found["outcome"] == "imported"
    assert found["section"] == "2019-en/3.1.1"
    assert found["records"] == {"events": 2, "quotations": 1, "facilities": 1, "people": 1, "abbreviations": 1}
    assert [one["line"] for one in found["problems"]] == [13]


def test_a_look_imports_nothing(home: UserFolders, bluebook: Run, files: list[Path]) -> None:
    result = bluebook("import", "--look", str(files[0]), "--edition", "2018-en")
    assert result.stdout.startswith("c030101.txt would be 2018-en/3.1.1\n")
    assert "2018-en" not in bluebook("editions").stdout
    assert bluebook("import", "--look", str(files[0]), "--edition", "x").exit_code == 2


def test_the_same_bytes_and_a_corrected_issue(filled: UserFolders, bluebook: Run, files: list[Path]) -> None:
    assert bluebook("import", str(files[0])).stdout.startswith("c030101.txt is already 2019-en/3.1.1\n")
    files[0].write_text(TEXT.format(number=1).replace("May", "April"), "utf-8")
    assert bluebook("import", str(files[0])).stdout.startswith("c030101.txt takes the place of 2019-en/3.1.1\n")


def test_editions_lists_all_and_remove_takes_out(filled: UserFolders, bluebook: Run) -> None:
    assert [line for line in bluebook("editions").stdout.splitlines() if line] == [
        "2021-en  Diplomatic Bluebook 2021",
        "  4.2.2  Japan-U.S. Security Arrangements (36 passages)",
        "2019-en  Diplomatic Bluebook 2019",
        "  3.1.1  Efforts for Peace (2 passages)",
        "  3.1.2  Efforts for Peace (2 passages)",
    ]
    assert bluebook("remove", "2019-en", "--section", "3.1.2").stdout == "Removed 2019-en/3.1.2\n"
    assert bluebook("remove", "--edition", "2019-en").stdout == "Removed 2019-en/3.1.1\n"
    assert bluebook("remove", "2021-en/4.2.2").stderr == "2021-en/4.2.2 came with the program and cannot be removed.\n"
    assert bluebook("remove").exit_code == 2


def test_an_import_without_files_is_a_wrong_call(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("import")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Missing argument" in result.stderr


def test_contents_tell_no_passages_below_a_heading_that_has_none(
    home: UserFolders, bluebook: Run, tmp_path: Path
) -> None:
    file = tmp_path / "2015-en_3.1.txt"
    file.write_text("Chapter 3 The World\n\nSection 1 Europe\n\n1. Talks\n\n2. Trade\n\nThey met.\n", encoding="utf-8")
    assert bluebook("import", str(file)).exit_code == 0
    lines = bluebook("contents", "--edition", "2015-en").stdout.splitlines()
    assert [line.strip() for line in lines[-2:]] == ["1. Talks", "2. Trade  (¶ 1)"]


#: Commands that speak of the whole library, or of files.
WHOLE = {"build", "verify", "editions"}
OF_A_SECTION = (
    *("search", "read", "contents", "timeline", "facilities"),
    *("quotations", "people", "abbreviations", "cite", "export"),
)
CALLS = {
    "search": ["Japan"],
    "read": ["1"],
    "cite": ["1"],
    "export": ["--format", "json"],
    "people": [],
}


def test_every_command_takes_an_edition_and_a_section() -> None:
    for name in set(commands.list_commands(click.Context(commands))) - WHOLE:
        command = commands.get_command(click.Context(commands), name)
        assert command is not None
        options = {option for parameter in command.params for option in parameter.opts}
        assert {"--edition", "--section"} <= options, name


@pytest.mark.parametrize("name", OF_A_SECTION)
@pytest.mark.parametrize(
    "place", [["--edition", "2019-en", "--section", "3.1.2"], ["--section", "2019-en/3.1.2"], ["--section", "3.1.2"]]
)
def test_every_command_speaks_of_the_section_that_is_named(
    filled: UserFolders, bluebook: Run, name: str, place: list[str]
) -> None:
    assert sections_told(bluebook, name, place) == {"2019-en/3.1.2"}


@pytest.mark.parametrize("name", OF_A_SECTION)
@pytest.mark.parametrize(
    ("place", "every"),
    [
        (["--edition", "2019-en"], ["2019-en/3.1.1", "2019-en/3.1.2"]),
        ([], ["2021-en/4.2.2", "2019-en/3.1.1", "2019-en/3.1.2"]),
    ],
)
def test_where_none_is_named_all_are_looked_through_or_the_first_is_told_of_and_said_to_be_it(
    filled: UserFolders, bluebook: Run, name: str, place: list[str], every: list[str]
) -> None:
    told = sections_told(bluebook, name, place)
    speaks_of_one = name in ("read", "contents", "cite") or (name == "export" and not place)
    assert told == ({every[0]} if speaks_of_one else set(every))
    said = f"This is {every[0]}, the first of {len(every)} sections; --edition and --section name another.\n"
    assert bluebook(name, *CALLS.get(name, []), *place).stderr == (said if speaks_of_one else "")


def sections_told(bluebook: Run, name: str, place: list[str]) -> set[str]:
    """The sections that an answer in JSON tells of."""
    result = bluebook(name, *CALLS.get(name, []), *place, *([] if name == "export" else ["--json"]))
    assert result.exit_code == 0
    return set(re.findall(r"\b20(?:19|21)-en/[\d.]+\d", result.stdout)) | {
        f"{found['edition']}/{found['section']}" for found in [json.loads(result.stdout)] if name == "read"
    }


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_on_a_terminal_the_steps_are_told_in_one_line(home: UserFolders, files: list[Path]) -> None:
    import pty

    master, slave = pty.openpty()
    command = [sys.executable, "-m", "bluebook_desktop", "import", *map(str, files)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=slave, text=True, check=True)
    os.close(slave)
    told = os.read(master, 100_000).decode()
    os.close(master)
    for words in ("[1/2] c030101.txt: reading …", "[2/2] c030102.txt: finding dates", "Building the library …"):
        assert words in told
    assert "\n" not in told
    assert told.rstrip("\r").endswith(" ")
    assert done.stdout.startswith("c030101.txt is now 2019-en/3.1.1\n")


@pytest.mark.parametrize(
    "said", ["", "{}", "no json", '{"action": "dance", "paths": [], "places": {}, "sections": []}']
)
def test_a_job_that_is_none_is_refused(home: UserFolders, said: str) -> None:
    command = [sys.executable, "-m", "bluebook_desktop", "import", "--job"]
    done = subprocess.run(command, input=f"{said}\n", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "That is no job for an import.\n")
