"""The keyboard map, drawn from the table of actions."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from bluebook_desktop.gui.actions import ACTIONS, ActionSpec, words
from bluebook_desktop.gui.theme import Theme

#: A heading, and words with their keys.
_Group = tuple[str, list[tuple[str, str]]]


class ShortcutsDialog(QDialog):
    """Every action that has keys, by group, and the keys of the search field, the marks and the timeline."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard map"))
        body = QWidget(self)
        body.setObjectName("clear")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(24, 20, 24, 12)
        columns.setSpacing(40)
        for groups in _in_columns(self._groups()):
            column = QVBoxLayout()
            column.setSpacing(20)
            for group, rows in groups:
                column.addWidget(self._group(group, rows))
            column.addStretch(1)
            columns.addLayout(column, 1)
        area = QScrollArea(self)
        area.setAccessibleName(self.tr("Keyboard map"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(body)
        area.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        close = QPushButton(self.tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 16, 16)
        layout.addWidget(area)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        room = self.screen().availableGeometry()
        self.resize(min(820, room.width() - 40), min(640, room.height() - 60))

    def _groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for spec in ACTIONS:
            if spec.keys:
                groups.setdefault(words(spec.group), []).append((words(spec.text), _keys(spec)))
        found = list(groups.items())
        found.append(
            (
                self.tr("While searching"),
                [
                    (self.tr("Walk the results; the text follows"), self.tr("Up, Down")),
                    (self.tr("Go to the result"), self.tr("Enter")),
                    (self.tr("Back to where you were"), self.tr("Esc")),
                ],
            )
        )
        found.append(
            (
                self.tr("At a mark in the text"),
                [
                    (self.tr("Show its details, follow a cross-reference"), self.tr("Enter")),
                    (self.tr("Put the card away"), self.tr("Esc")),
                    (self.tr("What else can be done"), self.tr("Menu, Shift+F10")),
                ],
            )
        )
        found.append(
            (
                self.tr("On the timeline"),
                [
                    (self.tr("Event before, event after"), self.tr("Left, Right")),
                    (self.tr("Lane above, lane below"), self.tr("Up, Down")),
                    (self.tr("First event, last event"), self.tr("Home, End")),
                    (self.tr("Read in place, open a cluster"), self.tr("Enter")),
                    (self.tr("List a cluster"), self.tr("Space")),
                    (self.tr("Zoom"), self.tr("+, −")),
                    (self.tr("Fit what is left, all time"), self.tr("F, 0")),
                    (self.tr("Move along"), self.tr("Shift+Left, Shift+Right")),
                    (self.tr("Clear all filters"), self.tr("Esc")),
                ],
            )
        )
        return found

    def _group(self, title: str, rows: list[tuple[str, str]]) -> QWidget:
        group = QWidget(self)
        grid = QGridLayout(group)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(16)
        head = QLabel(title.upper(), group)
        head.setProperty("role", "label")
        grid.addWidget(head, 0, 0, 1, 2)
        for number, (text, keys) in enumerate(rows, 1):
            grid.addWidget(QLabel(text, group), number, 0)
            label = QLabel(keys, group)
            label.setProperty("role", "soft")
            grid.addWidget(label, number, 1, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(0, 1)
        return group


def _in_columns(groups: list[_Group]) -> list[list[_Group]]:
    """The groups in two columns of much the same length, in their order."""
    total = sum(len(rows) + 2 for _, rows in groups)
    columns: list[list[_Group]] = [[], []]
    length = 0
    for group in groups:
        columns[0 if length < total / 2 else 1].append(group)
        length += len(group[1]) + 2
    return columns


def _keys(spec: ActionSpec) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(one).toString(native) for one in spec.keys)
