"""Connects actions, drops, the import's dialog and its helper programs with the window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bluebook_desktop.domain.imports import Phase
from bluebook_desktop.gui.importing.words import sections_in_words, step_in_words
from bluebook_desktop.services.import_jobs import Action, Job, Message, report_from_json, step_from_json

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from bluebook_desktop.domain.imports import ImportReport
    from bluebook_desktop.gui.contents.panel import ContentsPanel
    from bluebook_desktop.gui.importing.dialog import ImportDialog
    from bluebook_desktop.gui.importing.helpers import Helper
    from bluebook_desktop.gui.libraries import LibrarySwitch, LibraryWindow
    from bluebook_desktop.gui.tasks import Lane
    from bluebook_desktop.gui.theme import Theme
    from bluebook_desktop.paths import UserFolders
    from bluebook_desktop.services.going_over import GoneOver

ACTIONS = ("import_files", "import_folder", "remove_sections")
#: What takes less is not told of in the status bar.
_SHOWN_AFTER_MS = 150


class Importing(QObject):
    """Imports and removes. Nothing can be done before `use` says in which folders."""

    noticed = Signal(str)
    section_chosen = Signal(str)

    def __init__(self, window: QWidget, theme: Theme, contents: ContentsPanel) -> None:
        super().__init__(window)
        self._window, self._theme = window, theme
        self._folders: UserFolders | None = None
        self._switch: LibrarySwitch | None = None
        self._make_helper: Callable[[QObject], Helper] | None = None
        self._dialog: ImportDialog | None = None
        self._helper: Helper | None = None
        self._action = Action.LOOK
        self._report: ImportReport | None = None
        self._removed: list[str] = []
        self._notices: list[str] = []
        self._failure = ""
        self._cancelled = False
        #: After a job: the window goes over to the new library, and only then the end is told.
        self._waiting = False
        self._changed: GoneOver | None = None
        self._actions: Mapping[str, QAction] = {}
        #: In the status bar: what goes on while the dialog is out of the way.
        self.button = QPushButton(window)
        self.button.setProperty("link", "true")
        self.button.setObjectName("import_state")
        self.button.hide()
        self.button.clicked.connect(self._show_dialog)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SHOWN_AFTER_MS)
        self._late.timeout.connect(self._show_button)
        contents.menu_requested.connect(self._on_menu_requested)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """The window's actions; those of importing are off until there are folders to import into."""
        self._actions = actions
        for name in ACTIONS:
            actions[name].setEnabled(self._folders is not None)

    def use(
        self,
        window: LibraryWindow,
        folders: UserFolders,
        make_helper: Callable[[QObject], Helper] | None = None,
        lane: Lane | None = None,
    ) -> LibrarySwitch:
        """Import into these folders, and go over to whatever library is the current one there.

        `make_helper` and `lane` replace the processes and the thread, for tests.
        """
        from bluebook_desktop.gui.importing.drops import DropTarget  # noqa: PLC0415 - pictures need none
        from bluebook_desktop.gui.importing.helpers import ProcessHelper  # noqa: PLC0415
        from bluebook_desktop.gui.libraries import LibrarySwitch  # noqa: PLC0415

        self._folders = folders
        self._make_helper = make_helper or ProcessHelper
        switch = LibrarySwitch(window, folders, self, lane)
        switch.noticed.connect(self.noticed)
        switch.gone_over.connect(self._on_gone_over)
        switch.checked.connect(self._on_checked)
        switch.watch(self._window)
        self._switch = switch
        self._library_window = window
        target = DropTarget(self._theme, self._window, self._why_not)
        target.dropped.connect(self.take)
        self.set_actions(self._actions)
        return switch

    def close(self) -> None:
        """The window closes: whatever is under way is stopped, and leaves the library as it was."""
        if self._helper is not None:
            self._helper.close()
            self._helper = None
        if self._switch is not None:
            self._switch.close()
            self._switch = None
        if self._dialog is not None:
            self._dialog.hide()

    # Choosing files

    def choose_files(self) -> None:
        """Ask for files and take them."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - 10 ms that only this needs

        if self._is_importing():
            self._show_dialog()
            return
        kinds = self.tr("Texts and pages (*.txt *.text *.html *.htm *.xhtml);;All files (*)")
        names, _ = QFileDialog.getOpenFileNames(self._above(), self.tr("Import files"), "", kinds)
        self.take([Path(one) for one in names])

    def choose_folder(self) -> None:
        """Ask for a folder and take all texts in it."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - as above

        if self._is_importing():
            self._show_dialog()
            return
        name = QFileDialog.getExistingDirectory(self._above(), self.tr("Import a folder"))
        self.take([Path(name)] if name else [])

    def take(self, paths: list[Path]) -> None:
        """Look at files and folders, and let the reader say where they belong."""
        if not paths or self._folders is None or self._why_not():
            return
        dialog = self._made_dialog()
        from bluebook_desktop.gui.importing.dialog import State  # noqa: PLC0415 - loaded with the dialog

        if dialog.state is State.REPORT:
            dialog.begin_anew()
        dialog.model.set_library(self._sections())
        dialog.show_state(State.LOOKING)
        self._show_dialog()
        self._start(Job(Action.LOOK, tuple(paths)))

    def _is_importing(self) -> bool:
        return self._helper is not None

    def _why_not(self) -> str:
        """Why nothing can be taken just now."""
        return self.tr("An import is under way. Drop these when it is done.") if self._is_importing() else ""

    def _above(self) -> QWidget:
        """The window that a question stands above."""
        return self._dialog if self._dialog is not None and self._dialog.isVisible() else self._window

    def _sections(self) -> dict[str, str]:
        return {one.id: one.sha256 for one in self._library_window.library.sections()}

    # The dialog

    def _made_dialog(self) -> ImportDialog:
        if self._dialog is None:
            from bluebook_desktop.gui.importing.dialog import ImportDialog  # noqa: PLC0415 - made at first use
            from bluebook_desktop.gui.importing.drops import DropTarget  # noqa: PLC0415

            dialog = ImportDialog(self._theme, self._window)
            dialog.files_requested.connect(self.choose_files)
            dialog.import_requested.connect(self._import)
            dialog.cancel_requested.connect(self._cancel)
            dialog.open_requested.connect(self._on_open)
            dialog.left.connect(self._on_left)
            target = DropTarget(self._theme, dialog, self._why_not)
            target.dropped.connect(self.take)
            self._dialog = dialog
        return self._dialog

    def _show_dialog(self) -> None:
        dialog = self._dialog
        if dialog is not None:
            self.button.hide()
            dialog.show()
            dialog.raise_()
            dialog.activateWindow()

    def _on_left(self) -> None:
        """The dialog is out of the way; what goes on is told in the status bar."""
        if self._is_importing() and self._action is Action.IMPORT:
            self._late.start()
        self._window.activateWindow()

    def _on_open(self, section_id: str) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self.section_chosen.emit(section_id)

    def _show_button(self) -> None:
        if self._is_importing() and not (self._dialog is not None and self._dialog.isVisible()):
            self.button.show()

    # Jobs

    def _import(self) -> None:
        from bluebook_desktop.gui.importing.dialog import State  # noqa: PLC0415 - loaded with the dialog

        dialog = self._made_dialog()
        places = dialog.places
        dialog.show_state(State.RUNNING)
        self._start(Job(Action.IMPORT, tuple(places), places))

    def remove(self, sections: list[str]) -> None:
        """Take sections out of the library."""
        if sections and not self._is_importing():
            self.button.setText(self.tr("Removing …"))
            self._late.start()
            self._start(Job(Action.REMOVE, sections=tuple(sections)))

    def _start(self, job: Job) -> None:
        if self._make_helper is None:
            return
        self._action, self._report, self._failure, self._cancelled = job.action, None, "", False
        self._removed, self._notices, self._changed = [], [], None
        helper = self._make_helper(self)
        self._helper = helper
        helper.told.connect(self._on_told)
        helper.ended.connect(self._on_ended)
        helper.start(job)

    def _cancel(self) -> None:
        if self._helper is not None and self._dialog is not None:
            self._cancelled = True
            self._dialog.show_cancelling()
            self._helper.cancel()

    def _on_told(self, message: Message) -> None:
        match message["kind"]:
            case "step":
                self._on_step(message)
            case "report":
                self._report = report_from_json(message)
            case "removed":
                self._removed, self._notices = message["sections"], message["notices"]
            case "failed":
                self._failure = message["sentence"]

    def _on_step(self, message: Message) -> None:
        step = step_from_json(message)
        dialog = self._dialog
        if self._action is Action.REMOVE or dialog is None or (self._cancelled and self._action is Action.LOOK):
            return
        if step.report is not None:
            tell = dialog.model.add_look if self._action is Action.LOOK else dialog.model.set_result
            tell(step.report)
        if not self._cancelled:
            dialog.show_step(step)
        if self._action is Action.IMPORT:
            count = self.tr("{0} of {1}").format(min(step.done + 1, step.total), step.total) if step.total else ""
            words = self.tr("Importing {0} …").format(count) if count else step_in_words(step)
            self.button.setText(step_in_words(step) if step.phase is Phase.BUILDING else words)

    def _on_ended(self, by_itself: bool) -> None:
        if isinstance(self._helper, QObject):
            self._helper.deleteLater()
        self._helper = None
        told = by_itself and (self._report is not None or self._removed)
        if not told and not self._cancelled and not self._failure:
            self._failure = {
                Action.LOOK: self.tr("Looking at the files broke off."),
                Action.IMPORT: self.tr("The import broke off; the library is as it was."),
                Action.REMOVE: self.tr("The removal broke off; the library is as it was."),
            }[self._action]
        if self._action is Action.LOOK:
            self._end_look()
        elif self._switch is not None:
            self._waiting = True
            self._switch.check()  # the end is told when the window shows the new library

    def _on_gone_over(self, found: GoneOver) -> None:
        if self._waiting or (self._is_importing() and self._action is not Action.LOOK):
            self._changed = found  # our own doing, which its end tells of
        else:
            self.noticed.emit(self._change_in_words(found))
        if self._dialog is not None:
            self._dialog.model.set_library(self._sections())

    def _on_checked(self) -> None:
        if not self._waiting:
            return
        self._waiting = False
        self._late.stop()
        if self._action is Action.REMOVE:
            self._end_removal()
        else:
            self._end_import()

    # How a job ends

    def _end_look(self) -> None:
        from bluebook_desktop.gui.importing.dialog import State  # noqa: PLC0415 - loaded with the dialog

        dialog = self._dialog
        if dialog is None or dialog.state is not State.LOOKING:
            return
        for one in self._report.files if self._report is not None else ():
            if dialog.model.row_of(one.path) is None:
                dialog.model.add_look(one)
        dialog.show_state(State.READY, self._failure)

    def _end_import(self) -> None:
        from bluebook_desktop.gui.importing.dialog import State  # noqa: PLC0415 - loaded with the dialog

        dialog = self._dialog
        if dialog is None:
            return
        report = self._report
        if report is not None:
            late = self.tr("The import was done before it could be cancelled.") if self._cancelled else ""
            dialog.show_report(report, late)
            if not dialog.isVisible():
                self.button.setText(self.tr("Import done: {0}").format(dialog.summary))
                self.button.show()
            return
        if self._changed is not None:
            words = self.tr("The import was done before it could be stopped; the library is the new one.")
        elif self._cancelled:
            words = self.tr("The import was cancelled; the library is as it was.")
        else:
            words = self._failure
        dialog.model.forget_results()
        dialog.show_state(State.READY, words)
        if not dialog.isVisible():
            self.button.hide()
            self.noticed.emit(words)

    def _end_removal(self) -> None:
        self.button.hide()
        if not self._removed and self._changed is not None:  # it broke off when all was done
            self._removed = list(self._changed.removed)
        if self._removed:
            gone = sections_in_words(self._removed)
            self.noticed.emit(self.tr("Removed {0}. The imported files are kept.").format(gone))
            for notice in self._notices:
                self.noticed.emit(notice)
        elif self._failure:
            self.noticed.emit(self._failure)

    def _change_in_words(self, found: GoneOver) -> str:
        """What another program did."""
        parts = [
            words.format(sections_in_words(ids))
            for words, ids in (
                (self.tr("added {0}"), found.added),
                (self.tr("replaced {0}"), found.replaced),
                (self.tr("removed {0}"), found.removed),
            )
            if ids
        ]
        what = "; ".join(parts) or self.tr("built it anew")
        return self.tr("Another program changed the library: {0}.").format(what)

    # Removing

    def ask_removal(self, section_id: str = "") -> None:
        """Ask which imported sections are to go, one of them ticked already."""
        if self._folders is None or self._is_importing():
            return
        from bluebook_desktop.gui.importing.removing import RemoveDialog  # noqa: PLC0415 - made at first use
        from bluebook_desktop.services.importing import removable  # noqa: PLC0415

        gone = set(removable(self._folders))
        sections = [(one.id, one.title) for one in self._library_window.library.sections() if one.id in gone]
        if not sections:
            self.noticed.emit(self.tr("Nothing was imported yet: what came with the program cannot be removed."))
            return
        dialog = RemoveDialog(self._theme, sections, {section_id}, self._window)
        dialog.chosen.connect(self.remove)
        dialog.open()

    def _on_menu_requested(self, section_id: str, place: QPoint) -> None:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - the first menu loads them
        from PySide6.QtWidgets import QMenu  # noqa: PLC0415

        from bluebook_desktop.services.importing import removable  # noqa: PLC0415

        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Read from the beginning"), lambda: self.section_chosen.emit(section_id))
        remove = menu.addAction(self.tr("Remove from the library …"), lambda: self.ask_removal(section_id))
        remove.setEnabled(self._folders is not None and section_id in removable(self._folders))
        menu.popup(place)
