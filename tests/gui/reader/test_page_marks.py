"""Marks by the blocks of a page: headings count with their label, steps go through the whole text."""

import pytest

from bluebook_desktop.domain.documents import Heading, HeadingKind
from bluebook_desktop.gui.reader.layout import in_full_title, set_section
from bluebook_desktop.gui.reader.page_marks import PageMarks, PlacedMark
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.services.marks import MarkKind, TextMarks
from bluebook_desktop.services.sections import OpenSection


@pytest.fixture(scope="module")
def marks(theme: Theme, section: OpenSection) -> PageMarks:
    return PageMarks(set_section(section.document, theme, 100), TextMarks(section))


def everything(marks: PageMarks) -> list[PlacedMark]:
    return list(marks.in_blocks(0, len(marks._page.blocks) - 1))


def words(marks: PageMarks, placed: PlacedMark) -> str:
    text = marks._page.document.findBlockByNumber(placed.block).text()
    return text[placed.mark.start : placed.mark.end]


def test_marks_of_headings_stand_over_their_words(marks: PageMarks, section: OpenSection) -> None:
    found = [words(marks, one) for one in everything(marks) if marks._page.blocks[one.block].heading is not None]
    assert {"Kawamura Yukino", "Ikeda Reika", "Misawa City", "BMD", "HNS"} & set(found) >= {"Kawamura Yukino"}
    assert "Ballistic Missile Defense (BMD)" in found
    assert "Host Nation Support (HNS)" in found


@pytest.mark.parametrize(
    ("label", "title", "offset", "expected"),
    [("", "Space", 2, 2), ("(4)", "Host Nation", 5, 9), ("A", "Two\nlines", 4, 6), ("A", "Two \n lines", 6, 6)],
)
def test_an_offset_counts_with_label_and_folded_line_breaks(label: str, title: str, offset: int, expected: int) -> None:
    heading = Heading(0, HeadingKind.PART, label, title, 1, 1, 0, 1)
    assert in_full_title(heading, offset) == expected
    assert heading.full_title[expected] == title[offset]


def test_stepping_forth_and_back_comes_to_all_marked_words(marks: PageMarks) -> None:
    places = sorted({(one.block, one.mark.start, -one.mark.end) for one in everything(marks)})
    forth, at = [], marks.after(0, 0)
    while at is not None:
        forth.append(at)
        at = marks.step(at, 1)
    assert [(one.block, one.mark.start, -one.mark.end) for one in forth] == places
    back, at = [], forth[-1]
    while at is not None:
        back.append(at)
        at = marks.step(at, -1)
    assert back == forth[::-1]


def test_the_stack_of_a_mark_begins_with_it_and_holds_all_that_share_words(marks: PageMarks) -> None:
    quotation = next(
        one for one in everything(marks) if one.mark.kind is MarkKind.QUOTATION and len(marks.stack(one)) > 2
    )
    stack = marks.stack(quotation)
    assert stack[0] == quotation
    for other in stack[1:]:
        assert other.mark.start < quotation.mark.end
        assert quotation.mark.start < other.mark.end


def test_a_block_that_is_not_there_has_no_marks(marks: PageMarks) -> None:
    assert marks.of_block(-1).marks == marks.of_block(10_000).marks == ()
    assert marks.under(10_000, 3) == ()
