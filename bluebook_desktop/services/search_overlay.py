"""How the reader's decisions change a search: the index knows nothing of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bluebook_desktop.domain.references import Kind
from bluebook_desktop.storage.search import Candidate, DatedRecord, rows_in
from bluebook_desktop.storage.search_names import Named

if TYPE_CHECKING:
    from bluebook_desktop.domain.decisions import Decision
    from bluebook_desktop.domain.documents import Document, Section
    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.records import Records
    from bluebook_desktop.storage.expressions import Plan
    from bluebook_desktop.storage.library import Library


@dataclass(frozen=True, slots=True)
class Changed:
    """A row as the reader wants it, and what it can be filtered by."""

    candidate: Candidate
    facets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decided:
    """A section that was decided on: its records as they are wanted, and the rows that are not as the index has them.

    `hidden` are the rows that a search leaves out, and `changed` those that it looks at in the stead of some of them.
    """

    decisions: tuple[Decision, ...]
    records: Records
    hidden: tuple[Candidate, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True)
class Overlay:
    """What was decided, by section."""

    sections: Mapping[str, Decided] = field(default_factory=dict)

    @cached_property
    def hidden_passages(self) -> frozenset[int]:
        """The passages that a search leaves out, by their rows."""
        return frozenset(one.order for one in self._hidden() if one.kind is Kind.PASSAGE)

    @cached_property
    def hidden_entries(self) -> frozenset[int]:
        """The records that a search leaves out, by their rows."""
        return frozenset(one.order for one in self._hidden() if one.kind is not Kind.PASSAGE)

    def _hidden(self) -> Iterator[Candidate]:
        return (row for one in self.sections.values() for row in one.hidden)

    def over(self, plan: Plan) -> Plan:
        """The plan for what the index still holds as it is wanted."""
        return replace(plan, hidden_passages=self.hidden_passages, hidden_entries=self.hidden_entries)

    def candidates(self, plan: Plan) -> list[Candidate]:
        """The changed rows that a plan's filters let through; their words are to be compared."""
        changed = (row for one in self.sections.values() for row in one.changed)
        return [row.candidate for row in changed if plan.admits(row.facets)]

    def dated_records(self, section: str) -> list[DatedRecord] | None:
        """The dates of a section that was decided on; None of another."""
        decided = self.sections.get(section)
        return None if decided is None else list(_dated(decided.records))

    def people(self) -> Iterator[Named]:
        """Everybody who is named in the sections that were decided on."""
        for decided in self.sections.values():
            for person in decided.records.people:
                added = (person.added_name.text,) if person.added_name else ()
                yield Named(person.id, (person.name, *added))

    def facilities(self) -> Iterator[Named]:
        """Every facility that is named there, with its aliases."""
        for decided in self.sections.values():
            for place in decided.records.facilities:
                yield Named(place.id, (place.name, *place.aliases))

    def speakers(self) -> tuple[frozenset[str], list[Named]]:
        """The ids of the people who are quoted there, and the names of speakers as printed."""
        quoted = [one for decided in self.sections.values() for one in decided.records.quotations]
        printed = dict.fromkeys(name for one in quoted for name in one.speaker_names)
        return frozenset(slug for one in quoted for slug in one.speakers), [Named(name, (name,)) for name in printed]

    def abbreviations(self) -> list[tuple[str, str]]:
        """Every abbreviation of these sections with its full form."""
        return [(one.short, one.full) for decided in self.sections.values() for one in decided.records.abbreviations]


NOTHING_DECIDED = Overlay()


def overlay_of(
    library: Library, decided: Mapping[str, tuple[Decision, ...]], before: Overlay = NOTHING_DECIDED
) -> Overlay:
    """What the decisions by section change; what `before` knows of the same decisions is taken from there."""
    found: dict[str, Decided] = {}
    for section in library.sections() if decided else ():
        decisions = decided.get(section.id, ())
        known = before.sections.get(section.id)
        if known is not None and known.decisions == decisions:
            found[section.id] = known
        elif decisions:
            found[section.id] = _decide(library, section, decisions)
    return Overlay(found)


def _decide(library: Library, section: Section, decisions: tuple[Decision, ...]) -> Decided:
    """Compares all rows of a section: the title of one record may hold the name of another, a passage its date."""
    from bluebook_desktop.domain.laying import lay_over  # noqa: PLC0415 - only where something was decided
    from bluebook_desktop.storage.records import read_records  # noqa: PLC0415

    document, records = library.document(section.id), read_records(library, section.id)
    laid = lay_over(records, document, decisions).records
    indexed, wanted = _rows(section, document, records), _rows(section, document, laid)
    hidden: list[Candidate] = []
    changed: list[Changed] = []
    for candidate in rows_in(library, section.id):
        key = candidate.kind, candidate.id
        row = wanted.get(key)
        if row is not None and row == indexed.get(key):
            continue
        hidden.append(candidate)
        if row is not None:
            title, text, passage, facets = row
            if candidate.kind is Kind.PASSAGE:
                title, text, passage = candidate.title, candidate.text, candidate.passage
            changed.append(Changed(replace(candidate, title=title, text=text, passage=passage), facets))
    return Decided(decisions, laid, tuple(hidden), tuple(changed))


#: Title, text, passage and facets of a row; a passage's own words are never changed and left out.
_Row = tuple[str, str, int, frozenset[str]]


def _rows(section: Section, document: Document, records: Records) -> dict[tuple[Kind, str], _Row]:
    from bluebook_desktop.storage.indexing import rows_of_section  # noqa: PLC0415 - as above

    rows = rows_of_section(section, document, records)
    found: dict[tuple[Kind, str], _Row] = {
        (Kind.PASSAGE, str(number)): ("", "", number, frozenset(facets)) for number, facets in rows.passages.items()
    }
    for entry, facets in rows.entries:
        found[entry.kind, entry.id] = entry.title, entry.text, entry.passage, frozenset(facets)
    return found


def _dated(records: Records) -> Iterator[DatedRecord]:
    """As storage/search.py reads them of a section that was not decided on."""
    for event in records.events:
        places = tuple(_places((event.date_excerpt, *event.also)))
        yield DatedRecord(Kind.EVENT, event.id, event.date.span.edtf, event.date.printed, places)
    for one in records.quotations:
        if one.date is not None:
            yield DatedRecord(Kind.QUOTATION, one.id, one.date.span.edtf, one.date.printed, ())


def _places(excerpts: Collection[Excerpt]) -> Iterator[tuple[int, int, int]]:
    return ((one.passage, one.start, one.end) for one in excerpts if one.heading is None)
