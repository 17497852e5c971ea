"""When something was said: the date of the saying among all that a passage tells, not one that the words are about."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from bluebook_desktop.domain.documents import Edition
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Event, Status
from bluebook_desktop.extraction.clauses import Clauses
from bluebook_desktop.extraction.expressions import Expression, Part
from bluebook_desktop.extraction.occasions import Occasions, Saying
from bluebook_desktop.extraction.text import Site, Span
from bluebook_desktop.extraction.told import Speakers

#: What was said on an occasion of its own: “in a statement of July 22”, “at the press conference held on May 25”.
_OCCASION = re.compile(
    r"\b(?:statement|letter|address|speech|lecture|remarks|message|conference|interview|declaration|communiqu[eé]"
    r"|meeting|talks?|summit|board|session|ceremony|hearing|report|telegram|note(?: verbale)?|call|conversation)\b"
    r"[^,.;:“”\"]{0,50} (?:of|on|in|dated|(?:held|issued|released|delivered|given|made|published)(?: on| in)?)"
    r"(?: the (?:morning|afternoon|evening|night) of)?(?: the)? $",
    re.IGNORECASE,
)
#: “At the April 2019 meeting”.
_AT_THE = re.compile(r"\b(?:[Aa]t|[Ii]n|[Dd]uring) (?:the|its|their|a) $")
_MEETING_BEHIND = re.compile(
    r" (?:(?:[A-Z][\w.&-]*|of|“[^”]*”|joint|summit|ministerial|trilateral|foreign|ministers?['’]?) ){0,6}"
    r"(?:[Mm]eeting|[Ss]ummit|[Ss]tatement|2[+]2|“2[+]2”|[Cc]onference|[Tt]alks|[Ss]ession|[Dd]eclaration|[Dd]ialogue)\b"
)
_OPENED_BY = ("In ", "At ", "During ")
#: “Secretary Rice, who visited Japan from February 27 to 28, conveyed …”.
_ON_VISIT = re.compile(
    r", (?:who|which) (?:(?:had|has) )?(?:visited|come|came|arrived|attended|met|was in|were in) [^,;]*$"
)
#: What stands before the time of something that is told: “announced on May 3 that …”, but not “said that on May 3 …”.
_INNER = (
    r"that|which|since|whether|how|what|would|will|to (?!(?:the|a|an|his|her|its|their|all|him|them|reporters)\b|[A-Z])"
)
_BEHIND_VERB = re.compile(rf"(?:(?!(?:{_INNER})\b)[^\s,;:“”\"]+ ){{0,14}}")
_CONTENT = re.compile(rf"[“”\"]|\b(?:{_INNER}|for|of)\b")
#: What is told in a book was not said when the book tells of it.
_WRITTEN = re.compile(r"\b(?:memoirs?|autobiography|diary|diaries)\b")
#: What is called to mind is older than the saying.
_CALLED_TO_MIND = re.compile(
    r"\b(?:recall|rememb|refer|describ|mention|commemorat|mark|mourn|regret|apologi|condemn|cit(?:e|ing)\b|quot"
    r"|spo?ke of|speaking of|look\w* back|reflect|sinc|invok)[^;:]*$",
    re.IGNORECASE,
)
#: So many dates before and behind a verb are looked through, and so many letters of its sentence.
_REMEMBERED = 12
_NEAR = 400
#: So near to its verb any time is that of the verb; further away only what ends with a number, a day or year.
_BESIDE = 60
#: A passage, or the heading before it; a date's place with its event.
Place = tuple[int, int | None]
_Told = tuple[Excerpt, Event]


class SayingDates:
    """The dates of what was said, in one document, passage by passage in their order."""

    def __init__(self, events: Sequence[Event], edition: Edition) -> None:
        self._covered = int(edition.period_start[:4])
        self._told: dict[Place, list[_Told]] = defaultdict(list)
        for event in events:
            for place in (event.date_excerpt, *event.also):
                if event.status is Status.HAPPENED and not event.date.span.edtf.endswith("/.."):
                    self._told[place.passage, place.heading].append((place, event))
        self._site: Site | None = None
        self._heading: int | None = None
        #: What the passage dates outside of quotation marks, and of that what its sentences tell as happenings.
        self._own: list[_Told] = []
        self._main: list[_Told] = []
        self._main_starts: set[int] = set()
        #: Whether the passage goes on with the occasion told before it.
        self._goes_on = False
        self._occasions: Occasions | None = None
        #: The last happening of the passage before, under the same heading.
        self._before: Event | None = None

    def enter(
        self, site: Site, heading: int | None, marks: Sequence[Span], named: Sequence[tuple[str, Excerpt]] = ()
    ) -> None:
        """Begin a passage; `marks` are its quotations in their order, `named` the people that it names."""
        if self._site is not None and not self._site.caption:
            last = self._last(len(self._site.text))
            self._before = last[1] if last else self._before
        if heading != self._heading:
            self._before = None
        self._site, self._heading = site, heading
        told = sorted(self._told[site.passage, site.heading], key=lambda one: one[0].start)
        begun = [start for start, _ in marks]
        self._own = [one for one in told if not _is_within(one[0], marks, begun)]
        clauses = Clauses(site)
        self._main = [
            one for one in self._own if clauses.is_main(_as_expression(site.text, *one)) or _is_of_meeting(site, one[0])
        ]
        self._main_starts = {place.start for place, _ in self._main}
        self._goes_on = False
        people = [(person, mention.start) for person, mention in named]
        self._occasions = Occasions(site, people, [(place.start, place.end) for place, _ in self._main])

    def of(self, sentence: Span, verb: Span | None, quoted: Span | None, who: Speakers) -> Event | None:
        """The event that dates what a verb (or the marks alone) says in a sentence; None where it is not sure."""
        if self._site is None or _WRITTEN.search(self._site.text, *sentence):
            return None
        at = verb[0] if verb else quoted[0] if quoted else sentence[0]
        middle = bisect_left(self._own, at, key=_start)
        first, end = (bisect_left(self._own, place, key=_start) for place in sentence)
        first, end = max(first, middle - _REMEMBERED), min(end, middle + _REMEMBERED)
        here = self._own[first:end]
        fitting = [one for one in here if self._dates_saying(one, sentence, verb, quoted)]
        words = self._site.text[slice(*verb)] if verb else ""
        until = max(at, quoted[0]) if quoted else at
        saying = Saying(sentence, at, words, who.people, who.names, who.document)
        if fitting:
            direct = [one for one in fitting if verb and verb[1] <= one[0].start and self._is_direct(verb, one[0])]
            before = [one for one in fitting if one[0].start < at]
            place, event = direct[0] if direct else before[-1] if before else fitting[0]
            self._remember(saying, place)
            return event
        return self._told_before(saying, any(place.start < until and not self._is_old(event) for place, event in here))

    def _remember(self, saying: Saying, place: Excerpt) -> None:
        if self._occasions is not None:
            self._occasions.remember(saying, place.start)

    def _told_before(self, saying: Saying, dated: bool) -> Event | None:
        """The event before a sentence on whose occasion something is said; not where the sentence dates another."""
        last = self._last(saying.sentence[0])
        if self._occasions is None or dated:
            return None
        if last is not None:
            place, event = last
            if _is_years(event) or not self._occasions.holds(saying, place.start):
                return None
            self._remember(saying, place)
            return event
        self._goes_on = self._goes_on or self._occasions.points_back(saying)
        return self._before if self._goes_on and not (self._before and _is_years(self._before)) else None

    def _last(self, end: int) -> _Told | None:
        """What was told last before a place; None where it was of a time long gone, behind sentences that were not."""
        near = self._main[: bisect_left(self._main, end, key=_start)][-_REMEMBERED:]
        recent = [one for one in near if not self._is_old(one[1])]
        if not recent or self._site is None:
            return near[-1] if near else None
        same = self._site.sentence_index(recent[-1][0].start) == self._site.sentence_index(near[-1][0].start)
        return recent[-1] if same else None

    def _dates_saying(self, told: _Told, sentence: Span, verb: Span | None, quoted: Span | None) -> bool:
        """Whether a date of a sentence is that of what is said in it."""
        place, event = told
        text = self._site.text if self._site else ""
        before = text[max(sentence[0], place.start - _NEAR) : place.start]
        if self._is_old(event) and (_CALLED_TO_MIND.search(before) or _is_years(event)):
            return False
        if verb and verb[1] <= place.start and not (quoted and quoted[1] <= verb[0]):
            if self._is_direct(verb, place):
                return True
            outside = quoted is not None and not quoted[0] <= place.start < quoted[1]
            begin = quoted[1] if quoted and quoted[1] <= place.start else verb[1]
            if not outside or _CONTENT.search(text, begin, place.start):
                return False
        if _ON_VISIT.search(before) and not self._is_old(event):
            return True
        return place.start in self._main_starts or _OCCASION.search(before) is not None

    def _is_direct(self, verb: Span, place: Excerpt) -> bool:
        """Whether a date stands with a verb before it, and not in what that says: “announced the case on May 3”."""
        between = self._site.text[verb[1] : place.start].lstrip() if self._site else ""
        if between.endswith((" of ", " of the ")) and not _OCCASION.search(between):
            return False  # “condemned the test of January 6”
        return _BEHIND_VERB.fullmatch(between) is not None and (len(between) < _BESIDE or place.exact[-1:].isdigit())

    def _is_old(self, event: Event) -> bool:
        return int(event.date.span.edtf[:4]) < self._covered


def _start(told: _Told) -> int:
    return told[0].start


def _is_within(place: Excerpt, spans: Sequence[Span], begun: Sequence[int]) -> bool:
    """Whether a place lies in one of several spans, which begin at the offsets `begun`."""
    index = bisect_right(begun, place.start)
    return index > 0 and place.start < spans[index - 1][1]


def _is_of_meeting(site: Site, place: Excerpt) -> bool:
    """Whether a date is that of a meeting at which something is told: “at the April 2019 meeting”."""
    text = site.text
    if _AT_THE.search(text, max(0, place.start - 16), place.start) and _MEETING_BEHIND.match(text, place.end):
        return True
    before = text[max(site.sentence(place.start)[0], place.start - _NEAR) : place.start]
    return text.startswith(",", place.end) and before.startswith(_OPENED_BY) and _OCCASION.search(before) is not None


def _is_years(event: Event) -> bool:
    """Whether a date is that of several years or a year alone, in which much more was done than said."""
    first, _, last = event.date.span.edtf.partition("/")
    return len(first) == 4 or (bool(last) and first[:4] != last[:4])


def _as_expression(text: str, place: Excerpt, event: Event) -> Expression:
    printed = re.search(r"(?:1[6-9]|20)[0-9]{2}", text[place.start : place.end])
    return Expression(place.start, place.end, Part(int(printed.group()) if printed else None))
