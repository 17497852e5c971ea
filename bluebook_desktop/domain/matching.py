"""Where the words of a query stand in a text: the index only proposes, what is marked here decides.

Every atom of a query becomes a pattern for the folded text, which knows where its characters came from.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from bluebook_desktop.domain.folding import (
    JAPANESE,
    LETTER,
    Folded,
    fold_places,
    has_usual_marks_alone,
    is_japanese,
    japanese_pattern,
    words,
)
from bluebook_desktop.domain.foldings import MatchedBy, name_foldings
from bluebook_desktop.domain.patterns import Pattern, parted_pattern, phrase_pattern, plain_signs, words_pattern
from bluebook_desktop.domain.querying import LONGEST, Atom, Clause, Dated, Either, Near, Phrase, Query, Words
from bluebook_desktop.domain.snippets import Snippet, Span, make_snippet

__all__ = ["Found", "Snippet", "Span", "are_adjacent", "find", "find_any_marks", "find_marks", "make_snippet"]

_HYPHENS = re.escape("-‐‑‒–—―−﹣－")
#: So many characters a word and what stands before it have at most, to tell quickly that words are far apart.
_LONGEST_WORD = 60
_PLAIN_WORD = re.compile("[A-Za-z0-9]+")
_HYPHEN_FOLDS = frozenset({MatchedBy.HYPHENS, MatchedBy.JOINED, MatchedBy.LINE_END})
#: Where the events of a date are told in a text.
TellDates = Callable[[Dated], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """Where a query's words stand in a text, in order and without overlap, and the foldings by which they match."""

    marks: tuple[Span, ...]
    foldings: frozenset[MatchedBy] = frozenset()


def _no_dates(_dated: Dated) -> tuple[Span, ...]:
    return ()


def find(text: str, query: Query, dates: TellDates = _no_dates) -> Found | None:
    """Where a query stands in a text, or None unless it holds there; filters are not looked at."""
    folded = plain_signs(fold_places(text))
    spans: list[Span] = []
    named: set[MatchedBy] = set()
    for clause in query.clauses:
        places = _find_clause(text, folded, clause, dates)
        if not places.spans:
            return None
        spans += places.spans
        named |= places.foldings
    if any(_find_atom(text, folded, atom, dates).spans for atom in query.without):
        return None
    marks = _merge(spans, text)
    if named.isdisjoint(_HYPHEN_FOLDS) and _joins_hyphen(marks, text, query.text[:LONGEST]):
        named.add(MatchedBy.HYPHENS)
    return Found(marks, frozenset(named))


def find_marks(text: str, query: Query) -> tuple[Span, ...] | None:
    """The spans of `text` that the query's words match; None unless the query holds."""
    found = find(text, query)
    return None if found is None else found.marks


def find_any_marks(text: str, query: Query) -> tuple[Span, ...]:
    """As `find_marks`, for text that need not hold all that is asked for."""
    folded = plain_signs(fold_places(text))
    spans = [span for atom in query.atoms for span in _find_atom(text, folded, atom, _no_dates).spans]
    return _merge(spans, text)


class _Places(NamedTuple):
    """Where a part of a query stands, and all foldings by which it matches there."""

    spans: list[Span]
    foldings: frozenset[MatchedBy] = frozenset()


def _find_clause(text: str, folded: Folded, clause: Clause, dates: TellDates) -> _Places:
    if isinstance(clause, Either):
        several = [_find_clause(text, folded, part, dates) for part in clause.parts]
        spans = [span for places in several for span in places.spans]
        return _Places(spans, frozenset[MatchedBy]().union(*(places.foldings for places in several)))
    if isinstance(clause, Near):
        return _find_near(text, folded, clause)
    return _find_atom(text, folded, clause, dates)


def _find_atom(text: str, folded: Folded, atom: Atom, dates: TellDates) -> _Places:
    """Every place of an atom; of several patterns the first that is found counts, but for forms and dates all do."""
    spans: list[Span] = []
    named: set[MatchedBy] = set()
    for pattern, typed, extra in _patterns(atom):
        found = _spans(pattern, folded)
        if isinstance(atom, Words) and atom.capitals:  # they are printed as they are typed
            found = [span for span in found if text[span[0] : span[1]] == typed]
        if not found:
            continue
        spans += found
        if extra is not None:
            named.add(extra)
        elif typed:
            prefix = isinstance(atom, Words) and atom.prefix
            for printed in {text[start:end] for start, end in found}:
                if printed != typed:
                    named |= name_foldings(printed, typed, prefix)
        if not isinstance(atom, Dated) and not getattr(atom, "forms", ()):
            break
    if isinstance(atom, Dated):
        told = [span for span in dates(atom) if not _is_inside(span, spans)]
        spans += told
        named |= {MatchedBy.DATE} if told else set()
    return _Places(spans, frozenset(named))


