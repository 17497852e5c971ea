"""Where words of a quotation stand, and what became of it: the values that a check gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bluebook_desktop.domain.checking.concerns import hidden_by_bracket, hides_negation
from bluebook_desktop.domain.checking.equality import match_at
from bluebook_desktop.domain.checking.verdicts import Difference, Folding, Piece, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.checking.given import Part
    from bluebook_desktop.domain.checking.units import Unit, Units
    from bluebook_desktop.storage.phrases import Proposed


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the library words of a quotation stand: `matched` are the text's own, verbatim.

    Words of a heading stand in it as the contents print it, in one line with its label; `heading` is its position, and
    `passage` the first one below it.
    """

    section: str
    passage: int
    start: int
    end: int
    matched: str
    #: The given words that stand here, where they are not all.
    given: str = ""
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a quotation. `places` are best first, those of a splice in the order of its parts."""

    given: str
    verdict: Verdict
    words: int
    places: tuple[Place, ...] = ()
    differences: tuple[Difference, ...] = ()
    foldings: tuple[Folding, ...] = ()
    shortened: bool = False
    #: How many times the very words occur; `more` says that they were not counted to the end.
    occurrences: int = 0
    more: bool = False
    #: Of what is not found, or in part: its words are so common that parts of it were not looked for everywhere.
    cut_short: bool = False
    #: Of an altered quotation: it and the first place in one row.
    woven: tuple[Piece, ...] = ()


def place_in(one: Proposed, start: int, end: int, given: str = "") -> Place:
    """A stretch of a passage or heading, as a place."""
    return Place(one.section, one.number, start, end, one.text[start:end], given, one.heading)


def parts_in(text: Units, parts: tuple[Part, ...]) -> tuple[int, int, frozenset[Folding]] | None:
    """The span of a passage that holds all parts in order with no more between them than they allow."""
    if not parts:
        return None
    first = parts[0].units
    for start in text.find_all(first.keys):
        if hidden_by_bracket(text.all[:start][::-1], parts[0].before):
            continue
        matches = [match_at(text, first, start, outer=False)]
        last = parts[0]
        for part in parts[1:]:
            there = text.find(part.units.keys, matches[-1].last)
            if there < 0 or (part.gap is not None and there - matches[-1].last > part.gap):
                break
            if _hides(text.all[matches[-1].last : there], last, part):
                break
            matches.append(match_at(text, part.units, there, outer=False))
            last = part
        else:
            if hidden_by_bracket(text.all[matches[-1].last :], last.after):
                continue
            foldings = frozenset[Folding]().union(*(match.foldings for match in matches))
            return matches[0].start, matches[-1].end, foldings
    return None


def _hides(between: Sequence[Unit], before: Part, behind: Part) -> bool:
    """Whether what is said to be left out between two parts has a *not* that may not be left out."""
    return bool(
        hides_negation(between, before.units.keys[-1])
        or hidden_by_bracket(between, before.after)
        or hidden_by_bracket(between[::-1], behind.before)
    )


def in_order_of_names(foldings: frozenset[Folding]) -> tuple[Folding, ...]:
    """Foldings, always in the same order."""
    return tuple(folding for folding in Folding if folding in foldings)
