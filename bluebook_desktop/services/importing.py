"""Takes files into the library, and sections out of it. The originals are kept; the library is built anew."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from bluebook_desktop.domain.imports import (
    NO_PLACE,
    FileReport,
    ImportReport,
    Outcome,
    Phase,
    Place,
    Problem,
    Removal,
    Step,
    check_place,
    name_of,
)
from bluebook_desktop.errors import BluebookError, KeepingError, StoppedError, UsageError
from bluebook_desktop.services.bundled import bundled_texts
from bluebook_desktop.services.contents import OTHER, Change, content_of
from bluebook_desktop.services.gathering import Gathered, gather
from bluebook_desktop.services.library import change_library, own_folder, recover_lost_list
from bluebook_desktop.services.recovering import listed_in
from bluebook_desktop.services.reissues import Reissues
from bluebook_desktop.storage.files import current_file
from bluebook_desktop.storage.locks import Lock
from bluebook_desktop.storage.originals import Original, Originals, entered, is_of, taken_out

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Records
    from bluebook_desktop.paths import UserFolders
    from bluebook_desktop.sources.reading import SourceDocument
    from bluebook_desktop.storage.build import Content

Progress = Callable[[Step], None]
Stopped = Callable[[], bool]
#: Seconds that an import waits for another one, of this or another program, to end.
_PATIENCE = 30.0
_CANCELLED = "The import was cancelled; the library is as it was."


def _no_progress(_step: Step) -> None:
    """Nobody looks."""


def _never() -> bool:
    return False


def import_files(
    folders: UserFolders,
    paths: Iterable[Path],
    *,
    edition: str | None = None,
    section: str | None = None,
    places: Mapping[Path, Place] | None = None,
    progress: Progress = _no_progress,
    cancelled: Stopped = _never,
    today: Callable[[], datetime.date] = datetime.date.today,
) -> ImportReport:
    """Import files and folders; what became of each. The library changes once, after all were read.

    `edition` (``2019-en``) and `section` (``3.1.2``) say where every file belongs that does not say so itself,
    `places` where one file does. Raises UsageError for arguments that cannot be, StoppedError when cancelled, and
    BluebookError where nothing can be written: the library is then as it was.
    """
    gathered = _gather(paths, edition, section, cancelled)
    with _alone(folders, progress, cancelled) as told:
        originals = Originals(folders.originals)
        importer = _Importer(folders, Place(edition or "", section or ""), places or {}, today().isoformat())
        try:
            reports = _read_all(importer, gathered, progress, cancelled, importer.take)
            if importer.new:
                told.extend(_carry_out(folders, importer, len(reports), progress, cancelled))
        except BaseException:
            originals.discard(importer.kept)
            raise
    failed = [FileReport(path, Outcome.FAILED, sentence=sentence) for path, sentence in gathered.failures]
    return ImportReport((*_superseded(reports), *failed), tuple(told))


def look_at(
    folders: UserFolders,
    paths: Iterable[Path],
    *,
    default: Place = NO_PLACE,
    places: Mapping[Path, Place] | None = None,
    progress: Progress = _no_progress,
    cancelled: Stopped = _never,
) -> ImportReport:
    """What an import would do: where each file belongs and what is there now. Nothing is written."""
    gathered = _gather(paths, default.edition or None, default.section or None, cancelled)
    importer = _Importer(folders, default, places or {})
    reports = _read_all(importer, gathered, progress, cancelled, importer.look)
    failed = [FileReport(path, Outcome.FAILED, sentence=sentence) for path, sentence in gathered.failures]
    return ImportReport((*_superseded(reports), *failed), ())


def remove(folders: UserFolders, wanted: Iterable[str], *, progress: Progress = _no_progress) -> Removal:
    """Take imported sections (``2019-en/3.1``) or whole editions (``2019-en``) out of the library; which they were.

    The files themselves are kept. Raises UsageError where there is nothing of the kind, or it came with the program.
    """
    with _alone(folders, progress, _never) as told:
        originals = Originals(folders.originals)
        before = after = originals.entries()
        gone: list[Original] = []
        for one in wanted:
            edition, _, section = one.partition("/")
            found = [entry for entry in after if is_of(entry, edition, section or None)]
            if not found:
                raise UsageError(_why_not(one))
            gone += found
            after = taken_out(after, edition, section or None)
        progress(Step(Phase.BUILDING))
        told.extend(change_library(folders, _change(originals, before, after, progress)))
    return Removal(tuple(f"{one.edition}/{one.section}" for one in gone), tuple(told))


def _why_not(wanted: str) -> str:
    """Why something cannot be removed."""
    if any(wanted in (one, one.partition("/")[0]) for one in bundled_texts()):
        return f"{wanted} came with the program and cannot be removed."
    return f"The library has no {wanted}."


def removable(folders: UserFolders) -> list[str]:
    """The ids of the sections that were imported and can be removed; where the list is lost, the library knows them."""
    originals = Originals(folders.originals)
    if originals.state_of_list():
        active = listed_in(current_file(folders.libraries)) or listed_in(current_file(own_folder(folders)))
    else:
        active = originals.active()
    return [f"{one.edition}/{one.section}" for one in active]


def _gather(paths: Iterable[Path], edition: str | None, section: str | None, cancelled: Stopped) -> Gathered:
    """The files meant; UsageError for a place that cannot be, or where there is no file at all."""
    check_place(Place(edition or "", section or ""))
    gathered = gather(paths, cancelled)
    if not gathered.files and gathered.failures:
        raise UsageError(gathered.failures[0][1])
    if section is not None and len(gathered.files) > 1:
        raise UsageError("A section can be named for one file at a time.")
    return gathered


@contextlib.contextmanager
def _alone(folders: UserFolders, progress: Progress, cancelled: Stopped) -> Iterator[list[str]]:
    """While no other program changes the library; what is to be told of the state in which it was found."""
    lock = Lock(folders.data / "import.lock")
    if not lock.take():
        progress(Step(Phase.WAITING))
        if not lock.wait(_PATIENCE, cancelled):
            if cancelled():
                raise StoppedError(_CANCELLED)
            raise BluebookError("Another import is under way; try again when it is done.")
    try:
        Originals(folders.originals).tidy()
        yield recover_lost_list(folders)
    finally:
        lock.release()


def _read_all(
    importer: _Importer,
    gathered: Gathered,
    progress: Progress,
    cancelled: Stopped,
    read: Callable[[Path, Callable[[Phase], None]], FileReport],
) -> list[FileReport]:
    """Read file after file, and tell of each."""
    total = len(gathered.files)
    reports = []
    for number, path in enumerate(gathered.files):

        def tell(phase: Phase, number: int = number, path: Path = path) -> None:
            if cancelled():
                raise StoppedError(_CANCELLED)
            progress(Step(phase, number, total, path))

        tell(Phase.READING)
        try:
            report = read(path, tell)
        except (StoppedError, KeepingError):
            raise
        except BluebookError as error:
            report = FileReport(path, Outcome.FAILED, sentence=str(error))
        if cancelled():
            raise StoppedError(_CANCELLED)
        reports.append(report)
        progress(Step(Phase.READ, number + 1, total, path, report))
    return reports


def _carry_out(
    folders: UserFolders, importer: _Importer, total: int, progress: Progress, cancelled: Stopped
) -> list[str]:
    """Build the library with what was read in it."""
    progress(Step(Phase.BUILDING, total, total))
    before = importer.entries
    after = entered(before, importer.new)
    change = _change(importer.originals, before, after, progress, cancelled)
    change.fresh = importer.fresh
    try:
        return change_library(folders, change)
    except StoppedError as error:
        raise StoppedError(_CANCELLED) from error


def _change(
    originals: Originals,
    before: list[Original],
    after: list[Original],
    progress: Progress,
    cancelled: Stopped = _never,
) -> Change:
    begun = False

    def commit() -> None:
        nonlocal begun
        if cancelled():
            raise StoppedError(_CANCELLED)
        progress(Step(Phase.COMMITTING))
        begun = True
        originals.write(after)

    def withdraw() -> None:
        if begun:
            with contextlib.suppress(BluebookError):  # what went wrong before is told
                originals.write(before)

    return Change(after, commit, withdraw, stopped=cancelled)


def _superseded(reports: list[FileReport]) -> list[FileReport]:
    """Say of a file whose place a later one of the same import has taken that it has lost it."""
    last = {one.section: one for one in reports if one.section}
    found = []
    for one in reports:
        later = last.get(one.section, one)
        if one.section and later.sha256 != one.sha256:
            sentence = f"{later.path.name}, read after it, has its place {one.section}."
            found.append(replace(one, outcome=Outcome.SUPERSEDED, sentence=sentence))
        else:
            found.append(one)
    return found


@dataclass(slots=True)
class _Importer:
    """Reads files one by one and finds their places."""

    folders: UserFolders
    default: Place
    places: Mapping[Path, Place]
    today: str = ""
    #: What the import adds, and the bytes that were put into the folder for it.
    new: list[Original] = field(default_factory=list)
    fresh: dict[str, Content] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    originals: Originals = field(init=False)
    reissues: Reissues = field(init=False)
    entries: list[Original] = field(init=False)
    #: The sections of the library with the SHA-256 of their texts, and the same as the import goes on.
    before: dict[str, str] = field(init=False)
    taken: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.originals = Originals(self.folders.originals)
        self.reissues = Reissues(self.originals)
        self.entries = self.originals.entries()
        active = {f"{one.edition}/{one.section}": one.sha256 for one in self.entries if one.active}
        self.before = bundled_texts() | active
        self.taken = dict(self.before)

    def look(self, path: Path, _tell: Callable[[Phase], None]) -> FileReport:
        """Read one file and say what would become of it."""
        return self._read(path)[1]

    def take(self, path: Path, tell: Callable[[Phase], None]) -> FileReport:
        """Read one file, keep it, and find its records, where it changes anything."""
        content, report, read = self._read(path)
        if report.outcome is Outcome.UNCHANGED:
            if any(one.sha256 == report.sha256 for one in self.entries):
                self.originals.keep(content)  # the bytes that are kept may have been harmed or lost
            return report
        edition, _, number = report.section.partition("/")
        original = Original(report.sha256, name_of(path), edition, number, self.today)
        tell(Phase.FINDING)
        found = content_of(original, read)
        if not self.originals.has(report.sha256):
            self.kept.append(report.sha256)
        self.originals.keep(content)
        self.new.append(original)
        self.fresh[report.section] = found
        return replace(report, records=_counts(found[3]))

    def _read(self, path: Path) -> tuple[bytes, FileReport, SourceDocument]:
        from bluebook_desktop.sources.reading import read_content  # noqa: PLC0415 - only imports load it

        content, read = read_content(path)
        digest = self.originals.digest(content)
        wish = self.places.get(path, NO_PLACE)
        check_place(wish)
        section = self._place(read, digest, wish, name_of(path))
        if self.taken.get(section) == digest:
            outcome = Outcome.UNCHANGED
        else:
            outcome = Outcome.REPLACED if section in self.before else Outcome.IMPORTED
        self.taken[section] = digest
        report = FileReport(
            path,
            outcome,
            section,
            read.title or name_of(path),
            len(read.document.passages),
            len(read.document.headings),
            {},
            tuple(Problem(one.line, one.sentence, one.lines) for one in read.problems),
            sha256=digest,
            language=read.language,
            says=_says(read),
        )
        return content, report, read

    def _place(self, read: SourceDocument, digest: str, wish: Place, name: str) -> str:
        """The section of a file: as asked for, else as it says itself, else among the other documents."""
        says = _says(read)
        edition = wish.edition or self.default.edition or says.edition
        number = wish.section or self.default.section or says.section
        if not edition:
            edition, number = f"{OTHER}-{read.language}", wish.section or self.default.section
        return f"{edition}/{number or self._given_number(edition, digest, read, name)}"

    def _given_number(self, edition: str, digest: str, read: SourceDocument, name: str) -> str:
        """The number of a document that has none of its own.

        It is that which these bytes have already, or another issue of the same text, else the next one.
        """
        here = [one for one in self.entries if one.edition == edition]
        known = next((one.section for one in here if one.sha256 == digest), None)
        beginning = f"{edition}/"
        now = next((one for one, sha in self.taken.items() if sha == digest and one.startswith(beginning)), None)
        places = [*(one.section for one in here), *(one.removeprefix(beginning) for one in self.taken)]
        taken = [int(one) for one in places if one.isdecimal()]
        known = (now or "").removeprefix(beginning) or known or self.reissues.number_of(read, name, here)
        return known or str(max(taken, default=0) + 1)


def _says(read: SourceDocument) -> Place:
    """The place that a file names itself, as far as it does."""
    edition = f"{read.edition_year}-{read.language}" if read.edition_year else ""
    return Place(edition, ".".join(part for part in (read.chapter, read.section, read.part) if part))


def _counts(records: Records) -> dict[str, int]:
    """How many records of each kind were found, in the order of the library."""
    kinds = ("events", "quotations", "facilities", "people", "abbreviations")
    return {kind: len(getattr(records, kind)) for kind in kinds}
