"""Whether what somebody says was said on an occasion told before: the same meeting, visit, speech or paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bluebook_desktop.extraction.text import Site, Span

#: What people speak at, and what they say it in.
_MEETING = (
    r"meetings?|summit|(?<!press )conference|talks?|consultations?|sessions?|ceremony|reception|dialogue|forum|hearing"
    r"|debate|rally|symposium|visit|dinner|board|gathering|assembly|congress|negotiations?|conversation"
    r"|(?:phone |telephone )?call"
)
_PAPER = (
    r"statement|declaration|communiqu[eé]|document|letter|message|telegram|note|agreement|release|report|speech|address"
    r"|lecture|remarks|interview|announcement|vision|outline|memorandum|summary"
)
_OCCASION = re.compile(
    rf"\b(?:{_MEETING}|{_PAPER}|meet(?:s|ing)?|met|visited|visits|visiting|came|arrived|travell?ed|went|called on"
    r"|calls? on|telephoned|spoke|speaks|addressed|delivered|issued|released|signed|signing|hosted|chaired|attended"
    r"|(?:was|were) in|took part|convened|received|welcomed|told|said|stated|announced|explained|declared"
    r"|protest(?:s|ed)?|wrote|talked|stood|press conference|agreed|decided|concurred|confirmed|“?2[+]2”?)\b",
    re.IGNORECASE,
)
_PLAIN = r"(?: (?!of\b|in\b|on\b|at\b)[a-z][\w’'-]*){0,3}?"
#: “In his speech”, “at the meeting”, “in the joint press statement”, “there”: what was told before, not another one.
_POINTS_BACK = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Ff]or|[Tt]o|[Ww]ith|[Cc]losing|[Oo]pening)"
    rf" (?:(?:the|this|that|these|both){_PLAIN} (?:{_MEETING}|{_PAPER})"
    rf"|(?:his|her|their|its){_PLAIN} (?:{_MEETING}|speech|address|remarks|statement|declaration|communiqu[eé]))\b"
    r"(?! (?:of|on|in|held (?:in|on)) (?:[A-Z0-9]|the [A-Z0-9]))"
    r"|(?:^|[,;] )[Tt]here,|^In it\b|^At the latter\b"
    r"|\b(?:[Tt]he|[Tt]his|[Tt]heir|[Ii]ts)(?: [a-z-]+){0,2} (?:statement|declaration|communiqu[eé]|document|letter"
    r"|message|telegram|speech|address) (?!of\b|by\b|from\b)"
)
#: “In the “Joint Statement on …,” the two leaders”, “in the Leaders’ Communiqué”: what those who met put down.
_JOINT_PAPER = re.compile(
    r"^[Ii]n (?:the|their|a) (?:“?[A-Z][\w’'-]* |[a-z]+ ){0,3}“?(?:[Jj]oint |[Pp]ress )?(?:[Ss]tatement|[Dd]eclaration"
    r"|[Cc]ommuniqu[eé])\b"
)
#: Those who met, as a group.
_THOSE_WHO_MET = re.compile(
    r"(?:[Tt]he |[Bb]oth |[Aa]ll )?(?:(?:two|three|four|five|six|seven|both|[0-9]+) )?(?:of them|leaders|ministers"
    r"|sides|countries|participants|parties|governments|delegations|secretaries|presidents|heads)"
    r"(?: of (?:the|both) \w+(?: \w+)?)?|(?:[Tt]he )?\S+ (?:side|delegation)|[Tt]hey"
)
#: Another time than that of what was told: “Earlier”, “two days later”, “each time”.
_OTHER_TIME = re.compile(
    r"\b(?:earlier|previously|subsequent(?:ly)?|afterwards?|later|formerly|meanwhile|repeatedly|always|often|used to"
    r"|each time|each of these|every time|since then|in between|in the meantime|eventually|the eve of|(?:before|after)"
    r" (?:that|this|it|them|then)|long before|days? (?:before|after)|at present|now|today|to date|so far"
    r"|(?:the|that|on the) (?:next|following|previous|preceding) (?:day|morning|afternoon|evening|week|month|year))\b",
    re.IGNORECASE,
)
#: What had been said was said before; what is or has been said has no one time, but where a paper says it.
_OTHER_TENSE = re.compile(r"\b(?:had|has|have)(?: (?:also|already|once|long|\w+ly))? ?$")
_IS_SAID = re.compile(r"(?!(?:said|told|made|spoke|put|set|read)\b)[a-z]+s|say|recall|insist|claim|argue|hope")
_AGAIN = r"also|further|furthermore|in addition|for (?:his|her|its|their) part|at the same time"
_GOES_ON = re.compile(rf"(?:(?i:{_AGAIN})|Moreover|In response|In reply)\b|[^.;]{{0,60}}?\b(?:{_AGAIN})\b")
_REPLIED = re.compile(
    r"\b(?:repl(?:y|ied)|answered|responded|assured|told (?:him|her|them)|thanked (?:him|her|them)) ?$"
)
#: “He told him”, where one guest was told of.
_TO_GUEST = re.compile(r"\b(?:told|assured|asked|urged|promised|thanked) (?:him|her)\b")
#: What had been done before the rest is told by the way.
_BY_THE_WAY = re.compile(r"[^,;]{0,80}?\bhad (?:\w+ly |also |already |just )?\w+")
#: “At the summit on the Goals”, “at the LNG Conference”: an occasion of its own.
_ANOTHER = re.compile(
    rf"^(?:At|In|During) (?:the|an?)\b[^,;]*[A-Z][^,;]*(?:{_MEETING}|Summit|Meeting|Conference|Session|Assembly)\b"
    rf"|^(?:At|In|During) an? [^,;]*\b(?:{_MEETING}|{_PAPER})\b"
    rf"|\b(?:at|in|during) an? (?:[\w-]+ ){{0,3}}(?:{_MEETING}|{_PAPER})\b"
)
_SUBJECT = re.compile(r"(?:[A-Z][^,.;]{0,60}, )?(?P<who>[Hh]e|[Ss]he|[Tt]hey)\b")
_SAID = re.compile(r"\bthat\b|[“:\"]")
_MARKED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said in a sentence: its verb, or the marks alone, and who says it."""

    sentence: Span
    at: int
    verb: str
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    document: bool = False


