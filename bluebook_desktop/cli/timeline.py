"""`bluebook timeline`: dated events in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.exporting import check_export, export_options
from bluebook_desktop.cli.listing import Listing, gathered, open_sections
from bluebook_desktop.cli.options import EVENT_KIND, STATUS, DateType, command, json_option, sections_option
from bluebook_desktop.cli.origins import write_all_checked, write_origin

if TYPE_CHECKING:
    from bluebook_desktop.cli.output import Output
    from bluebook_desktop.domain.dates import Span
    from bluebook_desktop.domain.records import Event, EventKind, Status


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
@sections_option
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
    """Print the dated events of all sections, an edition or a section in order of time.

    A date is a year, a month or a day: 2020, 2020-03 or 2020-03-15. docs/timeline.md describes the formats. A file is
    written whole or not at all.
    """
    check_export(form, target, _FORMATS, as_json=as_json)
    from bluebook_desktop.services.browsing import find_events, in_order_of_time

    with open_sections(section) as sections:
        found = gathered(sections, lambda one: find_events(one, kinds=kinds, statuses=statuses, first=first, last=last))
        nothing = _NOTHING if kinds or statuses or first or last else "No event is recorded."
        listing = Listing("events", sections, in_order_of_time(found), nothing, lambda objects, one: objects.event(one))
        if form is not None:
            from bluebook_desktop.services.exports_events import FORMATS

            return listing.export(form, FORMATS, target, as_json=as_json)
        return listing.print(lambda output: _write(output, listing), as_json=as_json)


def _write(output: Output, listing: Listing[Event]) -> None:
    from bluebook_desktop.domain.dates import YearSource, describe
    from bluebook_desktop.domain.records import Status
    from bluebook_desktop.domain.references import Kind

    dates = [describe(event.date.span) for _, event in listing.found]
    width = max(map(len, dates)) + 2
    for (section, event), date in zip(listing.found, dates, strict=True):
        remarks = [event.kind.value]
        if event.status is not Status.HAPPENED:
            remarks.append(event.status.value)
        if event.date.year_source is YearSource.INFERRED:
            remarks.append(f"printed “{event.date.printed}”")
        place = listing.place(section, event.excerpt.passage)
        output.paragraph(f"{event.title} ({', '.join(remarks)}; {place})", label=date.ljust(width))
        write_origin(output, section, Kind.EVENT, event.id, indent=width)
    write_all_checked(output, Kind.EVENT, [(section, event.id) for section, event in listing.found])
