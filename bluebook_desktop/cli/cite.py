"""`bluebook cite`: how a place or a quotation is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.listing import open_section_with
from bluebook_desktop.cli.options import FOUND, command, json_option, open_section, section_option
from bluebook_desktop.cli.output import Output

if TYPE_CHECKING:
    from bluebook_desktop.services.sections import OpenSection


@command(
    "cite",
    about="Print a citation of a place or a quotation.",
    example="bluebook cite 8 --quotation rock-solid-alliance",
)
@click.argument("place", required=False)
@click.option("--quotation", "quotation_id", help="Cite this quotation, by the id that “bluebook quotations” prints.")
@section_option
@json_option
def run(place: str | None, quotation_id: str | None, section: str | None, as_json: bool) -> int:
    """Print a citation with the source line that the Ministry's terms of use ask for.

    A place is a paragraph number (12), a range (12-15), a locator (bluebook:2021-en/4.2.2/12) or that of a section.
    """
    from bluebook_desktop.domain.places import parse_place
    from bluebook_desktop.errors import UsageError

    if place is None and quotation_id is None:
        raise UsageError("Say which place or which quotation to cite; “bluebook cite --help” has an example.")
    wanted = parse_place(place) if place is not None else None
    named = (wanted and wanted.section) or section
    if wanted is None:
        what = f"the quotation “{str(quotation_id)[:80]}”"
        opened = open_section_with(named, what, lambda one: quotation_id in one.quotations)
    else:
        opened = open_section(named)
    with opened as text:
        first = last = None
        if wanted is not None and wanted.first is not None:
            numbers = wanted.passages(len(text.document.passages))
            first, last = numbers[0], numbers[-1]
        _write(Output(), text, (first, last), quotation_id, as_json=as_json)
    return FOUND


def _write(
    output: Output,
    section: OpenSection,
    passages: tuple[int | None, int | None],
    quotation_id: str | None,
    *,
    as_json: bool,
) -> None:
    from bluebook_desktop.errors import UsageError
    from bluebook_desktop.services.citing import citation, quotation_citation
    from bluebook_desktop.services.objects import SectionObjects

    first, last = passages
    quotation = None
    if quotation_id is not None:
        quotation = section.quotations.get(quotation_id)
        if quotation is None:
            raise UsageError(f"There is no quotation “{quotation_id}”; “bluebook quotations” prints the ids.")
        stands = quotation.excerpt.passage
        if first is not None and last is not None and not first <= stands <= last:
            raise UsageError(f"The quotation “{quotation_id}” stands in ¶ {stands}, not in ¶ {first}.")
        first = last = stands
    cited = citation(section, first, last)
    if as_json:
        found = {"locator": cited.locator, "citation": cited.text, "source_line": cited.source_line}
        output.json({**found, "quotation": SectionObjects(section).quotation(quotation) if quotation else None})
    else:
        output.line(quotation_citation(section, quotation) if quotation else str(cited))
