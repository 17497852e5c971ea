"""The quotations of a draft or of a list, to be checked one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bluebook_desktop.extraction.marks import find_quoted
from bluebook_desktop.sources.drafts import read_draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: Anything that a word can be made of.
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Span:
    """A quotation without its marks, and the line (in a Word file the paragraph) that it begins in."""

    line: int
    text: str


def spans_of(path: Path) -> Iterator[Span]:
    """Every quoted span of a draft that has words, in order: what stands in marks, and whole quoted paragraphs.

    BluebookError where the file cannot be read.
    """
    for paragraph in read_draft(path):
        quoted = find_quoted(paragraph.text, doubtful=True)  # one too many is seen, one too few is not
        if paragraph.is_quoted:
            whole = paragraph.text
            # A block quotation in marks of its own is the same with or without them.
            is_one = len(quoted) == 1 and quoted[0].start == 0 and quoted[0].end == len(whole)
            found = [quoted[0].inner(whole) if is_one else whole]
        else:
            found = [one.inner(paragraph.text) for one in quoted]
        yield from (Span(paragraph.line, text) for text in found if _WORD.search(text))


def lines_of(text: str) -> list[Span]:
    """A list of quotations, one a line; blank lines are passed over, and one without words is told to have none."""
    spans = [Span(number, line.strip()) for number, line in enumerate(text.splitlines(), start=1)]
    return [span for span in spans if span.text]
