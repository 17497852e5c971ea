"""Side bar, centre and Details beside each other; in a narrow window the outer two slide over the centre."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from bluebook_desktop.gui.theme import Theme

#: Below this width Details slide over; below the other the side bar does too.
DETAILS_FROM = 1100
SIDE_FROM = 840
_LEAST = 200


class _Sheet(QWidget):
    """Holds a panel that lies over the centre, with a line at its inner edge."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAutoFillBackground(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 0, 1, 0)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("panel"))
        painter.setPen(self._theme.color("rule"))
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())


class Workbench(QWidget):
    """Places three widgets; the outer ones may be hidden. Widths are kept in pixels while the window changes."""

    arranged = Signal()  # a panel began or ceased to lie over the centre

    def __init__(self, theme: Theme, side: QWidget, centre: QWidget, widths: tuple[int, int]) -> None:
        """`widths` are those of the side bar and of Details."""
        super().__init__()
        self._side, self._centre = side, centre
        self._details: QWidget | None = None
        self._widths = {"side": widths[0], "details": widths[1]}
        self._shown = {"side": True, "details": False}
        self._was_narrow = False
        self._side_before = True
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.splitterMoved.connect(self._on_moved)
        self._sheets = {"side": _Sheet(theme, self), "details": _Sheet(theme, self)}
        side.setMinimumWidth(_LEAST)
        self._splitter.addWidget(side)
        self._splitter.addWidget(centre)
        self._splitter.setStretchFactor(1, 1)

    @property
    def widths(self) -> tuple[int, int]:
        """The widths of the side bar and of Details."""
        return self._widths["side"], self._widths["details"]

    @property
    def side_over(self) -> bool:
        """Whether the side bar, when shown, lies over the centre."""
        return self.width() < SIDE_FROM

    @property
    def details_over(self) -> bool:
        """Whether Details, when shown, lie over the centre."""
        return self.width() < DETAILS_FROM

    def is_shown(self, name: str) -> bool:
        """Whether ``side`` or ``details`` is shown."""
        return self._shown[name]

    def set_details(self, details: QWidget) -> None:
        """The widget on the right, once there is one."""
        self._details = details
        details.setMinimumWidth(_LEAST)
        details.hide()
        self._arrange()

    def show_panel(self, name: str, shown: bool) -> None:
        """Show or hide ``side`` or ``details``. Where both would lie over the centre, the later one hides the other."""
        self._shown[name] = shown
        if shown and self.side_over:
            self._shown["details" if name == "side" else "side"] = False
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.side_over != self._was_narrow:
            self._was_narrow = self.side_over
            if self._was_narrow:
                self._side_before = self._shown["side"]
                self._shown["side"] = False  # it would cover the text that is being read
            else:
                self._shown["side"] = self._side_before
        self._arrange()

    def _arrange(self) -> None:
        self._splitter.setGeometry(self.rect())
        self._put("side", self._side, 0, over=self.side_over)
        if self._details is not None:
            self._put("details", self._details, 2, over=self.details_over)
        self._share()
        self.arranged.emit()

    def _put(self, name: str, panel: QWidget, place: int, *, over: bool) -> None:
        sheet = self._sheets[name]
        shown = self._shown[name]
        layout = sheet.layout()
        if over:
            if panel.parentWidget() is not sheet and layout is not None:
                layout.addWidget(panel)
            width = min(self._widths[name], self.width() - 48)
            left = 0 if name == "side" else self.width() - width
            sheet.setGeometry(QRect(left, 0, width, self.height()))
            panel.setVisible(shown)
            sheet.setVisible(shown)
            sheet.raise_()
        else:
            if panel.parentWidget() is not self._splitter:
                self._splitter.insertWidget(min(place, self._splitter.count()), panel)
            panel.setVisible(shown)
            sheet.hide()

    def _share(self) -> None:
        """Give the outer panels their widths and the centre the rest."""
        room = self.width()
        sizes = []
        for index in range(self._splitter.count()):
            widget = self._splitter.widget(index)
            name = "side" if widget is self._side else "details" if widget is self._details else ""
            sizes.append(self._widths[name] if name and self._shown[name] else 0)
            room -= sizes[-1]
        centre = self._splitter.indexOf(self._centre)
        sizes[centre] = max(room, 1)
        self._splitter.setSizes(sizes)

    def _on_moved(self) -> None:
        for index, size in enumerate(self._splitter.sizes()):
            widget = self._splitter.widget(index)
            if widget is self._side and size:
                self._widths["side"] = size
            elif widget is self._details and size:
                self._widths["details"] = size
