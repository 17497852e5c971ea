"""`bluebook abbreviations`: short forms and what they stand for."""

from __future__ import annotations

from bluebook_desktop.cli.options import FOUND, NOTHING_FOUND, command, json_option, open_section, section_option
from bluebook_desktop.cli.origins import write_all_checked, write_origin
from bluebook_desktop.cli.output import Output


@command("abbreviations", about="Print short forms and what they stand for.", example="bluebook abbreviations")
@section_option
@json_option
def run(section: str | None, as_json: bool) -> int:
    """Print the short forms that a section introduces, and what they stand for."""
    from bluebook_desktop.domain.references import Kind
    from bluebook_desktop.services.objects import SectionObjects

    with open_section(section) as text:
        found = sorted(text.records.abbreviations, key=lambda one: one.short.casefold())
        output = Output()
        if as_json:
            objects = SectionObjects(text)
            output.json({"section": text.id, "abbreviations": [objects.abbreviation(one) for one in found]})
        elif not found:
            output.line("The text introduces no short form.")
        else:
            width = max(len(one.short) for one in found) + 2
            for one in found:
                output.paragraph(f"{one.full} (¶ {one.excerpt.passage})", label=one.short.ljust(width))
                write_origin(output, text, Kind.ABBREVIATION, one.id, indent=width)
            write_all_checked(output, text, Kind.ABBREVIATION, [one.id for one in found])
    return FOUND if found else NOTHING_FOUND
