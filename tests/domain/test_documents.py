import pytest

from bluebook_desktop.domain.documents import Document, headings_path
from bluebook_desktop.paths import bundled
from bluebook_desktop.sources.plaintext import read_plaintext


def document() -> Document:
    return read_plaintext(bundled("data", "editions", "2021-en", "4.2.2", "text.txt").read_bytes().decode("utf-8"))


def test_the_headings_above_a_passage_are_named_outermost_first() -> None:
    read = document()
    above = [heading.full_title for heading in read.headings_above(read.passage(31))]
    assert above[:2] == [
        "Diplomatic Bluebook 2021",
        "Chapter 4 Japan Strengthening Its Presence in the International Community",
    ]
    assert above[-1] == "Kawamura Yukino, Daini Junior High School, Misawa City"
    assert [heading.level for heading in read.headings_above(read.passage(31))] == [1, 2, 3, 4, 5, 6]


def test_a_heading_covers_what_the_headings_below_it_cover() -> None:
    read = document()
    for heading in read.headings:
        for above in headings_path(read.headings, heading):
            assert above.first_passage <= heading.first_passage <= heading.last_passage <= above.last_passage


def test_a_passage_that_is_not_there_is_a_key_error() -> None:
    read = document()
    for number in (0, 37, -1):
        with pytest.raises(KeyError):
            read.passage(number)


def test_what_stands_before_the_first_heading_has_none_above() -> None:
    read = read_plaintext("Some words stand first.\n\n1 Overview\n\nMore words follow.\n")
    assert [passage.heading for passage in read.passages] == [None, 0]
    assert read.headings_above(read.passage(1)) == ()
    assert [heading.title for heading in read.headings_above(read.passage(2))] == ["Overview"]
