"""Who says something: verbs of saying, their subjects, and the people that a group stands for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bluebook_desktop.domain.records import Person
from bluebook_desktop.extraction.names import TITLE
from bluebook_desktop.extraction.text import Site, Span

_REGULAR = (
    "affirm|reaffirm|confirm|reconfirm|underscor|underlin|explain|instruct|emphasi[sz]|reiterat|prais|"
    "declar|pledg|promis|argu|welcom|condemn|acknowledg|respond|remark|mention|address|announc|"
    "highlight|stress|request|urg|claim|express|convey|not|recogni[sz]|report|insist|propos|suggest|"
    "commend|appreciat|assert|warn|demand|remind|repl(?:i|y)|commit|protest|oppos|answer|lament|appeal|"
    "laud|hail"
)
_IRREGULAR = (
    "concur|concurs|concurred|concurring|agree|agrees|agreed|state|states|stated|stating|say|says|said|"
    "saying|tell|told|telling|speak|spoke|ask|asked|call for|called for|called on|called upon|"
    "calling for|point out|points out|pointed out|pointing out|paid tribute|pay tribute|paying tribute|"
    "look back on|looked back on|looks back on|share the|shared the|shares the|shared their|shared his|"
    "shared its|exchanged views|made clear|makes clear|made it clear|wrote|write|writes|replied|"
    "committed|put it"
)
#: A verb of saying in a finite form or a participle; no word boundary is asked for before a joined "that".
_WHOLE = "|".join(sorted(_IRREGULAR.split("|"), key=len, reverse=True))
VERB = re.compile(rf"\b(?:(?:{_REGULAR})(?:ed|es|s|ing|e)?(?=that\b|\b)|(?:{_WHOLE})\b)")
_NOUNS = (
    "not|note|notes|report|reports|address|addresses|state|states|claim|claims|request|requests|appeal|"
    "answer|answers|protest|protests|mention|praise|stress|highlight|highlights|remark|remarks|promise|"
    "promises|pledge|pledges|commit|welcome|demand|demands|highlighting|reporting|proposing|demanding|"
    "ask|speak|say|tell"
)

_NUMBER = r"(?:two|three|four|five|six|seven|both|several|2|3|4)"
_MEMBERS = (
    r"(?:foreign |defen[cs]e |cabinet |cabinet-level |prime )*(?:ministers|leaders|secretaries|officials"
    r"|governments|sides"
    r"|countries|nations|parties|presidents|heads of (?:state|government)|participants|delegations|allies|states)"
)
_STATES = (
    r"(?:Japan|the U\.?S\.?|the United States|China|the ROK|the Republic of Korea|Russia|India|Australia|North Korea"
    r"|the DPRK|the UK|the EU|France|Germany|Canada|Italy|NATO|ASEAN|the Philippines|Indonesia|Viet ?[Nn]am|Thailand)"
)
_STATE_LIST = rf"{_STATES}(?:(?:, {_STATES})*,? and {_STATES})?"
_OFFICES = (
    r"[Tt]he (?:Government|Governments|Ministry|Minister|Ministers|Ministries|Department|Cabinet|Prime Minister"
    r"|President|Emperor"
    r"|Foreign Minister|Defense Minister|Secretary|Ambassador|Commander|Chairman|Chair|Governor|Mayor"
    r"|White House|Pentagon"
    r"|Security Council|General Assembly|Embassy|Committee|Council|Commission|Secretariat|Japanese side|U\.S\. side"
    r"|Japanese [Gg]overnment|U\.S\. [Gg]overnment|government|ministers|leaders|governments|two)(?: (?:of"
    r"|for) (?:the )?"
    r"(?:[A-Z][\w.]*(?:(?: and| of|, and|,)? (?:the )?[A-Z][\w.]*)*))?"
)
#: Groups, states and offices that can say something.
GROUP = re.compile(
    rf"\b(?:(?:[Tt]he |[Bb]oth |[Aa]ll )?{_NUMBER}(?: (?:of )?(?:the )?)?(?: ?{_MEMBERS})(?: from {_STATE_LIST})?"
    rf"|(?:[Tt]he|[Bb]oth) {_MEMBERS}(?: of (?:the )?(?:both|two|four) (?:countries|nations))?|{_OFFICES}|{_STATE_LIST}"
    r"|USFJ|(?:[Tt]he )?U\.S\. (?:Forces|side)|(?:[Tt]he )?Japanese side)(?![\w-])"
)
_TITLE_BEFORE = re.compile(rf"(?<![\w-]){TITLE} $")
_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey)\b")
_DOCUMENT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]heir|[Aa]|[Tt]hat) (?:[\w“”+.\"-]+ ){0,4}?(?:[Ss]tatement|[Dd]eclaration"
    r"|[Cc]ommuniqu[eé]|[Dd]ocument"
    r"|[Pp]ress [Rr]elease)(?! by| of)\b"
)
_GOVERNED = re.compile(
    r"\b(?:with|by|of|to|between|for|from|at|on|in|under|against|toward|towards|including|among|through|than|via|about"
    r"|over|after|before|during|into|defending|visiting|visited|met) (?:the |then-)?$"
)
_CLAUSE = re.compile(r"(?:;|,? (?:while|but|whereas)|, (?:during|in|at) which| in which) ")
_TITLE_BETWEEN = re.compile(r"(?:[\s,.’'“”()-]|\b(?:[A-Z]\w*|and|of|for|the|as well as|then)\b)*")
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4}


@dataclass(frozen=True, slots=True)
class Speakers:
    """Who says something: people's ids, and the words to show; `start` is where the subject begins."""

    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    start: int = 0
    document: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.names)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention of a person in a passage, and where its title begins."""

    person: str
    start: int
    end: int
    shown: int


def names_in(site: Site, people: Sequence[Person]) -> list[Named]:
    """The people that a passage names, in order; `shown` is where the title before a name begins."""
    found = []
    for person in people:
        for mention in person.mentions:
            if site.holds(mention):
                shown = _title_start(site.text, mention.start)
                found.append(Named(person.id, mention.start, mention.end, shown))
    return sorted(found, key=lambda one: one.start)


def _title_start(text: str, name: int) -> int:
    """Where the title before a name begins; the name's own beginning where there is none."""
    begin = max(0, name - 90)
    title = _TITLE_BEFORE.search(text[begin:name])
    return begin + title.start() if title else name


