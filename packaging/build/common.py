"""What every target needs: places, version and date, tools, clean environments, and lines that tell how far it is."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
DIST = ROOT / "dist"
WORK = ROOT / "build"
#: The window's program, and with it packages and folders.
NAME = "bluebook-desktop"
COMMAND_LINE = "bluebook"
#: Names the program to desktops: entry, icon, AppStream.
APPLICATION_ID = "org.bluebook.Bluebook"
TOOLS = PACKAGING / "build-tools.txt"
_STARTED = time.monotonic()
#: Seconds without news after which a line says that work goes on.
_SILENCE = 20
#: What would reach into an interpreter or a tool from outside.
_FOREIGN = re.compile(r"PYTHON|PIP_REQUIRE|VIRTUAL_ENV|LD_|QT_|BLUEBOOK_|LC_|LANG|TZ|UMASK")


class BuildError(Exception):
    """Ends the build with one sentence for the person who started it."""


def say(text: str) -> None:
    """A line of progress, at once."""
    print(f"{time.monotonic() - _STARTED:4.0f} s  {text}", flush=True)


def version() -> str:
    """The program's version, from the one place where it is written."""
    text = (ROOT / "bluebook_desktop" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if not found:
        raise BuildError("bluebook_desktop/__init__.py does not say the version.")
    return found[1]


def source_date() -> int:
    """The moment that everything built is dated with: SOURCE_DATE_EPOCH, else that of the commit."""
    said = os.environ.get("SOURCE_DATE_EPOCH", "")
    if said:
        if not said.isdecimal():
            raise BuildError(f"SOURCE_DATE_EPOCH is a number of seconds, not “{said}”.")
        return int(said)
    return _commit_date(ROOT)


@cache
def _commit_date(root: Path) -> int:
    """When the checkout's commit was made; asked once, as a commit during a build changes nothing about it."""
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        answer = ""
    if not answer:
        raise BuildError("This is no git checkout, so set SOURCE_DATE_EPOCH to the date that the files are to have.")
    return int(answer)


def environment(**more: str) -> dict[str, str]:
    """Environment variables for a tool, the same on every machine in all that shows in what it writes."""
    kept = {name: value for name, value in os.environ.items() if not _FOREIGN.match(name)}
    steady = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(source_date()), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    return {**kept, **steady, "PYTHONDONTWRITEBYTECODE": "1", **more}


def tool(name: str, package: str) -> str:
    """Where a program is that the build needs; BuildError names the Debian package that has it."""
    found = shutil.which(name)
    if not found:
        raise BuildError(f"The program {name} is missing; in Debian and Ubuntu the package {package} has it.")
    return found


#: A program and its arguments.
Command = Sequence["str | Path"]


def run(what: str, command: Command, *, cwd: Path = ROOT, **more: str) -> str:
    """Run a tool and return what it printed, all of which is in `build/WHAT.log`; BuildError when it fails."""
    WORK.mkdir(exist_ok=True)
    log = WORK / f"{what}.log"
    with log.open("w+b") as out:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=cwd,
            env=environment(**more),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        status = _wait(process, what)
        out.seek(0)
        printed = out.read().decode("utf-8", "replace")
    if status:
        end = "\n".join(f"    {line}" for line in printed.splitlines()[-15:])
        raise BuildError(
            f"{Path(command[0]).name} failed with status {status}. Its last lines (all are in {log}):\n{end}"
        )
    return printed


def ask(python: Path, code: str, *arguments: str) -> Any:
    """What a few lines of Python in an environment print as JSON; they can import the project."""
    done = subprocess.run(
        [python, "-P", "-c", code, *arguments],
        env=environment(PYTHONPATH=str(ROOT)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise BuildError(f"{python} could not answer:\n{done.stderr.strip()[-1500:]}")
    return json.loads(done.stdout)


def _wait(process: subprocess.Popen[bytes], what: str) -> int:
    """Wait for a tool, with a line every now and then; it ends with this program."""
    try:
        while True:
            try:
                return process.wait(_SILENCE)
            except subprocess.TimeoutExpired:
                say(f"  still at it: {what}")
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def libraries() -> list[str]:
    """What the program is built with, as `pyproject.toml` asks for it."""
    return list(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"])


def tools(*names: str) -> list[str]:
    """Requirements of `build-tools.txt`: of these tools, at the versions that are written there."""
    pinned = [line for line in TOOLS.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    found = [line for line in pinned if line.partition("==")[0] in names]
    if len(found) != len(names):
        raise BuildError(f"{TOOLS.name} does not name all of {', '.join(names)}.")
    return found


def virtual_environment(name: str, requirements: Sequence[str]) -> Path:
    """The Python of an environment `build/NAME` with just these packages in the pinned versions.

    It is made anew whenever requirements, pins or Python have changed, or a build was cut off while it was made.
    """
    folder = WORK / name
    pins = (ROOT / "constraints.txt").read_bytes() + TOOLS.read_bytes()
    stamp = hashlib.sha256("\n".join([sys.version, str(folder), *requirements]).encode() + pins).hexdigest()
    mark = folder / "complete"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if mark.is_file() and mark.read_text("ascii") == stamp and python.exists():
        return python
    say(f"Making a clean environment in build/{name}")
    shutil.rmtree(folder, ignore_errors=True)
    base = str(getattr(sys, "_base_executable", sys.executable))
    run(f"{name}-venv", [base, "-I", "-m", "venv", folder])
    pip: list[str | Path] = [python, "-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    run(f"{name}-pip", [*pip, "-c", ROOT / "constraints.txt", "-c", TOOLS, *requirements])
    mark.write_text(stamp, "ascii")
    return python


def sha256(path: Path) -> str:
    """A file's SHA-256 in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_sums(built: Sequence[Path]) -> Path:
    """Bring `dist/SHA256SUMS`, which `sha256sum -c` reads, up to date for the files just built."""
    sums = DIST / "SHA256SUMS"
    known: dict[str, str] = {}
    if sums.exists():
        known = {line[66:]: line[:64] for line in sums.read_text("utf-8").splitlines()}
    known |= {path.name: sha256(path) for path in built}
    lines = [f"{digest}  {name}\n" for name, digest in sorted(known.items()) if (DIST / name).is_file()]
    sums.write_text("".join(lines), "utf-8")
    return sums


def megabytes(size: int) -> str:
    """A size for people."""
    return f"{size / 1e6:.1f} MB"


def folder_size(folder: Path) -> int:
    """The bytes of all files in a folder, links not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())


def fill(template: str, values: Mapping[str, str]) -> str:
    """A template with its `@NAME@` replaced; BuildError where one is left over."""
    for name, value in values.items():
        template = template.replace(f"@{name}@", value)
    left = re.search(r"@[A-Z_]+@", template)
    if left:
        raise BuildError(f"Nothing stands for {left[0]} in a template.")
    return template
