"""What becomes of libraries that are missing, damaged, newer, or cannot be written."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders, bundled
from bluebook_desktop.storage.files import current_file

from .conftest import Run

REBUILT = " It was rebuilt from the original texts; nothing is lost.\n"


def library_file(home: UserFolders) -> Path:
    path = current_file(home.libraries)
    assert path is not None
    return path


def test_the_first_start_builds_the_library_without_a_word(empty_home: UserFolders, bluebook: Run) -> None:
    result = bluebook("search", "rock solid")
    assert (result.exit_code, result.stderr) == (0, "")
    assert library_file(empty_home).is_file()


@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "garbled", "stranger"])
def test_a_damaged_library_is_rebuilt_and_that_is_said_once(home: UserFolders, bluebook: Run, damage: str) -> None:
    path = library_file(home)
    content = path.read_bytes()
    middle = len(content) // 2
    if damage == "missing":
        path.unlink()
    elif damage == "stranger":
        path.unlink()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE songs (name)")
    else:
        garbled = bytes(reversed(content))
        path.write_bytes({"empty": b"", "cut": content[:middle], "garbled": garbled}[damage])
    first = bluebook("search", "rock solid")
    assert first.exit_code == 0
    assert first.stderr.startswith("The library ")
    assert first.stderr.endswith(REBUILT)
    assert first.stderr.count("\n") == 1
    assert bluebook("search", "rock solid").stderr == ""
    assert bluebook("verify").exit_code == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE passage_words_data SET block = x'ffffffff' WHERE id > 10",
        "UPDATE entries SET kind = 'song'",
        "UPDATE events SET edtf = 'x'",
    ],
)
def test_damage_that_shows_only_when_it_is_read_is_mended_on_the_way(
    home: UserFolders, bluebook: Run, statement: str
) -> None:
    with closing(sqlite3.connect(library_file(home))) as connection:
        connection.execute(statement)
        connection.commit()
    command = ["timeline"] if "events" in statement else ["search", "rock solid", "--json"]
    first = bluebook(*command)
    assert first.exit_code == 0
    assert first.stderr.startswith("The library ")
    assert first.stderr.endswith(REBUILT)
    assert first.stderr.count("\n") == 1
    again = bluebook(*command)
    assert (again.stdout, again.stderr) == (first.stdout, "")


def program_copy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bundled texts and records that the program takes for its own; the folder of the section."""
    shutil.copytree(bundled("data"), folder / "data")
    monkeypatch.setattr("sys._MEIPASS", str(folder), raising=False)
    return folder / "data/editions/2021-en/4.2.2"


def test_a_library_of_other_originals_is_rebuilt_without_a_word(
    home: UserFolders, bluebook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library_file(home)
    people = program_copy(tmp_path / "program", monkeypatch) / "records/people.toml"
    people.write_text(people.read_text("utf-8").replace("Prime Minister in 1960", "Premier in 1960"), "utf-8")
    stale = bluebook("verify").stdout
    assert "by another version of the program; “bluebook build” makes it anew.\n" in stale
    assert "The person “Kishi Nobuo” (¶ 12) differs from the original in its note" in stale
    assert bluebook("search", "rock solid").stderr == ""
    assert library_file(home) != before
    assert bluebook("verify").exit_code == 0


def test_a_newer_library_is_left_alone_and_an_own_one_built_beside_it(home: UserFolders, bluebook: Run) -> None:
    path = library_file(home)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    for command in (["search", "rock solid"], ["search", "rock solid"], ["contents"]):
        result = bluebook(*command)
        assert result.exit_code == 0
        assert result.stderr.startswith("The library was made by a newer version of this program and is left as it is.")
    assert bluebook("build").stdout.startswith(f"Built {home.libraries / 'own'}")
    assert bluebook("verify").exit_code == 0
    assert library_file(home) == path
    assert path.read_bytes() == before


def test_a_newer_library_with_none_beside_it_cannot_be_verified(home: UserFolders, bluebook: Run) -> None:
    with closing(sqlite3.connect(library_file(home))) as connection:
        connection.execute("PRAGMA user_version = 999")
    result = bluebook("verify")
    assert result.exit_code == 1
    assert result.stdout == "The library was made by a newer version of this program and is left as it is.\n"


def test_build_says_where_and_how_much(empty_home: UserFolders, bluebook: Run) -> None:
    result = bluebook("build")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0] == f"Built {library_file(empty_home)}"
    assert "    36 passages" in result.stdout.splitlines()
    found = json.loads(bluebook("build", "--json").stdout)
    assert found["library"] == str(library_file(empty_home))
    assert found["counts"]["headings"] == 20
    assert found["counts"]["facilities"] == 14


def test_two_builds_give_one_and_the_same_file(home: UserFolders, bluebook: Run) -> None:
    before = library_file(home)
    bluebook("build")
    assert library_file(home) == before
    assert {path.name for path in home.libraries.iterdir()} == {"current", before.name}


def test_a_wrong_record_stops_the_build_with_one_sentence(
    home: UserFolders, bluebook: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library_file(home).read_bytes()
    people = program_copy(tmp_path / "program", monkeypatch) / "records/people.toml"
    people.write_text(people.read_text("utf-8").replace('exact = "Kishi Nobuo"', 'exact = "Kishi Nobuyo"'), "utf-8")
    result = bluebook("build")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "people.toml" in result.stderr
    assert "Kishi Nobuyo" in result.stderr
    assert result.stderr.count("\n") == 1
    assert library_file(home).read_bytes() == before


def test_where_nothing_can_be_written_the_bundled_edition_is_shown(empty_home: UserFolders, bluebook: Run) -> None:
    empty_home.data.parent.mkdir(parents=True, exist_ok=True)
    empty_home.data.write_text("a file stands where the folder should be", "utf-8")
    result = bluebook("search", "rock solid")
    assert result.exit_code == 0
    assert result.stdout.startswith("1 passage, 1 quotation;")
    assert result.stderr.startswith("The library cannot be written to ")
    assert result.stderr.endswith(" The bundled edition is shown; nothing can be saved.\n")
    assert result.stderr.count("\n") == 1
    assert bluebook("build").exit_code == 2


@pytest.mark.skipif(os.name == "nt", reason="the limit on a file's size is one of POSIX")
def test_on_a_full_disk_the_bundled_edition_is_shown(empty_home: UserFolders) -> None:
    limited = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
from bluebook_desktop.cli.main import main
main(sys.argv[1:])
"""
    call = [sys.executable, "-c", limited]
    ended = subprocess.run([*call, "search", "rock solid"], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 0
    assert ended.stdout.startswith("1 passage, 1 quotation;")
    assert ended.stderr.endswith("The bundled edition is shown; nothing can be saved.\n")
    assert ended.stderr.count("\n") == 1
    assert not [path for path in empty_home.libraries.iterdir() if path.name.startswith("building-")]
    built = subprocess.run([*call, "build"], capture_output=True, text=True, timeout=60, check=False)
    assert built.returncode == 2
    assert built.stderr.startswith("The library cannot be written to ")
    assert built.stderr.count("\n") == 1


def test_two_first_starts_at_once_both_answer(empty_home: UserFolders) -> None:
    call = [sys.executable, "-m", "bluebook_desktop.cli.main", "search", "rock solid"]
    running = [subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    for one in running:
        shown, said = one.communicate(timeout=60)
        assert (one.returncode, said) == (0, "")
        assert shown.startswith("1 passage, 1 quotation;")
