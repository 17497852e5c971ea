"""What happens when something goes wrong that nobody foresaw: it is written down and said, once."""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from bluebook_desktop.logs import CrashLog

_log = logging.getLogger(__name__)


class CrashHook:
    """Takes the place of sys.excepthook while the window is open."""

    def __init__(self, crash_log: CrashLog, details: Callable[[], str]) -> None:
        """`details` gives the diagnostics that go with a report."""
        self._crash_log = crash_log
        self._details = details
        self._shown: QDialog | None = None

    def install(self) -> None:
        """Catch whatever escapes from now on."""
        sys.excepthook = self._on_exception

    def remove(self) -> None:
        """Give Python its own hook back."""
        sys.excepthook = sys.__excepthook__

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        report = "".join(traceback.format_exception(kind, error, trace))
        _log.error("unexpected error\n%s", report)
        self._crash_log.write(report)
        print(report, file=sys.stderr)  # noqa: T201 - for whoever started it from a terminal
        if self._shown is None and QApplication.instance() is not None:
            self._shown = CrashDialog(f"{report}\n{self._details()}")
            self._shown.finished.connect(self._on_closed)
            self._shown.open()

    def _on_closed(self) -> None:
        self._shown = None


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


def last_crash_notice(path: Path) -> str:
    """The sentence about a crash of the last run."""
    return QCoreApplication.translate(
        "Crash", "The program ended unexpectedly the last time; what is known of it is in {0}."
    ).format(path)
