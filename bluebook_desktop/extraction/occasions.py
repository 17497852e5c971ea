"""When and on what occasion something was said: which of the dated happenings around it is the one."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bluebook_desktop.domain.documents import Edition
from bluebook_desktop.domain.records import Event, Status
from bluebook_desktop.extraction.events import FoundEvent
from bluebook_desktop.extraction.text import Site, Span

#: A passage, or the heading before it.
Place = tuple[int, int | None]

#: What names an occasion before its date, at the head of a sentence: “In the joint statement issued in”.
_OPENED = re.compile(
    r"(?:(?:[A-Z][a-z]+ly|[Mm]oreover|[Ff]urthermore|[Aa]lso|[Aa]nd|[Hh]owever|[Tt]hen),? )?"
    r"(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Uu]pon|[Tt]hrough|[Ww]hen)\b[^;,]*"
)
#: What may stand between a verb of saying and its date: “requested the next day that”.
_BESIDE = re.compile(r" (?:(?:on|in|at|during|the|again) ){0,2}")
#: What is told behind it has dates of its own.
_CLAUSE = re.compile(r"\b(?:that|how|whether|what|why|when|who|which|after|before|since|as)\b|:")
_MARKED = re.compile(r"“[^”]*”|\"[^\"]*\"")
#: What was before: “Mr. Machimura, who had been Foreign Minister until that September, explained”.
_ASIDE = re.compile(r"\b(?:who|which|whose|when)\b[^,]*\bhad\b[^,]*$")
#: What is written in one is said at no hour.
_BOOK = re.compile(r"\b(?:memoirs?|autobiography|diary|diaries)\b")


@dataclass(frozen=True, slots=True)
class _Told:
    """An event where a passage tells it; `main` as in FoundEvent."""

    event: Event
    at: int
    main: bool


class Occasions:
    """The dated happenings of a text, asked for the one on which something was said."""

    def __init__(self, found: Iterable[FoundEvent], edition: Edition) -> None:
        self._covered = edition.period_start[:4]
        self._told: dict[Place, list[_Told]] = defaultdict(list)
        for one in found:
            if one.event.status is not Status.HAPPENED or one.event.date.span.end is None:
                continue  # nothing was said at what is still to come, nor ever since a day
            for place in (one.event.date_excerpt, *one.event.also):
                main = one.main or place is not one.event.date_excerpt
                self._told[place.passage, place.heading].append(_Told(one.event, place.start, main))
        for told in self._told.values():
            told.sort(key=lambda one: one.at)

    def of(self, site: Site, sentence: Span, verb: Span) -> Event | None:
        """The happening at which a sentence says something with a verb, or in marks; None where none can be told.

        What the sentence itself dates comes first, but not what it only mentions: a thing's year behind the verb, or
        what lies years back. Else it is what the passage told last, of the covered year where it tells of that.
        """
        told = self._told[site.passage, site.heading]
        lasting = _BOOK.search(site.text, *sentence) is not None
        before = [one for one in told if one.at < sentence[0] and not lasting and _is_told_of(site, one)]
        current = [one for one in before if self._is_current(one)]
        within = [one for one in told if sentence[0] <= one.at < sentence[1]]
        here = [
            one
            for one in within
            if self._dates(site, verb, one) and (not _is_behind(verb, one) or self._is_current(one) or not current)
        ]
        chosen = here[:1] or current[-1:] or before[-1:]
        return chosen[0].event if chosen else None

    def _dates(self, site: Site, verb: Span, one: _Told) -> bool:
        """Whether a date in the sentence of a verb is that of what is said, not of what it is said of."""
        if _is_behind(verb, one):
            between = _MARKED.sub("", site.text[verb[1] : one.at])
            return _BESIDE.fullmatch(between) is not None or (one.main and _CLAUSE.search(between) is None)
        sentence, _ = site.sentence(one.at)
        return _is_told_of(site, one) or (self._is_current(one) and not _ASIDE.search(site.text, sentence, one.at))

    def _is_current(self, one: _Told) -> bool:
        """Whether something happened in the year that the edition covers, or after it."""
        return (one.event.date.span.end or "")[:4] >= self._covered


def _is_behind(verb: Span, one: _Told) -> bool:
    return one.at >= verb[1]


def _is_told_of(site: Site, one: _Told) -> bool:
    """Whether a passage tells of an event: as what happens in a sentence, or as the occasion that opens it."""
    return one.main or _OPENED.fullmatch(site.text, site.sentence(one.at)[0], one.at) is not None
