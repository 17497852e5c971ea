#!/usr/bin/env python3
"""Opens, tests and measures Bluebook Desktop from a checkout, with nothing but Python 3.11 or later.

The first call makes `.venv` beside this file and, on Debian and Ubuntu, installs the packages that Qt needs;
a stamp in `.venv` lets every later call go straight on. The stamp is taken away before a change and written as
the last thing, so that the call after one that was cut off begins afresh.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - any Python may be asked to start this file
    sys.exit("Bluebook Desktop needs Python 3.11 or later, and this is Python {}.{}.".format(*sys.version_info))

# What Qt's wheel loads and does not carry: drawing (libfontconfig1 brings a typeface), then windows on X11.
QT_PACKAGES = ("libdbus-1-3", "libegl1", "libfontconfig1", "libgl1", "libglib2.0-0")
X11_PACKAGES = ("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0")
# A display, a window manager, a hand, and the bus of screen readers, for the tests that use real windows.
TEST_PACKAGES = ("at-spi2-core", "dbus", "gir1.2-atspi-2.0", "openbox", "python3-gi", "xdotool", "xvfb")
# Letters for Japanese sections, where the system has none: without them the program runs, and shows boxes.
TYPEFACE = "fonts-ipafont-gothic"
# Debian 13 and Ubuntu 24.04 renamed it: the old name still installs it, but is not listed as installed.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}
# Lines of apt-get and pip that tell how much there is to come; the others are in the log alone.
TELLING = re.compile(
    r"(Need to get .+ of archives|Installing collected \w+)|\s+(\w+ing (?:cached )?\w+)\S+ (\(.+ [MG]B\))"
)
NO_CONNECTION = re.compile(
    r"Retrying|Connection|Could not resolve|Failed to fetch|Temporary failure|from versions: none"
)
# What the program answers without opening a window, and so without a display.
NEEDS_NO_WINDOW = {"--screenshot", "--help", "-h", "--version"}
PYTHON_VERSION = "{}.{}".format(*sys.version_info)
STARTED = time.monotonic()


class CannotGoOnError(Exception):
    """Ends the call with one sentence for the person who typed it."""

    def __init__(self, sentence: str, status: int = 1) -> None:
        super().__init__(sentence)
        self.status = status


class Checkout:
    """A copy of the repository: where its virtual environment is, and what is already set up there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.venv = root / ".venv"
        self.scripts = self.venv / ("Scripts" if sys.platform == "win32" else "bin")
        self.python = self.scripts / ("python.exe" if sys.platform == "win32" else "python")
        self.stamp = self.venv / "set-up.json"
        self.lock = self.venv / "set-up.lock"
        self.log = self.venv / "set-up.log"

    def wanted(self, level: str) -> dict[str, str]:
        """What the stamp must hold for `level` ("run" or "test"); without the right place, the environment is void."""
        # Another machine, or the same after an upgrade, is asked for its packages again.
        return {
            "place": f"{self.root} {sys.implementation.cache_tag} {sys.platform}",
            f"packages for {level}": _digest(Path("/etc/os-release"), Path("/etc/hostname")),
            f"libraries for {level}": _digest(self.root / "pyproject.toml", self.root / "constraints.txt"),
        }

    def done(self) -> dict[str, str]:
        """What the stamp holds; nothing while the environment is being changed, or if a call was cut off in it."""
        try:
            return dict(json.loads(self.stamp.read_bytes()))
        except (FileNotFoundError, ValueError):
            return {}

    def mark_done(self, facts: Mapping[str, str]) -> None:
        """Adds to the stamp in one step."""
        draft = self.stamp.with_suffix(".draft")
        draft.write_text(json.dumps({**self.done(), **facts}, indent=1), encoding="utf-8")
        draft.replace(self.stamp)

    def clear(self) -> None:
        """Empties the environment, the stamp first."""
        self.stamp.unlink(missing_ok=True)
        for child in self.venv.iterdir():
            if child.is_dir() and not child.is_symlink():
                shutil.rmtree(child)
            elif child not in (self.lock, self.log):
                child.unlink()


