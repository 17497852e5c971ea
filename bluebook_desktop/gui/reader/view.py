"""The reading column as it is used: margin numbers, rules and marks, and what mouse and keyboard do to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from bluebook_desktop.gui.reader.layout import Page
from bluebook_desktop.gui.reader.page_view import PageView
from bluebook_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from bluebook_desktop.gui.reader.mark_lines import MarkPainter
    from bluebook_desktop.gui.reader.page_marks import PageMarks, PlacedMark
    from bluebook_desktop.gui.reader.painting import MarginPainter


class ReaderView(PageView):
    """A page with what stands beside and under its words."""

    number_clicked = Signal(int)
    text_clicked = Signal(int, int)  # block, offset
    pointed = Signal(object, object)  # block and offset under the pointer, or None; where the pointer is
    key_pressed = Signal(object)  # a QKeyEvent; who takes it accepts it
    menu_requested = Signal(object, bool)  # position in the viewport; whether the keyboard asked
    first_painted = Signal()  # the text is on the screen
    #: Events come before `__init__` is through.
    _margin: MarginPainter | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._current = 0
        self._pointed: PlacedMark | None = None
        self._walked: PlacedMark | None = None
        self._marks: MarkPainter | None = None
        self._painted = False

    def complete(self) -> None:
        """Paint what stands beside the words, too, from now on."""
        if self._margin is not None:
            return
        from bluebook_desktop.gui.reader.mark_lines import MarkPainter  # noqa: PLC0415 - after the first paint
        from bluebook_desktop.gui.reader.painting import MarginPainter  # noqa: PLC0415

        super().complete()
        self._margin = MarginPainter(self, self._theme)
        self._marks = MarkPainter(self._theme)
        self.laid_out.connect(self._marks.forget)
        self._ground.update()

    def set_page(self, page: Page, zoom: int) -> None:
        self._pointed = self._walked = None
        if self._marks is not None:
            self._marks.set_marks(None, zoom)
        super().set_page(page, zoom)

    @property
    def current(self) -> int:
        """The passage whose number is set off; 0 for none."""
        return self._current

    def set_current(self, passage: int) -> None:
        """Mark a passage's number as the selected one; 0 for none."""
        self._current = passage
        self._ground.update()

    # Marks

    def set_marks(self, marks: PageMarks | None) -> None:
        """Mark these words of the page, or none."""
        if self._marks is not None:
            self._marks.set_marks(marks, self._zoom)
        self._pointed = self._walked = None
        self._ground.update()

    def set_pointed(self, mark: PlacedMark | None) -> None:
        """Set off the mark that is pointed at."""
        if mark != self._pointed:
            self._pointed = mark
            self._ground.update()

    def set_walked(self, mark: PlacedMark | None) -> None:
        """Put a ring around the mark that the keyboard is at."""
        if mark != self._walked:
            self._walked = mark
            self._ground.update()

    def mark_rects(self, mark: PlacedMark) -> list[QRectF]:
        """The rectangles of a mark's words in the viewport, one a line."""
        from bluebook_desktop.gui.reader.mark_lines import rects_of  # noqa: PLC0415

        block = self.document().findBlockByNumber(mark.block)
        self.block_rect(block)  # lays it out
        return [rect.translated(0, -self._bar.value()) for rect in rects_of(block, mark)]

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._page is None or self._margin is None or self._marks is None:
            super().paintEvent(event)
            if self._page is not None and not self._painted:
                self._painted = True
                QTimer.singleShot(0, self.first_painted.emit)
            return
        from PySide6.QtGui import QPainter  # noqa: PLC0415 - as above

        visible = list(self.visible_blocks())
        if self._pointed is not None:
            painter = QPainter(self._ground)
            painter.translate(0, -self._bar.value())
            for block, _rect in visible:
                if block.blockNumber() == self._pointed.block:
                    self._marks.paint_ground(painter, block, self._pointed)
            painter.end()
        super().paintEvent(event)
        painter = QPainter(self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self._bar.value())
        for block, rect in visible:
            self._margin.paint(painter, self._page, block, rect)
            self._marks.paint(painter, block, self._pointed)
            if self._walked is not None and self._walked.block == block.blockNumber():
                self._marks.paint_ring(painter, block, self._walked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if (number := self._number_at(event.position())) is not None:
            self.number_clicked.emit(number)
        elif (place := self.place_at(event.position())) is not None:
            self._clicked = self.textCursor().position()
            self._kept = None
            self.text_clicked.emit(*place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word that the first click hit: what that opened may have moved the column since."""
        super().mouseDoubleClickEvent(event)
        if self._clicked is not None:
            value = self._bar.value()
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._clicked)
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self.setTextCursor(cursor)
            self._bar.setValue(value)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._clicked = None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - as above

        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.pointed.emit(self.place_at(event.position()), event.position())
            over = self._pointed is not None or self._number_at(event.position()) is not None
            self._ground.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        if self._margin is not None:
            from PySide6.QtCore import QEvent  # noqa: PLC0415 - as above

            if event.type() == QEvent.Type.Leave:
                self.pointed.emit(None, QPointF())
        return bool(super().viewportEvent(event))

    def event(self, event: QEvent) -> bool:
        """For the menu key Qt would scroll to its own cursor, which nobody sees."""
        if self._margin is not None:
            from PySide6.QtGui import QContextMenuEvent  # noqa: PLC0415 - as above

            if isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Keyboard:
                event.accept()
                self.contextMenuEvent(event)
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.pos(), event.reason() == event.Reason.Keyboard)

    def _number_at(self, position: QPointF) -> int | None:
        """The passage whose margin number is under a point."""
        left = self.column.left
        if self._page is None or not left - 80 <= position.x() <= left - 22:
            return None
        y = position.y() + self._bar.value()
        block = self._block_near(y)
        for _ in range(3):
            if not block.isValid():
                return None
            passage, top = self._page.blocks[block.blockNumber()].passage, self.block_rect(block).top()
            if passage is not None and top - 4 <= y <= top + 30:
                return passage.number
            block = block.next()
        return None
