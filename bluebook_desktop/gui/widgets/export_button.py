"""The button that exports the records that are shown, and the dialog that asks where to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolButton, QWidget

from bluebook_desktop.errors import BluebookError
from bluebook_desktop.gui.tasks import ImmediateLane

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bluebook_desktop.gui.tasks import AnyLane
    from bluebook_desktop.services.sections import OpenSection

    #: The formats' writers by key, looked up when something is exported: nothing else needs them.
    Writers = Callable[[], dict[str, Callable[[OpenSection, Sequence[Any]], str]]]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A format on offer: its key, its name, and how its files' names end."""

    key: str
    name: str
    ending: str


@dataclass(frozen=True, slots=True)
class ExportWords:
    """What the button says; `written` has places for a file's name and a count."""

    button: str
    title: str
    written: str


class ExportButton(QToolButton):
    """Asks for a format and a file, and has what is shown then written; `written` tells of it in a sentence."""

    written = Signal(str)

    def __init__(
        self,
        words: ExportWords,
        formats: Sequence[FileFormat],
        writers: Writers,
        subject: str,
        *,
        lane: AnyLane | None,
        parent: QWidget | None = None,
    ) -> None:
        """Proposed names of files begin with `subject`; `lane` writes them, without one they are written at once."""
        super().__init__(parent)
        self._words, self._writers, self._subject = words, writers, subject
        self._lane: AnyLane = lane or ImmediateLane()
        self._section: OpenSection | None = None
        self._records: Sequence[Any] = ()
        self.setText(self.tr("Export"))
        self.setAccessibleName(words.button)
        self.setToolTip(words.button)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        self._actions = [(form, menu.addAction("")) for form in formats]
        for form, action in self._actions:
            action.triggered.connect(lambda _checked=False, form=form: self._export(form))
        self.setMenu(menu)
        self.offer(None, (), 0)

    def offer(self, section: OpenSection | None, records: Sequence[Any], total: int) -> None:
        """Export these of a section's `total` records when asked to."""
        self._section, self._records = section, records
        for form, action in self._actions:
            if len(records) == total:
                words = self.tr("All {0} as {1}…").format(total, form.name)
            else:
                words = self.tr("The {0} shown of {1} as {2}…").format(len(records), total, form.name)
            action.setText(words)
        self.setEnabled(bool(records))

    def _export(self, form: FileFormat) -> None:
        if self._section is None:
            return
        proposed = f"{self._subject}-{self._section.id.replace('/', '-')}.{form.ending}"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(), self._words.title, proposed, f"{form.name} (*.{form.ending})"
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(f".{form.ending}")
        section, records, writers = self._section.snapshot(), tuple(self._records), self._writers
        done = self._words.written.format(path.name, len(records))

        def write() -> None:
            from bluebook_desktop.services.export import write_atomically  # noqa: PLC0415 - exporting alone needs it

            write_atomically(path, writers()[form.key](section, records))

        self._lane.submit(write, lambda _nothing: self.written.emit(done), self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, BluebookError):
            raise error
        QMessageBox.warning(self.window(), self._words.title, str(error))
