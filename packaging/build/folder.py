"""The frozen folder `dist/bluebook-desktop`, from which all packages of this system are made (`build.spec`)."""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from build import bill, common, elf, icu

PYINSTALLER = ("pyinstaller", "pyinstaller-hooks-contrib", "altgraph", "packaging", "setuptools")
FOLDER = common.DIST / common.NAME
_SUFFIX = ".exe" if sys.platform == "win32" else ""
#: An environment variable that makes builds take the folder that is there, for whoever works on a package's recipe.
REUSE = "BLUEBOOK_BUILD_REUSE"


@cache
def freeze() -> Path:
    """Build the folder once, and start both of its programs."""
    if os.environ.get(REUSE):
        if not FOLDER.is_dir():
            raise common.BuildError(f"There is no folder of an earlier build in dist; leave {REUSE} away.")
        common.say(f"Taking the folder that is in {FOLDER.relative_to(common.ROOT)}")
        return FOLDER
    if sys.platform.startswith("linux"):
        common.tool("objdump", "binutils")
        common.tool("strip", "binutils")
    python = environment()
    common.say("Freezing both programs")
    shutil.rmtree(FOLDER, ignore_errors=True)
    work: list[str | Path] = ["--distpath", common.DIST, "--workpath", common.WORK / "freezing-work"]
    common.run("pyinstaller", [python, "-m", "PyInstaller", "--noconfirm", "--clean", *work, "build.spec"])
    if sys.platform.startswith("linux"):
        icu.trim(FOLDER)
        common.say(f"{elf.forget_places(FOLDER)} libraries no longer say where they were built")
    bill.write(FOLDER, python)
    settle(FOLDER)
    check(FOLDER)
    return FOLDER


def settle(folder: Path) -> None:
    """Only both programs can be run, everybody may read everything, and all is dated alike, however it was built."""
    date = common.source_date()
    for path in sorted(folder.rglob("*"), reverse=True):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.parent == folder else 0o644)
        os.utime(path, (date, date), follow_symlinks=False)
    os.utime(folder, (date, date))


def environment() -> Path:
    """The Python that freezes: what the program is built with, PyInstaller, and nothing else."""
    return common.virtual_environment("freezing", [*common.libraries(), *common.tools(*PYINSTALLER)])


def check(folder: Path) -> None:
    """Start both programs in an empty environment with a new home, and let the window's check the whole folder."""
    for program in (common.NAME, common.COMMAND_LINE):
        answer = start(folder, program, "--version")
        if common.version() not in answer:
            raise common.BuildError(f"The frozen {program} says “{answer.strip()}”, not {common.version()}.")
    start(folder, common.NAME, "--self-test")
    common.say(f"Folder: {common.megabytes(common.folder_size(folder))}, checked by its own self-test")


def start(folder: Path, program: str, *arguments: str) -> str:
    """What a frozen program prints, alone with a home of its own; BuildError with its words when it fails."""
    with tempfile.TemporaryDirectory() as home:
        alone = None if sys.platform == "win32" else {"HOME": home}
        command = [str(folder / f"{program}{_SUFFIX}"), *arguments]
        done = subprocess.run(command, env=alone, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        said = "\n".join(line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("ok"))
        raise common.BuildError(f"The frozen {program} {' '.join(arguments)} ended with {done.returncode}:\n{said}")
    return done.stdout