def _spans(pattern: Pattern, folded: Folded) -> list[Span]:
    """Where a pattern stands, in the verbatim text."""
    found = pattern.spans(folded.text)
    return found if isinstance(folded.offsets, range) else [folded.span(start, end) for start, end in found]


def _is_inside(span: Span, spans: list[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)


@lru_cache(maxsize=256)
def _patterns(atom: Atom) -> tuple[tuple[Pattern, str, MatchedBy | None], ...]:
    """The patterns of an atom, the words each stands for, and how else than by a folding it matches.

    Later ones are tried where earlier ones find nothing; of a date all are, and of a word with other forms.
    """
    if isinstance(atom, Phrase):
        return ((phrase_pattern(atom), atom.typed, None),)
    if isinstance(atom, Dated):
        return tuple((words_pattern(way, prefix=False), "", None) for way in atom.ways)
    typed = (atom.typed or " ".join(atom.words)).rstrip(".")  # no mark has the last full stop of “U.S.”
    first = words_pattern(atom.words, prefix=atom.prefix)
    if atom.forms:
        others = ((words_pattern((form,), prefix=False), typed, MatchedBy.FORM) for form in atom.forms)
        return ((first, typed, None), *others)
    if atom.joined:
        return ((first, typed, None), (words_pattern((atom.joined,), prefix=atom.prefix), typed, None))
    if len(atom.words) == 1 and len(atom.words[0]) > 3:
        return ((first, typed, None), (parted_pattern(atom.words[0], prefix=atom.prefix), typed, None))
    return ((first, typed, None),)


def _find_near(text: str, folded: Folded, near: Near) -> _Places:
    """The places where all parts stand within the distance of each other."""
    parts = [_find_atom(text, folded, atom, _no_dates) for atom in near.parts]
    if not all(part.spans for part in parts):
        return _Places([])
    placed = [sorted(part.spans) for part in parts]
    kept = [
        [
            one
            for one in part.spans
            if all(number == other or _has_near(text, one, spans, near.distance) for other, spans in enumerate(placed))
        ]
        for number, part in enumerate(parts)
    ]
    if not all(kept):
        return _Places([])
    foldings = frozenset[MatchedBy]().union(*(part.foldings for part in parts))
    return _Places([one for spans in kept for one in spans], foldings)


def _has_near(text: str, one: Span, others: list[Span], distance: int) -> bool:
    """Whether the one before or the one after stands near; what stands at the same place does not."""
    before, after = bisect_right(others, one[0], key=itemgetter(1)), bisect_left(others, one[1], key=itemgetter(0))
    beside = (*others[max(before - 1, 0) : before], *others[after : after + 1])
    return any(_is_near(text, one, other, distance) for other in beside)


def _is_near(text: str, one: Span, other: Span, distance: int) -> bool:
    """Whether no more words stand between two spans."""
    first, second = sorted((one, other))
    between = text[first[1] : second[0]]
    if len(between) > (distance + 1) * _LONGEST_WORD:
        return False
    found = _PLAIN_WORD.finditer(between) if has_usual_marks_alone(between) else iter(words(between))
    return next(islice(found, distance, None), None) is None


def _merge(spans: list[Span], text: str) -> tuple[Span, ...]:
    """The spans in order, those that overlap or stand side by side (a blank or a hyphen between) as one."""
    merged: list[Span] = []
    for start, end in sorted(set(spans)):
        if merged and (start < merged[-1][1] or _is_gap(text[merged[-1][1] : start])):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _is_gap(gap: str) -> bool:
    return len(gap) == 1 and (gap.isspace() or re.fullmatch(f"[{_HYPHENS}]", gap) is not None)


def are_adjacent(marks: tuple[Span, ...], text: str) -> bool:
    """Whether at least two words that were found stand side by side."""
    return any(_is_parted(text[start:end]) for start, end in marks)


def _is_parted(marked: str) -> bool:
    if _PARTED.search(marked) is not None:
        return True
    return is_japanese(marked) and japanese_pattern(_MIXED).search(marked) is not None


_PARTED = re.compile(r"[^\W_][\W_]+[^\W_]")
_MIXED = rf"[{JAPANESE}]{LETTER}|{LETTER}[{JAPANESE}]"


def _joins_hyphen(marks: tuple[Span, ...], text: str, typed: str) -> bool:
    """Whether a hyphen joins marked words in the text but not in what was typed."""
    for start, end in marks:
        joined = text[start:end]
        if _HYPHEN.search(joined) and joined.casefold() not in typed.casefold():
            return True
    return False


_HYPHEN = re.compile(f"[{_HYPHENS}]")
