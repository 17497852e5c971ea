"""The card of a quotation: who, in which form, when and on what occasion, and its words whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import YearSource, describe
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.details.cards import Ask, Button, Card, Part, Quote, Words
from bluebook_desktop.gui.details.composing import Composer, only, place_name
from bluebook_desktop.gui.wording import in_marks, quotation_kind_word, speakers_of, stands_for

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Quotation

translate = QCoreApplication.translate


def quotation_card(composer: Composer, quotation: Quotation) -> Card:
    """A quotation, a testimony, something reported, or a term."""
    section = composer.section
    reference = composer.reference(Kind.QUOTATION, quotation.id)
    speakers = speakers_of(quotation, section.people)
    is_term = quotation.kind is QuotationKind.TERM
    name = translate("Details", "Quotation, {0}").format(place_name(quotation.excerpt))
    quote = composer.around(quotation.excerpt) if is_term else Quote(((in_marks(quotation), False),), name)
    shown = [reference, composer.reference(Kind.EVENT, quotation.event)]
    shown += [composer.reference(Kind.PERSON, one) for one in quotation.speakers]
    on_words = composer.overlapping(quotation.excerpt, *shown)
    return Card(
        label=_label(quotation),
        title=in_marks(quotation) if is_term else ", ".join(speakers),
        parts=only(
            Part("", (Words(_facts(composer, quotation), "soft"), quote)),
            _speakers(composer, quotation, speakers),
            Part(translate("Details", "Occasion"), (composer.links(Kind.EVENT, filter(None, [quotation.event])),)),
            composer.same_words(on_words),
            composer.place(quotation.excerpt.passage),
            composer.in_passage(quotation.excerpt.passage, *shown, *on_words),
        ),
        buttons=_buttons(composer, quotation),
    )


def _label(quotation: Quotation) -> str:
    """What it is; what is reported and a term are no quotations."""
    match quotation.kind:
        case QuotationKind.REPORTED:
            return translate("Details", "Reported statement · no quotation")
        case QuotationKind.TERM:
            return translate("Details", "Term · no statement")
    return f"{translate('Details', 'Quotation')} · {quotation_kind_word(quotation.kind)}"


def _facts(composer: Composer, quotation: Quotation) -> str:
    lines = [quotation.occasion]
    if quotation.kind is QuotationKind.REPORTED:
        lines.append(translate("Details", "reported, no quotation marks in the text"))
    if quotation.kind is QuotationKind.TERM:
        lines.append(stands_for(quotation, composer.section.records.abbreviations))
    if quotation.date is not None:
        lines.append(describe(quotation.date.span, full=True))
        if quotation.date.year_source is YearSource.INFERRED:
            why = translate("Details", "The year is added, not printed there. {0}")
            lines.append(why.format(quotation.date.year_reason).strip())
    return "\n".join(filter(None, lines))


def _speakers(composer: Composer, quotation: Quotation, shown: tuple[str, ...]) -> Part:
    people = composer.links(Kind.PERSON, quotation.speakers)
    printed = ", ".join(f"“{one}”" for one in quotation.speaker_names)
    known = tuple(map(str.casefold, shown)) == tuple(map(str.casefold, quotation.speaker_names))
    note = "" if known or not printed else translate("Details", "printed as {0}").format(printed)
    return Part(translate("Details", "Speakers"), (people, Words(note, "soft")))


def _buttons(composer: Composer, quotation: Quotation) -> tuple[Button, ...]:
    reference = composer.reference(Kind.QUOTATION, quotation.id)
    buttons = [Button(Ask.COPY, reference), Button(Ask.READ, reference)]
    if quotation.event in composer.section.events:
        buttons.append(Button(Ask.TIMELINE, composer.reference(Kind.EVENT, quotation.event)))
    return (*buttons, Button(Ask.QUOTATIONS, reference))
