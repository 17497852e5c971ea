"""What the forms of `grammar` say: from the words that a form matched to an expression of time."""

import calendar
import re
from collections.abc import Callable

from bluebook_desktop.extraction.expressions import Expression, Part, Relative
from bluebook_desktop.extraction.years import is_year

MONTHS = tuple(calendar.month_name[1:])
_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}
TIME_OF_DAY = r"(?:morning|afternoon|evening|night)"

Parser = Callable[[re.Match[str]], Expression | None]


def _month(word: str | None) -> int | None:
    return _NUMBERS[word[:3].lower()] if word else None


def _number(word: str | None) -> int | None:
    digits = re.match(r"[0-9]+", word) if word else None
    return int(digits.group()) if digits else None


_COMING = {
    "next year": Relative.YEAR_COMING,
    "next fiscal year": Relative.YEAR_COMING,
    "new year": Relative.COMING_NAMED,
    "the coming year": Relative.COMING_NAMED,
    "the coming fiscal year": Relative.COMING_NAMED,
}


def _relative_of(words: str | None) -> Relative | None:
    """What *the following year*, *that month* … mean."""
    if not words:
        return None
    words = words.lower()
    unit = next((unit for unit in ("year", "month", "day") if re.search(rf"\b{unit}\b", words)), "year")
    if re.search(rf"\b(?:date|{TIME_OF_DAY})\b", words):
        unit = "day"
    if words.endswith("before last"):
        return Relative.YEAR_BEFORE_LAST
    if words.endswith((" before", " after")):
        return Relative(f"{'last' if words.endswith('before') else 'next'} {unit}")
    if coming := _COMING.get(words):
        return coming
    if re.search(r"\b(?:following|next)\b", words):
        return Relative(f"next {unit}")
    if words in ("last year", "last fiscal year"):
        return Relative.YEAR_GONE
    if re.search(r"\b(?:previous|preceding|last)\b", words):
        return Relative(f"last {unit}")
    return Relative.THIS_YEAR if unit == "year" and "this" in words else Relative(f"same {unit}")


def _of(match: re.Match[str]) -> Relative | None:
    """What *of the next year* behind a date means: without its article it is that of who writes."""
    words = match.groupdict().get("of")
    if words and words.lower().startswith("next ") and match.string[: match.start("of")].lower().endswith("the "):
        words = f"the {words}"
    return _relative_of(words)


def two_days(match: re.Match[str]) -> Expression | None:
    """*May 3 to June 4*."""
    year = _number(match["year"])
    first = Part(_number(match["first_year"]) or None, _month(match["first"]), _number(match["day"]))
    last = Part(year, _month(match["last"]), _number(match["last_day"]))
    return Expression(*match.span(), first, last)


def days(match: re.Match[str]) -> Expression | None:
    """*May 3 to 5*."""
    year, month = _number(match["year"]), _month(match["month"])
    first, last = _number(match["day"]), _number(match["last_day"])
    if first is None or last is None or last <= first:
        return None
    return Expression(*match.span(), Part(year, month, first), Part(year, month, last), relative=_of(match))


def day(match: re.Match[str]) -> Expression | None:
    """*May 3*, *3 May*."""
    point = Part(_number(match["year"]), _month(match["month"]), _number(match["day"]))
    return Expression(*match.span(), point, relative=_of(match))


def day_of_month(match: re.Match[str]) -> Expression | None:
    """A day of the month told before: *the 15th of the same month*, *on the 25th*."""
    of = match.groupdict().get("of") or "same month"
    return Expression(*match.span(), Part(None, None, _number(match["day"])), relative=_relative_of(of))


def months(match: re.Match[str]) -> Expression | None:
    """*From May to June*."""
    first = Part(_number(match["first_year"]), _month(match["first"]))
    last = Part(_number(match["year"]), _month(match["last"]))
    relative = _of(match)
    if relative in (Relative.NEXT_YEAR, Relative.YEAR_COMING) and (first.month or 1) > (last.month or 12):
        relative = None  # “from October to March of the following year”: that of the first is told elsewhere
    return Expression(*match.span(), first, last, relative=relative)


def named(match: re.Match[str]) -> Expression | None:
    """*The following April*, *that October*, *last summer*."""
    groups = match.groupdict()
    which = match["which"].lower()
    relative = Relative.SAME_YEAR
    if which in ("the following", "the next"):
        relative = Relative.NEXT_NAMED
    elif which in ("the previous", "the preceding"):
        relative = Relative.LAST_NAMED
    elif which in ("this", "next"):
        relative = Relative.THIS_YEAR if which == "this" else Relative.COMING_NAMED
    elif which == "last":
        relative = Relative.YEAR_GONE
    point = Part(None, _month(groups.get("month")), _number(groups.get("day")))
    return Expression(*match.span(), point, portion=_portion(groups.get("portion")), relative=relative)


