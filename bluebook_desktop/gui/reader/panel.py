"""The Reader tab: the text with its records quietly marked, and finding in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from bluebook_desktop.domain.references import Kind, Reference, passage_reference
from bluebook_desktop.gui.reader.layout import set_section
from bluebook_desktop.gui.reader.marks import background, dotted
from bluebook_desktop.gui.reader.view import BlockSpan, PassageSpan, ReaderView
from bluebook_desktop.gui.theme import ColorName, Theme

if TYPE_CHECKING:
    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.folding import Folded
    from bluebook_desktop.gui.reader.find_bar import FindBar
    from bluebook_desktop.services.sections import OpenSection


class ReaderPanel(QWidget):
    """Shows one section. `selected` tells what the reader clicked; `place_changed` which passage is at the top."""

    selected = Signal(object)
    place_changed = Signal(int)
    copy_requested = Signal(str, int)  # words (empty for the whole passage), passage

    def __init__(self, theme: Theme, zoom: int, parent: QWidget | None = None) -> None:
        """`zoom` is in per cent."""
        super().__init__(parent)
        self._theme = theme
        self._zoom = zoom
        self._section: OpenSection | None = None
        self._folded: dict[int, Folded] = {}
        self._quiet: list[QTextEdit.ExtraSelection] = []
        self._excerpt: PassageSpan | None = None
        self._hits: list[PassageSpan] = []
        self._found: list[BlockSpan] = []
        self._found_at = 0
        self._current = 0
        self._find_bar: FindBar | None = None
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
        theme.changed.connect(self._on_theme_changed)

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
        """Show a section at its beginning."""
        self._section = section
        self._folded.clear()
        self._quiet, self._hits, self._found, self._excerpt, self._current = [], [], [], None, 0
        self.view.set_page(set_section(section.document, self._theme, self._zoom), self._zoom)

    def set_zoom(self, zoom: int) -> None:
        """Show the text at another size, at the same place."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._set_again()

    def show_records(self) -> None:
        """Mark dates, facilities, people and abbreviations; they are loaded when this is first asked for."""
        self.view.complete()
        if self._section is None:
            return
        self._quiet = []
        hints: dict[int, list[tuple[int, int, str]]] = {}
        for passage, several in self._section.references_by_passage.items():
            for excerpt, reference in several:
                if reference.kind is Kind.QUOTATION or excerpt.heading is not None:
                    continue
                span = (passage, excerpt.start, excerpt.end)
                self._add(self._quiet, span, dotted(self._theme.color(self._kind_color(reference))))
                hints.setdefault(passage, []).append((excerpt.start, excerpt.end, self._hint(reference)))
        self.view.set_hints(hints)
        self._show_marks()

    def show_passage(self, number: int, *, mark: bool = True) -> None:
        """Bring a passage to the top; `mark` sets its number off as the selected one."""
        page = self.view.page
        if page is None or number not in page.block_of_passage:
            return
        self._excerpt, self._hits = None, []
        self._set_current(number if mark else 0)
        self.view.scroll_to_passage(number)

    def show_heading(self, position: int) -> None:
        """Bring a heading to the top."""
        page = self.view.page
        if page is not None and position in page.block_of_heading:
            self.view.scroll_to_block(page.block_of_heading[position], above=40)

    def show_excerpt(self, excerpt: Excerpt, hits: tuple[tuple[int, int], ...] = ()) -> None:
        """Mark the words that bear a record out, and in them (or beside) the words that were searched for."""
        if excerpt.heading is not None:
            self.show_heading(excerpt.heading)
            return
        self._excerpt = (excerpt.passage, excerpt.start, excerpt.end)
        self._hits = [(excerpt.passage, start, end) for start, end in hits]
        self._set_current(excerpt.passage)
        self.view.show_span(self._hits[0] if self._hits else self._excerpt)

    def show_hits(self, passage: int, hits: tuple[tuple[int, int], ...]) -> None:
        """Mark found words in a passage and bring the first into view."""
        self._excerpt = None
        self._hits = [(passage, start, end) for start, end in hits]
        self._set_current(passage)
        if self._hits:
            self.view.show_span(self._hits[0])
        elif (page := self.view.page) is not None and passage in page.block_of_passage:
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
        if self._find_bar is None:
            from bluebook_desktop.gui.reader.find_bar import FindBar  # noqa: PLC0415 - made at first sight

            self._find_bar = FindBar(self._theme, self)
            self._find_bar.changed.connect(self._on_find_changed)
            self._find_bar.stepped.connect(self.step_found)
            self._find_bar.closed.connect(self.close_find)
            self._layout.addWidget(self._find_bar)
        selected = self.view.textCursor().selectedText()
        self._find_bar.open("" if "\u2029" in selected else selected)
        self._on_find_changed(self._find_bar.text)

    def close_find(self) -> None:
        """Hide the find bar and its marks."""
        if self._find_bar is not None:
            self._find_bar.hide()
        self._found = []
        self.view.set_scroll_marks([])
        self._show_marks()
        self.view.setFocus()

    def step_found(self, step: int) -> None:
        """Go to the next (1) or previous (-1) place that was found."""
        if self._found and self._find_bar is not None:
            self._found_at = (self._found_at + step) % len(self._found)
            self._find_bar.set_count(self._found_at + 1, len(self._found))
            self._show_marks()
            self.view.show_block_span(self._found[self._found_at])

    def _on_find_changed(self, text: str) -> None:
        self._found = self._find(text)
        first = self._first_block()
        at_or_after = (i for i, span in enumerate(self._found) if span[0] >= first)
        self._found_at = next(at_or_after, 0)
        if self._find_bar is not None:
            self._find_bar.set_count(self._found_at + 1, len(self._found))
        self.view.set_scroll_marks([span[0] for span in self._found])
        self._show_marks()
        if self._found:
            self.view.show_block_span(self._found[self._found_at])

    def _first_block(self) -> int:
        """The block at the top of the view: that of the passage, or of the headings right above it."""
        page = self.view.page
        if page is None:
            return 0
        number = page.block_of_passage.get(self.place, 0)
        while number and page.blocks[number - 1].heading is not None:
            number -= 1
        return number

    def _find(self, text: str) -> list[BlockSpan]:
        """All places, in headings too, where the words stand."""
        from bluebook_desktop.domain.folding import fold_verbatim  # noqa: PLC0415

        wanted = fold_verbatim(text).text.strip()
        page = self.view.page
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

    def _on_menu_requested(self, position: QPoint) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see FirstFrame
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), self.view.copy)
        copy.setEnabled(self.view.textCursor().hasSelection())
        menu.addAction(self.tr("Copy with citation"), self.copy_with_citation)
        menu.addSeparator()
        menu.addAction(self.tr("Select all"), self.view.selectAll)
        menu.addAction(self.tr("Find in this section"), self.open_find)
        menu.popup(position)

    # Marks

    def _set_current(self, passage: int) -> None:
        self._current = passage
        self.view.set_current(passage)
        self._show_marks()

    def _show_marks(self) -> None:
        marks = list(self._quiet)
        theme = self._theme
        if self._excerpt is not None:
            look = background(theme.color("accent_soft"))
            look.setFontUnderline(theme.high_contrast)
            self._add(marks, self._excerpt, look)
        for span in self._hits:
            self._add(marks, span, background(theme.color("hit"), theme.color("hit_ink")))
        for number, span in enumerate(self._found):
            here = number == self._found_at
            color, ink = ("accent", "on_accent") if here else ("hit", "hit_ink")
            look = background(theme.color(color), theme.color(ink))  # type: ignore[arg-type]
            marks.append(_mark(self.view.block_cursor(span), look))
        self.view.setExtraSelections(marks)

    def _add(self, marks: list[QTextEdit.ExtraSelection], span: PassageSpan, look: QTextCharFormat) -> None:
        cursor = self.view.span_cursor(span)
        if cursor is not None:
            marks.append(_mark(cursor, look))

    def _kind_color(self, reference: Reference) -> ColorName:
        colors: dict[Kind, ColorName] = {Kind.PERSON: "agreements", Kind.FACILITY: "realignment"}
        return colors.get(reference.kind, "accent" if reference.kind is Kind.EVENT else "soft")

    def _hint(self, reference: Reference) -> str:
        from bluebook_desktop.domain.dates import describe  # noqa: PLC0415

        section = self._section
        if section is None:
            return ""
        match reference.kind:
            case Kind.EVENT:
                event = section.events[reference.id]
                return f"{describe(event.date.span, full=True)} · {event.title}"
            case Kind.FACILITY:
                return section.facilities[reference.id].name
            case Kind.PERSON:
                person = section.people[reference.id]
                return " · ".join([person.name, *(role.title for role in person.roles[:1])])
            case Kind.ABBREVIATION:
                return section.abbreviations[reference.id].full
        return ""

    # Clicks and changes

    def _on_number_clicked(self, number: int) -> None:
        if self._section is not None:
            self._excerpt, self._hits = None, []
            self._set_current(number)
            self.selected.emit(passage_reference(self._section.id, number))

    def _on_text_clicked(self, passage: int, offset: int) -> None:
        """Select the record whose words were clicked, the shortest where several overlap."""
        if self._section is None or not self._quiet:
            return
        several = self._section.references_by_passage.get(passage, [])
        under = [(e.end - e.start, i, r) for i, (e, r) in enumerate(several) if e.start <= offset < e.end]
        if under:
            self.selected.emit(min(under, key=lambda one: one[:2])[2])

    def _on_theme_changed(self) -> None:
        self._set_again()

    def _set_again(self) -> None:
        """Set the text anew (other size, other colours) and keep place and marks."""
        if self._section is None:
            return
        place, marked = self.place, bool(self._quiet)
        self._quiet = []
        self.view.set_page(set_section(self._section.document, self._theme, self._zoom), self._zoom)
        self.return_to(place)
        if marked:
            self.show_records()
        self._show_marks()
        self.view.set_scroll_marks([span[0] for span in self._found])
        self.view.set_current(self._current)


def _mark(cursor: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = look
    return selection
