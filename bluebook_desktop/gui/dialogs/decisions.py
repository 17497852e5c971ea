"""Your decisions: all that the reader confirmed, corrected and rejected, to be looked up and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.domain.references import Kind, Reference, passage_reference
from bluebook_desktop.gui.decisions.words import field_word, value_words
from bluebook_desktop.gui.widgets.tips import plain_tip
from bluebook_desktop.services.decisions import Step

if TYPE_CHECKING:
    from bluebook_desktop.gui.decisions.desk import DecisionDesk
    from bluebook_desktop.services.decisions import ListedDecision

_LISTED = Qt.ItemDataRole.UserRole
_BLANK = "\N{NO-BREAK SPACE}"


class DecisionsDialog(QDialog):
    """A table of decisions, newest first; `read_requested` tells a Reference to be read in place."""

    read_requested = Signal(object)

    def __init__(self, desk: DecisionDesk, library: str, parent: QWidget | None = None) -> None:
        """`library` is the address of the library that the decisions are looked up in."""
        super().__init__(parent)
        self._desk, self._library = desk, library
        self._is_closed = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Your decisions"))
        self._words = QLabel(self)
        self._words.setProperty("role", "soft")
        self._words.setWordWrap(True)
        self._list = self._make_list()
        self._take_back = QPushButton(self.tr("Take back"), self)
        self._take_back.setProperty("primary", "true")
        self._take_back.clicked.connect(self._on_taken_back)
        self._read = QPushButton(self.tr("Read in place"), self)
        self._read.clicked.connect(self._on_read)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.accept)
        for button in (self._take_back, self._read, close):
            button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addWidget(self._take_back)
        buttons.addWidget(self._read)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._words)
        layout.addWidget(self._list, 1)
        layout.addLayout(buttons)
        room = self.screen().availableGeometry()
        self.resize(min(820, room.width() - 40), min(520, room.height() - 60))
        self.finished.connect(self._on_closed)
        desk.changed.connect(self._ask)
        desk.ready.connect(self._ask)
        self._show([])
        self._ask()

    def _make_list(self) -> QTreeWidget:
        found = QTreeWidget(self)
        found.setObjectName("decisions")
        found.setAccessibleName(self.tr("Your decisions"))
        found.setHeaderLabels([self.tr("Decision"), self.tr("On"), self.tr("Kind"), self.tr("Where")])
        found.setRootIsDecorated(False)
        found.setUniformRowHeights(True)
        found.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        found.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = found.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        found.itemSelectionChanged.connect(self._on_selected)
        found.itemActivated.connect(lambda _item, _column: self._on_read())
        return found

    def _ask(self) -> None:
        if self._desk.reason:
            self._words.setText(self._desk.reason)
        else:
            self._desk.list_all(self._library, self._show)

    def _on_closed(self) -> None:
        self._is_closed = True

    def _show(self, found: list[ListedDecision]) -> None:
        if self._is_closed:  # the list came late, and its widgets are gone
            return
        chosen = self._list.currentIndex().row()
        self._list.clear()
        for one in sorted(found, key=lambda one: one.decision.decided_at, reverse=True):
            self._list.addTopLevelItem(self._row(one))
        lost = sum(one.is_lost for one in found)
        words = self.tr("Nothing was decided yet. Select what the program found, and confirm, correct or reject it.")
        if found:
            words = self.tr("1 decision") if len(found) == 1 else self.tr("{0} decisions").format(len(found))
            if lost:
                single, many = self.tr("{0}; 1 has lost its place"), self.tr("{0}; {1} have lost their place")
                words = (single if lost == 1 else many).format(words, lost)
            row = min(max(chosen, 0), len(found) - 1)
            self._list.setCurrentIndex(self._list.model().index(row, 0))
        self._words.setText(words)
        self._on_selected()

    def _row(self, one: ListedDecision) -> QTreeWidgetItem:
        decision = one.decision
        verdict = {
            Verdict.CONFIRMED: self.tr("Confirmed"),
            Verdict.CORRECTED: self.tr("Corrected"),
            Verdict.REJECTED: self.tr("Rejected"),
        }[decision.verdict]
        kind = {
            Kind.EVENT: self.tr("Event"),
            Kind.FACILITY: self.tr("Facility"),
            Kind.QUOTATION: self.tr("Quotation"),
            Kind.PERSON: self.tr("Person"),
            Kind.ABBREVIATION: self.tr("Abbreviation"),
        }[decision.kind]
        place = f"{decision.section} ¶{_BLANK}{one.passage}"
        if one.is_lost:
            place = self.tr("lost its place, was {0}").format(place)
        said = [
            f"{field_word(decision.kind, name)}: {value_words(decision.kind, name, value)}"
            for name, value in decision.values.items()
        ]
        whole = " · ".join([decision.title, *said])
        item = QTreeWidgetItem([verdict, whole, kind, place])
        item.setData(0, _LISTED, one)
        item.setToolTip(1, plain_tip(whole))
        spoken = place.replace(f"¶{_BLANK}", self.tr("paragraph "))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{verdict}: {whole}, {kind}, {spoken}")
        return item

    def _chosen(self) -> ListedDecision | None:
        items = self._list.selectedItems()
        return items[0].data(0, _LISTED) if items else None

    def _on_selected(self) -> None:
        one = self._chosen()
        rejected = one is not None and one.decision.verdict is Verdict.REJECTED
        self._take_back.setText(self.tr("Restore") if rejected else self.tr("Take back"))
        self._take_back.setEnabled(one is not None)
        self._read.setEnabled(one is not None and not one.is_lost)

    def _on_taken_back(self) -> None:
        one = self._chosen()
        if one is not None:
            self._desk.write(Step(one.decision, None))

    def _on_read(self) -> None:
        one = self._chosen()
        if one is None or one.is_lost:
            return
        decision = one.decision
        self.accept()
        if decision.verdict is Verdict.REJECTED:  # it is shown nowhere: its passage is
            self.read_requested.emit(passage_reference(decision.section, one.passage))
        else:
            self.read_requested.emit(Reference(decision.kind, decision.section, one.record))
