"""Puts the program together: application, library, settings, main window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from bluebook_desktop import __version__
from bluebook_desktop.errors import BluebookError, UsageError
from bluebook_desktop.gui.main_window import MainWindow
from bluebook_desktop.gui.tasks import ImmediateLane
from bluebook_desktop.gui.theme import Theme
from bluebook_desktop.logs import CrashLog
from bluebook_desktop.paths import UserFolders, user_folders
from bluebook_desktop.services.library import open_library
from bluebook_desktop.settings import Settings

if TYPE_CHECKING:
    from bluebook_desktop.gui.single_instance import Doorbell
    from bluebook_desktop.gui.start import Options

_SIZE = (1280, 800)


def make_application() -> QApplication:
    """The Qt application with its names."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("bluebook-desktop")
    application.setApplicationDisplayName("Bluebook Desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("org.bluebook.Bluebook")
    return application


def run(options: Options) -> int:
    """Open the window and run until it is closed; the exit status."""
    folders = user_folders()
    from bluebook_desktop.gui.single_instance import Doorbell, ring  # noqa: PLC0415 - pictures need none

    if ring(folders.socket, str(options.place) if options.place else ""):
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
        window.resize(*(options.size or _SIZE))
    window.open_first(options.place)
    for notice in opened.notices:
        window.notices.say(notice)
    window.show()

    doorbell = Doorbell(folders.socket, window)

    def finish() -> None:
        _finish_start(window, folders, crash_log, doorbell, options)

    QTimer.singleShot(0, finish)
    status = application.exec()
    doorbell.close()
    opened.close()
    crash_log.end()
    return status


def _finish_start(
    window: MainWindow, folders: UserFolders, crash_log: CrashLog, doorbell: Doorbell, options: Options
) -> None:
    """All that can wait until the text is on the screen."""
    from bluebook_desktop.gui.crash import CrashHook, last_crash_notice  # noqa: PLC0415
    from bluebook_desktop.logs import start_logging  # noqa: PLC0415

    start_logging(folders.log)
    CrashHook(crash_log, window.diagnostics).install()
    if crash_log.last is not None:
        window.notices.say(last_crash_notice(crash_log.last))
    doorbell.rung.connect(window.answer_doorbell)
    doorbell.listen()
    window.finish_start()
    if options.tab:
        window.navigator.open_tab(options.tab)
    if options.search:
        window.top.field.setText(options.search)


def save_picture(options: Options) -> int:
    """Render the real window to a PNG file; the exit status."""
    path = options.picture
    if path is None:
        raise UsageError("--screenshot needs a file to save the picture in.")
    application = make_application()
    theme = Theme(application, options.theme or "light")
    opened = open_library(user_folders())
    window = MainWindow(theme, Settings(None), opened.library, ImmediateLane())
    window.resize(*(options.size or _SIZE))
    window.open_first(options.place)
    for notice in opened.notices:
        window.notices.say(notice)
    window.show()
    window.finish_start()
    if options.tab:
        window.navigator.open_tab(options.tab)
    if options.search:
        window.top.field.setText(options.search)
        window.side.results().walk(1)
    for _ in range(3):  # layouts that follow from layouts
        application.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    saved = window.grab().save(str(path), "PNG")
    window.close()
    opened.close()
    if not saved:
        raise BluebookError(f"The picture cannot be written to {path}.")
    return 0
