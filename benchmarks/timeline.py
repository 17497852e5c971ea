"""Scrolling and zooming 10,000 events on the timeline: what a frame takes, beside an empty widget that fills itself.

A frame is all that a change of the visible time causes: laying out, then painting axis and overview into the window's
own picture, as Qt does it on every platform without a graphics card's help. The floor is an empty widget of the same
size that fills itself with one colour. 60 frames a second leave 16.7 ms for each. Every way of moving is gone three
times, each time with nothing laid out yet, and a frame counts with its fastest time: what other programs took
meanwhile is not the frame's fault. On a busy machine --cpu measures the processor time that the frame took itself.
Run: python3 dev.py bench timeline [--events N] [--frames N] [--cpu]
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

FRAME = 1000 / 60
#: Size in units of the window, and pixels for each.
ROUNDS = 3
SCREENS = ("1920x1080@1", "1280x800@2", "1920x1080@2")
EDTF = (
    lambda day: day.isoformat(),
    lambda day: day.isoformat()[:7],
    lambda day: day.isoformat()[:4],
    lambda day: f"{day.year}-04/{day.year + 1}-03",
    lambda day: f"{day.isoformat()[:7]}/{day.year + 2}-12",
    lambda day: f"{day.year}/..",
)
#: How often each of these precisions occurs, about as in the bundled section; few are open.
WEIGHTS = (40, 30, 15, 8, 6.9, 0.1)
TITLES = (
    "Agreement concluded",
    "Meeting of the Ministers for Foreign Affairs and Defense",
    "Return of a portion of an area that was agreed upon in an earlier joint statement of both governments",
)


def events(count: int) -> list[object]:
    """Made-up events of every precision, kind and status, from 1950 to 2024, more of them of late."""
    import datetime

    from bluebook_desktop.domain.dates import EventDate, YearSource, parse_edtf
    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.records import Event, EventKind, Status

    chance = random.Random(1)  # noqa: S311 - the same events every time
    made: list[object] = []
    for number in range(count):
        day = datetime.date(1950, 1, 1) + datetime.timedelta(days=int(27_000 * chance.random() ** 0.5))
        edtf = chance.choices(EDTF, WEIGHTS)[0](day)
        excerpt = Excerpt(number + 1, edtf, "", "", 0, len(edtf))
        date = EventDate(edtf, parse_edtf(edtf), YearSource.PRINTED)
        kind, status = chance.choice(list(EventKind)), chance.choices(list(Status), (90, 7, 3))[0]
        title = f"{chance.choice(TITLES)} {number}"
        made.append(Event(f"made-up-{number}", title, kind, status, date, "", excerpt, excerpt))
    return made


def windows(limits: object, frames: int) -> dict[str, Iterator[object]]:
    """The stretches of time that a user's ways of moving lead through."""
    from bluebook_desktop.gui.timeline.scale import Window

    assert isinstance(limits, Window)

    def scrolling(days: float) -> Iterator[object]:
        """To and fro where events are thickest, 38 of 1920 pixels a frame: from edge to edge in less than a second."""
        first = Window(0, days).moved(limits.last - 6 * 365.25 - days)
        for frame in range(frames):
            yield first.moved(-abs(frame % 100 - 50) * 0.02 * days)

    def zooming() -> Iterator[object]:
        for frame in range(frames):
            share = frame / frames
            yield limits.zoomed((limits.length / 14) ** (2 * min(share, 1 - share)), limits.first + limits.length * 0.8)

    return {
        "scroll decades": scrolling(40 * 365.25),
        "scroll years": scrolling(8 * 365.25),
        "scroll months": scrolling(300),
        "scroll days": scrolling(20),
        "zoom": zooming(),
    }


def measure(
    frame: Callable[[object], None], stretches: list[object], begin: Callable[[], None], clock: Callable[[], float]
) -> list[float]:
    """Milliseconds of every frame, the fastest of some rounds."""
    rounds = []
    for _ in range(ROUNDS):
        begin()
        times = []
        for window in stretches:
            begun = clock()
            frame(window)
            times.append((clock() - begun) * 1000)
        rounds.append(times)
    return [min(times) for times in zip(*rounds, strict=True)]


