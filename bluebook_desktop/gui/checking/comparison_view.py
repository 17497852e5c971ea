"""What the text says, with what differs woven in: the quotation's own words struck out, the text's underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor

from bluebook_desktop.domain.checking.verdicts import Side
from bluebook_desktop.gui.widgets.text_view import ExcerptView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.checking.verdicts import Piece
    from bluebook_desktop.gui.theme import ColorName

translate = QCoreApplication.translate
_COLORS: dict[Side, ColorName] = {
    Side.BOTH: "ink",
    Side.GIVEN: "incidents",
    Side.TEXT: "realignment",
    Side.LEFT_OUT: "soft",
}
_NO_BLANK_BEFORE = (".", ",", ";", ":", "!", "?", ")", "]", "”", "’")


class ComparisonView(ExcerptView):
    """Words of the text in the reading face; colour is never the only sign of a difference."""

    def show_comparison(self, pieces: Sequence[Piece], words: str) -> None:
        """Show pieces of a comparison, or `words` of the text where there is nothing to compare."""
        if not pieces:
            self.set_pieces([(words, False)], translate("Checking", "What the text says"))
            return
        font = self._theme.font("serif")
        self.document().setDefaultFont(font)
        self.document().clear()
        cursor = QTextCursor(self.document())
        lines = QTextBlockFormat()
        lines.setLineHeight(round(font.pixelSize() * 1.3) + 3, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(lines)
        for number, piece in enumerate(pieces):
            look = QTextCharFormat()
            look.setFont(font)
            if number and not piece.words.startswith(_NO_BLANK_BEFORE):
                cursor.insertText(" ", look)
            look.setForeground(self._theme.color(_COLORS[piece.side]))
            look.setFontStrikeOut(piece.side is Side.GIVEN)
            look.setFontUnderline(piece.side is Side.TEXT)
            cursor.insertText(piece.words, look)
        self.setAccessibleName(_spoken(pieces))
        self.updateGeometry()


def _spoken(pieces: Sequence[Piece]) -> str:
    """The comparison for a screen reader, which hears no lines."""
    words = {
        Side.BOTH: "{0}",
        Side.GIVEN: translate("Checking", "[quotation: {0}]"),
        Side.TEXT: translate("Checking", "[text: {0}]"),
        Side.LEFT_OUT: translate("Checking", "[left out: {0}]"),
    }
    return " ".join(words[piece.side].format(piece.words) for piece in pieces)
