"""A lock that one program at a time holds; the system lets go of it however that program ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

#: Seconds between two tries of who waits for a lock.
_PAUSE = 0.1


class Lock:
    """A lock on a file of its own, which is made where it is missing and stays behind empty."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def take(self) -> bool:
        """Try to take the lock; also true where no lock can be had at all, as in a folder that is read-only."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = self._path.open("ab")
        except OSError:  # whoever then writes says why that cannot be
            return True
        if not _lock(file):
            file.close()
            return False
        self._file = file
        return True

    def wait(self, seconds: float, stopped: Callable[[], bool]) -> bool:
        """Take the lock, or wait for whoever holds it; False where that took too long or was stopped."""
        until = time.monotonic() + seconds
        while not self.take():
            if stopped() or time.monotonic() > until:
                return False
            time.sleep(_PAUSE)
        return True

    def release(self) -> None:
        """Let go of it."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - there is no fcntl there

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # another program has it
        return False
    except OSError as error:
        # Windows says why, its stand-in Wine does not (0). Else it is a file system without locks, such as some network
        # drives: nobody would ever get one.
        return error.errno != 0
    return True
