"""When marks come: after the first paint, for a long section from a thread, and never for a section that was left."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from benchmarks.reader import made_up
from bluebook_desktop.errors import LibraryDamagedError
from bluebook_desktop.gui.reader.panel import ReaderPanel
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.marks import MarkKind
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

from ..lanes import HeldLane


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of one section of 200 passages."""
    path = build_file(tmp_path_factory.mktemp("long"), [made_up(200)], "of the tests")
    with closing(Library(address_of(path))) as library:
        yield library


@pytest.fixture
def opened(long: Library) -> OpenSection:
    return OpenSection(long, long.editions()[0], long.section("2020-en/1.1"))


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Iterator[ReaderPanel]:
    panel = ReaderPanel(theme, 100)
    qtbot.addWidget(panel)
    panel.resize(900, 700)
    yield panel
    panel.close_lane()


def marks_of(panel: ReaderPanel) -> int:
    marks = panel.view._marks._marks
    return 0 if marks is None else len(list(marks.in_blocks(0, len(panel.view.page.blocks) - 1)))


def test_a_section_shows_its_text_before_its_records_are_read(panel: ReaderPanel, opened: OpenSection) -> None:
    panel.set_section(opened)
    assert not opened.has_records
    assert "Tanaka Hanako" in panel.view.toPlainText()


def test_the_records_of_a_long_section_are_read_elsewhere(panel: ReaderPanel, opened: OpenSection) -> None:
    lane = HeldLane()
    panel.set_section(opened)
    panel.show_records(lane)
    assert not opened.has_records
    assert marks_of(panel) == 0
    lane.work()
    assert opened.has_records
    assert marks_of(panel) == 500


def test_the_real_thread_brings_them(qtbot: QtBot, panel: ReaderPanel, opened: OpenSection) -> None:
    panel.set_section(opened)
    panel.show_records()
    qtbot.waitUntil(lambda: marks_of(panel) == 500)


def test_what_comes_after_the_section_was_left_is_dropped(
    qtbot: QtBot, panel: ReaderPanel, opened: OpenSection, section: OpenSection
) -> None:
    lane = HeldLane()
    panel.set_section(opened)
    panel.show_records(lane)
    panel.set_section(section)
    assert not lane.is_asked
    assert marks_of(panel) == 0
    panel.show_records()
    qtbot.waitUntil(lambda: marks_of(panel) > 200)


def test_records_that_were_read_here_meanwhile_are_kept(opened: OpenSection) -> None:
    twin = opened.read_elsewhere()
    own = opened.records
    opened.take_records(twin)
    assert opened.records is own
    assert twin.records == own


def test_other_kinds_are_marked_at_once_without_reading_again(panel: ReaderPanel, opened: OpenSection) -> None:
    lane = HeldLane()
    panel.set_section(opened)
    panel.show_records(lane)
    lane.work()
    lane.cancel()
    panel.set_marked(frozenset({MarkKind.DATE}))
    assert marks_of(panel) == 100
    assert not lane.is_asked


def test_a_damaged_library_leaves_the_text_to_be_read(panel: ReaderPanel, opened: OpenSection) -> None:
    lane = HeldLane()
    told: list[str] = []
    panel.said.connect(told.append)
    panel.set_section(opened)
    panel.show_records(lane)
    lane.fail(LibraryDamagedError("The library holds a record that cannot be read."))
    assert told == ["The library holds a record that cannot be read."]
    assert marks_of(panel) == 0
    assert "Tanaka Hanako" in panel.view.toPlainText()
