import pytest

from bluebook_desktop.domain.dates import parse_edtf
from bluebook_desktop.errors import UsageError
from bluebook_desktop.services.browsing import find_events, find_facilities, find_people, find_quotations, open_section
from bluebook_desktop.services.sections import OpenSection
from bluebook_desktop.storage.library import Library


@pytest.mark.parametrize("name", [None, "4.2.2", "2021-en/4.2.2", "bluebook:2021-en/4.2.2", " 4.2.2 "])
def test_a_section_is_picked_by_number_id_or_locator(library: Library, name: str | None) -> None:
    assert open_section(library, name).id == "2021-en/4.2.2"


def test_a_section_that_is_not_there_is_refused_with_those_that_are(library: Library) -> None:
    with pytest.raises(UsageError) as refused:
        open_section(library, "9.9")
    assert str(refused.value) == "The library has no section “9.9”; it has 2021-en/4.2.2."


def test_an_open_event_reaches_into_all_later_time(section: OpenSection) -> None:
    late = find_events(section, first=parse_edtf("2100"))
    assert late
    assert all(event.date.span.end is None for event in late)


def test_all_events_come_in_order_of_time(section: OpenSection) -> None:
    events = find_events(section)
    assert len(events) == len(section.records.events)
    assert [event.date.span.start for event in events] == sorted(event.date.span.start or "" for event in events)


def test_a_name_in_full_finds_that_one_alone_and_a_word_of_it_all(section: OpenSection) -> None:
    assert [one.name for one in find_people(section, "KISHI NOBUSUKE")] == ["Kishi Nobusuke"]
    assert {one.name for one in find_people(section, "kishi")} == {"Kishi Nobusuke", "Kishi Nobuo"}
    assert find_facilities(section, "marine zeppelin") == []
    assert len(find_facilities(section)) == 14
    assert find_facilities(section, "—") == []


def test_a_fuller_name_that_was_added_finds_the_person(section: OpenSection) -> None:
    assert [one.name for one in find_people(section, "Toshimitsu")] == ["Motegi"]
    assert find_quotations(section, speaker="Donald")
