"""`bluebook quotations`: what was said, by whom and in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.options import (
    FOUND,
    NOTHING_FOUND,
    QUOTATION_KIND,
    command,
    json_option,
    open_section,
    section_option,
)
from bluebook_desktop.cli.origins import write_all_checked, write_origin
from bluebook_desktop.cli.output import Output

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Quotation, QuotationKind
    from bluebook_desktop.services.sections import OpenSection


@command(
    "quotations",
    about="Print what was said, by whom and in which form.",
    example="bluebook quotations --speaker Abe --form speech",
)
@click.option("--speaker", default="", help="Show what this person or group said.")
@click.option("--form", "forms", multiple=True, type=QUOTATION_KIND, help="Show this form alone; may be repeated.")
@section_option
@json_option
def run(speaker: str, forms: tuple[QuotationKind, ...], section: str | None, as_json: bool) -> int:
    """Print the quotations of a section: speeches, statements, messages, testimony, reports and terms."""
    from bluebook_desktop.services.browsing import find_quotations
    from bluebook_desktop.services.objects import SectionObjects

    with open_section(section) as text:
        found = find_quotations(text, speaker=speaker, kinds=forms)
        output = Output()
        if as_json:
            objects = SectionObjects(text)
            output.json({"section": text.id, "quotations": [objects.quotation(one) for one in found]})
        elif not found:
            output.line("No quotation is as asked for.")
        else:
            _write(output, text, found)
    return FOUND if found else NOTHING_FOUND


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
    write_all_checked(output, section, Kind.QUOTATION, [one.id for one in quotations])
