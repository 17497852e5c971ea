"""What the map says in words: tool tips, the line for what has no position, its description for a screen reader."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.gui.wording import facility_kind_word, fact_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.records import Facility

translate = QCoreApplication.translate
#: More would make a card of what is a glance.
_MOST_FACTS = 3


def facility_in_words(facility: Facility) -> str:
    """Name, place, and what of it was added."""
    lines = [facility.name]
    if facility.where is not None:
        lines.append(facility.where.text)
    if facility.latitude is None and facility.where is None:
        lines.append(translate("Facilities", "no position"))
    elif facility.latitude is None:
        lines.append(translate("Facilities", "place added, not in the text; no position"))
    else:
        lines.append(translate("Facilities", "position added, not in the text"))
    return "\n".join(lines)


def tip_of(facilities: Sequence[Facility]) -> str:
    """The card that hovering over facilities at one place shows: each with its kind, what the text says, and where."""
    return "<qt>" + "<hr>".join(map(_card_of, facilities)) + "</qt>"


def _card_of(facility: Facility) -> str:
    name, *rest = facility_in_words(facility).split("\n")
    times, facts = len(facility.mentions), list(dict.fromkeys(fact_lines(facility)))
    named = translate("Facilities", "named once") if times == 1 else translate("Facilities", "named {0} times")
    lines = [f"{facility_kind_word(facility.kind)} · {named.format(times)}", *facts[:_MOST_FACTS], *rest]
    return f"<b>{escape(name)}</b><br>" + "<br>".join(map(escape, lines))


def missing_words(without: Sequence[Facility], outside: Sequence[Facility]) -> str:
    """How many are not on the map, and why; nothing when all are."""
    parts = []
    if without:
        parts.append(translate("Facilities", "{0} without a position").format(len(without)))
    if outside:
        parts.append(translate("Facilities", "{0} outside the map").format(len(outside)))
    return " · ".join(parts)


def map_in_words(
    shown: int, missing: str, absent: Sequence[Facility], selected: Facility | None, *, is_whole: bool
) -> str:
    """What the map shows, which facilities it cannot, and what is selected."""
    parts = [
        translate("Facilities", "1 facility on the map")
        if shown == 1
        else translate("Facilities", "{0} facilities on the map").format(shown)
    ]
    if absent:
        parts.append(f"{missing}: {'; '.join(one.name for one in absent)}")
    if not is_whole:
        parts.append(translate("Facilities", "A part of the map is seen"))
    if selected is not None:
        parts.append(translate("Facilities", "Selected: {0}").format(facility_in_words(selected).replace("\n", ", ")))
    return ". ".join(parts)
