"""After the first paint the window's modules are loaded in portions (see docs/design.md, “The window”)."""

import json
import os
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import json, os, sys
sys.argv = ["bluebook-desktop"]
from bluebook_desktop.__main__ import main
from bluebook_desktop.gui import start
load = start.import_plainly
def own():
    return {name for name in sys.modules if name.startswith("bluebook_desktop.")}
def loaded():
    load()
    from bluebook_desktop.gui import app, loading
    portions, steps = loading.load_modules, app.Rest.steps
    before, after, largest = set(), set(), []
    def noted(portions):
        for _ in portions:
            largest.append((len(own() - before), sorted(own() - before)))
            before.update(own())
            yield
    def watched():
        yield from noted(portions())
    def followed(self):
        before.update(own())
        yield from steps(self)
        late = own() - before
        before.update(late)
        views = loading.load_views()
        loading.load_views = lambda: noted(views)
        for _ in self._window.preparing():
            pass
        for tab in ("timeline", "facilities", "quotations", "people"):
            self._window.workspace.navigator.open_tab(tab)
        self._window.workspace.select_passage()
        late |= own() - before
        print(json.dumps({"late": sorted(late), "largest": max(largest)}), flush=True)
        os._exit(0)
    loading.load_modules, app.Rest.steps = watched, followed
start.import_plainly = loaded
main()
"""


def test_window_and_tabs_are_built_of_nothing_that_was_not_loaded_in_portions(tmp_path: Path) -> None:
    environment = {**os.environ, "BLUEBOOK_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout, done.stderr
    said = json.loads(done.stdout)
    assert said["late"] == []
    count, names = said["largest"]
    assert count <= 6, names
