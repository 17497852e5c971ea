"""How records are put into words for the reader: kinds, forms, precision, speakers, what a term stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import EventDate, Precision, describe
from bluebook_desktop.domain.documents import HeadingKind
from bluebook_desktop.domain.folding import fold_verbatim
from bluebook_desktop.domain.records import (
    Abbreviation,
    Event,
    EventKind,
    Facility,
    FacilityKind,
    Quotation,
    QuotationKind,
    Status,
)
from bluebook_desktop.services.pointers import page_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bluebook_desktop.domain.records import CrossReference, Person
    from bluebook_desktop.services.sections import OpenSection

translate = QCoreApplication.translate
_SHORTENED = 90


def event_kind_word(kind: EventKind) -> str:
    """The lane of an event."""
    return {
        EventKind.DIPLOMACY: translate("Wording", "Diplomacy"),
        EventKind.AGREEMENTS: translate("Wording", "Agreements"),
        EventKind.DEFENCE: translate("Wording", "Defence"),
        EventKind.REALIGNMENT: translate("Wording", "Realignment"),
        EventKind.INCIDENTS: translate("Wording", "Incidents"),
    }[kind]


def status_word(status: Status) -> str:
    """Whether an event lies ahead of the text; nothing for what happened."""
    return {
        Status.HAPPENED: "",
        Status.PLANNED: translate("Wording", "Planned"),
        Status.DEADLINE: translate("Wording", "Deadline"),
    }[status]


def facility_kind_word(kind: FacilityKind) -> str:
    """What a named place is."""
    return {
        FacilityKind.FACILITY: translate("Wording", "Facility"),
        FacilityKind.AREA: translate("Wording", "Area"),
        FacilityKind.PART: translate("Wording", "Part"),
        FacilityKind.PLANNED: translate("Wording", "Planned"),
    }[kind]


def quotation_kind_word(kind: QuotationKind) -> str:
    """The form of a quotation, in lower case as within a line."""
    return {
        QuotationKind.SPEECH: translate("Wording", "speech"),
        QuotationKind.JOINT_STATEMENT: translate("Wording", "joint statement"),
        QuotationKind.MESSAGE: translate("Wording", "message"),
        QuotationKind.TESTIMONY: translate("Wording", "testimony"),
        QuotationKind.REPORTED: translate("Wording", "reported"),
        QuotationKind.TERM: translate("Wording", "term"),
    }[kind]


def precision_words(date: EventDate) -> str:
    """How exactly the text tells a date, in words."""
    words = {
        Precision.DAY: translate("Wording", "to the day"),
        Precision.MONTH: translate("Wording", "to the month"),
        Precision.YEAR: translate("Wording", "to the year"),
        Precision.FISCAL_YEAR: translate("Wording", "to the fiscal year, April to March"),
        Precision.RANGE: translate("Wording", "a span of time"),
    }[date.span.precision]
    if date.span.end is None or date.span.start is None:
        return translate("Wording", "{0}, open-ended").format(words)
    return words


def date_in_full(date: EventDate) -> str:
    """A date in full with how exact it is: ``August 2020 · to the month``."""
    return f"{describe(date.span, full=True)} · {precision_words(date)}"


def capitalised(words: str) -> str:
    """With a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def speakers_of(quotation: Quotation, people: Mapping[str, Person]) -> tuple[str, ...]:
    """Who speaks: as printed, or by name where the text calls people known by name a group."""
    named = [people[one].name for one in quotation.speakers if one in people]
    if named and len(named) != len(quotation.speaker_names):
        return tuple(named)
    return tuple(map(capitalised, quotation.speaker_names))


def stands_for(term: Quotation, abbreviations: Iterable[Abbreviation]) -> str:
    """What an abbreviation of the section says of a term: its full form, or its short one; else nothing."""
    wanted = _bare(term.text)
    for one in abbreviations:
        short, full = _bare(one.short), _bare(one.full)
        if wanted == short:
            return translate("Wording", "stands for {0}").format(one.full)
        if wanted in (full, f"{full} ({short})"):
            return translate("Wording", "in short {0}").format(one.short)
    return ""


def _bare(text: str) -> str:
    return fold_verbatim(text).text.strip(" .,;:")


def shortened(text: str, most: int = _SHORTENED) -> str:
    """The first words of a text, with … where some are left out."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "\N{NO-BREAK SPACE}…"


def in_marks(quotation: Quotation) -> str:
    """A quotation as the text prints it: with its marks where it has them."""
    return quotation.excerpt.exact


def event_line(event: Event) -> str:
    """An event in a line: ``19 Jan 2020 · Reception``."""
    return f"{describe(event.date.span)} · {event.title}"


def short_place(facility: Facility) -> str:
    """Where a facility lies, as short as a column: the prefecture, where it is named alone after a comma."""
    if facility.where is None:
        return ""
    whole = facility.where.text
    last = whole.rpartition(",")[2].strip()
    return last if last and " " not in last else whole


def position_words(facility: Facility) -> str:
    """A position in degrees: ``26.27° N 127.76° E``."""
    if facility.latitude is None or facility.longitude is None:
        return ""
    north = "N" if facility.latitude >= 0 else "S"
    east = "E" if facility.longitude >= 0 else "W"
    return f"{abs(facility.latitude):.2f}° {north} {abs(facility.longitude):.2f}° {east}"


@dataclass(frozen=True, slots=True)
class PointerWords:
    """Where a pointer printed in the text leads: a title, lines about it, and whether it can be followed."""

    title: str
    lines: tuple[str, ...]
    leads: bool


def pointer_words(section: OpenSection, pointer: CrossReference) -> PointerWords:
    """Where a pointer of a section leads, in words; a sentence where it leads nowhere."""
    page = page_of(pointer)
    printed = translate("Wording", "Page {0} of the printed edition").format(page) if page else ""
    destination = section.destination(pointer)
    if destination is None:
        return PointerWords(pointer_missed(pointer), (), leads=False)
    place = ""
    if destination.section != section.id:
        place = translate("Wording", "In another section: {0}").format(destination.section)
    elif destination.heading is not None:
        heading = section.document.headings[destination.heading]
        words = {
            HeadingKind.FEATURE: translate("Wording", "Special feature"),
            HeadingKind.COLUMN: translate("Wording", "Column"),
        }
        place = " · ".join(filter(None, [words.get(heading.kind, ""), f"¶\N{NO-BREAK SPACE}{heading.first_passage}"]))
    return PointerWords(destination.title, tuple(filter(None, [place, printed])), leads=True)


def pointer_missed(pointer: CrossReference) -> str:
    """The sentence for a pointer whose target the library does not hold."""
    words = shortened(" ".join(pointer.excerpt.exact.split()))
    if page := page_of(pointer):
        missed = translate(
            "Wording", "“{0}” points to page {1} of the printed edition, which the library does not hold."
        )
        return missed.format(words, page)
    return translate("Wording", "“{0}” points to a place that the library does not hold.").format(words)
