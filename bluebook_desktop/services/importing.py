"""Takes files into the library, and sections out of it. The originals are kept; the library is built anew."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from bluebook_desktop.domain.references import EDITION_PATTERN, SECTION_PATTERN
from bluebook_desktop.errors import BluebookError, StoppedError, UsageError
from bluebook_desktop.services.contents import OTHER
from bluebook_desktop.services.library import build_library
from bluebook_desktop.storage.originals import Original, Originals

if TYPE_CHECKING:
    from bluebook_desktop.paths import UserFolders
    from bluebook_desktop.sources.reading import SourceDocument
    from bluebook_desktop.storage.library import Library

#: Files that a folder is searched for.
_ENDINGS = {".txt", ".text", ".html", ".htm"}
#: Told how many of how many files are done, and the name of the next.
Progress = Callable[[int, int, str], None]


class Outcome(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: the place it has now, what was read, and what was not understood."""

    path: Path
    outcome: Outcome
    section: str = ""
    title: str = ""
    passages: int = 0
    headings: int = 0
    problems: tuple[str, ...] = ()
    sentence: str = ""


def import_files(
    folders: UserFolders,
    paths: Iterable[Path],
    *,
    edition: str | None = None,
    section: str | None = None,
    progress: Progress = lambda _done, _total, _name: None,
    cancelled: Callable[[], bool] = lambda: False,
    today: Callable[[], datetime.date] = datetime.date.today,
) -> list[FileReport]:
    """Import files and folders; what became of each. The library changes once, after all were read.

    `edition` (``2019-en``) and `section` (``3.1.2``) say where a file belongs when it does not say so itself.
    Raises UsageError for arguments that cannot be, StoppedError when cancelled: the library is then as it was.
    """
    _check_place(edition, section)
    files = expand(paths)
    if section is not None and len(files) > 1:
        raise UsageError("A section can be named for one file at a time.")
    originals = Originals(folders.originals)
    before = originals.entries()
    importer = _Importer(originals, list(before), edition, section, today())
    reports: list[FileReport] = []
    new: list[Original] = []
    for number, path in enumerate(files):
        progress(number, len(files), path.name)
        if cancelled():
            raise StoppedError("The import was cancelled; the library is as it was.")
        try:
            report, original = importer.read(path)
        except BluebookError as error:
            report, original = FileReport(path, Outcome.FAILED, sentence=str(error)), None
        reports.append(report)
        if original is not None:
            new.append(original)
    progress(len(files), len(files), "")
    if new:
        for original in new:
            originals.enter(original)
        _rebuild(folders, originals, before)
    return reports


def remove(folders: UserFolders, library: Library, edition: str, section: str | None = None) -> list[str]:
    """Take imported sections out of the library; which they were. The files themselves are kept.

    Raises UsageError where there is nothing of the kind, or it came with the program.
    """
    originals = Originals(folders.originals)
    before = originals.entries()
    gone = originals.take_out(edition, section)
    if not gone:
        wanted = edition if section is None else f"{edition}/{section}"
        if any(wanted in (one.id, one.edition) for one in library.sections()):
            raise UsageError(f"{wanted} came with the program and cannot be removed.")
        raise UsageError(f"The library has no {wanted}.")
    _rebuild(folders, originals, before)
    return [f"{one.edition}/{one.section}" for one in gone]


def expand(paths: Iterable[Path]) -> list[Path]:
    """The files meant: folders are searched for texts and pages; UsageError for what is not there or holds none."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.suffix.lower() in _ENDINGS and one.is_file())
            if not inside:
                raise UsageError(f"The folder {path} holds no text and no page (.txt, .html).")
            files += inside
        elif path.exists():
            files.append(path)
        else:
            raise UsageError(f"{path} does not exist.")
    return list(dict.fromkeys(files))


def _check_place(edition: str | None, section: str | None) -> None:
    if edition is not None and not re.fullmatch(EDITION_PATTERN, edition):
        raise UsageError(f"“{edition}” is no edition; an edition is a year and a language, such as 2019-en.")
    if section is not None and not re.fullmatch(SECTION_PATTERN, section, re.ASCII):
        raise UsageError(f"“{section}” is no section; a section is a number such as 3.1.2.")


@dataclass(slots=True)
class _Importer:
    """Reads files one by one and finds their places."""

    originals: Originals
    entries: list[Original]
    edition: str | None
    section: str | None
    today: datetime.date

    def read(self, path: Path) -> tuple[FileReport, Original | None]:
        """Read one file; no original where nothing changes."""
        from bluebook_desktop.sources.reading import read_content  # noqa: PLC0415 - only imports load it

        content, read = read_content(path)
        digest = self.originals.keep(content)
        edition, number = self._place(read, digest)
        places = ((one.sha256, one.edition, one.section) for one in self.entries if one.active)
        there = next((sha256 for sha256, *place in places if place == [edition, number]), None)
        outcome = {None: Outcome.IMPORTED, digest: Outcome.UNCHANGED}.get(there, Outcome.REPLACED)
        report = FileReport(
            path,
            outcome,
            f"{edition}/{number}",
            read.title or path.name,
            len(read.document.passages),
            len(read.document.headings),
            _problems(read),
        )
        if outcome is Outcome.UNCHANGED:
            return report, None
        original = Original(digest, path.name, edition, number, self.today.isoformat())
        self.entries.append(original)
        return report, original

    def _place(self, read: SourceDocument, digest: str) -> tuple[str, str]:
        """Edition and section of a file: as asked for, else as it says itself, else among the other documents."""
        edition = self.edition or (f"{read.edition_year}-{read.language}" if read.edition_year else "")
        number = self.section or ".".join(part for part in (read.chapter, read.section, read.part) if part)
        if not edition:
            edition, number = f"{OTHER}-{read.language}", self.section or ""
        return edition, number or _free_number(self.entries, edition, digest)


def _problems(read: SourceDocument) -> tuple[str, ...]:
    return tuple(f"Line {one.line}: {one.sentence}" for one in read.problems)


def _free_number(entries: list[Original], edition: str, digest: str) -> str:
    """The number that these bytes have already, else the next one, for a document that has none of its own."""
    here = [one for one in entries if one.edition == edition]
    known = next((one.section for one in here if one.sha256 == digest), None)
    taken = [int(one.section) for one in here if one.section.isdecimal()]
    return known or str(max(taken, default=0) + 1)


def _rebuild(folders: UserFolders, originals: Originals, before: list[Original]) -> None:
    """Build the library; where that fails the list is put back, so that it goes on as before."""
    try:
        build_library(folders)
    except BaseException:
        originals.write(before)
        raise
