"""Joins names to people: full names first, then the short mentions, each to the person that its title fits."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from bluebook_desktop.domain.documents import Edition
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Person, Role
from bluebook_desktop.extraction.names import EAST_ASIAN, NameFound, find_names, find_voice
from bluebook_desktop.extraction.offices import NAMES_ANOTHER, NO_NAME, TAIL_WORDS, TITLE
from bluebook_desktop.extraction.text import Ids, Site, Span, Taken, Text, position

#: From 2020 on the Ministry writes Japanese names with the family name first.
_FAMILY_FIRST_SINCE = 2020
_ROMAJI = re.compile(
    r"(?:(?:[kgsztdnhbpmrwyj]|ch|sh|ts|[kgnhbpmr]y|ss|tt|kk|pp)?[aeiouōū]|f[ueao]|n(?![aeiou]))+", re.IGNORECASE
)
_FOREIGN = re.compile(
    r"\b(?:U\.?S\.?|UK|President|Secretary of|Senator|General|Admiral|Chancellor|King|Australian|Korean)\b"
)
_GENERIC = {
    "mr.",
    "ms.",
    "mrs.",
    "dr.",
    "miss",
    "sir",
    "lord",
    "prof.",
    "h.e.",
    "氏",
    "さん",
    "his majesty",
    "her majesty",
}
_WIVES = {"mrs.", "first lady"}
_ROYAL = {
    "his majesty",
    "her majesty",
    "king",
    "queen",
    "prince",
    "princess",
    "crown prince",
    "crown princess",
    "emperor",
    "empress",
    "pope",
    "emir",
    "sultan",
}
_DATES = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Oo]f|[Oo]n|early|late|mid) $")
#: Kings and popes are called by their first name.
_NUMERAL = re.compile(r"[IVX]{1,5}")
_KOREAN = frozenset(
    re.findall(r"\S+", "kim lee park choi kang yun yoon moon chung jung cho song han roh yoo hwang ahn shin")
)
_KOREA = re.compile(r"\b(?:ROK|DPRK|Korean?|Korea)\b")
_MONTHS = {"may", "march", "april", "august", "june"}
#: Two words in capitals, the second of which may be the first of two others.
_TWO_NAMES = re.compile(r"(?<![\w-])(?P<given>[A-Z][a-z]{2,}) (?=(?P<family>(?:[A-Z][’'])?[A-Z][\w-]+)(?![\w-]))")
#: Words before a family name that are no given name.
_HONOUR = re.compile(rf"{TITLE}|Madame?|Lady")
#: Family names that are words or places too: alone they are people only where a title names them in the passage.
_WORDS_TOO = frozenset(
    re.findall(
        r"\S+",
        "may march april august june rice bush park brown king young long hill price stone page moon ban "
        "chain field law an sea white black green wood woods bell hall ford carter mills church bishop baker "
        "cook potter hunter santiago san washington lincoln jackson sydney victoria georgia jordan israel "
        "chad hiroshima chiba fukushima akita yamagata miyagi toyama ishikawa fukui nagano gifu nara tottori "
        "okayama yamaguchi kagawa saga nagasaki miyazaki aichi mie shiga osaka kobe naha nago hope major "
        "general speaker peace japan china korea",
    )
)
#: Family names so common that another office means another person.
_BORNE_BY_MANY = frozenset(
    re.findall(
        r"\S+", "kim lee park choi kang wang li zhang chen liu yang zhao huang wu nguyen tran pham singh khan smith"
    )
)


@dataclass(slots=True)
class _Draft:
    """A person in the making."""

    words: tuple[str, ...]
    family: str
    found: list[NameFound] = field(default_factory=list)
    mentions: list[tuple[Site, int, int]] = field(default_factory=list)
    titles: set[str] = field(default_factory=set)
    #: The passages that name the person, in order, and the titles there by the sentence, so that none is read through.
    passages: list[int] = field(default_factory=list)
    beside: dict[tuple[int, int], list[NameFound]] = field(default_factory=dict)
    sites: set[int] = field(default_factory=set)

    def take(self, one: NameFound) -> None:
        """Another place where the person is named with a title or in full."""
        self.found.append(one)
        if one.title:
            self.titles.add(_core(one.title))
        self.sites.add(id(one.site))
        at = bisect_left(self.passages, one.site.passage)
        if at == len(self.passages) or self.passages[at] != one.site.passage:
            self.passages.insert(at, one.site.passage)
        self.beside.setdefault((id(one.site), one.site.sentence_index(one.start)), []).append(one)


def find_people(text: Text, edition: Edition) -> list[Person]:
    """Every person that the text names with a title, an office or as a contributor."""
    found = [name for site in text.passages for name in find_names(site)]
    voices = [h.position for h in text.document.headings if h.position in {s.voice for s in text.passages}]
    signed = sorted({s.signed for s in text.passages if s.signed is not None})
    places = [*(text.headings[number] for number in voices), *(text.passages[number - 1] for number in signed)]
    found = [name for name in found if name.site not in places[len(voices) :]]
    found += [name for site in places if (name := find_voice(site))]
    drafts = _joined(text, found, edition)
    _add_bare_mentions(text, drafts)
    ids = Ids()
    people = [_person(draft, ids) for draft in drafts]
    return sorted(people, key=lambda person: position(person.mentions[0]))


@lru_cache(maxsize=4096)
def _core(title: str) -> str:
    """A title as it is compared: without *then*, country and plural."""
    title = re.sub(
        r"^(?:then[- ]|former |new |newly |appointed |elected |late |incoming )+", "", title, flags=re.IGNORECASE
    ).lower()
    title = re.sub(r"^(?:h\.e\. |his excellency |her excellency |his majesty |her majesty )+(?=\S)", "", title)
    title = re.sub(r"^(?:u\.?s\.?|japanese|american|united states|un) ", "", title)
    return re.sub(r"(minister|president|governor|senator)s$", r"\1", title)


def _words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without initials, accents and capitals."""
    plain = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    kept = [word.strip(",") for word in plain.split() if not re.fullmatch(r"(?:[A-Z]\.)+|Jr\.|Sr\.", word.strip(","))]
    return tuple(re.sub(r"(?:[A-Z]\.)+(?=\w)", "", word).lower() for word in kept or plain.split())


