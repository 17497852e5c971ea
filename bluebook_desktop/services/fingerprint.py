"""Tells one set of texts and records from another: what a library was built from."""

import hashlib
from pathlib import Path

from bluebook_desktop import __version__
from bluebook_desktop.paths import bundled
from bluebook_desktop.storage.schema import LIBRARY_SCHEMA


def editions_folder() -> Path:
    """Where the bundled editions lie."""
    return bundled("data", "editions")


def fingerprint(folder: Path | None = None) -> str:
    """A hash of all that a library is built from: text, records, schema and the program's version."""
    digest = hashlib.sha256(f"{__version__} {LIBRARY_SCHEMA}".encode())
    root = folder or editions_folder()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
