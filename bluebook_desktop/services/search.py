"""Searches passages and records at once and says why each was found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bluebook_desktop.domain.decisions import Decision
from bluebook_desktop.domain.matching import (
    Span,
    are_adjacent,
    find_marks,
    hyphen_folded,
    make_snippet,
)
from bluebook_desktop.domain.queries import Query, parse_query
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services.search_overlay import NOTHING_DECIDED, Overlay, overlay_of
from bluebook_desktop.storage import search as index
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.search import MOST_COUNTED, Candidate

#: How many candidates of a kind are looked at for a page of results.
_LOOKED_AT = 200
#: Among hits that match equally well, the more telling kind first.
_WEIGHT = {
    Kind.PERSON: 3,
    Kind.FACILITY: 3,
    Kind.ABBREVIATION: 2,
    Kind.QUOTATION: 1,
    Kind.PASSAGE: 0,
    Kind.EVENT: 0,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: what it is, where it stands, and the words that matched (`marks` count in `snippet`).

    `source_marks` are the same words' places in the passage, where the passage's own text was searched.
    """

    reference: Reference
    passage: int
    title: str
    snippet: str
    marks: tuple[Span, ...]
    source_marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits, best first; `counts` of all there are, by kind; what was searched; `notes` on foldings."""

    query: Query
    hits: tuple[Hit, ...]
    counts: dict[Kind, int]
    editions: int
    passages: int
    notes: tuple[str, ...] = ()
    #: Where nothing was found: the words (or phrases) of the query that occur nowhere.
    missing: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many places were found in all kinds."""
        return sum(self.counts.values())


class SearchService:
    """Searches one library over one connection, from one thread at a time; `stop` may come from any."""

    def __init__(
        self,
        library: Library,
        scope: str = "",
        decisions: Callable[[], Mapping[str, tuple[Decision, ...]]] = dict,
    ) -> None:
        """`scope` keeps every search to an edition (``2021-en``) or a section (``2021-en/4.2.2``).

        `decisions`, by section, are asked for at every search: what the reader rejected is not found, and what the
        reader corrected is found by the reader's words.
        """
        self._library = library
        self._scope = scope
        self._decisions = decisions
        self._decided: Mapping[str, tuple[Decision, ...]] = {}
        self._overlay: Overlay = NOTHING_DECIDED
        self._slips: frozenset[tuple[str, int]] | None = None
        self._editions = 1 if scope else len(library.editions())
        self._passages = library.passage_count(scope)

    def stop(self) -> None:
        """Stop the search that runs; it ends with sqlite3's interrupted error, which the caller drops."""
        self._library.interrupt()

    def close(self) -> None:
        """Let go of the library; the service is of no use afterwards."""
        self._library.close()

    def search(self, text: str, *, kinds: frozenset[Kind] | None = None, limit: int = 50) -> SearchResult:
        """Search for `text` as typed, in all kinds or some; `counts` always tell of all kinds."""
        query = parse_query(text)
        if query.is_empty:
            return SearchResult(query, (), {}, self._editions, self._passages)
        self._update_overlay()
        found: list[tuple[float, int, Hit]] = []
        counts = {Kind.PASSAGE: index.count_passages(self._library, query, self._scope)}
        counts.update(index.count_entries(self._library, query, self._scope, self._overlay.without))
        for candidate in self._overlay.changed:
            if find_marks(_whole(candidate), query) is not None:
                counts[candidate.kind] = counts.get(candidate.kind, 0) + 1
        notes: dict[str, None] = {}
        for kind in Kind:
            if not counts.get(kind):
                continue
            matched = self._matches(query, kind)
            if any(term.verbatim for term in query.terms) and counts[kind] <= _LOOKED_AT:
                counts[kind] = len(matched)  # the index knows words, not characters
            if kinds is None or kind in kinds:
                for candidate, marks, note in matched:
                    found.append((-_score(candidate, marks, query), candidate.order, _hit(candidate, marks)))
                    if note:
                        notes[note] = None
        found.sort(key=lambda one: (one[0], one[2].passage, -_WEIGHT[one[2].reference.kind], one[1]))
        return SearchResult(
            query,
            tuple(hit for _, _, hit in found[:limit]),
            {kind: counts[kind] for kind in Kind if counts.get(kind)},
            self._editions,
            self._passages,
            tuple(notes),
            () if found else self._missing(query),
        )

    def _update_overlay(self) -> None:
        """Take note of what was decided since the last search."""
        decided = self._decisions()
        if decided != self._decided:
            self._overlay = overlay_of(self._library, decided, self._scope)
            self._decided = decided

    def _missing(self, query: Query) -> tuple[str, ...]:
        """The terms of a query that occur nowhere by themselves."""
        missing = []
        for term in query.terms:
            alone = Query(query.text, (term,))
            if not any(self._matches(alone, kind) for kind in Kind):
                missing.append(" ".join(term.words))
        return tuple(missing)

    def _matches(self, query: Query, kind: Kind) -> list[tuple[Candidate, tuple[Span, ...], str]]:
        """The candidates of a kind that hold when compared by characters, with their marks and a note."""
        find = (
            index.find_passages(self._library, query, _LOOKED_AT, self._scope)
            if kind is Kind.PASSAGE
            else index.find_entries(self._library, query, kind, _LOOKED_AT, self._scope, without=self._overlay.without)
        )
        kept = []
        for candidate in (*find, *(one for one in self._overlay.changed if one.kind is kind)):
            text = candidate.text if kind is Kind.PASSAGE else _whole(candidate)
            marks = find_marks(text, query)
            slip = self._slip_marks(candidate, query) if self._has_slip(candidate) else None
            if slip is not None and (marks is None or (slip[1] and not are_adjacent(marks, text))):
                kept.append((candidate, *slip))
            elif marks is not None:
                folded = hyphen_folded(marks, text, query)
                kept.append((candidate, marks, f"Hyphen folded: finds “{folded}”." if folded else ""))
        return kept

    def _has_slip(self, candidate: Candidate) -> bool:
        """Whether the errata list knows a slip in a passage."""
        if self._slips is None:
            self._slips = index.passages_with_errata(self._library)
        return candidate.kind is Kind.PASSAGE and (candidate.section, candidate.passage) in self._slips

    def _slip_marks(self, candidate: Candidate, query: Query) -> tuple[tuple[Span, ...], str] | None:
        """Marks for a passage that matches only in the right reading of a slip; the note names the slip."""
        text, shift, spans = candidate.text, 0, []
        slips = sorted(index.errata_in(self._library, candidate.section, candidate.passage), key=lambda s: s[1])
        for correct, start, end in slips:
            spans.append((start, end, start + shift, start + shift + len(correct)))
            text = text[: start + shift] + correct + text[end + shift :]
            shift += len(correct) - (end - start)
        marks = find_marks(text, query)
        if marks is None:
            return None
        printed = [_to_printed(mark, spans) for mark in marks]
        slipped = [(start, end) for start, end, touched in printed if touched]
        if not slipped:
            return tuple(sorted({(start, end) for start, end, _ in printed})), ""
        first = candidate.text[slipped[0][0] : slipped[0][1]]
        # What the slip hides comes first: only its words are marked where others match as well.
        whole = are_adjacent(marks, text)
        kept = slipped if whole else [(start, end) for start, end, _ in printed]
        return tuple(sorted(set(kept))), f"Slip of the source: printed “{first}”."


