"""Goes over to another library file while the window is open: after an import, a removal, or another program's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.gui.tasks import Lane, ThreadLane
from bluebook_desktop.services.going_over import GoneOver, LibraryState, go_over, sign_of

if TYPE_CHECKING:
    from bluebook_desktop.domain.documents import Section
    from bluebook_desktop.paths import UserFolders
    from bluebook_desktop.services.library import OpenLibrary
    from bluebook_desktop.services.sections import OpenSection
    from bluebook_desktop.storage.library import Library


class LibraryWindow(Protocol):
    """What a window does for going over."""

    @property
    def library(self) -> Library:
        """The library that is shown."""

    @property
    def section(self) -> OpenSection | None:
        """The section that is open."""

    def set_library(self, library: Library) -> None:
        """Show another library from now on."""

    def reopen(self, section_id: str, read: OpenSection | None) -> None:
        """Open a section of the library anew, as near as can be to where the reader is; it may be read already."""


class LibrarySwitch(QObject):
    """Opens the current library in the background and hands it to the window.

    `gone_over` tells what changed, once the window shows it; `checked` that a check is done, whatever it found.
    `noticed` says a sentence.
    """

    gone_over = Signal(object)
    checked = Signal()
    noticed = Signal(str)

    def __init__(self, window: LibraryWindow, folders: UserFolders, parent: QObject, lane: Lane | None = None) -> None:
        """`lane` replaces the thread in which libraries are opened, for tests."""
        super().__init__(parent)
        self._window, self._folders = window, folders
        self._lane: Lane = lane or ThreadLane("library", None, self)
        self._sign = sign_of(folders)
        self._busy = self._again = self._closed = False
        #: Libraries that were opened here; all but the last two are closed, since a thread may still read one.
        self._opened: list[OpenLibrary] = []

    def watch(self, window: QObject) -> None:
        """Look whenever the window gets the keyboard: another program may have imported something."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self, self.look)
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Go over to the current library where it is another one than the last time; costs a look at a file's date."""
        if not self._closed and sign_of(self._folders) != self._sign:
            self.check()

    def check(self) -> None:
        """Go over to the current library where it is another one than is shown."""
        if self._busy:
            self._again = True
            return
        self._busy, self._again = True, False
        self._sign = sign_of(self._folders)
        library = self._window.library
        shown = self._window.section.id if self._window.section is not None else ""
        state = LibraryState(library.address, tuple(library.sections()), library.meta("rules"), shown)
        self._lane.submit(lambda: go_over(self._folders, state), self._on_opened, self._on_failed)

    def close(self) -> None:
        """End the thread and close what was opened."""
        self._closed = True
        self._lane.close()
        for one in self._opened:
            one.close()
        self._opened.clear()

    def _on_opened(self, found: GoneOver | None) -> None:
        self._busy = False
        if found is not None:
            self._take(found)
        self._end()

    def _end(self) -> None:
        """A check is done; what happened while it went on is looked at by another one."""
        if self._again:
            self.check()
        else:
            self.checked.emit()

    def _take(self, found: GoneOver) -> None:
        """Hand the window its new library."""
        self._sign = sign_of(self._folders)  # opening may have built it
        self._opened.append(found.opened)
        before = self._window.library.sections()
        section = self._window.section
        self._window.set_library(found.opened.library)
        if section is not None:
            self._place(section, found, before)
        for notice in found.opened.notices:
            self.noticed.emit(notice)
        while len(self._opened) > 2:
            self._opened.pop(0).close()
        self.gone_over.emit(found)

    def _place(self, section: OpenSection, found: GoneOver, before: list[Section]) -> None:
        """Keep the reader where they are: in the same section, in its new issue, or in the nearest one."""
        shown = found.shown_after(section.id, before)
        if not shown:
            section.move_to(found.opened.library)
            return
        self._window.reopen(shown, found.section)
        if section.id in found.removed:
            self.noticed.emit(
                self.tr("{0} is no longer in the library; {1} is shown instead.").format(section.id, shown)
            )
        elif section.id in found.replaced:
            self.noticed.emit(self.tr("{0} was replaced by another issue, which is shown now.").format(section.id))

    def _on_failed(self, error: BaseException) -> None:
        self._busy = False
        self._end()
        if not isinstance(error, BluebookError):
            raise error
        self.noticed.emit(str(error))
