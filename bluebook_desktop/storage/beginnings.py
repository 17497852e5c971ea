"""Beginnings of words in what the index is asked, replaced by the words that begin so, and two words by their pair.

FTS5 gathers all rows of a beginning before it gives the first, unless it keeps an index of beginnings of that length:
60 ms for a usual one among a million passages. A word that is asked for by itself costs 3 µs before its first row, and
15 µs where it must stand near another, whose rows are gone through for each word anew. Where hundreds begin so, and
for two common words side by side, a large library's index has a word of their own (`domain/querying/shortcuts.py`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bluebook_desktop.domain.querying import Clause, Either, Near, Phrase, Words
from bluebook_desktop.storage.schema import LONGEST_PREFIX

if TYPE_CHECKING:
    from bluebook_desktop.storage.expressions import Plan
    from bluebook_desktop.storage.library import Library

#: So many words are asked for by themselves in the place of their beginning; and so many near another word.
_MOST_SPELLED = 1_000
MOST_NEAR = 20
_TWO = 2


def spelled_out(library: Library, plan: Plan) -> Plan:
    """A plan with words in the place of beginnings and of two words side by side; it finds the same."""
    clauses = tuple(_spelled(library, clause) for clause in plan.query.clauses)
    return plan if clauses == plan.query.clauses else replace(plan, query=replace(plan.query, clauses=clauses))


def _spelled(library: Library, clause: Clause) -> Clause:
    if isinstance(clause, Either):
        parts = [_spelled(library, part) for part in clause.parts]
        return Either(tuple(one for part in parts for one in (part.parts if isinstance(part, Either) else (part,))))
    if isinstance(clause, Near):
        return _spelled_near(library, clause)
    if isinstance(clause, Words) and is_long_beginning(clause):
        return _spelled_beginning(library, clause)
    if isinstance(clause, Words | Phrase) and len(clause.words) == _TWO and not _goes_on(clause):
        pair = library.shortcuts.of_pair(*clause.words)
        return replace(clause, words=(pair,)) if pair else clause
    return clause


def _goes_on(clause: Words | Phrase) -> bool:
    return isinstance(clause, Words) and clause.prefix


def _spelled_beginning(library: Library, clause: Words) -> Words:
    if shortcut := library.shortcuts.of_beginning(clause.words[0]):
        return replace(clause, words=(shortcut,), prefix=False)
    first, *others = words_of_beginning(library, clause, _MOST_SPELLED) or [""]
    return replace(clause, words=(first,), prefix=False, forms=tuple(others)) if first else clause


def _spelled_near(library: Library, near: Near) -> Clause:
    """What stands near a beginning stands near one of its words: FTS5 has no *or* within NEAR."""
    *before, last = near.parts
    if not isinstance(last, Words) or any(isinstance(part, Words) and (part.joined or part.forms) for part in before):
        return near
    whole = [replace(last, words=(word,), prefix=False) for word in words_of_beginning(library, last, MOST_NEAR)]
    if not whole:
        return near
    ways = [replace(near, parts=(*before, one)) for one in whole]
    return Either(tuple(ways)) if len(ways) > 1 else ways[0]


def is_long_beginning(atom: Words) -> bool:
    """Whether it is a beginning of a single word that FTS5 has no index for."""
    single = atom.prefix and len(atom.words) == 1 and not atom.forms and not atom.joined
    return single and len(atom.words[0]) > LONGEST_PREFIX


def words_of_beginning(library: Library, atom: Words, most: int) -> list[str]:
    """The words that begin so; none where there are more than `most`, or no need to ask for them by themselves."""
    if not is_long_beginning(atom):
        return []
    (beginning,) = atom.words
    rows = library.rows(
        "SELECT word FROM frequencies WHERE word >= ? AND word < ? LIMIT ?",
        (beginning, f"{beginning}\U0010ffff", most + 1),
    )
    return [row[0] for row in rows] if len(rows) <= most else []
