"""The list of imported files is made anew from the library: what was imported does not vanish with it."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.domain.imports import Outcome
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.importing import import_files, removable, remove
from bluebook_desktop.services.library import build_library, open_library
from bluebook_desktop.services.verify import verify_current
from bluebook_desktop.storage.originals import Originals
from bluebook_desktop.storage.records import read_records

RECOVERED = "The list of imported files was missing. It was made anew from the library."
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
    assert remove(folders, ["2019-en"]).sections == ("2019-en/3.2",)
    assert look(folders) == (BOTH[:1], [])


def lose_everything(folders: UserFolders) -> str:
    """Delete the folder of imported files; what is said of it."""
    shutil.rmtree(folders.originals)
    return (
        f"The imported file of 2019-en/3.2 is gone from {folders.originals}; "
        "the library keeps what it has until it is imported again or removed."
    )


def test_where_the_imported_files_are_all_gone_the_library_keeps_what_it_has_and_says_so(folders: UserFolders) -> None:
    gone = lose_everything(folders)
    assert look(folders) == (BOTH, [RECOVERED, gone])
    assert look(folders) == (BOTH, [])
    with closing(open_library(folders)) as opened:
        assert opened.library.document("2019-en/3.2").passages[0].text == "Japan met Ruritania in May 2018."
        assert [one.date.span.edtf for one in read_records(opened.library, "2019-en/3.2").events] == ["2018-05"]


def test_of_files_that_are_all_gone_an_import_and_a_removal_tell(folders: UserFolders, tmp_path: Path) -> None:
    gone = lose_everything(folders)
    assert import_files(folders, [text(tmp_path, "new.txt", 3)]).notices == (RECOVERED, gone)
    assert look(folders) == ([*BOTH, "2019-en/3.3"], [])
    gone = lose_everything(folders).replace("file of 2019-en/3.2 is", "files of 2019-en/3.2, 2019-en/3.3 are")
    removal = remove(folders, ["2019-en/3.3"])
    assert removal.notices == (RECOVERED, gone.replace("it is imported", "they are imported"))
    assert look(folders) == (BOTH, [])


def test_importing_a_file_again_brings_the_file_back(folders: UserFolders, tmp_path: Path) -> None:
    lose_everything(folders)
    assert verify_current(folders).findings[0].sentence == (
        "The list of imported files is missing; “bluebook build” makes it anew from the library."
    )
    look(folders)
    assert not verify_current(folders).is_sound
    assert import_files(folders, [text(tmp_path, "again.txt", 2)]).files[0].outcome is Outcome.UNCHANGED
    assert verify_current(folders).is_sound


def test_a_section_whose_file_is_gone_stays_when_the_rules_have_changed(
    folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    (original,) = Originals(folders.originals).entries()
    (folders.originals / original.sha256).unlink()
    monkeypatch.setattr("bluebook_desktop.extraction.version.RULES_VERSION", -1)
    path, notices = build_library(folders)
    assert path.is_file()
    (notice,) = notices
    assert notice.startswith("The original of kept.txt cannot be read: ")
    assert notice.endswith("; 2019-en/3.2 stays as the library has it.")
    assert look(folders)[0] == BOTH


def test_what_came_with_an_older_program_is_no_import(folders: UserFolders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text differs from the one that comes with this program, and there is no file of it."""
    remove(folders, ["2019-en"])
    shutil.rmtree(folders.originals)
    monkeypatch.setattr("bluebook_desktop.services.fingerprint.__version__", "another")
    assert look(folders) == (BOTH[:1], [])


def test_where_the_list_cannot_be_made_anew_the_library_is_shown_as_it_was(
    folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_everything(folders)

    def full(_self: Originals, _path: Path, _content: bytes) -> None:
        raise BluebookError("No space.")

    monkeypatch.setattr(Originals, "_write", full)
    assert look(folders) == (BOTH, ["No space. The library is shown as it was before."])


@pytest.mark.parametrize("harm", [b"", b"garbled " * 2000])
def test_of_a_library_that_is_damaged_too_no_loss_is_denied(folders: UserFolders, harm: bytes) -> None:
    """The list is whole, its file is gone: what was imported is left out, and nobody says that nothing is lost."""
    (original,) = Originals(folders.originals).entries()
    (folders.originals / original.sha256).unlink()
    next(folders.libraries.glob("library-*.db")).write_bytes(harm)
    found, (rebuilt, left_out) = look(folders)
    assert found == BOTH[:1]
    assert rebuilt.startswith("The library file is ")
    assert rebuilt.endswith(". It was rebuilt from the original texts.")
    assert left_out.endswith("; 2019-en/3.2 is left out.")


@pytest.mark.parametrize("state", ["missing", "damaged"])
def test_what_can_be_removed_is_known_without_the_list(folders: UserFolders, state: str) -> None:
    damage(folders, state)
    assert removable(folders) == ["2019-en/3.2"]


def test_what_was_removed_does_not_come_back(folders: UserFolders) -> None:
    remove(folders, ["2019-en"])
    damage(folders, "missing")
    assert look(folders) == (BOTH[:1], [])
