"""From a document to its records: all rules, in the order in which they build on each other."""

from dataclasses import replace

from bluebook_desktop.domain.documents import Document, Edition
from bluebook_desktop.domain.records import Origin, Records
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.extraction.abbreviations import as_records, find_abbreviations
from bluebook_desktop.extraction.cross_references import find_cross_references
from bluebook_desktop.extraction.events import find_events
from bluebook_desktop.extraction.facilities import find_facilities
from bluebook_desktop.extraction.facility_facts import facts_of
from bluebook_desktop.extraction.gazetteer import Gazetteer
from bluebook_desktop.extraction.people import find_people
from bluebook_desktop.extraction.quotations import QuotationFinder
from bluebook_desktop.extraction.text import position, read_text
from bluebook_desktop.extraction.unwrapping import Unwrapped


def extract(document: Document, edition: Edition, gazetteer: Gazetteer) -> Records:
    """All records that the rules find in a document, each with its origin; the same for the same words."""
    lines = Unwrapped(document)
    return lines.restore(_extract(lines.document, edition, gazetteer))


def _extract(document: Document, edition: Edition, gazetteer: Gazetteer) -> Records:
    """The records of a document whose passages are single lines."""
    text = read_text(document)
    origins: dict[tuple[str, str], Origin] = {}
    abbreviations = as_records(find_abbreviations(text))
    for abbreviation, introduction in abbreviations:
        origins[Kind.ABBREVIATION, abbreviation.id] = Origin(introduction.rule, introduction.confidence)
    people = find_people(text, edition)
    for person in people:
        rule = "a name with a title or office" if person.roles else "a name told by its form or by what is told of it"
        origins[Kind.PERSON, person.id] = Origin(rule, 0.9 if person.roles and " " in person.name else 0.8)
    places = find_facilities(text, gazetteer, {short.short: short.full for short, _ in abbreviations})
    facilities = [one.facility for one in places]
    origins |= {(Kind.FACILITY, one.facility.id): Origin(one.rule, one.confidence) for one in places}
    happened = find_events(text, edition, people, facilities)
    events = [one.event for one in happened]
    origins |= {(Kind.EVENT, one.event.id): Origin(one.rule, one.confidence) for one in happened}
    quotations = QuotationFinder(text, people, events, edition).find()
    origins |= {(Kind.QUOTATION, one.quotation.id): Origin(one.rule, round(one.confidence, 2)) for one in quotations}
    dated = facts_of(facilities, events)
    return Records(
        events=tuple(events),
        facilities=tuple(replace(one, facts=dated[one.id][0], returned=dated[one.id][1]) for one in facilities),
        quotations=tuple(one.quotation for one in quotations),
        people=tuple(people),
        abbreviations=tuple(sorted((one for one, _ in abbreviations), key=lambda one: position(one.excerpt))),
        cross_references=tuple(find_cross_references(text)),
        origins={(str(kind), identity): origin for (kind, identity), origin in origins.items()},
    )
