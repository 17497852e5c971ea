"""Names of people as their titles and offices give them away: forms of words alone, no list of names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bluebook_desktop.extraction.text import Site, Span, overlaps_any

_COUNTRY = (
    r"(?:U\.?S\.?|UK|U\.K\.|UN|EU|ROK|Japanese|American|Australian|British|Chinese|Korean|Indian|Russian|French|German"
    r"|Philippine|Canadian|Italian|NATO|Republic of Korea|Mongolian|Thai|Vietnamese|Indonesian|Israeli|Iranian"
    r"|Brazilian)"
)
_FIELD = (
    r"(?:Foreign Affairs(?: and (?:Trade|Defen[cs]e))?|Defen[cs]e|State for Defense|State for [A-Z][\w ]+?"
    r"|Finance|Justice"
    r"|Economy, Trade and Industry|Land, Infrastructure, Transport and Tourism|the Environment|Agriculture"
    r"|Internal Affairs and Communications|Health|Education|External Affairs|Home Affairs|Trade(?: and Industry)?"
    r"|Foreign and Commonwealth Affairs|Unification)"
)
_TITLES = (
    r"(?:Deputy |Acting )?Prime Ministers?",
    r"(?:Vice |Vice-)?Presidents?(?:-elect)?",
    r"Vice[- ]Premier",
    r"Premier",
    (
        r"(?:Deputy |State |Vice |Parliamentary Vice-|Senior )?(?:Foreign|Defen[cs]e|Finance|Environment|Trade"
        r"|Justice) Ministers?"
    ),
    (
        rf"(?:(?:Deputy|State|Vice-|Vice|Parliamentary Vice-|Parliamentary|Senior Vice|Senior|Cabinet"
        rf"|Administrative Vice-) ?)?"
        rf"Ministers?(?: (?:of|for) {_FIELD})?"
    ),
    r"(?:Deputy |Assistant )?Chief Cabinet Secretary",
    (
        r"(?:Deputy |Under |Assistant |Acting )*Secretar(?:y|ies) of (?:State|Defense|the Navy|the Army|the Air Force"
        r"|Homeland Security|Commerce|Energy|the Treasury|Agriculture|Veterans Affairs)"
        r"(?: for [A-Z][\w-]+(?:(?: and |, | )[A-Z][\w-]+){0,5}?(?: Affairs)?)?"
    ),
    r"(?:Defense|Treasury|Foreign|Navy|Army) Secretary",
    r"Secretary[- ]General",
    r"(?:Deputy )?National Security Advis[eo]r",
    r"Special Advis[eo]r",
    r"Advis[eo]r",
    r"(?:Special )?(?:Envoy|Representative)(?: for [A-Z][\w-]+(?: [A-Z][\w-]+){0,4}?)?",
    r"High Representative",
    r"(?:Parliamentary |Permanent )?Under[- ]Secretary",
    r"(?:Vice |Permanent )?Chair(?:man|person|woman)?",
    r"Ambassador(?: to (?:Japan|the United States|the U\.S\.|the UN|the United Nations))?",
    r"Consul[- ]General",
    r"(?:Lieutenant |Major |Brigadier |Lt\. |Maj\. )?(?:General|Gen\.)",
    r"(?:Vice |Rear |Fleet )?(?:Admiral|Adm\.)",
    r"(?:Lieutenant )?Colonel",
    r"Captain",
    r"Commander",
    r"Commandant",
    r"Sergeant",
    r"Governors?",
    r"(?:Deputy )?Mayors?",
    r"Senators?",
    r"Congress(?:man|woman)",
    r"Speaker",
    r"Chancellor",
    r"King",
    r"Queen",
    r"Emperor",
    r"Empress",
    r"Crown Prince(?:ss)?",
    r"Prince(?:ss)?",
    r"Pope",
    r"State Council(?:l)?or",
    r"Director(?:[- ]General)?",
    r"Professor",
    r"Prof\.",
    r"Dr\.",
    r"Mr\.",
    r"Mrs\.",
    r"Ms\.",
    r"Miss",
    r"Sir",
    r"Lord",
    r"Representatives?",
    r"Secretar(?:y|ies)",
    r"Chief of Staff",
    r"Chief",
    r"Commissioner",
    r"Delegate",
    r"Private",
    r"Corporal",
)
_FORMER = r"(?:[Tt]hen[- ]|[Ff]ormer |[Nn]ew |[Ll]ate |His Excellency |H\.E\. |Incoming )*"
_ANY_TITLE = "|".join(_TITLES)
TITLE = rf"(?:{_FORMER}(?:{_COUNTRY} )?(?:{_ANY_TITLE}))"
#: An office after a name: "X, Secretary of the Navy".
_OFFICE_HEAD = (
    r"(?:(?:[Tt]hen[- ]|[Ff]ormer |the |a |an )*(?:U\.S\. |Japanese |UN |United States |Deputy |Under "
    r"|Assistant |Vice[- ]?|Senior "
    r"|Special |Acting |Parliamentary |Permanent |Executive |Chief |National |Prime |Foreign |Defense |First "
    r"|Managing |Founding )*"
    r"(?:Secretary|Minister|President|Commander|Commandant|Chief|Chairman|Chairperson|Chair|Director|Ambassador|Governor|Mayor"
    r"|Representative|Professor|Head|Leader|Member|Advis[eo]r|Speaker|Founder|CEO|Officer|Coordinator|Envoy|Commissioner"
    r"|Premier|Chancellor|Senator|Administrator|Fellow|Consul|Councilor|Manager|Principal|Researcher|Manager)"
    r"|(?:grand)?(?:daughter|son)|wife|husband|widow|brother|sister)\b"
)
#: What an office is of: "of the Navy", ", U.S. Indo-Pacific Command".
_OFFICE_TAIL = (
    r"(?:,? (?:of|for|to|at) (?:the )?(?:[A-Z][\w.-]*(?: (?:and |of |for |the )*[A-Z][\w.-]*)*)"
    r"|, (?:U\.S\.|United|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,5}? (?:Command|Forces?|Fleet|Office|Department"
    r"|Ministry|University"
    r"|Institute|Affairs|Bureau|Japan))(?: (?:of |and |for )?[A-Z][\w.-]*)*)*"
)

_LETTER = "A-ZÀ-ÖØ-Þ"
_SMALL_LETTER = "a-zß-öø-ÿā-ž"
_WORD = (
    rf"(?:[{_LETTER}][’'][{_LETTER}][{_SMALL_LETTER}]+|(?:Mc|Mac|De|Di|Le|La|Van)[{_LETTER}][{_SMALL_LETTER}]+"
    rf"|[{_LETTER}][{_SMALL_LETTER}]+(?:-[{_LETTER}{_SMALL_LETTER}][{_SMALL_LETTER}]+)*"
    rf"|[{_LETTER}]{{2,}}(?:-[{_LETTER}]{{2,}})?(?=[ ][A-Z][a-z]))"
)
_PARTICLE = r"(?:(?:de|da|dos|van|von|der|al|bin|el|ibn|du|la) |al-)"
NAME = rf"{_WORD}(?: (?:[{_LETTER}]\.|{_PARTICLE}?{_WORD})){{0,3}}(?:,? (?:Jr|Sr)\.)?"
_FULL_NAME = rf"{_WORD}(?: (?:[{_LETTER}]\.|{_PARTICLE}?{_WORD})){{1,3}}"

#: Words in capitals that are no part of a name, whatever stands before them.
_NO_NAME = frozenset(
    re.findall(
        r"\S+",
        "A An And As At By For From In Of On The To With He His Her She They Their It Its This That These "
        "Those After Also January February March April May June July August September October November "
        "December Monday Tuesday Wednesday Thursday Friday Saturday Sunday North South East West Northern "
        "Southern Eastern Western United States Kingdom Nations America American Japan Japanese China "
        "Chinese Korea Korean Republic Russia Russian Australia Australian India Indian Europe European "
        "Union Asia Asian Pacific Indo Africa African ASEAN Guam Okinawa Tokyo Washington Seoul Beijing "
        "Hawaii Agreement Alliance Army Navy Naval Marine Marines Corps Force Forces Air Base Station "
        "Camp Fleet Area Space Self Defense Defence Security Foreign Affairs State Ministry Minister "
        "Ministers Ministerial Prime President Vice Deputy Under Secretary General Admiral Ambassador "
        "Cabinet Government Governor Parliament Diet Congress Senate House Assembly Council Committee "
        "Commission Conference Meeting Summit Dialogue Forum Treaty Statement Joint Declaration Protocol "
        "Office Department Agency Bureau Division Staff Headquarters Command Center Centre Institute "
        "University School College Party Democratic Liberal National International World Bank Fund "
        "Organization Group Program Programme Project Initiative Plan Strategy Policy Guidelines Law Act "
        "Constitution Court Special Regional Nuclear City Prefecture Province County Island Islands Sea "
        "Ocean Peninsula River Embassy Consulate White Photo Image Source Note Bush-era Counsel "
        "Secretariat Extraordinary Plenipotentiary Representative Chief Commander Commandant Chairman "
        "Director Administration Peace Mr Ms Mrs Dr Sir Chapter Section Part Page Column Feature U.S US "
        "UN EU G7 G8 G20 Both During While When However Doctrine Memorial Prize Award Palace Residence "
        "Airport Building Hotel Hall Museum Foundation Society Royal Highness Majesty Imperial Excellency "
        "Elect Designate Level Interim Transitional Senior Official Officials Junior High Elementary "
        "Middle Students Student ",
    )
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


_TITLED = re.compile(rf"(?<![\w-])(?P<title>{TITLE}),? (?!{TITLE} )(?P<name>{NAME})")
_LISTED = re.compile(rf"(?:,? and |, )(?!{TITLE} )(?P<name>{_WORD})(?=,? and |,|\.| |$)")
_OFFICED = re.compile(rf"(?<![\w-])(?P<name>{_FULL_NAME}), (?P<office>{_OFFICE_HEAD}{_OFFICE_TAIL})")
_BEHIND = re.compile(rf", (?P<office>{_OFFICE_HEAD}{_OFFICE_TAIL})")
#: What turns a name into that of something else: "the Biden administration", "the Abe Cabinet".
NAMES_ANOTHER = re.compile(
    r"(?:[’']s)? (?:[Aa]dministrations?|Cabinet|Government|government|[Rr]egime|Doctrine|Foundation|Institute|Memorial"
    r"|Prize|Plan|Report|Initiative|Amendment|University|School|Hospital|City|Prefecture|Airport|family|Shock)\b"
)


def find_names(site: Site) -> list[NameFound]:
    """Every name that a title, an office or a contributor's heading gives away, in order."""
    found: list[NameFound] = []
    for match in _TITLED.finditer(site.text):
        found += _titled(site, match)
    taken = [(one.start, one.end) for one in found]
    for match in _OFFICED.finditer(site.text):
        span = _trimmed(site.text, *match.span("name"))
        if span is None or overlaps_any(span, taken) or " " not in site.text[slice(*span)]:
            continue
        if _is_of_another(site.text, match):
            continue
        found.append(NameFound(site, *span, match["office"], (span[0], match.end("office")), behind=True))
        taken.append(span)
    return sorted(found, key=lambda one: one.start)


