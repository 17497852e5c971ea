"""Tells of an error that nobody foresaw."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout


class CrashDialog(QDialog):
    """Says that something went wrong, that nothing was lost, and shows the report to copy."""

    def __init__(self, report: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        words = QLabel(
            self.tr(
                "The program met an error that it did not foresee. Texts and notebook are untouched. You can go on; "
                "the report below helps to mend it."
            ),
            self,
        )
        words.setWordWrap(True)
        text = QPlainTextEdit(report, self)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        copy = QPushButton(self.tr("Copy the report"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        close = QPushButton(self.tr("Go on"), self)
        close.setProperty("primary", "true")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(words)
        layout.addWidget(text, 1)
        layout.addLayout(buttons)
        self.resize(640, 420)
