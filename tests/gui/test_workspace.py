"""The parts of the window together: panels in wide and narrow windows, and the keys that lead from part to part."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from bluebook_desktop.domain.references import parse_locator
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.widgets.links import LinkButton
from bluebook_desktop.gui.widgets.text_view import ExcerptView

from .hands import Hands, settle

NARROW = [(1024, 640), (640, 400)]


def details(hands: Hands) -> QWidget:
    return hands.window.findChild(QWidget, "details")


def covers(widget: QWidget, window: MainWindow) -> bool:
    """Whether a click in the middle of a widget's visible part hits it."""
    point = widget.mapTo(window, widget.visibleRegion().boundingRect().center())
    hit = window.childAt(point)
    return hit is widget or (hit is not None and widget.isAncestorOf(hit))


def test_a_wide_window_has_the_panels_beside_the_text(hands: Hands) -> None:
    hands.click_words(1, "Futenma")
    side, text = hands.window.workspace.side, hands.window.reader
    left = text.mapTo(hands.window, QPoint()).x()
    assert side.mapTo(hands.window, QPoint(side.width(), 0)).x() <= left
    assert details(hands).mapTo(hands.window, QPoint()).x() >= left + text.width()


def test_closing_details_gives_the_keyboard_back_to_the_text(hands: Hands) -> None:
    hands.click_words(1, "Futenma")
    close = next(one for one in details(hands).findChildren(QAbstractButton) if one.accessibleName() == "Close details")
    hands.click(close)
    assert hands.details() == ""
    assert hands.window.reader.view.hasFocus()
    assert not hands.window.actions_by_id["details"].isChecked()


@pytest.mark.parametrize(("button", "tab"), [("On timeline", "timeline"), ("On map", "facilities")])
def test_who_asks_for_a_record_on_its_tab_has_the_keyboard_at_its_row(hands: Hands, button: str, tab: str) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/22"))
    hands.do("passage_details")
    hands.click(hands.button(button))
    assert hands.tab == tab
    assert hands.rows_view().hasFocus()
    before = hands.rows_view().currentIndex().row()
    hands.press("Down")
    assert hands.rows_view().currentIndex().row() == before + 1


def test_details_that_were_closed_stay_closed_until_asked_for(hands: Hands) -> None:
    hands.click_words(1, "Futenma")
    hands.press("Ctrl+D")
    hands.click_words(1, "2020")
    assert hands.details() == ""
    hands.press("Ctrl+D")
    assert "2020" in hands.details()


def test_ctrl_d_with_nothing_selected_shows_the_passage_that_is_read(hands: Hands) -> None:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/1"))
    hands.press("Ctrl+D", times=2)
    assert "¶ 1" in hands.details()


@pytest.mark.parametrize("size", NARROW)
def test_a_narrow_window_begins_with_the_text_uncovered(make_window, qtbot, size: tuple[int, int]) -> None:
    window = make_window(size=size)
    assert (window.width(), window.height()) == size
    assert covers(window.reader.view.viewport(), window)
    assert Hands(window, qtbot).sees(1, "Under the security")


@pytest.mark.parametrize("size", NARROW)
def test_a_panel_that_slides_over_can_be_reached_used_and_put_away(make_window, qtbot, size: tuple[int, int]) -> None:
    hands = Hands(make_window(size=size), qtbot)
    hands.click_words(1, "Under the")
    hands.press("Ctrl+I")
    panel = details(hands)
    assert hands.details()
    assert covers(panel, hands.window)
    assert panel.mapTo(hands.window, QPoint(panel.width(), 0)).x() <= hands.window.width()
    hands.press("Ctrl+D")
    assert not panel.isVisible()
    assert covers(hands.window.reader.view.viewport(), hands.window)


def test_in_a_very_narrow_window_the_contents_slide_over_and_go_when_used(make_window, qtbot) -> None:
    hands = Hands(make_window(size=(640, 400)), qtbot)
    assert not hands.window.workspace.side.isVisible()
    hands.press("Ctrl+B")
    assert covers(hands.contents.viewport(), hands.window)
    assert hands.contents.hasFocus()
    hands.press("Down", times=3)
    hands.press("Enter")
    assert not hands.window.workspace.side.isVisible()
    assert covers(hands.window.reader.view.viewport(), hands.window)


