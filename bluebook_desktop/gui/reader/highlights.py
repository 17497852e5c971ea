"""Words set off by a colour behind them: what was found, and the excerpt of what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QTextCursor


def background(color: QColor, ink: QColor | None = None) -> QTextCharFormat:
    """A colour behind words."""
    char = QTextCharFormat()
    char.setBackground(color)
    if ink is not None:
        char.setForeground(ink)
    return char


def highlight(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    """What a text view shows of words that are set off."""
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = look
    return selection
