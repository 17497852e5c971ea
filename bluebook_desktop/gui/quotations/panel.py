"""Quotations: every quoted statement with who, when and in which form; terms and reports kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.quotations.delegate import QuotationDelegate
from bluebook_desktop.gui.quotations.model import GROUPS, Entry, QuotationModel, entries_of, entry_of, speakers_in
from bluebook_desktop.gui.quotations.speaker_filter import SpeakerFilter
from bluebook_desktop.gui.widgets.chips import ChipRow
from bluebook_desktop.gui.widgets.filter_bar import FilterBar
from bluebook_desktop.gui.widgets.filter_field import FilterField
from bluebook_desktop.gui.widgets.record_views import Picker, RecordList

if TYPE_CHECKING:
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.sections import OpenSection

_ALL = "all"


class QuotationsPanel(QWidget):
    """A list of quotations; one selection, told to the window."""

    selected = Signal(object)
    read_requested = Signal(object)
    status_changed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section = ""
        self._entries: list[Entry] = []
        self._shown: list[Entry] = []
        self._model = QuotationModel(self)
        self._chips = ChipRow(self.tr("Which quotations"), self)
        self._speakers = SpeakerFilter(self)
        self._field = FilterField(theme, self.tr("Filter quotations"), self)
        self._list = RecordList(self._model, self)
        self._list.setAccessibleName(self.tr("Quotations"))
        self._list.setItemDelegate(QuotationDelegate(theme, self._list))
        self._picker = Picker(self._list)
        self._picker.watch()
        self._nothing = QLabel(self)
        self._nothing.setTextFormat(Qt.TextFormat.PlainText)
        self._nothing.setProperty("role", "nothing")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._nothing.setWordWrap(True)
        self._lay_out()
        self._connect()
        self._refresh()

    def _lay_out(self) -> None:
        self._bar = FilterBar(self._chips, [self._speakers], self._field, self)
        self._stack = QStackedWidget(self)
        self._stack.setProperty("role", "paper")
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._chips.chosen.connect(self._refresh)
        self._speakers.chosen.connect(self._refresh)
        self._field.textChanged.connect(self._refresh)
        self._field.left.connect(self._list.setFocus)
        self._picker.picked.connect(lambda index: self._tell(self.selected, index))
        self._picker.read.connect(lambda index: self._tell(self.read_requested, index))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on: with a focus proxy the Tab key would pass over what stands above it."""
        self._list.setFocus(event.reason())

    @property
    def status(self) -> str:
        """How many quotations of which group are shown."""
        count = len(self._shown)
        words = {
            "statements": self.tr("Quotations: {0} statements"),
            "reported": self.tr("Quotations: {0} reported"),
            "testimony": self.tr("Quotations: {0} testimonies"),
            "terms": self.tr("Quotations: {0} terms"),
        }
        return words.get(self._chips.current, self.tr("Quotations: {0}")).format(count)

    def set_section(self, section: OpenSection) -> None:
        """Show the quotations of a section."""
        self._section = section.id
        self._entries = entries_of(section)
        self._speakers.set_speakers(speakers_in(section, self._entries))
        self._refresh()

    def select(self, reference: Reference | None) -> None:
        """Select a quotation and scroll to it, whatever is filtered; or nothing."""
        if reference is None or reference.kind is not Kind.QUOTATION or reference.section != self._section:
            self._picker.select(QModelIndex())
            return
        entry = next((one for one in self._entries if one.quotation and one.quotation.id == reference.id), None)
        if entry is not None and entry not in self._shown:
            self._speakers.choose("")
            self._field.clear()
            if self._chips.current not in (entry.group, _ALL):
                self._chips.choose(entry.group)
            self._refresh()
        self._picker.select(self._model.row_of(reference.id))

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def state(self) -> dict[str, Any]:
        """Chip, speaker and filter, to be remembered."""
        return {"chip": self._chips.current, "speaker": self._speakers.current, "filter": self._field.text()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take up what was remembered; what cannot be used is passed over."""
        if state.get("chip") in (*GROUPS, _ALL):
            self._chips.choose(state["chip"])
        if isinstance(state.get("speaker"), str):
            self._speakers.choose(state["speaker"])
        if isinstance(state.get("filter"), str):
            self._field.setText(state["filter"])
        self._refresh()

    def _tell(self, signal: Any, index: QModelIndex) -> None:
        entry = entry_of(index)
        if entry is not None and entry.quotation is not None:
            signal.emit(Reference(Kind.QUOTATION, self._section, entry.quotation.id))

    def _refresh(self) -> None:
        """Show what chip, speaker and filter leave; the selected row stays selected while it is among them."""
        before = entry_of(self._list.currentIndex()) if self._list.selectedIndexes() else None
        left = self._left()
        chip = self._chips.current or next(iter(GROUPS))
        self._shown = [one for one in left if chip in (one.group, _ALL)]
        with self._picker.quietly():
            self._model.show_entries(self._shown)
        still = self._model.row_of(before.quotation.id) if before and before.quotation else QModelIndex()
        self._picker.select(still)
        if not still.isValid():
            self._list.scrollToTop()
        self._count(left)
        self._nothing.setText(self._nothing_found(left))
        self._stack.setCurrentIndex(0 if self._shown else 1)
        self.status_changed.emit(self.status)

    def _left(self) -> list[Entry]:
        """The quotations of the speaker that have all words of the filter, of whatever group."""
        speaker, words = self._speakers.current, fold(self._field.text()).split()
        mine = [one for one in self._entries if not speaker or speaker in one.keys]
        return [one for one in mine if all(word in one.searched for word in words)]

    def _count(self, left: list[Entry]) -> None:
        words = {
            "statements": self.tr("Statements {0}"),
            "reported": self.tr("Reported {0}"),
            "testimony": self.tr("Testimony {0}"),
            "terms": self.tr("Terms {0}"),
            _ALL: self.tr("All {0}"),
        }
        counts = {group: sum(one.group == group for one in left) for group in GROUPS} | {_ALL: len(left)}
        self._chips.set_chips({key: words[key].format(counts[key]) for key in words})
        self._bar.fit()

    def _nothing_found(self, left: list[Entry]) -> str:
        if not self._entries:
            return self.tr("This section has no quotations.")
        words = fold(self._field.text()).split()
        missing = [word for word in words if not any(word in one.searched for one in self._entries)]
        if missing:
            return self.tr("No quotation of this section has {0}.").format(", ".join(f"“{one}”" for one in missing))
        if left:
            return self.tr("None of this kind; the other kinds have {0}.").format(len(left))
        return self.tr("No quotation matches both the speaker and the filter.")
