"""The frozen folder `dist/bluebook-desktop`, from which all packages of this system are made (`build.spec`)."""

import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from build import common

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
    python = common.virtual_environment("freezing", [*common.libraries(), *common.tools(*PYINSTALLER)])
    common.say("Freezing both programs")
    shutil.rmtree(FOLDER, ignore_errors=True)
    work: list[str | Path] = ["--distpath", common.DIST, "--workpath", common.WORK / "freezing-work"]
    common.run("pyinstaller", [python, "-m", "PyInstaller", "--noconfirm", "--clean", *work, "build.spec"])
    check(FOLDER)
    return FOLDER


def check(folder: Path) -> None:
    """Start both programs in an empty environment with a new home, and compare what they say of their version."""
    for program in (common.NAME, common.COMMAND_LINE):
        with tempfile.TemporaryDirectory() as home:
            command = [str(folder / f"{program}{_SUFFIX}"), "--version"]
            alone = None if sys.platform == "win32" else {"HOME": home}
            answer = subprocess.run(command, env=alone, capture_output=True, text=True, check=False)
        if answer.returncode or common.version() not in answer.stdout:
            said = (answer.stdout + answer.stderr).strip()[-800:]
            raise common.BuildError(f"The frozen {program} does not start as version {common.version()}: {said}")
    common.say(f"Folder: {common.megabytes(common.folder_size(folder))}")
