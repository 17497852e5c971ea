"""Two or three faces side by side, one of them on."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from bluebook_desktop.gui.theme import Theme


class Segments(QTabBar):
    """A tab bar drawn as one rounded control: keyboard and screen reader know it as tabs."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str, faces: dict[str, str], parent: QWidget | None = None) -> None:
        """`faces` maps keys to words."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setExpanding(True)
        self.setDrawBase(False)
        self.setFixedHeight(30)
        self.setMouseTracking(True)
        for key, words in faces.items():
            self.setTabData(self.addTab(words), key)
        self.currentChanged.connect(lambda index: self.chosen.emit(self.tabData(index)))
        theme.changed.connect(self.update)

    @property
    def current(self) -> str:
        """The key of the face that is on."""
        return str(self.tabData(self.currentIndex()))

    def choose(self, key: str) -> None:
        """Turn a face on; `chosen` follows where it was not."""
        for index in range(self.count()):
            if self.tabData(index) == key:
                self.setCurrentIndex(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for index in range(self.count()):
            if self._box(index).contains(event.position().toPoint()):
                self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(min(max(self.currentIndex() + step, 0), self.count() - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        whole = self.rect().adjusted(0, 0, -1, -1)
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "rule"), 1))
        painter.setBrush(theme.color("chrome"))
        painter.drawRoundedRect(whole, 6, 6)
        for index in range(self.count()):
            box = self._box(index)
            on = index == self.currentIndex()
            if on:
                painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "rule"), 1))
                painter.setBrush(theme.color("paper"))
                painter.drawRoundedRect(box.adjusted(0, 0, -1, -1), 6, 6)
            font = theme.font("strong" if on else "interface")
            painter.setFont(font)
            painter.setPen(theme.color("ink" if on else "soft"))
            words = QFontMetrics(font).elidedText(self.tabText(index), Qt.TextElideMode.ElideRight, box.width() - 8)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _box(self, index: int) -> QRect:
        width = self.width() // max(1, self.count())
        last = index == self.count() - 1
        return QRect(index * width, 0, self.width() - index * width if last else width, self.height())
