"""Words of the index that stand for what it would take long to find: see docs/search.md.

The index steps through the rows of every word of a phrase. Where two common words stand side by side in few passages
it goes through nearly all; and a beginning that hundreds of words share is looked up as often. So each row of a large
library also has a word for every pair of common words in it, but for pairs that are common themselves and soon found,
and one for every such beginning. They find just what they stand for. Which these are is told from its first rows.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from bluebook_desktop.domain.folding import is_japanese
from bluebook_desktop.domain.querying.facets import HEAD, MARK
from bluebook_desktop.domain.querying.index_words import BREAK

#: How many letters such a beginning has: shorter ones have an index of their own, longer ones are of fewer words.
BEGINNING = 4
#: Fewer rows than these are gone through in no time.
FEWEST_ROWS = 5_000
#: Of more than so many not all are counted.
_LOOKED_AT = 8_000
#: A word is common in one of so many rows, and a beginning where so many of the words that were counted have it.
_COMMON, _MANY = 40, 60
#: So many words of pairs, and of beginnings, a row has on average: each takes some 7 bytes.
_PAIRS_A_ROW, _BEGINNINGS_A_ROW = 5.0, 5.0
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shortcuts:
    """Which beginnings have a word of their own, and pairs: of `common` words, but for those that are `left_out`."""

    common: frozenset[str] = frozenset()
    left_out: frozenset[tuple[str, str]] = frozenset()
    beginnings: frozenset[str] = frozenset()

    def of_pair(self, first: str, second: str) -> str:
        """The word of two words side by side, or nothing."""
        known = first in self.common and second in self.common and (first, second) not in self.left_out
        return f"{HEAD}g{first}{MARK}{second}" if known else ""

    def of_beginning(self, beginning: str) -> str:
        """The word of a beginning, or nothing."""
        return f"{HEAD}b{beginning}" if beginning in self.beginnings else ""

    def of_row(self, words: Sequence[str]) -> list[str]:
        """All that a row with these words has."""
        pairs = dict.fromkeys(_pairs(words, self.common))
        found = [self.of_pair(*pair) for pair in pairs if pair not in self.left_out]
        begun = self.beginnings.intersection([word[:BEGINNING] for word in words])
        return [*found, *map(self.of_beginning, sorted(begun))]

    def to_json(self) -> str:
        """The same, to be kept with the index."""
        pairs = sorted(map(" ".join, self.left_out))
        return json.dumps([sorted(self.common), pairs, sorted(self.beginnings)], ensure_ascii=False)


def from_json(kept: str) -> Shortcuts:
    """What `to_json` gave; none of nothing. Raises ValueError or TypeError for anything else."""
    if not kept:
        return Shortcuts()
    common, pairs, beginnings = json.loads(kept)
    parted = ((first, second) for first, second in map(str.split, pairs))
    return Shortcuts(frozenset(common), frozenset(parted), frozenset(beginnings))


def chosen(rows: Sequence[str]) -> Shortcuts:
    """What pays in a library whose first rows hold these words, parted by blanks."""
    if len(rows) < FEWEST_ROWS:
        return Shortcuts()
    rows = rows[:: max(len(rows) // _LOOKED_AT, 1)]
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(set(row.split()))
    common = {word for word, number in counts.items() if number >= len(rows) / _COMMON and _is_plain(word)}
    pairs: Counter[tuple[str, str]] = Counter()
    for row in rows:
        pairs.update(set(_pairs(row.split(), common)))

    def commonness(pair: tuple[str, str]) -> tuple[float, tuple[str, str]]:
        return pairs[pair] / min(counts[pair[0]], counts[pair[1]]), pair

    kept = _affordable(sorted(pairs, key=commonness), pairs, _PAIRS_A_ROW * len(rows))
    beginnings = _beginnings(rows, counts)
    return Shortcuts(frozenset(common), frozenset(pairs.keys() - kept), frozenset(beginnings))


def _beginnings(rows: Sequence[str], words: Iterable[str]) -> set[str]:
    """The beginnings that most words share."""
    sizes = Counter(word[:BEGINNING] for word in words if len(word) >= BEGINNING and _is_plain(word))
    many = {beginning for beginning, number in sizes.items() if number >= _MANY}
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update({word[:BEGINNING] for word in row.split()} & many)
    ordered = sorted(many, key=lambda one: (-sizes[one], one))
    return _affordable(ordered, counts, _BEGINNINGS_A_ROW * len(rows))


def _affordable(ordered: Iterable[T], counts: Mapping[T, int], room: float) -> set[T]:
    """The first of these that are not more than there is room for, each counted as often as it occurs."""
    kept = set()
    for one in ordered:
        room -= counts[one]
        if room < 0:
            break
        kept.add(one)
    return kept


def _is_plain(word: str) -> bool:
    return word[0] not in (MARK, BREAK) and not is_japanese(word)


def _pairs(words: Sequence[str], common: frozenset[str] | set[str]) -> list[tuple[str, str]]:
    """The common words that stand side by side."""
    return [(first, second) for first, second in pairwise(words) if first in common and second in common]
