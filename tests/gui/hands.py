"""A user's hands and eyes: keys, the mouse, and what can be read in the window."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from bluebook_desktop.gui.contents.panel import ContentsPanel
from bluebook_desktop.gui.main_window import MainWindow

#: For tests that open menus or bring windows to the front.
offscreen_cannot_raise = pytest.mark.qt_log_ignore(
    "propagateSizeHints", "does not support raise", "grabbing the keyboard", extend=True
)


class Hands:
    """Acts on one window; reads from it what a user would."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot

    # Doing

    def press(self, keys: str, times: int = 1) -> None:
        """Press keys such as ``Ctrl+K`` in whatever has the keyboard."""
        for _ in range(times):
            self._take_up()
            QTest.keySequence(QApplication.focusWidget() or self.window, QKeySequence(keys))
        settle()

    def write(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        self._take_up()
        self.qtbot.keyClicks(QApplication.focusWidget(), text)
        settle()

    def do(self, action: str) -> None:
        """Choose an action of the menu by its id."""
        self.window.actions_by_id[action].trigger()
        settle()

    def search(self, text: str) -> None:
        """Type into the search field."""
        self.press("Ctrl+K")
        self.write(text)

    def click(
        self, widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = Qt.MouseButton.LeftButton
    ) -> None:
        """Click on a widget, in its middle."""
        self.qtbot.mouseClick(widget, button, pos=at or widget.rect().center())
        settle()

    def click_tab(self, words: str) -> None:
        """Click on Reader, Timeline, Facilities or Quotations."""
        bar = next(one for one in self.window.findChildren(QTabBar) if one.accessibleName() == "Views")
        index = next(index for index in range(bar.count()) if bar.tabText(index) == words)
        self.click(bar, bar.tabRect(index).center())

    def click_chip(self, beginning: str) -> None:
        """Click on a visible chip."""
        chips = (one for one in self.window.findChildren(QPushButton) if one.isVisible() and one.property("chip"))
        self.click(next(one for one in chips if one.text().startswith(beginning)))

    def click_words(self, passage: int, words: str) -> None:
        """Click on words of the text, which must be in view."""
        self.click(self.window.reader.view.viewport(), self.point_of(passage, words))

    def point_of(self, passage: int, words: str) -> QPoint:
        """Where words of the text are on the screen, within the text's area."""
        view = self.window.reader.view
        start = text_of(self.window, passage).index(words)
        cursor = view.span_cursor((passage, start, start + len(words)))
        cursor.setPosition(cursor.selectionStart() + 1)
        rect = view.cursorRect(cursor)
        assert view.viewport().rect().contains(rect.center()), f"“{words}” is not in view"
        return rect.center() + QPoint(2, 0)

    def select_words(self, passage: int, words: str) -> None:
        """Select words of the text."""
        view = self.window.reader.view
        start = text_of(self.window, passage).index(words)
        view.setTextCursor(view.span_cursor((passage, start, start + len(words))))
        settle()

    def pick_row(self, row: int) -> None:
        """Click on a row of the list or table of the tab that is open."""
        view = self.rows_view()
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def _take_up(self) -> None:
        """Offscreen nobody gives the keyboard back to the window when a dialog, a menu or another window is closed."""
        if not self._has_keyboard():
            self.window.activateWindow()
            self.qtbot.waitUntil(self._has_keyboard)

    def _has_keyboard(self) -> bool:
        """Whether the window, or one that belongs to it, is the active one."""
        one: QWidget | None = QApplication.activeWindow()
        while one is not None and one is not self.window:
            one = one.parentWidget()
        return one is not None

    # Reading

    @property
    def tab(self) -> str:
        """The tab that is shown."""
        return self.window.workspace.centre.tab

    @property
    def field(self) -> QLineEdit:
        """The search field."""
        return self.window.findChild(QLineEdit, "search_field")

    def rows_view(self) -> QAbstractItemView:
        """The list or table of the tab that is open."""
        panel = self.window.workspace.centre.panel(self.tab)
        return next(one for one in panel.findChildren(QAbstractItemView) if not isinstance(one, QHeaderView))

    @property
    def status(self) -> str:
        """The first words of the status bar."""
        return self.window.statusBar().findChildren(QLabel)[0].text()

    @property
    def contents(self) -> ContentsPanel:
        """The tree of headings."""
        return self.window.findChild(ContentsPanel)

    @property
    def heading(self) -> str:
        """The heading that is marked in the contents."""
        return str(self.contents.currentIndex().data())

    @property
    def results(self) -> QListView:
        """The list of results."""
        return self.window.findChild(QListView, "results")

    def rows(self) -> list[str]:
        """The results as a screen reader says them."""
        model = self.results.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def chips(self) -> list[str]:
        """The words of the chips that can be seen."""
        found = self.window.findChildren(QPushButton)
        return [one.text() for one in found if one.isVisible() and one.property("chip")]

    def words(self) -> list[str]:
        """The words of all labels that can be seen."""
        return [one.text() for one in self.window.findChildren(QLabel) if one.isVisible() and one.text()]

    def details(self) -> str:
        """All that Details say, or nothing where they are hidden."""
        panel = self.window.findChild(QWidget, "details")
        if panel is None or not panel.isVisible():
            return ""
        return "\n".join(spoken(panel.findChildren(QWidget)))

    def button(self, words: str) -> QPushButton:
        """The button of Details with these words."""
        panel = self.window.findChild(QWidget, "details")
        return next(one for one in panel.findChildren(QPushButton) if one.text() == words and one.isVisible())

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The dialog that is open."""
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def top(self) -> int:
        """The passage at the top of the text."""
        return self.window.reader.place

    def sees(self, passage: int, words: str) -> bool:
        """Whether words of the text are in view."""
        view = self.window.reader.view
        start = text_of(self.window, passage).index(words)
        rect = view.cursorRect(view.span_cursor((passage, start, start + len(words))))
        return view.isVisible() and view.viewport().rect().contains(rect.center())

    def marked(self, color: str) -> list[str]:
        """The words of the text that are marked in a colour of the theme."""
        wanted = self.window._theme.color(color)
        selections = self.window.reader.view.extraSelections()
        with_ground = (one for one in selections if one.format.background().style() != Qt.BrushStyle.NoBrush)
        return [one.cursor.selectedText() for one in with_ground if one.format.background().color() == wanted]

    def clipboard(self) -> str:
        """What was copied."""
        return QGuiApplication.clipboard().text()


def text_of(window: MainWindow, passage: int) -> str:
    """The verbatim text of a passage."""
    return window._section.document.passage(passage).text


def spoken(widgets: Iterable[QWidget]) -> list[str]:
    """The words of the visible ones among widgets."""
    found = []
    for widget in widgets:
        if not widget.isVisible():
            continue
        for read in ("toPlainText", "words", "text"):
            value = getattr(widget, read, None)
            if value is not None:
                found.append(str(value() if callable(value) else value).replace("\N{NO-BREAK SPACE}", " "))
                break
    return [words for words in found if words]


def settle() -> None:
    """Let all that follows from what was done happen."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def centre_of(widget: QWidget) -> QPointF:
    """The middle of a widget."""
    return QPointF(widget.rect().center())
