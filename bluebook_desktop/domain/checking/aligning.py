"""Lays the end of a quotation over the text that goes on from a place where both are the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence

#: What a word costs that only one of the two has: little, but the nearest of several equal phrases wins by it.
_SKIPPED = 0.02
_REPLACED = 0.03
#: What one counts more that is preferred, where either of two may be paired.
_PREFERRED = 0.1
#: Longer ends are laid by their first words alone.
_LONGEST = 120


def beside(
    given: Sequence[str], text: Sequence[str], preferred: Collection[str] = frozenset()
) -> list[tuple[int, int]]:
    """Pairs of positions at which the two are equal, in order: as many as can be, the nearest to the beginning."""
    given, text = given[:_LONGEST], text[:_LONGEST]
    worth = [1 + _PREFERRED if word in preferred else 1 for word in given]
    table = _scores(given, text, worth)
    pairs = []
    here, there = 0, 0
    while here < len(given) and there < len(text):
        best = table[here][there]
        if given[here] == text[there] and best == worth[here] + table[here + 1][there + 1]:
            pairs.append((here, there))
            here, there = here + 1, there + 1
        elif best == table[here + 1][there + 1] - _REPLACED:
            here, there = here + 1, there + 1
        elif best == table[here + 1][there] - _SKIPPED:
            here += 1
        else:
            there += 1
    return pairs


def _scores(given: Sequence[str], text: Sequence[str], worth: Sequence[float]) -> list[list[float]]:
    """The score of the best way to lay what follows from each pair of positions; what is left over is free."""
    table = [[0.0] * (len(text) + 1) for _ in range(len(given) + 1)]
    for here in range(len(given) - 1, -1, -1):
        row, below, word, more = table[here], table[here + 1], given[here], worth[here]
        for there in range(len(text) - 1, -1, -1):
            score = max(below[there] - _SKIPPED, row[there + 1] - _SKIPPED, below[there + 1] - _REPLACED)
            row[there] = max(score, more + below[there + 1]) if word == text[there] else score
    return table
