"""Points at marks: the mouse after a moment, the keyboard from mark to mark; a card explains what is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from bluebook_desktop.gui.reader.card import HoverCard
from bluebook_desktop.gui.reader.explaining import explain
from bluebook_desktop.gui.reader.placing import place_card

if TYPE_CHECKING:
    from bluebook_desktop.gui.reader.page_marks import PageMarks, PlacedMark
    from bluebook_desktop.gui.reader.view import ReaderView
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.services.sections import OpenSection

#: The pointer rests this long before a card comes, and a card stays this long when the pointer leaves for it.
SHOWN_AFTER_MS = 350
HIDDEN_AFTER_MS = 220
_EDGE = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkGuide(QObject):
    """Knows which mark of a view is pointed at. `chosen` tells what the user wants to see whole."""

    chosen = Signal(object)  # a PlacedMark

    def __init__(self, theme: Theme, view: ReaderView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._section: OpenSection | None = None
        self._marks: PageMarks | None = None
        self._pointed: PlacedMark | None = None
        self._walked: PlacedMark | None = None
        self._by_keys = False
        self._at = QPointF()
        self._card: HoverCard | None = None
        self._moving = False
        self._show_timer = self._timer(SHOWN_AFTER_MS, self._on_rested)
        self._hide_timer = self._timer(HIDDEN_AFTER_MS, self.hide_card)
        view.pointed.connect(self._on_pointed)
        view.key_pressed.connect(self._on_key)
        view.moved.connect(self._on_moved)

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    @property
    def walked(self) -> PlacedMark | None:
        """The mark that the keyboard is at."""
        return self._walked

    @property
    def card(self) -> HoverCard | None:
        """The card, while it is shown."""
        return self._card if self._card is not None and not self._card.isHidden() else None

    def set_marks(self, section: OpenSection | None, marks: PageMarks | None) -> None:
        """Point at the marks of another page, or at none."""
        self._section, self._marks = section, marks
        self.let_go()

    def let_go(self) -> None:
        """Point at nothing."""
        self.hide_card()
        self._show_timer.stop()
        self._pointed = self._walked = None
        self._view.set_pointed(None)
        self._view.set_walked(None)

    # The mouse

    def _on_pointed(self, place: tuple[int, int] | None, at: QPointF) -> None:
        under = self._marks.under(*place) if self._marks is not None and place is not None else ()
        mark = under[0] if under else None
        self._at = at
        self._view.set_pointed(mark)
        if mark is not None and mark == self._pointed:
            self._hide_timer.stop()
            return
        self._pointed = mark
        if mark is None:
            self._show_timer.stop()
            if not self._by_keys:
                self._hide_timer.start()
        else:
            self._show_timer.start()

    def _on_rested(self) -> None:
        if self._pointed is not None:
            self._hide_timer.stop()
            self._explain(self._pointed, self._at.toPoint())

    def take(self, mark: PlacedMark) -> None:
        """The mark was clicked: its card has done its work, and the keyboard goes on from here."""
        self.hide_card()
        self._show_timer.stop()
        self._walked = mark
        self._view.set_walked(None)

    def _on_moved(self) -> None:
        """The text scrolled or lines broke anew: what was pointed at is elsewhere."""
        if self._moving:
            return
        self._show_timer.stop()
        self.hide_card()
        self._pointed = None
        self._view.set_pointed(None)

    # The keyboard

    def step(self, by: int) -> bool:
        """Go to the next (1) or previous (-1) mark, from the one that is pointed at or from what is in view."""
        found = self._next(by)
        if found is None:
            return False
        self._walked = found
        self._moving = True
        self._view.show_block_span(found.span)
        self._moving = False
        self._view.set_pointed(None)
        self._view.set_walked(found)
        self._explain(found, None)
        return True

    def _next(self, by: int) -> PlacedMark | None:
        marks = self._marks
        if marks is None:
            return None
        if self._walked is not None and self._is_in_view(self._walked):
            return marks.step(self._walked, by)
        first, last = self._view.blocks_in_view()
        in_view = [one for one in marks.in_blocks(first, last) if self._is_in_view(one)]
        if in_view:
            return in_view[0 if by > 0 else -1]
        return marks.after(last + 1, 0) if by > 0 else marks.before(first, 0)

    def _is_in_view(self, mark: PlacedMark) -> bool:
        rects = self._view.mark_rects(mark)
        room = self._view.viewport().height()
        return bool(rects) and rects[0].top() >= 0 and rects[0].bottom() <= room

    def _on_key(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self._walked is not None:
            event.accept()
            self.chosen.emit(self._walked)
        elif event.key() == Qt.Key.Key_Escape and self._walked is not None:
            event.accept()
            self.let_go()

    # The card

    def _explain(self, mark: PlacedMark, at: QPoint | None) -> None:
        """Show the card of a mark beside its words; `at` is where the pointer is."""
        section, marks = self._section, self._marks
        if section is None or marks is None:
            return
        told = explain(section, tuple(one.mark for one in marks.stack(mark)))
        rects = [rect.toAlignedRect() for rect in self._view.mark_rects(mark)]
        if told is None or not rects:
            return
        card = self._card or self._make_card()
        window = self._view.window()
        corner = self._view.viewport().mapTo(window, QPoint(0, 0))
        near = next((rect for rect in rects if at is not None and rect.top() <= at.y() <= rect.bottom()), rects[0])
        room = window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        size = card.explain(told)
        place = place_card(size, [one.translated(corner) for one in rects], near.translated(corner), room)
        if place is None:
            return
        card.setGeometry(place)
        card.show()
        card.raise_()
        self._listen(everywhere=True)
        self._by_keys = at is None
        self._announce(told.spoken)

    def _announce(self, words: str) -> None:
        """Tell a screen reader what the card shows."""
        self._view.setAccessibleDescription(words)
        if QAccessible.isActive():
            announcement = QAccessibleAnnouncementEvent(self._view, words)
            announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(announcement)

    def _make_card(self) -> HoverCard:
        self._card = HoverCard(self._theme, self._view.window())
        self._card.entered.connect(self._hide_timer.stop)
        self._card.left.connect(self._hide_timer.start)
        self._card.clicked.connect(self._on_card_clicked)
        return self._card

    def _on_card_clicked(self) -> None:
        mark = self._walked if self._by_keys else self._pointed
        if mark is not None:
            self.chosen.emit(mark)

    def hide_card(self) -> None:
        """Take the card away."""
        self._hide_timer.stop()
        self._by_keys = False
        if self._card is not None and not self._card.isHidden():
            self._card.hide()
            self._view.setAccessibleDescription("")
            self._listen(everywhere=False)

    def _listen(self, *, everywhere: bool) -> None:
        """Esc and clicks count wherever they are while a card is shown."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if everywhere:
                application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a card is shown: Esc takes it away wherever the keyboard is, and so does what ends its use."""
        kind = event.type()
        if kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                if kind == QEvent.Type.KeyPress:
                    self.hide_card()
                return True
        elif kind == QEvent.Type.Hide and watched is self._view:
            self.let_go()
        elif kind == QEvent.Type.WindowDeactivate and watched is self._view.window():
            self.hide_card()
        elif kind == QEvent.Type.MouseButtonPress and watched is not self._card:
            self._on_pressed_elsewhere(watched)
        return False

    def _on_pressed_elsewhere(self, watched: QObject) -> None:
        card = self._card
        inside = card is not None and watched in card.children()
        if not inside and watched.isWidgetType():
            self.hide_card()
