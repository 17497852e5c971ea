"""Whom a pronoun, an office, a group or a document stands for, by what the passage told before."""

import re
from collections.abc import Callable, Sequence

from bluebook_desktop.extraction.agents import OFFICE
from bluebook_desktop.extraction.groups import Groups
from bluebook_desktop.extraction.text import Site
from bluebook_desktop.extraction.told import OPENS_PHRASE, Named, Speakers, named_within

_FAMILY = re.compile(
    r"(?P<who>(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Oo]ne|[Aa]n?"
    r"|[Tt]he) (?:[\w-]+ ){0,2}?(?:(?:great-)*(?:grand)?(?:mother|father|parent|son"
    r"|daughter|child)|sister|brother|aunt|uncle|friend|colleague|host|guide|lady|gentleman|woman|man|boy|girl|teacher"
    r"|student|doctor|nurse|farmer|principal|mayor|villager|fisherman|survivor|participant|trainee|counterpart"
    r"|pupil|neighbor))\b"
)
#: What stands before the subject of a sentence: "In the village, a woman …", "Then a man …".
_LEADS_IN = re.compile(
    r"(?:^|[.!?”] )(?:(?:In|At|On|When|After|Before|One|During|By|As) [^.!?;“”]{2,80}, |(?:Then|Once|Later),? )$"
)
_OPENS_CLAUSE = re.compile(r"(?:Before|After|When|While|As|Once|Although|Though|Because) (?:the )?(?=[A-Z])")
_OFFICE_AND = re.compile(rf"(?P<words>{OFFICE.pattern.removesuffix('$')}) and $")
#: An opening before the subject: “At the summit on the Goals (SG), X presented …”.
#: “Talks ended, and President X resigned.”
_SECOND_CLAUSE = re.compile(r"(?:, (?:and|but|while)|;) ")
_OF_OFFICE = re.compile(r"(?:[A-Z][\w-]+ ){0,3}")
_LONGEST_OFFICE = 60
#: So far back somebody is looked for whom nobody names, and so long is what may stand before him in his sentence.
_FAR, _LEAD = 4000, 120
#: What people who met issue together; a report or a law is nobody's words that is named before it.
_JOINT = re.compile(
    r"(?:statement|declaration|communiqu[eé]|release|document|announcement|outlook|letter|message|guidelines"
    r"|memorandum|framework|plan|roadmap|summary)s?\b",
    re.IGNORECASE,
)
_OF_SOMEBODY = re.compile(r" (?:of|by|from) (?=[A-Z])")
_OPENED = re.compile(
    r"(?:At|In|On|During|After|Following|Before) [^,;.!?“”]{3,90}(?:, (?:19|20)[0-9]{2})?, (?:the |then-)?(?=[A-Z])"
)

#: What stands before the subject of a sentence: a phrase, or what somebody says.
_LEADS_TO = (
    re.compile(
        rf"{OPENS_PHRASE.pattern}(?:[^,;.!?“”]|(?<=\b[A-Z])\.){{3,160}}"
        r"(?:, (?:19|20)[0-9]{2})?, (?:the |then-)?(?=[A-Z])"
    ),
    re.compile(r"“[^“”]{1,600}”,? (?:the )?(?=[A-Z])"),
)


