"""How each kind of mark is drawn: a line of its own form and colour under the words, painted for what is in view."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from bluebook_desktop.gui.reader.layout import utf16
from bluebook_desktop.services.marks import MarkKind

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QTextBlock

    from bluebook_desktop.gui.reader.page_marks import PageMarks, PlacedMark
    from bluebook_desktop.gui.theme import ColorName, Theme

#: Pixels below the baseline at 100 %.
_BELOW = 4.0
#: Height of the hooks where a quotation begins and ends.
_HOOK = 5.0


@dataclass(frozen=True, slots=True)
class Look:
    """The line of a kind. `dashes` are in pixels; none is a line without gaps."""

    color: ColorName
    width: float
    dashes: tuple[float, ...] = ()
    hooks: bool = False


#: Told apart by their form alone, as in black and white.
LOOKS: dict[MarkKind, Look] = {
    MarkKind.DATE: Look("accent", 1.5, (0.1, 3.0)),  # round dots
    MarkKind.FACILITY: Look("realignment", 1.25, (4.5, 3.0)),  # dashes
    MarkKind.PERSON: Look("agreements", 1.25, (6.0, 2.5, 1.25, 2.5)),  # dash, dot
    MarkKind.ABBREVIATION: Look("soft", 1.0, (2.5, 5.0)),  # short dashes far apart
    MarkKind.QUOTATION: Look("soft", 0.7, (0.1, 6.0), hooks=True),  # wide dots between hooks
    MarkKind.POINTER: Look("accent", 1.0),  # a link
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A piece of a mark on one line of the text."""

    x: float
    end: float
    baseline: float
    mark: PlacedMark


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is painted of a block: lines where a mark is the innermost, and hooks at both ends of quotations."""

    strokes: tuple[Stroke, ...] = ()
    hooks: tuple[tuple[Look, QPointF, int], ...] = ()


def pen_of(look: Look, theme: Theme, *, strong: bool = False) -> QPen:
    """The pen of a kind; `strong` without gaps, for what is pointed at."""
    width = look.width if not strong else max(1.5, look.width)
    pen = QPen(theme.color(look.color), width)
    if look.dashes and not strong:
        dots = look.dashes[0] < look.width
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if dots else Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([max(0.01, one / width) for one in look.dashes])
    else:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def draw_line(painter: QPainter, x: float, end: float, y: float) -> None:
    """One line of a kind with the pen that is set."""
    painter.drawLine(QLineF(x, y, end, y))


class MarkPainter:
    """Paints the marks of one page; where the words stand is worked out once a block, until `forget`."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._marks: PageMarks | None = None
        self._drawn: dict[int, Drawn] = {}
        self.zoom = 100

    def set_marks(self, marks: PageMarks | None, zoom: int) -> None:
        """Paint other marks, or none."""
        self._marks, self.zoom = marks, zoom
        self.forget()

    def forget(self) -> None:
        """The lines of the text are others now."""
        self._drawn.clear()

    def drawn(self, block: QTextBlock) -> Drawn:
        """What is painted of a block."""
        number = block.blockNumber()
        if self._marks is None:
            return Drawn()
        if number not in self._drawn:
            self._drawn[number] = _drawn(block, self._marks)
        return self._drawn[number]

    def paint_ground(self, painter: QPainter, block: QTextBlock, pointed: PlacedMark) -> None:
        """A tint under the words of the mark that is pointed at, before the words are painted."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("hover"))
        for rect in rects_of(block, pointed):
            painter.drawRoundedRect(rect, 3, 3)

    def paint(self, painter: QPainter, block: QTextBlock, pointed: PlacedMark | None) -> None:
        """The lines under the words of a block; those of the mark that is pointed at have no gaps."""
        below = _BELOW * max(0.8, min(self.zoom / 100, 2.0))
        drawn = self.drawn(block)
        for stroke in drawn.strokes:
            if stroke.mark != pointed:
                self._draw(painter, stroke, below, strong=False)
        if pointed is not None and pointed.block == block.blockNumber():
            for stroke in strokes_of(block, pointed):
                self._draw(painter, stroke, below, strong=not LOOKS[pointed.mark.kind].hooks)
        for look, foot, inwards in drawn.hooks:
            painter.setPen(QPen(self._theme.color(look.color), 1.25))
            corner = QPointF(foot.x(), _crisp(foot.y() + below))
            painter.drawPolyline([corner - QPointF(0, _HOOK), corner, corner + QPointF(inwards * _HOOK, 0)])

    def _draw(self, painter: QPainter, stroke: Stroke, below: float, *, strong: bool) -> None:
        look = LOOKS[stroke.mark.mark.kind]
        painter.setPen(pen_of(look, self._theme, strong=strong))
        draw_line(painter, stroke.x, stroke.end, _crisp(stroke.baseline + below))

    def paint_ring(self, painter: QPainter, block: QTextBlock, walked: PlacedMark) -> None:
        """The ring around the words that the keyboard is at."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        for rect in rects_of(block, walked):
            painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), 4, 4)


