"""Names of people as their titles and offices give them away: forms of words alone, no list of names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bluebook_desktop.extraction.countries import COUNTRY
from bluebook_desktop.extraction.japanese_people import find_titled
from bluebook_desktop.extraction.offices import (
    CALLING,
    NAMES_ANOTHER,
    NO_NAME,
    OFFICE_HEAD,
    OFFICE_TAIL,
    TAIL_WORDS,
    TITLE,
)
from bluebook_desktop.extraction.text import Site, Span, Taken

_LETTER = "A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ"
_SMALL = "a-zß-öø-ÿĀ-ɏḀ-ỿ"
_WORD = (
    rf"(?:[{_LETTER}][’'][{_LETTER}][{_SMALL}]+|(?:Mc|Mac|De|Di|Le|La|Van|Mac|Fitz)[{_LETTER}][{_SMALL}]+"
    rf"|[{_LETTER}][{_SMALL}]+(?:[’'](?!s\b)[{_SMALL}]+)?(?:-(?!led\b|era\b|style\b|based\b"
    rf"|elect\b)[{_LETTER}{_SMALL}][{_SMALL}]*)*"
    rf"|[{_LETTER}]{{2,}}(?:-[{_LETTER}]{{2,}})?(?=[ ][A-Z][a-z])|[{_LETTER}]{{3,}}(?![\w-]))"
)
_INITIALS = rf"(?!U\.[SKN]\.)(?:[{_LETTER}]\.[ ]?)+"
_PARTICLE = (
    r"(?:(?:de la|de los|van der|van den|von der|de|da|dos|do|van|von|der|den|al|bin|bint|ibn|ben|el|du|la|le|del|ul"
    r"|ur|of the House of) "
    r"|al-|el-)"
)
_END = r"(?: (?:II|III|IV|V|VI|VII|VIII|XIV|XVI)(?![\w.]))?(?:,? (?:Jr|Sr)\.)?"
_NEXT = rf"(?: (?!(?:Jr|Sr)\.)(?:(?:{_INITIALS})?{_PARTICLE}?{_WORD}|[{_LETTER}]\.))"
NAME = rf"(?:{_INITIALS})?{_WORD}{_NEXT}{{0,7}}{_END}"
_FULL_NAME = rf"(?:{_INITIALS})?{_WORD}{_NEXT}{{1,6}}{_END}"
#: Short forms of organisations that look like a name in capitals.
_ACRONYMS = frozenset(
    re.findall(
        r"\S+",
        "ASEAN NATO JICA JAXA TICAD APEC IAEA UNESCO UNICEF SACO USFJ UNIDO OPEC ASEM SAARC JETRO",
    )
)
_ROMAJI = re.compile(
    r"(?:(?:[kgsztdnhbpmrwyj]|ch|sh|ts|[kgnhbpmr]y|ss|tt|kk|pp)?[aeiouāēīōū]|f[ueao]|n(?![aeiou])|h(?![aeiou]))+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NameFound:
    """A name somewhere, with the title or office that gives it away; `role` is the span that gives the office."""

    site: Site
    start: int
    end: int
    title: str = ""
    role: Span | None = None
    #: A title behind the name says less of who is meant than one before it.
    behind: bool = False

    @property
    def name(self) -> str:
        """The name as printed."""
        return self.site.text[self.start : self.end]


_TITLE = re.compile(rf"(?<![\w-])(?P<title>{TITLE})(?![\w-])")
_NAME = re.compile(NAME)
#: An address between an office and the name: "Director-General Dr. X".
_ADDRESS = re.compile(r"(?:H\.E\. )?(?:(?:Dr|Mr|Ms|Mrs|Prof)\. |Sir |Dame |Sheikha? (?=[A-Z]\w+ ))+|H\.E\. ")
_NEXT_TITLE = re.compile(rf"{TITLE} (?!and )")
_LISTED = re.compile(rf"(?:,? and |, )(?!{TITLE} )(?P<name>{_WORD})(?=,? and |,|\.| |$)")
#: What only a person can have made, or suffered.
_WORK_OF = (
    r"(?:(?:poems?|novels?|songs?|paintings?|haiku|verses?|biography|memoirs?) (?:of|by)|(?:replaced|succeeded"
    r"|defeated)(?: (?!by\b)[a-z0-9-]+){0,4} by"
    r"|(?:death|election|re-election|resignation|assassination|inauguration|release) of)"
)
_OFFICED = re.compile(
    rf"(?<![\w-])(?P<name>{_FULL_NAME})(?:, | \((?:[Ff]ormer )?)(?P<calling>an? [a-z]+(?: [a-z]+)? and )?"
    rf"(?P<office>{OFFICE_HEAD}{OFFICE_TAIL})"
)
#: Behind an office no noun goes on that it would belong to.
_OFFICE_ENDS = re.compile(r"[,.;)]|$| (?:since|from|until|at|in|who|and|when)\b")
#: What opens a clause before a name: “After X, Special Envoy, had visited …”.
_OPENING = re.compile(
    r"(?:After|Before|While|When|As|Although|Though|Since|Because|If|With|By|At|In|On|For|From|And|But|Both|Also|Then"
    r"|Later|Meanwhile|However|Under|Unlike|Like|Until|Once|Following|Including|Subsequently|Thereafter) "
)
_BECAME = re.compile(
    rf"(?<![\w-])(?P<name>{_FULL_NAME})(?:,? who)?"
    r"(?: (?:(?:had|has|have|was|were|is|had been|has been|also|then|newly|later|who) )*"
    r"(?:(?:taken over|took over|became|become|(?:re-?)?elected|appointed|named|nominated|designated|served"
    r"|serves|serving"
    r"|inaugurated|sworn in)(?: (?:as|as the|the|his|her))*"
    rf" (?:(?P<office>{OFFICE_HEAD}{OFFICE_TAIL})|successor)|took office|taken office|assumed office|sworn in"
    rf"|stepped down)"
    r"| of the (?:[A-Z][\w-]+ ){1,4}Party| (?:was|is) [0-9]{1,2} (?:years|when))\b"
)
#: Who has an age is somebody where *he* or *she* follows.
_AGED = re.compile(r" [0-9]{1,2} (?:years|when)$")
_SOMEBODY = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")
_NEAR = 160
_CALLED = re.compile(rf"(?<![\w-])(?:{CALLING}|{_WORK_OF}|[Mm]y name is|I am|I,) (?P<name>{_FULL_NAME})")
#: Who said it is somebody, as what stands behind the name shows: “…,” recalls X Y, a guide of the museum.
_SPOKE = re.compile(
    r"(?<=[,.!?][”\"]) (?:said|says|recalls|recalled|remembers|remembered|explained|explains|adds|added|told us|writes"
    r"|wrote)"
    rf" (?P<name>{_FULL_NAME})(?=, (?:an?|the|who|one|former|then)\b)"
)
#: Right beside the verb of what was said in marks stands a body or somebody; these are words of bodies.
_SPOKE_BESIDE = re.compile(
    rf"(?<=[,.!?][”\"]) (?:(?P<name>{_FULL_NAME}) (?:(?:also|then|later) )?(?:said|told|recalled|recalls|remarked"
    r"|replied|added|wrote|explained|declared|stated)\b"
    rf"|(?:said|recalled|remarked|replied|added|wrote) (?P<behind>{_FULL_NAME})(?=[.,;]))"
)
_OF_BODY = re.compile(
    r"\b(?:International|Watch|Rights|Press|News|Times|Post|Daily|Journal|Agency|Society|Club|Association|Group|Company"
    r"|Union|Bank|University|School|Museum|Hospital|Network|Foundation|Institute|Center|Centre|Project|Alliance|Front"
    r"|Party|Movement|Without|Save|Radio|Television|Service|Team|Office|Court|Church|Hall|Board|House)\b"
)
#: “(X Y, former volunteer)” below what somebody wrote.
_SIGNED = re.compile(
    rf"\((?P<name>{_FULL_NAME}), (?P<office>(?:former |then |an? )?(?:[\w-]+ ){{0,3}}?(?:{CALLING})[^()]{{0,60}})\)\.?$"
)
#: “… the King of Ur. His Majesty X …”: the sentence before ends with what he is.
_JUST_TOLD = re.compile(
    rf"\b[Tt]he (?P<office>(?:King|Queen|Emperor|Empress|Sultan|Emir) of (?:the )?(?:{COUNTRY}))\. $"
)
#: Who it is stands between commas behind what he is: “a new mayor, X Y, was elected”.
_APPOSED = re.compile(
    rf"(?:(?<![\w-])(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ff]ormer|[Nn]ew)|[’']s)(?: [a-z-]+){{0,3}}? "
    rf"(?:{CALLING}|mayor|governor|minister|successor|predecessor|chief|owner|deputy|commander|pilot|commentator|candidate"
    rf"|husband|wife|widow|daughter|son|mother|father|brother|sister|grandson|granddaughter|chair(?:man|woman|person)?)"
    rf"(?: (?:of|to|at|in) (?:the )?[A-Z][\w’'-]*(?: (?:of |the |and )?[A-Z][\w’'-]*){{0,5}})?"
    rf", (?P<name>{_FULL_NAME})(?=,)"
)
_BEHIND = re.compile(
    rf"(?:, | (?:was|has been|had been)(?: \w+)? (?:re-?)?(?:appointed|elected|named|inaugurated|nominated"
    rf"|designated)(?: as)? | became (?:the )?"
    rf"|(?: of (?:the )?(?:{COUNTRY}))? \()(?P<office>{OFFICE_HEAD}{OFFICE_TAIL})"
)
_AND_OFFICE = re.compile(rf" and (?P<office>{OFFICE_HEAD}{OFFICE_TAIL})")
#: Chinese and Korean names show themselves by their form: a family name, and one or two syllables.
EAST_ASIAN = re.compile(
    r"(?<![\w-])(?:(?:Mao|Deng|Xi|Hu|Jiang|Li|Wang|Zhang|Zhao|Zhou|Zhu|Wen|Yang|Liu|Chen|Lin|Wu|Han|Ma|Cui|Tang|Dai"
    r"|Qin|He|Tsai)"
    r" (?=[A-Z])(?i:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcswy])?(?:i?[aeou]{1,2}|i|u|ü)(?:ng|n|r|o)?){1,2}"
    r"|(?:Kim|Lee|Park|Choi|Kang|Yun|Yoon|Moon|Chung|Jung|Cho|Song|Han|Roh|Yoo|Ri"
    r"|Pak) [A-Z][a-z]+-[A-Za-z][a-z]+)(?![\w-])"
)


def find_names(site: Site) -> list[NameFound]:
    """Every name that a title, an office, a calling or its form gives away, in order."""
    if site.japanese:
        return [NameFound(site, *one.name, one.office, one.role) for one in find_titled(site)]
    found: list[NameFound] = []
    at = 0
    while match := _TITLE.search(site.text, at):
        here = list(_titled(site, match))
        found += here
        at = max([match.end(), *(one.end for one in here)])
    taken = Taken((one.start, one.end) for one in found)
    for one in (*_officed(site), *_called(site), *_by_form(site), *_became(site)):
        if not taken.overlap(one.start, one.end):
            found.append(one)
            taken.add(one.start, one.end)
    return sorted(found, key=lambda one: one.start)


def _officed(site: Site) -> Iterator[NameFound]:
    """Full names with an office behind a comma."""
    for match in _OFFICED.finditer(site.text):
        if match["calling"] and not _OFFICE_ENDS.match(site.text, match.end()):
            continue  # “Hoshi Maru, a ferry and Principal vessel of the line”
        opening = _OPENING.match(match["name"])
        span = _trimmed(site.text, match.start("name") + (opening.end() if opening else 0), match.end("name"))
        if span and span[1] == match.end("name") and _is_full(site.text, span) and not _is_of_another(site.text, match):
            # “X, whose daughter was taken”: a relative of somebody else shows who X is, and is no office.
            whose = match["office"].startswith("whose ")
            yield NameFound(site, *span) if whose else _behind(site, span, span[0], match)


def _became(site: Site) -> Iterator[NameFound]:
    """Full names of whom the sentence tells that they took an office, or ran for a party."""
    for match in _BECAME.finditer(site.text):
        start = match.start("name")
        for word in re.finditer(r"\S+ ", match["name"]):
            if word.group().strip() not in NO_NAME:
                start += word.start()
                break
        span = _trimmed(site.text, start, match.end("name"))
        if span and span == (start, match.end("name")) and _is_full(site.text, span):
            words = match["office"] or ""
            if _AGED.search(match.group()) and not _SOMEBODY.search(site.text, match.end(), match.end() + _NEAR):
                continue  # mountains and companies have an age too
            place = (span[0], match.start("office") + len(words)) if words else None
            yield NameFound(site, *span, words, place, behind=True)


def _called(site: Site) -> Iterator[NameFound]:
    """Full names behind a calling: "astronaut X Y", "a new mayor, X Y, was elected"."""
    for match in (*_CALLED.finditer(site.text), *_APPOSED.finditer(site.text), *_SPOKE.finditer(site.text)):
        span = _trimmed(site.text, *match.span("name"))
        if span and span[0] == match.start("name") and _is_full(site.text, span):
            yield NameFound(site, *span)
    for match in _SPOKE_BESIDE.finditer(site.text):
        place = match.span("name" if match["name"] else "behind")
        alone = _trimmed(site.text, *place) == place and _is_full(site.text, place)
        if alone and not _OF_BODY.search(site.text, *place):
            yield NameFound(site, *place)
    signed = _SIGNED.search(site.text)
    span = _trimmed(site.text, *signed.span("name")) if signed else None
    if signed and span == signed.span("name") and _is_full(site.text, span):
        yield NameFound(site, *span, signed["office"], (span[0], signed.end("office")), behind=True)


def _by_form(site: Site) -> Iterator[NameFound]:
    for match in EAST_ASIAN.finditer(site.text):
        given = match.group().split(" ", 1)[1]
        if len(given) >= 2 and given not in NO_NAME and not NAMES_ANOTHER.match(site.text, match.end()):
            yield NameFound(site, *match.span())


def _is_full(text: str, span: Span) -> bool:
    """Whether a name has several words, none of which is of offices or places."""
    words = text[slice(*span)].split()
    return len(words) > 1 and not any(word in TAIL_WORDS and not word.isupper() for word in words)


def _titled(site: Site, match: re.Match[str]) -> Iterator[NameFound]:
    """The name behind a title, and behind what the title is of: "Minister for Foreign Affairs of Thailand X"."""
    text, start = site.text, match.start("title")
    place = _name_start(text, match.end("title"))
    if place is None:
        return
    title_end, begin = place
    if address := _ADDRESS.match(text, begin):
        begin = address.end()
    if _NEXT_TITLE.match(text, begin) and not re.match(r"[\w.]+ (?:of|for) ", text[begin:]):
        return
    named = _NAME.match(text, begin)
    span = _trimmed(text, *named.span()) if named else None
    comma = text[title_end] == ","
    apposed = re.search(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) $", text[max(0, start - 6) : start])
    full = span is not None and _is_full(text, span)
    if span is None or span[0] != begin or (comma and not (full and (apposed or " " in text[start:title_end]))):
        return
    title = text[start:title_end]
    king = _JUST_TOLD.search(text, max(0, start - _NEAR), start) if title.endswith(" Majesty") else None
    if king:
        yield NameFound(site, *span, king["office"], king.span("office"))
    yield NameFound(site, *span, title, (start, span[1]))
    behind = _BEHIND.match(text, span[1])
    if behind and not _is_of_another(text, behind) and not _begins_clause(text, behind):
        yield _behind(site, span, start, behind)
        second = _AND_OFFICE.match(text, behind.end())
        if second and not _is_of_another(text, second):
            yield _behind(site, span, start, second)
    if re.search(
        r"(?:Presidents|Ministers|Secretaries|Senators|Governors|Representatives|Mayors|Messrs\.|Drs\.|Co-Chairs)$",
        title,
    ):
        yield from _listed(site, title, span[1])


def _begins_clause(text: str, office: re.Match[str]) -> bool:
    """Whether "President X, a student from Kenya said" goes on with somebody else."""
    ends = re.match(r"[,.;)]|$| (?:of|at|who|and)\b", text[office.end() :])
    return office["office"].startswith(("a ", "an ")) and ends is None


def _behind(site: Site, name: Span, start: int, office: re.Match[str]) -> NameFound:
    """A name with the office that stands behind it, without the full stop of the sentence."""
    words = re.split(r"(?<=[a-z]{4})\. (?=[A-Z])", office["office"])[0]
    words = re.sub(r"(?<![A-Z])\.$", "", words)
    end = office.start("office") + len(words)
    return NameFound(site, *name, re.sub(r"^formerly (?:the )?", "", words), (start, end), behind=True)


_LINKS = frozenset(["of", "for", "to", "at", "in", "on", "the", "and", "charge", "&", "de"])


_JOINS = re.compile(r",$|^and$")


def _name_start(text: str, end: int) -> Span | None:
    """Where a title with all that it is of ends, and where a name may begin; None where no name can follow."""
    plain = re.compile(r"(?: \([A-Z]{2,6}\))?,? ").match(text, end)
    if plain is None:
        return None
    if not re.match(r" (?:of|for|to|at|in charge of|on) ", text[end : end + 14]):
        return end, plain.end()
    linked, last = True, end
    tokens = list(re.finditer(r" ([^\s]+)", text[end : end + 160]))
    for number, token in enumerate(tokens):
        word = token[1]
        bare = word.rstrip(",").strip("()“”")
        if word in _LINKS:
            linked = True
        elif number and _JOINS.search(tokens[number - 1][1]) and _TITLE.match(text, end + token.start(1)):
            return None
        elif _goes_on(word, bare) or (linked and _is_place(tokens[number:])):
            if re.search(r"[.;:]$", word) and bare not in _DOTTED:
                return None
            linked, last = False, end + token.start(1) + len(word.rstrip(","))
        elif linked or not bare[:1].isupper():
            return None
        else:
            return last, end + token.start(1)
    return None


_DOTTED = frozenset(["U.S.", "U.N.", "U.K."])


def _goes_on(word: str, bare: str) -> bool:
    """Whether a word goes on with what an office is of: a field, a body, its short form, the number of a session."""
    acronym = re.fullmatch(r"[A-Z]{2,8}s?", bare) and (bare in _ACRONYMS or not _ROMAJI.fullmatch(bare))
    numbered = re.fullmatch(r"[0-9]+(?:st|nd|rd|th)?|\([A-Z]{2,8}\),?", word)
    parts = bare.split("-")
    compound = len(parts) > 1 and all(
        part in TAIL_WORDS or part in {"Inter", "Non", "Anti", "Counter"} for part in parts
    )
    return bool(bare in TAIL_WORDS or bare in _DOTTED or acronym or numbered or compound)


def _is_place(tokens: list[re.Match[str]]) -> bool:
    """Whether an unknown word is what an office is of: a name in two words, or a word that places have, follows it."""
    if not tokens[0][1][:1].isupper() or tokens[0][1].endswith((",", ".")):
        return False
    if len(tokens) > 1 and tokens[1][1].rstrip(",.") in TAIL_WORDS:
        return True
    unknown = 0
    for token in tokens[:3]:
        if not token[1][:1].isupper() or token[1].rstrip(",.") in TAIL_WORDS:
            break
        unknown += 1
        if token[1].endswith((",", ".")):
            break
    return unknown == 3


def _is_of_another(text: str, office: re.Match[str]) -> bool:
    """Whether the office behind a name stands before the next one: "X, Foreign Minister Y"."""
    other = _TITLE.match(text, office.start("office"))
    place = _name_start(text, other.end()) if other else None
    if place is not None and text[place[0]] != ",":
        named = _NAME.match(text, place[1])
        if named and _trimmed(text, *named.span()) is not None:
            return True
    return bool(re.match(rf" {_WORD} {_WORD}", text[office.end() :]))


def _listed(site: Site, title: str, end: int) -> Iterator[NameFound]:
    """The further names of "Presidents X, Y and Z"."""
    while match := _LISTED.match(site.text, end):
        span = _trimmed(site.text, *match.span("name"))
        if span is None:
            return
        yield NameFound(site, *span, title)
        end = span[1]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """A name without the words at its end, or its beginning, that belong to no name; None when nothing is left."""
    if re.compile(rf"(?:{COUNTRY})(?![\w-])").match(text, start):
        return None
    kept: list[re.Match[str]] = []
    for word in re.finditer(r"\S+", text[start:end]):
        month = word.group() == "May" and not re.match(r",? \d", text[start + word.end() : start + word.end() + 3])
        if not month and not _may_name(word.group(), first=not kept):
            if kept:
                break
            return None
        kept.append(word)
    while kept and re.fullmatch(
        r"[A-Z]\.|(?:de|da|dos|do|van|von|der|den|al|bin|bint|ibn|ben|el|du|la|le|del|of|the|ul|ur)", kept[-1].group()
    ):
        kept.pop()
    if not kept:
        return None
    last = start + kept[-1].end()
    owns = text[last : last + 2] in {
        "’s",
        "'s",
    }  # "President X's administration" names X; "the X administration" does not
    if kept[-1].group().endswith(",") or (not owns and NAMES_ANOTHER.match(text, last)):
        return None
    return start, last


def _may_name(word: str, *, first: bool) -> bool:
    """Whether a word may be part of a name: no word of offices and places, no acronym."""
    bare = word.strip(".,")
    if re.fullmatch(r"(?:[A-Z]\.)+(?:[A-Z]\w+)?", word) or re.fullmatch(r"II|III|IV|V?I{1,3}|V|XIV|XVI", word):
        return True
    if bare in NO_NAME:
        return False
    if len(bare) > 1 and bare.isupper():
        return bare not in _ACRONYMS and len(bare) >= 3 and bool(_ROMAJI.fullmatch(bare) or (first and "-" in bare))
    return True


#: A contributor's name opens what it stands in, behind a bracket or a dash, and behind a rank.
_VOICE = re.compile(
    rf"[(—–-]? ?(?:(?:Lance |Staff |Sergeant )?(?:Major|Corporal|Private|Ensign|Petty Officer) )?"
    rf"(?P<name>{_FULL_NAME}), (?P<office>[^()]+(?:\([^()]*\)[^()]*)*)"
)
_VOICE_BEHIND = re.compile(rf"[(—–-]? ?(?P<office>[A-Z].+), (?P<name>{_FULL_NAME})\)?")


def find_voice(site: Site) -> NameFound | None:
    """The contributor that a heading names, with what stands behind the name."""
    match = _VOICE.match(site.text)
    span = _trimmed(site.text, *match.span("name")) if match else None
    if match is None or span is None or not _is_full(site.text, span):
        if behind := _VOICE_BEHIND.fullmatch(site.text):
            return NameFound(site, *behind.span("name"), behind["office"], (0, len(site.text)), behind=True)
        return next(iter(find_names(site)), None)
    role = (match.start("name"), match.end("office"))
    return NameFound(site, *match.span("name"), match["office"].strip(), role, behind=True)
