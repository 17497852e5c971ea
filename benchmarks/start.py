"""From exec to the first paint that contains the text, beside a bare window with the same text; memory likewise.

The floor is a QMainWindow with the section in a QTextBrowser: what nobody can undercut who shows the text with Qt.
Run: python3 dev.py bench start [--runs N] [--cold]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

#: Seconds and megabytes, a pair a run.
Figures = list[tuple[float, float]]

ROOT = Path(__file__).parent.parent
TEXT = ROOT / "data" / "editions" / "2021-en" / "4.2.2" / "text.txt"

_REPORT = """
import os, time
def report():
    with open('/proc/self/status') as status:
        peak = next((line.split()[1] for line in status if line.startswith('VmHWM')), '0')
    print(time.monotonic(), peak, flush=True)
    os._exit(0)
"""
_FLOOR = (
    _REPORT
    + """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser
class Browser(QTextBrowser):
    def paintEvent(self, event):
        super().paintEvent(event)
        report()
application = QApplication(sys.argv[:1])
window, browser = QMainWindow(), Browser()
with open(sys.argv[1], encoding='utf-8') as file:
    browser.setHtml(''.join(f'<p>{part}</p>' for part in file.read().split('\\n\\n')))
window.setCentralWidget(browser)
window.resize(1280, 800)
window.show()
application.exec()
"""
)
_OURS = (
    _REPORT
    + """
import gc, sys
gc.disable()  # as the program's own main does before it loads the first module of Qt
sys.argv = ['bluebook-desktop']
from bluebook_desktop.gui.plain_imports import import_plainly
import_plainly()  # likewise
from bluebook_desktop.__main__ import main
from bluebook_desktop.gui.reader import view
paint = view.ReaderView.paintEvent
def painted(self, event):
    paint(self, event)
    if self.page is not None and self.toPlainText():
        report()
view.ReaderView.paintEvent = painted
main()
"""
)
#: As above, but the memory is asked for when the whole window stands.
_WHOLE = (
    _REPORT
    + """
import gc, sys
gc.disable()
sys.argv = ['bluebook-desktop']
from bluebook_desktop.gui.plain_imports import import_plainly
import_plainly()
from bluebook_desktop.__main__ import main
from bluebook_desktop.gui import app
steps = app.Rest.steps
def stepped(self):
    yield from steps(self)
    app.QTimer.singleShot(50, report)
app.Rest.steps = stepped
main()
"""
)


def measure(program: str, environment: dict[str, str], *arguments: str) -> tuple[float, float]:
    """Seconds from exec to the report, and peak memory in MB."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    words = done.stdout.split()
    if len(words) < 2:
        sys.exit(f"the program did not paint:\n{done.stderr}")
    return float(words[0]) - begun, int(words[1]) / 1024


def drop_caches() -> None:
    """Forget what the kernel holds of files (as root)."""
    os.sync()
    Path("/proc/sys/vm/drop_caches").write_text("3")


def main() -> None:
    """Measure in turns and print medians and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--cold", action="store_true", help="also with cold caches (needs root)")
    options = parser.parse_args()
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "bluebook_desktop")], check=True)
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "BLUEBOOK_HOME": home, "QT_QPA_PLATFORM": "offscreen"}
        measure(_WHOLE, environment)  # builds the library
        rounds = [("warm", options.runs)] + ([("cold", 3)] if options.cold else [])
        for name, runs in rounds:
            floor, ours, whole = [], [], []
            for _ in range(runs):
                for program, found in ((_FLOOR, floor), (_OURS, ours), (_WHOLE, whole)):
                    Path(home, "window.sock").unlink(missing_ok=True)  # what is measured ends without tidying up
                    if name == "cold":
                        drop_caches()
                    found.append(measure(program, environment, str(TEXT)))
            show(name, floor, ours, whole)


def show(
    name: str, floor: list[tuple[float, float]], ours: list[tuple[float, float]], whole: list[tuple[float, float]]
) -> None:
    """Print the figures of one round."""

    def median(found: Figures, which: int) -> float:
        return statistics.median(one[which] for one in found)

    paint, least = median(ours, 0), median(floor, 0)
    pairs = statistics.median(a[0] / b[0] for a, b in zip(ours, floor, strict=True))
    times = f"{paint * 1000:.0f} ms   bare window {least * 1000:.0f} ms"
    print(f"{name}: first paint with the text {times}   ratio {pairs:.2f} (aim 1.30)")
    print(f"{name}: whole window {median(whole, 0) * 1000:6.0f} ms")
    most, bare = median(whole, 1), median(floor, 1)
    print(f"{name}: peak memory {most:.0f} MB   bare window {bare:.0f} MB   ratio {most / bare:.2f} (aim 1.40)")


if __name__ == "__main__":
    main()
