"""The button that exports the facilities that are shown, and the dialog that asks where to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolButton, QWidget

from bluebook_desktop.errors import BluebookError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bluebook_desktop.domain.records import Facility
    from bluebook_desktop.services.sections import OpenSection

_NAMES = {"csv": "CSV", "geojson": "GeoJSON"}


class ExportButton(QToolButton):
    """Asks for a format and a file, and writes what is shown; `written` tells of it in a sentence."""

    written = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._section: OpenSection | None = None
        self._facilities: Sequence[Facility] = ()
        self.setText(self.tr("Export"))
        self.setAccessibleName(self.tr("Export the facilities shown"))
        self.setToolTip(self.tr("Export the facilities shown"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        self._actions = {form: menu.addAction("") for form in _NAMES}
        for form, action in self._actions.items():
            action.triggered.connect(lambda _checked=False, form=form: self._export(form))
        self.setMenu(menu)
        self.offer(None, (), 0)

    def offer(self, section: OpenSection | None, facilities: Sequence[Facility], total: int) -> None:
        """Export these of a section's `total` facilities when asked to."""
        self._section, self._facilities = section, facilities
        for form, action in self._actions.items():
            if len(facilities) == total:
                words = self.tr("All {0} as {1}…").format(total, _NAMES[form])
            else:
                words = self.tr("The {0} shown of {1} as {2}…").format(len(facilities), total, _NAMES[form])
            action.setText(words)
        self.setEnabled(bool(facilities))

    def _export(self, form: str) -> None:
        if self._section is None:
            return
        proposed = f"facilities-{self._section.id.replace('/', '-')}.{form}"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(), self.tr("Export facilities"), proposed, f"{_NAMES[form]} (*.{form})"
        )
        if not chosen:
            return
        from bluebook_desktop.services.export import write_atomically  # noqa: PLC0415 - exporting alone needs them
        from bluebook_desktop.services.exports_facilities import FORMATS  # noqa: PLC0415

        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(f".{form}")
        try:
            write_atomically(path, FORMATS[form](self._section, self._facilities))
        except BluebookError as error:
            QMessageBox.warning(self.window(), self.tr("Export facilities"), str(error))
            return
        self.written.emit(self.tr("Facilities written to {0}: {1}").format(path.name, len(self._facilities)))
