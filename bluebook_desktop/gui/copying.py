"""Puts words of the text on the clipboard, always with where they are from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from bluebook_desktop.domain.references import Kind, Reference

if TYPE_CHECKING:
    from bluebook_desktop.services.sections import OpenSection


class Copier(QObject):
    """Copies from one section; `said` tells in a few words what was done."""

    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._section: OpenSection | None = None

    def set_section(self, section: OpenSection) -> None:
        """Copy from another section from now on."""
        self._section = section

    def copy_words(self, text: str, passage: int) -> None:
        """Copy words of a passage (all of it for none) with their citation."""
        if self._section is not None:
            from bluebook_desktop.services.citing import copy_with_citation  # noqa: PLC0415 - the first copy loads it

            words = text or self._section.document.passage(passage).text
            self.put(copy_with_citation(words, self._section, passage), self.tr("Copied with citation"))

    def copy_reference(self, reference: Reference) -> None:
        """Copy the words that bear a record out, or a passage, with their citation."""
        from bluebook_desktop.services.citing import quotation_citation  # noqa: PLC0415 - as above

        section = self._section
        if section is None:
            return
        excerpt = section.main_excerpt(reference)
        if reference.kind is Kind.QUOTATION and reference.id in section.quotations:
            self.put(quotation_citation(section, section.quotations[reference.id]), self.tr("Copied with citation"))
        elif excerpt is not None:
            self.copy_words(excerpt.exact, excerpt.passage)
        elif reference.kind is Kind.PASSAGE:
            self.copy_words("", reference.number)

    def put(self, text: str, said: str) -> None:
        """Put any text on the clipboard and say so."""
        QGuiApplication.clipboard().setText(text)
        self.said.emit(said)
