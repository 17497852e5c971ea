"""Marks over the real section, and the rules of overlapping ones."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from bluebook_desktop.domain.records import Abbreviation
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.services.marks import Mark, MarkKind, ShortForms, Site, SiteMarks, TextMarks, site_of
from bluebook_desktop.services.sections import OpenSection


def words(section: OpenSection, site: Site, mark: Mark) -> str:
    document = section.document
    text = document.headings[site.number].title if site.is_heading else document.passage(site.number).text
    return text[mark.start : mark.end]


def marked(section: OpenSection, site: Site, kind: MarkKind) -> list[str]:
    marks = TextMarks(section).at(site).marks
    return [words(section, site, one) for one in marks if one.kind is kind]


def test_every_excerpt_of_every_record_is_marked(section: OpenSection) -> None:
    marks = TextMarks(section)
    for several in section.references_by_passage.values():
        for excerpt, reference in several:
            places = [(one.start, one.end, one.target) for one in marks.at(site_of(excerpt)).marks]
            assert (excerpt.start, excerpt.end, reference) in places


def test_each_kind_marks_its_words(section: OpenSection) -> None:
    first = Site(False, 1)
    assert marked(section, first, MarkKind.POINTER) == ["see the Special Feature page on 217"]
    assert any("Futenma" in one for one in marked(section, first, MarkKind.FACILITY))
    assert "Marine Corps Air Station (MCAS)" in marked(section, first, MarkKind.ABBREVIATION)
    assert marked(section, Site(False, 8), MarkKind.QUOTATION)[0].startswith("“the rock-solid Alliance")


def test_names_in_headings_are_marked_in_the_heading_and_not_below_it(section: OpenSection) -> None:
    heading = next(one for one in section.document.headings if one.title.startswith("Kawamura Yukino"))
    assert marked(section, Site(True, heading.position), MarkKind.PERSON) == ["Kawamura Yukino"]
    below = marked(section, Site(False, heading.first_passage), MarkKind.PERSON)
    assert "Kawamura Yukino" not in below


def test_a_short_form_is_marked_where_it_is_used_again_and_once_where_it_is_introduced(section: OpenSection) -> None:
    marks = TextMarks(section)
    told = section.abbreviations["FOIP"].excerpt
    reference = Reference(Kind.ABBREVIATION, section.id, "FOIP")
    found = [
        (passage.number, words(section, Site(False, passage.number), mark))
        for passage in section.document.passages
        for mark in marks.at(Site(False, passage.number)).marks
        if mark.target == reference
    ]
    assert found.count((told.passage, told.exact)) == 1
    assert len(found) > 1
    assert {one for _, one in found} == {told.exact, "FOIP"}


def test_only_wanted_kinds_are_marked(section: OpenSection) -> None:
    marks = TextMarks(section, [MarkKind.PERSON])
    kinds = {mark.kind for one in section.document.passages for mark in marks.at(Site(False, one.number)).marks}
    assert kinds == {MarkKind.PERSON}


def test_a_date_within_a_reported_statement_wins_over_it(section: OpenSection) -> None:
    marks = TextMarks(section)
    nested = [
        stack
        for passage in section.document.passages
        for mark in marks.at(Site(False, passage.number)).marks
        if mark.kind is MarkKind.DATE
        and len(stack := marks.at(Site(False, passage.number)).under(mark.start)) > 1
        and any(one.kind is MarkKind.QUOTATION for one in stack)
    ]
    assert nested
    assert all(stack[0].kind is not MarkKind.QUOTATION for stack in nested)
    assert all(stack[-1].kind is MarkKind.QUOTATION for stack in nested)


def _short(short: str) -> Abbreviation:
    excerpt = None
    return Abbreviation(short, "its full form", excerpt)  # type: ignore[arg-type]


def test_a_short_form_is_found_as_a_whole_word_in_its_own_case() -> None:
    forms = ShortForms([_short("2+2"), _short("BMD"), _short("and")])
    text = "The “2+2” of BMD, ABMD, bmd and 12+2"
    assert [(one[2], text[one[0] : one[1]]) for one in forms.find(text)] == [("2+2", "2+2"), ("BMD", "BMD")]
    assert ShortForms([]).find(text) == []


def test_the_longer_short_form_wins() -> None:
    forms = ShortForms([_short("SACO"), _short("SACO Final Report")])
    assert [one[2] for one in forms.find("the SACO Final Report of SACO")] == ["SACO Final Report", "SACO"]


_SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 20), st.sampled_from(list(MarkKind))), max_size=12)


def _mark(start: int, length: int, kind: MarkKind) -> Mark:
    return Mark(start, start + length, kind, Reference(Kind.EVENT, "2021-en/1", f"{start}-{length}"))


@given(_SPANS)
def test_what_is_under_a_character_is_what_covers_it_the_shortest_first(spans: list[tuple[int, int, MarkKind]]) -> None:
    marks = [_mark(*one) for one in spans]
    site = SiteMarks(marks)
    for offset in range(64):
        under = site.under(offset)
        assert sorted(under, key=lambda one: one.rank) == list(under)
        assert set(under) == {one for one in marks if one.start <= offset < one.end}


@given(_SPANS)
def test_stretches_cover_what_is_marked_once(spans: list[tuple[int, int, MarkKind]]) -> None:
    marks = [_mark(*one) for one in spans]
    covered: list[int] = []
    inner: Callable[[int], Mark] = lambda offset: SiteMarks(marks).under(offset)[0]  # noqa: E731
    for start, end, mark in SiteMarks(marks).stretches():
        assert start < end
        assert inner(start) == inner(end - 1) == mark
        covered += range(start, end)
    assert covered == sorted({place for one in marks for place in range(one.start, one.end)})
