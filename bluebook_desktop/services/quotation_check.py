"""Did they say exactly this? Holds a quotation against every passage of the library.

It fails closed: *exact* and *same words* come from equality of every word and mark alone (`domain/checking/equality`),
never from a score.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from bluebook_desktop.domain.checking.comparison import (
    Comparison,
    Cut,
    Cuts,
    compare,
    is_telling,
    longest_run,
    weave,
    words_in_none,
)
from bluebook_desktop.domain.checking.equality import find_matches, match_at, matches_in
from bluebook_desktop.domain.checking.given import Given, Part, read_given
from bluebook_desktop.domain.checking.likeness import FEWEST_WORDS
from bluebook_desktop.domain.checking.runs import Run, words_in
from bluebook_desktop.domain.checking.units import Units, stretches
from bluebook_desktop.domain.checking.verdicts import Difference, Folding, Verdict
from bluebook_desktop.domain.folding import Word, words
from bluebook_desktop.errors import UsageError
from bluebook_desktop.services.quotation_candidates import MOST_WHOLE, Candidates
from bluebook_desktop.services.quotation_headings import HeadingCandidates
from bluebook_desktop.services.quotation_places import Answer, Place, in_order_of_names, parts_in, place_in
from bluebook_desktop.services.quotation_terms import single_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluebook_desktop.domain.checking.equality import Match
    from bluebook_desktop.storage.library import Library
    from bluebook_desktop.storage.phrases import Proposed

#: Longer texts are no quotations.
MOST_WORDS = 2_000
#: Nor are these, which are not even parted into words.
_MOST_CHARACTERS = 20 * MOST_WORDS
#: For an altered text so many places are told, since several may fit equally.
_MOST_ALTERED = 3
#: So many of the passages that hold words on end are compared word by word.
_MOST_COMPARED = 8
#: Few titles are longer.
_LONGEST_TITLE = 16
#: Words on end that are worth telling of where the rest is not there.
_IN_PART = 5
#: A splice is made of parts of so many words, which together are so much of it.
_PART = 4
#: In Japanese, whose words are counted by characters, of so many: fewer stand in many a sentence.
_PART_IN_JAPANESE = 10
#: A part that the quoter's own ellipsis sets off may be shorter.
_LEAST_PART = 3
_SPLICED_SHARE = 0.75


@dataclass(slots=True)
class QuotationChecker:
    """Checks quotations against one library, from one thread at a time; `stop` may come from any."""

    library: Library
    scope: str = ""
    _candidates: Candidates = field(init=False)
    _headings: HeadingCandidates = field(init=False)
    _units: dict[int, Units] = field(default_factory=dict, init=False)

    def __post_init__(self) -> None:
        self._candidates = Candidates(self.library, self.scope)
        self._headings = HeadingCandidates(self.library, self.scope)

    def stop(self) -> None:
        """Stop the check that runs; it ends with StoppedError, which the caller drops."""
        self.library.interrupt()

    def check(self, text: str) -> Answer:
        """Hold `text` against the library. UsageError where there is nothing to check, or too much."""
        bare = text.strip()
        given = read_given(bare if len(bare) <= _MOST_CHARACTERS else "")
        if len(bare) <= _MOST_CHARACTERS and not given.words:
            raise UsageError("There are no words to check.")
        if len(bare) > _MOST_CHARACTERS or given.words > MOST_WORDS:
            raise UsageError(f"A quotation to be checked has {MOST_WORDS:,} words at most; check this in parts.")
        self._units.clear()
        self._candidates.begin()
        self._headings.begin()
        return (
            self._as_it_stands(given)
            or (self._in_parts(given) if given.is_shortened else None)
            or self._with_differences(given)
        )

    # The very words

    def _as_it_stands(self, given: Given) -> Answer | None:
        exact, same, more = self._equal(given.whole, everywhere=True)
        return self._same(given, [*exact, *same], more=more)

    @staticmethod
    def _same(given: Given, matches: list[tuple[Proposed, Match]], *, more: bool = False) -> Answer | None:
        """The answer for places that have the very words, those that differ in nothing before all; None without any."""
        exact = [pair for pair in matches if not pair[1].foldings]
        best = exact or sorted(matches, key=lambda pair: len(pair[1].foldings))
        if not best:
            return None
        verdict = Verdict.EXACT if exact else Verdict.SAME_WORDS
        foldings = in_order_of_names(best[0][1].foldings)
        places = tuple(place_in(one, match.start, match.end) for one, match in best)
        return Answer(given.text, verdict, given.words, places, (), foldings, occurrences=len(matches), more=more)

    def _equal(
        self, wanted: Units, *, everywhere: bool = False
    ) -> tuple[list[tuple[Proposed, Match]], list[tuple[Proposed, Match]], bool]:
        """The places that have exactly these words, those that have the same words, and whether there may be more.

        `everywhere` looks in headings, too, where no passage has exactly these.
        """
        exact: list[tuple[Proposed, Match]] = []
        same: list[tuple[Proposed, Match]] = []
        if not wanted.words:
            return exact, same, False
        proposed = self._candidates.whole(wanted.text, everywhere=everywhere)
        for one in proposed[:MOST_WHOLE]:
            for match in matches_in(one.text, wanted):
                (same if match.foldings else exact).append((one, match))
        if everywhere and not exact:
            headings = self._headings.whole(wanted.text)
            found = [(one, match) for one in headings for match in find_matches(self._parted(one), wanted)]
            exact = [pair for pair in found if not pair[1].foldings]
            same = same or [pair for pair in found if pair[1].foldings]
        same.sort(key=lambda pair: len(pair[1].foldings))
        return exact, same, len(proposed) > MOST_WHOLE

    def _parted(self, one: Proposed) -> Units:
        """A passage's units, parted once a check."""
        if one.row not in self._units:
            self._units[one.row] = Units(one.text)
        return self._units[one.row]

    # With ellipses and brackets

    def _in_parts(self, given: Given) -> Answer | None:
        """The parts in order in one passage: the verdict is that of the worst of them."""
        longest = max(given.parts, key=lambda part: len(part.units.words))
        passages = self._candidates.whole(longest.units.text, everywhere=True)[:MOST_WHOLE]
        found = self._same_parts(given, passages)
        if found is not None and found.verdict is Verdict.EXACT:
            return found
        titled = self._same_parts(given, self._headings.whole(longest.units.text))
        return titled if titled is not None and titled.verdict is Verdict.EXACT else found or titled

    def _same_parts(self, given: Given, likely: list[Proposed]) -> Answer | None:
        """The answer for those of some passages that have all parts in order; None where none has."""
        best: list[tuple[frozenset[Folding], Place]] = []
        parts = sorted((part.units.keys for part in given.parts), key=len, reverse=True)
        for one in likely:
            if any(stretches(one.text, keys) == [] for keys in parts):
                continue
            text = self._parted(one)
            found = parts_in(text, given.parts_for(text))
            if found is not None:
                start, end, foldings = found
                best.append((foldings, place_in(one, start, end)))
        if not best:
            return None
        least = min(len(foldings) for foldings, _ in best)
        kept = [(foldings, place) for foldings, place in best if len(foldings) == least]
        verdict = Verdict.SAME_WORDS if least else Verdict.EXACT
        return Answer(
            given.text,
            verdict,
            given.words,
            tuple(place for _, place in kept),
            foldings=in_order_of_names(kept[0][0]),
            shortened=True,
            occurrences=len(kept),
        )

    # With differences

    def _with_differences(self, given: Given) -> Answer:
        whole, _ = _joined(given, given.parts)
        compared = self._compared(given)
        if (equal := self._equal_after_all(given, [one for one, _ in compared])) is not None:
            return equal
        if len(whole.words) < FEWEST_WORDS:
            return self._answer(given, Verdict.NOT_FOUND)
        altered = [(one, found) for one, found in compared if found.is_altered]
        if altered:
            best = altered[0][1]
            in_parts = best.words < len(best.given.words) and self._splice_of_parts(given, telling=True)
            return in_parts or self._splice_of_rest(given, altered[0]) or self._altered(given, altered)
        return (
            self._splice_of_parts(given)
            or self._splice(given, whole)
            or replace(
                self._part_of(given, whole, compared) or self._answer(given, Verdict.NOT_FOUND),
                cut_short=self._candidates.is_cut_short or self._headings.is_cut_short,
            )
        )

    @staticmethod
    def _answer(
        given: Given, verdict: Verdict, places: Iterable[Place] = (), differences: Iterable[Difference] = ()
    ) -> Answer:
        found, differ = tuple(places), tuple(differences)
        return Answer(given.text, verdict, given.words, found, differ, shortened=given.is_shortened)

    def _compared(self, given: Given) -> list[tuple[Proposed, Comparison]]:
        """The likeliest passages and headings with the quotation laid over them, best first."""
        whole = _joined(given, given.parts)[0]
        found = self._laid_over(given, self._candidates.alike(whole.text))
        # A title is short: what is long is none where a passage is it, altered.
        if len(whole.words) <= _LONGEST_TITLE or not any(comparison.is_altered for _, comparison in found):
            found += self._laid_over(given, self._headings.alike(whole.text))
        if not any(comparison.is_altered for _, comparison in found):
            known = {one.row for one, _ in found}
            others = [one for one in self._candidates.all_like(whole.text) if one.row not in known]
            found += self._laid_over(given, others)
        found.sort(key=lambda pair: (-pair[1].closeness, _cost(pair[1]), pair[0].heading is not None, pair[0].row))
        return found

    def _laid_over(self, given: Given, likely: list[Proposed]) -> list[tuple[Proposed, Comparison]]:
        found = []
        for one in likely:
            text = self._parted(one)
            comparison = compare(*_joined(given, given.parts_for(text)), text)
            if comparison is not None:
                found.append((one, comparison))
        return found

    def _equal_after_all(self, given: Given, likely: list[Proposed]) -> Answer | None:
        """The very words in a likely passage that the index parts otherwise, such as *4000* for *4,000*."""
        matches = [(one, match) for one in likely for match in find_matches(self._parted(one), given.whole)]
        return self._same(given, matches) or self._same_parts(given, likely)

    def _altered(self, given: Given, altered: list[tuple[Proposed, Comparison]]) -> Answer:
        places = [place_in(one, found.found.start, found.found.end) for one, found in altered[:_MOST_ALTERED]]
        one, best = altered[0]
        text = self._parted(one)
        woven = weave(best, text, _joined(given, given.parts_for(text))[1])
        return replace(self._answer(given, Verdict.ALTERED, places, best.differences), woven=woven)

    def _splice_of_rest(self, given: Given, best: tuple[Proposed, Comparison]) -> Answer | None:
        """A quotation most of which is from one place, and a long stretch of the rest from another."""
        one, comparison = best
        whole = comparison.given
        aligned = {run.given + step for run in comparison.runs for step in range(run.size)}
        solid = [run for run in comparison.runs if words_in([run], whole) >= _PART]
        found: list[tuple[int, Place]] = []
        for start, end in _beside(solid, len(whole)):
            typed = whole.verbatim(start, end)
            parted = words(typed)
            for at in self._candidates.starts_of_runs(parted, _IN_PART):
                _, place = self._longest_from(parted, at, typed, _IN_PART)
                if place is None or _is_within(place, one, comparison):
                    continue
                # Of words most of which stand in order here as well few are from elsewhere: they were changed here.
                begun = whole.all[start].start + parted[at].start
                here = [n for n in whole.words if begun <= whole.all[n].start < begun + len(place.given)]
                elsewhere = 2 * sum(n in aligned for n in here) < len(here)
                if elsewhere and is_telling(Units(place.given)):
                    found.append((start, place))
                    aligned.update(here)
                    break
        if not found or not solid:
            return None
        first, last = solid[0], solid[-1]
        text, typed = self._parted(one), whole.verbatim(first.given, last.given + last.size)
        span = text.all[first.text].start, text.all[last.text + last.size - 1].end
        found.append((first.given, place_in(one, *span, typed)))
        places = (place for _, place in sorted(found, key=lambda pair: pair[0]))
        return self._answer(given, Verdict.SPLICED, places, words_in_none(whole, aligned))

    def _splice_of_parts(self, given: Given, *, telling: bool = False) -> Answer | None:
        """Parts that an ellipsis joins, each of which stands somewhere, but not in this order in one passage.

        `telling` asks that each says enough to be of one place.
        """
        places = []
        for part in given.parts:
            if len(part.units.words) < _LEAST_PART or (telling and not is_telling(part.units)):
                return None
            exact, same, _ = self._equal(part.units)
            if not (exact or same):
                return None
            one, match = (exact or same)[0]
            places.append(place_in(one, match.start, match.end, part.units.text.strip()))
        return self._answer(given, Verdict.SPLICED, places) if len(places) > 1 else None

    def _splice(self, given: Given, whole: Units) -> Answer | None:
        """A quotation whose parts stand in several places, or in another order."""
        places: list[Place] = []
        parted = single_words(whole.text) if whole.is_japanese else words(whole.text)
        least = _PART_IN_JAPANESE if whole.is_japanese else _PART
        self._candidates.refill(len(parted))
        covered = at = 0
        there: set[int] = set()
        while at + least <= len(parted):
            size, place = self._longest_from(parted, at, whole.text, least)
            if place is None:
                at += 1
                continue
            places.append(place)
            begun, ended = parted[at].start, parted[at + size - 1].end
            there.update(n for n in whole.words if begun <= whole.all[n].start < ended)
            covered += size
            at += size
        if len(places) < 2 or covered < _SPLICED_SHARE * len(parted):
            return None
        return self._answer(given, Verdict.SPLICED, places, words_in_none(whole, there))

    def _longest_from(self, parted: list[Word], at: int, text: str, least: int = _PART) -> tuple[int, Place | None]:
        """The longest stretch of at least so many words from one on that stands somewhere as it is, and where."""
        low, high = least - 1, len(parted) - at
        step = 1
        while low < high:  # how far the index follows: farther each time until it is too far, then halfway
            middle = min(low + step, high) if step else (low + high + 1) // 2
            if self._candidates.has_phrase(parted[at : at + middle]):
                low, step = middle, step * 2
            else:
                high, step = middle - 1, 0
        for size in range(low, least - 1, -1):
            typed = text[parted[at].start : parted[at + size - 1].end]
            exact, same, _ = self._equal(Units(typed))
            for one, match in (exact or same)[:1]:
                return size, place_in(one, match.start, match.end, typed)
        return 0, None

    def _part_of(self, given: Given, whole: Units, compared: list[tuple[Proposed, Comparison]]) -> Answer | None:
        """The longest stretch that stands somewhere as it is, in all its places."""
        longest = 0
        places: list[Place] = []
        for one, comparison in [*compared, *self._with_five(whole)]:
            run, laid = longest_run(comparison), comparison.given
            size = words_in([run], laid)
            if size < max(_IN_PART, longest):
                continue
            text = self._parted(one)
            typed = laid.verbatim(run.given, run.given + run.size)
            match = match_at(text, Units(typed), run.text, outer=False)
            place = place_in(one, match.start, match.end, typed)
            places = [*places, place] if size == longest else [place]
            longest = size
        if not places:
            return None
        # Words of the text are told before the titles that repeat them, which need not be told then.
        of_text = [place for place in places if place.heading is None]
        ordered = sorted(
            dict.fromkeys(of_text or places), key=lambda place: (place.section, place.passage, place.start)
        )
        return self._answer(given, Verdict.IN_PART, ordered)

    def _with_five(self, whole: Units) -> list[tuple[Proposed, Comparison]]:
        """Passages that hold any five of the words on end: a *not found* must not rest on a vote."""
        parted = single_words(whole.text)
        holding: Counter[int] = Counter()
        known: dict[int, Proposed] = {}
        self._candidates.refill()
        for first in self._candidates.starts_of_runs(parted, _IN_PART):
            typed = whole.text[parted[first].start : parted[first + _IN_PART - 1].end]
            for one in self._candidates.whole(typed)[:_MOST_ALTERED]:
                holding[one.row] += 1
                known[one.row] = one
        # Those with most of them, as the longest run is told.
        found = [known[row] for row, _ in holding.most_common(_MOST_COMPARED)]
        compared = ((one, compare(whole, {}, self._parted(one))) for one in found)
        return [(one, comparison) for one, comparison in compared if comparison is not None]


def _joined(given: Given, parts: tuple[Part, ...]) -> tuple[Units, Cuts]:
    """The words of a quotation without its ellipses and brackets, and the units before which those stood."""
    if not parts:
        return given.whole, {}
    cuts: dict[int, Cut] = {}
    count = after = 0
    for part in parts:
        cuts[count] = Cut(after, part.before)
        count, after = count + len(part.units), part.after
    cuts[count] = Cut(after)
    return Units(" ".join(part.units.text for part in parts)), cuts


def _is_within(place: Place, one: Proposed, comparison: Comparison) -> bool:
    """Whether a place lies in the stretch that a quotation was laid over: it is only in another order there."""
    found = comparison.found
    same = (place.section, place.passage, place.heading) == (one.section, one.number, one.heading)
    return same and found.start <= place.start and place.end <= found.end


def _beside(runs: list[Run], size: int) -> list[tuple[int, int]]:
    """The stretches of a quotation of so many units that lie before, between and after some runs."""
    edges = [0, *(edge for run in runs for edge in (run.given, run.given + run.size)), size]
    return [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]


def _cost(comparison: Comparison) -> int:
    """How many characters differ, to tell equally long places apart."""
    return sum(len(one.given) + len(one.text) for one in comparison.differences)
