"""`bluebook export`: a section with all that it bears out, for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from bluebook_desktop.cli.options import FOUND, command, json_option, open_section, section_option
from bluebook_desktop.cli.output import Output
from bluebook_desktop.services.export import FORMATS, write_atomically


@command(
    "export",
    about="Export a section with all its records.",
    example="bluebook export --format json --output section.json",
)
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="json", show_default=True, help="The format."
)
@click.option("--output", "target", metavar="FILE", help="Write to this file instead of printing; - prints.")
@section_option
@json_option
def run(form: str, target: str | None, section: str | None, as_json: bool) -> int:
    """Export a section with its headings, passages and records.

    docs/export.md describes every key. A file is written whole or not at all.
    """
    with open_section(section) as text:
        exported = FORMATS[form](text)
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
