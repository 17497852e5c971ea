"""A line above the text that tells of something that happened, until it is closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from bluebook_desktop.gui.spoken_roles import announce
from bluebook_desktop.gui.theme import Theme


class NoticeBar(QFrame):
    """Shows one or more sentences; hidden while there is nothing to say."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "notice")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._close = QToolButton(self)
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.clicked.connect(self._on_close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close)
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return "" if self.isHidden() else self._label.text()

    def say(self, sentence: str) -> None:
        """Show a sentence below those that are not closed yet."""
        shown = self._label.text() if not self.isHidden() else ""
        if sentence not in shown.split("\n"):
            self._label.setText(f"{shown}\n{sentence}" if shown else sentence)
            announce(self, sentence)
        self.show()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("close", "soft"))
