"""What the program is made of: versions, and the hashes of text and library."""

import hashlib
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bluebook_desktop import __version__
from bluebook_desktop.storage.library import Library, sqlite_version


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, in the order in which they are shown."""

    rows: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return "\n".join(f"{name}: {value}" for name, value in self.rows)


def facts(library: Library) -> Facts:
    """Versions, and for every section the SHA-256 of its original; the library file's own last."""
    rows = [
        ("Bluebook Desktop", __version__),
        ("Python", platform.python_version()),
        ("SQLite", sqlite_version()),
        ("System", f"{platform.system()} {platform.release()} ({platform.machine()})"),
        ("Installed from", "package" if getattr(sys, "frozen", False) else "source"),
    ]
    rows += [(f"Text {section.id}, SHA-256", section.sha256) for section in library.sections()]
    rows.append(("Library built from", library.fingerprint))
    digest = _file_digest(library.address)
    if digest:
        rows.append(("Library file, SHA-256", digest))
    return Facts(tuple(rows))


def _file_digest(address: str) -> str:
    """The hash of the file that a database address names; nothing for one in memory."""
    path = Path(unquote(urlsplit(address).path))
    if "mode=memory" in address or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
