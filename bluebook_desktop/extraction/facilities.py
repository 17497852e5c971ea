"""Facilities and areas of the U.S. Forces in Japan: by the gazetteer, and by the forms that their names have."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bluebook_desktop.domain.records import Added, Facility, FacilityKind
from bluebook_desktop.extraction.bare_bases import find_bare, find_towns
from bluebook_desktop.extraction.countries import COUNTRY, NATIONALITY
from bluebook_desktop.extraction.gazetteer import Entry, Gazetteer
from bluebook_desktop.extraction.text import Ids, Site, Span, Text, position

_NAME = r"[A-Z][\w’'-]+"
_KINDS = (
    r"Air Base|Airfield|Air Station|Naval Base|Naval Air Facility|Auxiliary (?:Air|Landing )[Ff]ield"
    r"|Ammunition (?:Depot|Storage Area)"
    r"|(?:Family |Dependent )?Housing Area|Communications? (?:Site|Station)|POL Depot|Fuel Terminal"
    r"|Port Facility|Barracks|Naval Facilit(?:y|ies)|Ammunition (?:Supply Point|Storage Facility)"
    r"|Transmitter (?:Site|Station)"
    r"|Communications? (?:Center|Annex)|Navy Annex|Air Facility|Heliport|Air[Bb]ase|Tank Farm"
    r"|Service Area|Training (?:Area|Range)|Firing Range|(?:Beach|Storage|Maneuver) Area|Range|General Depot"
    r"|Ordnance Depot"
)
#: Longest forms first; each names what it is by its words.
_PATTERNS: tuple[tuple[re.Pattern[str], FacilityKind], ...] = (
    (re.compile(rf"\b{_NAME} Replacement Facility"), FacilityKind.PLANNED),
    (re.compile(rf"\b(?:[Ll]and|[Ll]ands|[Ff]acilities and areas|[Ff]acilities"
        rf"|[Aa]reas) (?:located )?south of {_NAME}(?: Air Base)?"),
     FacilityKind.AREA),
    (re.compile(rf"\b(?:{_NAME} (?:and |of )?){{1,4}}(?:Compound|Warehouse|Housing|District)(?= (?:in|of"
        rf"|at) (?:Camp|MCAS|{_NAME} Air))"),
     FacilityKind.PART),
    (re.compile(rf"\bCamp {_NAME}(?:[- ]{_NAME})? area\b"), FacilityKind.AREA),
    (re.compile(rf"\b(?:Marine Corps Air Station|MCAS|Naval Air Facility|NAF|Naval Air Station|Naval Support Facility)"
                rf"(?: \([A-Z]+\))?,? {_NAME}"), FacilityKind.FACILITY),
    (re.compile(rf"\b(?:U\.S\. )?(?:Commander,? )?Fleet Activities,? {_NAME}"), FacilityKind.FACILITY),
    (re.compile(rf"\bCamp {_NAME}"), FacilityKind.FACILITY),
    (re.compile(rf"\b(?:{_NAME} ){{1,2}}(?:{_KINDS})\b"), FacilityKind.FACILITY),
)  # fmt: skip
_ABROAD = re.compile(
    r"\b(?:Camp (?:David|Humphreys|Casey|Pendleton|Lejeune|Lemonnier|X-Ray|Bonifas)|Andersen|Osan|Kunsan|Bagram"
    r"|Ramstein|Hickam"
    r"|Al Udeid|Pearl Harbor|Guam|Tinian|Clark|Subic|Darwin|Diego Garcia|Guantanamo|Air Force Base|Free Range"
    r"|Long Range"
    r"|Medium Range|Short Range|Wide Range|Full Range)"
)
#: The Self-Defense Forces' own, camps of refugees, and what lies in another country.
_OF_OTHERS = re.compile(
    r"(?:J?[GMA]SDF(?:[’']s)?|Self-Defense Forces?(?:[’']s)?|SDF(?:[’']s)?|[Rr]efugee|[Dd]isplaced persons?"
    r"|[Ss]ummer|[Pp]rison|[Ii]nternment) $"
)
_ELSEWHERE = re.compile(
    rf" (?:[Rr]efugee|IDP)|(?:(?:,|,? and) Camp \w+)* of the (?:J?[GMA]SDF|Japan \w+ Self|\w+ Self-Defense)"
    rf"|(?: in| near| \(in) (?:the )?(?:[a-z]+ (?:[a-z]+ )?)?(?:[A-Z]\w+, )?(?!Japan\b)(?:{COUNTRY}"
    rf"|{NATIONALITY})\b(?! Forces| Army| Marine| Navy)"
    rf"|,? ?[,(](?:[A-Z]\w+, )?(?!Japan\b|U\.S|US\b|UN)(?:{COUNTRY})\b"
)
#: Without a word of this, or a name of the gazetteer, a text's camps and ranges are somebody else's.
_OF_FORCES = re.compile(
    r"\b(?:U\.?S\.? (?:[Ff]orces|[Mm]ilitary|[Mm]arine|[Nn]avy|[Aa]rmy|[Aa]ir [Ff]orce)|USFJ|Marine Corps"
    r"|[Ff]acilities and areas|Okinawa"
    r"|Status of Forces|SACO|UNC|United Nations Command)\b"
)
_OPENING = re.compile(r"^(?:The|At|In|On|From|Of|And|For|To|With|Since|After|Before|Japanese|American|JASDF|Former) ")
_TOWN = re.compile(
    r" (?:City|Town|Village|Ward|Bay|Island|Prefecture|District|Island|Line)\b|-(?:cho|shi|son|machi|ku)\b"
)


@dataclass(slots=True)
class _Draft:
    """A facility in the making."""

    name: str
    kind: FacilityKind
    entry: Entry | None = None
    mentions: list[tuple[Site, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FoundFacility:
    """A facility with the rule that found it."""

    facility: Facility
    rule: str
    confidence: float


def find_facilities(text: Text, gazetteer: Gazetteer, short_forms: Mapping[str, str]) -> list[FoundFacility]:
    """Every facility and area that the passages name; `short_forms` are the text's own, with their full forms."""
    drafts: dict[str, _Draft] = {}
    whole = "\n".join(site.text for site in text.passages)
    known = _known_names(gazetteer, whole)
    shorts = {short: full for short, full in short_forms.items() if _names_facility(full)}
    towns = find_towns(gazetteer, whole)
    told = bool(known) or _OF_FORCES.search(whole) is not None
    for site in text.passages:
        named = _in_site(site, known, shorts) if told else []
        for span, entry in find_bare(site, towns):
            _take(named, span, _Draft(entry.names[0], entry.kind, entry))
        for span, draft in named:
            kept = drafts.setdefault(_in_full(draft.name, short_forms), draft)
            kept.entry = kept.entry or draft.entry
            kept.mentions.append((site, *span))
    ids = Ids()
    found = [_record(draft, gazetteer, ids) for draft in drafts.values()]
    return sorted(found, key=lambda one: position(one.facility.mentions[0]))


