"""Finds out whether there is a screen before Qt does: without one Qt aborts and says nothing."""

import os
import sys
from pathlib import Path

from bluebook_desktop.errors import BluebookError

_NO_DISPLAY = (
    "There is no display to open a window on; use the command line (bluebook --help), "
    "or --screenshot FILE for a picture of the window."
)
#: Seconds for an X server to take the call.
_PATIENCE = 2.0


def require_display() -> None:
    """Raise BluebookError where no window can be opened."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "").startswith(
        ("offscreen", "minimal", "vnc", "eglfs", "linuxfb")
    ):
        return
    if os.environ.get("WAYLAND_DISPLAY") and _wayland_answers():
        return
    if os.environ.get("DISPLAY") and _x11_answers(os.environ["DISPLAY"]):
        return
    raise BluebookError(_NO_DISPLAY)


def _wayland_answers() -> bool:
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/nonexistent")) / os.environ["WAYLAND_DISPLAY"]
    return path.exists()


def _x11_answers(display: str) -> bool:
    """Whether a local X server listens; one on another machine is left to Qt."""
    host, _, number = display.rpartition(":")
    if host not in ("", "unix"):
        return True
    import socket  # noqa: PLC0415 - only where there is an X server to ask

    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"  # noqa: S108 - where X servers listen
    for address in (path, f"\0{path}"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
            probe.settimeout(_PATIENCE)
            try:
                probe.connect(address)
            except OSError:  # nobody listens there
                continue
            return True
    return False
