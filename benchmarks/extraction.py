"""How far what the rules find in the bundled section agrees with what was curated by hand: precision, recall, F1.

The curated records are read for the comparison alone; the rules never see them.
Run: python3 dev.py bench extraction
"""

import textwrap
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from bluebook_desktop.curated import load_edition, load_records
from bluebook_desktop.domain.dates import Span
from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.records import (
    Abbreviation,
    CrossReference,
    Event,
    Facility,
    Person,
    Quotation,
    QuotationKind,
    Records,
)
from bluebook_desktop.extraction import extract, load_gazetteer
from bluebook_desktop.extraction.sentences import sentence_spans
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.plaintext import read_plaintext

Record = TypeVar("Record")


@dataclass(frozen=True)
class Score:
    """Agreement for one kind of record, with what was missed and what was found in vain."""

    hits: int
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + len(self.false)) if self.hits or self.false else 1.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + len(self.missed)) if self.hits or self.missed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def overlap(one: Excerpt, other: Excerpt) -> bool:
    """Whether two excerpts share a letter."""
    same = one.passage == other.passage and one.heading == other.heading
    return same and one.start < other.end and other.start < one.end


def compare(
    right: Sequence[Record],
    found: Sequence[Record],
    same: Callable[[Record, Record], bool],
    say: Callable[[Record], str],
) -> Score:
    """Each right record is matched with at most one that was found."""
    free = list(found)
    hits, missed = 0, []
    for record in right:
        match = next((other for other in free if same(record, other)), None)
        if match is None:
            missed.append(say(record))
        else:
            hits += 1
            free.remove(match)
    return Score(hits, missed, [say(other) for other in free])


def _touch(one: Iterable[Excerpt], other: Iterable[Excerpt]) -> bool:
    others = list(other)
    return any(overlap(a, b) for a in one for b in others)


def same_event(right: Event, found: Event) -> bool:
    """The same words date both."""
    return _touch([right.date_excerpt], [found.date_excerpt, *found.also])


def same_date(right: Event, found: Event) -> bool:
    """The same words date both, and mean the same."""
    return same_event(right, found) and right.date.span.edtf == found.date.span.edtf


def same_status(right: Event, found: Event) -> bool:
    """The same words date both, and both lie behind the text or both ahead of it."""
    return same_event(right, found) and right.status is found.status


def same_lane(right: Event, found: Event) -> bool:
    """The same words date both, and both stand in one lane."""
    return same_event(right, found) and right.kind is found.kind


def same_span(right: Quotation, found: Quotation) -> bool:
    """The same words in marks, both a statement or both a term."""
    term = QuotationKind.TERM
    return overlap(right.excerpt, found.excerpt) and (right.kind is term) == (found.kind is term)


def same_person(right: Person, found: Person) -> bool:
    """Most of the places that name the one name the other."""
    shared = sum(any(overlap(a, b) for b in found.mentions) for a in right.mentions)
    return 2 * shared > len(right.mentions) and 2 * shared > len(found.mentions)


def same_facility(right: Facility, found: Facility) -> bool:
    """Most of the places that name the one name the other."""
    shared = sum(any(overlap(a, b) for b in found.mentions) for a in right.mentions)
    return 2 * shared > len(right.mentions) and 2 * shared > len(found.mentions)


def same_abbreviation(right: Abbreviation, found: Abbreviation) -> bool:
    """The same short form, and full forms of which one holds the other."""
    full = right.full in found.full or found.full in right.full
    return right.short == found.short and full


def _spoken(records: Records) -> set[tuple[int, int, str]]:
    """Passage, sentence and speaker of every statement; people by the first place that names them."""
    people = {person.id: person.mentions[0] for person in records.people}
    told = set()
    for one in records.quotations:
        if one.kind in (QuotationKind.TERM, QuotationKind.REPORTED):
            continue
        for speaker in one.speakers:
            first = people[speaker]
            told.add((one.excerpt.passage, one.excerpt.start, f"{first.passage}:{first.heading}:{first.end}"))
        if not one.speakers:
            told.add((one.excerpt.passage, one.excerpt.start, " ".join(one.speaker_names).lower()))
    return told


