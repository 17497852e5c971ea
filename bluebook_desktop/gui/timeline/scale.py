"""Dates on a line: the visible window, its pixels, and the gridlines that suit it. Pure arithmetic, no Qt.

A moment is a day number (proleptic Gregorian, as `datetime.date.toordinal`) with a fraction; a date's last day
is included, so it ends where the next day begins.
"""

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bluebook_desktop.domain.dates import Span, describe, parse_edtf

#: The closest look: days stand well apart, and nothing in a yearbook is told to the hour.
SHORTEST_DAYS = 14.0
#: How many years a timeline shows at first, at most.
FIRST_YEARS = 12


def day_number(iso: str) -> int:
    """The number of a full ISO day."""
    return datetime.date.fromisoformat(iso).toordinal()


def year_start(year: int) -> int:
    """The number of a year's first day, for years up to 10000 (the end of the calendar)."""
    if year > datetime.MAXYEAR:
        return datetime.date.max.toordinal() + 1
    return datetime.date(max(1, year), 1, 1).toordinal()


def date_of(day: float) -> datetime.date:
    """The date on which a moment falls; the calendar's ends for what lies beyond."""
    return datetime.date.fromordinal(min(max(1, int(day)), datetime.date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time from `first` up to `last`."""

    first: float
    last: float

    @property
    def length(self) -> float:
        """Its days."""
        return self.last - self.first

    @property
    def middle(self) -> float:
        """The moment half-way."""
        return (self.first + self.last) / 2

    def within(self, limits: "Window") -> "Window":
        """The same stretch, shortened or lengthened to what can be shown and moved into `limits`."""
        length = min(max(self.length, SHORTEST_DAYS), limits.length)
        first = min(max(self.first, limits.first), limits.last - length)
        return Window(first, first + length)

    def zoomed(self, factor: float, at: float) -> "Window":
        """`factor` times as close, with the moment `at` staying where it is."""
        length = max(self.length / factor, SHORTEST_DAYS)
        first = at - (at - self.first) * length / self.length
        return Window(first, first + length)

    def moved(self, days: float) -> "Window":
        """The same length, so many days later."""
        return Window(self.first + days, self.last + days)

    def showing(self, first: float, last: float) -> "Window":
        """Itself when it shows that stretch, else moved (never resized) until it does; of a longer one to its start."""
        if first >= self.first and last <= self.last:
            return self
        if last - first > self.length * 0.8:
            overlap = min(last, self.last) - max(first, self.first)
            return self if overlap > self.length * 0.2 else self.moved(first - self.length * 0.1 - self.first)
        return self.moved((first + last) / 2 - self.middle)


@dataclass(frozen=True, slots=True)
class Scale:
    """A window drawn from pixel `left` over `width` pixels."""

    window: Window
    left: float
    width: float
    #: Pixels of one day.
    per_day: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "per_day", self.width / self.window.length)

    @property
    def right(self) -> float:
        """The pixel at which the window ends."""
        return self.left + self.width

    def x(self, day: float) -> float:
        """Where a moment is drawn."""
        return self.left + (day - self.window.first) * self.per_day

    def day(self, x: float) -> float:
        """The moment that is drawn at a pixel."""
        return self.window.first + (x - self.left) / self.per_day


def whole_years(first: float, last: float) -> Window:
    """The calendar years that a stretch of time touches."""
    return Window(year_start(date_of(first).year), year_start(date_of(max(first, last - 1)).year + 1))


def densest_window(stretches: Sequence[tuple[float, float]], limits: Window, years: int = FIRST_YEARS) -> Window:
    """Of all spans of so many years the one in which most stretches begin (the latest of equals), without empty years
    at its ends. `stretches` are (first, last), sorted.
    """
    if not stretches:
        return limits
    firsts = [first for first, _ in stretches]
    earliest, latest = date_of(limits.first).year, date_of(limits.last - 1).year
    best, low, high = -1, 0, len(firsts)
    for year in range(earliest, max(earliest, latest - years + 1) + 1):
        start = bisect_left(firsts, year_start(year))
        stop = bisect_left(firsts, year_start(year + years))
        if stop - start >= best:
            best, low, high = stop - start, start, stop
    inside = stretches[low:high]
    reach = min(max(last for _, last in inside), year_start(date_of(inside[0][0]).year + years))
    return whole_years(inside[0][0], max(reach, inside[-1][0] + 1)).within(limits)


class Unit(StrEnum):
    """What lies between two gridlines, or a multiple of it."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Step:
    """The distance of gridlines: `count` units, drawn where each has at least `pixels` of room for its label."""

    unit: Unit
    count: int
    days: float
    pixels: float


_STEPS = (
    Step(Unit.DAY, 1, 1, 46),
    Step(Unit.DAY, 7, 7, 50),
    Step(Unit.MONTH, 1, 30.4, 46),
    Step(Unit.MONTH, 3, 91.3, 46),
    *(Step(Unit.YEAR, count, count * 365.25, 44) for count in (1, 2, 5, 10, 20, 50, 100)),
)


@dataclass(frozen=True, slots=True)
class Tick:
    """A gridline; `full` is the label where nothing to the left of it says the year, `label` the shorter one."""

    day: int
    label: str
    full: str
    major: bool


def step_for(scale: Scale) -> Step:
    """The closest gridlines whose labels have room."""
    return next((step for step in _STEPS if step.days * scale.per_day >= step.pixels), _STEPS[-1])


def ticks(scale: Scale) -> list[Tick]:
    """The gridlines of the visible window."""
    step = step_for(scale)
    days = _days_of(step, date_of(scale.window.first), date_of(scale.window.last))
    return [_tick(step, day) for day in days if scale.window.first <= day.toordinal() <= scale.window.last]


def _days_of(step: Step, first: datetime.date, last: datetime.date) -> list[datetime.date]:
    if step.unit is Unit.YEAR:
        years = range(first.year - first.year % step.count, last.year + 1, step.count)
        return [datetime.date(year, 1, 1) for year in years if year >= 1]
    months = [
        datetime.date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13, step.count if step.unit is Unit.MONTH else 1)
    ]
    if step.unit is Unit.MONTH:
        return months
    if step.count == 1:
        return [date_of(day) for day in range(first.toordinal(), last.toordinal() + 1)]
    # Weeks start with the month, so that every month has its first day marked.
    return [month.replace(day=day) for month in months for day in (1, 8, 15, 22)]


def _tick(step: Step, day: datetime.date) -> Tick:
    new_year = day.month == day.day == 1
    iso = day.isoformat()
    if step.unit is Unit.YEAR:
        return Tick(day.toordinal(), iso[:4], iso[:4], major=False)
    full = describe(parse_edtf(iso[:7] if step.unit is Unit.MONTH else iso))
    short = full if new_year else full.rsplit(" ", 1)[0]
    return Tick(day.toordinal(), short, full, major=new_year or (step.unit is Unit.DAY and day.day == 1))


def window_in_words(window: Window, step: Step) -> str:
    """The window as a reader would say it, as exact as its gridlines: ``2013 – 2024``, ``Oct – Dec 2020``."""
    return describe(named_span(window, step.unit))


def named_span(window: Window, unit: Unit) -> Span:
    """The days, months or years of a window; it reaches beyond the window by what it rounds."""
    length = {Unit.YEAR: 4, Unit.MONTH: 7, Unit.DAY: 10}[unit]
    first = date_of(window.first + 0.5).isoformat()[:length]
    last = date_of(max(window.first, window.last - 0.5)).isoformat()[:length]
    return parse_edtf(first if first == last else f"{first}/{last}")


def bounds(span: Span, horizon: int) -> tuple[int, int]:
    """First moment and end of a span; what is open is borne out up to `horizon`, the end of the text's period."""
    if span.start is None:
        last = day_number(span.end or "") + 1
        return last - 1, last
    first = day_number(span.start)
    if span.end is None:
        return first, max(horizon, first + 1)
    return first, day_number(span.end) + 1