def _joined(text: Text, found: list[NameFound], edition: Edition) -> list[_Draft]:
    drafts: list[_Draft] = []
    bearing: dict[str, list[_Draft]] = {}
    short: list[NameFound] = []
    shorts = {(_words(one.name)[0], _core(one.title)) for one in found if len(_words(one.name)) == 1}
    for one in found:
        words = _words(one.name)
        if len(words) == 1:
            short.append(one)
            continue
        alike = [known for word in dict.fromkeys(words) for known in bearing.get(word, [])]
        draft = next((known for known in alike if _same_person(known.words, words)), None)
        if draft is None:
            draft = _Draft(words, _family(one, words, edition, shorts))
            drafts.append(draft)
            for word in set(words):
                bearing.setdefault(word, []).append(draft)
        draft.take(one)
    placed: dict[tuple[int, int | None, int], _Draft] = {}
    in_full = _printed_in_full(text, {one.name for one in short if not one.site.japanese})
    # In Japanese the longer of two names is the full one: it comes first, and the family name joins it.
    for one in sorted(short, key=lambda name: -len(name.name) if name.site.japanese else 0):
        # A title before and an office behind one name are of one person.
        place = (one.site.passage, one.site.heading, one.start)
        draft = placed.get(place) or _fitting(drafts, one)
        if draft is None:
            words = _words(one.name)
            full = in_full.get(one.name, [])
            draft = _Draft(_words(full[0].name) if full else words, words[0])
            for other in full:
                draft.take(other)
            drafts.append(draft)
        draft.take(one)
        placed[place] = draft
    return [draft for draft in drafts if draft.words]


def _printed_in_full(text: Text, short: set[str]) -> dict[str, list[NameFound]]:
    """Where people of whom only the family name has a title are named in full: “under Jane Doe's administration”.

    A family name with two full names, or one that is a word or many people's too, tells nobody.
    """
    found: dict[str, list[NameFound]] = {}
    for site in text.passages:
        for match in _TWO_NAMES.finditer(site.text):
            given, family = match["given"], match["family"]
            telling = (
                family in short and _words(family)[0] not in _WORDS_TOO and _words(family)[0] not in _BORNE_BY_MANY
            )
            if telling and given not in NO_NAME and given not in TAIL_WORDS and not _HONOUR.fullmatch(given):
                found.setdefault(family, []).append(NameFound(site, match.start("given"), match.end("family")))
    return {family: names for family, names in found.items() if len({one.name for one in names}) == 1}