def _drawn(block: QTextBlock, marks: PageMarks) -> Drawn:
    from bluebook_desktop.gui.reader.page_marks import PlacedMark  # noqa: PLC0415 - only where marks are shown

    number, site = block.blockNumber(), marks.of_block(block.blockNumber())
    strokes: list[Stroke] = []
    for start, end, mark in site.stretches():
        strokes += strokes_of(block, PlacedMark(number, mark), (start, end))
    hooks: list[tuple[Look, QPointF, int]] = []
    for mark in site.marks:
        look = LOOKS[mark.kind]
        if look.hooks and (whole := strokes_of(block, PlacedMark(number, mark))):
            hooks.append((look, QPointF(whole[0].x, whole[0].baseline), 1))
            hooks.append((look, QPointF(whole[-1].end, whole[-1].baseline), -1))
    return Drawn(tuple(strokes), tuple(hooks))


def strokes_of(block: QTextBlock, placed: PlacedMark, part: tuple[int, int] | None = None) -> list[Stroke]:
    """A mark of a block, or a part of it, in pieces: one for each line that it runs over."""
    text, layout = block.text(), block.layout()
    start, end = part or (placed.mark.start, placed.mark.end)
    first, last = utf16(text, start), utf16(text, end)
    top = layout.position()
    found: list[Stroke] = []
    line = layout.lineForTextPosition(first)
    while line.isValid():
        begins = line.textStart()
        ends = begins + line.textLength()
        here, there = max(first, begins), min(last, ends)
        # A blank that hangs at the end of a line is not underlined.
        while here < there == ends and there < last and text[there - 1 : there].isspace():
            there -= 1
            ends = there
        if there > here:
            x, other = _x(line, here), _x(line, there)
            baseline = top.y() + line.y() + line.ascent()
            found.append(Stroke(top.x() + min(x, other), top.x() + max(x, other), baseline, placed))
        if begins + line.textLength() >= last or line.lineNumber() + 1 >= layout.lineCount():
            break
        line = layout.lineAt(line.lineNumber() + 1)
    return found


def _crisp(y: float) -> float:
    """The middle of a pixel, where a fine line is not smeared over two."""
    return math.floor(y) + 0.5


def _x(line: object, position: int) -> float:
    """Where a character of a line begins; Qt answers with the position as well."""
    answer = line.cursorToX(position)  # type: ignore[attr-defined]
    return float(answer[0] if isinstance(answer, tuple) else answer)


def rects_of(block: QTextBlock, placed: PlacedMark) -> list[QRectF]:
    """The rectangles of a mark's words, one a line, in the document's coordinates."""
    layout, found = block.layout(), []
    for stroke in strokes_of(block, placed):
        line = layout.lineForTextPosition(0)
        above = line.ascent() if line.isValid() else 14.0
        below = line.descent() if line.isValid() else 5.0
        found.append(QRectF(stroke.x - 1, stroke.baseline - above, stroke.end - stroke.x + 2, above + below + 2))
    return found
