"""The Reader tab: the text, its records quietly marked, what is selected in it, and finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from bluebook_desktop.domain.references import Reference, passage_reference
from bluebook_desktop.gui.reader.layout import block_span, set_section
from bluebook_desktop.gui.reader.view import ReaderView
from bluebook_desktop.gui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.gui.reader.finding import PageFinder
    from bluebook_desktop.gui.reader.marking import Marking
    from bluebook_desktop.gui.reader.page_marks import PlacedMark
    from bluebook_desktop.gui.reader.page_view import BlockSpan
    from bluebook_desktop.gui.tasks import Lane
    from bluebook_desktop.services.marks import MarkKind
    from bluebook_desktop.services.sections import OpenSection


class ReaderPanel(QWidget):
    """Shows one section. `selected` tells what the reader clicked; `place_changed` which passage is at the top."""

    selected = Signal(object)
    followed = Signal(object)  # a CrossReference
    show_requested = Signal(str, object)  # a tab, and what to show on it
    place_changed = Signal(int)
    copy_requested = Signal(str, int)  # words (empty for the whole passage), passage
    said = Signal(str)  # a few words for the status bar

    def __init__(self, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        """`zoom` is in per cent."""
        super().__init__(parent)
        self._theme = theme
        self._zoom = zoom
        self._section: OpenSection | None = None
        self._excerpt: BlockSpan | None = None
        self._hits: list[BlockSpan] = []
        self._current = 0
        self._finder: PageFinder | None = None
        self._marking: Marking | None = None
        #: What the window adds to the menu of the text.
        self.menu_actions: list[QAction] = []
        self.view = ReaderView(theme, self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.place_changed.connect(self.place_changed)
        self.view.number_clicked.connect(self._on_number_clicked)
        self.view.text_clicked.connect(self._on_text_clicked)
        self.view.menu_requested.connect(self._on_menu_requested)
        theme.changed.connect(self._set_again)

    @property
    def zoom(self) -> int:
        """Size of the text in per cent."""
        return self._zoom

    @property
    def place(self) -> int:
        """The passage at the top of the view, from 1."""
        return self.view.top_passage or 1

    @property
    def passage_read(self) -> int:
        """The passage that is being read: the selected one while it is in view, else the one at the top."""
        return self._current if self._current and self.view.is_in_view(self._current) else self.place

    def set_section(self, section: OpenSection) -> None:
        """Show a section at its beginning; where the text is the one that is shown, it stays as it stands."""
        same = self._section is not None and (section.id, section.document) == (
            self._section.id,
            self._section.document,
        )
        self._section = section
        self._hits, self._excerpt, self._current = [], None, 0
        if self._finder is not None:
            self._finder.forget()
        if self._marking is not None:
            self._marking.set_section(None)
        if same:
            self.view.set_current(0)
        else:
            self.view.set_page(set_section(section.document, self._theme, self._zoom), self._zoom)
        self._show_highlights()

    def set_zoom(self, zoom: int) -> None:
        """Show the text at another size, at the same place."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._set_again()

    # Marks

    def show_records(self, lane: Lane | None = None) -> None:
        """Mark the words that records rest on; what they say is read when this is first asked for.

        `lane` replaces the thread that reads the records, for tests and pictures.
        """
        self.view.complete()
        if self._marking is None:
            from bluebook_desktop.gui.reader.marking import Marking  # noqa: PLC0415 - the first paint has no marks

            self._marking = Marking(self._theme, self.view, lane)
            self._marking.chosen.connect(self._choose)
            self._marking.failed.connect(self.said)
        self._marking.set_section(self._section)

    def set_marked(self, kinds: frozenset[MarkKind]) -> None:
        """Mark words of these kinds alone from now on."""
        if self._marking is not None:
            self._marking.set_kinds(kinds)

    def step_mark(self, by: int) -> None:
        """Go to the next (1) or previous (-1) mark and explain it."""
        if self._marking is None or not self._marking.is_on:
            self.said.emit(self.tr("The marks in the text are turned off"))
        elif not self._marking.step(by):
            self.said.emit(self.tr("No further mark") if by > 0 else self.tr("No mark before this one"))

    def close_lane(self) -> None:
        """End the background work."""
        if self._marking is not None:
            self._marking.close_lane()

    # Places

    def show_passage(self, number: int, *, mark: bool = True) -> None:
        """Bring a passage to the top; `mark` sets its number off as the selected one."""
        page = self.view.page
        if page is None or number not in page.block_of_passage:
            return
        self._excerpt, self._hits = None, []
        self._set_current(number if mark else 0)
        self.view.scroll_to_passage(number)

    def show_heading(self, position: int, hits: tuple[tuple[int, int], ...] = ()) -> None:
        """Bring a heading to the top, and mark found words in its line."""
        page = self.view.page
        if page is None or position not in page.block_of_heading:
            return
        block = page.block_of_heading[position]
        if hits:
            self._excerpt, self._hits = None, [(block, start, end) for start, end in hits]
            self._set_current(0)
        self.view.scroll_to_block(block, above=40)

    def show_excerpt(self, excerpt: Excerpt, hits: tuple[tuple[int, int], ...] = ()) -> None:
        """Mark the words that bear a record out, and in them (or beside) the words that were searched for."""
        page = self.view.page
        self._excerpt = block_span(page, excerpt) if page is not None else None
        if self._excerpt is None:
            return
        if excerpt.heading is not None:
            self._hits = []
            self._set_current(0)
            self.show_heading(excerpt.heading)
            return
        self._hits = [(self._excerpt[0], start, end) for start, end in hits]
        self._set_current(excerpt.passage)
        if self._hits:
            self.view.show_block_span(self._hits[0])
        else:
            self.view.show_block_span(self._excerpt)

    def show_hits(self, passage: int, hits: tuple[tuple[int, int], ...]) -> None:
        """Mark found words in a passage and bring the first into view."""
        page = self.view.page
        block = page.block_of_passage.get(passage) if page is not None else None
        self._excerpt = None
        self._hits = [(block, start, end) for start, end in hits] if block is not None else []
        self._set_current(passage)
        if self._hits:
            self.view.show_span((passage, *hits[0]))
        elif block is not None:
            self.view.scroll_to_passage(passage)

    def clear_marks(self) -> None:
        """Take the marks of selection and search away."""
        self._excerpt, self._hits = None, []
        self._set_current(0)

    def return_to(self, passage: int) -> None:
        """Bring a passage to the top without marking it."""
        page = self.view.page
        if page is not None and passage in page.block_of_passage:
            if passage == 1:
                self.view.verticalScrollBar().setValue(0)
            else:
                self.view.scroll_to_passage(passage)

    # Finding in the page

    def open_find(self) -> None:
        """Show the find bar; what is selected is looked for."""
        from bluebook_desktop.gui.reader.finding import PageFinder  # noqa: PLC0415 - made at first sight

        if self._finder is None:
            self._finder = PageFinder(self._theme, self.view, self)
            self._finder.changed.connect(self._show_highlights)
            self._layout.addWidget(self._finder.bar)
        self._finder.open()

    def step_found(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place that was found."""
        if self._finder is not None:
            self._finder.step(step)

    # Copying

    def copy_with_citation(self) -> None:
        """Ask for the selected words, or the current passage, to be copied with their citation."""
        span = self.view.selected_span()
        if span is not None and self._section is not None:
            text = self._section.document.passage(span[0]).text[span[1] : span[2]]
            if self.view.selection_crosses_passages():
                text = self.view.textCursor().selectedText().replace("\u2029", "\n")
            self.copy_requested.emit(text.strip(), span[0])
        elif self._section is not None:
            self.copy_requested.emit("", self._current or self.place)

    # The menu

    def _on_menu_requested(self, at: QPoint, by_keyboard: bool) -> None:
        """The menu at a point; by the keyboard, at the mark that it is at."""
        from bluebook_desktop.gui.reader.text_menu import TextMenu  # noqa: PLC0415 - made at first sight

        if self._section is None or self.view.page is None:
            return
        passage = self.passage_read
        stack: tuple[PlacedMark, ...] = ()
        place = None if by_keyboard else self.view.place_at(QPointF(at))
        if self._marking is not None:
            self._marking.hide_card()
            stack = self._marking.walked() if by_keyboard else self._marking.under(place)
        if by_keyboard:
            at = QPoint(round(self.view.column.left), 24)
            if stack and (rects := self.view.mark_rects(stack[0])):
                at = rects[0].bottomLeft().toPoint()
        elif place is not None and (shown := self.view.page.blocks[place[0]].passage) is not None:
            passage = shown.number
        menu = TextMenu(self, self._section, tuple(one.mark for one in stack), passage)
        menu.popup(self.view.viewport().mapToGlobal(at))

    # Highlights

    def _set_current(self, passage: int) -> None:
        self._current = passage
        self.view.set_current(passage)
        self._show_highlights()

    def _show_highlights(self) -> None:
        """Set off the excerpt of what is selected and what was found."""
        from bluebook_desktop.gui.reader.highlights import background, highlight  # noqa: PLC0415 - after the first paint

        theme = self._theme
        shown: list[QTextEdit.ExtraSelection] = []
        if self._excerpt is not None:
            look = background(theme.color("accent_soft"))
            look.setFontUnderline(theme.high_contrast)
            shown.append(highlight(self.view.block_cursor(self._excerpt), look))
        for span in self._hits:
            look = background(theme.color("hit"), theme.color("hit_ink"))
            shown.append(highlight(self.view.block_cursor(span), look))
        if self._finder is not None:
            shown += self._finder.highlights()
        self.view.setExtraSelections(shown)

    # Clicks and changes

    def _on_number_clicked(self, number: int) -> None:
        if self._section is not None:
            self._excerpt, self._hits = None, []
            self._set_current(number)
            self.selected.emit(passage_reference(self._section.id, number))

    def _on_text_clicked(self, block: int, offset: int) -> None:
        """Select the record whose words were clicked, the shortest where several overlap."""
        under = self._marking.under((block, offset)) if self._marking is not None else ()
        if under:
            self._choose(under[0])

    def _choose(self, placed: PlacedMark) -> None:
        """Follow a pointer, or select a record where it stands: nothing scrolls."""
        if self._marking is not None:
            self._marking.take(placed)
        target = placed.mark.target
        if not isinstance(target, Reference):
            self.followed.emit(target)
            return
        self._excerpt, self._hits = placed.span, []
        passage = self.view.page.blocks[placed.block].passage if self.view.page is not None else None
        self._set_current(passage.number if passage is not None else 0)
        self.selected.emit(target)

    def _set_again(self) -> None:
        """Set the text anew (other size, other colours) and keep place and marks."""
        if self._section is None:
            return
        anchor, place = self.view.anchor() if self._marking is not None else None, self.place
        self.view.set_page(set_section(self._section.document, self._theme, self._zoom), self._zoom)
        if anchor is not None:
            self.view.return_to_anchor(anchor)
        else:
            self.return_to(place)
        if self._marking is not None:
            self._marking.place_marks()
        self._show_highlights()
        if self._finder is not None:
            self._finder.show_scroll_marks()
        self.view.set_current(self._current)
