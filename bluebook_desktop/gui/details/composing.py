"""The building blocks of cards: links to records and to places, words around an excerpt, what was added."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.excerpts import excerpt_at
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.details.cards import Ask, Link, Links, Part, Places, Quote, Words
from bluebook_desktop.gui.widgets.links import Mark, Shape, rail_at
from bluebook_desktop.gui.wording import (
    event_line,
    pointer_words,
    quotation_kind_word,
    shortened,
    speakers_of,
)
from bluebook_desktop.services.marks import ShortForms, TextMarks
from bluebook_desktop.services.relations import events_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.records import Abbreviation, Added, CrossReference, Event
    from bluebook_desktop.gui.details.cards import Block
    from bluebook_desktop.services.sections import OpenSection

translate = QCoreApplication.translate
#: Characters of text shown before and after marked words.
_BEFORE = 130
_AFTER = 110
_BLANK = "\N{NO-BREAK SPACE}"


class Composer:
    """Knows one section and puts its records into links and quotes."""

    def __init__(self, section: OpenSection) -> None:
        self.section = section

    @cached_property
    def marks(self) -> TextMarks:
        """The marks of the section's text."""
        return TextMarks(self.section)

    def reference(self, kind: Kind, id_: str) -> Reference:
        """The reference of a record of this section."""
        return Reference(kind, self.section.id, id_)

    def link(self, kind: Kind, id_: str) -> Link | None:
        """A link to a record, or None when the section has none of that id."""
        make: dict[Kind, Callable[[str], Link | None]] = {
            Kind.EVENT: self._event,
            Kind.FACILITY: self._facility,
            Kind.QUOTATION: self._quotation,
            Kind.PERSON: self._person,
            Kind.ABBREVIATION: self._abbreviation,
        }
        return make[kind](id_) if kind in make else None

    def links(self, kind: Kind, ids: Iterable[str]) -> Links:
        """Links to several records of one kind."""
        return Links(tuple(link for one in ids if (link := self.link(kind, one)) is not None))

    def in_order(self, ids: Iterable[str]) -> Links:
        """Links to events one after the other, joined by a line."""
        links = self.links(Kind.EVENT, ids).items
        joined = []
        for number, one in enumerate(links):
            mark = replace(one.mark, rail=rail_at(number, len(links))) if one.mark else None
            joined.append(replace(one, mark=mark))
        return Links(tuple(joined))

    def _event(self, id_: str) -> Link | None:
        event = self.section.events.get(id_)
        if event is None:
            return None
        text = event_line(event)
        shape = Shape.DISC if event.status == "happened" else Shape.DASHED_DISC
        name = translate("Details", "Event: {0}").format(text)
        return Link(text, self.reference(Kind.EVENT, id_), name, Mark(shape, event.kind.value))

    def _facility(self, id_: str) -> Link | None:
        facility = self.section.facilities.get(id_)
        if facility is None:
            return None
        name = translate("Details", "Facility: {0}").format(facility.name)
        return Link(facility.name, self.reference(Kind.FACILITY, id_), name, Mark(Shape.SQUARE, "realignment"))

    def _quotation(self, id_: str) -> Link | None:
        quotation = self.section.quotations.get(id_)
        if quotation is None:
            return None
        text = shortened(quotation.excerpt.exact, 64)
        who = ", ".join(speakers_of(quotation, self.section.people))
        detail = quotation_kind_word(quotation.kind)
        where = place_name(quotation.excerpt)
        prefix = {
            QuotationKind.REPORTED: translate("Details", "Reported: {0}"),
            QuotationKind.TERM: translate("Details", "Term: {0}"),
        }.get(quotation.kind, translate("Details", "Quotation: {0}"))
        name = prefix.format(", ".join(filter(None, [text, who, where])))
        is_said = quotation.kind not in (QuotationKind.REPORTED, QuotationKind.TERM)
        mark = Mark(Shape.BAR, "accent" if is_said else "soft")
        return Link(text, self.reference(Kind.QUOTATION, id_), name, mark, detail)

    def _person(self, id_: str) -> Link | None:
        person = self.section.people.get(id_)
        if person is None:
            return None
        name = translate("Details", "Person: {0}").format(person.name)
        return Link(person.name, self.reference(Kind.PERSON, id_), name, Mark(Shape.OPEN_DISC, "agreements"))

    def _abbreviation(self, id_: str) -> Link | None:
        abbreviation = self.section.abbreviations.get(id_)
        if abbreviation is None:
            return None
        name = translate("Details", "Abbreviation: {0}").format(f"{abbreviation.short}, {abbreviation.full}")
        reference = self.reference(Kind.ABBREVIATION, id_)
        return Link(abbreviation.short, reference, name, Mark(Shape.DIAMOND, "soft"), abbreviation.full)

    def on_map(self, facility: str) -> Ask:
        """How a facility's tab is asked for: as the map where it has a place there."""
        found = self.section.facilities.get(facility)
        return Ask.MAP if found is not None and found.latitude is not None else Ask.FACILITIES

    def source_of(self, excerpt: Excerpt) -> str:
        """The verbatim text that an excerpt's offsets count in."""
        if excerpt.heading is not None:
            return self.section.document.headings[excerpt.heading].title
        return self.section.document.passage(excerpt.passage).text

    def around(self, excerpt: Excerpt) -> Quote:
        """The excerpt, marked, with the words around it."""
        text = self.source_of(excerpt)
        start = _word_start(text, excerpt.start - _BEFORE)
        end = _word_end(text, excerpt.end + _AFTER)
        before = (f"…{_BLANK}" if start else "") + text[start : excerpt.start]
        after = text[excerpt.end : end] + (f"{_BLANK}…" if end < len(text) else "")
        name = translate("Details", "Around “{0}”, {1}").format(shortened(excerpt.exact), place_name(excerpt))
        return Quote(((before, False), (excerpt.exact, True), (after, False)), name)

    def within(self, whole: str, marked: Excerpt) -> Quote:
        """Words of a passage, with those of an excerpt in it marked; unmarked where they are not in it."""
        text = self.source_of(marked)
        name = translate("Details", "The text says, {0}").format(place_name(marked))
        start = text.find(whole)
        while start >= 0:
            first, last = marked.start - start, marked.end - start
            if 0 <= first <= last <= len(whole):
                pieces = ((whole[:first], False), (whole[first:last], True), (whole[last:], False))
                return Quote(pieces, name)
            start = text.find(whole, start + 1)
        return Quote(((whole, False),), name)

    def place_links(self, excerpts: Sequence[Excerpt]) -> Places:
        """The places of a record in a row."""
        items = []
        for number, excerpt in enumerate(excerpts, start=1):
            name = translate("Details", "Place {0} of {1}: {2}").format(number, len(excerpts), place_name(excerpt))
            items.append(Link(place_mark(excerpt), excerpt, name))
        return Places(tuple(items))

    def mentions(self, excerpts: Sequence[Excerpt]) -> Part:
        """The places of a record in a row, with the words around each."""
        caption = translate("Details", "Mentions ({0})").format(len(excerpts))
        quotes = tuple(map(self.around, excerpts))
        return Part(caption, (Places(self.place_links(excerpts).items, quotes),))

    def fact(self, text: str, excerpt: Excerpt) -> Link:
        """Something the text says, leading to where it says it."""
        name = translate("Details", "{0}, {1}").format(text, place_name(excerpt))
        return Link(text, excerpt, name, detail=place_mark(excerpt))

    def place(self, passage: int) -> Part:
        """Where a record stands in the edition."""
        return Part(translate("Details", "Place"), (Words(self.place_words(passage)),))

    def place_words(self, passage: int) -> str:
        """The same in words, without a line break within ``2 (1)``."""
        return self.section.place_in_words(passage).replace(" (", f"{_BLANK}(")

    def in_passage(self, passage: int, *but: Reference) -> Part | None:
        """The other records that a passage bears out, `but` those that are shown already; terms only there."""
        found: dict[Reference, None] = {}
        for _, reference in self.section.references_by_passage.get(passage, []):
            if reference not in but and not self.is_term(reference):
                found.setdefault(reference)
        items = tuple(link for one in found if (link := self.link(one.kind, one.id)) is not None)
        if not items:
            return None
        return Part(translate("Details", "In this passage"), (Links(items),))

    def overlapping(self, excerpt: Excerpt, *but: Reference) -> tuple[Reference, ...]:
        """The records that rest on some of the same words, `but` those that are shown already."""
        found: dict[Reference, None] = {}
        for other, reference in self.section.references_by_passage.get(excerpt.passage, []):
            same = other.heading == excerpt.heading and other.start < excerpt.end and excerpt.start < other.end
            if same and reference not in but:
                found.setdefault(reference)
        return tuple(found)

    def same_words(self, references: Iterable[Reference]) -> Part:
        """Records that rest on words of the one that is shown."""
        items = (self.link(one.kind, one.id) for one in references)
        links = Links(tuple(link for link in items if link is not None))
        return Part(translate("Details", "On the same words"), (links,))

    def uses(self, abbreviation: Abbreviation) -> Part:
        """Where the text uses a short form, other than where it introduces it."""
        told, found = abbreviation.excerpt, []
        forms = ShortForms([abbreviation])
        for passage in self.section.document.passages:
            for start, end, _ in forms.find(passage.text):
                if told.heading is None and told.passage == passage.number and told.start <= start < told.end:
                    continue
                found.append(excerpt_at(passage.number, passage.text, start, end))
        quotes = tuple(map(self.around, found))
        caption = translate("Details", "Used in ({0})").format(len(found))
        return Part(caption, (Places(self.place_links(found).items, quotes),))

    def pointer(self, pointer: CrossReference) -> Link:
        """A pointer of the text, leading where it points; what it cannot reach it says when it is followed."""
        words = pointer_words(self.section, pointer)
        text = " ".join(pointer.excerpt.exact.split())
        detail = shortened(words.title, 56) if words.leads else translate("Details", "not in the library")
        name = translate("Details", "Cross-reference: {0}, {1}").format(text, detail)
        return Link(text, pointer, name, Mark(Shape.ARROW, "accent"), detail)

    def is_term(self, reference: Reference) -> bool:
        """Whether a record is a term in quotation marks, which states nothing."""
        if reference.kind is not Kind.QUOTATION:
            return False
        quotation = self.section.quotations.get(reference.id)
        return quotation is not None and quotation.kind == "term"

    def events_in_order(self, wanted: Callable[[Event], bool]) -> list[str]:
        """Ids of events in order of time; those without a first day come first."""
        return events_in_order(self.section, wanted)


