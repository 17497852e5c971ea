"""The program as it is started: options, pictures, and what it says where there is no display."""

import ctypes
import gc
import os
import struct
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bluebook_desktop import __version__
from bluebook_desktop.__main__ import main

NO_DISPLAY = (
    "bluebook-desktop: There is no display to open a window on; use the command line (bluebook --help), "
    "or --screenshot FILE for a picture of the window.\n"
)
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def run(home: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run the program with no display unless `changes` to the environment give one."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND_"))}
    kept.pop("DISPLAY", None)
    environment = kept | {"BLUEBOOK_HOME": str(home)} | changes
    return subprocess.run(
        [sys.executable, "-m", "bluebook_desktop", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def size_of(png: Path) -> tuple[int, int]:
    content = png.read_bytes()
    assert content.startswith(b"\x89PNG")
    return struct.unpack(">II", content[16:24])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--nonsense"], "There is no option --nonsense; bluebook-desktop --help lists them."),
        (["--tab"], "--tab needs a value; bluebook-desktop --help tells which."),
        (["--tab", "map"], "--tab takes reader, timeline, facilities, quotations or people, not “map”."),
        (["--theme=red"], "--theme takes system, light or dark, not “red”."),
        (["--size", "12"], "--size takes a width and a height such as 1280x800, not “12”."),
        (["--scale", "9"], "--scale takes a number from 0.5 to 4, not “9”."),
        (["2021-en/4.2.2", "2021-en/4.2.2/3"], "One place can be opened at a time."),
        (
            ["bluebook:nowhere"],
            "“bluebook:nowhere” is not a place in the library; a place looks like bluebook:2021-en/4.2.2/12.",
        ),
    ],
)
def test_wrong_use_is_one_sentence_and_status_2(home: Path, arguments: list[str], said: str) -> None:
    ended = run(home, *arguments)
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"bluebook-desktop: {said}\n")


def test_the_version(home: Path) -> None:
    ended = run(home, "--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"Bluebook Desktop {__version__}\n", "")


def test_help_names_every_option(home: Path) -> None:
    ended = run(home, "--help")
    assert ended.returncode == 0
    for option in (
        "PLACE",
        "--screenshot",
        "--tab",
        "--search",
        "--check",
        "--theme",
        "--size",
        "--scale",
        "--self-test",
        "--version",
    ):
        assert option in ended.stdout


def test_a_commands_name_reaches_the_command_line(home: Path) -> None:
    ended = run(home, "search", "rock solid")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "rock-solid" in ended.stdout


def test_so_does_one_of_two_words(home: Path) -> None:
    ended = run(home, "check-quote", "the rock-solid Alliance")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("Exact")


def test_an_unknown_command_is_the_command_lines_to_refuse(home: Path) -> None:
    ended = run(home, "serch", "rock solid")
    assert ended.returncode == 2
    assert "serch" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_on_windows_a_program_without_output_shows_a_box(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    class User32:
        def MessageBoxW(self, owner: None, text: str, title: str, kind: int) -> int:  # noqa: N802 - Windows' name
            shown.append(f"{title}: {text}")
            return 1

    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=User32()), raising=False)
    monkeypatch.setattr(gc, "disable", lambda: None)  # these tests go on
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "argv", ["bluebook-desktop", "--nonsense"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert shown == [
        "Bluebook Desktop: bluebook-desktop: There is no option --nonsense; bluebook-desktop --help lists them."
    ]


@linux
@pytest.mark.parametrize("display", ["", ":7393"], ids=["none", "one that nobody answers"])
def test_without_display_it_says_so_and_opens_nothing(home: Path, display: str) -> None:
    ended = run(home, **({"DISPLAY": display} if display else {}))
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", NO_DISPLAY)


@pytest.mark.parametrize(
    ("options", "changes", "size"),
    [
        ([], {}, (1280, 800)),
        (["--size", "640x400", "--scale", "2", "--theme", "dark"], {}, (1280, 800)),
        (["--size=800x600", "--scale=1.5", "--tab=timeline"], {"DISPLAY": ":7393"}, (1200, 900)),
    ],
    ids=["as it is", "small, twice", "with a display that nobody answers"],
)
def test_a_picture_has_the_size_times_the_scale(
    home: Path, tmp_path: Path, options: list[str], changes: dict[str, str], size: tuple[int, int]
) -> None:
    picture = tmp_path / "picture.png"
    ended = run(home, "--screenshot", str(picture), *options, **changes)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert size_of(picture) == size


def test_a_picture_that_cannot_be_written_is_said(home: Path, tmp_path: Path) -> None:
    path = tmp_path / "no-such-folder" / "a.png"
    ended = run(home, "--screenshot", str(path))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"bluebook-desktop: The picture cannot be written to {path}.\n"


def test_a_picture_of_a_search_shows_results(home: Path, tmp_path: Path) -> None:
    plain, found = tmp_path / "plain.png", tmp_path / "found.png"
    assert run(home, "--screenshot", str(plain)).returncode == 0
    assert run(home, "--screenshot", str(found), "--search", "rock solid").returncode == 0
    assert plain.read_bytes() != found.read_bytes()


def test_the_window_changes_nothing_for_a_picture(home: Path, tmp_path: Path) -> None:
    run(home, "--screenshot", str(tmp_path / "a.png"), "--theme", "dark", "--tab", "quotations")
    assert not (home / "settings.conf").exists()


def test_choosing_window_or_command_line_loads_neither() -> None:
    program = "import sys, bluebook_desktop.__main__; print([m for m in sys.modules if m.split('.')[0] in "
    program += "('PySide6', 'click', 'sqlite3', 'sqlite_utils')])"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout == "[]\n"


@pytest.mark.parametrize("option", ["--screenshot=/nowhere/a.png", "--self-test"])
def test_a_library_that_the_system_lacks_is_one_sentence(home: Path, option: str) -> None:
    program = (
        "import sys\nclass Lacking:\n    def find_spec(self, name, *rest):\n        if name == 'PySide6.QtWidgets':\n"
    )
    program += (
        "            raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')\n"
    )
    program += f"sys.meta_path.insert(0, Lacking())\nsys.argv = ['bluebook-desktop', {option!r}]\n"
    program += "from bluebook_desktop.__main__ import main\nmain()"
    environment = {**os.environ, "BLUEBOOK_HOME": str(home)}
    ended = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    said = "This system lacks the library libEGL.so.1; docs/install.md names the package that has it."
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"bluebook-desktop: {said}\n")
