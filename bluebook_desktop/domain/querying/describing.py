"""How a query was understood, part by part: what the chips under the search field and the command line say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.domain.querying.filters import FIRST_YEAR, LAST_YEAR, years_of
from bluebook_desktop.domain.querying.tree import Atom, Clause, Dated, Either, Field, Filter, Near, Phrase, Query

#: What each field may be typed with.
EXAMPLES = {
    Field.SPEAKER: "speaker:abe",
    Field.PERSON: "person:kishi",
    Field.FACILITY: "facility:futenma",
    Field.YEAR: "year:2015..2020",
    Field.IN: "in:column",
    Field.KIND: "kind:event",
    Field.EDITION: "edition:2021",
    Field.SECTION: "section:4.2",
}
#: Whose values are names, which are shown as they were typed.
_AS_TYPED = (Field.SPEAKER, Field.PERSON, Field.FACILITY)


class Part(StrEnum):
    """What a part of a query asks for."""

    WORD = "word"
    BEGINNING = "beginning"
    PHRASE = "phrase"
    LOOSE_PHRASE = "phrase, commas ignored"
    CAPITALS = "in capitals"
    DATE = "date"
    NEAR = "near"
    EITHER = "or"
    WITHOUT = "without"
    FILTER = "filter"
    UNFINISHED = "unfinished filter"


@dataclass(frozen=True, slots=True)
class Understood:
    """One part: what it is, its words, the parts within, and what stands for it in the text that was typed.

    `number` is the distance of a `near`; `field` that of a filter, `value` its value in words.
    """

    part: Part
    words: str
    inner: tuple[Understood, ...] = ()
    number: int = 0
    field: Field | None = None


def describe_query(query: Query) -> tuple[Understood, ...]:
    """The parts of a query in the order in which they were typed, filters last."""
    found = [_clause(clause) for clause in query.clauses]
    found += [Understood(Part.WITHOUT, _atom(atom).words, (_atom(atom),)) for atom in query.without]
    for one in query.filters:
        part = Understood(Part.FILTER, _value(one), field=one.field)
        found.append(Understood(Part.WITHOUT, part.words, (part,)) if one.without else part)
    if query.unfinished is not None:
        found.append(Understood(Part.UNFINISHED, "", field=query.unfinished))
    return tuple(found)


def _clause(clause: Clause) -> Understood:
    if isinstance(clause, Either):
        inner = tuple(map(_clause, clause.parts))
        return Understood(Part.EITHER, "", inner)
    if isinstance(clause, Near):
        return Understood(Part.NEAR, "", tuple(map(_atom, clause.parts)), clause.distance)
    return _atom(clause)


def _atom(atom: Atom) -> Understood:
    if isinstance(atom, Dated):
        return Understood(Part.DATE, describe(atom.span, full=True))
    if isinstance(atom, Phrase):
        return Understood(Part.LOOSE_PHRASE if atom.commas else Part.PHRASE, atom.typed)
    typed = atom.typed or " ".join(atom.words)
    if atom.capitals:
        return Understood(Part.CAPITALS, typed)
    return Understood(Part.BEGINNING if atom.prefix else Part.WORD, typed)


def _value(one: Filter) -> str:
    if one.field in _AS_TYPED:
        return one.typed.partition(":")[2].strip('"“”„«»＂') or one.value
    if one.field is not Field.YEAR:
        return one.value
    first, last = years_of(one.value)
    if first == last:
        return str(first)
    return f"{first if first > FIRST_YEAR else ''}–{last if last < LAST_YEAR else ''}"


def _within(distance: int) -> str:
    return {0: "side by side", 1: "within 1 word"}.get(distance, f"within {distance} words")


def in_words(part: Understood) -> str:
    """A part in plain words, for the command line."""
    inner = list(map(in_words, part.inner))
    said = {
        Part.BEGINNING: f"{part.words}…",
        Part.PHRASE: f"“{part.words}”",
        Part.LOOSE_PHRASE: f"“{part.words}”, commas ignored",
        Part.CAPITALS: f"{part.words} in capitals",
        Part.NEAR: f"{' near '.join(inner)} ({_within(part.number)})",
        Part.EITHER: " or ".join(inner),
        Part.WITHOUT: f"without {' '.join(inner)}",
        Part.FILTER: f"{part.field}: {part.words}",
        Part.UNFINISHED: f"{part.field}: …",
    }
    return said.get(part.part, part.words)
