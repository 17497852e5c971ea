"""`bluebook contents`: the headings of a section and the passages below each."""

from __future__ import annotations

from bluebook_desktop.cli.options import FOUND, command, json_option, open_section, section_option
from bluebook_desktop.cli.output import Output


@command("contents", about="Print the headings of a section.", example="bluebook contents")
@section_option
@json_option
def run(section: str | None, as_json: bool) -> int:
    """Print the headings of a section with the passages that they cover."""
    from bluebook_desktop.services.objects import SectionObjects

    with open_section(section) as text:
        output = Output()
        headings = text.document.headings
        if as_json:
            objects = SectionObjects(text)
            output.json({"section": text.id, "headings": [objects.heading(one) for one in headings]})
            return FOUND
        for heading in headings:
            first, last = heading.first_passage, heading.last_passage
            covered = {first: f"  (¶ {first})"}.get(last, f"  (¶ {first}–{last})") if first <= last else ""
            output.paragraph(heading.full_title + covered, indent=2 * (heading.level - 1))
    return FOUND
