"""Word by word, in what a quotation differs from a stretch of the text that it resembles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from types import MappingProxyType

from rapidfuzz.distance import LCSseq

from bluebook_desktop.domain.checking.aligning import beside
from bluebook_desktop.domain.checking.concerns import (
    COMMON,
    concern_of,
    gravest_first,
    hidden_by_bracket,
    hides_negation,
    is_negation,
    says_not_in_japanese,
)
from bluebook_desktop.domain.checking.extent import extent_of, moved_from
from bluebook_desktop.domain.checking.likeness import LONG_ENOUGH, close_stretches, is_same_but_for_some
from bluebook_desktop.domain.checking.runs import Run, words_in
from bluebook_desktop.domain.checking.units import Units
from bluebook_desktop.domain.checking.verdicts import Change, Concern, Difference, Found, Piece, Side

#: What a break in the row of words, and each word between, takes from the closeness.
_BREAK = 0.3
_BETWEEN = 0.2
#: Shorter runs count for the quotation only when they are not farther off than this.
_FAR = 8
#: So many characters beside a difference may make it a *not*.
_AROUND = 2


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the quoter says that words were left out: of how many words the brackets before and behind it are."""

    #: Of those behind the words before it, and before the words behind it; none of an ellipsis.
    after: int = 0
    before: int = 0


