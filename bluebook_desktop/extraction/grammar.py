"""The forms in which English prints a date, from the longest to the shortest, and what each says.

Lengths of time, *today*, anniversaries and ages are no forms of it: they date nothing. Whether a number of four
digits is a year is weighed in `years`.
"""

import calendar
import re
from collections.abc import Callable

from bluebook_desktop.extraction.expressions import Expression, Part, Relative
from bluebook_desktop.extraction.years import is_year

MONTHS = tuple(calendar.month_name[1:])
_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}

_M = (
    rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)"
    r"(?:\.|(?= (?:[0-9]{1,2}|20[0-9]{2})(?![0-9]))))"
)
_Y = r"(?:1[6-9]|20)[0-9]{2}(?![0-9])"
#: After a month; a footnote's mark may follow it: “in July 20143”.
_YM = rf"(?:{_Y}|20[0-4][0-9](?=[0-9]{{1,2}}(?:[,.;:)]|$| [a-z])))"
_D = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9])(?! ?(?:percent|%|hectares))"
_TH = r"(?:3[01]|[12][0-9]|[1-9]) ?(?:st|nd|rd|th)"
_TO = r"(?: (?:to|through|until|till) (?:the )?| ?[-–—~] ?)"
_FY = r"(?:(?:Japanese )?(?:[Ff]iscal [Yy]ear|fiscal)s? (?:\((?:J?FY)\) ?)?|J?FYs? ?)"
_OF_YEAR = (
    r"(?:(?:same|that|this|that same|following|next|previous|preceding|last) (?:fiscal )?year"
    r"|year before last|year (?:before|after)(?=[,.;:)]|$| (?:in|at|and|to)\b))"
)
_OF = rf"(?:,? (?:of )?(?P<year>{_YM})| (?:of )?(?:the )?(?P<of>{_OF_YEAR}))?"
_ONES = r"one|two|three|four|five|six|seven|eight|nine"
_NUMERAL = (
    rf"(?:[0-9]{{1,3}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:{_ONES}))?|an?|{_ONES}"
    r"|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
_PORTION = (
    r"(?:(?P<portion>[Ee]arly|[Mm]id(?:dle)?|[Ll]ate|(?:[Bb]eginning|[Ss]tart|[Ee]nd|[Mm]iddle)(?: of)?(?! in\b)"
    r"|(?:[Ff]irst|[Ss]econd|[Ll]atter|[Ff]ormer) half(?: of)?|(?:[Ff]irst|[Ss]econd|[Tt]hird"
    r"|[Ff]ourth) quarter(?: of)?)"
    r"(?:[- ]to[- ](?:mid|late))?(?: in| part of)?[ -](?:the )?)?"
)
_NEEDED_PORTION = _PORTION[:-1]
_PART = r"(?:(?:[Ee]arly|[Mm]id|[Ll]ate|(?:the )?(?:beginning|end|middle) of)[- ])?"
_SEASON = r"(?P<portion>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
#: Which month or season of that name is meant: “the following April”, “that same November”.
_WHICH = (
    r"(?P<which>[Tt]he (?:following|next|previous|preceding|same)|[Tt]hat(?: same)?|[Tt]his|(?<!the )[Ll]ast"
    r"|(?<!the )[Nn]ext)"
)
_TIME_OF_DAY = r"(?:morning|afternoon|evening|night)"
_NOT_COUNTED = "".join(
    f"(?<!{word} )" for word in ("than", "about", "around", "over", "nearly", "some", "almost", "approximately", "for")
)
#: What stands behind “the day after” and the like where they are not followed by what they are counted from.
_ALONE = r"(?=[,.;:)*”\"]|$| (?:in|at|and|by|with|when|to)\b)"

#: Two years that are not told one by one.
_TOGETHER = r"(?!,? respectively|,? (?:and|or) |, [0-9])(?=[,.;:)]|$| [a-z(])"

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
    unit = next((unit for unit in ("year", "month", "day") if re.search(rf"\b{unit}\b", words)), "year")
    if re.search(rf"\b(?:date|{_TIME_OF_DAY})\b", words):
        unit = "day"
    if words.endswith("before last"):
        return Relative.YEAR_BEFORE_LAST
    if words.endswith((" before", " after")):
        return Relative(f"{'last' if words.endswith('before') else 'next'} {unit}")
    if words in ("next year", "next fiscal year"):
        return Relative.YEAR_COMING
    if re.search(r"\b(?:following|next)\b", words):
        return Relative(f"next {unit}")
    if words in ("last year", "last fiscal year"):
        return Relative.YEAR_GONE
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


def _day_of_month(match: re.Match[str]) -> Expression | None:
    """A day of the month told before: *the 15th of the same month*, *on the 25th*."""
    of = match.groupdict().get("of") or "same month"
    return Expression(*match.span(), Part(None, None, _number(match["day"])), relative=_relative_of(of))


def _months(match: re.Match[str]) -> Expression | None:
    first = Part(_number(match["first_year"]), _month(match["first"]))
    last = Part(_number(match["year"]), _month(match["last"]))
    relative = _relative_of(match["of"])
    if relative in (Relative.NEXT_YEAR, Relative.YEAR_COMING) and (first.month or 1) > (last.month or 12):
        relative = None  # “from October to March of the following year”: that of the first is told elsewhere
    return Expression(*match.span(), first, last, relative=relative)


def _named(match: re.Match[str]) -> Expression | None:
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


def _later(match: re.Match[str]) -> Expression | None:
    """*Five days later*, *a year earlier*: counted from the date told before."""
    words = match["number"].lower()
    number = int(words) if words.isdecimal() else _numeral(words)
    unit = match["unit"]
    if unit == "week":
        number, unit = number * 7, "day"
    steps = -number if match["way"] in ("earlier", "before") else number
    return Expression(*match.span(), Part(), relative=Relative.COUNTED, steps=steps, unit=unit) if number else None


def _nth_day(match: re.Match[str]) -> Expression | None:
    """*On the second day*, of the days told before."""
    nth = _ORDINALS.index(match["nth"]) if match["nth"] in _ORDINALS else 0
    portion = "" if match["nth"] in _ORDINALS else "end"
    return Expression(*match.span(), Part(), portion=portion, relative=Relative.NTH_DAY, steps=nth, unit="day")


_ORDINALS = ("first", "second", "third", "fourth", "fifth")


def _two_years(match: re.Match[str]) -> Expression | None:
    """*In 2020 and 2021*: two years that follow one another are one time."""
    first, last = int(match["first"]), int(match["last"])
    fiscal = match.groupdict().get("fiscal") is not None
    return Expression(*match.span(), Part(first), Part(last), fiscal=fiscal) if last == first + 1 else None


def _american_year(match: re.Match[str]) -> Expression | None:
    return Expression(*match.span(), Part(int(match["year"])), fiscal=True, american=True)


def _years_from(match: re.Match[str]) -> Expression | None:
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


def _month_alone(match: re.Match[str]) -> Expression | None:
    relative = _relative_of(match["of"])
    return Expression(
        *match.span(),
        Part(_number(match["year"]), _month(match["month"])),
        portion=_portion(match["portion"]),
        relative=relative,
    )


def _fiscal_years(match: re.Match[str]) -> Expression | None:
    first, last = int(match["first"]), _second_year(match)
    return Expression(*match.span(), Part(first), Part(last), fiscal=True) if first < last < first + 60 else None


def _fiscal_year(match: re.Match[str]) -> Expression | None:
    return Expression(*match.span(), Part(int(match["year"])), fiscal=True, portion=_portion(match["portion"]))


def _years(match: re.Match[str]) -> Expression | None:
    first, last = int(match["first"]), _second_year(match)
    named = re.search(
        r"\b(?!From|Between|In|During|For|Over|The|Of)[A-Z][\w’']* $", match.string[: match.start()][-20:]
    )
    return Expression(*match.span(), Part(first), Part(last)) if first < last < first + 100 and not named else None


def _second_year(match: re.Match[str]) -> int:
    """The last year of *2012–2013* or *2012–13*."""
    last = int(match["last"])
    return last if last > 99 else int(match["first"]) // 100 * 100 + last


def _decade(match: re.Match[str]) -> Expression | None:
    return Expression(*match.span(), Part(int(match["year"])), decade=True, portion=_portion(match["portion"]))


def _year_portion(match: re.Match[str]) -> Expression | None:
    portion = _portion(match["portion"])
    if match["year"]:
        return Expression(*match.span(), Part(int(match["year"])), portion=portion)
    return Expression(*match.span(), Part(), portion=portion, relative=_relative_of(match["of"] or "year"))


def _relative(match: re.Match[str]) -> Expression | None:
    relative = _relative_of(match["of"])
    fiscal = "fiscal" in match["of"].lower()
    return Expression(*match.span(), Part(), portion=_portion(match["portion"]), relative=relative, fiscal=fiscal)


def _whole_year(match: re.Match[str]) -> Expression | None:
    """*Throughout the year*: the one that the text tells of."""
    within = match.group().lower().startswith("within")
    relative = Relative.THIS_YEAR if within else Relative.SAME_YEAR
    return Expression(*match.span("words"), Part(), relative=relative)


def _ago(match: re.Match[str]) -> Expression | None:
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


def _year(match: re.Match[str]) -> Expression | None:
    return Expression(*match.span(), Part(int(match.group()))) if is_year(match) else None


#: From the longest forms to the shortest; a later one never takes words of an earlier one.
_FORMS: tuple[tuple[str, Parser], ...] = (
    (
        (
            rf"(?<=[Bb]etween )(?P<first>{_M}) (?P<day>{_D})(?:,? (?P<first_year>{_YM}))? and (?P<last>{_M}) "
            rf"(?P<last_day>{_D})(?:,? (?P<year>{_YM}))?"
        ),
        _two_days,
    ),
    (
        (
            rf"\b(?P<first>{_M}) (?P<day>{_D})(?:,? (?P<first_year>{_YM}))?{_TO}(?P<last>{_M}) (?P<last_day>{_D})"
            rf"(?:,? (?P<year>{_YM}))?"
        ),
        _two_days,
    ),
    (
        (
            rf"\b(?P<day>{_D}) (?P<first>{_M})(?:,? (?P<first_year>{_YM}))?{_TO}(?P<last_day>{_D}) (?P<last>{_M})"
            rf"(?:,? (?P<year>{_YM}))?"
        ),
        _two_days,
    ),
    (rf"\b(?P<month>{_M}) (?P<day>{_D})(?:, {_D})*(?:{_TO}|,? and )(?P<last_day>{_D}){_OF}", _days),
    (rf"\b(?P<day>{_D})(?:{_TO}|,? and )(?P<last_day>{_D}) (?P<month>{_M}){_OF}", _days),
    (rf"\b(?P<month>{_M}) (?P<day>{_D})(?:[,.]? (?:of )?(?P<year>{_YM})| (?:of )?(?:the )?(?P<of>{_OF_YEAR}))?", _day),
    (rf"\b(?P<day>{_D}) (?P<month>{_M})(?:,? (?P<year>{_YM}))", _day),
    (rf"(?:(?<=\b[Oo]n )|(?<=\b[Oo]f ))(?:the )?(?P<day>{_D}) (?:of )?(?P<month>{_M}){_OF}", _day),
    (rf"(?:the )?(?P<day>{_TH})(?:{_TO}|,? and )(?:the )?(?P<last_day>{_TH}) of (?P<month>{_M}){_OF}", _days),
    (rf"\b(?:the )?(?P<day>{_TH}) of (?P<month>{_M}){_OF}", _day),
    (
        rf"(?<=\b[Oo]n )the (?P<day>{_TH}) of (?P<of>(?:the )?(?:same |that |this |following |next |previous )?month)",
        _day_of_month,
    ),
    (rf"(?<=\b[Oo]n )the (?P<day>{_TH})(?=[,.;)]|$| (?:in|at|and|to|he|she|they|it|the)\b)", _day_of_month),
    (
        rf"\b{_PART}(?P<first>{_M})(?:,? (?:of )?(?P<first_year>{_YM}))?{_TO}{_PART}(?P<last>{_M}){_OF}",
        _months,
    ),
    (rf"(?<=[Bb]etween )(?P<first>{_M})(?:,? (?P<first_year>{_YM}))? and (?P<last>{_M}){_OF}", _months),
    (rf"\b{_WHICH} (?P<month>{_M})\b(?! [0-9])", _named),
    (rf"\b{_PORTION}(?P<month>{_M}){_OF}", _month_alone),
    (rf"\b(?:U\.S\.|US|American)(?: federal)? (?:[Ff]iscal [Yy]ear|fiscal|FY) ?(?P<year>{_Y})", _american_year),
    (rf"(?<=[Bb]etween ){_FY}(?P<first>{_Y}) and (?:{_FY})?(?P<last>{_Y})", _fiscal_years),
    (rf"\b{_FY}(?P<first>{_Y}){_TO}(?:{_FY})?(?P<last>(?:{_Y}|[0-9]{{2}}))(?![0-9])", _fiscal_years),
    (rf"(?<=\b[Ii]n )(?P<fiscal>{_FY})(?P<first>{_Y}) and (?:{_FY})?(?P<last>{_Y}){_TOGETHER}", _two_years),
    (rf"(?<=\b[Ii]n )(?P<first>{_Y}) and (?P<last>{_Y}){_TOGETHER}", _two_years),
    (rf"\b{_PORTION}{_FY}(?P<year>{_Y})", _fiscal_year),
    (rf"\b(?P<year>{_Y})(?P<portion>) (?:Japanese )?fiscal year\b", _fiscal_year),
    (rf"\b{_PORTION}(?P<year>(?:1[6-9]|20)[0-9]0)['’]?s\b", _decade),
    (rf"\b[Ff]rom (?:[a-z-]+ ){{1,4}}in (?P<first>{_Y}) (?:to|until|till|through) (?P<last>{_Y})", _years_from),
    (rf"(?:(?<=[Ff]rom )|(?<=[Bb]etween ))(?P<first>{_Y})(?: (?:to|and|through|until) )(?P<last>{_Y})", _years),
    (rf"(?<![0-9$¥€£.,/-])(?P<first>{_Y})(?: ?[-–—~] ?| to )(?P<last>{_Y})(?![-–—0-9])", _years),
    (rf"(?<![0-9$¥€£.,/-])(?P<first>{_Y})[-–](?P<last>[0-9]{{2}})(?![-–—0-9])", _years),
    (rf"\b{_NEEDED_PORTION}(?:(?:the year )?(?P<year>{_Y})|(?P<of>{_OF_YEAR}|year))\b(?!['’]s)", _year_portion),
    (rf"\b{_SEASON} (?:of |in )?(?:(?P<year>{_Y})|(?:the )?(?P<of>{_OF_YEAR}))", _year_portion),
    (rf"\b{_WHICH} {_SEASON}\b", _named),
    (rf"(?<=\b[Ii]n )(?:the )?{_SEASON}(?P<year>)(?P<of>)(?=[,.;)]|$)", _year_portion),
    (
        (
            r"\b(?:(?P<portion>[Ll]ater|[Ee]arlier|[Ee]arly|[Ll]ate) (?:in )?)?"
            r"(?P<of>(?:[Tt]he (?:same|following|next|previous|preceding)|[Tt]his|[Tt]hat(?: same)?|[Ll]ast"
            r"|[Nn]ext) (?:fiscal )?year"
            r"|(?:[Tt]he (?:same|following|next|previous|preceding)|[Tt]hat same|(?<=[Ll]ater )that"
            r"|(?<=[Ii]n )that|(?<=[Oo]f )that)"
            r" month|that month(?=[,.;)]|$)"
            r"|(?:[Tt]he (?:very )?(?:same|following|next|previous|preceding)|[Tt]hat same|(?<=[Oo]n )that"
            r"|(?<=[Ll]ater )that|(?<=[Ee]arlier )that) (?:day|date)"
            rf"|(?:[Tt]he (?:same|following|next|previous)|[Tt]hat(?: same)?) {_TIME_OF_DAY}"
            rf"|[Tt]he (?:day|month|year|morning|evening) (?:before|after){_ALONE})(?!['’]s|s\b)"
        ),
        _relative,
    ),
    (
        (
            rf"\b{_NOT_COUNTED}(?P<number>(?i:{_NUMERAL})) (?P<unit>day|week|month|year)s?"
            rf" (?P<way>later|earlier|(?:before|after|afterwards?|thereafter){_ALONE})"
            rf"(?!,? (?:in|on) (?:{_M}|{_Y})| than)"
        ),
        _later,
    ),
    (
        (
            rf"(?<=\b[Oo]n )the (?P<nth>{'|'.join(_ORDINALS)}|last|final) (?:of the (?:two|three|four|five) days|day)\b"
            r"(?! (?:of|in|for|since|after) (?!the (?:summit|meeting|visit|conference|talks|session|event)))"
        ),
        _nth_day,
    ),
    (
        (
            r"\b(?:[Tt]hroughout|[Dd]uring|[Ll]ater in|[Ee]arlier in|[Ii]n the course of"
            r"|[Oo]ver the course of|[Ww]ithin) (?P<words>the year)\b(?! (?:of|[0-9]))"
        ),
        _whole_year,
    ),
    (
        rf"\b(?<!-){_NOT_COUNTED}(?P<number>(?i:{_NUMERAL})) years? ago\b",
        _ago,
    ),
    (rf"(?<![0-9$¥€£.,/A-Za-z–—-]){_Y}(?!['’]?s\b)(?![-–/][0-9A-Za-z]|,[0-9]|\.[0-9])", _year),
)
FORMS = tuple((re.compile(pattern), parser) for pattern, parser in _FORMS)