def _to_printed(mark: Span, spans: list[tuple[int, int, int, int]]) -> tuple[int, int, Span | None]:
    """A mark in the corrected text as a mark in the printed one; the slip that it touches is marked whole."""
    start, end, shift = mark[0], mark[1], 0
    for from_, to, new_from, new_to in spans:
        if mark[0] < new_to and mark[1] > new_from:
            return from_, to, (from_, to)
        if new_to <= mark[0]:
            shift = (new_to - new_from) - (to - from_) + shift
    return start - shift, end - shift, None


def _whole(candidate: Candidate) -> str:
    return f"{candidate.title}\n{candidate.text}" if candidate.title else candidate.text


def _hit(candidate: Candidate, marks: tuple[Span, ...]) -> Hit:
    reference = Reference(candidate.kind, candidate.section, candidate.id)
    if candidate.kind is Kind.PASSAGE:
        snippet = make_snippet(candidate.text, marks)
        return Hit(reference, candidate.passage, "", snippet.text, snippet.marks, marks)
    shift = len(candidate.title) + 1 if candidate.title else 0
    inside = tuple((a - shift, b - shift) for a, b in marks if a >= shift)
    text = candidate.text
    if not inside and (not text or candidate.kind is not Kind.QUOTATION):
        text, inside = candidate.title, tuple(mark for mark in marks if mark[1] < shift)
    snippet = make_snippet(text, inside)
    return Hit(reference, candidate.passage, candidate.title, snippet.text, snippet.marks)


def _score(candidate: Candidate, marks: tuple[Span, ...], query: Query) -> float:
    """How well a candidate answers: its title is what was asked, the words stand together, there are many."""
    text = candidate.text if candidate.kind is Kind.PASSAGE else _whole(candidate)
    score = 0.0
    asked = [word for term in query.terms for word in term.words]
    if len(asked) > 1 and (are_adjacent(marks, text) or any(len(t.words) > 1 for t in query.terms)):
        score += 4
    if candidate.title:
        in_title = sum(1 for a, _ in marks if a < len(candidate.title))
        covered = sum(b - a for a, b in marks if b <= len(candidate.title)) / len(candidate.title)
        score += (2 + _WEIGHT[candidate.kind]) * covered + (1 if in_title else 0)
    return score + min(len(marks), 5) / 5 + min(1.0, 60 / (len(text) + 1))


def counted(number: int) -> str:
    """A count as it is shown: exact up to 10,000."""
    return f"{MOST_COUNTED:,}+" if number > MOST_COUNTED else f"{number:,}"
