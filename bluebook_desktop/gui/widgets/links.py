"""A line of text that is a button: it wraps, may carry the mark of a kind, and shows hover and focus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from bluebook_desktop.gui.theme import ColorName, Theme
from bluebook_desktop.gui.widgets.text_block import Run, TextBlock

_MARK = 9
_INDENT = 16
_PAD_X = 4
_PAD_Y = 3
_RAIL = 1
_OFF_RAIL = 2.5
#: More room than any words take.
_UNBOUNDED = 100_000


class Shape(StrEnum):
    """The mark of a kind, so that colour is never the only sign."""

    DISC = "disc"
    OPEN_DISC = "open disc"
    DASHED_DISC = "dashed disc"
    SQUARE = "square"
    DIAMOND = "diamond"
    BAR = "bar"
    ARROW = "arrow"


class Rail(StrEnum):
    """Where a link stands on a line that joins the marks of several in order of time."""

    NONE = ""
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


def rail_at(number: int, count: int) -> Rail:
    """The place of one of several; one alone has no line."""
    if count < 2:
        return Rail.NONE
    return Rail.FIRST if number == 0 else Rail.LAST if number == count - 1 else Rail.MIDDLE


@dataclass(frozen=True, slots=True)
class Mark:
    """Shape and colour of a kind, and whether a line leads through it."""

    shape: Shape
    color: ColorName
    rail: Rail = Rail.NONE


class LinkButton(QPushButton):
    """Words to follow, with an optional mark before them and a detail after them.

    The mark says that they lead somewhere; without one, the detail (or the words themselves) have the accent.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        name: str,
        *,
        mark: Mark | None = None,
        detail: str = "",
        below: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """See `set_words`."""
        super().__init__(parent)
        self._theme = theme
        self._measured: dict[int, tuple[int, int]] = {}
        self.setProperty("link", "true")
        self.setAutoDefault(True)  # Enter follows it as Space does, in the main window too
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_words(text, name, mark=mark, detail=detail, below=below)

    def set_words(
        self, text: str, name: str, *, mark: Mark | None = None, detail: str = "", below: bool = False
    ) -> None:
        """`name` is what a screen reader says; `below` gives the detail a line of its own."""
        self._words, self._detail = text, detail
        self._mark, self._below = mark, below
        self._measured.clear()
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)  # it may stand elsewhere now
        self.setAccessibleName(name)
        wide = QSizePolicy.Policy.Expanding if mark or detail else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(wide, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What is shown, the softer words included."""
        return f"{self._words} · {self._detail}" if self._detail else self._words

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._size_in(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(*self._size_in(_UNBOUNDED))

    def _size_in(self, width: int) -> tuple[int, int]:
        """Width and height of the words in so much room: layouts ask for the same again and again."""
        if width not in self._measured:
            block = self._block(width)
            wide = round(block.natural_width + 0.99) + self._left + _PAD_X
            self._measured[width] = (wide, round(block.height) + 2 * _PAD_Y)
        return self._measured[width]

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    @property
    def _left(self) -> int:
        return _PAD_X + (_INDENT if self._mark else 0)

    def _block(self, width: int) -> TextBlock:
        plain = not (self._mark or self._detail)
        runs = [Run(self._words, self._theme.color("accent" if plain or self.underMouse() else "ink"))]
        if self._detail:
            between = "\N{LINE SEPARATOR}" if self._below else "\N{NO-BREAK SPACE}· "  # no line begins with it
            runs.append(Run(between + self._detail, self._theme.color("soft" if self._mark else "accent")))
        return TextBlock(runs, self._theme.font("interface"), width - self._left - _PAD_X, line_height=19)

    def changeEvent(self, event: QEvent) -> None:
        """Another typeface or style takes other room."""
        self._measured.clear()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        if self._mark is not None:
            centre = QPointF(_PAD_X + _MARK / 2, _PAD_Y + 9.5)
            self._paint_rail(painter, self._mark.rail, centre)
            _paint_mark(painter, self._mark.shape, self._theme.color(self._mark.color), centre)
        self._block(self.width()).draw(painter, QPointF(self._left, _PAD_Y))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _paint_rail(self, painter: QPainter, rail: Rail, centre: QPointF) -> None:
        """The line from the mark above and to the mark below."""
        painter.setPen(QPen(self._theme.color("soft"), _RAIL))
        away = QPointF(0, _MARK / 2 + _OFF_RAIL)
        if rail in (Rail.MIDDLE, Rail.LAST):
            painter.drawLine(QPointF(centre.x(), 0), centre - away)
        if rail in (Rail.FIRST, Rail.MIDDLE):
            painter.drawLine(centre + away, QPointF(centre.x(), self.height()))


def _paint_mark(painter: QPainter, shape: Shape, color: QColor, centre: QPointF) -> None:
    half = _MARK / 2
    square = QRectF(centre.x() - half, centre.y() - half, _MARK, _MARK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    match shape:
        case Shape.DISC:
            painter.drawEllipse(square)
        case Shape.OPEN_DISC | Shape.DASHED_DISC:
            style = Qt.PenStyle.SolidLine if shape is Shape.OPEN_DISC else Qt.PenStyle.DotLine
            painter.setPen(QPen(color, 1.75, style))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(square.adjusted(0.75, 0.75, -0.75, -0.75))
        case Shape.SQUARE:
            painter.drawRect(square.adjusted(0.75, 0.75, -0.75, -0.75))
        case Shape.DIAMOND:
            x, y = centre.x(), centre.y()
            painter.drawPolygon(
                [QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]
            )
        case Shape.ARROW:
            x, y = centre.x(), centre.y()
            painter.setPen(QPen(color, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(QPointF(x - half + 0.5, y), QPointF(x + half - 1, y))
            painter.drawPolyline([QPointF(x + 0.5, y - 3.5), QPointF(x + half - 0.5, y), QPointF(x + 0.5, y + 3.5)])
        case Shape.BAR:
            painter.drawRect(QRectF(square.left(), centre.y() - 1.25, _MARK, 2.5))
