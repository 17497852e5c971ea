"""The list of imported files is made anew from the library: what was imported does not vanish with it."""

from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.importing import import_files, remove
from bluebook_desktop.services.library import build_library, open_library
from bluebook_desktop.services.verify import verify_current
from bluebook_desktop.storage.originals import Originals

BOTH = ["2021-en/4.2.2", "2019-en/3.2"]


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    """A library with an imported section."""
    home = tmp_path / "home"
    folders = UserFolders(data=home, config=home, log=home / "log")
    import_files(folders, [text(tmp_path, "kept.txt", 2)])
    return folders


def text(folder: Path, name: str, number: int) -> Path:
    path = folder / name
    words = (
        f"Diplomatic Bluebook 2019\n\nChapter 3 Interests\n\n{number} Security\n\nJapan met Ruritania in May 2018.\n"
    )
    path.write_text(words, "utf-8")
    return path


def damage(folders: UserFolders, state: str) -> None:
    path = folders.originals / "catalogue.json"
    if state == "missing":
        path.unlink()
    else:
        path.write_text('[{"sha', "utf-8")


def look(folders: UserFolders) -> tuple[list[str], list[str]]:
    with closing(open_library(folders)) as opened:
        return [one.id for one in opened.library.sections()], opened.notices


@pytest.mark.parametrize("state", ["missing", "damaged"])
def test_a_lost_list_is_made_anew_and_nothing_vanishes(folders: UserFolders, state: str) -> None:
    before = Originals(folders.originals).entries()
    damage(folders, state)
    notice = f"The list of imported files was {state}. It was made anew from the library."
    assert look(folders) == (BOTH, [notice])
    assert Originals(folders.originals).entries() == before
    assert look(folders) == (BOTH, [])
    assert verify_current(folders).is_sound
    assert (folders.originals / "damaged-catalogue.json").exists() == (state == "damaged")


@pytest.mark.parametrize("state", ["missing", "damaged"])
def test_an_import_after_the_loss_keeps_what_was_there(folders: UserFolders, tmp_path: Path, state: str) -> None:
    damage(folders, state)
    report = import_files(folders, [text(tmp_path, "new.txt", 3)])
    assert report.notices == (f"The list of imported files was {state}. It was made anew from the library.",)
    assert look(folders) == ([*BOTH, "2019-en/3.3"], [])


def test_a_build_and_a_removal_after_the_loss_find_what_was_there(folders: UserFolders) -> None:
    damage(folders, "missing")
    build_library(folders)
    assert look(folders) == (BOTH, [])
    damage(folders, "damaged")
    assert remove(folders, ["2019-en"]) == ["2019-en/3.2"]
    assert look(folders) == (BOTH[:1], [])


def test_what_was_removed_does_not_come_back(folders: UserFolders) -> None:
    remove(folders, ["2019-en"])
    damage(folders, "missing")
    assert look(folders) == (BOTH[:1], [])
