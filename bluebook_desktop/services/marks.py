"""Which words of the text are marked, and what each of them bears out; hit by bisection, ordered when asked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bluebook_desktop.domain.records import CrossReference
from bluebook_desktop.domain.references import Kind, Reference

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.records import Abbreviation
    from bluebook_desktop.services.sections import OpenSection


class MarkKind(StrEnum):
    """What marked words are, in the order in which those of one length and place take precedence."""

    POINTER = "pointer"
    DATE = "date"
    FACILITY = "facility"
    PERSON = "person"
    ABBREVIATION = "abbreviation"
    QUOTATION = "quotation"


_KIND_OF = {
    Kind.EVENT: MarkKind.DATE,
    Kind.FACILITY: MarkKind.FACILITY,
    Kind.PERSON: MarkKind.PERSON,
    Kind.ABBREVIATION: MarkKind.ABBREVIATION,
    Kind.QUOTATION: MarkKind.QUOTATION,
}
_PRECEDENCE = {kind: number for number, kind in enumerate(MarkKind)}
#: What marked words lead to: a record, or where a pointer printed in the text points.
Target = Reference | CrossReference


class Site(NamedTuple):
    """A passage by its number, or a heading by its position."""

    is_heading: bool
    number: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a site, in code points (a heading's count in its title), and what they lead to."""

    start: int
    end: int
    kind: MarkKind
    target: Target

    @property
    def rank(self) -> tuple[int, int, int]:
        """What decides between marks that overlap: the shortest comes first."""
        return self.end - self.start, _PRECEDENCE[self.kind], self.start


class SiteMarks:
    """The marks of one passage or heading."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        #: In the order of the text, those that hold others before these.
        self.marks = tuple(sorted(marks, key=lambda one: (one.start, -one.end, _PRECEDENCE[one.kind])))
        self._starts: list[int] = []
        self._stacks: list[tuple[Mark, ...]] = []
        self._sweep()

    def _sweep(self) -> None:
        """Cut the text where a mark begins or ends; each stretch has the marks over it, the innermost first."""
        bounds: dict[int, tuple[list[Mark], list[Mark]]] = {}
        for mark in self.marks:
            bounds.setdefault(mark.start, ([], []))[0].append(mark)
            bounds.setdefault(mark.end, ([], []))[1].append(mark)
        over: list[Mark] = []
        for place in sorted(bounds):
            begun, ended = bounds[place]
            for mark in ended:
                over.remove(mark)
            over += begun
            self._starts.append(place)
            self._stacks.append(tuple(sorted(over, key=lambda one: one.rank)))

    def under(self, offset: int) -> tuple[Mark, ...]:
        """The marks over a character, the innermost first."""
        found = bisect_right(self._starts, offset) - 1
        return self._stacks[found] if found >= 0 else ()

    def stretches(self) -> list[tuple[int, int, Mark]]:
        """Start, end and innermost mark of all that is marked, in the order of the text."""
        bounds = pairwise(self._starts)
        return [(start, end, stack[0]) for (start, end), stack in zip(bounds, self._stacks, strict=False) if stack]


_NONE = SiteMarks(())


class TextMarks:
    """The marks of a section, of the kinds that are wanted.

    A short form is marked wherever the text uses it, not only where it introduces it.
    """

    def __init__(self, section: OpenSection, wanted: Iterable[MarkKind] = tuple(MarkKind)) -> None:
        self._section = section
        self._wanted = frozenset(wanted)
        self._at: dict[Site, list[tuple[Excerpt, Target]]] = {}
        self._made: dict[Site, SiteMarks] = {}
        for several in section.references_by_passage.values():
            for excerpt, reference in several:
                self._add(excerpt, reference)
        for pointer in section.records.cross_references:
            self._add(pointer.excerpt, pointer)
        self._short_forms = ShortForms(section.records.abbreviations)

    def only(self, wanted: Iterable[MarkKind]) -> TextMarks:
        """The same marks, but of these kinds alone."""
        other = copy(self)
        other._wanted, other._made = frozenset(wanted), {}
        return other

    def _add(self, excerpt: Excerpt, target: Target) -> None:
        self._at.setdefault(site_of(excerpt), []).append((excerpt, target))

    def at(self, site: Site) -> SiteMarks:
        """The marks of a passage or heading."""
        if site not in self._made:
            found = {
                Mark(excerpt.start, excerpt.end, kind, target): None
                for excerpt, target in self._at.get(site, ())
                if (kind := mark_kind(target)) in self._wanted
            }
            if MarkKind.ABBREVIATION in self._wanted:
                found |= dict.fromkeys(self._uses(site))
            self._made[site] = SiteMarks(found) if found else _NONE
        return self._made[site]

    def _uses(self, site: Site) -> list[Mark]:
        """Where the site uses a short form, other than where it introduces it."""
        document = self._section.document
        text = document.headings[site.number].title if site.is_heading else document.passage(site.number).text
        told = {
            (target.id, place)
            for excerpt, target in self._at.get(site, ())
            if isinstance(target, Reference) and target.kind is Kind.ABBREVIATION
            for place in range(excerpt.start, excerpt.end)
        }
        return [
            Mark(start, end, MarkKind.ABBREVIATION, Reference(Kind.ABBREVIATION, self._section.id, short))
            for start, end, short in self._short_forms.find(text)
            if (short, start) not in told
        ]


class ShortForms:
    """Finds the short forms of a section in a text, as whole words and in their own case."""

    def __init__(self, abbreviations: Iterable[Abbreviation]) -> None:
        # A short form in small letters is a word like any other: where it is used it need not stand for anything.
        shorts = {one.short for one in abbreviations if one.short.lower() != one.short or not one.short.isalpha()}
        longest_first = sorted(filter(None, shorts), key=lambda one: (-len(one), one))
        either = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)") if either else None

    def find(self, text: str) -> list[tuple[int, int, str]]:
        """Start, end and short form of every use."""
        if self._pattern is None:
            return []
        return [(*match.span(), match.group()) for match in self._pattern.finditer(text)]


def site_of(excerpt: Excerpt) -> Site:
    """Where the words of an excerpt stand."""
    return Site(True, excerpt.heading) if excerpt.heading is not None else Site(False, excerpt.passage)


def mark_kind(target: Target) -> MarkKind | None:
    """How the words of a record are marked; a passage's are not."""
    return MarkKind.POINTER if isinstance(target, CrossReference) else _KIND_OF.get(target.kind)
