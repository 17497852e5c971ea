"""Picks sections and records by what a reader asks for: dates, names, speakers, kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from bluebook_desktop.domain.folding import fold, words
from bluebook_desktop.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from bluebook_desktop.domain.dates import Span
    from bluebook_desktop.domain.documents import Section
    from bluebook_desktop.domain.records import Event, EventKind, Facility, Person, Quotation, QuotationKind, Status
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.library import Library

_T = TypeVar("_T")
_BEGINNING, _END = "0000-01-01", "9999-12-31"


def open_section(library: Library, wanted: str | None = None) -> OpenSection:
    """The section asked for (``4.2.2``, ``2021-en/4.2.2``, an edition's first by ``2021-en``, or by a locator).

    Without a wish the first of the newest edition. Raises UsageError where there is none such.
    """
    return _opened(library, _matching(library, wanted)[:1])[0]


def open_sections(library: Library, wanted: str | None = None) -> list[OpenSection]:
    """The section asked for (by a number alone those of all editions), all of an edition, or all that there are.

    The newest edition is first. Raises UsageError where there is none such.
    """
    return _opened(library, _matching(library, wanted))


def count_matching(library: Library, wanted: str | None = None) -> int:
    """How many sections are what `open_section` is asked for; it opens the first of them."""
    return len(_matching(library, wanted))


def _matching(library: Library, wanted: str | None) -> list[Section]:
    """The sections of that name, number or edition, or all: the newest edition first. UsageError for none."""
    sections = [section for edition in library.editions() for section in library.sections(edition.id)]
    if not sections:
        raise UsageError("The library holds no section.")
    if wanted is None:
        return sections
    name = _name(wanted)
    found = [section for section in sections if name in (section.id, section.number, section.edition)]
    if not found:
        known = ", ".join(section.id for section in sections[:5])
        raise UsageError(f"The library has no section “{name[:60]}”; it has {known}.")
    return found


def _opened(library: Library, sections: Iterable[Section]) -> list[OpenSection]:
    from bluebook_desktop.services.sections import OpenSection  # noqa: PLC0415 - a search needs none

    editions = {edition.id: edition for edition in library.editions()}
    return [OpenSection(library, editions[section.edition], section) for section in sections]


def _name(wanted: str) -> str:
    return wanted.strip().removeprefix("bluebook:").strip("/")


def find_scope(library: Library, wanted: str) -> str:
    """What a search is kept to: an edition's id, or a section's. UsageError where there is none such, or several."""
    name = _name(wanted)
    if any(edition.id == name for edition in library.editions()):
        return name
    found = [section.id for section in _matching(library, wanted)]
    if len(found) > 1:
        names = f"{', '.join(found[:5])}{', …' if len(found) > 5 else ''}"
        raise UsageError(f"{len(found)} editions have a section {name} ({names}): say which with --edition.")
    return found[0]


def count_passages(sections: Iterable[OpenSection], wanted: str) -> int:
    """How many passages of some sections hold all the words, anywhere in them: what no record need tell of."""
    asked = [fold(word) for word in wanted.split()]
    texts = (fold(passage.text) for section in sections for passage in section.document.passages)
    return sum(all(word in text for word in asked) for text in texts)


def find_events(
    section: OpenSection,
    *,
    kinds: Collection[EventKind] = (),
    statuses: Collection[Status] = (),
    first: Span | None = None,
    last: Span | None = None,
) -> list[Event]:
    """The events that touch the time from `first` to `last`, in order of time; none asked for means all."""
    touches = _touching(first, last)
    found = [
        event
        for event in section.records.events
        if (not kinds or event.kind in kinds)
        and (not statuses or event.status in statuses)
        and touches(event.date.span)
    ]
    return [event for _, event in in_order_of_time([(section, event) for event in found])]


def in_order_of_time(events: Iterable[tuple[OpenSection, Event]]) -> list[tuple[OpenSection, Event]]:
    """Events of any sections, the earliest first; those of one time stay in the order in which they come."""

    def time(one: tuple[OpenSection, Event]) -> tuple[str, str]:
        span = one[1].date.span
        return span.start or _BEGINNING, span.end or _END

    return sorted(events, key=time)


def find_facilities(section: OpenSection, name: str = "") -> list[Facility]:
    """The facilities of that name or alias, or else those whose names hold its words."""
    return _named(section.records.facilities, name, lambda one: (one.name, *one.aliases))


def find_people(section: OpenSection, name: str = "") -> list[Person]:
    """The people of that name, or else those whose names or offices hold its words."""

    def names(person: Person) -> tuple[str, ...]:
        added = (person.added_name.text,) if person.added_name else ()
        return (person.name, person.sort_name, *added, *(role.title for role in person.roles))

    return _named(section.records.people, name, names)


def _touching(first: Span | None, last: Span | None) -> Callable[[Span], bool]:
    """Whether a span touches the time from `first` to `last`; UsageError where that ends before it begins."""
    start = (first.start if first else None) or _BEGINNING
    end = (last.end if last else None) or _END
    if start > end:
        raise UsageError("The time asked for ends before it begins.")
    return lambda span: (span.end or _END) >= start and (span.start or _BEGINNING) <= end


def find_quotations(
    section: OpenSection,
    *,
    speaker: str = "",
    kinds: Collection[QuotationKind] = (),
    first: Span | None = None,
    last: Span | None = None,
) -> list[Quotation]:
    """The quotations of some kinds, by a speaker whose name (in full, or as printed) holds the words.

    Those without a date are left out where a time is asked for.
    """
    touches = _touching(first, last)
    any_time = first is None and last is None

    def names(quotation: Quotation) -> tuple[str, ...]:
        people = [section.people[one] for one in quotation.speakers if one in section.people]
        added = [person.added_name.text for person in people if person.added_name]
        return (*(person.name for person in people), *added, *quotation.speaker_names)

    return [
        quotation
        for quotation in section.records.quotations
        if (not kinds or quotation.kind in kinds)
        and (not speaker or _holds(names(quotation), speaker))
        and (any_time or (quotation.date is not None and touches(quotation.date.span)))
    ]


def _named(records: Iterable[_T], wanted: str, names: Callable[[_T], tuple[str, ...]]) -> list[_T]:
    """The records one of whose names is the wanted one; where there is none, those whose names hold its words."""
    if not wanted.strip():
        return list(records)
    every = list(records)
    asked = _folded(wanted)
    same = [one for one in every if asked in [_folded(name) for name in names(one)]]
    return same or [one for one in every if _holds(names(one), wanted)]


def _holds(names: Iterable[str], wanted: str) -> bool:
    """Whether every word asked for is a word of one of the names."""
    asked = set(_folded(wanted))
    return bool(asked) and any(asked <= set(_folded(name)) for name in names)


def _folded(text: str) -> list[str]:
    return [word.folded for word in words(text)]
