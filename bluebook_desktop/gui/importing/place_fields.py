"""Where the selected files belong: an edition and a section, with what kind of thing is expected."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from bluebook_desktop.domain.imports import Place


class PlaceFields(QWidget):
    """Two fields and a line that says what is wrong, or what the file says itself."""

    edition_edited = Signal(str)
    section_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edition = self._field(self.tr("2019-en"))
        self._section = self._field(self.tr("3.1.2"))
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "small")
        self._hint.setWordWrap(True)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(8)
        layout.setVerticalSpacing(4)
        names = (self.tr("Edition, a year and a language"), self.tr("Section, a number"))
        for column, (name, field) in enumerate(zip(names, (self._edition, self._section), strict=True)):
            label = QLabel(name, self)
            label.setProperty("role", "small")
            label.setBuddy(field)
            field.setAccessibleName(name)
            layout.addWidget(label, 0, column)
            layout.addWidget(field, 1, column)
        layout.addWidget(self._hint, 2, 0, 1, 3)
        layout.setColumnStretch(2, 1)
        self._edition.textEdited.connect(self.edition_edited)
        self._section.textEdited.connect(self.section_edited)

    def _field(self, example: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(example)
        field.setMinimumWidth(150)
        field.setMaximumWidth(220)
        return field

    def show_places(self, places: list[Place]) -> None:
        """Show the places of the selected files: what they have in common; a section only for one alone."""
        editions = {one.edition for one in places}
        self._set(self._edition, editions.pop() if len(editions) == 1 else "", enabled=bool(places))
        self._set(self._section, places[0].section if len(places) == 1 else "", enabled=len(places) == 1)

    def say(self, words: str, *, is_wrong: bool = False) -> None:
        """Say what is wrong, or what the file says."""
        self._hint.setText(words)
        role = "problem" if is_wrong else "small"
        if self._hint.property("role") != role:
            self._hint.setProperty("role", role)
            self._hint.style().polish(self._hint)

    def focus_first(self) -> None:
        """Give the keyboard to the edition."""
        self._edition.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edition.selectAll()

    @staticmethod
    def _set(field: QLineEdit, words: str, *, enabled: bool) -> None:
        field.setEnabled(enabled)
        if field.text() != words and not field.hasFocus():
            field.setText(words)
