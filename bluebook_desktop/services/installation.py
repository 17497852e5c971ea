"""Checks an installation: the library and its search, the user's folders. `gui/self_test.py` adds what is Qt's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.about import facts
from bluebook_desktop.services.library import OpenLibrary, open_library
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.services.verify import verify_library

#: `note` is what works otherwise than one may expect; only `failed` is a fault of the installation.
State = Literal["ok", "note", "failed"]
#: Words that the bundled text has once as a phrase of a statement.
_PHRASE = '"rock solid"'


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, and what was found."""

    name: str
    state: State
    found: str

    def __str__(self) -> str:
        return f"{self.state:6}  {self.name}: {self.found}"


#: Returns what was found; raises BluebookError or OSError for what is wrong.
Look = Callable[[], str]


def look(name: str, at: Look) -> Check:
    """Do one check; what goes wrong in a foreseen way is told in its sentence."""
    try:
        return Check(name, "ok", at())
    except (BluebookError, OSError) as error:
        return Check(name, "failed", str(error))


def check_installation(folders: UserFolders) -> Iterator[Check]:
    """All checks that need no window, one after another."""
    for name, folder in (("Data", folders.data), ("Settings", folders.config), ("Log files", folders.log)):
        yield _folder(name, folder)
    try:
        opened = open_library(folders)
    except (BluebookError, OSError) as error:
        yield Check("Library", "failed", str(error))
        return
    with closing(opened):
        yield from (Check("Library", "note", notice) for notice in opened.notices)
        yield look("Library", lambda: _verify(opened, folders))
        yield look("Search", lambda: _search(opened))
        yield from (Check(name, "ok", value) for name, value in facts(opened.library).rows)


def _folder(name: str, folder: Path) -> Check:
    """Whether files can be kept there; reading goes on without."""
    there = next(one for one in (folder, *folder.parents) if one.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Check(name, "ok", f"kept in {folder}")
    return Check(name, "note", f"{there} cannot be written to, so nothing is kept in {folder}; reading goes on")


def _verify(opened: OpenLibrary, folders: UserFolders) -> str:
    result = verify_library(opened.library, opened.library.address, folders)
    if not result.is_sound:
        raise BluebookError(result.findings[0].sentence)
    counts = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in result.counts.items())
    return f"as the original texts say, letter by letter ({counts})"


def _search(opened: OpenLibrary) -> str:
    if not SearchService(opened.library).search(_PHRASE).total:
        raise BluebookError(f"{_PHRASE} is not found, though the bundled text has it.")
    return f"{_PHRASE} is found"