def _titled(site: Site, match: re.Match[str]) -> Iterator[NameFound]:
    text = site.text
    span = _trimmed(text, *match.span("name"))
    comma = text[match.end("title")] == ","
    apposed = re.search(r"\b[Tt]he $", text[max(0, match.start() - 4) : match.start()])
    if span is None or span[0] != match.start("name") or (comma and not (apposed and " " in text[slice(*span)])):
        return
    yield NameFound(site, *span, match["title"], (match.start("title"), span[1]))
    behind = _BEHIND.match(text, span[1])
    if behind and not _is_of_another(text, behind):
        yield NameFound(site, *span, behind["office"], (match.start("title"), behind.end()), behind=True)
    if re.search(r"(?:Presidents|Ministers|Secretaries|Senators|Governors|Representatives|Mayors)$", match["title"]):
        yield from _listed(site, match["title"], span[1])


def _is_of_another(text: str, office: re.Match[str]) -> bool:
    """Whether the office behind a name stands before the next one: "X, Foreign Minister Y"."""
    other = _TITLED.match(text, office.start("office"))
    direct = other is not None and text[other.end("title")] != ","
    return (other is not None and direct and _trimmed(text, *other.span("name")) is not None) or bool(
        re.match(rf" {_WORD} {_WORD}", text[office.end() :])
    )


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
    words = list(re.finditer(r"\S+", text[start:end]))
    kept: list[re.Match[str]] = []
    for word in words:
        bare = word.group().strip(".,")
        if (bare in _NO_NAME and not re.fullmatch(r"[A-Z]\.", word.group())) or (
            len(bare) > 1 and bare.isupper() and word is words[-1]
        ):
            if kept:
                break
            return None
        kept.append(word)
    while kept and re.fullmatch(r"[A-Z]\.|de|da|dos|van|von|der|al|bin|el|ibn|du|la", kept[-1].group()):
        kept.pop()
    if not kept:
        return None
    last = start + kept[-1].end()
    return None if NAMES_ANOTHER.match(text, last) else (start, last)


_VOICE = re.compile(rf"(?P<name>{_FULL_NAME}), (?P<office>.+)")


def find_voice(site: Site) -> NameFound | None:
    """The contributor that a heading names, with what stands behind the name."""
    match = _VOICE.match(site.text)
    if match is None:
        return None
    return NameFound(site, *match.span("name"), match["office"], (0, len(site.text)), behind=True)
