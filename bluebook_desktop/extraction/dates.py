"""The grammar of English expressions of time: what the words say, before any year is carried from context.

Expressions that date nothing are not found at all: lengths of time, *today*, anniversaries, ages, and numbers that
only look like years (resolutions, pages, amounts).
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from bluebook_desktop.extraction.text import overlaps_any

MONTHS = tuple(calendar.month_name[1:])
_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}

_M = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)"
_Y = r"(?:1[6-9]|20)[0-9]{2}(?![0-9])"
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z%,.]*[0-9])"
_D_END = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])(?! ?(?:percent|%|hectares))"
_TO = r"(?: (?:to|through|until|till) (?:the )?| ?[-–—~] ?)"
_FY = r"(?:(?:Japanese )?(?:[Ff]iscal [Yy]ear|fiscal)s? (?:\((?:J?FY)\) ?)?|J?FYs? ?)"
_OF_YEAR = r"(?:same|that|this|following|next|previous|preceding|last) (?:fiscal )?year"


class Relative(StrEnum):
    """A unit that only the context tells: which one is meant, counted from the one told before."""

    SAME_YEAR = "same year"
    NEXT_YEAR = "next year"
    LAST_YEAR = "last year"
    THIS_YEAR = "this year"
    SAME_MONTH = "same month"
    NEXT_MONTH = "next month"
    LAST_MONTH = "last month"
    SAME_DAY = "same day"
    NEXT_DAY = "next day"
    LAST_DAY = "last day"


@dataclass(frozen=True, slots=True)
class Part:
    """A point in time as printed; what is not printed is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that date something, between two offsets.

    `portion` is a part of the unit (``first half``, ``early``, ``end`` …), `since` an open end.
    """

    start: int
    end: int
    first: Part
    last: Part | None = None
    fiscal: bool = False
    decade: bool = False
    since: bool = False
    portion: str = ""
    relative: Relative | None = None

    @property
    def prints_year(self) -> bool:
        """Whether a year stands in the words themselves."""
        return self.first.year is not None or (self.last is not None and self.last.year is not None)


Parser = Callable[[re.Match[str]], Expression | None]


def _month(word: str | None) -> int | None:
    return _NUMBERS[word[:3].lower()] if word else None


def _number(word: str | None) -> int | None:
    digits = re.match(r"[0-9]+", word) if word else None
    return int(digits.group()) if digits else None


def _relative_of(words: str | None) -> Relative | None:
    """What *the following year*, *that month* … mean."""
    if not words:
        return None
    words = words.lower()
    unit = next((unit for unit in ("year", "month", "day") if unit in words), "year")
    if re.search(r"\b(?:following|next)\b", words):
        return Relative(f"next {unit}")
    if re.search(r"\b(?:previous|preceding|last)\b", words):
        return Relative(f"last {unit}")
    return Relative.THIS_YEAR if unit == "year" and "this" in words else Relative(f"same {unit}")


def _two_days(match: re.Match[str]) -> Expression | None:
    year = _number(match["year"])
    first = Part(_number(match["first_year"]) or None, _month(match["first"]), _number(match["day"]))
    last = Part(year, _month(match["last"]), _number(match["last_day"]))
    return Expression(*match.span(), first, last)


def _days(match: re.Match[str]) -> Expression | None:
    year, month = _number(match["year"]), _month(match["month"])
    first, last = _number(match["day"]), _number(match["last_day"])
    if first is None or last is None or last <= first:
        return None
    return Expression(
        *match.span(), Part(year, month, first), Part(year, month, last), relative=_relative_of(match["of"])
    )


def _day(match: re.Match[str]) -> Expression | None:
    point = Part(_number(match["year"]), _month(match["month"]), _number(match["day"]))
    return Expression(*match.span(), point, relative=_relative_of(match.groupdict().get("of")))


def _months(match: re.Match[str]) -> Expression | None:
    first = Part(_number(match["first_year"]), _month(match["first"]))
    last = Part(_number(match["year"]), _month(match["last"]))
    return Expression(*match.span(), first, last, relative=_relative_of(match["of"]))


def _portion(words: str | None) -> str:
    words = (words or "").lower().strip()
    if "half" in words:
        return "second half" if re.search(r"second|latter", words) else "first half"
    for known, meant in _PORTIONS.items():
        if words.startswith(known):
            return meant
    return ""


_PORTIONS = {
    "later": "", "early": "early", "mid": "mid", "late": "late", "beginning": "beginning", "start": "beginning",
    "end": "end", "middle": "mid", "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn",
    "winter": "winter",
}  # fmt: skip


def _month_alone(match: re.Match[str]) -> Expression | None:
    relative = _relative_of(match["of"])
    return Expression(
        *match.span(),
        Part(_number(match["year"]), _month(match["month"])),
        portion=_portion(match["portion"]),
        relative=relative,
    )


def _fiscal_years(match: re.Match[str]) -> Expression | None:
    first, last = int(match["first"]), int(match["last"])
    last = last if last > 99 else first // 100 * 100 + last
    if not first < last < first + 60:
        return None
    return Expression(*match.span(), Part(first), Part(last), fiscal=True)


def _fiscal_year(match: re.Match[str]) -> Expression | None:
    return Expression(*match.span(), Part(int(match["year"])), fiscal=True, portion=_portion(match["portion"]))


def _years(match: re.Match[str]) -> Expression | None:
    first, last = int(match["first"]), int(match["last"])
    return Expression(*match.span(), Part(first), Part(last)) if first < last else None


def _decade(match: re.Match[str]) -> Expression | None:
    return Expression(*match.span(), Part(int(match["year"])), decade=True, portion=_portion(match["portion"]))


def _year_portion(match: re.Match[str]) -> Expression | None:
    portion = _portion(match["portion"])
    if match["year"]:
        return Expression(*match.span(), Part(int(match["year"])), portion=portion)
    return Expression(*match.span(), Part(), portion=portion, relative=_relative_of(match["of"]))


def _relative(match: re.Match[str]) -> Expression | None:
    relative = _relative_of(match["of"])
    fiscal = "fiscal" in match["of"].lower()
    return Expression(*match.span(), Part(), portion=_portion(match["portion"]), relative=relative, fiscal=fiscal)


#: What stands before a number of four digits that is a year.
_YEAR_AFTER = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Tt]hrough|[Ff]rom|[Tt]o|[Bb]y|[Oo]f|[Dd]uring|[Bb]efore|[Aa]fter|[Yy]ear"
    r"|[Aa]round|[Bb]etween|[Tt]hroughout|[Ff]or|[Aa]s of|[Tt]he|[Oo]ver|[Ww]ithin|[Ii]ts|[Tt]heir)|\()[  ]$"
    r"|\($"
)
_YEAR_LIST = re.compile(rf"\b{_Y}(?:,? (?:and|or) |, )$")
_NO_YEAR_AFTER = re.compile(
    r"(?:[Rr]esolutions?|Article|No\.|[Nn]umbers?|pages?|pp?\.|[Aa]pproximately|[Ss]ome|[Nn]early|[Tt]han)(?: [0-9]+,?"
    r"| and| or)* $"
)
_NO_YEAR_BEFORE = re.compile(
    r" (?:hectares?|personnel|people|troops|met(?:er|re)s|kilomet|km|yen|dollars|members|[A-Z]\S* (?:Marines|troops)"
    r"|Marines|soldiers|aircraft|hours|square|tons|students|times|percent|islands|facilities|participants|cases|units"
    r"|victims|persons|vessels|projects|Agenda|Olympic|Paralympic|Tokyo Olympic|Goals)|%| ?(?:million|billion|trillion)"
)
_YEAR_BEFORE = re.compile(r" (?:was|is|marks|marked|saw|will|has)\b")


def _year(match: re.Match[str]) -> Expression | None:
    text, start, end = match.string, match.start(), match.end()
    before = text[max(0, start - 40) : start]
    if _NO_YEAR_BEFORE.match(text, end) or _NO_YEAR_AFTER.search(before):
        return None
    opens = not before.strip() or re.search(r"[.!?][”\"]? $", before)
    dated = _YEAR_AFTER.search(before) or _YEAR_LIST.search(before) or (opens and _YEAR_BEFORE.match(text, end))
    return Expression(start, end, Part(int(match.group()))) if dated else None


_PORTION = (
    r"(?:(?P<portion>[Ee]arly|[Mm]id|[Ll]ate|(?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle)(?: of)?"
    r"|(?:[Ff]irst|[Ss]econd|[Ll]atter|[Ff]ormer) half(?: of)?)(?: in| part of)?[ -](?:the )?)?"
)
_NEEDED_PORTION = _PORTION[:-1]
_SEASON = r"(?P<portion>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"

#: From the longest forms to the shortest; a later one never takes words of an earlier one.
_GRAMMAR: tuple[tuple[str, Parser], ...] = (
    (
        (
            rf"\b(?P<first>{_M}) (?P<day>{_D_END})(?:,? (?P<first_year>{_Y}))?{_TO}(?P<last>{_M}) "
            rf"(?P<last_day>{_D_END})"
            rf"(?:,? (?P<year>{_Y}))?"
        ),
        _two_days,
    ),
    (
        (
            rf"\b(?P<month>{_M}) (?P<day>{_D_END})(?:, {_D_END})*(?:{_TO}|,? and )(?P<last_day>{_D_END})"
            rf"(?:,? (?P<year>{_Y})| of the (?P<of>{_OF_YEAR}))?"
        ),
        _days,
    ),
    (
        (
            rf"\b(?P<day>{_D_END})(?:{_TO}|,? and )(?P<last_day>{_D_END}) (?P<month>{_M})(?:,? (?P<year>{_Y})| of the "
            rf"(?P<of>{_OF_YEAR}))?"
        ),
        _days,
    ),
    (rf"\b(?P<month>{_M}) (?P<day>{_D_END})(?:[,.]? (?P<year>{_Y})| of (?:the )?(?P<of>{_OF_YEAR}))?", _day),
    (rf"\b(?P<day>{_D_END}) (?P<month>{_M})(?:,? (?P<year>{_Y}))", _day),
    (
        (
            rf"\b(?P<first>{_M})(?:,? (?:of )?(?P<first_year>{_Y}))?{_TO}(?P<last>{_M})"
            rf"(?:,? (?:of )?(?P<year>{_Y})| of the (?P<of>{_OF_YEAR}))?"
        ),
        _months,
    ),
    (
        (
            rf"(?<=[Bb]etween )(?P<first>{_M})(?:,? (?P<first_year>{_Y}))? and (?P<last>{_M})"
            rf"(?:,? (?:of )?(?P<year>{_Y})| of the (?P<of>{_OF_YEAR}))?"
        ),
        _months,
    ),
    (rf"\b{_PORTION}(?P<month>{_M})(?:,? (?:of )?(?P<year>{_Y})| of (?:the )?(?P<of>{_OF_YEAR}))?", _month_alone),
    (rf"\b{_FY}(?P<first>{_Y})(?:{_TO}| and )(?:{_FY})?(?P<last>(?:{_Y}|[0-9]{{2}}))(?![0-9])", _fiscal_years),
    (rf"\b{_PORTION}{_FY}(?P<year>{_Y})", _fiscal_year),
    (rf"\b{_PORTION}(?P<year>(?:1[6-9]|20)[0-9]0)['’]?s\b", _decade),
    (rf"(?:(?<=[Ff]rom )|(?<=[Bb]etween ))(?P<first>{_Y})(?: (?:to|and|through|until) )(?P<last>{_Y})", _years),
    (rf"(?<![0-9$¥€£.,/-])(?P<first>{_Y})(?: ?[-–—~] ?| to )(?P<last>{_Y})(?![-–—0-9])", _years),
    (rf"\b{_NEEDED_PORTION}(?:(?:the year )?(?P<year>{_Y})|(?P<of>{_OF_YEAR}|year))\b", _year_portion),
    (rf"\b{_SEASON} (?:of )?(?:(?P<year>{_Y})|(?:the )?(?P<of>{_OF_YEAR}))", _year_portion),
    (
        (
            r"\b(?P<portion>[Ll]ater |[Ee]arlier |[Ee]arly |[Ll]ate )?(?:in )?"
            r"(?P<of>(?:the (?:same|following|next|previous|preceding)|this|that|last|next) (?:fiscal )?year"
            r"|the (?:same|following|next|previous|preceding) month"
            r"|the (?:same|following|next|previous) day)(?!['’]s|s\b)"
        ),
        _relative,
    ),
    (rf"(?<![0-9$¥€£.,/A-Za-z–—-]){_Y}(?!['’]?s\b)(?![-–/][0-9A-Za-z]|,[0-9]|\.[0-9])", _year),
)
_COMPILED = tuple((re.compile(pattern), parser) for pattern, parser in _GRAMMAR)

_SINCE = re.compile(r"\b(?:[Ee]ver since|[Ss]ince)(?: the)? $")
_ONWARD = re.compile(r",? (?:onwards?|on(?=[,.;]))")
#: "May" is a month only where a date can stand.
_MAY = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Tt]hrough|[Tt]o|[Ff]rom|[Bb]y|[Oo]f|[Aa]nd|[Oo]r|[Dd]uring|[Ll]ast"
    r"|[Tt]his|[Nn]ext|[Tt]he|[Bb]etween|[Bb]efore|[Aa]fter) |[-–—(,] ?)$"
)


def find_expressions(text: str) -> list[Expression]:
    """Every expression of an English text that dates something, in order."""
    found: list[Expression] = []
    for pattern, parser in _COMPILED:
        taken = [(expression.start, expression.end) for expression in found]
        for match in pattern.finditer(text):
            if overlaps_any(match.span(), taken) or not _can_be_month(match):
                continue
            if expression := parser(match):
                found.append(_opened(text, expression))
    return sorted(found, key=lambda expression: expression.start)


def _can_be_month(match: re.Match[str]) -> bool:
    """Whether "May", alone or with what may be a number of something, is the month."""
    words = match.group()
    if not words.startswith("May"):
        return True
    return words != "May" or bool(_MAY.search(match.string, max(0, match.start() - 10), match.start()))


def _opened(text: str, expression: Expression) -> Expression:
    """The expression with a *since* before it or an *onward* behind it."""
    if expression.last is None and (before := _SINCE.search(text, max(0, expression.start - 16), expression.start)):
        return replace(expression, start=before.start(), since=True)
    if expression.last is None and (after := _ONWARD.match(text, expression.end)):
        return replace(expression, end=after.end(), since=True)
    return expression