def _digest(*paths: Path) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths if path.exists())).hexdigest()


def say(text: str) -> None:
    """Prints at once, so that lines of this script and of the tools it starts keep their order."""
    print(text, flush=True)


def needed_packages(level: str, *, has_ensurepip: bool) -> list[str]:
    """Debian packages without which `level` does not work on this machine."""
    needed = [*QT_PACKAGES, *X11_PACKAGES, "libxkbcommon0", *(TEST_PACKAGES if level == "test" else ())]
    if not has_ensurepip:  # Debian splits it off from Python
        needed.append(f"python{PYTHON_VERSION}-venv")
    return sorted(needed)


def missing_packages(needed: Sequence[str], listing: str) -> list[str]:
    """The needed packages that dpkg-query's listing ("name status" a line) does not show as installed."""
    installed = {line.split()[0] for line in listing.splitlines() if line.endswith(" installed")}
    return [name for name in needed if not {name, RENAMED.get(name, name)} & installed]


def command_to_type(packages: Sequence[str], *, has_sudo: bool, has_lists: bool) -> str:
    """The one command for a person who may administer the machine where this script may not."""
    install = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if has_sudo and has_lists:
        return f"sudo {install}"
    return f"{'sudo sh' if has_sudo else 'su'} -c '{'' if has_lists else 'apt-get update && '}{install}'"


def why_it_failed(words: str) -> str:
    """The likely reason in what apt-get or pip wrote, and what to do about it."""
    if "No space left on device" in words:
        return "the disk is full; make room"
    if NO_CONNECTION.search(words) and "Requires-Python" not in words:
        return "there is no connection to where they are kept; connect (or set the proxy or index as for pip and apt)"
    errors = [line for line in map(str.strip, words.splitlines()) if line.startswith(("ERROR:", "E:", "ImportError:"))]
    return f'the tool says "{errors[-1]}"' if errors else "the log tells why"


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window can be seen; macOS and Windows have their own display."""
    return platform in ("darwin", "win32") or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def set_up(checkout: Checkout, level: str) -> None:
    """Does what is left to do before `level`, saying what and how far it is; mostly nothing."""
    if checkout.wanted(level).items() <= checkout.done().items() and _starts(checkout.python):
        return
    if checkout.venv.is_symlink():  # emptied, it would be missing elsewhere
        raise CannotGoOnError(f"{checkout.venv} is a link to another place; take it away, then call again.")
    checkout.venv.mkdir(exist_ok=True)
    with _alone(checkout.lock) as lock:
        plan = _plan(checkout, level, lock)
        for number, (what, step) in enumerate(plan, 1):
            say(f"[{number}/{len(plan)}] {time.monotonic() - STARTED:3.0f} s  {what}")
            step()
        checkout.mark_done(checkout.wanted("run") | checkout.wanted(level))
    if plan:
        say(f"Set up in {time.monotonic() - STARTED:.0f} s.")


def _plan(checkout: Checkout, level: str, lock: int) -> list[tuple[str, Callable[[], None]]]:
    """The steps that are left, each with what to say of it."""
    done = checkout.done().items()
    due = [what for what, key in checkout.wanted(level).items() if (what, key) not in done]
    fresh = "place" in due or not _starts(checkout.python)
    plan: list[tuple[str, Callable[[], None]]] = []
    if fresh or f"packages for {level}" in due:
        missing = _look_for_packages(level, new_environment=fresh)
        if missing:
            prefix, packages = _administrator(missing), [*missing, *_typeface()]
            what = f"Installing {len(packages)} Debian packages: {' '.join(packages)}"
            plan.append((what, lambda: _install_packages(checkout.log, prefix, packages)))
    if fresh:
        plan.append(("Making the Python environment in .venv", lambda: _make_environment(checkout, lock)))
    if fresh or f"libraries for {level}" in due:
        libraries = "Qt, the libraries and the tools for testing" if level == "test" else "Qt and the libraries"
        plan.append((f"Installing {libraries}", lambda: _install_libraries(checkout, level, lock)))
    return plan


@contextmanager
def _alone(path: Path) -> Iterator[int]:
    """Keeps two calls from setting up at once; the system frees the lock however the call ends."""
    with path.open("ab") as file:
        if sys.platform != "win32":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("Waiting for another call that is setting up.")
                fcntl.flock(file, fcntl.LOCK_EX)
        yield file.fileno()


def _starts(python: Path) -> bool:
    """Whether an environment's Python starts, is of this version, and has pip."""
    code = "import pip, sys; print('{}.{}'.format(*sys.version_info))"
    try:
        answer = subprocess.run([python, "-I", "-c", code], capture_output=True, text=True, check=False).stdout
    except OSError:
        return False
    return answer.strip() == PYTHON_VERSION


