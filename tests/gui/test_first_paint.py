"""What a start pays for before the text is on the screen (see docs/design.md, “The window”)."""

import os
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import enum, os, sys
made = []
create = enum.EnumType._create_
def noted(*given, **named):
    made.append(given[1])
    return create(*given, **named)
sys.argv = ["bluebook-desktop"]
from bluebook_desktop.__main__ import main
from bluebook_desktop.gui.reader import view
enum.EnumType._create_ = noted
paint = view.ReaderView.paintEvent
def painted(self, event):
    paint(self, event)
    heavy = sorted({"json", "hashlib", "platformdirs", "sqlite_utils", "click", "PySide6.QtSvg"} & set(sys.modules))
    print("GlobalColor" in made, heavy, bool(self.toPlainText()), flush=True)
    os._exit(0)
view.ReaderView.paintEvent = painted
main()
"""


def test_the_first_paint_has_the_text_and_loads_neither_the_qt_namespace_nor_anything_heavy(tmp_path: Path) -> None:
    environment = {**os.environ, "BLUEBOOK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    build = [sys.executable, "-m", "bluebook_desktop", "build"]
    subprocess.run(build, env=environment, check=True, capture_output=True)
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "False [] True", done.stderr
