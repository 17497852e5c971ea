import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.errors import BluebookError, RecordError
from bluebook_desktop.storage import build
from bluebook_desktop.storage.build import Content, build_file, build_in_memory
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.files import current_file, remove_old_files
from bluebook_desktop.storage.library import Library


def test_a_built_file_is_the_current_one_and_alone(content: Content, tmp_path: Path) -> None:
    path = build_file(tmp_path / "new" / "folder", [content], "print")
    assert current_file(path.parent) == path
    assert {one.name for one in path.parent.iterdir()} == {path.name, "current"}


def test_the_same_content_gives_the_same_file(content: Content, tmp_path: Path) -> None:
    assert build_file(tmp_path, [content], "print") == build_file(tmp_path, [content], "print")
    assert build_file(tmp_path, [content], "other") != build_file(tmp_path, [content], "print")


def test_a_damaged_file_of_the_same_name_is_replaced(content: Content, tmp_path: Path) -> None:
    path = build_file(tmp_path, [content], "print")
    path.write_bytes(b"garbled")
    assert build_file(tmp_path, [content], "print") == path
    Library(address_of(path)).close()


def test_where_windows_holds_the_damaged_file_the_new_one_has_a_name_of_its_own(
    content: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = build_file(tmp_path, [content], "print")
    path.write_bytes(b"garbled")

    def put_in_place(draft: Path, target: Path) -> None:
        if target == path:
            raise PermissionError(13, "Sharing violation")
        draft.replace(target)

    monkeypatch.setattr(build, "put_in_place", put_in_place)
    beside = build_file(tmp_path, [content], "print")
    assert beside.name == f"{path.stem}-2.db"
    assert current_file(tmp_path) == beside
    Library(address_of(beside)).close()
    assert build_file(tmp_path, [content], "print") == beside


def test_a_build_that_fails_half_way_leaves_the_old_library_whole(content: Content, tmp_path: Path) -> None:
    path = build_file(tmp_path, [content], "print")
    before = path.read_bytes()

    def contents() -> Iterator[Content]:
        yield content
        raise RecordError("people.toml: wrong.")

    with pytest.raises(RecordError):
        build_file(tmp_path, contents(), "other")
    assert current_file(tmp_path) == path
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} == {path.name, "current"}


def test_a_folder_that_cannot_be_written_is_told_in_one_sentence(content: Content, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(BluebookError, match=r"^The library cannot be written to .*: .*\.$"):
        build_file(tmp_path / "file" / "library", [content], "print")


def test_a_library_in_memory_lasts_as_long_as_its_keeper(content: Content) -> None:
    address, keeper = build_in_memory("test-memory", [content], "print")
    with closing(keeper), closing(Library(address)) as library:
        assert library.passage_count() == 2


@pytest.mark.parametrize(
    "name", ["", "../library-x.db", "library-x.db/../y", "notes.db", "library-none.db", "library-\0"]
)
def test_a_current_file_that_names_no_library_names_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "library-x.db").write_bytes(b"")
    (tmp_path / "current").write_text(f"{name}\n", "utf-8")
    assert current_file(tmp_path) is None


def test_a_garbled_current_file_names_nothing(tmp_path: Path) -> None:
    (tmp_path / "current").write_bytes(b"\xff\xfe")
    assert current_file(tmp_path) is None


def test_old_libraries_and_drafts_cut_off_go_and_a_running_build_stays(content: Content, tmp_path: Path) -> None:
    old = build_file(tmp_path, [content], "old")
    new = build_file(tmp_path, [content], "new")
    for name, age in (("building-a.db", 3600), ("building-a.db-journal", 3600), ("building-b.db", 1), (old.name, 3600)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    remove_old_files(tmp_path)
    assert not old.exists()
    assert {one.name for one in tmp_path.iterdir()} == {new.name, "current", "building-b.db"}


def test_a_library_that_was_just_replaced_stays_for_who_still_reads_it(content: Content, tmp_path: Path) -> None:
    built = []
    for number in range(4):
        built.append(build_file(tmp_path, [content], str(number)))
        long_ago = (time.time() - 3600 + number,) * 2
        os.utime(built[-1], long_ago)  # built long ago, but replaced now
    os.utime(built[0], (time.time() - 3,) * 2)
    remove_old_files(tmp_path)
    assert {one.name for one in tmp_path.glob("library-*")} == {one.name for one in built[1:]}


def test_nothing_goes_when_no_library_is_current(tmp_path: Path) -> None:
    (tmp_path / "library-x.db").write_bytes(b"")
    remove_old_files(tmp_path)
    assert (tmp_path / "library-x.db").exists()
