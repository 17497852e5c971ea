"""Files are dragged with a real mouse from one real window onto another, imported by the real helper program."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Program, StartProgram, wait_for

TEXT = """Diplomatic Bluebook 2019

Chapter 3

Interests of the Nation

1 Efforts for Peace

In May 2018, Foreign Minister Kono Taro visited Ruritania.

In June 2018, the talks went on.
"""
#: A file manager of one file: what is pressed and moved is dragged.
_SOURCE = """
import sys
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel
class Source(QLabel):
    def mousePressEvent(self, event):
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(one) for one in sys.argv[1:]])
        drag.setMimeData(data)
        print("dragging", flush=True)
        drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
        print("dropped", flush=True)
application = QApplication(["source"])
source = Source("files", windowTitle="source of files")
source.setWindowFlags(Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint)
source.setGeometry(1400, 20, 150, 60)
source.show()
application.exec()
"""


def settings(home: Path) -> dict[str, str]:
    lines = (home / "settings.conf").read_text("utf-8").splitlines()
    return {name: value for name, _, value in (line.partition(" = ") for line in lines)}


def imported(home: Path) -> list[str]:
    path = home / "originals" / "catalogue.json"
    if not path.is_file():
        return []
    return [f"{one['edition']}/{one['section']}" for one in json.loads(path.read_text("utf-8")) if one["active"]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "peace.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def source(display: str, file: Path) -> Iterator[subprocess.Popen[str]]:
    """A window from which the file can be dragged."""
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-c", _SOURCE, str(file)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate()


def front(program: Program) -> str:
    return program.xdotool("getactivewindow", "getwindowname")


def test_a_dropped_file_is_imported_and_opened(start: StartProgram, home: Path, source: subprocess.Popen[str]) -> None:
    program = start("--size", "1000x700").ready()
    program.xdotool("windowmove", "--sync", program.window(), "20", "20")
    wait_for(lambda: program.xdotool("search", "--onlyvisible", "--name", "source of files"), "the source")
    program.xdotool("mousemove", "1475", "50", "mousedown", "1")
    assert source.stdout is not None
    assert source.stdout.readline() == "dragging\n"
    for x in (1300, 1000, 700, 500, 480):
        program.xdotool("mousemove", str(x), "400", "sleep", "0.1")
    program.xdotool("mouseup", "1")
    assert source.stdout.readline() == "dropped\n"
    wait_for(lambda: front(program).startswith("Import"), "the import in front")
    wait_for(lambda: press_until_imported(program, home), "the imported section")
    wait_for(lambda: press_until_open(program), "the opened section")
    assert program.quit() == (0, "")
    assert settings(home)["place"] == "'bluebook:2019-en/3.1/1'"


def press_until_imported(program: Program, home: Path) -> bool:
    """Enter imports, as soon as the files were looked at; while it goes on, Enter does nothing."""
    if imported(home) == ["2019-en/3.1"]:
        return True
    program.xdotool("key", "--delay", "200", "Return")
    return False


def press_until_open(program: Program) -> bool:
    """Once the report is there, Enter opens what was imported."""
    if front(program).startswith("Diplomatic Bluebook 2019"):
        return True
    program.xdotool("key", "--delay", "200", "Return")
    return False


def test_what_another_program_imports_is_shown_when_the_window_comes_to_the_front(
    start: StartProgram, home: Path, file: Path
) -> None:
    program = start().ready()
    program.xdotool("windowminimize", "--sync", program.window())
    command = [sys.executable, "-m", "bluebook_desktop", "import", str(file)]
    subprocess.run(command, env=os.environ | {"BLUEBOOK_HOME": str(home)}, check=True, capture_output=True)
    program.ready()
    program.press("ctrl+k")
    program.write("Ruritania")

    def choose() -> bool:
        """The results of the new library come when the window has gone over to it; until then there are none."""
        program.press("Down", "Return")
        return front(program).startswith("Diplomatic Bluebook 2019")

    wait_for(choose, "the imported section")
    assert program.quit() == (0, "")
    assert settings(home)["place"].startswith("'bluebook:2019-en/3.1")


def test_a_program_that_is_ended_while_it_imports_leaves_the_library_whole(
    start: StartProgram, home: Path, file: Path, tmp_path: Path
) -> None:
    for number in range(2, 60):
        (tmp_path / f"{number}.txt").write_text(TEXT.replace("1 Efforts", f"{number} Efforts"), "utf-8")
    assert start().quit() == (0, "")
    before = sorted((home / "library").iterdir())
    job = {"action": "import", "paths": [str(tmp_path)], "places": {}, "sections": []}
    command = [sys.executable, "-m", "bluebook_desktop", "import", "--job"]
    environment = os.environ | {"BLUEBOOK_HOME": str(home)}
    pipe = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    helper = subprocess.Popen(command, env=environment, text=True, **pipe)
    assert helper.stdin is not None
    assert helper.stdout is not None
    helper.stdin.write(json.dumps(job) + "\n")
    helper.stdin.flush()
    for _ in range(20):
        helper.stdout.readline()
    helper.kill()
    helper.communicate()
    assert sorted((home / "library").iterdir()) == before
    assert imported(home) == []
    assert start().quit() == (0, "")
