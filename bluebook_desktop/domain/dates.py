"""Dates as precise as the text gives them, in EDTF (ISO 8601-2:2019).

Only the forms that a yearbook needs: a day, a month, a year, intervals of these, and open intervals
(``2006/..``). The PyPI package edtf 5.0.2 fails on open intervals, hence an own small type.
"""

import calendar
import re
from dataclasses import dataclass, replace
from enum import StrEnum


class Precision(StrEnum):
    """How exactly the text tells a date."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    FISCAL_YEAR = "fiscal_year"
    RANGE = "range"


class YearSource(StrEnum):
    """Whether the year stands in the date's own words or is taken from elsewhere."""

    PRINTED = "printed"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Span:
    """An EDTF value as full ISO days; `start` or `end` is None where the interval is open."""

    edtf: str
    start: str | None
    end: str | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened or is due: the words as printed and what they mean.

    `year_reason` says in one sentence why an inferred year is what it is, and is empty for a printed one.
    """

    printed: str
    span: Span
    year_source: YearSource
    year_reason: str = ""


_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def parse_edtf(text: str) -> Span:
    """Read an EDTF value of the supported forms; ValueError when it is none or no such day exists.

    >>> parse_edtf("2023-04/2024-03").precision.value
    'fiscal_year'
    >>> parse_edtf("2006/..").start
    '2006-01-01'
    """
    first, slash, last = text.partition("/")
    if not slash:
        start, end, precision = _point(text)
        return Span(text, start, end, precision)
    if first in {"", ".."} and last in {"", ".."}:
        raise ValueError(f"{text!r} is open on both sides")
    if last == "..":
        start, _, precision = _point(first)
        return Span(text, start, None, precision)
    if first == "..":
        _, end, precision = _point(last)
        return Span(text, None, end, precision)
    start, _, unit = _point(first)
    _, end, other = _point(last)
    if start > end:
        raise ValueError(f"{text!r} ends before it starts")
    fiscal = unit == other == Precision.MONTH and _is_fiscal_year(first, last)
    return Span(text, start, end, Precision.FISCAL_YEAR if fiscal else Precision.RANGE)


def since_fiscal_year(span: Span) -> Span:
    """An open interval that the text gives to the fiscal year (“since FY2020”): EDTF itself cannot say so."""
    if span.end is not None or not (span.start or "").endswith("-04-01"):
        raise ValueError(f"{span.edtf!r} is not open from the first of April")
    return replace(span, precision=Precision.FISCAL_YEAR)


def _is_fiscal_year(first: str, last: str) -> bool:
    """Whether two months are April and the March after, the Japanese fiscal year."""
    return first[4:] == "-04" and last[4:] == "-03" and int(last[:4]) == int(first[:4]) + 1


def _point(text: str) -> tuple[str, str, Precision]:
    """First day, last day and precision of a day, month or year."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is not a date that this program knows")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or year == 0 or (month is not None and not 1 <= month <= 12):
        raise ValueError(f"{text!r} names no such month")
    if month is None:
        return f"{text}-01-01", f"{text}-12-31", Precision.YEAR
    length = calendar.monthrange(year, month)[1]
    if day is None:
        return f"{text}-01", f"{text}-{length}", Precision.MONTH
    if not 1 <= day <= length:
        raise ValueError(f"{text!r} names no such day")
    return text, text, Precision.DAY


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_MONTHS = tuple(calendar.month_name[1:])


def describe(span: Span, *, full: bool = False) -> str:
    """A span in words, short (``19 Jan 1960``, ``FY2023``) or in full (``19 January 1960``)."""
    months = _FULL_MONTHS if full else _MONTHS
    first, slash, last = span.edtf.partition("/")
    if span.precision is Precision.FISCAL_YEAR:
        words = f"fiscal year {first[:4]}" if full else f"FY{first[:4]}"
        return f"since {words}" if last == ".." else words
    if not slash:
        return _describe_point(first, months)
    if last == "..":
        return f"since {_describe_point(first, months)}"
    if first == "..":
        return f"until {_describe_point(last, months)}"
    if len(first) == len(last) == 10 and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_describe_point(last, months)}"
    if len(first) == len(last) and len(first) > 4 and first[:4] == last[:4]:
        return f"{_describe_point(first, months).removesuffix(' ' + first[:4])} – {_describe_point(last, months)}"
    return f"{_describe_point(first, months)} – {_describe_point(last, months)}"


def _describe_point(text: str, months: tuple[str, ...]) -> str:
    parts = text.split("-")
    named = [parts[0]] if len(parts) == 1 else [months[int(parts[1]) - 1], parts[0]]
    return " ".join([str(int(parts[2])), *named] if len(parts) == 3 else named)
