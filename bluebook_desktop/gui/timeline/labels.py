"""Words on the axis: shortened at the end of a word, and kept as laid out: a moving axis shows the same ones again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QStaticText, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QFontMetrics

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
    """Texts in one typeface, measured, shortened and laid out once."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetricsF(font)
        #: From the middle of a row up to the upper edge of a line of text.
        self.rise = self.metrics.height() / 2
        self._widths: dict[str, float] = {}
        self._shown: dict[tuple[str, int], str] = {}
        self._texts: dict[str, QStaticText] = {}
        self._option = QTextOption(Qt.AlignmentFlag.AlignLeft)

    def width(self, text: str) -> float:
        """How wide a text is."""
        if text not in self._widths:
            self._widths[text] = self.metrics.horizontalAdvance(text)
        return self._widths[text]

    def laid_out(self, text: str, room: float | None = None) -> QStaticText:
        """The text ready to be drawn, shortened to the room there is."""
        if room is not None:
            text = self._shortened(text, int(room / _STEP) * _STEP)
        laid_out = self._texts.get(text)
        if laid_out is None:
            if len(self._texts) >= _MOST:
                self._texts.clear()
            self._texts[text] = laid_out = QStaticText(text)
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.setTextOption(self._option)
        return laid_out

    def _shortened(self, text: str, room: int) -> str:
        """Words end at few places, so one shortening serves many rooms."""
        key = (text, room)
        shown = self._shown.get(key)
        if shown is None:
            if len(self._shown) >= _MOST:
                self._shown.clear()
            self._shown[key] = shown = elided(self.metrics, text, room)
        return shown
