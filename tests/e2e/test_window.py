"""The real program on a real display: started, typed into, started again, killed, and given bad libraries."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from .conftest import StartProgram, wait_for


def settings(home: Path) -> dict[str, str]:
    lines = (home / "settings.conf").read_text("utf-8").splitlines()
    return {name: value for name, _, value in (line.partition(" = ") for line in lines)}


def library_file(home: Path) -> Path:
    return home / "library" / (home / "library" / "current").read_text("utf-8").split("\n")[0]


def build(start: StartProgram) -> None:
    """A first start, which builds the library."""
    assert start().quit() == (0, "")


def test_a_first_start_opens_and_ctrl_q_ends_it_well(start: StartProgram, home: Path) -> None:
    program = start().ready()
    assert program.xdotool("getwindowname", program.window()).startswith("Diplomatic Bluebook 2021")
    assert program.quit() == (0, "")
    assert settings(home)["place"] == "'bluebook:2021-en/4.2.2/1'"
    assert library_file(home).is_file()
    assert not (home / "window.sock").exists()


def test_a_search_leads_to_its_passage(start: StartProgram, home: Path) -> None:
    program = start().ready()
    program.press("ctrl+k")
    program.write("rock solid")
    program.press("Down", "Return")
    assert program.quit() == (0, "")
    # The President's words are in ¶ 8; at the top of the window stands what is above them.
    assert 1 < int(settings(home)["place"].strip("'").rsplit("/", 1)[1]) <= 8


def test_esc_leaves_a_search_where_it_began(start: StartProgram, home: Path) -> None:
    program = start("bluebook:2021-en/4.2.2/20").ready()
    program.press("ctrl+k")
    program.write("rock solid")
    program.press("Down", "Down", "Escape")
    assert program.quit() == (0, "")
    assert settings(home)["place"] == "'bluebook:2021-en/4.2.2/20'"


def test_a_dialog_gives_the_keyboard_back_to_the_text(start: StartProgram, home: Path) -> None:
    program = start().ready()
    program.press("ctrl+g")
    wait_for(lambda: not program.is_in_front(), "the dialog")
    program.write("9")
    program.press("Return")
    wait_for(program.is_in_front, "the window in front again")
    program.press("alt+Left", "alt+Right")
    assert program.quit() == (0, "")
    assert settings(home)["place"] == "'bluebook:2021-en/4.2.2/9'"


def test_a_second_start_hands_its_address_to_the_first(start: StartProgram, home: Path) -> None:
    first = start().ready()
    first.xdotool("windowminimize", "--sync", first.window())
    wait_for(lambda: not first.is_in_front(), "the first window out of the way")
    second = start("bluebook:2021-en/4.2.2/12")
    assert second.ended() == (0, "")
    wait_for(first.is_in_front, "the first window in front")
    assert first.quit() == (0, "")
    assert settings(home)["place"] == "'bluebook:2021-en/4.2.2/12'"


def test_after_a_kill_the_next_start_opens_as_ever(start: StartProgram, home: Path) -> None:
    build(start)
    before = library_file(home).read_bytes()
    start().ready().kill()
    assert (home / "window.sock").exists()
    again = start("bluebook:2021-en/4.2.2/5")
    again.ready()
    assert again.quit() == (0, "")
    assert settings(home)["place"] == "'bluebook:2021-en/4.2.2/5'"
    assert library_file(home).read_bytes() == before


def test_tab_zoom_and_place_are_there_at_the_next_start(start: StartProgram, home: Path) -> None:
    program = start("bluebook:2021-en/4.2.2/14").ready()
    program.press("ctrl+plus", "ctrl+3")
    assert program.quit() == (0, "")
    first = settings(home)
    assert (first["tab"], first["zoom"], first["place"]) == ("'facilities'", "110", "'bluebook:2021-en/4.2.2/14'")
    assert start().quit() == (0, "")
    assert settings(home) == first


@pytest.mark.parametrize("damage", ["cut off", "garbled", "missing", "empty"])
def test_a_damaged_library_is_built_anew(start: StartProgram, home: Path, damage: str) -> None:
    build(start)
    path = library_file(home)
    content = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        changed = {"cut off": content[:5_000], "garbled": b"x" * len(content), "empty": b""}[damage]
        path.write_bytes(changed)
    assert start("--tab", "timeline").quit() == (0, "")
    with closing(sqlite3.connect(library_file(home))) as connection:
        assert connection.execute("SELECT count(*) FROM passages").fetchone() == (36,)


def test_a_newer_library_is_left_alone(start: StartProgram, home: Path) -> None:
    build(start)
    newer = library_file(home)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = newer.read_bytes()
    assert start().quit() == (0, "")
    assert newer.read_bytes() == before
    assert library_file(home) == newer
    assert list((home / "library" / "own").glob("library-*.db"))


def test_where_nothing_can_be_saved_the_window_opens_all_the_same(start: StartProgram, home: Path) -> None:
    home.write_text("a file in the way", "utf-8")
    assert start().quit() == (0, "")
    assert home.read_text("utf-8") == "a file in the way"


def test_a_garbled_settings_file_is_passed_over(start: StartProgram, home: Path) -> None:
    home.mkdir()
    (home / "settings.conf").write_bytes(b"\xff\x00zoom = [[[\nplace = 'x'\n")
    assert start().quit() == (0, "")
    assert settings(home)["place"] == "'bluebook:2021-en/4.2.2/1'"
