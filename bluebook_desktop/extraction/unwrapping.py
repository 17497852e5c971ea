"""A document without the line breaks of its layout, and the way back to its verbatim words.

The rules read a paragraph as one line, however it was wrapped. What they find is cut out of the verbatim text again,
so that an excerpt is always what stands there, line breaks and all; the words of a record are those of the one line.
Likewise a paragraph that a page's end or a picture parts into two passages is read as one, in the place of the first;
an excerpt is cut out of the one that holds most of its words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from string import ascii_lowercase
from typing import TypeVar

from bluebook_desktop.domain.documents import Document, Passage, PassageKind
from bluebook_desktop.domain.excerpts import Excerpt, excerpt_at
from bluebook_desktop.domain.records import Facility, Fact, Person, Records, Role

Bearing = TypeVar("Bearing", Role, Fact)

_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_HYPHENS = "-\u2010\u2011"
#: A word parted at the end of a printed line, of which a blank was made: “Non- proliferation”.
_PARTED = re.compile(r"[A-Za-z][-\u2010\u2011] (?!and\b|or\b|to\b|nor\b)[a-z]{3}")
#: After a hyphen that ends a line these begin a word of their own: “pre- and post-war”.
_APART = ("and", "or", "to")
#: How a paragraph ends that is not at its end, and how the rest of one begins.
_OPEN_END = re.compile(r"[\w,’)-]$")
_NEEDS_MORE = re.compile(
    r"\b(?:and|or|of|the|an?|in|on|at|for|to|with|by|from|between|under|into|through|as|than|its|their|his|her|that"
    r"|which|who|whose|where|when|this|these|such|both|not|is|are|was|were|be|been|has|have|had|will"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|Minister|President)$"
)
_REST = re.compile(r"[a-z][a-z’'-]*[ ,.;:)]")
#: A paragraph has at least so many words before it is parted, and so many pictures may stand between its halves.
_WORDS_OF_HALF, _PICTURES, _LONG = 6, 6, 200
_SENTENCE = re.compile(r"[A-Z0-9“\"].*[.!?][”\"’)]*[0-9]{0,2}$", re.DOTALL)


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


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage's line within the text that it is read in: which passage, and where in that text it begins."""

    passage: int
    line: Line
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.start + len(self.line.text)

    def cut(self, excerpt: Excerpt) -> Excerpt:
        """The words of an excerpt that stand in this passage."""
        start, end = max(excerpt.start, self.start), min(excerpt.end, self.end)
        inner = excerpt_at(self.passage, self.line.text, start - self.start, end - self.start)
        return self.line.cut(inner)


def _goes_on(before: Passage, after: Passage) -> bool:
    """Whether a paragraph is the rest of one that a page's end or a picture parts."""
    first, rest = before.text.rstrip(), after.text.lstrip()
    if before.heading != after.heading or not _OPEN_END.search(first) or len(first.split()) < _WORDS_OF_HALF:
        return False
    if _REST.match(rest) or (_NEEDS_MORE.search(first) and rest[:1].isalnum()):
        return True
    # “… to undermine | Japan’s administration of these islands.”
    return len(first) > _LONG and first[-1] in f",{ascii_lowercase}" and bool(_SENTENCE.match(rest))


def _rests(passages: Sequence[Passage]) -> dict[int, int]:
    """The numbers of paragraphs that go on with one before, each with the number of that one's beginning."""
    found: dict[int, int] = {}
    last: Passage | None = None
    for passage in passages:
        if passage.kind is PassageKind.CAPTION:
            continue
        near = last is not None and passage.number - last.number <= _PICTURES + 1
        if last is not None and near and _goes_on(last, passage):
            found[passage.number] = found.get(last.number, last.number)
        last = passage
    return found


class Unwrapped:
    """A document in single lines."""

    def __init__(self, document: Document) -> None:
        self._headings = [in_one_line(heading.title) for heading in document.headings]
        self._passages = [in_one_line(passage.text) for passage in document.passages]
        rests = _rests(document.passages)
        self._pieces: dict[int, list[Piece]] = {first: [] for first in rests.values()}
        texts: dict[int, str] = {}
        for passage, line in zip(document.passages, self._passages, strict=True):
            number = rests.get(passage.number, passage.number)
            before = texts.get(number, "")
            blank = " " if before and before[-1] not in _HYPHENS else ""
            if number in self._pieces:
                self._pieces[number].append(Piece(passage.number, line, len(before) + len(blank)))
            texts[number] = before + blank + line.text
        self.document = Document(
            tuple(
                replace(heading, title=line.text)
                for heading, line in zip(document.headings, self._headings, strict=True)
            ),
            tuple(replace(passage, text=texts.get(passage.number, "")) for passage in document.passages),
        )

    def restore(self, found: Records) -> Records:
        """Records of the single lines with their excerpts cut out of the verbatim document."""
        if not self._pieces and all(line.offsets is None for line in (*self._headings, *self._passages)):
            return found
        cut, all_of = self._cut, self._all_of
        return replace(
            found,
            events=tuple(
                replace(
                    one,
                    excerpt=cut(one.excerpt, one.date_excerpt),
                    date_excerpt=cut(one.date_excerpt),
                    also=all_of(one.also),
                )
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

    def _cut(self, excerpt: Excerpt, around: Excerpt | None = None) -> Excerpt:
        """An excerpt of the single lines in the verbatim document; of a parted one the part that holds `around`."""
        if excerpt.heading is not None:
            return self._headings[excerpt.heading].cut(excerpt)
        pieces = self._pieces.get(excerpt.passage)
        if pieces is None:
            return self._passages[excerpt.passage - 1].cut(excerpt)
        of = around or excerpt
        return max(pieces, key=lambda one: min(of.end, one.end) - max(of.start, one.start)).cut(excerpt)
