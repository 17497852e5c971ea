"""The import as its reader sees it: files with their places, then progress, then a report. It blocks nothing."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bluebook_desktop.domain.imports import ImportReport, Outcome, Phase
from bluebook_desktop.gui.importing.model import Column, FilesModel, Row
from bluebook_desktop.gui.importing.place_fields import PlaceFields
from bluebook_desktop.gui.importing.words import details_of, files_in_words, report_as_text, step_in_words, summary_of
from bluebook_desktop.gui.spoken_roles import announce
from bluebook_desktop.gui.widgets.check_delegate import CheckDelegate
from bluebook_desktop.gui.widgets.record_views import RecordTable

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtCore import QItemSelectionRange

    from bluebook_desktop.domain.imports import Place, Step
    from bluebook_desktop.gui.theme import Theme

#: What takes less is not told of.
_SHOWN_AFTER_MS = 150
_TOLD_ONE_BY_ONE = 50
_SIZE = (780, 560)
_LEAST_TABLE, _LEAST_DETAILS = 124, 40
#: A lower dialog keeps its room for the files.
_LOW = 440


class State(Enum):
    """What the dialog is about just now."""

    LOOKING = "looking"
    READY = "ready"
    RUNNING = "running"
    REPORT = "report"


class ImportDialog(QDialog):
    """Shows one import from its files to its report. Closed while files are imported it only goes out of the way."""

    import_requested = Signal()
    cancel_requested = Signal()
    files_requested = Signal()
    open_requested = Signal(str)  # a section
    said = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setModal(False)
        self.state = State.READY
        self.model = FilesModel(theme, self)
        self._report: ImportReport | None = None
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._said = QLabel(self)
        self._said.setProperty("role", "soft")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self.table = self._make_table(theme)
        self.fields = PlaceFields(self)
        self._details = QPlainTextEdit(self)
        self._details.setReadOnly(True)
        self._details.setMinimumHeight(_LEAST_DETAILS)
        self._details.setTabChangesFocus(True)
        self._details.setProperty("role", "details")
        self._details.setAccessibleName(self.tr("About the selected file"))
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SHOWN_AFTER_MS)
        self._late.timeout.connect(self._bar.show)
        self._make_buttons()
        self._lay_out()
        self._connect()
        room = self.screen().availableGeometry()
        self.resize(min(_SIZE[0], room.width() - 16), min(_SIZE[1], room.height() - 48))
        self.show_state(State.READY)

    # Building

    def _make_table(self, theme: Theme) -> RecordTable:
        table = RecordTable(self.model, self)
        table.setItemDelegate(CheckDelegate(theme, table))
        table.setMinimumHeight(_LEAST_TABLE)
        table.setObjectName("import_files")
        table.setAccessibleName(self.tr("Files"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setWordWrap(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.width_changed.connect(self._fit_columns)
        return table

    def _make_buttons(self) -> None:
        self.add = QPushButton(self.tr("Add files …"), self)
        self.take_out = QPushButton(self.tr("Take off the list"), self)
        self.copy = QPushButton(self.tr("Copy report"), self)
        self.leave = QPushButton(self)
        self.act = QPushButton(self)
        self.act.setProperty("primary", "true")
        for button in (self.add, self.take_out, self.copy, self.leave, self.act):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.take_out, self.copy):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._said)
        layout.addWidget(self.table, 3)
        layout.addWidget(self.fields)
        layout.addWidget(self._details, 2)
        layout.addStretch(0)  # takes the room where there are no files
        layout.addWidget(self._bar)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.model.changed.connect(self._refresh)
        self.model.rowsInserted.connect(self._on_inserted)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self.table.doubleClicked.connect(self._on_entered)
        self.table.entered_key.connect(self._on_enter_key)
        self.fields.edition_edited.connect(lambda text: self.model.set_place(self._selected(), edition=text))
        self.fields.section_edited.connect(lambda text: self.model.set_place(self._selected(), section=text))
        self.add.clicked.connect(self.files_requested)
        self.take_out.clicked.connect(self._on_take_out)
        self.copy.clicked.connect(self._on_copy)
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)

    # States

    def show_state(self, state: State, said: str = "") -> None:
        """Change to another state; `said` is a sentence that goes with it."""
        self.state = state
        busy = state in (State.LOOKING, State.RUNNING)
        if busy:
            self._bar.setRange(0, 0)
            self._late.start()
        else:
            self._late.stop()
            self._bar.hide()
            self.model.set_busy(None)
        self.act.setDefault(not busy)  # Enter, pressed once too often, must not cancel
        self.model.set_editable(state is not State.REPORT and state is not State.RUNNING)
        self.add.setVisible(state is State.READY)
        self.take_out.setVisible(state is State.READY)
        self.copy.setVisible(state is State.REPORT)
        usual = self.tr("Each becomes a section of the library. The files themselves are kept as they are.")
        self._said.setText(said or (usual if state is State.READY and self.height() >= _LOW else ""))
        self._said.setVisible(bool(self._said.text()) or busy)
        self._said.setProperty("role", "words" if said else "soft")  # what has happened stands out
        self._said.style().polish(self._said)
        if said:
            announce(self, said)
        self._refresh()
        if not busy and self.model.rows and not self.fields.isAncestorOf(self.focusWidget() or self):
            self.table.setFocus()

    def show_step(self, step: Step) -> None:
        """Tell which step is under way."""
        if step.total:
            # The last part of the bar is the building of the library.
            self._bar.setRange(0, step.total + 1)
            self._bar.setValue(step.done)
        self._said.setText(step_in_words(step))
        if step.phase in (Phase.READING, Phase.FINDING):
            self.model.set_busy(step.path)
        self.act.setEnabled(step.phase is not Phase.COMMITTING)

    def show_cancelling(self) -> None:
        """The import was told to stop."""
        self._said.setText(self.tr("Cancelling …"))
        self.act.setEnabled(False)

    def show_report(self, report: ImportReport, said: str = "") -> None:
        """Show what became of every file."""
        for one in report.files:
            if self.model.row_of(one.path) is None:
                self.model.add_look(one)
            self.model.set_result(one)
        self.model.keep_results()
        self._report = ImportReport(tuple(row.result for row in self.model.rows if row.result), report.notices)
        self.show_state(State.REPORT, " ".join([said, *report.notices]).strip())
        worth = (Outcome.IMPORTED, Outcome.REPLACED, Outcome.UNCHANGED)
        first = next((i for i, row in enumerate(self.model.rows) if row.result and row.result.outcome in worth), 0)
        self._select(first)
        self.table.setFocus()

    def begin_anew(self) -> None:
        """Forget what was shown."""
        self._report = None
        self.model.clear()
        self.show_state(State.READY)

    @property
    def summary(self) -> str:
        """What became of the files, in a line."""
        return summary_of(row.result for row in self.model.rows if row.result)

    @property
    def places(self) -> dict[Path, Place]:
        """Where the files that are to be imported belong."""
        return {row.path: row.place for row in self.model.wanted}

    # What is shown

    def _refresh(self) -> None:
        if self.state is State.LOOKING and len(self.model.rows) > _TOLD_ONE_BY_ONE and self.table.isVisible():
            return  # of thousands of files, each that comes in would be counted thousands of times
        wanted, rows = self.model.wanted, self.model.rows
        wrong = [row for row in wanted if self.model.what_is_wrong(row)]
        titles = {
            State.LOOKING: self.tr("Looking at the files …"),
            State.READY: self.tr("Import {0} into the library").format(files_in_words(len(wanted))),
            State.RUNNING: self.tr("Importing {0}").format(files_in_words(len(wanted))),
            State.REPORT: self.summary or self.tr("Nothing was imported"),
        }
        if not rows and self.state is State.READY:
            titles[State.READY] = self.tr("Import files into the library")
        self._title.setText(titles[self.state])
        acts = {
            State.LOOKING: self.tr("Stop looking"),
            State.READY: self.tr("Import {0}").format(files_in_words(len(wanted))),
            State.RUNNING: self.tr("Cancel the import"),
            State.REPORT: self.tr("Open"),
        }
        leaves = {State.RUNNING: self.tr("Go on reading"), State.REPORT: self.tr("Close")}
        self.act.setText(acts[self.state] if rows else self.tr("Import"))
        self.leave.setText(leaves.get(self.state, self.tr("Cancel")))
        ready = bool(wanted) and not wrong
        is_on = {State.READY: ready, State.REPORT: bool(self._section_to_open())}
        self.act.setEnabled(is_on.get(self.state, True))
        if self.state is State.READY and wrong:
            self.act.setToolTip(self.tr("{0} need a place first").format(files_in_words(len(wrong))))
        else:
            self.act.setToolTip("")
        self.table.setVisible(bool(rows))
        self._details.setVisible(bool(rows))
        self.fields.setVisible(bool(rows) and self.state in (State.READY, State.LOOKING))
        self._show_selected()

    def _show_selected(self) -> None:
        chosen = [self.model.rows[number] for number in self._selected()]
        self.take_out.setEnabled(bool(chosen))
        readable = [row for row in chosen if row.can_be_read]
        self.fields.show_places([row.place for row in readable])
        wrong = next(filter(None, map(self.model.what_is_wrong, readable)), "")
        self.fields.say(wrong or self._hint(readable), is_wrong=bool(wrong))
        reports = [one for row in chosen[:1] if (one := row.result or row.look) is not None]
        if len(chosen) > 1:
            words = self.tr("{0} are selected.").format(files_in_words(len(chosen)))
        else:
            words = "\n".join(line for one in reports for line in details_of(one))
        if self._details.toPlainText() != words:
            self._details.setPlainText(words)
        self._details.setVisible(bool(words))
        if self.state is State.REPORT:
            self.act.setEnabled(bool(self._section_to_open()))

    def _hint(self, rows: list[Row]) -> str:
        """Where the places of the selected files come from."""
        if len(rows) != 1 or rows[0].look is None:
            return self.tr("A section can be named for one file at a time.") if len(rows) > 1 else ""
        says = rows[0].look.says
        if says.edition and says.section:
            return self.tr("The file says so itself.")
        if says.edition:
            return self.tr("The file says its edition; its section is the next free number.")
        return self.tr("The file names no edition: it becomes a document. If it is a part of a Bluebook, say which.")

    def _section_to_open(self) -> str:
        for number in self._selected():
            result = self.model.rows[number].result
            if result is not None and result.outcome not in (Outcome.FAILED, Outcome.SUPERSEDED):
                return result.section
        return ""

    def _selected(self) -> list[int]:
        # Of thousands of rows their indexes, one by one, would take seconds; Qt's own stubs know of no iteration.
        ranges = cast("Iterable[QItemSelectionRange]", self.table.selectionModel().selection())
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def _select(self, number: int) -> None:
        if number < len(self.model.rows):
            index = self.model.index(number, 0)
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(index, flags)

    def _fit_columns(self) -> None:
        room = self.table.viewport().width()
        letters = self.table.fontMetrics().horizontalAdvance
        narrow = max(letters("2019-en"), letters(self.tr("Edition")), letters(self.tr("Section"))) + 28
        file = max(110, round((room - 2 * narrow) * 0.38))
        for column, width in ((Column.FILE, file), (Column.EDITION, narrow), (Column.SECTION, narrow)):
            self.table.setColumnWidth(column, width)
        self.table.setColumnWidth(Column.STATE, max(80, room - file - 2 * narrow))

    # What the user does

    def _on_inserted(self, _parent: QModelIndex, first: int) -> None:
        if first == 0:
            self._select(0)

    def _on_selected(self) -> None:
        self._show_selected()

    def _on_entered(self, _index: QModelIndex) -> None:
        if self.state is State.REPORT:
            self._on_act()
        elif self.state is State.READY and self.fields.isEnabled():
            self.fields.focus_first()

    def _on_enter_key(self, _index: QModelIndex) -> None:
        """Enter presses the main button, as in any dialog; only what is under way is not cancelled by it."""
        if self.state in (State.READY, State.REPORT):
            self.act.click()

    def _on_act(self) -> None:
        if self.state is State.READY:
            self.import_requested.emit()
        elif self.state is State.REPORT:
            if section := self._section_to_open():
                self.open_requested.emit(section)
        else:
            self.cancel_requested.emit()

    def _on_take_out(self) -> None:
        numbers = self._selected()
        self.model.take_out(numbers)
        self._select(min(numbers[0], len(self.model.rows) - 1) if numbers and self.model.rows else 0)

    def _on_copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(report_as_text(self._report.files, self._report.notices))
            self._said.setText(self.tr("Report copied"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self.state is State.READY:
            self.fields.focus_first()
            return
        if event.key() == Qt.Key.Key_Delete and self.state is State.READY and self.table.hasFocus():
            self._on_take_out()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Esc, Close or Cancel: an import that is under way goes on, all else is over."""
        if self.state is State.LOOKING:
            self.cancel_requested.emit()
        super().reject()
        if self.state is not State.RUNNING:
            self.begin_anew()
        self.left.emit()
