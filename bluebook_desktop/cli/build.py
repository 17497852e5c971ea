"""`bluebook build`: makes the library anew from the original texts and their records."""

from __future__ import annotations

from bluebook_desktop.cli.options import FOUND, command, json_option
from bluebook_desktop.cli.output import Output, warn


@command("build", about="Build the library anew.", example="bluebook build")
@json_option
def run(as_json: bool) -> int:
    """Build the library anew from the original texts, and print where it is and what is in it.

    Every record is checked against the text first; one that the text does not bear out stops the build.
    """
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.counting import count_library
    from bluebook_desktop.services.library import build_library
    from bluebook_desktop.storage.connections import address_of
    from bluebook_desktop.storage.library import Library

    path, notices = build_library(user_folders())
    for notice in notices:
        warn(notice)
    library = Library(address_of(path))
    try:
        counts = count_library(library)
    finally:
        library.close()
    output = Output()
    if as_json:
        output.json({"library": str(path), "counts": counts})
    else:
        output.line(f"Built {path}")
        for name, number in counts.items():
            output.line(f"{number:6,} {name.replace('_', ' ')}")
    return FOUND
