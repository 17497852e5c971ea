"""Addresses: what can be selected, and the locators that open a place from outside."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bluebook_desktop.errors import UsageError

SCHEME = "bluebook"


class Kind(StrEnum):
    """What a reader can select and search for, in the order that results are listed in."""

    PASSAGE = "passage"
    QUOTATION = "quotation"
    EVENT = "event"
    FACILITY = "facility"
    PERSON = "person"
    ABBREVIATION = "abbreviation"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Reference:
    """One selectable thing: its kind, its section (``2021-en/4.2.2``) and its id there.

    A passage's id is its number in decimal; a record's is the word it is filed under.
    """

    kind: Kind
    section: str
    id: str

    @property
    def number(self) -> int:
        """A passage's number."""
        return int(self.id)


def passage_reference(section: str, number: int) -> Reference:
    """The reference of passage `number`."""
    return Reference(Kind.PASSAGE, section, str(number))


@dataclass(frozen=True, slots=True)
class Locator:
    """A place in the text: edition, section and passage number; printed as ``bluebook:2021-en/4.2.2/12``."""

    edition: str
    section: str
    passage: int | None = None

    @property
    def section_id(self) -> str:
        """The section's address within the library, such as ``2021-en/4.2.2``."""
        return f"{self.edition}/{self.section}"

    def __str__(self) -> str:
        tail = "" if self.passage is None else f"/{self.passage}"
        return f"{SCHEME}:{self.edition}/{self.section}{tail}"


def locator_for(section_id: str, passage: int | None = None) -> Locator:
    """The locator of a section id and a passage number."""
    edition, _, number = section_id.partition("/")
    return Locator(edition, number, passage)


#: An edition's id: a year, or a word for documents of no yearbook, and a language.
EDITION_PATTERN = r"(?:[0-9]{4}|other)-[a-z]{2,3}"
#: A section's number: chapter, section and so on.
SECTION_PATTERN = r"[0-9]{1,3}(?:\.[0-9]{1,3}){0,5}"
_LOCATOR = (
    rf"(?:bluebook:(?://)?)?(?P<edition>{EDITION_PATTERN})/(?P<section>{SECTION_PATTERN})"
    r"(?:/(?P<passage>[0-9]{1,6}))?/?"
)


def parse_locator(text: str) -> Locator:
    """Read ``bluebook:2021-en/4.2.2/12`` (scheme and passage may be left out); UsageError when it is none."""
    match = re.fullmatch(_LOCATOR, text.strip(), re.ASCII)
    if match is None:
        raise UsageError(f"“{text[:80]}” is not a place in the library; a place looks like bluebook:2021-en/4.2.2/12.")
    number = match["passage"]
    return Locator(match["edition"], match["section"], int(number) if number else None)
