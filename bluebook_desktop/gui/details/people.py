"""The cards of a person and of an abbreviation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.details.cards import Ask, Button, Card, Links, Part, Words
from bluebook_desktop.gui.details.composing import Composer, added_part, only

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Abbreviation, Person

translate = QCoreApplication.translate


def person_card(composer: Composer, person: Person) -> Card:
    """A person: offices as printed, what they said and did, where they are named."""
    reference = composer.reference(Kind.PERSON, person.id)
    records = composer.section.records
    quotations = [one.id for one in records.quotations if person.id in one.speakers]
    events = composer.events_in_order(lambda event: person.id in event.people)
    roles = Links(tuple(composer.fact(role.title, role.excerpt) for role in person.roles))
    buttons = [Button(Ask.READ, reference), Button(Ask.COPY, reference)]
    if events:  # the timeline shows events: the first of the person's
        buttons.append(Button(Ask.TIMELINE, composer.reference(Kind.EVENT, events[0])))
    if quotations:
        buttons.append(Button(Ask.QUOTATIONS, composer.reference(Kind.QUOTATION, quotations[0])))
    added = [person.added_name] if person.added_name else []
    return Card(
        label=translate("Details", "Person"),
        title=person.name,
        parts=only(
            added_part(translate("Details", "Full name · added, not in the text"), added),
            Part(translate("Details", "Offices as printed"), (roles,)),
            Part(translate("Details", "Quotations"), (composer.links(Kind.QUOTATION, quotations),)),
            Part(translate("Details", "Events"), (composer.links(Kind.EVENT, events),)),
            composer.mentions(person.mentions),
            Part(translate("Details", "Note · added, not in the text"), (Words(person.note),)),
        ),
        buttons=tuple(buttons),
    )


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
