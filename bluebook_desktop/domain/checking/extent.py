"""From where to where a quotation goes in the text when its first or last words are not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluebook_desktop.domain.checking.concerns import hidden_by_bracket, within_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.checking.runs import Run
    from bluebook_desktop.domain.checking.units import Unit, Units

#: So many units at an end may have been changed, and stand for as many of the text.
_MOST_CHANGED = 4
#: Words that stand no farther than this from the others were moved.
_FAR = 8
#: One word alone stands near any other by chance.
_FEWEST_MOVED = 2


def extent_of(runs: Sequence[Run], given: Units, text: Units, brackets: tuple[int, int]) -> tuple[int, int]:
    """The stretch of the text meant: where the first or last words were changed it goes on by as many.

    And as far as brackets of so many words at either end hide a *not*.
    """
    start, end = runs[0].text, runs[-1].text + runs[-1].size
    lead, tail = runs[0].given, len(given) - runs[-1].given - runs[-1].size
    first = max(start - _changed(given.all[:lead], given.keys[: lead + 1], text, (start, end)), 0)
    after = len(given) - tail
    last = min(end + _changed(given.all[after:], given.keys[after - 1 :], text, (start, end)), len(text))
    # A mark beside the words that stand for the changed ones is none of them.
    while first < start and not text.all[first].is_word and given.all[0].is_word:
        first += 1
    while last > end and not text.all[last - 1].is_word and given.all[-1].is_word:
        last -= 1
    if not lead:
        first -= hidden_by_bracket(text.all[:first][::-1], brackets[0])
    if not tail:
        last += hidden_by_bracket(text.all[last:], brackets[1])
    # A changed number is told as a whole: 2019 for 二〇一九, of which each character is a unit.
    while lead and first and within_number(text, first):
        first -= 1
    while tail and last < len(text) and within_number(text, last):
        last += 1
    return first, last


def _changed(units: Sequence[Unit], with_next: list[str], text: Units, stretch: tuple[int, int]) -> int:
    """For how many units of the text some at an end stand: none if a word was doubled there, or others were moved."""
    if len(units) > _MOST_CHANGED or not any(unit.is_word for unit in units) or len(set(with_next)) == 1:
        return 0
    return 0 if moved_from(units, text, stretch) else len(units)


def moved_from(units: Sequence[Unit], text: Units, stretch: tuple[int, int]) -> tuple[int, int] | None:
    """Where some units stand in the text near a stretch of it, from and to; None where they do not, or are too few."""
    if sum(unit.is_word for unit in units) < _FEWEST_MOVED:
        return None
    keys = [unit.key for unit in units]
    place = text.find(keys, max(stretch[0] - _FAR - len(keys), 0))
    return (place, place + len(keys)) if 0 <= place <= stretch[1] + _FAR else None
