"""Numbering: the printed marks that give a heading its place, and which of them stands under which.

Yearbooks number differently from year to year (``Section 2``, ``1.``, ``1-2``, ``(1)``, ``A``, ``(a)``, ``i)``, ``①``,
``第2節``, ``ア``); the order of the marks is the usual one unless a text's own counting contradicts it.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from bluebook_desktop.domain.documents import LEVELS, HeadingKind


class Style(StrEnum):
    """A way of numbering, in the usual order from outer to inner."""

    EDITION = "edition"
    CHAPTER = "chapter"
    SECTION = "section"
    PART = "part"
    ROMAN = "roman"
    NUMBER = "number"
    COMPOUND = "compound"
    BRACKETED = "bracketed"
    LETTER = "letter"
    KANA = "kana"
    CIRCLED = "circled"
    SMALL = "small"
    BRACKETED_KANA = "bracketed kana"
    SMALL_ROMAN = "small roman"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at the beginning of a line: its style, its place in the count, and where label and words stand in it.

    The offsets count in the plain form; `words` is where the title begins, the line's end when it has none.
    """

    style: Style
    value: int
    label_end: int
    words: int


_WORD_NUMBER = r"(?:\d{1,2}|[IVX]{1,6}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
_JA_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_ERA_YEAR = r"(?:令和|平成|昭和) ?(?:\d{1,2}|元) ?年版?"
_EDITION = re.compile(
    r"(?:the )?diplomatic bluebook,? (?:for )?\d{4}(?: edition)?(?: [(]?summary[)]?)?"
    r"|(?:the )?\d{4} diplomatic bluebook"
    rf"|(?:{_ERA_YEAR} ?)?外交青書(?:・白書)? ?(?:[(]? ?(?:\d{{4}}|{_ERA_YEAR}) ?(?:年版)? ?[)]?)?(?: ?第 ?\d+ ?号)?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?(?: ?(?:[-–—]|to|and|,) ?\d{1,2}(?:st|nd|rd|th)?)?,? "
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)(?:\.?,? \d{4}|[:,. ]*$|:| [(–—-])"
)
#: Style -> pattern with the groups label, count and, where there are any, words.
_PATTERNS: tuple[tuple[Style, re.Pattern[str]], ...] = tuple(
    (style, re.compile(rf"(?P<label>{label}){after}", flags))
    for style, label, after, flags in (
        (Style.CHAPTER, rf"chapter (?P<count>{_WORD_NUMBER})[.:]?", r"(?: ?[-–—:|] ?| |$)", re.IGNORECASE),
        (Style.CHAPTER, rf"第 ?(?P<count>{_JA_NUMBER}) ?章", r" ?", 0),
        (Style.SECTION, rf"section (?P<count>{_WORD_NUMBER})[.:]?", r"(?: ?[-–—:|] ?| |$)", re.IGNORECASE),
        (Style.SECTION, rf"第 ?(?P<count>{_JA_NUMBER}) ?節", r" ?", 0),
        (Style.PART, rf"part (?P<count>{_WORD_NUMBER})[.:]?", r"(?: ?[-–—:|] ?| |$)", re.IGNORECASE),
        (Style.PART, rf"第 ?(?P<count>{_JA_NUMBER}) ?[部項]", r" ?", 0),
        (Style.COMPOUND, r"\d{1,2}(?:[-.–]\d{1,2})*[-.–](?P<count>\d{1,2})[.)]?", r"(?: |$)", 0),
        (Style.ROMAN, r"(?P<count>[IVX]{2,5})[.)]?", r"(?: |$)", 0),
        (Style.ROMAN, r"(?P<count>[IVX])[.)]", r"(?: |$)", 0),
        (Style.BRACKETED, r"[(](?P<count>\d{1,2})[)]", r" ?", 0),
        (Style.BRACKETED, r"(?P<count>\d{1,2})[)]", r" ?", 0),
        (Style.NUMBER, r"(?P<count>\d{1,2})[.]", r"(?: |(?=[^\d\s])|$)", 0),
        (Style.NUMBER, r"(?P<count>\d{1,2})", r"(?:[、:] ?| |$)", 0),
        (Style.SMALL_ROMAN, r"[(]?(?P<count>[ivx]{1,5})[).]", r"(?: |(?=[A-Z])|$)", 0),
        (Style.SMALL, r"[(](?P<count>[a-zA-Z])[)]", r" ?", 0),
        (Style.SMALL, r"(?P<count>[a-z])[).]", r"(?: |$)", 0),
        (Style.LETTER, r"(?P<count>[A-Z])[.)]?", r"(?: |$)", 0),
        (Style.CIRCLED, r"(?P<count>[\u2460-\u2473\u3251-\u325f])", r" ?", 0),
        (Style.BRACKETED_KANA, r"[(](?P<count>[ア-ン])[)]", r" ?", 0),
        (Style.KANA, r"(?P<count>[ア-ン])", r"(?: |$)", 0),
    )
)
_NAMES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン"
_KANJI = "一二三四五六七八九"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
#: No heading counts further; "60 Years of the Treaty" is a title.
_HIGHEST = 30
#: The kind that a style has where nothing stands between it and the section.
_USUAL = {
    Style.PART: HeadingKind.PART,
    Style.ROMAN: HeadingKind.SECTION,
    Style.NUMBER: HeadingKind.SECTION,
    Style.COMPOUND: HeadingKind.SECTION,
    Style.BRACKETED: HeadingKind.PART,
}
_COUNTED = (HeadingKind.SECTION, HeadingKind.PART, HeadingKind.SUBPART, HeadingKind.ITEM)
_FIXED = {
    Style.EDITION: HeadingKind.EDITION,
    Style.CHAPTER: HeadingKind.CHAPTER,
    Style.SECTION: HeadingKind.SECTION,
}
_DEEPEST = 7