def _watched(
    command: Sequence[str | Path], log: Path, lock: int = -1, folder: Path | None = None, **environment: str
) -> tuple[int, str]:
    """Runs a tool that writes into the log, and shows how it gets on; returns its status and its words.

    It writes into a file, not a pipe, and inherits the lock: should this script be killed, the tool still ends
    in good order, and the next call waits for it.
    """
    inherited = (lock,) if lock >= 0 and sys.platform != "win32" else ()
    with log.open("ab") as out, log.open(encoding="utf-8", errors="replace") as lines:
        out.write(f"\n$ {' '.join(map(str, command))}\n".encode())
        out.flush()
        start = lines.seek(0, os.SEEK_END)
        shown = time.monotonic()
        start_tool = partial(subprocess.Popen, stdin=subprocess.DEVNULL, stdout=out, stderr=out, pass_fds=inherited)
        with start_tool(command, cwd=folder, env=os.environ | environment) as process:
            while process.poll() is None:
                time.sleep(0.1)
                news = [" ".join(filter(None, found.groups())) for found in map(TELLING.match, lines) if found]
                if not news and time.monotonic() - shown > 15:
                    news = [f"still at it, {time.monotonic() - STARTED:.0f} s"]
                for piece in news:
                    shown = time.monotonic()
                    say(f"             {piece}")
        lines.seek(start)
        return process.returncode, lines.read()


def _insist(what: str, outcome: tuple[int, str], log: Path) -> None:
    """Ends the call if a tool has failed."""
    if outcome[0]:
        raise CannotGoOnError(f"{what}: {why_it_failed(outcome[1])}, then call again. All that was said: {log}")


