"""Spans in quotation marks: curly, straight, Japanese; nested ones lie within the outer one."""

import re
from dataclasses import dataclass

_PAIRS = {"“": "”", "「": "」", "『": "』"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A span with its marks, from `start` to `end`; `closed` is false where the text lost the closing mark."""

    start: int
    end: int
    closed: bool

    def inner(self, text: str) -> str:
        """The words between the marks, exactly as they stand."""
        return text[self.start + 1 : self.end - 1 if self.closed else self.end]


def find_quoted(text: str) -> list[Quoted]:
    """Every outermost span in quotation marks, in order."""
    found = [*_paired(text), *_straight(text)]
    found.sort(key=lambda one: (one.start, -one.end))
    outermost: list[Quoted] = []
    for one in found:
        if (not outermost or one.start >= outermost[-1].end) and one.inner(text).strip():
            outermost.append(one)
    return outermost


def _paired(text: str) -> list[Quoted]:
    """Spans of marks that say whether they open or close."""
    found: list[Quoted] = []
    open_marks: list[tuple[int, str]] = []
    for match in re.finditer(r"[“”「」『』]", text):
        mark = match.group()
        if mark in _PAIRS:
            open_marks.append((match.start(), _PAIRS[mark]))
        elif open_marks and open_marks[-1][1] == mark:
            start, _ = open_marks.pop()
            if not open_marks:
                found.append(Quoted(start, match.end(), closed=True))
    # A mark that is never closed opens nothing that could be shown; spans within it are still good.
    if open_marks:
        start, closing = open_marks[0]
        rest = text.find(closing, start)
        inner = _paired(text[start + 1 :]) if rest > 0 else []
        found += [Quoted(start + 1 + one.start, start + 1 + one.end, closed=True) for one in inner]
    return found


def _straight(text: str) -> list[Quoted]:
    """Spans of straight marks: one opens after a blank or bracket and before a letter, the next that can closes."""
    found: list[Quoted] = []
    opened: int | None = None
    for match in re.finditer('"', text):
        offset = match.start()
        before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
        can_open = (not before or before in " (–—[“-/") and after.strip() != ""
        if opened is None:
            if can_open:
                opened = offset
        elif not before.isspace():
            found.append(Quoted(opened, offset + 1, closed=True))
            opened = None
        elif can_open:
            opened = offset
    return found
