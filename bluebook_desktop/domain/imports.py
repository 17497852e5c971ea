"""An import in words and numbers: where files belong, which step is under way, what became of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from bluebook_desktop.domain.references import EDITION_PATTERN, SECTION_PATTERN
from bluebook_desktop.errors import UsageError


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file belongs: an edition (``2019-en``) and a section (``3.1.2``), each empty where nobody says."""

    edition: str = ""
    section: str = ""


NO_PLACE = Place()
_SURROGATE = re.compile("[\ud800-\udfff]")


def name_of(path: Path) -> str:
    """A file's name in letters that any file can hold; of one in another encoding than the system's not every one."""
    return _SURROGATE.sub("\ufffd", path.name)


def check_place(place: Place) -> None:
    """UsageError, in one sentence, for an edition or a section that cannot be."""
    if place.edition and not re.fullmatch(EDITION_PATTERN, place.edition, re.ASCII):
        raise UsageError(f"“{place.edition}” is no edition; an edition is a year and a language, such as 2019-en.")
    if place.section and not re.fullmatch(SECTION_PATTERN, place.section, re.ASCII):
        raise UsageError(f"“{place.section}” is no section; a section is a number such as 3.1.2.")


class Outcome(StrEnum):
    """What became of a file, or would."""

    IMPORTED = "imported"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Problem:
    """What was not understood in a file: from which line on, a plain sentence, and of how many lines it speaks."""

    line: int
    sentence: str
    lines: int = 1


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: the section it is now, what was read and found, and what was not understood.

    `sentence` says why it could not be read or has lost its place. `says` is the place that the file names itself,
    `language` that of its script.
    """

    path: Path
    outcome: Outcome
    section: str = ""
    title: str = ""
    passages: int = 0
    headings: int = 0
    records: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    sentence: str = ""
    sha256: str = ""
    language: str = ""
    says: Place = NO_PLACE

    @property
    def told(self) -> str:
        """The sentence with the whole path of the file in place of its name, which other files may have too."""
        path = str(self.path)
        for name in filter(None, (self.path.name, name_of(self.path))):
            if self.sentence.startswith(f"{name} "):
                return f"{path}{self.sentence.removeprefix(name)}"
        return self.sentence if path in self.sentence else f"{path}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every file, in their order, and what else is to be told."""

    files: tuple[FileReport, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Removal:
    """The sections that were taken out of the library, and what else is to be told."""

    sections: tuple[str, ...]
    notices: tuple[str, ...] = ()


class Phase(StrEnum):
    """What an import is doing."""

    WAITING = "waiting"  # for another import to end
    READING = "reading"  # a file
    FINDING = "finding"  # the records of a file
    READ = "read"  # done with a file; the step has its report
    BUILDING = "building"  # the new library
    COMMITTING = "committing"  # it takes its place; from here on nothing can be cancelled


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an import: how many of how many files are done, and which it is about."""

    phase: Phase
    done: int = 0
    total: int = 0
    path: Path | None = None
    report: FileReport | None = None
