"""`bluebook remove`: takes imported sections out of the library."""

from __future__ import annotations

import click

from bluebook_desktop.cli.options import FOUND, command, json_option
from bluebook_desktop.cli.output import Output, warn


@command(
    "remove", about="Take imported sections out of the library.", example="bluebook remove 2019-en --section 3.1.2"
)
@click.argument("edition", required=False)
@click.option("--edition", "named", metavar="EDITION", help="The same as EDITION.")
@click.option("--section", metavar="SECTION", help="The section, such as 3.1.2; without it all of the edition.")
@json_option
def run(edition: str | None, named: str | None, section: str | None, as_json: bool) -> int:
    """Take an imported edition, or one section of it, out of the library. The imported files are kept.

    EDITION is an edition (2019-en) or a section with its edition (2019-en/3.1.2).
    """
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.importing import remove

    wanted = (edition or named or "").removeprefix("bluebook:").strip("/")
    if section:
        wanted = section if "/" in section else f"{wanted.partition('/')[0]}/{section}"
    if not wanted.partition("/")[0]:
        raise click.UsageError("Say which edition, such as 2019-en.")
    gone = remove(user_folders(), [wanted])
    output = Output()
    if as_json:
        output.json({"removed": list(gone.sections)})
    else:
        for one in gone.sections:
            output.line(f"Removed {one}")
    for notice in gone.notices:
        warn(notice)
    return FOUND
