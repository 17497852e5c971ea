"""Whose words they are: what the records say of a place that a quotation was found at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bluebook_desktop.domain.folding import words
from bluebook_desktop.domain.records import QuotationKind
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services.citing import citation, speakers_of
from bluebook_desktop.services.origins import origin_of

if TYPE_CHECKING:
    from bluebook_desktop.domain.records import Erratum, Quotation
    from bluebook_desktop.services.quotation_places import Place
    from bluebook_desktop.services.sections import OpenSection

#: What is no statement in somebody's own words.
_NO_STATEMENT = (QuotationKind.TERM, QuotationKind.REPORTED)
_NO_NAMES = frozenset({"mr", "mrs", "ms", "dr", "the", "of", "and", "for", "his", "her", "h", "e"})


class Words(StrEnum):
    """Whose words a place has, where they are no quotation."""

    NARRATION = "narration"
    #: The narrator's words, with a quotation in them or the other way round.
    MIXED = "narration and quotation"
    #: The title of a part of the text.
    HEADING = "heading"


class SpeakerCheck(StrEnum):
    """Whether the speaker that was named is the one the text names."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Whose words stand at a place, the place in words, how it is cited, and the slips of the source in it.

    `kind` is a form of quotation, or one of `Words`; `speakers` are empty where nobody is named.
    """

    kind: str
    speakers: tuple[str, ...]
    place: str
    citation: str
    source_line: str
    slips: tuple[Erratum, ...]
    quotation: Quotation | None = None
    #: Of a quotation or a report: whether it was found by the program, checked by hand, or is the reader's own.
    origin: str = ""


def source_of(section: OpenSection, place: Place) -> Source:
    """What the section's records say of a place in it."""
    quotation, kind = _quotation_at(section, place)
    cited = citation(section, None if kind == Words.HEADING else place.passage)
    slips = tuple(
        one
        for one in section.records.errata
        if one.excerpt.heading is None
        and place.heading is None
        and one.excerpt.passage == place.passage
        and one.excerpt.start < place.end
        and place.start < one.excerpt.end
    )
    speakers = tuple(speakers_of(section, quotation)) if quotation is not None else ()
    words = section.place_in_words(place.passage, above=kind == Words.HEADING)
    origin = origin_of(section, Reference(Kind.QUOTATION, section.id, quotation.id)) if quotation is not None else ""
    return Source(kind, speakers, words, cited.text, cited.source_line, slips, quotation, origin)


def _quotation_at(section: OpenSection, place: Place) -> tuple[Quotation | None, str]:
    """The narrowest record whose words these are, and its kind; else the narrator's words, or those of a heading."""
    if place.heading is not None:
        return None, Words.HEADING.value
    here = [
        one
        for one in section.records.quotations
        if one.excerpt.heading is None
        and one.excerpt.passage == place.passage
        and one.excerpt.start < place.end
        and place.start < one.excerpt.end
    ]
    around = [one for one in here if one.excerpt.start <= place.start and place.end <= one.excerpt.end]
    if around:
        narrowest = min(around, key=lambda one: one.excerpt.end - one.excerpt.start)
        return narrowest, narrowest.kind.value
    if any(one.kind not in _NO_STATEMENT for one in here):
        return None, Words.MIXED.value
    return None, Words.NARRATION.value


def check_speaker(section: OpenSection, source: Source, claimed: str) -> SpeakerCheck:
    """Whether `claimed` (a name, with an office or without) is among those who said it."""
    if source.kind in (Words.NARRATION, Words.HEADING):
        return SpeakerCheck.DIFFERS
    quotation = source.quotation  # none of what is in part the narrator's
    if quotation is None or quotation.kind is QuotationKind.TERM or not source.speakers:
        return SpeakerCheck.UNKNOWN
    wanted = {word.folded for word in words(claimed)} - _NO_NAMES
    if not wanted:
        return SpeakerCheck.UNKNOWN
    agrees = any(wanted <= known for known in _known_of(section, quotation))
    return SpeakerCheck.AGREES if agrees else SpeakerCheck.DIFFERS


def _known_of(section: OpenSection, quotation: Quotation) -> list[set[str]]:
    """For every speaker the words of names and offices by which the text knows them."""
    known = [{word.folded for word in words(name)} for name in quotation.speaker_names]
    for one in quotation.speakers:
        person = section.people.get(one)
        if person is not None:
            texts = [person.name, *(role.title for role in person.roles)]
            texts += [person.added_name.text] if person.added_name else []
            known.append({word.folded for text in texts for word in words(text)})
    return known
