"""Lines of plain text become blocks: a paragraph, a heading or a caption each, however the lines are wrapped.

A text has one line a paragraph, or is wrapped at some column with or without blank lines between paragraphs. A
block is a slice of the text, line breaks and all. What a printed page repeats (numbers, running heads) is left out.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from bluebook_desktop.domain.documents import HeadingKind
from bluebook_desktop.sources import forms
from bluebook_desktop.sources.furniture import (
    LINES_OF_CAPTION,
    LONGEST_CAPTION,
    NARROWEST,
    furniture,
    goes_on,
    printed_twice,
)
from bluebook_desktop.sources.lines import Line, Plain, line_breaks, plain, split_lines, squeezed
from bluebook_desktop.sources.numbering import marks
from bluebook_desktop.sources.problems import Problem
from bluebook_desktop.sources.unbroken import parted

#: A text whose lines end between these columns is wrapped.
_WIDEST = 160
#: How far before the column a line may end where a text is not wrapped to the letter, as printed pages are not.
_RAGGED = 0.12
_INITIALS = re.compile(r"\b(?:[A-Z]\.)+")
#: “J. Thomas Doe, Ambassador to Japan, …”: no count of letters goes so far.
_INITIAL = re.compile(r"[J-UWYZ]\. [A-Z]")
_LINES_OF_TITLE = 4
#: So many lines at least go on over a blank line in a text that is double-spaced.
_FEWEST_SPACED = 3
#: The share of the column that a line fills which is not the last of its paragraph.
_LONG = 0.7
#: Plain forms are made of blocks up to here; what is longer is no heading.
_LOOKED_AT = 1200


@dataclass(frozen=True)
class Block:
    """A slice of the text that is one heading, paragraph or caption; the fields after `line` are a page's hints.

    `parted` says that a printed page ends behind its last line, which is as long as lines are and ends no sentence.
    `rank` is that of an HTML heading (1 to 6), `kind` what a box on a page says it is, `box` tells boxes apart,
    `item` says that it stands in a list.
    """

    text: str
    start: int
    line: int
    row: bool = False
    rank: int = 0
    strong: bool = False
    caption: bool = False
    running: bool = False
    kind: HeadingKind | None = None
    box: int = 0
    parted: bool = False
    item: bool = False

    @property
    def end(self) -> int:
        """Where the block ends in the text."""
        return self.start + len(self.text)

    @cached_property
    def form(self) -> Plain:
        """The block in plain form."""
        return plain(self.text[:_LOOKED_AT])

    @property
    def lines(self) -> int:
        """How many lines it is printed over."""
        return 1 + line_breaks(self.text)

    @property
    def plain(self) -> str:
        """The words in plain form; a long block's beginning."""
        return self.form.text

    @cached_property
    def squeezed(self) -> str:
        """The words without white space; nothing of what is too long to be printed twice."""
        return squeezed(self.text) if len(self.text) <= LONGEST_CAPTION else ""


def read_blocks(text: str) -> tuple[list[Block], list[Problem]]:
    """The blocks of a plain text, and what was left out."""
    lines = parted(_single_spaced(split_lines(text)))
    left_out, problems = furniture(lines)
    kept = [line for i, line in enumerate(lines) if i not in left_out]
    interrupted = {lines[i + 1].number for i in left_out if i + 1 < len(lines) and i + 1 not in left_out}
    width = _width(kept)
    twice = list(printed_twice(kept))
    of_caption = {kept[i].number for one in twice if _is_one_caption(kept, one) for i in one[1:]}
    joiner = _Joiner(
        width,
        0 if width and _is_exact(kept, width) else _RAGGED,
        _is_spaced(kept, width),
        interrupted | {kept[one.start].number for one in twice} | _sure_titles(kept, width),
        _are_titles_apart(kept, width),
    )
    blocks: list[Block] = []
    opened: list[Line] = []
    for line in kept:
        if opened and (line.number in of_caption or joiner.joins(opened, line)):
            opened.append(line)
            continue
        if opened:
            full = line.number in interrupted and _extent(opened[-1]) > width * _LONG > 0
            blocks.append(_block(text, opened, parted=full and not forms.ends_sentence(opened[-1].plain)))
            if line.number in interrupted and goes_on(opened[-1], line):
                problems.append(Problem(line.number, "A page ends within a paragraph: its two halves stand as two."))
        opened = [line]
    if opened:
        blocks.append(_block(text, opened))
    return blocks, problems


