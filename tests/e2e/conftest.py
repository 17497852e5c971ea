"""A screen of its own (Xvfb with a window manager), and the program started on it as a user starts it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_NEEDED = ("Xvfb", "openbox", "xdotool")
#: Seconds; far more than anything takes on a slow machine.
PATIENCE = 60.0


def _missing() -> str:
    if not sys.platform.startswith("linux"):
        return "real windows are tried on Linux"
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    return f"{', '.join(missing)} not installed (python3 dev.py test installs them)" if missing else ""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    reason = _missing()
    for item in items:
        if reason and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=reason))


def wait_for(condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Wait until something is so; fail in words where it never is."""
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            pytest.fail(f"never came: {what}")
        time.sleep(0.02)


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """The name of a display with a window manager; its number is a free one."""
    reader, writer = os.pipe()
    arguments = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen(arguments, pass_fds=(writer,), **quiet)
    os.close(writer)
    with os.fdopen(reader) as told:
        name = f":{told.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env=os.environ | {"DISPLAY": name}, **quiet)
    try:
        assert name != ":", "Xvfb did not start"
        yield name
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(timeout=10)


class Program:
    """One started program."""

    def __init__(self, display: str, home: Path, *arguments: str, accessible: bool = False) -> None:
        """`accessible`: as on a desktop that has a screen reader."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND_"))}
        self._environment = kept | {"DISPLAY": display, "BLUEBOOK_HOME": str(home)}
        if accessible:
            self._environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bluebook_desktop", *arguments],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._window = ""

    def xdotool(self, *arguments: str) -> str:
        """What xdotool answers, or nothing."""
        command = ["xdotool", *arguments]
        ended = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
        return ended.stdout.strip()

    def window(self) -> str:
        """The program's window, once it is shown and complete (it listens for later starts then)."""
        if not self._window:
            search = ("search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Bluebook Desktop")
            wait_for(lambda: self.xdotool(*search) or self.process.poll() is not None, "the window")
            found = self.xdotool(*search)
            assert found, f"the program ended: {self.process.communicate()}"
            self._window = found.split("\n")[0]
        return self._window

    def ready(self) -> "Program":
        """Wait until the window has the keyboard and is complete."""
        window = self.window()
        if (self.home / "library").is_dir():
            wait_for((self.home / "window.sock").exists, "the complete window")
        else:
            time.sleep(1.5)
        self.xdotool("windowactivate", "--sync", window)
        return self

    def press(self, *keys: str) -> None:
        """Press keys such as ``ctrl+k``."""
        self.xdotool("key", "--delay", "30", *keys)

    def write(self, text: str) -> None:
        """Type words."""
        self.xdotool("type", "--delay", "15", text)

    def is_in_front(self) -> bool:
        """Whether the window has the keyboard."""
        return self.xdotool("getactivewindow") == self.window()

    def wait_for_settings(self, words: str) -> None:
        """The settings file is written when the window closes."""
        path = self.home / "settings.conf"
        wait_for(lambda: path.is_file() and words in path.read_text("utf-8"), f"{words} in the settings")

    def quit(self) -> tuple[int, str]:
        """Press Ctrl+Q; exit status and what was said on stderr."""
        self.ready()
        self.press("ctrl+q")
        return self.ended()

    def ended(self) -> tuple[int, str]:
        """Wait for the end; exit status and what was said on stderr."""
        _, error = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, error

    def kill(self) -> None:
        """End it with no chance to tidy up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()


StartProgram = Callable[..., Program]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A user's folder that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def start(display: str, home: Path) -> Iterator[StartProgram]:
    """Starts the program; whatever still runs in the end is killed."""
    started: list[Program] = []

    def begin(*arguments: str, accessible: bool = False) -> Program:
        started.append(Program(display, home, *arguments, accessible=accessible))
        return started[-1]

    yield begin
    for one in started:
        if one.process.poll() is None:
            one.kill()
