"""Words on the axis: shortened at the end of a word, and kept as laid out: a moving axis shows the same ones again."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QStaticText, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QFontMetrics

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")
_ELLIPSIS = "…"
#: A word that would leave less than this part of the room is cut rather than left out.
_KEPT = 0.85
#: Rooms are taken in steps, or a zoom would shorten and lay out every label anew in every frame.
_STEP = 6
#: So many labels are kept; more are begun anew.
_MOST = 4_000


def elided(metrics: QFontMetricsF | QFontMetrics, text: str, room: float) -> str:
    """As much of a text as there is room for, with … where some is left out, after a whole word if one ends near."""
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
    if words == text or not words.endswith(_ELLIPSIS):
        return words
    head = words[:-1]
    is_whole = text[len(head) :][:1].isspace() or head.endswith(" ")
    whole = head.rstrip() if is_whole else head.rpartition(" ")[0]
    if len(whole) < _KEPT * len(head):
        whole = head.rstrip()
    return whole.rstrip(" .,;:–-(“‘") + _ELLIPSIS


class Labels:
    """Texts in one typeface, measured, shortened and laid out once.

    Titles of events share most of their words, so a width is the sum of its words' ones, and a text is shortened by
    what stands before the first word that has no room: a tenth of what it costs to set whole titles into lines.
    """

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        #: From the middle of a row up to the upper edge of a line of text.
        self.rise = self.metrics.height() / 2
        self._space = self.metrics.horizontalAdvance(" ")
        self._words: dict[str, float] = {}
        self._widths: dict[str, float] = {}
        self._ends: dict[str, tuple[list[float], list[int]]] = {}
        self._shown: dict[tuple[str, int], str] = {}
        self._texts: dict[str, QStaticText] = {}
        self._option = QTextOption(Qt.AlignmentFlag.AlignLeft)

    def width(self, text: str) -> float:
        """How wide a text is."""
        width = self._widths.get(text)
        if width is None:
            words = text.split(" ")
            self._widths[text] = width = sum(map(self._width_of, words)) + self._space * (len(words) - 1)
        return width

    def _width_of(self, word: str) -> float:
        width = self._words.get(word)
        if width is None:
            self._words[word] = width = self.metrics.horizontalAdvance(word)
        return width

    def laid_out(self, text: str, room: float | None = None) -> QStaticText:
        """The text ready to be drawn, shortened to the room there is."""
        if room is not None:
            text = self._shortened(text, int(room / _STEP) * _STEP)
        laid_out = self._texts.get(text)
        if laid_out is None:
            laid_out = QStaticText(text)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.setTextOption(self._option)
            _keep(self._texts, text, laid_out)
        return laid_out

    def _shortened(self, text: str, room: int) -> str:
        """What follows on the first word without room has no part in it, so one shortening serves many texts."""
        ends, stops = self._ends.get(text) or self._measured(text)
        word = bisect_right(ends, room)
        if word == len(ends):
            return text
        head = text[: stops[word]]
        key = (head, room)
        shown = self._shown.get(key)
        if shown is None:
            shown = elided(self.metrics, head, room)
            if shown == head:  # a hair's breadth narrower than its words together
                shown = elided(self.metrics, text, room)
            _keep(self._shown, key, shown)
        return shown

    def _measured(self, text: str) -> tuple[list[float], list[int]]:
        """Up to where the words of a text reach, in pixels and in letters."""
        words = text.split(" ")
        ends = list(accumulate(self._width_of(word) + self._space for word in words))
        stops = list(accumulate(len(word) + 1 for word in words))
        found = [end - self._space for end in ends], [stop - 1 for stop in stops]
        _keep(self._ends, text, found)
        return found


def _keep(kept: dict[_Key, _Value], key: _Key, value: _Value) -> None:
    """Remember something."""
    if len(kept) >= _MOST:
        kept.clear()
    kept[key] = value
