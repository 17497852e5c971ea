"""Decisions laid over records: nothing else changes, all can be undone, and none is ever laid over something else."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bluebook_desktop.domain.dates import YearSource
from bluebook_desktop.domain.decisions import Decision, checked, places_of, values_of
from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.excerpts import Excerpt
from bluebook_desktop.domain.laying import find_again, lay_over
from bluebook_desktop.domain.records import Event, EventKind, Facility, QuotationKind, Records, Verdict
from bluebook_desktop.domain.references import Kind

from .found import all_of, decision_on, found_records, real_text, records_in, without_yours

DOCUMENT, RECORDS = found_records()
_KEYS = sorted(all_of(RECORDS))
_CORRECTIONS = {
    Kind.EVENT: {"title": "What the reader calls it", "date": "1999-12-31", "kind": "incidents", "status": "planned"},
    Kind.QUOTATION: {"speakers": "the reader’s aunt", "kind": "message", "occasion": "a ball", "date": "1999-05"},
    Kind.FACILITY: {"name": "Camp Reader", "kind": "planned"},
    Kind.PERSON: {"name": "Reader Read", "offices": "Foreign Minister"},
    Kind.ABBREVIATION: {"full": "What It Stands For"},
}


@st.composite
def several_decisions(draw: st.DrawFn) -> list[Decision]:
    """Any verdicts on any of the records, each decided on once."""
    found = []
    for kind, id_ in draw(st.lists(st.sampled_from(_KEYS), unique=True, max_size=12)):
        verdict = draw(st.sampled_from(Verdict))
        names = draw(st.sets(st.sampled_from(sorted(_CORRECTIONS[kind])), min_size=1))
        values = {name: _CORRECTIONS[kind][name] for name in names} if verdict is Verdict.CORRECTED else {}
        found.append(decision_on(all_of(RECORDS)[kind, id_], kind, verdict, values))
    return found


def excerpts(records: Records) -> dict[tuple[Kind, str], tuple[Excerpt, ...]]:
    return {key: places_of(one) for key, one in all_of(records).items()}


def test_laying_nothing_over_changes_nothing() -> None:
    assert lay_over(RECORDS, DOCUMENT, []).records is RECORDS


@settings(deadline=None, max_examples=80)
@given(several_decisions())
def test_each_decision_does_what_it_says_and_no_excerpt_ever_changes(decisions: list[Decision]) -> None:
    laid = lay_over(RECORDS, DOCUMENT, decisions)
    assert laid.lost == ()
    assert len(laid.decisions) == len(decisions)
    shown, before = all_of(laid.records), all_of(RECORDS)
    rejected = {(one.kind, one.record) for one in decisions if one.verdict is Verdict.REJECTED}
    assert set(before) - set(shown) == rejected
    assert {(kind, id_) for kind, id_ in laid.rejected} == rejected
    assert excerpts(laid.records) == {key: value for key, value in excerpts(RECORDS).items() if key not in rejected}
    for one in decisions:
        key = (one.kind.value, one.record)
        if one.verdict is Verdict.REJECTED:
            continue
        yours = laid.records.yours[key]
        assert yours.verdict is one.verdict
        now, then = values_of(shown[one.kind, one.record]), values_of(before[one.kind, one.record])
        assert {name: now[name] for name in one.values} == dict(one.values)
        assert dict(yours.found) == {name: then[name] for name in one.values}
    assert set(laid.records.yours) == {(o.kind.value, o.record) for o in decisions if o.verdict is not Verdict.REJECTED}


@settings(deadline=None, max_examples=60)
@given(several_decisions())
def test_nothing_that_is_shown_leads_to_what_was_rejected(decisions: list[Decision]) -> None:
    records = lay_over(RECORDS, DOCUMENT, decisions).records
    people, facilities = {one.id for one in records.people}, {one.id for one in records.facilities}
    events = {one.id: one for one in records.events}
    for event in events.values():
        assert set(event.people) <= people
        assert set(event.facilities) <= facilities
    for quotation in records.quotations:
        assert set(quotation.speakers) <= people
        assert not quotation.event or quotation.date == events[quotation.event].date
    assert all(not one.part_of or one.part_of in facilities for one in records.facilities)


@settings(deadline=None, max_examples=40)
@given(several_decisions(), st.data())
def test_taking_a_decision_back_is_as_if_it_had_never_been(decisions: list[Decision], data: st.DataObject) -> None:
    if not decisions:
        return
    gone = data.draw(st.sampled_from(decisions))
    left = [one for one in decisions if one is not gone]
    record = all_of(RECORDS)[gone.kind, gone.record]
    again = lay_over(RECORDS, DOCUMENT, [*left, gone])
    assert again == lay_over(RECORDS, DOCUMENT, decisions)
    alone = lay_over(RECORDS, DOCUMENT, left)
    shown = all_of(alone.records).get((gone.kind, gone.record))
    assert shown is not None
    assert places_of(shown) == places_of(record)
    assert (gone.kind.value, gone.record) not in alone.records.yours
    if not left:
        assert alone.records == RECORDS


@settings(deadline=None, max_examples=30)
@given(several_decisions())
def test_confirming_alone_changes_no_record(decisions: list[Decision]) -> None:
    confirmed = [replace(one, verdict=Verdict.CONFIRMED, values={}) for one in decisions]
    assert without_yours(lay_over(RECORDS, DOCUMENT, confirmed).records) == RECORDS


def test_a_corrected_date_keeps_the_printed_words_and_says_what_was_found() -> None:
    event = next(one for one in RECORDS.events if one.date.year_source is YearSource.PRINTED)
    other = decision_on(event, Kind.EVENT, Verdict.CORRECTED, {"date": "1871-05"})
    date = lay_over(RECORDS, DOCUMENT, [other]).records.events[RECORDS.events.index(event)].date
    assert (date.printed, date.span.edtf, date.year_source) == (event.date.printed, "1871-05", YearSource.INFERRED)
    assert date.year_reason == f"The reader gave it; the program had found {event.date.span.edtf}."
    year = event.date.span.edtf[:4]
    same_year = decision_on(event, Kind.EVENT, Verdict.CORRECTED, {"date": f"{year}-11"})
    date = lay_over(RECORDS, DOCUMENT, [same_year]).records.events[RECORDS.events.index(event)].date
    assert (date.span.edtf, date.year_source, date.year_reason) == (f"{year}-11", YearSource.PRINTED, "")


def test_a_quotation_follows_the_event_that_dates_it() -> None:
    quotation = next(one for one in RECORDS.quotations if one.event and one.occasion)
    event = next(one for one in RECORDS.events if one.id == quotation.event)
    place = RECORDS.quotations.index(quotation)
    values = {"date": "1999-12-31", "title": "Another title"}
    corrected = decision_on(event, Kind.EVENT, Verdict.CORRECTED, values)
    shown = lay_over(RECORDS, DOCUMENT, [corrected]).records.quotations[place]
    assert shown.date is not None
    assert shown.date.span.edtf == "1999-12-31"
    assert shown.occasion.endswith("Another title")
    rejected = decision_on(event, Kind.EVENT, Verdict.REJECTED)
    shown = lay_over(RECORDS, DOCUMENT, [rejected]).records.quotations[place]
    assert (shown.date, shown.event) == (None, "")
    assert event.title not in shown.occasion


def _told(titled: bool) -> tuple[Facility, Event]:
    """A facility of which one event alone tells, by its own title or by the printed words around the name."""
    return next(
        (one, event)
        for one in RECORDS.facilities
        if len(one.facts) == 1
        for event in RECORDS.events
        if event.excerpt == one.facts[0].excerpt and (event.title == one.facts[0].label) is titled
        if sum(other.excerpt == event.excerpt for other in RECORDS.events) == 1
    )


@pytest.mark.parametrize("titled", [True, False])
def test_a_facility_tells_nothing_of_a_rejected_event(titled: bool) -> None:
    facility, event = _told(titled)
    place = RECORDS.facilities.index(facility)
    rejected = lay_over(RECORDS, DOCUMENT, [decision_on(event, Kind.EVENT, Verdict.REJECTED)]).records
    assert (rejected.facilities[place].facts, rejected.facilities[place].returned) == ((), False)
    named = decision_on(event, Kind.EVENT, Verdict.CORRECTED, {"title": "Given back"})
    shown = lay_over(RECORDS, DOCUMENT, [named]).records.facilities[place]
    assert [one.label for one in shown.facts] == ["Given back" if titled else facility.facts[0].label]
    assert shown.returned is facility.returned


def test_speakers_lead_to_people_where_every_name_is_somebodys() -> None:
    person = RECORDS.people[0]
    quotation = next(one for one in RECORDS.quotations if one.kind is QuotationKind.REPORTED)
    place = RECORDS.quotations.index(quotation)
    for names, ids in ((person.name, (person.id,)), (f"{person.name}; nobody", ()), ("", ())):
        decision = decision_on(quotation, Kind.QUOTATION, Verdict.CORRECTED, {"speakers": names})
        shown = lay_over(RECORDS, DOCUMENT, [decision]).records.quotations[place]
        assert "; ".join(shown.speaker_names) == names
        assert shown.speakers == ids


def test_what_was_checked_by_hand_cannot_be_decided_on() -> None:
    event = RECORDS.events[0]
    by_hand = replace(RECORDS, origins={})
    decision = decision_on(event, Kind.EVENT, Verdict.REJECTED)
    laid = lay_over(by_hand, DOCUMENT, [decision])
    assert without_yours(laid.records) == by_hand
    assert laid.lost == (decision,)


# Finding again after an import


def after_import(change: str, to: str) -> tuple[Document, Records]:
    text = real_text()
    assert change in text
    return records_in(text.replace(change, to, 1))


def decisions_on_all() -> list[Decision]:
    return [decision_on(one, kind, Verdict.CONFIRMED) for (kind, _), one in all_of(RECORDS).items()]


def test_all_are_found_again_where_a_paragraph_was_added_before() -> None:
    first = DOCUMENT.passages[0].text
    document, records = after_import(first, f"Words that were not there before, on peace and on trade.\n\n{first}")
    assert len(document.passages) == len(DOCUMENT.passages) + 1
    decisions = decisions_on_all()
    found, lost = find_again(records, decisions)
    assert lost == ()
    shown = all_of(records)
    for (kind, id_), decision in found.items():
        places = places_of(shown[Kind(kind), id_])
        assert decision.anchor.exact in [one.exact for one in places]


@pytest.mark.parametrize("number", [2, 8, 17, 23, 35])
def test_decisions_on_a_paragraph_that_is_gone_lose_their_place_and_apply_to_nothing(number: int) -> None:
    gone = DOCUMENT.passage(number).text
    document, records = after_import(gone, "Nothing of this is here any more.")
    decisions = decisions_on_all()
    found, lost = find_again(records, decisions)
    assert {one.key for one in lost} | {one.key for one in found.values()} == {one.key for one in decisions}
    texts = [one.text for one in document.passages] + [one.title for one in document.headings]
    for decision in lost:
        named_elsewhere = decision.kind in (Kind.PERSON, Kind.FACILITY)
        assert (
            decision.anchor.passage == number
            or named_elsewhere
            or not any(
                decision.anchor.prefix + decision.anchor.exact + decision.anchor.suffix in text for text in texts
            )
        )
    shown = all_of(records)
    for (kind, id_), decision in found.items():
        assert decision.anchor.exact in [place.exact for place in places_of(shown[Kind(kind), id_])]


def moved(record: Event, id_: str, start: int, prefix: str = "", suffix: str = "") -> Event:
    excerpt = replace(record.excerpt, prefix=prefix, suffix=suffix, start=start, end=start + len(record.excerpt.exact))
    return replace(record, id=id_, excerpt=excerpt)


def only(*events: Event) -> Records:
    origins = {("event", one.id): next(iter(RECORDS.origins.values())) for one in events}
    return Records(events=events, origins=origins)


def test_under_another_id_it_is_found_by_its_words_and_what_stands_around_them() -> None:
    event = moved(RECORDS.events[0], "one", 10, "before ", " after")
    decision = decision_on(event, Kind.EVENT, Verdict.REJECTED)
    renamed = only(moved(event, "another", 400, "before ", " after"))
    assert find_again(renamed, [decision]) == ({("event", "another"): decision}, ())
    elsewhere = only(moved(event, "another", 10, "before ", " later"))
    assert find_again(elsewhere, [decision]) == ({}, (decision,))


def test_the_same_id_with_other_words_is_something_else() -> None:
    event = moved(RECORDS.events[0], "one", 10, "before ", " after")
    decision = decision_on(event, Kind.EVENT, Verdict.REJECTED)
    other = replace(event, excerpt=replace(event.excerpt, exact="other words"))
    assert find_again(only(other), [decision]) == ({}, (decision,))
    strange_place = moved(event, "one", 10, "elsewhere ", " on")
    assert find_again(only(strange_place), [decision]) == ({}, (decision,))
    assert find_again(only(moved(event, "one", 10, "elsewhere ", " after")), [decision])[1] == ()


def test_of_two_places_alike_the_nearer_is_meant_and_none_where_both_are_as_near() -> None:
    event = moved(RECORDS.events[0], "one", 100, "before ", " after")
    decision = decision_on(event, Kind.EVENT, Verdict.REJECTED)
    near, far = moved(event, "near", 110, "before ", " after"), moved(event, "far", 300, "before ", " after")
    assert find_again(only(far, near), [decision])[0] == {("event", "near"): decision}
    opposite = moved(event, "opposite", 90, "before ", " after")
    assert find_again(only(opposite, near), [decision]) == ({}, (decision,))


def test_of_two_decisions_on_one_record_the_newer_holds() -> None:
    event = RECORDS.events[0]
    old, new = (decision_on(event, Kind.EVENT, verdict) for verdict in (Verdict.REJECTED, Verdict.CONFIRMED))
    assert find_again(RECORDS, [new, old]) == ({("event", event.id): new}, (old,))


def test_an_event_lane_is_corrected_and_nothing_else_of_it() -> None:
    event = next(one for one in RECORDS.events if one.kind is not EventKind.INCIDENTS)
    decision = decision_on(event, Kind.EVENT, Verdict.CORRECTED, checked(Kind.EVENT, {"kind": "incidents"}))
    laid = lay_over(RECORDS, DOCUMENT, [decision]).records
    assert laid.events[RECORDS.events.index(event)] == replace(event, kind=EventKind.INCIDENTS)
    assert [one for one in laid.facilities if isinstance(one, Facility)] == list(RECORDS.facilities)