#: The units of a quotation before which its author says that words were left out.
Cuts = Mapping[int, Cut]
_NO_CUTS: Cuts = MappingProxyType({})
_NO_CUT = Cut()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A quotation, as `given`, laid over a stretch of a passage."""

    given: Units
    found: Found
    runs: tuple[Run, ...]
    differences: tuple[Difference, ...]
    #: Whether it is close enough to be the same words, altered.
    is_altered: bool

    #: The more words and the fewer breaks and words between, the closer.
    closeness: float

    @property
    def words(self) -> int:
        """How many of the given words stand there in order."""
        return self.found.words


def compare(given: Units, cuts: Cuts, text: Units) -> Comparison | None:
    """Lay a quotation over a passage; None where nothing of it is there."""
    spread = [_kept_runs(runs, given, cuts) for runs in (_longest_first(given, text), _most_words(given, text))]
    near = [_kept_runs(_joined(_completed(runs, given, text)), given, cuts) for runs in spread]
    runs = max(near, key=lambda runs: _closeness(runs, given))
    is_altered = is_same_but_for_some(runs, given, text, cuts)
    if not is_altered:
        # Much may have been left out unmarked: then the rest stands farther on. Or the longest run leads astray.
        wide = max(spread, key=lambda runs: _closeness(runs, given))
        for other in (wide, *(_joined(_with_marks(pairs, given, text)) for pairs in close_stretches(given, text))):
            if is_same_but_for_some(other, given, text, cuts):
                runs, is_altered = other, True
                break
    words = words_in(runs, given)
    if not words:
        return None
    first, last = _window(runs, given, text, cuts)
    found = Found(text.all[first].start, text.all[last - 1].end, words)
    differences = _differences(_gaps(runs, given, text, first, last), given, text, cuts, (first, last))
    return Comparison(given, found, tuple(runs), differences, is_altered, _closeness(runs, given))


def _longest_first(given: Units, text: Units) -> list[Run]:
    """The longest run first, then what fits before and after it: few breaks, but a repeated phrase may mislead it."""
    matcher = SequenceMatcher(None, given.keys, text.keys, autojunk=False)
    return [Run(*block) for block in matcher.get_matching_blocks() if block.size]


def _most_words(given: Units, text: Units) -> list[Run]:
    """As many units in order as there can be."""
    return _common(given.keys, text.keys, 0, 0)


def _completed(runs: list[Run], given: Units, text: Units) -> list[Run]:
    """The runs with both ends laid anew beside the sure ones: a repeated phrase may have been laid elsewhere."""
    sure = [place for place, run in enumerate(runs) if words_in([run], given) >= LONG_ENOUGH]
    if not sure:
        return runs
    kept = runs[sure[0] : sure[-1] + 1]
    first, last = kept[0], kept[-1]
    near = max(0, first.text - first.given - _FAR)
    before = beside(given.keys[: first.given][::-1], text.keys[near : first.text][::-1])
    here, there = last.given + last.size, last.text + last.size
    after = beside(given.keys[here:], text.keys[there : there + len(given) - here + _FAR])
    return [
        *(Run(first.given - 1 - one, first.text - 1 - other, 1) for one, other in reversed(before)),
        *kept,
        *(Run(here + one, there + other, 1) for one, other in after),
    ]


def _with_marks(pairs: Sequence[tuple[int, int]], given: Units, text: Units) -> list[Run]:
    """Runs of words that are the same at these positions, and of the marks between them that are."""
    runs: list[Run] = []
    for here, there in pairs:
        if runs:
            start, begin = runs[-1].given + 1, runs[-1].text + 1
            runs += _common(given.keys[start:here], text.keys[begin:there], start, begin)
        runs.append(Run(here, there, 1))
    return runs


def _joined(runs: list[Run]) -> list[Run]:
    """Runs that touch in both as one."""
    found: list[Run] = []
    for run in runs:
        last = found[-1] if found else None
        if last is not None and (last.given + last.size, last.text + last.size) == (run.given, run.text):
            found[-1] = Run(last.given, last.text, last.size + run.size)
        else:
            found.append(run)
    return found


def _common(given: list[str], text: list[str], given_start: int, text_start: int) -> list[Run]:
    """As many units as two rows have in order, as runs of the rows that they are cut from."""
    blocks = LCSseq.opcodes(given, text)
    return [
        Run(given_start + one.src_start, text_start + one.dest_start, one.src_end - one.src_start)
        for one in blocks
        if one.tag == "equal"
    ]


def _closeness(runs: list[Run], given: Units) -> float:
    words = words_in(runs, given)
    if not words:
        return 0.0
    between = runs[-1].text + runs[-1].size - runs[0].text - sum(run.size for run in runs)
    return words - _BREAK * (len(runs) - 1) - min(_BETWEEN * between, words / 2)


def _kept_runs(runs: list[Run], given: Units, cuts: Cuts) -> list[Run]:
    """The runs without the small ones at either end that chance has put far from the others."""
    kept = list(runs)
    while len(kept) > 1:
        lead, tail = _is_stray(kept[0], kept[1], given, cuts), _is_stray(kept[-1], kept[-2], given, cuts)
        if not (lead or tail):
            break
        if lead:
            del kept[0]
        if tail and len(kept) > 1:
            del kept[-1]
    return [run for run in kept if words_in([run], given) or run.size > 1 or len(kept) > 1]


def _is_stray(run: Run, neighbour: Run, given: Units, cuts: Cuts) -> bool:
    """Whether a run at an end is small and far from its neighbour in the text, farther than in the quotation."""
    if words_in([run], given) >= LONG_ENOUGH:
        return False
    one, other = sorted((run, neighbour), key=lambda one: one.given)
    apart = other.text - one.text - one.size
    expected = other.given - one.given - one.size
    # Of a word that was doubled (*the the*) the one that is farther off is no word of the text.
    if apart > expected and len(set(given.keys[one.given + one.size - 1 : other.given + 1])) == 1:
        return True
    if any(one.given + one.size <= cut <= other.given for cut in cuts):
        return False
    return apart - expected > min(_FAR, 3 * run.size)


def _window(runs: Sequence[Run], given: Units, text: Units, cuts: Cuts) -> tuple[int, int]:
    """The stretch of the text meant, from and to."""
    return extent_of(runs, given, text, (cuts.get(0, _NO_CUT).before, cuts.get(len(given), _NO_CUT).after))


def _gaps(runs: list[Run], given: Units, text: Units, first: int, last: int) -> list[tuple[int, int, int, int]]:
    """Between the runs: from and to in the quotation, from and to in the text."""
    found = []
    here, there = 0, first
    for run in (*runs, Run(len(given), last, 0)):
        if here < run.given or there < run.text:
            found.append((here, run.given, there, run.text))
        here, there = run.given + run.size, run.text + run.size
    return found


def _differences(
    gaps: list[tuple[int, int, int, int]], given: Units, text: Units, cuts: Cuts, window: tuple[int, int]
) -> tuple[Difference, ...]:
    found: list[Difference] = []
    for gap in gaps:
        start, end = gap[:2]
        first, last = _told(gap, text, cuts)
        if start == end and first == last:
            continue  # the quoter says so
        typed, printed = given.verbatim(start, end), text.verbatim(first, last)
        kind = Change.CHANGED if typed and printed else Change.ADDED if typed else Change.LEFT_OUT
        if kind is Change.ADDED and (place := moved_from(given.all[start:end], text, window)):
            kind, printed = Change.MOVED, text.verbatim(*place)
        sides = (given.all[start:end], text.all[first:last])
        concern = _concern_in_japanese(given, (start, end), text, (first, last))
        starts_sentence = _starts_sentence(given, start) or _starts_sentence(text, first)
        concern = concern or concern_of(*sides, given, text, starts_sentence=starts_sentence)
        found.append(Difference(kind, typed, printed, concern))
    return gravest_first(_moved(found))


def _concern_in_japanese(given: Units, here: tuple[int, int], text: Units, there: tuple[int, int]) -> Concern:
    """Whether one of the two says *not*: a character that differs may be a part of it, as in 超える and 超えない."""
    if not given.is_japanese:
        return Concern.NONE
    said = [
        says_not_in_japanese(units.verbatim(max(first - _AROUND, 0), min(last + _AROUND, len(units))))
        for units, (first, last) in ((given, here), (text, there))
    ]
    return Concern.NEGATION if said[0] != said[1] else Concern.NONE


def _told(gap: tuple[int, int, int, int], text: Units, cuts: Cuts) -> tuple[int, int]:
    """Of the text's units in a gap those that differ, from and to: not what the quoter says to have left out there."""
    here, end, first, last = gap
    cut = cuts.get(here, cuts.get(end))
    if cut is None:
        return first, last
    if here == end:
        return _hidden(cut, first, last, text)
    beside = end - here + 1  # about as many as were given in their stead
    if last - first <= beside or any(is_negation(unit.key) for unit in text.all[first:last]):
        return first, last
    return (last - beside, last) if here in cuts else (first, first + beside)


