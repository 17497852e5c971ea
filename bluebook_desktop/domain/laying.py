"""Lays the reader's decisions over the records that a program found, and finds records again after an import."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from bluebook_desktop.domain.dates import EventDate, YearSource, parse_edtf
from bluebook_desktop.domain.decisions import (
    Decision,
    PrintedWords,
    Record,
    places_of,
    records_of,
    several,
    unprinted,
    values_of,
)
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
    Role,
    Status,
    Verdict,
    Yours,
)
from bluebook_desktop.domain.references import Kind

if TYPE_CHECKING:
    from bluebook_desktop.domain.documents import Document
    from bluebook_desktop.domain.excerpts import Excerpt

#: A record's kind and id, as in `Records.origins`.
Key = tuple[str, str]
_Record = TypeVar("_Record", Event, Facility, Quotation, Person, Abbreviation)
#: A passage away is farther than any place in the same one.
_PASSAGE = 10**6


@dataclass(frozen=True, slots=True)
class Laid:
    """A section's records as its reader wants them.

    `decisions` are those that apply, by the record that each applies to; `rejected` the records that are shown no
    more; `lost` the decisions whose words are gone from the text: they are kept, and apply to nothing.
    """

    records: Records
    decisions: Mapping[Key, Decision] = field(default_factory=dict)
    rejected: Mapping[Key, Record] = field(default_factory=dict)
    lost: tuple[Decision, ...] = ()


def lay_over(found: Records, document: Document, decisions: Sequence[Decision]) -> Laid:
    """The records of a section with the decisions on them laid over; neither is changed."""
    if not decisions:
        return Laid(found)
    applied, lost = find_again(found, decisions)
    records = {(kind.value, one.id): one for kind in Kind for one in records_of(found, kind)}
    rejected = {key: records[key] for key, one in applied.items() if one.verdict is Verdict.REJECTED}
    corrected = {key: one for key, one in applied.items() if one.verdict is Verdict.CORRECTED}
    words = PrintedWords(document)
    yours = {
        key: _yours(records[key], one, words) for key, one in applied.items() if one.verdict is not Verdict.REJECTED
    }
    layer = _Layer(found, rejected, corrected, words)
    return Laid(replace(layer.records(), yours=yours), applied, rejected, lost)


def _yours(record: Record, decision: Decision, words: PrintedWords) -> Yours:
    if decision.verdict is not Verdict.CORRECTED:
        return Yours(decision.verdict)
    before = values_of(record)
    return Yours(
        decision.verdict,
        {name: before[name] for name in decision.values},
        unprinted(decision.kind, decision.values, words),
    )


# Finding again


def find_again(found: Records, decisions: Sequence[Decision]) -> tuple[dict[Key, Decision], tuple[Decision, ...]]:
    """Which record each decision is about, and the decisions that are about none any more.

    A record is the one decided on when it has the same id and its words still stand after or before the same ones; or
    when they stand between the same ones, the nearest of several. Of two decisions on one record the newer holds.
    Nothing is guessed: a decision that fits two records as well as each other fits none.
    """
    newest_first = sorted(decisions, key=lambda one: (one.decided_at, one.key), reverse=True)
    taken: dict[Key, Decision] = {}
    left: list[Decision] = []
    by_key = {
        (kind.value, one.id): one
        for kind in Kind
        for one in records_of(found, kind)
        if (kind.value, one.id) in found.origins
    }
    for decision in newest_first:
        key = (decision.kind.value, decision.record)
        record = by_key.get(key)
        if record is not None and key not in taken and _is_same_record(decision.anchor, record):
            taken[key] = decision
        else:
            left.append(decision)
    lost = []
    places = _places(by_key) if left else {}
    for decision in left:
        key_found = _nearest(decision, places, taken)
        if key_found is None:
            lost.append(decision)
        else:
            taken[key_found] = decision
    return taken, tuple(lost)


def _is_same_record(anchor: Excerpt, record: Record) -> bool:
    """Whether a record of the same id has the words still, with the same ones on one side of them at least."""
    return any(
        place.exact == anchor.exact
        and (
            _stands_between_the_same(anchor, place)
            or bool(anchor.prefix and place.prefix == anchor.prefix)
            or bool(anchor.suffix and place.suffix == anchor.suffix)
        )
        for place in places_of(record)
    )


def _stands_between_the_same(anchor: Excerpt, place: Excerpt) -> bool:
    return (place.exact, place.prefix, place.suffix) == (anchor.exact, anchor.prefix, anchor.suffix)


def _places(by_key: Mapping[Key, Record]) -> dict[tuple[str, ...], list[tuple[Excerpt, Key]]]:
    """All records by their kind, their words and what stands around them."""
    found: dict[tuple[str, ...], list[tuple[Excerpt, Key]]] = {}
    for key, record in by_key.items():
        for place in places_of(record):
            found.setdefault((key[0], place.prefix, place.exact, place.suffix), []).append((place, key))
    return found


def _nearest(
    decision: Decision, places: Mapping[tuple[str, ...], list[tuple[Excerpt, Key]]], taken: Mapping[Key, Decision]
) -> Key | None:
    """The one record whose words stand between the same ones, nearest to where they stood."""
    anchor = decision.anchor
    here = places.get((decision.kind.value, anchor.prefix, anchor.exact, anchor.suffix), [])
    near = sorted((_distance(anchor, place), key) for place, key in here if key not in taken)
    others = [distance for distance, key in near if key != near[0][1]]
    return None if not near or others[:1] == [near[0][0]] else near[0][1]


def _distance(anchor: Excerpt, place: Excerpt) -> int:
    return abs(place.passage - anchor.passage) * _PASSAGE + abs(place.start - anchor.start)


# Applying


class _Layer:
    """Takes out what was rejected, together with whatever leads to it, and puts in what was corrected."""

    def __init__(
        self,
        found: Records,
        rejected: Mapping[Key, Record],
        corrected: Mapping[Key, Decision],
        words: PrintedWords,
    ) -> None:
        self._found = found
        self._rejected, self._corrected = rejected, corrected
        self._words = words
        self._titles = {one.id: one.title for one in found.events}
        self._dates = {one.id: self._event(one).date for one in found.events if (Kind.EVENT.value, one.id) in corrected}

    def records(self) -> Records:
        """The records as they are shown."""
        return replace(
            self._found,
            events=self._kept(Kind.EVENT, self._found.events, self._event),
            facilities=self._kept(Kind.FACILITY, self._found.facilities, self._facility),
            quotations=self._kept(Kind.QUOTATION, self._found.quotations, self._quotation),
            people=self._kept(Kind.PERSON, self._found.people, self._person),
            abbreviations=self._kept(Kind.ABBREVIATION, self._found.abbreviations, self._abbreviation),
        )

    def _kept(
        self, kind: Kind, records: Sequence[_Record], change: Callable[[_Record], _Record]
    ) -> tuple[_Record, ...]:
        return tuple(change(one) for one in records if not self._is_gone(kind, one.id))

    def _is_gone(self, kind: Kind, id_: str) -> bool:
        return (kind.value, id_) in self._rejected

    def _left(self, kind: Kind, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in ids if not self._is_gone(kind, one))

    def _values(self, kind: Kind, id_: str) -> Mapping[str, str]:
        decision = self._corrected.get((kind.value, id_))
        return {} if decision is None else decision.values

    def _event(self, event: Event) -> Event:
        values = self._values(Kind.EVENT, event.id)
        return replace(
            event,
            title=values.get("title", event.title),
            kind=EventKind(values.get("kind", event.kind)),
            status=Status(values.get("status", event.status)),
            date=_dated(event.date, values["date"]) if "date" in values else event.date,
            people=self._left(Kind.PERSON, event.people),
            facilities=self._left(Kind.FACILITY, event.facilities),
        )

    def _facility(self, facility: Facility) -> Facility:
        values = self._values(Kind.FACILITY, facility.id)
        gone = self._is_gone(Kind.FACILITY, facility.part_of)
        changed = replace(
            facility,
            name=values.get("name", facility.name),
            kind=FacilityKind(values.get("kind", facility.kind)),
            part_of="" if gone else facility.part_of,
        )
        return self._with_facts(changed)

    def _with_facts(self, facility: Facility) -> Facility:
        """What the text dates of a facility is told by its events: a rejected one tells nothing.

        A fact has the title of its event, or the printed words around the facility's name.
        """
        own = [one for one in self._found.events if facility.id in one.facilities]
        facts = []
        for fact in facility.facts:
            told = [one for one in own if one.excerpt == fact.excerpt]
            named = [one for one in told if one.title == fact.label]
            if not told or not all(self._is_gone(Kind.EVENT, one.id) for one in named or told):
                facts.append(replace(fact, label=self._event(named[0]).title) if named else fact)
        if len(facts) == len(facility.facts):
            return replace(facility, facts=tuple(facts))
        still = any("return" in fact.excerpt.exact for fact in facts)
        return replace(facility, facts=tuple(facts), returned=facility.returned and still)

    def _quotation(self, quotation: Quotation) -> Quotation:
        values = self._values(Kind.QUOTATION, quotation.id)
        changed = replace(
            quotation,
            kind=QuotationKind(values.get("kind", quotation.kind)),
            occasion=values.get("occasion", self._occasion(quotation)),
            speakers=self._left(Kind.PERSON, quotation.speakers),
        )
        if "speakers" in values:
            names = several(values["speakers"])
            changed = replace(changed, speaker_names=names, speakers=self._people_called(names))
        if "date" in values:  # no longer the event's
            return replace(changed, event="", date=_said_on(quotation.date, values["date"]))
        if self._is_gone(Kind.EVENT, quotation.event):  # its date was the event's
            return replace(changed, event="", date=None)
        return replace(changed, date=self._dates.get(quotation.event, changed.date))

    def _occasion(self, quotation: Quotation) -> str:
        """The occasion as found; where it is named after an event, after what the reader made of that."""
        title = self._titles.get(quotation.event, "")
        if not title or not quotation.occasion.endswith(title):
            return quotation.occasion
        form = quotation.occasion.removesuffix(title)
        if self._is_gone(Kind.EVENT, quotation.event):
            return form.removesuffix(": ")
        return form + self._values(Kind.EVENT, quotation.event).get("title", title)

    def _people_called(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The people whom the text, or the reader, calls so; nobody where one of the names is nobody's here."""
        called: dict[str, str] = {}
        for one in self._found.people:
            if not self._is_gone(Kind.PERSON, one.id):
                forms = (one.name, self._person(one).name, *(mention.exact for mention in one.mentions))
                called |= {form.casefold(): one.id for form in forms}
        ids = [called.get(name.casefold()) for name in names]
        return () if None in ids else tuple(dict.fromkeys(filter(None, ids)))

    def _person(self, person: Person) -> Person:
        values = self._values(Kind.PERSON, person.id)
        name = values.get("name", person.name)
        roles = person.roles
        if "offices" in values:
            roles = tuple(role for office in several(values["offices"]) for role in self._roles(person, office))
        return replace(person, name=name, sort_name=person.sort_name if name == person.name else name, roles=roles)

    def _roles(self, person: Person, office: str) -> tuple[Role, ...]:
        """An office with the words that give it; after an import the text may print it no more, and then it is none."""
        known = tuple(role for role in person.roles if role.title == office)
        if known:
            return known
        place = self._words.find(office)
        return () if place is None else (Role(office, place),)

    def _abbreviation(self, one: Abbreviation) -> Abbreviation:
        return replace(one, full=self._values(Kind.ABBREVIATION, one.id).get("full", one.full))


def _said_on(date: EventDate | None, edtf: str) -> EventDate | None:
    """When the reader says that something was said: at no known time, or then, whatever words the text has for it."""
    if not edtf:
        return None
    if date is not None:
        return _dated(date, edtf)
    return EventDate("", parse_edtf(edtf), YearSource.INFERRED, "The reader gave it; the program had found none.")


def _dated(date: EventDate, edtf: str) -> EventDate:
    """The printed words with the reader's reading of them."""
    years = {part[:4] for part in edtf.split("/") if part != ".."}
    if all(year in date.printed for year in years):
        return EventDate(date.printed, parse_edtf(edtf), YearSource.PRINTED)
    reason = f"The reader gave it; the program had found {date.span.edtf}."
    return EventDate(date.printed, parse_edtf(edtf), YearSource.INFERRED, reason)
