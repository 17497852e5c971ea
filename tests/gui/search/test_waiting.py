"""What a reader does while the hits are being found, and how a list gets longer under their eyes."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.search.panel import ResultsPanel
from bluebook_desktop.gui.search.parts import SpreadBar
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.settings import Settings
from bluebook_desktop.storage.library import Library

from ..hands import Hands, settle
from ..lanes import HeldLane


@pytest.fixture
def lane() -> HeldLane:
    return HeldLane(held=False)


@pytest.fixture
def hands(qtbot: QtBot, theme: Theme, library: Library, lane: HeldLane) -> Iterator[Hands]:
    """A window whose search answers when it is told to."""
    window = MainWindow(theme, Settings(None), library)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.open_first()
    window.show()
    window.complete(lane=lane)
    window.workspace.search.patience = 1
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield Hands(window, qtbot)
    window.close()


@pytest.fixture
def long(hands: Hands, lane: HeldLane) -> Hands:
    """The same with a long list of hits, and an answer that is held back from now on."""
    hands.search("the ")
    panel_of(hands).show_rest()
    settle()
    lane.held = True
    return hands


def panel_of(hands: Hands) -> ResultsPanel:
    return hands.window.workspace.side.results()


def to_the_end(hands: Hands) -> None:
    """Turn the wheel until the list ends."""
    bar = hands.results.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()


def test_the_end_of_the_old_list_asks_for_nothing_while_another_is_awaited(long: Hands, lane: HeldLane) -> None:
    long.field.setText("rock solid")
    to_the_end(long)
    lane.work()
    assert panel_of(long).query.text == "rock solid"
    assert len(long.rows()) == 2
    assert all("rock" in row for row in long.rows())


@pytest.mark.parametrize("keys", [["Down", "Down", "Down"], ["Down", "Up", "Down"], ["PgDown", "Down"], ["Up", "Up"]])
def test_keys_lead_to_the_same_row_whether_they_come_before_the_hits_or_after(
    long: Hands, lane: HeldLane, keys: list[str]
) -> None:
    long.field.setFocus()
    rows = []
    for early in (True, False):
        long.field.setText("Japan" if early else "Japan ")
        if not early:
            lane.work()
        for key in keys:
            long.press(key)
        if early:
            lane.work()
        settle()
        rows.append(long.results.currentIndex().row())
    assert rows[0] == rows[1] >= 0


def test_a_return_before_the_hits_is_forgotten_by_who_goes_elsewhere(long: Hands, lane: HeldLane) -> None:
    long.field.setFocus()
    long.field.setText("rock solid")
    long.press("Return")
    long.click_tab("Facilities")
    lane.work()
    settle()
    assert len(long.rows()) == 2
    assert long.tab == "facilities"


def test_where_the_hits_lie_is_shown_though_more_was_asked_for_at_once(
    long: Hands, lane: HeldLane, qtbot: QtBot
) -> None:
    long.field.setText("Japan")
    lane.work()
    panel_of(long).show_rest()
    to_the_end(long)
    assert lane.is_asked
    lane.work()
    lane.held = False
    bar = long.window.findChild(SpreadBar)
    qtbot.waitUntil(lambda: len(bar.parts) == 6)


def test_a_longer_list_stays_where_it_was(long: Hands, lane: HeldLane) -> None:
    for _ in range(2):
        to_the_end(long)
        before, rows = first_in_view(long), len(long.rows())
        lane.work()
        settle()
        assert len(long.rows()) > rows
        assert first_in_view(long) == before


def first_in_view(hands: Hands) -> str:
    """The words of the first row that can be seen."""
    return str(hands.results.indexAt(hands.results.viewport().rect().topLeft()).data())


@pytest.mark.parametrize("grouped", [False, True])
def test_the_selected_row_stays_in_view_when_more_come(long: Hands, lane: HeldLane, *, grouped: bool) -> None:
    panel_of(long).prefer(stemming=False, grouped=grouped)
    settle()
    long.field.setFocus()
    longer = 0
    while True:
        long.press("PgDown", 20)
        if not lane.is_asked:
            break
        selected, rows = panel_of(long).current, len(long.rows())
        lane.work()
        settle()
        longer += len(long.rows()) > rows
        assert panel_of(long).current == selected
        place = long.results.visualRect(long.results.currentIndex())
        assert long.results.viewport().rect().intersects(place)
    assert longer == 2
