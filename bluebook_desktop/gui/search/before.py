"""What the Results face shows before anything is typed: saved and earlier searches."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from bluebook_desktop.gui.theme import Theme

#: A longer search is cut in the list.
_SHOWN_OF_SEARCH = 60


class BeforeSearching(QWidget):
    """Two lists of searches; `repeated` tells the one that is wanted once more, `removed` the one to keep no longer."""

    repeated = Signal(str)
    removed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 0, 10, 0)
        self._column.setSpacing(0)
        self._earlier: list[str] = []
        self._saved: list[str] = []
        theme.changed.connect(self._fill)

    def set_earlier(self, searches: list[str]) -> None:
        """What was searched for before, newest first."""
        self._earlier = searches
        self._fill()

    def set_saved(self, searches: list[str]) -> None:
        """What the reader keeps."""
        self._saved = searches
        self._fill()

    def _fill(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self._saved:
            self._column.addWidget(self._label(self.tr("SAVED SEARCHES")))
        for words in self._saved:
            self._column.addWidget(self._saved_row(words))
        earlier = [words for words in self._earlier if words not in self._saved]
        if earlier:
            self._column.addWidget(self._label(self.tr("EARLIER SEARCHES")))
        for words in earlier:
            self._column.addWidget(self._button(words))

    def _label(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("role", "label")
        label.setContentsMargins(6, 8, 0, 6)
        return label

    def _saved_row(self, words: str) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self._button(words), 1)
        gone = QToolButton(row)
        gone.setIcon(self._theme.icon("close", "soft"))
        gone.setToolTip(self.tr("Remove"))
        gone.setAccessibleName(self.tr("Remove the saved search {0}").format(words[:200]))
        gone.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        gone.clicked.connect(lambda: self.removed.emit(words))
        line.addWidget(gone)
        return row

    def _button(self, words: str) -> QPushButton:
        shown = words if len(words) <= _SHOWN_OF_SEARCH else f"{words[:_SHOWN_OF_SEARCH]}…"
        button = QPushButton(shown.replace("&", "&&"), self)
        button.setAccessibleName(self.tr("Search again for {0}").format(words[:200]))
        button.setProperty("link", "true")
        button.setAutoDefault(True)  # Enter searches as Space does
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.repeated.emit(words))
        return button
