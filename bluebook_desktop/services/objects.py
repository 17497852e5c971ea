"""Sections and records as plain objects with the keys that docs/export.md describes."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.references import Kind, Reference, locator_for
from bluebook_desktop.services.citing import speakers_of
from bluebook_desktop.services.origins import origin_of

if TYPE_CHECKING:
    from bluebook_desktop.domain.dates import EventDate
    from bluebook_desktop.domain.documents import Heading, Passage
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
    )
    from bluebook_desktop.services.sections import OpenSection

Object = dict[str, Any]


class SectionObjects:
    """Turns the parts of one section into plain objects."""

    def __init__(self, section: OpenSection) -> None:
        self._section = section
        self._headings = section.document.headings

    def heading(self, heading: Heading) -> Object:
        return {
            "level": heading.level,
            "kind": heading.kind.value,
            "label": heading.label,
            "title": heading.title,
            "first_passage": heading.first_passage,
            "last_passage": heading.last_passage,
            "source_start": heading.source_start,
            "source_end": heading.source_end,
        }

    def passage(self, passage: Passage) -> Object:
        return {
            "number": passage.number,
            "kind": passage.kind.value,
            "text": passage.text,
            "locator": self.locator(passage.number),
            "source_start": passage.source_start,
            "source_end": passage.source_end,
        }

    def caption(self, passage: Passage) -> Object:
        return {"passage": passage.number, "text": passage.text, "credit": passage.credit}

    def event(self, event: Event) -> Object:
        return {
            "id": event.id,
            "title": event.title,
            "kind": event.kind.value,
            "status": event.status.value,
            "date": _date(event.date),
            "sentence": event.sentence,
            "excerpt": _excerpt(event.excerpt),
            "date_excerpt": _excerpt(event.date_excerpt),
            "also": [_excerpt(one) for one in event.also],
            "people": self._names_of_people(event.people),
            "person_ids": list(event.people),
            "participants": list(event.participants),
            "facilities": [self._section.facilities[one].name for one in event.facilities],
            "facility_ids": list(event.facilities),
            "place": event.place,
            "added": _added(event.added),
            "origin": self._origin(Kind.EVENT, event.id),
        }

    def facility(self, facility: Facility) -> Object:
        return {
            "id": facility.id,
            "name": facility.name,
            "kind": facility.kind.value,
            "aliases": list(facility.aliases),
            "roles": list(facility.roles),
            "facts": [
                {"label": fact.label, "hectares": fact.hectares, "excerpt": _excerpt(fact.excerpt)}
                for fact in facility.facts
            ],
            "part_of": facility.part_of,
            "unc_may_use": facility.unc_may_use,
            "returned": facility.returned,
            "where": asdict(facility.where) if facility.where else None,
            "latitude": facility.latitude,
            "longitude": facility.longitude,
            "notes": _added(facility.notes),
            "mentions": [self._mention(one) for one in facility.mentions],
            "origin": self._origin(Kind.FACILITY, facility.id),
        }

    def quotation(self, quotation: Quotation) -> Object:
        return {
            "id": quotation.id,
            "kind": quotation.kind.value,
            "text": quotation.text,
            "speakers": speakers_of(self._section, quotation),
            "speaker_ids": list(quotation.speakers),
            "speakers_printed": list(quotation.speaker_names),
            "verb": quotation.verb,
            "occasion": quotation.occasion,
            "date": _date(quotation.date) if quotation.date else None,
            "event": quotation.event or None,
            "excerpt": _excerpt(quotation.excerpt),
            "origin": self._origin(Kind.QUOTATION, quotation.id),
        }

    def person(self, person: Person) -> Object:
        return {
            "id": person.id,
            "name": person.name,
            "sort_name": person.sort_name,
            "added_name": asdict(person.added_name) if person.added_name else None,
            "roles": list(dict.fromkeys(role.title for role in person.roles)),
            "role_excerpts": [{"role": role.title, "excerpt": _excerpt(role.excerpt)} for role in person.roles],
            "note": person.note,
            "mentions": [self._mention(one) for one in person.mentions],
            "origin": self._origin(Kind.PERSON, person.id),
        }

    def abbreviation(self, one: Abbreviation) -> Object:
        return {
            "short": one.short,
            "full": one.full,
            "excerpt": _excerpt(one.excerpt),
            "origin": self._origin(Kind.ABBREVIATION, one.short),
        }

    def cross_reference(self, one: CrossReference) -> Object:
        target = None if one.target is None else self._headings[one.target].full_title
        return {"id": one.id, "target": target, "note": one.note, "excerpt": _excerpt(one.excerpt)}

    def erratum(self, one: Erratum) -> Object:
        return {
            "id": one.id,
            "passage": one.excerpt.passage,
            "printed": one.excerpt.exact,
            "correct": one.correct,
            "reason": one.reason,
            "excerpt": _excerpt(one.excerpt),
        }

    def locator(self, passage: int) -> str:
        """The address of a passage of this section."""
        return str(locator_for(self._section.id, passage))

    def _origin(self, kind: Kind, id_: str) -> Object:
        """Whether a record was found by the program or checked by hand, and what its reader decided on it."""
        records = self._section.records
        origin, yours = records.origins.get((kind.value, id_)), records.yours.get((kind.value, id_))
        return {
            "state": origin_of(self._section, Reference(kind, self._section.id, id_)),
            "rule": origin.rule if origin else "",
            "confidence": origin.confidence if origin else None,
            "verdict": yours.verdict.value if yours else "",
            "found": dict(yours.found) if yours else None,
            "not_in_text": sorted(yours.unprinted) if yours else [],
        }

    def _names_of_people(self, ids: tuple[str, ...]) -> list[str]:
        return [self._section.people[one].name for one in ids]

    def _mention(self, excerpt: Excerpt) -> Object:
        """Where something is named: in the passage (or the heading above it), and in the original file."""
        if excerpt.heading is None:
            base = self._section.document.passage(excerpt.passage).source_start
        else:  # the offsets count in the title, with which the heading's lines end
            heading = self._headings[excerpt.heading]
            base = heading.source_end - len(heading.title)
        return {
            "passage": excerpt.passage,
            "heading": excerpt.heading,
            "start": excerpt.start,
            "end": excerpt.end,
            "source_start": base + excerpt.start,
            "source_end": base + excerpt.end,
            "text": excerpt.exact,
        }


def _date(date: EventDate) -> Object:
    return {
        "printed": date.printed,
        "edtf": date.span.edtf,
        "start": date.span.start,
        "end": date.span.end,
        "precision": date.span.precision.value,
        "year_source": date.year_source.value,
        "year_reason": date.year_reason,
    }


def _excerpt(excerpt: Excerpt) -> Object:
    return {
        "passage": excerpt.passage,
        "heading": excerpt.heading,
        "exact": excerpt.exact,
        "prefix": excerpt.prefix,
        "suffix": excerpt.suffix,
        "start": excerpt.start,
        "end": excerpt.end,
    }


def _added(values: tuple[Added, ...]) -> list[Object]:
    return [asdict(one) for one in values]
