"""Makes the list of imported files anew, from the library that was built with it, where it is missing or damaged."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING

from bluebook_desktop.errors import BluebookError, LibraryDamagedError, NewerSchemaError
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.files import current_file
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.originals import Original, Originals

if TYPE_CHECKING:
    from pathlib import Path

    from bluebook_desktop.domain.documents import Section
    from bluebook_desktop.paths import UserFolders

#: How the source line of a file without an address ends.
_FILE = re.compile(r"File: (?P<name>.+)\.$", re.DOTALL)


def recover_imports(folders: UserFolders, libraries: Path) -> list[str]:
    """Where the list cannot be read, take what the current library in `libraries` holds for what was imported.

    Only sections whose originals still lie in the folder are; a damaged list is kept beside the new one. What the
    reader should be told, in a sentence; nothing where the list is whole, or nothing can be known of it.
    """
    originals = Originals(folders.originals)
    state = originals.state_of_list()
    if not state or not folders.originals.is_dir():
        return []
    with contextlib.suppress(BluebookError):  # where nothing can be written, or the library is none to go by
        found = [_original(one) for one in _imported(libraries, originals)]
        if found:
            originals.set_list_aside()
            originals.write(found)
            return [f"The list of imported files was {state}. It was made anew from the library."]
    return []


def _imported(libraries: Path, originals: Originals) -> list[Section]:
    """The sections of the current library that did not come with the program, and whose originals are there."""
    from bluebook_desktop.services.bundled import bundled_texts  # noqa: PLC0415 - hardly ever needed

    path = current_file(libraries)
    if path is None:
        return []
    with contextlib.suppress(LibraryDamagedError, NewerSchemaError):
        library = Library(address_of(path))
        with contextlib.closing(library):
            known = bundled_texts()
            return [one for one in library.sections() if known.get(one.id) != one.sha256 and originals.has(one.sha256)]
    return []


def _original(section: Section) -> Original:
    told = _FILE.search(section.source_line)
    name = told["name"] if told else section.address.rstrip("/").rpartition("/")[2]
    return Original(section.sha256, name or section.title, section.edition, section.number, section.accessed)
