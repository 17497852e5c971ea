"""Exports dated events: as a table (CSV), as JSON, and with citations as Markdown (docs/timeline.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.citations import in_quotation_marks
from bluebook_desktop.domain.dates import YearSource, describe
from bluebook_desktop.domain.records import Status
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services.citing import citation
from bluebook_desktop.services.export import made_from, storable, to_json
from bluebook_desktop.services.markdown import escaped, origin_lines
from bluebook_desktop.services.objects import SectionObjects
from bluebook_desktop.services.origins import origin_in_words
from bluebook_desktop.services.tables import BETWEEN, csv_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.records import Event
    from bluebook_desktop.services.sections import OpenSection

COLUMNS = (
    "id",
    "title",
    "kind",
    "status",
    "date",
    "first_day",
    "last_day",
    "precision",
    "date_printed",
    "year_added",
    "sentence",
    "people",
    "participants",
    "facilities",
    "place",
    "notes_added",
    "passage",
    "locator",
    "origin",
    "citation",
)


def _chosen(section: OpenSection, events: Sequence[Event] | None) -> Sequence[Event]:
    return section.records.events if events is None else events


def events_csv(section: OpenSection, events: Sequence[Event] | None = None) -> str:
    """These events of a section, or all, a row each; every row says from what and by what it was made."""
    objects = SectionObjects(section)
    return csv_table(section, COLUMNS, (_row(section, objects, one) for one in _chosen(section, events)))


def _row(section: OpenSection, objects: SectionObjects, event: Event) -> dict[str, Any]:
    span, found = event.date.span, objects.event(event)
    return {
        "id": event.id,
        "title": event.title,
        "kind": event.kind.value,
        "status": event.status.value,
        "date": span.edtf,
        "first_day": span.start,
        "last_day": span.end,
        "precision": span.precision.value,
        "date_printed": event.date.printed,
        "year_added": _year_added(event),
        "sentence": event.sentence,
        "people": BETWEEN.join(found["people"]),
        "participants": BETWEEN.join(event.participants),
        "facilities": BETWEEN.join(found["facilities"]),
        "place": event.place,
        "notes_added": BETWEEN.join(f"{note.text} ({note.source})" for note in event.added),
        "passage": event.excerpt.passage,
        "locator": objects.locator(event.excerpt.passage),
        "origin": _origin(section, event),
        "citation": citation(section, event.excerpt.passage).text,
    }


def _year_added(event: Event) -> str:
    """Why the year is what it is, where the text does not print it."""
    return event.date.year_reason if event.date.year_source is YearSource.INFERRED else ""


def _origin(section: OpenSection, event: Event) -> str:
    return origin_in_words(section, Reference(Kind.EVENT, section.id, event.id))


def events_json(section: OpenSection, events: Sequence[Event] | None = None) -> str:
    """These events of a section, or all, with the keys of docs/export.md, each with its citation."""
    objects = SectionObjects(section)
    found = [
        {**objects.event(one), "citation": citation(section, one.excerpt.passage).text}
        for one in _chosen(section, events)
    ]
    return to_json({**made_from(section), "section": section.id, "events": found}, indent=2)


def events_markdown(section: OpenSection, events: Sequence[Event] | None = None) -> str:
    """These events of a section, or all: date and title, the sentence as a block quote, and its citation."""
    objects = SectionObjects(section)
    entries = [f"# Timeline: {escaped(section.section.title)} ({escaped(section.edition.title)})"]
    for one in _chosen(section, events):
        head = f"**{escaped(describe(one.date.span, full=True))}** {escaped(one.title)}"
        quoted = "\n".join(f"> {line}".rstrip() for line in escaped(in_quotation_marks(one.sentence)).split("\n"))
        cited = escaped(citation(section, one.excerpt.passage).text)
        entries.append(f"{head}\n\n{quoted}\n\n*{escaped(_about(section, objects, one))}*  \n{cited}")
    entries.append("---\n\n" + "  \n".join(map(escaped, origin_lines(section))))
    return storable("\n\n".join(entries) + "\n")


def _about(section: OpenSection, objects: SectionObjects, event: Event) -> str:
    """Kind, status, who and where, and how the date is printed: ``defence; planned; Abe Shinzo; printed “August”``."""
    found = objects.event(event)
    status = "" if event.status is Status.HAPPENED else event.status.value
    printed = f"printed “{event.date.printed}”"
    if _year_added(event):
        printed = f"{printed}, the year is added"
    who = ", ".join((*found["people"], *event.participants))
    where = ", ".join((*found["facilities"], *filter(None, [event.place])))
    return "; ".join(filter(None, [event.kind.value, status, who, where, printed, _origin(section, event)]))


Write = Callable[["OpenSection", "Sequence[Event] | None"], str]
#: Name of a format -> what writes events in it. The command line and the window offer what stands here.
FORMATS: dict[str, Write] = {"csv": events_csv, "json": events_json, "markdown": events_markdown}