def test_in_a_very_narrow_window_searching_works_to_the_end(make_window, qtbot) -> None:
    hands = Hands(make_window(size=(640, 400)), qtbot)
    hands.search("rock solid")
    assert covers(hands.results.viewport(), hands.window)
    hands.press("Down")
    hands.press("Enter")
    assert hands.marked("hit")
    assert not hands.window.workspace.side.isVisible()
    words = hands.marked("hit")[0]
    passage = hands.window.workspace.navigator.place.passage
    assert words
    assert passage


@pytest.mark.parametrize("size", NARROW)
@pytest.mark.parametrize("tab", ["timeline", "facilities", "quotations"])
def test_every_tab_has_room_for_its_records_in_a_narrow_window(make_window, qtbot, size, tab: str) -> None:
    hands = Hands(make_window(size=size), qtbot)
    hands.do(tab)
    view = hands.rows_view()
    assert view.viewport().height() >= 30
    assert covers(view.viewport(), hands.window)
    hands.pick_row(0)
    hands.press("Ctrl+D") if not hands.details() else None
    assert covers(details(hands), hands.window)
    assert hands.window.width() == size[0], "the window was made wider by its contents"


@pytest.mark.parametrize("size", NARROW)
def test_nothing_of_the_top_bar_is_lost_in_a_narrow_window(make_window, size: tuple[int, int]) -> None:
    window = make_window(size=size)
    top = window.workspace.top
    for one in (top.back, top.forward, top.field, top.menu):
        assert top.rect().contains(one.mapTo(top, one.rect().bottomRight()))


def test_the_smallest_window_still_shows_the_text(make_window, qtbot) -> None:
    window = make_window(size=(420, 320))
    assert window.width() == 420
    assert window.reader.view.viewport().width() >= 300


def test_a_window_that_grows_again_has_its_panels_back(hands: Hands) -> None:
    hands.click_words(1, "Futenma")
    for size in ((640, 400), (1280, 800), (1024, 640), (1280, 800)):
        hands.window.resize(*size)
        settle()
    assert hands.window.workspace.side.isVisible()
    assert "Futenma" in hands.details()
    assert covers(hands.window.reader.view.viewport(), hands.window)


def test_f6_leads_from_part_to_part_and_round(hands: Hands) -> None:
    hands.click_words(1, "Futenma")
    workspace = hands.window.workspace
    workspace.focus_search()
    parts = [workspace.top, workspace.side, workspace.centre, details(hands)]
    for part in [*parts[1:], *parts[:1]]:
        hands.press("F6")
        focus = QApplication.focusWidget()
        assert focus is part or part.isAncestorOf(focus), part.objectName()


def test_f6_to_details_shows_where_the_keyboard_is(hands: Hands) -> None:
    hands.click_words(1, "Futenma")
    hands.window.workspace.centre.focus()
    hands.press("F6")
    focus = QApplication.focusWidget()
    assert isinstance(focus, LinkButton | ExcerptView)
    stops = [one for one in details(hands).findChildren(QWidget) if isinstance(one, LinkButton | ExcerptView)]
    assert focus is next(one for one in stops if one.isVisible())
    hands.press("F6")
    assert hands.field.hasFocus()


def test_f6_comes_to_the_results_whatever_they_show(hands: Hands) -> None:
    side = hands.window.workspace.side
    hands.search("zebra")
    hands.press("F6")
    assert side.isAncestorOf(QApplication.focusWidget())
    hands.search("rock solid")
    hands.press("F6")
    assert hands.results.hasFocus()
    hands.press("Down")
    hands.press("Enter")
    assert hands.marked("hit")


def test_f6_passes_over_hidden_parts(hands: Hands) -> None:
    hands.press("Ctrl+B")
    hands.window.workspace.focus_search()
    hands.press("F6")
    assert hands.window.reader.view.hasFocus()
    hands.press("F6")
    assert hands.field.hasFocus()


def test_a_notice_stays_until_it_is_closed_and_says_each_sentence_once(hands: Hands) -> None:
    bar = hands.window.workspace.notices
    for sentence in ("One.", "Two.", "One."):
        bar.say(sentence)
    assert bar.text == "One.\nTwo."
    hands.click(bar.findChild(QAbstractButton))
    assert bar.text == ""
    bar.say("Three.")
    assert bar.text == "Three."
