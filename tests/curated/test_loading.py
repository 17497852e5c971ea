"""What the bundled section's records say, and what is said of records that the text does not bear out."""

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bluebook_desktop.curated import Table, load_records
from bluebook_desktop.curated.loading import Splitter
from bluebook_desktop.domain.dates import Precision, YearSource
from bluebook_desktop.domain.documents import Document
from bluebook_desktop.domain.excerpts import CONTEXT, Excerpt
from bluebook_desktop.domain.records import FacilityKind, QuotationKind, Records, Status
from bluebook_desktop.errors import RecordError

STATEMENTS = {QuotationKind.SPEECH, QuotationKind.MESSAGE, QuotationKind.JOINT_STATEMENT}


def excerpts_of(records: Records) -> Iterator[Excerpt]:
    for event in records.events:
        yield from (event.excerpt, event.date_excerpt, *event.also)
    for facility in records.facilities:
        yield from (*facility.mentions, *(fact.excerpt for fact in facility.facts))
    for person in records.people:
        yield from (*person.mentions, *(role.excerpt for role in person.roles))
    for record in (*records.quotations, *records.abbreviations, *records.cross_references, *records.errata):
        yield record.excerpt


def test_the_section_has_36_passages(document: Document) -> None:
    assert len(document.passages) == 36


def test_every_excerpt_gives_back_its_words_and_their_surroundings(records: Records, document: Document) -> None:
    excerpts = list(excerpts_of(records))
    assert len(excerpts) > 250
    for excerpt in excerpts:
        heading = excerpt.heading
        text = document.passage(excerpt.passage).text if heading is None else document.headings[heading].title
        assert text[excerpt.start : excerpt.end] == excerpt.exact
        assert text[max(0, excerpt.start - CONTEXT) : excerpt.start] == excerpt.prefix
        assert text[excerpt.end : excerpt.end + CONTEXT] == excerpt.suffix


def test_twenty_spans_in_curly_quotation_marks_are_seven_statements_and_thirteen_terms(
    records: Records, document: Document
) -> None:
    marked = [q for q in records.quotations if q.kind in STATEMENTS or q.kind is QuotationKind.TERM]
    spans = [found.group() for passage in document.passages for found in re.finditer("“[^”]*”", passage.text)]
    assert [f"“{quotation.text}”" for quotation in marked] == spans
    counts = Counter(quotation.kind for quotation in marked)
    assert counts == {
        QuotationKind.JOINT_STATEMENT: 4,
        QuotationKind.MESSAGE: 1,
        QuotationKind.SPEECH: 2,
        QuotationKind.TERM: 13,
    }


def test_the_two_students_paragraphs_are_testimony_without_marks(records: Records, document: Document) -> None:
    found = {q.excerpt.passage: q for q in records.quotations if q.kind is QuotationKind.TESTIMONY}
    assert {number: q.speaker_names for number, q in found.items()} == {
        31: ("Kawamura Yukino",),
        32: ("Ikeda Reika",),
    }
    assert all(quotation.text == document.passage(number).text for number, quotation in found.items())


def test_reported_statements_have_no_marks_and_a_verb_that_stands_in_them(records: Records) -> None:
    reported = [q for q in records.quotations if q.kind is QuotationKind.REPORTED]
    assert any("In his memoir" in q.text and q.speakers == ("kishi-nobusuke",) for q in reported)
    assert all(q.verb in q.text and q.text == q.excerpt.exact and q.speaker_names for q in reported)


def test_the_four_ministers_are_other_people_in_each_passage_and_never_resolved_across(records: Records) -> None:
    speakers: dict[int, set[tuple[str, ...]]] = {}
    for quotation in records.quotations:
        if any(name.lower() == "the four ministers" for name in quotation.speaker_names):
            speakers.setdefault(quotation.excerpt.passage, set()).add(quotation.speakers)
    assert speakers == {
        6: {("motegi", "kono-taro", "mike-pompeo", "mark-esper")},
        12: {("antony-blinken", "lloyd-austin", "motegi", "kishi-nobuo")},
        18: {()},
    }


