"""What the window remembers over restarts, and that it is saved without waiting for the end."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.settings import Settings

from .conftest import MakeWindow
from .hands import Hands, settle


def restarted(make_window: MakeWindow, window: MainWindow, path: Path) -> MainWindow:
    window.close()
    settle()
    return make_window(Settings(path))


def test_tab_place_zoom_widths_and_colours_are_as_they_were_left(
    make_window: MakeWindow, qtbot, tmp_path: Path
) -> None:
    path = tmp_path / "settings.conf"
    window = make_window(Settings(path), (1400, 700))
    hands = Hands(window, qtbot)
    window.open_locator(parse_locator("bluebook:2021-en/4.2.2/17"))
    hands.press("Ctrl++")
    hands.do("theme_dark")
    window.workspace.workbench._splitter.setSizes([350, 1000])
    window.workspace.workbench._on_moved()
    hands.do("facilities")

    again = restarted(make_window, window, path)
    assert again.workspace.centre.tab == "facilities"
    assert again.reader.place == 17
    assert again.reader.zoom == 110
    again.resize(1400, 700)
    settle()
    assert again.workspace.workbench.widths[0] == 350
    assert again.workspace.side.width() == 350
    assert Settings(path).get("theme") == "dark"


def test_the_window_is_as_large_as_it_was_left(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(Settings(tmp_path / "s"), (700, 500))
    assert restarted(make_window, window, tmp_path / "s").size() == QSize(700, 500)


def test_a_hidden_side_bar_stays_hidden(make_window: MakeWindow, qtbot, tmp_path: Path) -> None:
    window = make_window(Settings(tmp_path / "s"))
    Hands(window, qtbot).press("Ctrl+B")
    again = restarted(make_window, window, tmp_path / "s")
    assert not again.workspace.side.isVisible()
    assert not again.actions_by_id["side"].isChecked()


def test_a_narrow_window_does_not_make_the_side_bar_hidden_for_ever(
    make_window: MakeWindow, qtbot, tmp_path: Path
) -> None:
    window = make_window(Settings(tmp_path / "s"))
    window.resize(640, 500)
    settle()
    again = restarted(make_window, window, tmp_path / "s")
    again.resize(1280, 800)
    settle()
    assert again.workspace.side.isVisible()


def test_starting_again_and_again_stays_at_the_same_place(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(Settings(tmp_path / "s"))
    window.open_locator(parse_locator("bluebook:2021-en/4.2.2/23"))
    for _ in range(3):
        window = restarted(make_window, window, tmp_path / "s")
        assert window.reader.place == 23


@pytest.mark.parametrize("place", ["nonsense", "bluebook:1999-en/1.1/3", "bluebook:2021-en/4.2.2/999", ""])
def test_a_remembered_place_that_is_none_is_passed_over(make_window: MakeWindow, place: str) -> None:
    settings = Settings(None)
    settings.set("place", place)
    settings.set("window_geometry", "###")
    assert make_window(settings).reader.place == 1


def test_what_changed_is_saved_shortly_after_not_only_at_the_end(
    make_window: MakeWindow, qtbot, tmp_path: Path
) -> None:
    path = tmp_path / "s"
    window = make_window(Settings(path))
    Hands(window, qtbot).do("quotations")
    qtbot.waitUntil(lambda: Settings(path).get("tab") == "quotations")
