"""Quotations as a list: statements, what is reported, testimony and terms, each group under its caption."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import Quotation, QuotationKind
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.quotations.filtering import GROUPS, group_of
from bluebook_desktop.gui.widgets.record_rows import ROW, Index, RecordRows
from bluebook_desktop.gui.wording import form_words, in_marks, named_speakers, origin_mark, stands_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.dates import Span
    from bluebook_desktop.services.sections import OpenSection

translate = QCoreApplication.translate


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


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a quotation in words, or a caption where `quotation` is None.

    `speakers` are names, each with the id of a person or with none; `keys` what the filter by speaker knows them by.
    """

    quotation: Quotation | None
    group: str
    text: str
    speakers: tuple[tuple[str, str], ...] = ()
    meta: str = ""
    occasion: str = ""
    keys: frozenset[str] = frozenset()
    searched: str = ""
    sort_name: str = ""

    @property
    def who(self) -> str:
        """The names of the speakers in a line."""
        return ", ".join(name for name, _ in self.speakers)

    @property
    def span(self) -> Span | None:
        """When it was said."""
        date = self.quotation.date if self.quotation else None
        return date.span if date else None

    @property
    def form(self) -> str:
        """The key of its form."""
        return self.quotation.kind.value if self.quotation else ""

    @property
    def key(self) -> str:
        """The id of the quotation, or nothing."""
        return self.quotation.id if self.quotation else ""

    @property
    def typed(self) -> str:
        """What typing ahead looks at: a mark is not typed."""
        return self.quotation.text if self.quotation else self.text

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        meta = self.meta.replace("¶\N{NO-BREAK SPACE}", translate("Quotations", "paragraph "))
        return ". ".join(filter(None, [self.text, self.who, meta, self.occasion]))

    def person_at(self, offset: int) -> str:
        """The id of the person whose name is at an offset of `who`, or nothing."""
        start = 0
        for name, person in self.speakers:
            if start <= offset < start + len(name):
                return person
            start += len(name) + 2
        return ""


def entries_of(section: OpenSection) -> list[Entry]:
    """All quotations of a section as rows, in the order of the text.

    Where the same words stand several times in a passage, each row says the how-manieth it is.
    """
    quotations = section.records.quotations
    alike = Counter((one.excerpt.exact, one.excerpt.passage) for one in quotations)
    seen: Counter[tuple[str, int]] = Counter()
    entries = []
    for one in quotations:
        key = (one.excerpt.exact, one.excerpt.passage)
        seen[key] += 1
        place = f"¶\N{NO-BREAK SPACE}{one.excerpt.passage}"
        if alike[key] > 1:
            place = translate("Quotations", "{0}, place {1} of {2}").format(place, seen[key], alike[key])
        entries.append(_entry(section, one, place))
    return entries


def _entry(section: OpenSection, quotation: Quotation, place: str) -> Entry:
    speakers = named_speakers(quotation, section.people)
    is_term = quotation.kind is QuotationKind.TERM
    words = [
        stands_for(quotation, section.records.abbreviations) if is_term else form_words(quotation),
        describe(quotation.date.span) if quotation.date else "",
        place,
        origin_mark(section.records, Kind.QUOTATION, quotation.id),
    ]
    people = [section.people[one] for one in quotation.speakers if one in section.people]
    keys = {one.id for one in people} or {_group_key(name) for name in quotation.speaker_names}
    meta = " · ".join(filter(None, words))
    added = [one.added_name.text for one in people if one.added_name]
    said = [in_marks(quotation), *(name for name, _ in speakers), meta, quotation.occasion]
    said += [*quotation.speaker_names, *(one.name for one in people), *added]
    first = (people[0].sort_name or people[0].name) if people else next(iter(quotation.speaker_names), "")
    return Entry(
        quotation,
        group_of(quotation.kind),
        in_marks(quotation),
        speakers,
        meta,
        "" if is_term else quotation.occasion,
        frozenset(keys),
        fold("\n".join(said).replace("\N{NO-BREAK SPACE}", " ")),
        fold(first),
    )


def _group_key(name: str) -> str:
    """Groups are told apart by their words as printed: the text does not say that two of them are the same."""
    return f"group:{name.casefold()}"


def speakers_in(section: OpenSection, entries: Sequence[Entry]) -> list[Speaker]:
    """Who is quoted: people by name, then groups as printed."""
    counts = Counter(key for entry in entries for key in entry.keys)
    groups = {_group_key(name): name for one in section.records.quotations for name in one.speaker_names}
    people = [Speaker(key, section.people[key].name) for key in counts if key in section.people]
    others = [Speaker(key, groups[key]) for key in counts if key in groups]
    sort_names = {one.key: section.people[one.key].sort_name or one.name for one in people}
    people.sort(key=lambda one: fold(sort_names[one.key]))
    others.sort(key=lambda one: fold(one.name))
    return [*people, *others]


class QuotationModel(RecordRows[Entry]):
    """The rows that are shown, captions among them."""

    @property
    def quotations(self) -> list[Quotation]:
        """What is shown, in the order of the rows."""
        return [one.quotation for one in self._rows if one.quotation is not None]

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these in groups; statements that stand alone need no caption."""
        rows: list[Entry] = []
        shown = [group for group in GROUPS if any(entry.group == group for entry in entries)]
        for group in shown:
            if shown != ["statements"]:
                rows.append(Entry(None, group, caption_of(group)))
            rows += [entry for entry in entries if entry.group == group]
        self.show_rows(rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self._rows[index.row()].quotation is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)


def entry_of(index: Index) -> Entry | None:
    """The row behind an index."""
    found = index.data(ROW)
    return found if isinstance(found, Entry) else None