def _single_spaced(lines: list[Line]) -> list[Line]:
    """Lines of a double-spaced text without the gap that one blank line between any two of them makes.

    It is double-spaced where lines that certainly go on with the one before have a blank line before them.
    """
    if sum(1 for line in lines if line.blanks == 1) * 2 < len(lines):
        return lines
    going_on = [
        after
        for before, after in pairwise(lines)
        if _extent(before) >= NARROWEST and not forms.ends_sentence(before.plain) and _continues(before, after)
    ]
    spaced = sum(1 for line in going_on if line.blanks == 1 and not line.page)
    if spaced < max(_FEWEST_SPACED, len(going_on) * 0.8) or spaced * 8 < len(lines):
        return lines
    if any(len(line.text) > _WIDEST for line in lines):
        return lines
    return [replace(line, gap=line.gap and (line.blanks > 1 or line.page)) for line in lines]


def _block(text: str, lines: list[Line], *, parted: bool = False) -> Block:
    start, end = lines[0].start, lines[-1].end
    row = len(lines) == 1 and forms.is_row(lines[0].text)
    return Block(text[start:end], start, lines[0].number, row=row, parted=parted)


def _width(lines: list[Line]) -> int:
    """The column at which lines are wrapped, 0 where they are not."""
    if any(len(line.text) > 2 * _WIDEST for line in lines):
        long = sum(1 for line in lines if len(line.text) > _WIDEST)
        if long * 4 > len(lines):
            return 0
    lengths = Counter(_extent(line) for line in lines if not line.plain[:1].isdigit() or len(line.text) > 60)
    best, most = 0, 0
    for width in sorted(length for length in lengths if NARROWEST <= length <= _WIDEST):
        number = sum(lengths[length] for length in range(width - max(5, width // 6), width + 1))
        if number >= most:
            best, most = width, number
    return best if most >= 2 and _going_on(lines) else 0


def _going_on(lines: list[Line]) -> list[tuple[Line, Line]]:
    """The pairs of lines that are certainly of one paragraph."""
    return [
        (before, after)
        for before, after in pairwise(lines)
        if not after.gap and not forms.ends_sentence(before.plain) and _continues(before, after)
    ]


def _is_exact(lines: list[Line], width: int) -> bool:
    """Whether a text is wrapped to the letter: no line that goes on had room for the next one's first word."""
    pairs = _going_on(lines)
    loose = sum(1 for before, after in pairs if _extent(before) + _first_word(after) <= width)
    return loose <= len(pairs) * 0.03


def _is_spaced(lines: list[Line], width: int) -> bool:
    """Whether blank lines stand between paragraphs: after nearly every short line that ends a sentence."""
    ends = [
        after.gap for before, after in pairwise(lines) if _extent(before) < width * _LONG and _ends_sentence(before)
    ]
    return bool(ends) and sum(ends) >= len(ends) * 0.8


def _are_titles_apart(lines: list[Line], width: int) -> bool:
    """Whether a blank line stands below every title with a number: one right above text begins a paragraph."""
    below = [
        after.gap
        for before, after in pairwise(lines)
        if _extent(before) < width * _LONG and marks(before.plain) and _is_titles([before])
    ]
    return len(below) > 1 and all(below)


def _is_open(opened: list[Line]) -> bool:
    """Whether lines end within a bracket."""
    words = " ".join(line.plain for line in opened)
    return words.count("(") > words.count(")")


def _extent(line: Line) -> int:
    return line.indent + len(line.text)


def _first_word(line: Line) -> int:
    """The columns that a line's first word and the blank before it take."""
    return 1 if forms.is_japanese(line.plain) else len(line.text.split(None, 1)[0]) + 1


def _continues(before: Line, after: Line) -> bool:
    """Whether a line cannot begin anything: it goes on from the one before."""
    first = after.plain[:1]
    if forms.is_japanese(after.plain):
        return not after.indent and not after.text.startswith("\u3000") and len(before.text) >= NARROWEST
    return first.islower() and not marks(after.plain)


@dataclass(slots=True)
class _Joiner:
    """Decides whether a line belongs to those before it."""

    width: int
    slack: float
    spaced: bool
    breaks: set[int]
    #: Whether blank lines stand below titles too.
    titles_apart: bool = False

    def joins(self, opened: list[Line], line: Line) -> bool:
        """Whether `line` goes on with the block that `opened` are the lines of."""
        before = opened[-1]
        if line.gap or line.number in self.breaks or forms.is_row(before.text) or forms.is_row(line.text):
            return False
        if forms.announcement(before.plain) or _doubled(opened) or self._begins(opened, line):
            return False
        ends = _ends_sentence(before)
        if not ends and (_continues(before, line) or forms.is_cut_off(before.plain)):
            return True
        if not self.width:
            return False
        if self.spaced and _extent(before) > self.width * _LONG and not self._is_title_set_close(opened):
            return True
        if not ends and _is_title_above(opened, line):
            return False
        if forms.is_japanese(line.plain):
            return self._is_full(before, line) and not (ends and line.indent)
        return self._is_full(before, line, self.slack / 2 if ends else self.slack)

    def _is_title_set_close(self, opened: list[Line]) -> bool:
        """Whether lines may be a title with a number right above the text that it belongs to."""
        if self.titles_apart or _is_open(opened):
            return False
        return bool(marks(opened[0].plain)) and _is_titles(opened)

    def _begins(self, opened: list[Line], line: Line) -> bool:
        """Whether the form of a line says that something new begins with it."""
        before = opened[-1]
        if line.indent > before.indent + 1 and not (len(opened) == 1 and _hangs(before)):
            return True
        if _ends_sentence(before) and line.indent and forms.is_japanese(line.plain):
            return True
        if forms.is_note(line.plain) or forms.is_bullet(line.plain) or forms.announcement(line.plain):
            return _ends_sentence(before) or before.plain.endswith(")") or not self._is_full(before, line, self.slack)
        if forms.begins_caption(line.plain) and _is_open(opened) and before.plain.endswith((";", ",")):
            return False  # who took the photo stands in the brackets of its caption
        if (marks(line.plain) and not _INITIAL.match(line.plain)) or forms.begins_caption(line.plain):
            unforced = not self._is_full(before, line, self.slack)
            return _ends_sentence(before) or unforced or _is_titles(opened)
        if len(opened) > LINES_OF_CAPTION:
            return False
        if len(opened) <= _LINES_OF_TITLE and line.plain[:1].isupper():
            words = " ".join(one.plain for one in opened)
            if forms.is_dated_caption(words) and len(words) <= forms.LONGEST_HEADING:
                return True
        return squeezed(line.text) == squeezed("".join(one.text for one in opened))

    def _is_full(self, before: Line, line: Line, slack: float = 0.0) -> bool:
        """Whether the next line's first word had no room left: the break is that of the wrapping."""
        if not self.width:
            return False
        room = 2 if forms.is_japanese(line.plain) else 0
        return _extent(before) + _first_word(line) > self.width * (1 - slack) - room


def _is_one_caption(lines: list[Line], twice: range) -> bool:
    """Whether what is printed twice over several lines has nothing else in it, such as a title with its number."""
    return len(twice) > 2 and not any(
        lines[i].gap or marks(lines[i].plain) or forms.announcement(lines[i].plain) or forms.is_row(lines[i].text)
        for i in twice[1:]
    )


def _hangs(line: Line) -> bool:
    """Whether the lines after the first of an entry or note may be indented."""
    return forms.is_bullet(line.plain) or forms.is_note(line.plain) or bool(marks(line.plain))


def _sure_titles(lines: list[Line], width: int) -> set[int]:
    """The numbers of the lines after a sentence that are titles: all of their many words begin as those of one do.

    One that ends with “of” or “between” is a title only where the next line ends it.
    """
    found = set()
    for i, (before, line) in enumerate(pairwise(lines), 1):
        if not _ends_sentence(before) or not _is_sure_title(line) or line.plain.count(" ") < 6:
            continue
        after = lines[i + 1] if i + 1 < len(lines) else None
        ended = after is not None and not after.gap and _extent(after) < width * 0.75 and _is_sure_title(after)
        if ended or not forms.is_cut_off(line.plain):
            found.add(line.number)
    return found


def _is_sure_title(line: Line) -> bool:
    words = _INITIALS.sub("", line.plain)
    return not forms.has_small_word(words) and not re.search(r"[,;.!?”\"]", words)


def _ends_sentence(line: Line) -> bool:
    """Whether a sentence surely ends with a line; “U.S.” may stand in the middle of one."""
    return forms.ends_sentence(line.plain) and not forms.ends_abbreviated(line.plain)


def _is_title_above(opened: list[Line], line: Line) -> bool:
    """Whether a title ends with the lines before and running text begins."""
    if not forms.has_small_word(line.plain) or not _is_titles(opened):
        return False
    words = " ".join(one.plain for one in opened)
    return bool(marks(opened[0].plain)) or not ("," in words or forms.has_small_word(words))


def _is_titles(opened: list[Line]) -> bool:
    if len(opened) > _LINES_OF_TITLE:
        return False
    return all(forms.is_title_case(one.plain) and not forms.ends_sentence(one.plain) for one in opened)


def _doubled(opened: list[Line]) -> bool:
    if len(opened) > LINES_OF_CAPTION or sum(len(line.text) for line in opened) > LONGEST_CAPTION:
        return False
    words = squeezed("".join(line.text for line in opened))
    half = len(words) // 2
    return half >= 6 and words[:half] == words[half:]
