"""The heading of an event in the words of its sentence: the subject and the verb of the clause that its date stands in.

The sentence is parted at its commas; what is put between subject and verb (relative clauses, participles, brackets) is
left out, and so are the dates themselves. “The carrier, named after an admiral, was sent to Ur in May” is “Carrier was
sent to Ur”; “Secretary Doe, who visited Ur in May, told …” is “Secretary Doe visited Ur”. Where no clause can be told
there is no heading.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bluebook_desktop.extraction import shapes
from bluebook_desktop.extraction.fitting import fitted, quoting, without_loose_end
from bluebook_desktop.extraction.happenings import event_of, followed_by
from bluebook_desktop.extraction.masking import masked, plain, without_dates
from bluebook_desktop.extraction.nouns import DATE, OTHER, PREPOSITION, is_name_list, is_subject, last_noun, of_opening
from bluebook_desktop.extraction.text import Span
from bluebook_desktop.extraction.verbs import Verb, finite_verb, is_participle


@dataclass(frozen=True, slots=True)
class _Clause:
    """A subject and all that is told of it."""

    subject: str
    told: str


def headline(sentence: str, date: Span, others: Sequence[Span] = ()) -> str:
    """A heading for what a date in a sentence dates; empty where no clause with a verb can be told.

    `others` are the spans of the sentence's other dates.
    """
    words = without_dates(sentence, date, others)
    if bracket := shapes.IN_BRACKETS.search(words):
        words = bracket["words"]  # a date alone in brackets is that of what stands before them
        if finite_verb(words) is None:
            return ""
    told_in, signs = masked(words)
    clause = _Sentence(told_in).clause()
    if clause is None:
        return ""
    told_of = shapes.OTHER_VERB.sub("", clause.told)
    subject, told = (plain(words, signs) for words in (_unjoined(clause.subject), told_of))
    if (said := shapes.SAID_FIRST.match(subject)) and shapes.ONLY_SAYS.fullmatch(told):
        return quoting(subject[said.end() :], said["words"])
    subject, told = followed_by(subject[said.end() :] if said else subject, told)
    relative = shapes.TOLD_OF_SUBJECT.search(subject)
    if relative and relative.start() > 6 and finite_verb(relative.group()):
        subject = subject[: relative.start()]
    subject = shapes.ARTICLE.sub(
        "", shapes.OPENING.sub("", shapes.ENTRY.sub("", subject, count=1), count=1), count=1
    ).strip(" ,")
    if subject and not told:
        return fitted(subject[:1].upper() + subject[1:], "")
    if not subject or not told or shapes.WANTS_MORE.fullmatch(without_loose_end(told)):
        return ""
    if subject.lower() == "there" and (verb := finite_verb(told)):
        subject, told = "", told[verb.end :].removeprefix(" been").removeprefix(" a ").strip()
    words = fitted(subject, told)
    return words[:1].upper() + words[1:]


class _Sentence:
    """The parts of a sentence between its commas, and the clause that holds the date."""

    def __init__(self, words: str) -> None:
        words = shapes.ENTRY.sub("", words, count=1).rstrip(" .!?")
        pieces = shapes.PARTS.split(words)
        texts, separators = pieces[::2], ["", *pieces[1::2]]
        at = next((i for i, one in enumerate(texts) if DATE in one), -1)
        first = max((i for i in range(at + 1) if separators[i] in ("; ", ": ")), default=0)
        last = next((i for i in range(at + 1, len(texts)) if separators[i] in ("; ", ": ")), len(texts))
        self._parts = texts[first:last]
        self._at = at - first

    def clause(self) -> _Clause | None:
        """Subject and predicate of the clause that the date stands in."""
        if self._at < 0:
            return None
        part = self._parts[self._at]
        since = shapes.SINCE.search(part)
        if since and finite_verb(since["what"]) is None:
            return _Clause(since["what"], "")
        if relative := shapes.RELATIVE.match(part):
            return self._of_relative(relative, part)
        if (within := self._relative_within(part)) is not None:
            return within
        part = _unjoined(part) if self._at else part
        begun = shapes.SUBORDINATE.match(part)
        if begun and finite_verb(part[begun.end() :]):
            part = part[begun.end() :]
        verb = finite_verb(part)
        if verb is None:
            return self._without_verb(part)
        return self._with_verb(part, verb)

    def _with_verb(self, part: str, verb: Verb) -> _Clause | None:
        if (outer := _behind_relative(part, verb)) is not None:
            return outer
        opens = PREPOSITION.match(part)
        if opens and not verb.surely and DATE not in part[: verb.start]:
            return None  # “at a meeting held in Ur [in May]” tells of the meeting
        if by_several := self._done_by_several():
            return _Clause(by_several, part[verb.start :])
        part, verb, own = self._conjunct(part, verb)
        subject = part[: verb.start]
        if own and is_subject(subject):
            return self._governed(
                _Clause(self._listed(of_opening(subject)), self._with_rest(self._at, part[verb.start :]))
            )
        if own and is_participle(part, verb) and self._at and (noun := self._of_participle()):
            return _Clause(noun, part)
        before = None if own else self._split(part)
        subject = before.subject if before else self._noun_before(self._at, near=False)
        return _Clause(subject, part[verb.start :]) if subject else None

    def _done_by_several(self) -> str:
        """The subject of “talks begun by X, then Minister, and Y came to an end”, whose agents commas part."""
        if (
            self._at <= 1
            or not self._parts[self._at].startswith("and ")
            or not shapes.APPOSED.match(self._parts[self._at - 1])
        ):
            return ""
        agents = shapes.BY_AGENTS.match(self._parts[self._at - 2])
        return of_opening(agents["noun"]) if agents else ""

    def _with_rest(self, index: int, told: str) -> str:
        """“Replied [in May]” with the clause that a comma parts from it, and perhaps another date."""
        following = next((part for part in self._parts[index + 1 : index + 3] if part.startswith("that ")), "")
        bare = following and len(told.replace(DATE, "").replace(OTHER, "").split()) == 1
        return f"{told} {following}" if bare else told

    def _listed(self, subject: str) -> str:
        """“Ur and the court” with those listed before them, which commas part."""
        first = self._at
        while (
            first
            and self._is_name(first - 1)
            and (" and " in subject or shapes.NAME_AT_END.search(self._parts[first - 1]))
        ):
            first -= 1
        return ", ".join([*self._parts[first : self._at], subject])

    def _is_name(self, index: int) -> bool:
        """Whether a part only names something: the subject, or one of those listed."""
        part = self._parts[index]
        tells = shapes.RELATIVE.match(part) or PREPOSITION.match(part) or is_participle(part, None) or finite_verb(part)
        return not tells and DATE not in part and OTHER not in part

    def _of_participle(self) -> str:
        """Whom a participle at a part’s beginning is told of: “was signed [in May], approved [in June] …”."""
        before = self._parts[self._at - 1]
        verb = self._verb_of(self._at - 1)
        if verb is not None and verb.surely and OTHER in before[verb.end :] and is_subject(before[: verb.start]):
            return of_opening(before[: verb.start])
        return self._noun_before(self._at)

    def _split(self, part: str) -> _Clause | None:
        """The subject of a part of which a later verb is that of the date."""
        whole = _unjoined(self._parts[self._at]) if self._at else self._parts[self._at]
        begun = shapes.SUBORDINATE.match(whole)
        whole = whole[begun.end() :] if begun else whole
        verb = finite_verb(whole)
        if verb is not None and is_subject(whole[: verb.start]):
            return _Clause(of_opening(whole[: verb.start]), whole[verb.start :])
        return self._main(range(self._at - 1, -1, -1))

    def _conjunct(self, part: str, verb: Verb) -> tuple[str, Verb, bool]:
        """Of “was approved and entered into force” the half with the date, and whether it has a subject of its own."""
        date = part.index(DATE)
        for joint in shapes.JOINED.finditer(part, verb.end):
            rest = part[joint.end() :]
            other = finite_verb(rest)
            if other is None or is_name_list(part, verb.end, joint.start()):
                continue
            if date < joint.start():
                return part[: joint.start()], verb, True
            if other.start < 20 and not is_subject(rest[: other.start]):
                return rest, other, False
            if is_subject(rest[: other.start]) and len(rest[: other.start].split()) < 12:
                return rest, other, True
        return part, verb, True

    def _governed(self, clause: _Clause) -> _Clause:
        """A clause that goes on over what was said: “decided that the plan would end [in May]” is the plan’s."""
        before = clause.told.split(DATE, 1)[0]
        that = before.rfind(" that ")
        if that < 0 or not shapes.SAYS.search(before[:that]):
            return clause
        inner = clause.told[that + len(" that ") :]
        verb = finite_verb(inner)
        if verb is None or shapes.PRONOUN.fullmatch(inner[: verb.start].strip()) or not is_subject(inner[: verb.start]):
            return clause
        part, verb, own = self._conjunct(inner, verb) if DATE in inner else (inner, verb, True)
        return _Clause(part[: verb.start], part[verb.start :]) if own else clause

    def _of_relative(self, relative: re.Match[str], part: str) -> _Clause | None:
        inner = part[relative.end() :]
        verb = finite_verb(inner)
        if verb is None or relative["word"] == "whose":
            return self._main([*range(self._at - 1, -1, -1), *range(self._at + 1, len(self._parts))])
        if is_subject(inner[: verb.start]):
            inner, verb, own = self._conjunct(inner, verb)
            told = inner[verb.start :]
            if not relative["prep"] and relative["word"] == "which" and len(told.split()) <= shapes.BARE:
                told = f"{told} {_small(self._noun_before(self._at))}"  # “the Convention, which Ur accepted [in May]”
            return _Clause(inner[: verb.start], told) if own else None
        noun = self._noun_before(self._at, person=relative["word"] in ("who", "whom"))
        if self._at:
            noun = event_of(self._parts[self._at - 1], inner, noun)
        half, _, _ = self._conjunct(inner, verb)
        if noun and relative["part"]:
            noun = f"{relative['part']}of {_small(noun)}"  # “flights, the first of which landed [in May]”
        return _Clause(noun, half) if noun else None

    def _relative_within(self, part: str) -> _Clause | None:
        """“We asked two people who worked there [in May]”: what stands behind the relative is told of the noun."""
        date = part.index(DATE)
        for found in reversed(list(shapes.WITHIN.finditer(part, 0, date))):
            inner, outer = part[found.end() :], part[: found.start()]
            verb = finite_verb(inner)
            if verb is None or (found["word"] == "that" and shapes.SAYS.search(outer)):
                continue
            if inner.index(DATE) < verb.start and not finite_verb(outer):
                continue
            if is_subject(inner[: verb.start]):
                if found["word"] == "that" or shapes.PRONOUN.fullmatch(inner[: verb.start].strip(f" {DATE}")):
                    return None
                return _Clause(inner[: verb.start], inner[verb.start :])
            behind = _behind_auxiliary(inner, verb)
            main = finite_verb(inner[behind:])
            if main and found["word"] in ("who", "which") and main.surely:
                between = inner[behind : behind + main.start]
                if not shapes.BARRIER_OF_MAIN.search(between) and DATE in inner[behind + main.end :]:
                    return None  # “those who had fled were living there [in May]”
            noun = event_of(outer, inner, last_noun(outer))
            ended = shapes.MAIN_BEHIND.match(inner)
            told = ended["told"] if ended and finite_verb(ended["main"]) else inner
            return _Clause(noun, told) if noun else None
        return None

    def _without_verb(self, part: str) -> _Clause | None:
        """A part that only dates, or adds something: what the clause before or behind it tells."""
        words = part.replace(DATE, " ").replace(OTHER, " ").strip()
        if is_participle(part, None) and self._at and (noun := self._of_participle()):
            return _Clause(noun, part)
        behind, before = range(self._at + 1, len(self._parts)), range(self._at - 1, -1, -1)
        opens = not any(self._verb_of(i) for i in before)
        joined = self._at and shapes.CONJUNCTION.match(self._parts[self._at])
        if joined and not words:
            return self._main(behind) or self._main(before)
        if listed := self._listed_later(part):
            return listed
        if reacted_to := self._reacted_to():
            return _Clause(reacted_to, "")
        if shapes.HAPPENING.search(words) or re.match(r"[A-Za-z]+ [a-z]+ing\b", words):
            return None
        if joined and not PREPOSITION.match(words) and not re.match(r"(?:\w+ly|again|\w+ing)\b", words):
            return self._gapped(words)
        if not opens and shapes.APPOSED.match(words):
            return None
        return self._main(behind) if opens else self._elsewhere(self._main(before), words)

    def _listed_later(self, part: str) -> _Clause | None:
        """“A will follow in May, B [in June], C in July”: the verb is that of the clause before, without an object."""
        name = _unjoined(part.split(DATE, 1)[0].rsplit(OTHER, 1)[-1].strip(" ,")).strip()
        main = self._main(range(self._at - 1, -1, -1)) if re.fullmatch(shapes.NAME, name) else None
        if main is None or OTHER not in main.told:
            return None
        verb = main.told.split(OTHER, 1)[0].strip()
        if re.fullmatch(rf"visited {shapes.NAME}", verb):
            return _Clause(main.subject, f"visited {name}")  # “visited Ur in May, Lod [in June]”
        return _Clause(name, verb) if re.fullmatch(r"[a-z]+(?: [a-z]+){0,2}", verb) else None

    def _reacted_to(self) -> str:
        """What a sentence reacts to, which its date is that of: “In response to the crash of an Osprey [in May], …”."""
        opening = ", ".join(self._parts[: self._at + 1])
        reacts = shapes.REACTS.match(opening)
        if reacts is None or any(self._verb_of(index) for index in range(self._at + 1)):
            return ""
        words = opening[reacts.end() :].split(DATE, 1)[0].rsplit(OTHER, 1)[-1]
        words = _unjoined(words.lstrip(" ,")).strip(" ,")
        return words if len(words.split()) >= shapes.TELLING else ""

    def _elsewhere(self, main: _Clause | None, words: str) -> _Clause | None:
        """“Attacks were made in Ur [in May], in Lod [in June]”: the same with the place of the date."""
        place = shapes.PLACE.fullmatch(words)
        other = place and main and re.search(rf"\b{place['prep']} {shapes.NAME}(?= ?{OTHER})", main.told)
        if main is None or not other:
            return main
        return _Clause(main.subject, f"{main.told[: other.start()]}{words}")

    def _gapped(self, words: str) -> _Clause | None:
        """“A took office in May, and B in June”: the verb is that of the clause before."""
        main = self._main(range(self._at - 1, -1, -1))
        if main is None or len(words.split()) > 12:
            return None
        verb = re.sub(r"^were\b", "was" if not words.endswith("s") else "were", main.told.split(DATE)[0])
        return _Clause(words, " ".join(verb.split()[:5]))

    def _verb_of(self, index: int) -> Verb | None:
        part = self._parts[index]
        if shapes.RELATIVE.match(part) or shapes.SUBORDINATE.match(part) or is_participle(part, None):
            return None
        return finite_verb(_unjoined(part) if index else part)

    def _main(self, indexes: Sequence[int] | range) -> _Clause | None:
        """The first of some parts that has a verb, with its subject, which may stand some parts before."""
        for index in indexes:
            verb = self._verb_of(index)
            if verb is None:
                continue
            part = _unjoined(self._parts[index]) if index else self._parts[index]
            if is_subject(part[: verb.start]):
                return _Clause(of_opening(part[: verb.start]), self._with_rest(index, part[verb.start :]))
            if noun := self._noun_before(index, near=False):
                return _Clause(noun, part[verb.start :])
        return None

    def _noun_before(self, index: int, *, near: bool = True, person: bool = False) -> str:
        """The noun that a relative, a participle or a predicate at a part's beginning belongs to.

        With `near` it may be the last of the part before, of a `person` the name that stands there.
        """
        for before in range(index - 1, -1, -1):
            part = _unjoined(self._parts[before]) if before else self._parts[before]
            if shapes.RELATIVE.match(part) or is_participle(part, None) or (before and shapes.BY_THE_WAY.match(part)):
                near = False  # told of a noun further before: “X, a physician who had worked there, was …”
                continue
            verb = finite_verb(part)
            if verb is not None:
                noun = last_noun(part, person=person) if near else ""
                if noun or is_subject(part[: verb.start]):
                    return noun or of_opening(part[: verb.start])
            elif PREPOSITION.match(part):
                if near and last_noun(part):
                    return last_noun(part)
            elif part is self._parts[before] and shapes.APPOSED.match(part) and not self._opens_here(before):
                continue
            elif near and part[:1].islower() and not shapes.ARTICLE.match(part):
                if noun := last_noun(part, person=person):
                    return noun
            else:
                return self._named_first(before)
        return ""

    def _opens_here(self, index: int) -> bool:
        """Whether nothing but what a sentence opens with stands before a part."""
        return all(
            PREPOSITION.match(part) or shapes.SUBORDINATE.match(part) or not part.strip(f" {DATE}{OTHER}")
            for part in self._parts[:index]
        )

    def _named_first(self, index: int) -> str:
        """Of a noun and its appositions (“the destroyer, a sister ship, …”) the noun."""
        while index and self._is_name(index - 1):
            index -= 1
        return _unjoined(self._parts[index]).strip() if index else self._parts[index].strip()


def _behind_relative(part: str, verb: Verb) -> _Clause | None:
    """“The crackdown which has been promoted continued [in May]”: the verb that is told of the subject itself."""
    relative = re.search(r" (?:which|who|that) $", part[: verb.start])
    if relative is None:
        return None
    behind = _behind_auxiliary(part, verb)
    main = finite_verb(part[behind:])
    if main is None or (not main.surely and shapes.BARRIER_OF_MAIN.search(part[behind : behind + main.start])):
        return None
    return _Clause(part[: relative.start()], part[behind + main.start :])


def _behind_auxiliary(part: str, verb: Verb) -> int:
    """Where a verb ends with its participle: “had fled”."""
    participle = (
        shapes.PARTICIPLE_BEHIND.match(part, verb.end)
        if shapes.AUXILIARY.fullmatch(part[verb.start : verb.end])
        else None
    )
    return participle.end() if participle else verb.end


def _small(noun: str) -> str:
    """A noun with its article, or a first word that is no name, in small letters."""
    return noun[:1].lower() + noun[1:] if shapes.ARTICLE.match(noun) or shapes.PLAIN_NOUN.match(noun) else noun


def _unjoined(part: str) -> str:
    """A part without the conjunction that it begins with."""
    joined = shapes.CONJUNCTION.match(part)
    return part[joined.end() :] if joined else part
