"""Quotations as a list: statements, testimony, what is reported and terms, each group under its caption."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import Quotation, QuotationKind
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.wording import in_marks, origin_mark, quotation_kind_word, speakers_of, stands_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.services.sections import OpenSection

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole + 1
translate = QCoreApplication.translate

_STATED = (QuotationKind.SPEECH, QuotationKind.JOINT_STATEMENT, QuotationKind.MESSAGE)
#: The groups in the order of the list, with the kinds in each.
GROUPS: dict[str, tuple[QuotationKind, ...]] = {
    "statements": _STATED,
    "reported": (QuotationKind.REPORTED,),
    "testimony": (QuotationKind.TESTIMONY,),
    "terms": (QuotationKind.TERM,),
}


def group_of(kind: QuotationKind) -> str:
    """The group that a kind of quotation belongs to."""
    return next(name for name, kinds in GROUPS.items() if kind in kinds)


def caption_of(group: str) -> str:
    """The words above a group."""
    return {
        "statements": translate("Quotations", "Statements"),
        "reported": translate("Quotations", "Reported (no quotation marks in the text)"),
        "testimony": translate("Quotations", "Testimony (whole paragraphs in the speaker’s own voice)"),
        "terms": translate("Quotations", "Terms (in quotation marks, but no statement)"),
    }[group]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone who is quoted: a person of the section, or a group as printed."""

    key: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a quotation in words, or a caption where `quotation` is None."""

    quotation: Quotation | None
    group: str
    text: str
    who: str = ""
    meta: str = ""
    keys: frozenset[str] = frozenset()
    searched: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ". ".join(filter(None, [self.text, self.who, self.meta]))


def entries_of(section: OpenSection) -> list[Entry]:
    """All quotations of a section as rows, in the order of the text."""
    return [_entry(section, one) for one in section.records.quotations]


def _entry(section: OpenSection, quotation: Quotation) -> Entry:
    who = ", ".join(speakers_of(quotation, section.people))
    is_term = quotation.kind is QuotationKind.TERM
    form = quotation.verb if quotation.kind is QuotationKind.REPORTED else quotation_kind_word(quotation.kind)
    words = [
        stands_for(quotation, section.records.abbreviations) if is_term else form,
        describe(quotation.date.span) if quotation.date else "",
        f"¶\N{NO-BREAK SPACE}{quotation.excerpt.passage}",
        origin_mark(section.records, Kind.QUOTATION, quotation.id),
    ]
    people = [section.people[one] for one in quotation.speakers if one in section.people]
    keys = {one.id for one in people} or {_group_key(name) for name in quotation.speaker_names}
    meta = " · ".join(filter(None, words))
    said = [in_marks(quotation), who, meta, quotation.occasion, *quotation.speaker_names, *(one.name for one in people)]
    searched = fold("\n".join(said).replace("\N{NO-BREAK SPACE}", " "))
    return Entry(quotation, group_of(quotation.kind), in_marks(quotation), who, meta, frozenset(keys), searched)


def _group_key(name: str) -> str:
    """Groups are told apart by their words as printed: the text does not say that two of them are the same."""
    return f"group:{name.casefold()}"


def speakers_in(section: OpenSection, entries: Sequence[Entry]) -> list[Speaker]:
    """Who is quoted how often: people by name, then groups as printed."""
    counts = Counter(key for entry in entries for key in entry.keys)
    groups = {_group_key(name): name for one in section.records.quotations for name in one.speaker_names}
    people = [Speaker(key, section.people[key].name, n) for key, n in counts.items() if key in section.people]
    others = [Speaker(key, groups[key], n) for key, n in counts.items() if key in groups]
    sort_names = {one.key: section.people[one.key].sort_name or one.name for one in people}
    people.sort(key=lambda one: fold(sort_names[one.key]))
    others.sort(key=lambda one: fold(one.name))
    return [*people, *others]


class QuotationModel(QAbstractListModel):
    """The rows that are shown, captions among them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry] = []

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these in groups; statements that stand alone need no caption."""
        rows: list[Entry] = []
        shown = [group for group in GROUPS if any(entry.group == group for entry in entries)]
        for group in shown:
            if shown != ["statements"]:
                rows.append(Entry(None, group, caption_of(group)))
            rows += [entry for entry in entries if entry.group == group]
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row_of(self, id_: str) -> QModelIndex:
        """The row of a quotation, invalid when it is not shown."""
        for row, entry in enumerate(self._rows):
            if entry.quotation is not None and entry.quotation.id == id_:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:  # typing ahead looks at it: a mark is not typed
                return entry.quotation.text if entry.quotation else entry.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return entry.spoken
            case _ if role == ENTRY:
                return entry
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].quotation is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


def entry_of(index: Index) -> Entry | None:
    """The row behind an index."""
    found = index.data(ENTRY)
    return found if isinstance(found, Entry) else None
