"""Loads all records of a section and refuses them unless the text bears out each, and they tell all of the text."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from bluebook_desktop.curated import parsing
from bluebook_desktop.curated.completeness import Cover, find_gaps
from bluebook_desktop.curated.fields import Fields
from bluebook_desktop.curated.parsing import split_at_errata
from bluebook_desktop.curated.places import Places, in_reading_order, same_site
from bluebook_desktop.curated.tables import Table, read_tables
from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import (
    Abbreviation,
    CrossReference,
    Erratum,
    Event,
    Facility,
    Person,
    Quotation,
    QuotationKind,
    Records,
)
from bluebook_desktop.errors import RecordError

#: Start and end of each sentence of a text.
Splitter = Callable[[str], list[tuple[int, int]]]
_Order = tuple[int, bool, int, int]
_Record = TypeVar("_Record", Event, Facility, Quotation, Person, Abbreviation, CrossReference, Erratum)


def load_records(folder: Path, document: Document, split: Splitter) -> Records:
    """The records of the section whose folder this is; RecordError names the first line that is wrong."""
    text = (folder / "text.txt").read_bytes().decode("utf-8")
    return check_records(read_tables(folder), document, split, text)


def check_records(tables: Iterable[Table], document: Document, split: Splitter, text: str) -> Records:
    """The records that `tables` hold, borne out by `document`, which was read from `text`."""
    checker = _Checker(Places(document), split)
    for table in sorted(tables, key=lambda table: table.name != "erratum"):
        checker.take(table)
    checker.check_references()
    # What a wrong table would have told is missing too: gaps are looked for once all tables are right.
    problems = checker.problems or find_gaps(checker.places, checker.covers, text)
    if problems:
        rest = len(problems) - 1
        more = f"; {rest} more {'problem' if rest == 1 else 'problems'} after it." if rest else "."
        raise RecordError(str(problems[0]).removesuffix(".") + more)
    return checker.records()


Kept = list[tuple[Table, _Record]]


@dataclass(slots=True)
class _Found:
    """Records with the table that each was read from."""

    events: Kept[Event] = field(default_factory=list)
    facilities: Kept[Facility] = field(default_factory=list)
    quotations: Kept[Quotation] = field(default_factory=list)
    people: Kept[Person] = field(default_factory=list)
    abbreviations: Kept[Abbreviation] = field(default_factory=list)
    cross_references: Kept[CrossReference] = field(default_factory=list)
    errata: Kept[Erratum] = field(default_factory=list)


class _Checker:
    """Reads table after table, and remembers what each covers and all that is wrong."""

    def __init__(self, places: Places, split: Splitter) -> None:
        self.places = places
        self.problems: list[RecordError] = []
        self.covers: dict[str, list[Cover]] = defaultdict(list)
        self._found = _Found()
        self._ids: set[tuple[str, str]] = set()
        self._split = cache(split)

    def take(self, table: Table) -> None:
        """Read one table, or note what is wrong with it."""
        try:
            fields = Fields(table, self.places)
            if table.name.startswith("non_"):
                self._cover(table, table.name.removeprefix("non_"), parsing.read_excuse(fields))
            else:
                getattr(self, f"_take_{table.name}")(table, fields)
            fields.finish()
        except RecordError as error:
            self.problems.append(error)

    def _cover(self, table: Table, finder: str, places: Iterable[Excerpt], shared: Iterable[Excerpt] = ()) -> None:
        declared = list(shared)
        self.covers[finder] += [Cover(table, place, place in declared) for place in places]

    def _keep(self, table: Table, kept: Kept[_Record], record: _Record) -> None:
        if (table.name, record.id) in self._ids:
            raise table.wrong(f"the id “{record.id}” is taken", "id", record.id)
        self._ids.add((table.name, record.id))
        kept.append((table, record))

    def _take_event(self, table: Table, fields: Fields) -> None:
        event, shared = parsing.read_event(fields, self._sentence_of)
        self._keep(table, self._found.events, event)
        self._cover(table, "event", [event.date_excerpt, *event.also], shared)

    def _take_facility(self, table: Table, fields: Fields) -> None:
        facility = parsing.read_facility(fields)
        self._keep(table, self._found.facilities, facility)
        self._cover(table, "facility", facility.mentions)

    def _take_quotation(self, table: Table, fields: Fields) -> None:
        quotation, verb = parsing.read_quotation(fields)
        self._keep(table, self._found.quotations, quotation)
        if quotation.kind is QuotationKind.REPORTED:
            self._cover(table, "quotation", [quotation.excerpt])
        elif quotation.kind is QuotationKind.TESTIMONY:
            self._cover(table, "testimony", [quotation.excerpt])
        else:
            self._cover(table, "quoted", [quotation.excerpt])
        # One verb may introduce two quotations of a sentence; it is accounted for once.
        told = {cover.excerpt for cover in self.covers["quotation"]}
        if verb is not None and verb not in told and quotation.kind is not QuotationKind.REPORTED:
            self._cover(table, "quotation", [verb])

    def _take_person(self, table: Table, fields: Fields) -> None:
        person = parsing.read_person(fields)
        self._keep(table, self._found.people, person)
        self._cover(table, "person", person.mentions)

    def _take_abbreviation(self, table: Table, fields: Fields) -> None:
        abbreviation, also = parsing.read_abbreviation(fields)
        self._keep(table, self._found.abbreviations, abbreviation)
        self._cover(table, "abbreviation", [abbreviation.excerpt, *also])

    def _take_cross_reference(self, table: Table, fields: Fields) -> None:
        pointer = parsing.read_cross_reference(fields)
        self._keep(table, self._found.cross_references, pointer)
        self._cover(table, "cross_reference", [pointer.excerpt])

    def _take_erratum(self, table: Table, fields: Fields) -> None:
        erratum = parsing.read_erratum(fields)
        self._keep(table, self._found.errata, erratum)
        self._cover(table, "erratum", [erratum.excerpt])

    def _sentence_of(self, excerpt: Excerpt) -> str | None:
        """The sentence around an excerpt, or None when it runs over the end of one."""
        text = self.places.of(excerpt).text
        errata = [erratum for _, erratum in self._found.errata if same_site(erratum.excerpt, excerpt)]
        for start, end in split_at_errata(text, self._split(text), errata):
            if start <= excerpt.start and excerpt.end <= end:
                return text[start:end]
        return None

    def check_references(self) -> None:
        """Whoever and whatever a record names by its id must exist, and be named where the record stands."""
        people = {person.id: person.mentions for _, person in self._found.people}
        facilities = {facility.id: facility.mentions for _, facility in self._found.facilities}
        events = {event.id: event for _, event in self._found.events}
        for table, event in self._found.events:
            passages = [event.excerpt.passage, *(place.passage for place in event.also)]
            self._check_named(table, event.people, people, passages)
            self._check_named(table, event.facilities, facilities, passages)
        for table, quotation in self._found.quotations:
            self._check_named(table, quotation.speakers, people, [quotation.excerpt.passage])
            if quotation.event and quotation.event not in events:
                self.problems.append(table.wrong(f"there is no event “{quotation.event}”", "event", quotation.event))
        for table, facility in self._found.facilities:
            if facility.part_of and facility.part_of not in facilities:
                self.problems.append(table.wrong(f"there is no facility “{facility.part_of}”", "part_of"))

    def _check_named(
        self, table: Table, ids: Iterable[str], known: dict[str, tuple[Excerpt, ...]], passages: list[int]
    ) -> None:
        for name in ids:
            if name not in known:
                self.problems.append(table.wrong(f"“{name}” is not the id of any record", name))
            elif not any(self._is_over(mention, number) for mention in known[name] for number in passages):
                self.problems.append(table.wrong(f"“{name}” is not mentioned where this record stands", name))

    def _is_over(self, mention: Excerpt, number: int) -> bool:
        """Whether a mention stands in a passage, or in a heading above it."""
        if mention.heading is None:
            return mention.passage == number
        heading = self.places.document.headings[mention.heading]
        return heading.first_passage <= number <= heading.last_passage

    def records(self) -> Records:
        """All that was read, each kind in reading order."""
        found = self._found
        dates = {event.id: event.date for _, event in found.events}
        return Records(
            events=_in_order(found.events, _by_excerpt),
            facilities=tuple(replace(one, mentions=_sorted(one)) for one in _in_order(found.facilities, _by_mention)),
            quotations=tuple(
                replace(one, date=dates.get(one.event)) for one in _in_order(found.quotations, _by_excerpt)
            ),
            people=tuple(replace(one, mentions=_sorted(one)) for one in _in_order(found.people, _by_mention)),
            abbreviations=_in_order(found.abbreviations, _by_excerpt),
            cross_references=_in_order(found.cross_references, _by_excerpt),
            errata=_in_order(found.errata, _by_excerpt),
        )


def _in_order(found: Kept[_Record], key: Callable[[_Record], _Order]) -> tuple[_Record, ...]:
    return tuple(sorted((record for _, record in found), key=key))


def _by_excerpt(record: Event | Quotation | Abbreviation | CrossReference | Erratum) -> _Order:
    return in_reading_order(record.excerpt)


def _by_mention(record: Facility | Person) -> _Order:
    return in_reading_order(_sorted(record)[0])


def _sorted(record: Facility | Person) -> tuple[Excerpt, ...]:
    return tuple(sorted(record.mentions, key=in_reading_order))
