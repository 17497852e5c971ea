"""The reader with a section of 2,000 passages and some 5,000 marks: how long each thing keeps the window waiting.

Beside it the same text without marks, the floor of what marks can cost, and the marks as Qt's own extra selections,
which is the usual way to underline words. Run: python3 dev.py bench reader [--passages N]
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit

from bluebook_desktop.domain.dates import EventDate, YearSource, parse_edtf
from bluebook_desktop.domain.documents import Document, Edition, Heading, HeadingKind, Passage, PassageKind, Section
from bluebook_desktop.domain.excerpts import Excerpt, excerpt_at
from bluebook_desktop.domain.records import (
    Event,
    EventKind,
    Facility,
    FacilityKind,
    Person,
    Quotation,
    QuotationKind,
    Records,
    Status,
)
from bluebook_desktop.gui.reader.panel import ReaderPanel
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.marks import TextMarks
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

_TEXT = (
    "In March 2020, Minister Tanaka Hanako visited Camp Example and met with the officers of the base. The ministers "
    "reaffirmed that the arrangements are the cornerstone of peace and stability in the region, and stated that work "
    "on them goes on without pause. Number {number} of the passages of this section says no more than the others do, "
    "and yet it has to be set, scrolled through and searched like each of them."
)
_PER_PASSAGE = 10


def made_up(passages: int) -> tuple[Edition, Section, Document, Records]:
    """A section of so many passages with five marks in every second one."""
    edition = Edition("2020-en", "Benchmark", 2020, "en", "2020-01-01", "2020-12-31", "-", "-", "-")
    section = Section("2020-en", "1.1", "Benchmark", "Chapter 1", "-", "2021-01-01", "-", "0" * 64)
    found, headings, start = [], [], 0
    for number in range(1, passages + 1):
        if number % _PER_PASSAGE == 1:
            last = min(number + _PER_PASSAGE - 1, passages)
            title = f"Part {number}"
            headings.append(Heading(len(headings), HeadingKind.PART, "", title, number, last, start, start + 8))
            start += 10
        text = _TEXT.format(number=number)
        kind = PassageKind.PARAGRAPH
        found.append(Passage(number, kind, text, headings[-1].position, start, start + len(text)))
        start += len(text) + 2
    document = Document(tuple(headings), tuple(found))
    return edition, section, document, _records([one for one in found if one.number % 2])


def _records(passages: list[Passage]) -> Records:
    def at(passage: Passage, words: str, end: str = "") -> Excerpt:
        start = passage.text.index(words)
        stop = passage.text.index(end) + len(end) if end else start + len(words)
        return excerpt_at(passage.number, passage.text, start, stop)

    date = EventDate("March 2020", parse_edtf("2020-03"), YearSource.PRINTED)
    events, quotations = [], []
    for one in passages:
        excerpt = at(one, "March 2020")
        name = f"one-{one.number}"
        events.append(Event(name, "Visit", EventKind.DIPLOMACY, Status.HAPPENED, date, one.text[:90], excerpt, excerpt))
        for suffix, words, end in (("a", "The ministers", "in the region"), ("b", "stated that", "pause.")):
            spoken = at(one, words, end)
            quotations.append(Quotation(name + suffix, QuotationKind.REPORTED, spoken.exact, spoken))
    person = Person("tanaka", "Tanaka Hanako", (), tuple(at(one, "Tanaka Hanako") for one in passages))
    place = Facility("camp", "Camp Example", FacilityKind.FACILITY, tuple(at(one, "Camp Example") for one in passages))
    return Records(events=tuple(events), facilities=(place,), quotations=tuple(quotations), people=(person,))


def times(act: Callable[[int], object], count: int) -> list[float]:
    """How long each of so many calls takes, in ms."""
    found = []
    for number in range(count):
        begun = time.perf_counter()
        act(number)
        found.append((time.perf_counter() - begun) * 1000)
    return found


def show(what: str, found: list[float], aim: float | None = None) -> bool:
    """Print median and 95th percentile; whether the latter keeps the aim."""
    ordered = sorted(found)
    late = ordered[min(len(ordered) - 1, round(len(ordered) * 0.95))]
    kept = aim is None or late <= aim
    verdict = "" if aim is None else f"   aim {aim:.1f}{'' if kept else '   MISSED'}"
    print(f"{what:<58}{statistics.median(found):8.2f} ms   95 %: {late:8.2f} ms{verdict}")
    return kept


def main() -> int:
    """Measure and print; 1 where an aim is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=2000)
    options = parser.parse_args()
    application = QApplication(sys.argv[:1])
    theme = Theme(application, "light")
    with tempfile.TemporaryDirectory() as folder:
        path = build_file(Path(folder), [made_up(options.passages)], "of the benchmark")
        library = Library(address_of(path))
        section = OpenSection(library, library.editions()[0], library.section("2020-en/1.1"))
        kept = Measuring(application, theme, section).run()
        library.close()
    return 0 if all(kept) else 1


