"""`bluebook remove`: takes imported sections out of the library."""

from __future__ import annotations

import click

from bluebook_desktop.cli.options import FOUND, command, json_option, open_library
from bluebook_desktop.cli.output import Output


@command(
    "remove", about="Take imported sections out of the library.", example="bluebook remove 2019-en --section 3.1.2"
)
@click.argument("edition")
@click.option("--section", metavar="SECTION", help="The section, such as 3.1.2; without it all of the edition.")
@json_option
def run(edition: str, section: str | None, as_json: bool) -> int:
    """Take an imported edition, or one section of it, out of the library. The imported files are kept."""
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.importing import remove

    wanted, _, number = edition.partition("/")
    with open_library() as library:
        gone = remove(user_folders(), library, wanted, section or number or None)
    output = Output()
    if as_json:
        output.json({"removed": gone})
    else:
        for one in gone:
            output.line(f"Removed {one}")
    return FOUND
