"""What a screen reader gets over the real bus (AT-SPI): every control and every row has a name in words and a role."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.services.deciding import SECTION, TEXT

from .conftest import Program, StartProgram, wait_for

_SYSTEM_PYTHON = "/usr/bin/python3"
_HEAR = Path(__file__).with_name("hear.py")
#: What only holds others, or is a part of something that is named itself.
_FRAMES = {"filler", "layered pane", "split pane", "panel", "application", "scroll bar", "status bar", "unknown"}
_CELLS = {"table cell", "list item", "tree item"}
_NUMBERED = re.compile(r"(?:[Rr]ow|[Ii]tem|[Cc]ell|[Bb]utton|Q[A-Z][A-Za-z]+) ?\d*")


def _why_not() -> str:
    if shutil.which("dbus-daemon") is None:
        return "dbus is not installed"
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        found = subprocess.run([_SYSTEM_PYTHON, "-c", probe], capture_output=True, check=False)
    except OSError:
        return "the system has no Python"
    return "" if found.returncode == 0 else "python3-gi and gir1.2-atspi-2.0 are not installed"


@dataclass
class Heard:
    """An object of the bus."""

    name: str
    description: str
    role: str
    states: list[str]
    columns: int
    parts: list[Heard] = field(default_factory=list)

    @staticmethod
    def of(told: dict[str, Any]) -> Heard:
        return Heard(**{**told, "parts": [Heard.of(one) for one in told["parts"]]})

    def all(self) -> Iterator[Heard]:
        """It and all below it."""
        yield self
        for one in self.parts:
            yield from one.all()

    def called(self, role: str, name: str) -> Heard:
        """The one of a role whose name begins so."""
        found = [one for one in self.all() if one.role == role and one.name.startswith(name) and one.is_shown]
        assert len(found) == 1, (role, name, [one.name for one in found])
        return found[0]

    @property
    def is_shown(self) -> bool:
        return "showing" in self.states

    @property
    def rows(self) -> list[list[str]]:
        """The names of a table's or a list's cells, row by row."""
        names = [one.name for one in self.parts if one.role in _CELLS]
        wide = max(1, self.columns)
        return [names[at : at + wide] for at in range(0, len(names), wide)]


class Reader:
    """A program, and an ear on its bus."""

    def __init__(self, program: Program, environment: dict[str, str]) -> None:
        self.program, self._environment = program, environment

    def hear(self) -> Heard:
        command = [_SYSTEM_PYTHON, str(_HEAR), str(self.program.process.pid)]
        told = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=True)
        return Heard.of(json.loads(told.stdout))

    def hear_until(self, so: Callable[[Heard], bool], what: str) -> Heard:
        """All there is, as soon as something is so."""
        last: list[Heard] = []

        def came() -> bool:
            try:
                last[:] = [self.hear()]
            except subprocess.CalledProcessError:  # something went while it was listened to: listen again
                return False
            return so(last[0])

        wait_for(came, what)
        return last[0]

    def hear_when(self, role: str, name: str) -> Heard:
        """All there is, as soon as something of a role and a name is shown."""

        def is_shown(heard: Heard) -> bool:
            return any(one.role == role and one.name.startswith(name) and one.is_shown for one in heard.all())

        return self.hear_until(is_shown, f"{role} “{name}”")


@pytest.fixture
def bus(display: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """A bus of its own, on which programs tell screen readers what they show; the environment that names it."""
    if reason := _why_not():
        pytest.skip(reason)
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    environment = os.environ | {"DISPLAY": display}
    daemon = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, process_group=0
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield environment | {"DBUS_SESSION_BUS_ADDRESS": address}
    os.killpg(daemon.pid, 15)
    daemon.communicate(timeout=10)


@pytest.fixture
def reader(start: StartProgram, bus: dict[str, str]) -> Reader:
    """The program with a screen reader."""
    return Reader(start(accessible=True).ready(), bus)


def faults(heard: Heard) -> list[str]:
    """What a screen reader could not tell, or not tell apart."""
    found = []
    for one in heard.all():
        if "focusable" in one.states and one.is_shown:
            found += _faults_of(one)
        if one.columns or one.role in {"list", "tree", "tree table"}:
            first = [row[0] for row in one.rows]
            found += [f"two rows of “{one.name}” are “{name}”" for name in {*first} if first.count(name) > 1]
            found += [f"a cell of “{one.name}” has no name" for row in one.rows if not all(row)]
        alike = [(part.role, part.name) for part in one.parts if part.is_shown and part.role not in _FRAMES | _CELLS]
        found += [f"siblings are alike: {pair}" for pair in {*alike} if alike.count(pair) > 1]
    return found


def _faults_of(one: Heard) -> list[str]:
    found = []
    if not one.name.strip() or _NUMBERED.fullmatch(one.name):
        found.append(f"a {one.role} is called “{one.name}”")
    if one.role in _FRAMES:
        found.append(f"“{one.name}” can be used, and is a mere {one.role}")
    if "enabled" not in one.states and "sensitive" not in one.states and one.role not in {"push button", "check box"}:
        found.append(f"“{one.name}” has no state")
    return found


def printed(home: Path, *arguments: str) -> dict[str, Any]:
    """What the command line says of the same library."""
    command = [sys.executable, "-m", "bluebook_desktop", *arguments, "--json"]
    found: dict[str, Any] = json.loads(subprocess.check_output(command, env=os.environ | {"BLUEBOOK_HOME": str(home)}))
    return found


def test_text_and_details_are_told(reader: Reader) -> None:
    reader.program.press("ctrl+i")
    heard = reader.hear_when("panel", "Details")
    assert faults(heard) == []
    names = [one.name for one in heard.called("panel", "Details").all() if one.is_shown]
    assert "¶ 1" in names
    assert "Facility: Marine Corps Air Station Futenma" in names


@pytest.mark.parametrize(
    ("name", "tabs"),
    [("Views", ["Reader", "Timeline", "Facilities", "Quotations", "People"]), ("Side bar", ["Contents", "Results"])],
)
def test_each_row_of_tabs_stands_in_a_group_that_says_what_they_are(reader: Reader, name: str, tabs: list[str]) -> None:
    heard = reader.hear_when("panel", name)
    assert [one.name for one in heard.called("panel", name).all() if one.role == "page tab"] == tabs


def test_every_event_is_a_row_and_the_axis_says_what_is_selected(reader: Reader) -> None:
    reader.program.press("ctrl+2")
    heard = reader.hear_when("table", "Events")
    assert faults(heard) == []
    rows = [row[0] for row in heard.called("table", "Events").rows]
    events = printed(reader.program.home, "timeline")["events"]
    assert len(rows) == len(events)
    assert all(sum(f", {one['title']}" in row for row in rows) >= 1 for one in events)
    reader.program.press("Down")
    heard = reader.hear_when("panel", "Details")
    (chosen,) = [one.name for one in heard.called("table", "Events").parts if one.states.count("focused")]
    assert chosen in rows
    said = heard.called("chart", "Timeline").description
    assert "Selected: " in said
    assert all(part in said for part in chosen.split(", ")[:2])
    assert faults(heard) == []


def map_of(heard: Heard) -> Heard:
    return heard.called("image", "Map of the facilities")


def test_the_map_and_the_list_say_the_same_words_of_a_facility(reader: Reader) -> None:
    reader.program.press("ctrl+3")
    heard = reader.hear_when("table", "Facilities")
    assert faults(heard) == []
    rows = [row[0] for row in heard.called("table", "Facilities").rows]
    facilities = printed(reader.program.home, "facilities")["facilities"]
    assert len(rows) == len(facilities)
    assert all(sum(row.startswith(f"{one['name']}, ") for row in rows) == 1 for one in facilities)
    for row in rows[:3]:
        reader.program.press("Down")
        said = f"Selected: {row}"
        heard = reader.hear_until(lambda heard, said=said: map_of(heard).description.endswith(said), said)
    assert faults(heard) == []


@pytest.mark.parametrize(("key", "name", "command"), [("ctrl+4", "Quotations", ""), ("ctrl+5", "People", "people")])
def test_quotations_and_people_are_told(reader: Reader, key: str, name: str, command: str) -> None:
    reader.program.press(key)
    heard = reader.hear_when("list", name)
    reader.program.press("Down", "Down")
    heard = reader.hear_when("list", name)
    assert faults(heard) == []
    rows = [row[0] for row in heard.called("list", name).rows]
    assert rows
    if command:
        people = printed(reader.program.home, command)["people"]
        assert len(rows) == len(people)
        assert all(any(row.startswith(one["name"]) for row in rows) for one in people)


def test_results_are_told(reader: Reader) -> None:
    reader.program.press("ctrl+k")
    reader.program.write("Futenma")
    heard = reader.hear_when("list", "Results")
    reader.program.press("Down")
    heard = reader.hear_when("panel", "Details")
    assert faults(heard) == []
    assert heard.called("list", "Results").rows[0][0].startswith("Facility, paragraph 1, Marine Corps Air Station")


def test_files_to_be_imported_are_told_and_what_became_of_them(reader: Reader, tmp_path: Path) -> None:
    for folder in ("one", "other"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "letter.txt").write_text(f"A letter of some words from {folder} place.\n", "utf-8")
    (tmp_path / "one" / "empty.txt").write_bytes(b"")
    reader.program.press("ctrl+o")
    front = ("getactivewindow", "getwindowname")
    wait_for(lambda: reader.program.xdotool(*front).startswith("Import files"), "the file dialog")
    reader.program.write(f'"{tmp_path}/one/letter.txt" "{tmp_path}/other/letter.txt" "{tmp_path}/one/empty.txt"')
    reader.program.press("Return")
    heard = reader.hear_when("table cell", f"{tmp_path}/other/letter.txt")
    assert faults(heard) == []
    cells = [one.name for one in heard.all() if one.role == "table cell" and one.is_shown]
    assert any(name.startswith("empty.txt, empty.txt is empty.") for name in cells)
    reader.program.press("Return")
    heard = reader.hear_when("push button", "Copy report")
    assert faults(heard) == []
    assert sum("Imported" in one.name and one.name.startswith(str(tmp_path)) for one in heard.all()) >= 2


def test_decisions_are_told(start: StartProgram, bus: dict[str, str], home: Path, tmp_path: Path) -> None:
    (tmp_path / "peace.txt").write_text(TEXT, "utf-8")
    printed(home, "import", str(tmp_path / "peace.txt"))
    events = printed(home, "timeline", "--section", SECTION)["events"][:2]
    for one in events:
        printed(home, "decide", "event", one["id"], "--reject", "--section", SECTION)
    reader = Reader(start(f"bluebook:{SECTION}/1", accessible=True).ready(), bus)
    reader.program.press("ctrl+shift+d")
    heard = reader.hear_when("tree", "Your decisions")
    heard = reader.hear_when("table cell", f"Rejected: {events[0]['title']}")
    assert faults(heard) == []
    first = [row[0] for row in heard.called("tree", "Your decisions").rows]
    numbers = (1, 2)
    told = zip(events, numbers, strict=True)
    assert sorted(first) == sorted(f"Rejected: {one['title']}, Event, {SECTION} paragraph {at}" for one, at in told)
