"""Writes all hits of a search into a file, in the background: the window goes on, and it can be stopped."""

from __future__ import annotations

import re
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from bluebook_desktop.errors import BluebookError, StoppedError
from bluebook_desktop.gui.tasks import ThreadLane
from bluebook_desktop.gui.widgets.elided_label import ElidedLabel
from bluebook_desktop.gui.widgets.export_button import FileFormat

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluebook_desktop.domain.references import Kind
    from bluebook_desktop.gui.search.panel import ResultsPanel
    from bluebook_desktop.gui.tasks import Lane
    from bluebook_desktop.services.search import SearchService

translate = QCoreApplication.translate
#: What takes less time is not worth telling of while it goes on.
_PATIENCE = 150
#: How often progress is told, in seconds.
_OFTEN = 0.1
#: So much of the words stands in the proposed name of a file.
_IN_NAME = 40


def formats() -> tuple[FileFormat, ...]:
    """The formats on offer, by the keys of services/search_export.py."""
    return (
        FileFormat("csv", "CSV", "csv"),
        FileFormat("json", "JSON", "json"),
        FileFormat("markdown", translate("Search", "Markdown with citations"), "md"),
    )


def proposed_name(words: str, form: FileFormat) -> str:
    """What a file with the hits of a search may be called on any system: ``hits-rock-solid.csv``."""
    kept = re.sub(r"[\W_]+", "-", words).strip("-")[:_IN_NAME].strip("-")
    return f"hits-{kept}.{form.ending}" if kept else f"hits.{form.ending}"


class ExportStrip(QWidget):
    """Tells how far an export is, with a button that stops it; hidden while there is none."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(self)
        self._words.setProperty("role", "small")
        self._stop = QPushButton(self.tr("Stop"), self)
        self._stop.setAccessibleName(self.tr("Stop the export"))
        self._stop.setAutoDefault(False)
        self._stop.clicked.connect(self.stopped)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 12, 0)
        line.addWidget(self._words, 1)
        line.addWidget(self._stop)
        self.hide()

    def say(self, words: str) -> None:
        """How far it is."""
        self._words.setText(words)
        self.setAccessibleName(words)


class HitsExport(QObject):
    """Exports the hits of the list, every one of them: asks where to, searches anew without a limit, and writes.

    `said` tells the end of it in a few words, `failed` why there is no file, in a sentence.
    """

    said = Signal(str)
    failed = Signal(str)
    _told = Signal(int, int)  # from the thread: how many hits are written, of how many

    def __init__(
        self, results: ResultsPanel, make_service: Callable[[], SearchService], lane: Lane | None = None
    ) -> None:
        """`make_service` opens the library that is shown now, in the lane; `lane` replaces its thread for tests."""
        super().__init__(results)
        self._results = results
        self._make_service = make_service
        self._lane: Lane = lane or ThreadLane("export", parent=self)
        self._newest = 0  # which export is wanted: all others end by themselves
        self._path = Path()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(results.export_strip.show)
        results.export_strip.stopped.connect(self.stop)
        results.export_requested.connect(self._on_requested)
        self._told.connect(self._on_told)

    def close(self) -> None:
        """Stop what runs: nothing is written or told any more."""
        self._end()
        self._lane.close()

    def stop(self) -> None:
        """Stop the export; there is no file then."""
        self._end()
        self.said.emit(self.tr("The export was stopped"))

    def _end(self) -> None:
        self._newest += 1
        self._lane.cancel()
        self._timer.stop()
        self._results.export_strip.hide()

    def _on_requested(self, key: str) -> None:
        form = next(one for one in formats() if one.key == key)
        text, kinds, stemming = self._results.query.text, self._results.kinds, self._results.stemming
        chosen, _ = QFileDialog.getSaveFileName(
            self._results.window(),
            self.tr("Export the hits"),
            proposed_name(text, form),
            f"{form.name} (*.{form.ending})",
        )
        if not chosen:
            return
        self._end()
        path = Path(chosen)
        self._path = path if path.suffix else path.with_suffix(f".{form.ending}")
        number, target = self._newest, self._path
        self._results.export_strip.say(self.tr("Searching for all hits …"))
        self._timer.start()
        self._lane.submit(
            lambda: self._write(number, target, key, text, kinds, stemming=stemming), self._on_written, self._on_failed
        )

    def _write(
        self, number: int, path: Path, key: str, text: str, kinds: frozenset[Kind] | None, *, stemming: bool
    ) -> int:
        """In the lane: search and write; how many hits were written. StoppedError once another one is wanted."""
        from bluebook_desktop.services.export import write_atomically  # noqa: PLC0415 - exporting alone needs them
        from bluebook_desktop.services.search_export import FORMATS  # noqa: PLC0415

        def go_on() -> None:
            if number != self._newest:
                raise StoppedError("The export was stopped.")

        last = 0.0

        def tell(written: int) -> None:
            nonlocal last
            go_on()
            if monotonic() - last >= _OFTEN:
                last = monotonic()
                self._told.emit(written, len(result.hits))

        service = self._make_service()
        try:
            service.go_on = go_on
            result = service.search(text, kinds=kinds, limit=None, stemming=stemming)
            content = FORMATS[key](result, service.library, tell)
            go_on()
            write_atomically(path, content)
        finally:
            service.close()
        return len(result.hits)

    def _on_told(self, written: int, of: int) -> None:
        if self._timer.isActive() or self._results.export_strip.isVisible():
            self._results.export_strip.say(self.tr("{0} of {1} hits written").format(f"{written:,}", f"{of:,}"))

    def _on_written(self, number: int) -> None:
        self._end()
        self.said.emit(self.tr("Hits written to {0}: {1}").format(self._path.name, f"{number:,}"))

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, StoppedError):
            return
        if not isinstance(error, BluebookError):
            raise error
        self.failed.emit(str(error))
