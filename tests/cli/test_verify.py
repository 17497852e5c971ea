import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders
from bluebook_desktop.storage.files import current_file

from .conftest import Run

COPIED = "kind, text, heading, source_start, source_end, credit"


def library_file(home: UserFolders) -> Path:
    path = current_file(home.libraries)
    assert path is not None
    return path


@contextmanager
def changed(home: UserFolders) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(library_file(home))) as connection:
        yield connection
        connection.commit()


def change_letter(home: UserFolders, table: str, column: str, where: str, at: int) -> tuple[str, str]:
    """Change one letter of one value; the value before and after."""
    with changed(home) as connection:
        old = connection.execute(f"SELECT {column} FROM {table} WHERE {where}").fetchone()[0]  # noqa: S608
        place = at % len(old)
        new = old[:place] + ("x" if old[place] != "x" else "y") + old[place + 1 :]
        connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", [new])  # noqa: S608
    return old, new


def test_a_library_just_built_is_sound(home: UserFolders, bluebook: Run) -> None:
    result = bluebook("verify")
    assert result.exit_code == 0
    assert result.stdout.startswith("The library says what the originals say, letter by letter.\n")
    assert "20 headings, 36 passages" in result.stdout


def test_a_changed_letter_of_a_passage_is_named_by_passage_and_character(home: UserFolders, bluebook: Run) -> None:
    change_letter(home, "passages", "text", "number = 12", 13)
    result = bluebook("verify")
    assert result.exit_code == 1
    assert result.stdout == ("¶ 12 differs from the original at character 14: “Guidelinex” instead of “Guidelines”.\n")


def test_a_changed_letter_is_found_in_every_passage(home: UserFolders, bluebook: Run) -> None:
    for number in range(1, 37):
        change_letter(home, "passages", "text", f"number = {number}", -1)
    found = json.loads(bluebook("verify", "--json").stdout)
    assert not found["sound"]
    assert [finding["passage"] for finding in found["findings"]] == list(range(1, 37))


@pytest.mark.parametrize(
    ("table", "column", "where", "passage", "said"),
    [
        ("headings", "title", "position = 8", 16, "The heading “Cyberspace” (¶ 16)"),
        ("headings", "kind", "position = 4", 2, "in its kind at character"),
        ("passages", "credit", "number = 2", 2, "¶ 2 differs from the original in its credit"),
        ("passages", "kind", "number = 2", 2, "¶ 2 differs from the original in its kind"),
        ("events", "title", "slug = 'treaty-signed'", 3, "The event “Japan-U.S. Security Treaty signed” (¶ 3)"),
        ("events", "edtf", "slug = 'treaty-signed'", 3, "in its edtf"),
        ("events", "sentence", "slug = 'treaty-signed'", 3, "in its sentence"),
        ("facilities", "name", "slug = 'futenma'", 1, "The facility “Marine Corps Air Station Futenma” (¶ 1)"),
        ("facilities", "mentions", "slug = 'futenma'", 1, "in its mentions"),
        ("quotations", "text", "slug = 'rock-solid-alliance'", 8, "in its text"),
        ("people", "name", "slug = 'trump'", 8, "The person “Trump” (¶ 8)"),
        ("abbreviations", "full", "short = 'ACM'", 12, "The abbreviation “ACM” (¶ 12)"),
        ("cross_references", "note", "slug = 'column-222'", 29, "in its note"),
        ("errata", "correct", "slug = 'article-v'", 12, "in its correct"),
        ("excerpts", "exact", "exact LIKE 'On January 19, 1960%'", 3, "in its exact"),
        ("excerpts", "suffix", "exact LIKE 'On January 19, 1960%'", 3, "in its suffix"),
        ("entries", "text", "slug = 'ACM'", 12, "in its text"),
        ("sections", "source_line", "number = '4.2.2'", None, "The section “Japan-U.S. Security Arrangements”"),
        ("editions", "title", "year = 2021", None, "The edition “Diplomatic Bluebook 2021”"),
        ("meta", "value", "key = 'fingerprint'", None, "“bluebook build” makes it anew."),
    ],
)
def test_a_changed_letter_is_found_in_every_table(  # noqa: PLR0917
    home: UserFolders, bluebook: Run, table: str, column: str, where: str, passage: int | None, said: str
) -> None:
    change_letter(home, table, column, where, 2)
    result = bluebook("verify", "--json")
    found = json.loads(result.stdout)["findings"]
    assert result.exit_code == 1
    assert any(said in finding["sentence"] for finding in found), found
    assert passage in {finding["passage"] for finding in found}


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM passages WHERE number = 12", "¶ 12 is missing."),
        ("DELETE FROM headings WHERE position = 19", "The heading “United Nations Command"),
        ("DELETE FROM events WHERE slug = 'treaty-signed'", "signed” (¶ 3) is missing."),
        ("UPDATE passages SET source_start = source_start + 1 WHERE number = 12", "in its source start: “6"),
        ("UPDATE passages SET number = 99 WHERE number = 36", "¶ 36 differs from the original in its number: “99”"),
        ("UPDATE excerpts SET start = start + 1 WHERE id = 1", "in its start: “"),
        (
            "UPDATE frequencies SET passages = 99 WHERE word = 'alliance'",
            "The count of the word “alliance” differs from the original in its passages: “99” instead of",
        ),
        ("UPDATE sections SET position = '1'", ""),
        (
            f"INSERT INTO passages SELECT 99, section, 37, {COPIED} FROM passages WHERE number = 36",  # noqa: S608
            "¶ 37 does not stand in the original.",
        ),
    ],
)
def test_missing_added_and_moved_rows_are_named(home: UserFolders, bluebook: Run, statement: str, said: str) -> None:
    with changed(home) as connection:
        connection.execute(statement)
    result = bluebook("verify")
    if said:
        assert result.exit_code == 1
        assert said in result.stdout
    else:  # the column's type turns the text into a number again
        assert result.exit_code == 0


