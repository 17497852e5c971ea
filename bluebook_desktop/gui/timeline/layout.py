"""Where the timeline's marks go: lanes, rows, labels and clusters, as plain numbers. No Qt.

Within a lane the marks are placed from left to right. Each takes the first row with room for itself where it cuts no
label short, else one where the label before it stays readable; where there is none, that label is shortened further;
where even the marks would touch, they become a cluster.
Labels never overlap: they are fitted last, into what their row leaves between its marks.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from bluebook_desktop.gui.timeline.entries import Entry, Track
from bluebook_desktop.gui.timeline.scale import Scale

#: Pixels. A mark is never shorter than a dot; a longer one is drawn as a bar once it differs visibly from a dot.
DOT = 10.0
SHORTEST_BAR = 16.0
GAP = 10.0
LABEL_GAP = 4.0
#: What a label before its mark keeps clear of the one before, so that nobody takes it for that one's.
CLEARANCE = 22.0
INSIDE = 7.0
#: A label is readable from here on; a shorter one is shown only when it is whole.
READABLE = 104.0
SHORTEST_LABEL = 72.0
#: A bar longer than this never takes the last row, where the next marks may need it.
WIDE = 64.0
#: How far an open end runs on beyond the text's period.
FADE = 36.0
#: How much of a bar that begins earlier is shown where it has no row.
STUMP = FADE + 8.0
CLUSTER = 20.0
#: From so many entries on a lane is counted by cells instead of being tried one by one.
CROWD = 120
CELL = 44.0

Measure = Callable[[Entry], float]
_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Lane:
    """A band of the axis for one kind of event."""

    number: int
    top: float
    height: float
    rows: int
    pitch: float
    inset: float

    def row_middle(self, row: int) -> float:
        """The height at which a row's marks are centred."""
        return self.top + self.inset + (row + 0.5) * self.pitch


@dataclass(slots=True)
class Mark:
    """A dot or a bar with its label. `left` and `right` are its own; a bar may reach beyond what is visible, `start` is
    the left edge of what is seen of it.
    """

    entry: Entry
    lane: int
    left: float
    right: float
    is_bar: bool
    wanted: float  # the label's full width
    start: float
    row: int = 0
    label_left: float = 0.0
    label_width: float = 0.0
    is_cut: bool = False  # goes on further than it is drawn

    @property
    def label_is_inside(self) -> bool:
        """Whether the label stands in its bar."""
        return self.is_bar and self.label_width > 0 and self.left < self.label_left < self.right


@dataclass(slots=True)
class Cluster:
    """Several entries that have no room of their own."""

    lane: int
    left: float
    right: float
    entries: list[Entry] = field(default_factory=list)
    row: int = 0

    @property
    def count(self) -> str:
        """How many there are, in four characters at most."""
        number = len(self.entries)
        return str(number) if number < 10_000 else f"{number // 1000}k"

    def can_be_parted(self) -> bool:
        """Whether a closer look would show its entries apart: they do not all begin on one day."""
        return len({entry.first for entry in self.entries}) > 1


def share_rows(counts: Sequence[int], total: int, most: int = 6) -> list[int]:
    """How many rows each lane gets: two at least (one, where there are not two for all), the rest where the most events
    are for each row, and never more rows than events. A lane alone takes all that it can use.
    """
    rows = [2 if total >= 2 * len(counts) else 1] * len(counts)
    most = total if len(counts) == 1 else most
    for _ in range(total - sum(rows)):
        needy = [number for number, count in enumerate(counts) if rows[number] < min(most, count)]
        if not needy:
            break
        rows[max(needy, key=lambda number: counts[number] / rows[number])] += 1
    return rows


def arrange_lanes(counts: dict[int, int], top: float, height: float, pitch: float, padding: float) -> list[Lane]:
    """The lanes of all kinds in `counts`, filling `height`."""
    if not counts:
        return []
    total = int((height - padding * len(counts)) / pitch)
    rows = share_rows(list(counts.values()), total)
    spare = max(0.0, height - padding * len(counts) - sum(rows) * pitch) / len(counts)
    lanes = []
    for number, its_rows in zip(counts, rows, strict=True):
        its_height = its_rows * pitch + padding + spare
        # What is left over sets the rows somewhat further apart, rather than leaving the lane's foot empty.
        its_pitch = min(pitch * 1.25, (its_height - padding) / its_rows)
        lanes.append(Lane(number, top, its_height, its_rows, its_pitch, padding / 2))
        top += its_height
    return lanes