def _hidden(cut: Cut, first: int, last: int, text: Units) -> tuple[int, int]:
    """The part of what a quoter says to have left out that may not be left out, from and to."""
    if hides_negation(text.all[first:last], text.keys[first - 1] if first else ""):
        return first, last
    if size := hidden_by_bracket(text.all[first:last], cut.after):
        return first, first + size
    size = hidden_by_bracket(text.all[first:last][::-1], cut.before)
    return (last - size, last) if size else (last, last)


def _moved(differences: list[Difference]) -> list[Difference]:
    """Words that were left out at one place and added at another were moved."""
    gone = [one for one in differences if one.kind is Change.LEFT_OUT]
    kept: list[Difference] = []
    for one in differences:
        if one.kind is Change.ADDED:
            twin = next((other for other in gone if Units(other.text).keys == Units(one.given).keys), None)
            if twin is not None:
                gone.remove(twin)
                kept = [other for other in kept if other is not twin]
                kept.append(Difference(Change.MOVED, one.given, twin.text, one.concern))
                continue
        if one.kind is not Change.LEFT_OUT or one in gone:
            kept.append(one)
    return kept


def _starts_sentence(units: Units, position: int) -> bool:
    return position == 0 or units.keys[position - 1] in (".", "!", "?")


def weave(comparison: Comparison, text: Units, cuts: Cuts = _NO_CUTS) -> tuple[Piece, ...]:
    """The quotation and the text in one row: what both have, and where they differ what each has."""
    given = comparison.given
    first, last = _window(comparison.runs, given, text, cuts)
    pieces: list[Piece] = []
    here, there = 0, first
    for run in (*comparison.runs, Run(len(given), last, 0)):
        from_, to = _told((here, run.given, there, run.text), text, cuts)
        pieces += [
            Piece(Side.LEFT_OUT, text.verbatim(there, from_)),
            Piece(Side.GIVEN, given.verbatim(here, run.given)),
            Piece(Side.TEXT, text.verbatim(from_, to)),
            Piece(Side.LEFT_OUT, text.verbatim(to, run.text)),
            Piece(Side.BOTH, text.verbatim(run.text, run.text + run.size)),
        ]
        here, there = run.given + run.size, run.text + run.size
    return tuple(piece for piece in pieces if piece.words)


def words_in_none(given: Units, there: Collection[int]) -> tuple[Difference, ...]:
    """The words of a spliced quotation that none of its parts has: all but those at these positions."""
    found, nothing = [], Units("")
    rows: list[list[int]] = [[]]
    for position in given.words:
        if position not in there:
            rows[-1].append(position)
        elif rows[-1]:
            rows.append([])
    for row in filter(None, rows):
        start, end = row[0], row[-1] + 1
        starts_sentence = _starts_sentence(given, start)
        concern = concern_of(given.all[start:end], (), given, nothing, starts_sentence=starts_sentence)
        found.append(Difference(Change.ADDED, given.verbatim(start, end), "", concern))
    return gravest_first(found)


def longest_run(comparison: Comparison) -> Run:
    """The longest stretch of the quotation that stands in the text without a break."""
    return max(comparison.runs, key=lambda run: (words_in([run], comparison.given), run.size))


def is_telling(units: Units) -> bool:
    """Whether words say enough to be of one place: two of them at least, no single letters, carry a meaning."""
    keys = {unit.key for unit in units.all if unit.is_word and len(unit.key) > 1}
    return len(keys - COMMON) > 1
