"""Asks the full-text indexes and reads what they propose."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bluebook_desktop.domain.querying import Dated, Words
from bluebook_desktop.domain.querying.facets import MARK, kind_facet
from bluebook_desktop.domain.querying.index_words import BREAK
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.storage.beginnings import spelled_out
from bluebook_desktop.storage.expressions import Plan, expression
from bluebook_desktop.storage.library import Library, readable
from bluebook_desktop.storage.schema import KINDS_ROOM, kind_number

if TYPE_CHECKING:
    import sqlite3

#: So many rows of single words are gone through to rank what has all of them; some 3 ms.
_MOST_RANKED_THROUGH = 30_000
_AFTER_DIGITS = ":"
#: Of the words that begin so, so many are looked at to tell how common they are.
_MOST_SUMMED = 2_000
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


def find(
    library: Library, plan: Plan, kind: Kind, limit: int, *, after: int = 0, best: bool = False
) -> list[Candidate]:
    """Up to `limit` rows of a kind: in reading order after a row, or the `best` by how often and where words occur.

    The best of many thousands would take seconds: see docs/search.md.
    """
    index, asked = _asked(library, plan, kind)
    order = "rank" if best else "rowid"
    but, hidden = _all_but(_hidden(plan, kind))
    rows = library.rows(
        f"SELECT t.* FROM (SELECT rowid FROM {index}_words WHERE {index}_words MATCH ? AND rowid > ? {but} "
        f"ORDER BY {order} LIMIT ?) f JOIN {_TABLES[index]} t ON t.id = f.rowid ORDER BY t.id",
        (asked, after, *hidden, limit),
    )
    with readable("a search entry"):
        return [_passage(row) if kind is Kind.PASSAGE else _entry(row) for row in rows]


def best_entries(library: Library, plan: Plan) -> list[int]:
    """All rows of entries that the index proposes, the best first.

    Before the index says which are best it goes through the rows of every word: once, for all kinds.
    """
    but, hidden = _all_but(plan.hidden_entries)
    rows = library.rows(
        f"SELECT rowid FROM entry_words WHERE entry_words MATCH ? {but} ORDER BY rank, rowid",
        (expression(spelled_out(library, plan)), *hidden),
    )
    return [int(row[0]) for row in rows]


def entries_at(library: Library, rows: Sequence[int], wanted: Mapping[Kind, int]) -> dict[Kind, list[Candidate]]:
    """The first so many of each kind of some rows of entries, in reading order."""
    chosen: list[int] = []
    for kind, limit in wanted.items():
        number = kind_number(kind)
        chosen += list(islice((row for row in rows if row % KINDS_ROOM == number), limit))
    found: dict[Kind, list[Candidate]] = {kind: [] for kind in wanted}
    for candidate in _candidates_at(library, Kind.EVENT, chosen):
        found[candidate.kind].append(candidate)
    return found


def passages_at(library: Library, rows: Sequence[int]) -> list[Candidate]:
    """The passages of some rows, in reading order."""
    return _candidates_at(library, Kind.PASSAGE, rows)


def _candidates_at(library: Library, kind: Kind, rows: Sequence[int]) -> list[Candidate]:
    table, read = ("passages", _passage) if kind is Kind.PASSAGE else ("entries", _entry)
    sql = f"SELECT * FROM {table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
    asked = library.rows(sql, (json.dumps(list(rows)),)) if rows else []
    with readable("a search entry"):
        return [read(row) for row in asked]


def is_quick_to_rank(library: Library, plan: Plan, kind: Kind) -> bool:
    """Whether the index can quickly say which rows are best: it goes through the rows of each word for that."""
    single: list[str] = []
    through = 0
    for atom in spelled_out(library, plan).query.atoms:
        if isinstance(atom, Dated):
            single += [word for way in atom.ways for word in way]
            continue
        single += atom.words
        if isinstance(atom, Words):
            single += [*atom.forms, *([atom.joined] if atom.joined else [])]
            if atom.prefix:
                through += _rows_of_beginning(library, single.pop())
    marks = ", ".join("?" * len(single))
    sql = f"SELECT coalesce(sum(passages), 0) FROM frequencies WHERE word IN ({marks})"
    through += int(library.rows(sql, single)[0][0])
    # Far fewer records hold a word.
    return through <= _MOST_RANKED_THROUGH * (1 if kind is Kind.PASSAGE else 5)


def _rows_of_beginning(library: Library, beginning: str) -> int:
    """How many passages hold words that begin so, those with several of them counted as often; of very many some."""
    sql = (
        "SELECT coalesce(sum(passages), 0) FROM (SELECT passages FROM frequencies WHERE word >= ? AND word < ? LIMIT ?)"
    )
    return int(library.rows(sql, (beginning, f"{beginning}\U0010ffff", _MOST_SUMMED))[0][0])


def count(library: Library, plan: Plan, kind: Kind, most: int = MOST_COUNTED) -> int:
    """How many rows of a kind the index proposes, counted up to one more than `most`."""
    index, asked = _asked(library, plan, kind)
    but, hidden = _all_but(_hidden(plan, kind))
    rows = library.rows(
        f"SELECT count(*) FROM (SELECT 1 FROM {index}_words WHERE {index}_words MATCH ? {but} LIMIT ?)",
        (asked, *hidden, most + 1),
    )
    return int(rows[0][0])


def entry_rows(library: Library, plan: Plan, limit: int) -> list[int]:
    """The first rows of the entries that the index proposes, of all kinds, in reading order."""
    but, hidden = _all_but(plan.hidden_entries)
    rows = library.rows(
        f"SELECT rowid FROM entry_words WHERE entry_words MATCH ? {but} ORDER BY rowid LIMIT ?",
        (expression(spelled_out(library, plan)), *hidden, limit),
    )
    return [int(row[0]) for row in rows]


def counts_of_entries(rows: Sequence[int]) -> dict[Kind, int]:
    """How many rows of entries are of each kind."""
    counts = Counter(row % KINDS_ROOM for row in rows)
    return {kind: counts[kind_number(kind)] for kind in Kind if counts[kind_number(kind)]}


def count_entries(library: Library, plan: Plan, through: int = MOST_COUNTED * 10) -> dict[Kind, int]:
    """How many rows of each kind but passages the index proposes, among the first so many that are gone `through`.

    More than MOST_COUNTED of a kind are not told apart.
    """
    but, hidden = _all_but(plan.hidden_entries)
    rows = library.rows(
        "SELECT rowid % ?, count(*) FROM "
        f"(SELECT rowid FROM entry_words WHERE entry_words MATCH ? {but} LIMIT ?) GROUP BY 1",
        (KINDS_ROOM, expression(spelled_out(library, plan)), *hidden, through),
    )
    kinds = list(Kind)
    with readable("a search entry"):
        return {kinds[row[0]]: min(row[1], MOST_COUNTED + 1) for row in rows}


def rows_of(library: Library, plan: Plan, limit: int) -> list[int]:
    """The first rows of the passages that the index proposes, in reading order."""
    but, hidden = _all_but(plan.hidden_passages)
    rows = library.rows(
        f"SELECT rowid FROM passage_words WHERE passage_words MATCH ? {but} ORDER BY rowid LIMIT ?",
        (expression(spelled_out(library, plan)), *hidden, limit),
    )
    return [int(row[0]) for row in rows]


_TABLES = {"passage": "passages", "entry": "entries"}


def _hidden(plan: Plan, kind: Kind) -> frozenset[int]:
    return plan.hidden_passages if kind is Kind.PASSAGE else plan.hidden_entries


def _all_but(rows: Collection[int]) -> tuple[str, tuple[str, ...]]:
    """A condition that leaves some rows out, and its values; none where all are wanted."""
    if not rows:
        return "", ()
    return "AND rowid NOT IN (SELECT value FROM json_each(?))", (json.dumps(sorted(rows)),)


def _asked(library: Library, plan: Plan, kind: Kind) -> tuple[str, str]:
    """The index of a kind, and the expression that it is asked."""
    spelled = spelled_out(library, plan)
    if kind is Kind.PASSAGE:
        return "passage", expression(spelled)
    return "entry", expression(spelled.with_facets(kind_facet(kind)))


def _passage(row: sqlite3.Row) -> Candidate:
    return Candidate(Kind.PASSAGE, row["section"], str(row["number"]), row["number"], "", row["text"], row["id"])


def _entry(row: sqlite3.Row) -> Candidate:
    return Candidate(
        Kind(row["kind"]), row["section"], row["slug"], row["passage"], row["title"], row["text"], row["id"]
    )


def rows_in(library: Library, section: str) -> list[Candidate]:
    """All passages, records and headings of a section as they are searched."""
    passages = library.rows("SELECT * FROM passages WHERE section = ? ORDER BY id", (section,))
    entries = library.rows("SELECT * FROM entries WHERE section = ? ORDER BY id", (section,))
    with readable("a search entry"):
        return [*map(_passage, passages), *map(_entry, entries)]


def indexed_passages(library: Library) -> int:
    """How many passages the index holds."""
    return int(library.rows("SELECT count(*) FROM passage_words_docsize")[0][0])


def passages_with_errata(library: Library) -> frozenset[tuple[str, int]]:
    """Section and number of every passage with a slip that the errata list knows."""
    rows = library.rows("SELECT DISTINCT e.section, x.passage FROM errata e JOIN excerpts x ON x.id = e.excerpt")
    return frozenset((str(row[0]), int(row[1])) for row in rows)


def errata_in(library: Library, section: str, passage: int) -> list[tuple[str, int, int]]:
    """The slips in a passage: right reading, start, end."""
    rows = library.rows(
        "SELECT e.correct, x.start, x.end FROM errata e JOIN excerpts x ON x.id = e.excerpt "
        "WHERE e.section = ? AND x.passage = ? AND x.heading IS NULL",
        (section, passage),
    )
    return [(row[0], row[1], row[2]) for row in rows]


@dataclass(frozen=True, slots=True)
class DatedRecord:
    """An event's or quotation's date: as EDTF and as printed, and where the passages print it."""

    kind: Kind
    slug: str
    edtf: str
    printed: str
    places: tuple[tuple[int, int, int], ...]


def quotation_forms(library: Library, quotations: Sequence[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """In which form some quotations are, each given by its section and id."""
    marks = ", ".join(["(?, ?)"] * len(quotations))
    values = [value for one in quotations for value in one]
    # As a join, which goes by the index of sections; as *in* it would go through every quotation.
    sql = (
        f"WITH asked(section, slug) AS (VALUES {marks}) SELECT q.section, q.slug, q.kind FROM asked a "
        "CROSS JOIN quotations q ON q.section = a.section AND q.slug = a.slug"
    )
    return {(row[0], row[1]): row[2] for row in library.rows(sql, values)} if quotations else {}


def dated_records(library: Library, section: str) -> list[DatedRecord]:
    """The events and quotations of a section that have a date."""
    rows = library.rows(
        "SELECT e.slug, e.edtf, e.printed, e.also, x.passage, x.start, x.end, x.heading FROM events e "
        "JOIN excerpts x ON x.id = e.date_excerpt WHERE e.section = ?",
        (section,),
    )
    found = []
    with readable("an event"):
        for row in rows:
            places = [] if row["heading"] is not None else [(row["passage"], row["start"], row["end"])]
            places += _places(library, json.loads(row["also"]))
            found.append(DatedRecord(Kind.EVENT, row["slug"], row["edtf"], row["printed"], tuple(places)))
    sql = "SELECT slug, edtf, printed FROM quotations WHERE section = ? AND edtf IS NOT NULL"
    found += [DatedRecord(Kind.QUOTATION, row[0], row[1], row[2], ()) for row in library.rows(sql, (section,))]
    return found


def _places(library: Library, excerpts: list[int]) -> list[tuple[int, int, int]]:
    """Passage, start and end of excerpts, but for those of headings."""
    if not excerpts:
        return []
    marks = ", ".join("?" * len(excerpts))
    sql = f"SELECT passage, start, end FROM excerpts WHERE id IN ({marks}) AND heading IS NULL"
    return [(row[0], row[1], row[2]) for row in library.rows(sql, excerpts)]


def words_like(
    library: Library, beginning: str, shortest: int, longest: int, *, numbers: bool = True
) -> list[tuple[str, int]]:
    """Words of the index that begin so and are so long, and in how many passages each stands; perhaps no `numbers`."""
    rows = library.rows(
        "SELECT word, passages FROM frequencies WHERE word >= ? AND word < ? AND length(word) BETWEEN ? AND ? "
        "AND passages AND substr(word, 1, 1) NOT IN (?, ?)",
        (
            beginning if numbers else max(beginning, _AFTER_DIGITS),
            f"{beginning}\U0010ffff",
            shortest,
            longest,
            MARK,
            BREAK,
        ),
    )
    return [(row[0], row[1]) for row in rows]


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """A heading of a section: its level and kind, its words, and the passages under it."""

    level: int
    kind: str
    title: str
    first: int
    last: int


def headings(library: Library, section: str) -> list[HeadingPlace]:
    """The headings of a section in their order."""
    rows = library.rows(
        "SELECT level, kind, label, title, first_passage, last_passage FROM headings WHERE section = ? "
        "ORDER BY position",
        (section,),
    )
    return [HeadingPlace(row[0], row[1], " ".join(f"{row[2]} {row[3]}".split()), row[4], row[5]) for row in rows]


def section_count(library: Library) -> int:
    """How many sections the library holds."""
    return int(library.rows("SELECT count(*) FROM sections")[0][0])


def section_rows(library: Library) -> list[tuple[str, str, int, int]]:
    """Of every section in reading order its id and title, and its first and last row among the passages."""
    at_end = "(SELECT id FROM passages WHERE section = s.id ORDER BY number {0} LIMIT 1)"
    rows = library.rows(
        f"SELECT s.id, s.title, {at_end.format('ASC')} AS first, {at_end.format('DESC')} FROM sections s "
        "WHERE first IS NOT NULL ORDER BY first"
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]
