"""Asks for a passage number."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class GoToDialog(QDialog):
    """`chosen` tells the number, which is one of the section's."""

    chosen = Signal(int)

    def __init__(self, count: int, current: int, parent: QWidget | None = None) -> None:
        """`count` passages there are, `current` is being read."""
        super().__init__(parent)
        self._count = count
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Go to a passage"))
        label = QLabel(self.tr("Passage, 1 to {0}").format(count), self)
        self._field = QLineEdit(str(current), self)
        self._field.setValidator(QIntValidator(1, 999_999, self))
        self._field.setAccessibleName(label.text())
        self._field.selectAll()
        label.setBuddy(self._field)
        self._problem = QLabel(self)
        self._problem.setProperty("role", "soft")
        self._problem.setWordWrap(True)
        self._go = QPushButton(self.tr("Go there"), self)
        self._go.setProperty("primary", "true")
        self._go.setDefault(True)
        cancel = QPushButton(self.tr("Cancel"), self)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self._field)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)
        self.setMinimumWidth(320)
        self._field.textChanged.connect(self._on_changed)
        self._go.clicked.connect(self._on_accepted)
        cancel.clicked.connect(self.reject)

    def _number(self) -> int | None:
        text = self._field.text()
        number = int(text) if text.isdecimal() else 0
        return number if 1 <= number <= self._count else None

    def _on_changed(self) -> None:
        known = self._number() is not None
        self._go.setEnabled(known)
        empty = not self._field.text()
        self._problem.setText("" if known or empty else self.tr("This section has ¶ 1 to ¶ {0}.").format(self._count))

    def _on_accepted(self) -> None:
        number = self._number()
        if number is not None:
            self.accept()
            self.chosen.emit(number)
