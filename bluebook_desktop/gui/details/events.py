"""The card of an event: when, how exactly and why, the sentence, who and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import YearSource
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.details.cards import Ask, Button, Card, Part, Words
from bluebook_desktop.gui.details.composing import Composer, added_part, only
from bluebook_desktop.gui.wording import date_in_full, event_kind_word, status_word

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Event

translate = QCoreApplication.translate


def event_card(composer: Composer, event: Event) -> Card:
    """An event as Details shows it."""
    reference = composer.reference(Kind.EVENT, event.id)
    words = [translate("Details", "Event"), event_kind_word(event.kind), status_word(event.status)]
    quotations = [one.id for one in composer.section.records.quotations if one.event == event.id]
    on_words = composer.overlapping(event.date_excerpt, reference)
    shown = [
        reference,
        *on_words,
        *(composer.reference(Kind.PERSON, one) for one in event.people),
        *(composer.reference(Kind.FACILITY, one) for one in event.facilities),
        *(composer.reference(Kind.QUOTATION, one) for one in quotations),
    ]
    return Card(
        label=" · ".join(word for word in words if word),
        title=event.title,
        parts=only(
            Part("", (Words(_date(composer, event), "soft"),)),
            _printed(event),
            _sentence(composer, event),
            Part(translate("Details", "Dated again in"), (composer.place_links(event.also),)),
            _who(composer, event),
            Part(translate("Details", "Where"), (Words(event.place),)),
            Part(translate("Details", "Facilities"), (composer.links(Kind.FACILITY, event.facilities),)),
            Part(translate("Details", "What was said"), (composer.links(Kind.QUOTATION, quotations),)),
            added_part(translate("Details", "Note · added, not in the text"), event.added),
            composer.same_words(on_words),
            composer.place(event.excerpt.passage),
            composer.in_passage(event.excerpt.passage, *shown),
        ),
        buttons=_buttons(composer, event),
    )


def _date(composer: Composer, event: Event) -> str:
    """When it was; a date that the reader gave is the reader's."""
    yours = composer.section.records.yours.get((Kind.EVENT.value, event.id))
    words = date_in_full(event.date)
    return translate("Details", "{0} · yours").format(words) if yours and "date" in yours.found else words


def _buttons(composer: Composer, event: Event) -> tuple[Button, ...]:
    reference = composer.reference(Kind.EVENT, event.id)
    buttons = [Button(Ask.READ, reference), Button(Ask.COPY, reference), Button(Ask.TIMELINE, reference)]
    placed = next((one for one in event.facilities if composer.on_map(one) is Ask.MAP), None)
    if placed is not None:
        buttons.append(Button(Ask.MAP, composer.reference(Kind.FACILITY, placed)))
    return tuple(buttons)


def _printed(event: Event) -> Part:
    blocks = [Words(f"“{event.date.printed}”")]
    if event.date.year_source is YearSource.INFERRED:
        why = translate("Details", "The year is added, not printed there. {0}").format(event.date.year_reason)
        blocks.append(Words(why.strip(), "soft"))
    return Part(translate("Details", "Printed as"), tuple(blocks))


def _sentence(composer: Composer, event: Event) -> Part:
    quote = composer.within(event.sentence or event.excerpt.exact, event.date_excerpt)
    return Part(translate("Details", "The text says"), (quote,))


def _who(composer: Composer, event: Event) -> Part:
    people = composer.links(Kind.PERSON, event.people)
    printed = " · ".join(f"“{one}”" for one in event.participants)
    return Part(translate("Details", "Who"), (people, Words(printed)))
