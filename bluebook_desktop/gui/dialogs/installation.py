"""Help → Check this installation: what `bluebook-desktop --self-test` says, line by line as it is found."""

from PySide6.QtCore import QProcess, Qt
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.paths import window_program

_SIZE = (760, 560)
_SIDE = 24
#: The words beside each state begin here, in all of their lines.
_INDENT = 56
#: How long the program may take to end when the dialog is closed meanwhile.
_PATIENCE_MS = 2000


class InstallationDialog(QDialog):
    """Runs the program once more to check itself, so that nothing here has to wait for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Check this installation"))
        self.outcome = QLabel(self.tr("Checking …"), self)
        self.outcome.setProperty("role", "title")
        self.outcome.setWordWrap(True)
        self.lines = QTextEdit(self)
        self.lines.setReadOnly(True)
        self.lines.setAccessibleName(self.tr("What was found"))
        self.lines.setFont(theme.font("small"))
        self.lines.document().setDocumentMargin(10)
        self.lines.setTabChangesFocus(True)
        self.lines.setTabStopDistance(_INDENT)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(self._told)))
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 20, _SIDE, 16)
        layout.setSpacing(12)
        layout.addWidget(self.outcome)
        layout.addWidget(self.lines, 1)
        layout.addLayout(foot)
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))
        self._start()

    def _start(self) -> None:
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self.finished.connect(self._stop)
        program, *arguments = window_program()
        self._process.start(program, [*arguments, "--self-test"])

    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data()).decode("utf-8", "replace").rstrip()
            self._told.append(line)
            self._show(line)

    def _show(self, line: str) -> None:
        """A state and, beside it, what was found; a failure stands out by its colour as well."""
        state, _, found = line.partition("  ")
        hanging = QTextBlockFormat()
        plain = QTextCharFormat()
        coloured = QTextCharFormat()
        coloured.setForeground(self._theme.color("incidents" if state == "failed" else "soft"))
        cursor = QTextCursor(self.lines.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self.lines.document().isEmpty():
            cursor.insertBlock()
        if found:
            hanging.setLeftMargin(_INDENT)
            hanging.setTextIndent(-_INDENT)
            cursor.setBlockFormat(hanging)
            cursor.insertText(f"{state}\t", coloured)
            cursor.insertText(found.strip(), plain)
        else:
            cursor.setBlockFormat(hanging)
            cursor.insertText(line, plain)

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        if status is not QProcess.ExitStatus.NormalExit:
            said = self.tr("The check broke off; the last line tells where.")
        elif code:
            said = self.tr("Something is missing or damaged: the lines that begin with “failed” tell what.")
        else:
            said = self.tr("All that the program needs is there.")
        self._conclude(said)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._conclude(self.tr("The program could not be started once more to check itself."))

    def _conclude(self, said: str) -> None:
        self.outcome.setText(said)
        self.copy.setEnabled(True)
        self.lines.moveCursor(QTextCursor.MoveOperation.Start)

    def _stop(self) -> None:
        """The dialog is closed: nothing is told any more, and the check ends with it."""
        self._process.blockSignals(True)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_PATIENCE_MS)
