"""Fills the full-text indexes: the words of passages, records and headings, and what filters ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from bluebook_desktop.domain.documents import HeadingKind
from bluebook_desktop.domain.entries import SearchEntry, entries_of
from bluebook_desktop.domain.folding import words
from bluebook_desktop.domain.querying.facets import (
    capitals_facets,
    date_facets,
    facility_facet,
    kind_facet,
    person_facet,
    place_facet,
    section_facets,
    speaker_facet,
)
from bluebook_desktop.domain.querying.index_words import BREAK, index_words
from bluebook_desktop.domain.querying.shortcuts import Shortcuts, chosen
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.storage.schema import INDEXES, KINDS_ROOM, SHORTCUTS, kind_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import sqlite_utils

    from bluebook_desktop.domain.documents import Document, Passage, Section
    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.records import Erratum, Event, Quotation, Records

#: So many characters are gathered before they are written.
_GATHERED = 16_000_000
#: Kinds of headings that `in:` asks for.
_APART = (HeadingKind.FEATURE, HeadingKind.COLUMN, HeadingKind.VOICE)


class SectionRows(NamedTuple):
    """The rows of the indexes: the facets of each passage by its number, and every record and heading with its own."""

    passages: dict[int, tuple[str, ...]]
    entries: list[tuple[SearchEntry, tuple[str, ...]]]


class IndexWriter:
    """Gathers the words of one section after another for the indexes, and writes them in large pieces.

    FTS5 writes whatever it has at every savepoint, and sqlite-utils makes one for every insertion: words that were
    written along with their rows would lie in thousands of small pieces, to be put together again and again.
    """

    def __init__(self, database: sqlite_utils.Database) -> None:
        self._database = database
        #: Of each row its number, the words of its text, and what it can be filtered by.
        self._gathered: dict[str, list[tuple[int, str, str]]] = {index: [] for index in INDEXES}
        self._size = 0
        self._entries = 0
        #: Chosen by the first rows; none in a library that is written at once.
        self._shortcuts: Shortcuts | None = None

    def add_section(self, section: Section, document: Document, records: Records) -> None:
        """Index what was written of a section; rowids are the rows' own, in reading order."""
        rows = rows_of_section(section, document, records)
        self._add_passages(section, document, records, rows.passages)
        entries = []
        for entry, facets in rows.entries:
            self._entries += 1
            rowid = self._entries * KINDS_ROOM + kind_number(entry.kind)
            entries.append(
                {
                    "id": rowid,
                    "section": section.id,
                    "kind": entry.kind,
                    "slug": entry.id,
                    "passage": entry.passage,
                    "title": entry.title,
                    "text": entry.text,
                }
            )
            text = [*index_words(entry.title), BREAK, *index_words(entry.text)]
            self._add("entry_words", rowid, text, [*facets, *capitals_facets(entry.text)])
        self._database.table("entries").insert_all(entries)
        if self._size > _GATHERED:
            if self._shortcuts is None:
                self._shortcuts = chosen([words for _, words, _ in self._gathered["passage_words"]])
            self._write()

    def _add_passages(
        self,
        section: Section,
        document: Document,
        records: Records,
        facets: Mapping[int, tuple[str, ...]],
    ) -> None:
        """A passage with slips of the source is found in its right reading as well."""
        slips: dict[int, list[Erratum]] = {}
        for erratum in records.errata:
            if erratum.excerpt.heading is None:
                slips.setdefault(erratum.excerpt.passage, []).append(erratum)
        ids = self._database.execute("SELECT number, id FROM passages WHERE section = ?", [section.id])
        for number, rowid in ids.fetchall():
            passage = document.passage(number)
            found = index_words(passage.text)
            if number in slips:
                found += [BREAK, *index_words(_right_reading(passage.text, slips[number]))]
            self._add("passage_words", rowid, found, facets[number])

    def _add(self, index: str, rowid: int, found: Sequence[str], facets: Sequence[str]) -> None:
        words = " ".join(found)
        self._gathered[index].append((rowid, words, " ".join(facets)))
        self._size += len(words)

    def finish(self) -> None:
        """Write what is left, and which shortcuts there are."""
        self._write()
        if self._shortcuts is not None:
            self._database.table("meta").insert({"key": SHORTCUTS, "value": self._shortcuts.to_json()})

    def _write(self) -> None:
        """Write what was gathered."""
        shortcuts = self._shortcuts or Shortcuts()
        for index, gathered in self._gathered.items():
            rows = (
                (row, " ".join((words, facets, *shortcuts.of_row(words.split())))) for row, words, facets in gathered
            )
            self._database.conn.executemany(f"INSERT INTO {index}(rowid, words) VALUES (?, ?)", rows)
            gathered.clear()
        self._size = 0