def later(match: re.Match[str]) -> Expression | None:
    """*Five days later*, *a year earlier*: counted from the date told before."""
    words = match["number"].lower()
    number = int(words) if words.isdecimal() else _numeral(words)
    unit = match["unit"]
    if unit == "week":
        number, unit = number * 7, "day"
    if weeks := match.groupdict().get("weeks"):
        if unit != "day":
            return None
        number += 7 * (int(weeks) if weeks.isdecimal() else _numeral(weeks.lower()))
    steps = -number if match["way"] in ("earlier", "before") else number
    named = match.groupdict().get("month")
    first = Part(None, _month(named))
    exact = match.groupdict().get("exact") is not None
    found = Expression(*match.span(), first, relative=Relative.COUNTED, steps=steps, unit=unit, exact=exact)
    return found if number else None


def nth_day(match: re.Match[str]) -> Expression | None:
    """*On the second day*, of the days told before."""
    nth = ORDINALS.index(match["nth"]) if match["nth"] in ORDINALS else 0
    portion = "" if match["nth"] in ORDINALS else "end"
    return Expression(*match.span(), Part(), portion=portion, relative=Relative.NTH_DAY, steps=nth, unit="day")


def named_day_of_month(match: re.Match[str]) -> Expression | None:
    """*On the first of that month*."""
    return Expression(*match.span(), Part(None, None, NAMED_DAYS[match["nth"]]), relative=_relative_of(match["of"]))


def named_day(match: re.Match[str]) -> Expression | None:
    """*The first of December*, *New Year’s Eve*."""
    month, day = _FEASTS.get(match["nth"]) or (_month(match["month"]), NAMED_DAYS[match["nth"]])
    return Expression(*match.span(), Part(_number(match["year"]), month, day), relative=_of(match))


def day_and_next(match: re.Match[str]) -> Expression | None:
    """*May 3 and the day after*."""
    first = Part(_number(match["year"]), _month(match["month"]), _number(match["day"]))
    return Expression(*match.span(), first, first, steps=1, unit="day")  # the last day shows when the year is known


def edge_day(match: re.Match[str]) -> Expression | None:
    """*The first day of 2020*, *the last day of the year*, *the last day of May*."""
    year, first = _number(match["only"] or match["year"]), match["nth"] == "first"
    month = _month(match["month"]) or (1 if first else 12)
    if not first and month == _FEBRUARY and year is None:
        return None  # the year that the context tells decides
    day = 1 if first else calendar.monthrange(year or 2001, month)[1]
    relative = _relative_of(match["whole"]) if match["whole"] else _of(match)
    return Expression(*match.span(), Part(year, month, day), relative=relative)


def first_months(match: re.Match[str]) -> Expression | None:
    """*The first nine months of 2014*, *the last three months of the year*."""
    words = match["number"].lower()
    number = int(words) if words.isdecimal() else _numeral(words)
    if not 1 < number < 12:
        return None
    year = _number(match["year"] or match["fiscal"])
    relative = None if year else _of(match) or Relative.SAME_YEAR
    fiscal = match["fiscal"] is not None or "fiscal" in (match["of"] or "").lower()
    first, last = (1, number) if match["nth"] == "first" else (13 - number, 12)
    # Those of a fiscal year are counted from its April: which months they are, its year tells.
    return Expression(*match.span(), Part(year, first), Part(year, last), relative=relative, fiscal=fiscal)


def year_to(match: re.Match[str]) -> Expression | None:
    """*The year to February 2012*."""
    year, month = _number(match["year"]) or 0, _month(match["month"])
    return Expression(*match.span(), Part(year - 1, month), Part(year, month))


def years_counted(match: re.Match[str]) -> Expression | None:
    """*The five years from 2011*."""
    words = match["number"].lower()
    number, first = int(words) if words.isdecimal() else _numeral(words), int(match["year"])
    if not 1 < number <= 60:
        return None
    return Expression(*match.span(), Part(first), Part(first + number - 1), fiscal=match["fiscal"] is not None)


def years_to(match: re.Match[str]) -> Expression | None:
    """*The five years to 2012*."""
    words = match["number"].lower()
    number, last = int(words) if words.isdecimal() else _numeral(words), int(match["year"])
    return Expression(*match.span(), Part(last - number + 1), Part(last)) if 1 < number <= 60 else None


ORDINALS = ("first", "second", "third", "fourth", "fifth")

_DAY_NAMES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth"
    " twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
NAMED_DAYS = {name: day for day, name in enumerate(_DAY_NAMES.split(), 1)}
_FEASTS = {"Eve": (12, 31), "Day": (1, 1)}
_FEBRUARY = 2


def two_years(match: re.Match[str]) -> Expression | None:
    """*In 2020 and 2021*: two years that follow one another are one time."""
    first, last = int(match["first"]), int(match["last"])
    fiscal = match.groupdict().get("fiscal") is not None
    return Expression(*match.span(), Part(first), Part(last), fiscal=fiscal) if last == first + 1 else None


def american_year(match: re.Match[str]) -> Expression | None:
    """*U.S. fiscal year 2008*."""
    return Expression(*match.span(), Part(int(match["year"])), fiscal=True, american=True)


def years_from(match: re.Match[str]) -> Expression | None:
    """*From its accession in 1956 until 2019*."""
    first, last = int(match["first"]), int(match["last"])
    return Expression(*match.span(), Part(first), Part(last)) if first < last < first + 200 else None


