"""Shows a set section in its column: where its words stand, and how the place is kept when lines break anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QPalette, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from bluebook_desktop.gui.reader.column import Column, column_in
from bluebook_desktop.gui.reader.layout import Page, code_points, utf16
from bluebook_desktop.gui.reader.scroll_bar import MarkedScrollBar
from bluebook_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent, QTextDocument

#: Passage number, start, end (code points).
PassageSpan = tuple[int, int, int]
#: The same with the number of a block of the page, which may be a heading.
BlockSpan = tuple[int, int, int]
#: A place in the document as Qt counts it, and how far below the top of the view its line is.
Anchor = tuple[int, int]


class PageView(QTextEdit):
    """One page; knows passages, not records. Places are block or passage numbers and code points."""

    place_changed = Signal(int)  # the passage at the top of the view
    moved = Signal()  # the text stands elsewhere in the view now
    laid_out = Signal()  # its lines break elsewhere now

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._zoom = 100
        self._top = 0
        self._shown: BlockSpan | None = None
        self._clicked: int | None = None
        self._kept: int | None = None
        self._arranging = False
        self._is_complete = False
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
        self._bar.valueChanged.connect(self._on_scrolled)

    def complete(self) -> None:
        """What the first paint does not need (the Qt namespace, see FirstFrame)."""
        from PySide6.QtCore import Qt  # noqa: PLC0415

        self._is_complete = True
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._ground.setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def zoom(self) -> int:
        """Size of the text in per cent."""
        return self._zoom

    @property
    def column(self) -> Column:
        """Where the column stands in the view."""
        return column_in(self._ground.width(), self._zoom)

    @property
    def top_passage(self) -> int:
        """The number of the passage at the top of the view; 0 before there is a text."""
        return self._top

    def set_page(self, page: Page, zoom: int) -> None:
        """Show another page; the view is at its beginning afterwards."""
        self._zoom = zoom
        self._page = page
        self._shown = self._clicked = self._kept = None
        page.document.setParent(self)
        self._fit_column(page.document)
        self.setDocument(page.document)
        self._bar.set_marks([])
        self._on_scrolled()

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
            self._bar.setValue(round(self.block_rect(block).top() - above))

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
        rect = self.block_rect(self.document().findBlockByNumber(self._page.block_of_passage[passage]))
        return rect.bottom() > self._bar.value() and rect.top() < self._bar.value() + self._ground.height()

    def blocks_in_view(self) -> tuple[int, int]:
        """The numbers of the first and the last block that can be seen."""
        top, bottom = self._bar.value(), self._bar.value() + self._ground.height()
        seen = [b.blockNumber() for b, rect in self.visible_blocks() if rect.bottom() > top and rect.top() < bottom]
        return (seen[0], seen[-1]) if seen else (0, 0)

    def block_fraction(self, number: int) -> float:
        """Where a block begins in the whole text, from 0 to 1."""
        height = self.document().size().height() or 1.0
        return min(1.0, max(0.0, self.block_rect(self.document().findBlockByNumber(number)).top() / height))

    def set_scroll_marks(self, blocks: list[int]) -> None:
        """Show on the scroll bar where these blocks lie."""
        self._bar.set_marks([self.block_fraction(number) for number in blocks])

    def place_at(self, position: QPointF) -> tuple[int, int] | None:
        """Block and offset of the character under a point of the viewport."""
        if self._page is None:
            return None
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        at = QPointF(position.x(), position.y() + self._bar.value())
        hit = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        if hit < 0:
            return None
        block = self.document().findBlock(hit)
        return block.blockNumber(), code_points(block.text(), hit - block.position())

    # Keeping the place

    def anchor(self) -> Anchor:
        """What should stay where it is when lines break anew: what was clicked or shown, else the line at the top."""
        if self._kept is None:
            self._kept = self._choose_anchor()
        return self._kept, self._line_of(self._kept)

    def return_to_anchor(self, anchor: Anchor) -> None:
        """Scroll so that a place is as far from the top of the view as it was."""
        self._arranging = True
        self._bar.setValue(self._bar.value() + self._line_of(anchor[0]) - anchor[1])
        self._arranging = False
        self._kept = anchor[0]

    def _choose_anchor(self) -> int:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        places = [self._clicked]
        if self._shown is not None:
            places.append(self.block_cursor(self._shown).selectionStart())
        for place in places:
            if place is not None and 0 < self._line_of(place) < self._ground.height():
                return place
        left = self.document().rootFrame().frameFormat().leftMargin()  # the column's may be a new one already
        top = QPointF(left + 1, self._bar.value() + 24.0)
        return max(0, self.document().documentLayout().hitTest(top, Qt.HitTestAccuracy.FuzzyHit))

    def _line_of(self, position: int) -> int:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return self.cursorRect(cursor).top()

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        """Qt brings the cursor into view when a text is first shown; the place to be shown may be another."""
        value = self._bar.value()
        super().showEvent(event)
        self._bar.setValue(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top, shown, at_start = self._top, self._shown, self._bar.value() == 0
        anew = self._page is not None and event.size().width() != event.oldSize().width()
        # Before it was shown for the first time nothing stood where it stands now.
        stays = (at_start and self._clicked is None) or not event.oldSize().isValid()
        anchor = self.anchor() if anew and self._is_complete and not stays else None
        super().resizeEvent(event)
        self.moved.emit()
        if self._page is None or not anew:
            return
        self._fit_column(self._page.document)
        self.laid_out.emit()
        if anchor is not None:
            in_view = shown is not None and anchor[0] == self.block_cursor(shown).selectionStart()
            self.return_to_anchor(anchor)
            if in_view and shown is not None:
                self.show_block_span(shown)
        elif not at_start and top in self._page.block_of_passage:
            self.scroll_to_passage(top)

    # Geometry

    def _fit_column(self, document: QTextDocument) -> None:
        """Centre the column and keep its measure."""
        column = self.column
        frame = document.rootFrame()
        layout = frame.frameFormat()
        layout.setLeftMargin(column.left)
        layout.setRightMargin(self._ground.width() - column.right)
        layout.setTopMargin(16)
        layout.setBottomMargin(96)
        frame.setFrameFormat(layout)

    def block_rect(self, block: QTextBlock) -> QRectF:
        """The rectangle of a block in the document, without its margins."""
        return self.document().documentLayout().blockBoundingRect(block)

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QRectF]]:
        """The blocks in view, with those just outside whose label or rule reaches in."""
        top, bottom = self._bar.value() - 60, self._bar.value() + self._ground.height() + 60
        block = self._block_near(top)
        while block.isValid():
            rect = self.block_rect(block)
            if rect.top() > bottom:
                return
            if rect.bottom() >= top:
                yield block, rect
            block = block.next()

    def _block_near(self, y: float) -> QTextBlock:
        """A block at a height of the document, or the one before: Qt finds it by bisection."""
        if not self._is_complete or y <= 0:
            return self.document().begin()
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        at = QPointF(self.column.left + 1, y)
        hit = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.FuzzyHit)
        block = self.document().findBlock(max(0, hit))
        before = block.previous()
        return before if before.isValid() else block

    def _on_scrolled(self) -> None:
        if not self._arranging:
            self._kept = None
        self.moved.emit()
        if self._page is None:
            return
        line = self._bar.value() + 40
        block = self._block_near(line)
        while block.isValid():
            passage = self._page.blocks[block.blockNumber()].passage
            if passage is not None and self.block_rect(block).bottom() > line:
                if passage.number != self._top:
                    self._top = passage.number
                    self.place_changed.emit(self._top)
                return
            block = block.next()