class Referents:
    """Whom the words for somebody mean in one passage; `told` are the subjects found so far, each with its sentence."""

    def __init__(
        self,
        site: Site,
        named: Sequence[Named],
        voice: Speakers | None,
        before: tuple[str, ...],
        nearest: Callable[[int, int], Speakers],
    ) -> None:
        self._site = site
        self._named = named
        self._voice = voice
        self._before_here = before
        self._nearest = nearest
        self._groups = Groups(site, named)
        self.told: list[tuple[int, Speakers]] = []

    def pronoun(self, one: re.Match[str]) -> Speakers:
        """Whom a pronoun means; *I* is the contributor whose voice this is."""
        word = one.group()
        if word in {"I", "we", "We"}:
            voice = self._voice if word == "I" and self._voice else Speakers(names=(word,))
            return Speakers(voice.people, voice.names, one.start())
        return self._antecedent(one.start(), plural=word.lower() == "they")

    def of_two(self, one: re.Match[str]) -> Speakers:
        """Whom *the latter* or *the former* means: of the people in the nearest sentence before that names several."""
        index = self._site.sentence_index(one.start())
        for sentence in range(index, max(-1, index - 3), -1):
            begin, end = self._site.sentences[sentence] if self._site.sentences else (0, one.start())
            here = self._in(begin, min(end, one.start()))
            if len({named.person for named in here}) >= 2:
                meant = here[-1] if one["which"] == "latter" else here[0]
                return Speakers((meant.person,), (self._site.text[meant.shown : meant.end],), one.start())
        return Speakers(names=(one.group(),), start=one.start())

    def holders(self, office: re.Match[str], start: int) -> Speakers:
        """Who "the Prime Minister", or "the Prime Minister and the President", are."""
        people, names, text = self._holder(office["office"], start), [office.group()], self._site.text
        if joined := _OFFICE_AND.search(text, max(0, start - 60), start):
            people = (*self._holder(joined["office"], joined.start()), *people)
            names.insert(0, joined["words"])
        return Speakers(tuple(dict.fromkeys(people)), tuple(names), joined.start() if joined else start)

    def _holder(self, office: str, start: int) -> tuple[str, ...]:
        """Who was last named with an office before "the Prime Minister" in the passage."""
        text = self._site.text
        for one in reversed(self._in(start - _FAR, start)):
            title = text[one.shown : one.start].strip().lower()
            if title.endswith(office.lower()) or re.match(
                rf"{re.escape(office.lower())} (?:of|for|in charge)\b", title
            ):
                return (one.person,)
        return ()

    def _antecedent(self, start: int, *, plural: bool) -> Speakers:
        """Whom *he* or *they* means: the subject told last that is one, or several."""
        index = self._site.sentence_index(start)
        newer = None if plural else self._opens_before(index) or self._opens_clause(index, start)
        if newer := newer or (None if plural else self._opens_sentence(index, start)):
            return Speakers((newer.person,), (self._site.text[newer.shown : newer.end],), start)
        for told, speakers in reversed(self.told):
            if told <= index and speakers.may_be(plural=plural):
                return Speakers(speakers.people, speakers.names, start)
        mine = self._voice.people if self._voice else ()  # who says *I* is no *he* or *she*
        near = self._in(start - _FAR, start)
        earlier = [one for one in near if one.person not in mine]
        if not plural and earlier:
            first = min(one.start for one in earlier if self._index(one) == self._index(earlier[-1]))
            subject = next(one for one in earlier if one.start == first)
            return Speakers((subject.person,), (self._site.text[subject.shown : subject.end],), start)
        begin, _ = self._site.sentence(start)
        if plural and (here := self._nearest(begin, start)) and here.may_be(plural=True):
            return Speakers(here.people, here.names, start)
        if plural and index:
            begin, end = self._site.sentences[index - 1]
            return self._nearest(begin, _first_verb(self._site.text, begin, end))
        if not plural:
            text = self._site.text
            relatives = list(_FAMILY.finditer(text, max(0, start - _FAR), start))
            begins = {begin for begin, _ in self._site.sentences}
            opening = [
                one
                for one in relatives
                if one.start() in begins or _LEADS_IN.search(text, max(0, one.start() - _LEAD), one.start())
            ]
            if opening:
                return Speakers(names=(opening[-1]["who"],), start=start)
        # Whom the passage before told of last is shown by name; nobody is linked who is not named here.
        return Speakers(names=() if plural else self._before_here, start=start)

    def _opens_clause(self, index: int, start: int) -> Named | None:
        """Whom the clause that opens the sentence tells of: “Before X ended his visit, he promised …”."""
        begin, _ = self._site.sentences[index] if self._site.sentences else (0, 0)
        opened = _OPENS_CLAUSE.match(self._site.text, begin, start)
        mine = self._voice.people if self._voice else ()
        return next(
            (one for one in self._in(begin, start) if opened and one.shown == opened.end() and one.person not in mine),
            None,
        )

    def _opens_sentence(self, index: int, start: int) -> Named | None:
        """Whom the sentence itself opens with, and nothing else: “X had visited Ur, where he said …”."""
        if self.told and self.told[-1][0] == index:
            return None
        begin, end = self._site.sentences[index] if self._site.sentences else (0, 0)
        mine = self._voice.people if self._voice else ()
        here = [one for one in self._in(begin, start) if one.person not in mine]
        opened = _OPENED.match(self._site.text, begin, end)
        places = {begin, *({opened.end()} if opened else set())}
        return here[0] if here and self._stands_at(here[0].shown, places) else None

    def _opens_before(self, index: int) -> Named | None:
        """Whom the sentence before opens with, when nobody is told of since: "X saw the dam. “…,” he said."."""
        told = self.told[-1][0] if self.told else -1
        if not 0 <= told < index - 1:
            return None
        begin, end = self._site.sentences[index - 1]
        mine = self._voice.people if self._voice else ()
        opened = _OPENED.match(self._site.text, begin)
        places = {begin, *(clause.end() for clause in _SECOND_CLAUSE.finditer(self._site.text, begin, end))}
        places |= {opened.end()} if opened else set()
        here = self._in(begin, end)
        found = [one for one in here if one.person not in mine and self._stands_at(one.shown, places)]
        return found[0] if found else None

    def _in(self, first: int, end: int) -> Sequence[Named]:
        return named_within(self._named, first, end)

    def _stands_at(self, shown: int, places: set[int]) -> bool:
        return _stands_at(self._site.text, shown, places)

    def issuers(self, start: int, words: str) -> Speakers:
        """Who issued a document together: the people of the sentence before that tells of it, else it speaks itself.

        One that is called somebody's is only his: “the statement of Prime Minister X”.
        """
        end = start + len(words)
        if owned := _OF_SOMEBODY.search(words):
            here = self._in(start, end)
            own = next((one for one in here if start + owned.end() == one.shown or start < one.end <= end), None)
            return Speakers((own.person,) if own else (), (words,), start, document=True)
        people = self._groups.issuers(start) if _JOINT.search(words) else ()
        return Speakers(people, (words,), start, document=True)

    def members(self, words: str, start: int) -> tuple[str, ...]:
        """The people that a group named by its number stands for, when the passage named just so many together."""
        return self._groups.members(words, start)

    def _index(self, one: Named) -> int:
        return self._site.sentence_index(one.start)


def opens_with(site: Site, named: Sequence[Named], index: int) -> Named | None:
    """Whom a sentence opens with, or the clause behind what leads to its subject: “On May 3, President X …”."""
    begin, end = site.sentences[index]
    places = {begin, *(lead.end() for pattern in _LEADS_TO if (lead := pattern.match(site.text, begin, end)))}
    return next((one for one in named if begin <= one.start < end and _stands_at(site.text, one.shown, places)), None)


def _stands_at(text: str, shown: int, places: set[int]) -> bool:
    """Whether a name stands at one of some places, or behind words of an office that no title has."""
    return any(
        place <= shown and _OF_OFFICE.fullmatch(text, place, shown)
        for place in places
        if shown - place < _LONGEST_OFFICE
    )


def _first_verb(text: str, begin: int, end: int) -> int:
    """Where the predicate of a sentence begins, as far as a few common verbs show it."""
    match = re.compile(r"\b(?:\w+ed|held|met|made|paid|are|is|was|were|will|have|has)\b").search(text, begin, end)
    return match.start() if match else end
