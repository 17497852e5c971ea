"""Which events the filters leave, and how many each further choice would leave. Pure, no Qt."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.domain.folding import fold
from bluebook_desktop.gui.timeline.entries import LANES, Entry

if TYPE_CHECKING:
    from bluebook_desktop.services.sections import OpenSection


class Facet(StrEnum):
    """What events are filtered by, beside words, in the order of the menus."""

    KIND = "kind"
    STATUS = "status"
    PERSON = "person"
    FACILITY = "facility"


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice a facet (nothing for all), and words that must all occur."""

    kind: str = ""
    status: str = ""
    person: str = ""
    facility: str = ""
    words: tuple[str, ...] = ()

    def chosen(self, facet: Facet) -> str:
        """What is chosen of a facet."""
        return str(getattr(self, facet.value))

    def choosing(self, facet: Facet, value: str) -> "Filter":
        """The same with another choice."""
        match facet:
            case Facet.KIND:
                return replace(self, kind=value)
            case Facet.STATUS:
                return replace(self, status=value)
            case Facet.PERSON:
                return replace(self, person=value)
            case Facet.FACILITY:
                return replace(self, facility=value)

    @property
    def is_active(self) -> bool:
        """Whether it leaves anything out."""
        return bool(self.words) or any(self.chosen(facet) for facet in Facet)


@dataclass(slots=True)
class Found:
    """What a filter leaves, and for every facet how many each choice leaves under the other filters."""

    entries: list[Entry] = field(default_factory=list)
    counts: dict[Facet, Counter[str]] = field(default_factory=lambda: {facet: Counter() for facet in Facet})


def values_of(entry: Entry, facet: Facet) -> tuple[str, ...]:
    """The choices of a facet that leave an entry."""
    event = entry.event
    match facet:
        case Facet.KIND:
            return (event.kind.value,)
        case Facet.STATUS:
            return (event.status.value,)
        case Facet.PERSON:
            return event.people
        case Facet.FACILITY:
            return event.facilities


class Search:
    """The words of every event, folded when they are first searched: title, date, sentence, people and places."""

    def __init__(self, section: "OpenSection") -> None:
        self._section = section
        self._texts: dict[str, str] = {}

    def has(self, entry: Entry, words: Iterable[str]) -> bool:
        """Whether all words occur."""
        text = self._text_of(entry)
        return all(word in text for word in words)

    def missing(self, words: Iterable[str], entries: Sequence[Entry]) -> list[str]:
        """The words that no event has."""
        return [word for word in words if not any(word in self._text_of(entry) for entry in entries)]

    def _text_of(self, entry: Entry) -> str:
        event = entry.event
        if event.id not in self._texts:
            people, facilities = self._section.people, self._section.facilities
            said = [event.title, event.date.printed, describe(event.date.span), describe(event.date.span, full=True)]
            said += [event.sentence or event.excerpt.exact, *event.participants, event.place]
            said += [people[one].name for one in event.people if one in people]
            for one in event.facilities:
                if one in facilities:
                    said += [facilities[one].name, *facilities[one].aliases]
            self._texts[event.id] = fold("\n".join(said))
        return self._texts[event.id]


def find(entries: Sequence[Entry], wanted: Filter, search: Search) -> Found:
    """The entries that are left, in their order, and the counts.

    An entry counts for a choice of a facet if it passes all other filters; so one that fails a single facet counts
    there alone, and one that fails two counts nowhere: one pass is enough.
    """
    if wanted.words:
        entries = [entry for entry in entries if search.has(entry, wanted.words)]
    chosen = [(facet, value) for facet in Facet if (value := wanted.chosen(facet))]
    if not chosen:
        return Found(list(entries), {facet: _count(entries, facet) for facet in Facet})
    left: list[Entry] = []
    lacking: dict[Facet, list[Entry]] = {facet: [] for facet in Facet}
    for entry in entries:
        failed = [facet for facet, value in chosen if value not in values_of(entry, facet)]
        if not failed:
            left.append(entry)
        elif len(failed) == 1:
            lacking[failed[0]].append(entry)
    return Found(left, {facet: _count([*left, *lacking[facet]], facet) for facet in Facet})


def _count(entries: Iterable[Entry], facet: Facet) -> Counter[str]:
    """How many entries each choice of a facet leaves."""
    match facet:
        case Facet.KIND:  # by lanes: the hash of a kind is computed by Python code
            lanes = Counter(entry.lane for entry in entries)
            return Counter({LANES[lane].value: count for lane, count in lanes.items()})
        case Facet.STATUS:
            return Counter(entry.event.status.value for entry in entries)
        case Facet.PERSON:
            return Counter(chain.from_iterable(entry.event.people for entry in entries))
        case Facet.FACILITY:
            return Counter(chain.from_iterable(entry.event.facilities for entry in entries))


def filtered(entries: Sequence[Entry], wanted: Filter, search: Search) -> tuple[Found, dict[Facet, int]]:
    """What a filter leaves, and for every facet how many there would be without a choice of it."""
    found = find(entries, wanted, search)
    without = {
        facet: len(find(entries, wanted.choosing(facet, ""), search).entries) for facet in Facet if wanted.chosen(facet)
    }
    return found, {facet: without.get(facet, len(found.entries)) for facet in Facet}
