"""Finders that know nothing of the records: what in a text must be told by one, or be excused with a reason.

They look for forms of words alone, and are meant to find rather too much than too little.
"""

import re
from collections.abc import Iterable, Iterator

from bluebook_desktop.curated.places import Places, Site
from bluebook_desktop.domain.documents import HeadingKind
from bluebook_desktop.domain.excerpts import Excerpt

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = f"(?:{'|'.join(MONTHS)})"
_YEAR = r"(?:1[6-9]|20)\d{2}"
_DAYS = r"\d{1,2}(?!\d)(?:(?: and |[-–]| to )\d{1,2}(?!\d))?"
_RELATIVE_YEAR = r"(?:same|this|that|following|next|last|previous|preceding|current) (?:fiscal )?year"
_NUMBER = (
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|several|few|many)(?: (?:hundred|thousand))?"
)
_ORDINAL = (
    r"(?:\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Tt]enth|[Tt]wentieth|[Tt]hirtieth|[Ff]ortieth|[Ff]iftieth"
    r"|[Ss]ixtieth|[Ss]eventieth|[Ee]ightieth|[Nn]inetieth|[Hh]undredth)"
)

_DATES = (
    # January 19, 1960 · April 2015 · December 5 and 6 · March 31. 2022 · July of the same year
    rf"\b{_MONTH}\b(?: {_DAYS})?(?:[,.]? {_YEAR}\b| of the {_RELATIVE_YEAR}\b)?",
    rf"\b(?:FY ?|fiscal year )?{_YEAR}s?\b",
    rf"\b(?:first|second|latter|early|late) half of (?:the )?(?:FY ?)?(?:{_YEAR}s?\b|year\b)?",
    rf"\b(?:later |earlier |early |late )?(?:in )?(?:the )?{_RELATIVE_YEAR}\b",
    rf"\b[Ss]ince\b(?: (?:FY ?)?{_YEAR}\b| {_MONTH}\b)?",
    rf"\b(?:[Oo]ne|{_NUMBER})[ -](?:years?|months?|weeks?|days?|decades?)\b",
    r"\b(?:over|in|for|during) the (?:past|last)\b(?: \w+)? (?:years?|months?|weeks?|days?|decades?)\b",
    r"\b(?:[Tt]oday|[Yy]esterday|[Tt]omorrow|[Aa]t present|[Cc]urrently|[Nn]owadays|[Rr]ecently)\b",
    r"\b(?:[Ss]o far|[Rr]ecent years|[Tt]o date|[Uu]ntil now)\b",
    rf"\b{_ORDINAL} [Aa]nniversary\b",
)  # fmt: skip

_SAYING = (
    "announc", "confirm", "affirm", "reaffirm", "underscor", "underlin", "explain", "instruct", "emphasi[sz]",
    "reiterat", "prais", "declar", "pledg", "promis", "argu", "welcom", "condemn", "acknowledg", "respond",
    "remark", "mention", "address",
)  # fmt: skip
_VERBS = (
    # No word boundary is asked for before a joined "that".
    rf"\b(?:{'|'.join(_SAYING)})(?:ed|ing|es|s|e)?(?=that\b|\b)",
    r"\bconcur(?:red|ring|s)?\b",
    r"\b(?:stress(?:ed|es)?|stat(?:ed|es|ing)|said|says|told|agreed|requested|urged|claimed)\b",
    r"\b(?:paid|pay|pays) tribute\b",
    r"\bexpress(?:ed|es|ing)? (?:its|his|her|their)\b",
    r"\blook(?:ed|s|ing)? back on\b",
    r"\bshar(?:ed|es|ing) the (?:importance|view|recognition|understanding)\b",
    r"\bprovides? that\b",
)

_FACILITIES = (
    r"\bCamp [A-Z]\w+(?:-[A-Z]\w+)?",
    r"\b(?:[A-Z]\w+ )?(?:Air|Naval|Army) (?:Base|Station|Facility)\b",
    r"\b(?:Fleet|Base|Port) Activities\b",
    r"\b(?:[A-Z]\w+ )?(?:Training|Beach|Housing|Storage|Landing) Area\b",
    r"\bReplacement Facility\b",
    r"\b(?:[A-Z]\w+ )?(?:Compound|Garrison|Barracks|Depot|Headquarters)\b",
    r"\bHenoko\w*",
    r"\bFutenma\b",
    r"\bKadena\b",
    r"\b(?:MCAS|FRF)\b",
    # Not facilities, but near enough that each must be excused.
    r"\b(?:White House|Guam|Seoul|Misawa(?: City)?)\b",
)

