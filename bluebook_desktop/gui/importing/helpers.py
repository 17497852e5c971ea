"""Helper programs that import and remove: one process a job, so that the window never waits and anything can stop."""

from __future__ import annotations

import json
import logging
from typing import Protocol

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, SignalInstance

from bluebook_desktop.paths import UserFolders, command_line
from bluebook_desktop.services.import_jobs import Job, Message, run_job

#: A helper that was told to stop and has not after so long is ended.
_PATIENCE_MS = 1_500


class Helper(Protocol):
    """Does one job. `told` hands on its messages, `ended` says whether it came to its end by itself."""

    told: SignalInstance
    ended: SignalInstance

    def start(self, job: Job) -> None:
        """Begin."""

    def cancel(self) -> None:
        """Stop; `ended` follows soon."""

    def close(self) -> None:
        """Stop and wait for the end; nothing is told any more."""


class ProcessHelper(QObject):
    """A process of the program's own command line. It stops when its standard input is closed, also by our end."""

    told = Signal(object)  # a dict: as a map of Qt it would lose its order
    ended = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._process.kill)

    def start(self, job: Job) -> None:
        """See `Helper`."""
        program, *arguments = command_line()
        self._process.start(program, [*arguments, "import", "--job"])
        self._process.write(json.dumps(job.to_json()).encode("ascii") + b"\n")

    def cancel(self) -> None:
        """See `Helper`."""
        self._process.closeWriteChannel()
        self._patience.start()

    def close(self) -> None:
        """See `Helper`."""
        self._process.blockSignals(True)
        self._process.closeWriteChannel()
        if self._process.state() is not QProcess.ProcessState.NotRunning and not self._process.waitForFinished(
            _PATIENCE_MS
        ):
            self._process.kill()
            self._process.waitForFinished(_PATIENCE_MS)

    def _read(self) -> None:
        while self._process.canReadLine():
            self.told.emit(json.loads(bytes(self._process.readLine().data())))

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._patience.stop()
        self._read()
        if said := self._process.readAllStandardError().toStdString().strip():
            logging.getLogger(__name__).error("The helper program ended with %s: %s", code, said)
        self.ended.emit(status is QProcess.ExitStatus.NormalExit)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(False)


class ImmediateHelper(QObject):
    """A helper for tests and pictures: the job is done at once, in this process."""

    told = Signal(object)
    ended = Signal(bool)

    def __init__(self, folders: UserFolders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders

    def start(self, job: Job) -> None:
        """See `Helper`."""
        run_job(self._folders, job, self._tell)
        self.ended.emit(True)

    def cancel(self) -> None:
        """All is done already."""

    def close(self) -> None:
        """All is done already."""

    def _tell(self, message: Message) -> None:
        self.told.emit(json.loads(json.dumps(message)))
