"""What else could be searched for: other words for the same, commas ignored, fewer words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from bluebook_desktop.domain.querying import Clause, Either, Field, Near, Phrase, Query, Words, parse_query
from bluebook_desktop.domain.querying.equivalents import Equivalents
from bluebook_desktop.domain.stems import stem
from bluebook_desktop.services.search_corrections import Count, replaced
from bluebook_desktop.services.search_overlay import Overlay
from bluebook_desktop.services.search_results import Advice, Offer
from bluebook_desktop.storage import search as index
from bluebook_desktop.storage import search_names as stored
from bluebook_desktop.storage.library import Library

_MOST_OFFERS = 3
#: Of no more parts it is tried to leave one out.
_MOST_PARTS = 8
#: A field whose value stands apart from it.
_APART = re.compile(rf"(?<!\S)(-?(?:{'|'.join(Field)})):\s+(?=\S)", re.IGNORECASE)
_MOST_FORMS = 24
_SHORTEST_STEMMED = 4


class Helper:
    """Knows the words of one library."""

    def __init__(self, library: Library, overlay: Overlay, count: Count) -> None:
        """`overlay` tells the abbreviations of sections that were decided on."""
        self._library = library
        self._overlay = overlay
        self._count = count

    @cached_property
    def _equivalents(self) -> Equivalents:
        known = stored.abbreviations(self._library, self._overlay.sections)
        return Equivalents(sorted({*known, *self._overlay.abbreviations()}))

    def equivalents(self, query: Query) -> tuple[Offer, ...]:
        """Other ways of saying it that occur."""
        found: list[Offer] = []
        for one in self._equivalents.of(query):
            if number := self._count(parse_query(f"{one.alone} ")):
                found.append(Offer(Advice.EQUIVALENT, one.together, one.of, one.said, number))
            if len(found) == _MOST_OFFERS:
                break
        return tuple(found)

    def without_commas(self, query: Query, total: int) -> tuple[Offer, ...]:
        """The phrases of a query with their commas ignored, where that finds more."""
        loosened = tuple(
            replace(clause, commas=True, characters=_without_commas(clause.characters))
            if isinstance(clause, Phrase) and len(clause.words) > 1
            else clause
            for clause in query.clauses
        )
        if loosened == query.clauses:
            return ()
        more = self._count(replace(query, clauses=loosened)) - total
        if more <= 0:
            return ()
        phrase = next(one for one in query.clauses if isinstance(one, Phrase) and not one.commas)
        text = re.sub(r'(?<!~)(?P<open>["“„«＂])(?=[^"”“»＂]+["”“»＂])(?=[^"”“»＂]*\s)', _loosen(), query.text)
        return (Offer(Advice.COMMAS, text, phrase.typed, phrase.typed, more),)

    def with_values(self, query: Query) -> tuple[Offer, ...]:
        """The query with each field and the value that stands apart from it (``speaker: abe``) put together."""
        text = _APART.sub(lambda apart: f"{apart[1]}:", query.text)
        filters = [one for one in parse_query(text).filters if one not in query.filters]
        if not filters or not (number := self._count(parse_query(f"{text} "))):
            return ()
        apart = ", ".join(one.typed.replace(":", ": ", 1) for one in filters)
        return (Offer(Advice.SPELLING, text.strip(), apart, ", ".join(one.typed for one in filters), number),)

    def fewer(self, query: Query) -> tuple[Offer, ...]:
        """The query without one of its words or filters, where that finds something."""
        offers = []
        parts = (*query.atoms, *query.filters) if 1 < len(query.clauses) + len(query.filters) <= _MOST_PARTS else ()
        for part in parts:
            typed = part.typed
            text = " ".join(replaced(query.text, typed, "").split())
            left = parse_query(f"{text} ")
            is_whole = text != query.text.strip() and left.unfinished is None and f"{typed}:" not in query.text
            if typed and is_whole and (number := self._count(left)):
                offers.append(Offer(Advice.FEWER, text, typed, "", number))
        return tuple(sorted(offers, key=lambda offer: -offer.count)[:_MOST_OFFERS])

    def with_forms(self, query: Query) -> Query:
        """The query with every word in all its forms (stemming); words in quotation marks stay as they are."""
        return replace(query, clauses=tuple(map(self._with_forms, query.clauses)))

    def _with_forms(self, clause: Clause) -> Clause:
        if isinstance(clause, Near | Either):
            return replace(clause, parts=tuple(map(self._with_forms, clause.parts)))  # type: ignore[arg-type]
        if not isinstance(clause, Words) or clause.capitals or len(clause.words) > 1:
            return clause
        return replace(clause, forms=tuple(self._forms(clause.words[0])))

    def _forms(self, word: str) -> Iterator[str]:
        wanted = stem(word)
        if len(word) < _SHORTEST_STEMMED or len(wanted) < 3:
            return
        beginning = wanted[:-1] if wanted.endswith("i") else wanted
        like = index.words_like(self._library, beginning, len(wanted) - 1, len(wanted) + 6)
        same = sorted((one for one in like if one[0] != word and stem(one[0]) == wanted), key=lambda one: -one[1])
        yield from (form for form, _ in same[:_MOST_FORMS])


def _without_commas(characters: str) -> str:
    return " ".join(re.sub(r"[,，、]", " ", characters).split())


def _loosen() -> Callable[[re.Match[str]], str]:
    """Puts a tilde before every quotation mark that opens, and none before one that closes."""
    opened = False

    def loosen(match: re.Match[str]) -> str:
        nonlocal opened
        opened = not opened
        return f"~{match['open']}" if opened else match["open"]

    return loosen
