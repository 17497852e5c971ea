"""The window as a whole: what a start shows, what it remembers, zoom, colours and places from outside."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QTabBar

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.gui.main_window import ZOOMS, MainWindow
from bluebook_desktop.settings import Settings

from .conftest import MakeWindow
from .hands import Hands, offscreen_cannot_raise, settle


def test_the_first_start_shows_the_section_at_its_beginning(window: MainWindow, hands: Hands) -> None:
    assert window.reader.view.toPlainText().startswith("Diplomatic Bluebook 2021\n")
    assert hands.sees(1, "Alliance")
    assert (hands.tab, hands.top(), window.reader.view.verticalScrollBar().value()) == ("reader", 1, 0)
    assert window.windowTitle() == "Diplomatic Bluebook 2021 – Bluebook Desktop"


def test_the_first_start_asks_nothing_and_has_no_details(hands: Hands) -> None:
    assert (hands.details(), hands.field.text()) == ("", "")
    assert not hands.window.workspace.notices.text


def test_the_tabs_are_reader_timeline_facilities_quotations_and_people(window: MainWindow) -> None:
    bar = next(one for one in window.findChildren(QTabBar) if one.accessibleName() == "Views")
    tabs = ["Reader", "Timeline", "Facilities", "Quotations", "People"]
    assert [bar.tabText(i) for i in range(bar.count())] == tabs


def test_the_status_bar_tells_where_the_reader_is(hands: Hands) -> None:
    assert hands.status.startswith("2021 › Chapter 4 › ")
    assert hands.status.endswith("› ¶ 1")
    words = [one.text() for one in hands.window.statusBar().findChildren(QLabel)]
    assert words[1:] == ["36 passages · 1 edition", "100 %"]


def test_the_title_names_the_edition_before_the_rest_is_built(make_window: MakeWindow, theme, library, qtbot) -> None:
    window = MainWindow(theme, Settings(None), library)
    qtbot.addWidget(window)
    window.open_first()
    assert window.windowTitle().startswith("Diplomatic Bluebook 2021")
    assert window.reader.place == 1


# Zoom


def test_zoom_keeps_the_place(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/12"))
    for keys in ("Ctrl++", "Ctrl++", "Ctrl+-", "Ctrl+0"):
        hands.press(keys)
        assert hands.top() == 12


def test_zoom_is_shown_and_ends_at_the_largest_and_smallest(hands: Hands) -> None:
    labels = hands.window.statusBar().findChildren(QLabel)
    hands.press("Ctrl+=", times=len(ZOOMS) + 2)
    assert labels[2].text() == "300 %"
    hands.press("Ctrl+-", times=len(ZOOMS) + 2)
    assert labels[2].text() == "50 %"
    hands.press("Ctrl+0")
    assert labels[2].text() == "100 %"


def test_larger_text_is_larger(hands: Hands) -> None:
    block = hands.window.reader.view.document().findBlockByNumber(8)
    before = block.charFormat().font().pixelSize()
    hands.do("zoom_in")
    after = hands.window.reader.view.document().findBlockByNumber(8).charFormat().font().pixelSize()
    assert after > before


def test_zoom_on_another_tab_keeps_the_readers_place(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/20"))
    hands.press("Ctrl+2")
    hands.do("zoom_in")
    hands.press("Ctrl+1")
    assert hands.top() == 20


# Colours


def test_a_change_of_colours_keeps_place_marks_and_tab(hands: Hands) -> None:
    hands.search("rock solid")
    hands.press("Down")
    top, marked = hands.top(), hands.marked("hit")
    assert marked
    hands.do("theme_dark")
    assert hands.marked("hit") == marked
    assert hands.top() == top
    assert hands.window.palette().window().color().name().upper() == "#1B1E23"
    hands.do("theme_light")
    assert hands.marked("hit") == marked


def test_a_change_of_colours_reaches_every_tab(hands: Hands) -> None:
    for tab in ("timeline", "facilities", "quotations"):
        hands.do(tab)
    hands.do("theme_dark")
    for tab in ("timeline", "facilities", "quotations", "reader"):
        hands.do(tab)
        image = hands.window.workspace.centre.grab().toImage()
        assert image.pixelColor(image.width() // 2, image.height() - 4).lightness() < 60


@offscreen_cannot_raise
def test_the_menu_ticks_the_colours_in_use(hands: Hands) -> None:
    hands.do("theme_dark")
    hands.click(hands.window.workspace.top.menu)
    ticked = [one for one in ("system", "light", "dark") if hands.window.actions_by_id[f"theme_{one}"].isChecked()]
    assert ticked == ["dark"]
    hands.press("Esc")


@offscreen_cannot_raise
def test_the_menu_shows_all_actions_that_are_not_for_keys_alone(hands: Hands) -> None:
    hands.click(hands.window.workspace.top.menu)
    from PySide6.QtWidgets import QApplication

    menu = QApplication.activePopupWidget()
    menus = [menu, *(action.menu() for action in menu.actions() if action.menu())]
    shown = {action.objectName() for one in menus for action in one.actions() if action.objectName()}
    assert set(hands.window.actions_by_id) - shown == {"find_next", "find_previous", "next_pane"}
    menu.close()


# What is remembered


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


# Places from outside


@offscreen_cannot_raise
def test_an_address_opens_there(hands: Hands) -> None:
    hands.window.answer_doorbell("bluebook:2021-en/4.2.2/12")
    assert hands.top() == 12
    assert hands.status.endswith("¶ 12")
    assert hands.window.isActiveWindow()


@offscreen_cannot_raise
@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "bluebook:2021-en/4.2.2/99",
            "bluebook:2021-en/4.2.2/99 does not exist: the section has no ¶ 99.",
        ),
        ("bluebook:2021-en/4.2.2/0", "bluebook:2021-en/4.2.2/0 does not exist: the section has no ¶ 0."),
        ("bluebook:1999-en/1", "The library has no section 1999-en/1."),
        (
            "¶ 12",
            "“¶ 12” is not a place in the library; a place looks like bluebook:2021-en/4.2.2/12.",
        ),
    ],
)
def test_an_address_that_is_none_is_said_and_nothing_moves(hands: Hands, address: str, said: str) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/12"))
    hands.window.answer_doorbell(address)
    assert hands.window.workspace.notices.text == said
    assert hands.top() == 12


@offscreen_cannot_raise
def test_an_address_without_passage_opens_the_beginning(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/12"))
    hands.do("timeline")
    hands.window.answer_doorbell("bluebook:2021-en/4.2.2")
    assert (hands.tab, hands.top()) == ("reader", 1)


def test_ctrl_q_closes_the_window(hands: Hands) -> None:
    hands.press("Ctrl+Q")
    assert not hands.window.isVisible()
