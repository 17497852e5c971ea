"""Arranges the panels and connects them; what they show and do is theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QStatusBar, QVBoxLayout, QWidget

from bluebook_desktop.domain.documents import HeadingKind
from bluebook_desktop.domain.references import Locator, Reference, locator_for, parse_locator, passage_reference
from bluebook_desktop.errors import BluebookError, UsageError
from bluebook_desktop.gui.actions import fill_menu, make_actions
from bluebook_desktop.gui.centre import TABS, Centre
from bluebook_desktop.gui.navigation import History, Place
from bluebook_desktop.gui.navigator import TAB_OF, Navigator, passage_of
from bluebook_desktop.gui.search.controller import SearchController
from bluebook_desktop.gui.search.panel import ResultsPanel
from bluebook_desktop.gui.side_bar import SideBar
from bluebook_desktop.gui.tasks import Lane, ThreadLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.gui.top_bar import TopBar
from bluebook_desktop.gui.widgets.notices import NoticeBar
from bluebook_desktop.gui.widgets.workbench import Workbench
from bluebook_desktop.services.sections import OpenSection

if TYPE_CHECKING:
    from bluebook_desktop.domain.excerpts import Excerpt
    from bluebook_desktop.gui.details.panel import DetailsPanel
    from bluebook_desktop.services.search import SearchService
    from bluebook_desktop.settings import Settings
    from bluebook_desktop.storage.library import Library

ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
_SAID_FOR_MS = 4_000


class MainWindow(QMainWindow):
    """The one window. `library` is read in this thread; searches run on a lane with a connection of their own."""

    def __init__(self, theme: Theme, settings: Settings, library: Library, lane: Lane | None = None) -> None:
        """`lane` replaces the search thread, for tests and pictures."""
        super().__init__()
        self._theme, self._settings, self._library = theme, settings, library
        self._section: OpenSection | None = None
        self._details: DetailsPanel | None = None
        self._details_closed = False
        self.history = History(self)
        self.top = TopBar(theme, self)
        self.notices = NoticeBar(theme, self)
        self.side = SideBar(theme, self)
        self.centre = Centre(theme, settings.get("zoom"), self)
        self.navigator = Navigator(self.centre, self.history, self)
        widths = (settings.get("side_width"), settings.get("details_width"))
        self.workbench = Workbench(theme, self.side, self.centre, widths)
        self.lane: Lane = lane or ThreadLane("search", self._stop_search, self)
        self.search = SearchController(self.top.field, self.side.results, self.lane, self._make_search, self)
        self.actions_by_id = make_actions(self, self._slots())
        self._build()
        self._connect()

    # Building

    def _build(self) -> None:
        self._path = QLabel(self)
        self._path.setTextFormat(Qt.TextFormat.PlainText)
        self._ground = QLabel(self)
        self._zoom = QLabel(self)
        status = QStatusBar(self)
        status.setSizeGripEnabled(False)
        status.addWidget(self._path, 1)
        status.addPermanentWidget(self._ground)
        status.addPermanentWidget(self._zoom)
        status.setContentsMargins(6, 0, 6, 0)
        self.setStatusBar(status)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.notices)
        layout.addWidget(self.workbench, 1)
        self.setCentralWidget(body)
        self.setMinimumSize(420, 320)
        self.top.set_actions(self.actions_by_id["back"], self.actions_by_id["forward"])
        self.top.menu.clicked.connect(self._open_menu)
        self.setTabOrder(self.top.field, self.side)
        for name in ("back", "forward"):
            self.actions_by_id[name].setEnabled(False)

    def _connect(self) -> None:
        reader = self.centre.reader
        reader.place_changed.connect(self._on_place_changed)
        reader.copy_requested.connect(self._copy)
        self.centre.opened.connect(self._on_tab_opened)
        self.centre.panel_made.connect(self._on_panel_made)
        self.navigator.selected.connect(self._on_selected)
        self.history.changed.connect(self._on_history_changed)
        self.side.contents.heading_chosen.connect(self._on_heading_chosen)
        self.side.results_made.connect(self._on_results_made)
        self.search.started.connect(self._on_search_started)
        self.search.ended.connect(self._on_search_ended)
        self.search.left.connect(self.navigator.return_from_search)
        self.workbench.arranged.connect(self._on_arranged)

    def _slots(self) -> dict[str, Callable[[], None]]:
        slots: dict[str, Callable[[], None]] = {
            "search": self._focus_search,
            "go_to_passage": self._ask_passage,
            "back": self.navigator.back,
            "forward": self.navigator.forward,
            "next_pane": self._focus_next_pane,
            "find": self._find,
            "find_next": lambda: self.centre.reader.step_found(1),
            "find_previous": lambda: self.centre.reader.step_found(-1),
            "copy_citation": self._copy_current,
            "passage_details": self._select_passage,
            "zoom_in": lambda: self._step_zoom(1),
            "zoom_out": lambda: self._step_zoom(-1),
            "zoom_reset": lambda: self._set_zoom(100),
            "side": lambda: self._toggle("side"),
            "details": lambda: self._toggle("details"),
            "shortcuts": self._show_shortcuts,
            "diagnostics": self._copy_diagnostics,
            "about": self._show_about,
            "quit": self._quit,
        }
        for tab in TABS:
            slots[tab] = self._opener(tab)
        for choice in ("system", "light", "dark"):
            slots[f"theme_{choice}"] = self._theme_chooser(choice)
        return slots

    def _opener(self, tab: str) -> Callable[[], None]:
        def open_tab() -> None:
            self.navigator.open_tab(tab)
            self.centre.focus()

        return open_tab

    def _theme_chooser(self, choice: str) -> Callable[[], None]:
        def choose() -> None:
            self._settings.set("theme", choice)
            self._theme.choose(choice)

        return choose

    # Opening

    def open_first(self, locator: Locator | None = None) -> None:
        """Show what is asked for, else the place of the last time, else the first section at its beginning."""
        sections = self._library.sections()
        if not sections:
            raise BluebookError("The library holds no section.")
        place = locator or self._last_place()
        known = {section.id for section in sections}
        wanted = place.section_id if place is not None and place.section_id in known else sections[0].id
        self._open_section(wanted)
        if locator is not None:
            self.open_locator(locator)
            return
        passage = place.passage if place is not None and place.section_id == wanted else None
        self.navigator.start(Place("reader", None, passage or 1))
        tab = self._settings.get("tab")
        if tab != "reader":
            self.navigator.open_tab(tab)

    def open_locator(self, locator: Locator) -> None:
        """Go to a place; a sentence is shown where there is none such."""
        try:
            if self._section is None or locator.section_id != self._section.id:
                self._open_section(locator.section_id)
            passage = locator.passage or 1
            if self._section is None or passage > len(self._section.document.passages) or passage < 1:
                raise UsageError(f"{locator} does not exist: the section has no ¶ {passage}.")
        except BluebookError as error:
            self.notices.say(str(error))
            return
        if locator.passage is not None:
            self.navigator.read(passage_reference(self._section.id, passage))
        else:
            self.navigator.start(Place("reader"))

    def answer_doorbell(self, address: str) -> None:
        """A later start of the program: open what it was asked for, and come to the front."""
        if address:
            try:
                self.open_locator(parse_locator(address))
            except UsageError as error:
                self.notices.say(str(error))
        self.come_to_front()

    def come_to_front(self) -> None:
        """Show the window above others and give it the keyboard."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _open_section(self, section_id: str) -> None:
        found = self._library.section(section_id)
        edition = next(one for one in self._library.editions() if one.id == found.edition)
        self._section = OpenSection(self._library, edition, found)
        self.side.contents.set_section(self._section)
        self.navigator.set_section(self._section)
        if self._details is not None:
            self._details.set_section(self._section)
        self.setWindowTitle(self.tr("{0} – Bluebook Desktop").format(edition.title))
        self._show_status()

    def _last_place(self) -> Locator | None:
        text = self._settings.get("place")
        try:
            return parse_locator(text) if text else None
        except UsageError:
            return None

    def finish_start(self) -> None:
        """What the first paint did not need: marks of the records, and what is on the screen's edge."""
        self.centre.reader.show_records()
        if not self.top.field.hasFocus():
            self.centre.focus()
        passages, editions = self._library.passage_count(), len(self._library.editions())
        ground = self.tr("1 edition") if editions == 1 else self.tr("{0} editions").format(editions)
        self._ground.setText(self.tr("{0} passages · {1}").format(f"{passages:,}", ground))

    # Where the reader is

    def _on_place_changed(self, passage: int) -> None:
        self.side.contents.set_current(passage)
        self._show_status()

    def _on_tab_opened(self, _tab: str) -> None:
        self._show_status()

    def _on_history_changed(self) -> None:
        self.actions_by_id["back"].setEnabled(self.history.can_go_back)
        self.actions_by_id["forward"].setEnabled(self.history.can_go_forward)

    def _on_heading_chosen(self, position: int) -> None:
        self.navigator.read_heading(position)
        if self.workbench.side_over:
            self.workbench.show_panel("side", shown=False)

    def _show_status(self) -> None:
        self._zoom.setText(f"{self.centre.reader.zoom} %")
        if self.centre.tab != "reader":
            self._path.setText(self.centre.panel(self.centre.tab).status)
        elif self._section is not None:
            self._path.setText(self._path_in_words(self._section, self.centre.reader.place))

    def _path_in_words(self, section: OpenSection, passage: int) -> str:
        parts = [str(section.edition.year)]
        for heading in section.document.headings_above(section.document.passage(passage)):
            if heading.kind is HeadingKind.CHAPTER:
                parts.append(heading.label)
            elif heading.kind is not HeadingKind.EDITION:
                title = heading.full_title
                parts.append(title if len(title) <= 48 else f"{title[:46].rstrip()} …")
        return " › ".join([*parts, f"¶ {passage}"])

    # Selection and Details

    def _on_selected(self, reference: Reference | None) -> None:
        if reference is None:
            self._show_details(shown=False)
            return
        self.details().show_reference(reference)
        if not self._details_closed:
            self._show_details(shown=True)

    def details(self) -> DetailsPanel:
        """The right column, made when something is first selected."""
        if self._details is None:
            from bluebook_desktop.gui.details.panel import DetailsPanel  # noqa: PLC0415 - the first paint needs none

            details = DetailsPanel(self._theme)
            details.read_requested.connect(self.navigator.read)
            details.selected.connect(self._on_link)
            details.place_requested.connect(self._on_excerpt)
            details.timeline_requested.connect(lambda one: self.navigator.show_on("timeline", one))
            details.facilities_requested.connect(lambda one: self.navigator.show_on("facilities", one))
            details.copy_requested.connect(self._copy_reference)
            details.closed.connect(self._on_details_closed)
            if self._section is not None:
                details.set_section(self._section)
            self._details = details
            self.workbench.set_details(details)
        return self._details

    def _on_link(self, reference: Reference) -> None:
        """A link in Details: show the record where its tab is open, else in the reader."""
        if self.centre.tab != "reader" and TAB_OF.get(reference.kind) == self.centre.tab:
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
        self.workbench.show_panel("details", shown=shown)
        self.actions_by_id["details"].setChecked(shown)

    def _toggle(self, name: str) -> None:
        shown = not self.workbench.is_shown(name)
        if name == "details":
            self._details_closed = not shown
            if shown and self.navigator.selection is None:
                self._select_passage()
                return
            if shown:
                self.details()
            self._show_details(shown=shown)
        else:
            self.workbench.show_panel(name, shown=shown)
            if shown and self.workbench.side_over:
                self.side.focus()
        self.actions_by_id[name].setChecked(self.workbench.is_shown(name))

    def _select_passage(self) -> None:
        if self._section is not None:
            self._details_closed = False
            self.navigator.select(passage_reference(self._section.id, self.centre.reader.place))

    def _on_arranged(self) -> None:
        self.actions_by_id["side"].setChecked(self.workbench.is_shown("side"))

    # Searching

    def _make_search(self) -> SearchService:
        from bluebook_desktop.services.search import SearchService  # noqa: PLC0415 - the first search loads it
        from bluebook_desktop.storage.library import Library  # noqa: PLC0415

        return SearchService(Library(self._library.address, any_thread=True))

    def _stop_search(self) -> None:
        self.search.stop()

    def _on_results_made(self, results: ResultsPanel) -> None:
        results.followed.connect(lambda hit: self.navigator.follow(hit, results.query))
        results.chosen.connect(lambda hit: self._go(hit, results))
        results.kinds_changed.connect(self.search.again)

    def _go(self, hit: object, results: ResultsPanel) -> None:
        self.navigator.go(hit, results.query)  # type: ignore[arg-type]
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

    def _focus_search(self) -> None:
        self.top.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.field.selectAll()

    def _find(self) -> None:
        panel = None if self.centre.tab == "reader" else self.centre.panel(self.centre.tab)
        if panel is not None and hasattr(panel, "focus_filter"):
            panel.focus_filter()
            return
        self.navigator.open_tab("reader")
        self.centre.reader.open_find()

    def _focus_next_pane(self) -> None:
        panes: list[tuple[QWidget, Callable[[], None]]] = [(self.top, self._focus_search)]
        if self.workbench.is_shown("side"):
            panes.append((self.side, self.side.focus))
        panes.append((self.centre, self.centre.focus))
        if self._details is not None and self.workbench.is_shown("details"):
            panes.append((self._details, self._details.setFocus))
        focus = QGuiApplication.focusObject()
        inside = (i for i, (pane, _) in enumerate(panes) if isinstance(focus, QWidget) and pane.isAncestorOf(focus))
        panes[(next(inside, -1) + 1) % len(panes)][1]()

    # Copying

    def _copy(self, text: str, passage: int) -> None:
        from bluebook_desktop.services.citing import copy_with_citation  # noqa: PLC0415

        if self._section is not None:
            words = text or self._section.document.passage(passage).text
            self._put_on_clipboard(copy_with_citation(words, self._section, passage), self.tr("Copied with citation"))

    def _copy_reference(self, reference: Reference) -> None:
        from bluebook_desktop.services.citing import copy_with_citation, quotation_citation  # noqa: PLC0415

        section = self._section
        if section is None:
            return
        excerpt = section.main_excerpt(reference)
        if reference.id in section.quotations and reference.kind == "quotation":
            text = quotation_citation(section, section.quotations[reference.id])
        elif excerpt is not None:
            text = copy_with_citation(excerpt.exact, section, excerpt.passage)
        else:
            passage = passage_of(section, reference, self.centre.reader.place)
            text = copy_with_citation(section.document.passage(passage).text, section, passage)
        self._put_on_clipboard(text, self.tr("Copied with citation"))

    def _copy_current(self) -> None:
        selection = self.navigator.selection
        if self.centre.tab == "reader" and (self.centre.reader.view.textCursor().hasSelection() or selection is None):
            self.centre.reader.copy_with_citation()
        elif selection is not None:
            self._copy_reference(selection)

    def _put_on_clipboard(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.statusBar().showMessage(said, _SAID_FOR_MS)

    # View

    def _step_zoom(self, step: int) -> None:
        zoom = self.centre.reader.zoom
        nearest = min(range(len(ZOOMS)), key=lambda i: abs(ZOOMS[i] - zoom))
        self._set_zoom(ZOOMS[min(max(nearest + step, 0), len(ZOOMS) - 1)])

    def _set_zoom(self, zoom: int) -> None:
        self.centre.reader.set_zoom(zoom)
        self._settings.set("zoom", zoom)
        self._show_status()

    # Dialogs

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for choice in ("system", "light", "dark"):
            self.actions_by_id[f"theme_{choice}"].setChecked(self._theme.choice == choice)
        fill_menu(menu, self.actions_by_id, leave_out=frozenset({"find_next", "find_previous", "next_pane"}))
        button = self.top.menu
        corner = button.mapToGlobal(button.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def _ask_passage(self) -> None:
        from bluebook_desktop.gui.dialogs.go_to import GoToDialog  # noqa: PLC0415

        if self._section is None:
            return
        dialog = GoToDialog(len(self._section.document.passages), self.centre.reader.place, self)
        dialog.chosen.connect(self._on_passage_chosen)
        dialog.open()

    def _on_passage_chosen(self, number: int) -> None:
        if self._section is not None:
            self.navigator.read(passage_reference(self._section.id, number))
            self.centre.focus()

    def _show_shortcuts(self) -> None:
        from bluebook_desktop.gui.dialogs.shortcuts import ShortcutsDialog  # noqa: PLC0415

        ShortcutsDialog(self._theme, self).open()

    def _show_about(self) -> None:
        from bluebook_desktop.gui.dialogs.about import AboutDialog  # noqa: PLC0415

        AboutDialog(self._theme, self._library, self).open()

    def diagnostics(self) -> str:
        """What to tell whoever helps."""
        from bluebook_desktop.gui.diagnostics import diagnostics  # noqa: PLC0415

        return diagnostics(self._library, self._theme)

    def _copy_diagnostics(self) -> None:
        self._put_on_clipboard(self.diagnostics(), self.tr("Diagnostics copied"))

    def _quit(self) -> None:
        self.close()

    # Remembering

    def restore_geometry(self) -> bool:
        """Stand where the window stood the last time; whether that was known."""
        saved = self._settings.get("window_geometry")
        known = bool(saved) and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "ignore")))
        if not self._settings.get("side_visible"):
            self.workbench.show_panel("side", shown=False)
        return known

    def remember(self) -> None:
        """Put what should be remembered into the settings."""
        settings = self._settings
        settings.set("window_geometry", bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        side, details = self.workbench.widths
        settings.set("side_width", side)
        settings.set("details_width", details)
        settings.set("side_visible", self.workbench.is_shown("side") or self.workbench.side_over)
        settings.set("tab", self.centre.tab)
        if self._section is not None:
            settings.set("place", str(locator_for(self._section.id, self.centre.reader.place)))

    def _on_panel_made(self, _tab: str, panel: object) -> None:
        panel.status_changed.connect(lambda _text: self._show_status())  # type: ignore[attr-defined]

    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember()
        self._settings.save()  # where it cannot be saved the start has said so; only the window's place is lost
        self.lane.close()
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.BackButton and self.history.can_go_back:
            self.navigator.back()
        elif event.button() == Qt.MouseButton.ForwardButton and self.history.can_go_forward:
            self.navigator.forward()
        else:
            super().mousePressEvent(event)
