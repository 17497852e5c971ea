"""The files that the reader imported, as they were, by their SHA-256; and the list of which section each is.

They lie outside the library, which can always be built from them again. Nothing is ever deleted: what a later file
replaces, or the reader removes from the library, stays in the folder.
"""

import contextlib
import hashlib
import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from bluebook_desktop.errors import BluebookError, KeepingError
from bluebook_desktop.replacing import put_in_place
from bluebook_desktop.storage.files import CATALOGUE

#: How the names of files begin that are not finished yet.
_DRAFT = "new-"


@dataclass(frozen=True, slots=True)
class Original:
    """One imported file. `edition` and `section` are its place in the library; `active` whether it is there now.

    `name` is the file's name as it was, `imported` the day (ISO).
    """

    sha256: str
    name: str
    edition: str
    section: str
    imported: str
    active: bool = True


def entered(entries: list[Original], new: Iterable[Original]) -> list[Original]:
    """The list with more files in it; what was at the place of one stays listed, as no longer in the library."""
    found = list(entries)
    for original in new:
        place = original.edition, original.section
        found = [
            replace(one, active=False) if (one.edition, one.section) == place else one
            for one in found
            if one.sha256 != original.sha256 or (one.edition, one.section) != place
        ]
        found.append(original)
    return found


def taken_out(entries: list[Original], edition: str, section: str | None = None) -> list[Original]:
    """The list with an edition's (or one section's) files no longer in the library."""
    return [replace(one, active=False) if is_of(one, edition, section) else one for one in entries]


def is_of(one: Original, edition: str, section: str | None = None) -> bool:
    """Whether a file is in the library as a part of an edition (or as that section)."""
    return one.active and one.edition == edition and section in (None, one.section)


def as_text(entries: Iterable[Original]) -> str:
    """A list as it is kept."""
    return json.dumps([asdict(one) for one in entries], ensure_ascii=False, indent=1) + "\n"


def from_text(text: str) -> list[Original]:
    """The list that `as_text` wrote; ValueError for anything else."""
    try:
        found = [Original(**one) for one in json.loads(text)]
    except (TypeError, RecursionError) as error:
        raise ValueError("no list of imported files") from error
    for one in found:
        words = (one.sha256, one.name, one.edition, one.section, one.imported)
        if not (all(isinstance(word, str) for word in words) and isinstance(one.active, bool)):
            raise ValueError("no list of imported files")
    return found


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


class Originals:
    """The folder of imported files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.list = folder / CATALOGUE

    def entries(self) -> list[Original]:
        """All that was ever imported, oldest first; BluebookError when the list cannot be read."""
        if not self.list.exists():
            return []
        try:
            return from_text(self.list.read_text("utf-8"))
        except (OSError, ValueError) as error:
            told = f"The list of imported files, {self.list}, is damaged"
            raise BluebookError(f"{told}; move it away and import the files beside it again.") from error

    def state_of_list(self) -> str:
        """What is wrong with the list, in a word: nothing, ``missing`` or ``damaged``."""
        if not self.list.exists():
            return "missing"
        try:
            self.entries()
        except BluebookError:
            return "damaged"
        return ""

    def set_list_aside(self) -> None:
        """Keep a damaged list under another name, before a new one is written."""
        with contextlib.suppress(OSError):  # it is replaced then
            self.list.replace(self._folder / f"damaged-{CATALOGUE}")

    def active(self) -> list[Original]:
        """Those that are in the library."""
        return [one for one in self.entries() if one.active]

    def read(self, original: Original) -> bytes:
        """A file's bytes; BluebookError when they are not what was imported."""
        path = self._folder / original.sha256
        try:
            content = path.read_bytes()
        except OSError as error:
            raise BluebookError(f"The original of {original.name} cannot be read: {path}.") from error
        if hashlib.sha256(content).hexdigest() != original.sha256:
            raise BluebookError(f"The original of {original.name} is damaged: {path}.")
        return content

    @staticmethod
    def digest(content: bytes) -> str:
        """The SHA-256 of bytes, which is their name here."""
        return hashlib.sha256(content).hexdigest()

    def keep(self, content: bytes) -> str:
        """Put bytes into the folder; their SHA-256. Raises BluebookError when it cannot be written."""
        digest = self.digest(content)
        if not self._is_sound(self._folder / digest):
            self._write(self._folder / digest, content)
        return digest

    def has(self, digest: str) -> bool:
        """Whether bytes of that SHA-256 are in the folder already."""
        return (self._folder / digest).exists()

    def _is_sound(self, path: Path) -> bool:
        """Whether a file holds the bytes that its name says."""
        try:
            return hashlib.sha256(path.read_bytes()).hexdigest() == path.name
        except OSError:  # missing, or it cannot be read: it is written anew, which says what is wrong
            return False

    def discard(self, digests: Iterable[str]) -> None:
        """Take bytes out of the folder again that were put there for an import that did not come to be."""
        listed = {one.sha256 for one in self.entries()}
        for digest in digests:
            if digest not in listed:
                with contextlib.suppress(OSError):  # it stays, listed nowhere, and harms nobody
                    (self._folder / digest).unlink()

    def tidy(self) -> None:
        """Take away what an import that was killed had not finished writing; for whoever is alone to change this."""
        for draft in self._folder.glob(f"{_DRAFT}*"):
            with contextlib.suppress(OSError):  # as above
                draft.unlink()

    def write(self, entries: list[Original]) -> None:
        """Replace the list, in one atomic step."""
        self._write(self.list, as_text(entries).encode("utf-8"))

    def _write(self, path: Path, content: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            draft = self._folder / f"{_DRAFT}{secrets.token_hex(8)}"  # named before it is there, whenever it is stopped
            try:
                with open(draft, "xb", opener=_for_its_owner) as file:
                    file.write(content)
                    file.flush()
                    os.fsync(file.fileno())
                put_in_place(draft, path)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise KeepingError(f"The imported files cannot be kept in {self._folder}: {reason}.") from error
