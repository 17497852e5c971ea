"""The log file and the crash log. Where they cannot be written the program goes on without."""

import contextlib
import faulthandler
import logging
from pathlib import Path
from typing import IO

_LARGEST = 1_000_000
_LOG = "bluebook-desktop.log"
_CRASH = "crash.log"
_LAST_CRASH = "crash-last.log"


class CrashLog:
    """Catches what kills the program outright (faulthandler); the next start is told of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: IO[str] | None = None
        self._told = False
        #: The crash log of the last run, where that run crashed.
        self.last: Path | None = None

    def start(self) -> None:
        """Keep the last run's crash log aside and begin a new one."""
        path = self._folder / _CRASH
        with contextlib.suppress(OSError):  # as said above: the program goes on without
            self._folder.mkdir(parents=True, exist_ok=True)
            if path.is_file() and path.stat().st_size:
                self.last = path.replace(self._folder / _LAST_CRASH)
            self._file = path.open("w", encoding="utf-8")
            faulthandler.enable(self._file)

    def write(self, report: str) -> None:
        """Add the report of an unexpected error that did not kill the program."""
        if self._file is not None:
            self._told = True
            with contextlib.suppress(OSError):
                self._file.write(report + "\n")
                self._file.flush()

    def end(self) -> None:
        """The program ends as it should: nothing to tell the next start unless errors were written."""
        if self._file is not None:
            faulthandler.disable()
            if not self._told:
                # On Windows faulthandler also writes down what Qt or the system then dealt with: it killed nothing.
                with contextlib.suppress(OSError):
                    self._file.truncate(0)
            self._file.close()
            self._file = None


def start_logging(folder: Path) -> None:
    """Log to a file that is set aside when it grows beyond a megabyte."""
    path = folder / _LOG
    logger = logging.getLogger("bluebook_desktop")
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > _LARGEST:
            path.replace(folder / f"{_LOG}.1")
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
