"""Going over from one library to the next: what changed, and the section to show then, read already."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bluebook_desktop.errors import LibraryDamagedError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.going_over import GoneOver, LibraryState, go_over
from bluebook_desktop.services.importing import import_files, remove
from bluebook_desktop.services.library import OpenLibrary, open_library

TEXT = (
    "Diplomatic Bluebook 2019\n\nChapter 3\n\nOutlook\n\n1 Peace\n\nIn May 2018, Foreign Minister Kono visited Oslo.\n"
)
BUNDLED, IMPORTED = "2021-en/4.2.2", "2019-en/3.1"


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    return UserFolders(data=home, config=home, log=home / "log")


def take(folders: UserFolders, tmp_path: Path, text: str) -> None:
    file = tmp_path / "peace.txt"
    file.write_text(text, "utf-8")
    import_files(folders, [file])


def state(folders: UserFolders, shown: str) -> LibraryState:
    opened = open_library(folders)
    library = opened.library
    found = LibraryState(library.address, tuple(library.sections()), library.meta("rules"), shown)
    opened.close()
    return found


@contextmanager
def gone_over(folders: UserFolders, before: LibraryState) -> Iterator[GoneOver]:
    found = go_over(folders, before)
    assert found is not None
    yield found
    found.opened.close()


def test_a_section_that_stays_is_not_read_again(folders: UserFolders, tmp_path: Path) -> None:
    before = state(folders, BUNDLED)
    take(folders, tmp_path, TEXT)
    with gone_over(folders, before) as found:
        assert (found.added, found.replaced, found.removed) == ((IMPORTED,), (), ())
        assert found.section is None


def test_the_new_issue_of_the_section_that_is_read_comes_with_its_records(
    folders: UserFolders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(folders, tmp_path, TEXT)
    before = state(folders, IMPORTED)
    take(folders, tmp_path, TEXT.replace("May", "June"))
    with gone_over(folders, before) as found:
        section = found.section
        assert section is not None
        monkeypatch.setattr("bluebook_desktop.storage.records.read_records", None)  # nothing is left to be read
        assert section.id == IMPORTED
        assert [one.date.printed for one in section.records.events] == ["June 2018"]


def test_in_place_of_a_section_that_is_gone_the_nearest_one_comes(folders: UserFolders, tmp_path: Path) -> None:
    take(folders, tmp_path, TEXT)
    before = state(folders, IMPORTED)
    remove(folders, [IMPORTED])
    with gone_over(folders, before) as found:
        assert found.removed == (IMPORTED,)
        assert found.section is not None
        assert found.section.id == BUNDLED


def test_nothing_is_gone_over_to_while_the_library_is_the_same(folders: UserFolders) -> None:
    assert go_over(folders, state(folders, BUNDLED)) is None


def test_a_library_whose_section_cannot_be_read_is_closed_again(
    folders: UserFolders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(folders, tmp_path, TEXT)
    before = state(folders, IMPORTED)
    take(folders, tmp_path, TEXT.replace("May", "June"))
    opened = open_library(folders)
    with sqlite3.connect(opened.library.address.partition("?")[0].removeprefix("file:")) as connection:
        connection.execute("UPDATE events SET edtf = 'someday'")
    connection.close()
    opened.close()
    closed: list[OpenLibrary] = []
    close = OpenLibrary.close

    def watched(self: OpenLibrary) -> None:
        closed.append(self)
        close(self)

    monkeypatch.setattr(OpenLibrary, "close", watched)
    with pytest.raises(LibraryDamagedError):
        go_over(folders, before)
    assert len(closed) == 1
