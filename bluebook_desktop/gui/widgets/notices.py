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
        self._said: list[tuple[str, bool]] = []
        self.hide()

    @property
    def text(self) -> str:
        """What is shown."""
        return "" if self.isHidden() else self._label.text()

    def say(self, sentence: str) -> None:
        """Show a sentence below those that are not closed yet."""
        self._say(sentence, of_library=False)

    def say_of_library(self, sentence: str) -> None:
        """The same of what the library holds, which may not be so once there is another library."""
        self._say(sentence, of_library=True)

    def forget_library(self) -> None:
        """Take away what was said of a library that is no longer the one."""
        self._said = [one for one in self._said if not one[1]]
        self._show()

    def _say(self, sentence: str, *, of_library: bool) -> None:
        if sentence not in (said for said, _ in self._said):
            self._said.append((sentence, of_library))
            announce(self, sentence)
        self._show()

    def _show(self) -> None:
        self._label.setText("\n".join(said for said, _ in self._said))
        self.setVisible(bool(self._said))

    def _on_close(self) -> None:
        self._said.clear()
        self.hide()
        self.closed.emit()

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("close", "soft"))
