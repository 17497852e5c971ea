"""`bluebook abbreviations`: short forms and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook_desktop.cli.listing import Listing, gathered, open_sections
from bluebook_desktop.cli.options import command, json_option, sections_option
from bluebook_desktop.cli.origins import write_all_checked, write_origin

if TYPE_CHECKING:
    from bluebook_desktop.cli.output import Output
    from bluebook_desktop.domain.records import Abbreviation
    from bluebook_desktop.services.sections import OpenSection


@command("abbreviations", about="Print short forms and what they stand for.", example="bluebook abbreviations")
@sections_option
@json_option
def run(section: str | None, as_json: bool) -> int:
    """Print the short forms that all sections, an edition or a section introduce, and what they stand for."""
    with open_sections(section) as sections:
        found = gathered(sections, lambda one: sorted(one.records.abbreviations, key=lambda it: it.short.casefold()))
        listing = Listing(
            "abbreviations",
            sections,
            found,
            "No short form is recorded.",
            lambda objects, one: objects.abbreviation(one),
        )
        return listing.print(
            lambda output: listing.in_each(output, lambda text, forms: _write(output, text, forms)), as_json=as_json
        )


def _write(output: Output, section: OpenSection, forms: list[Abbreviation]) -> None:
    from bluebook_desktop.domain.references import Kind

    width = max(len(one.short) for one in forms) + 2
    for one in forms:
        output.paragraph(f"{one.full} (¶ {one.excerpt.passage})", label=one.short.ljust(width))
        write_origin(output, section, Kind.ABBREVIATION, one.id, indent=width)
    write_all_checked(output, Kind.ABBREVIATION, [(section, one.id) for one in forms])
