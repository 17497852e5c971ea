"""What a yearbook is made of: editions, sections, headings and passages."""

import re
from dataclasses import dataclass
from enum import StrEnum

#: A passage of a wrapped original holds line breaks; where it is shown, each is a blank, so that offsets stay.
ONE_LINE = str.maketrans("\r\n\f\v\u2028\u2029", " " * 6)
_LINE_BREAK = re.compile(r"\s*[\r\n\f\v]\s*")


class PassageKind(StrEnum):
    """What a passage is: running text, or the words under a picture or figure."""

    PARAGRAPH = "paragraph"
    CAPTION = "caption"


class HeadingKind(StrEnum):
    """The role of a heading in the document's order."""

    EDITION = "edition"
    CHAPTER = "chapter"
    SECTION = "section"
    PART = "part"  # (1) … (6)
    SUBPART = "subpart"  # A … G
    ITEM = "item"  # what is numbered or titled below that
    FEATURE = "feature"  # a special feature, set apart from the running text
    COLUMN = "column"  # a column, set apart likewise
    VOICE = "voice"  # a named contributor within a column


#: Usual depth of each kind of heading in the contents, 1 for the edition.
LEVELS = {
    HeadingKind.EDITION: 1,
    HeadingKind.CHAPTER: 2,
    HeadingKind.SECTION: 3,
    HeadingKind.PART: 4,
    HeadingKind.SUBPART: 5,
    HeadingKind.ITEM: 6,
    HeadingKind.FEATURE: 5,
    HeadingKind.COLUMN: 5,
    HeadingKind.VOICE: 6,
}


@dataclass(frozen=True, slots=True)
class Edition:
    """One yearbook in one language.

    `id` is the year and the language (``2021-en``); the period is given in full ISO days.
    """

    id: str
    title: str
    year: int
    language: str
    period_start: str
    period_end: str
    publisher: str
    licence: str
    licence_address: str


@dataclass(frozen=True, slots=True)
class Section:
    """One section of an edition, with where its text is from.

    `number` is chapter, section and part joined by dots (``4.2.2``); `source_line` is the line that the
    Ministry's terms of use ask for; `sha256` is that of the bytes of the original.
    """

    edition: str
    number: str
    title: str
    chapter: str
    address: str
    accessed: str
    source_line: str
    sha256: str

    @property
    def id(self) -> str:
        """The section's address within the library, such as ``2021-en/4.2.2``."""
        return f"{self.edition}/{self.number}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the passages that it covers (numbers, inclusive).

    `label` is the printed mark (``(2)``, ``A``, ``Chapter 4``; empty where there is none), `title` the words, verbatim:
    a title that is printed over two lines keeps its line break. `level` is the depth in the contents, 1 for the
    edition; where it is not given it is the usual one of the kind.
    """

    position: int
    kind: HeadingKind
    label: str
    title: str
    first_passage: int
    last_passage: int
    source_start: int
    source_end: int
    level: int = 0

    def __post_init__(self) -> None:
        if not self.level:
            object.__setattr__(self, "level", LEVELS[self.kind])

    @property
    def full_title(self) -> str:
        """Label and words as a reader would say them, in one line."""
        return _LINE_BREAK.sub(" ", f"{self.label} {self.title}".strip() if self.label else self.title)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a caption, numbered in reading order through its section.

    `text` is verbatim; `source_start` and `source_end` count code points in the original, and the original
    between them is `text`: a paragraph that is printed over several lines keeps its line breaks, and who shows or
    compares it folds white space. `heading` is the position of the innermost heading above, None before the first
    one. `credit` is a caption's credit as printed, or empty.
    """

    number: int
    kind: PassageKind
    text: str
    heading: int | None
    source_start: int
    source_end: int
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as it was read: its headings and passages, both in reading order."""

    headings: tuple[Heading, ...]
    passages: tuple[Passage, ...]

    def passage(self, number: int) -> Passage:
        """The passage of that number; KeyError when there is none."""
        if not 1 <= number <= len(self.passages):
            raise KeyError(number)
        return self.passages[number - 1]

    def headings_above(self, passage: Passage) -> tuple[Heading, ...]:
        """The headings that cover a passage, outermost first; none for what stands before the first heading."""
        if passage.heading is None:
            return ()
        return headings_path(self.headings, self.headings[passage.heading])


def headings_path(headings: tuple[Heading, ...], innermost: Heading) -> tuple[Heading, ...]:
    """`innermost` and the headings that it stands under, outermost first."""
    path = [innermost]
    for heading in reversed(headings[: innermost.position]):
        if heading.level < path[-1].level:
            path.append(heading)
    return tuple(reversed(path))