def _portion(words: str | None) -> str:
    words = (words or "").lower().strip()
    if "half" in words:
        return "second half" if re.search(r"second|latter", words) else "first half"
    if "quarter" in words:
        return f"{words.split()[0]} quarter"
    for known, meant in _PORTIONS.items():
        if words.startswith(known):
            return meant
    return ""


_PORTIONS = {
    "later": "", "early": "early", "mid": "mid", "late": "late", "beginning": "beginning", "start": "beginning",
    "end": "end", "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter",
}  # fmt: skip


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def month_alone(match: re.Match[str]) -> Expression | None:
    """*In May*, *in late May of the same year*."""
    relative = _of(match)
    return Expression(
        *match.span(),
        Part(_number(match["year"]), _month(match["month"])),
        portion=_portion(match["portion"]),
        relative=relative,
    )


def month_portion(match: re.Match[str]) -> Expression | None:
    """*The end of the month*, which the words before tell."""
    return Expression(*match.span(), Part(), portion=_portion(match["portion"]), relative=Relative.SAME_MONTH)


def fiscal_years(match: re.Match[str]) -> Expression | None:
    """*From FY2016 to FY2020*."""
    first, last = int(match["first"]), _second_year(match)
    return Expression(*match.span(), Part(first), Part(last), fiscal=True) if first < last < first + 60 else None


def fiscal_year(match: re.Match[str]) -> Expression | None:
    """*FY2017*, *the end of FY2017*."""
    return Expression(*match.span(), Part(int(match["year"])), fiscal=True, portion=_portion(match["portion"]))


def years(match: re.Match[str]) -> Expression | None:
    """*2012–2013*."""
    first, last = int(match["first"]), _second_year(match)
    named = re.search(
        r"\b(?!From|Between|In|During|For|Over|The|Of)[A-Z][\w’']* $", match.string[: match.start()][-20:]
    )
    named = named or _PLAN_BEFORE.search(match.string, max(0, match.start() - 120), match.start())
    return Expression(*match.span(), Part(first), Part(last)) if first < last < first + 100 and not named else None


#: The years of a plan are a part of its name: “the National Strategy for Economic Development (2016-2020)”.
_PLAN_BEFORE = re.compile(
    r"\b(?:Strategy|Plan|Program(?:me)?|Agenda|Framework|Roadmap|Decade|Guidelines|Policy)"
    r"(?: (?:of|for|on|in|to|and|the)| [A-Z][\w’'-]*)* \($"
)


def _second_year(match: re.Match[str]) -> int:
    """The last year of *2012–2013* or *2012–13*."""
    last = int(match["last"])
    return last if last > 99 else int(match["first"]) // 100 * 100 + last


def decade(match: re.Match[str]) -> Expression | None:
    """*The 1990s*."""
    return Expression(*match.span(), Part(int(match["year"])), decade=True, portion=_portion(match["portion"]))


def year_portion(match: re.Match[str]) -> Expression | None:
    """*The first half of 2012*."""
    portion = _portion(match["portion"])
    if match["year"]:
        return Expression(*match.span(), Part(int(match["year"])), portion=portion)
    fiscal = "fiscal" in (match["of"] or "").lower()
    return Expression(*match.span(), Part(), portion=portion, relative=_of(match) or Relative.SAME_YEAR, fiscal=fiscal)


def seasons(match: re.Match[str]) -> Expression | None:
    """*The autumn of 2011 to the spring of 2012*: from the first month of the one to the last of the other."""
    first = Part(int(match["first_year"]), _SEASONS[match["first"].lower()])
    last = Part(int(match["year"]), _SEASONS[match["last"].lower()] + 2)
    return Expression(*match.span(), first, last) if (first.year or 0) <= (last.year or 0) else None


def relative(match: re.Match[str]) -> Expression | None:
    """*The following day*, *that month*, *next year*."""
    relative = _relative_of(match["of"])
    fiscal = "fiscal" in match["of"].lower()
    return Expression(*match.span(), Part(), portion=_portion(match["portion"]), relative=relative, fiscal=fiscal)


def whole_year(match: re.Match[str]) -> Expression | None:
    """*Throughout the year*: the one that the text tells of."""
    within = match.group().lower().startswith("within")
    relative = Relative.THIS_YEAR if within else Relative.SAME_YEAR
    return Expression(*match.span("words"), Part(), relative=relative)


def ago(match: re.Match[str]) -> Expression | None:
    """*Fifty years ago*."""
    words = match["number"].lower()
    years = int(words) if words.isdecimal() else _numeral(words)
    return Expression(*match.span(), Part(), ago=years) if 0 < years <= 400 else None


def _numeral(words: str) -> int:
    """A number in words, up to ninety-nine; 0 where it is none."""
    return sum(_NUMERALS.get(word, 0) for word in re.split(r"[- ]", words))


_NUMERALS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip


def year(match: re.Match[str]) -> Expression | None:
    """*2012*, where it is a year."""
    return Expression(*match.span(), Part(int(match.group()))) if is_year(match) else None
