"""The card of a facility: names, what the text says of it, over time, mentions, and where it lies (added)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.references import Kind
from bluebook_desktop.gui.details.cards import Ask, Button, Card, Links, Part, Words
from bluebook_desktop.gui.details.composing import Composer, added_part, only
from bluebook_desktop.gui.wording import facility_kind_word, fact_lines, position_words

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Facility
    from bluebook_desktop.gui.details.cards import Block

translate = QCoreApplication.translate


def facility_card(composer: Composer, facility: Facility) -> Card:
    """A facility as Details shows it."""
    events = composer.events_in_order(lambda event: facility.id in event.facilities)
    parts = [one.id for one in composer.section.records.facilities if one.part_of == facility.id]
    word = facility_kind_word(facility.kind)
    return Card(
        label=translate("Details", "Facility") if facility.kind == "facility" else f"{_facility()} · {word}",
        title=facility.name,
        parts=only(
            Part("", (Words(_also(facility), "soft"),)),
            Part(translate("Details", "The text says"), (_facts(composer, facility),)),
            Part(translate("Details", "Part of"), (composer.links(Kind.FACILITY, filter(None, [facility.part_of])),)),
            Part(translate("Details", "Parts"), (composer.links(Kind.FACILITY, parts),)),
            Part(translate("Details", "Over time"), (composer.in_order(events),)),
            composer.mentions(facility.mentions),
            Part(translate("Details", "In the words of the text"), (Words(_roles(facility)),)),
            _where(facility),
            added_part(translate("Details", "Note · added, not in the text"), facility.notes),
        ),
        buttons=_buttons(composer, facility, events),
    )


def _facility() -> str:
    return translate("Details", "Facility")


def _also(facility: Facility) -> str:
    names = ", ".join(f"“{alias}”" for alias in facility.aliases)
    return translate("Details", "also {0}").format(names) if names else ""


def _roles(facility: Facility) -> str:
    return "\n".join(f"“{role}”" for role in facility.roles)


def _facts(composer: Composer, facility: Facility) -> Links:
    points = zip(fact_lines(facility), facility.facts, strict=True)
    return Links(tuple(composer.fact(text, fact.excerpt) for text, fact in points))


def _where(facility: Facility) -> Part:
    """Place and position with their source; that there is none is said too."""
    if facility.where is None:
        unknown = translate("Details", "Neither the text nor the program says where it lies: it is not on the map.")
        return Part(translate("Details", "Where"), (Words(unknown, "soft"),))
    no_position = translate("Details", "No one position: it is not on the map.")
    lines = [facility.where.text, position_words(facility) or no_position]
    blocks: list[Block] = [Words("\n".join(lines))]
    blocks.append(Words(translate("Details", "Source: {0}").format(facility.where.source), "small"))
    return Part(translate("Details", "Where · added, not in the text"), tuple(blocks))


def _buttons(composer: Composer, facility: Facility, events: list[str]) -> tuple[Button, ...]:
    reference = composer.reference(Kind.FACILITY, facility.id)
    buttons = [Button(Ask.READ, reference), Button(Ask.COPY, reference)]
    if events:  # the timeline shows events: the first of the facility's
        buttons.append(Button(Ask.TIMELINE, composer.reference(Kind.EVENT, events[0])))
    return (*buttons, Button(composer.on_map(facility.id), reference))
