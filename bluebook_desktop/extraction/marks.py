"""Spans in quotation marks: curly, straight, single, Japanese; nested ones lie within the outer one.

Printed marks are not always right: one side is lost, or stands the wrong way round. What a mark does is told by its
shape and by what stands beside it. A span that lost a mark is offered with `closed` false; whether it can be shown is
for `statements` to say, for only what is plainly somebody's words can be cut without both marks.
"""

import re
from bisect import bisect
from dataclasses import dataclass

_JAPANESE_PAIRS = {"「": "」", "『": "』"}
_OPENS = "“„‟«"
_CLOSES = "”»"
_EITHER = '"＂'
_DOUBLE = re.compile(rf"[{_OPENS}{_CLOSES}{_EITHER}]")
#: A single mark opens after a blank or bracket and before a letter; one within a word is an apostrophe.
_SINGLE_OPENS = r"(?<![\w”’.])(?:‘|'(?!')|’(?=[A-Z][^’]{8,}[.,!?]’))(?=[\w“\"(])(?!s\b|\d\ds\b|em\b|tis\b|til\b)"
_SINGLE = re.compile(
    _SINGLE_OPENS
    + r"(?P<inner>(?:[^‘’'\n]|(?<=\w)[’'](?=\w)|(?<=s)[’'](?= [a-z])|‘(?=\d)){2,600}?)(?!(?<=s)[’'] [a-z])[’'](?!\w)"
)
#: One whose closing mark may as well be a possessive: ‘so it is for us’ and.
_SINGLE_AFTER_S = re.compile(_SINGLE_OPENS + r"(?:[^‘’'“”\"\n]|(?<=\w)[’'](?=\w)){2,600}?(?<=s)[’'](?!\w)")
#: Where a lost closing mark stood: before the verb that tells whose words these were.
#: "“We run beside it, and thanked the hosts": the sentence that quotes goes on.
_GOES_ON_OUTSIDE = re.compile(r",(?= (?:and|but) (?:then |also |[a-z]+ly )?[a-z]+ed [a-z]| while (?:the|his|her)\b)")
_SENTENCE_END = re.compile(r"[a-z)][.!?](?= [A-Z])")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|us|[Mm]y|me|[Yy]ou|[Yy]our)\b")
_TAG = re.compile(r"[,!?](?= (?:(?:said|says|added|wrote|stated|remarked)\b|(?:he|she|they) (?:said|added|wrote)\b))")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A span with its marks, from `start` to `end`; `closed` is false where the text lost the closing mark."""

    start: int
    end: int
    closed: bool

    def inner(self, text: str) -> str:
        """The words between the marks, exactly as they stand."""
        return text[self.start + 1 : self.end - 1 if self.closed else self.end]


def find_quoted(text: str, *, doubtful: bool = False) -> list[Quoted]:
    """Every outermost span in quotation marks, in order; with `doubtful` those, too, that may end with a possessive."""
    found = [*_double(text), *_japanese(text)]
    found += [Quoted(m.start(), m.end(), closed=True) for m in _SINGLE.finditer(text)]
    if doubtful:
        found += [Quoted(m.start(), m.end(), closed=True) for m in _SINGLE_AFTER_S.finditer(text)]
    # A span with both marks is surer than one that lost a mark and would run over it.
    found.sort(key=lambda one: (not one.closed, one.start, -one.end))
    outermost: list[Quoted] = []  # in order, none over another
    for one in found:
        place = bisect(outermost, one.start, key=lambda other: other.start)
        over_earlier = place > 0 and outermost[place - 1].end > one.start
        over_later = place < len(outermost) and outermost[place].start < one.end
        if one.inner(text).strip() and not (over_earlier or over_later):
            outermost.insert(place, one)
    return outermost


def _japanese(text: str) -> list[Quoted]:
    found: list[Quoted] = []
    open_marks: list[tuple[int, str]] = []
    for match in re.finditer(r"[「」『』]", text):
        mark = match.group()
        if mark in _JAPANESE_PAIRS:
            open_marks.append((match.start(), _JAPANESE_PAIRS[mark]))
        elif open_marks and open_marks[-1][1] == mark:
            start, _ = open_marks.pop()
            # The outermost comes last and takes the place of those within.
            found.append(Quoted(start, match.end(), closed=True))
    found.sort(key=lambda one: one.start)
    outermost: list[Quoted] = []
    for one in found:
        if not outermost or one.start > outermost[-1].end - 1:
            outermost.append(one)
    return outermost


def _double(text: str) -> list[Quoted]:
    """Spans of double marks of any shape."""
    found: list[Quoted] = []
    opened: list[tuple[int, bool]] = []
    for match in _DOUBLE.finditer(text):
        if _opens(text, match, opened=bool(opened)):
            opened.append((match.start(), match.group() in _EITHER))
        elif opened:
            start, _ = opened.pop()
            if not opened:
                found.append(Quoted(start, match.end(), closed=True))
    return found + _unclosed(text, [start for start, _ in opened])


def _opens(text: str, match: re.Match[str], *, opened: bool) -> bool:
    """Whether a mark opens: by its shape, unless what stands beside it says otherwise."""
    mark, before, after = match.group(), text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    can_open = (not before or before.isspace() or before in "(–—[“‘-/:・、。") and bool(after.strip())
    can_close = bool(before.strip()) and not (after.isalnum() and before not in ".,!?")
    if mark in _OPENS:
        return not (opened and not can_open and can_close)
    if mark in _CLOSES:
        return can_open and not can_close and not opened
    return can_open and not (opened and can_close and not before.isspace())


def _outside_again(text: str, start: int, end: int) -> int:
    """Where words that lost their closing mark within a passage end, as far as what follows is the book's own again."""
    if not text[:start].strip():
        return end
    first = _SENTENCE_END.search(text, start, end)
    stop = first.end() if first else end
    if goes_on := _GOES_ON_OUTSIDE.search(text, start, stop):
        return goes_on.end()
    return end if first is None or _FIRST_PERSON.search(text, stop, end) else stop


def _unclosed(text: str, starts: list[int]) -> list[Quoted]:
    """Marks that were never closed; each is offered up to the next one, and what was closed after it is found anew."""
    found: list[Quoted] = []
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(text)
        inner = [Quoted(start + 1 + q.start, start + 1 + q.end, q.closed) for q in _double(text[start + 1 : stop])]
        end = inner[0].start if inner else stop
        tag = _TAG.search(text, start, end)
        end = tag.end() if tag else _outside_again(text, start, end)
        found += [*inner, Quoted(start, start + len(text[start:end].rstrip()), closed=False)]
    return found
