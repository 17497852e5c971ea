"""Words that are read and can be selected, as tall as they are long; plain text only, whatever it holds."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from bluebook_desktop.domain.documents import ONE_LINE
from bluebook_desktop.gui.theme import ColorName, Role, Theme

Tone = Literal["title", "ink", "soft", "small"]
_TONES: dict[Tone, tuple[Role, ColorName]] = {
    "title": ("title", "ink"),
    "ink": ("interface", "ink"),
    "soft": ("interface", "soft"),
    "small": ("small", "soft"),
}
_EXCERPT_MARGIN = 11


class TextView(QTextEdit):
    """Selectable words without a box; its height follows its width. The wheel scrolls what it stands in."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._margin = 0
        self._heights: dict[int, int] = {}
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "words")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, text: str, tone: Tone = "ink") -> None:
        """Show words in one of the tones of the interface."""
        role, color = _TONES[tone]
        kept_together = text.replace("¶ ", "¶\N{NO-BREAK SPACE}")
        self.setAccessibleName(" ".join(text.split()))
        self._fill([(kept_together, False)], role, color, 1.25)

    def _fill(self, pieces: list[tuple[str, bool]], role: Role, color: ColorName, spacing: float) -> None:
        font = self._theme.font(role)
        if font != self.document().defaultFont():
            self.setFont(font)
            self.document().setDefaultFont(font)
        self.document().clear()
        cursor = QTextCursor(self.document())
        lines = QTextBlockFormat()
        height = round(font.pixelSize() * spacing) + 3
        lines.setLineHeight(height, QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(lines)
        for text, marked in pieces:
            look = QTextCharFormat()
            look.setFont(font)
            look.setForeground(self._theme.color("hit_ink" if marked else color))
            if marked:
                look.setBackground(self._theme.color("hit"))
            cursor.insertText(text, look)
        self._heights.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Height of the words in so much room: layouts ask for the same again and again."""
        if width not in self._heights:
            self._heights[width] = self._height_in(width)
        return self._heights[width]

    def _height_in(self, width: int) -> int:
        if self.document().textWidth() == width - self._margin:  # which it is laid out for
            return round(self.document().size().height() + 0.49)
        measure = self.document().clone()
        measure.setDocumentMargin(0)
        measure.setDefaultTextOption(self.document().defaultTextOption())
        measure.setTextWidth(max(1, width - self._margin))
        height = round(measure.size().height() + 0.49)
        measure.deleteLater()
        return height

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 10)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another typeface or style takes other room."""
        self._heights.clear()
        super().changeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()  # scrolls the panel
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Two marked places at once would leave it open which one is copied."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copied words are words alone, without the colours of the theme."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data


class ExcerptView(TextView):
    """Words of the text in the reading face behind a rule, those that matter marked; reached by Tab."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._margin = _EXCERPT_MARGIN
        self.setProperty("role", "excerpt")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_pieces(self, pieces: list[tuple[str, bool]], name: str) -> None:
        """Show pieces of text, each marked or not; `name` says to a screen reader what they are."""
        self.setAccessibleName(name)
        pieces = [(text.translate(ONE_LINE), marked) for text, marked in pieces]
        self._fill(pieces, "serif", "ink", 1.2)
