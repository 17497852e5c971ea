"""What a reader typed, understood: words, phrases, dates and filters, as a tree (docs/search.md)."""

from bluebook_desktop.domain.querying.parsing import LONGEST, MOST_WORDS, parse_query
from bluebook_desktop.domain.querying.tree import (
    NEAR_WORDS,
    Atom,
    Clause,
    Dated,
    Either,
    Field,
    Filter,
    Near,
    Phrase,
    Query,
    Words,
    atoms_of,
    without_japanese_dates,
)

__all__ = [
    "LONGEST",
    "MOST_WORDS",
    "NEAR_WORDS",
    "Atom",
    "Clause",
    "Dated",
    "Either",
    "Field",
    "Filter",
    "Near",
    "Phrase",
    "Query",
    "Words",
    "atoms_of",
    "parse_query",
    "without_japanese_dates",
]
