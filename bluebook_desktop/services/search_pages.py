"""Finds the matches of one plan for a page, kind by kind, and how many there are of each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from bluebook_desktop.domain.references import Kind
from bluebook_desktop.services.search_matches import Match, Matcher
from bluebook_desktop.storage import search as index
from bluebook_desktop.storage.expressions import Plan, plan_is_exact
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.loosening import loosened
from bluebook_desktop.storage.search import Candidate

#: Up to so many candidates of a kind are all compared by characters, so that phrases are counted exactly.
LOOKED_AT = 150
#: Up to so many passages, or records and headings together, the index says which are best; of more the first in
#: reading order are shown.
_RANKED = 1_000
_BATCH = 200
_NEXT = 60
#: How many candidates are looked at for a page where most turn out to be none; and how many of those that have but the
#: rarer words of a phrase, before it is told by them whether the page is full after some more.
_MOST_LOOKED_AT = 2_000
_MOST_LOOSE, _MOST_EXPECTED = 100, 300


@dataclass(slots=True)
class Found:
    """What was found of one kind: matches for a page, and how many there are.

    That number is what the index proposes where `is_at_most`; there may be more where it is not `is_counted`.
    """

    matches: list[Match]
    count: int
    is_at_most: bool = False
    is_counted: bool = True


class Finder:
    """Looks for one plan in the index. It holds candidates against the query, since the index only proposes."""

    def __init__(
        self,
        library: Library,
        matcher: Matcher,
        plan: Plan,
        pages: Mapping[Kind, int | None],
        *,
        counting: bool = True,
        go_on: Callable[[], None] = lambda: None,
    ) -> None:
        """`pages` are the kinds whose matches are wanted and how many of each (None: all).

        `go_on` is called again and again while all are gathered; what it raises ends the search.

        Without `counting` kinds of which there are very many are counted no farther than it takes to find a page.
        """
        self._library = library
        self._matcher = matcher
        self._plan = plan
        self._pages = pages
        self._go_on = go_on
        self._exact = plan_is_exact(plan)
        #: What proposes passages sooner than the plan does, and more of them.
        self._loose = None if counting else loosened(library, plan)
        #: The first passages in reading order, by row.
        self._first: list[int] = []
        #: The first records and headings in reading order, by row; not known where they were only counted.
        self._first_entries: list[int] = []
        #: How many of each kind the index proposes; of the `_uncounted` ones there may be more.
        self.counts: dict[Kind, int] = {}
        self._uncounted: set[Kind] = set()
        asked = plan.query.kinds
        if not asked or Kind.PASSAGE in asked:
            self._count_passages(counting=counting)
        if asked != {Kind.PASSAGE}:
            self._count_entries(counting=counting)

    def _count_passages(self, *, counting: bool) -> None:
        # To go through so many once is to count them; the rest takes as long as they lie apart.
        self._first = index.rows_of(self._library, self._loose or self._plan, _RANKED + 1)
        self.counts[Kind.PASSAGE] = len(self._first)
        if self._loose is not None and len(self._first) > LOOKED_AT:
            self._uncounted.add(Kind.PASSAGE)
        elif len(self._first) > _RANKED:
            if counting:
                self.counts[Kind.PASSAGE] = index.count(self._library, self._plan, Kind.PASSAGE)
            else:
                self._uncounted.add(Kind.PASSAGE)

    def _count_entries(self, *, counting: bool) -> None:
        if counting:
            self.counts |= index.count_entries(self._library, self._plan)
            return
        self._first_entries = index.entry_rows(self._library, self._plan, _RANKED + 1)
        self.counts |= index.counts_of_entries(self._first_entries)
        if len(self._first_entries) > _RANKED:
            self._uncounted |= set(Kind) - {Kind.PASSAGE}

    @cached_property
    def _entries(self) -> dict[Kind, list[Candidate]]:
        """The candidates for a page of every kind but passages, where they are so few that one question tells all."""
        counts: dict[Kind, int] = {kind: n for kind, n in self.counts.items() if kind is not Kind.PASSAGE}
        wanted: dict[Kind, int] = {}
        for kind, count in counts.items():
            page = self._pages.get(kind)
            if page is not None and (self._exact or count <= max(page, LOOKED_AT)):
                wanted[kind] = page if self._exact else count
        if not wanted or sum(counts.values()) > _RANKED:
            return {}
        best = any(counts[kind] > limit for kind, limit in wanted.items())
        if best and index.is_quick_to_rank(self._library, self._plan, Kind.EVENT):
            rows = index.best_entries(self._library, self._plan)
        else:
            rows = self._first_entries or index.entry_rows(self._library, self._plan, _RANKED)
        return index.entries_at(self._library, rows, wanted)

    def show_all(self, limit: int) -> None:
        """Let every kind that is shown have so many matches. To be asked for before any is found."""
        self._pages = dict.fromkeys(self._pages, limit)

    def find(self, kind: Kind) -> Found:
        """The matches of a kind for its page, and how many there are."""
        shown, count, exact = kind in self._pages, self.counts.get(kind, 0), self._is_exact(kind)
        page = self._pages.get(kind)
        if shown and page is None:
            every = list(self._every(kind)) if count else []
            return Found(every, count if exact and count > index.MOST_COUNTED else len(every))
        if kind in self._uncounted:
            return self._in_order(kind, page or 1) if shown else self._told(kind)
        if not count or (exact and not shown):
            return Found([], count)
        if count <= (page or 0 if exact else max(page or 0, LOOKED_AT)):
            some = self._entries[kind] if kind in self._entries else self.first(kind, count)
            matches = list(self._matcher.matches(some, self._plan.query))
            # Where the index and the characters disagree on a plain word, the characters are right.
            return Found(matches if shown else [], len(matches))
        if not shown or page is None:
            return Found([], count, is_at_most=True)
        best = self._best(kind, page)
        if best is None:
            return self._in_order(kind, page)
        return Found(list(self._matcher.matches(best, self._plan.query)), count)

    def _is_exact(self, kind: Kind) -> bool:
        """Whether what is proposed of a kind is what is asked for, and not perhaps more."""
        return self._exact and (kind is not Kind.PASSAGE or self._loose is None)

    def _told(self, kind: Kind) -> Found:
        """How many of a kind were gone through; whether there is any at all is always told."""
        if kind is Kind.PASSAGE and self._loose is not None:
            return replace(self._in_order(kind, 1), matches=[])
        count = self.counts.get(kind, 0) or len(self.first(kind, 1))
        return Found([], count, is_at_most=not self._exact, is_counted=not count)

    def _best(self, kind: Kind, page: int) -> list[Candidate] | None:
        """What the index says is best; None where it would take too long to."""
        if kind in self._entries:
            return self._entries[kind]
        # Records of several kinds are ranked together, or not at all: each question goes through all rows anew.
        alone = kind is Kind.PASSAGE or len(self._pages) == 1
        if not self._exact or self.counts[kind] > _RANKED or not alone:
            return None
        if not index.is_quick_to_rank(self._library, self._plan, kind):
            return None
        return index.find(self._library, self._plan, kind, page, best=True)

    def first(self, kind: Kind, limit: int, after: int = 0) -> list[Candidate]:
        """The first candidates of a kind in reading order, after a row."""
        if kind is not Kind.PASSAGE:
            return index.find(self._library, self._plan, kind, limit, after=after)
        at = bisect_right(self._first, after)
        rows = self._first[at : at + limit]
        if len(rows) == limit or len(self._first) <= _RANKED:
            return index.passages_at(self._library, rows)
        return index.find(self._library, self._plan, kind, limit, after=after)

    def _in_order(self, kind: Kind, page: int) -> Found:
        """The first matches in reading order."""
        matches: list[Match] = []
        exact = self._is_exact(kind)
        looked_at = after = 0
        batch = page + page // 2  # most candidates hold
        while len(matches) < page and looked_at < _MOST_LOOKED_AT:
            asked = page - len(matches) if exact else batch
            expected = page * looked_at // max(len(matches), 1)  # so many candidates fill the page
            is_hopeless = self._loose is not None and looked_at >= _MOST_LOOSE and expected > _MOST_EXPECTED
            find = partial(index.find, self._library, self._plan) if is_hopeless else self.first
            some = find(kind, asked, after=after)
            matches += self._matcher.matches(some, self._plan.query)
            if len(some) < asked:
                return Found(matches, len(matches))
            looked_at, after, batch = looked_at + len(some), some[-1].order, _NEXT
        count = max(self.counts.get(kind, 0), len(matches))
        return Found(matches[:page], count, not exact, is_counted=kind not in self._uncounted)

    def _every(self, kind: Kind) -> Iterator[Match]:
        after = 0
        while some := index.find(self._library, self._plan, kind, _BATCH, after=after):
            self._go_on()
            yield from self._matcher.matches(some, self._plan.query)
            after = some[-1].order
