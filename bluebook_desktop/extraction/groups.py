"""Which people a group stands for that is named by its number or office: “the two leaders”, “the four ministers”."""

import re
from collections.abc import Sequence

from bluebook_desktop.extraction.text import Site
from bluebook_desktop.extraction.told import Named, named_within

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4}
#: A group of those told of, and nothing that says of whom else: not “the G7 leaders”, “the leaders of the 16 states”.
_GROUP = re.compile(
    r"(?:(?:[Tt]he|[Tt]hese|[Bb]oth|[Aa]ll) )?(?:(?P<number>two|three|four|five|both|2|3|4) )?(?:[Oo]f them )?"
    r"(?P<kind>(?:[A-Za-z-]+ )?(?:leaders|ministers|Ministers|secretaries|presidents|officials)|)"
    r"(?: of (?:the two|both|the) (?:countries|nations|sides|states))?"
)
_LEADER = re.compile(
    r"(?:^|[\W])(?:(?<!Vice )(?<!Vice-)President(?:-elect)?|Prime Minister|Premier|Chancellor|King|Queen|Emperor|Sultan"
    r"|Emir|Pope|Crown Prince|State Counsellor|Supreme Leader|General Secretary)\b"
)
_MINISTER = re.compile(
    r"\b(?:(?<!Prime )Minister|Secretary|Secretaries|High Representative|Vice-Minister|Chancellor)\b"
)
_OFFICE_BEHIND = re.compile(r",? (?:\(|(?:then |the |who (?:became|was|is) )?(?=[A-Z]))[^,;.)]{3,60}")
_PLAIN_GROUP = re.compile(r"\b(?:(?P<number>two|three|four|five) )?(?:leaders|ministers|sides)\b")
#: So many sentences are read back.
_FAR = 12
#: So many sentences after they were told of, those who met are still meant where nobody else was told of.
_SOON = 3


class Groups:
    """Finds the members of groups in one passage."""

    def __init__(self, site: Site, named: Sequence[Named]) -> None:
        self._site = site
        self._named = named
        self._of: dict[str, list[Named]] = {}
        for one in named:
            self._of.setdefault(one.person, []).append(one)

    def members(self, words: str, start: int) -> tuple[str, ...]:
        """The people that a group stands for, when the passage told of just these together; else nobody."""
        group = _GROUP.fullmatch(words)
        if group is None or not (group["number"] or group["kind"] or group.group().startswith("Both")):
            return ()
        word = group["number"] or ("both" if words.lower().startswith("both") else "")
        return self._told(start, _COUNTS.get(word), group["kind"].split()[-1].lower() if group["kind"] else "")

    def issuers(self, start: int) -> tuple[str, ...]:
        """The people who were told of together last, before what they issued."""
        return self._told(start, None, "")

    def _told(self, start: int, number: int | None, kind: str) -> tuple[str, ...]:
        index = self._site.sentence_index(start)
        since: set[str] = set()
        for sentence in range(index, max(-1, index - _FAR), -1):
            begin, end = self._site.sentences[sentence] if self._site.sentences else (0, start)
            here = named_within(self._named, begin, min(end, start))
            people = tuple(dict.fromkeys(one.person for one in here if self._is_of(one.person, kind, start)))
            if len(people) >= 2:
                whole = (number is None or len(people) == number) and since <= set(people)
                return people if whole and (number or not self._means_others(sentence, here, len(people))) else ()
            since |= set(people)
            if number and len(since) == number and index - sentence < _SOON:
                later = named_within(self._named, begin, start)
                return tuple(dict.fromkeys(one.person for one in later if one.person in since))
        return ()

    def _is_of(self, person: str, kind: str, start: int) -> bool:
        """Whether the passage tells an office of somebody that a group of a kind has."""
        if kind not in {"leaders", "presidents", "ministers", "secretaries"}:
            return True
        wanted = _LEADER if kind in {"leaders", "presidents"} else _MINISTER
        return any(wanted.search(self._office(one)) for one in self._of.get(person, ()) if one.start < start)

    def _office(self, one: Named) -> str:
        """What stands before a name and right behind it."""
        text = self._site.text
        behind = _OFFICE_BEHIND.match(text, one.end)
        return f"{text[one.shown : one.start]} {behind.group() if behind else ''}"

    def _means_others(self, sentence: int, here: Sequence[Named], count: int) -> bool:
        """Whether the sentence tells of a group that was there before these: “the ministers, with X in place of Y”."""
        begin, _ = self._site.sentences[sentence] if self._site.sentences else (0, 0)
        group = _PLAIN_GROUP.search(self._site.text, begin, here[0].shown)
        return group is not None and _COUNTS.get(group["number"]) != count
