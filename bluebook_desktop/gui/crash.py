"""What happens when something goes wrong that nobody foresaw: it is written down and said, once."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from bluebook_desktop.logs import CrashLog

if TYPE_CHECKING:
    from bluebook_desktop.gui.dialogs.crash import CrashDialog

_log = logging.getLogger(__name__)


class CrashHook:
    """Takes the place of sys.excepthook while the window is open."""

    def __init__(self, crash_log: CrashLog, details: Callable[[], str]) -> None:
        """`details` gives the diagnostics that go with a report."""
        self._crash_log = crash_log
        self._details = details
        self._shown: CrashDialog | None = None

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
            from bluebook_desktop.gui.dialogs.crash import CrashDialog  # noqa: PLC0415 - most runs need none

            self._shown = CrashDialog(f"{report}\n{self._details()}")
            self._shown.finished.connect(self._on_closed)
            self._shown.open()

    def _on_closed(self) -> None:
        self._shown = None


def last_crash_notice(path: Path) -> str:
    """The sentence about a crash of the last run."""
    return QCoreApplication.translate(
        "Crash", "The program ended unexpectedly the last time; what is known of it is in {0}."
    ).format(path)
