"""The lines of a text with their places, and the plain form in which structure is recognised.

Nothing here changes the text: a line is a slice of it. Its plain form has one blank for each run of white space
(non-breaking and full-width blanks too), no zero-width characters, and Latin letters and digits in half width; it
remembers where each of its characters came from, so that a label found in it is cut out of the text verbatim.
"""

import re
from dataclasses import dataclass
from functools import cached_property

#: One line end; a form feed ends a line too, but editors do not count it.
LINE_END = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_COUNTED = re.compile(r"\r\n|[\n\r]")
#: Recognising looks no further than so many characters.
_LOOKED_AT = 1000
_ZERO_WIDTH = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
#: Full-width forms of ASCII, and the brackets and stops that numbering is printed with.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("｡"): ord("。")}


@dataclass(frozen=True, slots=True)
class Plain:
    """A text as structure is recognised in it; `offsets[i]` is where character `i` stands in the verbatim text."""

    text: str
    offsets: tuple[int, ...]

    def verbatim(self, start: int, end: int) -> tuple[int, int]:
        """The verbatim span of a plain one that is not empty."""
        return self.offsets[start], self.offsets[end - 1] + 1


def plain(text: str) -> Plain:
    """The plain form of a text."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        if character in _ZERO_WIDTH:
            continue
        if character.isspace():
            if not characters or characters[-1] == " ":
                continue
            characters.append(" ")
        else:
            characters.append(character.translate(_NARROW))
        offsets.append(offset)
    if characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    return Plain("".join(characters), tuple(offsets))


def has_words(text: str) -> bool:
    """Whether anything in a text can be seen."""
    return any(not c.isspace() and c not in _ZERO_WIDTH for c in text)


def squeezed(text: str) -> str:
    """A text without white space and zero-width characters, for telling whether words are printed twice."""
    return "".join(c for c in text if not c.isspace() and c not in _ZERO_WIDTH)


@dataclass(frozen=True)
class Line:
    """A line that is not blank: its words without the blanks around them, their place, and the line's number.

    `indent` counts the columns before it, `gap` says whether a blank line or a page's end stands before it, `blanks`
    how many blank lines do.
    """

    text: str
    start: int
    number: int
    indent: int = 0
    gap: bool = False
    page: bool = False
    blanks: int = 0

    @property
    def end(self) -> int:
        """Where the words end in the text."""
        return self.start + len(self.text)

    @cached_property
    def plain(self) -> str:
        """The line as structure is recognised in it; of a very long one its beginning and end."""
        if len(self.text) > 2 * _LOOKED_AT:
            return f"{plain(self.text[:_LOOKED_AT]).text} … {plain(self.text[-_LOOKED_AT:]).text}"
        return plain(self.text).text


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    found: list[Line] = []
    start, number = 0, 1
    gap = page = False
    blanks = 0
    for end, following, ends_page in _line_ends(text):
        raw = text[start:end]
        words = raw.strip()
        if has_words(words):
            indent = raw.index(words)
            found.append(Line(words, start + indent, number, indent, gap, page, blanks))
            gap = page = False
            blanks = 0
        else:
            gap = True
            blanks += 1
        page = page or ends_page
        gap = gap or ends_page
        number += following > end and text[end] in "\r\n"
        start = following
    return found


def _line_ends(text: str) -> list[tuple[int, int, bool]]:
    """For each line where it ends, where the next begins, and whether the page ends with it."""
    ends = [(match.start(), match.end(), match.group() == "\f") for match in LINE_END.finditer(text)]
    return [*ends, (len(text), len(text), False)]


def line_number(text: str, offset: int) -> int:
    """The number of the line that an offset stands in, from 1."""
    return 1 + line_breaks(text[:offset])


def line_breaks(text: str) -> int:
    """How many of the line ends that editors count a text has."""
    return len(_COUNTED.findall(text))
