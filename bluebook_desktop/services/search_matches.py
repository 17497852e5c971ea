"""Holds what the index proposes against the query, character by character, and makes hits of what holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from bluebook_desktop.domain.dates import parse_edtf
from bluebook_desktop.domain.foldings import MatchedBy
from bluebook_desktop.domain.matching import Found, are_adjacent, find
from bluebook_desktop.domain.querying import Dated, Query
from bluebook_desktop.domain.querying.facets import date_facets, exact_date_facet
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.domain.snippets import Span, make_snippet
from bluebook_desktop.services.search_overlay import NOTHING_DECIDED, Overlay
from bluebook_desktop.services.search_results import Hit
from bluebook_desktop.storage import search as index
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.search import Candidate, DatedRecord, HeadingPlace

#: How many sections' dates and headings, and passages' places, are kept.
_MOST_KEPT = 1_000
#: Stands for "of that date, though it is not printed there".
_NOWHERE: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class Match:
    """A candidate that holds: where, by which foldings, and how the slip is printed that it stands in.

    `joins` says that words stand side by side in the slip's right reading.
    """

    candidate: Candidate
    found: Found
    slip: str = ""
    joins: bool = False


class Matcher:
    """Compares candidates of one library; keeps what it has read of slips, dates and headings."""

    def __init__(self, library: Library, overlay: Overlay = NOTHING_DECIDED) -> None:
        """`overlay` tells the dates of sections that were decided on."""
        self._library = library
        self._overlay = overlay
        self._dates: dict[str, list[tuple[DatedRecord, frozenset[str]]]] = {}
        self._headings: dict[str, list[HeadingPlace]] = {}
        self._places: dict[tuple[str, int], tuple[str, ...]] = {}

    @cached_property
    def _slips(self) -> frozenset[tuple[str, int]]:
        return index.passages_with_errata(self._library)

    @cached_property
    def _titles(self) -> dict[str, str]:
        return {one.id: f"{one.number} {one.title}" for one in self._library.sections()}

    def matches(self, candidates: list[Candidate], query: Query) -> Iterator[Match]:
        """Those that hold, in their order."""
        for candidate in candidates:
            match = self.match(candidate, query)
            if match is not None:
                yield match

    def match(self, candidate: Candidate, query: Query) -> Match | None:
        """The candidate's match, or None where it does not hold."""
        text = whole_text(candidate)
        found = find(text, query, lambda dated: self._places_of_date(dated, candidate, text))
        if candidate.kind is Kind.PASSAGE and (candidate.section, candidate.passage) in self._slips:
            slip = self._match_slip(candidate, query)
            # What was typed as several words may be one only by the slip: then that is what was meant.
            if slip is not None and (found is None or (slip.joins and not are_adjacent(found.marks, text))):
                return slip
        return None if found is None else Match(candidate, found)

    def _match_slip(self, candidate: Candidate, query: Query) -> Match | None:
        """A passage that matches in the right reading of a slip, which is marked as printed."""
        text, shift, spans = candidate.text, 0, []
        slips = sorted(index.errata_in(self._library, candidate.section, candidate.passage), key=lambda s: s[1])
        for correct, start, end in slips:
            spans.append((start, end, start + shift, start + shift + len(correct)))
            text = text[: start + shift] + correct + text[end + shift :]
            shift += len(correct) - (end - start)
        found = find(text, query)
        if found is None:
            return None
        printed = [_to_printed(mark, spans) for mark in found.marks]
        slipped = [(start, end) for start, end, touched in printed if touched]
        if not slipped:
            return Match(candidate, Found(tuple(sorted({(a, b) for a, b, _ in printed})), found.foldings))
        first = candidate.text[slipped[0][0] : slipped[0][1]]
        # What the slip hides comes first: only its words are marked where others match as well.
        joins = are_adjacent(found.marks, text)
        kept = slipped if joins else [(a, b) for a, b, _ in printed]
        return Match(candidate, Found(tuple(sorted(set(kept))), found.foldings | {MatchedBy.SLIP}), first, joins)

    def _places_of_date(self, dated: Dated, candidate: Candidate, text: str) -> tuple[Span, ...]:
        """Where a passage tells an event of a date; of a record, where its date is printed."""
        if candidate.section not in self._dates:
            _make_room(self._dates)
            decided = self._overlay.dated_records(candidate.section)
            known = index.dated_records(self._library, candidate.section) if decided is None else decided
            self._dates[candidate.section] = [(one, _facets_of(one.edtf)) for one in known]
        wanted = exact_date_facet(dated.span)
        found: list[Span] = []
        for record, facets in self._dates[candidate.section]:
            if wanted not in facets:
                continue
            is_here = candidate.kind is Kind.PASSAGE or (record.kind, record.slug) == (candidate.kind, candidate.id)
            if not is_here:
                continue
            if candidate.kind is Kind.PASSAGE:
                found += [(start, end) for passage, start, end in record.places if passage == candidate.passage]
            else:
                at = text.find(record.printed) if record.printed else -1
                found.append((at, at + len(record.printed)) if at >= 0 else _NOWHERE)
        return tuple(found)

    def hit(self, match: Match) -> Hit:
        """A match as it is shown."""
        candidate, marks = match.candidate, match.found.marks
        reference = Reference(candidate.kind, candidate.section, candidate.id)
        foldings = tuple(name for name in MatchedBy if name in match.found.foldings)
        place = self.place(candidate.section, candidate.passage)
        if candidate.kind is Kind.PASSAGE:
            snippet = make_snippet(candidate.text, marks)
            return Hit(
                reference, candidate.passage, "", snippet.text, snippet.marks, marks, foldings, match.slip, place
            )
        shift = len(candidate.title) + 1 if candidate.title else 0
        inside = tuple((a - shift, b - shift) for a, b in marks if a >= shift)
        text = candidate.text
        if not text or (not inside and marks and candidate.kind is not Kind.QUOTATION):
            text, inside = candidate.title, tuple(mark for mark in marks if mark[1] <= len(candidate.title))
        snippet = make_snippet(text, inside)
        in_text = marks if candidate.kind is Kind.HEADING else ()
        return Hit(
            reference, candidate.passage, candidate.title, snippet.text, snippet.marks, in_text, foldings, "", place
        )

    def place(self, section: str, passage: int) -> tuple[str, ...]:
        """The section and the headings that a passage stands under, outermost first."""
        if (known_place := self._places.get((section, passage))) is not None:
            return known_place
        if section not in self._headings:
            _make_room(self._headings)
            known = index.headings(self._library, section)
            self._headings[section] = [one for one in known if one.kind not in ("edition", "chapter", "section")]
        above = [one.title for one in self._headings[section] if one.first <= passage <= one.last]
        _make_room(self._places)
        self._places[section, passage] = found = (self._titles.get(section, section), *above)
        return found


@lru_cache(maxsize=4_096)
def _facets_of(edtf: str) -> frozenset[str]:
    return frozenset(date_facets(parse_edtf(edtf), 0))


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= _MOST_KEPT:
        kept.clear()


def _to_printed(mark: Span, spans: list[tuple[int, int, int, int]]) -> tuple[int, int, Span | None]:
    """A mark in the corrected text as a mark in the printed one; the slip that it touches is marked whole."""
    start, end, shift = mark[0], mark[1], 0
    for from_, to, new_from, new_to in spans:
        if mark[0] < new_to and mark[1] > new_from:
            return from_, to, (from_, to)
        if new_to <= mark[0]:
            shift = (new_to - new_from) - (to - from_) + shift
    return start - shift, end - shift, None


def whole_text(candidate: Candidate) -> str:
    """What is compared: of a record its title and its words."""
    if candidate.kind is Kind.PASSAGE or not candidate.title:
        return candidate.text
    return f"{candidate.title}\n{candidate.text}" if candidate.text else candidate.title