def _same_person(known: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether two full names are of one person: the same words in whichever order, or one the shorter of the other."""
    if sorted(known) == sorted(words):
        return True
    few, many = sorted((known, words), key=len)
    if len(few) == len(many):
        return False
    return (few[0], few[-1]) == (many[0], many[-1]) or few in (many[: len(few)], many[-len(few) :])


def _family(one: NameFound, words: tuple[str, ...], edition: Edition, shorts: set[tuple[str, str]]) -> str:
    """Which word of a full name is the family name: as short mentions, capitals or the edition's custom tell."""
    printed = [word for word in one.name.split() if not word.endswith(".")]
    if _NUMERAL.fullmatch(printed[-1]):
        return words[0]
    capitals = [word.lower() for word in printed if len(word) > 1 and word.isupper()]
    if capitals:
        return capitals[0]
    core = _core(one.title)
    mentioned = [word for word in (words[-1], words[0]) if (word, core) in shorts]
    mentioned = mentioned or [word for word in (words[-1], words[0]) if any(word == short for short, _ in shorts)]
    if len(mentioned) == 1:
        return mentioned[0]
    if (
        _is_east_asian(words)
        or (words[0] in _KOREAN and _KOREA.search(one.title))
        or (_is_japanese(one, words) and edition.year >= _FAMILY_FIRST_SINCE)
    ):
        return words[0]
    return words[-1]


def _is_japanese(one: NameFound, words: tuple[str, ...]) -> bool:
    return len(words) == 2 and all(_ROMAJI.fullmatch(word) for word in words) and not _FOREIGN.search(one.title)


def _is_east_asian(words: tuple[str, ...]) -> bool:
    """Korean and Chinese names with a hyphen in the given name begin with the family name: *Ban Ki-moon*."""
    hyphened = len(words) == 2 and bool(re.fullmatch(r"[a-z]+-[a-z]+", words[1])) and len(words[0]) <= 5
    return hyphened or EAST_ASIAN.fullmatch(" ".join(word.title() for word in words)) is not None


def _fitting(drafts: list[_Draft], one: NameFound) -> _Draft | None:
    """The person that a short mention means: of that family name, of that title, named nearest before it."""
    word, core = _words(one.name)[0], _core(one.title)
    bearing = [draft for draft in drafts if draft.family == word or _begins_or_ends(draft, word, one)]
    bearing = [draft for draft in bearing if _sexes_agree(draft, core)]
    titled = [draft for draft in bearing if core in draft.titles]
    titled = titled or [draft for draft in bearing if any(_related(core, title) for title in draft.titles)]
    if titled:
        return _nearest(titled, one)
    if core in _ROYAL:
        return next((draft for draft in drafts if draft.words[0] == word and core in draft.titles), None)
    free = [draft for draft in bearing if _may_be(draft, core) and not _stands_beside(draft, one)]
    return free[0] if len(free) == 1 and len(bearing) == 1 else None


def _stands_beside(draft: _Draft, one: NameFound) -> bool:
    """Whether one sentence names both, each with an office of its own: "Secretary Rice met Ambassador Susan Rice"."""
    return any(
        other.title and not other.behind and _core(other.title) not in _GENERIC
        for other in draft.beside.get((id(one.site), one.site.sentence_index(one.start)), [])
        if _core(one.title) not in {*_GENERIC, _core(other.title)}
    )


def _related(core: str, title: str) -> bool:
    """Whether one title is the other in short: *minister* for *foreign minister*; no *vice president* is one."""
    short, long = sorted((core, title), key=len)
    if re.match(r"(?:deputy |acting )?(?:prime|vice|deputy|assistant|under|co)\b", long) and not short.startswith(
        long[:4]
    ):
        return False
    return short not in _GENERIC and (
        long.endswith(f" {short}") or long.startswith((f"{short} of ", f"{short} for ", f"{short} and "))
    )


def _sexes_agree(draft: _Draft, core: str) -> bool:
    """Whether *Mr.* or *Mrs.* may mean somebody: a wife is told from her husband by nothing else."""
    if core == "mrs." or draft.titles & _WIVES:
        return bool(draft.titles & _WIVES) and core in {*_WIVES, "ms.", ""}
    return core != "mr." or not draft.titles <= {"ms.", "miss", *_WIVES} or not draft.titles


def _begins_or_ends(draft: _Draft, word: str, one: NameFound) -> bool:
    """Whether a Japanese full name begins with a family name, or ends with it behind a dot."""
    return one.site.japanese and (draft.family.startswith(word) or draft.family.endswith(f"・{word}"))


def _may_be(draft: _Draft, core: str) -> bool:
    """Whether somebody may have another title too: offices change, but a name that many bear is many people's."""
    if core in _GENERIC or draft.titles <= _GENERIC:
        return True
    if draft.family in _BORNE_BY_MANY:
        return False
    return any(title.split(" ")[-1] not in _GENERIC for title in draft.titles)


def _nearest(drafts: list[_Draft], one: NameFound) -> _Draft:
    def distance(draft: _Draft) -> tuple[bool, int]:
        here = one.site.passage
        at = bisect_left(draft.passages, here)
        near = [abs(number - here) for number in draft.passages[max(0, at - 1) : at + 1]]
        return draft.passages[0] > here, min(near)

    return min(drafts, key=distance)


def _add_bare_mentions(text: Text, drafts: list[_Draft]) -> None:
    """Family names and full names without any title, where they stand for the person."""
    taken: dict[int, list[Span]] = {}
    families: dict[str, list[_Draft]] = {}
    for draft in drafts:
        places = {(id(one.site), one.start, one.end): (one.site, one.start, one.end) for one in draft.found}
        draft.mentions = sorted(places.values(), key=_place)
        families.setdefault(draft.family, []).append(draft)
        for site, start, end in draft.mentions:
            taken.setdefault(id(site), []).append((start, end))
    forms = [_Forms.of(draft) for draft in drafts]
    for site in text.passages:
        here = Taken(taken.get(id(site), []))
        for form in forms:
            if not any(word in site.text for word in form.words):
                continue
            for start, end in form.places(site.text):
                bare = end - start == len(form.family)
                if here.overlap(start, end) or (bare and not _alone(site, families, form.draft)):
                    continue
                form.draft.mentions.append((site, start, end))
                here.add(start, end)


@dataclass(frozen=True, slots=True)
class _Forms:
    """How a person is named without any title: by the names printed elsewhere, and by the family name alone."""

    draft: _Draft
    family: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, draft: _Draft) -> "_Forms":
        """The forms of a person, from the names that were found."""
        names = {one.name for one in draft.found}
        printed = (word for name in sorted(names) for word in name.split() if _words(word) == (draft.family,))
        family = next(printed, draft.family.capitalize())
        forms = sorted({*names, family}, key=lambda form: (-len(form), form))
        pattern = "|".join(re.escape(form) for form in forms)
        words = tuple(sorted({family, *(name.split()[0] for name in names)}))
        return cls(draft, family, words, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])"))

    def places(self, text: str) -> Iterator[Span]:
        """Where the person is named: not as a part of another name, nor of a date."""
        for match in self.pattern.finditer(text):
            before = text[max(0, match.start() - 60) : match.start()]
            after = text[match.end() : match.end() + 60]
            named = re.search(r"[A-Z][\w-]* $", before) and not re.search(r"(?:^|[.!?,;] )\w+ $", before)
            another = NAMES_ANOTHER.match(text, match.end()) or re.match(r" [A-Z][a-z]|[-–][A-Z]", after)
            month = self.draft.family in _MONTHS and _DATES.search(before)
            if match.group() != self.family or not (named or another or month):
                yield match.span()


