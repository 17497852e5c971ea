"""Whether a text holds the very words of a quotation, and in what their printing differs.

*Exact* and *same words* come from here alone, and only from equality of every unit.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bluebook_desktop.domain.checking.units import (
    APOSTROPHES,
    COMMAS,
    HYPHENS,
    QUOTES,
    Units,
    fold_width,
    is_invisible,
    stretches,
)
from bluebook_desktop.domain.checking.verdicts import Folding

_ALL_QUOTES = QUOTES | APOSTROPHES
#: Foldings of what stands between the units, each with the characters it lets differ.
_BETWEEN = ((Folding.QUOTES, _ALL_QUOTES), (Folding.COMMAS, COMMAS))


@dataclass(frozen=True, slots=True)
class Match:
    """A place where all given words stand: units `first` to before `last`, its span in the text, and the foldings."""

    first: int
    last: int
    start: int
    end: int
    foldings: frozenset[Folding]


def find_matches(text: Units, given: Units, *, outer: bool = True) -> Iterator[Match]:
    """Every place of `text` that holds the units of `given` in a row.

    `outer` compares what stands before the first and after the last given word as well, such as a comma; a pair of
    quotation marks around the whole is the quoter's own.
    """
    for first in text.find_all(given.keys):
        yield match_at(text, given, first, outer=outer)


def matches_in(text: str, given: Units) -> list[Match]:
    """The same, without parting more of the text than is asked for: hundreds of passages may have the words."""
    found = stretches(text, given.keys)
    if found is None:
        return list(find_matches(Units(text), given))
    return [match_at(one, given, 0) for one in found]


def match_at(text: Units, given: Units, first: int, *, outer: bool = True) -> Match:
    """The match whose first unit is known."""
    last = first + len(given)
    start, end = text.all[first].start, text.all[last - 1].end
    foldings: set[Folding] = set()
    if text.text[start:end] != given.verbatim(0, len(given)):
        for step in range(len(given)):
            foldings |= _word_foldings(text, first + step, given, step)
            if step + 1 < len(given):
                foldings |= _gap_foldings(text.between(first + step), given.between(step))
    if outer:
        start, end, more = _outer(text, given, start, end)
        foldings |= more
    return Match(first, last, start, end, frozenset(foldings))


def _word_foldings(text: Units, there: int, given: Units, here: int) -> set[Folding]:
    """In what two units of the same key differ."""
    printed, typed = text.verbatim(there, there + 1), given.verbatim(here, here + 1)
    if printed == typed:
        return set()
    found: set[Folding] = set()
    sides = [printed, typed]
    for folding, change in (
        (Folding.INVISIBLE, _without_invisible),
        (Folding.WIDTH, fold_width),
        (Folding.QUOTES, _one_apostrophe),
        (Folding.HYPHENS, _one_hyphen),
        (Folding.ACCENT_FORM, _composed),
        (Folding.COMMAS, _without_commas),
        (Folding.CASE, str.lower),
    ):
        before = sides[0] == sides[1]
        changed = [change(side) for side in sides]
        # What brings the two nearer is what they differ in; what leaves them apart by as much is not.
        if not before and _distance(*changed) < _distance(*sides):
            found.add(folding)
        sides = changed
    return found


def _distance(one: str, other: str) -> int:
    """How many characters differ, place by place."""
    return sum(a != b for a, b in zip(one, other, strict=False)) + abs(len(one) - len(other))


def _without_invisible(text: str) -> str:
    return "".join(c for c in text if not is_invisible(c))


def _one_apostrophe(text: str) -> str:
    return "".join("'" if c in APOSTROPHES else c for c in text)


def _one_hyphen(text: str) -> str:
    return "".join("-" if c in HYPHENS else c for c in text)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _without_commas(text: str) -> str:
    return text.replace(",", "")


def _gap_foldings(printed: str, typed: str) -> set[Folding]:
    """In what the spaces between the same two units differ."""
    found: set[Folding] = set()
    if printed == typed:
        return found
    if any(map(is_invisible, printed + typed)) and _kept(printed, is_invisible) != _kept(typed, is_invisible):
        found.add(Folding.INVISIBLE)
    for folding, characters in _BETWEEN:
        if _kept(printed, characters.__contains__) != _kept(typed, characters.__contains__):
            found.add(folding)
    hyphens = [_kept(side, HYPHENS.__contains__) for side in (printed, typed)]
    if hyphens[0] != hyphens[1]:
        found.add(Folding.HYPHENS)
    blanks = [_kept(side, str.isspace) for side in (printed, typed)]
    # A hyphen for a blank is one difference, not two.
    if blanks[0] != blanks[1] and not (hyphens[0] != hyphens[1] and "" in (blanks[0], blanks[1])):
        found.add(Folding.WHITE_SPACE)
    # The same marks in another order: *,”* for *”,*.
    return found or _named(printed)


def _kept(text: str, wanted: object) -> str:
    return "".join(c for c in text if wanted(c))  # type: ignore[operator]


def _outer(text: Units, given: Units, start: int, end: int) -> tuple[int, int, set[Folding]]:
    """The span with what was given around the words, and in what that differs."""
    lead = given.text[: given.all[0].start].lstrip()
    tail = given.text[given.all[-1].end :].rstrip()
    if _has(text.text, start, lead, tail, end):
        return start - len(lead), end + len(tail), set()
    if lead[:1] in _ALL_QUOTES and tail[-1:] in _ALL_QUOTES and lead and tail:
        lead, tail = lead[1:].lstrip(), tail[:-1].rstrip()
        if _has(text.text, start, lead, tail, end):
            return start - len(lead), end + len(tail), set()
    found: set[Folding] = set()
    if not text.text.endswith(lead, 0, start):
        found |= _named(lead)
        lead = ""
    if not text.text.startswith(tail, end):
        found |= _named(tail)
        tail = ""
    return start - len(lead), end + len(tail), found


def _has(text: str, start: int, lead: str, tail: str, end: int) -> bool:
    return text.endswith(lead, 0, start) and text.startswith(tail, end)


def _named(outside: str) -> set[Folding]:
    """The foldings that let differ what stands outside the words."""
    found = {folding for folding, characters in _BETWEEN if any(c in characters for c in outside)}
    if any(c in HYPHENS for c in outside):
        found.add(Folding.HYPHENS)
    if any(map(is_invisible, outside)):
        found.add(Folding.INVISIBLE)
    if any(map(str.isspace, outside)) and not found:
        found.add(Folding.WHITE_SPACE)
    return found