def test_a_word_lost_from_the_search_index_is_named(home: UserFolders, bluebook: Run) -> None:
    with changed(home) as connection:
        text = connection.execute("SELECT text FROM passages WHERE number = 19").fetchone()[0]
        rowid = connection.execute("SELECT id FROM passages WHERE number = 19").fetchone()[0]
        delete = "INSERT INTO passage_words(passage_words, rowid, words) VALUES ('delete', ?, ?)"
        connection.execute(delete, [rowid, text.lower()])
    result = bluebook("verify")
    assert result.exit_code == 1
    assert "The search index does not find “information” in ¶ 19 as it should.\n" in result.stdout


def test_what_is_wrong_is_not_repaired(home: UserFolders, bluebook: Run) -> None:
    change_letter(home, "meta", "value", "key = 'fingerprint'", 5)
    before = library_file(home).read_bytes()
    assert bluebook("verify").exit_code == 1
    assert library_file(home).read_bytes() == before


@pytest.mark.parametrize("damage", ["removed", "empty", "cut", "garbled", "text"])
def test_a_library_that_cannot_be_read_is_told_in_one_sentence(home: UserFolders, bluebook: Run, damage: str) -> None:
    path = library_file(home)
    content = path.read_bytes()
    if damage == "removed":
        path.unlink()
    else:
        middle = len(content) // 2
        garbled = content[:middle] + b"\xa5" * 20_000 + content[middle + 20_000 :]
        path.write_bytes({"empty": b"", "cut": content[:middle], "garbled": garbled, "text": b"hello\n"}[damage])
    result = bluebook("verify")
    assert result.exit_code == 1
    assert result.stdout.count("\n") == 1
    assert result.stdout.startswith("The library ")
    assert result.stderr == ""
    assert not json.loads(bluebook("verify", "--json").stdout)["sound"]


def test_the_first_call_of_all_builds_the_library_and_verifies_it(empty_home: UserFolders, bluebook: Run) -> None:
    assert bluebook("verify").exit_code == 0


def test_a_changed_original_is_named_with_the_passage(
    home: UserFolders, bluebook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    from bluebook_desktop.paths import bundled

    copy = tmp_path / "program"
    shutil.copytree(bundled("data"), copy / "data")
    text = copy / "data/editions/2021-en/4.2.2/text.txt"
    text.write_bytes(text.read_bytes().replace(b"General John Raymond", b"General John Raymund"))
    monkeypatch.setattr("sys._MEIPASS", str(copy), raising=False)
    result = bluebook("verify")
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "4.2.2/text.txt is not the text that section.toml describes: its SHA-256 differs.",
        "¶ 14 differs from the original at character 251: “Raymond,” instead of “Raymund,”.",
    ]
