"""The people of a section as a list: name, offices as printed, how often they are quoted and named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.gui.widgets.record_rows import ROW, Index, RecordRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.records import Person
    from bluebook_desktop.services.sections import OpenSection

translate = QCoreApplication.translate
ALL = "all"
#: The chips in their order.
CHIPS = (ALL, "quoted", "reported", "events")
#: The orders beside that of the names.
ORDERS = ("text", "mentions")


@dataclass(frozen=True, slots=True)
class Entry:
    """One person, with how often the section quotes, reports, tells of and names them."""

    person: Person
    offices: str
    quoted: int
    reported: int
    events: int
    searched: str

    @property
    def mentions(self) -> int:
        """How often the text names the person."""
        return len(self.person.mentions)

    @property
    def counts(self) -> str:
        """The numbers in words: ``2 quotations · 1 event · named 3 times``."""
        several = {
            "quoted": translate("People", "{0} quotations"),
            "reported": translate("People", "{0} reported"),
            "events": translate("People", "{0} events"),
        }
        one = {
            "quoted": translate("People", "1 quotation"),
            "reported": translate("People", "1 reported"),
            "events": translate("People", "1 event"),
        }
        numbers = {"quoted": self.quoted, "reported": self.reported, "events": self.events}
        parts = [one[key] if n == 1 else several[key].format(n) for key, n in numbers.items() if n]
        named = translate("People", "named {0} times").format(self.mentions)
        parts.append(translate("People", "named once") if self.mentions == 1 else named)
        return " · ".join(parts)

    @property
    def key(self) -> str:
        """The id of the person."""
        return self.person.id

    @property
    def typed(self) -> str:
        """What typing ahead looks at."""
        return self.person.name

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return ". ".join(filter(None, [self.person.name, self.offices, self.counts]))

    def is_in(self, chip: str) -> bool:
        """Whether a chip leaves the person."""
        return chip == ALL or bool(getattr(self, chip))


def entries_of(section: OpenSection) -> list[Entry]:
    """All people of a section, in the order of the text."""
    quotations, events = section.records.quotations, section.records.events
    is_report = QuotationKind.REPORTED
    quoted = Counter(id_ for one in quotations if one.kind is not is_report for id_ in one.speakers)
    reported = Counter(id_ for one in quotations if one.kind is is_report for id_ in one.speakers)
    took_part = Counter(id_ for one in events for id_ in one.people)
    return [_entry(one, quoted[one.id], reported[one.id], took_part[one.id]) for one in section.records.people]


def _entry(person: Person, quoted: int, reported: int, events: int) -> Entry:
    offices = " · ".join(dict.fromkeys(role.title for role in person.roles))
    names = [person.name, person.sort_name, offices, *(one.exact for one in person.mentions)]
    names += [person.added_name.text] if person.added_name else []
    return Entry(person, offices, quoted, reported, events, fold("\n".join(names)))


def in_order(entries: Sequence[Entry], order: str) -> list[Entry]:
    """Entries in an order of `ORDERS`, else by name."""
    if order == "text":
        return list(entries)
    if order == "mentions":
        return sorted(entries, key=lambda one: -one.mentions)
    return sorted(entries, key=lambda one: fold(one.person.sort_name or one.person.name))


class PeopleModel(RecordRows[Entry]):
    """The people who are shown."""


def entry_of(index: Index) -> Entry | None:
    """The row behind an index."""
    found = index.data(ROW)
    return found if isinstance(found, Entry) else None
