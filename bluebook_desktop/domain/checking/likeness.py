"""Whether a quotation is a stretch of the text, altered, or merely about the same thing.

It is altered where at least two thirds of its words stand in order, close together, and say enough: words such as *of*
and *the* stand in order in any long passage.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from bluebook_desktop.domain.checking.aligning import beside
from bluebook_desktop.domain.checking.concerns import COMMON
from bluebook_desktop.domain.checking.runs import Run, words_in

if TYPE_CHECKING:
    from bluebook_desktop.domain.checking.units import Units

#: Shorter quotations are counted, not compared.
FEWEST_WORDS = 4
#: Between so many words and so many others may have been left out once, however many and without a mark.
LONG_ENOUGH = 4
#: So many on end are no chance.
_ON_END = 5
#: So many of three words, or of four, must stand in order.
_LEAST, _OF = 2, 3
_SURE, _OF_SURE = 3, 4
#: So many stretches of a passage are looked at closely, those with most words and fewest others.
_MOST_STRETCHES = 6
_OTHER = 0.3


def is_same_but_for_some(runs: Sequence[Run], given: Units, text: Units, cuts: Collection[int] = ()) -> bool:
    """Whether runs of units are so much of a quotation, and so close together, that it is these words altered.

    The words that differ, those given and those of the text from the first to the last, must be no more than those that
    are the same; what the quoter says to have left out, at `cuts`, is not counted, nor the longest of what lies between
    four of the words and four. And at least half of its words that carry meaning must be among them, unless five stand
    on end, or three quarters in order with hardly another between.
    """
    total, words = len(given.words), words_in(runs, given)
    if total < FEWEST_WORDS or _OF * words < _LEAST * total:
        return False
    others = _others(runs, given, text, cuts)
    if total - words + others > words:
        return False
    if any(words_in([run], given) >= _ON_END for run in runs):
        return True
    if _OF_SURE * words >= _SURE * total and others <= total - words:
        return True
    telling = {i for i in given.words if given.keys[i] not in COMMON}
    there = {run.given + step for run in runs for step in range(run.size)}
    return bool(telling) and 2 * len(telling & there) >= len(telling)


def _others(runs: Sequence[Run], given: Units, text: Units, cuts: Collection[int]) -> int:
    """How many words of the text part the runs, but for those that may have been left out there."""
    others = longest = before = 0
    after = words_in(runs, given)
    for one, other in pairwise(runs):
        size = words_in([one], given)
        before, after = before + size, after - size
        if any(one.given + one.size <= cut <= other.given for cut in cuts):
            continue
        between = sum(unit.is_word for unit in text.all[one.text + one.size : other.text])
        others += between
        if min(before, after) >= LONG_ENOUGH:
            longest = max(longest, between)
    return others - longest


def close_stretches(given: Units, text: Units) -> Iterator[list[tuple[int, int]]]:
    """The stretches of a text that have two thirds of a quotation's words in order and few others, likeliest first.

    Each as the positions of the words that are the same, in the quotation and in the text. Every stretch is looked at:
    the longest run alone may lead elsewhere.
    """
    wanted, words = [given.keys[i] for i in given.words], [text.keys[i] for i in text.words]
    least = -(-_LEAST * len(wanted) // _OF)
    if len(wanted) < FEWEST_WORDS or LCSseq.similarity(wanted, words) < least:
        return
    found = sorted(_stretches(wanted, words, least), key=lambda one: (-one[0], one[1]))
    telling = frozenset(wanted) - COMMON
    for _, start, end in found[:_MOST_STRETCHES]:
        pairs = beside(wanted, words[start:end], telling)
        yield [(given.words[here], text.words[start + there]) for here, there in pairs]


def _stretches(wanted: Sequence[str], words: Sequence[str], least: int) -> Iterator[tuple[float, int, int]]:
    """Of every word the likeliest stretch that begins with it: how likely, from and to.

    One step for each word that follows: the bits of a number are the wanted words, and those that are out have been
    found in order (Hyyrö 2004).
    """
    places: dict[str, int] = {}
    for place, word in enumerate(wanted):
        places[word] = places.get(word, 0) | 1 << place
    full = (1 << len(wanted)) - 1
    marks = [places.get(word, 0) for word in words]
    for start, mark in enumerate(marks):
        if not mark:
            continue
        row, best = full, (0.0, 0, 0)
        for end in range(start, min(len(words), start + 2 * len(wanted))):
            if not marks[end]:
                continue
            same = row & marks[end]
            row = ((row + same) | (row - same)) & full
            in_order = len(wanted) - row.bit_count()
            others = end + 1 - start - in_order
            if in_order >= least and len(wanted) - in_order + others <= in_order:
                best = max(best, (in_order - _OTHER * others, start, end + 1))
        if best[2]:
            yield best