def place(track: Track, lane: Lane, scale: Scale, measure: Measure) -> tuple[list[Mark], list[Cluster]]:
    """The visible marks and clusters of one lane."""
    margin = (DOT + FADE) / scale.per_day
    first, last = scale.window.first - margin, scale.window.last
    low, high = track.range(first, last)
    if high - low <= CROWD:
        return _Sweep(lane, scale, measure, range(lane.rows)).run(track.between(first, last))
    loners, clusters = _count_by_cells(track, lane, scale, (low, high))
    marks, more = _Sweep(lane, scale, measure, range(1, lane.rows)).run(
        [entry for entry in loners if entry.last > first]
    )
    return marks, clusters + more


def _count_by_cells(
    track: Track, lane: Lane, scale: Scale, bounds: tuple[int, int]
) -> tuple[list[Entry], list[Cluster]]:
    """Of a crowded lane the entries that stand alone enough, and the clusters of all others (in the first row)."""
    loners: list[Entry] = []
    clusters: list[Cluster] = []
    low, high = bounds
    cells = max(1, int(scale.width / CELL))
    width = scale.width / cells
    for cell in range(cells):
        edge = scale.day(scale.left + (cell + 1) * width)
        stop = high if cell == cells - 1 else bisect_left(track.firsts, edge, low, high)
        inside = track.entries[low:stop]
        if cell == 0 and len(inside) > lane.rows:
            inside = tuple(entry for entry in inside if entry.last > scale.window.first)
        if len(inside) < lane.rows:
            loners += inside
        elif inside:
            middle = scale.left + (cell + 0.5) * width
            half = _cluster_width(len(inside)) / 2
            clusters.append(Cluster(lane.number, middle - half, middle + half, list(inside)))
        low = max(low, stop)
    return loners, clusters


def _cluster_width(count: int) -> float:
    return CLUSTER + 8.0 * min(2, max(0, len(str(count)) - 2))


