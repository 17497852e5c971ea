"""Other ways of saying what was typed, which are offered and never taken for the same words.

U.S. is US and United States; Article V is Article 5; FY2023 is fiscal year 2023; an abbreviation is its full form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bluebook_desktop.domain.folding import fold, words
from bluebook_desktop.domain.querying.tree import Near, Query

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
_ROMANS = (*_ROMAN, "XVII", "XVIII", "XIX", "XX")
_AMERICA = ("U.S.", "US", "United States")
_AMERICAN = re.compile(r"(?<![\w.])(?:U\.\s?S\.?(?!\w)|US(?!\w)|(?i:united\s+states(?!\w)))")
_FISCAL = re.compile(r"(?<!\w)(?:FY\s?|fiscal\s+(?:year\s+)?)([0-9]{4})(?!\w)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?<!\w)(article|chapter|part|section|annex|title)\s+([0-9]{1,2}|[IVX]{1,5})(?!\w)", re.IGNORECASE
)
_QUOTED = re.compile('["“„«＂]([^"“”„«»＂]*)["”“»＂]')
_LONGEST_FULL = 12


@dataclass(frozen=True, slots=True)
class Equivalent:
    """What could be asked for as well: `said` for words `of` the query.

    `alone` is the query with these words in the place of the others, `together` asks for both.
    """

    of: str
    said: str
    alone: str
    together: str


class Equivalents:
    """Knows the abbreviations of a library beside the rules."""

    def __init__(self, abbreviations: Iterable[tuple[str, str]]) -> None:
        self._full: dict[str, list[str]] = {}
        self._short: dict[str, list[str]] = {}
        for short, full in abbreviations:
            self._full.setdefault(fold(short), []).append(full)
            self._short.setdefault(_key(full), []).append(short)

    def of(self, query: Query) -> list[Equivalent]:
        """All that a query could ask for as well; none where words stand near others, which are no place for it."""
        if any(isinstance(clause, Near) for clause in query.clauses):
            return []
        closed = [one.typed for one in query.filters]
        found: dict[str, Equivalent] = {}
        for start, end, others in self._places(query.text):
            if not any(part in typed for typed in closed for part in [query.text[start:end]]):
                for said in others:
                    one = _equivalent(query.text, start, end, said)
                    if one is not None:
                        found.setdefault(one.alone, one)
        return list(found.values())

    def _places(self, text: str) -> Iterator[tuple[int, int, Sequence[str]]]:
        """The stretches of a text that can be said otherwise."""
        for match in _AMERICAN.finditer(text):
            said = " ".join(match.group().split())
            same = "United States" if len(said) > len("U. S.") else "US" if "." not in said else "U.S."
            yield *match.span(), [one for one in _AMERICA if one != same]
        for match in _FISCAL.finditer(text):
            ways = (f"FY{match[1]}", f"FY {match[1]}", f"fiscal year {match[1]}")
            yield *match.span(), [way for way in ways if way.casefold() != match.group().casefold()]
        for match in _NUMBERED.finditer(text):
            if (other := _other_number(match[2])) is not None:
                yield *match.span(), [f"{match[1]} {other}"]
        yield from self._abbreviated(text)

    def _abbreviated(self, text: str) -> Iterator[tuple[int, int, Sequence[str]]]:
        runs = [(match.start(), match.end()) for match in re.finditer(r"[^\s\"“”„«»＂]+", text)]
        for first, (start, end) in enumerate(runs):
            if text[start] == "-":  # what is left out is not asked for in other words
                continue
            bare = text[start:end].strip("()[],;:!?.")
            if bare and (full := self._full.get(fold(bare))):
                at = text.index(bare, start)
                yield at, at + len(bare), full
            for last in range(first + 1, min(first + _LONGEST_FULL, len(runs))):
                here = runs[last][0]
                if text[here] == "-" or not text[runs[last - 1][1] : here].isspace():
                    break  # a full form reaches over no quotation mark and no word that is left out
                if short := self._short.get(_key(text[start : runs[last][1]])):
                    yield start, runs[last][1], short


def _key(text: str) -> str:
    return " ".join(word.folded for word in words(text))


def _other_number(number: str) -> str | None:
    if number.isdecimal():
        return _ROMANS[int(number) - 1] if 1 <= int(number) <= len(_ROMANS) else None
    upper = number.upper()
    return str(_ROMANS.index(upper) + 1) if upper in _ROMANS else None


def _equivalent(text: str, start: int, end: int, said: str) -> Equivalent | None:
    """The query with other words in a place; within a phrase the whole phrase is said twice."""
    if start and text[start - 1] in "-:~":
        return None
    of = text[start:end]
    for phrase in _QUOTED.finditer(text):
        if phrase.start() < start and end < phrase.end():
            if phrase.start() and text[phrase.start() - 1] in "-:":
                return None
            inner = text[phrase.start(1) : start] + said + text[end : phrase.end(1)]
            head, tail = text[: phrase.start()], text[phrase.end() :]
            return _both(of, said, (head, tail), (phrase.group(), f'"{inner}"'))
    return _both(of, said, (text[:start], text[end:]), (_as_term(of), _as_term(said)))


def _both(of: str, said: str, around: tuple[str, str], terms: tuple[str, str]) -> Equivalent:
    (head, tail), (same, other) = around, terms
    return Equivalent(of, said, f"{head}{other}{tail}".strip(), f"{head}{same} or {other}{tail}".strip())


def _as_term(said: str) -> str:
    return f'"{said}"' if " " in said else said
