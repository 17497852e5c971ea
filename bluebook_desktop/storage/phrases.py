"""Proposes the passages that a quotation may be from. User text never reaches MATCH: every word is quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bluebook_desktop.domain.querying.facets import edition_facet, section_facet
from bluebook_desktop.storage.expressions import side_by_side

if TYPE_CHECKING:
    import sqlite3

    from bluebook_desktop.storage.library import Library

#: Values that one statement may bind.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Proposed:
    """A passage: its row in the library, its section and number, and its verbatim text."""

    row: int
    section: str
    number: int
    text: str


def frequencies(library: Library, words: Sequence[str]) -> dict[str, int]:
    """In how many passages each of these folded words occurs."""
    found = dict.fromkeys(words, 0)
    wanted = list(found)
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        rows = library.rows(f"SELECT word, passages FROM frequencies WHERE word IN ({marks})", some)
        found.update((str(row[0]), int(row[1])) for row in rows)
    return found


def rows_with_phrase(library: Library, words: Sequence[str], limit: int, scope: str = "") -> list[int]:
    """The first `limit` passages in reading order, by row, in which these folded words stand in a row.

    Japanese words need only stand in the same passage: what parts them is compared afterwards.
    """
    return _matching(library, side_by_side(tuple(words)), limit, scope)


def _matching(library: Library, expression: str, limit: int, scope: str) -> list[int]:
    if scope:
        facet = section_facet(scope) if "/" in scope else edition_facet(scope)
        expression = f'({expression}) AND "{facet}"'
    sql = "SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid LIMIT ?"
    return [int(row[0]) for row in library.rows(sql, (expression, limit))]


def passages_at(library: Library, rows: Sequence[int]) -> list[Proposed]:
    """The passages of these rows, in the order asked for."""
    found: dict[int, Proposed] = {}
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        asked = library.rows(f"SELECT id, section, number, text FROM passages WHERE id IN ({marks})", some)
        found.update((one.row, one) for one in map(_proposed, asked))
    return [found[row] for row in rows if row in found]


def _proposed(row: sqlite3.Row) -> Proposed:
    return Proposed(int(row[0]), str(row[1]), int(row[2]), str(row[3]))
