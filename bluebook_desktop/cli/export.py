"""`bluebook export`: sections with all that they bear out, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from bluebook_desktop.cli.listing import open_sections
from bluebook_desktop.cli.options import FOUND, CommandFunction, add_section, command, json_option, open_section
from bluebook_desktop.cli.output import Output
from bluebook_desktop.services.export import FORMATS, write_atomically


def _section_option(function: CommandFunction) -> CommandFunction:
    return add_section(
        function,
        section="The section, such as 4.2.2 or 2021-en/4.2.2; without it the first of the newest edition.",
        edition="The edition, such as 2021-en; without --section all its sections.",
    )


@command(
    "export",
    about="Export a section with all its records.",
    example="bluebook export --format json --output section.json",
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="json", show_default=True, help="The format."
)
@click.option("--output", "target", metavar="FILE", help="Write to this file instead of printing; - prints.")
@_section_option
@json_option
def run(form: str, target: str | None, section: str | None, as_json: bool) -> int:
    """Export a section, or all sections of an edition, with their headings, passages and records.

    docs/export.md describes every key. A file is written whole or not at all.
    """
    if section is None:
        with open_section(None) as text:
            exported = FORMATS[form]([text])
    else:
        with open_sections(section) as texts:
            exported = FORMATS[form](texts)
    output = Output()
    if target in (None, "-"):
        output.whole(exported)
    else:
        path = Path(str(target))
        write_atomically(path, exported)
        if as_json:
            output.json({"file": str(path.resolve())})
        else:
            output.line(f"Written to {path}")
    return FOUND
