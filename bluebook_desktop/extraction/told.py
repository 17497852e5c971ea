"""Who is told of in a passage: the people that it names, and whoever says something."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.extraction.agents import OFFICE
from bluebook_desktop.extraction.offices import TITLE
from bluebook_desktop.extraction.text import Site

_TITLE_BEFORE = re.compile(
    rf"(?<![\w-]){TITLE}(?:(?: (?:of|for|to|in|on|the|charge|and(?! {TITLE})))+(?: [A-Z][\w.’'-]*,?)+)*"
    r"(?: \([A-Z]{2,6}\))? $"
)
_PLURAL_NAME = re.compile(
    r"\band\b|\b(?:[Bb]oth|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]everal|[Mm]any|[Ss]ome)\b"
    r"|(?<!U)(?<![Ss]tate)(?<!s)s$|people|media|police"
)
#: A preposition that opens a sentence, and with it a phrase: what stands behind it is no subject.
OPENS_PHRASE = re.compile(
    r"(?:Under|In|At|On|With|By|After|During|For|From|Of|Since|Before|Following|Through|Upon|Within|Amid|Despite|Towards?"
    r"|Regarding|Concerning|To|As|Based on|According to) "
)
#: “The Secretary-General’s verdict” is his.
_WORDS_OF = re.compile(
    r"[’']s (?:own )?(?:verdict|answer|reply|response|message|words|appeal|warning|conclusion|comment|question|advice)$"
)
_ONE_OF_MANY = re.compile(r"(?:[Aa]n?|[Oo]ne|[Mm]y|[Hh]is|[Hh]er|[Aa]nother)\b")


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who says something: people's ids, and the words to show; `start` is where the subject begins."""

    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    start: int = 0
    document: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.names)

    def without_phrases(self) -> "Speakers":
        """The same without what opens a sentence and is nobody: “Under the Joint Plan of Action”."""
        if self.people:
            return self
        kept = tuple(_WORDS_OF.sub("", name) for name in self.names if not OPENS_PHRASE.match(name))
        return self if kept == self.names else replace(self, names=kept)

    def may_be(self, *, plural: bool) -> bool:
        """Whether *they*, or *he* and *she*, may mean these."""
        if len(self.people) == 1 and len(self.names) <= 1:
            return not plural
        if len(self.people) > 1 or len(self.names) > 1:
            return plural
        name = self.names[0] if self.names else ""
        one = _ONE_OF_MANY.match(name) or OFFICE.fullmatch(name)
        return not plural if one else plural and bool(_PLURAL_NAME.search(name))


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a person in a passage, and where its title begins."""

    person: str
    start: int
    end: int
    shown: int


def names_in(site: Site, mentions: Sequence[tuple[str, Excerpt]]) -> list[Named]:
    """The people that a passage names, in order; `shown` is where the title before a name begins."""
    found = [
        Named(person, mention.start, mention.end, _title_start(site, mention.start)) for person, mention in mentions
    ]
    return sorted(found, key=lambda one: one.start)


def named_within(named: Sequence[Named], first: int, end: int) -> Sequence[Named]:
    """Those of the people that a passage names, in order, whose names begin between two offsets."""
    return named[bisect_left(named, first, key=_start) : bisect_left(named, end, key=_start)]


def _start(one: Named) -> int:
    return one.start


def _title_start(site: Site, name: int) -> int:
    """Where the title before a name begins in its sentence; the name's own beginning where there is none."""
    begin = max(site.sentence(name)[0], name - 120)
    title = _TITLE_BEFORE.search(site.text[begin:name])
    return begin + title.start() if title else name
