"""Taking all hits along from the window: formats, progress, stopping, and what goes wrong."""

import csv
import io
import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QPushButton

from bluebook_desktop.gui.search.exporting import ExportStrip, HitsExport, formats, proposed_name
from bluebook_desktop.gui.search.panel import ResultsPanel
from bluebook_desktop.services import search_export
from bluebook_desktop.services.search import SearchResult, SearchService
from bluebook_desktop.storage.library import Library

from ..hands import Hands, settle

#: As the window says it in its status bar.
WRITTEN = "Hits written to {0}: {1}"


def panel(hands: Hands) -> ResultsPanel:
    return hands.window.workspace.side.results()


def entries(hands: Hands) -> dict[str, QAction]:
    (menu,) = [one.menu() for one in panel(hands)._menu.actions() if one.text() == "Export all hits"]
    return {action.text(): action for action in menu.actions()}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names that the file dialog proposed; it is answered with the same name in a folder of the test."""
    proposed: list[str] = []

    def ask(_parent: object, _title: str, name: str, _filter: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return proposed


def wait_for_end(hands: Hands, act: Callable[[], object]) -> str:
    """Do something and wait until the export says how it ended."""
    said: list[str] = []
    hands.window.workspace.copier.said.connect(said.append)
    act()
    hands.qtbot.waitUntil(lambda: bool(said))
    settle()
    return said[-1]


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_all_hits_are_written_with_their_citations_not_only_those_of_the_list(
    hands: Hands, asked: list[str], tmp_path: Path, library: Library, ending: str
) -> None:
    hands.search("the ")
    assert len(hands.rows()) == 30
    total = len(SearchService(library).search("the ", limit=None).hits)
    said = wait_for_end(hands, entries(hands)[f"As {ending.upper()} …"].trigger)
    assert asked == [f"hits-the.{ending}"]
    content = (tmp_path / asked[0]).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content))) if ending == "csv" else json.loads(content)["hits"]
    assert len(rows) == total > 30
    assert all(row["citation"] and row["source_line"].startswith("Source: ") for row in rows)
    assert said == WRITTEN.format(asked[0], total)


def test_markdown_has_the_found_words_in_bold_and_each_source_once(
    hands: Hands, asked: list[str], tmp_path: Path
) -> None:
    hands.search("rock solid")
    wait_for_end(hands, entries(hands)["As Markdown with citations …"].trigger)
    written = (tmp_path / "hits-rock-solid.md").read_text("utf-8")
    assert "the **rock-solid** Alliance between" in written
    assert written.count("Source: ") == 1


def test_only_the_kind_that_is_shown_is_written(hands: Hands, asked: list[str], tmp_path: Path) -> None:
    hands.search("Futenma")
    hands.click_chip("Facilities")
    wait_for_end(hands, entries(hands)["As JSON …"].trigger)
    kinds = {hit["kind"] for hit in json.loads((tmp_path / asked[0]).read_text("utf-8"))["hits"]}
    assert kinds == {"facility"}


def test_nothing_is_offered_where_nothing_is_found(hands: Hands) -> None:
    hands.search("zebra")
    (action,) = [one for one in panel(hands)._menu.actions() if one.text() == "Export all hits"]
    assert not action.isEnabled()


def test_a_file_that_cannot_be_written_is_told_in_a_sentence(
    hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "where.csv"), ""))
    hands.search("Futenma")
    entries(hands)["As CSV …"].trigger()
    notices = hands.window.workspace.notices
    hands.qtbot.waitUntil(lambda: bool(notices.text))
    assert notices.text.endswith(".")
    assert "where.csv" in notices.text
    assert not panel(hands).export_strip.isVisible()


def test_a_cancelled_dialog_writes_nothing(hands: Hands, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    hands.search("Futenma")
    entries(hands)["As CSV …"].trigger()
    settle()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Lets an export write its first hit and then wait for the event."""
    goes_on = threading.Event()
    write = search_export.hits_csv

    def wait(result: SearchResult, library: Library, tell: search_export.Tell) -> str:
        def tell_and_wait(number: int) -> None:
            tell(number)
            if number == 1:
                goes_on.wait(5)

        return write(result, library, tell_and_wait)

    monkeypatch.setitem(search_export.FORMATS, "csv", wait)
    return goes_on


def test_what_takes_long_tells_how_far_it_is_and_can_be_stopped(
    hands: Hands, asked: list[str], tmp_path: Path, slow: threading.Event
) -> None:
    hands.search("the ")
    entries(hands)["As CSV …"].trigger()
    strip = hands.window.findChild(ExportStrip)
    hands.qtbot.waitUntil(strip.isVisible)
    hands.qtbot.waitUntil(lambda: strip.accessibleName().endswith(" hits written"))
    hands.search("rock solid")  # the window goes on meanwhile
    assert hands.rows()
    said = wait_for_end(hands, lambda: hands.click(strip.findChild(QPushButton)))
    slow.set()
    assert said == "The export was stopped"
    assert not strip.isVisible()
    hands.window.close()  # waits for the thread
    assert list(tmp_path.iterdir()) == []


def test_an_export_goes_on_with_what_was_asked_when_something_else_is_searched_for(
    hands: Hands, asked: list[str], tmp_path: Path, slow: threading.Event
) -> None:
    hands.search("the ")
    entries(hands)["As CSV …"].trigger()
    hands.qtbot.waitUntil(hands.window.findChild(ExportStrip).isVisible)
    hands.press("Ctrl+K")
    hands.write("zebra")
    assert wait_for_end(hands, slow.set).startswith("Hits written to hits-the.csv: ")
    assert len((tmp_path / "hits-the.csv").read_text("utf-8").splitlines()) > 30


def test_closing_the_window_ends_an_export(
    hands: Hands, asked: list[str], tmp_path: Path, slow: threading.Event
) -> None:
    hands.search("the ")
    entries(hands)["As CSV …"].trigger()
    hands.qtbot.waitUntil(hands.window.findChild(ExportStrip).isVisible)
    assert hands.window.findChild(HitsExport) is not None
    threading.Timer(0.1, slow.set).start()
    hands.window.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ('"rock solid" -golf', "hits-rock-solid-golf.csv"),
        ("日米同盟", "hits-日米同盟.csv"),
        ("../../etc/passwd", "hits-etc-passwd.csv"),
        ("…", "hits.csv"),
        ("a/b:c*d" * 40, None),
    ],
)
def test_proposed_names_are_names_of_files_on_any_system(words: str, name: str | None) -> None:
    proposed = proposed_name(words, formats()[0])
    assert name in (proposed, None)
    assert len(proposed) < 60
    assert not set(proposed) & set('/\\:*?"<>|\0')
