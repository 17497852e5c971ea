"""Short forms that a text introduces: after Schwartz and Hearst (2003), its inversion, names in brackets, colons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Abbreviation
from bluebook_desktop.extraction.long_forms import (
    MARKS,
    ORDINAL,
    SMALL,
    initials_length,
    long_form,
    noun_phrase,
    of_list,
)
from bluebook_desktop.extraction.text import Site, Text

_BRACKET = re.compile(r"[(（]([^()（）]{1,120})[)）]")
_SQUARE = re.compile(r"(?<= )\[([A-Z][A-Za-z0-9&/+-]{1,11})\]")
_COLON = re.compile(r"\b(?P<short>[A-Z][A-Za-z]*[A-Z]): (?P<full>[A-Z][^:;()]{4,90})")
_ACRONYM = re.compile(r"[A-Z0-9][A-Za-z0-9]*(?:[-/&.+][A-Za-z0-9]+)*\.?")
_HEREINAFTER = re.compile(
    r"(?i:here(?:in)?after|(?:commonly |also )?(?:known|referred to) as|so-called|abbreviated(?: as)?|or)"
    r"\b[^“\"A-Z0-9]*"
)
_WORD = re.compile(r"[\w.&/’']+(?:-[\w.]+)*")
_NUMERAL = re.compile(r"[IVX]{1,4}|[0-9]{1,2}")
_COUNTED = re.compile(r"(?:[0-9]+|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twenty)$", re.IGNORECASE)
#: Two countries before the name of a body or agreement of theirs alone, which its short form does not spell out.
_PAIR = re.compile(r"\bJapan(?:ese)?[-–‐](?:[A-Z][\w.]*)(?:[-–‐][A-Z][\w.]*)* $")
_OF_A_PAIR = re.compile(
    r"(?:Committee|Commission|Council|Dialogue|Forum|Consultations?|Conference|Status of Forces Agreement)$"
)
#: What may be called by this one word of its name: “the Roadmap”.
_ONE_WORD = re.compile(
    r"(?:Roadmap|Guidelines|Agreement|Treaty|Convention|Protocol|Charter|Declaration|Strategy|Plan|Initiative|Panel"
    r"|Commission|Committee|Council|Forum|Fund|Act|Principles|Framework|Program|Programme|Center|Headquarters|Vision"
    r"|Code|Mechanism|Alliance|Statement|Report|Group|Law|Outline|Arrangement|Memorandum|Conference)s?"
)
#: A body whose short form may be of another language.
_BODY = re.compile(
    r"\b(?:Market|Community|Union|Organi[sz]ation|Association|Commission|Committee|Council|Agency|Forum|Bank|Fund"
    r"|Conference|Institute|Cent(?:er|re)|Mission|Force|Office|Federation|Network|Alliance|System)\b"
)
#: What two names of places may share that are not of one.
_SORTS_OF_PLACE = {
    "camp",
    "fort",
    "port",
    "mount",
    "cape",
    "lake",
    "island",
    "islands",
    "city",
    "base",
    "area",
    "station",
}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CREDIT = re.compile(r"\b(?:Photo|Image|Source|Courtesy|Note|See|see|page|p\.|pp\.|left|right|center|row)\b")

#: “Article V of the Treaty of … (Treaty)”: the article has no short form.
_ARTICLE_OF = re.compile(
    r"^(?:Article|Chapter|Paragraph|Section|Annex) [0-9IVX]+(?:[ (][0-9a-z]+\)?)? of (?:the )?(?=[A-Z])"
)

#: What a body issued has no short form of the body’s: “Joint Statement of the … Committee (“2+2”)”.
_PAPER_OF = re.compile(
    r"^(?:[A-Z]\w+ ){0,2}(?:Statements?|Declaration|Documents?|Communiqu[eé]|Meetings?|Talks|Sessions?|Report"
    r"|Outcome) of (?:the )?(?=[A-Z])"
)
#: “… Guidelines for …, hereinafter referred to as “the Guidelines””.
_CALLED_BEHIND = re.compile(
    r"(?<=\w),? (?P<called>here(?:in)?after (?:also )?(?:referred to as |called |abbreviated (?:as|to) )?"
    r"(?:the )?[“\"](?:the )?[^“”\"()]{2,60}[”\"])"
)
#: Words before the mark with which a name in single marks begins.
_TO_MARK = re.compile(r"^.*\s['‘](?=[A-Z])")

#: Short form, full form, rule and confidence.
Found = tuple[str, str, str, float]


@dataclass(frozen=True, slots=True)
class Introduction:
    """A place that introduces a short form."""

    short: str
    full: str
    excerpt: Excerpt
    rule: str
    confidence: float


def find_abbreviations(text: Text) -> list[Introduction]:
    """Every place that introduces a short form, in reading order; a form may be introduced more than once."""
    return [introduction for site in text for introduction in _in_site(site)]


def as_records(introductions: list[Introduction]) -> list[tuple[Abbreviation, Introduction]]:
    """One abbreviation a short form, from the first place in running text or heading that introduces it."""
    kept: dict[str, Introduction] = {}
    for introduction in introductions:
        kept.setdefault(introduction.short, introduction)
    return [(Abbreviation(one.short, one.full, one.excerpt), one) for one in kept.values()]


def _in_site(site: Site) -> Iterator[Introduction]:
    found: list[Introduction] = []
    for match in (*_BRACKET.finditer(site.text), *_SQUARE.finditer(site.text)):
        if introduction := _read_bracket(site, match):
            found += [introduction, *_further(introduction, match[1])]
    for match in _CALLED_BEHIND.finditer(site.text):
        if introduction := _read_called(site, match):
            found.append(introduction)
    for match in _COLON.finditer(site.text):
        if length := initials_length(match["short"], match["full"]):
            start, end = match.start(), match.start("full") + length
            full = site.text[match.start("full") : end]
            found.append(Introduction(match["short"], full, site.cut(start, end), "colon", 0.9))
    yield from sorted(found, key=lambda one: one.excerpt.start)


def _read_bracket(site: Site, match: re.Match[str]) -> Introduction | None:
    inner, opened = match[1], match.start()
    sentence, _ = site.sentence(opened)
    before = site.text[max(sentence, opened - 320) : opened].rstrip()
    if _CREDIT.search(inner):
        return None
    if found := _acronym_inside(inner, before):
        short, full, rule, confidence = found
    elif match.re is _SQUARE:
        return None
    elif foreign := _foreign(inner, before):
        short, full, rule, confidence = *foreign, "short form in brackets", 0.7
    elif named := _name_inside(inner, before):
        short, full, rule, confidence = *named, "short name in brackets", 0.75
    elif inverted := _inverted(inner, before):
        short, full = inverted
        start = opened - len(short) - (site.text[opened - 1] == " ")
        return Introduction(short, full, site.cut(start, match.end()), "full form in brackets", 0.85)
    else:
        return None
    full = _ARTICLE_OF.sub("", full)
    start = site.text.rfind(full, 0, opened)
    pair = _PAIR.search(site.text, max(sentence, start - 40), start)
    if pair and full[0].isupper() and _OF_A_PAIR.search(full):
        start, full = pair.start(), pair.group() + full
    return Introduction(short, full, site.cut(start, match.end()), rule, confidence)


def _read_called(site: Site, match: re.Match[str]) -> Introduction | None:
    """A name whose short form follows without a bracket: “…, hereinafter referred to as “the Guidelines””."""
    sentence, _ = site.sentence(match.start())
    before = site.text[max(sentence, match.start() - 320) : match.start()].rstrip()
    called = match["called"].rstrip(',.”"') + "”"
    named = _acronym_inside(called, before) or _name_inside(called, before)
    if named is None:
        return None
    start = site.text.rfind(named[1], 0, match.start())
    return Introduction(named[0], named[1], site.cut(start, match.end()), "short name behind hereinafter", 0.8)


def _further(first: Introduction, inner: str) -> Iterator[Introduction]:
    """Other short forms of the same name in one bracket: “(SCC, “2+2”)”."""
    for part in re.split(r"[,;/、；]\s*|\s+or\s+", inner):
        short = _HEREINAFTER.sub("", part).strip(MARKS)
        if short != first.short and re.fullmatch(r"[0-9](?:[+][0-9])+", short):
            yield replace(first, short=short, confidence=0.8)


def _acronym_inside(inner: str, before: str) -> Found | None:
    """FULL (SHORT, …): an acronym among the parts of a bracket, with its full form before it."""
    for part in re.split(r"[,;:]\s|[、，；]", inner):
        words = re.sub(r"^the ", "", _HEREINAFTER.sub("", part).strip()).strip(MARKS).split()
        if not words or len(words) > 4:
            continue
        if counted := _counted(words, before):
            return counted
        for short in dict.fromkeys((" ".join(words), words[0])):
            if not _is_acronym(short) or (short != " ".join(words) and not _mostly_capitals(short)):
                continue
            if re.search(r"[぀-鿿]$", before):
                noun = re.search(r"[一-鿿ァ-ヴー・]{3,}$", before)
                return (short, noun.group(), "short form in brackets", 0.8) if noun else None
            full = long_form(short, before)
            if full and not re.search(rf"(?<!\w){re.escape(short)}(?!\w)", full):
                return short, full, "short form in brackets", 0.95
    return None


def _counted(words: list[str], before: str) -> Found | None:
    """A short form of several words, or with a number."""
    readings = (_numbered, _with_prefix, _of_two_acronyms) if len(words) == 2 else (_of_digits, _with_number)
    return next((found for read in readings if len(words) < 3 and (found := read(words, before))), None)


def _numbered(words: list[str], before: str) -> Found | None:
    """FULL (TICAD V): a short form with its number."""
    if not _NUMERAL.fullmatch(words[1]) or not _is_acronym(words[0]):
        return None
    stem = before.removesuffix(f" {words[1]}")
    full = long_form(words[0], stem)
    if not full:
        return None
    start = len(stem) - len(full)
    ordinal = ORDINAL.search(stem[:start]) if stem == before else None
    return " ".join(words), before[ordinal.start() if ordinal else start :], "short form in brackets", 0.95


def _with_prefix(words: list[str], before: str) -> Found | None:
    """“III MEF” and “INF Treaty”: an acronym beside a number or noun that its full form has too."""
    short = " ".join(words)
    if re.fullmatch(r"[IVX]{1,4}|[0-9]{1,2}(?:st|nd|rd|th)", words[0]) and _is_acronym(words[1]):
        full = long_form(words[1], before)
        if full and before[: len(before) - len(full)].endswith(f"{words[0]} "):
            return short, f"{words[0]} {full}", "short form in brackets", 0.95
    if _is_acronym(words[0]) and before.endswith(f" {words[1]}"):
        full = long_form(words[0], before.removesuffix(f" {words[1]}"))
        return (short, f"{full} {words[1]}", "short form in brackets", 0.95) if full else None
    within = re.search(rf"(?P<stem>.*\b)(?P<rest>{re.escape(words[1])} (?:for|of|on|in|to)\b.*)$", noun_phrase(before))
    if within and _is_acronym(words[0]) and words[1][0].isupper():
        full = long_form(words[0], within["stem"].rstrip())
        return (short, f"{full} {within['rest']}", "short form in brackets", 0.9) if full else None
    return None


def _of_two_acronyms(words: list[str], before: str) -> Found | None:
    if not all(re.fullmatch(r"[A-Z]{2,6}", word) for word in words):
        return None
    full = long_form("".join(words), before)
    return (" ".join(words), full, "short form in brackets", 0.9) if full else None


def _of_digits(words: list[str], before: str) -> Found | None:
    """“2+2” and Group of Eight (G8)."""
    if re.fullmatch(r"[0-9](?:[+][0-9])+", words[0]):
        full = noun_phrase(re.sub(r" (?:meetings?|talks|dialogues?|consultations?)$", "", before))
        full = _PAPER_OF.sub("", full)
        return (words[0], full, "short form in brackets", 0.8) if full[:1].isupper() and " " in full else None
    if re.fullmatch(r"[A-Z][0-9]{1,2}", words[0]):
        if listed := of_list(words[0], before):
            return words[0], listed, "short form in brackets", 0.85
        full = noun_phrase(before)
        if full[:1] == words[0][0] and _COUNTED.search(full):
            return words[0], full, "short form in brackets", 0.9
    return None


def _with_number(words: list[str], before: str) -> Found | None:
    """“Carrier Air Wing Five (CVW-5)”: the number at its end in words, and the first letter of the name."""
    short = words[0]
    match = re.fullmatch(r"([A-Z]{2,5})-?([0-9]{1,2})", short)
    full = noun_phrase(before)
    if match is None or len(full.split()) < 3 or full[0] != short[0]:
        return None
    number = int(match[2])
    word = _NUMBERS[number - 1] if 0 < number <= len(_NUMBERS) else ""
    ends = full.rsplit(" ", 1)[-1].lower() == word != ""
    return (short, full, "short form in brackets", 0.8) if ends else None


def _foreign(inner: str, before: str) -> tuple[str, str] | None:
    """The name of a body with its short form in another language: “Common Market of the South (MERCOSUR)”."""
    short = inner.strip(MARKS)
    full = noun_phrase(before)
    if not re.fullmatch(r"[A-Z]{4,10}", short) or not _BODY.search(full) or len(full.split()) < 3:
        return None
    return (short, full) if full[0].isupper() and short not in full else None


def _is_acronym(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return bool(_ACRONYM.fullmatch(word)) and 2 <= len(word) <= 12 and capitals >= 2


def _mostly_capitals(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > sum(letter.islower() for letter in word)


def _name_inside(inner: str, before: str) -> tuple[str, str] | None:
    """FULL (Short Name): a shorter name in capitals that shares a word with the one before it, or stands in marks."""
    before = re.sub(r"\s*\([^()]*\)$", "", before)
    quoted = re.fullmatch(rf"(?:{_HEREINAFTER.pattern})?(?:the )?[“\"]([^“”\"]+)[”\"]", inner, re.IGNORECASE)
    called = re.match(r"here(?:in)?after (?:referred to as |called )?(?:the )?(.+)", inner)
    short = (quoted or called or [None, inner])[1]
    if short is None or re.search(r"[0-9]{4}|:|;", short) or len(short.split()) > 6:
        return None
    short = short.strip(MARKS + ",")
    short = re.sub(r"^the (?=[A-Z])" if quoted else r"^[Tt]he ", "", short)
    full = _TO_MARK.sub("", noun_phrase(before))
    if not full or len(full) <= len(short) or short == full:
        return None
    if quoted or called:
        inside = full.find(f"the {short}")
        return short, full if inside < 0 else full[inside + 4 :]
    full = full.strip(MARKS)
    words = [word.lower() for word in _WORD.findall(short) if word.lower() not in SMALL]
    known = {word.lower() for word in _WORD.findall(full)}
    shared = [word for word in words if word in known]
    if len(words) == 1 and short == words[0].capitalize():
        return (short, full) if shared and _ONE_WORD.fullmatch(short) and len(full.split()) > 2 else None
    capitals = all(word[0].isupper() or word in SMALL for word in short.split())
    telling = [word for word in shared if word not in _SORTS_OF_PLACE]  # not “Camp Smith (Camp Jones)”
    return (short, full) if telling and capitals and len(short.split()) > 1 else None


def _inverted(inner: str, before: str) -> tuple[str, str] | None:
    """SHORT (FULL): each letter of the short form begins a word of the full one."""
    last = before.rsplit(maxsplit=1)[-1].strip(MARKS + ",") if before.split() else ""
    if not _is_acronym(last) or len(inner.split()) < 2 or before[-1:] in ",":
        return None
    if len(inner.split()) > 2 and inner[:1] == last[:1] and long_form(last, inner) == inner:
        return last, inner
    length = initials_length(last, inner)
    return (last, inner[:length]) if length and len(inner[:length].split()) >= len(inner.split()) - 2 else None
