"""What an expression of time means once its year is known, in EDTF."""

import calendar

from bluebook_desktop.domain.dates import Span, parse_edtf
from bluebook_desktop.extraction.expressions import Expression, Part

#: First and last month of a part of a year.
_MONTHS_OF = {
    "first half": (1, 6), "second half": (7, 12), "early": (1, 4), "mid": (5, 8), "late": (9, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
}  # fmt: skip
_QUARTERS = ("first quarter", "second quarter", "third quarter", "fourth quarter")
#: First and last year of a part of a decade.
_YEARS_OF = {
    "first half": (0, 4), "second half": (5, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9),
    "beginning": (0, 2), "end": (8, 9), "": (0, 9),
}  # fmt: skip


def span_of(expression: Expression, first: Part, last: Part | None) -> Span | None:
    """The span of an expression whose points are complete; None when there is no such day."""
    if first.year is None:
        return None
    try:
        return parse_edtf(_edtf(expression, first, first.year, last))
    except ValueError:
        return None


def _edtf(expression: Expression, first: Part, year: int, last: Part | None) -> str:
    if expression.fiscal and first.month is None:
        until = last.year if last and last.year else year
        if expression.american and not expression.portion:
            return _opened(expression, f"{year - 1}-10/{until}-09")
        return _opened(expression, _fiscal(year, until, expression.portion))
    if expression.decade:
        start, end = _YEARS_OF.get(expression.portion, (0, 9))
        return _opened(expression, f"{year + start}/{year + end}")
    if last is not None:
        return f"{_point(first)}/{_point(last)}"
    if first.month is None and expression.portion:
        return _opened(expression, _portion(year, expression.portion))
    return _opened(expression, _point(first))


def _opened(expression: Expression, edtf: str) -> str:
    return f"{edtf.partition('/')[0]}/.." if expression.since else edtf


def _fiscal(first: int, last: int, portion: str) -> str:
    """Fiscal years run from April to March."""
    if portion in {"first half", "early", "beginning"}:
        return f"{first}-04/{first}-09"
    if portion in {"second half", "late"}:
        return f"{first}-10/{first + 1}-03"
    if portion == "end":
        return f"{first + 1}-03"
    if portion in _QUARTERS:
        begun = _QUARTERS.index(portion) * 3 + 4
        return f"{first}-{begun:02}/{first}-{begun + 2:02}" if begun < 12 else f"{first + 1}-01/{first + 1}-03"
    return f"{first}-04/{last + 1}-03"


def _portion(year: int, portion: str) -> str:
    if portion in _MONTHS_OF:
        start, end = _MONTHS_OF[portion]
        return f"{year}-{start:02}/{year}-{end:02}"
    if portion == "winter":
        return f"{year}-12/{year + 1}-02"
    return f"{year}-01" if portion == "beginning" else f"{year}-12"


def _point(part: Part) -> str:
    if part.month is None:
        return f"{part.year:04}"
    if part.day is None:
        return f"{part.year:04}-{part.month:02}"
    return f"{part.year:04}-{part.month:02}-{part.day:02}"


def first_month(portion: str) -> int | None:
    """The month with which a part of a year begins."""
    return 12 if portion == "winter" else _MONTHS_OF.get(portion, (None,))[0]


def last_day(year: int, month: int) -> Part:
    """The last day of a month."""
    return Part(year, month, calendar.monthrange(year, month)[1])
