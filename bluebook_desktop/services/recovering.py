"""Makes the list of imported files anew, from the library that was built with it, where it is missing or damaged."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from bluebook_desktop.storage.files import current_file
from bluebook_desktop.storage.originals import Original, Originals, from_text
from bluebook_desktop.storage.raw import imports_of

if TYPE_CHECKING:
    from pathlib import Path

    from bluebook_desktop.paths import UserFolders


def recover_imports(folders: UserFolders, libraries: Path) -> list[str]:
    """Where the list cannot be read, take what the current library in `libraries` says was imported.

    A section whose file is gone too stays in the list: the library still holds it, until the reader imports it again
    or removes it. A damaged list is kept beside the new one. What the reader should be told, in sentences; nothing
    where the list is whole, or nothing was imported. Raises BluebookError where the list cannot be written: built
    without it, the next library would lack what this one holds.
    """
    originals = Originals(folders.originals)
    state = originals.state_of_list()
    found = listed_in(current_file(libraries)) if state else []
    if not found:
        return []
    if state == "damaged":
        originals.set_list_aside()
    originals.write(found)
    said = [f"The list of imported files was {state}. It was made anew from the library."]
    gone = [f"{one.edition}/{one.section}" for one in found if not originals.has(one.sha256)]
    if gone:
        said.append(_of_lost_files(gone, folders.originals))
    return said


def listed_in(library: Path | None) -> list[Original]:
    """The imported files that a library was built with; none where it is none to go by."""
    if library is not None:
        with contextlib.suppress(ValueError):  # garbled: whoever opens that library says so
            return from_text(imports_of(library))
    return []


def _of_lost_files(sections: list[str], folder: Path) -> str:
    """That files are gone, and what can be done."""
    if len(sections) == 1:
        which, they = f"The imported file of {sections[0]} is", "it is"
    else:
        few = ", ".join(sections) if len(sections) <= 3 else f"{len(sections):,} sections"
        which, they = f"The imported files of {few} are", "they are"
    return f"{which} gone from {folder}; the library keeps what it has until {they} imported again or removed."