def _known_names(gazetteer: Gazetteer, whole: str) -> list[tuple[re.Pattern[str], Entry]]:
    """The gazetteer's names that occur at all, longest first; a bracket may stand within a name of several words."""
    names = [(name, entry) for entry in gazetteer.entries for name in entry.names if _rarest(name) in whole]
    names.sort(key=lambda one: -len(one[0]))
    patterns = [(re.compile(rf"(?<![\w-]){_loose(name)}(?![\w-])"), entry) for name, entry in names]
    return [(pattern, entry) for pattern, entry in patterns if pattern.search(whole)]


def _in_full(name: str, short_forms: Mapping[str, str]) -> str:
    """A name as it is compared: MCAS and Marine Corps Air Station are one, and so are Airbase and Air Base."""
    words = [short_forms.get(word, _FULL_FORMS.get(word, word)) for word in name.replace(",", "").split()]
    return re.sub(r"air ?base", "air base", " ".join(words).lower().removeprefix("u.s. "))


_FULL_FORMS = {
    "MCAS": "Marine Corps Air Station",
    "NAF": "Naval Air Facility",
    "NAS": "Naval Air Station",
    "AB": "Air Base",
    "CFAY": "Fleet Activities Yokosuka",
}
#: Words for what a place is, which texts write in several ways.
_SPELLINGS = {
    "Air": "[Aa]ir",
    "Base": "[Bb]ase",
    "Station": "[Ss]tation",
    "Communication": "Communications?",
    "Communications": "Communications?",
    "Area": "[Aa]rea",
    "Training": "[Tt]raining",
    "No.": r"No\.",
}


def _rarest(name: str) -> str:
    """A word that only this name has: none that says what a place is."""
    return next((word for word in name.split() if word not in _SPELLINGS and len(word) > 3), name.split(maxsplit=1)[0])


def _loose(name: str) -> str:
    """A name as texts print it: a bracket within, "Airbase", "air base", "FarmNo.1"."""
    words = [_SPELLINGS.get(word, re.escape(word)) for word in name.split()]
    if len(words) == 1:
        return words[0]
    pattern = r"(?: \([A-Z]{2,}\))? ".join(words)
    return pattern.replace("[Aa]ir(?: \\([A-Z]{2,}\\))? [Bb]ase", "[Aa]ir ?[Bb]ase").replace(
        "(?: \\([A-Z]{2,}\\))? No\\.(?: \\([A-Z]{2,}\\))? ", r" ?No\. ?"
    )


