"""The marks of a page by its blocks: a mark's place in a heading is counted in the heading's whole line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bluebook_desktop.gui.reader.layout import in_full_title
from bluebook_desktop.services.marks import Mark, Site, SiteMarks, TextMarks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluebook_desktop.domain.documents import Heading
    from bluebook_desktop.gui.reader.layout import Page

_NONE = SiteMarks(())


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark and the block that it stands in; its offsets are code points of that block."""

    block: int
    mark: Mark

    @property
    def span(self) -> tuple[int, int, int]:
        """Block, start and end."""
        return self.block, self.mark.start, self.mark.end


class PageMarks:
    """Knows which marks stand in a block, and which one comes before or after another."""

    def __init__(self, page: Page, marks: TextMarks) -> None:
        self._page = page
        self._marks = marks
        self._of_heading: dict[int, SiteMarks] = {}

    def of_block(self, number: int) -> SiteMarks:
        """The marks of a block."""
        if not 0 <= number < len(self._page.blocks):
            return _NONE
        block = self._page.blocks[number]
        if block.passage is not None:
            return self._marks.at(Site(False, block.passage.number))
        if number not in self._of_heading:
            self._of_heading[number] = self._in_line(block.heading) if block.heading is not None else _NONE
        return self._of_heading[number]

    def _in_line(self, heading: Heading) -> SiteMarks:
        found = self._marks.at(Site(True, heading.position)).marks
        return SiteMarks(
            replace(mark, start=in_full_title(heading, mark.start), end=in_full_title(heading, mark.end - 1) + 1)
            for mark in found
        )

    def under(self, block: int, offset: int) -> tuple[PlacedMark, ...]:
        """The marks over a character of a block, the innermost first."""
        return tuple(PlacedMark(block, mark) for mark in self.of_block(block).under(offset))

    def stack(self, placed: PlacedMark) -> tuple[PlacedMark, ...]:
        """A mark, then all others that share words with it, the shortest first."""
        others = sorted(self.of_block(placed.block).marks, key=lambda one: one.rank)
        mark = placed.mark
        sharing = [one for one in others if one != mark and one.start < mark.end and mark.start < one.end]
        return (placed, *(PlacedMark(placed.block, one) for one in sharing))

    def after(self, block: int, offset: int) -> PlacedMark | None:
        """The first mark that begins at a place or behind it."""
        for number in range(max(0, block), len(self._page.blocks)):
            for mark in self.of_block(number).marks:
                if number > block or mark.start >= offset:
                    return PlacedMark(number, mark)
        return None

    def before(self, block: int, offset: int) -> PlacedMark | None:
        """The last mark that begins before a place."""
        for number in range(min(block, len(self._page.blocks) - 1), -1, -1):
            for mark in reversed(_one_a_place(self.of_block(number))):
                if number < block or mark.start < offset:
                    return PlacedMark(number, mark)
        return None

    def step(self, placed: PlacedMark, by: int) -> PlacedMark | None:
        """The mark on the next (1) or previous (-1) words that are marked, or None at the end."""
        marks = _one_a_place(self.of_block(placed.block))
        here = (placed.mark.start, placed.mark.end)
        at = next((number for number, one in enumerate(marks) if (one.start, one.end) == here), -1) + by
        if 0 <= at < len(marks):
            return PlacedMark(placed.block, marks[at])
        return self.after(placed.block + 1, 0) if by > 0 else self.before(placed.block, 0)

    def in_blocks(self, first: int, last: int) -> Iterator[PlacedMark]:
        """All marks of some blocks, in the order of the text."""
        for number in range(first, last + 1):
            for mark in self.of_block(number).marks:
                yield PlacedMark(number, mark)


def _one_a_place(site: SiteMarks) -> list[Mark]:
    """The first of the marks on the same words: two events may rest on one date."""
    return list({(one.start, one.end): one for one in reversed(site.marks)}.values())[::-1]
