"""Reads a filter such as ``year:2015..2020``; what is none is searched as words."""

from __future__ import annotations

import re

from bluebook_desktop.domain.folding import fold, words
from bluebook_desktop.domain.querying.tree import Field, Filter
from bluebook_desktop.domain.references import EDITION_PATTERN, SECTION_PATTERN, Kind

#: The first and last year that a range may reach.
FIRST_YEAR, LAST_YEAR = 1000, 2999
_YEAR = re.compile(r"([0-9]{4})?(\.\.|-|–)?([0-9]{4})?")
#: A year whose last digits are still to be typed, perhaps the last one of a range.
_BEGUN_YEAR = re.compile(r"(?P<before>(?:[0-9]{4})?(?:\.\.|-|–))?(?P<begun>[0-9]{1,3})")
_EDITION = re.compile(rf"{EDITION_PATTERN}|[0-9]{{4}}|other")
_SECTION = re.compile(rf"(?:{EDITION_PATTERN}/)?{SECTION_PATTERN}")

#: What `in:` knows: a part of the text that is set apart, or a kind of passage.
PLACES = ("feature", "column", "voice", "caption", "paragraph", "heading")
_PLACE_NAMES = {
    "features": "feature",
    "columns": "column",
    "voices": "voice",
    "captions": "caption",
    "paragraphs": "paragraph",
    "headings": "heading",
    "title": "heading",
    "titles": "heading",
    "text": "paragraph",
}
_KIND_NAMES = {
    "people": Kind.PERSON,
    "persons": Kind.PERSON,
    "facilities": Kind.FACILITY,
    **{f"{kind.value}s": kind for kind in Kind},
}


def read_filter(field: str, value: str, typed: str, *, without: bool = False, is_open: bool = False) -> Filter | None:
    """The filter that a field and a value make, or None where there is no such field or value.

    The value of an open one may still be going on: a year of which less than four digits are there is any that begins
    so.
    """
    name = fold(field)
    if name not in set(Field):
        return None
    known = Field(name)
    found = _READERS[known](value.strip())
    if not found and is_open and known is Field.YEAR:
        found = _begun_years(value.strip())
    return Filter(known, found, typed, without) if found else None


def field_without_value(run: str) -> Field | None:
    """The field of a filter whose value is still to be typed (``speaker:``), or None where it is no such thing."""
    name, colon, value = run.partition(":")
    known = fold(name)
    return Field(known) if colon and known in set(Field) and not words(value) else None


def _name(value: str) -> str:
    return " ".join(word.folded for word in words(value))


def _years(value: str) -> str:
    match = _YEAR.fullmatch(value)
    if match is None or not (match[1] or match[3]) or (match[1] and match[3] and not match[2]):
        return ""
    first = int(match[1] or FIRST_YEAR)
    last = int(match[3] or (LAST_YEAR if match[2] else first))
    return _range(min(first, last), max(first, last))  # 2020..2015 are the same years


def _range(first: int, last: int) -> str:
    return f"{first}..{last}" if FIRST_YEAR <= first <= last <= LAST_YEAR else ""


def _begun_years(value: str) -> str:
    match = _BEGUN_YEAR.fullmatch(value)
    if match is None:
        return ""
    before, begun = match["before"], match["begun"]
    earliest, latest = int(begun.ljust(4, "0")), int(begun.ljust(4, "9"))
    if not before:
        return _range(earliest, latest)
    first = int(before[:4]) if before[0].isdigit() else FIRST_YEAR
    return _range(min(first, earliest) if latest < first else first, max(first, latest))


def years_of(value: str) -> tuple[int, int]:
    """The first and last year of a filter's value."""
    first, _, last = value.partition("..")
    return int(first), int(last)


def _place(value: str) -> str:
    folded = fold(value)
    found = _PLACE_NAMES.get(folded, folded)
    return found if found in PLACES else ""


def _kind(value: str) -> str:
    folded = fold(value)
    kind = _KIND_NAMES.get(folded)
    if kind is not None:
        return kind.value
    return folded if folded in set(Kind) else ""


def _edition(value: str) -> str:
    folded = fold(value)
    return folded if _EDITION.fullmatch(folded) else ""


def _section(value: str) -> str:
    folded = fold(value)
    return folded if _SECTION.fullmatch(folded) else ""


_READERS = {
    Field.SPEAKER: _name,
    Field.PERSON: _name,
    Field.FACILITY: _name,
    Field.YEAR: _years,
    Field.IN: _place,
    Field.KIND: _kind,
    Field.EDITION: _edition,
    Field.SECTION: _section,
}
