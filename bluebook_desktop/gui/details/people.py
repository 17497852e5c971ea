"""The cards of a person and of an abbreviation, and a person's page, which says the same with more room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import describe
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.decisions.words import origin_words
from bluebook_desktop.gui.details.cards import Ask, Button, Card, Links, Part, Words
from bluebook_desktop.gui.details.composing import Composer, added_part, only
from bluebook_desktop.gui.wording import form_words, shortened

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluebook_desktop.domain.records import Abbreviation, Person, Quotation

translate = QCoreApplication.translate
#: Characters of a quotation on a page, where there is room for them.
_ON_PAGE = 240


def person_card(composer: Composer, person: Person) -> Card:
    """A person as Details shows it."""
    reference = composer.reference(Kind.PERSON, person.id)
    events = composer.events_in_order(lambda event: person.id in event.people)
    buttons = [Button(Ask.READ, reference), Button(Ask.COPY, reference)]
    if events:  # the timeline shows events: the first of the person's
        buttons.append(Button(Ask.TIMELINE, composer.reference(Kind.EVENT, events[0])))
    quotations = [one.id for one in composer.section.records.quotations if person.id in one.speakers]
    if quotations:
        buttons.append(Button(Ask.QUOTATIONS, composer.reference(Kind.QUOTATION, quotations[0])))
    buttons.append(Button(Ask.PEOPLE, reference))
    return Card(translate("Details", "Person"), person.name, _parts(composer, person, roomy=False), tuple(buttons))


def person_page(composer: Composer, person: Person) -> Card:
    """The same as a page: quotations nearly whole, and beside each record the way to its words."""
    origin = Part("", (Words(origin_words(composer.section.records, Kind.PERSON, person.id), "soft"),))
    return Card(translate("Details", "Person"), person.name, (*only(origin), *_parts(composer, person, roomy=True)))


def _parts(composer: Composer, person: Person, *, roomy: bool) -> tuple[Part, ...]:
    """Offices as printed, what the person said and did, where they are named, and what was added."""
    quotations = [one for one in composer.section.records.quotations if person.id in one.speakers]
    said = [one for one in quotations if one.kind is not QuotationKind.REPORTED]
    reported = [one for one in quotations if one.kind is QuotationKind.REPORTED]
    events = composer.events_in_order(lambda event: person.id in event.people)
    added = [person.added_name] if person.added_name else []
    roles = Links(tuple(composer.fact(role.title, role.excerpt) for role in person.roles))
    return only(
        added_part(translate("Details", "Full name · added, not in the text"), added),
        Part(translate("Details", "Offices as printed"), (roles,)),
        Part(_counted(translate("Details", "Quotations ({0})"), said), (_said(composer, said, roomy=roomy),)),
        Part(
            _counted(translate("Details", "Reported, no quotation marks in the text ({0})"), reported),
            (_said(composer, reported, roomy=roomy),),
        ),
        Part(_counted(translate("Details", "Events ({0})"), events), (_happened(composer, events, roomy=roomy),)),
        composer.mentions(person.mentions),
        Part(translate("Details", "Note · added, not in the text"), (Words(person.note),)),
    )


def _counted(caption: str, records: Iterable[object]) -> str:
    return caption.format(len(list(records)))


def _said(composer: Composer, quotations: Iterable[Quotation], *, roomy: bool) -> Links:
    links = []
    for one in quotations:
        link = composer.link(Kind.QUOTATION, one.id)
        if link is not None and roomy:
            when = describe(one.date.span) if one.date else ""
            detail = " · ".join(filter(None, [form_words(one), when, one.occasion]))
            link = replace(link, text=shortened(one.excerpt.exact, _ON_PAGE), detail=detail, place=one.excerpt)
        if link is not None:
            links.append(link)
    return Links(tuple(links))


def _happened(composer: Composer, events: list[str], *, roomy: bool) -> Links:
    links = composer.in_order(events)
    if not roomy:
        return links
    excerpts = (composer.section.events[one].excerpt for one in events)
    return Links(tuple(replace(link, place=excerpt) for link, excerpt in zip(links.items, excerpts, strict=True)))


def abbreviation_card(composer: Composer, abbreviation: Abbreviation) -> Card:
    """A short form, its full form and where the text introduces it."""
    reference = composer.reference(Kind.ABBREVIATION, abbreviation.id)
    excerpt = abbreviation.excerpt
    on_words = composer.overlapping(excerpt, reference)
    return Card(
        label=translate("Details", "Abbreviation"),
        title=abbreviation.short,
        parts=only(
            Part("", (Words(abbreviation.full),)),
            Part(translate("Details", "Introduced in the text"), (composer.around(excerpt),)),
            composer.uses(abbreviation),
            composer.same_words(on_words),
            composer.place(excerpt.passage),
            composer.in_passage(excerpt.passage, reference, *on_words),
        ),
        buttons=(Button(Ask.READ, reference), Button(Ask.COPY, reference)),
    )
