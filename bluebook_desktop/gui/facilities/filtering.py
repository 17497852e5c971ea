"""Which facilities chip, kind, place and words leave, and how many each other choice would leave. Pure, no Qt."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bluebook_desktop.domain.folding import fold
from bluebook_desktop.domain.records import Facility, FacilityKind
from bluebook_desktop.gui.wording import facility_kind_word, fact_lines, short_place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: The chips: which facilities each leaves.
CHIPS: dict[str, Callable[[Facility], bool]] = {
    "all": lambda _: True,
    "unc": lambda one: one.unc_may_use,
    "returned": lambda one: one.returned,
    "planned": lambda one: one.kind is FacilityKind.PLANNED,
}
#: The place of what the program knows no place of.
NOWHERE = "?"


def what_the_text_says(facility: Facility, between: str = " · ") -> str:
    """The facts of a facility in a line, with hectares as printed; what is said twice, once."""
    return between.join(dict.fromkeys(fact_lines(facility)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a chip, a kind and a place (empty for all), and folded words."""

    chip: str = "all"
    kind: str = ""
    place: str = ""
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """The numbers of the facilities that are left, and how many each choice would leave, all else being as it is.

    Beside the kinds and places stands, under nothing, how many there would be without a choice of one.
    """

    rows: set[int] = field(default_factory=set)
    chips: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)


class Search:
    """Facilities to be filtered: what can be found of each is put together when words are first looked for."""

    def __init__(self, facilities: Sequence[Facility]) -> None:
        self._facilities = facilities
        self._places = [short_place(one) or NOWHERE for one in facilities]
        self._texts: list[str] | None = None

    def find(self, wanted: Wanted) -> Found:
        """What is asked for, and the counts, in one pass."""
        found = Found()
        for row in self._having(wanted.words):
            facility, place = self._facilities[row], self._places[row]
            kind = facility.kind.value
            chip = CHIPS[wanted.chip](facility)
            is_kind, is_there = wanted.kind in ("", kind), wanted.place in ("", place)
            if is_kind and is_there:
                found.chips.update(key for key, takes in CHIPS.items() if takes(facility))
            if chip and is_there:
                found.kinds.update(("", kind))
            if chip and is_kind:
                found.places.update(("", place))
            if chip and is_kind and is_there:
                found.rows.add(row)
        return found

    def missing(self, words: Sequence[str]) -> list[str]:
        """The words that occur nowhere."""
        return [word for word in words if not self._having((word,))]

    def _having(self, words: Sequence[str]) -> Sequence[int]:
        """The facilities in whose names, roles, facts, place or kind all words occur."""
        rows = range(len(self._facilities))
        if not words:
            return rows
        if self._texts is None:
            self._texts = [fold(_said_of(one)) for one in self._facilities]
        texts = self._texts
        return [row for row in rows if all(word in texts[row] for word in words)]


def _said_of(facility: Facility) -> str:
    where = facility.where.text if facility.where else ""
    said = [facility.name, *facility.aliases, *facility.roles, what_the_text_says(facility), where]
    return "\n".join([*said, facility_kind_word(facility.kind)])
