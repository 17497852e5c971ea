"""Puts the program together: application, library, settings, main window."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from bluebook_desktop import __version__
from bluebook_desktop.errors import BluebookError, UsageError
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.logs import CrashLog
from bluebook_desktop.paths import UserFolders, bundled, user_folders
from bluebook_desktop.services.library import OpenLibrary, open_library
from bluebook_desktop.settings import Settings
from bluebook_desktop.storage.locks import Lock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluebook_desktop.gui.doorbell import Doorbell
    from bluebook_desktop.gui.start import Options
    from bluebook_desktop.gui.steps import Steps
    from bluebook_desktop.gui.tasks import Lane

_SIZE = (1280, 800)
_PATIENCE_MS = 400
#: Between the steps in which other views are made ready: the user comes first.
_PAUSE_MS = 20
#: Height of a title bar and borders.
_FRAME = 36


def make_application() -> QApplication:
    """The Qt application with its names."""
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("bluebook-desktop")
    application.setApplicationDisplayName("Bluebook Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("org.bluebook.Bluebook")
    return application


def _first(folders: UserFolders, options: Options) -> Lock | None:
    """The lock of the first program; None when another one runs, which has been told what to show then.

    Raises BluebookError when the other one does not answer.
    """
    lock = Lock(folders.data / "window.lock")
    if lock.take():
        return lock
    from bluebook_desktop.gui.single_instance import ring_patiently  # noqa: PLC0415 - sockets, where there is one

    if ring_patiently(folders.socket, str(options.place) if options.place else ""):
        return None
    raise BluebookError("Bluebook Desktop runs already, but it does not answer; end it and start again.")


def run(options: Options) -> int:
    """Open the window and run until it is closed; the exit status."""
    folders = user_folders()
    lock = _first(folders, options)
    if lock is None:
        return 0
    crash_log = CrashLog(folders.log)
    crash_log.start()
    application = make_application()
    settings = Settings(folders.settings)
    theme = Theme(application, options.theme or settings.get("theme"))
    opened = open_library(folders)
    window = MainWindow(theme, settings, opened.library)
    known = window.restore_geometry()
    if options.size or not known:
        window.resize(*(options.size or _size_on(application)))
    window.open_first(options.place)
    window.show()
    rest = Rest(window, folders, crash_log, opened, options)
    window.reader.view.first_painted.connect(rest.build)
    patience = QTimer(application)  # a window that starts minimised paints nothing
    patience.setSingleShot(True)
    patience.timeout.connect(rest.build)
    patience.start(_PATIENCE_MS)
    status = application.exec()
    rest.close()
    lock.release()
    opened.close()
    crash_log.end()
    return status


def _size_on(application: QApplication) -> tuple[int, int]:
    """The size of a first window: the usual one, or what the screen has room for beside the window's frame."""
    room = application.primaryScreen().availableGeometry()
    return min(_SIZE[0], room.width()), min(_SIZE[1], room.height() - _FRAME)


