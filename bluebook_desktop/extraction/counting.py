"""Points in time counted from one that was told before: *the next day*, *a year later*, *the following April*."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bluebook_desktop.extraction.edtf import first_month, last_day
from bluebook_desktop.extraction.expressions import Expression, Part, Relative

#: Years further apart than this are counted without their month: “ten years later”.
_EXACT = 3
#: So many months of a fiscal year lie in the year that it is called by.
_TO_DECEMBER = 9


def year_of_name(expression: Expression, anchor: Part) -> int | None:
    """The year of the nearest month or season of a name after or before a point: “the following April”."""
    if anchor.year is None:
        return None
    later = expression.relative is Relative.NEXT_NAMED
    month = expression.first.month or first_month(expression.portion)
    if anchor.month is None or month is None:
        return anchor.year + (1 if later else -1)
    if later:
        return anchor.year + (month <= anchor.month)
    return anchor.year - (month >= anchor.month)


def completed(expression: Expression, year: int | None, anchor: Part | None) -> tuple[Part | None, Part | None]:
    """Both points of an expression with what is not printed filled in."""
    if year is None:
        return None, None
    if expression.relative in (Relative.COUNTED, Relative.NTH_DAY):
        return (_stepped(anchor, expression) if anchor else None), None
    counted = _MOVES.get(expression.relative) if expression.relative else None
    if counted is not None and expression.first.month is None:
        if anchor is None:
            return None, None
        point = counted(anchor)
        return (replace(point, day=expression.first.day) if point and expression.first.day else point), None
    first = replace(expression.first, year=year)
    last = expression.last
    if last is not None and last.year is None:
        crosses = (first.month or 1) > (last.month or 12)
        last = replace(last, year=year + crosses)
    if expression.fiscal and first.month and last and last.month:
        return _of_fiscal(year, first.month), _of_fiscal(year, last.month)
    if last is not None and expression.steps:
        last = _stepped(first, expression)
    return first, last


def _of_fiscal(year: int, number: int) -> Part:
    """The month of a fiscal year that its number means: the first is April."""
    return Part(year, number + 3) if number <= _TO_DECEMBER else Part(year + 1, number - _TO_DECEMBER)


def _stepped(point: Part, expression: Expression) -> Part | None:
    """The point so many units after another, no more exact than the words are."""
    steps, unit = expression.steps, expression.unit
    if point.year is None:
        return None
    if unit == "year":
        named = expression.first.month or (point.month if abs(steps) <= _EXACT else None)
        exact = point.day if expression.exact else None
        return Part(point.year + steps, named, exact) if 1600 <= point.year + steps <= 2200 else None
    if unit == "month":
        moved = _moved_month(point, steps)
        to_the_day = moved and expression.exact and (point.day or 32) <= 28
        return replace(moved, day=point.day) if moved and to_the_day else moved
    if point.month is None or point.day is None:
        return None
    try:
        day = date(point.year, point.month, point.day) + timedelta(days=steps)
    except (ValueError, OverflowError):
        return None
    return Part(day.year, day.month, day.day)


def _moved_month(point: Part, by: int) -> Part | None:
    if point.month is None or point.year is None:
        return None
    months = point.year * 12 + point.month - 1 + by
    return Part(months // 12, months % 12 + 1)


def _moved_day(point: Part, by: int) -> Part | None:
    if point.day is None or point.month is None or point.year is None:
        return None
    length = last_day(point.year, point.month).day or 31
    if 1 <= point.day + by <= length:
        return replace(point, day=point.day + by)
    other = _moved_month(point, by)
    if other is None or other.year is None or other.month is None:
        return None
    return replace(other, day=1) if by > 0 else last_day(other.year, other.month)


_MOVES: dict[Relative, Callable[[Part], Part | None]] = {
    Relative.SAME_MONTH: lambda point: _moved_month(point, 0),
    Relative.NEXT_MONTH: lambda point: _moved_month(point, 1),
    Relative.LAST_MONTH: lambda point: _moved_month(point, -1),
    Relative.SAME_DAY: lambda point: _moved_day(point, 0),
    Relative.NEXT_DAY: lambda point: _moved_day(point, 1),
    Relative.LAST_DAY: lambda point: _moved_day(point, -1),
}
