"""`bluebook verify`: whether the library still says what the originals say."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from bluebook_desktop.cli.options import FOUND, NOTHING_FOUND, command, json_option
from bluebook_desktop.cli.output import Output, counted, warn

if TYPE_CHECKING:
    from bluebook_desktop.services.verify import Verification

_MOST_SHOWN = 50


@command("verify", about="Compare the library with the original texts.", example="bluebook verify")
@json_option
def run(as_json: bool) -> int:
    """Compare the library with the original texts, letter by letter.

    Every heading, passage, excerpt, record and index entry is checked as it lies; nothing is repaired.
    """
    from bluebook_desktop.errors import LibraryDamagedError, NewerSchemaError
    from bluebook_desktop.services.verify import Finding, Verification

    try:
        result = _verify()
    except (LibraryDamagedError, NewerSchemaError) as error:
        result = Verification("", findings=[Finding("", None, str(error))])
    output = Output()
    if as_json:
        output.json(
            {
                "library": result.library,
                "sound": result.is_sound,
                "originals": [{"section": section, "sha256": digest} for section, digest in result.originals],
                "checked": result.counts,
                "findings": [asdict(finding) for finding in result.findings],
            }
        )
    else:
        _write(output, result)
    return FOUND if result.is_sound else NOTHING_FOUND


def _verify() -> Verification:
    from bluebook_desktop.paths import user_folders
    from bluebook_desktop.services.library import open_library
    from bluebook_desktop.services.verify import is_first_start, verify_current, verify_library

    folders = user_folders()
    if not is_first_start(folders):
        return verify_current(folders)
    opened = open_library(folders)  # builds the first library
    try:
        for notice in opened.notices:
            warn(notice)
        if not opened.can_save:
            return verify_library(opened.library, opened.library.address, folders)
    finally:
        opened.close()
    return verify_current(folders)


def _write(output: Output, result: Verification) -> None:
    for finding in result.findings[:_MOST_SHOWN]:
        output.line(finding.sentence)
    if len(result.findings) > _MOST_SHOWN:
        output.line(
            f"{counted(len(result.findings) - _MOST_SHOWN, 'more difference is', 'more differences are')} not shown."
        )
    if result.is_sound:
        output.line("The library says what the originals say, letter by letter.")
        output.line(
            "Checked: "
            + ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in result.counts.items())
            + "."
        )
        for section, digest in result.originals:
            output.line(f"Original of {section}: SHA-256 {digest}")
        output.line(f"Library: {result.library}")
