"""Selecting and going: one selection and one history for all tabs."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bluebook_desktop.domain.references import Kind, Reference
from bluebook_desktop.gui.navigation import History, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.querying import Query
    from bluebook_desktop.domain.records import CrossReference
    from bluebook_desktop.gui.centre import Centre
    from bluebook_desktop.gui.reader.page_view import Anchor
    from bluebook_desktop.services.search import Hit
    from bluebook_desktop.services.sections import OpenSection

#: The tab beside the reader that shows a kind of record.
TAB_OF = {
    Kind.EVENT: "timeline",
    Kind.FACILITY: "facilities",
    Kind.QUOTATION: "quotations",
    Kind.PERSON: "people",
}


class Navigator(QObject):
    """Shows places in the tabs. `selected` tells what is selected now (None for nothing)."""

    selected = Signal(object)
    section_requested = Signal(str)  # open it at once; nothing is shown where there is none such
    missed = Signal(str)  # why a pointer of the text leads nowhere, in a sentence

    def __init__(self, centre: Centre, history: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._centre = centre
        self._history = history
        self._section: OpenSection | None = None
        self._selection: Reference | None = None
        self._before_search: Place | None = None
        self._line_before: tuple[OpenSection, Anchor] | None = None
        self._showing = False
        centre.panel_made.connect(self._on_panel_made)
        centre.clicked.connect(self.open_tab)
        centre.reader.place_changed.connect(self._on_scrolled)
        centre.reader.selected.connect(self.select)

    @property
    def selection(self) -> Reference | None:
        """What is selected."""
        return self._selection

    @property
    def place(self) -> Place:
        """Where the reader is."""
        section = self._section.id if self._section is not None else ""
        return Place(self._centre.tab, self._selection, self._centre.reader.place, section)

    def set_section(self, section: OpenSection) -> None:
        """Select and go in another section, which the reader shows already."""
        if self._section is not None and self._section.id != section.id:
            self._set_selection(None)
        self._section = section
        self._centre.set_section(section)

    def select_anew(self) -> None:
        """Select what is selected once more in another issue of its section; nothing where it is not there any more."""
        selection, section = self._selection, self._section
        if selection is None or section is None or selection.section != section.id:
            return
        if selection.kind is Kind.PASSAGE:
            is_there = 1 <= selection.number <= len(section.document.passages)
        else:
            is_there = section.main_excerpt(selection) is not None
        self._set_selection(None)  # as the panels, which show the other issue already, have nothing selected
        if is_there:
            self._set_selection(selection)

    def open_tab(self, tab: str) -> None:
        """Show a tab as a step of the history; what is selected stays so."""
        if tab != self._centre.tab:
            self._leave()
            self._centre.show_tab(tab)
        self._history.visit(self.place)

    def select(self, reference: Reference | None) -> None:
        """Select something where it is shown, without going anywhere."""
        self._set_selection(reference)
        if reference is not None:
            self._history.visit(self.place)

    def read(self, reference: Reference) -> None:
        """Read a record or passage in place."""
        self._leave()
        with self._going():
            self._show_in_reader(reference)
        self._history.visit(self.place)

    def read_excerpt(self, excerpt: Excerpt) -> None:
        """Read the words of one mention in place; the selection stays."""
        self._leave()
        with self._going():
            self._centre.show_tab("reader")
            self._centre.reader.show_excerpt(excerpt)
        self._history.visit(self.place)

    def read_place(self, section: str, excerpt: Excerpt) -> None:
        """Read words of any section in place, with nothing selected."""
        self._leave()
        with self._going():
            if not self._open(section):
                return
            self._centre.show_tab("reader")
            self._set_selection(None)
            self._centre.reader.show_excerpt(excerpt)
        self._history.visit(self.place)

    def read_beginning(self) -> None:
        """Read the section from its beginning, above its first heading."""
        self._leave()
        with self._going():
            self._centre.show_tab("reader")
            self._centre.reader.return_to(1)
        self._history.visit(self.place)

    def read_heading(self, position: int) -> None:
        """Read from a heading on."""
        self._leave()
        with self._going():
            self._centre.show_tab("reader")
            self._centre.reader.show_heading(position)
        self._history.visit(self.place)

    def read_heading_words(self, section: str, position: int, span: tuple[int, int]) -> None:
        """Read words of a heading of any section in place, counted in its line, with nothing selected."""
        self._leave()
        with self._going():
            if not self._open(section):
                return
            self._centre.show_tab("reader")
            self._set_selection(None)
            self._centre.reader.show_heading(position, (span,))
        self._history.visit(self.place)

    def follow_pointer(self, pointer: CrossReference) -> None:
        """Go where a pointer of the open section leads, or tell that the library does not hold that place."""
        from bluebook_desktop.gui.wording import pointer_missed  # noqa: PLC0415 - the first paint needs none

        destination = self._section.destination(pointer) if self._section is not None else None
        if destination is None:
            self.missed.emit(pointer_missed(pointer))
            return
        self._leave()
        with self._going():
            if not self._open(destination.section):
                return
            self._centre.show_tab("reader")
            if destination.heading is None:
                self._centre.reader.return_to(1)
            else:
                self._centre.reader.show_heading(destination.heading)
        self._history.visit(self.place)

    def show_on(self, tab: str, reference: Reference) -> None:
        """Show a record in its own tab."""
        self._leave()
        if self._show_in_tab(tab, reference):
            self._history.visit(self.place)

    # Searching

    def begin_search(self) -> None:
        """Remember where the reader is, to return there with Esc."""
        self._before_search = self.place
        view = self._centre.reader.view
        self._line_before = None
        if self._section is not None and view.page is not None:
            self._line_before = self._section, view.anchor()

    def follow(self, hit: Hit, query: Query) -> None:
        """Show a hit of a query while the reader walks over the results; no step of the history."""
        if self._before_search is None:  # other words after a hit was gone to
            self.begin_search()
        with self._going():
            self._show_hit(hit, query)

    def go(self, hit: Hit, query: Query) -> None:
        """Go to a hit and stay there."""
        if self._before_search is not None:
            self._history.moved(self._before_search.passage)
            self._before_search = None
        with self._going():
            if hit.reference.kind is Kind.PERSON:  # of whom there is a page
                self._show_in_tab("people", hit.reference)
            else:
                self._show_hit(hit, query)
        self._history.visit(self.place)

    def end_search(self) -> None:
        """The words are gone from the field: so are their marks."""
        self._before_search = None

    def return_from_search(self) -> None:
        """Back to where the reader was before the search, unless a hit was gone to."""
        if self._before_search is not None:
            self._show(self._before_search)
            if self._before_search.tab == "reader":
                self._return_to_line()
            self._before_search = None

    def _return_to_line(self) -> None:
        """To the very line, since a passage may be taller than the view; not in a text that was replaced meanwhile."""
        if self._line_before is None or self._section is None:
            return
        section, anchor = self._line_before
        if section is self._section or (section.id, section.document) == (self._section.id, self._section.document):
            with self._going():
                self._centre.reader.view.return_to_anchor(anchor)

    # History

    def back(self) -> None:
        """One step back."""
        self._leave()
        self._step(self._history.back())

    def forward(self) -> None:
        """One step forward."""
        self._leave()
        self._step(self._history.forward())

    def start(self, place: Place) -> None:
        """Show the place that was open when the program was last closed."""
        if self._section is not None and not place.section:
            place = replace(place, section=self._section.id)
        self._show(place)
        self._history.visit(place)

    def _step(self, place: Place | None) -> None:
        if place is not None:
            self._show(place)

    def _leave(self) -> None:
        """Note where the reader scrolled to, so that coming back leads there."""
        if self._centre.tab == "reader":
            self._history.moved(self._centre.reader.place)

    def _show(self, place: Place) -> None:
        with self._going():
            if not self._open(place.section):
                return
            self._centre.show_tab(place.tab)
            self._set_selection(place.reference)
            if place.tab == "reader":
                if place.reference is not None:
                    self._mark(place.reference)
                else:
                    self._centre.reader.clear_marks()
                self._centre.reader.return_to(place.passage)

    @contextmanager
    def _going(self) -> Iterator[None]:
        """How the text scrolls meanwhile says nothing of the place that is left."""
        before, self._showing = self._showing, True
        try:
            yield
        finally:
            self._showing = before

    def _open(self, section: str) -> bool:
        """Make sure that a section is open; whether it is."""
        if section and (self._section is None or self._section.id != section):
            self.section_requested.emit(section)
        return not section or (self._section is not None and self._section.id == section)

    def _show_hit(self, hit: Hit, query: Query) -> None:
        if not self._open(hit.reference.section):
            return
        self._centre.show_tab("reader")
        reader = self._centre.reader
        if hit.reference.kind is Kind.HEADING:
            self._set_selection(None)
            reader.show_heading(hit.reference.number, hit.source_marks)
            return
        self._set_selection(hit.reference)
        excerpt = self._section.main_excerpt(hit.reference) if self._section is not None else None
        if excerpt is None or self._section is None:
            reader.show_hits(hit.passage, hit.source_marks)
            return
        from bluebook_desktop.domain.matching import find_any_marks  # noqa: PLC0415 - the first search loads it

        text = self._section.document.passage(excerpt.passage).text
        marks = find_any_marks(text, query)
        reader.show_excerpt(excerpt, tuple(m for m in marks if excerpt.start <= m[0] and m[1] <= excerpt.end))

    def _show_in_tab(self, tab: str, reference: Reference) -> bool:
        """Show a record in a tab; whether its section could be opened."""
        if not self._open(reference.section):
            return False
        self._centre.show_tab(tab)
        self._set_selection(reference)
        return True

    def _show_in_reader(self, reference: Reference) -> None:
        if not self._open(reference.section):
            return
        self._centre.show_tab("reader")
        self._set_selection(reference)
        if reference.kind is Kind.PASSAGE:
            self._centre.reader.show_passage(reference.number)
        else:
            self._mark(reference)

    def _mark(self, reference: Reference) -> bool:
        if self._section is None:
            return False
        if reference.kind is Kind.PASSAGE:
            self._centre.reader.show_hits(reference.number, ())
            return True
        excerpt = self._section.main_excerpt(reference)
        if excerpt is None:
            return False
        self._centre.reader.show_excerpt(excerpt)
        return True

    def _set_selection(self, reference: Reference | None) -> None:
        if reference != self._selection:
            self._selection = reference
            self._centre.select(reference)
            self.selected.emit(reference)
        if reference is None:
            self._centre.reader.clear_marks()

    def _on_scrolled(self, passage: int) -> None:
        if not self._showing and self._centre.tab == "reader":
            self._history.moved(passage)

    def _on_panel_made(self, _tab: str, panel: Any) -> None:
        if self._section is not None:
            panel.set_section(self._section)
            panel.select(self._selection)
        panel.selected.connect(self.select)
        panel.read_requested.connect(self.read)
