"""What a start pays for before the text is on the screen (see docs/design.md, “The window”)."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

_PROGRAM = """
import enum, os, sys
made = []
create = enum.EnumType._create_
def noted(*given, **named):
    made.append(given[1])
    return create(*given, **named)
sys.argv = ["bluebook-desktop"]
from bluebook_desktop.__main__ import main
from bluebook_desktop.gui import start
def painted(self, event):
    paint(self, event)
    modules = sorted(sys.modules)
    import builtins, json, linecache
    found = {"enums": made, "modules": modules, "text": self.toPlainText(), "read": sorted(linecache.cache)}
    print(json.dumps(found | {"import": builtins.__import__.__name__}), flush=True)
    os._exit(0)
load = start.import_plainly
def loaded():
    global paint
    load()
    from bluebook_desktop.gui.reader import view
    enum.EnumType._create_ = noted
    paint = view.ReaderView.paintEvent
    view.ReaderView.paintEvent = painted
start.import_plainly = loaded
main()
"""
#: The same until the whole window stands.
_WHOLE = """
import os, sys
sys.argv = ["bluebook-desktop"]
from bluebook_desktop.gui import app
from bluebook_desktop.__main__ import main
steps = app.Rest.steps
def stepped(self):
    yield from steps(self)
    app.QTimer.singleShot(50, report)
def report():
    with open("/proc/self/maps") as maps:
        print(maps.read(), flush=True)
    os._exit(0)
app.Rest.steps = stepped
main()
"""
#: Every module of the program's own that the first paint needs. What is added here makes every start longer.
_NEEDED = {
    "domain": {"documents", "references"},
    "gui": {"app", "display", "first_frame", "main_window", "plain_imports", "start", "theme"},
    "gui.reader": {"column", "highlights", "layout", "page_view", "panel", "scroll_bar", "view"},
    "services": {"fingerprint", "library", "sections"},
    "storage": {"connections", "files", "library", "locks", "schema"},
    "": {"__main__", "domain", "errors", "gui", "logs", "paths", "services", "settings", "storage"},
}
#: Large ones that nobody needs who waits for the text.
_HEAVY = {"json", "hashlib", "socket", "platformdirs", "sqlite_utils", "click", "PySide6.QtSvg"}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Of a program whose library is there already."""
    home = tmp_path_factory.mktemp("home")
    environment = {**os.environ, "BLUEBOOK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    build = [sys.executable, "-m", "bluebook_desktop", "build"]
    subprocess.run(build, env=environment, check=True, capture_output=True)
    return environment


def _told_by(program: str, environment: dict[str, str]) -> str:
    run = [sys.executable, "-c", program]
    done = subprocess.run(run, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def found(environment: dict[str, str]) -> dict[str, Any]:
    """What a start has made and loaded when the text is painted."""
    said: dict[str, Any] = json.loads(_told_by(_PROGRAM, environment))
    return said


def test_the_first_paint_has_the_text_and_loads_neither_the_qt_namespace_nor_anything_heavy(
    found: dict[str, Any],
) -> None:
    assert "Japan-U.S. Alliance" in found["text"]
    assert "GlobalColor" not in found["enums"]
    assert _HEAVY.isdisjoint(found["modules"])


def test_the_first_paint_loads_no_module_that_it_does_not_need(found: dict[str, Any]) -> None:
    own = {name for name in found["modules"] if name.startswith("bluebook_desktop.")}
    needed = {f"bluebook_desktop.{folder}.{name}" for folder, names in _NEEDED.items() if folder for name in names}
    needed |= {f"bluebook_desktop.{name}" for name in _NEEDED[""]} | {"bluebook_desktop.gui.reader"}
    assert own <= needed, sorted(own - needed)


def test_no_module_is_imported_by_reading_its_source(found: dict[str, Any]) -> None:
    assert found["import"] != "__feature_import__"
    assert [name for name in found["read"] if "bluebook_desktop" in name] == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there the program can see what it has loaded")
def test_the_whole_window_stands_without_qts_library_for_svg(environment: dict[str, str]) -> None:
    loaded = _told_by(_WHOLE, environment)
    assert "Qt6Gui" in loaded
    assert "Svg" not in loaded