def test_there_are_fourteen_facilities_with_all_their_mentions(records: Records) -> None:
    mentions = {one.name: [m.passage for m in one.mentions] for one in records.facilities}
    assert mentions == {
        "Marine Corps Air Station Futenma": [1, 21, 22, 22, 28, 35],
        "Henoko": [21],
        "Futenma Replacement Facility": [22, 22],
        "Camp Schwab-Henokosaki area": [22, 22],
        "land south of Kadena": [23],
        "Northern Training Area": [24],
        "Facilities and Engineering Compound in Camp Zukeran": [24],
        "Camp Zukeran": [24],
        "Yokota Air Base": [35, 35],
        "Camp Zama": [35],
        "U.S. Fleet Activities, Yokosuka": [35],
        "U.S. Fleet Activities, Sasebo": [35],
        "Kadena Air Base": [35],
        "White Beach Area": [35],
    }


def test_seven_facilities_may_be_used_by_the_united_nations_command(records: Records) -> None:
    may_use = {one.id for one in records.facilities if one.unc_may_use}
    assert may_use == {"camp-zama", "yokosuka", "sasebo", "yokota", "kadena", "futenma", "white-beach-area"}


def test_returned_land_and_planned_facilities_are_told_apart(records: Records) -> None:
    returned = {one.id: [fact.hectares for fact in one.facts] for one in records.facilities if one.returned}
    assert returned == {
        "northern-training-area": ["approximately 4,000 hectares"],
        "facilities-and-engineering-compound": ["approximately 11 hectares"],
    }
    assert [one.id for one in records.facilities if one.kind is FacilityKind.PLANNED] == [
        "futenma-replacement-facility"
    ]


def test_what_the_text_does_not_say_of_a_facility_is_added_with_its_source(records: Records) -> None:
    for facility in records.facilities:
        assert facility.where is not None
        assert facility.where.source
        if facility.latitude is not None and facility.longitude is not None:
            assert 24 < facility.latitude < 46
            assert 122 < facility.longitude < 146


def test_the_return_that_other_sources_date_otherwise_stays_as_printed_with_an_added_note(records: Records) -> None:
    event = next(one for one in records.events if one.id == "northern-training-area-return")
    assert (event.date.printed, event.date.span.edtf) == ("December 2017", "2017-12")
    assert "2016" in event.added[0].text
    assert "https://" in event.added[0].source


def test_twenty_people_are_named_and_namesakes_kept_apart(records: Records) -> None:
    people = {person.id: person for person in records.people}
    assert len(people) == 20
    assert [m.passage for m in people["kishi-nobusuke"].mentions] == [2, 3, 3, 3, 10]
    assert [m.passage for m in people["kishi-nobuo"].mentions] == [12]
    assert [m.passage for m in people["dwight-eisenhower"].mentions] == [2, 7, 9, 10]
    assert [m.passage for m in people["mary-jean-eisenhower"].mentions] == [7, 9]


def test_a_fuller_name_than_the_text_gives_is_added(records: Records, text: str) -> None:
    added = {person.name: person.added_name.text for person in records.people if person.added_name}
    assert added == {"Motegi": "Motegi Toshimitsu", "Trump": "Donald Trump", "Abe": "Abe Shinzo"}
    assert not any(name in text for name in added.values())


def test_the_students_are_mentioned_in_the_headings_of_their_testimonies(records: Records, document: Document) -> None:
    mention = next(person for person in records.people if person.id == "ikeda-reika").mentions[0]
    assert mention.heading is not None
    assert document.headings[mention.heading].title.startswith("Ikeda Reika, ")
    assert mention.passage == 32


def test_short_forms_are_those_that_brackets_and_one_colon_introduce(records: Records) -> None:
    assert {one.short for one in records.abbreviations} == {
        *("MCAS", "Japan-U.S. Security Treaty", "2+2", "ACM", "FOIP", "COVID-19", "BMD", "SM-3", "Aegis Ashore"),
        *("SSA", "QZS", "EAS", "ARF", "UNCLOS", "RIMPAC", "FRF", "NTA", "HNS", "USFJ", "FIP", "SOFA", "SMA"),
        *("PFOS", "TOFU", "DoDEA", "UNC"),
    }
    full = {one.short: one.full for one in records.abbreviations}
    assert full["TOFU"] == "Think of Okinawa's Future in the U.S."


def test_pointers_lead_to_the_special_feature_and_to_the_column(records: Records, document: Document) -> None:
    kinds = [document.headings[one.target].kind for one in records.cross_references if one.target is not None]
    assert kinds == ["feature", "column"]


