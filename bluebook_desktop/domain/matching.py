"""Where the words of a query stand in a text: the marks, and the snippet that is shown around them.

The index only proposes; what is marked here is decided by comparing characters.
"""

import re
from dataclasses import dataclass

from bluebook_desktop.domain.folding import Folded, Word, fold_character, fold_verbatim, words
from bluebook_desktop.domain.queries import Query, Term

#: A stretch of text, from and to (code points).
Span = tuple[int, int]
SNIPPET_LENGTH = 220
_LEAD = 90
_SENTENCE = re.compile(r"(?<![A-Z]\.)(?<=[.!?”])\s+(?=[“(]?[A-Z])")
_HYPHENS = "-‐‑‒–—−"


@dataclass(frozen=True, slots=True)
class Snippet:
    """Verbatim words around the hits; `marks` count in `text`, which starts or ends with … where it was cut."""

    text: str
    marks: tuple[Span, ...]


def find_marks(text: str, query: Query) -> tuple[Span, ...] | None:
    """The spans of `text` that the query's terms match, in order and without overlap; None unless all terms do."""
    found: list[Span] = []
    parted = words(text)
    for term in query.terms:
        spans = _find_phrase(text, term.verbatim) if term.verbatim else _find_words(parted, term)
        if not spans:
            return None
        found += spans
    return _merge(found, text)


def find_any_marks(text: str, query: Query) -> tuple[Span, ...]:
    """As `find_marks`, for text that need not match every term."""
    parted = words(text)
    found: list[Span] = []
    for term in query.terms:
        found += _find_phrase(text, term.verbatim) if term.verbatim else _find_words(parted, term)
    return _merge(found, text)


def _find_words(parted: list[Word], term: Term) -> list[Span]:
    """Every place where the term's words stand side by side."""
    first, size = term.words[0], len(term.words)
    found = []
    for index in range(len(parted) - size + 1):
        here = parted[index : index + size]
        if not (here[0].folded == first or (size == 1 and term.prefix and here[0].folded.startswith(first))):
            continue
        *whole, last = [word.folded for word in here]
        wanted = term.words[-1]
        if whole == list(term.words[:-1]) and (last == wanted or (term.prefix and last.startswith(wanted))):
            found.append((here[0].start, here[-1].end))
    return found


def _find_phrase(text: str, phrase: str) -> list[Span]:
    """Every place where the folded characters of a phrase stand, not within a longer word."""
    folded = fold_verbatim(text)
    found = []
    start = folded.text.find(phrase)
    while start >= 0:
        end = start + len(phrase)
        if not (_joins(text, folded, start) or _joins(text, folded, end)):
            found.append(folded.span(start, end))
        start = folded.text.find(phrase, start + 1)
    return found


def _joins(text: str, folded: Folded, place: int) -> bool:
    """Whether the folded characters before and at a place are of one word; an apostrophe that was folded parts them."""
    if not 0 < place < len(folded.text) or not (folded.text[place - 1].isalnum() and folded.text[place].isalnum()):
        return False
    between = text[folded.offsets[place - 1] + 1 : folded.offsets[place]]
    return not any(map(fold_character, between))


def _merge(spans: list[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that overlap or stand side by side (a blank or a hyphen between) as one."""
    merged: list[Span] = []
    for start, end in sorted(set(spans)):
        if merged and (start < merged[-1][1] or _is_gap(text[merged[-1][1] : start])):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def make_snippet(text: str, marks: tuple[Span, ...], length: int = SNIPPET_LENGTH) -> Snippet:
    """The sentence around the densest marks, cut to about `length` characters at blanks."""
    anchor = _densest(marks, length) if marks else 0
    start = _start_of_sentence(text, anchor)
    if anchor - start > _LEAD:
        start = _after_blank(text, anchor - _LEAD)
    end = min(len(text), start + length)
    if end < len(text):
        cut = text.rfind(" ", anchor, end)
        end = cut if cut > anchor else end
    head, tail = ("… " if start else ""), (" …" if end < len(text) else "")
    shift = len(head) - start
    kept = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in marks if a < end and b > start)
    return Snippet(f"{head}{text[start:end]}{tail}", kept)


def _densest(marks: tuple[Span, ...], length: int) -> int:
    """Where the mark starts that has most others within reach."""
    return max(marks, key=lambda mark: (sum(mark[0] <= a < mark[0] + length for a, _ in marks), -mark[0]))[0]


def _start_of_sentence(text: str, offset: int) -> int:
    start = 0
    for match in _SENTENCE.finditer(text, 0, offset + 1):
        start = match.end() if match.end() <= offset else start
    return start


def _after_blank(text: str, offset: int) -> int:
    blank = text.find(" ", offset)
    return blank + 1 if blank >= 0 else offset


def are_adjacent(marks: tuple[Span, ...], text: str) -> bool:
    """Whether at least two words that were found stand side by side."""
    return any(len(words(text[start:end])) > 1 for start, end in marks)


def hyphen_folded(marks: tuple[Span, ...], text: str, query: Query) -> str:
    """The first marked words that a hyphen joins in the text but not in what was typed, or nothing."""
    for start, end in marks:
        joined = text[start:end]
        if any(c in _HYPHENS for c in joined) and joined.casefold() not in query.text.casefold():
            return joined
    return ""


def _is_gap(gap: str) -> bool:
    return len(gap) == 1 and (gap.isspace() or gap in _HYPHENS)
