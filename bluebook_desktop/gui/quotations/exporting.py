"""How the quotations that are shown are exported from their tab."""

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
    """The button of the quotations' bar."""
    words = ExportWords(
        translate("Quotations", "Export the quotations shown"),
        translate("Quotations", "Export quotations"),
        translate("Quotations", "Quotations written to {0}: {1}"),
    )
    formats = (
        FileFormat("csv", "CSV", "csv"),
        FileFormat("json", "JSON", "json"),
        FileFormat("markdown", translate("Quotations", "Markdown with citations"), "md"),
        FileFormat("text", translate("Quotations", "plain text with citations"), "txt"),
    )
    return ExportButton(words, formats, _writers, "quotations", lane=lane, parent=parent)


def _writers() -> dict[str, Callable[[OpenSection, Sequence[Any]], str]]:
    from bluebook_desktop.services.exports_quotations import FORMATS  # noqa: PLC0415 - exporting alone needs them

    return dict(FORMATS)
