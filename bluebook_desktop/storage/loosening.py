"""What takes the index long replaced by what finds all of that sooner, and more; the characters decide.

FTS5 steps through the rows of each word of a phrase: with *the* and *of* among them that takes 5 to 30 ms at a million
passages, though three of the words are in a few hundred. So the rarer words are asked for alone, as near to each other
as they stand in it, with the words that stand for pairs of common ones. And it has no *or* within NEAR, so that what
stands near a beginning is asked for anywhere in the passage.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from bluebook_desktop.domain.folding import is_japanese
from bluebook_desktop.domain.querying import Clause, Near, Phrase, Words
from bluebook_desktop.storage.beginnings import MOST_NEAR, is_long_beginning, words_of_beginning
from bluebook_desktop.storage.phrases import frequencies

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bluebook_desktop.domain.querying.shortcuts import Shortcuts
    from bluebook_desktop.storage.expressions import Plan
    from bluebook_desktop.storage.library import Library

#: A phrase that steps through so many rows (some 2 ms) is dear; what it is replaced by goes through so many at most.
_DEAR = _MOST_STEPS = 100_000
#: Between two rows of the rarest word no more rows of another are stepped through: an index tells what lies farther.
_MOST_PASSED = 500
_TWO = 2


def loosened(library: Library, plan: Plan) -> Plan | None:
    """A plan that finds all that `plan` does, and perhaps more, much sooner; None where nothing in it is dear."""
    phrases = [one for one in plan.query.clauses if isinstance(one, Phrase) and _may_be_loosened(one, library)]
    asked = [word for phrase in phrases for word in (*phrase.words, *_pairs(phrase, library.shortcuts))]
    known = frequencies(library, asked) if phrases else {}
    clauses: list[Clause] = []
    for clause in plan.query.clauses:
        if isinstance(clause, Phrase) and clause in phrases:
            clauses += _sooner(clause, known, library.shortcuts)
        elif isinstance(clause, Near) and _is_near_many(library, clause.parts[-1]):
            clauses += clause.parts
        else:
            clauses.append(clause)
    changed = tuple(clauses) != plan.query.clauses
    return replace(plan, query=replace(plan.query, clauses=tuple(clauses))) if changed else None


def _is_near_many(library: Library, last: Words | Phrase) -> bool:
    """Whether many words begin as the last one does."""
    return isinstance(last, Words) and not words_of_beginning(library, last, MOST_NEAR) and is_long_beginning(last)


def _pairs(phrase: Phrase, shortcuts: Shortcuts) -> list[str]:
    """For each two words side by side the word of the index that stands for them, or nothing."""
    return [shortcuts.of_pair(*two) for two in pairwise(phrase.words)]


def _may_be_loosened(phrase: Phrase, library: Library) -> bool:
    words = phrase.words
    # Two common words are soon found: by the word that stands for them, or since they often stand so.
    soon = len(words) == _TWO and library.shortcuts.common.issuperset(words)
    return len(words) > 1 and not soon and not any(map(is_japanese, words))


def _sooner(phrase: Phrase, known: Mapping[str, int], shortcuts: Shortcuts) -> list[Clause]:
    """What a dear phrase is sooner found by: its pairs and its words, the rarest first, while they are not dear.

    Words that a pair stands for come last. Those that stand side by side in it do so in what is left, and the others as
    near as they do.
    """
    rarest = min(known[word] for word in phrase.words)
    if _steps(phrase.words, known, rarest) < _DEAR:
        return [phrase]
    pairs = _pairs(phrase, shortcuts)
    missing = next((pair for pair in pairs if pair and not known[pair]), None)
    if missing is not None:
        return [Phrase((missing,), missing)]  # what never stands so is nowhere
    rarest = min([rarest, *(known[pair] for pair in pairs if pair)])
    in_pairs = {word for pair, two in zip(pairs, pairwise(phrase.words), strict=True) if pair for word in two}
    kept: list[str] = []
    for word in sorted({*phrase.words, *filter(None, pairs)}, key=lambda one: (one in in_pairs, known[one], one)):
        if not kept or _steps([*kept, word], known, rarest) <= _MOST_STEPS:
            kept.append(word)
    if set(phrase.words) <= set(kept):
        return [phrase]
    found: list[Clause] = [Phrase((pair,), pair) for pair in dict.fromkeys(pairs) if pair in kept]
    return [*found, *_near_as_they_stand(phrase, set(kept))]


def _steps(words: Sequence[str], known: Mapping[str, int], rarest: int) -> int:
    """How many rows are gone through for all of these words."""
    return sum(min(known[word], rarest * _MOST_PASSED) for word in words)


def _near_as_they_stand(phrase: Phrase, kept: set[str]) -> list[Clause]:
    """Those words of a phrase that are kept, with no more between than there is in it."""
    runs: list[tuple[int, list[str]]] = []
    for place, word in enumerate(phrase.words):
        if word not in kept:
            continue
        if runs and runs[-1][0] + len(runs[-1][1]) == place:
            runs[-1][1].append(word)
        else:
            runs.append((place, [word]))
    parts = [Phrase(tuple(words), " ".join(words)) for _, words in runs]
    if len(parts) <= 1:
        return [*parts]
    between = runs[-1][0] - runs[0][0] - len(runs[0][1])
    return [Near(tuple(parts), between)]
