"""The records that a section bears out, each with its excerpt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bluebook_desktop.domain.dates import EventDate
from bluebook_desktop.domain.excerpts import Excerpt


class EventKind(StrEnum):
    """The timeline's lanes."""

    DIPLOMACY = "diplomacy"
    AGREEMENTS = "agreements"
    DEFENCE = "defence"
    REALIGNMENT = "realignment"
    INCIDENTS = "incidents"


class Status(StrEnum):
    """Whether an event lies behind the text or ahead of it."""

    HAPPENED = "happened"
    PLANNED = "planned"
    DEADLINE = "deadline"


class QuotationKind(StrEnum):
    """The form of a quotation; REPORTED has no marks, TERM has marks but states nothing."""

    SPEECH = "speech"
    JOINT_STATEMENT = "joint_statement"
    MESSAGE = "message"
    TESTIMONY = "testimony"
    REPORTED = "reported"
    TERM = "term"


class FacilityKind(StrEnum):
    """What a named place of the U.S. Forces is."""

    FACILITY = "facility"
    AREA = "area"
    PART = "part"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Added:
    """Something the text does not say, shown as added, with its source."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated. `also` holds further places in the text that tell the same date of the same event."""

    id: str
    title: str
    kind: EventKind
    status: Status
    date: EventDate
    sentence: str
    excerpt: Excerpt
    date_excerpt: Excerpt
    also: tuple[Excerpt, ...] = ()
    people: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()  # as printed, where no person is named: "the four ministers"
    facilities: tuple[str, ...] = ()
    place: str = ""
    added: tuple[Added, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing the text says of a facility, in a few words, with the passage that says it."""

    label: str
    excerpt: Excerpt
    hectares: str = ""  # as printed: "approximately 4,000 hectares"


@dataclass(frozen=True, slots=True)
class Facility:
    """A named U.S. Forces facility or area, its named part, or its planned replacement."""

    id: str
    name: str
    kind: FacilityKind
    mentions: tuple[Excerpt, ...]
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    part_of: str = ""
    unc_may_use: bool = False
    returned: bool = False
    #: Outside knowledge: municipality and prefecture, position in degrees.
    where: Added | None = None
    latitude: float | None = None
    longitude: float | None = None
    notes: tuple[Added, ...] = ()


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted or reported statement, or a term in quotation marks. `text` is without its marks.

    `speakers` are ids of people; `speaker_names` are the words to show, persons or groups as printed.
    """

    id: str
    kind: QuotationKind
    text: str
    excerpt: Excerpt
    speakers: tuple[str, ...] = ()
    speaker_names: tuple[str, ...] = ()
    occasion: str = ""
    verb: str = ""
    date: EventDate | None = None
    event: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """An office as printed, with the words that give it."""

    title: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Person:
    """A named person. `name` is the fullest form that the text gives; `added_name` a fuller one it does not."""

    id: str
    name: str
    roles: tuple[Role, ...]
    mentions: tuple[Excerpt, ...]
    sort_name: str = ""
    added_name: Added | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and the full form that the text introduces it with."""

    short: str
    full: str
    excerpt: Excerpt

    @property
    def id(self) -> str:
        """The word it is filed under."""
        return self.short


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A pointer printed in the text; `target` is the position of the heading it means, None if not in the library."""

    id: str
    excerpt: Excerpt
    target: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Erratum:
    """A slip of the source, kept verbatim in the text, with its right reading and why."""

    id: str
    excerpt: Excerpt
    correct: str
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """How the program found a record: the rule's name in words, and how sure it is, from 0 to 1."""

    rule: str
    confidence: float


class Verdict(StrEnum):
    """What the reader decided on a record that the program found."""

    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Yours:
    """The reader's decision on a record as it is shown.

    `found` are the values that the program had found where the reader gave others, by field (as in
    `decisions.FIELDS`); `unprinted` are the fields whose value the text does not print.
    """

    verdict: Verdict
    found: Mapping[str, str] = field(default_factory=dict)
    unprinted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Records:
    """All that one section bears out.

    `origins` tells of the records that the program found, by kind (as in `references.Kind`) and id; a record that
    is not in it was checked by hand. `yours` tells, by the same keys, what the reader decided on those.
    """

    events: tuple[Event, ...] = ()
    facilities: tuple[Facility, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    people: tuple[Person, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    cross_references: tuple[CrossReference, ...] = ()
    errata: tuple[Erratum, ...] = ()
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    yours: Mapping[tuple[str, str], Yours] = field(default_factory=dict)
