"""Finds the few passages that a quotation is held against, from its phrases and its rare words.

The index is asked for phrases of three words (two for a short quotation); the passages that hold most of the rarest
are looked at. Where phrases lead nowhere the quotation's rare words vote.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from bluebook_desktop.domain.folding import Word, is_japanese, words
from bluebook_desktop.domain.querying.index_words import pairs
from bluebook_desktop.storage import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bluebook_desktop.storage.library import Library
    from bluebook_desktop.storage.phrases import Proposed

#: How many passages are looked at for the whole quotation as it stands.
MOST_WHOLE = 500
#: How many passages one phrase may propose, and how many are compared in the end.
_MOST_OF_PHRASE = 60
_MOST_COMPARED = 24
#: Up to so many words the phrases have two words.
_SHORT = 14
#: A rare word may propose so many passages, and all of them together.
_MOST_OF_WORD = 4_000
_BUDGET = 8_000
_RARE_WORDS = 8
#: An index of words does not take longer phrases kindly.
_LONGEST_PHRASE = 60


class Candidates:
    """Proposes passages of one library, of an edition or section of it where a scope is given."""

    def __init__(self, library: Library, scope: str = "") -> None:
        self._library = library
        self._scope = scope

    def whole(self, text: str) -> list[Proposed]:
        """The passages that hold the words of a text in a row, up to MOST_WHOLE and one more."""
        found = [word.folded for word in words(text)]
        if not found:
            return []
        # The words of a long phrase that its beginning does not prove are compared afterwards, as all are.
        return self._at(self._phrase(found[:_LONGEST_PHRASE], MOST_WHOLE + 1))

    def alike(self, text: str) -> list[Proposed]:
        """The passages most like a text, best first."""
        parted = _tokens(text)
        votes = self._vote_of_phrases(parted)
        likely = self._best(votes)
        rare = self._vote_of_words(parted)
        for row, vote in rare.items():
            votes[row] += vote
        return self._at(list(dict.fromkeys([*likely, *self._best(votes)])))

    def has_phrase(self, parted: Sequence[Word]) -> bool:
        """Whether any passage holds these words in a row."""
        return bool(self._phrase([word.folded for word in parted[:_LONGEST_PHRASE]], 1))

    def _phrase(self, wanted: Sequence[str], limit: int) -> list[int]:
        return phrases.rows_with_phrase(self._library, wanted, limit, self._scope)

    def _at(self, rows: Sequence[int]) -> list[Proposed]:
        return phrases.passages_at(self._library, rows)

    def _vote_of_phrases(self, parted: list[Word]) -> Counter[int]:
        """Rows by how many phrases they hold, each weighing the more the rarer it is."""
        votes: Counter[int] = Counter()
        size = 2 if len(parted) <= _SHORT else 3
        step = 1 if len(parted) <= _SHORT else 2
        for start in range(0, max(len(parted) - size + 1, 1), step):
            rows = self._phrase([word.folded for word in parted[start : start + size]], _MOST_OF_PHRASE)
            for row in rows:
                votes[row] += 1 / math.log2(2 + len(rows))  # type: ignore[assignment]
        return votes

    def _vote_of_words(self, parted: list[Word]) -> Counter[int]:
        votes: Counter[int] = Counter()
        known = phrases.frequencies(self._library, [word.folded for word in parted])
        left = _BUDGET
        for word in _rarest(known.items()):
            rows = self._phrase([word], min(_MOST_OF_WORD, left))
            for row in rows:
                votes[row] += 1 / math.log2(2 + len(rows))  # type: ignore[assignment]
            left -= len(rows)
            if left <= 0:
                break
        return votes

    @staticmethod
    def _best(votes: Counter[int]) -> list[int]:
        ranked = sorted(votes.items(), key=lambda one: (-one[1], one[0]))
        return [row for row, _ in ranked[:_MOST_COMPARED]]


def _tokens(text: str) -> list[Word]:
    """The words of a text as phrases are made of them: of Japanese the pairs of characters that the index holds."""
    found: list[Word] = []
    for word in words(text):
        if is_japanese(word.folded):
            found += [Word(pair, word.start, word.end) for pair in pairs(word.folded)]
        else:
            found.append(word)
    return found


def _rarest(known: Iterable[tuple[str, int]]) -> list[str]:
    """The rarest words that occur at all and not everywhere, rarest first."""
    some = sorted((count, word) for word, count in known if 0 < count <= _MOST_OF_WORD)
    return [word for _, word in some[:_RARE_WORDS]]
