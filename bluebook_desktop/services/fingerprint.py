"""Tells one set of texts and records from another: what a library was built from."""

import os
import zlib
from pathlib import Path

from bluebook_desktop import __version__
from bluebook_desktop.paths import bundled
from bluebook_desktop.storage.files import CATALOGUE
from bluebook_desktop.storage.schema import LIBRARY_SCHEMA


def editions_folder() -> Path:
    """Where the bundled editions lie."""
    return bundled("data", "editions")


def fingerprint(folder: Path | None = None, originals: Path | None = None) -> str:
    """A hash of all that a library is built from: text, records, imports, schema and the program's version."""
    import hashlib  # noqa: PLC0415 - a start that finds `signature` unchanged needs no hash

    digest = hashlib.sha256(f"{__version__} {LIBRARY_SCHEMA}".encode())
    root = folder or editions_folder()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    if originals is not None:
        digest.update(_bytes(originals / CATALOGUE))
    return digest.hexdigest()


def _bytes(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


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