def _when(right: Records, found: Records) -> Score:
    """When what was said was said: a day within the right month agrees, no date at all is a miss."""
    hits, missed, false = 0, [], []
    for one in right.quotations:
        other = next((each for each in found.quotations if same_span(one, each)), None)
        if one.kind is QuotationKind.TERM or other is None:
            continue
        if one.date and other.date and _within(one.date.span, other.date.span):
            hits += 1
            continue
        missed += [_quotation(one)] if one.date else []
        false += [f"{_quotation(other)}: {other.date.span.edtf}"] if other.date else []
    return Score(hits, missed, false)


def _within(one: Span, other: Span) -> bool:
    """Whether one of two spans lies in the other."""
    edges = [(span.start or "", span.end or "9999") for span in (one, other)]
    (first, last), (start, end) = edges
    return first <= start <= end <= last or start <= first <= last <= end


def same_report(right: Quotation, found: Quotation) -> bool:
    """The same words are reported, by the same people or group."""
    names = {name.lower() for name in right.speaker_names} & {name.lower() for name in found.speaker_names}
    return overlap(right.excerpt, found.excerpt) and (len(right.speakers) == len(found.speakers)) and bool(names)


def evaluate(right: Records, found: Records) -> dict[str, Score]:
    """The scores of all kinds."""
    said, heard = _spoken(right), _spoken(found)
    reported, reports = _reported(right), _reported(found)
    return {
        "events": compare(right.events, found.events, same_event, _event),
        "events, same date": compare(right.events, found.events, same_date, _event),
        "events, status": _told(right.events, found.events, same_status),
        "events, lane": _told(right.events, found.events, same_lane),
        "events, who": _who(right, found),
        "statement or term": compare(_marked(right), _marked(found), same_span, _quotation),
        "speakers": Score(len(said & heard), [str(x) for x in said - heard], [str(x) for x in heard - said]),
        "reported": compare(reported, reports, lambda a, b: overlap(a.excerpt, b.excerpt), _quotation),
        "reported, with speakers": compare(reported, reports, same_report, _quotation),
        "when it was said": _when(right, found),
        "facilities": compare(right.facilities, found.facilities, same_facility, _named),
        "people": compare(right.people, found.people, same_person, _named),
        "offices": _offices(right.people, found.people),
        "abbreviations": compare(
            right.abbreviations, found.abbreviations, same_abbreviation, lambda a: f"{a.short} = {a.full}"
        ),
        "cross-references": compare(
            right.cross_references, found.cross_references, same_pointer, lambda c: c.excerpt.exact
        ),
    }


def _told(right: Sequence[Event], found: Sequence[Event], same: Callable[[Event, Event], bool]) -> Score:
    """How much of the events that were found is told of them as it was by hand."""
    there = [(event, next((one for one in found if same_event(event, one)), None)) for event in right]
    told = [(event, one) for event, one in there if one is not None]
    return Score(
        sum(same(event, one) for event, one in told),
        [f"{_event(event)}: {event.status}, {event.kind}" for event, one in told if not same(event, one)],
    )


def _who(right: Records, found: Records) -> Score:
    """Who took part in the events that were found: people, and groups by their words."""
    hits, missed, false = 0, [], []
    named = {person.id: person.name for person in right.people}
    known = {
        person.id: next((other.name for other in right.people if same_person(other, person)), person.name)
        for person in found.people
    }
    for event in right.events:
        other = next((one for one in found.events if same_event(event, one)), None)
        if other is None:
            continue
        wanted = {*(named[one] for one in event.people), *(one.lower() for one in event.participants)}
        given = {*(known[one] for one in other.people), *(one.lower() for one in other.participants)}
        hits += len(wanted & given)
        missed += [f"{_event(event)}: {who}" for who in sorted(wanted - given)]
        false += [f"{_event(event)}: {who}" for who in sorted(given - wanted)]
    return Score(hits, missed, false)


def _offices(right: Sequence[Person], found: Sequence[Person]) -> Score:
    """The offices of the people that were found, each by its words."""
    hits, missed, false = 0, [], []
    for person in right:
        other = next((one for one in found if same_person(person, one)), None)
        if other is None:
            continue
        wanted, given = {r.title.lower() for r in person.roles}, {r.title.lower() for r in other.roles}
        hits += len(wanted & given)
        missed += [f"{person.name}: {title}" for title in sorted(wanted - given)]
        false += [f"{person.name}: {title}" for title in sorted(given - wanted)]
    return Score(hits, missed, false)


