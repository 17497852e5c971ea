"""The card of a passage: where it stands, all that it bears out by kind, and the slips of the source in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.documents import PassageKind
from bluebook_desktop.domain.references import Kind, Reference, passage_reference
from bluebook_desktop.gui.details.cards import Ask, Button, Card, Links, Part, Quote, Words
from bluebook_desktop.gui.details.composing import Composer, only
from bluebook_desktop.gui.wording import shortened
from bluebook_desktop.services.marks import Site

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bluebook_desktop.domain.documents import Passage
    from bluebook_desktop.gui.details.cards import Block

translate = QCoreApplication.translate
_OPENING = 160


def passage_card(composer: Composer, passage: Passage) -> Card:
    """A passage as Details shows it."""
    kinds = {
        PassageKind.PARAGRAPH: translate("Details", "Paragraph"),
        PassageKind.CAPTION: translate("Details", "Caption"),
    }
    opening = Quote(((shortened(passage.text, _OPENING), False),), translate("Details", "How the passage begins"))
    found = _borne_out(composer, passage)
    return Card(
        label=f"{translate('Details', 'Passage')} · {kinds[passage.kind]}",
        title=f"¶ {passage.number}",
        parts=only(
            Part("", (Words(composer.place_words(passage.number), "soft"), opening)),
            Part(translate("Details", "Credit"), (Words(passage.credit),)),
            *_groups(composer, found),
            _pointers(composer, passage),
            _slips(composer, passage),
        ),
        buttons=_buttons(composer, passage, found),
    )


def _borne_out(composer: Composer, passage: Passage) -> dict[Reference, str]:
    """Every record that rests on words of the passage, in their order, then those of the headings right above it.

    What is told of each: where it stands, unless that is the passage itself.
    """
    marks = composer.marks.at(Site(is_heading=False, number=passage.number)).marks
    found = {one.target: "" for one in marks if isinstance(one.target, Reference)}
    for _, reference in composer.section.references_by_passage.get(passage.number, []):
        found.setdefault(reference, translate("Details", "in the heading above"))
    return found


def _groups(composer: Composer, found: dict[Reference, str]) -> tuple[Part, ...]:
    """The records by kind with their counts; terms apart from what was said."""
    terms = [one for one in found if composer.is_term(one)]
    said = [one for one in found if one.kind is Kind.QUOTATION and one not in terms]
    groups: tuple[tuple[str, Iterable[Reference]], ...] = (
        (translate("Details", "Events ({0})"), [one for one in found if one.kind is Kind.EVENT]),
        (translate("Details", "Facilities ({0})"), [one for one in found if one.kind is Kind.FACILITY]),
        (translate("Details", "People ({0})"), [one for one in found if one.kind is Kind.PERSON]),
        (translate("Details", "Quotations ({0})"), said),
        (translate("Details", "Terms in quotation marks ({0})"), terms),
        (translate("Details", "Abbreviations ({0})"), [one for one in found if one.kind is Kind.ABBREVIATION]),
    )
    parts = []
    for caption, references in groups:
        links = []
        for one in references:
            if (link := composer.link(one.kind, one.id)) is not None:
                detail = " · ".join(filter(None, [link.detail, found[one]]))
                links.append(replace(link, detail=detail))
        parts.append(Part(caption.format(len(links)), (Links(tuple(links)),)))
    return tuple(parts)


def _pointers(composer: Composer, passage: Passage) -> Part:
    pointers = composer.section.records.cross_references
    links = [
        composer.pointer(one)
        for one in pointers
        if one.excerpt.passage == passage.number and one.excerpt.heading is None
    ]
    return Part(translate("Details", "Cross-references ({0})").format(len(links)), (Links(tuple(links)),))


def _slips(composer: Composer, passage: Passage) -> Part:
    """What the source prints wrongly here, its right reading and why: the readings are the program's own."""
    blocks: list[Block] = []
    count = 0
    for slip in composer.section.records.errata:
        if slip.excerpt.passage == passage.number and slip.excerpt.heading is None:
            count += 1
            printed = translate("Details", "“{0}” [sic]").format(slip.excerpt.exact)
            right = translate("Details", "right: “{0}”").format(slip.correct)
            blocks += [Words(f"{printed}\n{right}"), Words(slip.reason, "small")]
    return Part(translate("Details", "Slips of the source ({0}) · readings added").format(count), tuple(blocks))


def _buttons(composer: Composer, passage: Passage, found: Iterable[Reference]) -> tuple[Button, ...]:
    """Copying and reading, and a way to timeline and map where the passage has something to show there."""
    reference = passage_reference(composer.section.id, passage.number)
    buttons = [Button(Ask.COPY, reference), Button(Ask.READ, reference)]
    event = next((one for one in found if one.kind is Kind.EVENT), None)
    if event is not None:
        buttons.append(Button(Ask.TIMELINE, event))
    facilities = [one for one in found if one.kind is Kind.FACILITY]
    placed = [one for one in facilities if composer.on_map(one.id) is Ask.MAP]
    for facility in [*placed, *facilities][:1]:
        buttons.append(Button(composer.on_map(facility.id), facility))
    return tuple(buttons)
