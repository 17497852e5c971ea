"""The window in which a quotation is checked while it is typed or pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bluebook_desktop.domain.checking.verdicts import Verdict
from bluebook_desktop.errors import BluebookError, StoppedError
from bluebook_desktop.gui.checking.report import Report
from bluebook_desktop.gui.checking.words import searched_words
from bluebook_desktop.gui.tasks import ThreadLane
from bluebook_desktop.services.citing import copy_with_citation

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.gui.tasks import Lane
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.quotation_answers import Checked, Checking
    from bluebook_desktop.services.quotation_places import Place

#: A pause in typing after which the quotation is checked.
_PAUSE_MS = 150
#: How large the window is where the screen has room.
_SIZE = (760, 600)
#: Longer words from the clipboard are no quotation that somebody means to check.
_LONGEST_OFFERED = 4_000


class CheckDialog(QDialog):
    """`place_requested` tells the place to be read; `copied` what was put on the clipboard."""

    place_requested = Signal(object)
    copy_requested = Signal(str, str)  # the words, and what to say

    def __init__(
        self, theme: Theme, make: Callable[[], Checking], parent: QWidget | None = None, lane: Lane | None = None
    ) -> None:
        """`make` opens the library for checking, in the lane's thread; `lane` replaces that thread for tests."""
        super().__init__(parent)
        self._theme, self._make = theme, make
        self._checking: Checking | None = None
        self._checked: Checked | None = None
        self._lane: Lane = lane or ThreadLane("checking", self._stop, self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check a quotation"))
        self._words = QPlainTextEdit(self)
        self._words.setAccessibleName(self.tr("Quotation to be checked"))
        self._words.setPlaceholderText(self.tr("Paste or type what somebody is said to have said"))
        self._words.setTabChangesFocus(True)
        self._speaker = QLineEdit(self)
        self._speaker.setAccessibleName(self.tr("Said by, if it is known"))
        self._speaker.setPlaceholderText(self.tr("Said by (optional)"))
        self._speaker.setMaximumWidth(260)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "soft")
        self._hint.setWordWrap(True)
        self._report = Report(theme, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._lay_out()
        self._words.textChanged.connect(self._timer.start)
        self._speaker.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._check)
        self._report.place_chosen.connect(self._on_place)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._show(None)

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Check a quotation"), self)
        title.setProperty("role", "title")
        self._words.setFixedHeight(96)
        scroll = QScrollArea(self)
        scroll.setObjectName("details_scroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._report)
        self._report.setAutoFillBackground(False)  # the scroll area turned it on
        scroll.viewport().setAutoFillBackground(False)
        self._report.setObjectName("details_card")
        self._report.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        paste = self._button(self.tr("Paste"), self._on_paste)
        self._read = self._button(self.tr("Read in place"), lambda: self._on_place(0))
        self._copy = self._button(self.tr("Copy the exact words"), self._on_copy)
        self._cite = self._button(self.tr("Copy with citation"), self._on_cite)
        self._cite.setProperty("primary", "true")
        above = QHBoxLayout()
        above.addWidget(self._speaker, 1)
        above.addStretch(1)
        above.addWidget(paste)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addStretch(1)
        for button in (self._read, self._copy, self._cite):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for part in (title, self._words):
            column.addWidget(part)
        column.addLayout(above)
        column.addWidget(self._hint)
        column.addWidget(scroll, 1)
        column.addLayout(below)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 16), min(_SIZE[1], room.height() - 48))

    def _button(self, words: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: slot())
        return button

    # What is checked

    @property
    def has_words(self) -> bool:
        """Whether there is anything to check."""
        return bool(self._words.toPlainText().strip())

    def check(self, words: str) -> None:
        """Check these words at once."""
        self._words.setPlainText(words)
        self._words.moveCursor(QTextCursor.MoveOperation.End)
        self._words.selectAll()
        self._timer.stop()
        self._check()

    def renew(self, make: Callable[[], Checking]) -> None:
        """Check against another library from now on; what is typed is checked anew."""
        self._lane.cancel()
        self._make = make
        old, self._checking = self._checking, None
        if old is not None:
            # The thread may still be at its last words with it.
            self._lane.submit(old.close, lambda _done: self._check(), self._on_failed)

    def check_clipboard(self) -> None:
        """Check what was copied last, where it may be a quotation."""
        words = QGuiApplication.clipboard().text()
        if words.strip() and len(words) <= _LONGEST_OFFERED:
            self.check(words)

    def _on_paste(self) -> None:
        self.check(QGuiApplication.clipboard().text())
        self._words.setFocus()

    def _check(self) -> None:
        words, speaker = self._words.toPlainText(), self._speaker.text().strip()
        if not words.strip():
            self._lane.cancel()
            self._show(None)
            return
        self._lane.submit(lambda: self._answer(words, speaker), self._show, self._on_failed)

    def _answer(self, words: str, speaker: str) -> Checked:
        if self._checking is None:
            self._checking = self._make()
        return self._checking.check(words, speaker)

    def _stop(self) -> None:
        if self._checking is not None:
            self._checking.stop()

    # What is answered

    def _show(self, checked: Checked | None) -> None:
        self._checked = checked
        ground = "" if self._checking is None else searched_words(self._checking.passages, self._checking.editions)
        self._report.show_answer(checked, ground, self._speaker.text().strip())
        self._hint.setVisible(checked is None)
        if checked is None:
            self._hint.setText(
                self.tr("The answer says whether the text has these very words, where, and who said them.")
            )
        found = checked is not None and bool(checked.answer.places)
        for button in (self._read, self._copy, self._cite):
            button.setEnabled(found)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, StoppedError):
            return
        if not isinstance(error, BluebookError):
            raise error
        self._show(None)
        self._hint.setText(str(error))

    def _on_place(self, number: int) -> None:
        if self._checked is not None and self._checked.answer.places:
            self.place_requested.emit(self._checked.answer.places[number])

    def _on_copy(self) -> None:
        if self._checked is not None and self._checked.answer.places:
            self.copy_requested.emit(self._exact_words(), self.tr("Copied the exact words"))

    def _on_cite(self) -> None:
        if self._checked is None or not self._checked.answer.places or self._checking is None:
            return
        checking = self._checking
        cited = [
            copy_with_citation(
                place.matched, checking.section(place.section), None if place.heading is not None else place.passage
            )
            for place in self._places_meant()
        ]
        self.copy_requested.emit("\n\n".join(cited), self.tr("Copied with citation"))

    def _exact_words(self) -> str:
        """The text's own words; those of a splice one under the other."""
        return "\n".join(place.matched for place in self._places_meant())

    def _places_meant(self) -> tuple[Place, ...]:
        """The first place; of a splice all, since each has its own words."""
        if self._checked is None:
            return ()
        answer = self._checked.answer
        return answer.places if answer.verdict is Verdict.SPLICED else answer.places[:1]

    # The window itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CONTROL:
            self._on_place(0)
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Let go of the background work and of the library."""
        self._timer.stop()
        self._lane.close()
        if self._checking is not None:
            self._checking.close()
            self._checking = None
        super().done(result)

    def _on_theme_changed(self) -> None:
        self._words.setFont(self._theme.font("serif"))


_CONTROL = Qt.KeyboardModifier.ControlModifier
