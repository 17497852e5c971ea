"""The window as a whole: what a start shows, zoom, colours and places from outside."""

import pytest
from PySide6.QtWidgets import QLabel, QTabBar

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.gui.appearance import ZOOMS
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.settings import Settings

from .conftest import MakeWindow
from .hands import Hands, offscreen_cannot_raise


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
