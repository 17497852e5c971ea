"""Find in page: a field with a count, below the text."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from bluebook_desktop.gui.theme import Theme


class FindBar(QWidget):
    """Asks for words and steps through the places; knows nothing of the text."""

    changed = Signal(str)
    stepped = Signal(int)  # 1 to the next place, -1 to the one before
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("find_bar")
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Find in this section"))
        self._field.setAccessibleName(self.tr("Find in this section"))
        self._field.setMaximumWidth(320)
        self._field.textChanged.connect(self.changed)
        self._field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setProperty("role", "soft")
        self._count.setMinimumWidth(110)
        self._buttons = [
            self._button("up", self.tr("Previous place (Shift+Enter)"), lambda: self.stepped.emit(-1)),
            self._button("down", self.tr("Next place (Enter)"), lambda: self.stepped.emit(1)),
            self._button("close", self.tr("Close (Esc)"), self.closed.emit),
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(8)
        layout.addWidget(self._field, 1)
        layout.addWidget(self._count)
        for button in self._buttons[:2]:
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self._buttons[2])
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._field.text()

    def open(self, text: str = "") -> None:
        """Show the bar, ready to type; `text` replaces what was looked for."""
        if text:
            self._field.setText(text)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def set_count(self, current: int, total: int) -> None:
        """Say which of how many places is shown."""
        if not self._field.text():
            self._count.setText("")
        elif not total:
            self._count.setText(self.tr("Not in this section"))
        else:
            self._count.setText(self.tr("{0} of {1}").format(current, total))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if key == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
        return super().eventFilter(watched, event)

    def _button(self, icon: str, name: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(slot)
        return button

    def _dress(self) -> None:
        for button in self._buttons:
            button.setIcon(self._theme.icon(button.property("icon_name"), "soft"))
