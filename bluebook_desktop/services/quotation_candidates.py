"""Finds the few passages that a quotation is held against, from its phrases and its rare words.

What a phrase costs to look for is told by its rarest word: the index steps through the passages of that one. So the
cheapest phrases are asked for, as far as a budget goes, and vote for the passages that hold them, as rare words do;
the passages with most of the quotation's words in order are compared. A budget that ends is told (`is_cut_short`).
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from bluebook_desktop.domain.checking.units import PLAIN
from bluebook_desktop.domain.folding import Word, is_japanese, words
from bluebook_desktop.services.quotation_terms import index_terms, single_words
from bluebook_desktop.storage import phrases

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from bluebook_desktop.storage.library import Library
    from bluebook_desktop.storage.phrases import Proposed

#: How many passages are looked at for the whole quotation as it stands.
MOST_WHOLE = 500
#: How many passages one phrase may propose; of one that has more only the first are known, whose votes count apart.
_MOST_OF_PHRASE = 200
#: How many passages are looked at for the words they have in order, those with equal votes included.
_MOST_LOOKED_AT = 40
_MOST_TIED = 150
_MOST_OF_COMMON = 60
#: How many are compared in the end; none with less than this share of the best one's words in order.
_MOST_COMPARED = 6
_LEAST_LIKE = 0.6
#: Of those with this share it is counted how many words stand side by side.
_LEAST_COUNTED = 0.85
#: Where all passages are looked at those with this share of the words are compared: two thirds are asked for, but here
#: words are told apart more roughly.
_LEAST_OF_ALL = 0.6
#: Up to so many words the phrases have two words.
_SHORT = 14
_MOST_PHRASES = 16
#: So many phrases that some passages hold are enough; words need not vote beside some of them.
_ENOUGH, _SOME = 6, 4
#: Where there are not, the rarest words are asked for together, more and more of them: so many that no more than this
#: share of the passages of the commonest hold, and stand at most so much farther apart than the quotation is long.
_IN_CHAIN, _SHARE_IN_CHAIN, _APART = 14, 0.5, 5
_CHAINS, _ENOUGH_FEW = 4, 2
_FOR_CHAINS, _ASKING_NEAR = 1_800, 40
#: A rare word may propose so many passages, and all of them together.
_MOST_OF_WORD = 800
_WORD_STEPS = 4_000
_RARE_WORDS = 8
#: A whole quotation is looked for by so many words on end, those with the rarest among them; then by more. An index of
#: words does not take longer phrases kindly.
_WINDOWS = (4, 12, 30, 60)
#: Where that is dear, in passages stepped through, so many of the rarest words are asked for first, wherever they
#: stand, if not more passages than these hold them.
_DEAR, _OF_RAREST, _MOST_WITH_RAREST = 50_000, 4, 120
#: What looking for a phrase will cost, about: for every word of it either its passages are gone through, or sought out
#: from those of the rarest.
_A_STEP, _A_SEEK = 1, 30
#: What it did cost is counted in steps of the library (`Library.rows_within`; 100 go through some 100,000 passages of
#: a word). To find where the passages of a word begin takes some, but quick ones: they do not count. Asking costs some.
_BEGINNING = 20
_ASKING, _ASKING_A_WORD = 20, 8
#: So many may be spent on the votes of phrases, on one of them, on what is left of an altered one, and on
#: each way to find parts of a quotation.
_FOR_VOTES = 1_000
_FOR_ONE = 600
#: To seek out the passages of a rare word takes many steps that are quick.
_FOR_RARE = 2_000
_FOR_PARTS = 4_000
_FOR_RUNS = 14_000
#: What is put together from many places is soon found out, unless the budget ends before. Longer texts are no usual
#: quotations, and not worth it.
_FOR_SPLICE, _QUOTED = 20_000, 120
#: Up to so many passages are few, for which the budgets are so many times as large.
_FEW, _IN_FEW = 2_000, 20
#: Runs are ruled out by so many of their words at least, the rarest among them.
_LEAST_SHARED = 3
_WITHOUT_END = 1 << 60
#: What every byte of a text is in a quick look at its words: a small letter, a digit or a blank.
_BLANKED = bytes(ord(chr(code).lower()) if code < 0x80 and chr(code).isalnum() else ord(" ") for code in range(256))


class Candidates:
    """Proposes passages of one library, of an edition or section of it where a scope is given."""

    def __init__(self, library: Library, scope: str = "") -> None:
        self._library = library
        self._scope = scope
        #: In few passages everything is looked for: each question takes steps of its own that tell of no great work.
        self._is_small = library.passage_count(scope) <= _FEW
        self._patience = _IN_FEW if self._is_small else 1
        self._left = _FOR_PARTS * self._patience
        self._frequencies: dict[str, int] = {}
        self._asked: dict[tuple[str, ...], bool] = {}
        self._nowhere: set[tuple[str, ...]] = set()
        #: Whether something was not looked for, as that would have taken too long.
        self.is_cut_short = False

    def begin(self) -> None:
        """Start on another quotation."""
        self._left = _FOR_PARTS * self._patience
        self.is_cut_short = False
        self._frequencies.clear()
        self._asked.clear()
        self._nowhere.clear()

    def refill(self, words: int = 0) -> None:
        """Start on another way to find parts of the quotation of so many words, with a budget of its own."""
        self._left = (_FOR_RUNS + (_FOR_SPLICE if 0 < words <= _QUOTED else 0)) * self._patience

    def whole(self, text: str, *, everywhere: bool = False) -> list[Proposed]:
        """The passages that may hold the words of a text in a row, up to MOST_WHOLE and one more.

        `everywhere` leaves none out, whatever it costs; else the budget may end, and plain texts that do not hold
        them are left out.
        """
        parted = words(text)
        wanted = index_terms(parted)
        if parted and not wanted:  # single Japanese characters
            alone = [word.folded for word in parted]
            return self._at(phrases.rows_with_characters(self._library, alone, MOST_WHOLE + 1, self._scope))
        if not wanted or not self._passages(wanted):
            return []
        loosely = self._rows_of_rarest(wanted) if everywhere and not is_japanese(text) else None
        rows: list[int] = loosely or []
        if loosely is not None and not loosely:
            self._nowhere.add(tuple(wanted))
        for size in _WINDOWS if loosely is None else ():
            # What the rarest few of the words do not prove is compared afterwards, as all are.
            windows = [self._rarest_window(wanted, size)]
            if is_japanese(text):  # a blank in the text parts what stands together in the quotation, and one of these
                windows.append(self._rarest_window(_beside(wanted, windows[0]), size))
            rows = list(
                dict.fromkeys(row for window in windows for row in self._rows_of(window, everywhere=everywhere))
            )
            if len(rows) <= MOST_WHOLE or len(wanted) <= size:
                break
        found = self._at(rows)
        return found if everywhere else [one for one in found if _may_hold(one.text, wanted)]

    def _rows_of_rarest(self, wanted: list[str]) -> list[int] | None:
        """All passages with the rarest of some words, wherever these stand; None where they are not few.

        For a phrase that steps through the passages of common words only: this takes a fraction of that.
        """
        if self._cost(self._rarest_window(wanted, _WINDOWS[0])) < _DEAR:
            return None
        rarest = sorted(set(wanted), key=lambda word: self._frequencies[word])[:_OF_RAREST]
        rows, _ = self._phrases([[word] for word in rarest], _MOST_WITH_RAREST + 1, _WITHOUT_END)
        return rows if len(rows) <= _MOST_WITH_RAREST else None

    def _rows_of(self, window: list[str], *, everywhere: bool) -> list[int]:
        if everywhere:
            rows = self._phrase(window, MOST_WHOLE + 1)[0] if window else []
            if not rows:
                self._nowhere.add(tuple(window))
            return rows
        return self._within_budget(window, MOST_WHOLE + 1) if window else []

    def alike(self, text: str) -> list[Proposed]:
        """The passages most like a text, best first."""
        wanted = index_terms(words(text))
        votes, common, hits = self._vote_of_phrases(wanted)
        likely = _best(votes)
        for row, vote in (self._vote_of_words(wanted) if hits < _SOME else votes).items():
            votes[row] += vote
        looked_at = dict.fromkeys([*_best(votes), *likely, *_best(common)[:_MOST_OF_COMMON]])
        found = self._at(list(looked_at))
        if is_japanese(text):  # single characters beside digits are no pairs
            alike = _alike(_characters(text), [_characters(one.text) for one in found])
        else:
            alike = _alike([word.encode() for word in wanted], [_quick_words(one.text) for one in found])
        least = _LEAST_LIKE * max(alike, default=0)
        ranked = sorted(zip(alike, range(len(found)), strict=True), key=lambda pair: (-pair[0], pair[1]))
        return [found[place] for like, place in ranked[:_MOST_COMPARED] if like >= least]

    def all_like(self, text: str) -> list[Proposed]:
        """Of few passages all that have most words of a text in order; none of many, where that takes too long."""
        if not self._is_small:
            return []
        looked_at = str if is_japanese(text) else _quick_words
        wanted: Sequence[Hashable] = looked_at(text)
        least = int(_LEAST_OF_ALL * len(wanted))
        found = []
        for one in phrases.passages_of(self._library, self._scope):
            there = looked_at(one.text)
            if len(there) >= least and LCSseq.similarity(wanted, there) >= least:
                found.append(one)
        return found

    def has_phrase(self, parted: Sequence[Word]) -> bool:
        """Whether any passage holds these words in a row; no, too, where the budget ends."""
        wanted = tuple(index_terms(parted[: _WINDOWS[-1]]))
        if not wanted:
            return False
        if wanted not in self._asked:
            may_be = self._passages(wanted) and not any(_holds(wanted, known) for known in self._nowhere)
            self._asked[wanted] = bool(may_be and self._within_budget(wanted, 1))
        return self._asked[wanted]

    def starts_of_runs(self, parted: list[Word], size: int) -> Iterator[int]:
        """Where so many words on end begin that some passage holds."""
        if any(is_japanese(word.folded) for word in parted):
            yield from (at for at in range(len(parted) - size + 1) if self.has_phrase(parted[at : at + size]))
            return
        self._passages([word.folded for word in parted])
        first = 0
        while first + size <= len(parted):
            run = parted[first : first + size]
            rarest = min(range(size), key=lambda place: self._frequencies[run[place].folded])
            # The next runs share their last words with this one: where those are nowhere, neither are these.
            shared = min(rarest, size - _LEAST_SHARED)
            if not self.has_phrase(run[shared:]):
                first += shared + 1
                continue
            if not shared or self.has_phrase(run):
                yield first
            first += 1

    def _passages(self, wanted: Sequence[str]) -> int:
        """How many passages hold the rarest of some words."""
        if not wanted:
            return 0
        unknown = [word for word in wanted if word not in self._frequencies]
        if unknown:
            self._frequencies.update(phrases.frequencies(self._library, unknown))
        return min(self._frequencies[word] for word in wanted)

    def _cost(self, wanted: Sequence[str]) -> int:
        """What it will cost to look for a phrase, to compare."""
        rarest = self._passages(wanted)
        return sum(min(_A_STEP * self._frequencies[word], _A_SEEK * rarest) for word in wanted)

    def _within_budget(self, wanted: Sequence[str], limit: int) -> list[int]:
        """The rows with a phrase, as far as what is left of the budget goes; if that is not far enough, it is noted."""
        if self._left <= 0:
            self.is_cut_short = True
            return []
        rows, steps = self._phrase(wanted, limit, self._left)
        self.is_cut_short |= steps > self._left and len(rows) < limit
        self._left -= steps + self._asking(wanted)
        return rows

    def _phrase(self, wanted: Sequence[str], limit: int, steps: int = _WITHOUT_END) -> tuple[list[int], int]:
        """The first rows with a phrase, and what that cost; more than `steps` where it was cut short."""
        return self._phrases((wanted,), limit, steps)

    def _phrases(self, wanted: Sequence[Sequence[str]], limit: int, steps: int) -> tuple[list[int], int]:
        """The first rows with all of these phrases, and what that cost."""
        free = _BEGINNING * sum(map(len, wanted))
        rows, taken = phrases.rows_with_phrases(self._library, wanted, limit, self._scope, steps + free)
        return rows, max(taken - free, 0)

    @staticmethod
    def _asking(wanted: Sequence[str]) -> int:
        """What it costs to ask at all."""
        return _ASKING + _ASKING_A_WORD * len(wanted)

    def _at(self, rows: Sequence[int]) -> list[Proposed]:
        return phrases.passages_at(self._library, rows)

    def _rarest_window(self, wanted: list[str], size: int) -> list[str]:
        """The few words on end that are looked for quickest."""
        starts = range(max(len(wanted) - size + 1, 1))
        if not wanted:
            return []
        self._passages(wanted)
        # Of windows with the same rarest word the one with most rare words has fewest passages.
        counts = [self._frequencies[word] for word in wanted]
        best = min(starts, key=lambda start: sorted(counts[start : start + size]))
        return wanted[best : best + size]

    def _vote_of_phrases(self, wanted: list[str]) -> tuple[Counter[int], Counter[int], int]:
        """Rows by how many phrases they hold, the rarer weighing the more; and so by phrases that very many hold.

        And how many phrases the former are.
        """
        votes: Counter[int] = Counter()
        common: Counter[int] = Counter()
        size = 2 if len(wanted) <= _SHORT else 3
        windows = {tuple(wanted[start : start + size]) for start in range(max(len(wanted) - size + 1, 1))}
        costs = sorted((self._cost(window), window) for window in windows if self._passages(window))
        left, hits = _FOR_VOTES, 0
        for _, window in costs[:_MOST_PHRASES]:
            if hits == _ENOUGH or left <= 0:
                break
            may = _FOR_RARE if self._passages(window) <= _MOST_OF_WORD else _FOR_ONE
            rows, steps = self._phrase(window, _MOST_OF_PHRASE, may)
            if not rows and steps <= may:
                self._nowhere.add(window)
            # Of these only the first are known: they must not outvote the others.
            is_common = len(rows) == _MOST_OF_PHRASE or steps > may
            _count(common if is_common else votes, rows)
            hits += bool(rows) and not is_common
            left -= steps + self._asking(window)
        if hits < _SOME:
            self._vote_of_chains(votes, wanted)
        return votes, common, hits

    def _vote_of_chains(self, votes: Counter[int], wanted: list[str]) -> None:
        """Add votes of words that are common apart but rare together.

        The rarest are often those that were changed: so chains begin with the second and the third of them as well.
        """
        self._passages(wanted)
        most = _SHARE_IN_CHAIN * max((self._frequencies[word] for word in wanted), default=0)
        known = [word for word in dict.fromkeys(wanted) if 0 < self._frequencies[word] <= most]
        rarest = sorted(known, key=lambda word: self._frequencies[word])[:_IN_CHAIN]
        asked: dict[frozenset[str], list[int]] = {}
        left = _FOR_CHAINS
        for first in range(_CHAINS):
            left = self._vote_of_chain(votes, rarest[first:], len(wanted) + _APART, asked, left)

    def _vote_of_chain(
        self, votes: Counter[int], rest: list[str], near: int, asked: dict[frozenset[str], list[int]], left: int
    ) -> int:
        """Ask for the rarest word with more and more others near it, until few passages hold them all.

        A word that few passages hold beside them, or none, may be one that was changed: these passages vote, but it is
        left out of the chain, some times. What is left of the budget is returned.
        """
        chain, rest, step = rest[:1], rest[1:], 1
        last: list[int] = []
        few = 0
        while rest and left > 0 and few < _ENOUGH_FEW:
            longer = [*chain, *rest[:step]]
            key = frozenset(longer)
            if is_new := key not in asked:
                asked[key], steps = phrases.rows_with_words_near(
                    self._library, longer, near, _MOST_OF_PHRASE, scope=self._scope, steps=_FOR_CHAINS
                )
                left -= steps + _ASKING_NEAR
            rows = asked[key]
            if len(rows) == _MOST_OF_PHRASE:
                chain, rest, step, last = longer, rest[step:], 2 * step, rows
                continue
            if rows and is_new:
                _count(votes, rows)
            few += bool(rows)
            rest, step = rest if step > 1 else rest[1:], 1
        if not few:
            _count(votes, last)
        return left

    def _vote_of_words(self, wanted: list[str]) -> Counter[int]:
        votes: Counter[int] = Counter()
        left = _WORD_STEPS
        for word in self._rarest(wanted):
            if self._frequencies[word] > left:
                break
            rows, _ = self._phrase([word], _MOST_OF_WORD)
            _count(votes, rows)
            left -= len(rows)
        return votes

    def _rarest(self, wanted: list[str]) -> list[str]:
        """The rarest words that occur at all and not everywhere, rarest first."""
        self._passages(wanted)
        some = sorted((count, word) for word in set(wanted) if 0 < (count := self._frequencies[word]) <= _MOST_OF_WORD)
        return [word for _, word in some[:_RARE_WORDS]]


def _characters(text: str) -> list[str]:
    return [word.folded for word in single_words(text)]


def _beside(wanted: list[str], window: list[str]) -> list[str]:
    """The longer part of some words beside a window of them."""
    at = next(at for at in range(len(wanted)) if wanted[at : at + len(window)] == window)
    return max(wanted[:at], wanted[at + len(window) :], key=len)


def _holds(wanted: tuple[str, ...], some: tuple[str, ...]) -> bool:
    """Whether words hold others in a row."""
    return any(wanted[at : at + len(some)] == some for at in range(len(wanted) - len(some) + 1))


def _count(votes: Counter[int], rows: list[int]) -> None:
    """A vote for each of the rows."""
    weight = 1 / math.log2(2 + len(rows))
    known = votes.get
    for row in rows:
        votes[row] = known(row, 0) + weight  # type: ignore[assignment]


def _best(votes: Counter[int]) -> list[int]:
    """The rows with most votes; of several with the same votes none is better than the others."""
    counts = sorted(votes.values(), reverse=True)
    least = counts[_MOST_LOOKED_AT] if len(counts) > _MOST_LOOKED_AT else 0
    best = [(-vote, row) for row, vote in votes.items() if vote >= least]
    return [row for _, row in sorted(best)[:_MOST_TIED]]


def _alike(wanted: Sequence[Hashable], texts: Sequence[Sequence[Hashable]]) -> list[int]:
    """How many words each text has in order; of the best also how many side by side, as a long text has many anyway."""
    touching = set(pairwise(wanted))
    alike = [LCSseq.similarity(wanted, text) for text in texts]
    least = _LEAST_COUNTED * max(alike, default=0)
    return [
        like + (len(touching.intersection(pairwise(text))) if like >= least else 0)
        for like, text in zip(alike, texts, strict=True)
    ]


def _quick_words(text: str) -> list[bytes]:
    """The words of a text for a quick look; those of the index where it is plain."""
    return text.encode("utf-8", "replace").translate(_BLANKED).split()


def _may_hold(text: str, wanted: list[str]) -> bool:
    """Whether a text can hold these words in a row: not where it is plain and does not. Quicker than to part it."""
    if not PLAIN.fullmatch(text):
        return True
    return f" {' '.join(wanted)} ".encode() in b" %b " % b" ".join(_quick_words(text))