@pytest.mark.parametrize(
    ("id_", "printed", "span"),
    [
        ("treaty-signed", "January 19, 1960", ("1960-01-19", "1960-01-19", Precision.DAY)),
        ("raymond-visit", "August", ("2020-08-01", "2020-08-31", Precision.MONTH)),
        ("defence-visits-2020", "second half of 2020", ("2020-07-01", "2020-12-31", Precision.RANGE)),
        ("guam-relocation", "first half of the 2020s", ("2020-01-01", "2024-12-31", Precision.RANGE)),
        ("sm3-development", "since 2006", ("2006-01-01", None, Precision.YEAR)),
        ("qzs-operation", "FY2023", ("2023-04-01", "2024-03-31", Precision.FISCAL_YEAR)),
        ("sma-validity-end", "March 31. 2022", ("2022-03-31", "2022-03-31", Precision.DAY)),
        ("two-plus-two-next", "later this year", ("2021-01-01", "2021-12-31", Precision.YEAR)),
        ("exchange-program-first", "December 5 and 6", ("2020-12-05", "2020-12-06", Precision.RANGE)),
        ("unc-established", "July of the same year", ("1950-07-01", "1950-07-31", Precision.MONTH)),
    ],
)
def test_a_date_is_as_precise_as_printed(
    records: Records, id_: str, printed: str, span: tuple[str, str | None, Precision]
) -> None:
    date = next(one for one in records.events if one.id == id_).date
    assert date.printed == printed
    assert (date.span.start, date.span.end, date.span.precision) == span


def test_what_lies_ahead_of_the_text_is_planned_or_a_deadline(records: Records) -> None:
    ahead = {event.id: event.status for event in records.events if event.status is not Status.HAPPENED}
    assert ahead == {
        "two-plus-two-next": Status.PLANNED,
        "qzs-operation": Status.PLANNED,
        "guam-relocation": Status.PLANNED,
        "sma-validity-end": Status.DEADLINE,
        "sma-new": Status.PLANNED,
    }


def test_an_inferred_year_says_why_and_a_printed_one_needs_not(records: Records) -> None:
    for event in records.events:
        inferred = event.date.year_source is YearSource.INFERRED
        assert bool(event.date.year_reason) is inferred, event.id


def test_titles_are_short_and_excerpts_stand_within_their_sentence(records: Records) -> None:
    for event in records.events:
        assert len(event.title) <= 60, event.title
        assert event.excerpt.exact in event.sentence
        assert event.date.printed in event.excerpt.exact


def test_a_full_stop_that_an_erratum_supplies_ends_the_sentence(records: Records) -> None:
    sentences = {event.id: event.sentence for event in records.events}
    assert sentences["berger-visit"].endswith("U.S. Marine Corps, in November")
    assert sentences["security-discussions"].startswith("In addition, Japan-U.S. bilateral security discussions")
    assert sentences["sma-validity-end"].endswith("through March 31. 2022.")


def test_all_records_stand_in_reading_order(records: Records) -> None:
    for kind in (records.events, records.quotations, records.abbreviations, records.errata):
        passages = [record.excerpt.passage for record in kind]
        assert passages == sorted(passages)
    for kept in (records.facilities, records.people):
        assert [one.mentions[0].passage for one in kept] == sorted(one.mentions[0].passage for one in kept)


@pytest.fixture
def refusal(folder: Path, document: Document, split: Splitter, tmp_path: Path) -> Callable[[str, str, str], str]:
    """What is said when words in one file are replaced by others."""

    def change(file: str, old: str, new: str) -> str:
        copy = tmp_path / "4.2.2"
        shutil.copytree(folder, copy)
        content = (copy / file).read_text(encoding="utf-8")
        assert old in content
        (copy / file).write_text(content.replace(old, new, 1), encoding="utf-8")
        with pytest.raises(RecordError) as caught:
            load_records(copy, document, split)
        return str(caught.value)

    return change


def line_of(folder: Path, file: str, words: str) -> int:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


EVENTS = "records/events.toml"
Refusal = Callable[[str, str, str], str]


def test_an_excerpt_that_does_not_occur_is_named_with_its_line(refusal: Refusal, folder: Path) -> None:
    line = line_of(folder, EVENTS, "General David Berger")
    said = refusal(EVENTS, "General David Berger", "General Dave Berger")
    assert said.startswith(f"{EVENTS}, line {line}: the words “These were followed by a visit by General Dave Berger")
    assert said.endswith("do not occur in ¶ 14.")


