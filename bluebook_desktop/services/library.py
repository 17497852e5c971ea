"""Opens the library, and builds it when it is missing, outdated or damaged."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from bluebook_desktop.errors import BluebookError, LibraryDamagedError, NewerSchemaError
from bluebook_desktop.paths import UserFolders, bundled
from bluebook_desktop.services.fingerprint import fingerprint, signature
from bluebook_desktop.storage.connections import address_of
from bluebook_desktop.storage.files import current_file, current_signature, point_to, remove_old_files
from bluebook_desktop.storage.library import Library

if TYPE_CHECKING:
    from bluebook_desktop.services.contents import Change

_MEMORY = "bluebook-library"


class Closable(Protocol):
    """What is closed with the library."""

    def close(self) -> None:
        """Let go of it."""


@dataclass(slots=True)
class OpenLibrary:
    """An open library and what its reader should be told about how it came to be open.

    `can_save` is false when the user's folder cannot be written to.
    """

    library: Library
    notices: list[str] = field(default_factory=list)
    can_save: bool = True
    #: Keeps a library that lives in memory alive.
    keeper: Closable | None = None

    def close(self) -> None:
        """Close all connections."""
        self.library.close()
        if self.keeper is not None:
            self.keeper.close()


def open_library(folders: UserFolders) -> OpenLibrary:
    """Open the current library of the user, building it first where needed.

    A damaged one is rebuilt; a newer one is left alone and an own one built beside it; where nothing can be
    written, the bundled edition is opened without saving. Each is said in one sentence in `notices`.
    """
    notices: list[str] = []
    path = current_file(folders.libraries)
    if path is not None:
        try:
            library = Library(address_of(path), any_thread=True)
        except NewerSchemaError as error:
            notices.append(f"{error} The bundled edition is shown from a library of this version’s own.")
            return _open_in(folders, own_folder(folders), notices)
        except LibraryDamagedError as error:
            return _build(folders, folders.libraries, notices, str(error))
        else:
            if _is_current(library, folders, folders.libraries, path):
                return OpenLibrary(library)
            library.close()
    elif (folders.libraries / "current").exists():
        return _build(folders, folders.libraries, notices, "The library file was missing.")
    return _build(folders, folders.libraries, notices)


def _is_current(library: Library, folders: UserFolders, folder: Path, path: Path) -> bool:
    """Whether a library was built from the texts and records that are there now, bundled and imported."""
    sign = signature(folders.originals)
    if current_signature(folder) == sign:
        return True
    if library.fingerprint != fingerprint(originals=folders.originals):
        return False
    with contextlib.suppress(OSError):  # the same texts at another time or place
        point_to(folder, path.name, sign)
    return True


def build_library(folders: UserFolders) -> tuple[Path, list[str]]:
    """Build the library anew and make it the current one, or beside a newer one its own; its path, what to tell of it.

    Raises BluebookError when it cannot be built or written.
    """
    notices: list[str] = []
    return _build_file(folders, library_folder(folders), notices), notices


def change_library(folders: UserFolders, change: Change) -> list[str]:
    """Build the library as a change wants it, then commit the change and make that library the current one.

    Whatever goes wrong before leaves everything as it was; killed after the commit, the next start builds the library
    that was committed. What the reader should be told. Raises BluebookError, StoppedError.
    """
    notices: list[str] = []
    _build_file(folders, library_folder(folders), notices, change)
    return notices


def recover_lost_list(folders: UserFolders) -> list[str]:
    """Make the list of imported files anew from the library where it is missing or damaged; what to tell of it."""
    from bluebook_desktop.services.recovering import recover_imports  # noqa: PLC0415 - a start needs it only to build

    return recover_imports(folders, library_folder(folders))


def library_folder(folders: UserFolders) -> Path:
    """Where the library of this version lies: the user's folder, or beside the library of a newer version."""
    return own_folder(folders) if _is_newer(current_file(folders.libraries)) else folders.libraries


def own_folder(folders: UserFolders) -> Path:
    """Where this version's library lies when the user's is one of a newer version."""
    return folders.libraries / "own"


