"""What takes the index long replaced by what finds all of that sooner, and more; the characters decide.

FTS5 steps through the rows of each word of a phrase: with *the* and *of* among them that takes 5 to 30 ms at a million
passages, though three of the words are in a few hundred. So the rarer words are asked for alone, with the words that
stand for pairs of common ones. And it has no *or* within NEAR, so that what stands near a beginning is asked for
anywhere in the passage.
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
    from collections.abc import Mapping

    from bluebook_desktop.domain.querying.shortcuts import Shortcuts
    from bluebook_desktop.storage.expressions import Plan
    from bluebook_desktop.storage.library import Library

#: A phrase that steps through so many rows (some 2 ms) is dear.
_DEAR = 100_000
#: Between two rows of the rarest word no more rows of another are stepped through: an index tells what lies farther.
_MOST_PASSED = 500
#: So many times as common as the rarest word are those that are left out.
_COMMON = 20
_TWO = 2


def loosened(library: Library, plan: Plan) -> Plan | None:
    """A plan that finds all that `plan` does, and perhaps more, much sooner; None where nothing in it is dear."""
    phrases = [one for one in plan.query.clauses if isinstance(one, Phrase) and _may_be_loosened(one, library)]
    asked = [word for phrase in phrases for word in (*phrase.words, *_pairs(phrase, library.shortcuts))]
    known = frequencies(library, asked) if phrases else {}
    clauses: list[Clause] = []
    for clause in plan.query.clauses:
        if isinstance(clause, Phrase) and clause in phrases:
            clauses += _runs(clause, known, library.shortcuts)
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


def _runs(phrase: Phrase, known: Mapping[str, int], shortcuts: Shortcuts) -> list[Phrase]:
    """What a dear phrase is sooner found by: pairs of its words, and those of its words that are not too common.

    Words that stand side by side in it do so in what is left.
    """
    rarest = min(known[word] for word in phrase.words)
    if sum(min(known[word], rarest * _MOST_PASSED) for word in phrase.words) < _DEAR:
        return [phrase]
    pairs = _pairs(phrase, shortcuts)
    most = min([rarest, *(known[pair] for pair in pairs if pair)]) * _COMMON
    kept = [bool(pair) and known[pair] <= most for pair in pairs]
    runs: list[list[str]] = [[]]
    for place, word in enumerate(phrase.words):
        if known[word] <= most and not any(kept[max(place - 1, 0) : place + 1]):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    found = [tuple(run) for run in runs if run] + [
        (pair,) for pair, is_kept in zip(pairs, kept, strict=True) if is_kept
    ]
    return [phrase] if found == [phrase.words] else [Phrase(run, " ".join(run)) for run in dict.fromkeys(found)]
