"""Whether there is a screen is found out before Qt aborts over it."""

import contextlib
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.gui.display import require_display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a display may be missing")

NO_DISPLAY = (
    "There is no display to open a window on; use the command line (bluebook --help), "
    "or --screenshot FILE for a picture of the window."
)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def x_server() -> Iterator[str]:
    """The number of a display at whose socket somebody listens (in the abstract name space: no file is left)."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind("\0/tmp/.X11-unix/X7391")
        server.listen(16)
        yield "7391"


def test_without_any_display_it_says_so() -> None:
    with pytest.raises(BluebookError) as error:
        require_display()
    assert str(error.value) == NO_DISPLAY


@pytest.mark.parametrize("display", [":7392", ":7392.0", "unix:7392", ":", "nonsense", ":x"])
def test_a_display_that_nobody_answers_is_none(monkeypatch: pytest.MonkeyPatch, display: str) -> None:
    monkeypatch.setenv("DISPLAY", display)
    with pytest.raises(BluebookError) as error:
        require_display()
    assert str(error.value) == NO_DISPLAY


def test_a_display_that_answers_is_one(monkeypatch: pytest.MonkeyPatch, x_server: str) -> None:
    for display in (f":{x_server}", f":{x_server}.0", f"unix:{x_server}"):
        monkeypatch.setenv("DISPLAY", display)
        require_display()


def test_a_display_that_takes_no_more_callers_does_not_hang_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":7394")
    with contextlib.ExitStack() as stack:
        server = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
        server.bind("\0/tmp/.X11-unix/X7394")
        server.listen(0)
        waiting = stack.enter_context(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM))
        waiting.connect("\0/tmp/.X11-unix/X7394")
        with pytest.raises(BluebookError):
            require_display()


def test_a_display_of_another_machine_is_left_to_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "far.example:0")
    require_display()


def test_wayland_needs_its_socket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-9")
    with pytest.raises(BluebookError):
        require_display()
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen(1)
        require_display()


def test_a_platform_without_screen_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    require_display()
