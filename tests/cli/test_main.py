import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bluebook_desktop import __version__
from bluebook_desktop.cli.main import COMMANDS, commands
from bluebook_desktop.paths import UserFolders

from .conftest import Run

PROGRAM = [sys.executable, "-m", "bluebook_desktop.cli.main"]


def run(*arguments: str | bytes, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [*PROGRAM, *arguments], env={**os.environ, **environment}, capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(bluebook: Run, name: str) -> None:
    result = bluebook(name, "--help")
    assert result.exit_code == 0
    assert f"Example:\n    bluebook {name}" in result.stdout
    assert "--json" in result.stdout


def test_help_uses_plain_words(bluebook: Run) -> None:
    texts = [bluebook(name, "--help").stdout for name in COMMANDS]
    for word in ("FTS", "EDTF", "SQL", "regex"):
        assert not [text for text in texts if word in text]


def test_the_version_is_told(bluebook: Run) -> None:
    assert bluebook("--version").stdout == f"Bluebook Desktop {__version__}\n"


def test_without_a_command_the_help_is_shown(bluebook: Run) -> None:
    assert "Commands:\n  search " in bluebook().stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["searhc"], "No such command 'searhc' (“bluebook --help” tells how it is used).\n"),
        (["search"], "Missing argument 'WORDS...' (“bluebook search --help” tells how it is used).\n"),
        (["read", "99"], "There is no ¶ 99: the section has ¶ 1 to ¶ 36.\n"),
        (["read", "0"], "There is no ¶ 0: the section has ¶ 1 to ¶ 36.\n"),
        (["read", "15-12"], "¶ 15 to ¶ 12 runs backwards.\n"),
        (
            ["read", "here"],
            "“here” is not a place in the library; a place looks like bluebook:2021-en/4.2.2/12.\n",
        ),
        (["read", "--section", "9.9"], "The library has no section “9.9”; it has 2021-en/4.2.2.\n"),
        (["read", "2020-en/4.2.2/3"], "The library has no section “2020-en/4.2.2”; it has 2021-en/4.2.2.\n"),
        (["cite"], "Say which place or which quotation to cite; “bluebook cite --help” has an example.\n"),
        (["cite", "--quotation", "x"], "There is no quotation “x”; “bluebook quotations” prints the ids.\n"),
    ],
)
def test_wrong_use_is_told_in_one_sentence(home: UserFolders, bluebook: Run, arguments: list[str], said: str) -> None:
    result = bluebook(*arguments)
    assert result.exit_code == 2
    assert result.stderr == said
    assert result.stdout == ""


def test_wrong_values_are_told_in_one_line(home: UserFolders, bluebook: Run) -> None:
    for arguments in (
        ["timeline", "--kind", "war"],
        ["timeline", "--from", "2020-13"],
        ["search", "x", "--limit", "0"],
        ["search", "x", "--limit", "many"],
        ["search", "x", "--limti", "3"],
        ["export", "--format", "xml"],
    ):
        result = bluebook(*arguments)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1
        assert "Traceback" not in result.stderr
        assert ". " not in result.stderr


def test_a_closed_pipe_ends_quietly(home: UserFolders) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        ended = subprocess.run([*PROGRAM, "export"], stdout=closed, stderr=subprocess.PIPE, timeout=60, check=False)
    assert ended.stderr == b""
    assert ended.returncode == 141


def test_a_file_that_cannot_be_used_is_not_taken_for_the_output(
    home: UserFolders, bluebook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied", "/somewhere/library.db")

    monkeypatch.setattr("bluebook_desktop.services.library.signature", denied)
    result = bluebook("read")
    assert (result.exit_code, result.stderr) == (2, "/somewhere/library.db cannot be used: permission denied.\n")


def test_a_closed_pipe_is_one_also_where_windows_calls_it_an_argument(
    home: UserFolders, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(text: str) -> int:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys.stdout, "write", write)
    monkeypatch.setattr("bluebook_desktop.cli.main._leave_pipe", lambda status: status)
    with pytest.raises(SystemExit) as ended:
        commands.main(["editions"])
    assert ended.value.code == 141
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_output_that_cannot_be_written_is_told_in_one_sentence(home: UserFolders) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run([*PROGRAM, "read"], stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert ended.stderr.decode() == "The answer cannot be written: no space left on device.\n"
    assert ended.returncode == 2


def test_an_interruption_leaves_with_130(bluebook: Run, home: UserFolders, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bluebook_desktop.services.library.open_library", interrupted)
    result = bluebook("contents")
    assert result.exit_code == 130
    assert "Traceback" not in result.stderr


def test_an_ascii_terminal_gets_stand_ins_and_json_stays_utf_8(home: UserFolders) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    plain = run("read", "8", **environment)
    assert plain.returncode == 0
    assert (
        b'P. 8  President Trump sent a congratulatory message for the reception praising that "the rock' in plain.stdout
    )
    exported = run("read", "8", "--json", **environment)
    assert "praising that “the rock-solid Alliance" in exported.stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="arguments are bytes on POSIX alone")
def test_an_argument_that_is_no_utf_8_is_searched_for(home: UserFolders) -> None:
    for arguments in ((b"search", b"\xff\xfe"), (b"search", b"--json", b"\xe9alliance")):
        ended = run(*arguments)
        assert ended.returncode in (0, 1)
        assert ended.stderr == b""


def test_nothing_heavy_is_imported_for_a_search(home: UserFolders) -> None:
    heavy = "('sqlite_utils', 'syntok', 'PySide6', 'tomllib', 'bluebook_desktop.sources', 'bluebook_desktop.curated')"
    code = f"""
import sys
from bluebook_desktop.cli.main import commands
try:
    commands.main(["search", "rock solid"])
except SystemExit:
    print([name for name in {heavy} if name in sys.modules])
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout.splitlines()[-1] == "[]"
