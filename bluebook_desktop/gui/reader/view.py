"""The reading column: the set text with its margin numbers, rules and marks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QFont, QPalette, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from bluebook_desktop.domain.documents import HeadingKind, PassageKind
from bluebook_desktop.gui.reader.layout import (
    GUTTER,
    MEASURE,
    RIGHT_MARGIN,
    Page,
    code_points,
    reading_size,
    utf16,
)
from bluebook_desktop.gui.reader.scroll_bar import MarkedScrollBar
from bluebook_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import (
        QContextMenuEvent,
        QMouseEvent,
        QPainter,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
        QTextDocument,
    )

#: Passage number, start, end (code points).
PassageSpan = tuple[int, int, int]
#: The same with the number of a block of the page, which may be a heading.
BlockSpan = tuple[int, int, int]
_LABELS = {HeadingKind.FEATURE: "Special Feature", HeadingKind.COLUMN: "Column"}


class ReaderView(QTextEdit):
    """Shows one page; knows passages, not records. All places are passage numbers and code points."""

    place_changed = Signal(int)  # the passage at the top of the view
    number_clicked = Signal(int)
    text_clicked = Signal(int, int)  # passage, offset
    menu_requested = Signal(object)  # global position
    first_painted = Signal()  # the text is on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._zoom = 100
        self._current = 0
        self._top = 0
        self._shown: BlockSpan | None = None
        self._hints: dict[int, list[tuple[int, int, str]]] = {}
        self._bar = MarkedScrollBar(theme)
        self.setVerticalScrollBar(self._bar)
        self.setReadOnly(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAccessibleName(self.tr("Text"))
        # Asking Qt for its own viewport loads half of QtWidgets: 8 ms.
        self._ground = QWidget(self)
        self._ground.setMouseTracking(True)
        self._ground.setBackgroundRole(QPalette.ColorRole.Base)
        self._ground.setAutoFillBackground(True)
        self.setViewport(self._ground)
        self._complete = False
        self._painted = False
        self._bar.valueChanged.connect(self._on_scrolled)

    def complete(self) -> None:
        """What the first paint does not need (the Qt namespace, see FirstFrame)."""
        from PySide6.QtCore import Qt  # noqa: PLC0415

        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ground.setCursor(Qt.CursorShape.IBeamCursor)
        self._complete = True
        self._ground.update()

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def top_passage(self) -> int:
        """The number of the passage at the top of the view; 0 before there is a text."""
        return self._top

    def set_page(self, page: Page, zoom: int) -> None:
        """Show another page; the view is at its beginning afterwards."""
        self._zoom = zoom
        self._page = page
        self._shown = None
        page.document.setParent(self)
        self._fit_column(page.document)
        self.setDocument(page.document)
        self._bar.set_marks([])
        self._on_scrolled()

    def set_hints(self, hints: dict[int, list[tuple[int, int, str]]]) -> None:
        """What hovering explains: for each passage start, end and words."""
        self._hints = hints

    def set_current(self, passage: int) -> None:
        """Mark a passage's number as the selected one; 0 for none."""
        self._current = passage
        self._ground.update()

    # Places

    def span_cursor(self, span: PassageSpan) -> QTextCursor | None:
        """A cursor that selects a span, or None when the page has no such passage."""
        if self._page is None or span[0] not in self._page.block_of_passage:
            return None
        return self.block_cursor((self._page.block_of_passage[span[0]], span[1], span[2]))

    def block_cursor(self, span: BlockSpan) -> QTextCursor:
        """A cursor that selects a span of a block."""
        block = self.document().findBlockByNumber(span[0])
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + utf16(text, span[1]))
        end = min(block.position() + utf16(text, span[2]), block.position() + block.length() - 1)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def selected_span(self) -> PassageSpan | None:
        """The selected words, cut to the passage that they begin in; None when nothing or a heading is selected."""
        cursor = self.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        block = self.document().findBlock(cursor.selectionStart())
        passage = self._page.blocks[block.blockNumber()].passage
        if passage is None:
            return None
        start = code_points(passage.text, cursor.selectionStart() - block.position())
        end = code_points(passage.text, min(cursor.selectionEnd() - block.position(), block.length() - 1))
        return (passage.number, start, end) if end > start else None

    def selection_crosses_passages(self) -> bool:
        """Whether more than one block is selected."""
        cursor = self.textCursor()
        document = self.document()
        first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
        return first.blockNumber() != last.blockNumber()

    def scroll_to_passage(self, number: int) -> None:
        """Bring a passage to the top, with the headings that stand right above it."""
        if self._page is None or number not in self._page.block_of_passage:
            return
        block = self._page.block_of_passage[number]
        while block and self._page.blocks[block - 1].heading is not None:
            block -= 1
        self.scroll_to_block(block, above=40.0 if self._page.blocks[block].heading is not None else 24.0)

    def scroll_to_block(self, number: int, *, above: float = 24.0) -> None:
        """Bring a block to the top, with some room above it."""
        block = self.document().findBlockByNumber(number)
        if block.isValid():
            self._bar.setValue(round(self._rect(block).top() - above))

    def show_span(self, span: PassageSpan) -> None:
        """Scroll so that a span is in view, at a third of the height, moving as little as needed."""
        if self._page is not None and span[0] in self._page.block_of_passage:
            self.show_block_span((self._page.block_of_passage[span[0]], span[1], span[2]))

    def show_block_span(self, span: BlockSpan) -> None:
        """The same for a span of a block."""
        self._shown = span
        edges = self._edges(span)
        room = self._ground.height()
        if edges[0] >= 16 and edges[1] <= room - 32:
            return
        self._bar.setValue(self._bar.value() + edges[0] - room // 3)

    def _edges(self, span: BlockSpan) -> tuple[int, int]:
        """Top and bottom of a span, counted from the top of the view."""
        cursor = self.block_cursor(span)
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        return self.cursorRect(start).top(), self.cursorRect(cursor).bottom()

    def is_in_view(self, passage: int) -> bool:
        """Whether any of a passage can be seen."""
        if self._page is None or passage not in self._page.block_of_passage:
            return False
        rect = self._rect(self.document().findBlockByNumber(self._page.block_of_passage[passage]))
        return rect.bottom() > self._bar.value() and rect.top() < self._bar.value() + self._ground.height()

    def block_fraction(self, number: int) -> float:
        """Where a block begins in the whole text, from 0 to 1."""
        height = self.document().size().height() or 1.0
        return min(1.0, max(0.0, self._rect(self.document().findBlockByNumber(number)).top() / height))

    def set_scroll_marks(self, blocks: list[int]) -> None:
        """Show on the scroll bar where these blocks lie."""
        self._bar.set_marks([self.block_fraction(number) for number in blocks])

    def passage_at(self, position: QPointF) -> tuple[int, int] | None:
        """Passage and offset of the character under a point of the viewport."""
        if self._page is None:
            return None
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        layout = self.document().documentLayout()
        hit = layout.hitTest(self._to_document(position), Qt.HitTestAccuracy.ExactHit)
        if hit < 0:
            return None
        block = self.document().findBlock(hit)
        passage = self._page.blocks[block.blockNumber()].passage
        if passage is None:
            return None
        return passage.number, code_points(passage.text, hit - block.position())

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Qt brings the cursor into view when a text is first shown; the place to be shown may be another."""
        value = self._bar.value()
        super().showEvent(event)
        self._bar.setValue(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top, shown = self._top, self._shown
        at_start = self._bar.value() == 0
        edges = self._edges(shown) if shown is not None else None
        in_view = edges is not None and edges[1] > 0 and edges[0] < event.oldSize().height()
        super().resizeEvent(event)
        if self._page is not None and event.size().width() != event.oldSize().width():
            self._fit_column(self._page.document)
            if shown is not None and in_view:
                self.show_block_span(shown)
            elif not at_start and top in self._page.block_of_passage:
                self.scroll_to_passage(top)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._page is None or not self._complete:
            if self._page is not None and not self._painted:
                self._painted = True
                QTimer.singleShot(0, self.first_painted.emit)
            return
        from PySide6.QtGui import QPainter  # noqa: PLC0415 - as above

        painter = QPainter(self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._bar.value())
        for block, rect in self._visible():
            self._paint_block(painter, block, rect)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if (number := self._number_at(event.position())) is not None:
            self.number_clicked.emit(number)
        elif (place := self.passage_at(event.position())) is not None:
            self.text_clicked.emit(*place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            over = self._number_at(event.position()) is not None or self._hint_at(event.position()) is not None
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
            self._ground.setCursor(shape)

    def viewportEvent(self, event: QEvent) -> bool:
        if not self._complete:
            return bool(super().viewportEvent(event))
        from PySide6.QtCore import QEvent  # noqa: PLC0415 - as above
        from PySide6.QtGui import QHelpEvent  # noqa: PLC0415
        from PySide6.QtWidgets import QToolTip  # noqa: PLC0415

        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hint = self._hint_at(QPointF(event.pos()))
            if hint is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), hint, self._ground)
            return True
        return bool(super().viewportEvent(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    # Painting

    def _paint_block(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        assert self._page is not None  # noqa: S101 - only called while a page is shown
        shown = self._page.blocks[block.blockNumber()]
        left = self._column_left()
        if shown.set_apart is not None:
            self._paint_bar(painter, block, rect, shown.set_apart)
        if shown.heading is not None and shown.heading.kind in _LABELS:
            painter.setFont(self._small_font(13, QFont.Weight.DemiBold))
            painter.setPen(self._theme.color("accent"))
            top = rect.top() - 26 * self._zoom / 100
            painter.drawText(QPointF(left, top + painter.fontMetrics().ascent()), self.tr(_LABELS[shown.heading.kind]))
        if shown.passage is None:
            return
        below_heading = self._page.blocks[max(0, block.blockNumber() - 1)].heading is not None
        if shown.passage.kind is PassageKind.CAPTION and not below_heading:
            painter.setPen(self._theme.color("rule"))
            y = round(rect.top() - block.blockFormat().topMargin() / 2) - 0.5
            painter.drawLine(QPointF(left, y), QPointF(left + self._column_width(), y))
        self._paint_number(painter, block, rect, shown.passage.number)

    def _paint_bar(self, painter: QPainter, block: QTextBlock, rect: QRectF, set_apart: int) -> None:
        """The rule at the left of a special feature or column, whole from its label to its last line."""
        assert self._page is not None  # noqa: S101
        number = block.blockNumber()
        heading = self._page.blocks[number].heading
        starts = heading is not None and heading.position == set_apart
        following = self._page.blocks[number + 1] if number + 1 < len(self._page.blocks) else None
        ends = following is None or following.set_apart != set_apart
        # A block's rectangle is without its margins.
        top = rect.top() - (30 * self._zoom / 100 if starts else 0)
        bottom = rect.bottom() if ends else self._rect(block.next()).top()
        edge = round(self._column_left()) - 19
        painter.fillRect(edge, math.floor(top), 3, math.ceil(bottom) - math.floor(top), self._theme.color("accent"))

    def _paint_number(self, painter: QPainter, block: QTextBlock, rect: QRectF, number: int) -> None:
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        chosen = number == self._current
        painter.setFont(self._small_font(12, QFont.Weight.Bold if chosen else QFont.Weight.Normal))
        painter.setPen(self._theme.color("accent" if chosen else "soft"))
        baseline = block.layout().position().y() + line.y() + line.ascent()
        right = self._column_left() - 34
        width = painter.fontMetrics().horizontalAdvance(str(number))
        painter.drawText(QPointF(right - width, baseline), str(number))

    def _small_font(self, size: int, weight: QFont.Weight) -> QFont:
        font = QFont(self._theme.font("interface"))
        font.setPixelSize(max(9, round(size * min(self._zoom, 150) / 100)))
        font.setWeight(weight)
        return font

    # Geometry

    def _fit_column(self, document: QTextDocument) -> None:
        """Centre the column and keep its measure."""
        frame = document.rootFrame()
        layout = frame.frameFormat()
        layout.setLeftMargin(self._column_left())
        layout.setRightMargin(self._ground.width() - self._column_left() - self._column_width())
        layout.setTopMargin(16)
        layout.setBottomMargin(96)
        frame.setFrameFormat(layout)

    def _column_width(self) -> float:
        room = self._ground.width() - self._gutter() - RIGHT_MARGIN
        return float(max(120, min(round(MEASURE * reading_size(self._zoom)), room)))

    def _gutter(self) -> int:
        return GUTTER if self._ground.width() >= 560 else 64

    def _column_left(self) -> float:
        return float(max(self._gutter(), (self._ground.width() - round(self._column_width())) // 2))

    def _rect(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    def _to_document(self, position: QPointF) -> QPointF:
        return QPointF(position.x(), position.y() + self._bar.value())

    def _visible(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks in view, with those just outside whose label or rule reaches in."""
        top, bottom = self._bar.value() - 60, self._bar.value() + self._ground.height() + 60
        block = self.document().begin()
        while block.isValid():
            rect = self._rect(block)
            if rect.top() > bottom:
                return
            if rect.bottom() >= top:
                yield block, rect
            block = block.next()

    def _number_at(self, position: QPointF) -> int | None:
        """The passage whose margin number is under a point."""
        if self._page is None or not self._column_left() - 80 <= position.x() <= self._column_left() - 22:
            return None
        y = self._to_document(position).y()
        for block, rect in self._visible():
            passage = self._page.blocks[block.blockNumber()].passage
            if passage is not None and rect.top() - 4 <= y <= rect.top() + 30:
                return passage.number
        return None

    def _hint_at(self, position: QPointF) -> str | None:
        place = self.passage_at(position)
        if place is None:
            return None
        found = [hint for hint in self._hints.get(place[0], []) if hint[0] <= place[1] < hint[1]]
        return min(found, key=lambda hint: hint[1] - hint[0])[2] if found else None

    def _on_scrolled(self) -> None:
        if self._page is None:
            return
        line = self._bar.value() + 40
        top = 0
        for number, block_number in self._page.block_of_passage.items():
            if self._rect(self.document().findBlockByNumber(block_number)).bottom() > line:
                top = number
                break
        if top and top != self._top:
            self._top = top
            self.place_changed.emit(top)
