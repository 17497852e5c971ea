"""Connects the search field, the background search and the results."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bluebook_desktop.domain.references import Kind
from bluebook_desktop.errors import BluebookError, StoppedError
from bluebook_desktop.gui.search.field import SearchField
from bluebook_desktop.gui.tasks import Lane

if TYPE_CHECKING:
    from bluebook_desktop.gui.search.panel import ResultsPanel
    from bluebook_desktop.services.search import SearchResult, SearchService

#: What a page of results holds.
_LIMIT = 100


class SearchController(QObject):
    """Asks while the reader types; late answers never arrive, since the lane drops them."""

    started = Signal()  # the first letter was typed
    ended = Signal()  # the field was emptied
    left = Signal()  # Esc: back to where the reader was

    def __init__(
        self,
        field: SearchField,
        results: Callable[[], ResultsPanel],
        lane: Lane,
        make_service: Callable[[], SearchService],
        parent: QObject,
    ) -> None:
        """`results` gives the panel, which is made when it is first needed; so is the service."""
        super().__init__(parent)
        self._field = field
        self._results = results
        self._lane = lane
        self._make_service = make_service
        self._library = 0  # which library is searched: a service of another one is given up
        self._made: tuple[int, SearchService] | None = None
        self._active = False
        field.typed.connect(self._on_typed)
        field.walked.connect(lambda rows: self._results().walk(rows))
        field.entered.connect(self._on_entered)
        field.escaped.connect(self._on_escaped)

    @property
    def is_active(self) -> bool:
        """Whether something is being searched for."""
        return self._active

    def stop(self) -> None:
        """Stop the search that runs; called from the window's thread."""
        if (made := self._made) is not None:
            made[1].stop()

    def again(self) -> None:
        """Search once more, for other kinds."""
        self._ask(self._field.text())

    def renew(self) -> None:
        """Search another library from now on; what is searched for is searched once more."""
        self._lane.cancel()
        self._library += 1
        if self._active:
            self.again()

    def end(self) -> None:
        """Empty the field."""
        self._field.clear()

    def _on_typed(self, text: str) -> None:
        if not text.strip():
            self._lane.cancel()
            if self._active:
                self._active = False
                self._results().show_nothing()
                self.ended.emit()
            return
        if not self._active:
            self._active = True
            self.started.emit()
        self._ask(text)

    def _ask(self, text: str) -> None:
        if not text.strip():
            return
        kinds, library = self._results().kinds, self._library
        self._lane.submit(lambda: self._search(text, kinds, library), self._on_found, self._on_failed)

    def _search(self, text: str, kinds: frozenset[Kind] | None, library: int) -> SearchResult:
        """In the lane, which alone makes and closes services."""
        made = self._made
        if made is None or made[0] != library:
            self._made = None
            if made is not None:
                made[1].close()
            made = self._made = library, self._make_service()
        return made[1].search(text, kinds=kinds, limit=_LIMIT)

    def _on_found(self, result: SearchResult) -> None:
        self._results().show_result(result)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, StoppedError):
            return
        if not isinstance(error, BluebookError):
            raise error
        self._results().show_error(str(error))

    def _on_entered(self) -> None:
        if self._active:
            self._results().go()

    def _on_escaped(self) -> None:
        self._lane.cancel()
        self.left.emit()
        self.end()
