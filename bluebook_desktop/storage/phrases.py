"""Proposes what a quotation may be from. User text never reaches MATCH: every word is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.querying.facets import kind_facet
from bluebook_desktop.domain.references import Kind

if TYPE_CHECKING:
    import sqlite3

    from bluebook_desktop.storage.library import Library

_HEADINGS = "SELECT e.id, e.section, e.passage, e.title, e.slug FROM entries e"
_WITHOUT_END = 1 << 60
#: To hand over a row takes so many steps, but quick ones.
_A_ROW = 4
#: Values that one statement may bind.
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Proposed:
    """A passage: its row in the library, its section and number, and its verbatim text.

    Or a heading, by its position: in one line with its label, and with the number of the first passage below it.
    """

    row: int
    section: str
    number: int
    text: str
    heading: int | None = None


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


def rows_with_phrases(
    library: Library, wanted: Sequence[Sequence[str]], limit: int, scope: str, steps: int
) -> tuple[list[int], int]:
    """The first `limit` passages in reading order, by row, that hold all of these rows of folded words.

    And how many steps that took, but for handing over the rows: where they are more than `steps` the rest was not
    looked through.
    """
    expression = " AND ".join(f'"{" ".join(words)}"' for words in wanted)
    return _rows(library, expression, limit, scope, steps)


def rows_with_words_near(
    library: Library, wanted: Sequence[str], distance: int, limit: int, *, scope: str, steps: int
) -> tuple[list[int], int]:
    """As `rows_with_phrases`, of passages that hold these folded words with no more than so many between."""
    quoted = " ".join(f'"{word}"' for word in wanted)
    return _rows(library, f"NEAR({quoted}, {distance})", limit, scope, steps)


def rows_with_characters(library: Library, wanted: Sequence[str], limit: int, scope: str) -> list[int]:
    """The first rows that hold all of these Japanese characters: each begins a pair, or ends a run."""
    expression = " AND ".join(f'"{character}"*' for character in wanted)
    return _rows(library, expression, limit, scope, _WITHOUT_END)[0]


def _rows(library: Library, expression: str, limit: int, scope: str, steps: int) -> tuple[list[int], int]:
    sql, values = "SELECT rowid FROM passage_words WHERE passage_words MATCH ?", [expression]
    if scope:
        sql += " AND rowid IN (SELECT id FROM passages WHERE section = ? OR section LIKE ? || '/%')"
        values += [scope, scope]
    rows, taken = library.rows_within(steps, f"{sql} ORDER BY rowid LIMIT ?", (*values, limit), a_row=_A_ROW)
    return [row[0] for row in rows], taken


def headings_with_any(
    library: Library, wanted: Sequence[Sequence[str]], limit: int, scope: str, steps: int
) -> tuple[list[Proposed], bool]:
    """The first `limit` headings in reading order that hold any of these rows of folded words.

    And whether these are all: not where there are more, or where it would have taken more than `steps` to see.
    """
    either = " OR ".join(f'"{" ".join(words)}"' for words in wanted)
    sql = f"{_HEADINGS} JOIN entry_words w ON w.rowid = e.id WHERE entry_words MATCH ?"
    values: list[Any] = [f'({either}) AND "{kind_facet(Kind.HEADING)}"']
    sql, values = _within(scope, sql, values)
    rows, taken = library.rows_within(steps, f"{sql} ORDER BY w.rowid LIMIT ?", (*values, limit))
    return [_heading(row) for row in rows], taken <= steps and len(rows) < limit


def passages_at(library: Library, rows: Sequence[int]) -> list[Proposed]:
    """The passages of these rows, in the order asked for."""
    found: dict[int, Proposed] = {}
    for start in range(0, len(rows), _AT_ONCE):
        some = rows[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        asked = library.rows(f"SELECT id, section, number, text FROM passages WHERE id IN ({marks})", some)
        found.update((one.row, one) for one in map(_proposed, asked))
    return [found[row] for row in rows if row in found]


def passages_of(library: Library, scope: str = "") -> list[Proposed]:
    """Every passage, of an edition or section where a scope is given, in reading order."""
    sql, values = _within(scope, "SELECT id, section, number, text FROM passages e WHERE id > 0", [])
    return [_proposed(row) for row in library.rows(f"{sql} ORDER BY id", values)]


def longest_heading(library: Library) -> int:
    """How many characters the longest heading has."""
    sql = "SELECT coalesce(max(length(title)), 0) FROM entries WHERE kind = ?"
    return int(library.rows(sql, (Kind.HEADING.value,))[0][0])


def japanese_headings(library: Library, scope: str = "") -> Iterator[Proposed]:
    """Every heading of the Japanese editions."""
    sql = f"{_HEADINGS} JOIN sections s ON s.id = e.section JOIN editions d ON d.id = s.edition"
    sql, values = _within(scope, f"{sql} WHERE e.kind = ? AND d.language = 'ja'", [Kind.HEADING.value])
    return map(_heading, library.rows(f"{sql} ORDER BY e.id", values))


def _within(scope: str, sql: str, values: list[Any]) -> tuple[str, list[Any]]:
    """A question kept to an edition or section, where there is a scope."""
    if not scope:
        return sql, values
    return f"{sql} AND (e.section = ? OR e.section LIKE ? || '/%')", [*values, scope, scope]


def _heading(row: sqlite3.Row) -> Proposed:
    # Headings stand in the index of records: their rows are told apart from those of passages by their sign.
    return Proposed(-int(row[0]), str(row[1]), int(row[2]), str(row[3]), int(row[4]))


def _proposed(row: sqlite3.Row) -> Proposed:
    return Proposed(int(row[0]), str(row[1]), int(row[2]), str(row[3]))
