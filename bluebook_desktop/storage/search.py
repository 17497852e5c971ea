"""Asks the full-text indexes. User text never reaches MATCH: every word is quoted, and words hold no quotation mark."""

import json
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass

from bluebook_desktop.domain.queries import Query, Term
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.storage.library import Library, readable

#: Counts stop here: beyond it the count is shown as "10,000+".
MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that the index proposes; `title` and `text` are verbatim."""

    kind: Kind
    section: str
    id: str
    passage: int
    title: str
    text: str
    order: int


_IN_SCOPE = "({0}.section = ? OR {0}.section LIKE ? || '/%')"


def _scoped(table: str, scope: str) -> tuple[str, tuple[str, ...]]:
    """A condition on a table's section, and its values; none without a scope."""
    return (f"AND {_IN_SCOPE.format(table)}", (scope, scope)) if scope else ("", ())


def match_expression(query: Query) -> str:
    """The FTS5 expression for a query that is not empty."""
    return " AND ".join(_match_term(term) for term in query.terms)


def _match_term(term: Term) -> str:
    return f'"{" ".join(term.words)}"' + ("*" if term.prefix else "")


def find_passages(library: Library, query: Query, limit: int, scope: str = "") -> list[Candidate]:
    """The first `limit` passages in reading order that hold the query's words, in an edition or section if asked."""
    if scope:
        rows = library.rows(
            "SELECT p.id, p.section, p.number, p.text FROM passage_words f JOIN passages p ON p.id = f.rowid "
            f"WHERE passage_words MATCH ? AND {_IN_SCOPE.format('p')} ORDER BY p.id LIMIT ?",
            (match_expression(query), scope, scope, limit),
        )
    else:
        rows = library.rows(
            "SELECT p.id, p.section, p.number, p.text FROM "
            "(SELECT rowid FROM passage_words WHERE passage_words MATCH ? ORDER BY rowid LIMIT ?) f "
            "JOIN passages p ON p.id = f.rowid ORDER BY p.id",
            (match_expression(query), limit),
        )
    return [
        Candidate(Kind.PASSAGE, row["section"], str(row["number"]), row["number"], "", row["text"], row["id"])
        for row in rows
    ]


def entries_in(library: Library, section: str) -> list[Candidate]:
    """All records of a section as they are searched; `order` is the number that `without` takes."""
    return [_candidate(row) for row in library.rows("SELECT * FROM entries WHERE section = ? ORDER BY id", (section,))]


def find_entries(
    library: Library, query: Query, kind: Kind, limit: int, scope: str = "", *, without: Collection[int] = ()
) -> list[Candidate]:
    """The first `limit` records of a kind that hold the query's words, in reading order, `without` some."""
    where, values = _scoped("e", scope)
    but, numbers = _all_but(without)
    rows = library.rows(
        "SELECT e.* FROM entry_words f JOIN entries e ON e.id = f.rowid "
        f"WHERE entry_words MATCH ? AND e.kind = ? {where} {but} ORDER BY e.id LIMIT ?",
        (match_expression(query), kind, *values, *numbers, limit),
    )
    return [_candidate(row) for row in rows]


def _all_but(without: Collection[int]) -> tuple[str, tuple[str, ...]]:
    """A condition that leaves some entries out, and its values; none where all are wanted."""
    if not without:
        return "", ()
    return "AND f.rowid NOT IN (SELECT value FROM json_each(?))", (json.dumps(sorted(without)),)


def _candidate(row: sqlite3.Row) -> Candidate:
    with readable("a search entry"):
        return Candidate(
            Kind(row["kind"]), row["section"], row["slug"], row["passage"], row["title"], row["text"], row["id"]
        )


def count_passages(library: Library, query: Query, scope: str = "") -> int:
    """How many passages hold the query's words, counted up to one more than MOST_COUNTED."""
    if scope:
        rows = library.rows(
            "SELECT count(*) FROM (SELECT 1 FROM passage_words f JOIN passages p ON p.id = f.rowid "
            f"WHERE passage_words MATCH ? AND {_IN_SCOPE.format('p')} LIMIT ?)",
            (match_expression(query), scope, scope, MOST_COUNTED + 1),
        )
        return int(rows[0][0])
    rows = library.rows(
        "SELECT count(*) FROM (SELECT 1 FROM passage_words WHERE passage_words MATCH ? LIMIT ?)",
        (match_expression(query), MOST_COUNTED + 1),
    )
    return int(rows[0][0])


def count_entries(library: Library, query: Query, scope: str = "", without: Collection[int] = ()) -> dict[Kind, int]:
    """How many records of each kind hold the query's words, looking at MOST_COUNTED + 1 of them at most."""
    where, values = _scoped("e", scope)
    but, numbers = _all_but(without)
    rows = library.rows(
        "SELECT e.kind, count(*) FROM (SELECT rowid FROM entry_words WHERE entry_words MATCH ? LIMIT ?) f "
        f"JOIN entries e ON e.id = f.rowid WHERE 1 {where} {but} GROUP BY e.kind",
        (match_expression(query), MOST_COUNTED + 1, *values, *numbers),
    )
    with readable("a search entry"):
        return {Kind(row[0]): int(row[1]) for row in rows}


def passages_with_errata(library: Library) -> frozenset[tuple[str, int]]:
    """Section and number of every passage with a slip that the errata list knows."""
    rows = library.rows("SELECT DISTINCT e.section, x.passage FROM errata e JOIN excerpts x ON x.id = e.excerpt")
    return frozenset((str(row[0]), int(row[1])) for row in rows)


def errata_in(library: Library, section: str, passage: int) -> list[tuple[str, int, int]]:
    """The slips in a passage: right reading, start, end."""
    rows = library.rows(
        "SELECT e.correct, x.start, x.end FROM errata e JOIN excerpts x ON x.id = e.excerpt "
        "WHERE e.section = ? AND x.passage = ?",
        (section, passage),
    )
    return [(row[0], row[1], row[2]) for row in rows]
