"""Going over from one library file to the next while a window is open: what changed, and where the reader is then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bluebook_desktop.services.library import OpenLibrary, open_library
from bluebook_desktop.services.sections import OpenSection

if TYPE_CHECKING:
    from bluebook_desktop.domain.documents import Section
    from bluebook_desktop.paths import UserFolders

#: What tells one state of the `current` files from another, without reading any.
Sign = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class LibraryState:
    """The sections of a library, in its order, the rules by which it was built, and which section is read."""

    address: str
    sections: tuple[Section, ...]
    rules: str
    shown: str = ""


@dataclass(slots=True)
class GoneOver:
    """A library that was opened in place of another one; ids of sections, in the order of the library.

    `section` is the one to show in place of the one that was read, with its records; None where that one stays.
    """

    opened: OpenLibrary
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    removed: tuple[str, ...]
    rules_changed: bool
    section: OpenSection | None = None

    def shown_after(self, section_id: str, before: Sequence[Section]) -> str:
        """The section to show in place of one that was read; nothing where that one stays as it is."""
        if section_id in self.removed:
            return nearest(section_id, before, self.opened.library.sections())
        return section_id if section_id in self.replaced or self.rules_changed else ""


def sign_of(folders: UserFolders) -> Sign:
    """A cheap sign of which library is the current one; it changes whenever one was built."""
    found = []
    for folder in (folders.libraries, folders.libraries / "own"):
        try:
            status = (folder / "current").stat()
        except OSError:  # there is no library yet; opening one says what else may be wrong
            found.append((0, 0, 0))
        else:
            found.append((status.st_mtime_ns, status.st_size, status.st_ino))
    return tuple(found)


def go_over(folders: UserFolders, before: LibraryState) -> GoneOver | None:
    """Open the current library where it is another one than before; None where it is the same.

    It is built first where an import was killed after it was committed. What the reader should be told stands in
    the opened library's notices.
    """
    opened = open_library(folders)
    try:
        return _gone_over(opened, before)
    except BaseException:
        opened.close()
        raise


def _gone_over(opened: OpenLibrary, before: LibraryState) -> GoneOver | None:
    library = opened.library
    if library.address == before.address or not opened.can_save:
        opened.close()
        return None
    old = {one.id: one for one in before.sections}
    new = {one.id: one for one in library.sections()}
    found = GoneOver(
        opened,
        tuple(one for one in new if one not in old),
        tuple(one for one in new if one in old and new[one] != old[one]),
        tuple(one for one in old if one not in new),
        library.meta("rules") != before.rules,
    )
    if before.shown and (shown := found.shown_after(before.shown, before.sections)):
        found.section = _read(opened, new[shown])
    return found


def _read(opened: OpenLibrary, section: Section) -> OpenSection:
    """A section with its records, so that the window need not wait for them."""
    edition = next(one for one in opened.library.editions() if one.id == section.edition)
    read = OpenSection(opened.library, edition, section)
    _ = read.found
    return read


def nearest(section_id: str, before: Sequence[Section], now: Sequence[Section]) -> str:
    """The section to show in place of one that is gone: the next of its edition, else the one before, else the first.

    `before` are the sections as they were, `now` as they are, both in their order; there must be one.
    """
    ids = [one.id for one in before]
    there = {one.id for one in now}
    at = ids.index(section_id) if section_id in ids else 0
    edition = f"{section_id.partition('/')[0]}/"
    around = [*ids[at + 1 :], *reversed(ids[:at])]
    return next((one for one in around if one in there and one.startswith(edition)), now[0].id)
