"""A search after the reader's decisions: names that are completed, filters, dates, and where the hits lie."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bluebook_desktop.domain.decisions import Decision
from bluebook_desktop.domain.querying import Field
from bluebook_desktop.domain.records import Verdict
from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.paths import UserFolders
from bluebook_desktop.services.decisions import decide
from bluebook_desktop.services.library import open_library
from bluebook_desktop.services.search import SearchService
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library

from .deciding import SECTION, bring_in, event_about, opened, person_called


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> UserFolders:
    folder: Path = tmp_path_factory.mktemp("overlay")
    home = folder / "home"
    folders = UserFolders(data=home, config=home, log=home / "log")
    bring_in(folders, folder)
    return folders


@pytest.fixture
def section(folders: UserFolders) -> Iterator[OpenSection]:
    with opened(folders) as (_, section):
        yield section


class Desk:
    """Searches one library before and after decisions, which are kept in no notebook."""

    def __init__(self, library: Library, section: OpenSection) -> None:
        self._section = section
        self._decided: tuple[Decision, ...] = ()
        self.service = SearchService(library, "", lambda: {SECTION: self._decided} if self._decided else {})

    def take(self, reference: Reference, verdict: Verdict, **values: str) -> None:
        step = decide(self._section, reference, verdict, values)
        self._decided = (*self._decided, step.decision)

    def take_back(self) -> None:
        self._decided = ()

    def found(self, typed: str) -> set[Reference]:
        return {hit.reference for hit in self.service.search(typed, limit=None).hits}

    def names(self, field: Field) -> list[str]:
        self.service.search("x")  # as the window does: names are offered with a result
        return self.service.names.all_of(field)

    def spread(self, typed: str) -> dict[str, int]:
        query = self.service.search(typed).query
        return {part.section: part.found for part in self.service.spread(query)}


@pytest.fixture
def desk(folders: UserFolders, section: OpenSection) -> Iterator[Desk]:
    with closing(open_library(folders)) as opened_library:
        yield Desk(opened_library.library, section)


def test_a_rejected_person_is_not_completed_and_not_known_any_more(desk: Desk, section: OpenSection) -> None:
    zenda = person_called(section, "Zenda")
    before = desk.names(Field.PERSON)
    assert section.people[zenda.id].name in before
    passages = desk.found("person:zenda kind:passage")
    assert passages
    desk.take(zenda, Verdict.REJECTED)
    assert set(before) - set(desk.names(Field.PERSON)) == {section.people[zenda.id].name}
    assert desk.found("person:zenda") == set()
    assert zenda not in desk.found("Zenda")
    assert passages <= desk.found("Zenda")  # the words of the text are there as ever


def test_a_person_is_completed_and_filtered_by_the_corrected_name_alone(desk: Desk, section: OpenSection) -> None:
    zenda = person_called(section, "Zenda")
    passages = desk.found("person:zenda kind:passage")
    desk.take(zenda, Verdict.CORRECTED, name="Rudolf")
    assert "Rudolf" in desk.names(Field.PERSON)
    assert desk.found("person:rudolf kind:passage") == passages
    assert zenda in desk.found("Rudolf")
    assert desk.found("person:zenda") == set()


def test_a_corrected_speaker_is_completed_and_filtered_by(desk: Desk, section: OpenSection) -> None:
    quotation = Reference(
        Kind.QUOTATION, SECTION, next(one.id for one in section.found.quotations if "closely" in one.excerpt.exact)
    )
    assert quotation in desk.found("speaker:kono")
    desk.take(quotation, Verdict.CORRECTED, speakers="Prime Minister Zenda")
    assert quotation not in desk.found("speaker:kono")
    assert quotation in desk.found("speaker:zenda")
    assert any("Zenda" in name for name in desk.names(Field.SPEAKER))


def test_a_rejected_facility_is_no_filter_any_more_but_other_records_of_its_passage_stay(
    desk: Desk, section: OpenSection
) -> None:
    yokota = Reference(Kind.FACILITY, SECTION, next(one.id for one in section.found.facilities if "Yokota" in one.name))
    event = event_about(section, "Yokota")
    assert event in desk.found("facility:yokota")
    desk.take(yokota, Verdict.REJECTED)
    assert not any("Yokota" in name and "Ruritania" in name for name in desk.names(Field.FACILITY))
    assert not {one for one in desk.found("facility:yokota") if one.section == SECTION}
    assert event in desk.found("exercise kind:event")


def test_an_event_is_found_by_its_corrected_date_and_by_no_other_year(desk: Desk, section: OpenSection) -> None:
    event = event_about(section, "visited")
    assert event not in desk.found("March 2017")
    assert event in desk.found("year:2018 kind:event")
    desk.take(event, Verdict.CORRECTED, date="2017-03")
    assert event in desk.found("March 2017 kind:event")
    assert event in desk.found("year:2017 kind:event")
    assert event not in desk.found("year:2018 kind:event")
    assert event not in desk.found("year:2018..2020 kind:event")


def test_a_passage_is_of_the_date_that_its_corrected_event_tells(desk: Desk, section: OpenSection) -> None:
    event = event_about(section, "visited")
    passage = section.events[event.id].excerpt.passage
    desk.take(event, Verdict.CORRECTED, date="2017-03")
    hits = [one for one in desk.service.search("March 2017").hits if one.reference.kind is Kind.PASSAGE]
    assert [(one.reference.section, one.passage) for one in hits] == [(SECTION, passage)]
    assert hits[0].marks


def test_counts_spread_and_hits_agree_after_decisions(desk: Desk, section: OpenSection) -> None:
    for reference in (event_about(section, "visited"), person_called(section, "Zenda")):
        desk.take(reference, Verdict.REJECTED)
    for typed in ("Ruritania", "person:abe", "year:2018", "kind:event", "Ruritania -Zenda", "in:paragraph", "the "):
        result = desk.service.search(typed, limit=None)
        by_kind = {kind: sum(hit.reference.kind is kind for hit in result.hits) for kind in result.counts}
        assert by_kind == result.counts, typed
        passages = [hit for hit in result.hits if hit.reference.kind is Kind.PASSAGE]
        in_section = sum(hit.reference.section == SECTION for hit in passages)
        assert desk.spread(typed).get(SECTION, 0) == in_section, typed


def test_the_bar_leaves_out_what_a_filter_keeps_no_more(desk: Desk, section: OpenSection) -> None:
    assert desk.spread("person:zenda")[SECTION] == 1
    desk.take(person_called(section, "Zenda"), Verdict.REJECTED)
    assert desk.spread("person:zenda").get(SECTION, 0) == 0


def test_a_decision_that_is_taken_back_leaves_the_search_as_it_was(desk: Desk, section: OpenSection) -> None:
    asked = ("Zenda", "person:zenda", "May 2018", "year:2018 kind:event", "Ruritania")
    before = [desk.found(one) for one in asked]
    names = desk.names(Field.PERSON)
    desk.take(person_called(section, "Zenda"), Verdict.REJECTED)
    desk.take(event_about(section, "visited"), Verdict.CORRECTED, date="2017-03")
    assert [desk.found(one) for one in asked] != before
    desk.take_back()
    assert [desk.found(one) for one in asked] == before
    assert desk.names(Field.PERSON) == names


def test_sections_that_nobody_decided_on_are_searched_as_ever(desk: Desk, section: OpenSection) -> None:
    other = {one for one in desk.found("futenma") if one.section != SECTION}
    desk.take(event_about(section, "visited"), Verdict.REJECTED)
    assert {one for one in desk.found("futenma") if one.section != SECTION} == other
    assert other
