"""What a desktop brings and a bare system lacks: input methods (ibus, fcitx5) that write Japanese, and Wayland."""

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from build import common
from build.proofs import PICTURES, Installed
from build.screen import Screen, wait_for
from build.trees import IDS, READER, Tree, end

#: Far from all that the package asks for, so that these are the last proofs of a tree.
_PACKAGES = ("dbus", "ibus", "fcitx5", "fcitx5-modules")
_WORDS = "日本"
_TEXT = (
    "2 日米安全保障体制\n\n日本を取り巻く安全保障環境が厳しさを増す中、日米安全保障体制を強化することが不可欠である。\n"
)
_HEARD = "tmp/heard-of-ibus"
#: Its own engine writes any character by its number in Unicode: no dictionary, nothing that guesses.
_IBUS = f"""
ibus-daemon --daemonize --panel disable --config disable --cache none
until [ "$(ibus engine)" = xkb:us::eng ]; do ibus engine xkb:us::eng; sleep 0.2; done
dbus-monitor --address "$(ibus address)" > /{_HEARD} &
exec "$0"
"""
_FCITX = """
fcitx5 -d
until cat "$HOME"/.config/ibus/bus/*; do sleep 0.2; done
exec "$0"
"""
_UNDECIDED = re.compile(r"member=UpdatePreeditText(?:.*\n){1,12}? +string \"u65e5\"")
#: More pixels than a caret has, and fewer than a word.
_CARET = 120
_SOCKET = "wayland-bluebook"
_RUNTIME = "/run/bluebook"


def verify(installed: Installed, name: str) -> None:
    """All of it, in a tree in which the program is installed; `name` begins the pictures' names."""
    tree = installed.tree
    _wayland(installed, f"{name}-wayland")
    tree.install(*_PACKAGES)
    tree.run(["dbus-uuidgen", "--ensure"], check=True)  # a bare tree has no number of a machine, by which Qt finds ibus
    (tree.root / "srv" / "japanese.txt").write_text(_TEXT, "utf-8")
    command = [installed.line, "import", "--edition", "2021-ja", "--section", "4.2.2", "/srv/japanese.txt"]
    tree.run(command, READER, env={"LC_ALL": "C.UTF-8"}, check=True)
    _through_ibus(installed, f"{name}-ibus")
    _through_fcitx(installed, f"{name}-fcitx5")


@contextmanager
def _session(installed: Installed, script: str, module: str) -> Iterator[bool]:
    """A reader's session with an input method and the window, whose search field has the keys; gone afterwards."""
    tree, screen = installed.tree, installed.screen
    env = {"DISPLAY": screen.display, "LANG": "C.UTF-8", "QT_IM_MODULE": module}
    words = tree.command(["dbus-run-session", "--", "sh", "-c", script, installed.window], READER, env=env)
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        shown = wait_for(lambda: bool(screen.windows()))
        time.sleep(3)
        screen.type("key", "ctrl+k")
        time.sleep(1)
        yield shown
        screen.type("key", "ctrl+q")  # the session ends with its window
        wait_for(lambda: process.poll() is not None, 20)
    finally:
        end(process)


def _through_ibus(installed: Installed, picture: str) -> None:
    """What is not decided yet is drawn in the field; what is chosen is searched for."""
    screen, report = installed.screen, installed.report
    _forget_searches(installed.tree)
    with _session(installed, _IBUS, "ibus") as shown:
        before = screen.pixels()
        screen.type("key", "ctrl+shift+u")
        screen.type("type", "--delay", "80", "65e5")
        heard = installed.tree.root / _HEARD
        told = wait_for(lambda: heard.exists() and bool(_UNDECIDED.search(heard.read_text("utf-8", "replace"))), 20)
        drawn = wait_for(lambda: _differences(before, screen.pixels()) > _CARET, 20)
        report.prove("ibus: letters not decided on are drawn in the search field", shown and told and drawn)
        screen.type("key", "space")
        screen.type("key", "ctrl+shift+u")
        screen.type("type", "--delay", "80", "672c")
        screen.type("key", "space")
        searched = _leads_there(installed.tree, screen)
        _keep(screen, picture)
    report.prove(f"ibus: {_WORDS} is chosen, searched for and found", searched, f"dist/pictures/{picture}.png")


