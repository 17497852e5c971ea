"""Events as the timeline holds them: placed in time and sorted, so that the visible part is found by bisection."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from bluebook_desktop.domain.records import Event, EventKind, Status
from bluebook_desktop.gui.timeline.scale import bounds

#: The lanes, in the order of the domain.
LANES = tuple(EventKind)
_LANE_OF = {kind: number for number, kind in enumerate(LANES)}
_STATUS_NUMBERS = {status: number for number, status in enumerate(Status)}


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An event from moment `first` up to `last`; either may be open, and is then drawn as running on."""

    event: Event
    lane: int
    first: int
    last: int
    open_start: bool
    open_end: bool
    look: int  # one number for kind and status, which say what a dot looks like
    mark: str = ""  # a word where it was not checked by hand

    @property
    def is_ahead(self) -> bool:
        """Whether the text tells of it as planned or due, not as happened."""
        return self.event.status is not Status.HAPPENED

    @property
    def in_time(self) -> tuple[int, int, int, int]:
        """The order in time; of the same date, in the text."""
        return self.first, self.last, self.event.date_excerpt.passage, self.event.date_excerpt.start


def entries_of(events: Iterable[Event], horizon: int, mark: Callable[[str], str] = lambda _event: "") -> list[Entry]:
    """All events in time; `horizon` is where the text's period ends, `mark` gives an event's word by its id."""
    found = []
    for event in events:
        span = event.date.span
        first, last = bounds(span, horizon)
        open_ends = (span.start is None, span.end is None)
        lane = _LANE_OF[event.kind]
        look = lane * len(_STATUS_NUMBERS) + _STATUS_NUMBERS[event.status]
        found.append(Entry(event, lane, first, last, *open_ends, look, mark(event.id)))
    found.sort(key=lambda entry: entry.in_time)
    return found


class Track:
    """One lane's entries, sorted."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(sorted(entries, key=attrgetter("first")))
        self.firsts = [entry.first for entry in self.entries]
        # The furthest end so far never falls, so that it can be bisected where single ends could not.
        self._reach = list(accumulate((entry.last for entry in self.entries), max))

    def range(self, first: float, last: float) -> tuple[int, int]:
        """From which entry up to which the ones that touch a stretch of time are found."""
        return bisect_right(self._reach, first), bisect_left(self.firsts, last)

    def has_any(self, first: float, last: float) -> bool:
        """Whether any entry touches a stretch of time."""
        low, high = self.range(first, last)
        return any(self.entries[at].last > first for at in range(low, high))

    def before(self, day: float) -> Entry | None:
        """The entry that ends last before a day, none reaching beyond it."""
        at = bisect_right(self._reach, day)
        return self.entries[bisect_left(self._reach, self._reach[at - 1])] if at else None

    def after(self, day: float) -> Entry | None:
        """The entry that begins first from a day on."""
        at = bisect_left(self.firsts, day)
        return self.entries[at] if at < len(self.entries) else None

    def between(self, first: float, last: float) -> list[Entry]:
        """The entries that touch a stretch of time."""
        low, high = self.range(first, last)
        return [entry for entry in self.entries[low:high] if entry.last > first]
