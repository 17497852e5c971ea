"""Where people or facilities are named, so that those within some words are found without asking all."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Facility, Person


class Mentions:
    """The mentions of records, by their place."""

    def __init__(self, records: Sequence[Person | Facility]) -> None:
        self._at: dict[tuple[int, int | None], list[tuple[int, int, str]]] = defaultdict(list)
        for order, record in enumerate(records):
            for mention in record.mentions:
                self._at[mention.passage, mention.heading].append((mention.start, order, record.id))
        for rows in self._at.values():
            rows.sort()

    def within(self, places: Iterable[Excerpt]) -> tuple[str, ...]:
        """The ids of the records that are named in some words, in the order of the records."""
        found: set[tuple[int, str]] = set()
        for place in places:
            rows = self._at.get((place.passage, place.heading), [])
            begun, ended = bisect_left(rows, (place.start,)), bisect_left(rows, (place.end,))
            found.update((order, identity) for _, order, identity in rows[begun:ended])
        return tuple(identity for _, identity in sorted(found))
