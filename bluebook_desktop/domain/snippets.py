"""The words that are shown around a hit."""

import re
from dataclasses import dataclass

#: A stretch of text, from and to (code points).
Span = tuple[int, int]
#: A sentence is shown whole up to this length.
SNIPPET_LENGTH = 700
_LEAD = 90
_END = re.compile(r"[.!?”]\s+(?=[“(]?[A-Z])|[。！？]")
#: What ends in a full stop and ends no sentence.
_ABBREVIATED = re.compile(r"(?:[A-Z]|\bMr|\bMs|\bMrs|\bDr|\bNo)\Z")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Verbatim words around the hits; `marks` count in `text`, which starts or ends with … where a sentence was cut."""

    text: str
    marks: tuple[Span, ...]


def make_snippet(text: str, marks: tuple[Span, ...], length: int = SNIPPET_LENGTH) -> Snippet:
    """The whole sentence with the most marks; one that is longer is cut to about `length` characters at blanks."""
    start, end = begun, ended = _best_sentence(text, marks)
    anchor = next((a for a, _ in marks if a >= start), start)
    cut = end - start > length
    if cut and anchor - start > _LEAD:
        start = _after_blank(text, anchor - _LEAD)
    if end - start > length:
        blank = text.rfind(" ", anchor, start + length)
        end = blank if blank > anchor else start + length
    head, tail = ("… " if start > begun else ""), (" …" if end < ended else "")
    shift = len(head) - start
    kept = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in marks if a < end and b > start)
    return Snippet(f"{head}{text[start:end]}{tail}", kept)


def _best_sentence(text: str, marks: tuple[Span, ...]) -> Span:
    """The sentence with most marks, the first of several; a mark that reaches beyond takes the next one in."""
    best, most = (0, 0), -1
    for start, end in _sentences(text):
        inside = [mark for mark in marks if start <= mark[0] < end]
        if len(inside) > most:
            reach = max([end, *(b for _, b in inside)])
            best, most = (start, reach), len(inside)
    return best


def _sentences(text: str) -> list[Span]:
    found, start = [], 0
    for match in _END.finditer(text):
        place = match.start()
        if text[place] == "." and _ABBREVIATED.search(text, max(place - 3, 0), place):
            continue
        if match.end() < len(text):
            found.append((start, place + 1))
            start = match.end()
    return [*found, (start, len(text))]


def _after_blank(text: str, offset: int) -> int:
    blank = text.find(" ", offset)
    return blank + 1 if blank >= 0 else offset
