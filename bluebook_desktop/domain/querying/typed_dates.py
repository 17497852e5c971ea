"""Dates as people write them, and the ways in which a text may print them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bluebook_desktop.domain.dates import Span, parse_edtf
from bluebook_desktop.domain.folding import fold

_MONTHS = {
    name.lower(): number
    for names in (calendar.month_name, calendar.month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[12][0-9]{3})"
_MONTHS_OF_A_YEAR = 12
_KANJI = "〇零一二三四五六七八九十百元"
_N = rf"(?:[0-9]{{1,4}}|[{_KANJI}]{{1,6}})"
#: The year before each era's first, and its last.
_ERAS = {
    "明治": (1867, 1912),
    "大正": (1911, 1926),
    "昭和": (1925, 1989),
    "平成": (1988, 2019),
    "令和": (2018, 2999),
}
_START, _END = r"(?<![\w.:/-])", r"(?![\w/:]|-\w|\.\w)"
_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_START}(?P<month>{_MONTH})\.?\s+{_DAY}\s*,?\s+{_YEAR}{_END}",
        rf"{_START}{_DAY}\s+(?:of\s+)?(?P<month>{_MONTH})\.?\s*,?\s+{_YEAR}{_END}",
        rf"{_START}{_YEAR}-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}}){_END}",
        rf"{_START}{_YEAR}/(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}}){_END}",
        rf"{_START}(?P<month>{_MONTH})\.?\s*,?\s+{_YEAR}{_END}",
        rf"{_START}{_YEAR}-(?P<month>0[1-9]|1[0-2]){_END}",
    )
)
#: 19.1.1960, 19/1/1960, 1/19/1960: with strokes only where no more than one of the two can be the month.
_NUMBERS = re.compile(rf"{_START}(?P<first>[0-9]{{1,2}})(?P<sign>[./])(?P<second>[0-9]{{1,2}})(?P=sign){_YEAR}{_END}")
_JAPANESE = re.compile(
    rf"(?P<era>{'|'.join(_ERAS)})?\s*(?P<year>{_N})\s*年(?:\s*(?P<month>{_N})\s*月(?:\s*(?P<day>{_N})\s*日)?)?"
)


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date found in what was typed: where it stands, the day, month or year it means, and how texts print it."""

    start: int
    end: int
    span: Span
    ways: tuple[tuple[str, ...], ...]


def find_dates(text: str) -> list[TypedDate]:
    """The dates in a text as typed; what names no real day is none."""
    found: list[TypedDate] = []
    for pattern in (*_WRITTEN, _NUMBERS, _JAPANESE):
        for match in pattern.finditer(_narrow(text)):
            free = not any(match.start() < one.end and match.end() > one.start for one in found)
            if free and (date := _READERS.get(pattern, _read_written)(match)) is not None:
                found.append(date)
    return sorted(found, key=lambda one: one.start)


def _narrow(text: str) -> str:
    """Full-width digits as the usual ones, place for place."""
    return text.translate({0xFF10 + digit: str(digit) for digit in range(10)})


def _read_written(match: re.Match[str]) -> TypedDate | None:
    groups = match.groupdict()
    year, month, day = (_number(groups.get(name)) for name in ("year", "month", "day"))
    return _date(match, year, _MONTHS[groups["month"].lower()] if month is None else month, day)


def _read_japanese(match: re.Match[str]) -> TypedDate | None:
    year, month, day = (_number(match[name]) for name in ("year", "month", "day"))
    return _date(match, year + _ERAS.get(match["era"], (0, 0))[0] if year is not None else None, month, day)


def _read_numbers(match: re.Match[str]) -> TypedDate | None:
    first, second = int(match["first"]), int(match["second"])
    is_american = match["sign"] == "/" and second > _MONTHS_OF_A_YEAR
    if match["sign"] == "/" and first != second and max(first, second) <= _MONTHS_OF_A_YEAR:
        return None  # 3/4/2020 is in March or in April
    day, month = (second, first) if is_american else (first, second)
    date = _date(match, int(match["year"]), month, day)
    return date and replace(date, ways=(*date.ways, (match["first"], match["second"], match["year"])))


def _date(match: re.Match[str], year: int | None, month: int | None, day: int | None) -> TypedDate | None:
    if year is None or not 1000 <= year <= 2999:
        return None
    parts = [f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)]
    try:
        span = parse_edtf("-".join(parts))
    except ValueError:
        return None
    return TypedDate(match.start(), match.end(), span, _ways(year, month, day))


_READERS = {_NUMBERS: _read_numbers, _JAPANESE: _read_japanese}


def _number(text: str | None) -> int | None:
    """A number in digits or kanji (positional or with 十 and 百); None for a month's name."""
    if text is None:
        return None
    if text.isdecimal():
        return int(text)
    if not set(text) <= set(_KANJI):
        return None
    if text == "元":
        return 1
    digits = {character: value for value, character in enumerate("〇一二三四五六七八九")} | {"零": 0}
    if not set(text) & set("十百"):
        return int("".join(str(digits.get(c, 0)) for c in text))
    total, current = 0, 0
    for character in text:
        if character in "十百":
            total += (current or 1) * (10 if character == "十" else 100)
            current = 0
        else:
            current = digits.get(character, 0)
    return total + current


def _ways(year: int, month: int | None, day: int | None) -> tuple[tuple[str, ...], ...]:
    """The words of a date side by side, in the orders and scripts that texts print it in."""
    ways: list[tuple[str, ...]] = [(str(year),)] if month is None else []
    if month is not None:
        names = dict.fromkeys((fold(calendar.month_name[month]), fold(calendar.month_abbr[month])))
        for name in (*names, *(["sept"] if month == 9 else [])):
            if day is None:
                ways.append((name, str(year)))
            else:
                ways += [(name, str(day), str(year)), (str(day), name, str(year))]
        ways.append((str(year), f"{month:02}", *([f"{day:02}"] if day is not None else [])))
    eras = [("", 0), *((era, before) for era, (before, last) in _ERAS.items() if before < year <= last)]
    numbers: tuple[Callable[[int], str], ...] = (str, _positional, _counted)
    for number in numbers:
        for era, before in eras:
            counted = "元" if era and year - before == 1 else number(year - before)
            ways.append(_japanese_words(era, counted, month, day, number))
    return tuple(dict.fromkeys(ways))


def _positional(number: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _counted(number: int) -> str:
    """A number below a hundred as it is said: 十九, 三十五; greater ones digit by digit."""
    if number >= 100:
        return _positional(number)
    tens, ones = divmod(number, 10)
    digits = " 一二三四五六七八九"
    head = ("" if tens == 1 else digits[tens]) + "十" if tens else ""
    return head + (digits[ones] if ones else "")


def _japanese_words(
    era: str, year: str, month: int | None, day: int | None, number: Callable[[int], str]
) -> tuple[str, ...]:
    """A date's words as a text without blanks parts them: kanji stand in one word with kanji."""
    said = f"{era}{year}年"
    if month is not None:
        said += f"{number(month)}月"
    if day is not None:
        said += f"{number(day)}日"
    return tuple(re.findall(r"[0-9]+|[^0-9]+", said))
