"""What a text dates of a facility: the hectares that are its own, and whether it was returned."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from bluebook_desktop.domain.records import Event, Facility, Fact
from bluebook_desktop.extraction.printed_titles import printed_around
from bluebook_desktop.extraction.returns import IN, Place, is_beside, returned

_HECTARES = re.compile(
    r"(?:(?:approximately|approx\.?|about|some|over|around|roughly|nearly|almost|more than|less than|a total of"
    r"|an estimated|as much as) )?(?<![\w.,])[0-9][0-9,.]{0,14}[ -]?(?:hectares?|ha)\b",
    re.IGNORECASE,
)
#: Between a size and what it is the size of: “4,000 hectares of the …”, “51 hectares of land at …”.
_OF = re.compile(
    r" (?:\([^()]{0,80}\) )?(?=(?:in|of|at|on|from|along|within) )(?:[a-z]+ ){0,14}(?:of|in|at|on|from|within)"
    r" (?:the )?(?:former )?(?:U\.S\. )?"
)
#: Between a facility and its own size: “Camp X (about 4 hectares)”, “half of Area X, 4,000 hectares, is …”.
_BEHIND = re.compile(
    r"(?: \([A-Z]+\))?(?:,? \((?:[A-Z“\"][^();]{1,40}[;,] )?|, |: | [–—-] | covers | has | of )"
    r"(?:an area of |the size of |a total of )?"
)
_WORD = re.compile(r"[A-Za-z][\w-]+")
#: Words that say what a place is, not which.
_KINDS = frozenset(
    re.findall(
        r"\w+",
        "Camp Air Base Airbase Station Marine Corps Area Areas Training Fleet Activities Naval Facility Facilities Army"
        " Port Depot Housing Airfield Ammunition Storage Communication Communications Site Range Center Replacement the"
        " of and at in land south north MCAS NAF AB United States Force Forces base area Japan Okinawa",
    )
)
#: So far from a size what it is the size of may be named.
_FAR = 200
#: So often a place may be named by another name right behind the first.
_ALIASES = 2


def facts_of(facilities: Sequence[Facility], events: Iterable[Event]) -> dict[str, tuple[tuple[Fact, ...], bool]]:
    """For each facility what the text dates of it, and whether it, or a portion of it, was returned."""
    mentions: dict[tuple[int, int | None], list[Place]] = defaultdict(list)
    for facility in facilities:
        for mention in facility.mentions:
            mentions[mention.passage, mention.heading].append((mention.start, mention.end, facility.id))
    for places in mentions.values():
        places.sort()
    names = {one.id: _own_words((one.name, *one.aliases)) for one in facilities}
    facts: dict[str, list[Fact]] = defaultdict(list)
    gone: set[str] = set()
    for event in events:
        if not event.facilities:
            continue
        places = _within(mentions[event.excerpt.passage, event.excerpt.heading], event)
        owners = _owners(event.excerpt.exact, event.title, places)
        for key in event.facilities:
            label = _label(event, names[key], [place for place in places if place[2] == key])
            facts[key].append(Fact(label, event.excerpt, owners.get(key, "")))
        if event.status.value == "happened":
            gone |= returned(event.excerpt.exact, places)
    return {one.id: (tuple(facts[one.id]), one.id in gone) for one in facilities}


def _own_words(names: Iterable[str]) -> frozenset[str]:
    """The words of a facility's names that are its own, not those of what it is."""
    return frozenset(word for name in names for word in _WORD.findall(name) if word not in _KINDS)


def _label(event: Event, own: frozenset[str], places: Sequence[Place]) -> str:
    """What an event says of a facility: its title where that names it, else the printed words around the name."""
    if not places or own & set(_WORD.findall(event.title)):
        return event.title
    return printed_around(event.excerpt.exact, places[0][:2])


def _within(mentions: Sequence[Place], event: Event) -> list[Place]:
    """The places that an event's words name, by where they stand in these words."""
    begin, end = (bisect_left(mentions, (at,)) for at in (event.excerpt.start, event.excerpt.end))
    offset = event.excerpt.start
    return [(start - offset, stop - offset, key) for start, stop, key in mentions[begin:end]]


def _owners(words: str, title: str, places: Sequence[Place]) -> dict[str, str]:
    """The hectares of each facility that an event names: those of its title, else the first printed as its own."""
    owners: dict[str, list[str]] = defaultdict(list)
    own = [place for place in places if not is_beside(words, place[0])] or places
    for size in _HECTARES.finditer(words) if places else ():
        if key := _owner_of(words, size.span(), places, own):
            owners[key].append(size.group())
    # “Of its 481 hectares, 4 hectares were returned”: what is told to have happened names the size that counts.
    return {
        key: next((size for size in sizes if size.lower() in title.lower()), sizes[0]) for key, sizes in owners.items()
    }


def _owner_of(words: str, size: tuple[int, int], places: Sequence[Place], own: Sequence[Place]) -> str:
    """Whose a size is: what it is said to be of, what it stands behind, else what is named nearest before or behind."""
    behind = bisect_left(places, (size[1],))
    if behind < len(places) and places[behind][0] - size[1] < _FAR and _OF.fullmatch(words, size[1], places[behind][0]):
        return places[behind][2]
    before = bisect_right(places, size[0], key=_end) - 1
    if before >= 0 and size[0] - places[before][1] < _FAR and _BEHIND.fullmatch(words, places[before][1], size[0]):
        return _part(words, places[max(0, before - _ALIASES) : before + 1])
    nearest = bisect_right(own, size[0], key=_end) - 1
    return own[max(0, nearest)][2] if own else ""


def _part(words: str, places: Sequence[Place]) -> str:
    """What is told of in the last place, where that is named right before it: “the Compound in Camp X (11 hectares)”.

    A place may be named twice: “the Compound in Camp X, also called Camp Y (11 hectares)”.
    """
    whole = places[-1][2]
    for one, two in reversed(list(pairwise(places))):
        if IN.fullmatch(words, one[1], two[0]):
            return one[2]
        if one[2] != whole:
            break
    return whole


def _end(place: Place) -> int:
    return place[1]
