"""A row of small buttons that filter; it wraps, and one of a group is on at a time."""

from collections.abc import Mapping
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QLayout, QLayoutItem, QPushButton, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Lays widgets out in lines, as words are."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        #: What was reckoned since something last changed: Qt asks for the same height a dozen times.
        self._known: dict[int, tuple[list[list[tuple[QLayoutItem, QSize]]], int]] = {}
        self._least: QSize | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def invalidate(self) -> None:
        self._known.clear()
        self._least = None
        super().invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def arrange(self, widgets: list[QWidget]) -> None:
        """Lay these widgets out first, in this order."""
        places: dict[QWidget | None, int] = {widget: number for number, widget in enumerate(widgets)}
        self._items.sort(key=lambda item: places.get(item.widget(), len(places)))
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self.invalidate()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._laid(width)[1]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        if self._least is None:
            self._least = QSize()
            for item in self._items:
                self._least = self._least.expandedTo(item.minimumSize())
        return self._least

    def _laid(self, width: int) -> tuple[list[list[tuple[QLayoutItem, QSize]]], int]:
        """The lines at that width, and how tall they are."""
        if width not in self._known:
            lines = self._lines(width)
            tall = sum(max(hint.height() for _, hint in line) for line in lines)
            self._known[width] = lines, tall + max(len(lines) - 1, 0) * (self.spacing() - 2)
        return self._known[width]

    def _place(self, rect: QRect) -> None:
        """Lay out in lines, each item in the middle of its line."""
        y = rect.y()
        for number, line in enumerate(self._laid(rect.width())[0]):
            y += self.spacing() - 2 if number else 0
            x, height = rect.x(), max(hint.height() for _, hint in line)
            for item, hint in line:
                item.setGeometry(QRect(QPoint(x, y + (height - hint.height()) // 2), hint))
                x += hint.width() + self.spacing()
            y += height

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The visible items with their sizes, as many a line as there is room for."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        x = 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            if not lines or x + hint.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, hint))
            x += hint.width() + self.spacing()
        return lines


class ChipRow(QWidget):
    """Chips of which exactly one is on; `chosen` tells its key. Keys are kept, texts may change with the counts."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says to a screen reader what the row filters."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        self._made: dict[str, QPushButton] = {}  # those that are not shown now, too
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group.buttonClicked.connect(self._on_clicked)

    @property
    def current(self) -> str:
        """The key of the chip that is on, or nothing when there is none."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def set_chips(self, texts: dict[str, str], room: Mapping[str, str] = MappingProxyType({})) -> None:
        """Show one chip a key; the one that was on stays on where it still exists, else the first.

        A chip is wide enough for the text that `room` has for its key.
        """
        current = self.current
        if list(texts) != list(self._chips):
            self._show_alone(list(texts))
        for key, text in texts.items():
            self._set_text(self._chips[key], text, room.get(key, ""))
        self.choose(current if current in self._chips else next(iter(self._chips), ""))

    def _show_alone(self, keys: list[str]) -> None:
        """Show the chips of these keys, in this order; to make one takes 1 ms, so that all are kept."""
        for key in keys:
            if key not in self._made:
                self._made[key] = self._make()
        self._chips = {key: self._made[key] for key in keys}
        shown = list(self._chips.values())
        self._flow.arrange(list[QWidget](shown))
        for key, chip in self._made.items():
            chip.setVisible(key in self._chips)
        for before, after in pairwise(shown):
            self.setTabOrder(before, after)
        self.updateGeometry()

    def choose(self, key: str) -> None:
        """Turn a chip on without telling anybody."""
        if key in self._chips:
            self._chips[key].setChecked(True)

    def _make(self) -> QPushButton:
        chip = QPushButton(self)
        chip.setCheckable(True)
        chip.setProperty("chip", "true")
        chip.setAutoDefault(True)  # Enter chooses it as Space does
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        self._group.addButton(chip)
        self._flow.addWidget(chip)
        return chip

    @staticmethod
    def _set_text(chip: QPushButton, text: str, room: str) -> None:
        """A chip is as wide as its text is when it is on, so that nothing moves when it is."""
        if chip.text() != text or not chip.minimumWidth():
            chip.setText(text)
            strong = QFont(chip.font())
            strong.setPixelSize(12)
            strong.setWeight(QFont.Weight.DemiBold)
            metrics = QFontMetrics(strong)
            chip.setMinimumWidth(max(metrics.horizontalAdvance(one) for one in (text, room)) + 22)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.current)
