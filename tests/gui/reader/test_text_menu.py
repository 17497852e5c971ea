"""The menu of the text, by mouse and by the menu key."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from bluebook_desktop.domain.references import Kind

from ..hands import Hands, offscreen_cannot_raise, settle
from .pointing import at_passage, cards

pytestmark = [offscreen_cannot_raise]


def menu_at(hands: Hands, at: QPoint | None = None) -> QMenu:
    """Open the menu at a point; without one, with the menu key."""
    viewport = hands.window.reader.view.viewport()
    reason = QContextMenuEvent.Reason.Mouse if at is not None else QContextMenuEvent.Reason.Keyboard
    at = at or QPoint(5, 5)
    asked = viewport if reason is QContextMenuEvent.Reason.Mouse else hands.window.reader.view
    QApplication.sendEvent(asked, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [one.text().replace("\N{NO-BREAK SPACE}", " ") for one in menu.actions() if not one.isSeparator()]


def choose(menu: QMenu, words: str) -> None:
    shown = (one for one in menu.actions() if one.text().replace("\N{NO-BREAK SPACE}", " ") == words)
    next(shown).trigger()
    menu.close()
    settle()


COMMON = [
    "Copy",
    "Copy with citation",
    "Select all",
    "Find in this section",
    "Check a quotation …",
    "Marks in the text",
]


def test_on_plain_words_it_offers_the_passage_and_copying(hands: Hands) -> None:
    hands.select_words(1, "milestone year")
    menu = menu_at(hands, hands.point_of(1, "Under the security"))
    assert texts(menu) == ["Details of ¶ 1", "On timeline", "On map", *COMMON]
    choose(menu, "Copy")
    assert hands.clipboard() == "milestone year"


def test_on_a_date_it_offers_its_event(hands: Hands) -> None:
    menu = menu_at(hands, hands.point_of(1, "2020"))
    assert texts(menu) == ["Show details", "On timeline", *COMMON]
    choose(menu, "On timeline")
    assert hands.tab == "timeline"
    assert hands.window.workspace.navigator.selection.kind is Kind.EVENT
    hands.press("Alt+Left")
    assert hands.tab == "reader"


def test_on_a_facility_it_offers_the_map(hands: Hands) -> None:
    at_passage(hands, 35)
    menu = menu_at(hands, hands.point_of(35, "Yokota"))
    assert "On map" in texts(menu)
    choose(menu, "On map")
    assert hands.tab == "facilities"
    assert hands.window.workspace.navigator.selection.id == "yokota"


def test_on_a_quotation_it_offers_the_quotations(hands: Hands) -> None:
    at_passage(hands, 8)
    menu = menu_at(hands, hands.point_of(8, "rock-solid"))
    assert "In quotations" in texts(menu)
    choose(menu, "In quotations")
    assert hands.tab == "quotations"


def test_on_a_pointer_it_offers_to_go_there(hands: Hands) -> None:
    menu = menu_at(hands, hands.point_of(1, "Special Feature page"))
    first = texts(menu)[0]
    assert first.startswith("Go to “Sixtieth Anniversary")
    choose(menu, first)
    assert hands.heading.startswith("Sixtieth Anniversary")


def test_details_of_overlapping_marks_are_those_of_the_innermost(hands: Hands) -> None:
    at_passage(hands, 12)
    menu = menu_at(hands, hands.point_of(12, "April 2019"))
    assert {"Show details", "On timeline", "In quotations"} <= set(texts(menu))
    choose(menu, "Show details")
    assert hands.window.workspace.navigator.selection.kind is Kind.EVENT


def test_the_menu_key_opens_it_at_the_mark_that_the_keyboard_is_at(hands: Hands) -> None:
    hands.press("Alt+Down")
    menu = menu_at(hands)
    assert texts(menu)[:2] == ["Show details", "On timeline"]
    assert cards(hands) == []
    view = hands.window.reader.view
    below = view.mark_rects(view._walked)[0].bottom()
    assert abs(view.viewport().mapFromGlobal(menu.pos()).y() - below) < 8
    menu.close()


def test_the_menu_key_leaves_the_text_where_it_is(hands: Hands) -> None:
    at_passage(hands, 35)
    bar = hands.window.reader.view.verticalScrollBar()
    before = bar.value()
    menu_at(hands).close()
    assert bar.value() == before


def test_the_menu_key_without_a_mark_offers_the_passage_that_is_read(hands: Hands) -> None:
    at_passage(hands, 20)
    menu = menu_at(hands)
    assert texts(menu)[0] == "Details of ¶ 20"
    choose(menu, "Details of ¶ 20")
    assert "PASSAGE · PARAGRAPH" in hands.details()


def test_marks_can_be_turned_off_from_it(hands: Hands) -> None:
    menu = menu_at(hands, hands.point_of(1, "2020"))
    last = menu.actions()[-1]
    assert last.isCheckable()
    assert last.isChecked()
    choose(menu, "Marks in the text")
    assert texts(menu_at(hands, hands.point_of(1, "2020")))[0] == "Details of ¶ 1"
    QApplication.activePopupWidget().close()


def test_the_words_of_the_menu_are_selected_with_the_keyboard(hands: Hands) -> None:
    menu = menu_at(hands, hands.point_of(1, "2020"))
    hands.qtbot.keyClick(menu, Qt.Key.Key_Down)
    hands.qtbot.keyClick(menu, Qt.Key.Key_Return)
    settle()
    assert hands.window.workspace.navigator.selection.kind is Kind.EVENT