class Subjects:
    """Finds the subjects of verbs in one passage."""

    def __init__(self, site: Site, named: Sequence[Named], titled: Sequence[Span]) -> None:
        self._site = site
        self._named = named
        self._titled = titled
        #: Subjects of verbs already found in this passage, with the sentence each is of.
        self._told: list[tuple[int, Speakers]] = []

    def of(self, verb: Span) -> Speakers:
        """Who does what the verb says, or nobody when its subject can say nothing."""
        sentence = self._site.sentence(verb[0])
        found = self._behind(sentence, verb) or self._before(sentence, verb)
        if found:
            self._told.append((self._site.sentence_index(verb[0]), found))
        return found

    def _before(self, sentence: Span, verb: Span) -> Speakers:
        text = self._site.text
        start = max([sentence[0], *(m.end() for m in _CLAUSE.finditer(text, sentence[0], verb[0]))])
        found = self._nearest(start, verb[0])
        return found if found or start == sentence[0] else self._nearest(sentence[0], verb[0])

    def _nearest(self, start: int, end: int) -> Speakers:
        """The candidate nearest to the verb that no preposition governs."""
        text = self._site.text
        candidates: list[tuple[int, int, Named | re.Match[str]]] = [
            (one.shown, one.end, one) for one in self._named if start <= one.start < end
        ]
        people = [(shown, stop) for shown, stop, _ in candidates]
        titles = [*people, *self._titled]
        for pattern in (GROUP, _PRONOUN, _DOCUMENT):
            for match in pattern.finditer(text, start, end):
                if not any(first <= match.start() < last for first, last in titles):
                    candidates.append((match.start(), match.end(), match))
        candidates.sort(key=lambda one: one[1], reverse=True)
        for begin, stop, one in candidates:
            before = text[max(0, begin - 24) : begin]
            if _GOVERNED.search(before) or text[stop : stop + 2] in {"’s", "'s", "s'", "’ ", "-U"}:
                continue
            return self._read(one, start)
        return Speakers()

    def _read(self, one: "Named | re.Match[str]", start: int) -> Speakers:
        text = self._site.text
        if isinstance(one, Named):
            chain = self._chain(one, start)
            names = tuple(text[each.shown : each.end] for each in chain)
            return Speakers(tuple(dict.fromkeys(each.person for each in chain)), names, chain[0].shown)
        words = one.group()
        if one.re is _PRONOUN:
            return self._antecedent(one.start(), plural=words.lower() == "they")
        if one.re is _DOCUMENT:
            return self._issuers(one.start(), words)
        return Speakers(self._members(words, one.start()), _split_states(words), one.start())

    def _chain(self, last: Named, start: int) -> list[Named]:
        """The people listed together up to `last`: only titles, commas and *and* between them."""
        chain = [last]
        for one in sorted(
            (n for n in self._named if start <= n.start < last.start), key=lambda n: n.start, reverse=True
        ):
            between = self._site.text[one.end : chain[0].shown]
            if not re.search(r",|\band\b", between) or not _TITLE_BETWEEN.fullmatch(between):
                break
            chain.insert(0, one)
        return chain

    def _antecedent(self, start: int, *, plural: bool) -> Speakers:
        """Whom *he* or *they* means: the subject told last that is one, or several."""
        index = self._site.sentence_index(start)
        for told, speakers in reversed(self._told):
            several = len(speakers.people) != 1
            if told <= index and several == plural:
                return Speakers(speakers.people, speakers.names, start)
        earlier = [one for one in self._named if one.start < start]
        if not plural and earlier:
            first = min(one.start for one in earlier if self._index(one) == self._index(earlier[-1]))
            subject = next(one for one in earlier if one.start == first)
            return Speakers((subject.person,), (self._site.text[subject.shown : subject.end],), start)
        if plural and index:
            begin, end = self._site.sentences[index - 1]
            return self._nearest(begin, _first_verb(self._site.text, begin, end))
        return Speakers()

    def _index(self, one: Named) -> int:
        return self._site.sentence_index(one.start)

    def _issuers(self, start: int, words: str) -> Speakers:
        """Who issued a document: the people of the sentence before that tells of it, else the document itself."""
        people = self._group_before(start, None)
        return Speakers(people, (words,), start, document=True)

    def _members(self, words: str, start: int) -> tuple[str, ...]:
        """The people that a group named by its number stands for, when the passage named just so many together."""
        number = next(
            (count for word, count in _COUNTS.items() if re.search(rf"\b{word}\b", words, re.IGNORECASE)), None
        )
        if not re.search(r"ministers|leaders|secretaries|presidents|officials", words):
            return ()
        return self._group_before(start, number)

    def _group_before(self, start: int, number: int | None) -> tuple[str, ...]:
        index = self._site.sentence_index(start)
        for sentence in range(index, -1, -1):
            here = [one.person for one in self._named if self._index(one) == sentence and one.start < start]
            people = tuple(dict.fromkeys(here))
            if len(people) >= 2 and (number is None or len(people) == number):
                return people
        return ()

    def _behind(self, sentence: Span, verb: Span) -> Speakers:
        """The agent of a passive: "confirmed by the two leaders", "confirmed between Japan and the U.S."."""
        text = self._site.text
        match = re.match(r"(?: \w+){0,4}? (?:by|between|among) ", text[verb[1] : sentence[1]])
        if match is None or not re.search(r"\b(?:was|were|been|is|are)\b[^,;]{0,20}$", text[sentence[0] : verb[0]]):
            return Speakers()
        begin = verb[1] + match.end()
        person = next((one for one in self._named if one.shown == begin), None)
        group = GROUP.match(text, begin)
        if person is not None:
            return Speakers((person.person,), (text[person.shown : person.end],), begin)
        return (
            Speakers(self._members(group.group(), begin), _split_states(group.group()), begin) if group else Speakers()
        )


