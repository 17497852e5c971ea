"""Every state of deciding has names, is reached by Tab, is translated, and nothing of it is cut off."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from bluebook_desktop.gui.dialogs.decisions import DecisionsDialog
from tests.gui.hands import Hands, settle
from tests.gui.test_accessibility import by_tab, in_use, name_of
from tests.gui.test_translation import LongerLanguage, borrowed, is_cut, is_translated, said, visible

from .conftest import Begin, decide, event_about, select


def found(hands: Hands) -> QWidget:
    hands.do("timeline")
    select(hands, event_about(hands, "visited"))
    return hands.window


def corrected(hands: Hands) -> QWidget:
    form(hands)
    hands.write("Visit to Ruritania")
    decide(hands, lambda: hands.press("Return"))
    return hands.window


def rejected(hands: Hands) -> QWidget:
    found(hands)
    decide(hands, lambda: hands.press("Ctrl+Del"))
    return hands.window


def form(hands: Hands) -> QWidget:
    found(hands)
    hands.press("Ctrl+E")
    return hands.window


def problem(hands: Hands) -> QWidget:
    form(hands)
    hands.press("Return")
    return hands.window


def listed(hands: Hands) -> QWidget:
    rejected(hands)
    hands.press("Ctrl+Shift+D")
    dialog = hands.dialog(DecisionsDialog)
    hands.qtbot.waitUntil(lambda: dialog.findChild(QTreeWidget).topLevelItemCount() == 1)
    settle()
    return dialog


STATES: dict[str, Callable[[Hands], QWidget]] = {
    one.__name__: one for one in (found, corrected, rejected, form, problem, listed)
}


@pytest.fixture
def longer(qapp: QApplication, begin: Begin) -> Iterator[Hands]:
    """The window in a language that is 40 % longer."""
    translator = LongerLanguage()
    QCoreApplication.installTranslator(translator)
    yield begin()
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize("state", STATES)
def test_everything_has_a_name_and_is_reached_by_tab(hands: Hands, state: str) -> None:
    top = STATES[state](hands)
    used = in_use(top)
    assert [type(one).__name__ for one in used if not name_of(one)] == []
    if not top.isAncestorOf(QApplication.focusWidget()):
        top.setFocus()
    reached = by_tab(top)
    wanted = [one for one in used if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled()]
    assert [name_of(one) for one in wanted if one.focusProxy() is None and one not in reached] == []


@pytest.mark.parametrize("state", STATES)
def test_every_word_is_translated_and_none_is_cut_off(longer: Hands, state: str) -> None:
    top = STATES[state](longer)
    ours = f"{borrowed(longer)} visit to ruritania"
    widgets = [top, *visible(top, QWidget)]
    assert {words for one in widgets for words in said(one) if not is_translated(words, ours, state)} == set()
    names = {name_of(one) for one in visible(top, QAbstractButton, QAbstractItemView, QLineEdit)} - {""}
    assert {one for one in names if not is_translated(one, ours, state)} == set()
    details = top.findChild(QWidget, "details") or top
    assert [one.text() for one in visible(top, QLabel, QPushButton) if details.isAncestorOf(one) and is_cut(one)] == []


@pytest.mark.parametrize("state", [name for name in STATES if name != "listed"])
def test_in_a_small_window_everything_can_be_reached(hands: Hands, state: str) -> None:
    hands.window.resize(640, 400)
    settle()
    top = STATES[state](hands)
    panel = top.findChild(QWidget, "details")
    assert panel.isVisible()
    for one in in_use(top):
        if isinstance(one, QPushButton | QLineEdit) and panel.isAncestorOf(one):
            one.setFocus()
            settle()
            area = panel.findChild(QWidget, "details_scroll")
            scroll = getattr(area, "ensureWidgetVisible", None)
            if area.isAncestorOf(one) and scroll is not None:
                scroll(one)
            shown = one.visibleRegion().boundingRect()
            assert shown.height() >= one.height() - 2, name_of(one)
