"""The same promise over the whole window: every widget that can be used has a name and can be reached by Tab."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTextEdit,
    QWidget,
)

from bluebook_desktop.domain.references import parse_locator

from .hands import Hands, settle

TABS = ("reader", "timeline", "facilities", "quotations", "people")
DIALOGS = ("go_to_passage", "shortcuts", "about", "decisions")
USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
#: Parts of another widget, which is named itself.
PARTS = (QHeaderView, QScrollBar, QSplitterHandle)


def open_tab(tab: str) -> Callable[[Hands], QWidget]:
    def act(hands: Hands) -> QWidget:
        hands.do(tab)
        if tab != "reader":
            hands.pick_row(0)
        else:
            hands.press("Ctrl+I")
        return hands.window

    return act


def search(hands: Hands) -> QWidget:
    hands.search("Futenma")
    hands.press("Down")
    return hands.window


def earlier_searches(hands: Hands) -> QWidget:
    hands.window.workspace.show_earlier_searches(["Okinawa", "host nation support"])
    hands.window.workspace.side.show_face("results")
    settle()
    return hands.window


def first_results(hands: Hands) -> QWidget:
    hands.window.workspace.side.show_face("results")
    settle()
    return hands.window


def nothing_found(hands: Hands) -> QWidget:
    hands.search("zebra")
    return hands.window


def find(hands: Hands) -> QWidget:
    hands.press("Ctrl+F")
    hands.write("Okinawa")
    hands.window.workspace.notices.say("¶ 12")
    settle()
    return hands.window


def card(hands: Hands) -> QWidget:
    hands.window.open_locator(parse_locator("bluebook:2021-en/4.2.2/14"))
    hands.press("Alt+Down", times=3)
    return hands.window


def open_dialog(action: str) -> Callable[[Hands], QWidget]:
    def act(hands: Hands) -> QWidget:
        hands.do(action)
        return hands.dialog(QDialog)

    return act


STATES = {
    **{tab: open_tab(tab) for tab in TABS},
    "search": search,
    "first results": first_results,
    "nothing found": nothing_found,
    "earlier searches": earlier_searches,
    "find": find,
    "card": card,
    **{action: open_dialog(action) for action in DIALOGS},
}


def in_use(top: QWidget) -> list[QWidget]:
    """What a user can see and act on below a window."""
    found = []
    for one in top.findChildren(QWidget):
        if one.window() is not top or not one.isVisible() or isinstance(one, PARTS):
            continue
        if isinstance(one, USED) or one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(one)
    return found


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    named = interface.text(QAccessible.Text.Name) if interface is not None else ""
    read = widget.toPlainText() if isinstance(widget, QTextEdit) else ""
    return (named or widget.accessibleName() or read).strip()


def by_tab(top: QWidget) -> set[QWidget]:
    """Every widget that Tab comes to, from wherever the keyboard is."""
    from PySide6.QtTest import QTest

    seen: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
    return set(seen)


@pytest.mark.parametrize("state", STATES)
def test_everything_that_can_be_used_has_a_name(hands: Hands, state: str) -> None:
    top = STATES[state](hands)
    nameless = [f"{type(one).__name__} {one.objectName()}".strip() for one in in_use(top) if not name_of(one)]
    assert nameless == []


@pytest.mark.parametrize("state", STATES)
def test_tab_comes_to_everything_that_takes_the_keyboard(hands: Hands, state: str) -> None:
    top = STATES[state](hands)
    if top.isAncestorOf(QApplication.focusWidget()) is False:
        top.setFocus()
    reached = by_tab(top)
    wanted = [one for one in in_use(top) if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]
    wanted = [one for one in wanted if one.focusProxy() is None]
    missed = [f"{type(one).__name__} {name_of(one)}" for one in wanted if one not in reached]
    assert missed == []


@pytest.mark.parametrize("state", STATES)
def test_every_button_can_be_used_without_a_mouse(hands: Hands, state: str) -> None:
    """Buttons that Tab passes over have keys of their own."""
    top = STATES[state](hands)
    actions = {action.text() for action in hands.window.actions_by_id.values() if not action.shortcut().isEmpty()}
    for one in in_use(top):
        if isinstance(one, QAbstractButton) and not one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            group = one.group()
            if group is not None and group.exclusive() and group.checkedButton() is not None:
                continue  # Tab comes to the one that is on, the arrow keys to the others
            assert name_of(one) in actions or "(" in one.toolTip(), name_of(one)
