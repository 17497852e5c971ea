"""Connects the search field, the background search and the results."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bluebook_desktop.domain.references import Kind
from bluebook_desktop.errors import BluebookError, StoppedError
from bluebook_desktop.gui.search.field import SearchField
from bluebook_desktop.gui.tasks import Lane

if TYPE_CHECKING:
    from bluebook_desktop.domain.querying import Field
    from bluebook_desktop.gui.search.completion import NameCompleter
    from bluebook_desktop.gui.search.panel import ResultsPanel
    from bluebook_desktop.services.search import Offer, SearchResult, SearchService, Spread

    _Around = tuple[SearchResult, tuple[Offer, ...], tuple[Spread, ...]]

#: What a page of results holds, by how much a list of them grows, and what it holds at most.
_PAGE = 30
_MORE = 60
_MOST = 1_500
_PATIENCE = 120
#: So long (ms) after the window is there the search is made ready, if nobody has searched yet.
_WARMED = 1_500


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
        self._completer: NameCompleter | None = None
        self._active = False
        self._limit = _PAGE
        #: Whether other hits than those that are shown are being found, and what was pressed meanwhile: steps, each of
        #: so many rows, and whether to go there.
        self._awaited = False
        self._lengthening = False  # whether more of the same hits are being found
        self._steps: list[int] = []
        self._goes = False
        #: How long (ms) after the hits it is looked for what stands around them; 0 for at once.
        self.patience = _PATIENCE
        self._found: SearchResult | None = None
        self._looked = False  # whether it was looked around for what is shown
        self._around = QTimer(self)
        self._around.setSingleShot(True)
        self._around.timeout.connect(self._look_around)
        self._warming = QTimer(self)
        self._warming.setSingleShot(True)
        self._warming.timeout.connect(self._warm)
        self._warming.start(_WARMED)
        field.typed.connect(self._on_typed)
        field.walked.connect(self._on_walked)
        field.entered.connect(self._on_entered)
        field.escaped.connect(self._on_escaped)

    @property
    def is_active(self) -> bool:
        """Whether something is being searched for."""
        return self._active

    @property
    def completer(self) -> NameCompleter:
        """Completes names in the field."""
        if self._completer is None:
            from bluebook_desktop.gui.search.completion import NameCompleter  # noqa: PLC0415 - at the first colon

            self._completer = NameCompleter(self._field, self._field.setFocus)
        return self._completer

    def stop(self) -> None:
        """Stop the search that runs; called from the window's thread."""
        if (made := self._made) is not None:
            made[1].stop()

    def again(self) -> None:
        """Search once more, for other kinds or forms."""
        self._ask(self._field.text())

    def renew(self) -> None:
        """Search another library from now on; what is searched for is searched once more."""
        self._lane.cancel()
        self._library += 1
        self._found = None
        self._around.stop()
        if self._active:
            self.again()

    def more(self) -> None:
        """Ask for a longer list of the same, unless another one is about to come."""
        if self._limit < _MOST and not self._awaited and not self._lengthening:
            self._limit = min(self._limit + _MORE, _MOST)
            self._ask(self._field.text(), goes_on=True)

    def end(self) -> None:
        """Empty the field."""
        self._field.clear()

    def leave(self) -> None:
        """Back to where the reader was, as Esc does."""
        self._on_escaped()

    def close(self) -> None:
        """Ask for nothing more: the lane ends."""
        self._found = None
        self._around.stop()
        self._warming.stop()

    def _warm(self) -> None:
        """Load what the first letter needs, while the reader is still reading."""
        if not self._active and self._made is None:
            library = self._library
            self._lane.submit(lambda: self._load(library), lambda _nothing: None, self._on_not_warmed)

    @staticmethod
    def _on_not_warmed(error: BaseException) -> None:
        if not isinstance(error, BluebookError):  # what the library has is told when somebody asks for it
            raise error

    def _load(self, library: int) -> None:
        """In the lane: the modules and the library's most read pages."""
        import bluebook_desktop.gui.search.panel  # noqa: F401, PLC0415 - not before it is needed

        self._service_of(library).search("a", limit=_PAGE, offering=False, counting=False)

    def _on_typed(self, text: str) -> None:
        self._limit = _PAGE
        self._found = None
        self._awaited = False
        self.forget_keys()
        self._around.stop()
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

    def _ask(self, text: str, *, goes_on: bool = False) -> None:
        self._around.stop()
        if not text.strip():
            return
        results = self._results()
        kinds, stemming, limit, library = results.kinds, results.stemming, self._limit, self._library
        field = self._open_field(text)
        self._lengthening = goes_on
        if not goes_on:
            self._awaited, self._looked = True, False
        self._lane.submit(
            lambda: self._search(text, kinds, limit, field, library, stemming=stemming),
            lambda found: self._on_found(*found, goes_on=goes_on),
            self._on_failed,
        )

    def _open_field(self, text: str) -> Field | None:
        """The field whose value is being typed; looked for only where there is a colon."""
        if ":" not in text:
            if self._completer is not None:
                self._completer.close()
            return None
        from bluebook_desktop.gui.search.completion import open_field  # noqa: PLC0415 - see above

        place = open_field(text, self._field.cursorPosition())
        return None if place is None else place[0]

    def _search(
        self,
        text: str,
        kinds: frozenset[Kind] | None,
        limit: int,
        field: Field | None,
        library: int,
        *,
        stemming: bool,
    ) -> tuple[SearchResult, list[str] | None]:
        """In the lane: what was found, and the names that can stand after the field's colon."""
        service = self._service_of(library)
        counting = limit > _PAGE  # of a first page the rest is counted once it is shown
        result = service.search(text, kinds=kinds, limit=limit, stemming=stemming, offering=False, counting=counting)
        return result, None if field is None else service.names.all_of(field)

    def _service_of(self, library: int) -> SearchService:
        """In the lane, which alone makes and closes services: the one that is open, or a new one of another library."""
        made = self._made
        if made is None or made[0] != library:
            self._made = None
            if made is not None:
                made[1].close()
            made = self._made = library, self._make_service()
        return made[1]

    def _on_found(self, result: SearchResult, names: list[str] | None, *, goes_on: bool) -> None:
        self._results().show_result(result, goes_on=goes_on)
        if names is not None:
            self.completer.offer(names)
        elif self._completer is not None:
            self._completer.close()
        self._found = result
        self._awaited = self._lengthening = False
        self._press_again()
        if not result.query.is_empty and not self._looked:
            if self.patience:  # it would take its time from painting
                self._around.start(self.patience)
            else:
                self._look_around()

    def _look_around(self) -> None:
        result, library = self._found, self._library
        if result is not None:
            self._results().show_rest()
            self._lane.submit(lambda: self._see_around(result, library), self._on_looked_around, self._on_failed)

    def _see_around(self, result: SearchResult, library: int) -> _Around:
        """In the lane, once the hits are shown: how many there are, what else could be asked, where the hits lie."""
        service = self._service_of(library)
        counted = service.counted(result)
        return counted, service.offers(counted), service.spread(result.query) if result.total else ()

    def _on_looked_around(self, found: _Around) -> None:
        self._looked = True
        self._results().show_around(*found)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, StoppedError):
            return
        if not isinstance(error, BluebookError):
            raise error
        self._awaited = self._lengthening = False
        self.forget_keys()
        self._results().show_error(str(error))

    def _on_walked(self, rows: int) -> None:
        if self._awaited and not self._goes:
            self._steps.append(rows)
        elif not self._awaited:
            self._results().walk(rows)

    def _on_entered(self) -> None:
        if self._awaited:
            self._goes = True
        elif self._active:
            self._results().go()

    def forget_keys(self) -> None:
        """Forget what was pressed before the hits came: the reader went elsewhere meanwhile."""
        self._steps, self._goes = [], False

    def _press_again(self) -> None:
        """Do in the new list what was pressed before it came: it was meant for what is typed, not for the old one."""
        steps, goes = self._steps, self._goes
        self.forget_keys()
        for rows in steps:
            self._results().walk(rows)
        if goes:
            self._results().go()

    def _on_escaped(self) -> None:
        self._lane.cancel()
        self._awaited = False
        self.forget_keys()
        self.left.emit()
        self.end()
