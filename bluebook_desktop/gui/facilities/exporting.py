"""How the facilities that are shown are exported from their tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from bluebook_desktop.gui.widgets.export_button import ExportButton, ExportWords, FileFormat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from bluebook_desktop.gui.tasks import AnyLane
    from bluebook_desktop.services.sections import OpenSection

translate = QCoreApplication.translate
_FORMATS = (FileFormat("csv", "CSV", "csv"), FileFormat("geojson", "GeoJSON", "geojson"))


def export_button(lane: AnyLane | None, parent: QWidget) -> ExportButton:
    """The button of the facilities' bar."""
    words = ExportWords(
        translate("Facilities", "Export the facilities shown"),
        translate("Facilities", "Export facilities"),
        translate("Facilities", "Facilities written to {0}: {1}"),
    )
    return ExportButton(words, _FORMATS, _writers, "facilities", lane=lane, parent=parent)


def _writers() -> dict[str, Callable[[OpenSection, Sequence[Any]], str]]:
    from bluebook_desktop.services.exports_facilities import FORMATS  # noqa: PLC0415 - exporting alone needs them

    return dict(FORMATS)
