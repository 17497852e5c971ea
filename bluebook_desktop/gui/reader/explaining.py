"""What a hover card says of marked words: kind, name or date in words, why, who, and what was added or found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import YearSource, describe
from bluebook_desktop.domain.records import CrossReference, QuotationKind
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.wording import (
    date_in_full,
    event_kind_word,
    facility_kind_word,
    pointer_words,
    quotation_kind_word,
    shortened,
    speakers_of,
    stands_for,
    status_word,
)
from bluebook_desktop.services.marks import Mark, MarkKind

if TYPE_CHECKING:
    from bluebook_desktop.domain.dates import EventDate
    from bluebook_desktop.domain.records import Abbreviation, Event, Facility, Person, Quotation
    from bluebook_desktop.domain.references import Reference
    from bluebook_desktop.services.sections import OpenSection

translate = QCoreApplication.translate
_TITLE = 110
_LINE = 220


@dataclass(frozen=True, slots=True)
class Explanation:
    """A card's words: a label, a title, lines below it, and softer ones at the end."""

    kind: MarkKind
    label: str
    title: str
    lines: tuple[str, ...] = ()
    small: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it as a screen reader says it."""
        ended = (one if one.endswith((".", "…", "?", "!")) else f"{one}." for one in (self.label, self.title))
        return " ".join([*ended, *self.lines, *self.small])


def explain(section: OpenSection, stack: tuple[Mark, ...]) -> Explanation | None:
    """The card of the innermost of some marks over the same words; the others are named at its end."""
    told = [one for mark in stack if (one := _explain(section, mark)) is not None]
    if not told:
        return None
    first = told[0]
    others = tuple(translate("Card", "Here too: {0}").format(_in_short(one)) for one in told[1:3])
    return Explanation(first.kind, first.label, first.title, first.lines, (*first.small, *others))


def _in_short(one: Explanation) -> str:
    return f"{one.label} · {shortened(one.title, 60)}"


def _explain(section: OpenSection, mark: Mark) -> Explanation | None:
    target = mark.target
    if isinstance(target, CrossReference):
        return _pointer(section, target)
    match target.kind:
        case Kind.EVENT if event := section.events.get(target.id):
            told = _event(event)
        case Kind.FACILITY if facility := section.facilities.get(target.id):
            told = _facility(facility)
        case Kind.PERSON if person := section.people.get(target.id):
            told = _person(person)
        case Kind.ABBREVIATION if abbreviation := section.abbreviations.get(target.id):
            told = _abbreviation(abbreviation, mark)
        case Kind.QUOTATION if quotation := section.quotations.get(target.id):
            told = _quotation(section, quotation)
        case _:
            return None
    lines = tuple(shortened(one, _LINE) for one in told.lines if one)
    small = (*filter(None, told.small), *_origin(section, target))
    return Explanation(told.kind, told.label, shortened(told.title, _TITLE), lines, small)


def _label(*words: str) -> str:
    return " · ".join(filter(None, words))


def _origin(section: OpenSection, reference: Reference) -> tuple[str, ...]:
    origin = section.records.origins.get((reference.kind.value, reference.id))
    if origin is None:
        return ()
    sure = f"{origin.confidence:.0%}".replace("%", " %")
    return (translate("Card", "Found by the program, not checked by hand; sure to {0}.").format(sure),)


def _why(date: EventDate) -> str:
    if date.year_source is not YearSource.INFERRED:
        return ""
    return translate("Card", "The year is added, not printed here. {0}").format(date.year_reason).strip()


def _event(event: Event) -> Explanation:
    label = _label(translate("Card", "Date"), event_kind_word(event.kind), status_word(event.status))
    added = tuple(translate("Card", "Added, not in the text: {0}").format(one.text) for one in event.added)
    return Explanation(MarkKind.DATE, label, event.title, (date_in_full(event.date), _why(event.date), *added))


def _facility(facility: Facility) -> Explanation:
    word = facility_kind_word(facility.kind) if facility.kind != "facility" else ""
    where = ""
    if facility.where is not None:
        where = translate("Card", "Added, not in the text: {0}").format(facility.where.text)
    facts = tuple(_label(one.label, one.hectares) for one in facility.facts[:2])
    return Explanation(MarkKind.FACILITY, _label(translate("Card", "Facility"), word), facility.name, facts, (where,))


def _person(person: Person) -> Explanation:
    added = ""
    if person.added_name is not None:
        added = translate("Card", "Added, not in the text: {0}").format(person.added_name.text)
    roles = tuple(dict.fromkeys(role.title for role in person.roles))[:3]
    return Explanation(MarkKind.PERSON, translate("Card", "Person"), person.name, roles, (added,))


def _abbreviation(abbreviation: Abbreviation, mark: Mark) -> Explanation:
    excerpt = abbreviation.excerpt
    introduced = ""
    if (mark.start, mark.end) != (excerpt.start, excerpt.end):
        introduced = translate("Card", "Introduced in {0}").format(f"¶\N{NO-BREAK SPACE}{excerpt.passage}")
    return Explanation(
        MarkKind.ABBREVIATION,
        _label(translate("Card", "Abbreviation"), abbreviation.short),
        abbreviation.full,
        (),
        (introduced,),
    )


def _quotation(section: OpenSection, quotation: Quotation) -> Explanation:
    speakers = ", ".join(speakers_of(quotation, section.people))
    is_term = quotation.kind is QuotationKind.TERM
    lines = [quotation.occasion]
    if is_term:
        lines.append(stands_for(quotation, section.records.abbreviations))
        lines.append(translate("Card", "In quotation marks, but no statement"))
    if quotation.kind is QuotationKind.REPORTED:
        lines.append(translate("Card", "Reported, no quotation marks in the text"))
    if quotation.date is not None:
        lines += [describe(quotation.date.span, full=True), _why(quotation.date)]
    title = quotation.excerpt.exact if is_term or not speakers else speakers
    label = _label(translate("Card", "Quotation"), quotation_kind_word(quotation.kind))
    return Explanation(MarkKind.QUOTATION, label, title, tuple(lines))


def _pointer(section: OpenSection, pointer: CrossReference) -> Explanation:
    words = pointer_words(section, pointer)
    return Explanation(MarkKind.POINTER, translate("Card", "Cross-reference"), words.title, words.lines)
