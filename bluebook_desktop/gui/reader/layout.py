"""Sets a section as a QTextDocument: one block a heading or passage, holding nothing but the source's words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from bluebook_desktop.domain.documents import ONE_LINE, Document, Heading, HeadingKind, Passage, PassageKind
from bluebook_desktop.gui.theme import READING_FAMILY, ColorName, Theme

if TYPE_CHECKING:
    from bluebook_desktop.domain.excerpts import Excerpt

#: Pixel sizes at 100 % (look.md: reading 17, captions 13).
READING_SIZE = 17.0
_LEADING = 1.55
#: Width of the column in reading sizes: some 68 characters.
MEASURE = 32.0
#: Room left of the column for the margin numbers, and right of it.
GUTTER = 95
RIGHT_MARGIN = 44

#: Height of a line of the reading face, and of a usual interface face, in sizes of the face.
_NATURAL = 1.37
_NATURAL_INTERFACE = 1.17

_FAR = 28
_NEAR = 10
#: Kind -> size, space above, space below.
_HEADINGS: dict[HeadingKind, tuple[float, int, int]] = {
    HeadingKind.EDITION: (13.0, 30, 2),
    HeadingKind.CHAPTER: (13.0, 0, 10),
    HeadingKind.SECTION: (30.0, 0, 8),
    HeadingKind.PART: (23.0, _FAR, _NEAR),
    HeadingKind.SUBPART: (19.0, 22, 8),
    HeadingKind.ITEM: (17.0, 18, 6),
    HeadingKind.FEATURE: (22.0, 44, 12),
    HeadingKind.COLUMN: (22.0, 44, 12),
    HeadingKind.VOICE: (17.0, 18, 6),
}
_SET_APART = frozenset({HeadingKind.FEATURE, HeadingKind.COLUMN})
_INTERFACE = frozenset({HeadingKind.EDITION, HeadingKind.CHAPTER})


@dataclass(frozen=True, slots=True)
class Block:
    """What one block of the document shows. `set_apart` is the position of the feature or column it belongs to."""

    heading: Heading | None
    passage: Passage | None
    set_apart: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """A set section: the document, and what each of its blocks is, by block number."""

    document: QTextDocument
    blocks: tuple[Block, ...]
    block_of_passage: dict[int, int]
    block_of_heading: dict[int, int]


def reading_size(zoom: int) -> float:
    """The reading size in pixels at a zoom in per cent."""
    return READING_SIZE * zoom / 100


def set_section(document: Document, theme: Theme, zoom: int) -> Page:
    """Set a section at a zoom in per cent."""
    page = QTextDocument()
    page.setUndoRedoEnabled(False)
    page.setDocumentMargin(0)
    order = _reading_order(document)
    setter = _Setter(theme, zoom)
    cursor = QTextCursor(page)
    cursor.beginEditBlock()
    blocks: list[Block] = []
    passages: dict[int, int] = {}
    headings: dict[int, int] = {}
    for number, item in enumerate(order):
        block_format, char_format = setter.formats(item)
        if number:
            cursor.insertBlock(block_format, char_format)
        else:
            cursor.setBlockFormat(block_format)
            cursor.setBlockCharFormat(char_format)
        if isinstance(item, Passage):
            cursor.insertText(item.text.translate(ONE_LINE), char_format)
            passages[item.number] = number
            blocks.append(Block(None, item, _set_apart(document, document.headings_above(item))))
        else:
            cursor.insertText(item.full_title, char_format)
            headings[item.position] = number
            path = (*_above(document, item), item)
            blocks.append(Block(item, None, _set_apart(document, path)))
    cursor.endEditBlock()
    return Page(page, tuple(blocks), passages, headings)


def _reading_order(document: Document) -> list[Heading | Passage]:
    """Headings and passages as they follow each other in the source."""
    return sorted([*document.headings, *document.passages], key=lambda one: one.source_start)


def _above(document: Document, heading: Heading) -> tuple[Heading, ...]:
    covering = (h for h in document.headings[: heading.position] if h.level < heading.level)
    return tuple(h for h in covering if h.first_passage <= heading.first_passage <= h.last_passage)


def _set_apart(document: Document, path: tuple[Heading, ...]) -> int | None:
    return next((heading.position for heading in path if heading.kind in _SET_APART), None)


class _Setter:
    """Block and character formats at one zoom."""

    def __init__(self, theme: Theme, zoom: int) -> None:
        self._theme = theme
        self._zoom = zoom
        self._made: dict[HeadingKind | PassageKind, tuple[QTextBlockFormat, QTextCharFormat]] = {}

    def formats(self, item: Heading | Passage) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """The formats of a heading or passage; those of one kind share them."""
        if item.kind not in self._made:
            self._made[item.kind] = self._make(item)
        return self._made[item.kind]

    def _make(self, item: Heading | Passage) -> tuple[QTextBlockFormat, QTextCharFormat]:
        if isinstance(item, Heading):
            return self._heading(item.kind, item.level)
        if item.kind is PassageKind.CAPTION:
            font = self._font(13.0, serif=False)
            return self._format(font, 1.45, 14, 14), self._char(font, "soft")
        font = self._font(READING_SIZE)
        return self._format(font, _LEADING, 0, 13), self._char(font, "ink")

    def _heading(self, kind: HeadingKind, level: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
        size, above, below = _HEADINGS[kind]
        font = self._font(size, serif=kind not in _INTERFACE, strong=kind not in _INTERFACE)
        block = self._format(font, 1.22, above, below)
        block.setHeadingLevel(level)
        return block, self._char(font, "soft" if kind in _INTERFACE else "ink")

    def _font(self, size: float, *, serif: bool = True, strong: bool = False) -> QFont:
        font = QFont(READING_FAMILY) if serif else QFont(self._theme.font("interface"))
        font.setPixelSize(max(1, round(size * self._zoom / 100)))
        if strong:
            font.setWeight(QFont.Weight.DemiBold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _format(self, font: QFont, leading: float, above: int, below: int) -> QTextBlockFormat:
        block = QTextBlockFormat()
        scale = self._zoom / 100
        block.setTopMargin(round(above * scale))
        block.setBottomMargin(round(below * scale))
        percent = leading / (_NATURAL if font.family() == READING_FAMILY else _NATURAL_INTERFACE) * 100
        block.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        return block

    def _char(self, font: QFont, color: ColorName) -> QTextCharFormat:
        char = QTextCharFormat()
        char.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
        char.setForeground(self._theme.brush(color))
        return char


def in_full_title(heading: Heading, offset: int) -> int:
    """An offset in a heading's title, counted in its line: the label stands before, a line break is a blank."""
    return len(replace(heading, title=f"{heading.title[:offset]}x").full_title) - 1


def block_span(page: Page, excerpt: Excerpt) -> tuple[int, int, int] | None:
    """Block, start and end of an excerpt, or None where the page has no such heading or passage."""
    if excerpt.heading is None:
        number = page.block_of_passage.get(excerpt.passage)
        return None if number is None else (number, excerpt.start, excerpt.end)
    number = page.block_of_heading.get(excerpt.heading)
    heading = page.blocks[number].heading if number is not None else None
    if number is None or heading is None:
        return None
    return number, in_full_title(heading, excerpt.start), in_full_title(heading, excerpt.end - 1) + 1


def utf16(text: str, offset: int) -> int:
    """A code point's offset as Qt counts it (UTF-16 units)."""
    if text.isascii():
        return offset
    return offset + sum(1 for character in text[:offset] if character > "\uffff")


def code_points(text: str, units: int) -> int:
    """A UTF-16 offset as code points."""
    if text.isascii():
        return units
    seen = 0
    for index, character in enumerate(text):
        if seen >= units:
            return index
        seen += 2 if character > "\uffff" else 1
    return len(text)
