"""An import that is killed at any moment: the library is the old or the new one, never a part of the new."""

import json
import shutil
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.importing import import_files
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.services.verify import verify_current
from bluebook_desktop.storage.originals import Originals

TEXT = """Diplomatic Bluebook 2019

Chapter 3

Interests

{number} Efforts

In May 2018, Foreign Minister Kono Taro visited Ruritania for the talk of number {number}.
"""
OLD = ["2021-en/4.2.2", "2019-en/3.1"]
NEW = ["2021-en/4.2.2", "2019-en/3.1", "2019-en/3.2", "2019-en/3.3"]


@pytest.fixture
def folders(tmp_path: Path) -> UserFolders:
    home = tmp_path / "home"
    return UserFolders(data=home, config=home, log=home / "log")


def write(folder: Path, number: int, words: str = "Ruritania") -> Path:
    path = folder / f"{number}.txt"
    path.write_text(TEXT.format(number=number).replace("Ruritania", words), "utf-8")
    return path


def begin(folders: UserFolders, paths: list[Path]) -> subprocess.Popen[bytes]:
    """The real program that imports some files, as the window starts it."""
    return begin_job(folders, {"action": "import", "paths": [str(one) for one in paths], "places": {}, "sections": []})


def begin_job(folders: UserFolders, job: dict[str, object]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "bluebook_desktop", "import", "--job"]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"BLUEBOOK_HOME": str(folders.data)}
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(job).encode() + b"\n")
    process.stdin.flush()
    return process


def look(folders: UserFolders) -> tuple[list[str], str]:
    """What the library holds now, and which words its first imported section has; all of it must be sound."""
    with closing(open_library(folders)) as opened:
        assert opened.notices == []
        found = [one.id for one in opened.library.sections()]
        text = opened.library.document("2019-en/3.1").passages[0].text
        hits = SearchService(opened.library).search("visited").hits
        assert {hit.reference.section for hit in hits if hit.reference.section != "2021-en/4.2.2"} == set(found[1:])
    originals = Originals(folders.originals)
    for one in originals.active():
        originals.read(one)
    return found, "Syldavia" if "Syldavia" in text else "Ruritania"


def test_killed_at_any_moment_the_library_is_the_old_or_the_new_one(folders: UserFolders, tmp_path: Path) -> None:
    import_files(folders, [write(tmp_path, 1)])
    changed = [write(tmp_path, 1, "Syldavia"), *(write(tmp_path, number) for number in (2, 3))]
    process = begin(folders, changed)
    assert process.stdout is not None
    lines = len(process.stdout.read().splitlines())  # a whole import, to know how many steps there are
    process.communicate()
    assert process.returncode == 0
    assert look(folders) == (NEW, "Syldavia")
    assert verify_current(folders).findings == []
    old = tmp_path / "old"
    import_files(UserFolders(data=old, config=old, log=old / "log"), [write(tmp_path, 1)])
    write(tmp_path, 1, "Syldavia")
    seen = set()
    for step in range(lines + 1):
        for pause in (0.0, 0.01):
            seen.add(killed_after(old, tmp_path / f"{step}-{pause}", changed, step, pause))
    assert seen == {"old", "new"}


def killed_after(old: Path, home: Path, changed: list[Path], steps: int, pause: float) -> str:
    """Import into a copy of a home and kill the program so long after so many of its steps; what the library is."""
    shutil.copytree(old, home)
    folders = UserFolders(data=home, config=home, log=home / "log")
    process = begin(folders, changed)
    assert process.stdout is not None
    for _ in range(steps):
        process.stdout.readline()
    time.sleep(pause)
    process.kill()
    process.communicate()
    found, words = look(folders)
    assert (found, words) in [(OLD, "Ruritania"), (NEW, "Syldavia")]
    return "new" if found == NEW else "old"


def test_a_removal_killed_at_any_moment_is_done_or_not(folders: UserFolders, tmp_path: Path) -> None:
    import_files(folders, [write(tmp_path, number) for number in (1, 2, 3)])
    job = {"action": "remove", "paths": [], "places": {}, "sections": ["2019-en/3.2", "2019-en/3.3"]}

    def copied(home: Path) -> UserFolders:
        shutil.copytree(folders.data, home)
        return UserFolders(data=home, config=home, log=home / "log")

    whole = begin_job(copied(tmp_path / "whole"), job)  # to know how many steps there are
    assert whole.stdout is not None
    steps = len(whole.stdout.read().splitlines())
    whole.communicate()
    assert whole.returncode == 0
    seen = set()
    for step in range(steps + 1):
        for pause in (0.0, 0.01, 0.03):
            copy = copied(tmp_path / f"{step}-{pause}")
            process = begin_job(copy, job)
            assert process.stdout is not None
            for _ in range(step):
                process.stdout.readline()
            time.sleep(pause)
            process.kill()
            process.communicate()
            found, _ = look(copy)
            assert found in (OLD, NEW)
            seen.add(tuple(found))
    assert seen == {tuple(OLD), tuple(NEW)}


def test_two_programs_that_import_at_once_both_do(folders: UserFolders, tmp_path: Path) -> None:
    import_files(folders, [write(tmp_path, 1)])
    both = [begin(folders, [write(tmp_path, number)]) for number in (2, 3)]
    for process in both:
        assert process.stdout is not None
        assert b'"report"' in process.stdout.read().splitlines()[-1]
        process.communicate()
        assert process.returncode == 0
    assert look(folders)[0] == NEW
    assert verify_current(folders).is_sound


def test_a_helper_whose_window_is_gone_ends_and_leaves_all_as_it_was(folders: UserFolders, tmp_path: Path) -> None:
    import_files(folders, [write(tmp_path, 1)])
    before = sorted(one for one in folders.data.rglob("*"))
    # More steps than a pipe holds: it waits for somebody to read them, however long that takes.
    process = begin(folders, [write(tmp_path, number) for number in range(2, 1_500)])
    assert process.stdout is not None
    for _ in range(5):
        process.stdout.readline()
    process.communicate(timeout=600)  # closes its input, as the end of the window does
    assert process.returncode == 130
    assert sorted(one for one in folders.data.rglob("*")) == before
    assert look(folders) == (OLD, "Ruritania")
