"""Searches passages, records and headings at once and says why each was found."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property

from bluebook_desktop.domain.decisions import Decision
from bluebook_desktop.domain.folding import fold_places
from bluebook_desktop.domain.foldings import MatchedBy
from bluebook_desktop.domain.matching import are_adjacent
from bluebook_desktop.domain.querying import Either, Query, parse_query, without_japanese_dates
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.services.search_corrections import Corrections
from bluebook_desktop.services.search_help import Helper
from bluebook_desktop.services.search_matches import Match, Matcher, whole_text
from bluebook_desktop.services.search_names import Names
from bluebook_desktop.services.search_overlay import NOTHING_DECIDED, overlay_of
from bluebook_desktop.services.search_pages import LOOKED_AT, Finder, Found
from bluebook_desktop.services.search_results import Advice, Hit, Offer, SearchResult, Spread, counted
from bluebook_desktop.storage import search as index
from bluebook_desktop.storage.expressions import Plan, plan_is_exact
from bluebook_desktop.storage.library import Library

__all__ = ["Advice", "Hit", "Offer", "SearchResult", "SearchService", "Spread", "counted"]

#: Quotations whose form is asked for at once.
_MOST_ASKED = 200
_HYPHENS = frozenset("-‐‑–—")
#: What part of a page may be of one kind where all are shown: a page of facilities would hide the text.
_SHARE = {kind: 1 if kind is Kind.PASSAGE else 4 for kind in Kind}
#: Among hits that match equally well, the more telling kind first.
_WEIGHT = {
    Kind.PERSON: 3,
    Kind.FACILITY: 3,
    Kind.ABBREVIATION: 2,
    Kind.HEADING: 2,
    Kind.QUOTATION: 1,
    Kind.PASSAGE: 0,
    Kind.EVENT: 0,
}


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
        #: Called again and again while every hit is gathered, which may take long; what it raises ends the search.
        self.go_on: Callable[[], None] = _go_on
        self._decided: Mapping[str, tuple[Decision, ...]] = {}
        self._overlay = NOTHING_DECIDED
        self._lay()
        self._editions = 1 if scope else len(library.editions())
        self._passages = library.passage_count(scope)
        self._has_japanese = any(edition.language == "ja" for edition in library.editions())
        self._section_count = index.section_count(library)
        self._is_sound = index.indexed_passages(library) == library.passage_count()
        _ = library.shortcuts  # read now: the first word that is typed shall not wait for it

    @cached_property
    def _sections(self) -> list[tuple[str, str, int, int]]:
        return index.section_rows(self._library)

    @property
    def library(self) -> Library:
        """The library that is searched."""
        return self._library

    def stop(self) -> None:
        """Stop the search that runs; it ends with StoppedError, which the caller drops."""
        self._library.interrupt()

    def close(self) -> None:
        """Let go of the library; the service is of no use afterwards."""
        self._library.close()

    def _lay(self) -> None:
        """Look at the library as it is with what was decided; `names` are whom and what it names then."""
        self.names = Names(self._library, self._overlay)
        self._matcher = Matcher(self._library, self._overlay)
        self._helper = Helper(self._library, self._overlay, self._total)
        self._corrections = Corrections(self._library, self.names, self._total)

    def _update_overlay(self) -> None:
        """Take note of what was decided since the last search."""
        decided = self._decisions()
        if decided != self._decided:
            self._overlay = overlay_of(self._library, decided, self._overlay)
            self._decided = dict(decided)
            self._lay()

    def search(
        self,
        text: str,
        *,
        kinds: frozenset[Kind] | None = None,
        limit: int | None = 50,
        stemming: bool = False,
        offering: bool = True,
        counting: bool = True,
    ) -> SearchResult:
        """Search for `text` as typed, in all kinds or some; `counts` always tell of all kinds.

        Without a `limit` every hit is given, and every count is exact up to 10,000. Where nothing is found but other
        words for the same are, these are searched for. Where something is found and `offering` is off, other searches
        are not looked for: `offers` does that afterwards. With `counting` off kinds with very many hits are not
        counted to the end, which `counted` does.
        """
        self._update_overlay()
        query = parse_query(text)
        if query.is_empty:
            return self._result(query, {}, None, 0)
        result = self._answer(query, kinds, limit, stemming=stemming, counting=counting)
        if not result.total:
            result = self._widened(result, kinds, limit, stemming=stemming)
        return replace(result, offers=self.offers(result)) if offering and kinds is None else result

    def _widened(
        self, result: SearchResult, kinds: frozenset[Kind] | None, limit: int | None, *, stemming: bool
    ) -> SearchResult:
        """Other words for the same searched for, where there are any; else the result with what is missing."""
        query = result.query
        # What is left out on purpose must not come back in other words.
        can_widen = query.clauses and not query.without and not query.cut
        others = self._helper.equivalents(query) if can_widen else ()
        if not others:
            return replace(result, missing=self._missing(query), unknown=tuple(self.names.unknown(query)))
        wider = " ".join(others[0].text.split())
        widened = self._answer(parse_query(f"{wider} "), kinds, limit, stemming=stemming)
        return replace(widened, query=replace(widened.query, text=query.text), widened=others[:1])

    def _answer(
        self,
        query: Query,
        kinds: frozenset[Kind] | None,
        limit: int | None,
        *,
        stemming: bool,
        counting: bool = True,
    ) -> SearchResult:
        plan = self._plan(query, stemming=stemming)
        found: dict[Kind, Found] = {}
        kinds = kinds if kinds is not None else query.kinds or None
        if plan.is_possible:
            pages = {kind: _page(kind, kinds, limit) for kind in Kind if kinds is None or kind in kinds}
            finder = Finder(
                self._library,
                self._matcher,
                plan,
                pages,
                counting=counting or limit is None,
                go_on=self.go_on,
            )
            if limit is not None and kinds is None and sum(finder.counts.values()) <= limit:
                finder.show_all(limit)  # where all have room, no kind need leave any to the others
            changed = self._changed(plan)
            for kind in Kind:
                one, more = finder.find(kind), changed.get(kind, [])
                if one.count or more:
                    matches = [*one.matches, *(more if kind in pages else ())]
                    found[kind] = replace(one, matches=matches, count=one.count + len(more))
        return self._result(plan.query, found, kinds, limit)

    def _plan(self, query: Query, *, stemming: bool = False) -> Plan:
        if not self._has_japanese:
            query = without_japanese_dates(query)
        plan = self.names.plan(self._helper.with_forms(query) if stemming else query, self._scope)
        return self._overlay.over(plan)

    def _changed(self, plan: Plan) -> dict[Kind, list[Match]]:
        """What holds of the rows that are not as the index has them, by kind."""
        found: dict[Kind, list[Match]] = {}
        for match in self._matcher.matches(self._overlay.candidates(plan), plan.query):
            found.setdefault(match.candidate.kind, []).append(match)
        return found

    def _result(
        self, query: Query, found: dict[Kind, Found], kinds: frozenset[Kind] | None, limit: int | None
    ) -> SearchResult:
        asked = [word for clause in query.clauses for word in _asked(clause)]
        ranked = sorted(
            ((_score(match, query, asked), match) for one in found.values() for match in one.matches),
            key=lambda one: (
                -one[0],
                one[1].candidate.passage,
                -_WEIGHT[one[1].candidate.kind],
                one[1].candidate.order,
            ),
        )
        hits = self._with_forms([self._matcher.hit(match) for _, match in ranked[:limit]])
        counts = {kind: found[kind].count for kind in Kind if kind in found}
        return SearchResult(
            query,
            hits,
            counts,
            self._editions,
            self._passages,
            _notes(hits),
            at_most=frozenset(kind for kind, one in found.items() if one.is_at_most),
            uncounted=frozenset(kind for kind, one in found.items() if not one.is_counted),
            fingerprint=self._library.fingerprint,
            is_sound=self._is_sound,
            sections=self._section_count,
        )

    def _with_forms(self, hits: list[Hit]) -> tuple[Hit, ...]:
        """The hits, each quotation with its form."""
        asked = [(one.reference.section, one.reference.id) for one in hits if one.reference.kind is Kind.QUOTATION]
        forms = index.quotation_forms(self._library, asked[:_MOST_ASKED])
        for first in range(_MOST_ASKED, len(asked), _MOST_ASKED):
            forms |= index.quotation_forms(self._library, asked[first : first + _MOST_ASKED])
        for section, decided in self._overlay.sections.items():
            forms |= {(section, one.id): one.kind.value for one in decided.records.quotations}
        return tuple(
            replace(one, form=QuotationKind(forms[key]))
            if one.reference.kind is Kind.QUOTATION and (key := (one.reference.section, one.reference.id)) in forms
            else one
            for one in hits
        )

    def counted(self, result: SearchResult) -> SearchResult:
        """The result with every kind counted, up to 10,000."""
        if not result.uncounted:
            return result
        plan = self._plan(result.query)
        finder, changed = Finder(self._library, self._matcher, plan, {}), self._changed(plan)
        counts, at_most = dict(result.counts), result.at_most
        for kind in result.uncounted & set(counts):
            one = finder.find(kind)
            counts[kind] = one.count + len(changed.get(kind, ()))
            at_most = at_most | {kind} if one.is_at_most else at_most - {kind}
        found = {kind: count for kind, count in counts.items() if count}
        return replace(result, counts=found, at_most=at_most, uncounted=frozenset())

    def offers(self, result: SearchResult) -> tuple[Offer, ...]:
        """What else could be searched for; where nothing was found, what comes nearest and finds something."""
        query = result.query
        if query.is_empty or query.cut or result.widened:
            return ()
        commas = self._helper.without_commas(query, result.total)
        if result.total:
            return (*commas, *self._helper.equivalents(query))
        glued = self._helper.with_values(query)
        if commas or glued or (found := self._corrections.of(query, result.missing)):
            return commas or glued or found
        return self._helper.fewer(query)

    def _missing(self, query: Query) -> tuple[str, ...]:
        """The parts of a query that occur nowhere by themselves."""
        missing = (atom.typed for atom in query.atoms if not self._total(Query(query.text, (atom,))))
        return tuple(dict.fromkeys(missing))

    def _total(self, query: Query) -> int:
        """How many places a query finds in all kinds; phrases are compared where they are few."""
        plan = self._plan(query)
        if query.is_empty or not plan.is_possible:
            return 0
        exact, total = plan_is_exact(plan), sum(map(len, self._changed(plan).values()))
        finder = Finder(self._library, self._matcher, plan, {})
        for kind, count in finder.counts.items():
            if not exact and count <= LOOKED_AT:
                candidates = finder.first(kind, LOOKED_AT)
                total += sum(1 for _ in self._matcher.matches(candidates, query))
            else:
                total += count
        return total

    def spread(self, query: Query) -> tuple[Spread, ...]:
        """Where the passages that are found lie: in which sections, or in which parts of the only one."""
        plan = self._plan(query)
        if query.is_empty or not plan.is_possible:
            return ()
        changed = [match.candidate.order for match in self._changed(plan).get(Kind.PASSAGE, ())]
        rows = sorted([*index.rows_of(self._library, plan, index.MOST_COUNTED), *changed])
        sections = [one for one in self._sections if one[0].startswith(self._scope)]
        if len(sections) == 1:
            return self._spread_within(sections[0], rows)
        found = []
        for section, title, first, last in sections:
            inside = sum(first <= row <= last for row in rows) if len(sections) < 50 else _between(rows, first, last)
            found.append(Spread(f"{section} {title}", section, 1, last - first + 1, last - first + 1, inside))
        return tuple(found)

    def _spread_within(self, section: tuple[str, str, int, int], rows: list[int]) -> tuple[Spread, ...]:
        """The parts of one section, down to its innermost headings."""
        name, title, first, last = section
        places = [self._matcher.place(name, number) for number in range(1, last - first + 2)]
        hits = set(rows)
        found: list[Spread] = []
        for number, place in enumerate(places, start=1):
            here = place[1] if len(place) > 1 else title
            hit = int(first + number - 1 in hits)
            if found and found[-1].title == here:
                before = found[-1]
                found[-1] = replace(before, last=number, passages=before.passages + 1, found=before.found + hit)
            else:
                found.append(Spread(here, name, number, number, 1, hit))
        return tuple(found)


def _go_on() -> None:
    """Nobody wants the search to end."""


def _page(kind: Kind, kinds: frozenset[Kind] | None, limit: int | None) -> int | None:
    """How many matches of a kind a page may have; None for all."""
    return max(limit // _SHARE[kind], 1) if limit is not None and kinds is None else limit


def _between(rows: list[int], first: int, last: int) -> int:
    return bisect_right(rows, last) - bisect_left(rows, first)


def _asked(clause: object) -> list[str]:
    """The typed words that make up what is asked for, one a word."""
    if isinstance(clause, Either):
        return []
    return list(getattr(clause, "words", ()))


def _notes(hits: tuple[Hit, ...]) -> tuple[str, ...]:
    """What was folded, in a sentence each; case and accents need none."""
    notes: dict[str, None] = {}
    for hit in hits:
        if hit.slip:
            notes[f"Slip of the source: printed “{hit.slip}”."] = None
        for folding in (MatchedBy.HYPHENS, MatchedBy.JOINED, MatchedBy.LINE_END):
            if folding in hit.foldings and (printed := _hyphened(hit)):
                notes[f"Hyphen folded: finds “{printed}”."] = None
    return tuple(notes)


def _hyphened(hit: Hit) -> str:
    marked = (hit.snippet[start:end] for start, end in hit.marks)
    return next((words for words in marked if not _HYPHENS.isdisjoint(words)), "")


def _score(match: Match, query: Query, asked: list[str]) -> float:
    """How well a candidate answers: its title is what was asked, the words stand together, there are many."""
    candidate, marks = match.candidate, match.found.marks
    text = whole_text(candidate)
    score = 0.0
    if len(asked) > 1 and (
        are_adjacent(marks, text) or any(len(getattr(clause, "words", ())) > 1 for clause in query.clauses)
    ):
        score += 4
    if candidate.title:
        in_title = sum(1 for a, _ in marks if a < len(candidate.title))
        covered = sum(b - a for a, b in marks if b <= len(candidate.title)) / len(candidate.title)
        if asked and fold_places(candidate.title).text == " ".join(asked):
            covered += 1
        score += (2 + _WEIGHT[candidate.kind]) * covered + (1 if in_title else 0)
    return score + min(len(marks), 5) / 5 + min(1.0, 60 / (len(text) + 1))
