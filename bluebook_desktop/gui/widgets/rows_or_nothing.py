"""The rows of a tab, or a sentence that says why there are none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget


class RowsOrNothing(QStackedWidget):
    """Shows a view while it has rows, else what `say` was given."""

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "nothing")
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._words.setWordWrap(True)
        self.addWidget(view)
        self.addWidget(self._words)

    def say(self, words: str) -> None:
        """Show a sentence in place of the rows; for none, the rows."""
        self._words.setText(words)
        self.setCurrentIndex(1 if words else 0)
