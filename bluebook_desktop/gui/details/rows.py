"""The rows of a card: one widget, two beside each other, or several in lines; how tall, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QSizePolicy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from bluebook_desktop.gui.widgets.links import LinkButton

#: Links are padded so that their focus ring has room; all other words are set in by as much.
INSET = 4
#: Between links in a line.
_BETWEEN = 2


class Row(Protocol):
    """Some widgets in a card's column, `gap` below the row before."""

    gap: int

    @property
    def widgets(self) -> Sequence[QWidget]:
        """What stands in it, in order."""

    def height_in(self, width: int) -> int:
        """How tall it is in so much room."""

    def place(self, room: QRect) -> None:
        """Stand there."""


@dataclass(slots=True, eq=False)
class Single:
    """One widget over the whole width, set in at both sides; a link that has no more to say is as wide as its words."""

    widget: QWidget
    gap: int = 0
    inset: int = 0

    @property
    def widgets(self) -> Sequence[QWidget]:
        return (self.widget,)

    def height_in(self, width: int) -> int:
        return self.widget.heightForWidth(width - 2 * self.inset)

    def place(self, room: QRect) -> None:
        inside = room.adjusted(self.inset, 0, -self.inset, 0)
        if self.widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed:
            hint = self.widget.sizeHint().expandedTo(self.widget.minimumSizeHint())
            inside.setWidth(min(inside.width(), hint.width()))
        self.widget.setGeometry(inside)


@dataclass(slots=True, eq=False)
class Pair:
    """A link, and at the right edge a second one to its place."""

    link: LinkButton
    beside: LinkButton
    gap: int = 0

    @property
    def widgets(self) -> Sequence[QWidget]:
        return (self.link, self.beside)

    def _left(self, width: int) -> int:
        return max(1, width - self._hint().width() - INSET)

    def _hint(self) -> QSize:
        return self.beside.sizeHint().expandedTo(self.beside.minimumSizeHint())

    def height_in(self, width: int) -> int:
        return max(self.link.heightForWidth(self._left(width)), self._hint().height())

    def place(self, room: QRect) -> None:
        left = self._left(room.width())
        self.link.setGeometry(QRect(room.topLeft(), QSize(left, room.height())))
        self.beside.setGeometry(QRect(room.topLeft() + QPoint(left + INSET, 0), self._hint()))


@dataclass(slots=True, eq=False)
class Flow:
    """Links in lines, as words are."""

    widgets: list[QWidget]
    gap: int = 0

    def height_in(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def place(self, room: QRect) -> None:
        for widget, place in self._places(room.width()):
            widget.setGeometry(place.translated(room.topLeft()))

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        x = y = tall = 0
        for widget in self.widgets:
            hint = widget.sizeHint().expandedTo(widget.minimumSizeHint())
            if x and x + hint.width() > width:
                x, y, tall = 0, y + tall, 0
            yield widget, QRect(QPoint(x, y), hint)
            x += hint.width() + _BETWEEN
            tall = max(tall, hint.height())
