"""How words are marked in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat

if TYPE_CHECKING:
    from PySide6.QtGui import QColor


def background(color: QColor, ink: QColor | None = None) -> QTextCharFormat:
    """A mark behind words."""
    char = QTextCharFormat()
    char.setBackground(color)
    if ink is not None:
        char.setForeground(ink)
    return char


def dotted(color: QColor) -> QTextCharFormat:
    """A quiet underline."""
    char = QTextCharFormat()
    char.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    char.setUnderlineColor(color)
    return char