def test_a_reference_that_leads_nowhere_is_named_with_its_line(refusal: Refusal, folder: Path) -> None:
    line = line_of(folder, EVENTS, '["david-berger"]')
    said = refusal(EVENTS, '["david-berger"]', '["david-burger"]')
    assert said == f"{EVENTS}, line {line}: “david-burger” is not the id of any record."


def test_a_person_not_named_in_the_passage_is_refused(refusal: Refusal) -> None:
    said = refusal(EVENTS, 'participants = ["the Prime Minister"]', 'participants = ["Abe"]')
    assert "the words “Abe” do not occur in the event's passages" in said


def test_a_speaker_from_another_passage_is_refused(refusal: Refusal) -> None:
    old = 'speaker_names = ["the four ministers"]\noccasion = "Second'
    said = refusal("records/quotations.toml", old, f'speakers = ["motegi"]\n{old}')
    assert "“motegi” is not mentioned where this record stands." in said


def test_an_expression_that_no_record_tells_is_named_with_its_line_in_the_text(refusal: Refusal, folder: Path) -> None:
    line = line_of(folder, "text.txt", "Today, 60 years since")
    said = refusal(EVENTS, '    { passage = 11, exact = "Today" },\n', "")
    assert said == f"text.txt, line {line}: the expression of time “Today” in ¶ 11 is not told in {EVENTS}."


def test_an_id_that_is_no_slug_is_refused(refusal: Refusal) -> None:
    said = refusal(EVENTS, 'id = "berger-visit"', 'id = "Berger visit"')
    assert said.endswith(": “Berger visit” is not an id (small letters, digits and hyphens).")


def test_the_first_of_two_problems_is_told_and_the_other_counted(
    folder: Path, document: Document, split: Splitter, tmp_path: Path
) -> None:
    copy = tmp_path / "4.2.2"
    shutil.copytree(folder, copy)
    events = (copy / EVENTS).read_text(encoding="utf-8")
    for old, new in (('kind = "incidents"', 'kind = "accidents"'), ('status = "deadline"', 'status = "due"')):
        events = events.replace(old, new, 1)
    (copy / EVENTS).write_text(events, encoding="utf-8")
    with pytest.raises(RecordError, match=r"“due” is not a status; known are .*; 1 more problem after it\.$"):
        load_records(copy, document, split)


def test_a_misspelt_key_is_refused_not_lost(refusal: Refusal) -> None:
    said = refusal(EVENTS, 'place = "Seoul, South Korea"', 'palce = "Seoul, South Korea"')
    assert said.endswith("“palce” is not a key of [[event]].")


def test_a_date_that_contradicts_its_words_is_refused(refusal: Refusal) -> None:
    assert "“August” names August, 2020-09 does not." in refusal(EVENTS, 'edtf = "2020-08"', 'edtf = "2020-09"')


def test_a_reason_that_quotes_what_the_text_does_not_say_is_refused(refusal: Refusal) -> None:
    said = refusal(EVENTS, "“In March 2021” (¶ 12)", "“In May 2021” (¶ 12)")
    assert "the reason quotes “In May 2021”, which does not occur in ¶ 12." in said


def test_a_file_that_is_no_toml_is_named_with_its_line(refusal: Refusal) -> None:
    assert refusal("errata.toml", 'id = "page-on-217"', 'id = page"').startswith("errata.toml, line 4: this is not")


def test_a_missing_file_is_named(folder: Path, document: Document, split: Splitter, tmp_path: Path) -> None:
    copy = tmp_path / "4.2.2"
    shutil.copytree(folder, copy)
    (copy / "records" / "people.toml").unlink()
    with pytest.raises(RecordError, match=r"^records/people\.toml is missing\.$"):
        load_records(copy, document, split)


def test_every_key_that_the_files_use_is_explained_in_the_documents(tables: list[Table]) -> None:
    explained = (Path(__file__).parents[2] / "docs" / "data.md").read_text(encoding="utf-8")
    keys = {key for table in tables for key in keys_of(table.data)}
    assert len(keys) > 40
    assert [key for key in sorted(keys) if f"`{key}`" not in explained and f"`{key} =" not in explained] == []


def keys_of(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        yield key
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                yield from keys_of(item)
