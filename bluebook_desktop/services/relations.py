"""Which records of a section belong together: who took part in what, where it was, what was said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook_desktop.domain.references import Kind, Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bluebook_desktop.domain.records import Event
    from bluebook_desktop.services.sections import OpenSection


def events_in_order(section: OpenSection, wanted: Callable[[Event], bool]) -> list[str]:
    """Ids of events in order of time; those without a first day come first."""
    events = [event for event in section.records.events if wanted(event)]
    events.sort(key=lambda one: (one.date.span.start or "", one.date.span.end or "9999"))
    return [event.id for event in events]


def related(section: OpenSection, reference: Reference) -> list[Reference]:
    """The events, facilities and quotations that a record names or that name it; events in order of time."""
    id_ = reference.id
    events: Iterable[str] = ()
    facilities: Iterable[str] = ()
    quotations: Iterable[str] = ()
    match reference.kind:
        case Kind.PERSON:
            events = events_in_order(section, lambda event: id_ in event.people)
            quotations = (one.id for one in section.records.quotations if id_ in one.speakers)
        case Kind.FACILITY:
            events = events_in_order(section, lambda event: id_ in event.facilities)
        case Kind.EVENT if event := section.events.get(id_):
            facilities = event.facilities
            quotations = (one.id for one in section.records.quotations if one.event == id_)
        case Kind.QUOTATION if quotation := section.quotations.get(id_):
            events = [quotation.event] if quotation.event else []
    return [
        *(Reference(Kind.EVENT, section.id, one) for one in events if one in section.events),
        *(Reference(Kind.FACILITY, section.id, one) for one in facilities if one in section.facilities),
        *(Reference(Kind.QUOTATION, section.id, one) for one in quotations),
    ]