def figures(times: list[float]) -> tuple[float, float, float]:
    """Median, the time that 19 of 20 frames keep, and the worst."""
    return statistics.median(times), statistics.quantiles(times, n=20)[-1], max(times)


def bench(screen: str, count: int, frames: int, clock: Callable[[], float]) -> bool:
    """Print the figures of one screen; whether the frame rate is kept."""
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from bluebook_desktop.gui.app import make_application
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.gui.timeline.axis import TimelineAxis
    from bluebook_desktop.gui.timeline.entries import entries_of
    from bluebook_desktop.gui.timeline.overview import TimelineOverview
    from bluebook_desktop.gui.timeline.scale import Window, day_number, whole_years

    application = make_application()
    theme = Theme(application, "light")

    class Empty(QWidget):
        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            painter = QPainter(self)
            painter.fillRect(self.rect(), theme.color("paper"))
            painter.end()

    width, height = map(int, screen.partition("@")[0].split("x"))
    horizon = day_number("2021-01-01")
    entries = entries_of(events(count), horizon)  # type: ignore[arg-type]
    limits = whole_years(entries[0].first, max(one.last for one in entries))
    window, empty, axis, overview = QWidget(), Empty(), TimelineAxis(theme), TimelineOverview(theme)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(axis, 1)
    column.addWidget(overview)
    axis.set_entries(entries, limits, horizon)
    overview.set_entries(entries, limits)
    for one in (window, empty):
        one.resize(width, height)
        one.show()
    application.processEvents()

    def fill(_frame: object) -> None:
        empty.repaint()

    def draw(stretch: object) -> None:
        assert isinstance(stretch, Window)
        axis.set_window(stretch)
        overview.set_window(stretch)
        axis.repaint()  # paints the overview as well, which is due

    floor = figures(measure(fill, list(range(frames)), lambda: None, clock))
    print(f"{screen}\n  {'floor: an empty widget':24}" + "".join(f"{one:8.2f}" for one in floor))
    kept = True
    draw(limits)
    for name, stretches in windows(limits, frames).items():
        found = figures(measure(draw, list(stretches), axis.forget_drawn, clock))
        kept = kept and found[1] <= FRAME
        ratios = "".join(f"{mine / least:8.1f}" for mine, least in zip(found, floor, strict=True))
        print(f"  {name:24}" + "".join(f"{one:8.2f}" for one in found) + "   " + ratios, flush=True)
    return kept


def main() -> int:
    """Measure each screen in a program of its own; a failure when one does not keep 60 frames a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--cpu", action="store_true", help="measure processor time, on a busy machine")
    parser.add_argument("--screen", choices=SCREENS, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.screen:
        clock = time.thread_time if wanted.cpu else time.perf_counter
        return 0 if bench(wanted.screen, wanted.events, wanted.frames, clock) else 1
    print(
        f"{wanted.events:,} events, {wanted.frames} frames a way of moving; milliseconds a frame, and times the floor"
    )
    print(f"{'':26}{'p50':>8}{'p95':>8}{'max':>8}   {'p50':>8}{'p95':>8}{'max':>8}", flush=True)
    failed = False
    with tempfile.TemporaryDirectory() as home:
        for screen in SCREENS:
            scale = screen.partition("@")[2]
            more = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "BLUEBOOK_HOME": home}
            command = [sys.executable, __file__, "--screen", screen]
            command += [
                "--events",
                str(wanted.events),
                "--frames",
                str(wanted.frames),
                *(["--cpu"] if wanted.cpu else []),
            ]
            failed = bool(subprocess.call(command, env={**os.environ, **more})) or failed
    print(f"95 of 100 frames take {FRAME:.1f} ms at most: " + ("no" if failed else "yes"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
