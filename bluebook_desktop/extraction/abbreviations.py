"""Short forms that a text introduces: after Schwartz and Hearst (2003), its inversion, names in brackets, colons."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Abbreviation
from bluebook_desktop.extraction.text import Site, Text

_BRACKET = re.compile(r"[(（]([^()（）]{1,120})[)）]")
_SQUARE = re.compile(r"(?<= )\[([A-Z][A-Za-z0-9&/+-]{1,11})\]")
_COLON = re.compile(r"\b(?P<short>[A-Z][A-Za-z]*[A-Z]): (?P<full>[A-Z][^:;()]{4,90})")
_ACRONYM = re.compile(r"[A-Z0-9][A-Za-z0-9]*(?:[-/&.+][A-Za-z0-9]+)*\.?")
_HEREINAFTER = re.compile(r"(?:here(?:in)?after|known as|so-called|abbreviated(?: as)?|or)\b[^“\"A-Z]*", re.IGNORECASE)
_MARKS = "“”\"'‘’ "
_WORD = re.compile(r"[\w.&/’']+(?:-[\w.]+)*")
_SMALL = {"of", "and", "the", "for", "on", "in", "to", "between", "with", "by", "a", "an", "at", "&", "or", "from"}
#: Where a phrase of small letters begins: it follows one of these.
_JOINING = _SMALL | {"concerning", "regarding", "against", "under", "towards", "toward", "among"}
_NUMERAL = re.compile(r"[IVX]{1,4}|[0-9]{1,2}")
_ORDINAL = re.compile(
    r"\b(?:[0-9]+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) (?:[A-Z]\w+ )?$"
)
_COUNTED = re.compile(r"(?:[0-9]+|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twenty)$", re.IGNORECASE)
_EDGE = re.compile(
    r"(?:^|[,;:.(“]|\b(?:the|a|an|of|to|for|by|with|in|on|at|from|and|or|as|that|this|these|its|their|called|under"
    r"|through|against|between|via|include|including|such as|is|are|was|were|has|have)\b)[ ]?$"
)
_CREDIT = re.compile(r"\b(?:Photo|Image|Source|Courtesy|Note|See|see|page|p\.|pp\.|left|right|center|row)\b")


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
            found.append(introduction)
    for match in _COLON.finditer(site.text):
        if length := _initials_length(match["short"], match["full"]):
            start, end = match.start(), match.start("full") + length
            full = site.text[match.start("full") : end]
            found.append(Introduction(match["short"], full, site.cut(start, end), "colon", 0.9))
    yield from sorted(found, key=lambda one: one.excerpt.start)


def _read_bracket(site: Site, match: re.Match[str]) -> Introduction | None:
    inner, opened = match[1], match.start()
    sentence, _ = site.sentence(opened)
    before = site.text[max(sentence, opened - 160) : opened].rstrip()
    if _CREDIT.search(inner):
        return None
    if found := _acronym_inside(inner, before):
        short, full, rule, confidence = found
    elif match.re is _SQUARE:
        return None
    elif named := _name_inside(inner, before):
        short, full, rule, confidence = *named, "short name in brackets", 0.75
    elif inverted := _inverted(inner, before):
        short, full = inverted
        start = opened - len(short) - (site.text[opened - 1] == " ")
        return Introduction(short, full, site.cut(start, match.end()), "full form in brackets", 0.85)
    else:
        return None
    start = site.text.rfind(full, 0, opened)
    return Introduction(short, full, site.cut(start, match.end()), rule, confidence)


def _acronym_inside(inner: str, before: str) -> tuple[str, str, str, float] | None:
    """FULL (SHORT, …): an acronym among the parts of a bracket, with its full form before it."""
    for part in re.split(r"[,;:]\s|[、，；]", inner):
        words = re.sub(r"^the ", "", _HEREINAFTER.sub("", part).strip()).strip(_MARKS).split()
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
            if full := long_form(short, before):
                return short, full, "short form in brackets", 0.95
    return None


def _counted(words: list[str], before: str) -> tuple[str, str, str, float] | None:
    """FULL (TICAD V) and Group of Eight (G8): a short form with its number."""
    if len(words) == 2 and _NUMERAL.fullmatch(words[1]) and _is_acronym(words[0]):
        stem = before.removesuffix(f" {words[1]}")
        if full := long_form(words[0], stem):
            start = len(stem) - len(full)
            ordinal = _ORDINAL.search(stem[:start]) if stem == before else None
            return " ".join(words), before[ordinal.start() if ordinal else start :], "short form in brackets", 0.95
    if len(words) == 2 and all(re.fullmatch(r"[A-Z]{2,6}", word) for word in words):
        full = long_form("".join(words), before)
        return (" ".join(words), full, "short form in brackets", 0.9) if full else None
    if len(words) == 1 and re.fullmatch(r"[0-9](?:[+][0-9])+", words[0]):
        full = _noun_phrase(re.sub(r" (?:meetings?|talks|dialogues?|consultations?)$", "", before))
        return (words[0], full, "short form in brackets", 0.8) if full[:1].isupper() and " " in full else None
    if len(words) == 1 and re.fullmatch(r"[A-Z][0-9]{1,2}", words[0]):
        full = _noun_phrase(before)
        if full[:1] == words[0][0] and _COUNTED.search(full):
            return words[0], full, "short form in brackets", 0.9
    return None


def _is_acronym(word: str) -> bool:
    capitals = sum(letter.isupper() for letter in word)
    return bool(_ACRONYM.fullmatch(word)) and 2 <= len(word) <= 12 and capitals >= 2


def _mostly_capitals(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > sum(letter.islower() for letter in word)


def long_form(short: str, before: str) -> str:
    """The full form that ends at the end of `before`, or nothing."""
    core = re.sub(r"(?<=[A-Za-z]{2})[-/]?[0-9]+$", "", short)
    core = core[:-1] if core.endswith("s") and core[:-1].isupper() else core
    trimmed = re.sub(r"[,\s]*[“\"][^“”\"]*[”\"]$", "", before)
    trimmed = trimmed if len(re.findall(r"[^\W\d_]", trimmed)) > len(core) else before
    for candidate in dict.fromkeys((short, core)):
        letters = [letter.lower() for letter in candidate if letter.isalnum()]
        start = _by_initials(letters, trimmed, _SMALL)
        start = _by_initials(letters, trimmed, set()) if start is None else start
        start = _by_name(letters, trimmed) if start is None else start
        start = _with_first_word(trimmed, _by_letters(letters, trimmed)) if start is None else start
        if start is not None and _plausible(trimmed[start:], candidate):
            ordinal = _ORDINAL.search(trimmed[:start]) if short[-1].isdecimal() else None
            return trimmed[ordinal.start() :] if ordinal else _with_adjectives(trimmed, start)
    return ""


def _plausible(full: str, short: str) -> bool:
    words = full.split()
    most = min(len(short) + 5, len(short) * 2 + 1) + sum(word in _SMALL for word in words)
    return len(full) > len(short) and len(words) <= most and short not in words


def _tokens(text: str) -> list[tuple[int, str]]:
    """Where each word and part of a hyphenated word begins, with the word."""
    return [(match.start(), match.group()) for match in re.finditer(r"[^\W_]+(?:[’'][^\W_]+)?", text)]


def _by_initials(letters: list[str], text: str, passing: set[str]) -> int | None:
    """Each letter begins a word, from the last backwards; small words, and those `passing`, may be passed over."""
    tokens = _tokens(text)
    index, left, skipped = len(tokens) - 1, len(letters) - 1, 0
    start = None
    while left >= 0 and index >= 0:
        offset, word = tokens[index]
        if word[0].lower() == letters[left] and word.lower() not in passing:
            left -= 1
            start = offset
        elif word.lower() not in _SMALL:
            skipped += 1
            if skipped > 1 or start is None:
                return None
        index -= 1
    return start if left < 0 else None


def _by_name(letters: list[str], text: str) -> int | None:
    """A name whose first words the letters begin, or all of whose words they begin in another order (NPT)."""
    name = _noun_phrase(text)
    tokens = [(offset, word) for offset, word in _tokens(name) if word.lower() not in _SMALL]
    if len(letters) < 3 or len(tokens) < len(letters):
        return None
    initials = [word[0].lower() for _, word in tokens]
    for first in range(len(tokens) - len(letters)):
        last, word = tokens[first + len(letters) - 1]
        behind = name[last + len(word) :].split(maxsplit=1)
        if initials[first : first + len(letters)] == letters and behind and behind[0] in _SMALL:
            return len(text) - len(name) + tokens[first][0]
    rest = list(initials)
    strange = 0
    for letter in letters:
        if letter in rest:
            rest.remove(letter)
        else:
            strange += 1
    foreign = strange == 1 and len(letters) > 4 and initials[0] == letters[0]  # a name in another language (CELAC)
    found = len(rest) <= 2 and initials[0] in letters and (not strange or foreign)
    return len(text) - len(name) if found else None


def _with_first_word(text: str, start: int | None) -> int | None:
    """A name found by its letters with the capital word just before it: “Novel” in “Novel Coronavirus Disease”."""
    if not start or not text[start].isupper():
        return start
    word = re.search(r"(?<=[a-z] )[A-Z][a-z]+ $", text[:start])
    return word.start() if word else start


def _by_letters(letters: list[str], text: str) -> int | None:
    """Schwartz and Hearst: the letters in their order from the end backwards, the first one at a word's beginning."""
    position = len(text) - 1
    for left in range(len(letters) - 1, -1, -1):
        while position >= 0 and (
            text[position].lower() != letters[left] or (left == 0 and position > 0 and text[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
        position -= 1
    return text.rfind(" ", 0, position + 1) + 1 if position >= 0 and text[position] == "-" else position + 1


def _with_adjectives(text: str, start: int) -> str:
    """A phrase of small letters with the one or two adjectives before it: “novel” in “novel coronavirus disease”."""
    if not text[start : start + 1].islower() or _EDGE.search(text[:start]):
        return text[start:]
    longer = re.search(r"\b(?:(?!(?:many|several|some|various|other|all|such|most)\b)[a-z][\w-]* ){1,2}$", text[:start])
    if longer and _EDGE.search(text[: longer.start()]):
        return text[longer.start() :]
    shorter = re.search(r"\b[a-z][\w-]* $", text[:start])
    return text[shorter.start() :] if shorter and _EDGE.search(text[: shorter.start()]) else text[start:]


def _name_inside(inner: str, before: str) -> tuple[str, str] | None:
    """FULL (Short Name): a shorter name in capitals that shares a word with the one before it, or stands in marks."""
    before = re.sub(r"\s*\([^()]*\)$", "", before)
    quoted = re.fullmatch(rf"(?:{_HEREINAFTER.pattern})?(?:the )?[“\"]([^“”\"]+)[”\"]", inner, re.IGNORECASE)
    called = re.match(r"here(?:in)?after (?:referred to as |called )?(?:the )?(.+)", inner)
    short = (quoted or called or [None, inner])[1]
    if short is None or re.search(r"[0-9]{4}|:|;", short) or len(short.split()) > 6:
        return None
    short = short.strip(_MARKS + ",")
    short = short if quoted else re.sub(r"^[Tt]he ", "", short)
    full = _noun_phrase(before)
    if not full or len(full) <= len(short) or short == full:
        return None
    if quoted or called:
        inside = full.find(f"the {short}")
        return short, full if inside < 0 else full[inside + 4 :]
    words = {word.lower() for word in _WORD.findall(short) if word.lower() not in _SMALL}
    shared = words & {word.lower() for word in _WORD.findall(full)}
    capitals = all(word[0].isupper() or word in _SMALL for word in short.split())
    return (short, full) if shared and capitals and len(short.split()) > 1 else None


def _noun_phrase(before: str) -> str:
    """The name in capitals, with its small words, or the noun with its adjectives, that ends here."""
    words = list(re.finditer(r"\S+", before))
    start = None
    for word in reversed(words):
        bare = word.group().strip(_MARKS)
        if start is not None and word.group().endswith((",", ".", ";", ":")) and not re.search(r"\b[A-Z]\.$", bare):
            break
        if bare[:1].isupper() or bare[:1].isdigit() or (bare not in _SMALL and start is None):
            start = word.start()
        elif bare not in _JOINING:
            break
    if start is None:
        return ""
    phrase = re.sub(
        r"^(?:[Tt]he|[Aa]n?|[Ii]n|[Oo]n|[Aa]t|[Ww]ith|[Uu]nder|[Bb]y|[Ff]or|[Tt]hrough)\s+", "", before[start:]
    )
    start = len(before) - len(phrase)
    adjective = re.search(r"\b([a-z]+-[a-z]+ )$", before[:start])
    return before[adjective.start() :] if adjective and phrase[:1].isupper() else phrase


def _inverted(inner: str, before: str) -> tuple[str, str] | None:
    """SHORT (FULL): each letter of the short form begins a word of the full one."""
    last = before.rsplit(maxsplit=1)[-1].strip(_MARKS + ",") if before.split() else ""
    if not _is_acronym(last) or len(inner.split()) < 2 or before[-1:] in ",":
        return None
    if len(inner.split()) > 2 and inner[:1] == last[:1] and long_form(last, inner) == inner:
        return last, inner
    length = _initials_length(last, inner)
    return (last, inner[:length]) if length and len(inner[:length].split()) >= len(inner.split()) - 2 else None


def _initials_length(short: str, text: str) -> int:
    """How much of `text`, from its first word on, the letters of `short` begin words of; 0 when they do not."""
    letters = [letter.lower() for letter in short if letter.isalpha()]
    return _aligned(letters, text, passing=_SMALL) or _aligned(letters, text, passing=set())


def _aligned(letters: list[str], text: str, passing: set[str]) -> int:
    found = 0
    for match in re.finditer(r"[^\W_]+(?:\.[A-Z])*\.?", text):
        word = match.group()
        if word.lower() in passing:
            continue
        if word[0].lower() == letters[found]:
            found += 1
            if found == len(letters):
                return match.end() - (word.endswith(".") and word.count(".") == 1)
        elif word.lower() not in _SMALL | {"s"}:
            return 0
    return 0
