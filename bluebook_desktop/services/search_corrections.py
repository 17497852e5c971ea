"""What was perhaps meant where words or names of a query occur nowhere: the nearest that there are."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice, product

from bluebook_desktop.domain.folding import fold, words
from bluebook_desktop.domain.querying import Dated, Field, Query, Words, parse_query
from bluebook_desktop.services.search_names import Names
from bluebook_desktop.services.search_results import Advice, Offer
from bluebook_desktop.storage import search as index
from bluebook_desktop.storage.library import Library

#: How many places a query finds, in all kinds.
Count = Callable[[Query], int]
_MOST_OFFERS = 3
#: To find the nearest words goes through all of a like length: of more than so many missing parts only the first are.
_MOST_CORRECTED = 6
#: Where several are missing, so many ways to put their nearest words together are tried, and so many are offered.
_MOST_TRIED, _MOST_TOGETHER = 8, 2
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a query that occurs nowhere: as typed, what stands there of it, and what it may be replaced with.

    `stands` is what is replaced: of a filter all of it, though only its value is `typed`. `is_alone` says that nothing
    depends on it, as the other side of *or* does.
    """

    typed: str
    stands: str
    nearest: tuple[str, ...]
    said: tuple[str, ...]
    is_alone: bool


class Corrections:
    """Knows the words and names of one library."""

    def __init__(self, library: Library, names: Names, count: Count) -> None:
        self._library = library
        self._names = names
        self._count = count

    def of(self, query: Query, missing: tuple[str, ...]) -> tuple[Offer, ...]:
        """The query with the nearest that occurs in the place of each part that is missing, where it finds something.

        Where what is nearest never stands together, each of it by itself.
        """
        parts = self._parts(query, missing)
        known = [part for part in parts if part.nearest]
        if not known:
            return ()
        if len(parts) == 1:
            return self._instead(query, parts[0])
        return self._together(query, parts) or self._by_itself(known)

    def _parts(self, query: Query, missing: tuple[str, ...]) -> list[_Part]:
        found: list[_Part] = []
        for atom in query.atoms:
            if isinstance(atom, Dated) or atom.typed not in missing or len(found) == _MOST_CORRECTED:
                continue
            nearest = self._nearest_spellings(atom.typed)
            found.append(_Part(atom.typed, atom.typed, nearest, nearest, atom in query.clauses))
        for one in self._names.unknown(query)[: _MOST_CORRECTED - len(found)]:
            names = tuple(self._nearest_names(one.field, one.value))
            found.append(
                _Part(one.value, one.typed, tuple(f'{one.field}:"{name}"' for name in names), names, is_alone=True)
            )
        return found

    def _instead(self, query: Query, part: _Part) -> tuple[Offer, ...]:
        """The one part that is missing replaced."""
        offers = []
        for other, said in zip(part.nearest, part.said, strict=True):
            text = replaced(query.text, part.stands, other)
            if text != query.text and (number := self._count(parse_query(f"{text} "))):
                offers.append(Offer(Advice.SPELLING, text, part.typed, said, number))
        return tuple(sorted(offers, key=lambda offer: -offer.count)[:_MOST_OFFERS])

    def _together(self, query: Query, parts: list[_Part]) -> tuple[Offer, ...]:
        """All parts that are missing replaced at once; what nothing is near to is left out."""
        if any(not part.nearest and not part.is_alone for part in parts):
            return ()
        asked, offers = query.text.strip(), []
        for chosen in islice(product(*(part.nearest or ("",) for part in parts)), _MOST_TRIED):
            text = query.text
            for part, other in zip(parts, chosen, strict=True):
                text = replaced(text, part.stands, other)
            text = " ".join(text.split())
            if text != asked and (number := self._count(parse_query(f"{text} "))):
                offers.append(Offer(Advice.SPELLING, text, asked, text, number))
            if len(offers) == _MOST_TOGETHER:
                break
        return tuple(offers)

    def _by_itself(self, parts: list[_Part]) -> tuple[Offer, ...]:
        """What is nearest to each part, searched for alone."""
        offers = []
        for part in parts:
            text, said = part.nearest[0], part.said[0]
            if number := self._count(parse_query(f"{text} ")):
                offers.append(Offer(Advice.SPELLING, text, part.typed, said, number))
        return tuple(offers[:_MOST_OFFERS])

    def _nearest_spellings(self, typed: str) -> tuple[str, ...]:
        """What was typed with the nearest in the place of each word that occurs nowhere; nothing where one has none."""
        found = words(typed)
        several: list[tuple[str, ...]] = []
        for word in found:
            occurs = self._count(Query(word.folded, (Words((word.folded,)),)))
            several.append(("",) if occurs else tuple(self._nearest(word.folded)))
        if not all(several) or all(options == ("",) for options in several):
            return ()
        spellings = []
        for chosen in islice(product(*several), 2):
            text = typed
            for word, other in reversed(list(zip(found, chosen, strict=True))):
                text = f"{text[: word.start]}{other}{text[word.end :]}" if other else text
            spellings.append(text)
        return tuple(dict.fromkeys(spellings))

    def _nearest(self, word: str) -> list[str]:
        """Up to two words of the index that differ in a letter or two, the most usual of the nearest."""
        from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - only where nothing was found
        from rapidfuzz.process import extract  # noqa: PLC0415

        if len(word) < _SHORTEST:
            return []
        most = 1 if len(word) < 5 else 2
        # A great library has a million numbers: of a word with digits only what begins alike is gone through.
        numbers = any(map(str.isdigit, word))
        beginning = word[0] if numbers else ""
        known = dict(index.words_like(self._library, beginning, len(word) - most, len(word) + most, numbers=numbers))
        near = extract(
            word, list(known), scorer=DamerauLevenshtein.distance, score_cutoff=most, limit=None, processor=None
        )
        ranked = sorted(near, key=lambda one: (one[1], one[0][0] != word[0], -known[one[0]]))
        return [one[0] for one in ranked[:2] if one[1] > 0]

    def _nearest_names(self, field: Field, value: str) -> list[str]:
        from rapidfuzz.fuzz import WRatio  # noqa: PLC0415 - only where nothing was found
        from rapidfuzz.process import extract  # noqa: PLC0415

        names = self._names.all_of(field)
        return [name for name, _, _ in extract(value, names, scorer=WRatio, processor=fold, score_cutoff=75, limit=2)]


def replaced(text: str, typed: str, other: str) -> str:
    """A text with what was typed replaced, where it stands as words of its own; taken out with its quotation marks."""
    before, after = ("", "") if other else ('["“~]*', '["”]*')
    pattern = rf"(?<![\w:]){before}{re.escape(typed)}{after}(?!\w)"
    return re.sub(pattern, lambda _: other, text, count=1) if typed else text
