"""Japanese typed through a real input method, ibus with anthy on a bus of the reader's own, into the search field."""

import re
import subprocess
import time

from build.proofs import PICTURES, Report
from build.screen import Screen, wait_for
from build.trees import READER, Tree

#: Far from all that the package asks for, so that this is the last proof of a tree.
_PACKAGES = ("dbus", "ibus", "ibus-anthy")
_HEARD = "tmp/heard-of-ibus"
_SAID = "tmp/said-by-ibus"
_SESSION = f"""
exec > /{_SAID} 2>&1
ibus-daemon --daemonize --panel disable --config disable --cache none
until [ "$(ibus engine)" = anthy ]; do ibus engine anthy; sleep 0.2; done
dbus-monitor --address "$(ibus address)" > /{_HEARD} &
exec "$0"
"""
_UNDECIDED = re.compile(r"\bUpdatePreeditText\w*$(?:\n .*){1,12}?\n +string \"にほ", re.MULTILINE)
_CHOSEN = re.compile(r"\bCommitText$(?:\n .*){1,12}?\n +string \"にほん\"", re.MULTILINE)


def verify(tree: Tree, report: Report, screen: Screen, window: str, picture: str) -> None:
    """Letters become kana under the hands, and with Return words in the field, which are searched for."""
    tree.install(*_PACKAGES)
    tree.run(["dbus-uuidgen", "--ensure"])  # ibus and Qt find each other by the machine's id, which no bare tree has
    env = {"DISPLAY": screen.display, "LANG": "C.UTF-8", "QT_IM_MODULE": "ibus"}
    session = ["dbus-run-session", "--", "sh", "-c", _SESSION, window]
    process = subprocess.Popen(
        tree.command(session, READER, env=env), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        shown = wait_for(lambda: bool(screen.windows()))
        time.sleep(2)
        for keys in ("ctrl+k", "ctrl+j"):  # into the field; anthy begins with Latin letters and turns to kana
            screen.type("key", keys)
            time.sleep(1)
        screen.type("type", "--delay", "80", "nihon")
        undecided = wait_for(lambda: bool(_UNDECIDED.search(_read(tree, _HEARD))), 20)
        before = screen.picture()
        screen.type("key", "Return")
        chosen = wait_for(lambda: bool(_CHOSEN.search(_read(tree, _HEARD))), 20)
        changed = wait_for(lambda: screen.picture() != before, 20)
        time.sleep(2)
        PICTURES.mkdir(parents=True, exist_ok=True)
        (PICTURES / f"{picture}.png").write_bytes(screen.picture())
        screen.type("key", "ctrl+q")  # with the window the session ends, and ibus with it
        wait_for(lambda: process.poll() is not None, 20)
    finally:
        process.kill()
        process.wait()
    detail = f"dist/pictures/{picture}.png"
    if not (shown and undecided and chosen and changed):
        detail = f"{shown=} {undecided=} {chosen=} {changed=}\n{_read(tree, _SAID)}"
    report.prove("Japanese through ibus and anthy", shown and undecided and chosen and changed, detail)


def _read(tree: Tree, place: str) -> str:
    """What a file of the tree has so far."""
    file = tree.root / place
    return file.read_text("utf-8", "replace") if file.exists() else ""