_NAME = r"[A-Z][a-z]+(?:[A-Z][a-z]+)?"
_FULL_NAME = rf"{_NAME}(?: [A-Z]\.)?(?: {_NAME}){{0,2}}"
_TITLE = (
    r"(?:Prime Minister|President|Foreign Minister|Defense Minister|Secretary of State|Secretary of Defense|General"
    r"|Admiral|Ambassador|Senator|Chairman|Mr\.|Ms\.|Mrs\.|Dr\.)"
)
_OFFICE = "(?:Secretary|Commander|Commandant|Chief|Minister|Chairman)"
_PEOPLE = (
    rf"\b{_TITLE} (?P<name>{_FULL_NAME})",
    rf"\b(?!{_TITLE} )(?P<name>{_NAME}(?: [A-Z]\.)?(?: {_NAME}){{1,2}}), {_OFFICE}\b",
    rf"\b(?P<name>{_NAME}) [Aa]dministration\b",
)

_SLIPS = (
    r"\b[A-Z]?[a-z]+(?:that|which|with)\b(?<!\bthat)(?<!\bwhich)(?<!\bwith)(?<!\bherewith)(?<!\bforthwith)",
    r"\b[A-Z]?[a-z]{3,}[A-Z]\b",
    rf"\b{_MONTH} \d{{1,2}}\. \d{{4}}",
    rf"\b{_MONTH} (?:In|On|At|The|This|These|They|Furthermore|However) [a-z]+",
    r"\bU\.S(?!\.)",
    r"\bUS\b",
    r"\)-\d",
    r"\bpage on \d+",
    r" [,.;:]|  ",
)


def _search(patterns: Iterable[str], site: Site) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        for match in re.finditer(pattern, site.text):
            group = "name" if "name" in match.groupdict() else 0
            yield match.span(group)


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that overlap made one, in order."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _everywhere(patterns: Iterable[str], sites: Iterable[Site]) -> list[Excerpt]:
    compiled = list(patterns)
    return [site.cut(*span) for site in sites for span in _merged(_search(compiled, site))]


def dates(places: Places) -> list[Excerpt]:
    """Every expression of time: months, years, decades, lengths of time, *since*, *today*, anniversaries."""
    return _everywhere(_DATES, places)


def facilities(places: Places) -> list[Excerpt]:
    """Every word that looks like a facility or area of the U.S. Forces, or like a place taken for one."""
    return _everywhere(_FACILITIES, places)


def quoted(places: Places) -> list[Excerpt]:
    """Every span in curly quotation marks, marks included."""
    return _everywhere((r"“[^”]*”?",), places)


def testimonies(places: Places) -> list[Excerpt]:
    """Every passage under the heading of a named contributor, whole."""
    numbers = [
        number
        for heading in places.document.headings
        if heading.kind is HeadingKind.VOICE
        for number in range(heading.first_passage, heading.last_passage + 1)
    ]
    sites = (site for number in numbers if (site := places.passage(number)))
    return [site.cut(0, len(site.text)) for site in sites]


def verbs_of_saying(places: Places) -> list[Excerpt]:
    """Every verb that may report a statement, in passages that are not themselves in a contributor's voice."""
    voices = {excerpt.passage for excerpt in testimonies(places)}
    return _everywhere(_VERBS, (site for site in places if site.heading is None and site.passage not in voices))


def people(places: Places) -> list[Excerpt]:
    """Every name that a title, an office or a contributor's heading gives away, and each of its words elsewhere."""
    found = _everywhere(_PEOPLE, places)
    for heading in places.document.headings:
        site = places.heading(heading.title)
        if heading.kind is HeadingKind.VOICE and site:
            found.append(site.cut(0, site.text.index(",")))
    words = {word for excerpt in found for word in excerpt.exact.split() if not word.endswith(".")}
    if not words:
        return []
    word = f"(?:{'|'.join(sorted(words))})"
    return _everywhere((rf"\b{word}\b(?: [A-Z]\.)?(?: {word}\b)*",), places)


def short_forms(places: Places) -> list[Excerpt]:
    """Every round bracket, and capitals before a colon: where a text introduces its short forms."""
    return _everywhere((r"\([^()]*\)", r"\b[A-Z]{2,}:"), places)


def pointers(places: Places) -> list[Excerpt]:
    """Every *see …* that points to another place."""
    return _everywhere((r"\b[Ss]ee (?:the|also|page|Chapter|Section)\b",), places)


def slips(places: Places) -> list[Excerpt]:
    """Slips that their form gives away: joined words, a full stop within a date, a lost one between sentences."""
    return _everywhere(_SLIPS, places)
