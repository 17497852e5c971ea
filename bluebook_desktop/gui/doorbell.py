"""Listens for later starts of the program."""

from __future__ import annotations

import contextlib
import sys
import threading
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from bluebook_desktop.gui.single_instance import listen, short_path


class Doorbell(QObject):
    """Listens for later starts; `rung` brings the address that they were given, empty for none."""

    rung = Signal(str)
    _arrived = Signal(str)  # from the listening thread

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        """`path` is where to listen, see `UserFolders.socket`."""
        super().__init__(parent)
        self._path = short_path(path)
        self._server: Any = None
        self._arrived.connect(self.rung, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> bool:
        """Begin to listen; False where that cannot be."""
        try:
            self._server = listen(self._path)
        except OSError:  # later starts open windows of their own then
            return False
        threading.Thread(target=self._serve, name="doorbell", daemon=True).start()
        return True

    def close(self) -> None:
        """Stop listening."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
            if sys.platform != "win32":
                with contextlib.suppress(OSError):  # gone already; the next start would remove it
                    Path(self._path).unlink()

    def _serve(self) -> None:
        server = self._server
        while server is not None and self._server is server:
            try:
                text = server.receive()
            except OSError:  # it was closed
                return
            if text is not None:
                self._arrived.emit(text)
