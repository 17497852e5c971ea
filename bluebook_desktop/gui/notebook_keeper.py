"""Writes the reading history and the searches into the notebook, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from bluebook_desktop.domain.notebook import Visit
from bluebook_desktop.errors import BluebookError
from bluebook_desktop.gui.navigation import History, Place
from bluebook_desktop.gui.tasks import OrderedLane

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.paths import UserFolders
    from bluebook_desktop.services.notebook import OpenedNotebook
    from bluebook_desktop.storage.notebook import Notebook

#: Places are written together, at the latest so long after the reader went there.
_AFTER_MS = 2_000
_SHOWN_SEARCHES = 8


class NotebookKeeper(QObject):
    """Keeps one window's history, and writes for others in the same order.

    `noticed` says a sentence, `searches_known` which searches there were, `saved_known` which of them the reader
    keeps, `opened` what became of opening the notebook.
    """

    noticed = Signal(str)
    opened = Signal(object)  # an OpenedNotebook
    searches_known = Signal(list)
    saved_known = Signal(list)

    def __init__(self, folders: UserFolders, history: History, section: str, parent: QObject | None = None) -> None:
        """`section` is the one that is open at the start."""
        super().__init__(parent)
        self._folders, self._history, self._section = folders, history, section
        self._notebook: Notebook | None = None
        self._open_notebook: Notebook | None = None  # the lane's own view of it
        self._lane = OrderedLane("notebook", self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._write_visits)

    def open(self) -> None:
        """Open the notebook; the history goes on from where it ended the last time."""
        self._lane.submit(self._open, self._on_opened, self._on_failed)

    def submit(
        self,
        work: Callable[[Notebook], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Read or write in the open notebook, after all that was asked for before; nothing where there is none."""
        notebook = self._notebook
        if notebook is not None:
            self._lane.submit(lambda: work(notebook), done, failed or self._on_failed)

    def record_search(self, text: str) -> None:
        """Note that a search led somewhere."""
        notebook = self._notebook
        if notebook is not None and text.strip():
            self._lane.submit(lambda: notebook.record_search(text.strip()), None, self._on_failed)
            self._lane.submit(lambda: notebook.searches(_SHOWN_SEARCHES), self.searches_known.emit, self._on_failed)

    def save_search(self, text: str) -> None:
        """Keep a search."""
        self._change_saved(lambda notebook: notebook.save_search(text))

    def remove_saved_search(self, text: str) -> None:
        """Keep a search no longer."""
        self._change_saved(lambda notebook: notebook.remove_saved_search(text))

    def _change_saved(self, change: Callable[[Notebook], object]) -> None:
        notebook = self._notebook
        if notebook is not None:
            self._lane.submit(lambda: change(notebook), None, self._on_failed)
            self._lane.submit(notebook.saved_searches, self.saved_known.emit, self._on_failed)

    def close(self) -> None:
        """Write what is not written yet and close the notebook."""
        self._timer.stop()
        if self._notebook is not None:
            self._write_visits()
        self._lane.submit(self._close_notebook)
        self._lane.close()

    def _close_notebook(self) -> None:
        """In the lane: also one that was opened a moment ago and not told of yet."""
        if self._open_notebook is not None:
            self._open_notebook.close()

    def _open(self) -> tuple[OpenedNotebook, list[Visit], list[str], list[str]]:
        from bluebook_desktop.services.notebook import open_notebook  # noqa: PLC0415 - in the background

        opened = open_notebook(self._folders)
        self._open_notebook = opened.notebook
        if opened.notebook is None:
            return opened, [], [], []
        notebook = opened.notebook
        return opened, notebook.visits(), notebook.searches(_SHOWN_SEARCHES), notebook.saved_searches()

    def _on_opened(self, result: tuple[OpenedNotebook, list[Visit], list[str], list[str]]) -> None:
        opened, visits, searches, saved = result
        for notice in opened.notices:
            self.noticed.emit(notice)
        self._notebook = opened.notebook
        self._history.precede([Place(visit.tab, visit.reference, visit.passage, visit.section) for visit in visits])
        self._history.changed.connect(self._timer.start)
        self.searches_known.emit(searches)
        self.saved_known.emit(saved)
        self.opened.emit(opened)

    def _write_visits(self) -> None:
        notebook = self._notebook
        if notebook is None:
            return
        places = self._history.so_far
        visits = [Visit(one.tab, one.reference, one.passage, one.section or self._section) for one in places]
        self._lane.submit(lambda: notebook.replace_visits(visits), None, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, BluebookError):
            raise error
        self.noticed.emit(str(error))
