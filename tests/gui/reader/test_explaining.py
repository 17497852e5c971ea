"""The words of a card, for every mark of the section and for what the real text has none of."""

from dataclasses import replace

import pytest

from bluebook_desktop.domain.records import CrossReference, Origin
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.reader.explaining import Explanation, explain
from bluebook_desktop.services.marks import Mark, MarkKind, Site, TextMarks
from bluebook_desktop.services.sections import OpenSection


def told(section: OpenSection, kind: Kind, id_: str) -> Explanation:
    shown = {Kind.EVENT: MarkKind.DATE, Kind.QUOTATION: MarkKind.QUOTATION, Kind.FACILITY: MarkKind.FACILITY}
    found = explain(section, (Mark(0, 1, shown[kind], Reference(kind, section.id, id_)),))
    assert found is not None
    return found


def with_records(section: OpenSection, **changed: object) -> OpenSection:
    """The section with some of its records replaced."""
    other = OpenSection(section._library, section.edition, section.section)
    other.__dict__["records"] = replace(section.records, **changed)  # type: ignore[arg-type]
    return other


def test_every_mark_of_the_section_can_be_explained(section: OpenSection) -> None:
    marks = TextMarks(section)
    sites = [Site(False, one.number) for one in section.document.passages]
    sites += [Site(True, one.position) for one in section.document.headings]
    count = 0
    for site in sites:
        for mark in marks.at(site).marks:
            found = explain(section, (mark,))
            assert found is not None
            assert found.kind is mark.kind
            assert found.title
            assert len(found.title) <= 112
            assert all(len(line) <= 222 for line in found.lines)
            assert found.spoken.startswith(found.label)
            count += 1
    assert count > 200


def test_a_planned_event_says_so(section: OpenSection) -> None:
    assert told(section, Kind.EVENT, "qzs-operation").label == "Date · Defence · Planned"


def test_a_year_that_is_printed_needs_no_reason(section: OpenSection) -> None:
    printed = next(one for one in section.records.events if one.date.year_source == "printed" and not one.added)
    assert len(told(section, Kind.EVENT, printed.id).lines) == 1


def test_what_an_event_has_of_others_is_said_to_be_added(section: OpenSection) -> None:
    added = next(one for one in section.records.events if one.added)
    assert any(one.startswith("Added, not in the text: ") for one in told(section, Kind.EVENT, added.id).lines)


def test_a_reported_statement_is_said_to_have_no_marks(section: OpenSection) -> None:
    reported = next(one for one in section.records.quotations if one.kind == "reported")
    assert "Reported, no quotation marks in the text" in told(section, Kind.QUOTATION, reported.id).lines


def test_a_term_is_no_statement_and_says_what_it_stands_for(section: OpenSection) -> None:
    term = next(one for one in section.records.quotations if one.kind == "term" and one.text == "2+2")
    found = told(section, Kind.QUOTATION, term.id)
    assert found.title == "“2+2”"
    assert "stands for Japan-U.S. Security Consultative Committee" in found.lines
    assert "In quotation marks, but no statement" in found.lines


def test_what_the_program_found_is_said_to_be_found(section: OpenSection) -> None:
    found = with_records(section, origins={("facility", "yokota"): Origin("a name", 0.82)})
    assert told(found, Kind.FACILITY, "yokota").small[-1] == (
        "Found by the program, not checked by hand; sure to 82 %."
    )
    assert not any("Found by" in one for one in told(section, Kind.FACILITY, "yokota").small)


@pytest.mark.parametrize("words", ["see the Column on page 999", "see Chapter 9"])
def test_a_pointer_that_leads_nowhere_says_so_in_one_sentence(section: OpenSection, words: str) -> None:
    excerpt = replace(section.records.cross_references[0].excerpt, exact=words)
    pointer = CrossReference("lost", excerpt, None)
    found = explain(section, (Mark(0, 1, MarkKind.POINTER, pointer),))
    assert found is not None
    assert found.title.startswith(f"“{words}” points to ")
    assert found.title.endswith("the library does not hold.")
    assert found.lines == ()


def test_a_record_that_is_not_there_is_no_card(section: OpenSection) -> None:
    stranger = Mark(0, 1, MarkKind.PERSON, Reference(Kind.PERSON, section.id, "nobody"))
    assert explain(section, (stranger,)) is None


def test_at_most_two_of_the_other_marks_are_named(section: OpenSection) -> None:
    marks = TextMarks(section).at(Site(False, 12)).marks[:5]
    found = explain(section, marks)
    assert found is not None
    assert len([one for one in found.small if one.startswith("Here too: ")]) == 2
