"""`bluebook timeline`: dated events in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.exporting import check_export, export_options, write_export
from bluebook_desktop.cli.options import (
    EVENT_KIND,
    FOUND,
    NOTHING_FOUND,
    STATUS,
    DateType,
    command,
    json_option,
    open_section,
    section_option,
)
from bluebook_desktop.cli.origins import write_all_checked, write_origin
from bluebook_desktop.cli.output import Output, warn

if TYPE_CHECKING:
    from bluebook_desktop.domain.dates import Span
    from bluebook_desktop.domain.records import Event, EventKind, Status
    from bluebook_desktop.services.sections import OpenSection


_FORMATS = ("csv", "json", "markdown")
_NOTHING = "No event is as asked for."


@command(
    "timeline",
    about="Print dated events in order of time.",
    example="bluebook timeline --from 2019 --to 2020-06 --kind defence",
)
@click.option("--kind", "kinds", multiple=True, type=EVENT_KIND, help="Show this kind alone; may be repeated.")
@click.option("--status", "statuses", multiple=True, type=STATUS, help="Show what happened, is planned, or is due.")
@click.option("--from", "first", type=DateType(), help="Leave out what was over before this date.")
@click.option("--to", "last", type=DateType(), help="Leave out what began after this date.")
@export_options(*_FORMATS)
@section_option
@json_option
def run(
    *,
    kinds: tuple[EventKind, ...],
    statuses: tuple[Status, ...],
    first: Span | None,
    last: Span | None,
    form: str | None,
    target: str | None,
    section: str | None,
    as_json: bool,
) -> int:
    """Print the dated events of a section in order of time.

    A date is a year, a month or a day: 2020, 2020-03 or 2020-03-15. docs/timeline.md describes the formats. A file is
    written whole or not at all.
    """
    check_export(form, target, _FORMATS, as_json=as_json)
    from bluebook_desktop.services.browsing import find_events
    from bluebook_desktop.services.objects import SectionObjects

    with open_section(section) as text:
        events = find_events(text, kinds=kinds, statuses=statuses, first=first, last=last)
        output = Output()
        if form is not None and not events:
            warn(_NOTHING)
        elif form is not None:
            from bluebook_desktop.services.exports_events import FORMATS

            write_export(output, FORMATS[form](text, events), target, as_json=as_json)
        elif as_json:
            objects = SectionObjects(text)
            output.json({"section": text.id, "events": [objects.event(one) for one in events]})
        elif events:
            _write(output, text, events)
        else:
            output.line(_NOTHING)
    return FOUND if events else NOTHING_FOUND


def _write(output: Output, section: OpenSection, events: list[Event]) -> None:
    from bluebook_desktop.domain.dates import YearSource, describe
    from bluebook_desktop.domain.records import Status
    from bluebook_desktop.domain.references import Kind

    dates = [describe(event.date.span) for event in events]
    width = max(map(len, dates)) + 2
    for event, date in zip(events, dates, strict=True):
        remarks = [event.kind.value]
        if event.status is not Status.HAPPENED:
            remarks.append(event.status.value)
        if event.date.year_source is YearSource.INFERRED:
            remarks.append(f"printed “{event.date.printed}”")
        output.paragraph(f"{event.title} ({', '.join(remarks)}; ¶ {event.excerpt.passage})", label=date.ljust(width))
        write_origin(output, section, Kind.EVENT, event.id, indent=width)
    write_all_checked(output, section, Kind.EVENT, [event.id for event in events])
