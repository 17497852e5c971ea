"""A language that is 40 % longer: every word of the interface went through translation, and none of it is cut off."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.widgets.links import LinkButton

from .hands import Hands, offscreen_cannot_raise, settle
from .test_accessibility import STATES, name_of


class LongerLanguage(QTranslator):
    """``Search`` is ``[Search···]``; placeholders stay as they are."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"[{source}{'·' * max(1, round(len(source) * 0.4) - 2)}]"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def in_longer_language(qapp: QApplication) -> Iterator[None]:
    translator = LongerLanguage()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.fixture
def hands(in_longer_language: None, window: MainWindow, qtbot) -> Hands:
    return Hands(window, qtbot)


def not_in_section(hands: Hands) -> QWidget:
    hands.press("Ctrl+F")
    hands.write("zebra")
    return hands.window


def wrong_number(hands: Hands) -> QWidget:
    hands.do("go_to_passage")
    hands.write("99")
    return hands.dialog(QDialog)


def person(hands: Hands) -> QWidget:
    from bluebook_desktop.domain.references import Kind, Reference

    section = hands.window._section
    hands.window.workspace.navigator.select(Reference(Kind.PERSON, section.id, next(iter(section.people))))
    settle()
    return hands.window


ALL_STATES: dict[str, Callable[[Hands], QWidget]] = {
    **STATES,
    "not in section": not_in_section,
    "wrong number": wrong_number,
    "person": person,
}


def visible(top: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    found = [one for one in top.findChildren(QWidget) if isinstance(one, kinds)]
    return [one for one in found if one.isVisible() and one.window() is top]


def borrowed(hands: Hands) -> str:
    """All words that are not the program's: the text's, the records', those of people and editions."""
    section = hands.window._section
    document = section.document
    parts = [passage.text for passage in document.passages]
    parts += [heading.full_title for heading in document.headings]
    for table in (section.events, section.facilities, section.quotations, section.people, section.abbreviations):
        parts += [str(record) for record in table.values()]
    edition, facts = section.edition, section.section
    parts += [edition.title, edition.publisher, edition.licence, facts.source_line, facts.sha256]
    return re.sub(r"\W+", " ", " ".join(parts)).casefold()


def is_data(words: str, ours: str) -> bool:
    """Whether words are no language at all (numbers, signs, keys), or words of the text."""
    bare = re.sub(r"\W+", " ", words).casefold().strip()
    return not re.search(r"[^\W\d_]", words) or bare in ours


#: Names, keys and versions that are the same in every language.
SAME_IN_ALL = re.compile(
    r"^(?:Qt|Python|SQLite|PySide6.*|\d.*|Linux.*|[0-9a-f\n]{32,}|((Ctrl|Shift|Alt|F\d+|[/?+=−-])[^ ]*,? ?)+)$"
)
#: Rows of About are names of things, not words; dates are said by the domain.
OF_ABOUT = ("Bluebook Desktop", "System", "Installed from", "source", "Text ", "Library ", "of the tests")
MONTHS = r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\bsince\b|\buntil\b|\bFY\b"


def said(widget: QWidget) -> list[str]:
    """The words that a widget shows or says."""
    words = []
    if isinstance(widget, LinkButton):
        words.append(widget.words)
    elif isinstance(widget, QAbstractButton | QLabel):
        words.append(widget.text())
    if isinstance(widget, QTabBar):
        words += [widget.tabText(index) for index in range(widget.count())]
    if isinstance(widget, QLineEdit):
        words += [widget.placeholderText(), widget.accessibleName()]
    if isinstance(widget, QHeaderView) and widget.isVisible():
        words += [str(widget.model().headerData(i, widget.orientation())) for i in range(widget.count())]
    words += [widget.toolTip(), widget.windowTitle() if widget.isWindow() else ""]
    return [one for one in words if one]


def is_translated(words: str, ours: str, where: str) -> bool:
    """Brackets somewhere, or data, or what no language changes."""
    if "[" in words and "]" in words:
        rest = re.sub(r"\[[^\[\]]*\]", " ", words)
        return len(rest) < len(words)
    parts = words.split("·")  # a date, a record, a place
    if SAME_IN_ALL.match(words) or all(is_data(p, ours) or is_data(re.sub(MONTHS, "", p), ours) for p in parts):
        return True
    return where == "about" and words.startswith(OF_ABOUT)


@pytest.mark.parametrize("state", ALL_STATES)
def test_every_word_of_the_interface_is_translated(hands: Hands, state: str) -> None:
    top = ALL_STATES[state](hands)
    ours = borrowed(hands)
    widgets = [top, *visible(top, QWidget)]
    plain = {words for one in widgets for words in said(one) if not is_translated(words, ours, state)}
    assert plain == set()


@pytest.mark.parametrize("state", ALL_STATES)
def test_every_name_for_screen_readers_is_translated(hands: Hands, state: str) -> None:
    top = ALL_STATES[state](hands)
    ours = borrowed(hands)
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit)
    names = {name_of(one) for one in visible(top, *kinds)} - {""}
    assert {one for one in names if not is_translated(one, ours, state)} == set()


@pytest.mark.parametrize("state", ALL_STATES)
def test_no_word_is_cut_off(hands: Hands, state: str) -> None:
    top = ALL_STATES[state](hands)
    cut = [
        f"{type(one).__name__}: {one.text()}" for one in visible(top, QLabel, QPushButton, QToolButton) if is_cut(one)
    ]
    for bar in visible(top, QTabBar):
        cut += [f"tab: {bar.tabText(i)}" for i in range(bar.count()) if not tab_fits(bar, i)]
    assert cut == []


def is_cut(widget: QWidget) -> bool:
    """Whether a label or button is too small for its words."""
    text = widget.text()
    if not text or isinstance(widget, LinkButton | QCheckBox):
        return False  # links wrap and grow with their words
    metrics = QFontMetrics(widget.font())
    if isinstance(widget, QLabel):
        if type(widget).__name__ == "ElidedLabel":
            return False  # gives way on purpose, with the whole as its tool tip
        if widget.wordWrap():
            return widget.height() + 1 < widget.heightForWidth(widget.width())
        widest = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
        return widget.contentsRect().width() + 1 < widest
    if isinstance(widget, QToolButton):
        return False  # shows its icon
    return widget.width() < metrics.horizontalAdvance(text) + 8 or outside(widget)


def outside(widget: QWidget) -> bool:
    """Whether a part of a widget lies outside its parent, where it cannot be seen."""
    parent = widget.parentWidget()
    return parent is not None and not parent.rect().contains(widget.geometry())


def tab_fits(bar: QTabBar, index: int) -> bool:
    """Whether a tab has room for its words."""
    room = (
        bar.tabRect(index).width() if bar.usesScrollButtons() and not hasattr(bar, "_box") else bar._box(index).width()
    )
    return room >= QFontMetrics(bar.font()).horizontalAdvance(bar.tabText(index)) + 8


@offscreen_cannot_raise
def test_the_menu_is_translated(hands: Hands) -> None:
    hands.click(hands.window.workspace.top.menu)
    menu = QApplication.activePopupWidget()
    assert all(action.text().startswith("[") for action in menu.actions() if not action.isSeparator())
    menu.close()


def test_the_labels_that_the_reader_paints_are_translated(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    view = hands.window.reader.view
    asked: list[str] = []
    monkeypatch.setattr(type(view), "tr", lambda self, text: asked.append(text) or text, raising=False)
    hands.press("End")
    view.viewport().repaint()
    for _ in range(30):
        hands.press("PgUp")
        view.viewport().repaint()
    assert {"Special Feature", "Column"} <= set(asked)
