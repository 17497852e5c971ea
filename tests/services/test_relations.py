"""Which records belong together, in the real section."""

import pytest

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services.relations import events_in_order, related
from bluebook_desktop.services.sections import OpenSection


def of(section: OpenSection, kind: Kind, id_: str) -> list[tuple[Kind, str]]:
    return [(one.kind, one.id) for one in related(section, Reference(kind, section.id, id_))]


def test_a_person_belongs_to_their_events_and_to_what_they_said(section: OpenSection) -> None:
    found = of(section, Kind.PERSON, "john-raymond")
    assert (Kind.EVENT, "raymond-visit") in found
    spoken = [one.id for one in section.records.quotations if "abe" in one.speakers]
    assert [id_ for kind, id_ in of(section, Kind.PERSON, "abe") if kind is Kind.QUOTATION] == spoken


def test_an_event_belongs_to_its_facilities_and_to_what_was_said(section: OpenSection) -> None:
    event = next(one for one in section.records.events if one.facilities)
    found = of(section, Kind.EVENT, event.id)
    assert [id_ for kind, id_ in found if kind is Kind.FACILITY] == list(event.facilities)
    assert (Kind.EVENT, "anniversary-reception") in of(section, Kind.QUOTATION, "rock-solid-alliance")


def test_events_of_a_facility_come_in_order_of_time(section: OpenSection) -> None:
    ids = events_in_order(section, lambda event: "futenma" in event.facilities)
    starts = [section.events[one].date.span.start or "" for one in ids]
    assert len(starts) > 1
    assert starts == sorted(starts)
    assert of(section, Kind.FACILITY, "futenma") == [(Kind.EVENT, one) for one in ids]


@pytest.mark.parametrize("kind", [Kind.PASSAGE, Kind.ABBREVIATION, Kind.EVENT, Kind.QUOTATION])
def test_a_stranger_belongs_to_nothing(section: OpenSection, kind: Kind) -> None:
    assert of(section, kind, "nobody") == []
