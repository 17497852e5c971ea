"""The smaller parts of the Results face: how the query was understood, other searches, and where the hits lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolTip, QVBoxLayout, QWidget

from bluebook_desktop.gui.search.words import counted, offer_words, understood_words
from bluebook_desktop.gui.spoken_roles import speak_as
from bluebook_desktop.gui.widgets.chips import FlowLayout
from bluebook_desktop.gui.widgets.links import LinkButton
from bluebook_desktop.gui.widgets.tips import plain_tip

if TYPE_CHECKING:
    from bluebook_desktop.domain.querying import Query
    from bluebook_desktop.domain.querying.describing import Understood
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.search import Offer, Spread

_BAR_HEIGHT = 22
#: A segment is drawn in full colour from this share of its passages on.
_FULL_SHARE = 0.5
_LEAST_WIDTH = 3


class UnderstoodRow(QWidget):
    """Chips that show how a query was read, where it is more than words. A filter's chip takes the filter away."""

    removed = Signal(str)  # the words to be taken out of the field

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("How the search was understood"))
        self._shown: tuple[Query, tuple[Understood, ...]] | None = None
        self._flow = FlowLayout(self, 6)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_query(self, query: Query, understood: tuple[Understood, ...]) -> None:
        """Show the parts of a query; nothing where all of them are words."""
        self._shown = query, understood
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        plain = all(part.part.value in ("word", "beginning", "phrase") for part in understood)
        if not plain:
            typed = [*("" for _ in query.clauses), *(f"-{atom.typed}" for atom in query.without)]
            typed += [one.typed for one in query.filters]
            typed += ["" for _ in understood[len(typed) :]]  # one that is still being typed
            for part, words in zip(understood, typed, strict=True):
                self._flow.addWidget(self._chip(understood_words(part), words))
        self.setVisible(not plain)
        self.updateGeometry()

    def _chip(self, words: str, typed: str) -> QWidget:
        if not typed:
            label = QLabel(words, self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAccessibleName(words)
            label.setProperty("role", "understood")
            self._cut(label, words, "")
            return label
        button = QPushButton(f"{words}  ×".replace("&", "&&"), self)
        button.setProperty("menu_chip", "true")
        button.setAutoDefault(True)  # Enter takes it out as Space does
        button.setAccessibleName(self.tr("{0}: take this out").format(words))
        self._cut(button, words, "  ×")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.removed.emit(typed))
        return button

    def _cut(self, chip: QLabel | QPushButton, words: str, sign: str) -> None:
        """Cut the words of a chip that is wider than the row; the whole is its tool tip."""
        margins = self.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        chip.ensurePolished()
        over = chip.sizeHint().width() - room
        if over <= 0 or room <= 0:
            return
        metrics = chip.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, metrics.horizontalAdvance(words) - over)
        chip.setText(shown if isinstance(chip, QLabel) else f"{shown}{sign}".replace("&", "&&"))
        chip.setToolTip(plain_tip(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self._shown is not None:
            self.show_query(*self._shown)


class Offers(QWidget):
    """Other searches, each a click away."""

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Other searches"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 4, 8, 4)
        self._column.setSpacing(0)
        self.hide()

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """Offer these."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for offer in offers:
            words, found = offer_words(offer)
            button = LinkButton(self._theme, words, f"{words}, {found}", detail=found, parent=self)
            button.clicked.connect(lambda _=False, text=offer.text: self.asked.emit(text))
            self._column.addWidget(button)
        self.setVisible(bool(offers))


class SpreadBar(QWidget):
    """Where the hits lie: a segment for each part of what was searched, as wide as it is long, fuller with more hits.

    Left and Right walk over the segments that hold hits, Enter or a click goes to the first hit of one.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, "chart")
        self._theme = theme
        self._parts: tuple[Spread, ...] = ()
        self._at = -1
        self.setFixedHeight(_BAR_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def parts(self) -> tuple[Spread, ...]:
        """What is shown."""
        return self._parts

    def wait(self) -> None:
        """Keep room for what is not known yet, so that nothing jumps."""
        self._parts, self._at = (), -1
        self.setAccessibleName(self.tr("Where the hits lie"))
        self.setAccessibleDescription("")
        self.show()
        self.update()

    def show_spread(self, parts: tuple[Spread, ...]) -> None:
        """Show where the hits lie; nothing where there is but one part."""
        self._parts, self._at = parts, -1
        with_hits = [part for part in parts if part.found]
        said = [self._words(part) for part in with_hits[:12]]
        self.setAccessibleName(self.tr("Where the hits lie: in {0} of {1} parts").format(len(with_hits), len(parts)))
        self.setAccessibleDescription("; ".join(said))
        self.setVisible(bool(with_hits))
        self.update()

    def _words(self, part: Spread) -> str:
        return self.tr("{0}: {1} of {2} passages").format(part.title, counted(part.found), f"{part.passages:,}")

    def _boxes(self) -> list[QRectF]:
        """The segments side by side, each at least so wide that it can be seen."""
        room = self.width() - 24
        total = sum(part.passages for part in self._parts) or 1
        spare = max(room - _LEAST_WIDTH * len(self._parts), 0)
        boxes, left = [], 12.0
        for part in self._parts:
            width = min(_LEAST_WIDTH, room / len(self._parts)) + spare * part.passages / total
            boxes.append(QRectF(left, 7, max(width - 1, 1), 8))
            left += width
        return boxes

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (part, box) in enumerate(zip(self._parts, self._boxes(), strict=True)):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("rule"))
            painter.drawRoundedRect(box, 1.5, 1.5)
            if part.found:
                share = min(1.0, part.found / max(part.passages, 1) / _FULL_SHARE)
                color = QColor(self._theme.color("accent"))
                color.setAlphaF(0.35 + 0.65 * share)
                painter.setBrush(color)
                painter.drawRoundedRect(box, 1.5, 1.5)
            if number == self._at and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.color("accent"), 2))
                painter.drawRoundedRect(box.adjusted(-2, -3, 2, 3), 3, 3)
        if self.hasFocus() and self._at < 0:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(7, 2, -7, -2), 4, 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._walk(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.chosen.emit(self._parts[self._at])
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        held = [number for number, part in enumerate(self._parts) if part.found]
        if not held:
            return
        now = held.index(self._at) if self._at in held else (-1 if step > 0 else len(held))
        self._at = held[min(max(now + step, 0), len(held) - 1)]
        self.setAccessibleDescription(self._words(self._parts[self._at]))
        QToolTip.showText(
            self.mapToGlobal(self._boxes()[self._at].bottomLeft().toPoint()), self._words(self._parts[self._at]), self
        )
        self.update()

    def _part_at(self, x: float) -> int:
        return next((number for number, box in enumerate(self._boxes()) if box.left() <= x <= box.right() + 1), -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._part_at(event.position().x())
        held = number >= 0 and bool(self._parts[number].found)
        self.setCursor(Qt.CursorShape.PointingHandCursor if held else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self._words(self._parts[number]) if number >= 0 else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._part_at(event.position().x())
        if number >= 0 and self._parts[number].found:
            self.chosen.emit(self._parts[number])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
