"""The tabs: what is seen is brought up to date at once, the others when they are opened."""

from typing import Any

import pytest

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.facilities import outline
from bluebook_desktop.gui.main_window import MainWindow
from tests.gui.hands import Hands

SECTION = "2021-en/4.2.2"
EVENT = Reference(Kind.EVENT, SECTION, "treaty-signed")


@pytest.fixture
def told(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What the panels of timeline and quotations are told, the quotations being open."""
    workspace = hands.window.workspace
    for tab in ("timeline", "quotations"):
        workspace.navigator.open_tab(tab)
    told: list[tuple[str, str]] = []
    for tab, panel in workspace.centre.made.items():
        for name in ("set_section", "select"):
            real = getattr(panel, name)

            def noted(value: Any, tab: str = tab, name: str = name, real: Any = real) -> None:
                told.append((tab, name))
                real(value)

            monkeypatch.setattr(panel, name, noted)
    return told


def test_a_section_is_shown_anew_by_the_open_tab_at_once_and_by_others_when_they_are_opened(
    window: MainWindow, told: list[tuple[str, str]]
) -> None:
    window.reopen(SECTION)
    assert {tab for tab, _ in told} == {"quotations"}
    told.clear()
    window.workspace.navigator.open_tab("timeline")
    assert told == [("timeline", "set_section"), ("timeline", "select")]
    told.clear()
    window.workspace.navigator.open_tab("quotations")
    window.workspace.navigator.open_tab("timeline")
    assert told == []


def test_what_is_selected_elsewhere_is_selected_in_a_tab_when_it_is_opened(
    window: MainWindow, told: list[tuple[str, str]]
) -> None:
    window.workspace.navigator.select(EVENT)
    assert told == [("quotations", "select")]
    window.workspace.navigator.open_tab("timeline")
    panel = window.workspace.centre.panel("timeline")
    assert panel._axis.selected.event.id == "treaty-signed"


def test_a_filter_stays_when_a_section_is_shown_anew(window: MainWindow, hands: Hands) -> None:
    window.workspace.navigator.open_tab("facilities")
    panel = window.workspace.centre.panel("facilities")
    panel._field.setText("kanagawa")
    window.workspace.centre.show_anew()
    assert panel._field.text() == "kanagawa"
    assert panel.status.startswith("Facilities: 2 of 14")


def test_a_tab_that_is_being_made_ready_is_whole_when_it_is_opened(window: MainWindow) -> None:
    centre = window.workspace.centre
    window.workspace.navigator.select(EVENT)
    preparing = centre.preparing()
    next(preparing)
    window.workspace.navigator.open_tab("timeline")
    assert centre.panel("timeline")._axis.selected.event.id == "treaty-signed"
    told: list[str] = []
    centre.panel_made.connect(lambda tab, _panel: told.append(tab))
    for _ in preparing:
        pass
    assert told == ["facilities", "quotations", "people"]
    assert list(centre.made) == ["timeline"]


def test_a_tab_that_was_made_ready_shows_what_is_selected_since(window: MainWindow) -> None:
    for _ in window.preparing():
        pass
    window.workspace.navigator.select(EVENT)
    window.workspace.navigator.open_tab("timeline")
    assert window.workspace.centre.panel("timeline")._axis.selected.event.id == "treaty-signed"


def test_the_map_of_a_tab_that_was_made_ready_reads_no_coast_when_it_is_seen(window: MainWindow) -> None:
    outline.paths.cache_clear()
    for _ in window.preparing():
        pass
    read = outline.paths.cache_info().misses
    window.workspace.navigator.open_tab("facilities")
    window.grab()
    assert outline.paths.cache_info().misses == read