class Occasions:
    """What is said in one passage, in its order, and what of it belongs to one occasion."""

    def __init__(self, site: Site, people: Sequence[tuple[str, int]], dates: Sequence[Span]) -> None:
        self._site = site
        self._people = people
        self._dates = dates
        #: What was last found to be said on which occasion (the place of its date).
        self._last: tuple[Saying, int] | None = None

    def remember(self, saying: Saying, occasion: int) -> None:
        """Something was said on the occasion dated at an offset."""
        self._last = saying, occasion

    def holds(self, saying: Saying, occasion: int) -> bool:
        """Whether something is said on the occasion that a sentence before dates at an offset."""
        begin, end = self._site.sentence(occasion)
        if not self._keeps_time(saying) or not self._is_occasion(occasion):
            return False
        previous = self._last[0] if self._last and self._last[1] == occasion else None
        reached = max(end, previous.sentence[1] if previous else 0)
        between = [span for span in self._site.sentences if reached <= span[0] < saying.sentence[0]]
        if any(self._tells_another_time(span) for span in between):
            return False
        return (
            self._points_back(saying)
            or (not between and self._adds(saying))
            or (previous is not None and self._goes_on(saying, previous))
            or self._has_part(saying, (begin, end))
        )

    def _is_occasion(self, occasion: int) -> bool:
        """Whether what a date is told with, up to the dates beside it, is a meeting, a visit, a paper or a saying."""
        begin, end = self._site.sentence(occasion)
        if _BY_THE_WAY.match(_outside_marks(self._site.text[begin:end]).lstrip("“”, ")):
            return False
        first = max((stop for _, stop in self._dates if begin <= stop <= occasion), default=begin)
        last = min((start for start, _ in self._dates if occasion < start < end), default=end)
        return _OCCASION.search(_outside_marks(self._site.text[first:last])) is not None

    def points_back(self, saying: Saying) -> bool:
        """Whether the words go on with an occasion that the passage before told of."""
        return self._keeps_time(saying) and self._points_back(saying)

    def _keeps_time(self, saying: Saying) -> bool:
        """Whether nothing beside the verb says that it was at another time."""
        before = _outside_marks(self._site.text[saying.sentence[0] : saying.at])
        if _OTHER_TIME.search(before) or _OTHER_TENSE.search(before) or _ANOTHER.search(before):
            return False
        near = self._behind(saying)[:60]
        if _OTHER_TIME.match(near.strip()) or _ANOTHER.search(near):
            return False
        return saying.document or _IS_SAID.fullmatch(saying.verb) is None

    def _tells_another_time(self, span: Span) -> bool:
        words = _outside_marks(self._site.text[slice(*span)])
        return bool(_OTHER_TIME.search(words) or _ANOTHER.search(words))

    def _points_back(self, saying: Saying) -> bool:
        begin, _ = saying.sentence
        before = _outside_marks(self._site.text[begin : saying.at + len(saying.verb) + 1])
        return any(_POINTS_BACK.search(words) for words in (before, self._behind(saying))) or (
            _JOINT_PAPER.match(self._site.text[begin : saying.at]) is not None and self._is_group(saying)
        )

    def _behind(self, saying: Saying) -> str:
        """What stands behind a verb before what it says."""
        begin, end = saying.at + len(saying.verb), saying.sentence[1]
        said = _SAID.search(self._site.text, begin, end)
        return self._site.text[begin : said.start() if said else end]

    def _goes_on(self, saying: Saying, previous: Saying) -> bool:
        """Whether the same ones go on, or somebody else in the same breath or in reply."""
        if set(saying.people) & set(previous.people) or _folded(saying.names) & _folded(previous.names):
            return True
        if saying.sentence == previous.sentence:
            return True
        said = self._site.text[saying.sentence[0] : saying.at + len(saying.verb) + len(" them")]
        return _REPLIED.search(said.rstrip() + " ") is not None or self._adds(saying)

    def _adds(self, saying: Saying) -> bool:
        """Whether the sentence says that it goes on: “Furthermore, …”, “they also …”."""
        return _GOES_ON.match(self._site.text, saying.sentence[0], saying.at + len(saying.verb) + 8) is not None

    def _has_part(self, saying: Saying, told: Span) -> bool:
        """Whether who speaks is named as having part in the occasion, or is the group of those who met."""
        there = {person for person, start in self._people if told[0] <= start < told[1]}
        if set(saying.people) & there:
            return True
        if self._is_group(saying):
            return True
        if len(there) == 1 and _TO_GUEST.search(self._site.text[saying.at : saying.sentence[1]]):
            return True
        subject = _SUBJECT.match(self._site.text, saying.sentence[0], saying.at)
        own = subject and re.search(rf"\b{subject['who']}\b", self._site.text[slice(*told)], re.IGNORECASE)
        return own is not None and subject is not None

    def _is_group(self, saying: Saying) -> bool:
        return bool(saying.names) and all(_THOSE_WHO_MET.fullmatch(name) for name in saying.names)


def _folded(names: Sequence[str]) -> set[str]:
    return {name.lower() for name in names}


def _outside_marks(words: str) -> str:
    return _MARKED.sub(" “” ", words)
