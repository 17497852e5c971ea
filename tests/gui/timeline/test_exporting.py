"""Exporting the events that are shown."""

import csv
import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.tasks import OrderedLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.model import Column
from bluebook_desktop.gui.timeline.painting import HEADER
from bluebook_desktop.gui.timeline.panel import TimelinePanel
from bluebook_desktop.gui.widgets.export_button import ExportButton
from bluebook_desktop.services import exports_events
from bluebook_desktop.services.sections import OpenSection
from tests.gui.hands import Hands, settle
from tests.gui.timeline.conftest import choose


@pytest.fixture
def lane() -> Iterator[OrderedLane]:
    lane = OrderedLane("files")
    yield lane
    lane.close()


@pytest.fixture
def writing(qtbot: QtBot, theme: Theme, section: OpenSection, lane: OrderedLane) -> TimelinePanel:
    """The panel as the window has it: what is exported is written in a thread."""
    panel = TimelinePanel(theme, lane=lane)
    qtbot.addWidget(panel)
    panel.resize(900, 600)
    panel.set_section(section)
    panel.show()
    return panel


def entries(panel: TimelinePanel) -> list[str]:
    return [one.text() for one in panel.findChild(ExportButton).menu().actions()]


def export(panel: TimelinePanel, monkeypatch: pytest.MonkeyPatch, which: int, answer: Path) -> list[str]:
    """Choose an entry of the menu and answer the dialog; the names that the dialog proposed."""
    proposed: list[str] = []

    def ask(_parent: object, _title: str, name: str, _filter: str) -> tuple[str, str]:
        proposed.append(name)
        return str(answer), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    panel.findChild(ExportButton).menu().actions()[which].trigger()
    return proposed


def ids_in(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8").removeprefix("\ufeff")
    return [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


def test_all_are_exported_in_time_and_the_panel_says_so(
    qtbot: QtBot, writing: TimelinePanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert entries(writing) == ["All 51 as CSV…", "All 51 as JSON…", "All 51 as Markdown with citations…"]
    with qtbot.waitSignal(writing.said) as said:
        assert export(writing, monkeypatch, 0, tmp_path / "out") == ["timeline-2021-en-4.2.2.csv"]
    assert said.args == ["Events written to out.csv: 51"]
    assert ids_in(tmp_path / "out.csv")[:2] == [one.event.id for one in writing._entries[:2]]


def test_what_the_filters_leave_is_exported_in_the_order_of_the_list(
    qtbot: QtBot, writing: TimelinePanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(writing, "Kind", "Agreements")
    writing._table.sort_by(Column.WHAT, ascending=False)
    assert entries(writing)[0] == "The 9 shown of 51 as CSV…"
    with qtbot.waitSignal(writing.said):
        export(writing, monkeypatch, 0, tmp_path / "out.csv")
    rows = writing._table.model()
    titles = [rows.index(row, Column.WHAT).data() for row in range(rows.rowCount())]
    assert titles == sorted(titles, key=str.lower, reverse=True)
    assert ids_in(tmp_path / "out.csv") == [one.event.id for one in writing._table.entries]


def test_nothing_shown_is_nothing_to_export(qtbot: QtBot, panel: TimelinePanel) -> None:
    panel.focus_filter()
    qtbot.keyClicks(panel._filters.field, "xyz")
    assert not panel.findChild(ExportButton).isEnabled()
    qtbot.keyClick(panel._filters.field, Qt.Key.Key_Escape)
    assert panel.findChild(ExportButton).isEnabled()


def test_it_is_written_elsewhere_than_in_the_windows_thread(
    qtbot: QtBot, writing: TimelinePanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    threads: list[threading.Thread] = []

    def write(*_given: object) -> str:
        threads.append(threading.current_thread())
        return ""

    monkeypatch.setitem(exports_events.FORMATS, "csv", write)
    with qtbot.waitSignal(writing.said):
        export(writing, monkeypatch, 0, tmp_path / "out.csv")
    assert threads
    assert threads[0] is not threading.main_thread()


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    qtbot: QtBot, writing: TimelinePanel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: told.append(text))
    target = tmp_path / "missing" / "out.csv"
    with qtbot.assertNotEmitted(writing.said):
        export(writing, monkeypatch, 0, target)
        qtbot.waitUntil(lambda: bool(told))
    assert len(told) == 1
    assert str(target) in told[0]
    assert told[0].endswith(".")


def test_the_windows_status_bar_tells_what_was_written(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    hands.window.workspace.navigator.open_tab("timeline")
    export(hands.window.workspace.centre.panel("timeline"), monkeypatch, 2, tmp_path / "out.md")
    assert hands.window.statusBar().currentMessage() == "Events written to out.md: 51"
    assert (tmp_path / "out.md").read_text("utf-8").startswith("# Timeline: ")


def test_the_button_stands_in_the_row_or_where_that_is_full_in_the_corner_beside_the_years(
    writing: TimelinePanel,
) -> None:
    button, axis = writing.findChild(ExportButton), writing._axis
    writing.resize(1200, 700)
    settle()
    assert button.mapTo(writing, button.rect().bottomRight()).y() < axis.mapTo(writing, axis.rect().topLeft()).y()
    for wide in (600, 1200, 640):
        writing.resize(wide, 700)
    settle()
    corner = button.mapTo(writing, button.rect().bottomRight())
    assert corner.x() < axis.scale.left
    assert 0 < corner.y() - axis.mapTo(writing, axis.rect().topLeft()).y() < HEADER
    assert button.isVisible()


def test_the_button_keeps_the_keyboard_where_it_stands(hands: Hands) -> None:
    hands.do("timeline")
    button = hands.window.workspace.centre.panel("timeline").findChild(ExportButton)
    button.setFocus()
    for wide in (1700, 900, 1700):
        hands.window.resize(wide, 800)
        settle()
        assert button.hasFocus()
