"""The one window: what it is made of, its actions, and what it remembers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from bluebook_desktop.domain.references import Locator, parse_locator, passage_reference
from bluebook_desktop.errors import BluebookError, UsageError
from bluebook_desktop.gui.first_frame import FirstFrame
from bluebook_desktop.gui.reader.panel import ReaderPanel
from bluebook_desktop.services.sections import OpenSection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction

    from bluebook_desktop.gui.importing.controller import Importing
    from bluebook_desktop.gui.notebook_keeper import NotebookKeeper
    from bluebook_desktop.gui.search.panel import ResultsPanel
    from bluebook_desktop.gui.status_bar import WindowStatus
    from bluebook_desktop.gui.tasks import Lane
    from bluebook_desktop.gui.theme import ColorName, Theme
    from bluebook_desktop.gui.window_memory import WindowMemory
    from bluebook_desktop.gui.workspace import Workspace
    from bluebook_desktop.paths import UserFolders
    from bluebook_desktop.settings import Settings
    from bluebook_desktop.storage.library import Library

#: Icons of the finished window, drawn one by one before it is built.
_ICONS: tuple[tuple[str, ColorName], ...] = (
    ("back", "ink"),
    ("forward", "ink"),
    ("menu", "ink"),
    ("search", "soft"),
    ("close", "soft"),
)


class MainWindow(QMainWindow):
    """Shows the text at once (`open_first`) and all else in a second step (`complete`)."""

    def __init__(self, theme: Theme, settings: Settings, library: Library) -> None:
        super().__init__()
        self._theme, self._settings, self._library = theme, settings, library
        self._section: OpenSection | None = None
        self._workspace: Workspace | None = None
        self._keeper: NotebookKeeper | None = None
        self._memory: WindowMemory | None = None
        self._importing: Importing | None = None
        self.reader = ReaderPanel(theme, settings.get("zoom"))
        self.actions_by_id: dict[str, QAction] = {}
        self.setMinimumSize(420, 320)

    @property
    def workspace(self) -> Workspace:
        """The content of the finished window."""
        if self._workspace is None:
            raise RuntimeError("the window is not complete yet")
        return self._workspace

    @property
    def importing(self) -> Importing:
        """What imports files into the library that is shown."""
        if self._importing is None:
            raise RuntimeError("the window is not complete yet")
        return self._importing

    @property
    def theme(self) -> Theme:
        """Its colours and type."""
        return self._theme

    @property
    def library(self) -> Library:
        """The library that is shown."""
        return self._library

    @property
    def section(self) -> OpenSection | None:
        """The section that is open."""
        return self._section

    # The first paint

    def open_first(self, locator: Locator | None = None) -> None:
        """Show the text that is asked for, else the place of the last time, else the first section's beginning."""
        sections = self._library.sections()
        if not sections:
            raise BluebookError("The library holds no section.")
        place = locator or self._last_place()
        known = {section.id for section in sections}
        wanted = place.section_id if place is not None and place.section_id in known else sections[0].id
        self._open_section(wanted)
        side = self._settings.get("side_width") if self._settings.get("side_visible") else 0
        self.setCentralWidget(FirstFrame(self._theme, self.reader, side))
        if place is not None and place.section_id == wanted and place.passage is not None:
            self.reader.return_to(place.passage)

    def _open_section(self, section_id: str) -> None:
        found = self._library.section(section_id)
        edition = next(one for one in self._library.editions() if one.id == found.edition)
        self._show_section(OpenSection(self._library, edition, found))

    def _show_section(self, section: OpenSection) -> None:
        self._section = section
        self.reader.set_section(section)
        if self._workspace is not None:
            self._workspace.set_section(section)
            self.reader.show_records()
        self.setWindowTitle(self.tr("{0} – Bluebook Desktop").format(section.edition.title))

    def _open_requested(self, section_id: str) -> None:
        """Open a section that a result, a link or the history leads to; where it is gone nothing happens."""
        try:
            self._open_section(section_id)
        except BluebookError as error:
            self.workspace.notices.say_of_library(str(error))

    def set_library(self, library: Library) -> None:
        """Show another library from now on; what is open stays until `reopen`."""
        self._library = library
        self.workspace.set_library(library)
        self._status.show_library(library)

    def reopen(self, section_id: str, read: OpenSection | None = None) -> None:
        """Open a section anew, `read` already or not; in the one that is open the reader stays where they are."""
        passage = self.reader.place if self._section is not None and self._section.id == section_id else 1
        page = self.reader.view.page
        if read is not None and read.id == section_id:
            self._show_section(read)
        else:  # the reader went on to another section meanwhile
            self._open_section(section_id)
        if self._section is not None:
            self.workspace.navigator.select_anew()
            if self.reader.view.page is not page:  # else nothing has moved
                self.reader.return_to(min(passage, len(self._section.document.passages)))

    def _on_section_chosen(self, section_id: str) -> None:
        self.workspace.navigator.read(passage_reference(section_id, 1))

    def _last_place(self) -> Locator | None:
        text = self._settings.get("place")
        try:
            return parse_locator(text) if text else None
        except UsageError:
            return None

    # The rest

    def complete(self, locator: Locator | None = None, lane: Lane | None = None) -> None:
        """Build all that the first paint did not need at once. `lane` replaces threads, for tests and pictures."""
        for _ in self.completing(locator, lane):
            pass

    def completing(self, locator: Locator | None = None, lane: Lane | None = None) -> Iterator[None]:
        """Build, step by step, all that the first paint did not need, and go to the place that was asked for."""
        from bluebook_desktop.gui.loading import load_modules, load_tab, load_types  # noqa: PLC0415 - after the paint

        yield from load_modules()
        load_types()
        yield
        self._theme.follow_system()
        self._theme.style()
        yield
        for icon in _ICONS:
            self._theme.icon(*icon)
            yield
        yield from self._build(lane)
        workspace = self.workspace
        self._watch_mouse(workspace)
        yield
        tab = self._settings.get("tab")
        if locator is not None:
            self.open_locator(locator)
        elif tab != "reader":
            yield from load_tab(tab)
            workspace.navigator.open_tab(tab)
        yield
        self.reader.show_records(lane)
        yield
        self._marks.apply()
        if not workspace.top.field.hasFocus():
            workspace.centre.focus()

    def preparing(self) -> Iterator[None]:
        """Make, step by step, what is seen when another tab is opened or something is selected."""
        from bluebook_desktop.gui.loading import load_views  # noqa: PLC0415 - after the paint

        yield from load_views()
        yield from self.workspace.preparing()

    def _build(self, lane: Lane | None) -> Iterator[None]:
        """Build the finished window and, when it is whole, put it in the place of the bare frame."""
        from bluebook_desktop.gui.actions import make_actions  # noqa: PLC0415 - as above
        from bluebook_desktop.gui.appearance import Appearance  # noqa: PLC0415
        from bluebook_desktop.gui.dialogs.opening import open_menu  # noqa: PLC0415
        from bluebook_desktop.gui.importing.controller import Importing  # noqa: PLC0415
        from bluebook_desktop.gui.mark_choice import MarkChoice  # noqa: PLC0415
        from bluebook_desktop.gui.spoken_roles import install  # noqa: PLC0415
        from bluebook_desktop.gui.status_bar import WindowStatus  # noqa: PLC0415
        from bluebook_desktop.gui.window_memory import WindowMemory  # noqa: PLC0415
        from bluebook_desktop.gui.workspace import Workspace  # noqa: PLC0415

        install()
        settings = self._settings
        widths = (settings.get("side_width"), settings.get("details_width"))
        workspace = Workspace(self._theme, self.reader, self._library, widths, lane)
        self._workspace = workspace
        yield
        memory = WindowMemory(self, workspace, settings)
        self._marks = MarkChoice(settings, self.reader, workspace.step_mark)
        self._importing = Importing(self, self._theme, workspace.side.contents)
        self._status: WindowStatus = WindowStatus(workspace, self._importing.button, self.reader.zoom, self)
        looks = Appearance(self._theme, self.reader, settings, self._status.show_zoom)
        self.actions_by_id = make_actions(self, self._slots(workspace) | self._marks.slots() | looks.slots())
        self._marks.take_actions(self.actions_by_id)
        self._importing.set_actions(self.actions_by_id)
        workspace.top.set_actions(self.actions_by_id["back"], self.actions_by_id["forward"])
        workspace.top.menu.clicked.connect(lambda: open_menu(self, self._theme, workspace))
        yield
        self._connect(workspace, self._importing, memory)
        if not settings.get("side_visible"):
            workspace.show_panel("side", shown=False)
        if self._section is not None:
            workspace.set_section(self._section)
        yield
        self._memory = memory
        self._show_finished(workspace)
        yield

    def _show_finished(self, workspace: Workspace) -> None:
        from bluebook_desktop.gui.navigation import Place  # noqa: PLC0415 - as above

        place = self.reader.place
        workspace.centre.take_reader()
        self.setStatusBar(self._status)
        self.setCentralWidget(workspace)
        self._on_history_changed()
        self._on_panels_changed()
        workspace.navigator.start(Place("reader", None, place))

    def _connect(self, workspace: Workspace, importing: Importing, memory: WindowMemory) -> None:
        workspace.history.changed.connect(self._on_history_changed)
        workspace.panels_changed.connect(self._on_panels_changed)
        workspace.copier.said.connect(self._status.say)
        self.reader.said.connect(self._status.say)
        workspace.navigator.section_requested.connect(self._open_requested)
        workspace.side.contents.section_chosen.connect(self._on_section_chosen)
        importing.section_chosen.connect(self._on_section_chosen)
        importing.noticed.connect(workspace.notices.say_of_library)
        workspace.side.results_made.connect(self._on_results_made)
        memory.keep_saved()

    def _watch_mouse(self, workspace: Workspace) -> None:
        from bluebook_desktop.gui.mouse_history import MouseHistory  # noqa: PLC0415 - as above

        mouse = MouseHistory(self, self.actions_by_id)
        mouse.watch(workspace.side)
        workspace.side.results_made.connect(mouse.watch)
        workspace.centre.panel_made.connect(lambda _tab, panel: mouse.watch(panel))

    def _on_results_made(self, results: ResultsPanel) -> None:
        settings = self._settings
        results.prefer(stemming=settings.get("stemming"), grouped=settings.get("group_results"))
        results.stemming_changed.connect(lambda on: settings.set("stemming", on))
        results.grouping_changed.connect(lambda on: settings.set("group_results", on))

    def keep_notebook(self, folders: UserFolders) -> None:
        """Go on with the reading history of the last run, and write it down from now on."""
        from bluebook_desktop.gui.notebook_keeper import NotebookKeeper  # noqa: PLC0415 - pictures need none

        if self._section is None:
            return
        workspace = self.workspace
        keeper = NotebookKeeper(folders, workspace.history, self._section.id, self)
        keeper.noticed.connect(workspace.notices.say)
        keeper.searches_known.connect(workspace.show_earlier_searches)
        keeper.saved_known.connect(workspace.show_saved_searches)
        workspace.searched.connect(keeper.record_search)
        workspace.search_saved.connect(keeper.save_search)
        workspace.saved_search_removed.connect(keeper.remove_saved_search)
        workspace.desk.attach(keeper)
        keeper.open()
        self._keeper = keeper

    def _slots(self, workspace: Workspace) -> dict[str, Callable[[], None]]:
        from bluebook_desktop.gui.centre import TABS  # noqa: PLC0415
        from bluebook_desktop.gui.decisions.window import decision_slots  # noqa: PLC0415
        from bluebook_desktop.gui.dialogs.opening import dialog_slots  # noqa: PLC0415

        slots: dict[str, Callable[[], None]] = {
            "search": workspace.focus_search,
            "back": workspace.navigator.back,
            "forward": workspace.navigator.forward,
            "next_pane": workspace.focus_next_pane,
            "find": workspace.find_here,
            "find_next": lambda: self.reader.step_found(1),
            "find_previous": lambda: self.reader.step_found(-1),
            "copy_citation": workspace.copy_current,
            "passage_details": workspace.select_passage,
            **decision_slots(workspace, self),
            **dialog_slots(self, self._theme, workspace),
            "import_files": self.importing.choose_files,
            "import_folder": self.importing.choose_folder,
            "remove_sections": self.importing.ask_removal,
            "side": workspace.toggle_side,
            "details": workspace.toggle_details,
            "diagnostics": self._copy_diagnostics,
            "quit": self._quit,
        }
        for tab in TABS:
            slots[tab] = self._tab_opener(tab)
        return slots

    def _tab_opener(self, tab: str) -> Callable[[], None]:
        def open_tab() -> None:
            self.workspace.navigator.open_tab(tab)
            self.workspace.centre.focus()

        return open_tab

    # Going to places from outside

    def open_locator(self, locator: Locator) -> None:
        """Go to a place; a sentence is shown where there is none such."""
        try:
            if self._section is None or locator.section_id != self._section.id:
                self._open_section(locator.section_id)
            passage = 1 if locator.passage is None else locator.passage
            if self._section is None or not 1 <= passage <= len(self._section.document.passages):
                raise UsageError(f"{locator} does not exist: the section has no ¶ {passage}.")
        except BluebookError as error:
            self.workspace.notices.say_of_library(str(error))
            return
        if locator.passage is not None:
            self.workspace.navigator.read(passage_reference(self._section.id, passage))
        else:
            self.workspace.navigator.read_beginning()

    def answer_doorbell(self, address: str) -> None:
        """A later start of the program: open what it was asked for, and come to the front."""
        if address:
            try:
                self.open_locator(parse_locator(address))
            except UsageError as error:
                self.workspace.notices.say_of_library(str(error))
        self.come_to_front()

    def come_to_front(self) -> None:
        """Show the window above others and give it the keyboard."""
        from PySide6.QtCore import Qt  # noqa: PLC0415

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Actions

    def _on_history_changed(self) -> None:
        self.actions_by_id["back"].setEnabled(self.workspace.history.can_go_back)
        self.actions_by_id["forward"].setEnabled(self.workspace.history.can_go_forward)

    def _on_panels_changed(self) -> None:
        for name in ("side", "details"):
            self.actions_by_id[name].setChecked(self.workspace.workbench.is_shown(name))

    def diagnostics(self) -> str:
        """What to tell whoever helps."""
        from bluebook_desktop.gui.diagnostics import diagnostics  # noqa: PLC0415

        return diagnostics(self._library, self._theme)

    def _copy_diagnostics(self) -> None:
        self.workspace.copier.put(self.diagnostics(), self.tr("Diagnostics copied"))

    def _quit(self) -> None:
        self.close()

    # Remembering

    def restore_geometry(self) -> bool:
        """Stand where the window stood the last time; whether that was known."""
        saved = self._settings.get("window_geometry")
        return bool(saved) and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii", "ignore")))

    def remember(self) -> None:
        """Put what should be remembered into the settings."""
        if self._memory is not None:
            self._memory.remember()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._workspace is not None:
            self.remember()
            self._workspace.closing.emit()
            self._workspace.close_lane()
            self.reader.close_lane()
        if self._importing is not None:
            self._importing.close()
        if self._keeper is not None:
            self._keeper.close()
            self._keeper = None
        self._settings.save()  # where it cannot be saved the start has said so; only the window's place is lost
        super().closeEvent(event)
