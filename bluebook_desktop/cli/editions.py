"""`bluebook editions`: what the library holds."""

from __future__ import annotations

from typing import Any

from bluebook_desktop.cli.options import FOUND, NOTHING_FOUND, command, json_option, open_library
from bluebook_desktop.cli.output import Output, counted


@command("editions", about="Print the editions and sections of the library.", example="bluebook editions --json")
@json_option
def run(as_json: bool) -> int:
    """Print every edition with its sections, newest first."""
    with open_library() as library:
        found: list[dict[str, Any]] = [
            {
                "id": edition.id,
                "title": edition.title,
                "year": edition.year,
                "language": edition.language,
                "sections": [
                    {
                        "id": section.id,
                        "number": section.number,
                        "title": section.title,
                        "passages": library.passage_count(section.id),
                        "address": section.address,
                        "sha256": section.sha256,
                    }
                    for section in library.sections(edition.id)
                ],
            }
            for edition in library.editions()
        ]
    output = Output()
    if as_json:
        output.json({"editions": found})
        return FOUND if found else NOTHING_FOUND
    for edition in found:
        output.heading(f"{edition['id']}  {edition['title']}")
        for section in edition["sections"]:
            output.paragraph(
                f"{section['title']} ({counted(section['passages'], 'passage')})",
                label=f"{section['number']}  ",
                indent=2,
            )
    return FOUND if found else NOTHING_FOUND
