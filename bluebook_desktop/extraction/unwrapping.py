"""A document without the line breaks of its layout, and the way back to its verbatim words.

The rules read a paragraph as one line, however it was wrapped. What they find is cut out of the verbatim text again,
so that an excerpt is always what stands there, line breaks and all; the words of a record are those of the one line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.excerpts import Excerpt, excerpt_at
from bluebook_desktop.domain.records import Facility, Fact, Person, Records, Role

Bearing = TypeVar("Bearing", Role, Fact)

_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_HYPHENS = "-\u2010\u2011"
#: A word parted at the end of a printed line, of which a blank was made: “Non- proliferation”.
_PARTED = re.compile(r"[A-Za-z][-\u2010\u2011] (?!and\b|or\b|to\b|nor\b)[a-z]{3}")
#: After a hyphen that ends a line these begin a word of their own: “pre- and post-war”.
_APART = ("and", "or", "to")


@dataclass(frozen=True, slots=True)
class Line:
    """A text in one line; `offsets[i]` is where its character `i` stands in the verbatim text."""

    verbatim: str
    text: str
    offsets: tuple[int, ...] | None

    def cut(self, excerpt: Excerpt) -> Excerpt:
        """The same words in the verbatim text."""
        if self.offsets is None:
            return excerpt
        start, end = self.offsets[excerpt.start], self.offsets[excerpt.end - 1] + 1
        return replace(excerpt_at(excerpt.passage, self.verbatim, start, end), heading=excerpt.heading)


def in_one_line(text: str) -> Line:
    """One blank for each run of white space, none within a word parted at a hyphen or between kana and kanji."""
    if not _is_folded(text):
        characters: list[str] = []
        offsets: list[int] = []
        position = 0
        while position < len(text):
            end = position
            while end < len(text) and (text[end].isspace() or text[end] in _ZERO_WIDTH):
                end += 1
            if end == position:
                characters.append(text[position])
                offsets.append(position)
                position += 1
                continue
            if any(c.isspace() for c in text[position:end]) and not _joins(text, position, end):
                characters.append(" ")
                offsets.append(position)
            position = end
        return Line(text, "".join(characters), tuple(offsets))
    return Line(text, text, None)


def _is_folded(text: str) -> bool:
    if "  " in text or _PARTED.search(text):
        return False
    return all(c == " " or not (c.isspace() or c in _ZERO_WIDTH) for c in text)


def _joins(text: str, start: int, end: int) -> bool:
    """Whether the white space between two offsets stands within a word that a printed line's end parts."""
    if not start or end >= len(text):
        return False
    if not any(c in "\r\n\f\v\u2028" for c in text[start:end]):
        return start > 1 and end - start == 1 and _PARTED.match(text, start - 2) is not None
    before, after = text[start - 1], text[end]
    if _is_japanese(before) and _is_japanese(after):
        return True
    if before not in _HYPHENS or not after.isalnum() or not text[start - 2 : start - 1].isalnum():
        return False
    return text[end : end + 5].split(maxsplit=1)[0] not in _APART


def _is_japanese(character: str) -> bool:
    return "\u3000" < character <= "\u9fff" or "\uff00" < character < "\uffef"


class Unwrapped:
    """A document in single lines."""

    def __init__(self, document: Document) -> None:
        self._headings = [in_one_line(heading.title) for heading in document.headings]
        self._passages = [in_one_line(passage.text) for passage in document.passages]
        self.document = Document(
            tuple(
                replace(heading, title=line.text)
                for heading, line in zip(document.headings, self._headings, strict=True)
            ),
            tuple(
                replace(passage, text=line.text)
                for passage, line in zip(document.passages, self._passages, strict=True)
            ),
        )

    def restore(self, found: Records) -> Records:
        """Records of the single lines with their excerpts cut out of the verbatim document."""
        if all(line.offsets is None for line in (*self._headings, *self._passages)):
            return found
        cut, all_of = self._cut, self._all_of
        return replace(
            found,
            events=tuple(
                replace(one, excerpt=cut(one.excerpt), date_excerpt=cut(one.date_excerpt), also=all_of(one.also))
                for one in found.events
            ),
            facilities=tuple(map(self._facility, found.facilities)),
            quotations=tuple(replace(one, excerpt=cut(one.excerpt)) for one in found.quotations),
            people=tuple(map(self._person, found.people)),
            abbreviations=tuple(replace(one, excerpt=cut(one.excerpt)) for one in found.abbreviations),
            cross_references=tuple(replace(one, excerpt=cut(one.excerpt)) for one in found.cross_references),
        )

    def _facility(self, one: Facility) -> Facility:
        return replace(one, mentions=self._all_of(one.mentions), facts=self._borne(one.facts))

    def _person(self, one: Person) -> Person:
        return replace(one, mentions=self._all_of(one.mentions), roles=self._borne(one.roles))

    def _borne(self, things: Sequence[Bearing]) -> tuple[Bearing, ...]:
        return tuple(replace(thing, excerpt=self._cut(thing.excerpt)) for thing in things)

    def _all_of(self, excerpts: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
        return tuple(map(self._cut, excerpts))

    def _cut(self, excerpt: Excerpt) -> Excerpt:
        if excerpt.heading is not None:
            return self._headings[excerpt.heading].cut(excerpt)
        return self._passages[excerpt.passage - 1].cut(excerpt)