class Rest:
    """All that can wait until the text is on the screen."""

    def __init__(
        self, window: MainWindow, folders: UserFolders, crash_log: CrashLog, opened: OpenLibrary, options: Options
    ) -> None:
        self._window, self._folders, self._crash_log = window, folders, crash_log
        self._opened, self._options = opened, options
        self._doorbell: Doorbell | None = None
        self._building: Steps | None = None
        self._preparing: Steps | None = None
        #: Whether all is done.
        self.built = False

    def build(self) -> None:
        """Complete the window in steps, then listen for later starts. A second call does nothing."""
        if self._building is not None:
            return
        from bluebook_desktop.gui.steps import Steps  # noqa: PLC0415 - after the first paint

        self._building = Steps(self.steps(), self._window.isVisible, self._window)
        self._building.ended.connect(self._prepare)
        self._building.start()

    def _prepare(self) -> None:
        """Make the views that nobody has opened yet, in pauses: no tab is waited for then."""
        from bluebook_desktop.gui.steps import Steps  # noqa: PLC0415 - as above

        self._preparing = Steps(self._window.preparing(), self._window.isVisible, self._window, _PAUSE_MS)
        self._preparing.start()

    def steps(self) -> Iterator[None]:
        """The steps of building, see `Steps`; keys that are pressed meanwhile are pressed when all is there."""
        from bluebook_desktop.gui.kept_keys import KeptKeys  # noqa: PLC0415 - as above

        keys = KeptKeys(self._window)
        try:
            yield from self._steps()
        finally:
            keys.press()

    def _steps(self) -> Iterator[None]:
        from bluebook_desktop.gui.crash import CrashHook, last_crash_notice  # noqa: PLC0415 - as above
        from bluebook_desktop.logs import start_logging  # noqa: PLC0415

        gc.freeze()  # what the start made stays, so no collection need look at it
        gc.enable()
        window = self._window
        show_icon(window)
        start_logging(self._folders.log)
        CrashHook(self._crash_log, window.diagnostics).install()
        yield
        yield from window.completing(self._options.place)
        for notice in self._opened.notices:
            window.workspace.notices.say(notice)
        if self._crash_log.last is not None:
            window.workspace.notices.say(last_crash_notice(self._crash_log.last))
        show_options(window, self._options)
        yield
        window.keep_notebook(self._folders)
        yield
        if self._opened.can_save:
            window.importing.use(window, self._folders)
            yield
        from bluebook_desktop.gui.doorbell import Doorbell  # noqa: PLC0415

        self._doorbell = Doorbell(self._folders.socket, window)
        self._doorbell.rung.connect(window.answer_doorbell)
        self._doorbell.listen()
        self.built = True

    def close(self) -> None:
        """No later start is answered any more."""
        if self._doorbell is not None:
            self._doorbell.close()


def show_icon(window: MainWindow) -> None:
    """The program's icon in the title bar and in lists of windows; macOS takes its own from the bundle."""
    if sys.platform != "darwin":
        from PySide6.QtGui import QIcon  # noqa: PLC0415 - after the first paint

        icon = QIcon()
        for picture in sorted(bundled("resources", "icons").glob("bluebook-*.png")):
            icon.addFile(str(picture))  # an SVG would load QtSvg in every window
        window.setWindowIcon(icon)


def show_options(window: MainWindow, options: Options, lane: Lane | None = None) -> QWidget:
    """Open the tab, search for the words and check the quotation that were asked for; the window that is in front.

    `lane` replaces the thread of the check, for pictures.
    """
    if options.tab:
        window.workspace.navigator.open_tab(options.tab)
        window.workspace.centre.focus()
    if options.search:
        window.workspace.top.field.setText(options.search)
    if options.check:
        from bluebook_desktop.gui.checking.opening import open_check  # noqa: PLC0415 - seldom asked for

        dialog = open_check(window, window.theme, window.workspace, lane)
        dialog.check(options.check)
        return dialog
    return window


def save_picture(options: Options) -> int:
    """Render the real window to a PNG file; the exit status."""
    path = options.picture
    if path is None:
        raise UsageError("--screenshot needs a file to save the picture in.")
    from bluebook_desktop.gui.tasks import ImmediateLane  # noqa: PLC0415
    from bluebook_desktop.services.decisions import read_kept  # noqa: PLC0415

    application = make_application()
    theme = Theme(application, options.theme or "light")
    folders = user_folders()
    opened = open_library(folders)
    window = MainWindow(theme, Settings(None), opened.library)
    window.resize(*(options.size or _SIZE))
    window.open_first(options.place)
    window.complete(options.place, ImmediateLane())
    window.workspace.search.patience = 0  # no timer ends before the picture is taken
    decisions, problem = read_kept(folders)
    window.workspace.desk.show_kept(decisions)
    for notice in filter(None, [*opened.notices, problem]):
        window.workspace.notices.say(notice)
    window.show()
    shown = show_options(window, options, ImmediateLane())
    if options.search and not options.tab:
        window.workspace.side.results().walk(1)
    for _ in range(3):  # layouts that follow from layouts
        application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    saved = shown.grab().save(str(path), "PNG")
    window.close()
    opened.close()
    if not saved:
        raise BluebookError(f"The picture cannot be written to {path}.")
    return 0