def _through_fcitx(installed: Installed, picture: str) -> None:
    """The same by fcitx5, which answers Qt's plugin for ibus, and is asked for by its own name."""
    screen = installed.screen
    _forget_searches(installed.tree)
    with _session(installed, _FCITX, "fcitx"):
        for character in _WORDS:
            screen.type("key", "ctrl+alt+shift+u")
            time.sleep(0.5)
            screen.type("type", "--delay", "80", f"U+{ord(character):x}")
            time.sleep(1)
            screen.type("key", "Return")  # takes the character; the field does not hear of this key
            time.sleep(0.5)
        searched = _leads_there(installed.tree, screen)
        _keep(screen, picture)
    installed.report.prove(
        f"fcitx5: {_WORDS} is chosen, searched for and found", searched, f"dist/pictures/{picture}.png"
    )


def _notebook(tree: Tree) -> Path:
    return tree.root / f"home/{READER}/.local/share/{common.NAME}/notebook.db"


def _forget_searches(tree: Tree) -> None:
    with closing(sqlite3.connect(_notebook(tree))) as notebook, notebook:
        notebook.execute("DELETE FROM searches")


def _leads_there(tree: Tree, screen: Screen) -> bool:
    """Return goes to what was found, and only then does the notebook keep the words as they stand in the field."""
    for _ in range(5):
        time.sleep(1)
        screen.type("key", "Return")
        if wait_for(lambda: _WORDS in _searches(tree), 3):
            return True
    return False


def _searches(tree: Tree) -> list[str]:
    with (
        contextlib.suppress(sqlite3.Error),
        closing(sqlite3.connect(f"file:{_notebook(tree)}?mode=ro", uri=True)) as one,
    ):
        return [text for (text,) in one.execute("SELECT text FROM searches")]
    return []


def _differences(one: bytes, other: bytes) -> int:
    """How many pixels of four bytes differ."""
    return sum(one[at : at + 4] != other[at : at + 4] for at in range(0, len(one), 4))


def _keep(screen: Screen, picture: str) -> None:
    time.sleep(1)
    PICTURES.mkdir(parents=True, exist_ok=True)
    (PICTURES / f"{picture}.png").write_bytes(screen.picture())


def _wayland(installed: Installed, picture: str) -> None:
    """A compositor without a screen, on the host so that the tree stays bare, and no X server."""
    with tempfile.TemporaryDirectory() as place, _compositor(Path(place)) as socket:
        mounts = [f"mkdir -p ROOT{_RUNTIME}", f"mount --bind {socket.parent} ROOT{_RUNTIME}"]
        env = {"XDG_RUNTIME_DIR": _RUNTIME, "WAYLAND_DISPLAY": _SOCKET, "LANG": "C.UTF-8"}
        done = installed.tree.run([installed.window, "--self-test"], READER, mounts=mounts, env=env)
        display = re.search(r"^ok +Display: wayland, .*$", done.out, re.MULTILINE)
        right = done.status == 0 and display is not None
        installed.report.prove("Wayland: self-test", right, display[0] if display else done.words)
        empty = _photograph(socket.parent)
        command = installed.tree.command([installed.window], READER, mounts=mounts, env=env)
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        time.sleep(8)
        shot = _photograph(socket.parent)
        alive = process.poll() is None
        end(process)
        said = process.stderr.read().strip() if process.stderr else ""
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{picture}.png").write_bytes(shot)
        shown = alive and len(shot) > len(empty) * 1.2 and not said
        installed.report.prove("Wayland: the window", shown, f"dist/pictures/{picture}.png" if shown else said)


@contextmanager
def _compositor(folder: Path) -> Iterator[Path]:
    """A weston for the reader's user; the socket that it listens at."""
    socket = folder / _SOCKET
    size = ["--width=1280", "--height=800"]
    command = [common.tool("weston", "weston"), "--backend=headless-backend.so", "--use-pixman", *size]
    options = [f"--socket={_SOCKET}", "--idle-time=0", "--no-config", "--debug"]  # debug: pictures may be taken
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder)}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen([*command, *options], env=environment, stdout=quiet, stderr=quiet)
    try:
        if not wait_for(socket.exists, 20):
            raise common.BuildError("weston does not start.")
        time.sleep(2)
        for path in (folder, socket):
            shutil.chown(path, IDS[READER], IDS[READER])
        yield socket
    finally:
        process.terminate()
        process.wait()


def _photograph(folder: Path) -> bytes:
    """What weston shows, as PNG."""
    environment = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "WAYLAND_DISPLAY": _SOCKET}
    tool = common.tool("weston-screenshooter", "weston")
    with tempfile.TemporaryDirectory() as place:
        subprocess.run([tool], env=environment, cwd=place, check=False, timeout=60, capture_output=True)
        pictures = list(Path(place).glob("*.png"))
        return pictures[0].read_bytes() if pictures else b""
