"""What has been dated already, and whether another date can be counted from it or be of its year."""

from dataclasses import dataclass
from datetime import date

from bluebook_desktop.domain.dates import EventDate
from bluebook_desktop.extraction.expressions import Expression, Part, Relative

#: Relative days and months, which need a point as exact.
DAYS = {Relative.SAME_DAY, Relative.NEXT_DAY, Relative.LAST_DAY}
MONTHS = {Relative.SAME_MONTH, Relative.NEXT_MONTH, Relative.LAST_MONTH}


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression with its date, and where it stands in its passage."""

    expression: Expression
    date: EventDate
    sentence: int
    #: Complete points, for what is counted from them.
    first: Part
    last: Part | None
    #: Whether the words date what the sentence tells, not a thing that it names.
    main: bool
    ahead: bool
    #: The expression that prints the year that this one was given.
    source: Expression


@dataclass(frozen=True, slots=True)
class Earlier:
    """The last thing that a paragraph before, under the same heading, dates: what is counted from it, and its words."""

    first: Part
    #: Its last point: what is counted from a span is counted from there.
    last: Part
    words: str
    passage: int
    #: Whether it stands in something set apart that tells of other times: months run on from there.
    narrative: bool


def fits(expression: Expression, point: Part) -> bool:
    """Whether a point is exact enough to count from."""
    if expression.relative in DAYS or expression.unit == "day":
        return point.day is not None
    if expression.relative in MONTHS or expression.unit == "month":
        return point.month is not None
    return point.year is not None


def has_days(known: Dated, steps: int) -> bool:
    """Whether something lasted for more days than so many."""
    first, last = known.first, known.last
    if last is None or not (first.year and first.month and first.day and last.year and last.month and last.day):
        return False
    return (date(last.year, last.month, last.day) - date(first.year, first.month, first.day)).days >= max(1, steps)


def counted_words(offset: int) -> str:
    """How far from the covered year a year is counted, in words."""
    if not offset:
        return ""
    return ", the year after it is meant" if offset > 0 else ", the year before it is meant"


def year_after(known: Dated, expression: Expression) -> int | None:
    """The year of a month told after `known`: January to March of a fiscal year lie in the next one."""
    year = known.first.year
    if year is not None and known.expression.fiscal and (expression.first.month or 12) < 4:
        return year + 1
    if year is not None and known.last is not None and known.last.year and known.last.year != year:
        return known.last.year
    return year


def goes_back(known: Dated, expression: Expression) -> bool:
    """Whether a month stands before that of an old date: what is told next is not of that year."""
    months = (known.last or known.first).month, expression.first.month
    return months[0] is not None and months[1] is not None and months[1] < months[0] and not known.expression.fiscal
