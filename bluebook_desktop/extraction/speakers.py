"""Who says something: the subjects of verbs, and who is behind a document or what is called somebody's words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bluebook_desktop.extraction.agents import AGENT, DOCUMENT, GROUP, OFFICE
from bluebook_desktop.extraction.governing import (
    asides,
    goes_on,
    is_adjunct,
    is_bare,
    is_governed,
    is_taken,
    joins_clause,
)
from bluebook_desktop.extraction.referents import Referents
from bluebook_desktop.extraction.speaking import VERB, is_verb
from bluebook_desktop.extraction.text import Site, Span, Spans
from bluebook_desktop.extraction.told import Named, Speakers, names_in
from bluebook_desktop.extraction.unlisted import apposed_at, common_before, of_which, proper_before
from bluebook_desktop.extraction.weighing import VIEW_THAT

__all__ = ["GROUP", "Named", "Speakers", "Subjects", "names_in"]

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e)\b")
#: Of the two told of last.
_LATTER = re.compile(r"\b[Tt]he (?P<which>latter|former)\b(?! (?:half|part|case|two|president|prime|[A-Z]))")
#: “It said”, where nothing but the paper told of before can be meant.
_IT = re.compile(r"(?:^|[.!?;”] )It(?: also| then| further)? $")
#: The paper that somebody sent or got: only that can say something in the next sentence.
_SENT_BY = re.compile(
    r"\b(?:sent|sends|received|receives|got|found|wrote|writes|left|brought|gave|handed|delivered|addressed|opened)"
    r"(?: (?!that\b)[\w’'.-]+){0,5}? (?P<paper>(?:an?|the|this) (?:[\w-]+ )?"
    r"(?:letter|message|note|telegram|card|e-mail|postcard))"
    r"(?: (?:from|by|of) (?P<who>(?:an?|the|his|her|one of the|some) (?:[\w-]+ ){0,2}?[\w-]+?)"
    r"(?= (?:at|in|on|who|which|that|of|from)\b|[.,;]))?"
)
_PLAIN_NAME = re.compile(r" (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?=[.,;]| [a-z])")
#: "A statement, which said …": whoever issued it says it.
_ISSUED = re.compile(
    r"\b(?:issu|releas|publish|adopt|deliver|announc|sign)(?:ed|es|ing)(?: (?:yet|also))? $|\b(?:made|gave|sent"
    r"|wrote|read) $"
)
#: "Nuclear-armed states, it says, should": told in passing, whoever the sentence is about.
_IN_PASSING = re.compile(r", (?P<who>it|he|she|they|the [\w ]{2,40}?) (?:also |further )?$")
#: Who of a group is meant stands behind it: “one of them, Haruka Doe, recalls”.
_BY_NAME = re.compile(r", (?P<name>[A-Z][a-z’'-]+(?: [A-Z][\w’'.-]+){1,2}), (?=[a-z])")
_OWNED = re.compile(
    r"[’']s (?:\w+ ){0,2}?(?:answer|reply|response|verdict|question|prayer|advice"
    r"|statement|remarks?|comments?|words|announcement|declaration|pledge|promise|warning"
    r"|appeal|call|claim"
    r"|determination|hope|commitment|resolve|intention|message|view|belief)(?: (?:that|to|of))?[,:]? $"
)
_SAID_BY = re.compile(
    r"\b(?:statement|remarks?|comments?|words|announcement|claim|assertion|argument|view)(?: made| issued)? (?:by|of"
    r"|from) "
    r"(?P<who>[A-Z][^“”,;]{2,80}?) (?:that|:) $"
)
#: “The message, sent by X, read”: the words are those of X.
_SENT = re.compile(r"(?:letter|message|telegram|note|card|e-mail), (?:sent|written|signed|addressed to \w+) by ")
#: Who said it stands behind it in brackets or after a dash.
_NAMED_BEHIND = re.compile(
    r" ?(?:\(|[—–―] ?|- )(?:by )?(?P<who>[A-Z][\w.’'-]*(?: (?:of |for |the )*[A-Z][\w.’'-]*){1,7})(?=[,;)]|\.?$)"
)
_IMPERSONAL = re.compile(r"\b[Ii]t (?:was|has been|is)(?: also| \w+ly| again)* $")
_ALL_SIDES = re.compile(r"\b(?:[Bb]oth|[Tt]he two) (?:sides|countries|leaders|governments|ministers)\b")
_RELATIVE = re.compile(r",? (?:which|that|who)(?: (?:also|had|has|have|then|further))? $")
_ASIDE_BEFORE = re.compile(
    r"[\w.], (?:(?:who|whose|which|then|also|an?|the|aged)\b|(?:[A-Z][\w-]+ ){1,4}(?:of|for|in|to|at) )"
    r"[^,“”\"]{2,100}(?:, [A-Z][\w.]+)?, $"
)
_SEEN_BY = re.compile(r"(?<![\w,] )(?:For|In the (?:eyes|view|opinion) of) ")
#: “Governor X met Minister Y, who began with “…””.
_WHO = re.compile(r", who\b[^,;]*$")
_SOURCE = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of|[Tt]o quote) ")
_CLAUSE = re.compile(r"(?:;|,? (?:while|but|whereas)|, (?:during|in|at) which| in which) ")
#: Nobody stands so far from a verb as its subject: a sentence without end is read only so far.
_FAR = 1_500
_TITLE_BETWEEN = re.compile(r"(?:[\s,.’'“”()-]|\b(?:[A-Z]\w*|and|of|for|the|as well as|then)\b)*")


class Subjects:
    """Finds the subjects of verbs in one passage."""

    def __init__(
        self,
        site: Site,
        named: Sequence[Named],
        titled: Sequence[Span],
        marks: Sequence[Span] = (),
        *,
        voice: Speakers | None = None,
        before: tuple[str, ...] = (),
    ) -> None:
        self._site = site
        self._named = named
        self._ending = {one.end: one for one in reversed(named)}
        self._shown = {one.shown: one for one in reversed(named)}
        self._titled = Spans((*titled, *marks))
        self._spoken = False
        self._ends_of_marks = sorted(end for _, end in marks)
        self._referents = Referents(site, named, voice, before, self._nearest)

    def of(self, verb: Span, *, inverted: bool = False, spoken: bool = False) -> Speakers:
        """Who does what the verb says, or nobody when its subject can say nothing; `inverted` as in “…,” said X.

        Of words in marks (`spoken`) anybody can be the speaker who stands before the verb.
        """
        begin, end = self._site.sentence(verb[0])
        sentence = max(begin, verb[0] - _FAR), min(end, verb[1] + _FAR)
        self._spoken = spoken
        verb = self._main(sentence, verb)
        found = self._behind(sentence, verb) or (self._after(verb) if inverted else None)
        found = found or (self._together(verb) if self._is_impersonal(verb) else self._before(sentence, verb))
        if found:
            self._referents.told.append((self._site.sentence_index(verb[0]), found))
        return found

    def _main(self, sentence: Span, verb: Span) -> Span:
        """The verb whose subject a participle has: “announced that X would return, calling it “regrettable””."""
        text = self._site.text
        if not text[verb[0] : verb[1]].endswith("ing") or not text.endswith(", ", 0, verb[0]):
            return verb
        earlier = (one for one in VERB.finditer(text, sentence[0], verb[0]) if is_verb(one))
        main = next((one for one in earlier if not one.group().endswith("ing")), None)
        reports = main and re.search(r"\bthat\b", text[main.end() : verb[0]])
        return main.span() if main and reports else verb

    def at(self, quoted: int) -> Speakers:
        """Who stands right before the marks when what is in them is their predicate: "they “heralded a new era”"."""
        start, _ = self._site.sentence(quoted)
        within = GROUP.match(self._site.text, quoted + 1)
        found = self._nearest(start, quoted, adjacent=True, space=True)
        if found or within is None:
            return found or of_which(self._site.text[start:quoted], start)
        return Speakers(names=(within.group(),), start=quoted + 1)

    def behind_marks(self, offset: int) -> Speakers:
        """Whose participle opened the sentence: "Calling it “a disgrace,” the Minister …"."""
        stop = self._site.sentence(max(0, offset - 1))[1]
        return self._nearest(offset, stop, governed=True, first=True)

    def told_before(self, offset: int) -> Speakers:
        """Who was told of last before a sentence that names nobody, to say whose words it goes on with."""
        index = self._site.sentence_index(offset)
        told, speakers = self._referents.told[-1] if self._referents.told else (-9, Speakers())
        return speakers if 0 <= index - told <= 2 else Speakers()

    def _is_impersonal(self, verb: Span) -> bool:
        return bool(_IMPERSONAL.search(self._site.text, max(0, verb[0] - 40), verb[0]))

    def _together(self, verb: Span) -> Speakers:
        """Who agrees when "it was confirmed that …": the people of the sentence, or of the one before it."""
        index = self._site.sentence_index(verb[0])
        for begin, end in reversed(self._site.sentences[max(0, index - 1) : index + 1]):
            here = [one for one in self._named if begin <= one.start < min(end, verb[0])]
            people = tuple(dict.fromkeys(one.person for one in here))
            if len(people) >= 2:
                return Speakers(people, tuple(self._site.text[one.shown : one.end] for one in here), verb[0])
            if group := _ALL_SIDES.search(self._site.text, begin, min(end, verb[0])):
                return Speakers((), (group.group(),), verb[0])
        return Speakers()

    @property
    def last_alone(self) -> tuple[str, ...]:
        """The names of the single person told of last, for a *he* that opens the next passage."""
        alone = [
            speakers for _, speakers in self._referents.told if len(speakers.people) == 1 and len(speakers.names) == 1
        ]
        return alone[-1].names if alone else ()

    def without_verb(self, quoted: Span) -> Speakers:
        """Whose words stand in marks when no verb says it: "according to …", a document's, or "“…” (President X)"."""
        offset, end = quoted
        text, (start, _) = self._site.text, self._site.sentence(offset)
        if named := _NAMED_BEHIND.match(text, end):
            one = next((one for one in self._named if named.start("who") <= one.shown < named.end()), None)
            return Speakers((one.person,) if one else (), (named["who"],), offset)
        sources = (
            list(_SOURCE.finditer(text, start, offset))
            or list(_SEEN_BY.finditer(text, start, min(offset, start + 40)))[:1]
        )
        if sources:
            found = self._nearest(sources[-1].end(), offset, governed=True, first=True)
            return found if sources[-1].re is _SOURCE or found.start <= sources[-1].end() + len("then-") else Speakers()
        if view := VIEW_THAT.search(text, start, offset):
            return self._whose_view(start, view)
        if relative := _WHO.search(text[start:offset]):
            return self._nearest(start, start + relative.start(), governed=True)
        found = self._nearest(start, offset, first=True)
        if found or text[start:offset].strip(" “”\"'‘’"):
            return found
        # A sentence of its own goes on with what was quoted just before it: "“…,” he said. “…”".
        told, speakers = self._referents.told[-1] if self._referents.told else (-9, Speakers())
        return speakers if self._site.sentence_index(offset) - told <= 4 else Speakers()

    def _whose_view(self, start: int, view: re.Match[str]) -> Speakers:
        """Who thinks so: “X’s view that …”, “X made no secret of his view that …”."""
        owner = self._ending.get(view.start())
        if owner is not None:
            return Speakers((owner.person,), (self._site.text[owner.shown : owner.end],), owner.shown)
        return self._nearest(start, view.start(), first=True) or self.told_before(view.start())

    def owner(self, offset: int) -> Speakers:
        """Whose words are quoted at an offset when they are called somebody's: "X’s remark that “…”"."""
        text = self._site.text
        owned = _OWNED.search(text, self._site.sentence(offset)[0], offset)
        one = self._ending.get(owned.start()) if owned else None
        if owned and one is None and (office := OFFICE.search(text, max(0, owned.start() - 40), owned.start())):
            return self._referents.holders(office, office.start())
        if one is None and (by := _SAID_BY.search(text, self._site.sentence(offset)[0], offset)):
            one = self._shown.get(by.start("who"))
        return Speakers((one.person,), (text[one.shown : one.end],), one.shown) if one else Speakers()

    def _after(self, verb: Span) -> Speakers:
        """The subject behind a verb that follows what was said: “…,” said the President."""
        text = self._site.text
        if not re.search(r"[”\"’»,] (?:has |had )?$", text[max(0, verb[0] - 8) : verb[0]]):
            return Speakers()
        if _ASIDE_BEFORE.search(text, max(0, verb[0] - 120), verb[0]):
            return Speakers()  # “…,” Prime Minister X, who had lost an uncle there, told the families
        stop = min(self._site.sentence(verb[0])[1], verb[1] + 90)
        found = self._nearest(verb[1], stop, governed=True, first=True)
        plain = _PLAIN_NAME.match(text, verb[1], stop)
        if plain and text[plain.end()] == "," and " " in plain["name"] and found.start > plain.end():
            return Speakers(names=(plain["name"],), start=plain.start("name"))  # “said X Y, a farmer”
        return found or (Speakers(names=(plain["name"],), start=plain.start("name")) if plain else found)

    def _before(self, sentence: Span, verb: Span) -> Speakers:
        text = self._site.text
        passing = _IN_PASSING.search(text, max(sentence[0], verb[0] - 60), verb[0])
        if passing and text[verb[1] : verb[1] + 1] == "," and passing["who"] == "it":
            index = self._site.sentence_index(verb[0])
            begin, end = self._site.sentences[max(0, index - 1)]
            return self.told_before(verb[0]) or (self._nearest(begin, end, first=True) if index else Speakers())
        if sent := _SENT.search(text, sentence[0], verb[0]):
            by = self._shown.get(sent.end())
            if by:
                return Speakers((by.person,), (text[by.shown : by.end],), sent.start())
        if _IT.search(text[sentence[0] : verb[0]]) and (paper := self._paper_before(sentence[0])):
            return paper
        if relative := _RELATIVE.search(text, max(sentence[0], verb[0] - 24), verb[0]):
            antecedent = self._nearest(sentence[0], relative.start(), governed=True, adjacent=True)
            issued = _ISSUED.search(text, sentence[0], antecedent.start) if antecedent.document else None
            issuer = self._nearest(sentence[0], issued.start()) if issued else Speakers()
            if antecedent:
                return issuer or antecedent
        start = max([sentence[0], *(m.end() for m in _CLAUSE.finditer(text, sentence[0], verb[0]))])
        if common := self._common(start, verb[0]):
            return common
        if self._is_participle(start, verb) and (main := self._nearest(start, verb[0], first=True)):
            return main
        found = (
            self._nearest(start, verb[0])
            or proper_before(text, start, verb[0])
            or apposed_at(text, sentence[0], verb[0])
        )
        return found if found or start == sentence[0] else self._nearest(sentence[0], verb[0])

    def _is_participle(self, start: int, verb: Span) -> bool:
        """Whether the subject of the whole clause is that of the verb too: “X had issued the order, saying that”."""
        text = self._site.text
        clause = text[start : verb[0]]
        return (
            text[verb[0] : verb[1]].endswith("ing")
            and clause.endswith(", ")
            and not re.search(r"\b(?:who|which|whom|whose|and|but|while)\b", clause)
        )

    def _common(self, start: int, verb: int) -> Speakers:
        """Whoever stands right before the verb and is in no list, where none of the listed does."""
        first = max(start, verb - 160)
        ended = bisect_right(self._ends_of_marks, verb)
        begin = max(first, self._ends_of_marks[ended - 1]) if ended else first
        behind_marks = begin > first
        common = common_before(self._site.text, begin - behind_marks, verb)
        if not common or not (self._spoken or behind_marks) or self._nearest(common.start, verb):
            return Speakers()
        return common

    def _paper_before(self, sentence: int) -> Speakers:
        """The letter told of in the sentence before, or who it came from."""
        index = self._site.sentence_index(sentence)
        if not index:
            return Speakers()
        papers = list(_SENT_BY.finditer(self._site.text, *self._site.sentences[index - 1]))
        if not papers:
            return Speakers()
        sender = papers[-1]["who"]
        return Speakers((), (sender or papers[-1]["paper"],), papers[-1].start(), document=not sender)

    def _candidates(self, start: int, end: int) -> list["tuple[int, int, Named | re.Match[str]]"]:
        """Whoever could be the subject, none within another, in reading order."""
        text = self._site.text
        aside = Spans(asides(text, start, end))
        first, last = (bisect_left(self._named, at, key=_begin) for at in (start, end))
        people = [
            (one.shown, one.end, one) for one in self._named[first:last] if not aside.hold(one.shown, inside=True)
        ]
        titles = Spans((shown, stop) for shown, stop, _ in people)
        found: list[tuple[int, int, Named | re.Match[str]]] = list(people)
        for pattern in (GROUP, _PRONOUN, _LATTER, DOCUMENT, AGENT):
            for match in pattern.finditer(text, start, end):
                if not any(spans.hold(match.start()) for spans in (titles, self._titled, aside)):
                    found.append((match.start(), match.end(), match))
        return sorted(_outermost(found), key=lambda one: one[1])

    def _nearest(
        self,
        start: int,
        end: int,
        *,
        governed: bool = False,
        adjacent: bool = False,
        first: bool = False,
        space: bool = False,
    ) -> Speakers:
        """The candidate nearest to the verb that no preposition governs and no other verb has for its object."""
        text = self._site.text
        start, end = (start, min(end, start + _FAR)) if first else (max(start, end - _FAR), end)
        candidates = self._candidates(start, end)
        for begin, stop, one in candidates if first else reversed(candidates):
            if text[stop : stop + 2] in {"’s", "'s", "s'", "’ ", "-U"} or (adjacent and stop < end - space):
                continue
            if is_bare(text, begin, stop, end):
                continue
            if not isinstance(one, Named) and (
                (one.re is AGENT and goes_on(text, stop)) or (one.re is GROUP and is_adjunct(text, stop))
            ):
                continue
            indefinite = not isinstance(one, Named) and one.re is DOCUMENT and text[begin : begin + 2] in {"a ", "an"}
            if not governed and (indefinite or is_taken(text, start, begin, stop)):
                continue
            return self._read(self._apposed_to(one, begin, stop) or one, start)
        return Speakers()

    def _apposed_to(self, one: "Named | re.Match[str]", begin: int, end: int) -> Named | None:
        """Who is said to be somebody right behind the name: “X, a nurse, remembers”."""
        text = self._site.text
        if (
            isinstance(one, Named)
            or one.re is not AGENT
            or text[begin - 2 : begin] != ", "
            or text[end : end + 1] != ","
        ):
            return None
        return self._ending.get(begin - len(", "))

    def _read(self, one: "Named | re.Match[str]", start: int) -> Speakers:
        text = self._site.text
        if isinstance(one, Named):
            chain = self._chain(one, start)
            names = tuple(text[each.shown : each.end] for each in chain)
            return Speakers(tuple(dict.fromkeys(each.person for each in chain)), names, chain[0].shown)
        words = one.group()
        if one.re is _PRONOUN:
            return self._referents.pronoun(one)
        if one.re is _LATTER:
            return self._referents.of_two(one)
        if one.re is DOCUMENT:
            return self._referents.issuers(one.start(), re.sub(r"(?<=[a-z])\.$", "", words))
        if office := OFFICE.fullmatch(words):
            return self._referents.holders(office, one.start())
        if one.re is AGENT and (member := _BY_NAME.match(text, one.end())):
            return Speakers(names=(member["name"],), start=member.start("name"))
        return Speakers(self._referents.members(words, one.start()), _split_states(words), one.start())

    def _chain(self, last: Named, start: int) -> list[Named]:
        """The people listed together up to `last`: only titles, commas and *and* between them."""
        chain = [last]
        first, end = (bisect_left(self._named, at, key=_begin) for at in (start, last.start))
        for one in reversed(self._named[first:end]):
            between = self._site.text[one.end : chain[0].shown]
            joined = r"\band\b|\bas well as\b" if len(chain) == 1 else r",|\band\b"
            if not re.search(joined, between) or not _TITLE_BETWEEN.fullmatch(between):
                break
            chain.insert(0, one)
        # A list that a preposition governs is none of subjects: "at the meeting with X, Y and Z stated".
        while len(chain) > 1 and self._is_governed(chain[0].shown):
            chain.pop(0)
        return chain

    def _is_governed(self, start: int) -> bool:
        """Whether a preposition stands before a list, not a conjunction: “since X and Y agreed”."""
        before = self._site.text[max(0, start - 24) : start]
        return is_governed(before) and not joins_clause(before)

    def _behind(self, sentence: Span, verb: Span) -> Speakers:
        """The agent of a passive: "confirmed by the two leaders", "confirmed between Japan and the U.S."."""
        text = self._site.text
        match = re.match(r"(?: \w+){0,4}? (?:by|between|among) ", text[verb[1] : sentence[1]])
        if match is None or not re.search(r"\b(?:was|were|been|is|are)\b[^,;]{0,20}$", text[sentence[0] : verb[0]]):
            return Speakers()
        begin = verb[1] + match.end()
        person = self._shown.get(begin)
        group = GROUP.match(text, begin) or AGENT.match(text, begin)
        if person is not None:
            return Speakers((person.person,), (text[person.shown : person.end],), begin)
        if group is None:
            return Speakers()
        return Speakers(self._referents.members(group.group(), begin), _split_states(group.group()), begin)


def _begin(one: Named) -> int:
    return one.start


def _outermost(
    found: "Sequence[tuple[int, int, Named | re.Match[str]]]",
) -> "list[tuple[int, int, Named | re.Match[str]]]":
    """Those that lie within no longer one."""
    kept = []
    begun, reached = -1, -1
    for one in sorted(found, key=lambda each: (each[0], -each[1])):
        if reached > one[1] or (reached == one[1] and begun < one[0]):
            continue
        kept.append(one)
        if one[1] > reached:
            begun, reached = one[:2]
    return kept


def _split_states(words: str) -> tuple[str, ...]:
    """A group as printed; two governments of one kind are two."""
    parts = re.split(r",? and (?=[Tt]he (?:Government|Ministry|Department))", words)
    return tuple(part for part in parts if part)