def _first_verb(text: str, begin: int, end: int) -> int:
    """Where the predicate of a sentence begins, as far as a few common verbs show it."""
    match = re.compile(r"\b(?:\w+ed|held|met|made|paid|are|is|was|were|will|have|has)\b").search(text, begin, end)
    return match.start() if match else end


def _split_states(words: str) -> tuple[str, ...]:
    """A group as printed; two governments of one kind are two."""
    parts = re.split(r",? and (?=[Tt]he (?:Government|Ministry|Department))", words)
    return tuple(part for part in parts if part)


def is_verb(match: re.Match[str]) -> bool:
    """Whether what looks like a verb of saying is one, not a noun or adjective."""
    text, words = match.string, match.group()
    before, after = text[max(0, match.start() - 30) : match.start()], text[match.end() : match.end() + 14]
    if re.search(
        r"\b(?:the|a|an|its|their|his|her|this|that|of|joint|such|any|no|mutual|as|previously|newly|for|more) $", before
    ):
        return False
    if re.search(r"\bto (?:\w+ly )?$", before):
        return False
    if words.lower() in _NOUNS.split("|") and not re.search(r"(?:[a-z]s|[A-Z]\w*\.?|\bwe|\bthey|also) $", before):
        return False
    return not (words == "stated" and re.match(r" (?:goal|aim|in|above|below)", after))
