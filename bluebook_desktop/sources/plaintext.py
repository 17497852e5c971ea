"""Reads a section published as plain text: one block a line, blank lines between.

Nothing is corrected: a passage is a slice of the text. What the layout means (which line is a heading, a
caption, a contributor's name) is inferred from the lines' form and order alone.
"""

import re
from dataclasses import dataclass

from bluebook_desktop.domain.documents import (
    LEVELS,
    Document,
    Heading,
    HeadingKind,
    Passage,
    PassageKind,
)

_EDITION = re.compile(r"Diplomatic Bluebook \d{4}")
_CHAPTER = re.compile(r"Chapter \d+")
_SECTION = re.compile(r"(\d{1,2}) (\S.*)")
_PART = re.compile(r"(\(\d{1,2}\)) (\S.*)")
_SUBPART = re.compile(r"([A-Z]) (\S.*)")
_VOICE = re.compile(r"[\w'’.-]+(?: [\w'’.-]+){1,3}, \S.*")
_CREDIT = re.compile(r"[(;] ?((?:Photo|Image|Photos|Images|Source|Courtesy)(?::| of) [^;()]+)\)$")
_POINTER = re.compile(r"\bsee the (Special Feature|Column)\b")
_SENTENCE_END = (".", "!", "?", ".”", "!”", "?”", ".)", ":")
#: A heading is rarely longer; a longer line without a full stop is a paragraph that lost it.
_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that is not blank, with its place in the text."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class _OpenHeading:
    """A heading whose extent is not known yet."""

    kind: HeadingKind
    label: str
    title: str
    start: int
    end: int
    first: int
    last: int | None = None


def read_plaintext(text: str) -> Document:
    """Read the text of one section into headings and numbered passages; never fails, never changes a letter."""
    return _Reader(text).read()


def _lines(text: str) -> list[_Line]:
    found = []
    for match in re.finditer(r"[^\r\n]+", text):
        stripped = match.group().strip()
        if stripped:
            found.append(_Line(stripped, match.start() + match.group().index(stripped)))
    return found


def _single(line: _Line) -> _Line:
    """A line whose words are printed twice (an image's text, then its caption), once."""
    half, odd = divmod(len(line.text), 2)
    if not odd and line.text[:half] == line.text[half:]:
        return _Line(line.text[:half], line.start)
    return line


class _Reader:
    """Walks the lines once, with the little it must remember of those before."""

    def __init__(self, text: str) -> None:
        self._lines = _lines(text)
        self._headings: list[_OpenHeading] = []
        self._passages: list[Passage] = []
        self._announced: list[HeadingKind] = []

    def read(self) -> Document:
        index = 0
        while index < len(self._lines):
            index += self._take(index)
        self._close()
        headings = tuple(
            Heading(position, h.kind, h.label, h.title, h.first, h.last or 0, h.start, h.end)
            for position, h in enumerate(self._headings)
        )
        return Document(headings, tuple(self._passages))

    def _take(self, index: int) -> int:
        """Take the line at `index` (and the next where they belong together); how many lines were taken."""
        line = self._lines[index]
        following = self._lines[index + 1] if index + 1 < len(self._lines) else None
        caption = _single(line)
        if caption is not line:
            self._add_passage(PassageKind.CAPTION, caption)
        elif _CHAPTER.fullmatch(line.text) and following is not None:
            self._open(HeadingKind.CHAPTER, line.text, following.text, line.start, following.end)
            return 2
        elif numbered := self._numbered(line):
            kind, label, title = numbered
            self._open(kind, label, title, line.start, line.end)
        elif not _looks_like_title(line.text):
            self._add_passage(PassageKind.PARAGRAPH, line)
        elif following is None or self._numbered(following):
            # A title with nothing under it is that of a figure.
            self._add_passage(PassageKind.CAPTION, line)
        else:
            self._open(self._kind_set_apart(line.text), "", line.text, line.start, line.end)
        return 1

    def _numbered(self, line: _Line) -> tuple[HeadingKind, str, str] | None:
        """Kind, label and words of a heading that says its place in the order; None for any other line."""
        if not _looks_like_title(line.text):
            return None
        if _EDITION.fullmatch(line.text):
            return HeadingKind.EDITION, "", line.text
        if _CHAPTER.fullmatch(line.text):
            return HeadingKind.CHAPTER, line.text, ""
        patterns = (
            (HeadingKind.SECTION, _SECTION),
            (HeadingKind.PART, _PART),
            (HeadingKind.SUBPART, _SUBPART),
        )
        for kind, pattern in patterns:
            if match := pattern.fullmatch(line.text):
                return kind, match[1], match[2]
        return None

    def _kind_set_apart(self, title: str) -> HeadingKind:
        """Special feature, column or a voice in one: what the text before announced, in its order."""
        open_kinds = {h.kind for h in self._headings if h.last is None}
        if HeadingKind.COLUMN in open_kinds and _VOICE.fullmatch(title):
            return HeadingKind.VOICE
        return self._announced.pop(0) if self._announced else HeadingKind.COLUMN

    def _open(self, kind: HeadingKind, label: str, title: str, start: int, end: int) -> None:
        self._close(LEVELS[kind])
        self._headings.append(_OpenHeading(kind, label, title, start, end, len(self._passages) + 1))

    def _close(self, level: int = 0) -> None:
        """End the open headings at `level` or deeper at the passage last read."""
        for heading in self._headings:
            if heading.last is None and LEVELS[heading.kind] >= level:
                heading.last = len(self._passages)

    def _add_passage(self, kind: PassageKind, line: _Line) -> None:
        if kind is PassageKind.CAPTION:
            self._end_voice()
        innermost = max((i for i, h in enumerate(self._headings) if h.last is None), default=0)
        credit = _CREDIT.search(line.text) if kind is PassageKind.CAPTION else None
        number = len(self._passages) + 1
        self._passages.append(
            Passage(number, kind, line.text, innermost, line.start, line.end, credit[1] if credit else "")
        )
        for match in _POINTER.finditer(line.text):
            announced = HeadingKind.COLUMN if match[1] == "Column" else HeadingKind.FEATURE
            self._announced.append(announced)

    def _end_voice(self) -> None:
        """A contributor's words are paragraphs; pictures after them belong to the column."""
        for heading in self._headings:
            if heading.kind is HeadingKind.VOICE and heading.last is None:
                heading.last = len(self._passages)


def _looks_like_title(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_END)