def _right_reading(text: str, slips: list[Erratum]) -> str:
    """A passage's text with its slips put right."""
    for slip in sorted(slips, key=lambda one: one.excerpt.start, reverse=True):
        text = text[: slip.excerpt.start] + slip.correct + text[slip.excerpt.end :]
    return text


class _Facets:
    """What each passage and record of a section can be filtered by."""

    def __init__(self, section: Section, document: Document, records: Records) -> None:
        self._document = document
        self._general = section_facets(section.edition, section.number)
        self._year = int(section.edition[:4]) if section.edition[:4].isdecimal() else 0
        self._of_passages: dict[int, dict[str, None]] = {}
        for person in records.people:
            self._note(person.mentions, [person_facet(person.id)])
        for facility in records.facilities:
            self._note(facility.mentions, [facility_facet(facility.id)])
        for event in records.events:
            self._note((event.excerpt, *event.also), date_facets(event.date.span, self._year))
        for quotation in records.quotations:
            self._note((quotation.excerpt,), self.of_quotation(quotation))

    def _note(self, places: Iterable[Excerpt], facets: list[str]) -> None:
        for place in places:
            if place.heading is None:
                self._of_passages.setdefault(place.passage, {}).update(dict.fromkeys(facets))

    def of_passage(self, passage: Passage) -> list[str]:
        """All that a passage can be filtered by."""
        found = [*self._general, kind_facet(Kind.PASSAGE), *self.of_place(passage)]
        return [*found, *self._of_passages.get(passage.number, ()), *capitals_facets(passage.text)]

    def of_place(self, passage: Passage) -> list[str]:
        """In what part of the text a passage stands."""
        return [place_facet(passage.kind), *self.set_apart(passage)]

    def set_apart(self, passage: Passage) -> list[str]:
        """In what that is set apart a passage stands, such as a column."""
        above = [heading.kind for heading in self._document.headings_above(passage) if heading.kind in _APART]
        return list(map(place_facet, above))

    def of_entry(self, kind: Kind, passage: int) -> list[str]:
        """What any record can be filtered by, from the passage that bears it out."""
        found = [*self._general, kind_facet(kind)]
        if 1 <= passage <= len(self._document.passages):
            # A heading is no paragraph, though one follows it, and no caption.
            of = self.set_apart if kind is Kind.HEADING else self.of_place
            found += of(self._document.passage(passage))
        return found

    def of_records(self, records: Records) -> dict[tuple[Kind, str], list[str]]:
        """What each record can be filtered by beside its kind and place."""
        found: dict[tuple[Kind, str], list[str]] = {}
        for one in records.quotations:
            found[Kind.QUOTATION, one.id] = [*self.of_quotation(one), *map(person_facet, one.speakers)]
        for event in records.events:
            found[Kind.EVENT, event.id] = self.of_event(event)
        for place in records.facilities:
            found[Kind.FACILITY, place.id] = [facility_facet(place.id)]
        for person in records.people:
            found[Kind.PERSON, person.id] = [person_facet(person.id)]
        return found

    def of_event(self, event: Event) -> list[str]:
        """Its date, its people and facilities."""
        named = [*map(person_facet, event.people), *map(facility_facet, event.facilities)]
        return [*date_facets(event.date.span, self._year), *named]

    def of_quotation(self, quotation: Quotation) -> list[str]:
        """Who said it, and when."""
        dated = date_facets(quotation.date.span, self._year) if quotation.date else []
        named = [*map(speaker_facet, quotation.speakers), *map(speaker_facet, quotation.speaker_names)]
        return [*dated, *named]


def rows_of_section(section: Section, document: Document, records: Records) -> SectionRows:
    """What of a section is searched, and by what each row of it can be filtered."""
    facets = _Facets(section, document, records)
    entries = _entries(document, records, facets)
    return SectionRows({passage.number: tuple(facets.of_passage(passage)) for passage in document.passages}, entries)


def _entries(document: Document, records: Records, facets: _Facets) -> list[tuple[SearchEntry, tuple[str, ...]]]:
    """What is searched beside the passages: title and text of every record and heading, in reading order."""
    of_records = facets.of_records(records)
    found = [
        (entry, (*facets.of_entry(entry.kind, entry.passage), *of_records.get((entry.kind, entry.id), ())))
        for entry in entries_of(records)
    ]
    for heading in document.headings:
        if words(heading.full_title):
            more = [place_facet("heading"), *([place_facet(heading.kind)] if heading.kind in _APART else [])]
            entry = SearchEntry(Kind.HEADING, str(heading.position), heading.first_passage, heading.full_title, "")
            found.append((entry, (*facets.of_entry(Kind.HEADING, heading.first_passage), *more)))
    return sorted(found, key=lambda one: (one[0].passage, list(Kind).index(one[0].kind)))
