"""Words set into a width for painting: wrapped, with strong and soft runs, cut with … after so many lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

#: Qt draws nothing for the line breaks of a wrapped original; a line separator is one that is meant.
_BREAKS = str.maketrans("\r\n\f\v\u2029", " " * 5)
_ELLIPSIS = "\N{NO-BREAK SPACE}…"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one colour and weight."""

    text: str
    color: QColor
    strong: bool = False
    underlined: bool = False


class TextBlock:
    """Runs set into `width`; at most `most` lines of `line_height` (the font's own when none is given)."""

    def __init__(
        self, runs: Sequence[Run], font: QFont, width: float, most: int | None = None, line_height: float | None = None
    ) -> None:
        self._font = font
        self._width = max(1.0, width)
        self._line = line_height or round(QFontMetricsF(font).lineSpacing())
        self.cut = False
        self._layout = self._lay_out([replace(run, text=run.text.translate(_BREAKS)) for run in runs], most)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self._layout.lineCount() * self._line

    @property
    def natural_width(self) -> float:
        """Width of the widest line."""
        count = self._layout.lineCount()
        return max((self._layout.lineAt(i).naturalTextWidth() for i in range(count)), default=0.0)

    @property
    def text(self) -> str:
        """The words that are shown, with the … where they were cut."""
        return self._layout.text()

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Paint the lines with their upper left corner at a point."""
        self._layout.draw(painter, at)

    def offset_at(self, x: float, y: float) -> int | None:
        """The code point at a point of the block, None beside the words."""
        number = int(y // self._line)
        if y < 0 or not 0 <= number < self._layout.lineCount():
            return None
        line = self._layout.lineAt(number)
        if not 0 <= x < line.naturalTextWidth():
            return None
        place = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
        return _code_points(self._layout.text(), int(place))

    def _lay_out(self, runs: Sequence[Run], most: int | None) -> QTextLayout:
        layout = self._set(runs)
        if most is None or layout.lineCount() <= most:
            return layout
        self.cut = True
        last = layout.lineAt(most - 1)
        keep = _code_points(layout.text(), last.textStart() + last.textLength())
        while keep > 0:
            shorter = self._set([*_first(runs, keep), Run(_ELLIPSIS, runs[-1].color)])
            if shorter.lineCount() <= most:
                return shorter
            text = "".join(run.text for run in runs)
            keep = max(text.rfind(" ", 0, keep), 0) or keep - 1
        return layout

    def _set(self, runs: Sequence[Run]) -> QTextLayout:
        layout = QTextLayout("".join(run.text for run in runs), self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_formats(runs))
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, y + (self._line - line.height()) / 2))
            y += self._line
        layout.endLayout()
        return layout


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    formats, start = [], 0
    for run in runs:
        form = QTextLayout.FormatRange()
        form.start, form.length = start, _units(run.text)
        look = QTextCharFormat()
        look.setForeground(run.color)
        look.setFontUnderline(run.underlined)
        if run.strong:
            look.setFontWeight(QFont.Weight.DemiBold)
        form.format = look
        formats.append(form)
        start += form.length
    return formats


def _first(runs: Sequence[Run], length: int) -> list[Run]:
    """The runs that hold the first `length` code points."""
    kept: list[Run] = []
    for run in runs:
        piece = run.text[:length].rstrip() if len(run.text) >= length else run.text
        kept.append(replace(run, text=piece))
        length -= len(run.text)
        if length <= 0:
            break
    return kept


def _units(text: str) -> int:
    """How long Qt takes a text to be: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _code_points(text: str, units: int) -> int:
    """Qt's offset in code points."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "ignore"))
