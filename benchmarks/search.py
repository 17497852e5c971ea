"""From a key in the search field to painted results, and the query itself, at several sizes, beside the floors.

The real section, and libraries of 100 thousand and (--large) 1 million passages that benchmarks/_corpus.py makes from
the bundled text's words and invented ones. Every word is typed letter by letter. The floors, in the same run: the same
window painting its list with nothing to search; and SQLite giving the first page of rowids for the same words.
With --peers the same passages are searched by what is installed of ripgrep, sqlite-utils, recoll and tantivy.

Run: python3 dev.py bench search [--large] [--peers] [--keep FOLDER] [--cpu]
On a busy machine --cpu measures the processor time that the program took itself, in all its threads.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

WORDS = (
    "rock solid",
    "futenma",
    "japan",
    "the",
    "security treaty",
    "u.s.",
    "senkaku or okinawa",
    '"the four ministers"',
    "alliance -security",
    "alliance near deterrence",
    "year:2015 treaty",
    "January 19, 1960",
    "zzzz",
)
FRAME = 1000 / 60
PAGE = 30
_ONE = 1_000
Row = tuple[str, list[float]]


class Clock:
    """The clock that all but the building is measured by."""

    now: ClassVar[Callable[[], float]] = time.perf_counter


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--large", action="store_true", help="also a library of 1 million passages")
    parser.add_argument("--small", action="store_true", help="the real section and 5 thousand passages alone")
    parser.add_argument("--peers", action="store_true", help="also other programs, where they are installed")
    parser.add_argument("--cpu", action="store_true", help="processor time instead of time, for a busy machine")
    parser.add_argument("--keep", type=Path, help="a folder for the libraries, used again the next time")
    given = parser.parse_args()
    if given.cpu:
        Clock.now = time.process_time
    kind = "processor times" if given.cpu else "times"
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {kind} in ms")
    sizes = [5_000] if given.small else [100_000, *([1_000_000] if given.large else [])]
    with tempfile.TemporaryDirectory() as home:
        os.environ["BLUEBOOK_HOME"] = home
        _measure("the real section", _real())
        from _classes import print_kinds
        from _corpus import corpus_folder

        for size in sizes:
            with corpus_folder(given.keep, size) as folder:
                path = _library(folder, size)
                _measure(f"{size:,} passages", path)
                print_kinds(path, _timed)
                if given.peers:
                    from _peers import compare

                    compare(path, folder, cpu=given.cpu)


def _real() -> Path:
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.library import build_library

    return build_library(user_folders())[0]


def _library(folder: Path, size: int) -> Path:
    """The library of that size in a folder; built, and what that took printed, where it is not there."""
    from _corpus import build

    from bluebook_desktop.errors import BluebookError
    from bluebook_desktop.storage.connections import address_of
    from bluebook_desktop.storage.files import current_file
    from bluebook_desktop.storage.library import Library

    known = current_file(folder)
    with contextlib.suppress(BluebookError):  # of another version
        if known is not None:
            Library(address_of(known)).close()
            return known
    built = build(folder, size)
    ratio = built.path.stat().st_size / built.text_bytes
    speed = built.passages / built.seconds
    print(f"\nbuilding {size:,} passages     {speed:8,.0f} passages/s   library {ratio:.2f} × its text (aim 3)")
    return built.path


def _measure(name: str, path: Path) -> None:
    print(f"\n{name}".ljust(45) + "     p50     p95     max")
    rows = [*_queries(path), *_keys(path)]
    for label, times in rows:
        if times:
            print(f"  {label.ljust(42)}{_point(times, 50):8.2f}{_point(times, 95):8.2f}{max(times):8.2f}")
    by_name = dict(rows)
    whole, floor = by_name["the whole search"], by_name["floor: first page of rowids"]
    print(f"  the whole search / floor at the median: {statistics.median(whole) / statistics.median(floor):.0f} ×")
    print(f"  a key / one frame ({FRAME:.1f} ms) at p95: {_point(by_name['a key to painted results'], 95) / FRAME:.2f}")


def _point(times: list[float], percent: int) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


def _beginnings() -> Iterator[str]:
    """What stands in the field after each letter."""
    for words in WORDS:
        for end in range(1, len(words) + 1):
            yield words[:end]


def _timed(work: Callable[[], object]) -> float:
    begun = Clock.now()
    work()
    return (Clock.now() - begun) * _ONE


def _queries(path: Path) -> list[Row]:
    """The search as the window asks for it, its part in SQLite, and the least that SQLite could do."""
    from _classes import first_page, settle

    from bluebook_desktop.domain.querying import parse_query
    from bluebook_desktop.services.search import SearchService
    from bluebook_desktop.storage.beginnings import spelled_out
    from bluebook_desktop.storage.connections import address_of
    from bluebook_desktop.storage.expressions import expression
    from bluebook_desktop.storage.library import Library
    from bluebook_desktop.storage.loosening import loosened

    library = Library(address_of(path))
    service = SearchService(library)
    service.search("the", limit=PAGE)
    settle()
    whole, counts, query, floor = [], [], [], []
    sql = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? LIMIT ?"
    for text in _beginnings():  # the query before the whole search, which asks for the same and more
        plan = service.names.plan(parse_query(text), "")
        if not plan.query.is_empty and plan.is_possible:
            query.append(_timed(lambda plan=plan: first_page(library, plan, PAGE)))  # type: ignore[misc]
            asked = (expression(spelled_out(library, loosened(library, plan) or plan)), PAGE)
            floor.append(_timed(lambda asked=asked: library.rows(sql, asked)))  # type: ignore[misc]
        whole.append(
            _timed(lambda text=text: service.search(text, limit=PAGE, offering=False, counting=False))  # type: ignore[misc]
        )
        soon = service.search(text, limit=PAGE, offering=False, counting=False)
        counts.append(_timed(lambda soon=soon: service.counted(soon)))  # type: ignore[misc]
    library.close()
    return [
        ("the whole search", whole),
        ("  first page of passages", query),
        ("counted to the end, after it is painted", counts),
        ("floor: first page of rowids", floor),
    ]


def _keys(path: Path) -> list[Row]:
    """Each letter typed into the window, until its results are painted."""
    from _classes import settle
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from bluebook_desktop.gui.app import make_application
    from bluebook_desktop.gui.main_window import MainWindow
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.settings import Settings
    from bluebook_desktop.storage.connections import address_of
    from bluebook_desktop.storage.library import Library

    application = QApplication.instance() or make_application()
    library = Library(address_of(path))
    window = MainWindow(Theme(application, "light"), Settings(None), library)
    window.resize(1280, 800)
    window.open_first()
    window.complete()
    window.show()
    application.processEvents()
    results, field = window.workspace.side.results(), window.workspace.top.field
    waiting = QEventLoop()  # as the program waits: without keeping the search from running
    show = results.show_result

    def shown(result: object, *, goes_on: bool = False) -> None:
        show(result, goes_on=goes_on)  # type: ignore[arg-type]
        waiting.quit()

    results.show_result = shown  # type: ignore[method-assign]
    settle()
    keys, repaints = [], []
    for text in ("the", *_beginnings()):  # the first loads what is needed
        begun = Clock.now()
        field.setText(text)
        waiting.exec()
        application.processEvents()  # paints
        keys.append((Clock.now() - begun) * _ONE)
        repaints.append(_timed(results.repaint))
    window.close()
    library.close()
    return [("a key to painted results", keys[1:]), ("floor: the repaint alone", repaints[1:])]


if __name__ == "__main__":
    main()