def _is_newer(path: Path | None) -> bool:
    """Whether a library file is one of a newer version of the program."""
    if path is None:
        return False
    try:
        Library(address_of(path)).close()
    except NewerSchemaError:
        return True
    except LibraryDamagedError:
        return False
    return False


def _open_in(folders: UserFolders, folder: Path, notices: list[str]) -> OpenLibrary:
    """A library of this version beside the newer one, in a folder of its own."""
    path = current_file(folder)
    if path is not None:
        try:
            library = Library(address_of(path), any_thread=True)
        except (LibraryDamagedError, NewerSchemaError):
            pass
        else:
            if _is_current(library, folders, folder, path):
                return OpenLibrary(library, notices)
            library.close()
    return _build(folders, folder, notices)


def _build_file(folders: UserFolders, folder: Path, notices: list[str], change: Change | None = None) -> Path:
    """Build a library file; an imported file that cannot be read any more is left out, which `notices` say."""
    # Most starts build nothing, and pay for none of this.
    from bluebook_desktop.extraction.version import RULES_VERSION  # noqa: PLC0415
    from bluebook_desktop.services.contents import all_contents, list_of_imports  # noqa: PLC0415
    from bluebook_desktop.storage.build import draft_file, settle  # noqa: PLC0415

    if change is None:
        notices += recover_lost_list(folders)
    originals, sign = folders.originals, signature(folders.originals)
    with contextlib.closing(_Previous(folder)) as previous:
        contents = all_contents(folders, previous.library, notices, change)
        imports = list_of_imports(folders, change)
        if change is None:
            draft = draft_file(folder, contents, fingerprint(originals=originals), str(RULES_VERSION), imports)
            path = settle(draft, folder, sign)
        else:
            print_ = fingerprint(originals=originals, entries=change.entries)
            draft = draft_file(folder, contents, print_, str(RULES_VERSION), imports, stopped=change.stopped)
            try:
                change.commit()
                path = settle(draft, folder, signature(originals))
            except BaseException:
                draft.unlink(missing_ok=True)
                change.withdraw()
                raise
    remove_old_files(folder)
    return path


def _readable(folder: Path) -> Library | None:
    """The current library of a folder, where it can be read, whatever it was built from."""
    path = current_file(folder)
    if path is not None:
        with contextlib.suppress(LibraryDamagedError, NewerSchemaError):  # then there is none to be had
            return Library(address_of(path), any_thread=True)
    return None


class _Previous:
    """The library that is current while a new one is built, where it can be read."""

    def __init__(self, folder: Path) -> None:
        self.library = _readable(folder)

    def close(self) -> None:
        """Close it."""
        if self.library is not None:
            self.library.close()


def _build(folders: UserFolders, folder: Path, notices: list[str], why: str = "") -> OpenLibrary:
    """Build and open a library, `why` being what was wrong with the one before.

    Where none can be written, the one before is opened as it is, else the bundled edition without saving.
    """
    from bluebook_desktop.services.bundled import read_contents  # noqa: PLC0415 - as above
    from bluebook_desktop.storage.build import build_in_memory  # noqa: PLC0415

    shipped = bundled("data", "library.db")  # an installer carries the built file
    told: list[str] = []
    try:
        path = _build_file(folders, folder, told)
    except BluebookError as error:
        notices += [*filter(None, [why]), *told]
        if (earlier := _readable(folder)) is not None:
            return OpenLibrary(earlier, [*notices, f"{error} The library is shown as it was before."])
        notices.append(f"{error} The bundled edition is shown; nothing can be saved.")
    else:
        if why:
            notices.append(f"{why} It was rebuilt from the original texts{'' if told else '; nothing is lost'}.")
        return OpenLibrary(Library(address_of(path), any_thread=True), [*notices, *told])
    if shipped.is_file():
        return OpenLibrary(Library(address_of(shipped), any_thread=True), notices, can_save=False)
    address, keeper = build_in_memory(_MEMORY, read_contents(), fingerprint())
    return OpenLibrary(Library(address, any_thread=True), notices, can_save=False, keeper=keeper)
