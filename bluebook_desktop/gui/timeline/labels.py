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
        self._texts: dict[tuple[str, int], QStaticText] = {}

    def width(self, text: str) -> float:
        """How wide a text is."""
        if text not in self._widths:
            self._widths[text] = self.metrics.horizontalAdvance(text)
        return self._widths[text]

    def laid_out(self, text: str, room: float | None = None) -> QStaticText:
        """The text ready to be drawn, shortened to the room there is."""
        key = (text, -1 if room is None else int(room / _STEP) * _STEP)
        if key not in self._texts:
            if len(self._texts) >= _MOST:
                self._texts.clear()
            shown = QStaticText(text if room is None else elided(self.metrics, text, key[1]))
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
            self._texts[key] = shown
        return self._texts[key]
