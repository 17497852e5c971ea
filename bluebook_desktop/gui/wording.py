"""How records are put into words for the reader: kinds, forms, precision, speakers, what a term stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.domain.dates import EventDate, Precision, describe
from bluebook_desktop.domain.documents import HeadingKind
from bluebook_desktop.domain.folding import fold_verbatim
from bluebook_desktop.domain.prefectures import prefecture_in
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

    from bluebook_desktop.domain.records import CrossReference, Person, Records
    from bluebook_desktop.domain.references import Kind
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


def origin_mark(records: Records, kind: Kind, id_: str) -> str:
    """A word beside a record that was not checked by hand: found by the program, or the reader's own."""
    key = (kind.value, id_)
    if key in records.yours:
        return translate("Wording", "yours")
    return translate("Wording", "found") if key in records.origins else ""


def capitalised(words: str) -> str:
    """With a capital first letter, the others as they are."""
    return words[:1].upper() + words[1:]


def named_speakers(quotation: Quotation, people: Mapping[str, Person]) -> tuple[tuple[str, str], ...]:
    """Who speaks, each with a person's id, or with none where the text names nobody.

    The names are as printed, or the people's own where the text calls people known by name a group.
    """
    ids = [one for one in quotation.speakers if one in people]
    printed = tuple(map(capitalised, quotation.speaker_names))
    if not ids:
        return tuple((name, "") for name in printed)
    pairs = list(zip(printed, ids, strict=False))
    if len(ids) == len(printed) and all(_is_name_of(people[id_], name) for name, id_ in pairs):
        return tuple(pairs)
    return tuple((people[one].name, one) for one in ids)


def _is_name_of(person: Person, printed: str) -> bool:
    """Whether words as printed hold a word of a person's name."""
    return bool(set(person.name.casefold().split()) & set(printed.casefold().replace(",", " ").split()))


def speakers_of(quotation: Quotation, people: Mapping[str, Person]) -> tuple[str, ...]:
    """Who speaks: as printed, or by name where the text calls people known by name a group."""
    return tuple(name for name, _ in named_speakers(quotation, people))


def form_words(quotation: Quotation) -> str:
    """The form of a quotation within a line; what is reported says so beside its verb."""
    word = quotation_kind_word(quotation.kind)
    if quotation.kind is QuotationKind.REPORTED and quotation.verb:
        return translate("Wording", "{0}: {1}").format(word, quotation.verb)
    return word


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


@lru_cache(maxsize=2000)  # every term of a section is held against every abbreviation
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


def fact_lines(facility: Facility) -> list[str]:
    """What the text says of a facility, point by point, with hectares as printed unless the point has them already."""
    lines = []
    for fact in facility.facts:
        has_them = fact.hectares.casefold() in fact.label.casefold()
        lines.append(fact.label if has_them else f"{fact.label}, {fact.hectares}")
    return lines


def with_origin(status: str, found: int, total: int) -> str:
    """A line of the status bar, and how many of the records that it tells of the program found by itself."""
    if not found:
        return status
    if found == total:
        return translate("Wording", "{0} · found by the program, not checked by hand").format(status)
    return translate("Wording", "{0} · {1} of them found by the program").format(status, found)


def short_place(facility: Facility) -> str:
    """Where a facility lies, as short as a column: the prefecture, or the whole where none is named."""
    if facility.where is None:
        return ""
    return prefecture_in(facility.where.text) or facility.where.text


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
