"""The library's tables, made with sqlite-utils.

Any change raises LIBRARY_SCHEMA: libraries are rebuilt, not migrated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bluebook_desktop.domain.references import Kind

if TYPE_CHECKING:  # 200 ms that only a build pays
    import sqlite_utils

LIBRARY_SCHEMA = 6
#: Marks the file as ours ("Bbk1").
APPLICATION_ID = 0x42626B31

_EXCERPT = {"passage": int, "exact": str, "prefix": str, "suffix": str, "start": int, "end": int, "heading": int}

#: Table name -> columns. Text lists are JSON arrays, which Datasette can facet by.
TABLES: dict[str, dict[str, Any]] = {
    "editions": {
        "id": str,
        "title": str,
        "year": int,
        "language": str,
        "period_start": str,
        "period_end": str,
        "publisher": str,
        "licence": str,
        "licence_address": str,
    },
    "sections": {
        "id": str,
        "position": int,
        "edition": str,
        "number": str,
        "title": str,
        "chapter": str,
        "address": str,
        "accessed": str,
        "source_line": str,
        "sha256": str,
    },
    "headings": {
        "id": int,
        "section": str,
        "position": int,
        "kind": str,
        "label": str,
        "title": str,
        "first_passage": int,
        "last_passage": int,
        "source_start": int,
        "source_end": int,
        "level": int,
    },
    "passages": {
        "id": int,
        "section": str,
        "number": int,
        "kind": str,
        "text": str,
        "heading": int,
        "source_start": int,
        "source_end": int,
        "credit": str,
    },
    "excerpts": {"id": int, "section": str, **_EXCERPT},
    "events": {
        "id": int,
        "section": str,
        "slug": str,
        "title": str,
        "kind": str,
        "status": str,
        "printed": str,
        "edtf": str,
        "start": str,
        "end": str,
        "precision": str,
        "year_source": str,
        "year_reason": str,
        "sentence": str,
        "excerpt": int,
        "date_excerpt": int,
        "also": str,
        "people": str,
        "participants": str,
        "facilities": str,
        "place": str,
        "added": str,
    },
    "facilities": {
        "id": int,
        "section": str,
        "slug": str,
        "name": str,
        "kind": str,
        "mentions": str,
        "aliases": str,
        "roles": str,
        "facts": str,
        "part_of": str,
        "unc_may_use": int,
        "returned": int,
        "where_text": str,
        "where_source": str,
        "latitude": float,
        "longitude": float,
        "notes": str,
    },
    "quotations": {
        "id": int,
        "section": str,
        "slug": str,
        "kind": str,
        "text": str,
        "excerpt": int,
        "speakers": str,
        "speaker_names": str,
        "occasion": str,
        "verb": str,
        "printed": str,
        "edtf": str,
        "year_source": str,
        "year_reason": str,
        "event": str,
    },
    "people": {
        "id": int,
        "section": str,
        "slug": str,
        "name": str,
        "sort_name": str,
        "roles": str,
        "mentions": str,
        "added_name": str,
        "added_source": str,
        "note": str,
    },
    "abbreviations": {"id": int, "section": str, "short": str, "full": str, "excerpt": int},
    "cross_references": {"id": int, "section": str, "slug": str, "excerpt": int, "target": int, "note": str},
    "errata": {"id": int, "section": str, "slug": str, "excerpt": int, "correct": str, "reason": str},
    # Of the records that the program found: by which rule and how surely. All others were checked by hand.
    "origins": {"id": int, "section": str, "kind": str, "slug": str, "rule": str, "confidence": float},
    "entries": {"id": int, "section": str, "kind": str, "slug": str, "passage": int, "title": str, "text": str},
    # In how many passages each word of the indexes occurs; written last, from the finished indexes.
    "frequencies": {"word": str, "passages": int},
    "meta": {"key": str, "value": str},
}

#: The id of an entry is its number in reading order times this, plus the number of its kind: so kinds are counted from
#: the index alone.
KINDS_ROOM = 8
#: Under this key `meta` keeps which shortcuts the indexes have, where they have any.
SHORTCUTS = "shortcuts"
#: Tables whose rows are told apart by another column than `id`.
KEYS = {"meta": "key", "frequencies": "word"}
_OPTIONAL = {
    "passages": {"heading"},
    "excerpts": {"heading"},
    "events": {"start", "end"},
    "facilities": {"latitude", "longitude"},
    "quotations": {"edtf"},
    "cross_references": {"target"},
}
_SECTION_TABLES = (
    "headings",
    "passages",
    "excerpts",
    "events",
    "facilities",
    "quotations",
    "people",
    "abbreviations",
    "cross_references",
    "errata",
    "origins",
    "entries",
)

#: The indexes keep the beginnings of words up to this length.
LONGEST_PREFIX = 3
#: Contentless indexes over folded words (the text itself is in the tables above). See docs/search.md.
INDEXES = ("passage_words", "entry_words")
_INDEX = (
    "CREATE VIRTUAL TABLE {} USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)

_FREQUENCIES = (
    'CREATE TABLE "frequencies" ("word" TEXT PRIMARY KEY NOT NULL, "passages" INTEGER NOT NULL) WITHOUT ROWID'
)
#: Words are gathered in memory up to so many bytes before they are written, and what was written is put together at the
#: end alone: half the time of a build, and every word lies in one place.
_GATHERED = 16_000_000
_AS_THEY_COME = (("hashsize", _GATHERED), ("automerge", 0), ("crisismerge", 1_999))


def kind_number(kind: Kind) -> int:
    """The number of a kind, below KINDS_ROOM."""
    return list(Kind).index(kind)


def finish_indexes(database: sqlite_utils.Database) -> None:
    """Put the indexes together, and fill the table of frequencies: to count a word costs as much as it is common.

    Words that stand in records alone are in no passage.
    """
    for index in INDEXES:
        database.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")
    counts = (("passage_words", "doc"), ("entry_words", "0"))
    for index, passages in counts:
        database.execute(f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', '{index}', 'row')")
        database.execute(
            "INSERT OR IGNORE INTO frequencies (word, passages) "
            f"SELECT term, {passages} FROM temp.vocabulary ORDER BY term"
        )
        database.execute("DROP TABLE temp.vocabulary")


def create_tables(database: sqlite_utils.Database) -> None:
    """Create every table and index of an empty library."""
    for name, columns in TABLES.items():
        if name == "frequencies":  # half as large without a second index of its words
            database.execute(_FREQUENCIES)
            continue
        optional = _OPTIONAL.get(name, set())
        keys: list[Any] = [("section", "sections", "id")] if name in _SECTION_TABLES else []
        if name == "sections":
            keys = [("edition", "editions", "id")]
        if "excerpt" in columns:
            keys.append(("excerpt", "excerpts", "id"))
        database.table(name).create(
            columns,
            pk=KEYS.get(name, "id"),
            not_null=set(columns) - optional,
            foreign_keys=keys,
        )
    database.table("passages").create_index(["section", "number"], unique=True)
    for name in ("headings", "excerpts", "events", "facilities", "quotations", "people", "entries"):
        database.table(name).create_index(["section"])
    for name in INDEXES:
        database.execute(_INDEX.format(name))
        for setting, value in _AS_THEY_COME:
            database.execute(f"INSERT INTO {name}({name}, rank) VALUES (?, ?)", [setting, value])
