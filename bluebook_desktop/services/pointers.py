"""Where a pointer printed in the text leads ("see the Column on page 222"), where the library holds that place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bluebook_desktop.domain.documents import Section
    from bluebook_desktop.domain.records import CrossReference
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.library import Library

_EDITION = re.compile(
    r"\b(?:Bluebook|edition|issue)s?,? (?:of |for )?((?:19|20)[0-9]{2})\b|\b((?:19|20)[0-9]{2}) edition"
)
_TITLED = re.compile('[“"]([^”"]+)[”"]')
_CHAPTER = re.compile(r"\bChapter ([0-9]{1,2}|[IVX]+)\b")
_SECTION = re.compile(r"\bSection ([0-9]{1,2})\b")
_NUMBERS = re.compile(r"\b([0-9]{1,2}(?:-[0-9]{1,2})+)\b")
_PAGE = re.compile(r"\b(?:pages?|pp?\.?) ?(?:on )?([0-9]+)")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


@dataclass(frozen=True, slots=True)
class Destination:
    """A heading of a section, or the section's beginning; `title` is its title as printed."""

    section: str
    heading: int | None
    title: str


def destination(library: Library, section: OpenSection, pointer: CrossReference) -> Destination | None:
    """Where a pointer of an open section leads, or None where the library does not hold that place."""
    if pointer.target is not None:
        return Destination(section.id, pointer.target, section.document.headings[pointer.target].full_title)
    words = pointer.excerpt.exact
    # The edition may be named behind the words that were found: "(see Chapter 3 of the 2019 edition)".
    clause = re.split(r"[().;:]", pointer.excerpt.suffix, maxsplit=1)[0]
    edition = _edition(f"{words}{clause}", section)
    if titled := _TITLED.search(words):
        return _titled(library, edition, titled[1])
    numbers = _numbers(words, section)
    if not numbers or (edition == section.edition.id and section.section.number.split(".") == numbers):
        return None
    return _numbered(library, edition, numbers)


def page_of(pointer: CrossReference) -> str:
    """The page that a pointer names, or nothing."""
    found = _PAGE.search(pointer.excerpt.exact)
    return found[1] if found else ""


def _edition(words: str, section: OpenSection) -> str:
    named = _EDITION.search(words)
    return f"{named[1] or named[2]}-{section.edition.language}" if named else section.edition.id


def _titled(library: Library, edition: str, title: str) -> Destination | None:
    wanted = _bare(title)
    for section, heading in library.headings(edition):
        if wanted in (_bare(heading.title), _bare(heading.full_title)):
            return Destination(section, heading.position, heading.full_title)
    return None


def _numbers(words: str, section: OpenSection) -> list[str]:
    """Chapter, section and part as the pointer tells them; the chapter at hand where it names none."""
    if dashed := _NUMBERS.search(words):
        return dashed[1].split("-")
    chapter, part = _CHAPTER.search(words), _SECTION.search(words)
    if chapter is None and part is None:
        return []
    number = chapter[1] if chapter else section.section.number.split(".")[0]
    found = [str(_ROMAN.get(number, number))]
    return [*found, part[1]] if part else found


def _numbered(library: Library, edition: str, numbers: list[str]) -> Destination | None:
    """The section of that number; else the one that it is part of; else the first of its parts."""
    sections = [(one.number.split("."), one) for one in library.sections(edition)]
    same = [one for number, one in sections if number == numbers]
    wider = [one for number, one in sections if numbers[: len(number)] == number and len(number) > 1]
    narrower = [one for number, one in sections if number[: len(numbers)] == numbers]
    found: Section | None = next(iter([*same, *wider, *narrower]), None)
    return None if found is None else Destination(found.id, None, found.title)


def _bare(title: str) -> str:
    return " ".join(title.split()).strip(" ,.;:").casefold()
