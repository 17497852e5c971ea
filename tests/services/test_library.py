import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.bundled import read_contents, read_original, section_folders
from bluebook_desktop.services.counting import count_library
from bluebook_desktop.services.fingerprint import fingerprint
from bluebook_desktop.services.library import build_library, open_library
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.records import read_records


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    return UserFolders(data=tmp_path / "home", config=tmp_path / "home", log=tmp_path / "log")


def test_the_library_holds_what_the_originals_bear_out(library: Library) -> None:
    for edition, section, document, records in read_contents():
        assert edition in library.editions()
        assert library.section(section.id) == section
        assert library.document(section.id) == document
        assert read_records(library, section.id) == records


def test_counts_are_those_of_the_section(library: Library) -> None:
    counts = count_library(library)
    assert (counts["headings"], counts["passages"], counts["facilities"]) == (20, 36, 14)


def test_a_second_start_opens_the_same_file_and_builds_nothing(folders: UserFolders) -> None:
    first = open_library(folders)
    first.close()
    path = next(folders.libraries.glob("library-*.db"))
    changed = path.stat().st_mtime_ns
    second = open_library(folders)
    second.close()
    assert (second.notices, second.can_save) == ([], True)
    assert path.stat().st_mtime_ns == changed


def test_with_no_place_to_write_the_library_lives_in_memory(folders: UserFolders) -> None:
    folders.data.parent.mkdir(parents=True, exist_ok=True)
    folders.data.write_text("in the way", "utf-8")
    opened = open_library(folders)
    try:
        assert not opened.can_save
        assert opened.library.passage_count() == 36
        assert len(opened.notices) == 1
    finally:
        opened.close()


def test_a_folder_in_place_of_the_current_file_is_no_obstacle(folders: UserFolders) -> None:
    (folders.libraries / "current").mkdir(parents=True)
    opened = open_library(folders)
    try:
        assert opened.library.passage_count() == 36
    finally:
        opened.close()


def test_a_build_beside_a_newer_library_leaves_that_alone(folders: UserFolders) -> None:
    newer, _ = build_library(folders)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 999")
    assert build_library(folders)[0].parent == folders.libraries / "own"
    assert (folders.libraries / "current").read_text("utf-8").startswith(newer.name)


def test_any_change_of_the_originals_changes_the_fingerprint(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "text.txt").write_text("one", "utf-8")
    prints = {fingerprint(tmp_path)}
    (tmp_path / "a" / "text.txt").write_text("onf", "utf-8")
    prints.add(fingerprint(tmp_path))
    (tmp_path / "a" / "text.txt").rename(tmp_path / "a" / "text.tx")
    prints.add(fingerprint(tmp_path))
    (tmp_path / "b").write_text("", "utf-8")
    prints.add(fingerprint(tmp_path))
    assert len(prints) == 4


def test_the_original_is_the_one_that_section_toml_describes() -> None:
    contents = list(read_contents())
    for (_, folder), (_, section, _, _) in zip(section_folders(), contents, strict=True):
        assert read_original(folder, section).startswith("Diplomatic Bluebook 2021\n")
