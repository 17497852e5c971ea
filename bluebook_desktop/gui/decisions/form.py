"""The form in Details in which a found record is corrected, with the words of the text above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bluebook_desktop.domain.dates import describe, parse_edtf
from bluebook_desktop.domain.decisions import FIELDS, Field
from bluebook_desktop.gui.decisions.words import field_word, value_words
from bluebook_desktop.gui.widgets.chips import ChipRow
from bluebook_desktop.gui.widgets.text_view import ExcerptView, TextView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluebook_desktop.domain.references import Kind
    from bluebook_desktop.gui.details.cards import Quote
    from bluebook_desktop.gui.theme import Theme


class CorrectionForm(QWidget):
    """Asks for the values of a record; `saved` tells them as they were typed, `cancelled` that it is to be closed."""

    saved = Signal(dict)
    cancelled = Signal()
    problem_shown = Signal(object)  # the widget that says it, to be scrolled to

    def __init__(
        self,
        theme: Theme,
        kind: Kind,
        quote: Quote,
        *,
        values: Mapping[str, str],
        found: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`values` are shown at first; what differs from what was `found` says so below."""
        super().__init__(parent)
        self._theme, self._kind, self._found = theme, kind, found
        self._fields: dict[str, QLineEdit | ChipRow] = {}
        self._notes: dict[str, QLabel] = {}
        self.setObjectName("details_card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 4, 16, 16)
        self._column.setSpacing(4)
        text = ExcerptView(theme, self)
        text.set_pieces(list(quote.pieces), quote.name)
        self._column.addWidget(text)
        for spec in FIELDS[kind]:
            self._add(spec, values.get(spec.name, ""))
        self._problem = TextView(theme, self)
        self._problem.hide()
        self._column.addWidget(self._problem)
        self._column.addLayout(self._buttons())
        self._column.addStretch(1)
        for name in self._fields:
            self._note(name)

    @property
    def values(self) -> dict[str, str]:
        """What the form holds."""
        return {
            name: field.current if isinstance(field, ChipRow) else field.text() for name, field in self._fields.items()
        }

    def begin(self) -> None:
        """Give the first field the keyboard."""
        first = next(iter(self._fields.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit):
            first.selectAll()

    def save(self) -> None:
        """Tell what was typed."""
        self.saved.emit(self.values)

    def show_problem(self, sentence: str) -> None:
        """Say why it cannot be saved."""
        self._problem.set_words(sentence, "ink")
        self._problem.setVisible(bool(sentence))
        self._problem.setAccessibleName(sentence)
        if sentence:
            self.problem_shown.emit(self._problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _add(self, spec: Field, value: str) -> None:
        word = field_word(self._kind, spec.name)
        caption = QLabel(word, self)
        caption.setProperty("role", "label")
        self._column.addSpacing(8)
        self._column.addWidget(caption)
        field = self._choices(spec, value, word) if spec.choices else self._line(spec, value, word)
        if isinstance(field, QLineEdit):
            caption.setBuddy(field)
        self._column.addWidget(field)
        note = QLabel(self)
        note.setTextFormat(Qt.TextFormat.PlainText)
        note.setProperty("role", "small")
        note.setWordWrap(True)
        self._column.addWidget(note)
        self._fields[spec.name], self._notes[spec.name] = field, note

    def _line(self, spec: Field, value: str, word: str) -> QLineEdit:
        field = QLineEdit(value, self)
        field.setAccessibleName(word)
        field.setCursorPosition(0)
        if spec.is_date:
            field.setPlaceholderText("2020-08-15")
        elif spec.several:
            field.setPlaceholderText(self.tr("parted by semicolons"))
        field.textChanged.connect(lambda _text: self._on_changed(spec.name))
        field.returnPressed.connect(self.save)
        return field

    def _choices(self, spec: Field, value: str, word: str) -> ChipRow:
        row = ChipRow(word, self)
        row.set_chips({choice: value_words(self._kind, spec.name, choice) for choice in spec.choices})
        row.choose(value)
        row.chosen.connect(lambda _key: self._on_changed(spec.name))
        return row

    def _buttons(self) -> QHBoxLayout:
        save = QPushButton(self.tr("Save"), self)
        save.setProperty("primary", "true")
        save.clicked.connect(self.save)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(8)
        row.addWidget(save)
        row.addWidget(cancel)
        row.addStretch(1)
        return row

    def _on_changed(self, name: str) -> None:
        self.show_problem("")
        self._note(name)

    def _note(self, name: str) -> None:
        """Below a field: how a date is understood, and what the program had found where that differs."""
        value, found = self.values[name], self._found.get(name, "")
        words = []
        if name == "date":
            words.append(_understood(value) or self.tr("Not a date yet"))
        if " ".join(value.split()) != " ".join(found.split()):
            words.append(self.tr("The program had found: {0}").format(value_words(self._kind, name, found)))
        self._notes[name].setText("\n".join(words))
        self._notes[name].setVisible(bool(words))


def _understood(value: str) -> str:
    try:
        return describe(parse_edtf(" ".join(value.split())), full=True)
    except ValueError:
        return ""
