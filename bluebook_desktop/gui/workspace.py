"""The window's content: top bar, side bar, tabs and Details, and how they work together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bluebook_desktop.domain.references import Kind, Reference, passage_reference
from bluebook_desktop.gui.centre import Centre, PanelLanes
from bluebook_desktop.gui.copying import Copier
from bluebook_desktop.gui.decisions.desk import DecisionDesk
from bluebook_desktop.gui.navigation import History
from bluebook_desktop.gui.navigator import TAB_OF, Navigator
from bluebook_desktop.gui.panes import focus_next
from bluebook_desktop.gui.search.controller import SearchController
from bluebook_desktop.gui.side_bar import SideBar
from bluebook_desktop.gui.tasks import Lane, OrderedLane, ThreadLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.top_bar import TopBar
from bluebook_desktop.gui.widgets.notices import NoticeBar
from bluebook_desktop.gui.widgets.workbench import Workbench

if TYPE_CHECKING:
    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.domain.notebook import NotebookChange
    from bluebook_desktop.gui.decisions.strip import Deed
    from bluebook_desktop.gui.details.panel import DetailsPanel
    from bluebook_desktop.gui.reader.panel import ReaderPanel
    from bluebook_desktop.gui.search.panel import ResultsPanel
    from bluebook_desktop.services.search import Hit, SearchService
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.library import Library


class Workspace(QWidget):
    """Connects the panels.

    `status_changed` tells the line for the status bar, `panels_changed` that side bar or Details came or went.
    """

    status_changed = Signal(str)
    panels_changed = Signal()
    searched = Signal(str)  # words that led somewhere
    search_saved = Signal(str)
    saved_search_removed = Signal(str)
    library_changed = Signal()  # another library is searched and listed from now on
    closing = Signal()  # what is open beside the window must close with it

    def __init__(
        self, theme: Theme, reader: ReaderPanel, library: Library, widths: tuple[int, int], lane: Lane | None
    ) -> None:
        """`widths` are those of side bar and Details; `lane` replaces the search thread, for tests and pictures."""
        super().__init__()
        self._theme, self._library = theme, library
        self._section: OpenSection | None = None
        self._details: DetailsPanel | None = None
        self._details_closed = False
        self._earlier: list[str] = []
        self._saved: list[str] = []
        self.history = History(self)
        self.copier = Copier(self)
        self.desk = DecisionDesk(self)
        self.top = TopBar(theme, self)
        self.notices = NoticeBar(theme, self)
        self.side = SideBar(theme, self)
        # What is exported is written, whatever comes after it; of what is filtered the newest is wanted.
        self._files = lane or OrderedLane("files", self)
        self._filtering = lane or ThreadLane("filtering", parent=self)
        self.centre = Centre(theme, reader, PanelLanes(self._files, self._filtering), self)
        self.navigator = Navigator(self.centre, self.history, self)
        self.workbench = Workbench(theme, self.side, self.centre, widths)
        self.lane: Lane = lane or ThreadLane("search", self._stop_search, self)
        self.search = SearchController(self.top.field, self.side.results, self.lane, self._make_search, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.notices)
        layout.addWidget(self.workbench, 1)
        self._connect()

    def _connect(self) -> None:
        reader = self.centre.reader
        reader.place_changed.connect(self._on_place_changed)
        reader.copy_requested.connect(self.copier.copy_words)
        reader.followed.connect(self.navigator.follow_pointer)
        reader.show_requested.connect(self._show_on)
        self.navigator.missed.connect(self.notices.say_of_library)
        self.centre.opened.connect(self._on_tab_opened)
        self.centre.panel_made.connect(self._on_panel_made)
        self.navigator.selected.connect(self._on_selected)
        self.side.contents.heading_chosen.connect(self._on_heading_chosen)
        self.side.results_made.connect(self._on_results_made)
        self.search.started.connect(self._on_search_started)
        self.search.ended.connect(self._on_search_ended)
        self.search.left.connect(self._on_search_left)
        self.centre.clicked.connect(self.search.forget_keys)
        self.navigator.selected.connect(self.search.forget_keys)
        self.workbench.arranged.connect(self.panels_changed)
        self.desk.changed.connect(self._on_decided)
        self.desk.noticed.connect(self.notices.say)

    @property
    def library(self) -> Library:
        """The library that is open."""
        return self._library

    def set_section(self, section: OpenSection) -> None:
        """Show a section in all panels, the reader at its beginning unless it shows it already."""
        self._section = section
        self.desk.set_section(section)
        self._list_sections()
        self.copier.set_section(section)
        self.navigator.set_section(section)
        if self._details is not None:
            self._details.set_section(section)
        self._on_place_changed(0)

    def set_library(self, library: Library) -> None:
        """List, search and open the sections of another library from now on."""
        self._library = library
        self.notices.forget_library()
        self.search.renew()
        self.library_changed.emit()
        self._list_sections()
        self._on_place_changed(0)

    def _list_sections(self) -> None:
        if self._section is not None:
            titles = {edition.id: edition.title for edition in self._library.editions()}
            sections = [(titles[one.edition], one) for one in self._library.sections()]
            self.side.contents.set_section(self._section, sections)

    def close_lane(self) -> None:
        """End the background work."""
        self.search.close()
        self.lane.close()
        self._filtering.close()
        self._files.close()

    # Where the reader is

    def _on_place_changed(self, _passage: int) -> None:
        self.side.contents.set_current(self.centre.reader.passage_read)
        self.show_status()

    def _on_tab_opened(self, tab: str) -> None:
        if self._details is not None:
            self._details.set_tab(tab)
        selection = self.navigator.selection
        if selection is not None and selection.kind is Kind.PERSON:
            self._show_details(shown=tab != "people" and not self._details_closed)  # the page says all of it
        self.show_status()

    def _on_heading_chosen(self, position: int) -> None:
        self.navigator.read_heading(position)
        if self.workbench.side_over:
            self.show_panel("side", shown=False)

    def _on_panel_made(self, _tab: str, panel: object) -> None:
        panel.status_changed.connect(lambda _text: self.show_status())  # type: ignore[attr-defined]
        for name, slot in (
            ("followed", self._on_link),
            ("place_requested", self._on_excerpt),
            ("said", self.copier.said),
        ):
            if hasattr(panel, name):
                getattr(panel, name).connect(slot)

    def show_status(self) -> None:
        """Tell where the reader is."""
        if self.centre.tab != "reader":
            self.status_changed.emit(self.centre.panel(self.centre.tab).status)
        elif self._section is not None:
            # The reader goes over to another section first: for a moment its place may be none of this one's.
            passage = min(self.centre.reader.passage_read, len(self._section.document.passages))
            self.status_changed.emit(self._section.path_in_words(passage))

    # Selection and Details

    def _on_selected(self, reference: Reference | None) -> None:
        if reference is None:
            self._show_details(shown=False)
            return
        self.details().show_reference(reference)
        self._on_place_changed(0)
        if reference.kind is Kind.PERSON and self.centre.tab == "people":
            self._show_details(shown=False)
            return
        covered = self.workbench.side_over and self.workbench.is_shown("side")
        if not self._details_closed and not covered:
            self._show_details(shown=True)

    def details(self) -> DetailsPanel:
        """The right column, made when something is first selected."""
        if self._details is None:
            from bluebook_desktop.gui.details.panel import DetailsPanel  # noqa: PLC0415 - the first paint needs none
            from bluebook_desktop.gui.details.wiring import connect_details  # noqa: PLC0415

            details = DetailsPanel(self._theme)
            connect_details(details, self.navigator, self.copier, self.desk)
            details.selected.connect(self._on_link)
            details.place_requested.connect(self._on_excerpt)
            details.timeline_requested.connect(lambda one: self._show_on("timeline", one))
            details.map_requested.connect(lambda one: self._show_on("map", one))
            details.set_tab(self.centre.tab)
            details.closed.connect(self._on_details_closed)
            if self._section is not None:
                details.set_section(self._section)
            self._details = details
            self.workbench.set_details(details)
        return self._details

    def preparing(self) -> Iterator[None]:
        """Make, step by step, Details and the tabs that were not opened yet."""
        details = self.details()
        yield
        yield from details.preparing()
        yield from self.centre.preparing()

    def _show_on(self, tab: str, reference: Reference) -> None:
        """Show a record on its tab; ``map`` is the facilities' one with the map shown.

        From a passage, the timeline shows all of its events.
        """
        source = self.navigator.selection
        self.navigator.show_on("facilities" if tab == "map" else tab, reference)
        if tab == "map":
            self.centre.panel("facilities").want_map()
        elif tab == "timeline" and source is not None and source.kind is Kind.PASSAGE and self._section is not None:
            borne_out = self._section.references_by_passage.get(source.number, [])
            self.centre.panel("timeline").show_together({one.id for _, one in borne_out if one.kind is Kind.EVENT})
        self.centre.focus()  # the button that was pressed is gone: Qt would go on to whatever comes next

    def _on_link(self, reference: Reference) -> None:
        """A link in Details: a person's page; another record where its tab is open, else in the reader."""
        if reference.kind is Kind.PERSON:
            self.navigator.show_on("people", reference)
        elif self.centre.tab != "reader" and TAB_OF.get(reference.kind) == self.centre.tab:
            self.navigator.select(reference)
        else:
            self.navigator.read(reference)

    def _on_excerpt(self, excerpt: Excerpt) -> None:
        self.navigator.read_excerpt(excerpt)

    def _on_details_closed(self) -> None:
        self._details_closed = True
        self._show_details(shown=False)
        self.centre.focus()

    def _show_details(self, *, shown: bool) -> None:
        self.show_panel("details", shown=shown)

    def show_panel(self, name: str, *, shown: bool) -> None:
        """Show or hide ``side`` or ``details``."""
        self.workbench.show_panel(name, shown=shown)

    def toggle_side(self) -> None:
        """Show the side bar, or hide it."""
        shown = not self.workbench.is_shown("side")
        self.show_panel("side", shown=shown)
        if shown and self.workbench.side_over:
            self.side.focus()

    def toggle_details(self) -> None:
        """Show Details of what is selected (of the passage that is read, where nothing is), or hide them."""
        shown = not self.workbench.is_shown("details")
        self._details_closed = not shown
        if shown and self.navigator.selection is None:
            self.select_passage()
        else:
            self.details()
            self._show_details(shown=shown)

    def select_passage(self) -> None:
        """Select the passage that is being read."""
        if self._section is not None:
            self._details_closed = False
            self.navigator.select(passage_reference(self._section.id, self.centre.reader.passage_read))
            self._show_details(shown=True)  # also where it was selected already

    # Decisions

    def decide(self, deed: Deed) -> None:
        """Confirm, correct or reject what is selected."""
        details = self.details()
        if deed == "correct" and self.navigator.selection is not None:
            self._details_closed = False
            self._show_details(shown=True)
        details.decide(deed)

    def _on_decided(self, _change: NotebookChange) -> None:
        """Show the records anew, in the tab that is open now and in the others when they are; the selection stays."""
        self.centre.show_anew()
        if self._details is not None:
            self._details.refresh()
        if self.search.is_active:
            self.search.again()
        self.show_status()

    # Searching

    def _make_search(self) -> SearchService:
        from bluebook_desktop.services.search import SearchService  # noqa: PLC0415 - the first search loads it
        from bluebook_desktop.storage.library import Library  # noqa: PLC0415

        return SearchService(Library(self._library.address, any_thread=True), decisions=lambda: self.desk.kept)

    def _stop_search(self) -> None:
        self.search.stop()

    def _on_results_made(self, results: ResultsPanel) -> None:
        results.followed.connect(lambda hit: self.navigator.follow(hit, results.query))
        results.chosen.connect(lambda hit: self._go(hit, results))
        results.kinds_changed.connect(self.search.again)
        results.repeated.connect(self._on_repeated)
        results.more_requested.connect(self.search.more)
        results.stemming_changed.connect(self.search.again)
        results.return_requested.connect(self.search.leave)
        results.saved.connect(self.search_saved)
        results.saved_removed.connect(self.saved_search_removed)
        results.set_earlier(self._earlier)
        results.set_saved(self._saved)
        from bluebook_desktop.gui.search.exporting import HitsExport  # noqa: PLC0415 - the first search loads it

        export = HitsExport(results, self._make_search)
        export.said.connect(self.copier.said)
        export.failed.connect(self.notices.say)
        self.closing.connect(export.close)

    def show_earlier_searches(self, searches: list[str]) -> None:
        """What was searched for before, newest first: offered where nothing is searched for."""
        self._earlier = searches
        if self.side.has_results:
            self.side.results().set_earlier(searches)

    def show_saved_searches(self, searches: list[str]) -> None:
        """The searches that the reader keeps."""
        self._saved = searches
        if self.side.has_results:
            self.side.results().set_saved(searches)

    def _on_repeated(self, words: str) -> None:
        self.top.field.setText(words)
        self.focus_search()

    def _go(self, hit: Hit, results: ResultsPanel) -> None:
        self.navigator.go(hit, results.query)
        self.searched.emit(results.query.text)
        if self.workbench.side_over:
            self.workbench.show_panel("side", shown=False)
        self.centre.focus()

    def _on_search_started(self) -> None:
        self.navigator.begin_search()
        self.side.show_face("results")
        self.workbench.show_panel("side", shown=True)

    def _on_search_ended(self) -> None:
        self.navigator.end_search()
        self.side.show_face("contents")
        if self.workbench.side_over:
            self.workbench.show_panel("side", shown=False)

    def _on_search_left(self) -> None:
        self.navigator.return_from_search()
        self.centre.focus()

    def focus_search(self) -> None:
        """Give the keyboard to the search field."""
        self.top.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.field.selectAll()

    def find_here(self) -> None:
        """Find in what is shown: the text, or the records of the tab."""
        panel = None if self.centre.tab == "reader" else self.centre.panel(self.centre.tab)
        if panel is not None and hasattr(panel, "focus_filter"):
            panel.focus_filter()
            return
        self.navigator.open_tab("reader")
        self.centre.reader.open_find()

    def step_mark(self, by: int) -> None:
        """Go to the next (1) or previous (-1) mark of the text, wherever the keyboard is."""
        if self.centre.tab != "reader":
            self.navigator.open_tab("reader")
        self.centre.focus()
        self.centre.reader.step_mark(by)

    def focus_next_pane(self) -> None:
        """Give the keyboard to the next part of the window."""
        panes: list[tuple[QWidget, Callable[[], None]]] = [(self.top, self.focus_search)]
        if self.workbench.is_shown("side"):
            panes.append((self.side, self.side.focus))
        panes.append((self.centre, self.centre.focus))
        if self._details is not None and self.workbench.is_shown("details"):
            panes.append((self._details, self._details.setFocus))
        focus_next(panes)

    def copy_current(self) -> None:
        """Copy with citation: the selected words, else the selected record, else the passage that is read."""
        selection = self.navigator.selection
        in_reader = self.centre.tab == "reader"
        if selection is None or (in_reader and self.centre.reader.view.textCursor().hasSelection()):
            self.centre.reader.copy_with_citation()
        else:
            self.copier.copy_reference(selection)
