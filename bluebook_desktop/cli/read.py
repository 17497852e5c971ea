"""`bluebook read`: the text itself, whole or some of its passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bluebook_desktop.cli.options import FOUND, command, json_option, open_library, section_option, tell_of_others
from bluebook_desktop.cli.output import Output

if TYPE_CHECKING:
    from bluebook_desktop.domain.documents import Heading
    from bluebook_desktop.services.sections import OpenSection


@command("read", about="Print a section, or some of its passages.", example="bluebook read 8 12-14")
@click.argument("places", nargs=-1, metavar="[PLACE]...")
@section_option
@json_option
def run(places: tuple[str, ...], section: str | None, as_json: bool) -> int:
    """Print a section, or some of its passages.

    A place is a paragraph number (12, ¶ 12), a range (12-15) or a locator (bluebook:2021-en/4.2.2/12).
    Without one the whole section is printed, with its headings.
    """
    from bluebook_desktop.domain.places import parse_place
    from bluebook_desktop.errors import UsageError
    from bluebook_desktop.services.browsing import open_section

    wanted = [parse_place(place) for place in places]
    named = {place.section for place in wanted if place.section} | ({section} if section else set())
    with open_library() as library:
        opened = {name: open_section(library, name) for name in sorted(named)} or {"": open_section(library)}
        if len({one.id for one in opened.values()}) > 1:
            raise UsageError("Passages of one section at a time can be read.")
        name, text = next(iter(opened.items()))
        tell_of_others(library, name or None, text)
        count = len(text.document.passages)
        numbers = {number for place in wanted for number in place.passages(count)} or set(range(1, count + 1))
        output = Output()
        if as_json:
            _write_json(output, text, numbers)
        else:
            _write_text(output, text, numbers, with_headings=len(numbers) == count)
    return FOUND


def _write_json(output: Output, section: OpenSection, numbers: set[int]) -> None:
    from bluebook_desktop.services.objects import SectionObjects

    objects = SectionObjects(section)
    output.json(
        {
            "edition": section.edition.id,
            "section": section.section.number,
            "headings": [objects.heading(one) for one in section.document.headings],
            "passages": [objects.passage(section.document.passage(number)) for number in sorted(numbers)],
        }
    )


def _write_text(output: Output, section: OpenSection, numbers: set[int], *, with_headings: bool) -> None:
    """Passages with their numbers, under their headings when the whole section is read."""
    from bluebook_desktop.domain.documents import PassageKind

    above: dict[int, list[Heading]] = {}
    for heading in section.document.headings:
        above.setdefault(heading.first_passage, []).append(heading)
    for number in sorted(numbers):
        for heading in above.get(number, []) if with_headings else []:
            output.heading(heading.full_title)
            output.line()
        passage = section.document.passage(number)
        kind = "[Caption] " if passage.kind is PassageKind.CAPTION else ""
        output.paragraph(kind + passage.text, label=f"¶ {number}  ")
        output.line()
    if not with_headings:
        output.aside(section.section.source_line)