def _names_facility(full: str) -> bool:
    return any(pattern.fullmatch(full) for pattern, _ in _PATTERNS)


def _in_site(
    site: Site, known: Iterable[tuple[re.Pattern[str], Entry]], shorts: Mapping[str, str]
) -> list[tuple[Span, _Draft]]:
    """The mentions of one passage in their order; a name within a longer one is none of its own."""
    found: list[tuple[Span, _Draft]] = []
    special, general = _PATTERNS[:4], _PATTERNS[4:]
    _take_patterns(site, special, found)
    for pattern, entry in known:
        for match in pattern.finditer(site.text):
            single = " " not in entry.names[0]
            if single and _TOWN.match(site.text, match.end()):
                continue
            if match.group().startswith("Camp ") and _is_elsewhere(site.text, match.span()):
                continue
            _take(found, match.span(), _Draft(entry.names[0], entry.kind, entry))
    _take_patterns(site, general, found)
    for short, full in shorts.items():
        for match in re.finditer(rf"(?<![\w(-]){re.escape(short)}(?![\w-])", site.text):
            kind = next((kind for pattern, kind in _PATTERNS if pattern.fullmatch(full)), FacilityKind.FACILITY)
            entry_draft = next((draft for _, draft in found if draft.name == full), None)
            _take(found, match.span(), entry_draft or _Draft(full, kind))
    return found


def _take_patterns(
    site: Site, patterns: Iterable[tuple[re.Pattern[str], FacilityKind]], found: list[tuple[Span, _Draft]]
) -> None:
    for pattern, kind in patterns:
        for match in pattern.finditer(site.text):
            start, end = match.span()
            while opening := _OPENING.match(site.text[start:end]):
                start += opening.end()
            words = site.text[start:end]
            if _is_elsewhere(site.text, (start, end)):
                continue
            if _ABROAD.search(words) or not re.search(r"\S \S", words) or _ABROAD.match(site.text, start):
                continue
            name = re.sub(r" \([A-Z]+\)", "", words)
            if kind is FacilityKind.AREA:
                name = name[0].lower() + name[1:] if name[:5].lower() != "camp " else name
            if kind is FacilityKind.FACILITY and re.search(r"(?:Area|Range)$", name):
                _take(found, (start, end), _Draft(name, FacilityKind.AREA))
            else:
                _take(found, (start, end), _Draft(name, kind))


def _is_elsewhere(text: str, span: Span) -> bool:
    """Whether a camp or base is of the Self-Defense Forces alone, of refugees, or in another country."""
    before = text[max(0, span[0] - 40) : span[0]]
    return bool(_OF_OTHERS.search(before) or _ELSEWHERE.match(text, span[1]))


def _take(found: list[tuple[Span, _Draft]], span: Span, draft: _Draft) -> None:
    """Add a mention in its place, if it shares no letter with one before: none of these overlap."""
    at = bisect_left(found, span, key=_place)
    if (at == 0 or found[at - 1][0][1] <= span[0]) and (at == len(found) or span[1] <= found[at][0][0]):
        found.insert(at, (span, draft))


def _place(mention: tuple[Span, _Draft]) -> Span:
    return mention[0]


def _record(draft: _Draft, gazetteer: Gazetteer, ids: Ids) -> FoundFacility:
    mentions = sorted((site.cut(start, end) for site, start, end in draft.mentions), key=position)
    printed = list(dict.fromkeys(mention.exact for mention in mentions))
    plain = [words for words in printed if "(" not in words]
    name = max(plain or printed, key=len)
    entry = draft.entry
    facility = Facility(
        id=ids.make(name),
        name=name,
        kind=draft.kind,
        mentions=tuple(mentions),
        aliases=tuple(words for words in printed if words != name),
        unc_may_use=any(_may_be_used(site, start) for site, start, _ in draft.mentions),
        where=Added(entry.where, gazetteer.source) if entry else None,
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
    )
    rule = "a name of the gazetteer" if entry else "a name in the form of a facility's"
    return FoundFacility(facility, rule, 0.95 if entry else 0.8)


def _may_be_used(site: Site, start: int) -> bool:
    """Whether the sentence lists what the United Nations Command is authorized to use."""
    begin, _ = site.sentence(start)
    before = site.text[begin:start]
    return bool(
        re.search(
            r"\b(?:UNC|United Nations Command|UN Forces)\b.{0,60}\b(?:authori[sz]ed to use|may use|can use)\b.*:",
            before,
        )
    )
