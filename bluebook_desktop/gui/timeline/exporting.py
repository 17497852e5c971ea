"""How the events that are shown are exported from the timeline."""

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


def export_button(lane: AnyLane | None, parent: QWidget) -> ExportButton:
    """The button of the timeline's row of filters."""
    words = ExportWords(
        translate("Timeline", "Export the events shown"),
        translate("Timeline", "Export events"),
        translate("Timeline", "Events written to {0}: {1}"),
    )
    formats = (
        FileFormat("csv", "CSV", "csv"),
        FileFormat("json", "JSON", "json"),
        FileFormat("markdown", translate("Timeline", "Markdown with citations"), "md"),
    )
    return ExportButton(words, formats, _writers, "timeline", lane=lane, parent=parent)


def _writers() -> dict[str, Callable[[OpenSection, Sequence[Any]], str]]:
    from bluebook_desktop.services.exports_events import FORMATS  # noqa: PLC0415 - exporting alone needs them

    return dict(FORMATS)