def _alone(site: Site, families: dict[str, list[_Draft]], draft: _Draft) -> bool:
    """Whether a bare family name can only mean this person: nobody else in the passage, or in the text, bears it."""
    bearing = families[draft.family]
    here = [one for one in bearing if id(site) in one.sites]
    if len(here) == 1:
        return here[0] is draft
    return len(bearing) == 1 and draft.family not in _WORDS_TOO


def _place(mention: tuple[Site, int, int]) -> tuple[int, int]:
    return mention[0].passage, mention[1]


def _person(draft: _Draft, ids: Ids) -> Person:
    fullest = max((one.name for one in draft.found), key=lambda name: (len(name.split()), len(name)))
    roles: list[Role] = []
    for one in draft.found:
        if one.role and not any(role.title == one.title for role in roles) and _core(one.title) not in _GENERIC:
            roles.append(Role(one.title, one.site.cut(*one.role)))
    mentions: list[Excerpt] = [site.cut(start, end) for site, start, end in draft.mentions]
    return Person(
        id=ids.make(fullest),
        name=fullest,
        roles=tuple(roles),
        mentions=tuple(sorted(mentions, key=position)),
        sort_name=_sort_name(fullest, draft.family),
    )


def _sort_name(name: str, family: str) -> str:
    words = name.split()
    if len(words) == 1 or words[0].lower() == family:
        return name
    last = next((word for word in reversed(words) if word.lower() == family), words[-1])
    return f"{last}, {' '.join(word for word in words if word is not last)}"
