"""One section as it is read: its text at once, its records (and what was decided on them) when first asked for."""

from __future__ import annotations

import re
from contextlib import closing
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from bluebook_desktop.domain.references import Kind, Reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bluebook_desktop.domain.decisions import Decision
    from bluebook_desktop.domain.documents import Document, Edition, Section
    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.laying import Laid
    from bluebook_desktop.domain.records import (
        Abbreviation,
        CrossReference,
        Event,
        Facility,
        Person,
        Quotation,
        Records,
    )
    from bluebook_desktop.services.pointers import Destination
    from bluebook_desktop.storage.library import Library

#: A longer heading is cut in a path.
_SHOWN = 44
#: What is made from the records, and made anew after a decision.
_BY_DECISIONS = (
    "laid",
    "records",
    "events",
    "facilities",
    "quotations",
    "people",
    "abbreviations",
    "references_by_passage",
)


class OpenSection:
    """A section with its document and records."""

    def __init__(self, library: Library, edition: Edition, section: Section) -> None:
        self._library = library
        self.edition = edition
        self.section = section
        self._destinations: dict[CrossReference, Destination | None] = {}
        self.document: Document = library.document(section.id)
        self._decisions: Callable[[], Sequence[Decision]] = tuple

    @property
    def id(self) -> str:
        """The section's address, such as ``2021-en/4.2.2``."""
        return self.section.id

    def move_to(self, library: Library) -> None:
        """Read from another library from now on, which holds the same section with the same records."""
        self._library = library

    @cached_property
    def found(self) -> Records:
        """All that the section bears out, as the library holds it."""
        from bluebook_desktop.storage.records import read_records  # noqa: PLC0415 - the first paint needs none

        return read_records(self._library, self.section.id)

    @property
    def has_records(self) -> bool:
        """Whether the records were read already."""
        return "records" in self.__dict__

    def read_elsewhere(self) -> OpenSection:
        """A copy with its records, read over a connection of its own: for another thread. See `take_records`."""
        from bluebook_desktop.storage.library import Library  # noqa: PLC0415 - the first paint needs none of them
        from bluebook_desktop.storage.records import read_records  # noqa: PLC0415

        twin = copy(self)
        decisions = tuple(self._decisions())
        twin.decide_by(lambda: decisions)
        with closing(Library(self._library.address)) as library:
            twin.__dict__["found"] = read_records(library, self.section.id)
        _ = twin.references_by_passage
        return twin

    def snapshot(self) -> OpenSection:
        """A copy with the records as they are now, for another thread; no decision that follows changes it."""
        _ = self.records
        twin = copy(self)
        decisions = tuple(self._decisions())
        twin._decisions = lambda: decisions
        return twin

    def take_records(self, twin: OpenSection) -> None:
        """Use what a copy read elsewhere, unless it was read here meanwhile; what was decided since then counts."""
        if self.has_records:
            return
        self.__dict__["found"] = twin.found
        if tuple(twin._decisions()) == tuple(self._decisions()):
            self.__dict__.update({name: twin.__dict__[name] for name in _BY_DECISIONS if name in twin.__dict__})

    @cached_property
    def laid(self) -> Laid:
        """The same as the reader wants it: with what was decided on it."""
        from bluebook_desktop.domain.laying import lay_over  # noqa: PLC0415 - as above

        return lay_over(self.found, self.document, self._decisions())

    @cached_property
    def records(self) -> Records:
        """All that the section bears out, without what the reader rejected, and as the reader corrected it."""
        return self.laid.records

    def decide_by(self, decisions: Callable[[], Sequence[Decision]]) -> None:
        """Show the records as these decisions want them; they are asked for when a record is."""
        self._decisions = decisions
        for name in _BY_DECISIONS:
            self.__dict__.pop(name, None)

    @cached_property
    def events(self) -> dict[str, Event]:
        """Events by id."""
        return {one.id: one for one in self.records.events}

    @cached_property
    def facilities(self) -> dict[str, Facility]:
        """Facilities by id."""
        return {one.id: one for one in self.records.facilities}

    @cached_property
    def quotations(self) -> dict[str, Quotation]:
        """Quotations by id."""
        return {one.id: one for one in self.records.quotations}

    @cached_property
    def people(self) -> dict[str, Person]:
        """People by id."""
        return {one.id: one for one in self.records.people}

    @cached_property
    def abbreviations(self) -> dict[str, Abbreviation]:
        """Abbreviations by their short form."""
        return {one.id: one for one in self.records.abbreviations}

    def count_found(self, kind: Kind, ids: Iterable[str]) -> int:
        """How many of some records the program found by itself, and nobody decided on since."""
        origins, yours = self.records.origins, self.records.yours
        return sum((kind.value, one) in origins and (kind.value, one) not in yours for one in ids)

    def excerpts_of(self, reference: Reference) -> tuple[Excerpt, ...]:
        """The places in the text that bear a record out, the main one first; none for a passage or a stranger."""
        match reference.kind:
            case Kind.EVENT if event := self.events.get(reference.id):
                return (event.date_excerpt, *event.also)
            case Kind.FACILITY if facility := self.facilities.get(reference.id):
                return facility.mentions
            case Kind.QUOTATION if quotation := self.quotations.get(reference.id):
                return (quotation.excerpt,)
            case Kind.PERSON if person := self.people.get(reference.id):
                return person.mentions
            case Kind.ABBREVIATION if abbreviation := self.abbreviations.get(reference.id):
                return (abbreviation.excerpt,)
        return ()

    def main_excerpt(self, reference: Reference) -> Excerpt | None:
        """The words that are marked when a record is read in place."""
        if reference.kind is Kind.EVENT and (event := self.events.get(reference.id)):
            return event.excerpt
        found = self.excerpts_of(reference)
        return found[0] if found else None

    @cached_property
    def references_by_passage(self) -> dict[int, list[tuple[Excerpt, Reference]]]:
        """For every passage the records that it bears out, in the order of their words."""
        found: dict[int, list[tuple[Excerpt, Reference]]] = {}
        for kind, ids in (
            (Kind.QUOTATION, self.quotations),
            (Kind.EVENT, self.events),
            (Kind.FACILITY, self.facilities),
            (Kind.PERSON, self.people),
            (Kind.ABBREVIATION, self.abbreviations),
        ):
            for one in ids:
                reference = Reference(kind, self.id, one)
                for excerpt in self.excerpts_of(reference):
                    found.setdefault(excerpt.passage, []).append((excerpt, reference))
        for several in found.values():
            several.sort(key=lambda pair: (pair[0].start, pair[0].end))
        return found

    def destination(self, pointer: CrossReference) -> Destination | None:
        """Where a pointer printed in the text leads, or None where the library does not hold that place."""
        if pointer not in self._destinations:
            from bluebook_desktop.services.pointers import destination  # noqa: PLC0415 - the first paint needs none

            self._destinations[pointer] = destination(self._library, self, pointer)
        return self._destinations[pointer]

    def place_in_words(self, passage: int, *, above: bool = False) -> str:
        """Where a passage stands, as a reader would say it: ``Diplomatic Bluebook 2021, ch. 4, 2 (1), ¶ 8``.

        Or, `above` it, a heading of it.
        """
        parts = [self.edition.title]
        labels = []
        for heading in self.document.headings_above(self.document.passage(passage)):
            if heading.kind == "chapter":
                parts.append(re.sub("^chapter", "ch.", heading.label, flags=re.IGNORECASE) or heading.full_title)
            elif heading.kind in ("section", "part", "subpart", "item"):
                labels += [heading.label] if heading.label else []  # many sections of other years have none
            elif heading.kind == "feature":
                labels.append("Special Feature")
            elif heading.kind == "column":
                labels.append("Column")
        if len(parts) == 1 and not labels:  # nothing is numbered: only its title tells the section from others
            labels = [_shortened(self.section.title)]
        place = " ".join(labels[:2]) + "".join(f", {label}" for label in labels[2:])
        mark = f"heading above ¶ {passage}" if above else f"¶ {passage}"
        return ", ".join([*parts, place, mark] if place else [*parts, mark])

    def path_in_words(self, passage: int) -> str:
        """The headings above a passage in a line: ``2021 › Chapter 4 › 2 Japan-U.S. Security Arrangements › ¶ 8``."""
        parts = [str(self.edition.year or self.edition.title)]
        for heading in self.document.headings_above(self.document.passage(passage)):
            if heading.kind == "chapter" and heading.label:
                parts.append(heading.label)
            elif heading.kind != "edition":
                parts.append(_shortened(heading.full_title))
        return " › ".join([*parts, f"¶ {passage}"])


def _shortened(title: str) -> str:
    """A title that is not too long for a line of several, cut behind a word where there are words."""
    if len(title) <= _SHOWN:
        return title
    cut = title[: _SHOWN - 1]
    whole = cut.rpartition(" ")[0] if title[_SHOWN - 1] != " " else cut
    return f"{(whole if len(whole) > _SHOWN // 2 else cut).rstrip()}…"