class Measuring:
    """The reader at 1280 by 800 with one section."""

    def __init__(self, application: QApplication, theme: Theme, section: OpenSection) -> None:
        self._application, self._section = application, section
        self._panel = ReaderPanel(theme, 100)
        self._panel.resize(976, 687)
        self._panel.set_section(section)
        self._panel.show()
        self._panel.view.complete()
        application.processEvents()
        self._view = self._panel.view
        self._bar = self._view.verticalScrollBar()
        self._view.block_rect(self._view.document().lastBlock())  # laid out whole, as it is a moment after a start
        application.processEvents()

    def run(self) -> list[bool]:
        """All measurements; whether each kept its aim."""
        floor = self._scrolled()
        show("scroll by a line, text without marks", floor)
        begun = time.perf_counter()
        twin = self._section.read_elsewhere()
        marks = TextMarks(twin)
        print(f"records read, in a thread of its own{'':<22}{(time.perf_counter() - begun) * 1000:8.2f} ms")
        self._section.take_records(twin)
        self._panel.show_records(ImmediateLane())
        kept = [show("marks placed when they come", times(lambda _: self._take(marks), 9), 16.6)]
        kept.append(show("marks placed again (other kinds, colours, sizes)", times(self._place_again, 9), 10))
        marked = self._scrolled()
        kept.append(show("scroll by a line, with marks", marked, 16.6))
        kept.append(show("jump to anywhere, with marks", self._jumped(), 50))
        kept.append(show("what is under the pointer", times(self._hit, 400), 1))
        kept.append(show("pointer moves over the text", times(self._move, 200), 16.6))
        kept.append(show("next mark, with its card", times(self._step, 200), 33))
        count = self._as_selections()
        show(f"scroll by a line, {count:,} marks as extra selections", self._scrolled())
        return kept

    def _paint(self) -> None:
        self._view.viewport().repaint()

    def _scrolled(self) -> list[float]:
        self._bar.setValue(self._bar.maximum() // 2)
        self._paint()

        def scroll(_: int) -> None:
            self._bar.setValue(self._bar.value() + 27)
            self._paint()

        return times(scroll, 300)

    def _jumped(self) -> list[float]:
        def jump(number: int) -> None:
            self._bar.setValue(self._bar.maximum() * ((number * 37) % 100) // 100)
            self._paint()

        return times(jump, 60)

    def _take(self, marks: TextMarks) -> None:
        self._panel._marking._take(self._section, marks)  # type: ignore[union-attr]
        self._paint()

    def _place_again(self, _: int) -> None:
        self._panel._marking.place_marks()  # type: ignore[union-attr]

    def _hit(self, number: int) -> None:
        at = QPointF(250 + (number * 13) % 500, (number * 29) % 680)
        self._panel._marking.under(self._view.place_at(at))  # type: ignore[union-attr]

    def _move(self, number: int) -> None:
        QTest.mouseMove(self._view.viewport(), QPoint(250 + (number * 13) % 500, (number * 29) % 680))
        self._paint()

    def _step(self, _: int) -> None:
        self._panel.step_mark(1)
        self._paint()

    def _as_selections(self) -> int:
        """The same marks as Qt would underline them."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        look.setUnderlineColor(Qt.GlobalColor.darkBlue)
        shown = []
        for passage, several in self._section.references_by_passage.items():
            for excerpt, _ in several:
                selection = QTextEdit.ExtraSelection()
                selection.format = look
                selection.cursor = self._view.span_cursor((passage, excerpt.start, excerpt.end))  # type: ignore[assignment]
                shown.append(selection)
        self._panel.set_marked(frozenset())
        self._view.setExtraSelections(shown)
        return len(shown)


if __name__ == "__main__":
    sys.exit(main())