def same_pointer(right: CrossReference, found: CrossReference) -> bool:
    """The same words point to the same heading."""
    return overlap(right.excerpt, found.excerpt) and right.target == found.target


def _event(event: Event) -> str:
    return f"{event.date.printed} = {event.date.span.edtf} (¶ {event.excerpt.passage}) {event.title}"


def _quotation(quotation: Quotation) -> str:
    who = ", ".join(quotation.speaker_names)
    return f"{quotation.kind} by {who or 'nobody'}: {quotation.text[:70]} (¶ {quotation.excerpt.passage})"


def _named(record: Person | Facility) -> str:
    return f"{record.name}, {len(record.mentions)} times"


def _marked(records: Records) -> list[Quotation]:
    return [q for q in records.quotations if q.kind not in (QuotationKind.REPORTED, QuotationKind.TESTIMONY)]


def _reported(records: Records) -> list[Quotation]:
    return [q for q in records.quotations if q.kind is QuotationKind.REPORTED]


def read_bundled() -> tuple[Document, Records]:
    """The bundled section and its curated records."""
    folder = bundled("data", "editions", "2021-en", "4.2.2")
    document = read_plaintext((folder / "text.txt").read_bytes().decode("utf-8"))
    return document, load_records(folder, document, sentence_spans)


def read_layouts(text: str) -> dict[str, Document]:
    """The bundled section as other years print it: wrapped at a column, without blank lines, captions once."""
    blocks = [line for line in text.split("\n") if line.strip()]
    once = [block[: len(block) // 2] if block[: len(block) // 2] * 2 == block else block for block in blocks]
    wrapped = [textwrap.fill(block, 90) for block in blocks]
    return {
        "captions once": read_plaintext("\n\n".join(once)),
        "wrapped": read_plaintext("\n\n".join(wrapped)),
        "wrapped, no blank lines": read_plaintext("\n".join(wrapped)),
        "wrapped, captions once": read_plaintext("\n\n".join(textwrap.fill(block, 76) for block in once)),
    }


def evaluate_structure(right: Document, found: Document) -> Score:
    """The headings with their kinds, depths and labels, and the passages, as they are read from the published text."""

    def parts(document: Document) -> list[str]:
        headings = [f"{h.kind} {h.level} [{h.label}] {' '.join(h.title.split())}" for h in document.headings]
        return headings + [f"{p.kind} under {p.heading}: {' '.join(p.text.split())}" for p in document.passages]

    def same(one: str, other: str) -> bool:
        return "".join(one.split()) == "".join(other.split())  # a line may end at a hyphen

    return compare(parts(right), parts(found), same, lambda part: part[:90])


def _print(scores: dict[str, Score]) -> None:
    for name, score in scores.items():
        print(f"{name:34}{score.precision:9.3f}{score.recall:8.3f}{score.f1:8.3f}")
        for label, rows in (("missed", score.missed), ("false", score.false)):
            for row in rows:
                print(f"    {label}: {row}")


def main() -> None:
    """Print the scores, what was missed, what was found in vain, and the time."""
    document, right = read_bundled()
    edition = load_edition(bundled("data", "editions", "2021-en"))
    gazetteer = load_gazetteer(bundled("data", "gazetteer", "facilities.toml"))
    extract(document, edition, gazetteer)
    begun = time.perf_counter()
    found = extract(document, edition, gazetteer)
    took = (time.perf_counter() - begun) * 1000
    print(f"{'':34}precision  recall      F1")
    _print(evaluate(right, found))
    text = (bundled("data", "editions", "2021-en", "4.2.2") / "text.txt").read_bytes().decode("utf-8")
    for name, other in read_layouts(text).items():
        _print({f"structure, {name}": evaluate_structure(document, other)})
    letters = sum(len(passage.text) for passage in document.passages)
    print(f"{letters:,} letters in {took:.0f} ms")


if __name__ == "__main__":
    main()
