"""Both programs are really frozen, and run from a folder of blanks and Japanese with nothing of this checkout.

The one part of building packages that every run of the tests takes time for, some three quarters of a minute:
`dev.py build` makes installers of the same folder, and `dev.py verify-package` takes those through fresh systems, which
needs root.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import pytest

import dev
from build import common

ROOT = Path(__file__).parents[2]
#: What the build asks the system for.
TOOLS = ("objdump", "strip", "dpkg-query")
PYTHON = Path(sysconfig.get_config_var("LIBDIR") or "", sysconfig.get_config_var("INSTSONAME") or "missing")
FREEZE = """
import sys
from pathlib import Path
from build import common
common.DIST = Path(sys.argv[1])
from build import folder
try:
    folder.freeze()
except common.BuildError as problem:
    sys.exit(str(problem))
"""
#: What a build says of the libraries of a system that it does not know.
STRANGE = re.compile(
    r"(?:No package of this system owns|There is no licence known of the system's|This system has no licence) .*"
)
MEGABYTES = 125
#: Without it the folder keeps all of ICU's data.
UNTRIMMED = 25


def lacking() -> str:
    """What is missing here for a build; empty where nothing is."""
    if not sys.platform.startswith("linux"):
        return "Linux, where the folder is frozen in a minute"
    missing = [name for name in TOOLS if not shutil.which(name)]
    if not PYTHON.exists() and not list(PYTHON.parent.glob(f"*/{PYTHON.name}")):
        missing.append("the shared library of this Python")
    return ", ".join(missing)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The frozen folder; the build lets it pass its own self-test in an empty environment, or fails."""
    if lacking():
        pytest.skip(f"Nothing is frozen here, since there is no {lacking()}.")
    place = tmp_path_factory.mktemp("frozen の 漢字")
    kept = {name: value for name, value in os.environ.items() if name != "BLUEBOOK_BUILD_REUSE"}
    surroundings = {**kept, "PYTHONPATH": str(ROOT / "packaging"), "SOURCE_DATE_EPOCH": "1700000000"}
    command = [sys.executable, "-P", "-c", FREEZE, str(place)]
    done = subprocess.run(command, env=surroundings, cwd=place, capture_output=True, text=True, check=False)
    if done.returncode and "pip failed" in done.stderr and dev.NO_CONNECTION.search(done.stderr):
        pytest.skip("Nothing is frozen here, since there is no connection to where PyInstaller is kept.")
    if done.returncode and (strange := STRANGE.search(done.stderr)):
        pytest.skip(f"Nothing is frozen here, since this system is none that packages are made on: {strange.group()}")
    assert done.returncode == 0, done.stderr
    return place / common.NAME


def run(folder: Path, program: str, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """A frozen program with a home of its own and nothing else."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    environment: Mapping[str, str] = {"HOME": str(home), "LC_ALL": "C.UTF-8", **more}
    command = [str(folder / program), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)


def test_the_command_line_finds_a_phrase_and_has_no_window(folder: Path) -> None:
    found = run(folder, common.COMMAND_LINE, "search", "rock solid")
    assert (found.returncode, found.stderr) == (0, "")
    assert "rock-solid" in found.stdout


def test_the_window_draws_itself_without_a_screen(folder: Path) -> None:
    picture = folder.parent / "picture.png"
    drawn = run(folder, common.NAME, "--screenshot", str(picture), "--search", "rock solid")
    assert (drawn.returncode, drawn.stdout, drawn.stderr) == (0, "", "")
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_the_self_test_finds_every_part(folder: Path) -> None:
    said = run(folder, common.NAME, "--self-test").stdout.splitlines()
    assert said[-1] == "All that the program needs is there."
    assert not [line for line in said[:-1] if not re.match(r"(ok|note)    ", line)]
    assert any(line.startswith("ok      Plugin platforminputcontexts/ibus") for line in said)


def test_without_a_screen_there_is_one_sentence(folder: Path) -> None:
    refused = run(folder, common.NAME)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert re.fullmatch(r"bluebook-desktop: There is no display to open a window on; .*\n", refused.stderr)


def test_the_folder_is_no_larger_than_it_may_be(folder: Path) -> None:
    size = common.folder_size(folder) / 1e6
    assert size <= MEGABYTES + (0 if shutil.which("icupkg") else UNTRIMMED)


def test_nothing_in_it_names_the_checkout(folder: Path) -> None:
    here = str(ROOT).encode()
    assert not [path.name for path in folder.rglob("*") if path.is_file() and here in path.read_bytes()]
