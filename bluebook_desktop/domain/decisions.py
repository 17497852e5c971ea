"""What the reader decides on a record that the program found: that it is right, what it should say, or that it is none.

A correction changes what is said of the words of the text, never the words themselves. `laying.py` lays decisions over
the records of a section.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bluebook_desktop.domain.dates import parse_edtf
from bluebook_desktop.domain.excerpts import Excerpt, excerpt_at
from bluebook_desktop.domain.folding import words as words_of
from bluebook_desktop.domain.records import (
    Abbreviation,
    Event,
    EventKind,
    Facility,
    FacilityKind,
    Person,
    Quotation,
    QuotationKind,
    Records,
    Status,
    Verdict,
)
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.errors import UsageError

if TYPE_CHECKING:
    from bluebook_desktop.domain.documents import Document

Record = Event | Facility | Quotation | Person | Abbreviation
#: Between the values of a field that has several.
SEPARATOR = "; "
_LONGEST = 500
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that can be corrected.

    `choices` are all the values that it may have; `several` are parted by semicolons; what is `printed` is checked
    against the text, and shown as the reader's own where the text does not print it.
    """

    name: str
    choices: tuple[str, ...] = ()
    several: bool = False
    required: bool = True
    printed: bool = False
    is_date: bool = False


#: What can be corrected, by the kind of record.
FIELDS: Mapping[Kind, tuple[Field, ...]] = {
    Kind.EVENT: (
        Field("title"),
        Field("date", is_date=True),
        Field("kind", tuple(EventKind)),
        Field("status", tuple(Status)),
    ),
    Kind.QUOTATION: (
        Field("speakers", several=True, required=False, printed=True),
        Field("kind", tuple(QuotationKind)),
        Field("occasion", required=False),
        Field("date", required=False, is_date=True),
    ),
    Kind.FACILITY: (Field("name", printed=True), Field("kind", tuple(FacilityKind))),
    Kind.PERSON: (Field("name", printed=True), Field("offices", several=True, required=False, printed=True)),
    Kind.ABBREVIATION: (Field("full", printed=True),),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `anchor` are the words that bear the record out, by which it is found again after an import.

    `title` is what the record was called when it was decided on, to be shown where it is not found again; `values`
    are the reader's, by field, for a correction alone. `key` is the decision's own, of no further meaning.
    """

    key: str
    section: str
    kind: Kind
    record: str
    title: str
    verdict: Verdict
    anchor: Excerpt
    decided_at: str
    values: Mapping[str, str] = field(default_factory=dict)


def records_of(records: Records, kind: Kind) -> tuple[Record, ...]:
    """All records of a kind; none of a kind that nothing can be decided on."""
    found: dict[Kind, tuple[Record, ...]] = {
        Kind.EVENT: records.events,
        Kind.QUOTATION: records.quotations,
        Kind.FACILITY: records.facilities,
        Kind.PERSON: records.people,
        Kind.ABBREVIATION: records.abbreviations,
    }
    return found.get(kind, ())


def places_of(record: Record) -> tuple[Excerpt, ...]:
    """The words that bear a record out, the main ones first."""
    if isinstance(record, Facility | Person):
        return record.mentions
    return (record.excerpt,)


def title_of(record: Record) -> str:
    """A record in a few words."""
    match record:
        case Event():
            return record.title
        case Facility() | Person():
            return record.name
        case Abbreviation():
            return record.short
    words = record.excerpt.exact
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 2].rsplit(' ', 1)[0]} …"


def values_of(record: Record) -> dict[str, str]:
    """What a record says, by the fields that can be corrected."""
    match record:
        case Event():
            date = record.date.span.edtf
            return {"title": record.title, "date": date, "kind": record.kind.value, "status": record.status.value}
        case Quotation():
            speakers = SEPARATOR.join(record.speaker_names)
            date = record.date.span.edtf if record.date is not None else ""
            return {"speakers": speakers, "kind": record.kind.value, "occasion": record.occasion, "date": date}
        case Facility():
            return {"name": record.name, "kind": record.kind.value}
        case Person():
            offices = SEPARATOR.join(dict.fromkeys(role.title for role in record.roles))
            return {"name": record.name, "offices": offices}
    return {"full": record.full}


def several(value: str) -> tuple[str, ...]:
    """The values of a field that has several, each once."""
    return tuple(dict.fromkeys(filter(None, (one.strip() for one in value.split(";")))))


def checked(kind: Kind, values: Mapping[str, str]) -> dict[str, str]:
    """Values as they are kept: white space levelled, in the order of the fields.

    Raises UsageError with a sentence for a field that the kind does not have and for a value that it cannot have.
    """
    fields = {one.name: one for one in FIELDS.get(kind, ())}
    for name in values:
        if name not in fields:
            known = ", ".join(fields)
            raise UsageError(f"There is no “{name[:_SHOWN]}” to correct; of this kind these can be: {known}.")
    return {name: _checked(one, values[name]) for name, one in fields.items() if name in values}


def _checked(spec: Field, value: str) -> str:
    text = " ".join(_readable(value).split())
    if spec.several:
        text = SEPARATOR.join(several(text))
    if len(text) > _LONGEST:
        raise UsageError(f"The {spec.name} is longer than {_LONGEST} characters.")
    if not text and (spec.required or spec.choices):
        raise UsageError(f"The {spec.name} cannot be empty.")
    if spec.choices and text not in spec.choices:
        raise UsageError(f"The {spec.name} is one of {', '.join(spec.choices)}, not “{text[:_SHOWN]}”.")
    if spec.is_date and text:
        _check_date(text)
    return text


def _check_date(text: str) -> None:
    try:
        parse_edtf(text)
    except ValueError as error:
        raise UsageError(
            f"“{text[:_SHOWN]}” is no date; write 2020, 2020-08 or 2020-08-15, two of them with / between"
            " (2020-04/2021-03), or 2006/.. for since 2006."
        ) from error


def _readable(value: str) -> str:
    """Without what cannot be written down or would steer a terminal."""
    whole = value.encode("utf-8", "replace").decode("utf-8")
    return re.sub("[\x00-\x1f\x7f-\x9f]", " ", whole)


class PrintedWords:
    """Tells whether a text prints some words."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._whole: str | None = None

    def has(self, words: str) -> bool:
        """Whether the words stand together within one passage or heading, whatever their case and white space."""
        if self._whole is None:
            texts = [one.full_title for one in self._document.headings] + [one.text for one in self._document.passages]
            self._whole = "\n".join(f" {_levelled(text)} " for text in texts)
        wanted = _levelled(words)
        if not wanted:
            return False
        return f" {wanted} " in self._whole or (not wanted.isascii() and wanted in self._whole)

    def find(self, words: str) -> Excerpt | None:
        """The first place in a passage that prints the words letter by letter; a line break is a blank."""
        parts = words.split()
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, parts)) + r"(?!\w)")
        for passage in self._document.passages if parts else ():
            if match := pattern.search(passage.text):
                return excerpt_at(passage.number, passage.text, *match.span())
        return None


def _levelled(text: str) -> str:
    return " ".join(word.folded for word in words_of(text))


def check_printed(record: Record, values: Mapping[str, str], words: PrintedWords) -> None:
    """Raise UsageError for an office that the text does not print: an office is given in its words."""
    if isinstance(record, Person):
        known = {role.title for role in record.roles}
        for office in several(values.get("offices", "")):
            if office not in known and words.find(office) is None:
                raise UsageError(f"The text does not print “{office}”; an office is given as the text prints it.")


def unprinted(kind: Kind, values: Mapping[str, str], words: PrintedWords) -> frozenset[str]:
    """The fields that should be in the text's words and are not."""
    return frozenset(
        one.name
        for one in FIELDS.get(kind, ())
        if one.printed
        and one.name in values
        and not all(words.has(value) for value in (several(values[one.name]) if one.several else [values[one.name]]))
    )