def added_part(caption: str, added: Iterable[Added]) -> Part:
    """What the program added, each with its source."""
    blocks: list[Block] = []
    for one in added:
        blocks += [Words(one.text), Words(translate("Details", "Source: {0}").format(one.source), "small")]
    return Part(caption, tuple(blocks))


def place_mark(excerpt: Excerpt) -> str:
    """The number of an excerpt's passage as it is cited; a heading stands above its passage."""
    if excerpt.heading is not None:
        return translate("Details", "heading above {0}").format(f"¶{_BLANK}{excerpt.passage}")
    return f"¶{_BLANK}{excerpt.passage}"


def place_name(excerpt: Excerpt) -> str:
    """The same in words to be spoken."""
    if excerpt.heading is not None:
        return translate("Details", "heading above paragraph {0}").format(excerpt.passage)
    return translate("Details", "paragraph {0}").format(excerpt.passage)


def only(*parts: Part | None) -> tuple[Part, ...]:
    """The parts that have something to show."""
    return tuple(part for part in parts if part is not None and any(map(_has_content, part.blocks)))


def _has_content(block: Block) -> bool:
    match block:
        case Words():
            return bool(block.text)
        case Quote():
            return bool(block.pieces)
        case Links() | Places():
            return bool(block.items)


def _word_start(text: str, at: int) -> int:
    """The start of a word near an offset, 0 when that is near the start of the text."""
    if at <= 12:
        return 0
    return text.find(" ", at) + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text) - 12:
        return len(text)
    return text.rfind(" ", 0, at)
