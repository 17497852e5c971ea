"""A disk that fills up, tried on a small one: one sentence, and all that was there is there still."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.decisions import decide, read_kept, write_once
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.verify import verify_current

from .deciding import SECTION, TEXT, bring_in, event_about, opened

#: Kilobytes that are free: for nothing, for some bytes, for a file but no library, for a part of a library.
ROOM = (0, 4, 16, 60, 300)


def _mount(*arguments: str) -> bool:
    try:
        return subprocess.run(arguments, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 8 MB."""
    if not sys.platform.startswith("linux") or not _mount("mount", "-t", "tmpfs", "-o", "size=8m", "x", str(tmp_path)):
        pytest.skip("only who may mount a file system can try a full one")
    try:
        yield tmp_path
    finally:
        assert _mount("umount", str(tmp_path))


@pytest.fixture
def folders(disk: Path) -> UserFolders:
    """A library with an imported section, in which something was decided."""
    home = disk / "home"
    folders = UserFolders(data=home, config=home, log=home / "log")
    (disk / "texts").mkdir()
    bring_in(folders, disk / "texts")
    decide_on(folders, "Yokota")
    return folders


def decide_on(folders: UserFolders, words: str) -> None:
    with opened(folders) as (_, section):
        write_once(folders, decide(section, event_about(section, words), Verdict.REJECTED))


def leave(folders: UserFolders, room: int) -> Path:
    """Fill the disk but for some kilobytes; the file that does."""
    free = os.statvfs(folders.data)
    filler = folders.data.parent / "filler"
    filler.write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - room * 1024))
    return filler


def run(folders: UserFolders, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "bluebook_desktop", *arguments]
    environment = os.environ | {"BLUEBOOK_HOME": str(folders.data)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def assert_whole(folders: UserFolders) -> None:
    """All that was there is there."""
    with closing(open_library(folders)) as library:
        assert (library.notices, [one.id for one in library.library.sections()]) == ([], ["2021-en/4.2.2", SECTION])
    assert [one.verdict for one in read_kept(folders)[0]] == [Verdict.REJECTED]
    assert verify_current(folders).is_sound


@pytest.mark.parametrize("room", ROOM)
def test_an_import_and_a_removal_end_in_a_sentence(folders: UserFolders, tmp_path: Path, room: int) -> None:
    new = folders.data.parent / "texts" / "new.txt"
    new.write_text(TEXT.replace("1 Efforts", "2 Efforts") * 20, "utf-8")
    filler = leave(folders, room)
    for arguments in (("import", str(new)), ("remove", "2019-en")):
        status, said, sentence = run(folders, *arguments)
        assert (status, said) == (2, "")
        assert sentence.count("\n") == 1
        assert sentence.startswith(("The imported files cannot be kept in ", "The library cannot be written to "))
        assert sentence.endswith((" no space left on device.\n", " disk is full.\n"))
    filler.unlink()
    assert_whole(folders)
    assert [one.section for one in import_files(folders, [new]).files] == ["2019-en/3.2"]


@pytest.mark.parametrize("room", ROOM[:4])
def test_a_decision_is_written_or_a_sentence_says_why_not(folders: UserFolders, room: int) -> None:
    event = json.loads(run(folders, "timeline", "--section", SECTION, "--json")[1])["events"][0]["id"]
    filler = leave(folders, room)
    status, said, sentence = run(folders, "decide", "event", event, "--confirm", "--section", SECTION)
    filler.unlink()
    kept = [one.verdict for one in read_kept(folders)[0]]
    if status == 0:
        assert kept == [Verdict.REJECTED, Verdict.CONFIRMED]
    else:
        assert (status, said) == (2, "")
        assert sentence.startswith("The notebook cannot be ")
        assert_whole(folders)


@pytest.mark.parametrize("room", ROOM[:3])
def test_an_export_is_whole_or_not_there_at_all(folders: UserFolders, room: int) -> None:
    target = folders.data.parent / "out.json"
    leave(folders, room)
    before = sorted(folders.data.parent.iterdir())
    status, said, sentence = run(folders, "export", "--edition", "2021-en", "--output", str(target))
    assert (status, said) == (2, "")
    assert sentence == f"{target} cannot be written: no space left on device.\n"
    assert sorted(folders.data.parent.iterdir()) == before


def test_an_old_library_that_cannot_be_built_anew_is_shown_as_it_was(
    folders: UserFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bluebook_desktop.services.fingerprint.__version__", "another")
    leave(folders, 16)
    with closing(open_library(folders)) as library:
        assert [one.id for one in library.library.sections()] == ["2021-en/4.2.2", SECTION]
        (notice,) = library.notices
    assert notice.endswith("disk is full. The library is shown as it was before.")
