"""What the words of a date say, before any year is carried from context."""

from dataclasses import dataclass
from enum import StrEnum


class Relative(StrEnum):
    """A unit that only the context tells: which one is meant, counted from the one told before."""

    SAME_YEAR = "same year"
    NEXT_YEAR = "next year"
    LAST_YEAR = "last year"
    THIS_YEAR = "this year"
    #: Said by who writes: the year before the edition's own.
    YEAR_GONE = "year gone"
    #: Likewise the one before that.
    YEAR_BEFORE_LAST = "year before last"
    #: Likewise the year after it.
    YEAR_COMING = "year coming"
    SAME_MONTH = "same month"
    NEXT_MONTH = "next month"
    LAST_MONTH = "last month"
    SAME_DAY = "same day"
    NEXT_DAY = "next day"
    LAST_DAY = "last day"
    #: “The following April”, “the previous December”: the nearest one of that name after or before.
    NEXT_NAMED = "next of that name"
    LAST_NAMED = "last of that name"
    #: “Next April”, said by who writes.
    COMING_NAMED = "coming of that name"
    #: “On the second day”, of the days told before; `Expression.portion` is ``end`` for the last one.
    NTH_DAY = "nth day"
    #: “Five days later”: see `Expression.steps`.
    COUNTED = "counted"


@dataclass(frozen=True, slots=True)
class Part:
    """A point in time as printed; what is not printed is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that date something, between two offsets.

    `portion` is a part of the unit (``first half``, ``early``, ``end`` …), `since` an open end, `ago` how many years
    before the text was written, `steps` how many of `unit` after the date told before (less than none: before it), or
    how long after `first` what has a `last` ends. Months of a `fiscal` year are counted from its April.
    `american` fiscal years begin in the October before. `exact` counts months and years to the day.
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
    ago: int = 0
    steps: int = 0
    unit: str = ""
    american: bool = False
    exact: bool = False

    @property
    def prints_year(self) -> bool:
        """Whether a year stands in the words themselves."""
        return self.first.year is not None or (self.last is not None and self.last.year is not None)
