"""Finding in the page: the bar with its count, the places that were found, and which of them is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bluebook_desktop.domain.folding import fold_verbatim
from bluebook_desktop.gui.reader.find_bar import FindBar
from bluebook_desktop.gui.reader.highlights import background, highlight

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit, QWidget

    from bluebook_desktop.domain.folding import Folded
    from bluebook_desktop.gui.reader.page_view import BlockSpan
    from bluebook_desktop.gui.reader.view import ReaderView
    from bluebook_desktop.gui.theme import Theme


class PageFinder(QObject):
    """Looks for words in the page of one view. `changed` says that other places are to be set off."""

    changed = Signal()

    def __init__(self, theme: Theme, view: ReaderView, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view = view
        self._folded: dict[int, Folded] = {}
        self._found: list[BlockSpan] = []
        self._at = 0
        self.bar = FindBar(theme, parent)
        self.bar.changed.connect(self._on_changed)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)

    @property
    def current(self) -> BlockSpan | None:
        """The place that is shown."""
        return self._found[self._at] if self._found else None

    def open(self) -> None:
        """Show the bar; what is selected is looked for."""
        selected = self._view.textCursor().selectedText()
        self.bar.open("" if "\u2029" in selected else selected)
        self._on_changed(self.bar.text)

    def close(self) -> None:
        """Hide the bar and what it found."""
        self.bar.hide()
        self._found = []
        self._view.set_scroll_marks([])
        self.changed.emit()
        self._view.setFocus()

    def forget(self) -> None:
        """Another section is shown: nothing was found in it yet."""
        self._folded.clear()
        self._found = []

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place."""
        if self._found:
            self._at = (self._at + step) % len(self._found)
            self.bar.set_count(self._at + 1, len(self._found))
            self.changed.emit()
            self._view.show_block_span(self._found[self._at])

    def highlights(self) -> list[QTextEdit.ExtraSelection]:
        """All places, the one that is shown in the accent."""
        shown = []
        for number, span in enumerate(self._found):
            here = number == self._at
            ground = self._theme.color("accent" if here else "hit")
            ink = self._theme.color("on_accent" if here else "hit_ink")
            shown.append(highlight(self._view.block_cursor(span), background(ground, ink)))
        return shown

    def show_scroll_marks(self) -> None:
        """Show on the scroll bar where the places lie."""
        self._view.set_scroll_marks([span[0] for span in self._found])

    def _on_changed(self, text: str) -> None:
        self._found = self._find(text)
        first = self._first_block()
        at_or_after = (i for i, span in enumerate(self._found) if span[0] >= first)
        self._at = next(at_or_after, 0)
        self.bar.set_count(self._at + 1, len(self._found))
        self.show_scroll_marks()
        self.changed.emit()
        if self._found:
            self._view.show_block_span(self._found[self._at])

    def _first_block(self) -> int:
        """The block at the top of the view: that of the passage, or of the headings right above it."""
        page = self._view.page
        if page is None:
            return 0
        number = page.block_of_passage.get(self._view.top_passage or 1, 0)
        while number and page.blocks[number - 1].heading is not None:
            number -= 1
        return number

    def _find(self, text: str) -> list[BlockSpan]:
        """All places, in headings too, where the words stand."""
        wanted = fold_verbatim(text).text.strip()
        page = self._view.page
        if page is None or not wanted:
            return []
        found = []
        for number, block in enumerate(page.blocks):
            if number not in self._folded:
                heading = block.heading.full_title if block.heading is not None else ""
                self._folded[number] = fold_verbatim(block.passage.text if block.passage is not None else heading)
            folded = self._folded[number]
            start = folded.text.find(wanted)
            while start >= 0:
                found.append((number, *folded.span(start, start + len(wanted))))
                start = folded.text.find(wanted, start + len(wanted))
        return found
