"""The Timeline tab with the real section, and a few made-up events where the text has none of a kind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from bluebook_desktop.domain.dates import EventDate, YearSource, parse_edtf
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Event, EventKind, Status
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.timeline.panel import TimelinePanel
from bluebook_desktop.services.bundled import read_contents
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.build import build_file
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.library import Library

SECTION = "2021-en/4.2.2"
MakeEvent = Callable[..., Event]


def made_up(number: int, edtf: str, kind: EventKind = EventKind.DEFENCE, status: Status = Status.HAPPENED) -> Event:
    """A made-up event, not from any text."""
    excerpt = Excerpt(number + 1, edtf, "", "", 0, len(edtf))
    date = EventDate(edtf, parse_edtf(edtf), YearSource.PRINTED)
    return Event(f"made-up-{number}", f"Made-up event {number}", kind, status, date, "", excerpt, excerpt)


def reference(event_id: str) -> Reference:
    """The reference of an event of the real section."""
    return Reference(Kind.EVENT, SECTION, event_id)


def filter_button(panel: TimelinePanel, name: str) -> QPushButton:
    """The button of a filter: ``Kind``, ``Status``, ``Person`` or ``Facility``."""
    buttons = panel.findChildren(QPushButton)
    return next(one for one in buttons if one.accessibleName().startswith(f"{name}: "))


def choices(panel: TimelinePanel, name: str) -> dict[str, tuple[str, bool]]:
    """What a filter's menu offers: words -> how many events it would leave, and whether it can be chosen."""
    actions = [one for one in filter_button(panel, name).menu().actions() if not one.isSeparator()]
    return {words: (count, one.isEnabled()) for one in actions for words, count in [one.text().split("\t")]}


def choose(panel: TimelinePanel, name: str, words: str) -> None:
    """Choose a line of a filter's menu."""
    actions = filter_button(panel, name).menu().actions()
    action = next(one for one in actions if one.text().split("\t")[0] == words)
    assert action.isEnabled(), f"{words} cannot be chosen"
    action.trigger()


@pytest.fixture(scope="session")
def section(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenSection]:
    """The bundled section from a library built for the tests."""
    folder: Path = tmp_path_factory.mktemp("library")
    library = Library(address_of(build_file(folder, read_contents(), "of the tests")))
    found = library.section(SECTION)
    edition = next(one for one in library.editions() if one.id == found.edition)
    yield OpenSection(library, edition, found)
    library.close()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp, "light")
    theme.style()
    return theme


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, section: OpenSection) -> TimelinePanel:
    """The tab as it first shows the real section, as wide as the centre of a small window."""
    panel = TimelinePanel(theme)
    qtbot.addWidget(panel)
    panel.resize(680, 660)
    panel.set_section(section)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel
