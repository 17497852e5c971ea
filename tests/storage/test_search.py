from bluebook_desktop.domain.queries import parse_query
from bluebook_desktop.domain.references import Kind
from bluebook_desktop.storage.library import Library
from bluebook_desktop.storage.search import count_entries, count_passages, errata_in, find_entries, find_passages


def passages(library: Library, typed: str) -> list[int]:
    return [one.passage for one in find_passages(library, parse_query(typed), 10)]


def test_passages_come_in_reading_order_up_to_the_limit(library: Library) -> None:
    assert passages(library, "camp hill") == [1, 2]
    assert len(find_passages(library, parse_query("camp"), 1)) == 1
    assert count_passages(library, parse_query("camp")) == 2


def test_the_first_letters_of_the_last_word_are_enough(library: Library) -> None:
    assert passages(library, "vis") == [1]
    assert passages(library, "vis ") == []


def test_a_slip_is_found_as_printed_and_in_its_right_reading(library: Library) -> None:
    assert passages(library, "isrock ") == [1]
    assert passages(library, '"friendship is rock solid"') == [1]
    assert errata_in(library, "1999-en/1.1", 1) == [("is rock-solid", 74, 86)]
    assert errata_in(library, "1999-en/1.1", 2) == []


def test_records_are_found_and_counted_by_kind(library: Library) -> None:
    query = parse_query("camp")
    assert count_entries(library, query) == {Kind.FACILITY: 1, Kind.EVENT: 1, Kind.ABBREVIATION: 1}
    found = find_entries(library, query, Kind.FACILITY, 10)
    assert [(one.id, one.title, one.passage) for one in found] == [("camp-hill", "Camp Hill", 1)]


def test_a_speaker_is_named_once_in_a_quotations_title(library: Library) -> None:
    assert [one.title for one in find_entries(library, parse_query("friendship"), Kind.QUOTATION, 10)] == [
        "Minister Ono Aya"
    ]


def test_words_of_the_query_language_are_words(library: Library) -> None:
    for typed in ("NEAR(camp hill)", "camp AND", "camp OR zebra", 'words:"camp"', "camp*", "-camp", "camp^2"):
        find_passages(library, parse_query(typed), 10)
    assert passages(library, "camp OR zebra ") == []
