"""The parts of a query. A query holds when all its clauses do, none of what it does without, and every filter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from bluebook_desktop.domain.dates import Span
from bluebook_desktop.domain.folding import is_japanese
from bluebook_desktop.domain.references import Kind

#: What stands `near` has at most so many words between.
NEAR_WORDS = 10


@dataclass(frozen=True, slots=True)
class Words:
    """Words that were typed without a blank between: they stand side by side (``U.S.`` is two).

    `prefix` lets the last one go on. `forms` are other forms of a single word that do as well (stemming), `joined` is
    what a typed hyphen may be left out of. `capitals` asks for US in capitals, never the pronoun.
    """

    words: tuple[str, ...]
    prefix: bool = False
    typed: str = ""
    joined: str = ""
    capitals: bool = False
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in quotation marks: these folded `characters` must occur as they are.

    With `commas` set commas are ignored, those of the text and those that were typed.
    """

    words: tuple[str, ...]
    characters: str
    typed: str = ""
    commas: bool = False


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as typed: the text prints it in one of these ways (words side by side), or an event is of that date."""

    span: Span
    ways: tuple[tuple[str, ...], ...]
    typed: str = ""


Atom = Words | Phrase | Dated


@dataclass(frozen=True, slots=True)
class Near:
    """All of these within `distance` words of each other."""

    parts: tuple[Words | Phrase, ...]
    distance: int = NEAR_WORDS


@dataclass(frozen=True, slots=True)
class Either:
    """Any one of these."""

    parts: tuple[Atom | Near, ...]


Clause = Atom | Near | Either


class Field(StrEnum):
    """What can be filtered by; the value is the word before the colon."""

    SPEAKER = "speaker"
    PERSON = "person"
    FACILITY = "facility"
    YEAR = "year"
    IN = "in"
    KIND = "kind"
    EDITION = "edition"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Filter:
    """``person:kishi``: keeps to what has to do with it, or with `without` to all else.

    `value` is in the form that the library knows: a name folded, a range of years ``2015..2020``, a kind, a place.
    """

    field: Field
    value: str
    typed: str
    without: bool = False

    @property
    def name(self) -> str:
        """What is asked for as it was typed: ``Kishi``."""
        return self.typed.partition(":")[2].strip('"“”„ ')


@dataclass(frozen=True, slots=True)
class Query:
    """A search. `text` is what was typed, `cut` whether some of it was left out.

    An `unfinished` field is the last that was typed: what shall stand after its colon is still to come.
    """

    text: str
    clauses: tuple[Clause, ...] = ()
    without: tuple[Atom, ...] = ()
    filters: tuple[Filter, ...] = ()
    cut: bool = False
    unfinished: Field | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to search for."""
        return not self.clauses and not self.filters

    @property
    def kinds(self) -> frozenset[Kind]:
        """The kinds that its filters keep to; none where they keep all."""
        return frozenset(Kind(one.value) for one in self.filters if one.field is Field.KIND and not one.without)

    @property
    def words(self) -> tuple[str, ...]:
        """All words that are asked for."""
        found: list[str] = []
        for atom in self.atoms:
            found += [word for way in atom.ways for word in way] if isinstance(atom, Dated) else atom.words
        return tuple(found)

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """All words, phrases and dates that are asked for."""
        return tuple(atom for clause in self.clauses for atom in atoms_of(clause))


def atoms_of(clause: Clause) -> Iterator[Atom]:
    """The words, phrases and dates of a clause."""
    if isinstance(clause, Near | Either):
        for part in clause.parts:
            yield from atoms_of(part)
    else:
        yield clause


def without_japanese_dates(query: Query) -> Query:
    """The query without the Japanese ways of its dates, for libraries that have no text in that script."""
    if not any(isinstance(atom, Dated) for atom in (*query.atoms, *query.without)):
        return query
    without = tuple(map(_western, query.without))
    return replace(query, clauses=tuple(map(_western_clause, query.clauses)), without=without)


def _western_clause(clause: Clause) -> Clause:
    if isinstance(clause, Near):
        return clause
    if isinstance(clause, Either):
        return Either(tuple(part if isinstance(part, Near) else _western(part) for part in clause.parts))
    return _western(clause)


def _western(atom: Atom) -> Atom:
    if not isinstance(atom, Dated):
        return atom
    return replace(atom, ways=tuple(way for way in atom.ways if not any(map(is_japanese, way))))
