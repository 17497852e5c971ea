"""`bluebook quotations`: what was said, by whom and in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.exporting import check_export, export_options
from bluebook_desktop.cli.listing import Listing, gathered, open_sections
from bluebook_desktop.cli.options import QUOTATION_KIND, DateType, command, json_option, sections_option
from bluebook_desktop.cli.origins import write_all_checked, write_origin

if TYPE_CHECKING:
    from bluebook_desktop.cli.output import Output
    from bluebook_desktop.domain.dates import Span
    from bluebook_desktop.domain.records import Quotation, QuotationKind
    from bluebook_desktop.services.sections import OpenSection


_FORMATS = ("csv", "json", "markdown", "text")
_NOTHING = "No quotation is as asked for."


@command(
    "quotations",
    about="Print what was said, by whom and in which form.",
    example="bluebook quotations --speaker Abe --form speech",
)
@click.option("--speaker", default="", help="Show what this person or group said.")
@click.option("--form", "forms", multiple=True, type=QUOTATION_KIND, help="Show this form alone; may be repeated.")
@click.option("--from", "first", type=DateType(), help="Leave out what was said before this day, month or year.")
@click.option("--to", "last", type=DateType(), help="Leave out what was said after it.")
@export_options(*_FORMATS)
@sections_option
@json_option
def run(
    *,
    speaker: str,
    forms: tuple[QuotationKind, ...],
    first: Span | None,
    last: Span | None,
    form: str | None,
    target: str | None,
    section: str | None,
    as_json: bool,
) -> int:
    """Print the quotations of all sections, an edition or a section: what was said, what is reported, and terms.

    docs/quotations.md describes the formats. A file is written whole or not at all.
    """
    check_export(form, target, _FORMATS, as_json=as_json)
    from bluebook_desktop.services.browsing import find_quotations

    with open_sections(section) as sections:
        found = gathered(
            sections, lambda one: find_quotations(one, speaker=speaker, kinds=forms, first=first, last=last)
        )
        nothing = _NOTHING if speaker or forms or first or last else "No quotation is recorded."
        listing = Listing("quotations", sections, found, nothing, lambda objects, one: objects.quotation(one))
        if form is not None:
            from bluebook_desktop.services.exports_quotations import FORMATS

            return listing.export(form, FORMATS, target, as_json=as_json)
        return listing.print(
            lambda output: listing.in_each(output, lambda text, said: _write(output, text, said)), as_json=as_json
        )


def _write(output: Output, section: OpenSection, quotations: list[Quotation]) -> None:
    from bluebook_desktop.domain.dates import describe
    from bluebook_desktop.domain.references import Kind
    from bluebook_desktop.services.citing import speakers_of

    for number, quotation in enumerate(quotations):
        if number:
            output.line()
        form = quotation.kind.value.replace("_", " ")
        said_by = ", ".join(speakers_of(section, quotation))
        output.heading(f"¶ {quotation.excerpt.passage}  {form}" + (f": {said_by}" if said_by else ""))
        output.paragraph(quotation.excerpt.exact, indent=2)
        date = describe(quotation.date.span, full=True) if quotation.date else ""
        if remark := ", ".join(filter(None, (quotation.occasion, date))):
            output.aside(remark, indent=2)
        if not write_origin(output, section, Kind.QUOTATION, quotation.id):
            output.aside(f"id: {quotation.id}", indent=2)
    write_all_checked(output, Kind.QUOTATION, [(section, one.id) for one in quotations])
