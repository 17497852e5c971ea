"""What a terminal shows: the program runs on a pseudo-terminal of a given width."""

import io
import os
import subprocess
import sys

import pytest

from bluebook_desktop.cli.output import Output
from bluebook_desktop.paths import UserFolders

if os.name == "nt":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

import fcntl
import pty
import struct
import termios

PROGRAM = [sys.executable, "-m", "bluebook_desktop.cli.main"]


def on_terminal(*arguments: str, columns: int = 60, **environment: str) -> str:
    try:
        main, terminal = pty.openpty()
    except OSError as error:  # a container without /dev/pts
        pytest.skip(f"no terminal to be had here: {error}")
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "TERM")}
    with subprocess.Popen(
        [*PROGRAM, *arguments], stdin=terminal, stdout=terminal, stderr=terminal, env={**clean, **environment}
    ) as running:
        os.close(terminal)
        shown = b""
        while True:
            try:
                piece = os.read(main, 4096)
            except OSError:  # how Linux tells that the other side has closed
                break
            if not piece:
                break
            shown += piece
        running.wait(60)
    os.close(main)
    return shown.decode().replace("\r\n", "\n")


def test_text_is_wrapped_to_the_terminal(home: UserFolders) -> None:
    shown = on_terminal("read", "12", columns=60, NO_COLOR="1")
    lines = shown.splitlines()
    assert len(lines) > 20
    assert max(map(len, lines)) <= 60
    assert lines[1].startswith("      ")


def test_matched_words_are_marked(home: UserFolders) -> None:
    assert "the \x1b[1;4mseamless" not in on_terminal("search", "seamless")
    assert "“\x1b[1;4mseamless\x1b[0m” responses" in on_terminal("search", "seamless", columns=200)


def test_no_color_and_a_dumb_terminal_turn_marks_off(home: UserFolders) -> None:
    assert "\x1b" not in on_terminal("search", "rock solid", NO_COLOR="1")
    assert "\x1b" not in on_terminal("search", "rock solid", TERM="dumb")


def test_a_pipe_gets_one_line_for_a_passage_and_no_marks(home: UserFolders) -> None:
    shown = subprocess.run([*PROGRAM, "read", "12"], capture_output=True, text=True, timeout=60, check=True).stdout
    assert "\x1b" not in shown
    assert shown.splitlines()[0].startswith("¶ 12  The Guidelines for Japan-U.S. Defense Cooperation, which")
    assert shown.splitlines()[0].endswith("to confirm their outcomes.")


def test_json_is_indented_on_a_terminal_alone(home: UserFolders) -> None:
    assert '{\n  "section"' in on_terminal("contents", "--json", columns=200)
    shown = subprocess.run([*PROGRAM, "contents", "--json"], capture_output=True, timeout=60, check=True).stdout
    assert shown.count(b"\n") == 1
    assert shown.endswith(b"}\n")


@pytest.mark.parametrize(
    ("platform", "chosen", "encoding"),
    [("win32", "", "utf-8"), ("win32", "cp932", "cp932"), ("linux", "", "cp932")],
    ids=["on Windows", "unless an encoding was asked for", "elsewhere as it is set"],
)
def test_a_pipe_gets_utf_8_on_windows_whatever_its_code_page(
    monkeypatch: pytest.MonkeyPatch, platform: str, chosen: str, encoding: str
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp932", newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("PYTHONIOENCODING", chosen)
    Output().line("¶ 12 “同盟”")
    stream.flush()
    assert stream.buffer.getvalue() == "¶ 12 “同盟”\n".encode(encoding)