def _look_for_packages(level: str, *, new_environment: bool) -> list[str]:
    """Debian packages that are missing; none where apt does not keep the system."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return []
    has_ensurepip = not new_environment or importlib.util.find_spec("ensurepip") is not None
    needed = needed_packages(level, has_ensurepip=has_ensurepip)
    query = ["dpkg-query", "--show", "--showformat=${Package} ${db:Status-Status}\n", *needed, *RENAMED.values()]
    return missing_packages(needed, subprocess.run(query, capture_output=True, text=True, check=False).stdout)


def _typeface() -> list[str]:
    """The package of a typeface with Japanese letters; none where the system has one."""
    lister = shutil.which("fc-list")
    if lister is None:
        return [TYPEFACE]
    listing = subprocess.run([lister, ":lang=ja", "family"], capture_output=True, text=True, check=False).stdout
    return [] if listing.strip() else [TYPEFACE]


def _administrator(packages: Sequence[str]) -> list[str]:
    """What to put before a command that changes the system; ends the call where this is not allowed."""
    if os.access("/var/lib/dpkg", os.W_OK):
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0:
        return [sudo, "-n"]
    has_lists = any(Path("/var/lib/apt/lists").glob("*_Packages*"))
    command = command_to_type(packages, has_sudo=sudo is not None, has_lists=has_lists)
    raise CannotGoOnError(f"Debian packages are missing; install them with this command, then call again:\n{command}")


def _install_packages(log: Path, prefix: Sequence[str], packages: Sequence[str]) -> None:
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C"]
    apt = [*quiet, "apt-get", "-o", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    _watched([*quiet, "dpkg", "--configure", "-a"], log)  # in case an earlier installation was cut off
    outcome = _watched(install, log)
    if outcome[0]:  # the lists of packages are missing or too old
        updated = _watched([*apt, "update"], log)
        outcome = updated if updated[0] else _watched(install, log)
    _insist("The Debian packages could not be installed", outcome, log)


def _make_environment(checkout: Checkout, lock: int) -> None:
    checkout.clear()
    base = str(getattr(sys, "_base_executable", sys.executable))  # this Python may itself run in an environment
    outcome = _watched([base, "-I", "-m", "venv", checkout.venv], checkout.log, lock)
    _insist("Python's virtual environment could not be made", outcome, checkout.log)
    checkout.mark_done({"place": checkout.wanted("run")["place"]})


def _install_libraries(checkout: Checkout, level: str, lock: int) -> None:
    """The project itself, editable, with its libraries in the versions of constraints.txt."""
    import tomllib

    project = tomllib.loads((checkout.root / "pyproject.toml").read_text(encoding="utf-8"))
    tools = project["dependency-groups"]["dev"] if level == "test" else []
    options = ["--disable-pip-version-check", "--no-input", "--constraint", "constraints.txt"]
    install = ["-m", "pip", "install", *options, "--editable", ".", *tools]
    before = checkout.done()
    checkout.stamp.unlink()
    outcome = _watched([checkout.python, "-I", *install], checkout.log, lock, folder=checkout.root)
    if outcome[0] == 0 or "Installing collected packages" not in outcome[1]:
        checkout.mark_done(before)  # if pip gave up, it was before it changed anything
    _insist("The Python libraries could not be installed", outcome, checkout.log)
    # A plain line finds the checkout 10 ms sooner than setuptools' finder, at every start; it is relative because
    # Python reads it in the encoding of the day.
    for line in checkout.venv.rglob("__editable__.bluebook_desktop-*.pth"):
        line.write_text(os.path.relpath(checkout.root, line.parent), encoding="ascii")
    trial: list[str | Path] = [checkout.python, "-I", "-c", "import PySide6.QtWidgets"]
    _insist("Qt does not start here", _watched(trial, checkout.log, QT_QPA_PLATFORM="offscreen"), checkout.log)


def run(checkout: Checkout, args: Sequence[str]) -> int:
    """Opens the program, or draws its window into a picture where there is no display."""
    set_up(checkout, "run")
    # -P: a file in the folder from which it is called never stands for a library.
    program = [str(checkout.python), "-P", "-m", "bluebook_desktop", *args]
    needs_window = NEEDS_NO_WINDOW.isdisjoint(arg.partition("=")[0] for arg in args)
    if needs_window and not has_display(sys.platform, os.environ):
        return _draw(checkout, program)
    if sys.platform != "win32":
        os.execv(program[0], program)  # noqa: S606 - no shell is wanted
    return subprocess.call(program)


def _draw(checkout: Checkout, program: Sequence[str | Path]) -> int:
    """The window as a picture, and a search, for a machine without a display."""
    picture = checkout.root / "build" / "main-window.png"
    picture.parent.mkdir(exist_ok=True)
    status = subprocess.call([*program, "--screenshot", picture])
    if status:
        raise CannotGoOnError("There is no display here, and the window could not be drawn without one.", status)
    say(f'There is no display here; this is a picture of the main window:\n{picture}\n\n$ bluebook search "rock solid"')
    status = subprocess.call([checkout.scripts / "bluebook", "search", "rock solid"])
    if status:
        raise CannotGoOnError("The sample search failed; take .venv away and call this once more.", status)
    return 0


def test(checkout: Checkout, args: Sequence[str]) -> int:
    """Runs every check even after one has failed; pytest comes last, so that its closing line does, too."""
    set_up(checkout, "test")
    checks: dict[str, list[str | Path]] = {
        "ruff check": [checkout.scripts / "ruff", "check", "--quiet"],
        "ruff format --check": [checkout.scripts / "ruff", "format", "--check", "--quiet"],
        "mypy --strict": [checkout.python, "-m", "mypy", "--strict", "bluebook_desktop", "dev.py", "packaging/build"],
        "import-linter": [checkout.scripts / "lint-imports"],
        "pytest": [checkout.python, "-m", "pytest", *args],
    }
    statuses: dict[str, int] = {}
    for name, command in checks.items():
        say(f"== {name}")
        statuses[name] = subprocess.call(command, cwd=checkout.root)
    failed = [name for name, status in statuses.items() if status]
    if failed:
        say(f"Failed: {', '.join(failed)}.")
    return statuses[failed[0]] if failed else 0


def bench(checkout: Checkout, args: Sequence[str]) -> int:
    """Runs one of the benchmarks, or names them."""
    names = sorted(path.stem for path in (checkout.root / "benchmarks").glob("[!_]*.py"))
    if not args or args[0] not in names:
        problem = f"There is no benchmark '{args[0]}'." if args else "A benchmark's name is missing."
        raise CannotGoOnError(f"{problem} There are: {', '.join(names) or 'none'}.", 2)
    set_up(checkout, "test")
    return subprocess.call([checkout.python, checkout.root / "benchmarks" / f"{args[0]}.py", *args[1:]])


def pictures(checkout: Checkout, args: Sequence[str]) -> int:
    """Draws the pictures of the manual anew."""
    set_up(checkout, "run")
    return subprocess.call([checkout.python, checkout.root / "docs" / "make_pictures.py", *args])


def build(checkout: Checkout, args: Sequence[str]) -> int:
    """Builds packages into `dist/` in environments of their own (packaging/build)."""
    return _packaging(checkout, "build", args)


def verify_package(checkout: Checkout, args: Sequence[str]) -> int:
    """Takes what was built through fresh systems (packaging/build/verify.py)."""
    return _packaging(checkout, "build.verify", args)


def _packaging(checkout: Checkout, module: str, args: Sequence[str]) -> int:
    # -P: nothing in the folder from which it is called stands for a library; "build" itself is found by PYTHONPATH.
    places = os.environ | {"PYTHONPATH": str(checkout.root / "packaging"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.call([sys.executable, "-P", "-m", module, *args], env=places)


def setup(checkout: Checkout, args: Sequence[str]) -> int:
    """Only sets up, for `run` or for `test`."""
    if list(args) not in ([], ["run"], ["test"]):
        raise CannotGoOnError(f"'setup' takes 'run' or 'test', not '{' '.join(args)}'.", 2)
    set_up(checkout, args[0] if args else "run")
    return 0


USAGE = """Type python3 dev.py and one of:
  run [ARGUMENTS]         open the program; the arguments are its own
  test [ARGUMENTS]        ruff, mypy, import-linter and pytest; the arguments are pytest's
  bench NAME [ARGUMENTS]  run benchmarks/NAME.py
  pictures                draw the pictures of the manual anew
  build [TARGET ...]      build packages into dist/; --help lists the targets
  verify-package          install what was built in fresh systems, and prove that it works
  setup [test]            set up for run (or for test) and do no more"""
VERBS = {verb.__name__.replace("_", "-"): verb for verb in (run, test, bench, pictures, build, verify_package, setup)}


def main(argv: Sequence[str], root: Path) -> int:
    """Does what the arguments ask; everything foreseen that goes wrong is one sentence on stderr."""
    if argv and argv[0] in ("-h", "--help"):
        say(USAGE)
        return 0
    try:
        if not argv or argv[0] not in VERBS:
            raise CannotGoOnError(f"There is no '{argv[0]}'. {USAGE}" if argv else USAGE, 2)
        return VERBS[argv[0]](Checkout(root), argv[1:])
    except CannotGoOnError as problem:
        print(problem, file=sys.stderr)
        return problem.status
    except OSError as problem:
        print(f"This cannot go on: {problem}.", file=sys.stderr)
    except KeyboardInterrupt:
        print("Interrupted; the same command takes it up again.", file=sys.stderr)
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent))
