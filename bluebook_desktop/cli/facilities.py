"""`bluebook facilities`: facilities and areas that the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.exporting import check_export, export_options
from bluebook_desktop.cli.listing import Listing, gathered, nothing_named, open_sections
from bluebook_desktop.cli.options import command, json_option, sections_option
from bluebook_desktop.cli.origins import write_all_checked, write_origin

if TYPE_CHECKING:
    from bluebook_desktop.cli.output import Output
    from bluebook_desktop.domain.records import Facility
    from bluebook_desktop.services.sections import OpenSection

_FORMATS = ("csv", "geojson")


@command(
    "facilities",
    about="Print facilities and areas, and what the text says of them.",
    example="bluebook facilities Futenma",
)
@click.argument("name", nargs=-1)
@export_options(*_FORMATS)
@sections_option
@json_option
def run(name: tuple[str, ...], form: str | None, target: str | None, section: str | None, as_json: bool) -> int:
    """Print the U.S. Forces facilities and areas that all sections, an edition or a section name, or those of one name.

    What the text does not say, such as where a facility lies, is marked as added. docs/map.md describes the two
    formats. A file is written whole or not at all.
    """
    check_export(form, target, _FORMATS, as_json=as_json)
    from bluebook_desktop.services.browsing import find_facilities

    wanted = " ".join(name)
    with open_sections(section) as sections:
        found = gathered(sections, lambda one: find_facilities(one, wanted))
        nothing = "" if found else nothing_named("facility", wanted, sections)
        listing = Listing("facilities", sections, found, nothing, lambda objects, one: objects.facility(one))
        if form is not None:
            from bluebook_desktop.services.exports_facilities import FORMATS

            return listing.export(form, FORMATS, target, as_json=as_json)
        return listing.print(
            lambda output: listing.in_each(output, lambda text, few: _write(output, text, few)), as_json=as_json
        )


def _write(output: Output, section: OpenSection, facilities: list[Facility]) -> None:
    from bluebook_desktop.domain.references import Kind

    for number, facility in enumerate(facilities):
        if number:
            output.line()
        output.heading(f"{facility.name} ({facility.kind.value})")
        if facility.aliases:
            output.paragraph(f"also {', '.join(facility.aliases)}", indent=2)
        for fact in facility.facts:
            size = f", {fact.hectares}" if fact.hectares else ""
            output.paragraph(f"{fact.label}{size} (¶ {fact.excerpt.passage})", indent=2)
        if facility.where:
            output.aside(f"Added: {facility.where.text} ({facility.where.source})", indent=2)
        for note in facility.notes:
            output.aside(f"Added: {note.text} ({note.source})", indent=2)
        passages = dict.fromkeys(mention.passage for mention in facility.mentions)
        output.paragraph(f"named in {', '.join(f'¶ {passage}' for passage in passages)}", indent=2)
        write_origin(output, section, Kind.FACILITY, facility.id)
    write_all_checked(output, Kind.FACILITY, [(section, one.id) for one in facilities])
