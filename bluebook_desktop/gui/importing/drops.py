"""Files that are dragged onto a window, wherever: a sheet says what dropping them will do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from bluebook_desktop.gui.importing.words import offer_in_words
from bluebook_desktop.gui.theme import Theme

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop)


def dragged_paths(data: QMimeData) -> list[Path]:
    """The files and folders of this computer that are dragged; nothing where anything else is among them."""
    if not data.hasUrls():
        return []
    urls = data.urls()
    return [Path(one.toLocalFile()) for one in urls] if all(one.isLocalFile() for one in urls) else []


class DropSheet(QWidget):
    """Covers a window while files are held over it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._is_offer = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_words(self, words: str, *, is_offer: bool) -> None:
        """Say what a drop will do, or why nothing can be dropped."""
        self._words, self._is_offer = words, is_offer
        self.setAccessibleName(words)
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = self._theme.color("panel")
        veil.setAlphaF(0.86)
        painter.fillRect(self.rect(), veil)
        color = self._theme.color("accent" if self._is_offer else "soft")
        painter.setPen(QPen(color, 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(16, 16, -16, -16), 8, 8)
        font = self._theme.font("title")
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        room = self.rect().adjusted(56, 56, -56, -56)
        words = QFontMetrics(font).boundingRect(room, int(flags), self._words)
        painter.setPen(self._theme.color("rule"))
        painter.setBrush(self._theme.color("paper"))
        painter.drawRoundedRect(QRectF(words).adjusted(-24, -16, 24, 16), 8, 8)
        painter.setPen(self._theme.color("ink" if self._is_offer else "soft"))
        painter.setFont(font)
        painter.drawText(words, flags, self._words)


class DropTarget(QObject):
    """Takes drops of files anywhere on a window, before any of its fields can take them for words."""

    dropped = Signal(list)  # paths

    def __init__(self, theme: Theme, window: QWidget, why_not: Callable[[], str]) -> None:
        """`why_not` says why nothing can be imported just now, in a sentence; empty where it can."""
        super().__init__(window)
        self._window, self._why_not = window, why_not
        self.sheet = DropSheet(theme, window)
        window.setAcceptDrops(True)  # makes a native window that takes drops
        window.installEventFilter(self)
        self._watch_native()

    def _watch_native(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and watched is self._window:
            self._watch_native()
        elif event.type() in _DRAGS and watched is self._window.windowHandle():
            return self._has_handled(event)
        return super().eventFilter(watched, event)

    def _has_handled(self, event: QEvent) -> bool:
        """Whether a drag was one of files; others go their usual way."""
        if not isinstance(event, QDropEvent | QDragMoveEvent):
            was_shown = self.sheet.isVisible()
            self.sheet.hide()
            return was_shown
        paths = dragged_paths(event.mimeData())
        if not paths:
            return False
        refusal = self._why_not()
        if event.type() == QEvent.Type.Drop:
            self.sheet.hide()
            if not refusal:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self.dropped.emit(paths)
            return True
        if event.type() == QEvent.Type.DragEnter:
            folders = [one for one in paths if one.is_dir()]
            words = refusal or offer_in_words([one for one in paths if one not in folders], folders)
            self.sheet.show_words(words, is_offer=not refusal)
        if refusal:
            event.ignore()
        else:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        return True