class _Sweep:
    """Places the entries of one lane from left to right."""

    def __init__(self, lane: Lane, scale: Scale, measure: Measure, rows: range) -> None:
        self._lane = lane
        self._scale = scale
        self._measure = measure
        self._rows: list[tuple[int, list[Mark | Cluster]]] = [(row, []) for row in rows]
        #: Up to where each row is taken, its last label being readable.
        self._taken = [float("-inf")] * len(rows)
        #: The same, its last label being whole.
        self._wanted = [float("-inf")] * len(rows)

    def run(self, entries: Sequence[Entry]) -> tuple[list[Mark], list[Cluster]]:
        if not self._rows:
            return [], []
        for mark in sorted(filter(self._is_seen, map(self._mark, entries)), key=_START):
            if not self._put(mark):
                self._shorten(mark)
                if not self._put(mark):
                    self._gather(mark)
        for row, items in self._rows:
            self._fit_labels(row, items)
        found = [item for _, items in self._rows for item in items]
        return [one for one in found if isinstance(one, Mark)], [one for one in found if isinstance(one, Cluster)]

    def _mark(self, entry: Entry) -> Mark:
        scale = self._scale
        left, right = scale.x(entry.first), scale.x(entry.last)
        if entry.open_end:
            right += FADE
        if entry.open_start:
            left -= FADE
        # A day is a point however close one looks.
        is_long = right - left >= SHORTEST_BAR and entry.last - entry.first > 1
        if is_long or entry.open_end or entry.open_start:
            return Mark(entry, self._lane.number, left, right, True, self._measure(entry), max(left, scale.left))
        left = (left + right - DOT) / 2
        return Mark(entry, self._lane.number, left, left + DOT, False, self._measure(entry), left)

    def _shorten(self, mark: Mark) -> None:
        """A bar without a row is told by a dot where it begins; one that begins earlier than is seen, by its stump."""
        if mark.is_bar and mark.left < self._scale.left:
            mark.is_cut = mark.right > mark.start + STUMP
            mark.right = min(mark.right, mark.start + STUMP)
        else:
            mark.left = mark.start
            mark.right, mark.is_bar = mark.left + DOT, False

    def _is_seen(self, mark: Mark) -> bool:
        """A dot is seen with its middle, a bar with any part worth seeing."""
        if mark.is_bar:
            return mark.right > self._scale.left + 2 and mark.left < self._scale.right - 2
        return self._scale.left <= (mark.left + mark.right) / 2 <= self._scale.right

    def _is_wide(self, mark: Mark) -> bool:
        return mark.right - mark.start > WIDE

    def _has_room_inside(self, mark: Mark) -> bool:
        return mark.is_bar and self._inner_room(mark) >= min(mark.wanted, READABLE)

    def _inner_room(self, mark: Mark) -> float:
        tail = FADE if mark.entry.open_end else 0.0
        return min(mark.right - tail, self._scale.right) - mark.start - 2 * INSIDE

    def _reserve(self, row: int, mark: Mark) -> None:
        """Note up to where a row is taken by the mark that was put there."""
        right, wanted = mark.right, mark.wanted
        self._taken[row] = self._wanted[row] = right
        if not self._has_room_inside(mark):
            self._taken[row] = right + LABEL_GAP + (wanted if wanted < READABLE else READABLE)
            self._wanted[row] = right + LABEL_GAP + wanted

    def _put(self, mark: Mark) -> bool:
        """Give a mark a row: one with room, else one whose last label can be shortened."""
        start = mark.start
        wide = self._is_wide(mark)
        rows = range(len(self._rows) - 1 if wide else len(self._rows))
        chosen = self._free_row(rows, start - GAP)
        if chosen is None:
            if not wide and self._join(mark, start):
                return True
            spaces = [(start - self._rows[row][1][-1].right, row) for row in rows]
            space, row = max(spaces, default=(0.0, 0))
            if space < GAP:
                return False
            chosen = row
        self._rows[chosen][1].append(mark)
        self._reserve(chosen, mark)
        return True

    def _free_row(self, rows: range, start: float) -> int | None:
        """The first row with room from a place on; where each has a label that is cut then, the one that loses least.

        Any free row will do as far as room is concerned: marks come in the order of their beginnings.
        """
        best, least = None, float("inf")
        for row in rows:
            if self._taken[row] <= start:
                lost = self._wanted[row] - start
                if lost <= 0:
                    return row
                if lost < least:
                    best, least = row, lost
        return best

    def _join(self, mark: Mark, start: float) -> bool:
        """Add a mark to a cluster that it would touch."""
        for number, (_, items) in enumerate(self._rows):
            last = items[-1] if items else None
            if isinstance(last, Cluster) and start < last.right + GAP / 2:
                self._add(number, last, mark)
                return True
        return False

    def _add(self, number: int, cluster: Cluster, mark: Mark) -> None:
        cluster.entries.append(mark.entry)
        cluster.right = cluster.left + _cluster_width(len(cluster.entries))
        self._taken[number] = self._wanted[number] = cluster.right

    def _gather(self, mark: Mark) -> None:
        """Make a cluster of a mark and the nearest one before it."""
        lasts = [
            (self._left_of(items[-1]), number)
            for number, (_, items) in enumerate(self._rows)
            if isinstance(items[-1], Cluster) or not self._is_wide(items[-1])
        ]
        _, number = max(lasts)
        items = self._rows[number][1]
        last = items[-1]
        if isinstance(last, Mark):
            start = last.start
            items[-1] = last = Cluster(self._lane.number, start, start + CLUSTER, [last.entry])
        self._add(number, last, mark)

    def _fit_labels(self, row: int, items: list[Mark | Cluster]) -> None:
        """Give every label of a row what is free between its mark and the next, or before it at the right edge."""
        before = self._scale.left - CLEARANCE
        for number, item in enumerate(items):
            item.row = row
            following = items[number + 1] if number + 1 < len(items) else None
            limit = self._scale.right + GAP if following is None else self._left_of(following)
            if isinstance(item, Mark):
                self._fit_label(item, before, limit)
            before = item.right
            if isinstance(item, Mark) and item.label_left > item.left:
                before = max(before, item.label_left + item.label_width)

    def _left_of(self, item: Mark | Cluster) -> float:
        return item.left if isinstance(item, Cluster) else item.start

    def _fit_label(self, mark: Mark, before: float, limit: float) -> None:
        needed = min(mark.wanted, SHORTEST_LABEL)
        after = limit - GAP - mark.right - LABEL_GAP
        if self._has_room_inside(mark) and self._inner_room(mark) >= min(mark.wanted, after):
            mark.label_left = mark.start + INSIDE
            mark.label_width = min(mark.wanted, self._inner_room(mark))
            return
        ahead = mark.start - LABEL_GAP - before - CLEARANCE
        if after >= needed:
            mark.label_left, mark.label_width = mark.right + LABEL_GAP, min(mark.wanted, after)
        elif ahead >= needed:
            mark.label_width = min(mark.wanted, ahead)
            mark.label_left = mark.start - LABEL_GAP - mark.label_width
        elif mark.is_bar and self._inner_room(mark) >= needed:
            mark.label_left, mark.label_width = mark.start + INSIDE, min(mark.wanted, self._inner_room(mark))