def is_edition(text: str) -> bool:
    """Whether a plain line names the yearbook, as its first line does."""
    return _EDITION.fullmatch(text) is not None


def marks(text: str) -> list[Mark]:
    """What a plain line may be numbered with, likeliest first; ``I`` may be a letter and a Roman number.

    The day of “17 January: …” numbers nothing.
    """
    if is_edition(text):
        return [Mark(Style.EDITION, 1, 0, 0)]
    if _DAY.match(text):
        return []
    found = []
    for style, pattern in _PATTERNS:
        match = pattern.match(text)
        if match and 0 < (value := _value(style, match["count"])) <= _HIGHEST:
            found.append(Mark(style, value, match.end("label"), match.end()))
    return found


def count(words: str) -> int:
    """The number that digits, a Roman number, an English or a Japanese numeral mean; 0 for any other words."""
    if words.isdecimal():
        return int(words)
    if words.lower() in _NAMES:
        return _NAMES.index(words.lower()) + 1
    if set(words) <= set(_KANJI + "十"):
        tens, ten, ones = words.rpartition("十")
        return 10 * (_KANJI.find(tens) + 1 or 1) * bool(ten) + (_KANJI.find(ones) + 1 if ones else 0)
    return _roman(words.lower())


def _roman(letters: str) -> int:
    if not letters or not set(letters) <= set(_ROMAN):
        return 0
    values = [_ROMAN[letter] for letter in letters]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


def _value(style: Style, words: str) -> int:
    if style in (Style.KANA, Style.BRACKETED_KANA):
        return _KANA.find(words) + 1
    if style is Style.CIRCLED:
        code = ord(words)
        return code - 0x2460 + 1 if code < 0x3251 else code - 0x3251 + 21
    if style in (Style.LETTER, Style.SMALL):
        return ord(words.lower()) - ord("a") + 1
    return count(words)


@dataclass(frozen=True, slots=True)
class Place:
    """The kind and the level of the headings that a style numbers."""

    kind: HeadingKind
    level: int


def places(sequence: Iterable[tuple[Style, int]]) -> dict[Style, Place]:
    """Kind and level of each style of a text, from all of its marks in their order."""
    marked = list(sequence)
    present = {style for style, _ in marked}
    found = {style: Place(kind, LEVELS[kind]) for style, kind in _FIXED.items()}
    level = LEVELS[HeadingKind.SECTION] if Style.SECTION in present else LEVELS[HeadingKind.CHAPTER]
    for style in _ordered([style for style in Style if style in present - set(_FIXED)], marked):
        level = min(max(level + 1, LEVELS[_usual(style, present)]), _DEEPEST)
        kind = _COUNTED[min(level - LEVELS[HeadingKind.SECTION], len(_COUNTED) - 1)]
        found[style] = Place(kind, level)
    return found


def _usual(style: Style, present: set[Style]) -> HeadingKind:
    if style is Style.PART and Style.SECTION not in present:
        return HeadingKind.SECTION
    return _USUAL.get(style, HeadingKind.SUBPART)


def _ordered(styles: list[Style], marked: list[tuple[Style, int]]) -> list[Style]:
    """The styles from outer to inner: the usual order, but for neighbours whose counting says the reverse."""
    for _ in styles:
        for i in range(len(styles) - 1):
            outer, inner = styles[i], styles[i + 1]
            above = {*_FIXED, *styles[:i]}
            reverse, usual = _breaks(inner, outer, marked, above), _breaks(outer, inner, marked, above)
            if reverse < usual or (reverse == usual and _leads(inner, outer, marked)):
                styles[i], styles[i + 1] = inner, outer
    return styles


def _leads(style: Style, other: Style, marked: list[tuple[Style, int]]) -> bool:
    """Whether a style begins its count before another begins its own: “A. …, 1. …” where no B follows."""
    firsts = {one: next((i, value) for i, (kind, value) in enumerate(marked) if kind is one) for one in (style, other)}
    return firsts[style][0] < firsts[other][0] and firsts[style][1] == firsts[other][1] == 1


def _breaks(outer: Style, inner: Style, marked: list[tuple[Style, int]], above: Collection[Style]) -> int:
    """How often the counting would be broken, were `inner` to begin anew under each `outer`, and both under `above`."""
    broken = 0
    last: dict[Style, int] = {}
    for style, value in marked:
        if style not in (outer, inner):
            if style in above:
                last.clear()
            continue
        if style in last or style is inner:
            broken += value != last.get(style, 0) + 1
        last[style] = value
        if style is outer:
            last.pop(inner, None)
    return broken
