"""The rows of a tab, or a sentence that says why there are none, with a button that takes the filters back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget


class RowsOrNothing(QStackedWidget):
    """Shows a view while it has rows, else what `say` was given; `cleared` asks to leave nothing out."""

    cleared = Signal()

    def __init__(self, view: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "paper")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setProperty("role", "nothing")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._clear = QPushButton(self.tr("Clear all filters"), self)
        self._clear.setAutoDefault(False)
        self._clear.clicked.connect(self.cleared)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.addWidget(view)
        self.addWidget(page)

    def say(self, words: str, *, filtered: bool = False) -> None:
        """Show a sentence in place of the rows; for none, the rows. `filtered` where there would be rows otherwise."""
        self._words.setText(words)
        self._clear.setVisible(filtered)
        self.setCurrentIndex(1 if words else 0)
