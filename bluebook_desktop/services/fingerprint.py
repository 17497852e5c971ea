"""Tells one set of texts and records from another: what a library was built from."""

from __future__ import annotations

import contextlib
import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from bluebook_desktop import __version__
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.paths import bundled
from bluebook_desktop.storage.files import CATALOGUE
from bluebook_desktop.storage.schema import LIBRARY_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluebook_desktop.storage.originals import Original


def editions_folder() -> Path:
    """Where the bundled editions lie."""
    return bundled("data", "editions")


def fingerprint(
    folder: Path | None = None, originals: Path | None = None, entries: Iterable[Original] | None = None
) -> str:
    """A hash of all that a library is built from: text, records, imports, schema and the program's version.

    `entries` are the imports where the list of them in the folder `originals` does not say so yet.
    """
    import hashlib  # noqa: PLC0415 - a start that finds `signature` unchanged needs no hash

    digest = hashlib.sha256(f"{__version__} {LIBRARY_SCHEMA}".encode())
    root = folder or editions_folder()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    for one in _listed(originals) if entries is None else entries:
        if one.active:
            digest.update(f"{one.sha256} {one.edition} {one.section}\0".encode())
    return digest.hexdigest()


def _listed(folder: Path | None) -> list[Original]:
    """The imports that the list in a folder names."""
    if folder is None or not (folder / CATALOGUE).is_file():
        return []
    from bluebook_desktop.storage.originals import Originals  # noqa: PLC0415 - most have imported nothing

    with contextlib.suppress(BluebookError):  # a damaged list is told of when the library is built
        return Originals(folder).entries()
    return []


def signature(originals: Path | None = None) -> str:
    """A quick sign that texts, records and imports are those of the last time: names, sizes and times of change."""
    known = [__version__, str(LIBRARY_SCHEMA)]
    if originals is not None and (catalogue := originals / CATALOGUE).is_file():
        found = catalogue.stat()
        known.append(f"{found.st_size} {found.st_mtime_ns}")
    for folder, _, names in sorted(os.walk(editions_folder())):
        for name in sorted(names):
            found = os.stat(f"{folder}{os.sep}{name}")  # noqa: PTH116 - a third of Path's time, on every start
            known.append(f"{folder} {name} {found.st_size} {found.st_mtime_ns}")
    return f"{zlib.crc32(chr(0).join(known).encode('utf-8', 'surrogateescape')):08x}"
