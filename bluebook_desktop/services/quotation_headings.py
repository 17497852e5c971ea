"""Finds the headings that a quotation may be from: a title that somebody quotes is the text's own words, too.

There are far fewer of them than passages, and they are short: one question to the index proposes them.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from bluebook_desktop.domain.checking.concerns import COMMON
from bluebook_desktop.domain.folding import is_japanese, words
from bluebook_desktop.storage import phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.storage.library import Library
    from bluebook_desktop.storage.phrases import Proposed

#: No heading that is looked for by its pairs of words is longer.
_MOST_WORDS = 80
#: What has so many times the letters of the longest heading is in none: folding a ligature or a fraction adds some.
_LONGER = 2
#: So many words on end are asked for; the rest is compared.
_WINDOW = 6
#: So many pairs of words propose headings: most of a title's are there, though some of its words are altered.
_MOST_PAIRS = 8
#: How many headings are looked at, for the whole and for those alike, and how many are compared in the end.
_MOST_FOUND = 500
_MOST_ALIKE = 120
_MOST_COMPARED = 4
#: Steps that the index may take (`Library.rows_within`) for each question, and for finding each of its words.
_STEPS = 2_000
_BEGINNING = 210


class HeadingCandidates:
    """Proposes headings of one library, of an edition or section of it where a scope is given."""

    def __init__(self, library: Library, scope: str = "") -> None:
        self._library = library
        self._scope = scope
        #: Whether not every heading was looked at, as that would have taken too long.
        self.is_cut_short = False

    def begin(self) -> None:
        """Start on another quotation."""
        self.is_cut_short = False

    def whole(self, text: str) -> list[Proposed]:
        """The headings that may hold the words of a text in a row."""
        if is_japanese(text):
            return self._japanese
        wanted = [word.folded for word in words(text)]
        if not 0 < len("".join(wanted)) <= _LONGER * self._longest:
            return []
        # Those that are long tell more than *of the*.
        starts = range(max(len(wanted) - _WINDOW + 1, 1))
        window = max((wanted[start : start + _WINDOW] for start in starts), key=lambda some: len("".join(some)))
        return self._holding([window], _MOST_FOUND)

    def alike(self, text: str) -> list[Proposed]:
        """The headings most like a text, best first."""
        if is_japanese(text):
            return self._japanese
        wanted = [word.folded for word in words(text)]
        pairs = list({one: None for one in pairwise(wanted) if not COMMON.issuperset(one)})
        if not pairs or len(wanted) > _MOST_WORDS:
            return []
        pairs.sort(key=lambda pair: -len("".join(pair)))  # long words are rare, mostly
        found = self._holding(pairs[:_MOST_PAIRS], _MOST_ALIKE)
        alike = [LCSseq.similarity(wanted, [word.folded for word in words(one.text)]) for one in found]
        ranked = sorted(range(len(found)), key=lambda place: (-alike[place], place))
        return [found[place] for place in ranked[:_MOST_COMPARED]]

    def _holding(self, wanted: Sequence[Sequence[str]], limit: int) -> list[Proposed]:
        steps = _STEPS + _BEGINNING * sum(map(len, wanted))
        found, is_all = phrases.headings_with_any(self._library, wanted, limit, self._scope, steps)
        self.is_cut_short |= not is_all
        return found

    @cached_property
    def _longest(self) -> int:
        return phrases.longest_heading(self._library)

    @cached_property
    def _japanese(self) -> list[Proposed]:
        return list(phrases.japanese_headings(self._library, self._scope))
