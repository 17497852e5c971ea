"""Where the timeline's marks go: lanes, rows, labels and clusters, as plain numbers. No Qt.

Within a lane the marks are placed from left to right. Each takes the first row with room for itself where it cuts no
label short, else one where the label before it stays readable; where there is none, that label is shortened further;
where even the marks would touch, they become a cluster.
Labels never overlap: they are fitted last, into what their row leaves between its marks.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
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


class _Row:
    """A row of a lane while it is being filled: what stands in it, and up to where it is taken."""

    __slots__ = ("cluster", "items", "number", "right", "taken", "wanted")

    def __init__(self, number: int) -> None:
        self.number = number
        self.items: list[Mark | Cluster] = []
        #: Up to where its last mark or cluster reaches.
        self.right = float("-inf")
        #: Up to where the row is taken, its last label being readable.
        self.taken = float("-inf")
        #: The same, its last label being whole.
        self.wanted = float("-inf")
        #: The cluster that is last in it.
        self.cluster: Cluster | None = None


class _Sweep:
    """Places the entries of one lane from left to right. Hundreds in every frame: its inner loops call little."""

    def __init__(self, lane: Lane, scale: Scale, measure: Measure, rows: range) -> None:
        self._lane = lane
        self._scale = scale
        self._measure = measure
        self._rows = [_Row(number) for number in rows]

    def run(self, entries: Iterable[Entry]) -> tuple[list[Mark], list[Cluster]]:
        if not self._rows:
            return [], []
        for mark in sorted(self._marks(entries), key=_START):
            if not self._put(mark):
                self._shorten(mark)
                if not self._put(mark):
                    self._gather(mark)
        marks: list[Mark] = []
        clusters: list[Cluster] = []
        for row in self._rows:
            self._fit_labels(row)
            for item in row.items:
                if isinstance(item, Mark):
                    marks.append(item)
                else:
                    clusters.append(item)
        return marks, clusters

    def _marks(self, entries: Iterable[Entry]) -> Iterator[Mark]:
        """The marks that are seen: a dot with its middle, a bar with any part worth seeing."""
        scale, lane, measure = self._scale, self._lane.number, self._measure
        first, per_day = scale.window.first, scale.per_day
        edge, end = scale.left, scale.right
        for entry in entries:
            left = edge + (entry.first - first) * per_day
            right = edge + (entry.last - first) * per_day
            is_open = entry.open_end or entry.open_start
            if entry.open_end:
                right += FADE
            if entry.open_start:
                left -= FADE
            # A day is a point however close one looks.
            if is_open or (right - left >= SHORTEST_BAR and entry.last - entry.first > 1):
                if right > edge + 2 and left < end - 2:
                    yield Mark(entry, lane, left, right, True, measure(entry), left if left > edge else edge)
            else:
                middle = (left + right) / 2
                left = middle - DOT / 2
                if edge <= middle <= end:
                    yield Mark(entry, lane, left, left + DOT, False, measure(entry), left)

    def _shorten(self, mark: Mark) -> None:
        """A bar without a row is told by a dot where it begins; one that begins earlier than is seen, by its stump."""
        if mark.is_bar and mark.left < self._scale.left:
            mark.is_cut = mark.right > mark.start + STUMP
            mark.right = min(mark.right, mark.start + STUMP)
        else:
            mark.left = mark.start
            mark.right, mark.is_bar = mark.left + DOT, False

    def _inner_room(self, mark: Mark) -> float:
        """How much room for a label a bar has in itself."""
        right = mark.right - FADE if mark.entry.open_end else mark.right
        return min(right, self._scale.right) - mark.start - 2 * INSIDE

    def _put(self, mark: Mark) -> bool:
        """Give a mark a row: one with room, else one whose last label can be shortened."""
        start = mark.start
        is_wide = mark.right - start > WIDE
        rows = self._rows[:-1] if is_wide else self._rows
        row = self._free_row(rows, start - GAP)
        if row is None:
            if not is_wide and self._join(mark, start):
                return True
            row = _shortest(rows)
            if row is None or start - row.right < GAP:
                return False
        self._append(row, mark)
        return True

    def _append(self, row: _Row, mark: Mark) -> None:
        """Put a mark into a row, and note up to where it is taken then."""
        right, wanted = mark.right, mark.wanted
        readable = wanted if wanted < READABLE else READABLE
        row.items.append(mark)
        row.cluster = None
        row.right = row.taken = row.wanted = right
        inside = self._inner_room(mark) if mark.is_bar else 0.0
        if inside < readable:
            row.taken = right + LABEL_GAP + readable
        if inside < wanted:
            row.wanted = right + LABEL_GAP + wanted

    @staticmethod
    def _free_row(rows: Sequence[_Row], start: float) -> _Row | None:
        """The first row with room from a place on; where each has a label that is cut then, the one that loses least.

        Any free row will do as far as room is concerned: marks come in the order of their beginnings.
        """
        best, least = None, float("inf")
        for row in rows:
            if row.taken <= start:
                lost = row.wanted - start
                if lost <= 0:
                    return row
                if lost < least:
                    best, least = row, lost
        return best

    def _join(self, mark: Mark, start: float) -> bool:
        """Add a mark to a cluster that it would touch."""
        for row in self._rows:
            if row.cluster is not None and start < row.right + GAP / 2:
                self._add(row, row.cluster, mark)
                return True
        return False

    @staticmethod
    def _add(row: _Row, cluster: Cluster, mark: Mark) -> None:
        cluster.entries.append(mark.entry)
        cluster.right = cluster.left + _cluster_width(len(cluster.entries))
        row.right = row.taken = row.wanted = cluster.right

    def _gather(self, mark: Mark) -> None:
        """Make a cluster of a mark and the nearest one before it."""
        lasts = []
        for place, row in enumerate(self._rows):
            last = row.items[-1]
            if isinstance(last, Cluster):
                lasts.append((last.left, place))
            elif last.right - last.start <= WIDE:
                lasts.append((last.start, place))
        row = self._rows[max(lasts)[1]]
        last = row.items[-1]
        if isinstance(last, Mark):
            start = last.start
            row.items[-1] = last = Cluster(self._lane.number, start, start + CLUSTER, [last.entry])
            row.cluster = last
        self._add(row, last, mark)

    def _fit_labels(self, row: _Row) -> None:
        """Give every label of a row what is free between its mark and the next, or before it at the right edge."""
        before = self._scale.left - CLEARANCE
        limits = [item.start if isinstance(item, Mark) else item.left for item in row.items[1:]]
        limits.append(self._scale.right + GAP)
        for item, limit in zip(row.items, limits, strict=False):
            item.row = row.number
            if isinstance(item, Mark):
                self._fit_label(item, before, limit)
                before = item.right
                if item.label_left > item.left:
                    before = max(before, item.label_left + item.label_width)
            else:
                before = item.right

    def _fit_label(self, mark: Mark, before: float, limit: float) -> None:
        wanted = mark.wanted
        needed = wanted if wanted < SHORTEST_LABEL else SHORTEST_LABEL
        after = limit - GAP - mark.right - LABEL_GAP
        inner = self._inner_room(mark) if mark.is_bar else 0.0
        if mark.is_bar and inner >= min(wanted, READABLE) and inner >= min(wanted, after):
            mark.label_left, mark.label_width = mark.start + INSIDE, min(wanted, inner)
            return
        ahead = mark.start - LABEL_GAP - before - CLEARANCE
        if after >= needed:
            mark.label_left, mark.label_width = mark.right + LABEL_GAP, min(wanted, after)
        elif ahead >= needed:
            mark.label_width = min(wanted, ahead)
            mark.label_left = mark.start - LABEL_GAP - mark.label_width
        elif mark.is_bar and inner >= needed:
            mark.label_left, mark.label_width = mark.start + INSIDE, min(wanted, inner)


def _shortest(rows: Iterable[_Row]) -> _Row | None:
    """The row whose last mark ends first; of equals the last."""
    best: _Row | None = None
    for row in rows:
        if best is None or row.right <= best.right:
            best = row
    return best
