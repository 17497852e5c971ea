"""The files of an import as rows: where each belongs, and what would become or became of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from bluebook_desktop.domain.imports import NO_PLACE, FileReport, Outcome, Place, check_place
from bluebook_desktop.errors import UsageError
from bluebook_desktop.gui.importing.words import (
    headings_in_words,
    outcome_in_words,
    passages_in_words,
    problems_in_short,
    prospect_in_words,
    translate,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from bluebook_desktop.gui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_YEAR = re.compile(r"[0-9]{4}")


class Column(IntEnum):
    """The columns of the table."""

    FILE = 0
    EDITION = 1
    SECTION = 2
    STATE = 3


@dataclass(slots=True)
class Row:
    """One file. `look` is what a look at it gave, `result` what became of it; `place` where it is to go."""

    path: Path
    look: FileReport | None = None
    result: FileReport | None = None
    place: Place = NO_PLACE
    wanted: bool = True
    busy: bool = False

    @property
    def can_be_read(self) -> bool:
        """Whether the file holds a text."""
        return self.look is not None and self.look.outcome is not Outcome.FAILED

    @property
    def section_id(self) -> str:
        """The section that the file is to be."""
        return f"{self.place.edition}/{self.place.section}"


class FilesModel(QAbstractTableModel):
    """The rows; `changed` says that places or choices are others now."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: list[Row] = []
        self._there: dict[str, str] = {}
        self._numbers: dict[Path, int] = {}
        self._claimed: dict[str, Row] | None = None  # made anew when it is next asked for
        self._busy_row: Row | None = None
        self._editable = True

    # Filling

    def set_library(self, sections: Mapping[str, str]) -> None:
        """The ids of the library's sections with the SHA-256 of their texts."""
        self._there = dict(sections)
        self._tell()

    def clear(self) -> None:
        """No files."""
        self.beginResetModel()
        self.rows.clear()
        self._numbers.clear()
        self._claimed, self._busy_row = None, None
        self.endResetModel()

    def add_look(self, report: FileReport) -> None:
        """Add a file that was looked at, or look at it anew."""
        known = self.row_of(report.path)
        edition, _, section = report.section.partition("/")
        readable = report.outcome is not Outcome.FAILED
        row = Row(report.path, report, None, Place(edition, section), wanted=readable)
        if known is not None:
            self.rows[known] = row
            self._tell(known)
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(self.rows))
        self._numbers[row.path] = len(self.rows)
        self.rows.append(row)
        self._claimed = None
        self.endInsertRows()
        self.changed.emit()

    def take_out(self, numbers: Iterable[int]) -> None:
        """Take files out of the list."""
        for number in sorted(numbers, reverse=True):
            self.beginRemoveRows(QModelIndex(), number, number)
            del self.rows[number]
            self.endRemoveRows()
        self._numbers = {row.path: number for number, row in enumerate(self.rows)}
        self._tell()

    def set_editable(self, editable: bool) -> None:
        """Whether files can be chosen: not while they are imported, nor in the report."""
        self._editable = editable
        self._tell()

    def set_busy(self, path: Path | None) -> None:
        """Mark the file that is being worked on."""
        number = self.row_of(path) if path is not None else None
        for row, busy in ((self._busy_row, False), (self.rows[number] if number is not None else None, True)):
            if row is not None:
                row.busy = busy
                self._tell(self._numbers.get(row.path), quiet=True)
        self._busy_row = self.rows[number] if number is not None else None

    def set_result(self, report: FileReport) -> None:
        """Note what became of a file."""
        number = self.row_of(report.path)
        if number is not None:
            self.rows[number].result = report
            self._tell(number, quiet=True)

    def forget_results(self) -> None:
        """Nothing became of any file: the import did not come to be."""
        for row in self.rows:
            row.result = None
        self._tell()

    def keep_results(self) -> None:
        """Leave only the files of which something became, or that could not be read: it is a report now."""
        for row in self.rows:
            if row.result is None and row.look is not None and row.look.outcome is Outcome.FAILED:
                row.result = row.look
        self.take_out([number for number, row in enumerate(self.rows) if row.result is None])

    def set_place(self, numbers: Iterable[int], *, edition: str | None = None, section: str | None = None) -> None:
        """Say where files belong. A year alone is an edition in the language of the file."""
        for number in numbers:
            row = self.rows[number]
            if edition is not None:
                plain = edition.strip().lower()
                if _YEAR.fullmatch(plain) and row.look is not None:
                    plain = f"{plain}-{row.look.language}"
                row.place = Place(plain, row.place.section)
            if section is not None:
                row.place = Place(row.place.edition, section.strip().strip("."))
        self._tell()

    # Asking

    def row_of(self, path: Path) -> int | None:
        """The row of a file."""
        return self._numbers.get(path)

    @property
    def wanted(self) -> list[Row]:
        """The files to be imported."""
        return [row for row in self.rows if row.wanted and row.can_be_read]

    def prospect(self, row: Row) -> Outcome:
        """What would become of a file at the place that it has now."""
        if row.look is None or not row.can_be_read:
            return Outcome.FAILED
        last = self._claims().get(row.section_id)
        if row.wanted and last is not None and last.look is not None and last.look.sha256 != row.look.sha256:
            return Outcome.SUPERSEDED
        there = self._there.get(row.section_id)
        return {None: Outcome.IMPORTED, row.look.sha256: Outcome.UNCHANGED}.get(there, Outcome.REPLACED)

    def _claims(self) -> dict[str, Row]:
        """The file that has each place in the end: the last that is to go there."""
        if self._claimed is None:
            self._claimed = {row.section_id: row for row in self.rows if row.wanted and row.can_be_read}
        return self._claimed

    @staticmethod
    def what_is_wrong(row: Row) -> str:
        """Why a file has no place yet, in a sentence; empty where it has one."""
        if not row.can_be_read:
            return ""
        try:
            check_place(row.place)
        except UsageError as error:
            return str(error)
        if not row.place.edition:
            return translate("Importing", "An edition is missing: a year and a language, such as 2019-en.")
        return "" if row.place.section else translate("Importing", "A section is missing: a number such as 3.1.2.")

    # Qt's model

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.FILE: self.tr("File"),
            Column.EDITION: self.tr("Edition"),
            Column.SECTION: self.tr("Section"),
            Column.STATE: self.tr("Outcome"),
        }[Column(section)]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == Column.FILE and self._editable and row.can_be_read:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.path) if column is Column.FILE else self._words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row) if column is Column.FILE else self._cell_in_words(row, column)
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.STATE and self._needs_a_look(row):
            return self._theme.color("incidents")
        if role == Qt.ItemDataRole.CheckStateRole and column is Column.FILE and self._editable:
            return Qt.CheckState.Checked if row.wanted and row.can_be_read else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.rows[index.row()].wanted = Qt.CheckState(value) is Qt.CheckState.Checked
        self._tell()
        return True

    def _words(self, row: Row, column: Column) -> str:
        if column is Column.FILE:
            return row.path.name or str(row.path)
        report = row.result or row.look
        if column is Column.STATE:
            return self.state_in_words(row)
        if report is None or not report.section:
            return ""
        edition, _, section = report.section.partition("/") if row.result else row.section_id.partition("/")
        return edition if column is Column.EDITION else section

    def state_in_words(self, row: Row) -> str:
        """The last column: what would become or became of a file, with the numbers that matter."""
        if row.busy:
            return self.tr("Being read …")
        report = row.result or row.look
        if report is None:
            return ""
        if report.outcome is Outcome.FAILED:
            return report.sentence
        if row.result is None and not row.wanted:
            return self.tr("Left out")
        if row.result is None and self.what_is_wrong(row):
            return self.tr("Needs a place")
        what = outcome_in_words(row.result.outcome) if row.result else prospect_in_words(self.prospect(row))
        parts = [what, passages_in_words(report.passages)]
        if report.problems:
            parts.append(problems_in_short(len(report.problems)))
        return " · ".join(parts)

    def _needs_a_look(self, row: Row) -> bool:
        """Whether something is wrong with a file, which a colour says beside the words."""
        report = row.result or row.look
        if report is None or (row.result is None and not row.wanted and row.can_be_read):
            return False
        if row.result is not None:
            return row.result.outcome in (Outcome.FAILED, Outcome.SUPERSEDED)
        return self.prospect(row) in (Outcome.FAILED, Outcome.SUPERSEDED) or bool(self.what_is_wrong(row))

    def _cell_in_words(self, row: Row, column: Column) -> str:
        """A cell as a screen reader says it: of which file, of which column, also that there is nothing."""
        title = self.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        said = self._words(row, column) or self.tr("nothing")
        return self.tr("{0}, {1}: {2}").format(self._file_in_words(row), title, said)

    def _file_in_words(self, row: Row) -> str:
        """A file's name, with its folder where another of the same name is listed."""
        alike = sum(one.path.name == row.path.name for one in self.rows)
        return row.path.name if alike < 2 and row.path.name else str(row.path)

    def _spoken(self, row: Row) -> str:
        """A row as a screen reader says it."""
        report = row.result or row.look
        parts = [self._file_in_words(row), self._words(row, Column.EDITION), self._words(row, Column.SECTION)]
        parts.append(self.state_in_words(row))
        if report is not None and report.headings:
            parts.append(headings_in_words(report.headings))
        return ", ".join(part for part in parts if part)

    def _tell(self, number: int | None = None, *, quiet: bool = False) -> None:
        if not quiet:
            self._claimed = None
        first, last = (number, number) if number is not None else (0, len(self.rows) - 1)
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))
        if not quiet:
            self.changed.emit()
