"""Writes a section's document and records into the tables of a new library."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.documents import Document, Edition, Section
from bluebook_desktop.storage.indexing import IndexWriter

if TYPE_CHECKING:
    import sqlite_utils

    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.records import (
        Abbreviation,
        Added,
        CrossReference,
        Erratum,
        Event,
        Facility,
        Person,
        Quotation,
        Records,
    )

Row = dict[str, Any]


class SectionWriter:
    """Writes one section after another; ids follow the reading order."""

    def __init__(self, database: sqlite_utils.Database) -> None:
        self._database = database
        self._index = IndexWriter(database)
        self._excerpts: list[Row] = []
        self._known_excerpts = 0
        self._sections = 0

    def write_edition(self, edition: Edition) -> None:
        """Add an edition; its sections come after it."""
        self._database.table("editions").insert(asdict(edition))

    def write_section(self, section: Section, document: Document, records: Records) -> None:
        """Add a section with all that it bears out, and its words to the indexes."""
        self._sections += 1
        row = {"id": section.id, "position": self._sections, **asdict(section)}
        self._database.table("sections").insert(row)
        self._insert("headings", section, [_columns(heading) for heading in document.headings])
        self._insert("passages", section, [_columns(passage) for passage in document.passages])
        self._insert("events", section, [self._event(section, event) for event in records.events])
        self._insert("facilities", section, [self._facility(section, one) for one in records.facilities])
        self._insert("quotations", section, [self._quotation(section, one) for one in records.quotations])
        self._insert("people", section, [self._person(section, one) for one in records.people])
        self._insert("abbreviations", section, [self._abbreviation(section, one) for one in records.abbreviations])
        self._insert("cross_references", section, [self._pointer(section, one) for one in records.cross_references])
        self._insert("errata", section, [self._erratum(section, one) for one in records.errata])
        self._insert(
            "origins",
            section,
            [
                {"kind": kind, "slug": slug, "rule": origin.rule, "confidence": origin.confidence}
                for (kind, slug), origin in records.origins.items()
            ],
        )
        self._database.table("excerpts").insert_all(self._excerpts)
        self._excerpts.clear()
        self._index.add_section(section, document, records)

    def finish(self) -> None:
        """Write what is still gathered for the indexes."""
        self._index.finish()

    def _insert(self, table: str, section: Section, rows: list[Row]) -> None:
        self._database.table(table).insert_all({"section": section.id, **row} for row in rows)

    def _excerpt(self, section: Section, excerpt: Excerpt) -> int:
        self._known_excerpts += 1
        self._excerpts.append({"id": self._known_excerpts, "section": section.id, **_columns(excerpt)})
        return self._known_excerpts

    def _excerpts_json(self, section: Section, excerpts: tuple[Excerpt, ...]) -> str:
        return json.dumps([self._excerpt(section, one) for one in excerpts])

    def _event(self, section: Section, event: Event) -> Row:
        span = event.date.span
        return {
            "slug": event.id,
            "title": event.title,
            "kind": event.kind,
            "status": event.status,
            "printed": event.date.printed,
            "edtf": span.edtf,
            "start": span.start,
            "end": span.end,
            "precision": span.precision,
            "year_source": event.date.year_source,
            "year_reason": event.date.year_reason,
            "sentence": event.sentence,
            "excerpt": self._excerpt(section, event.excerpt),
            "date_excerpt": self._excerpt(section, event.date_excerpt),
            "also": self._excerpts_json(section, event.also),
            "people": _list(event.people),
            "participants": _list(event.participants),
            "facilities": _list(event.facilities),
            "place": event.place,
            "added": _added(event.added),
        }

    def _facility(self, section: Section, facility: Facility) -> Row:
        facts = [
            {"label": fact.label, "hectares": fact.hectares, "excerpt": self._excerpt(section, fact.excerpt)}
            for fact in facility.facts
        ]
        where = facility.where
        return {
            "slug": facility.id,
            "name": facility.name,
            "kind": facility.kind,
            "mentions": self._excerpts_json(section, facility.mentions),
            "aliases": _list(facility.aliases),
            "roles": _list(facility.roles),
            "facts": json.dumps(facts, ensure_ascii=False),
            "part_of": facility.part_of,
            "unc_may_use": int(facility.unc_may_use),
            "returned": int(facility.returned),
            "where_text": where.text if where else "",
            "where_source": where.source if where else "",
            "latitude": facility.latitude,
            "longitude": facility.longitude,
            "notes": _added(facility.notes),
        }

    def _quotation(self, section: Section, quotation: Quotation) -> Row:
        date = quotation.date
        return {
            "slug": quotation.id,
            "kind": quotation.kind,
            "text": quotation.text,
            "excerpt": self._excerpt(section, quotation.excerpt),
            "speakers": _list(quotation.speakers),
            "speaker_names": _list(quotation.speaker_names),
            "occasion": quotation.occasion,
            "verb": quotation.verb,
            "printed": date.printed if date else "",
            "edtf": date.span.edtf if date else None,
            "year_source": date.year_source if date else "",
            "year_reason": date.year_reason if date else "",
            "event": quotation.event,
        }

    def _person(self, section: Section, person: Person) -> Row:
        roles = [{"title": role.title, "excerpt": self._excerpt(section, role.excerpt)} for role in person.roles]
        added = person.added_name
        return {
            "slug": person.id,
            "name": person.name,
            "sort_name": person.sort_name,
            "roles": json.dumps(roles, ensure_ascii=False),
            "mentions": self._excerpts_json(section, person.mentions),
            "added_name": added.text if added else "",
            "added_source": added.source if added else "",
            "note": person.note,
        }

    def _abbreviation(self, section: Section, one: Abbreviation) -> Row:
        return {"short": one.short, "full": one.full, "excerpt": self._excerpt(section, one.excerpt)}

    def _pointer(self, section: Section, one: CrossReference) -> Row:
        excerpt = self._excerpt(section, one.excerpt)
        return {"slug": one.id, "excerpt": excerpt, "target": one.target, "note": one.note}

    def _erratum(self, section: Section, one: Erratum) -> Row:
        excerpt = self._excerpt(section, one.excerpt)
        return {"slug": one.id, "excerpt": excerpt, "correct": one.correct, "reason": one.reason}


def _columns(one: Any) -> Row:
    """The fields of a dataclass by their names, which are columns: `asdict` takes five times as long."""
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _added(values: tuple[Added, ...]) -> str:
    return json.dumps([asdict(one) for one in values], ensure_ascii=False)
