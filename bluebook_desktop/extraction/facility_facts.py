"""What a text dates of a facility: the hectares that are its own, and whether it was returned."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bluebook_desktop.domain.records import Event, Facility, Fact
from bluebook_desktop.extraction.text import Span

_HECTARES = re.compile(
    r"(?:(?:approximately|approx\.?|about|some|over|around|roughly|nearly|almost|more than|less than|a total of"
    r"|an estimated|as much as) )?(?<![\w.,])[0-9][0-9,.]*[ -]?(?:hectares?|ha)\b",
    re.IGNORECASE,
)
#: Between a size and what it is the size of: “4,000 hectares of the …”, “51 hectares of land at …”.
_OF = re.compile(
    r" (?:\((?:[^()]*)\) )?(?:(?:in|of|at|on|from|along|within)(?: [a-z]+){0,6}? )*?(?:of|in|at|on|from|within)"
    r" (?:the )?(?:former )?(?:U\.S\. )?"
)
#: Between a facility and its own size: “Camp X (about 4 hectares)”, “half of Area X, 4,000 hectares, is …”.
_BEHIND = re.compile(
    r"(?: \([A-Z]+\))?(?:,? \((?:[A-Z“\"][^();]{1,40}[;,] )?|, |: | [–—-] | covers | has | of )"
    r"(?:an area of |the size of |a total of )?"
)
_IN = re.compile(r",? (?:in|of|at|within) (?:the )?")
#: A return that is planned, agreed or asked for has not happened by that.
_ONLY_MEANT = re.compile(
    r"\b(?:plan|agree|decid|decision|toward|progress|implement|request|approv|promot|regarding|concerning|realiz)"
    r"|\b(?:on|for|(?<!addition )to|towards?|about|over) (?:the |their |its )?(?:\w+ )?$",
    re.I,
)
#: What only lies beside the place that is told of.
_BESIDE = re.compile(
    r"\b(?:(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est) of|[Nn]ear|[Nn]ext to|[Aa]djacent to|[Bb]eside|[Oo]pposite|[Bb]etween"
    r"|(?:moved|relocated|transferred|relocation|transfer) to|[Ii]nstead of|[Ii]n exchange for) (?:the )?$"
)
_RETURNED = re.compile(r"\b(?:was|were|been) (?:\w+ )?returned\b|\breturn of\b")
#: Where what is told of one place ends and that of another begins; what still goes on with what was returned.
_OTHER_CLAUSE = re.compile(r"; |, (?:while|whereas|but|and (?=[A-Z]))")
_GOES_ON = re.compile(
    r"(?:(?! (?:was|were|will|is|are|has|had)\b)[^;])*|[^;.]{0,30}(?:: | including | namely | such as )[^;]*"
)
#: So far before a mention what says where it lies may begin.
_NEAR = 40


def facts_of(facilities: Sequence[Facility], events: Iterable[Event]) -> dict[str, tuple[tuple[Fact, ...], bool]]:
    """For each facility what the text dates of it, and whether it, or a portion of it, was returned."""
    known = {one.id: one for one in facilities}
    facts: dict[str, list[Fact]] = defaultdict(list)
    returned: set[str] = set()
    for event in events:
        named = {key: _places(known[key], event) for key in event.facilities if key in known}
        owners = _owners(event.excerpt.exact, event.title, named)
        gone = event.status.value == "happened"
        for key, places in named.items():
            facts[key].append(Fact(event.title, event.excerpt, owners.get(key, "")))
            own = [place for place in places if not _is_around(event.excerpt.exact, place[0], named.values())]
            if gone and any(_is_returned(event.excerpt.exact, place) for place in own):
                returned.add(key)
    return {one.id: (tuple(facts[one.id]), one.id in returned) for one in facilities}


def _places(facility: Facility, event: Event) -> list[Span]:
    """Where an event's words name a facility."""
    excerpt = event.excerpt
    return [
        (mention.start - excerpt.start, mention.end - excerpt.start)
        for mention in facility.mentions
        if (mention.passage, mention.heading) == (excerpt.passage, excerpt.heading)
        and excerpt.start <= mention.start < excerpt.end
    ]


def _owners(words: str, title: str, named: dict[str, list[Span]]) -> dict[str, str]:
    """The hectares of each facility that an event names: those of its title, else the first printed as its own."""
    owners: dict[str, list[str]] = defaultdict(list)
    places = sorted((start, end, key) for key, spans in named.items() for start, end in spans)
    for size in _HECTARES.finditer(words):
        for key in _owners_of(words, size.span(), places):
            owners[key].append(size.group())
    # “Of its 481 hectares, 4 hectares were returned”: what is told to have happened names the size that counts.
    return {
        key: next((size for size in sizes if size.lower() in title.lower()), sizes[0]) for key, sizes in owners.items()
    }


def _owners_of(words: str, size: Span, places: Sequence[tuple[int, int, str]]) -> list[str]:
    """Whose a size is: what it is said to be of, what it stands behind, else what is named nearest before or behind."""
    for start, _, key in places:
        if start >= size[1] and _OF.fullmatch(words, size[1], start):
            return [key]
    for _, end, key in places:
        if end <= size[0] and _BEHIND.fullmatch(words, end, size[0]):
            return [_part(words, key, places)]
    own = [one for one in places if not _is_beside(words, one[0])] or list(places)
    before = [key for _, end, key in own if end <= size[0]]
    return before[-1:] or [key for _, _, key in own][:1]


def _part(words: str, whole: str, places: Sequence[tuple[int, int, str]]) -> str:
    """What is told of in a place, where that is named right before it: “the Compound in Camp X (11 hectares)”."""
    begun = {start for start, _, key in places if key == whole}
    parts = (key for _, end, key in places for start in begun if end < start and _IN.fullmatch(words, end, start))
    return next(parts, whole)


def _is_around(words: str, start: int, named: Iterable[Sequence[Span]]) -> bool:
    """Whether a place is only what another one, named right before it, lies in."""
    return any(end < start and _IN.fullmatch(words, end, start) for spans in named for _, end in spans)


def _is_beside(words: str, start: int) -> bool:
    return _BESIDE.search(words, max(0, start - _NEAR), start) is not None


def _is_returned(words: str, place: Span) -> bool:
    """Whether the words tell that what is named at a place was returned."""
    if _is_beside(words, place[0]):
        return False
    for told in _RETURNED.finditer(words):
        if told.group() == "return of":
            meant = _ONLY_MEANT.search(words, max(0, told.start() - 2 * _NEAR), told.start())
            if not meant and told.end() <= place[0] and _GOES_ON.fullmatch(words, told.end(), place[0]):
                return True
        elif place[1] <= told.start():
            if not _OTHER_CLAUSE.search(words, place[1], told.start()):
                return True
        elif re.search(r": | including | namely | such as ", words[told.end() : place[0]]):
            return True
    return False
