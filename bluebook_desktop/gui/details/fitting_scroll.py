"""A scroll area that is no taller than what it holds, so that what follows it stands directly below."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class FittingScroll(QScrollArea):
    """Scrolls up and down alone, and only when there is not enough room.

    The scroll bar stands in the right margin of what it scrolls: lines never break anew when it comes or goes.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        self._give_up_margin()

    def sizeHint(self) -> QSize:
        inside = self.widget()
        return QSize(280, self._height(inside) if inside is not None else 0)

    def _height(self, inside: QWidget) -> int:
        return inside.heightForWidth(self.viewport().width())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._give_up_margin()
        return super().viewportEvent(event)

    def _give_up_margin(self) -> None:
        widget: QWidget | None = self.widget()
        inside = widget.layout() or widget if widget is not None else None
        if inside is not None:
            margins = inside.contentsMargins()
            margins.setRight(max(0, margins.left() - (self.width() - self.viewport().width())))
            inside.setContentsMargins(margins)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return handled
