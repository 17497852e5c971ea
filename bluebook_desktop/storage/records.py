"""Reads the records of a section back from the library."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from typing import Any

from bluebook_desktop.domain.dates import EventDate, Precision, YearSource, parse_edtf
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import (
    Abbreviation,
    Added,
    CrossReference,
    Erratum,
    Event,
    EventKind,
    Facility,
    FacilityKind,
    Fact,
    Origin,
    Person,
    Quotation,
    QuotationKind,
    Records,
    Role,
    Status,
)
from bluebook_desktop.storage.library import Library, readable

_BY_SECTION = "SELECT * FROM {table} WHERE section = ? ORDER BY id"


def read_records(library: Library, section_id: str) -> Records:
    """All records of a section, each list in the order of the text; LibraryDamagedError when one cannot be read."""
    with readable("a record"):
        return _read_records(_RecordReader(library, section_id))


def _read_records(reader: _RecordReader) -> Records:
    return Records(
        events=reader.read("events", reader.event),
        facilities=reader.read("facilities", reader.facility),
        quotations=reader.read("quotations", reader.quotation),
        people=reader.read("people", reader.person),
        abbreviations=reader.read("abbreviations", reader.abbreviation),
        cross_references=reader.read("cross_references", reader.cross_reference),
        errata=reader.read("errata", reader.erratum),
        origins=dict(reader.read("origins", reader.origin)),
    )


class _RecordReader:
    """Turns rows into records, with the section's excerpts at hand."""

    def __init__(self, library: Library, section_id: str) -> None:
        self._library = library
        self._section = section_id
        self._excerpts = {
            row["id"]: Excerpt(
                row["passage"],
                row["exact"],
                row["prefix"],
                row["suffix"],
                row["start"],
                row["end"],
                row["heading"],
            )
            for row in library.rows("SELECT * FROM excerpts WHERE section = ?", (section_id,))
        }

    def read(self, table: str, convert: Any) -> tuple[Any, ...]:
        rows = self._library.rows(_BY_SECTION.format(table=table), (self._section,))
        return tuple(convert(row) for row in rows)

    def _several(self, text: str) -> tuple[Excerpt, ...]:
        return tuple(self._excerpts[one] for one in json.loads(text))

    def event(self, row: sqlite3.Row) -> Event:
        date = _date(row)
        if date is None:
            raise ValueError(f"event {row['slug']} has no date")
        return Event(
            id=row["slug"],
            title=row["title"],
            kind=EventKind(row["kind"]),
            status=Status(row["status"]),
            date=date,
            sentence=row["sentence"],
            excerpt=self._excerpts[row["excerpt"]],
            date_excerpt=self._excerpts[row["date_excerpt"]],
            also=self._several(row["also"]),
            people=_texts(row["people"]),
            participants=_texts(row["participants"]),
            facilities=_texts(row["facilities"]),
            place=row["place"],
            added=_added(row["added"]),
        )

    def facility(self, row: sqlite3.Row) -> Facility:
        facts = tuple(
            Fact(fact["label"], self._excerpts[fact["excerpt"]], fact["hectares"]) for fact in json.loads(row["facts"])
        )
        return Facility(
            id=row["slug"],
            name=row["name"],
            kind=FacilityKind(row["kind"]),
            mentions=self._several(row["mentions"]),
            aliases=_texts(row["aliases"]),
            roles=_texts(row["roles"]),
            facts=facts,
            part_of=row["part_of"],
            unc_may_use=bool(row["unc_may_use"]),
            returned=bool(row["returned"]),
            where=Added(row["where_text"], row["where_source"]) if row["where_text"] else None,
            latitude=row["latitude"],
            longitude=row["longitude"],
            notes=_added(row["notes"]),
        )

    def quotation(self, row: sqlite3.Row) -> Quotation:
        return Quotation(
            id=row["slug"],
            kind=QuotationKind(row["kind"]),
            text=row["text"],
            excerpt=self._excerpts[row["excerpt"]],
            speakers=_texts(row["speakers"]),
            speaker_names=_texts(row["speaker_names"]),
            occasion=row["occasion"],
            verb=row["verb"],
            date=_date(row),
            event=row["event"],
        )

    def person(self, row: sqlite3.Row) -> Person:
        roles = tuple(Role(role["title"], self._excerpts[role["excerpt"]]) for role in json.loads(row["roles"]))
        return Person(
            id=row["slug"],
            name=row["name"],
            roles=roles,
            mentions=self._several(row["mentions"]),
            sort_name=row["sort_name"],
            added_name=Added(row["added_name"], row["added_source"]) if row["added_name"] else None,
            note=row["note"],
        )

    def abbreviation(self, row: sqlite3.Row) -> Abbreviation:
        return Abbreviation(row["short"], row["full"], self._excerpts[row["excerpt"]])

    def cross_reference(self, row: sqlite3.Row) -> CrossReference:
        return CrossReference(row["slug"], self._excerpts[row["excerpt"]], row["target"], row["note"])

    def origin(self, row: sqlite3.Row) -> tuple[tuple[str, str], Origin]:
        return (row["kind"], row["slug"]), Origin(row["rule"], row["confidence"])

    def erratum(self, row: sqlite3.Row) -> Erratum:
        return Erratum(row["slug"], self._excerpts[row["excerpt"]], row["correct"], row["reason"])


def _date(row: sqlite3.Row) -> EventDate | None:
    if row["edtf"] is None:
        return None
    span = parse_edtf(row["edtf"])
    if "precision" in row.keys():  # noqa: SIM118 - a row looks in its values
        span = replace(
            span, precision=Precision(row["precision"])
        )  # EDTF cannot tell “since FY2020” from “since April”
    return EventDate(row["printed"], span, YearSource(row["year_source"]), row["year_reason"])


def _texts(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _added(text: str) -> tuple[Added, ...]:
    return tuple(Added(one["text"], one["source"]) for one in json.loads(text))
