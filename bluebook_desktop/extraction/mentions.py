"""Where people or facilities are named, so that those within some words are found without asking all."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import Facility, Person
from bluebook_desktop.extraction.text import Site, Span


class Mentions:
    """The mentions of records, by their place."""

    def __init__(self, records: Sequence[Person | Facility]) -> None:
        self._at: dict[tuple[int, int | None], list[tuple[int, int, str, int]]] = defaultdict(list)
        for order, record in enumerate(records):
            for mention in record.mentions:
                self._at[mention.passage, mention.heading].append((mention.start, order, record.id, mention.end))
        for rows in self._at.values():
            rows.sort()

    def within(self, places: Iterable[Excerpt]) -> tuple[str, ...]:
        """The ids of the records that are named in some words, in the order of the records."""
        found: set[tuple[int, str]] = set()
        for place in places:
            rows = self._at.get((place.passage, place.heading), [])
            begun, ended = bisect_left(rows, (place.start,)), bisect_left(rows, (place.end,))
            found.update((order, identity) for _, order, identity, _ in rows[begun:ended])
        return tuple(identity for _, identity in sorted(found))

    def of(self, site: Site, span: Span) -> list[tuple[str, Excerpt]]:
        """The mentions within a part of a passage, each with the id of its record."""
        rows = self._at.get((site.passage, site.heading), [])
        begun, ended = (bisect_left(rows, (at,)) for at in span)
        return [(identity, site.cut(start, end)) for start, _, identity, end in rows[begun:ended]]
